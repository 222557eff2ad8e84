"""What a figure holds for: the clause it is told in, and from that its standing, deed, place, dates and teller."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from msgspec import structs
from spacy.tokens import Doc, Token

from onrecord.model.dates import When
from onrecord.model.said import Said
from onrecord.reading.counted import Counted
from onrecord.reading.found import ActorMention, DateMention, Found, StatementMention
from onrecord.reading.measures import COUNTS, Told
from onrecord.reading.report import At, Paragraph
from onrecord.vocabulary.measures import forms, measures

TOTALS = frozenset({"toll", "tolls", *COUNTS})
SINCE = "since a dated event"
CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
DOUBTFUL = frozenset({"would", "might", "should", "must", "ought"})
PROJECTING = frozenset({"could", "may"})
FUTURE = frozenset({"will", "shall", "'ll", "’ll"})
ASIDES = frozenset({"nsubj", "appos"})
ARGUMENTS = frozenset(
    {"nsubj", "nsubjpass", "dobj", "pobj", "prep", "xcomp", "attr", "oprd", "conj", "appos", "dep", "compound", "agent"}
)
LEVELS = frozenset({"refugees", "population", "observation posts", "people in need", "area", "share"})
EQUIPMENT = frozenset({"tanks", "armoured vehicles", "vehicles", "artillery", "aircraft", "weapons", "troops"})
COMMAS = frozenset({",", "–", "—", "-", "--", "("})
CAUSING = frozenset(
    form
    for verb in ("cause", "force", "lead", "make", "leave", "see", "prompt", "drive", "have")
    for form in forms(verb)
)
HARM = frozenset({"killed", "wounded", "casualties", "captured", "abducted"})
HAVE = frozenset({"has", "have", "had", "having"})
OTHER_CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "parataxis"})
EXAMPLES = frozenset({"according", "such", "including", "like"})
PERIODS = frozenset({"week", "month", "season", "quarter", "year", "decade"})


class Clause(NamedTuple):
    """The tokens from a figure's telling up to the verb that asserts it, and what that path says of its standing.

    `standing` is None where the figure is denied, supposed or wished for and so must not be recorded. `vouched` is the
    verb that gives the standing, if one does.
    """

    path: tuple[int, ...]
    standing: str | None
    vouched: int | None = None


def clause_of(doc: Doc, number: Counted, told: Told) -> Clause:
    """The clause of a figure. Denials count only where the number is not itself "no"."""
    path: list[int] = [number.bearer] if number.bearer != told.clause else []
    standing: str | None = "reported"
    vouched = None
    token = doc[told.clause]
    for _ in range(12):
        path.append(token.i)
        if _is_supposed(token) or (number.amount.value != 0 and _is_denied(token)):
            return Clause(tuple(path), None)
        standing, vouched = _standing(token, standing, vouched)
        if standing is None:
            return Clause(tuple(path), None)
        # what is said of a subject or an aside is not supposed because the sentence goes on to suppose something
        if token.dep_ in ASIDES or not (token.dep_ in ARGUMENTS or _is_vouched_or_caused(token)):
            break
        token = token.head
    if standing == "planned" and told.measure in HARM:  # nobody's plan: "hundreds will die"
        standing = "projected"
    return Clause(tuple(path), standing, vouched)


def _is_vouched_or_caused(verb: Token) -> bool:
    above = verb.head.lower_
    return verb.dep_ == "ccomp" and (above in CAUSING or above in _standing_verbs())


def _is_supposed(token: Token) -> bool:
    for child in token.children:
        if (child.dep_ == "mark" and child.lower_ in CONDITIONS) or (child.dep_ == "aux" and child.lower_ in DOUBTFUL):
            return True
        if child.dep_ == "advcl" and any(mark.lower_ in CONDITIONS for mark in child.children):
            return True
    return False


def _is_denied(token: Token) -> bool:
    return any(child.dep_ == "neg" or child.lower_ in ("no", "never", "neither") for child in token.children)


def _standing(token: Token, standing: str | None, vouched: int | None) -> tuple[str | None, int | None]:
    """The standing after one more token of the path; the word nearest the number speaks first."""
    if standing != "reported":
        return standing, vouched
    auxiliaries = {child.lower_ for child in token.children if child.dep_ == "aux"}
    if auxiliaries & FUTURE:
        return "planned", token.i
    if auxiliaries & PROJECTING:
        return ("presumed" if "have" in auxiliaries else "projected"), token.i
    for word in (token, *token.children):
        kind = _standing_verbs().get(word.lower_)
        if kind and (word is token or word.dep_ in ("amod", "advmod", "acl")) and word.pos_ in ("VERB", "ADJ", "ADV"):
            return (None if kind == "hypothetical" else kind), word.i
    return standing, vouched


@cache
def _standing_verbs() -> dict[str, str]:
    return {form: kind for kind, verbs in measures().standing.items() for verb in verbs for form in forms(verb)}


def deed_of(doc: Doc, number: Counted, clause: Clause) -> tuple[str, tuple[int, ...]] | None:
    """What was done to the counted things, with the tokens of the verb."""
    subject = doc[number.bearer].dep_ == "nsubj"
    for at in (*clause.path, *_participles(doc, number)):
        if at == number.bearer and doc[at].pos_ not in ("VERB", "AUX"):
            continue
        for did, words, of_subject in _deeds().get(doc[at].lower_, ()):
            if of_subject != (subject and doc[at].i == doc[number.bearer].head.i):
                continue
            if not words:
                return did, (at,)
            particle = next((t.i for t in doc[at + 1 : at + 8] if t.lower_ == words and t.head.i == at), None)
            if particle is not None:
                return did, (at, particle)
    return None


def _participles(doc: Doc, number: Counted) -> Iterator[int]:
    noun = number.noun if number.noun is not None else number.bearer
    return (child.i for child in doc[noun].children if child.dep_ in ("acl", "relcl"))


@cache
def _deeds() -> dict[str, tuple[tuple[str, str, bool], ...]]:
    """Deeds by form of their verb: what was done, the verb's particle, whether the subject is what is counted."""
    table: dict[str, list[tuple[str, str, bool]]] = {}
    for deed in measures().deeds:
        for phrase in sorted(deed.verbs, key=lambda verb: " " not in verb):
            verb, _, particle = phrase.partition(" ")
            for form in forms(verb):
                table.setdefault(form, []).append((deed.did, particle, deed.subject))
    return {form: tuple(sorted(entries, key=lambda entry: not entry[1])) for form, entries in table.items()}


