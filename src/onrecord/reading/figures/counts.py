"""Whether a number is one incident's toll, new in its period, a total since a start, or a level on a day."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from onrecord.model.dates import When
from onrecord.reading.figures.clause import HAVE, Clause, auxiliaries, is_absolute, verb_of
from onrecord.reading.figures.counted import Counted
from onrecord.reading.figures.dates import PERIODS
from onrecord.reading.figures.frames import Told, is_level
from onrecord.reading.figures.levels import is_held
from onrecord.reading.figures.relations import SUBJECTS
from onrecord.reading.figures.times import Times
from onrecord.reading.figures.totals import is_total
from onrecord.reading.found import PlaceMention
from onrecord.vocabulary import reporting
from onrecord.vocabulary.figures import forms_of, kinds, words
from onrecord.vocabulary.measures import measures
from onrecord.vocabulary.place_words import place_words

SMALLEST_OF_DAY = 10  # fewer may be one attack's, though none is named
DOING = frozenset({"dobj", "oprd", "xcomp"})
HOURS = frozenset({"day", "night", "hour", "morning", "evening"})
PAST_DAY = re.compile(r"\b(?:past|last) (?:day|night)\b", re.IGNORECASE)
NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "amod", "acl", "conj"})
UPON = frozenset({"when", "as", "after"})
OCCASION = frozenset({"in", "during", "amid", "by"})
TO_COME = frozenset({"planned", "projected"})
PUT = frozenset({"put", "puts"})
LEADING = ("the total", "total of")
ROUGH = frozenset({"dozens", "scores", "hundreds", "thousands"})
SMALLEST_TOTAL = 100  # of those who "have fled"


def count_of(
    doc: Doc, number: Counted, told: Told, clause: Clause, times: Times, alone: bool, place: PlaceMention | None
) -> str | None:
    """The kind of count; None where that is not told.

    "Another 20 wounded" is new only where it stands `alone`: beside the dead of the same attack it sets apart.
    """
    if told.measure in ("distance", "area"):
        return None
    period = times.period.value if times.period is not None else None
    verb = verb_of(doc, clause)
    level = is_level(doc, told) or (is_held(doc, told, verb, times.summed) and not _is_fresh(doc, number))
    helping = _helping(verb)
    lasting = verb is not None and (verb.lower_ in ("is", "are") or helping & {"is", "are"}) and not helping & HAVE
    one = number.amount.value == 1
    if alone and not (level or lasting or one) and _is_fresh(doc, number):
        return "new in period"
    past = verb is not None and verb.tag_ in ("VBD", "VBN", "VBG") and not helping & (HAVE | {"is", "are"})
    cause = _cause(verb) if verb is not None and told.measure not in kinds().equipment and not level else None
    of_one_event = cause == "event" and past and told.measure in kinds().harm
    if of_one_event and period is not None and period.offset == 0:
        return "incident"
    if of_one_event and period is None and doc[number.start - 1].lower_ == "of" and _is_total_of(doc, number):
        return "incident"  # "among a total of seven killed in the strike"
    if is_total(doc, number, told):
        return _of_total(doc, told)
    if (not one and _is_summed_up(doc, number, period)) or (times.summed and not level):
        return "running total" if clause.standing not in TO_COME else None
    many = (number.amount.low or number.amount.high or 0) >= SMALLEST_TOTAL
    if (cause == "war" and not _is_of_a_time(period)) or (cause == "wartime" and many and period is None):
        return "running total"
    if of_one_event:
        return "incident"
    if period and _is_stretch(period) and not level and not one:
        return "new in period"
    if helping & HAVE and many and told.measure in kinds().leaving:
        return "running total"
    if level:
        return "level on a day"
    wartime = cause == "wartime" or (many and (period is None or period.unit != "day"))
    return _of_past(doc, number, told, verb, period, wartime, place) if past else None


def _of_total(doc: Doc, told: Told) -> str | None:
    """The kind of count of a toll: that of one event, else a total so far, if it is not only put at a number."""
    if doc[told.clause].lower_ in PUT and told.measure in kinds().harm:
        return None
    return "incident" if is_of_one_event(doc, told) else "running total"


def _is_tallied(doc: Doc, number: Counted, verb: Token | None) -> bool:
    """Whether somebody only counts deaths, of whatever cause: "the ministry recorded 14 deaths"."""
    named = number.noun is not None and doc[number.noun].lower_ in forms_of("tolled")
    return named and verb is not None and verb.lower_ in forms_of("tallying")


def _of_past(
    doc: Doc,
    number: Counted,
    told: Told,
    verb: Token | None,
    period: When | None,
    wartime: bool,
    place: PlaceMention | None,
) -> str | None:
    """The kind of count of what the simple past tells, by a day and by whether it happened in one place; none where it
    is so many, or of a war, that it is not one attack's toll."""
    if period is not None and period.unit == "day" and told.measure in kinds().leaving:
        return "new in period"
    if (
        told.measure not in kinds().harm
        or wartime
        or _is_regretted(doc, told, verb)
        or _is_received(doc, number, told, verb)
        or _is_tallied(doc, number, verb)
    ):
        return None
    in_a_day = period is not None or _is_overnight(doc[number.start].sent)
    if number.amount.value != 1 and _is_spread(doc, number, told, verb, place):
        return "new in period" if in_a_day else None
    if verb is not None and _goes_on(verb):
        return None
    if number.amount.value != 1 and in_a_day and verb is not None and _names_no_attack(verb):
        size = number.amount.low or number.amount.high or 0
        return "new in period" if size >= SMALLEST_OF_DAY else None
    return "incident"


