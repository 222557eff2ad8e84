"""Whether a deed told by a verb came about: what its own forms say, and what the clause hangs on."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.reading.deed_governors import REAL, Told, Up, effect_of, governed, passed
from onrecord.vocabulary import deeds
from onrecord.vocabulary.deeds import BE

AUXILIARIES = frozenset({"aux", "auxpass"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
HAVE = frozenset({"have", "has", "had", "having", "'ve", "’ve"})
HELPING = HAVE.union(BE, ("got", "get", "gets"))
CLAUSES = frozenset({"ccomp", "acl", "xcomp", "dep"})
BARE = frozenset({"VB", "VBG", "VBN"})
COMING = frozenset({"npadvmod", "amod", "advmod"})
ANY = frozenset({"any", "anyone", "anybody", "whoever", "anything", "those"})
GENERAL = frozenset({"you", "one", "people"})
NONE = frozenset({"no", "neither", "none", "nobody", "nothing"})
STOPS = frozenset(".!…\"”'’")
HEADLINE = 16  # tokens
LONGEST_CHAIN = 8


def of_verb(verb: Token, up: Up) -> Told | None:
    """The status of a verb; `up` tells that of the words above it."""
    first = _first(verb)
    helped = _helped(verb, first)
    if _is_finite_form(verb, helped):
        supposed = _supposed(first)
        if supposed is not None:
            return Told("hypothetical", (supposed.i,))
    finite = _finite(verb, first, helped)
    if finite is not None:
        return _in_clause(verb, first, finite, up)
    if _is_finite_form(verb, helped):
        return None
    if verb is not first and first.pos_ in ("VERB", "AUX"):
        return up(first)
    if verb.tag_ == "VBN" and not helped:
        return _participle(verb, up)
    if verb.tag_ == "VBG":
        return _gerund(verb, up)
    return _infinitive(verb, helped, up)


def auxiliaries(verb: Token) -> list[Token]:
    """The helping verbs of a verb."""
    return [child for child in verb.children if child.dep_ in AUXILIARIES]


def negation(verb: Token) -> Token | None:
    """The word that denies a verb, if one does: "not", "never", or "no" of its subject or object."""
    for child in verb.children:
        if child.dep_ == "neg" or (
            child.lower_ in deeds.words().negative and child.dep_ in ("advmod", "preconj", "cc")
        ):
            if not _is_only(child):
                return child
        elif child.dep_ in (*SUBJECTS, "dobj"):
            for word in (child, *child.children):
                if word.lower_ in NONE and word.dep_ in ("det", "nsubj", "nsubjpass", "dobj"):
                    return word
    return None


def condition(verb: Token) -> Token | None:
    """The word of a clause of this verb, or under it, that makes it supposed: "if", "unless"."""
    for child in verb.children:
        if _is_condition(child):
            return child
        if child.dep_ in ("advcl", "prep", "ccomp") and child.i != verb.i:
            for word in child.children:
                if _is_condition(word) and child.dep_ == "advcl":
                    return word
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


def _is_condition(word: Token) -> bool:
    known = word.lower_ in deeds.words().conditions
    return known and word.dep_ in ("mark", "advmod", "prep") and word.lower_ not in ("should", "were", "had")


def _first(verb: Token) -> Token:
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


def _matches(verb: Token, head: Token) -> bool:
    """Whether the form of a coordinated verb is that of the one before it."""
    return verb.tag_ == head.tag_ or (verb.tag_ == "VBN" and head.tag_ == "VBD") or head.tag_ == "VB"


def _helped(verb: Token, first: Token) -> list[Token]:
    return auxiliaries(verb) or (auxiliaries(first) if first is not verb else [])


def _finite(verb: Token, first: Token, helped: list[Token]) -> Told | None:
    """What the verb's own form tells; None for forms that tell nothing by themselves."""
    words = deeds.words()
    denied = negation(verb) or (negation(first) if verb.tag_ in BARE else None)
    for auxiliary in helped:
        if auxiliary.lower_ in words.future or auxiliary.lower_ in words.possible or auxiliary.lower_ in words.would:
            return _modal(verb, first, auxiliary, denied, helped)
    if any(auxiliary.tag_ == "TO" for auxiliary in helped) or not _is_finite_form(verb, helped):
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


def _is_finite_form(verb: Token, helped: list[Token]) -> bool:
    if any(word.tag_ == "TO" for word in helped) or any(word.lower_ == "having" for word in helped):
        return False
    if verb.tag_ in ("VBD", "VBZ", "VBP") or (verb.tag_ == "MD"):
        return True
    subject = any(child.dep_ in SUBJECTS for child in verb.children)
    if verb.tag_ in ("VBN", "VBG"):
        return any(word.lower_ in HELPING for word in helped) or (
            subject and verb.dep_ in ("ROOT", "ccomp", "parataxis")
        )
    return bool(helped) or (subject and verb.dep_ in ("ROOT", "ccomp", "conj", "parataxis", "relcl"))


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
    if _habit(verb) or any(child.dep_ == "nsubj" and child.lower_ in GENERAL for child in verb.children):
        return None
    if verb.lower_ in deeds.forms_of("states"):
        return Told("ongoing")
    if verb.dep_ in ("relcl", "advcl") or (verb.tag_ == "VB" and verb.dep_ == "ccomp" and not is_headline(verb)):
        return None
    return Told("happened")


