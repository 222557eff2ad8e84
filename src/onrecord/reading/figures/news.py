"""Whether a figure is the report's own news, or of an earlier time or another war that it only looks back on."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from onrecord.model.dates import When
from onrecord.model.places import countries_of
from onrecord.model.said import Said
from onrecord.reading.dates.day_heads import DayHeads, day_heads
from onrecord.reading.deeds.grammar import in_main_clause
from onrecord.reading.figures.choice import Chosen, names_deed
from onrecord.reading.figures.clause import HAVE, auxiliaries, says, verb_of
from onrecord.reading.figures.dates import YEARS, tells_which
from onrecord.reading.found import DateMention, Found, PlaceMention, StatementMention
from onrecord.reading.report import At, Paragraph, Report
from onrecord.vocabulary.countries import country_of_demonym
from onrecord.vocabulary.figures import forms_of, kinds, words

YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:s|[-–]\d{2,4})?")
REMOVED = re.compile(
    r"\b(?:decades|years|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+|several|some|few|many) "
    r"(?P<unit>hour|day|week|month|year|decade)s?) (?:after|before|ago|earlier|later|since|prior)\b",
    re.IGNORECASE,
)
PRESENT = frozenset({"VBZ", "VBP"})
NEWS_UNITS = frozenset({"day", "week", "weekend"})
HOME_SHARE = 5  # the part of a report's places, one in so many, by which a country is its own
LONG_AGO = 20  # years
CHRONICLED = frozenset({"killed", "wounded", "casualties"})
TO_WAR = 3  # tokens from the name of a country to the word for its war
AROUND, MOST_AROUND = 4, 6  # sentences on either side; of these and itself, those in the bare present
SUM_OF_A_WAR = 1000
SEATED = frozenset({"based", "headquartered"})
ENDED = frozenset({"before", "until"})
PASSING = 2  # times that a country is named which a report only speaks of in passing


class Setting(NamedTuple):
    """A report, with the dated headings that hold in it, the countries that it is about and those it names in passing,
    and the years in which its parts were published, as far as they say."""

    report: Report
    found: Found
    heads: DayHeads
    home: frozenset[str]
    passing: frozenset[str]
    years: Mapping[int, int]
    chronicled: frozenset[int]


def setting_of(report: Report, found: Found) -> Setting:
    """What the figures of a report are told in."""
    countries = Counter(country for place in found.places for country in countries_of(place.place.value))
    total = sum(countries.values())
    home = frozenset(country for country, times in countries.items() if times * HOME_SHARE >= total)
    passing = frozenset(country for country, times in countries.items() if times <= PASSING) - home
    published = {number: part.published.value for number, part in enumerate(report.document.parts) if part.published}
    years = {number: int(day[:4]) for number, day in published.items()}
    return Setting(report, found, day_heads(report, found), home, passing, years, _chronicled(report))


def _chronicled(report: Report) -> frozenset[int]:
    """The paragraphs that tell events in the bare present, as chronicles do: their days are not that of the report."""
    sentences = [(paragraph, sentence) for paragraph in report.paragraphs for sentence in paragraph.doc.sents]
    present = [sentence.root.tag_ in PRESENT and _is_event(sentence.root) for _, sentence in sentences]
    return frozenset(
        paragraph.index
        for at, (paragraph, _) in enumerate(sentences)
        if sum(present[max(0, at - AROUND) : at + AROUND + 1]) >= MOST_AROUND
    )


def _is_event(verb: Token) -> bool:
    return verb.pos_ == "VERB" and not any(child.dep_ in ("aux", "neg") for child in verb.children)


def is_recent(
    setting: Setting,
    paragraph: Paragraph,
    each: Chosen,
    statement: StatementMention | None,
    period: Said[When] | None,
) -> bool:
    """Whether the wording is of the report's own day: no day is given, and nothing sets the figure in an earlier time.

    What is told in the present, or as done by now ("has killed"), stands; of the simple past only what no other date,
    year or lapse of time stands beside; what "had" happened is news only in somebody's report of it.
    """
    if period is not None and period.value.bound != "since" and period.value.span is None:
        return False
    doc, found = paragraph.doc, setting.found
    sentence = doc[each.number.start].sent
    if (
        _is_elsewhen(sentence)
        or _is_of_another_war(sentence)
        or _is_known_deed(doc, each)
        or paragraph.index in setting.heads
        or paragraph.index in setting.chronicled
    ):
        return False
    verb = verb_of(doc, each.clause)
    if period is None and _is_resumed(doc, each):
        return False
    if period is not None or (verb is not None and is_present(verb)):
        chronicled = period is None and _is_chronicled(sentence, verb, each)
        return not (chronicled or _opens_in_the_past(setting, paragraph, sentence, verb))
    if "had" in auxiliaries(verb) and statement is None:
        return False
    if verb is not None and verb.lower_ == "had" and statement is None:  # "Gaddafi had 2,000 tanks"
        return False
    if verb is not None and _is_of_whole_war(verb):
        return False
    return not (
        _is_past(found, paragraph.index, sentence, each, statement)
        or _opens_in_the_past(setting, paragraph, sentence, verb)
    )


def is_history(setting: Setting, paragraph: Paragraph, each: Chosen) -> bool:
    """Whether a figure without a date, which is no news, is told of another year or another country's past."""
    doc = paragraph.doc
    sentence = doc[each.number.start].sent
    verb = verb_of(doc, each.clause)
    if verb is not None and is_present(verb):
        return False
    return (
        _is_of_another_war(sentence)
        or _is_of_another_people(setting, doc, each)
        or _is_of_years(setting.found, paragraph.index, sentence, each)
        or _is_of_years_before(setting, paragraph, sentence)
        or (_is_elsewhen(sentence) and _names_year_before(setting, paragraph, sentence))
    )