def is_of_one_event(doc: Doc, told: Told) -> bool:
    """Whether the toll is that of one event: "the death toll from the bombing rose to 37"."""
    word = doc[told.words[0]]
    toll = next((token for token in (word, *list(word.ancestors)[:3]) if token.lower_ in words().totals), word)
    return any(token.dep_ == "pobj" and _is_one_event(token) for token in toll.subtree)


def _is_total_of(doc: Doc, number: Counted) -> bool:
    return number.start > 2 and [token.lower_ for token in doc[number.start - 3 : number.start]] == ["a", "total", "of"]


def _is_overnight(sentence: Span) -> bool:
    return any(token.lower_ in words().overnight for token in sentence) or bool(PAST_DAY.search(sentence.text))


def _goes_on(verb: Token) -> bool:
    """Whether it came of what goes on for a time: "have been shelling the city, killing 27 people"."""
    above = verb.head
    return (
        verb.dep_ == "advcl"
        and verb.tag_ == "VBG"
        and above.tag_ == "VBG"
        and bool(auxiliaries(above) & {"been", "are", "were"})
    )


def _names_no_attack(verb: Token) -> bool:
    """Whether the words tell no more than where and when people died: "36 people were killed on Sunday in Bunia"."""
    joined = (verb, *(each for each in verb.conjuncts if each.pos_ == "VERB"))
    return all(_is_plain(each) for each in joined)


def _is_plain(verb: Token) -> bool:
    if verb.tag_ == "VBG" or any(child.dep_ in DOING for child in verb.children):
        return False
    links = (child for child in verb.children if child.dep_ in ("prep", "advcl", "agent"))
    return all(_is_setting(link) for link in links) and not any(
        token.lower_ in forms_of("happened") or token.lower_ in forms_of("episodes") for token in verb.subtree
    )


def _is_setting(link: Token) -> bool:
    """Whether a phrase only says where or when: "on Sunday", "in the northern city of Bunia"."""
    named = [noun for noun in link.children if noun.dep_ == "pobj"]
    known = place_words().kinds.keys() | place_words().areas | HOURS
    return link.dep_ == "prep" and all(noun.pos_ == "PROPN" or noun.lemma_.lower() in known for noun in named)


