"""The saying that a number stands in, by syntax alone: where the statements' reader found none, or a wider one."""

import itertools
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from onrecord.reading.figures.choice import Chosen
from onrecord.reading.figures.clause import says, standing_by
from onrecord.reading.figures.counted import Counted
from onrecord.reading.figures.measures import Told
from onrecord.reading.statements.sources import phrase_before
from onrecord.vocabulary import reporting
from onrecord.vocabulary.figures import forms_of, words
from onrecord.vocabulary.measures import forms

COMMAS = frozenset({",", "–", "—", "-", "--", "("})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECTS = frozenset({"dobj", "ccomp", "pobj"})
AROUND_SAYING = frozenset({"nsubj", "punct", "prep", "npadvmod", "advmod", "dative"})
ADDING = frozenset({"with", "including", "down", "up"})
SAY = frozenset({"say", "says", "said"})
RELATIVE = frozenset({"who", "which", "that"})
AUTHOR = frozenset({"by", "from", "of"})
FINITE = frozenset({"VBD", "VBZ"})
ON = frozenset({"on", "in", "at", "late"})  # before a day or where it was said
HANDED_ON = frozenset({"seen", "obtained", "reviewed", "viewed", "cited", "quoted", "carried"})
LONGEST_WAY = 14  # tokens up to a verb of saying
LONGEST_PHRASE = 12
TO_JOINED = 5  # tokens between two numbers that one saying tells


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


def saying_of(doc: Doc, each: Chosen, is_said: bool) -> Saying | None:
    """The nearest saying whose content the number is; `is_said`: whether a statement is known to hold it."""
    saying = _before(doc, each) or _over(doc, each.number, each.told)
    if saying is None and not is_said:
        saying = _behind(doc, each.number)
    return (cited(doc, saying.verb) or saying) if saying is not None else None


def cited(doc: Doc, verb: int) -> Saying | None:
    """The saying of somebody whom a medium quotes: "X, citing Y, reported", "X quoted Y as saying"."""
    said = doc[verb]
    quoting = said.head.head if said.dep_ == "pcomp" and said.head.lower_ == "as" else said
    if quoting.lower_ in reporting.verb_forms("quoting"):
        as_saying = any(child.lower_ == "as" and child.dep_ == "prep" for child in quoting.children)
        passive = any(child.dep_ == "auxpass" for child in quoting.children)
        by = next((noun.i for agent in quoting.children if agent.dep_ == "agent" for noun in agent.children), -1)
        subject, noun = _child(quoting, SUBJECTS), _child(quoting, {"dobj"})
        source, medium = (subject, by) if passive else (noun, subject)
        return Saying(verb, source, medium) if as_saying and source >= 0 else None
    medium = source_of(said)
    for token in said.sent if medium >= 0 else ():
        if token.tag_ != "VBG" or token.lower_ not in reporting.verb_forms("quoting"):
            continue
        noun = _child(token, {"dobj", "pobj"})
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


def _child(token: Token, deps: set[str] | frozenset[str]) -> int:
    return next((int(child.i) for child in token.children if child.dep_ in deps), -1)


def _over(doc: Doc, number: Counted, told: Told) -> Saying | None:
    """The nearest verb of saying, or "according to", that the number's clause is the content of."""
    token = doc[number.bearer]
    sentence = token.sent
    for _ in range(LONGEST_WAY):
        known = _according(token, number)
        if known is None and _puts_toll(token, told):
            subject = _child(token, {"nsubj"})
            return Saying(token.i, subject) if subject >= 0 else None
        known = known or _interposed(token) or _aside(token, number) or _tallied(token) or _counted_by(token)
        if known is not None:
            return known
        head = token.head
        if head.i == token.i or head.sent != sentence or _is_apart(doc, number.start, head.i):
            return None
        if (shown := _shown(token, head)) is not None:
            return shown
        if (_hands_on(head) or _is_claimed(token, head)) and _is_told(token, head):
            return Saying(head.i, source_of(head))
        token = head
    return None


def _is_apart(doc: Doc, number: int, word: int) -> bool:
    """Whether a semicolon sets the word's clause apart from the number's: "killed 45; 73 died, by its figures"."""
    return any(token.text == ";" for token in doc[min(number, word) : max(number, word)])


def _hands_on(verb: Token) -> bool:
    return says(verb) or verb.lower_ in reporting.verb_forms("quoting")


def _is_claimed(token: Token, verb: Token) -> bool:
    """Whether somebody holds what a clause of "that" says, by a verb that no list knows: "the group charged that"."""
    that = any(child.dep_ == "mark" and child.lower_ == "that" for child in token.children)
    subject = _child(verb, {"nsubj"})
    return that and token.dep_ == "ccomp" and verb.pos_ == "VERB" and subject >= 0 and may_tell(verb.doc[subject])


