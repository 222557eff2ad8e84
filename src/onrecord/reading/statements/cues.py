"""Cues: the words that say that somebody speaks ("said", "according to", "her claim that"), and who that is.

Grammar alone; who the source is as an actor is settled later. Sources are given by the token at the head of their
phrase, -1 where the sentence names none.
"""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token

from onrecord.vocabulary import reporting
from onrecord.vocabulary.reporting import ReportingVerb

SUBJECTS = frozenset(("nsubj", "nsubjpass"))
RELATIVES = frozenset(("who", "which", "that", "whom"))
EXPLETIVES = frozenset(("it", "there"))
QUOTED = frozenset(("”", '"', "''", "’", "»", "'"))
INNER = 6  # steps from the last word of a name to its noun
BRACKET = 6  # tokens of a bracket behind a name
UPWARD = 8  # steps from a verb to the one whose subject it shares


class Cue(NamedTuple):
    """A reporting word at token `head`. `verb` is its entry, None for nouns and "according to", whose act is `act`.

    `via` are heads of the phrases that hand the words on ("was quoted by …"). `shared` is the cue's governing verb
    whose date and occasion it shares, or -1.
    """

    head: int
    verb: ReportingVerb | None
    source: int
    act: str = "assert"
    via: tuple[int, ...] = ()
    shared: int = -1


def find(doc: Doc) -> Iterator[Cue]:
    """The cues of one paragraph, in order."""
    verbs, nouns, quoting = reporting.verbs(), reporting.nouns(), reporting.verb_forms("quoting")
    idioms = reporting.idioms()
    for token in doc:
        form = token.lower_
        if form in verbs or form in idioms:
            if token.tag_[0] == "V":
                yield from _quoted(token) if form in quoting else _verb(token)
            elif token.tag_[0] in "NJ" and form in verbs and _misread(token):
                yield from _verb(token)
        elif form == "according" and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "to":
            yield from _according(token)
        if form in nouns and token.tag_[0] == "N":
            yield from _noun(token, nouns[form])


def _misread(token: Token) -> bool:
    """Whether a word taken for a noun has a subject and a clause of its own, as only a verb has."""
    deps = {child.dep_ for child in token.children}
    return "nsubj" in deps and bool(deps & {"ccomp", "xcomp"})


def _verb(token: Token) -> Iterator[Cue]:
    verb = entry(token)
    if blocked(token):
        return
    source, shared = subject(token)
    via: tuple[int, ...] = ()
    if passive(token):
        source = agent(token)
        if source < 0:
            return
    governor = _quoting_governor(token)
    if governor is not None:
        source, via = _quoted_source(governor)
        shared = governor.i
    citing = _citing(token)
    if citing is not None and source >= 0:
        source, via = citing.i, (source,)
    yield Cue(token.i, verb, source, "assert", via, shared)


def _quoted(token: Token) -> Iterator[Cue]:
    """ "X was cited by Y that …"; "quoted as saying" hangs on "saying" instead."""
    if not passive(token) or blocked(token):
        return
    if any(child.dep_ == "ccomp" for child in token.children):
        source, _ = subject(token)
        handed = agent(token)
        yield Cue(token.i, entry(token), source, "assert", (handed,) if handed >= 0 else ())


def _according(token: Token) -> Iterator[Cue]:
    for child in token.doc[token.i + 1].children:
        if child.dep_ in ("pobj", "pcomp"):
            yield Cue(token.i, None, child.i)
            return
    following = token.i + 2
    if following < len(token.doc) and token.doc[following].pos_ in ("PROPN", "NOUN", "PRON", "DET", "ADJ"):
        head = token.doc[following]
        while head.head.i > head.i and head.head.pos_ in ("PROPN", "NOUN") and head.dep_ in ("det", "compound", "amod"):
            head = head.head
        yield Cue(token.i, None, head.i)


def _noun(token: Token, act: str) -> Iterator[Cue]:
    if any(child.dep_ == "neg" or child.lower_ == "no" for child in token.children):
        return
    for child in token.children:
        if child.dep_ in ("poss", "amod") and child.pos_ in ("PROPN", "NOUN", "ADJ", "PRON") and child.i < token.i:
            yield Cue(token.i, None, child.i, act)
            return
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("by", "from"):
            for noun in child.children:
                if noun.dep_ == "pobj":
                    yield Cue(token.i, None, noun.i, act)
                    return


