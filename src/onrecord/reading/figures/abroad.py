"""Whether a figure is of another country than those that the report is about."""

from spacy.tokens import Doc, Span, Token

from onrecord.model.places import countries_of
from onrecord.reading.figures.choice import Chosen
from onrecord.reading.figures.clause import is_present, verb_of
from onrecord.reading.figures.setting import Setting
from onrecord.reading.figures.spoken_of import Abroad
from onrecord.reading.found import Found, PlaceMention
from onrecord.reading.report import At, Paragraph
from onrecord.vocabulary.countries import country_of_demonym
from onrecord.vocabulary.figures import forms_of, kinds

TO_WAR = 3  # tokens from the name of a country to the word for its war
SEATED = frozenset({"based", "headquartered"})


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


def place_abroad(setting: Setting, paragraph: Paragraph, each: Chosen) -> PlaceMention | None:
    """Where in another country the sentences before are, if what they tell of goes on."""
    passage = _passage(setting, paragraph, each)
    return passage.place if passage is not None else None


def is_of_elsewhere(setting: Setting, paragraph: Paragraph, each: Chosen) -> bool:
    """Whether the sentences before speak of a country that the report is not about, and it is not clear where in it."""
    passage = _passage(setting, paragraph, each)
    return passage is not None and passage.place is None and passage.country not in setting.home


def _passage(setting: Setting, paragraph: Paragraph, each: Chosen) -> Abroad | None:
    happened = each.told.measure in kinds().happenings | kinds().held - kinds().leaving
    sentence = paragraph.doc[each.number.start].sent
    return setting.abroad.get((paragraph.index, sentence.start)) if happened else None


def is_of_another_people(setting: Setting, doc: Doc, each: Chosen) -> bool:
    """Whether those counted are of a country that the report is not about: "100,000 Iraqis died before that was over",
    told in Libya."""
    counted = (each.whole or each).number
    country = country_of_demonym(doc[counted.noun].text) if counted.noun is not None else None
    return country is not None and bool(setting.home) and country.name not in setting.home


def _is_seat(place: Token) -> bool:
    """Whether somebody only has his seat there: "a monitor based in Britain"."""
    return any(above.lower_ in SEATED for above in place.ancestors)


def _is_war_of(place: PlaceMention, doc: Doc) -> bool:
    """Whether a war bears the country's name: "the Iraq and Afghanistan wars"."""
    return any(token.lower_ in forms_of("wars") for token in doc[place.at.end : place.at.end + TO_WAR])


def _places(found: Found, paragraph: int, sentence: Span) -> list[PlaceMention]:
    return found.places.within(At(paragraph, sentence.start, sentence.end))
