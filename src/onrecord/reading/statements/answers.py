"""Answers: which saying of the same report a denial denies.

"Kyiv said that Russian forces had shelled the hospital. Moscow denied the claim": the words of the denial point back at
what somebody else said just before of those who deny it, or hold the deed that they were accused of. Where neither is
plain, a denial answers nothing that we know of. Who says that he has not done the very deed denies it by that, and two
who accuse each other answer one another.
"""

from collections.abc import Sequence

from msgspec.structs import replace
from spacy.tokens import Token

from onrecord.reading import keeping
from onrecord.reading.deeds.grammar import own_subjects
from onrecord.reading.found import Found, StatementMention
from onrecord.reading.report import Report
from onrecord.reading.statements import opposing, rivals
from onrecord.reading.statements.acts import group
from onrecord.vocabulary import reporting

PLAIN = frozenset(("assert", "inform"))
OWN = frozenset(("it", "they", "we", "its", "their", "our"))
NOT = frozenset(("nobody", "none", "nothing", "never"))
RELATIVE = frozenset(("which", "something"))  # "…, which Kigali denies"
LEADING = frozenset(
    ("a", "an", "the", "this", "that", "these", "those", "such", "any", "all", "both", "its", "his", "her", "their")
)
BACK = 1  # paragraphs between a denial that points back and what it points at
NEAR = 3  # between a denial that names the deed and who told it
FEW = 30  # sayings before and after it that are thought of
FIRST = 3  # words of a denial, among which a part in the deed is
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
    plain = each.finding.act.value in PLAIN and (_undone(report, found, each) or _calls_untrue(report, each))
    denies = plain or each.finding.act.value == "deny"
    told = _denied(report, found, mentions, number) if denies else None
    told = told or rivals.told(report, found, mentions[max(0, number - rivals.FEW) : number], each)
    if told is None:
        return each
    return each._replace(finding=replace(each.finding, answers=(keeping.id_of(report, "statement", told),)))


def _is_mutual(mention: StatementMention) -> bool:
    """Whether two accuse each other in one saying, which then answers itself."""
    speaking, accused = (
        {said.value.key for said in side} for side in (mention.finding.speaker, mention.finding.target)
    )
    return mention.finding.act.value == "accuse" and len(speaking) > 1 and speaking == accused


def _undone(report: Report, found: Found, mention: StatementMention) -> frozenset[str]:
    """What those who speak say that they have not done: "said that it bombed nobody", "had not fired on the town"."""
    return frozenset(
        sense
        for at in mention.content
        for token in report.paragraphs[at.paragraph].doc[at.start : at.end]
        for sense in opposing.senses(token)
        if token.pos_ == "VERB" and opposing.tells(token) and any(_negates(child) for child in token.children)
        if any(_is_own(found, mention, at.paragraph, doer) for doer in own_subjects(token))
    )


def _calls_untrue(report: Report, mention: StatementMention) -> bool:
    """Whether what was said is called untrue: "called the claim a lie"."""
    tokens = _words(report, mention)
    return any(token.lower_ in group("untrue") for token in tokens) and _stands_for_it(tokens)


def _is_own(found: Found, mention: StatementMention, paragraph: int, doer: Token) -> bool:
    """Whether the one who does it is of those who speak."""
    named = [each.actor.value for each in found.actors.covering(paragraph, doer.i)]
    if not named:
        return doer.lower_ in OWN or any(child.lower_ in OWN for child in doer.children)
    return any(opposing.one_side(each, said.value) for each in named for said in mention.finding.speaker)


def _negates(child: Token) -> bool:
    none = child.lower_ in NOT or any(word.lower_ == "no" and word.dep_ == "det" for word in child.children)
    return child.dep_ == "neg" or (none and child.dep_ in ("dobj", "nsubj", "nsubjpass", "advmod"))


def _bare(report: Report, mention: StatementMention) -> bool:
    """Whether a pronoun tells all of what is denied: "denied it"."""
    first = next((token for token in opposing.content(report, mention) if token.is_alpha), None)
    pointing = first is not None and first.lower_ in reporting.words("pointing") and first.dep_ == "dobj"
    pointing = pointing or (first is not None and first.lower_ in RELATIVE)
    return pointing and mention.finding.act.value == "deny" and mention.finding.form != "direct"


