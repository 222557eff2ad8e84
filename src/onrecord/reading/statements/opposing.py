"""How two sayings of one report stand to one another: how near, by whose side, and whether the one tells of those who
speak in the other.
"""

from collections.abc import Iterator
from functools import cache
from itertools import islice

from spacy.tokens import Token

from onrecord.model.actors import Actor
from onrecord.reading.found import Found, StatementMention
from onrecord.reading.report import Report
from onrecord.vocabulary import reporting
from onrecord.vocabulary.countries import country_named, country_of_demonym
from onrecord.vocabulary.events import nouns, verbs
from onrecord.vocabulary.synonyms import synonyms

CHARGING = frozenset(("accuse", "assert", "inform", "express concern"))
WHOSE = frozenset(("amod", "compound", "poss"))
CLAIM = 5  # words of a denial among which the claims that it denies are named
POWERS = frozenset(("state", "government body", "armed force", "police"))
LIGHT = frozenset(
    ("be", "have", "do", "make", "take", "give", "get", "go", "come", "say", "know", "plan", "try", "seek")
)


def apart(report: Report, one: StatementMention, other: StatementMention) -> int:
    """How many paragraphs lie between the two; more than any bound where they stand in two parts of a page."""
    first, second = one.at.paragraph, other.at.paragraph
    if report.paragraphs[first].part != report.paragraphs[second].part:
        return len(report.paragraphs)
    return abs(first - second)


def adjoin(report: Report, one: StatementMention, other: StatementMention) -> bool:
    """Whether the one ends in the sentence of the other or in that before it, be it in the paragraph before."""
    between = other.at.paragraph - one.at.paragraph
    if between not in (0, 1) or apart(report, one, other) > 1:
        return False
    doc, next_ = (report.paragraphs[each.at.paragraph].doc for each in (one, other))
    start = next_[other.at.start].sent.start
    last = max(at.end for at in (one.at, *one.content) if at.paragraph == one.at.paragraph) - 1
    return bool(doc[last].sent.end >= len(doc) * between + start)


def charges(report: Report, found: Found, charge: StatementMention, denial: StatementMention) -> bool:
    """Whether the saying tells something of those who deny it, or of those for whom they speak."""
    if charge.finding.act.value not in CHARGING or by_one_side(charge, denial):
        return False
    named = [said.value for said in charge.finding.target]
    named += [mention.actor.value for at in charge.content for mention in found.actors.within(at)]
    denying = [*(said.value for said in denial.finding.speaker), *_spoken_for(report, found, denial)]
    countries = {own.country for own in denying if own.type in POWERS}
    return any(one_side(each, own) for each in named for own in denying) or any(
        country in countries for country in _whose(report, charge)
    )


def _whose(report: Report, mention: StatementMention) -> Iterator[str]:
    """The countries whose name or adjective tells whose a thing is: "Russian shelling", "US air strikes"."""
    for token in content(report, mention):
        if token.dep_ in WHOSE and token.text[0].isupper():
            country = country_of_demonym(token.text) or country_named(token.text)
            if country is not None:
                yield country.name


def _spoken_for(report: Report, found: Found, mention: StatementMention) -> Iterator[Actor]:
    """Those whom the words for the speaker's office name: "the ELN's chief negotiator"."""
    role = mention.finding.role
    for span in role.words if role is not None else ():
        for each in found.actors.of_paragraph(mention.at.paragraph):
            if span.holds(report.span(each.at)):
                yield each.actor.value


def accusers(report: Report, found: Found, denial: StatementMention) -> frozenset[str]:
    """The countries and keys of those whose claims are denied, where that is told: "denied Libyan claims that"."""
    claim = next((token for token in islice(content(report, denial), CLAIM) if token.lower_ in _claims()), None)
    if claim is None:
        return frozenset()
    by = (noun for link in claim.rights if link.lower_ in ("by", "from") for noun in link.rights)
    named: set[str] = set()
    for token in (*(child for child in claim.lefts if child.dep_ in WHOSE), *by):
        country = country_of_demonym(token.text) or country_named(token.text)
        named |= {country.name} if country is not None else set()
        for each in found.actors.covering(denial.at.paragraph, token.i):
            named |= {each.actor.value.key, each.actor.value.country or each.actor.value.key}
    return frozenset(named)


def said_by(mention: StatementMention, named: frozenset[str]) -> bool:
    """Whether somebody of those said it, by key or country."""
    return any({said.value.key, said.value.country} & named for said in mention.finding.speaker)


@cache
def _claims() -> frozenset[str]:
    return reporting.noun_forms("claims") - reporting.noun_forms("shares")


def content(report: Report, mention: StatementMention) -> Iterator[Token]:
    for at in mention.content:
        yield from report.paragraphs[at.paragraph].doc[at.start : at.end]


def by_one_side(one: StatementMention, other: StatementMention) -> bool:
    """Whether both are said by somebody of one side; a person may be against the state of his country."""
    pairs = [(mine.value, yours.value) for mine in one.finding.speaker for yours in other.finding.speaker]
    return any(one_side(*pair) and (pair[0].key == pair[1].key or not _of_persons(*pair)) for pair in pairs)


def _of_persons(one: Actor, other: Actor) -> bool:
    return "person" in (one.type, other.type) and None in (one.side_of, other.side_of)


def one_side(one: Actor, other: Actor) -> bool:
    """Whether two are one, act for one state, or one may speak for the other."""
    if one.key == other.key or one.key == other.side_of or other.key == one.side_of:
        return True
    powers = [actor.type in POWERS or actor.type == "person" for actor in (one, other)]
    states = one.type in POWERS or other.type in POWERS
    return all(powers) and states and one.country is not None and one.country == other.country


def tells(token: Token) -> bool:
    return token.pos_ in ("NOUN", "VERB", "PROPN", "ADJ", "NUM") and token.lemma_.lower() not in LIGHT


def sense(token: Token) -> str:
    """The word that stands for those of its meaning."""
    lemma = token.lemma_.lower()
    return synonyms().get(token.lower_) or synonyms().get(lemma, lemma)


def senses(token: Token) -> frozenset[str]:
    """What a word tells, as far as wordings of one deed share it: its sense, and the kinds of deed that it tells."""
    told = (*verbs().get(token.lower_, ()), *nouns().get(token.lower_, ()))
    return frozenset((sense(token), *(each.kind.plover for each in told if not each.others)))


def deeds(report: Report, mention: StatementMention) -> frozenset[str]:
    """What the verbs of a saying tell, in the words and kinds of `senses`."""
    verbs_ = (token for token in content(report, mention) if token.pos_ == "VERB" and tells(token))
    return frozenset(sense for token in verbs_ for sense in senses(token))