def entry(token: Token) -> ReportingVerb | None:
    """The reporting verb that the token is a form of; one with a particle only where it stands beside it."""
    for verb in reporting.verbs().get(token.lower_, ()):
        if not verb.particle or any(
            child.lower_ == verb.particle and child.dep_ in ("prt", "advmod") for child in token.children
        ):
            return verb
    return None


def blocked(token: Token) -> bool:
    """Whether the saying is denied, only possible, conditional, asked for, or no verb at all."""
    if token.dep_ in ("amod", "compound", "nmod") or _only_named(token) or _imagined(token) or _let(token):
        return True
    for child in token.children:
        form = child.lower_
        if child.dep_ == "neg" or (child.dep_ == "preconj" and form == "neither"):
            return True
        if child.dep_ == "aux" and child.i < token.i:
            if form in reporting.words("modals"):
                return True
            if child.tag_ == "TO" and not carried(token):
                return True
        if child.dep_ == "mark" and form in reporting.words("conditions"):
            return True
        if child.dep_ == "expl":
            return True
    if (
        token.tag_ == "VB"
        and token.dep_ == "ROOT"
        and not any(c.dep_ in SUBJECTS or c.dep_ == "aux" for c in token.children)
    ):
        return True
    if token.dep_ in ("conj", "pcomp") and token.head.pos_ in ("VERB", "AUX") and not _own_subject(token):
        return token.tag_ == "VB" and blocked(token.head)
    return False


def speaks(source: Token) -> bool:
    """Whether the head of a phrase may be somebody who speaks: no common noun for a thing."""
    return source.pos_ != "NOUN" or source.lower_ in reporting.noun_forms("people") | reporting.noun_forms("documents")


def _only_named(token: Token) -> bool:
    """Whether a saying is spoken of rather than done: "ruled out ordering", "without saying", "as demanded by"."""
    if token.tag_ == "VBG" and token.dep_ != "ROOT":
        before = token.nbor(-1) if token.i else token
        adjoins = (before == token.head and before.pos_ == "VERB") or (
            before.dep_ == "prt" and before.head == token.head
        )
        if token.dep_ in ("xcomp", "csubj", "pobj", "dobj") or adjoins:
            return token.head.lower_ not in reporting.verb_forms("carriers")
    if token.tag_ == "VBG" and token.dep_ == "pcomp" and token.head.lower_ not in ("as", "by"):
        return True
    return token.tag_ == "VBN" and any(child.lower_ == "as" and child.dep_ == "mark" for child in token.lefts)


def _imagined(token: Token) -> bool:
    """Whether the reader is asked to imagine a saying: "Suppose the army refused to fire"."""
    head = token.head
    return token.dep_ == "ccomp" and head.lower_ in reporting.words("supposing") and head.i == head.sent.start


def _let(token: Token) -> bool:
    """Whether somebody is only let, made or asked to say it: "let people express their opinions"."""
    own = any(child.dep_ in SUBJECTS for child in token.lefts)
    return token.tag_ == "VB" and token.dep_ == "ccomp" and own and all(child.dep_ != "aux" for child in token.children)


def carried(token: Token) -> bool:
    """Whether an infinitive follows a verb that leads up to it: "went on to say"."""
    head = token.head
    return (
        token.dep_ in ("xcomp", "advcl", "conj")
        and head.lower_ in reporting.verb_forms("carriers")
        and not blocked(head)
    )


def _own_subject(token: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in token.children)


def passive(token: Token) -> bool:
    """Whether a verb is in the passive."""
    return any(child.dep_ in ("auxpass", "nsubjpass") for child in token.children) or (
        token.tag_ == "VBN" and token.dep_ == "acl"
    )


def agent(token: Token) -> int:
    """The head of the phrase behind "by" of a passive, -1 where there is none."""
    for child in token.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            for noun in child.children:
                if noun.dep_ == "pobj":
                    return int(noun.i)
    return -1


def subject(token: Token) -> tuple[int, int]:
    """The head of the phrase that does what the verb says, and the verb it is shared with (-1 where it is its own)."""
    verb, shared = token, -1
    described = _described(token)
    if described >= 0:
        return described, -1
    for _ in range(UPWARD):
        for child in _doers(verb):
            if child.lower_ in RELATIVES and verb.dep_ in ("relcl", "acl", "ccomp") and verb.head.i < verb.i:
                return int(_meant(child, verb.head).i), shared
            if child.lower_ in EXPLETIVES and verb != token:
                break
            return _unfolded(verb, child), shared
        up = _main_verb(verb) if _apart(verb) else None
        if up is None and verb.dep_ in ("acl", "relcl") and verb.head.pos_ in ("NOUN", "PROPN", "PRON"):
            return _holder(verb.head, verb), shared
        up = up or _governor(verb)
        if up is None:
            break
        verb = up
        shared = verb.i
    beside = max(_inverted(token), _before(token))
    return (beside, -1) if beside >= 0 else (-1, shared)