def is_long_ago(setting: Setting, paragraph: Paragraph, days: Said[When] | None) -> bool:
    """Whether the figure is of a year so long before the report's that it is of another time than its crisis."""
    if days is None or days.value.bound != "on":
        return False
    when, written = days.value, setting.years.get(paragraph.part)
    if when.year is None:
        return when.unit == "year" and (when.offset or 0) <= -LONG_AGO
    return written is not None and written - when.year >= LONG_AGO


def is_of_past(setting: Setting, paragraph: Paragraph, days: Said[When] | None) -> bool:
    """Whether the figure has no date, or one of another year than the report's."""
    return days is None or (days.value.year is not None and days.value.year != setting.years.get(paragraph.part))


def is_elsewhere(setting: Setting, paragraph: Paragraph, each: Chosen) -> bool:
    """Whether the simple past tells of a country, or a war of a country, that the report names in passing alone:
    "In Kosovo, NATO said it destroyed 94 tanks"."""
    if is_present(verb_of(paragraph.doc, each.clause)):
        return False
    sentence = paragraph.doc[each.number.start].sent
    places = [place for place in _places(setting.found, paragraph.index, sentence) if place.place.value.country]
    places = [place for place in places if not _is_seat(paragraph.doc[place.at.start])]
    countries = {country for place in places for country in countries_of(place.place.value)}
    wars = (place for place in places if _is_war_of(place, paragraph.doc))
    return (bool(countries) and countries <= setting.passing) or any(
        place.place.value.country not in setting.home for place in wars
    )


def _is_seat(place: Token) -> bool:
    """Whether somebody only has his seat there: "a monitor based in Britain"."""
    return any(above.lower_ in SEATED for above in place.ancestors)


def _is_war_of(place: PlaceMention, doc: Doc) -> bool:
    """Whether a war bears the country's name: "the Iraq and Afghanistan wars"."""
    return any(token.lower_ in forms_of("wars") for token in doc[place.at.end : place.at.end + TO_WAR])


def is_present(verb: Token | None) -> bool:
    """Whether the verb tells what is, or what is done by now: "have been killed", "are believed to have died"."""
    if verb is None or verb.tag_ in PRESENT:
        return True
    helping = auxiliaries(verb)
    if "to" in helping and helping & HAVE:
        return is_present(verb.head) if verb.head.i != verb.i else True
    return bool(helping & {"is", "are", "has", "have"})


def _places(found: Found, paragraph: int, sentence: Span) -> list[PlaceMention]:
    return found.places.within(At(paragraph, sentence.start, sentence.end))


