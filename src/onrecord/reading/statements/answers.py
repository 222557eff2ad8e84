"""Answers: which saying of the same report a denial denies.

"Kyiv said that Russian forces had shelled the hospital. Moscow denied the claim": the words of the denial point back at
what somebody else said just before of those who deny it, or hold the deed that they were accused of. Where neither is
plain, a denial answers nothing that we know of. Who says that he has not done the very deed denies it by that, and two
who accuse each other answer one another.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace
from spacy.tokens import Token

from onrecord.model.actors import Actor
from onrecord.reading import keeping
from onrecord.reading.deeds.grammar import own_subjects
from onrecord.reading.found import Found, StatementMention
from onrecord.reading.report import Report
from onrecord.vocabulary import reporting

PLAIN = frozenset(("assert", "inform"))
OWN = frozenset(("it", "they", "we", "its", "their", "our"))
NOT = frozenset(("nobody", "none", "nothing", "never"))
CHARGING = frozenset(("accuse", "assert", "inform", "express concern"))
POWERS = frozenset(("state", "government body", "armed force", "police"))
RELATIVE = frozenset(("which", "something"))  # "…, which Kigali denies"
LEADING = frozenset(
    ("a", "an", "the", "this", "that", "these", "those", "such", "any", "all", "both", "its", "his", "her", "their")
)
LIGHT = frozenset(
    ("be", "have", "do", "make", "take", "give", "get", "go", "come", "say", "know", "plan", "try", "seek")
)
BACK = 1  # paragraphs between a denial that points back and what it points at
NEAR = 3  # between a denial that names the deed and who told it
FEW = 30  # sayings before and after it that are thought of
SHORT = 5  # words of a denial that only points back


def told(report: Report, found: Found, mentions: Sequence[StatementMention]) -> tuple[StatementMention, ...]:
    """The sayings, the denials among them with the ids of what they answer; a denial that tells by a pronoun alone what
    it denies is none without that."""
    return tuple(
        answering
        for number, each in enumerate(mentions)
        if (answering := _answering(report, found, mentions, number)).finding.answers or not _bare(report, each)
    )


def _answering(report: Report, found: Found, mentions: Sequence[StatementMention], number: int) -> StatementMention:
    each = mentions[number]
    if _is_mutual(each):
        own = keeping.id_of(report, "statement", each)
        return each._replace(finding=replace(each.finding, answers=(own,)))
    if each.finding.act.value != "deny" and not (each.finding.act.value in PLAIN and _undone(report, found, each)):
        return each
    return each._replace(finding=replace(each.finding, answers=tuple(_answered(report, found, mentions, number))))


def _is_mutual(mention: StatementMention) -> bool:
    """Whether two accuse each other in one saying, which then answers itself."""
    speaking, accused = (
        {said.value.key for said in side} for side in (mention.finding.speaker, mention.finding.target)
    )
    return mention.finding.act.value == "accuse" and len(speaking) > 1 and speaking == accused


def _undone(report: Report, found: Found, mention: StatementMention) -> frozenset[str]:
    """What those who speak say that they have not done: "said that it bombed nobody", "had not fired on the town"."""
    return frozenset(
        token.lemma_.lower()
        for at in mention.content
        for token in report.paragraphs[at.paragraph].doc[at.start : at.end]
        if token.pos_ == "VERB" and _tells(token) and any(_negates(child) for child in token.children)
        if any(_is_own(found, mention, at.paragraph, doer) for doer in own_subjects(token))
    )


def _is_own(found: Found, mention: StatementMention, paragraph: int, doer: Token) -> bool:
    """Whether the one who does it is of those who speak."""
    named = [each.actor.value for each in found.actors.covering(paragraph, doer.i)]
    if not named:
        return doer.lower_ in OWN or any(child.lower_ in OWN for child in doer.children)
    return any(_one_side(each, said.value) for each in named for said in mention.finding.speaker)


def _negates(child: Token) -> bool:
    none = child.lower_ in NOT or any(word.lower_ == "no" and word.dep_ == "det" for word in child.children)
    return child.dep_ == "neg" or (none and child.dep_ in ("dobj", "nsubj", "nsubjpass", "advmod"))


def _bare(report: Report, mention: StatementMention) -> bool:
    """Whether a pronoun tells all of what is denied: "denied it"."""
    first = next((token for token in _content(report, mention) if token.is_alpha), None)
    pointing = first is not None and first.lower_ in reporting.words("pointing") and first.dep_ == "dobj"
    pointing = pointing or (first is not None and first.lower_ in RELATIVE)
    return pointing and mention.finding.act.value == "deny" and mention.finding.form != "direct"


def _answered(report: Report, found: Found, mentions: Sequence[StatementMention], number: int) -> Iterator[str]:
    """The id of the one saying that the denial of that number answers, if any."""
    denial = mentions[number]
    others = mentions[max(0, number - FEW) : number]
    others = [each for each in others if _aims_at(each, denial) or not any(a.overlaps(denial.at) for a in each.content)]
    before = [each for each in reversed(others) if _apart(report, each, denial) <= NEAR]
    after = [each for each in mentions[number + 1 : number + FEW] if _apart(report, each, denial) <= NEAR]
    if denial.finding.act.value not in PLAIN and _points_back(report, denial):
        charges = (each for each in before if each.finding.act.value in CHARGING)
        charge = next((each for each in charges if not _by_one_side(each, denial)), None)
        near = charge is not None and _apart(report, charge, denial) <= BACK
        fits = charge is not None and near and _may_answer(report, found, charge, denial)
    else:
        charge = next((each for each in (*before, *after) if _same_deed(report, found, each, denial)), None)
        fits = charge is not None
    if charge is not None and fits:
        yield keeping.id_of(report, "statement", charge)


def _aims_at(charge: StatementMention, denial: StatementMention) -> bool:
    """Whether those who deny are those accused, the denial told of them: "accuses Rwanda, which denies it, of"."""
    denying = {said.value.key for said in denial.finding.speaker}
    return any(said.value.key in denying for said in charge.finding.target)


def _apart(report: Report, one: StatementMention, other: StatementMention) -> int:
    """How many paragraphs lie between the two; more than any bound where they stand in two parts of a page."""
    first, second = one.at.paragraph, other.at.paragraph
    if report.paragraphs[first].part != report.paragraphs[second].part:
        return len(report.paragraphs) + NEAR
    return abs(first - second)


def _points_back(report: Report, denial: StatementMention) -> bool:
    """Whether what is denied is told by a pronoun or a noun that stands for what was said: "it", "the accusation"."""
    words = [token.lower_ for token in _content(report, denial) if token.is_alpha]
    if not words or len(words) > SHORT:
        return False
    claims = reporting.noun_forms("claims")
    return (
        words[0] in reporting.words("pointing") | RELATIVE
        or (words[-1] in claims and (len(words) < 2 or words[0] in LEADING))
        or words[0] in claims
    )


def _may_answer(report: Report, found: Found, charge: StatementMention, denial: StatementMention) -> bool:
    """Whether a denial that points back may point at the saying: at what is told of those who deny it; what was told
    right before, of whomever."""
    words = {token.lower_ for token in _content(report, denial)}
    told = charge.finding.act.value in CHARGING and words.isdisjoint(reporting.noun_forms("shares"))
    return _charges(report, found, charge, denial) or (told and _adjoin(report, charge, denial))


def _adjoin(report: Report, one: StatementMention, other: StatementMention) -> bool:
    """Whether the one ends in the sentence of the other or in that before it."""
    if one.at.paragraph != other.at.paragraph:
        return False
    doc = report.paragraphs[one.at.paragraph].doc
    last = max(at.end for at in (one.at, *one.content)) - 1
    return bool(doc[last].sent.end >= doc[other.at.start].sent.start)


def _charges(report: Report, found: Found, charge: StatementMention, denial: StatementMention) -> bool:
    """Whether the saying tells something of those who deny it, or of those for whom they speak."""
    if charge.finding.act.value not in CHARGING or _by_one_side(charge, denial):
        return False
    named = [said.value for said in charge.finding.target]
    named += [mention.actor.value for at in charge.content for mention in found.actors.within(at)]
    denying = [*(said.value for said in denial.finding.speaker), *_spoken_for(report, found, denial)]
    return any(_one_side(each, own) for each in named for own in denying)


def _spoken_for(report: Report, found: Found, mention: StatementMention) -> Iterator[Actor]:
    """Those whom the words for the speaker's office name: "the ELN's chief negotiator"."""
    role = mention.finding.role
    for span in role.words if role is not None else ():
        for each in found.actors.of_paragraph(mention.at.paragraph):
            if span.holds(report.span(each.at)):
                yield each.actor.value