def _meant(relative: Token, noun: Token) -> Token:
    """Whom a relative pronoun goes on with: the person, not the body whose office stands behind the name ("Ali Osman,
    envoy to the United Nations, who urged")."""
    office = noun.head.head
    apart = relative.i > 0 and relative.nbor(-1).text == ","
    named = noun.dep_ == "pobj" and office.dep_ == "appos" and office.pos_ == "NOUN" and office.head.pos_ == "PROPN"
    return office.head if relative.lower_ == "who" and apart and named else noun


def _doers(verb: Token) -> list[Token]:
    """The subjects of a verb, the nearest before it first: "“Aircraft that bomb us will fall,” the minister warned"."""
    doers = [child for child in verb.children if child.dep_ in SUBJECTS]
    return sorted(doers, key=lambda child: (child.i > verb.i, abs(child.i - verb.i)))


def _unfolded(verb: Token, doer: Token) -> int:
    """The doer's head; where the parse has drawn a clause before the comma into it ("While the toll rose to nine
    people, the UN said"), that of the phrase right before the verb."""
    named = doer.left_edge.i - 2
    if named > 0 and doer.doc[named + 1].text == "," and doer.doc[named].pos_ == "PROPN":
        first = named
        while first > 0 and doer.doc[first - 1].pos_ == "PROPN":
            first -= 1
        if first > 0 and doer.doc[first - 1].text in QUOTED:
            return int(named)  # “…,” Ali Osman, head of the council, said
    for child in doer.rights:
        adjoins = child.dep_ == "appos" and child.right_edge.i + 1 == verb.i
        if adjoins and (child.pos_ == "PROPN" or (child.pos_ == "NOUN" and doer.pos_ != "PROPN")):
            return int(child.i)
    return int(doer.i)


def _governor(verb: Token) -> Token | None:
    """The verb that lends another its subject, None where none does."""
    head = verb.head
    if head == verb or verb.dep_ in ("ccomp", "csubj", "appos"):
        return None
    if verb.dep_ == "xcomp" and any(child.dep_ in ("dobj", "dative") for child in head.children):
        return None if head.lower_ not in reporting.verb_forms("carriers") else head
    if head.pos_ == "ADP" or head.dep_ == "prep":
        return head.head if head.head.pos_ in ("VERB", "AUX") else None
    return head if head.pos_ in ("VERB", "AUX") else None


def _apart(verb: Token) -> bool:
    """Whether a participle stands behind a comma, where its doer is that of the sentence: "met the king, saying …"."""
    start = verb.left_edge.i
    return verb.tag_ == "VBG" and verb.dep_ == "acl" and start > 0 and verb.doc[start - 1].text == ","


def _main_verb(participle: Token) -> Token | None:
    """The verb of the clause whose noun a participle has been tied to; None where that noun is its subject."""
    token = participle.head
    for _ in range(UPWARD):
        if token.pos_ in ("VERB", "AUX"):
            return token
        if token.dep_ in SUBJECTS or token.head == token:
            return None
        token = token.head
    return None


def gapped(token: Token) -> bool:
    """Whether a saying describes a noun that is missing from its content: "the town which he said had fallen"."""
    if any(child.dep_ == "dobj" and child.tag_ == "WDT" for child in token.lefts):
        return True  # "fighters that analysts say the president has"
    if token.dep_ != "relcl" or token.head.i >= token.i:
        return False
    doers = [child for child in token.lefts if child.dep_ in SUBJECTS]
    if not doers or doers[0].lower_ in RELATIVES or any(word.lower_ == "whose" for word in doers[0].subtree):
        return False
    between = list(token.doc[token.head.i + 1 : doers[0].left_edge.i])
    if any(word.lower_ in ("where", "when", "why") or word.pos_ == "ADP" for word in between):
        return False
    return all(word.text != "," for word in between) or any(word.lower_ in RELATIVES for word in between)