def _is_received(doc: Doc, number: Counted, told: Told, verb: Token | None) -> bool:
    """Whether the verb tells where they came to, not what befell them: "the clinic received 30 wounded"."""
    deed, bearer = doc[told.words[0]], doc[number.bearer]
    if bearer.dep_ == "dobj" and bearer.head.lower_ in forms_of("receiving"):
        return True
    if deed.dep_ in NOMINAL:  # "30 wounded arrived"
        verb = _verb_over(deed)
    return verb is not None and verb.i not in told.words and verb.lower_ in forms_of("receiving")


def _is_of_a_time(period: When | None) -> bool:
    """Whether it is some days, weeks or months of a war, not since it began."""
    if period is None or period.bound == "since":
        return False
    return period.bound == "during" or period.unit in ("day", "week", "month")


def _is_stretch(period: When) -> bool:
    """Whether it is a time over which things are counted; "six weeks ago" is a day that is not told."""
    ago = period.offset is not None and period.offset < -1
    return (period.unit in PERIODS and not ago) or period.span is not None or period.until is not None


def _is_spread(doc: Doc, number: Counted, told: Told, verb: Token | None, place: PlaceMention | None) -> bool:
    """Whether the toll is that of many places, or of many events: "dozens were killed in Sudan overnight"."""
    sentence = doc[number.start].sent
    wide = (token for token in sentence if token.lower_ in words().spread | words().countrywide)
    if any(verb is None or _verb_over(token) in (verb, None) for token in wide):
        return True
    rough = number.amount.qualifier in ROUGH
    agent = verb is not None and any(child.dep_ in ("nsubj", "agent") for child in verb.children) and verb.tag_ != "VBN"
    if (
        _is_of_stretch(verb)
        or _is_of_attacks(verb)
        or not {doc[at].lower_ for at in told.words}.isdisjoint(forms_of("bodies"))
    ):
        return True
    of_country = place is not None and place.place.value.precision == "country"
    several = rough and any(token.tag_ == "NNS" and token.lower_ in forms_of("happened") for token in sentence)
    return (of_country and not (agent and number.bearer > number.start)) or several or (rough and place is None)


def _verb_over(token: Token) -> Token | None:
    return next((above for above in token.ancestors if above.pos_ in ("VERB", "AUX")), None)


def _is_of_stretch(verb: Token | None) -> bool:
    """Whether it befell people in what goes on for a time: "died in a rash of violence", "days of protests in which
    six died"."""
    if verb is None:
        return False
    nouns = [noun for prep in verb.children if prep.lower_ in OCCASION for noun in prep.children]
    nouns += [verb.head] if verb.dep_ == "relcl" else []
    while nouns and nouns[-1].dep_ == "pobj" and nouns[-1].head.lower_ == "of":  # days of violence
        nouns.append(nouns[-1].head.head)
    return any(noun.lower_ in forms_of("stretches") for noun in nouns)


def _is_of_attacks(verb: Token | None) -> bool:
    """Whether it befell them in several attacks: "were injured in attacks on two other towns"."""
    verbs = (verb, *(each for each in verb.conjuncts if each.i > verb.i)) if verb is not None else ()
    occasions = (child for each in verbs for child in each.children if child.lower_ in OCCASION)
    nouns = (noun for prep in occasions for noun in prep.children if noun.dep_ == "pobj")
    return any(noun.tag_ == "NNS" and noun.lower_ in forms_of("happened") for noun in nouns)


def _is_regretted(doc: Doc, told: Told, verb: Token | None) -> bool:
    """Whether a noun tells the deed, and the verb only what somebody says or feels: "deep regret at the deaths of
    hundreds", "condemned the deaths"."""
    deed = doc[told.words[0]]
    felt = deed.dep_ == "pobj" and deed.head.head.pos_ == "NOUN"
    return (
        verb is not None
        and deed.pos_ == "NOUN"
        and (felt or verb.lower_ in reporting.verbs() or verb.lower_ in reporting.idioms())
    )