def statement_over(found: Found, paragraph: int, number: Counted) -> StatementMention | None:
    """The innermost statement whose content holds the number."""
    at = At(paragraph, number.start, number.end)
    holding = [
        (piece.end - piece.start, i, statement)
        for i, statement in enumerate(found.statements.of_paragraph(paragraph))
        for piece in statement.content
        if piece.overlaps(at)
    ]
    return min(holding)[2] if holding else None


def is_background(doc: Doc, told: Told) -> bool:
    """Whether a level stands in a clause or phrase set off by commas: "Turkey, which hosts 3.6 million refugees, ..."

    Such an aside is the report's own even inside what somebody is reported to have said.
    """
    if told.measure not in LEVELS:
        return False
    token = doc[told.clause]
    if is_aside_home(token):
        return True
    for _ in range(4):
        if (
            token.dep_ in ("relcl", "appos", "amod", "acl")
            and token.left_edge.i
            and token.left_edge.nbor(-1).text in COMMAS
        ):
            return True
        token = token.head
    return False


def is_aside_home(token: Token) -> bool:
    """ "Turkey, home to 3.6 million": an aside on the words before the comma."""
    return token.lower_ == "home" and token.i > 1 and token.nbor(-1).text in COMMAS


def vouching_actor(doc: Doc, found: Found, paragraph: int, clause: Clause) -> ActorMention | None:
    """Who confirms or estimates the number, where the sentence says so without a statement."""
    if clause.vouched is None or clause.standing not in ("verified", "estimated"):
        return None
    subject = next((child for child in doc[clause.vouched].children if child.dep_ == "nsubj"), None)
    return next(iter(found.actors.covering(paragraph, subject.i)), None) if subject is not None else None


