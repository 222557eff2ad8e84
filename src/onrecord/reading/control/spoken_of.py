"""Which ground the words go back to, where the sentence has but a noun for it: "the airport", "the complex".

"The airport" of a report that has spoken of Merowe airport alone is that one; else it is that of the town that the
sentences before speak of, as is "the town" the town itself. "The airport of Goma" is Goma airport, as others write it.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from onrecord.model.places import Place
from onrecord.model.said import Said
from onrecord.model.spans import Span
from onrecord.reading.control.grounds import Ground
from onrecord.reading.control.heads import EXACT
from onrecord.reading.control.phrases import words_of
from onrecord.reading.deeds.grammar import behind
from onrecord.reading.deeds.setting import Around
from onrecord.reading.found import Found, PlaceMention
from onrecord.reading.places.features import feature
from onrecord.reading.report import At, Paragraph
from onrecord.vocabulary.control import control, forms_of

FEATURE, AGAIN = "feature of a town", "ground named before"
AT = frozenset({"of", "at", "in"})
ITSELF = frozenset({"itself", "the", "its", "that", "this"})
LAST = 1_000_000  # a token behind all of a paragraph


def placed(
    paragraph: Paragraph,
    found: Found,
    around: Around,
    ground: Ground,
    scene: Said[Place] | None,
    topic: Ground | None = None,
) -> Ground:
    """The ground with the place that the words before it tell, where its own name none; `scene` is where they are,
    `topic` the town whose fate was told last."""
    if ground.place is not None or ground.at < 0:
        return ground
    noun = paragraph.doc[ground.at]
    own = next((place for place in _towns(paragraph, found, noun)), None)
    if own is not None and noun.lower_ in forms_of("single"):
        return ground._replace(place=_feature(around, paragraph, noun, own.place), bare=False)
    if len(ground.area.value.split()) > 1 or noun.tag_ in ("NNS", "NNPS"):
        return ground
    named = _named_before(around, found, paragraph, noun) if _is_definite(noun) else None
    if named is not None:
        return named
    told = topic if topic is not None and scene is None and noun.lower_ in control().settlements else None
    if told is not None and told.place is None and _is_definite(noun):
        return told
    there = scene or (topic.place if topic is not None else None) or _of_sentence(paragraph, found, noun)
    if there is None or there.value.precision not in EXACT or _is_another_by_its_words(found, paragraph, noun, there):
        return ground
    if noun.lower_ in control().settlements:
        return ground._replace(place=there, bare=False)
    if noun.lower_ in forms_of("single"):
        return ground._replace(place=_feature(around, paragraph, noun, there), bare=False)
    return ground


def is_last_named(found: Found, town: str | None, at: At, paragraph: Paragraph, end: int) -> bool:
    """Whether no town but the one of that key is named between that place in the text and the token `end` of the
    paragraph."""
    for index in range(at.paragraph, paragraph.index + 1):
        first = at.end if index == at.paragraph else 0
        last = end if index == paragraph.index else LAST
        if any(
            _is_another(each, town) for each in (found.places.within(At(index, first, last)) if first < last else ())
        ):
            return False
    return True


def is_feature(value: object, words: Sequence[str]) -> bool:
    """Whether the place is the feature that the noun tells, called after the town that the other words name."""
    return len(words) == 2 and value is not None and value == feature(f"{words[1]} {words[0]}")


def is_again(value: object, words: Sequence[str]) -> bool:
    """Whether the words of the ground were said before of what the noun alone goes back to."""
    told = " ".join(" ".join(words[1:]).split())
    return len(words) > 1 and value == told and words[0].lower() in told.lower().split()


def _is_another(mention: PlaceMention, town: str | None) -> bool:
    place = mention.place.value
    return mention.use == "place" and place.precision == "exact" and place.key != town


def _is_another_by_its_words(found: Found, paragraph: Paragraph, noun: Token, town: Said[Place]) -> bool:
    """Whether what stands beside the noun tells of another: "the city, the capital of North Darfur", not of Bara."""
    doc = paragraph.doc
    if noun.i + 3 >= noun.sent.end or doc[noun.i + 1].text != "," or doc[noun.i + 2].dep_ != "det":
        return False
    beside = At(paragraph.index, noun.i + 2, doc[noun.i + 2].head.right_edge.i + 1)
    return any(each.place.value.key != town.value.key for each in found.places.within(beside))


def _feature(around: Around, paragraph: Paragraph, noun: Token, town: Said[Place]) -> Said[Place] | None:
    """The feature of the town, citing the noun and the words that name the town."""
    cited = (paragraph.span(noun.i, noun.i + 1), town.words[0])
    place = feature(f"{cited[1].of(around.report.text)} {cited[0].of(around.report.text)}")
    return Said(place, FEATURE, cited) if place is not None else None


def _towns(paragraph: Paragraph, found: Found, noun: Token) -> Iterator[PlaceMention]:
    """The town that stands behind the noun: "the airport at Merowe"."""
    for name in behind(noun, AT):
        for mention in found.places.covering(paragraph.index, name.i):
            if mention.use == "place" and mention.place.value.precision in EXACT:
                yield mention


def _of_sentence(paragraph: Paragraph, found: Found, noun: Token) -> Said[Place] | None:
    """The only town that the sentence names before the noun: "entered Hodeidah and captured the airport"."""
    before = found.places.within(At(paragraph.index, noun.sent.start, noun.i))
    towns = [each for each in before if each.use == "place"]
    alone = len({each.place.value.key for each in towns}) == 1 and towns[0].place.value.precision == "exact"
    return towns[0].place if alone and noun.lower_ in forms_of("single") else None


def _is_definite(noun: Token) -> bool:
    told = [child for child in noun.children if child.dep_ in ("det", "poss", "appos", "npadvmod") or child.i < noun.i]
    return bool(told) and all(child.lower_ in ITSELF for child in told)


def _named_before(around: Around, found: Found, paragraph: Paragraph, noun: Token) -> Ground | None:
    """The one ground of that kind which the report has named before."""
    grounds: dict[str, Ground] = {}
    again = paragraph.span(noun.i, noun.i + 1)
    for other in around.report.paragraphs[: paragraph.index + 1]:
        if other.part != paragraph.part:
            continue
        for token in other.doc:
            if other.index == paragraph.index and token.i >= noun.i:
                break
            if token.lower_ == noun.lower_:
                ground = _named(around, found, other, token, again)
                if ground is not None and _is_last_town(
                    found, ground, At(other.index, token.i, token.i + 1), paragraph, noun
                ):
                    key = ground.place.value.key if ground.place is not None else ground.area.value.lower()
                    grounds[key] = ground
    return next(iter(grounds.values())) if len(grounds) == 1 else None


def _is_last_town(found: Found, ground: Ground, at: At, paragraph: Paragraph, noun: Token) -> bool:
    """Whether "the town" can go back to it: to no town behind which another has been named."""
    town = ground.place.value.key if ground.place is not None else None
    return noun.lower_ not in control().settlements or is_last_named(found, town, at, paragraph, noun.i)


def _named(around: Around, found: Found, paragraph: Paragraph, noun: Token, again: Span) -> Ground | None:
    """The ground that the noun is of, where it bears a name, citing `again`, the noun that goes back to it."""
    own = [each for each in found.places.covering(paragraph.index, noun.i) if each.use == "place"]
    towns = list(_towns(paragraph, found, noun)) if noun.lower_ in forms_of("single") else []
    if not own and not towns and not any(c.dep_ == "compound" and c.pos_ == "PROPN" for c in noun.children):
        return None
    area = words_of(paragraph, found, noun)
    place = own[0].place if own else _feature(around, paragraph, noun, towns[0].place) if towns else None
    return Ground(Said(area.value, AGAIN, (again, *area.words)), place)
