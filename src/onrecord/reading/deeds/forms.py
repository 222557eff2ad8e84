"""What the form of a verb tells of its deed: tense, helping verbs, denial, condition and question."""

from spacy.tokens import Token

from onrecord.reading.deeds.governors import Told, effect_of
from onrecord.vocabulary import deeds
from onrecord.vocabulary.deeds import BE

AUXILIARIES = frozenset({"aux", "auxpass"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
HAVE = frozenset({"have", "has", "had", "having", "'ve", "’ve"})
HELPING = HAVE.union(BE, ("got", "get", "gets"))
BARE = frozenset({"VB", "VBG", "VBN"})
COMING = frozenset({"npadvmod", "amod", "advmod"})
GENERAL = frozenset({"you", "one", "people"})
NONE = frozenset({"no", "neither", "none", "nobody", "nothing"})
STOPS = frozenset(".!…\"”'’")
HEADLINE = 16  # tokens
LONGEST_CHAIN = 8


def auxiliaries(verb: Token) -> list[Token]:
    """The helping verbs of a verb."""
    return [child for child in verb.children if child.dep_ in AUXILIARIES]


def helped_by(verb: Token, first: Token) -> list[Token]:
    return auxiliaries(verb) or (auxiliaries(first) if first is not verb else [])


def first_of(verb: Token) -> Token:
    """The first of coordinated verbs, as far as the later ones share its helping verbs."""
    for _ in range(LONGEST_CHAIN):
        if verb.dep_ != "conj" or verb.tag_ not in BARE or auxiliaries(verb) or verb.head.i == verb.i:
            break
        if any(child.dep_ in SUBJECTS for child in verb.children) and verb.tag_ != "VBN":
            break
        if verb.head.pos_ not in ("VERB", "AUX") or not _matches(verb, verb.head):
            break
        verb = verb.head
    return verb


def of_form(verb: Token, first: Token, helped: list[Token]) -> Told | None:
    """What the verb's own form tells; None for forms that tell nothing by themselves."""
    words = deeds.words()
    denied = negation(verb) or (negation(first) if verb.tag_ in BARE else None)
    for auxiliary in (*helped, verb) if verb.tag_ == "MD" else helped:
        if auxiliary.lower_ in words.future or auxiliary.lower_ in words.possible or auxiliary.lower_ in words.would:
            return _modal(verb, first, auxiliary, denied, helped)
    if any(auxiliary.tag_ == "TO" for auxiliary in helped) or not is_finite(verb, helped):
        return None
    if any(child.lower_ == "longer" for child in verb.children):
        return None
    if denied is not None:
        return None if _until(verb) else Told("denied", (denied.i,))
    if verb.tag_ == "VBG":
        return _coming(verb) or Told("ongoing")
    if verb.tag_ == "VBN" and any(word.lower_ in HAVE for word in helped):
        return Told("happened")
    if verb.tag_ == "VBN":
        if any(word.lower_ == "being" for word in helped):
            return Told("ongoing")
        present = any(word.lower_ in ("is", "are", "'s", "’s", "'re", "’re") for word in helped)
        return (_coming(verb) if present else None) or Told("happened")
    if verb.tag_ == "VBD" or any(word.lower_ == "did" for word in helped):
        return None if _habit(verb) else Told("happened")
    return _present(verb)


def is_finite(verb: Token, helped: list[Token]) -> bool:
    if any(word.tag_ == "TO" for word in helped) or any(word.lower_ == "having" for word in helped):
        return False
    if [word.lower_ for word in helped] == ["being"]:
        return False
    if verb.tag_ in ("VBD", "VBZ", "VBP") or (verb.tag_ == "MD"):
        return True
    subject = any(child.dep_ in SUBJECTS for child in verb.children)
    if verb.dep_ == "ccomp" and effect_of(verb.head, "gerund")[0] == "witnessed" and not helped:
        return False
    if verb.tag_ in ("VBN", "VBG"):
        return any(word.lower_ in HELPING for word in helped) or (
            subject and verb.dep_ in ("ROOT", "ccomp", "parataxis")
        )
    return bool(helped) or (subject and verb.dep_ in ("ROOT", "conj", "parataxis", "relcl"))


def negation(verb: Token) -> Token | None:
    """The word that denies a verb, if one does: "not", "never", or "no" of its subject or object."""
    for child in verb.children:
        if child.lower_ in deeds.words().negative and child.dep_ in ("neg", "advmod", "preconj", "cc"):
            if not _is_only(child):
                return child
        elif child.dep_ in (*SUBJECTS, "dobj"):
            for word in (child, *child.children):
                if word.lower_ in NONE and word.dep_ in ("det", "nsubj", "nsubjpass", "dobj"):
                    return word
    if verb.dep_ == "conj":  # "neither entered nor shelled it"
        return next((child for child in verb.head.children if child.lower_ == "nor" and child.i < verb.i), None)
    return None


def condition(verb: Token) -> Token | None:
    """The word of a clause of this verb, or under it, that makes it supposed: "if", "unless"."""
    for child in verb.children:
        if is_condition(child):
            return child
        if child.dep_ in ("advcl", "prep", "ccomp") and child.i != verb.i:
            for word in child.children:
                if is_condition(word) and child.dep_ == "advcl":
                    return word
    return None


def is_condition(word: Token) -> bool:
    known = word.lower_ in deeds.words().conditions
    return known and word.dep_ in ("mark", "advmod", "prep") and word.lower_ not in ("should", "were", "had")


def inverted(verb: Token) -> Token | None:
    """ "Had they attacked, …", "Were they to attack, …", "Should they attack, …"."""
    if verb.dep_ != "advcl":
        return None
    subject = next((child.i for child in verb.children if child.dep_ in SUBJECTS), None)
    if subject is None:
        return None
    early = [word for word in (verb, *auxiliaries(verb)) if word.i < subject]
    return next((word for word in early if word.lower_ in ("had", "were", "should")), None)


def qualified(verb: Token) -> Told | None:
    for child in verb.children:
        if child.dep_ in ("advmod", "amod") and child.i < verb.i + 3:
            status = deeds.qualifiers().get(child.lower_)
            if status is not None and status != "planned" and child.pos_ == "ADV":
                return Told(status, (child.i,))
    return None


def is_question(token: Token) -> Token | None:
    """The question mark of the sentence, if it ends with one."""
    last = token.sent[-1]
    while last.i > token.sent.start and last.lower_ in ('"', "”", "'", "’", "''"):
        last = last.nbor(-1)
    return last if last.text == "?" else None


def is_headline(token: Token) -> bool:
    """Whether the sentence reads like a title: short, and with no full stop."""
    sentence = token.sent
    return len(sentence) <= HEADLINE and sentence[-1].text[-1:] not in STOPS


def _is_only(negative: Token) -> bool:
    following = negative.nbor() if negative.i + 1 < len(negative.doc) else None
    return following is not None and following.lower_ in deeds.words().only


def _matches(verb: Token, head: Token) -> bool:
    """Whether the form of a coordinated verb is that of the one before it."""
    return verb.tag_ == head.tag_ or (verb.tag_ == "VBN" and head.tag_ == "VBD") or head.tag_ == "VB"


def _modal(verb: Token, first: Token, auxiliary: Token, denied: Token | None, helped: list[Token]) -> Told:
    """The status that "will", "would", "may" and the like give."""
    words = deeds.words()
    supposed = condition(first) or condition(verb)
    perfect = any(word.lower_ in ("have", "'ve", "’ve") for word in helped)
    if denied is not None or supposed is not None or perfect:
        return Told("hypothetical", ((denied or supposed or auxiliary).i,))
    if auxiliary.lower_ in words.future:
        return Told("planned", (auxiliary.i,))
    if auxiliary.lower_ in words.would and _is_reported(first):
        return Told("planned", (auxiliary.i,))
    return Told("hypothetical", (auxiliary.i,))


def _is_reported(verb: Token) -> bool:
    """Whether the verb stands in the content of what somebody said in the past."""
    head = verb.head
    if verb.dep_ == "ccomp":
        return head.pos_ in ("VERB", "AUX") and (head.tag_ in ("VBD", "VBG", "VBN") or bool(auxiliaries(head)))
    return verb.dep_ == "acl" and head.pos_ == "NOUN"


def _present(verb: Token) -> Told | None:
    """The present tense: titles and running news tell with it what has just been done."""
    coming = _coming(verb)
    if coming is not None:
        return coming
    if verb.tag_ == "VB" and _goes_on(verb):
        return None
    if _habit(verb) or any(child.dep_ == "nsubj" and child.lower_ in GENERAL for child in verb.children):
        return None
    if verb.lower_ in deeds.forms_of("states"):
        return Told("ongoing")
    if verb.dep_ in ("relcl", "advcl") and not is_news_beside(verb):
        return None
    if verb.tag_ == "VB" and verb.dep_ == "ccomp" and not is_headline(verb):
        return None
    return Told("happened")


def is_news_beside(verb: Token) -> bool:
    """Whether a title tells with "as" what has just been done: "14 dead as gunmen storm a funeral"."""
    first = verb.left_edge
    opened = first if first.lower_ == "as" or first.i == verb.sent.start else first.nbor(-1)
    return verb.dep_ in ("advcl", "relcl") and opened.lower_ == "as" and is_headline(verb)


def _goes_on(verb: Token) -> bool:
    """Whether a plain form after "and" may go on an infinitive that the parse has cut off: "to seize … and capture"."""
    before = verb.i - 1
    while before > verb.sent.start and verb.doc[before].pos_ == "ADV":
        before -= 1
    if verb.doc[before].pos_ != "CCONJ":
        return False
    return any(word.tag_ == "TO" and word.head.tag_ == "VB" for word in verb.doc[verb.sent.start : before])


def _coming(verb: Token) -> Told | None:
    """ "meets him tomorrow", "is visiting next week": planned."""
    for child in verb.subtree:
        if child.lower_ in deeds.words().to_come and child.i > verb.i - 8 and child.dep_ in COMING:
            above = child.head
            if above.i == verb.i or above.dep_ in ("npadvmod", "pobj"):
                return Told("planned", (child.i,))
    return None


def _habit(verb: Token) -> bool:
    return any(
        child.lower_ in deeds.words().habitual
        or (child.dep_ == "npadvmod" and any(each.lower_ in ("every", "each") for each in child.children))
        for child in verb.children
    )


def _until(verb: Token) -> bool:
    """ "did not withdraw until Friday": it then did."""
    return any(child.lower_ in ("until", "till") for each in verb.children for child in (each, *each.children))