def _coming(verb: Token) -> Told | None:
    """ "meets him tomorrow", "is visiting next week": planned."""
    for child in verb.subtree:
        if child.lower_ in deeds.words().to_come and child.i > verb.i - 8 and child.dep_ in COMING:
            above = child.head
            if above.i == verb.i or above.dep_ in ("npadvmod", "pobj"):
                return Told("planned", (child.i,))
    return None


def _habit(verb: Token) -> bool:
    return any(child.lower_ in deeds.words().habitual for child in verb.children)


def _until(verb: Token) -> bool:
    """ "did not withdraw until Friday": it then did."""
    return any(child.lower_ in ("until", "till") for each in verb.children for child in (each, *each.children))


def _in_clause(verb: Token, first: Token, told: Told, up: Up) -> Told | None:
    """What the clause hangs on may take the status away: "if they attacked", "fears that they attacked"."""
    clause = first
    for clause in _clauses(first):
        if told.status in REAL and _is_timeless(clause):
            return None
    question = is_question(verb)
    if question is not None and told.status in (*REAL, "planned"):
        return Told("hypothetical", (question.i,))
    vague = _qualified(verb)
    if vague is not None:
        return None if vague.status == "vague" else vague if told.status in REAL else told
    return _content(clause, told, up)


def _supposed(verb: Token) -> Token | None:
    """The word by which the verb's clause is a condition."""
    for clause in _clauses(verb):
        supposed = next((child for child in clause.children if _is_condition(child)), None) or _inverted(clause)
        if supposed is not None:
            return supposed
    return None


def _clauses(verb: Token) -> Iterator[Token]:
    """The verb and those that it is coordinated with, up to the one whose clause they share."""
    for _ in range(LONGEST_CHAIN):
        yield verb
        if verb.dep_ != "conj" or verb.head.pos_ not in ("VERB", "AUX"):
            return
        verb = verb.head


def _inverted(verb: Token) -> Token | None:
    """ "Had they attacked, …", "Were they to attack, …", "Should they attack, …"."""
    if verb.dep_ != "advcl":
        return None
    subject = next((child.i for child in verb.children if child.dep_ in SUBJECTS), None)
    if subject is None:
        return None
    early = [word for word in (verb, *auxiliaries(verb)) if word.i < subject]
    return next((word for word in early if word.lower_ in ("had", "were", "should")), None)


def _is_timeless(verb: Token) -> bool:
    """ "when they attack", "until they withdraw", "anyone who attacks": no deed of any day."""
    if verb.tag_ in ("VBD",) or any(word.lower_ in ("had", "was", "were", "did") for word in auxiliaries(verb)):
        return False
    if verb.dep_ == "advcl":
        return any(child.lower_ in deeds.words().temporal for child in verb.children)
    if verb.dep_ == "relcl":
        head = verb.head
        return head.lower_ in ANY or any(child.lower_ in ANY for child in head.children)
    return False


def _qualified(verb: Token) -> Told | None:
    for child in verb.children:
        if child.dep_ in ("advmod", "amod") and child.i < verb.i + 3:
            status = deeds.qualifiers().get(child.lower_)
            if status is not None and status != "planned" and child.pos_ == "ADV":
                return Told(status, (child.i,))
    return None


def _content(clause: Token, told: Told, up: Up) -> Told | None:
    """Content of what is feared, hoped, demanded or denied; in what is merely said the status stands."""
    if clause.dep_ not in CLAUSES or clause.head.i == clause.i:
        return told
    effect, signs = effect_of(clause.head, "clause")
    if effect is None:
        outer = up(clause.head)
        if clause.head.pos_ != "VERB":  # "denied a report that …"
            return outer if outer is not None and outer.status == "denied" and told.status in REAL else told
        return told if outer is None or outer.status in REAL or told.status not in REAL else None
    if effect == "denied" and told.status == "denied":
        return None
    if effect == "hypothetical" and told.status == "denied":
        return Told("hypothetical", signs)
    return passed(effect, signs, up(clause.head)) if told.status in REAL else Told("hypothetical", signs)


def _participle(verb: Token, up: Up) -> Told | None:
    """ "the town captured by rebels", "six killed", "wants them released"."""
    marked = next((child for child in verb.children if _is_condition(child)), None)
    if marked is None and verb.dep_ in ("advcl", "prep"):
        marked = next(
            (child for child in verb.children if child.lower_ in deeds.words().temporal and child.i < verb.i), None
        )
        marked = marked if marked is not None and marked.lower_ not in ("as", "while", "after", "where") else None
    if marked is not None:
        return Told("hypothetical", (marked.i,))
    denied = negation(verb)
    if denied is not None:
        return Told("denied", (denied.i,))
    if verb.dep_ in ("xcomp", "ccomp", "oprd"):
        return governed(verb.head, "infinitive", up) or up(verb.head)
    if verb.dep_ in ("amod", "acl", "relcl"):
        return _described(verb, up)
    vague = _qualified(verb)
    if vague is not None:
        return None if vague.status == "vague" else vague
    question = is_question(verb)
    return Told("happened") if question is None else Told("hypothetical", (question.i,))