def _according(token: Token, number: Counted) -> Saying | None:
    """ "According to X", on the word or on the last of those joined to it."""
    joined = (token, *token.conjuncts[-1:]) if token.pos_ in ("VERB", "AUX") else (token,)
    according = next((child for each in joined for child in each.children if child.lower_ == "according"), None)
    if according is None or token.pos_ not in ("VERB", "AUX", "NOUN", "ADJ"):
        return None
    source = next((noun for to in according.children for noun in to.children if noun.dep_ == "pobj"), None)
    if source is None or source.left_edge.i <= number.start <= source.right_edge.i:
        return None
    author = _author(source)
    return Saying(according.i, author if author >= 0 else source.i)


def _before(doc: Doc, each: Chosen) -> Saying | None:
    """The saying over the number just before that this one is joined to: "reported four killed and 54 wounded"."""
    if each.before is None:
        return None
    between = doc[each.before.number.last : each.number.start]
    near = len(between) <= TO_JOINED and any(token.lower_ in ("and", ",") for token in between)
    if each.number.noun is not None or not near or any(says(token) or token.text in ";:" for token in between):
        return None
    return _over(doc, each.before.number, each.before.told)


def _interposed(verb: Token) -> Saying | None:
    """A verb of saying right before a finite verb: "a strike that officials say has killed 15"."""
    if verb.tag_ not in ("VBD", "VBZ", "VBN") or verb.i < 2:
        return None
    start = verb.i
    while start > 1 and verb.doc[start - 1].dep_ in ("aux", "auxpass") and verb.doc[start - 1].head == verb:
        start -= 1
    said = verb.doc[start - 1]
    finite = said.tag_ in ("VBZ", "VBP", "VBD") and (verb.tag_ != "VBN" or start < verb.i)
    vouched = says(said) or standing_by(said) is not None
    source = source_of(said) if finite and vouched else -1
    return Saying(said.i, source) if source >= 0 else None


def _aside(token: Token, number: Counted) -> Saying | None:
    """A verb of saying set off inside the clause: "who, officials said, were among seven killed"."""
    for child in token.children:
        aside = child.dep_ in ("parataxis", "ccomp", "dep") and says(child) and child.left_edge.i
        set_off = aside and (child.left_edge.text in COMMAS or child.left_edge.nbor(-1).text in COMMAS)
        if set_off and not any(own.dep_ in OBJECTS for own in child.children):
            source = _child(child, {"nsubj"})
            if source >= 0 and not child.left_edge.i <= number.start <= child.right_edge.i:
                return Saying(child.i, source)
    return None


def _behind(doc: Doc, number: Counted) -> Saying | None:
    """A saying at the end of the sentence that the parse has hung elsewhere: "killed 114, the news site Y reported"."""
    sentence = doc[number.start].sent
    for token in doc[number.last : sentence.end]:
        if token.tag_ not in ("VBD", "VBZ") or not (_is_behind(token) or cited(doc, token.i)):
            continue
        start = next((at for at in range(token.i - 1, number.last - 1, -1) if doc[at].text == ","), -1)
        source = next((own.i for own in token.children if own.dep_ == "nsubj" and own.i > start), None)
        if start >= 0 and source is not None and doc[source].lower_ not in RELATIVE:
            return Saying(token.i, source)
    return _turned_round(doc, number) or _taken_for_aside(doc, number) or _loose(doc, sentence)


def _turned_round(doc: Doc, number: Counted) -> Saying | None:
    """A saying whose subject ends the sentence: "three were killed, reported the Defence Forces"."""
    for token in doc[number.last : doc[number.start].sent.end]:
        subject = _child(token, {"dobj"})
        behind = says(token) and token.tag_ in FINITE and token.nbor(-1).text == "," and _child(token, {"nsubj"}) < 0
        if behind and subject >= 0 and may_tell(doc[subject]) and not _is_followed(doc[subject].right_edge):
            return Saying(token.i, subject)
    return None


def _taken_for_aside(doc: Doc, number: Counted) -> Saying | None:
    """A saying behind a comma that the parse takes for a participle: ", local activists reported on Sunday, revising
    ..."."""
    for token in doc[number.last : doc[number.start].sent.end]:
        source = token.head
        aside = token.dep_ == "acl" and source.dep_ in ("appos", "conj", "npadvmod") and token.i == source.i + 1
        if not (aside and says(token) and may_tell(source) and source.left_edge.nbor(-1).text == ","):
            continue
        if all(child.dep_ in AROUND_SAYING | {"advcl"} for child in token.children) and _is_at_end(token):
            return Saying(token.i, source.i)
    return None


def _is_at_end(verb: Token) -> bool:
    """Whether no more than a day stands between a verb of saying and the end of its clause."""
    return not any(child.dep_ == "prep" and child.lower_ not in ON for child in verb.children)