def _is_chronicled(sentence: Span, verb: Token | None, each: Chosen) -> bool:
    """Whether a full sentence tells a death in the bare present, as chronicles do: "At least 20 people are killed."."""
    if verb is None or each.told.measure not in CHRONICLED or not sentence.text.rstrip().endswith("."):
        return False
    helping = auxiliaries(verb)
    passive = verb.tag_ == "VBN" and helping & {"is", "are"} and not helping & (HAVE | {"being", "been"})
    return bool(passive) or (verb.tag_ in PRESENT and verb.lower_ in forms_of("slaying"))


def _is_of_whole_war(verb: Token) -> bool:
    """Whether the simple past sums up a war, which so is over: "During the war in Tigray, 600,000 people died"."""
    occasions = (child for child in verb.children if child.dep_ == "prep" and child.lower_ in ("in", "during"))
    told = verb.tag_ == "VBD" or auxiliaries(verb) & {"was", "were"}
    return bool(told) and any(
        noun.dep_ == "pobj" and noun.lower_ in forms_of("wars") for prep in occasions for noun in prep.children
    )


def is_heard_of(doc: Doc, each: Chosen) -> bool:
    """Whether somebody only tells that he had come to know it: "resigned after hearing that 300 had been killed"."""
    for token in (doc[each.clause.path[-1]], *doc[each.clause.path[-1]].ancestors):
        learnt = token.head.lower_ in forms_of("learning") and token.head.i != token.i
        if token.dep_ == "ccomp" and learnt and token.head.dep_ in ("pcomp", "advcl"):
            return True
    return False


def is_summed_up(doc: Doc, each: Chosen) -> bool:
    """Whether the simple past sums up what is over: a toll before something ended ("60,000 died before the truce"), or
    one greater than that of a day."""
    whole = each.whole or each
    verb = verb_of(doc, whole.clause)
    if whole.told.measure not in CHRONICLED or verb is None or is_present(verb):
        return False
    large = (whole.number.amount.low or whole.number.amount.high or 0) >= SUM_OF_A_WAR
    ended = any(child.dep_ == "mark" and child.lower_ in ENDED for clause in verb.children for child in clause.children)
    return large or ended


def _is_elsewhen(sentence: Span) -> bool:
    """Whether the sentence reckons from another day than the report's: "that day", "shortly afterwards"."""
    text = f" {sentence.text.lower()} "
    return any(phrase in text for phrase in words().elsewhen)


def _is_of_another_war(sentence: Span) -> bool:
    text = sentence.text.lower()
    return any(phrase in text for phrase in words().bygone)


def _is_of_another_people(setting: Setting, doc: Doc, each: Chosen) -> bool:
    """Whether those counted are of a country that the report is not about: "100,000 Iraqis died before that was over",
    told in Libya."""
    counted = (each.whole or each).number
    country = country_of_demonym(doc[counted.noun].text) if counted.noun is not None else None
    return country is not None and bool(setting.home) and country.name not in setting.home


def _is_known_deed(doc: Doc, each: Chosen) -> bool:
    """Whether the noun that tells the deed names it as known: "condemned the murder of six priests"."""
    deed = doc[each.told.words[0]]
    definite = deed.i < each.number.start and names_deed(doc, deed)
    above = next(iter(_verbs_above(deed)), None)
    told = above is not None and (above.lower_ in forms_of("causing") or above.lower_ in forms_of("tallying"))
    return definite and each.told.measure in kinds().single and not told


def _is_resumed(doc: Doc, each: Chosen) -> bool:
    """Whether a clause by the way names people as known: "the house where the six suspects were arrested"."""
    start = each.number.start
    known = start > 0 and doc[start - 1].lower_ in ("the", "those", "these")
    return known and any(doc[at].dep_ in ("relcl", "acl") for at in each.clause.path)


def _verbs_above(token: Token) -> Iterator[Token]:
    return (above for above in token.ancestors if above.pos_ in ("VERB", "AUX"))


def _is_past(found: Found, paragraph: int, sentence: Span, each: Chosen, statement: StatementMention | None) -> bool:
    """Whether the sentence speaks of another time than the report's: beside the day on which somebody spoke."""
    if REMOVED.search(sentence.text) or any(token.lower_ in words().past for token in sentence):
        return True
    if _has_year(sentence, each):
        return True
    spoken: Sequence[object] = statement.finding.on.words if statement is not None and statement.finding.on else ()
    return any(
        date.when.value.unit not in NEWS_UNITS
        or (date.when.words != spoken and not (date.head >= 0 and says(sentence.doc[date.head])))
        for date in _dates(found, paragraph, sentence, each)
    )


