"""The country of a war's toll whose sentence names no place: that which the report is about, if it is about one."""

from spacy.tokens import Span

from onrecord.reading.figures.choice import Chosen
from onrecord.reading.figures.setting import Setting
from onrecord.reading.found import PlaceMention
from onrecord.reading.report import At, Paragraph
from onrecord.vocabulary.countries import country_of_demonym
from onrecord.vocabulary.figures import forms_of, kinds, words
from onrecord.vocabulary.place_words import place_words

SMALLEST = 100
COUNTRY = "country"


def country_of(setting: Setting, paragraph: Paragraph, each: Chosen) -> PlaceMention | None:
    """The report's country, as it was last named: "More than 12,000 people have been killed in the war".

    None for few, for people called by a country's name, and where the sentence names somewhere, be it but "the city".
    """
    amount = each.number.amount
    if len(setting.home) != 1 or each.told.measure not in kinds().states or (amount.low or amount.high or 0) < SMALLEST:
        return None
    sentence = paragraph.doc[each.number.start].sent
    if not _is_of_war(sentence) or _names_somewhere(sentence):
        return None
    (home,) = setting.home
    within = setting.found.places.within(At(paragraph.index, sentence.start, sentence.end))
    if any(place.use == "place" or not _is_country(place, home) for place in within):
        return None  # "Sudan" in the name of a union is not named as somewhere
    before = (place for place in setting.found.places if place.at.paragraph <= paragraph.index)
    own = [place for place in before if _is_country(place, home)]
    part = [place for place in own if setting.report.paragraphs[place.at.paragraph].part == paragraph.part]
    return part[-1] if part else None


def _is_country(place: PlaceMention, name: str) -> bool:
    return place.place.value.precision == COUNTRY and place.place.value.country == name


def _is_of_war(sentence: Span) -> bool:
    """Whether it sums up a war or a country: "in the war", "since the fighting began", "countrywide"."""
    wide = forms_of("wars") | words().countrywide
    begun = any(token.lower_ in forms_of("beginning") for token in sentence) and any(
        token.lower_ == "since" for token in sentence
    )
    return any(token.lower_ in wide or (begun and token.lower_ in forms_of("episodes")) for token in sentence)


def _names_somewhere(sentence: Span) -> bool:
    """Whether it speaks of a place without its name, or of people by their country's."""
    somewhere = place_words().kinds.keys() - words().countrywide
    return any(
        token.lemma_.lower() in somewhere or (token.pos_ in ("ADJ", "PROPN", "NOUN") and country_of_demonym(token.text))
        for token in sentence
    )
