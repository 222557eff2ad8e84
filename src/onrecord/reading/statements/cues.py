"""Cues: the words that say that somebody speaks ("said", "according to", "her claim that"), and who that is.

Grammar alone; who the source is as an actor is settled later. Sources are given by the token at the head of their
phrase, -1 where the sentence names none.
"""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token

from onrecord.reading.statements.sources import agent, passive, speaks, subject
from onrecord.vocabulary import reporting
from onrecord.vocabulary.reporting import ReportingVerb

SUBJECTS = frozenset(("nsubj", "nsubjpass"))
NONE = frozenset(("no", "neither", "none", "nobody", "nothing"))


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
    if token.lower_ in reporting.verb_forms("lettering") and not _lettered(token, source):
        return
    governor = _quoting_governor(token)
    if governor is not None:
        source, via = _quoted_source(governor, token)
        shared = governor.i
    citing = _citing(token) if source >= 0 and _hands_on(token.doc[source]) else None
    if citing is not None:
        source, via = citing.i, (source,)
    yield Cue(token.i, verb, source, "assert", via, shared)


def _lettered(token: Token, source: int) -> bool:
    """Whether what "reads" is a document: "the army statement read", "it reads"."""
    doer = token.doc[source].lower_ if source >= 0 else ""
    return doer == "it" or doer in reporting.noun_forms("documents")


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
        if child.dep_ in SUBJECTS and _none(child):
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
        return (token.tag_ == "VB" or _either(token)) and blocked(token.head)
    return False


def _none(doer: Token) -> bool:
    """Whether it is nobody: "no group", "neither side", "none of them"."""
    return doer.lower_ in NONE or any(child.dep_ in ("det", "preconj") and child.lower_ in NONE for child in doer.lefts)


def _either(token: Token) -> bool:
    """Whether a verb is joined to another by "or" or "nor", and denied with it: "has not confirmed or denied"."""
    return any(child.dep_ == "cc" and child.lower_ in ("or", "nor") for child in token.head.rights)


def _only_named(token: Token) -> bool:
    """Whether a saying is spoken of rather than done: "ruled out ordering", "without saying", "as demanded by"."""
    if token.tag_ == "VBG" and token.dep_ != "ROOT":
        before = token.nbor(-1) if token.i else token
        adjoins = (before == token.head and before.pos_ == "VERB") or (
            before.dep_ == "prt" and before.head == token.head
        )
        if token.dep_ in ("xcomp", "csubj", "pobj", "dobj") or adjoins:
            return token.head.lower_ not in reporting.verb_forms("carriers")
    if token.tag_ == "VBG" and token.dep_ == "pcomp" and token.head.lower_ != "as":
        if token.head.lower_ == "with" and _named_subject(token):
            return False  # "…, with Chad accusing Sudan of shelling a village"
        return token.head.lower_ != "by" or token.lower_ not in reporting.verb_forms("bare")
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


def _named_subject(token: Token) -> bool:
    """Whether a verb has a subject of its own that no pronoun tells, or tells whose it is."""
    own = [child for child in token.children if child.dep_ in SUBJECTS]
    return any(child.pos_ != "PRON" and all(word.tag_ != "PRP$" for word in child.lefts) for child in own)


def _quoting_governor(token: Token) -> Token | None:
    """The "quoted" of "quoted as saying"."""
    head = token.head
    if token.dep_ in ("pcomp", "advcl") and head.lower_ == "as":
        head = head.head
    return head if head.lower_ in reporting.verb_forms("quoting") and head != token else None


def _quoted_source(quoting: Token, saying: Token) -> tuple[int, tuple[int, ...]]:
    """Who is quoted, and by whom: "quoted by the paper as saying", "quoted as saying by the paper"."""
    if passive(quoting):
        handed = max(agent(quoting), agent(saying))
        return subject(quoting)[0], (handed,) if handed >= 0 else ()
    for child in quoting.children:
        if child.dep_ == "dobj":
            by = subject(quoting)[0]
            return int(child.i), (by,) if by >= 0 else ()
    return -1, ()


def _hands_on(source: Token) -> bool:
    """Whether the source may be a medium, which hands on what others say: no pronoun, no number, none of the nouns for
    people."""
    people = source.lower_ in reporting.noun_forms("people") - reporting.noun_forms("outlets")
    return source.pos_ in ("NOUN", "PROPN") and not people


def _citing(token: Token) -> Token | None:
    """The source that a medium names: "reported, citing officials"."""
    for child in token.children:
        if child.lower_ in ("citing", "quoting") and child.dep_ in ("advcl", "xcomp", "prep"):
            for noun in child.children:
                if noun.dep_ in ("dobj", "pobj") and speaks(noun):
                    return noun
    return None