def _dates(found: Found, paragraph: int, sentence: Span, each: Chosen) -> list[DateMention]:
    """The dates of the sentence, beside those that only tell which thing is meant."""
    dates = found.dates.within(At(paragraph, sentence.start, sentence.end))
    return [date for date in dates if not _below_which(sentence.doc[date.at.start], each)]


def _below_which(token: Token, each: Chosen) -> bool:
    return any(tells_which(above, each) for above in token.ancestors)


def _has_year(sentence: Span, each: Chosen) -> bool:
    number = each.number
    return any(
        YEAR.fullmatch(token.text) and not _below_which(token, each)
        for token in sentence
        if not number.start <= token.i < number.end
    )


def _is_of_years(found: Found, paragraph: int, sentence: Span, each: Chosen) -> bool:
    """Whether the sentence names a year, or counts years back."""
    removed = REMOVED.search(sentence.text)
    if _has_year(sentence, each) or (removed and (removed["unit"] or "year").lower() in YEARS):
        return True
    dates = _dates(found, paragraph, sentence, each)
    return any(date.when.value.unit in YEARS and date.when.value.offset != 0 for date in dates)


def _is_of_years_before(setting: Setting, paragraph: Paragraph, sentence: Span) -> bool:
    before = _sentence_before(setting, paragraph, sentence)
    return before is not None and any(date.when.value.year is not None for date in _main_dates(setting, *before))


def _names_year_before(setting: Setting, paragraph: Paragraph, sentence: Span) -> bool:
    """Whether the sentence before names another year than that of the report."""
    before = _sentence_before(setting, paragraph, sentence)
    written = setting.years.get(paragraph.part)
    return before is not None and any(YEAR.fullmatch(token.text) and token.text != str(written) for token in before[1])


def _opens_in_the_past(setting: Setting, paragraph: Paragraph, sentence: Span, verb: Token | None) -> bool:
    """Whether the sentence before is set in a year or month, and this one goes on from it."""
    if is_present(sentence.root) or is_present(verb):
        return False
    before = _sentence_before(setting, paragraph, sentence)
    return before is not None and (
        any(
            date.when.value.year is not None or date.when.value.unit not in NEWS_UNITS
            for date in _main_dates(setting, *before)
        )
        or _happened_in_another_year(setting, *before)
    )


def _happened_in_another_year(setting: Setting, paragraph: Paragraph, sentence: Span) -> bool:
    """Whether the last thing a sentence tells is a deed of a year that is not the report's: "a compound that warplanes
    bombed in 1986"."""
    written = setting.years.get(paragraph.part)
    dates = setting.found.dates.within(At(paragraph.index, sentence.start, sentence.end))
    return written is not None and any(
        date.when.value.year not in (None, written) and date.head >= 0 and _is_deed(paragraph.doc[date.head])
        for date in dates
    )


def _is_deed(verb: Token) -> bool:
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and verb.dep_ == "relcl")


def _main_dates(setting: Setting, paragraph: Paragraph, sentence: Span) -> list[DateMention]:
    """The dates that the main clause of a sentence is set in, and the decades that it speaks of."""
    dates = setting.found.dates.within(At(paragraph.index, sentence.start, sentence.end))
    return [
        date
        for date in dates
        if date.when.value.unit == "decade" or (date.when.value.bound == "on" and in_main_clause(paragraph.doc, date))
    ]


def _sentence_before(setting: Setting, paragraph: Paragraph, sentence: Span) -> tuple[Paragraph, Span] | None:
    """The sentence before in the paragraph, or in the one before where each sentence stands on its own line."""
    if sentence.start > 0:
        return paragraph, paragraph.doc[sentence.start - 1].sent
    if paragraph.index == 0 or sentence.end < len(paragraph.doc):
        return None
    before = setting.report.paragraphs[paragraph.index - 1]
    last = before.doc[len(before.doc) - 1].sent
    return (before, last) if before.part == paragraph.part and last.start == 0 else None