def _holder(noun: Token, verb: Token) -> int:
    """Who speaks in "issued a statement saying": the one who issued it; else the noun, where it may speak at all and is
    not only the last name before the verb ("rose against the king demanding …")."""
    document = noun.lower_ in reporting.words("documents")
    if document and noun.dep_ in ("dobj", "nsubjpass"):
        for child in noun.head.children:
            if child.dep_ == "nsubj":
                return int(child.i)
    speaks = document or noun.lower_ in reporting.noun_forms("people") or noun.dep_ in SUBJECTS
    return int(noun.i) if speaks or verb.dep_ == "relcl" else -1


def _before(token: Token) -> int:
    """The source right before the main verb, where the parse has joined it to what stands before the comma: "In talks
    with Kenya, Sudan's Burhan said …", "… in the north, the Office of Statistics (OS) said …"."""
    if token.dep_ not in ("ROOT", "conj") or token.tag_ not in ("VBD", "VBZ", "VBP") or not token.i:
        return -1
    name = _before_bracket(token.nbor(-1))
    for _ in range(INNER):
        if name.dep_ == "appos" or name.dep_ not in ("pobj", "prep") or name.head.i >= name.i:
            break
        name = name.head
    if name.dep_ != "appos" or name.left_edge.i == 0 or not (name.pos_ == "PROPN" or speaks(name)):
        return -1
    return int(name.i) if token.doc[name.left_edge.i - 1].text == "," else -1


def _described(token: Token) -> int:
    """The name before a main verb that says who it is between commas, which the parse has hung on the word before it:
    "58,000 are displaced in Yemen, Valerie Amos, the UN's relief chief, told the council"."""
    if (
        token.dep_ not in ("ROOT", "conj")
        or token.tag_ not in ("VBD", "VBZ")
        or token.i < 2
        or token.nbor(-1).text != ","
    ):
        return -1
    last = token.nbor(-2)
    while last.dep_ in ("pobj", "prep") and last.head.i < last.i:
        last = last.head
    name = last.head
    named = last.dep_ == name.dep_ == "appos" and name.pos_ == "PROPN" and name.left_edge.i > 0
    return int(name.i) if named and token.doc[name.left_edge.i - 1].text == "," else -1


def _before_bracket(last: Token) -> Token:
    """The word before "(…)" where that ends at `last`, else `last`."""
    if last.text != ")":
        return last
    starts = (at for at in range(last.i - 1, max(0, last.i - BRACKET), -1) if last.doc[at].text == "(")
    return last.doc[next(starts, last.i + 1) - 1]


def _inverted(token: Token) -> int:
    """The head of a subject that follows its verb and was not recognised as one: "said Oktay"."""
    following = token.i + 1
    if following >= len(token.doc) or token.i == 0 or not token.nbor(-1).is_punct:
        return -1
    if token.lower_ in reporting.verb_forms("audiences") and token.nbor(-1).text not in QUOTED:
        return -1  # "a source who was there, told Reuters"
    first = token.doc[following]
    if first.pos_ not in ("PROPN", "DET", "NOUN", "PRON") or not first.text[:1].isalpha():
        return -1
    for child in token.rights:
        if child.dep_ in ("dobj", "attr", "npadvmod", "oprd", "dep") and child.left_edge.i == following:
            return int(child.i) if child.pos_ in ("PROPN", "NOUN", "PRON") else -1
    return -1


def _quoting_governor(token: Token) -> Token | None:
    """The "quoted" of "quoted as saying"."""
    head = token.head
    if token.dep_ in ("pcomp", "advcl") and head.lower_ == "as":
        head = head.head
    return head if head.lower_ in reporting.verb_forms("quoting") and head != token else None


def _quoted_source(quoting: Token) -> tuple[int, tuple[int, ...]]:
    """Who is quoted, and by whom."""
    if passive(quoting):
        handed = agent(quoting)
        return subject(quoting)[0], (handed,) if handed >= 0 else ()
    for child in quoting.children:
        if child.dep_ == "dobj":
            by = subject(quoting)[0]
            return int(child.i), (by,) if by >= 0 else ()
    return -1, ()


def _citing(token: Token) -> Token | None:
    """The source that a medium names: "reported, citing officials"."""
    for child in token.children:
        if child.lower_ in ("citing", "quoting") and child.dep_ in ("advcl", "xcomp", "prep"):
            for noun in child.children:
                if noun.dep_ in ("dobj", "pobj") and speaks(noun):
                    return noun
    return None