def _is_followed(token: Token) -> bool:
    """Whether the sentence goes on behind a token."""
    return any(not (each.is_punct or each.is_space) for each in token.doc[token.i + 1 : token.sent.end])


def _loose(doc: Doc, sentence: Span) -> Saying | None:
    """A saying that ends the sentence, which the parse has not seen to be one: "since the fighting resumed, the
    governor of the province said Sunday"."""
    told = next((token for token in reversed(sentence) if token.pos_ in ("VERB", "AUX")), None)
    if told is None or told.tag_ not in FINITE or not _is_behind(told) or sentence.end - told.i > TO_JOINED:
        return None
    comma = next((at for at in range(told.i - 1, sentence.start, -1) if doc[at].text == ","), told.i)
    named = itertools.takewhile(lambda token: token.pos_ != "ADP", doc[comma + 1 : told.i])
    head = next((token for token in reversed(list(named)) if token.pos_ in ("NOUN", "PROPN")), None)
    return Saying(told.i, head.i) if head is not None and may_tell(head) else None


def _is_behind(verb: Token) -> bool:
    """Whether the word is a verb of saying that nothing that is said follows."""
    return says(verb) and all(child.dep_ in AROUND_SAYING for child in verb.children)


def _tallied(token: Token) -> Saying | None:
    """Who counted what is the object of a verb of counting: "the office has recorded 300 deaths"."""
    verb = token.head.head if token.dep_ == "pobj" and token.head.lower_ in ("of", "to") else token.head
    if token.dep_ not in OBJECTS or verb.pos_ != "VERB" or verb.lower_ not in forms_of("tallying"):
        return None
    source = source_of(verb)
    return Saying(verb.i, source) if source >= 0 and may_tell(verb.doc[source]) else None


def _counted_by(token: Token) -> Saying | None:
    """ "By the ministry's count, 300 people died", "by a count of the UN": whose count it is."""
    for by in token.children:
        for count in by.children if by.lower_ == "by" else ():
            if count.lower_ in words().totals or count.lower_ in forms_of("records"):
                source = _child(count, {"poss"})
                source = _counter(count) if source < 0 else source
                if source >= 0:
                    return Saying(count.i, source)
    return None


def _counter(count: Token) -> int:
    """The one with a name whose count it is: "by a count of the UN", "the tally of the Syrian Observatory"."""
    named = (noun for of in count.rights if of.lower_ in ("of", "by") for noun in of.children if noun.dep_ == "pobj")
    return next((int(noun.i) for noun in named if noun.pos_ == "PROPN"), -1)


def _shown(token: Token, head: Token) -> Saying | None:
    """Whose figures show it: "UN data show that 300 people died"."""
    if token.dep_ != "ccomp" or head.lower_ not in forms_of("showing"):
        return None
    subject = next((child for child in head.children if child.dep_ == "nsubj"), None)
    if subject is None or subject.lower_ not in forms_of("records") | reporting.noun_forms("documents"):
        return None
    return Saying(head.i, _author(subject))


def _author(record: Token) -> int:
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


def _is_told(token: Token, saying: Token) -> bool:
    """Whether what hangs on a verb of saying is said: its clause, a second verb of that ("said it had killed three and
    captured four"), what is added to it ("said, with 60 wounded", "said, down from 90")."""
    if token.dep_ == "conj":
        before = (child for child in saying.children if child.dep_ == "ccomp" and child.i < token.i)
        return token.tag_ in ("VBD", "VBN") and not says(token) and any(child.i > saying.i for child in before)
    goes_on = (
        token.dep_ == "advcl" and token.tag_ == "VBG" and token.i > saying.i and token.left_edge.nbor(-1).text == ","
    )
    if goes_on and any(child.dep_ == "ccomp" and child.i < saying.i for child in saying.children):
        return True
    added = token.dep_ in ("prep", "advmod") and token.lower_ in ADDING and token.i > saying.i
    added = added and token.left_edge.nbor(-1).text in COMMAS  # not "responded with the arrest of ten"
    have = any(child.lower_ == "have" and child.dep_ == "aux" for child in token.children)
    claimed = token.dep_ == "xcomp" and (have or token.tag_ == "VBD")  # "a strike that the army alleges killed 15"
    misread = token.dep_ == "dobj" and saying.lower_ in SAY  # "said a strike on the town killed 15"
    return token.dep_ in ("ccomp", "parataxis") or added or claimed or misread


def _puts_toll(verb: Token, told: Told) -> bool:
    """ "The ministry put the toll at 45"."""
    word = verb.doc[told.words[0]]
    put = verb.lower_ in forms("put")
    if told.clause == verb.i > word.i and (put or says(verb)):  # "the rebels claimed 40", of what the words before tell
        return True
    return put and word.left_edge.i > verb.i


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