def dates_of(doc: Doc, found: Found, paragraph: int, clause: Clause, number: Counted) -> list[DateMention]:
    """The dates that hang on the figure's clause, nearest first."""
    sentence = doc[number.start].sent
    near = []
    path = {at for at in clause.path if at != clause.vouched or len(clause.path) == 1}
    for date in found.dates.within(At(paragraph, sentence.start, sentence.end)):
        head = date.head if date.head >= 0 else doc[date.at.start].head.i
        token, steps = doc[head], 0
        while token.i not in path and token.head is not token and steps < 5 and same_clause(token):
            token, steps = token.head, steps + 1
        if token.i in path:
            near.append((steps, abs(date.at.start - number.end), date))
    return [date for _, _, date in sorted(near, key=lambda entry: entry[:2])]


def same_clause(token: Token) -> bool:
    """Whether the way up from a token stays in its clause; a clause of "since" tells when the one above it began."""
    since = token.dep_ == "advcl" and any(child.dep_ == "mark" and child.lower_ == "since" for child in token.children)
    example = token.lower_ in EXAMPLES or (token.lower_ == "as" and token.i > 0 and token.nbor(-1).lower_ == "such")
    return since or not (token.dep_ in OTHER_CLAUSES or example)


def when_of(
    paragraph: Paragraph, told: Told, dates: list[DateMention], statement: StatementMention | None
) -> tuple[Said[When] | None, Said[When] | None]:
    """`as_of` and `period`: what a total was counted over, or the day on which a level stood or a thing was seen."""
    said_on = statement.finding.on if statement else None
    if not dates:
        return said_on, None
    when = _since_then(paragraph, dates[0]) or dates[0].when
    whole = when.value
    if whole.bound in ("since", "during", "until", "by") or whole.span is not None or whole.unit in PERIODS:
        return said_on, when
    return (when, None) if told.measure in LEVELS | EQUIPMENT else (None, when)


def _since_then(paragraph: Paragraph, date: DateMention) -> Said[When] | None:
    """The start that a clause of "since" gives by the date in it: "since the war began in 2014"."""
    if date.head < 0 or date.when.value.bound != "on":
        return None
    for token in (paragraph.doc[date.head], *list(paragraph.doc[date.head].ancestors)[:2]):
        since = next((child.i for child in token.children if child.dep_ == "mark" and child.lower_ == "since"), None)
        if since is not None and token.dep_ == "advcl":
            words = (paragraph.span(since, since + 1), *date.when.words)
            return Said(structs.replace(date.when.value, bound="since"), SINCE, words)
    return None


def _is_total(doc: Doc, number: Counted, told: Told) -> bool:
    """The number is said of a toll, or of "the number of" something."""
    word = doc[told.words[0]]
    above = (word, *list(word.ancestors)[:3])
    return any(token.lower_ in TOTALS and token.i < number.start for token in above)


def _verb(doc: Doc, clause: Clause) -> Token | None:
    return next((doc[at] for at in clause.path if doc[at].pos_ in ("VERB", "AUX")), None)


def auxiliaries(doc: Doc, clause: Clause) -> set[str]:
    verb = _verb(doc, clause)
    return {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")} if verb is not None else set()


def count_of(doc: Doc, number: Counted, told: Told, clause: Clause, period: When | None, alone: bool) -> str | None:
    """Whether the number is one incident's, new, a total since a start, or a level; None where that is not told.

    "Another 20 wounded" is new only where it stands `alone`: beside the dead of the same attack it sets apart.
    """
    before = doc[number.start - 1].lower_ if number.start else ""
    opening = doc[number.start].lower_ if number.single else ""
    after = doc[number.end].lower_ if number.end < len(doc) else ""
    if alone and told.measure not in LEVELS and not {before, after, opening}.isdisjoint(measures().fresh):
        return "new in period"
    sentence = doc[number.start].sent.text.lower()
    if _is_total(doc, number, told):
        return "running total"
    if any(phrase in sentence for phrase in measures().total):
        return "running total"
    if period and (
        period.bound == "since" or period.span is not None or (period.unit in PERIODS and period.offset == 0)
    ):
        return "running total"
    if period and period.unit in PERIODS and told.measure not in LEVELS and not number.single:
        return "new in period"
    verb = _verb(doc, clause)
    helping = auxiliaries(doc, clause)
    if helping & HAVE and told.measure in ("displaced", "refugees"):
        return "running total"
    if told.measure in LEVELS:
        return "level on a day"
    if verb is None or helping & HAVE:
        return None
    past = verb.tag_ in ("VBD", "VBN", "VBG") and not helping & {"is", "are"}
    return "incident" if past and told.measure in HARM else None