def _helping(verb: Token | None) -> set[str]:
    """The helping verbs of a verb, also those it shares: "has lasted ten years and killed 70,000"."""
    helping = auxiliaries(verb)
    if verb is not None and is_absolute(verb):
        return auxiliaries(verb.head.head if verb.dep_ == "pcomp" else verb.head) & HAVE
    if verb is None or helping or verb.dep_ != "conj" or any(child.dep_ in SUBJECTS for child in verb.children):
        return helping
    return auxiliaries(verb.head) & HAVE


def _is_fresh(doc: Doc, number: Counted) -> bool:
    before = doc[number.start - 1].lower_ if number.start else ""
    opening = doc[number.start].lower_ if number.single else ""
    after = doc[number.end].lower_ if number.end < len(doc) else ""
    return not {before, after, opening}.isdisjoint(measures().fresh)


def _is_summed_up(doc: Doc, number: Counted, period: When | None) -> bool:
    sentence = doc[number.start].sent
    of_day = (period is not None and period.unit == "day" and period.span is None) or _is_overnight(sentence)
    summed = not of_day and any(_is_said_of(phrase, number, sentence) for phrase in measures().total)
    if summed or _is_since(sentence):
        return True
    this_year = period is not None and period.unit in PERIODS - {"week"} and period.offset == 0
    this_year = this_year and not any(f"{part} this" in sentence.text.lower() for part in ("earlier", "later"))
    return this_year or (period is not None and period.bound == "since")


def _is_said_of(phrase: str, number: Counted, sentence: Span) -> bool:
    """Whether a phrase of totals stands in the sentence; one of "total" only before the number that is it."""
    at = sentence.text.lower().find(phrase)
    leads = at < sentence.doc[number.start].idx - sentence.start_char
    return at >= 0 and (leads or not phrase.endswith(LEADING))


def _is_since(sentence: Span) -> bool:
    """Whether the sentence counts from a beginning that it does not date: "have been killed since the unrest began"."""
    begun = (token for token in sentence if token.lower_ in forms_of("beginning"))
    return any(
        token.dep_ == "advcl"
        and any(child.lower_ == "since" for child in token.children)
        and bool((auxiliaries(token.head) | auxiliaries(token.head.head)) & {"has", "have"})
        for token in begun
    )


def _cause(verb: Token) -> str | None:
    """What the verb's subject, its agent or the occasion it names is: one event, a war, or (wartime) that of a war."""
    for child in (child for each in (verb, *_shared_with(verb)) for child in each.children):
        if child.dep_ == "advcl" and _is_upon_event(child):
            return "event"
        occasion = child.dep_ == "prep" and child.lower_ in ("in", "by", "during")
        for noun in child.children if occasion or child.dep_ == "agent" else (child,):
            if noun.dep_ in ("nsubj", "pobj") and noun.tag_ in ("NN", "NNP"):
                if noun.lower_ in forms_of("wars"):
                    return "war" if child.dep_ == "nsubj" else "wartime"
                if _is_one_event(noun):
                    return "event"
    return None


def _is_upon_event(clause: Token) -> bool:
    """Whether the clause tells of one event at which it was: "when a missile hit a market"."""
    upon = any(child.lower_ in UPON and child.i < clause.i for child in clause.children)
    return upon and any(_is_one_event(child) for child in clause.children if child.dep_ in SUBJECTS)


def _is_one_event(noun: Token) -> bool:
    return noun.tag_ in ("NN", "NNP") and noun.lower_ in forms_of("happened")


def _shared_with(verb: Token) -> Iterator[Token]:
    """The verbs joined to one that tell of the same occasion: "40 were killed and 90 wounded in a blast"."""
    return (each for each in verb.conjuncts if each.tag_ == verb.tag_ == "VBN" and each.i > verb.i)