def _same_deed(report: Report, found: Found, charge: StatementMention, denial: StatementMention) -> bool:
    """Whether the saying tells of those who deny it the deed that they deny: its verb, and half of its other words."""
    if not _charges(report, found, charge, denial):
        return False
    words = {token.lemma_.lower() for token in _content(report, denial) if _tells(token)}
    said = {token.lemma_.lower() for token in _content(report, charge)}
    deeds = _undone(report, found, denial) if denial.finding.act.value in PLAIN else _deeds(report, denial)
    return bool(deeds & said) and 2 * len(words & said) >= len(words)


def _deeds(report: Report, mention: StatementMention) -> frozenset[str]:
    return frozenset(
        token.lemma_.lower() for token in _content(report, mention) if token.pos_ == "VERB" and _tells(token)
    )


def _tells(token: Token) -> bool:
    return token.pos_ in ("NOUN", "VERB", "PROPN", "ADJ", "NUM") and token.lemma_.lower() not in LIGHT


def _content(report: Report, mention: StatementMention) -> Iterator[Token]:
    for at in mention.content:
        yield from report.paragraphs[at.paragraph].doc[at.start : at.end]


def _by_one_side(one: StatementMention, other: StatementMention) -> bool:
    """Whether both are said by somebody of one side; a person may be against the state of his country."""
    pairs = [(mine.value, yours.value) for mine in one.finding.speaker for yours in other.finding.speaker]
    return any(_one_side(*pair) and (pair[0].key == pair[1].key or not _of_persons(*pair)) for pair in pairs)


def _of_persons(one: Actor, other: Actor) -> bool:
    return "person" in (one.type, other.type) and None in (one.side_of, other.side_of)


def _one_side(one: Actor, other: Actor) -> bool:
    """Whether two are one, act for one state, or one may speak for the other."""
    if one.key == other.key or one.key == other.side_of or other.key == one.side_of:
        return True
    powers = [actor.type in POWERS or actor.type == "person" for actor in (one, other)]
    states = one.type in POWERS or other.type in POWERS
    return all(powers) and states and one.country is not None and one.country == other.country