def _denied(report: Report, found: Found, mentions: Sequence[StatementMention], number: int) -> StatementMention | None:
    """The one saying that the denial of that number answers, if any."""
    denial = mentions[number]
    others = mentions[max(0, number - FEW) : number]
    others = [each for each in others if _aims_at(each, denial) or not any(a.overlaps(denial.at) for a in each.content)]
    before = [each for each in reversed(others) if opposing.apart(report, each, denial) <= NEAR]
    after = [each for each in mentions[number + 1 : number + FEW] if opposing.apart(report, each, denial) <= NEAR]
    if named := opposing.accusers(report, found, denial):
        before, after = ([each for each in side if opposing.said_by(each, named)] for side in (before, after))
    if _points_back(report, denial) and (denial.finding.act.value not in PLAIN or _calls_untrue(report, denial)):
        charges = (each for each in before if each.finding.act.value in opposing.CHARGING)
        charge = next((each for each in charges if not opposing.by_one_side(each, denial)), None)
        if charge is None or opposing.apart(report, charge, denial) > BACK:
            return None
        return charge if _may_answer(report, found, charge, denial, charge is before[0]) else None
    told = [each for each in (*before[:1], *after[:1]) if _answers_at_once(report, found, each, denial)]
    told += [each for each in (*before, *after) if _same_deed(report, found, each, denial)]
    return told[0] if told else None


def _aims_at(charge: StatementMention, denial: StatementMention) -> bool:
    """Whether those who deny are those accused, the denial told of them: "accuses Rwanda, which denies it, of"."""
    denying = {said.value.key for said in denial.finding.speaker}
    return any(said.value.key in denying for said in charge.finding.target)


def _points_back(report: Report, denial: StatementMention) -> bool:
    """Whether what is denied is told by words that stand for what was said, or as claims of it ("accusations of
    looting")."""
    tokens = _words(report, denial)
    claims = 0 < len(tokens) <= SHORT and tokens[0].lower_ in reporting.noun_forms("claims")
    return claims or _stands_for_it(tokens)


def _words(report: Report, mention: StatementMention) -> list[Token]:
    return [token for token in opposing.content(report, mention) if token.is_alpha]


def _stands_for_it(tokens: Sequence[Token]) -> bool:
    """Whether words tell nothing by themselves but that it is not so: "it", "the accusation", "the claim a lie", "no
    such agreement exists"."""
    start = [token.lower_ for token in tokens[:2]]
    pointing = start[:1] and (
        start[0] in RELATIVE or (start[0] in reporting.words("pointing") and tokens[0].dep_ != "nsubj")
    )
    claims = next((n for n, word in enumerate(start) if word in reporting.noun_forms("claims")), None)
    if start == ["no", "such"]:
        return len(tokens) <= SHORT
    if claims is None or start[0] not in LEADING | reporting.noun_forms("claims"):
        return bool(pointing) and len(tokens) <= SHORT
    rest = tokens[claims + 1 :]
    return not rest or rest[0].lower_ == "as" or any(token.lower_ in group("untrue") for token in rest[:SHORT])


def _may_answer(report: Report, found: Found, charge: StatementMention, denial: StatementMention, last: bool) -> bool:
    """Whether a denial that points back may point at the saying: at what is told of those who deny it; where it tells
    nothing more, what was told right before, of whomever, in the paragraph before only if nothing was said since."""
    if opposing.charges(report, found, charge, denial):
        return True
    tokens = _words(report, denial)
    told = (
        denial.finding.recent
        and _stands_for_it(tokens)
        and {token.lower_ for token in tokens}.isdisjoint(reporting.noun_forms("shares"))
    )
    beside = last or charge.at.paragraph == denial.at.paragraph
    return told and beside and opposing.adjoin(report, charge, denial)


def _answers_at_once(report: Report, found: Found, charge: StatementMention, denial: StatementMention) -> bool:
    """Whether those who are accused beside it deny a deed of the same kind, or a part in it: "accused Ankara of bombing
    the dam. Ankara denied striking civilian infrastructure"."""
    acts = charge.finding.act.value, denial.finding.act.value
    pairs = ((charge, denial), (denial, charge))
    if acts != ("accuse", "deny") or not any(opposing.adjoin(report, *pair) for pair in pairs):
        return False
    if not opposing.charges(report, found, charge, denial):
        return False
    part = any(token.lower_ in reporting.noun_forms("shares") for token in _words(report, denial)[:FIRST])
    return part or not opposing.deeds(report, charge).isdisjoint(opposing.deeds(report, denial))


def _same_deed(report: Report, found: Found, charge: StatementMention, denial: StatementMention) -> bool:
    """Whether the saying tells of those who deny it the deed that they deny: its verb, or one for a deed of its kind of
    or with the same thing, and half of the other words of the denial."""
    if not opposing.charges(report, found, charge, denial):
        return False
    words = [opposing.sense(token) for token in opposing.content(report, denial) if opposing.tells(token)]
    said = frozenset(opposing.sense(token) for token in opposing.content(report, charge))
    deeds = _undone(report, found, denial) if denial.finding.act.value in PLAIN else opposing.deeds(report, denial)
    shared = sum(word in said for word in words)
    alike = not deeds & said and shared > 0 and not deeds.isdisjoint(opposing.deeds(report, charge))
    return (alike or bool(deeds & said)) and 2 * (shared + alike) >= len(words)