def _described(verb: Token, up: Up) -> Told | None:
    """What is told of a noun holds as that noun does, where the noun is itself a deed."""
    noun = verb.head
    for child in (noun, *noun.children):
        if (child.lower_ in ANY and child.lower_ != "those") or child.lower_ in NONE:
            return Told("hypothetical", (child.i,)) if child.lower_ in deeds.signs() else None
    vague = _qualified(verb)
    if vague is not None:
        return None if vague.status == "vague" else vague
    if noun.lower_ in deeds.forms_of("happenings"):
        told = up(noun)
        if told is not None and told.status not in REAL:
            return told
    return Told("ongoing" if verb.tag_ == "VBG" else "happened")


def _gerund(verb: Token, up: Up) -> Told | None:
    head = verb.head
    if verb.dep_ == "pcomp" or (verb.dep_ in ("pobj",) and head.dep_ == "prep"):
        return behind(head, "gerund", up)
    if verb.dep_ in ("xcomp", "dobj", "ccomp"):
        return governed(head, "gerund", up)
    if verb.dep_ == "advcl":
        for child in verb.children:
            if child.i < verb.i and child.dep_ in ("mark", "prep", "advmod"):
                effect = deeds.deeds().prepositions.get(child.lower_)
                if effect is not None:
                    return passed(effect, (child.i,), up(head))
                if child.lower_ in deeds.words().temporal or _is_condition(child):
                    return None
        denied = negation(verb)
        return Told("denied", (denied.i,)) if denied is not None else up(head)
    if verb.dep_ in ("acl", "relcl"):
        if any(child.dep_ in SUBJECTS for child in verb.children):  # "opposition to them taking the town"
            return governed(head, "gerund", up)
        return _described(verb, up)
    return None


def behind(preposition: Token, frame: str, up: Up) -> Told | None:
    """The status of a noun or gerund behind a preposition, by what the preposition hangs on or else by itself."""
    above = preposition.head
    if above.i == preposition.i:
        return None
    link = preposition.lower_
    told = governed(above, frame, up, link)
    if told is not None:
        return told
    if above.dep_ in ("advmod", "prep") and above.lower_ in deeds.deeds().prepositions:  # "ahead of", "instead of"
        return passed(deeds.deeds().prepositions[above.lower_], (above.i,), up(above.head))
    effect = deeds.deeds().prepositions.get(link)
    if effect is None or (effect == "carried" and above.pos_ not in ("VERB", "AUX")):
        return None
    return passed(effect, (preposition.i,), up(above))


def _infinitive(verb: Token, helped: list[Token], up: Up) -> Told | None:
    """ "to attack", and the bare "attack" after "helped" or as an order."""
    head = verb.head
    to = next((word for word in helped if word.tag_ == "TO"), None)
    if verb.dep_ == "ROOT" or head.i == verb.i:
        subject = any(child.dep_ in SUBJECTS and child.i < verb.i for child in verb.children)
        return Told("planned" if subject and is_headline(verb) else "hypothetical", (to.i,)) if to is not None else None
    if to is not None and any(word.lower_ == "not" for word in verb.children):
        return Told("hypothetical", (to.i,))
    if head.lower_ in BE and verb.dep_ in ("xcomp", "ccomp", "advcl", "attr"):
        return _to_be(head)
    if verb.dep_ in ("xcomp", "ccomp", "advcl", "acl", "relcl", "dep", "oprd"):
        told = governed(head, "infinitive", up)
        if told is not None:
            return told
        if verb.dep_ in ("acl", "relcl") and head.lower_ in deeds.forms_of("happenings") and to is not None:
            return (
                Told("planned", (to.i,))
                if any(word.lower_ == "be" for word in helped)
                else Told("hypothetical", (to.i,))
            )
    return Told("hypothetical", (to.i,)) if to is not None else None


def _to_be(be: Token) -> Told | None:
    """ "is to meet", "were to withdraw"; a wish or a purpose is no plan ("the aim is to attack")."""
    inverted = _inverted(be) or condition(be)
    if inverted is not None:
        return Told("hypothetical", (inverted.i,))
    subject = next((child for child in be.children if child.dep_ in SUBJECTS), None)
    if subject is not None:
        told = effect_of(subject, "infinitive")
        if told[0] is not None:
            return Told("planned" if told[0] == "planned" else "hypothetical", told[1])
    denied = negation(be)
    return Told("hypothetical", (denied.i,)) if denied is not None else Told("planned", (be.i,))
