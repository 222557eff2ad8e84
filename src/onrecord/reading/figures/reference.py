"""From where a distance is measured: "30 km from Goma", "15 km outside the city"."""

from spacy.tokens import Doc

from onrecord.reading.figures.counted import Counted
from onrecord.reading.found import Found, PlaceMention
from onrecord.reading.places.scene import Scenes
from onrecord.reading.report import At
from onrecord.vocabulary.place_words import place_words

FROM = frozenset({"from", "of", "outside", "to", "into", "inside", "off", "beyond", "toward", "towards"})
OPEN = frozenset({"ADP", "DET", "ADJ", "ADV", "NOUN", "PROPN", "PART", "PUNCT"})  # what may stand before the name
LONGEST = 10  # tokens from the number to the place


def reference_of(
    doc: Doc, found: Found, paragraph: int, number: Counted, scene: Scenes
) -> tuple[PlaceMention | None, bool]:
    """The place that the distance is measured from or towards, and whether the words name one, as a place or as "the
    city" that the report speaks of."""
    end = min(number.last + LONGEST, doc[number.start].sent.end)
    stop = next((token.i for token in doc[number.last : end] if token.pos_ not in OPEN or token.text in ",;"), end)
    lead = [token.i for token in doc[number.last : stop] if token.lower_ in FROM]
    if not lead:
        return None, False
    places = found.places.within(At(paragraph, lead[0], min(stop + 1, end)))
    if places:
        return places[0], True
    kinds = (place_words().kinds.get(token.lemma_.lower()) for token in doc[lead[0] : stop])
    if "city" in kinds:
        here = scene.get((paragraph, doc[number.start].sent.start))
        return (here if here is not None and here.place.value.precision == "exact" else None), True
    return None, False
