"""Who says something: the subject of a verb of saying, whom a medium quotes, whose figures a record holds."""

from typing import NamedTuple

from spacy.tokens import Doc, Token

from onrecord.reading.figures.clause import says
from onrecord.reading.statements.named_at import HANDED_ON
from onrecord.reading.statements.sources import phrase_before
from onrecord.vocabulary import reporting
from onrecord.vocabulary.figures import forms_of, words

COMMAS = frozenset({",", "–", "—", "-", "--", "("})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
RELATIVE = frozenset({"who", "which", "that"})
AUTHOR = frozenset({"by", "from", "of"})


class Saying(NamedTuple):
    """A verb of saying, or "according", with the head of the words for who says it, and of those for the medium that
    hands it on; -1 where one is not to be seen."""

    verb: int
    source: int
    medium: int = -1


def may_tell(source: Token) -> bool:
    """Whether a noun is one for people, a document or another source."""
    known = reporting.noun_forms("people") | reporting.noun_forms("documents") | forms_of("sources")
    return source.pos_ == "PROPN" or (source.pos_ == "NOUN" and source.lower_ in known and not _is_toll(source))


def _is_toll(noun: Token) -> bool:
    """Whether a number is told by the word, and no one: "Death toll estimates ranged from ..."."""
    return noun.lower_ in words().totals and any(child.dep_ == "compound" for child in noun.children)


def cited(doc: Doc, verb: int) -> Saying | None:
    """The saying of somebody whom a medium quotes: "X, citing Y, reported", "X quoted Y as saying"."""
    said = doc[verb]
    quoting = said.head.head if said.dep_ == "pcomp" and said.head.lower_ == "as" else said
    if quoting.lower_ in reporting.verb_forms("quoting"):
        as_saying = any(child.lower_ == "as" and child.dep_ == "prep" for child in quoting.children)
        passive = any(child.dep_ == "auxpass" for child in quoting.children)
        by = next((noun.i for agent in quoting.children if agent.dep_ == "agent" for noun in agent.children), -1)
        subject, noun = child_of(quoting, SUBJECTS), child_of(quoting, {"dobj"})
        source, medium = (subject, by) if passive else (noun, subject)
        return Saying(verb, source, medium) if as_saying and source >= 0 else None
    medium = source_of(said)
    for token in said.sent if medium >= 0 else ():
        if token.tag_ != "VBG" or token.lower_ not in reporting.verb_forms("quoting"):
            continue
        noun = child_of(token, {"dobj", "pobj"})
        if noun >= 0 and may_tell(doc[noun]) and _is_beside(token, said, medium):
            return Saying(verb, noun, medium)
    return None


def _is_beside(citing: Token, verb: Token, subject: int) -> bool:
    """Whether "citing ..." belongs to a verb of saying: it hangs on it or on its subject, or it stands between them,
    right behind the verb, or behind all that is said."""
    set_off = citing.nbor(-1).text in COMMAS if citing.i else True
    if citing.head.i in (verb.i, subject):
        return True
    between = min(subject, verb.i) < citing.i < max(subject, verb.i) + 3
    return set_off and (between or not any(says(token) for token in verb.doc[verb.i + 1 : citing.i]))


def child_of(token: Token, deps: set[str] | frozenset[str]) -> int:
    return next((int(child.i) for child in token.children if child.dep_ in deps), -1)


def author_of(record: Token) -> int:
    """Whose figures, data or list a noun names: "figures from the ministry", "a count by AFP", "UN data"; else it."""
    named = record.lower_ in forms_of("records")
    if not named and record.lower_ not in reporting.noun_forms("documents"):
        return int(record.i)
    owner = next((child for child in record.children if child.dep_ == "poss"), None)
    if owner is None:
        owner = next((c for c in record.lefts if c.dep_ in ("compound", "nmod") and c.pos_ == "PROPN"), None)
    if owner is not None:
        return int(owner.i)
    holders = [record, *(child for child in record.rights if child.dep_ == "acl")]
    marks = AUTHOR if named else AUTHOR - {"from", "of"}  # "reports from Aden" are of anybody there
    made = (holder for holder in holders if holder.lower_ not in HANDED_ON)  # "a report seen by Reuters"
    links = (link for holder in made for link in holder.rights if link.lower_ in marks)
    authors = (noun for link in links for noun in link.children if noun.dep_ == "pobj" and may_tell(noun))
    author = next(authors, None)
    if author is not None:
        return int(author.i)
    return int(record.i) if named else -1  # "reports suggest": nobody's


def source_of(verb: Token) -> int:
    """The subject of a verb of saying: its own, the noun that its clause hangs on, that of the verb it is joined to; -1
    where it is not to be seen."""
    for _ in range(3):
        subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
        subject = next((each for each in subjects if each.lower_ not in RELATIVE), next(iter(subjects), None))
        subject = subject if subject is not None else _misread_subject(verb)
        if subject is not None and verb.dep_ == "relcl" and subject.lower_ in RELATIVE:
            return int(verb.head.i)
        if subject is not None:
            return int(subject.i)
        if verb.dep_ not in ("conj", "advcl", "xcomp"):
            before = phrase_before(verb)
            return int(before.i) if before is not None and may_tell(before) else -1
        verb = verb.head
    return -1


def _misread_subject(verb: Token) -> Token | None:
    """The name before a clause's verb that the parse has taken for a clause: "While the UN, citing ..., reported"."""
    return next((child for child in verb.lefts if child.pos_ == "PROPN" and child.dep_ in ("advcl", "dep")), None)
