"""Which numbers of a paragraph are figures of the crisis: those that measure something and still stand."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token

from onrecord.reading.figures.amounts import read
from onrecord.reading.figures.clause import Clause, clause_of, says
from onrecord.reading.figures.counted import Counted, classes_of, counted, phrase_at
from onrecord.reading.figures.deeds import deed_of
from onrecord.reading.figures.measures import PRONOUNS, Told, told
from onrecord.reading.figures.parts import is_of_known, is_severe
from onrecord.reading.figures.rivals import by_rival
from onrecord.vocabulary.countries import country_named
from onrecord.vocabulary.figures import forms_of, kinds, words
from onrecord.vocabulary.measures import heads, measures

SMALLEST_POPULATION = 100
FEWEST_REFUGEES = 10
SHARED = frozenset({"persons", "structures", "places"})
LOST = frozenset({"destroyed", "captured", "intercepted", "lost"})
AT_PLACE = frozenset({"in", "at", "near", "around", "outside"})
TO_PART = 3  # tokens between two parts of one whole
TO_NEXT = 24  # tokens between two figures of one verb
RATE = re.compile(
    r"\b(?:(?<!in )an?|per|every|each) (?:day|week|month|hour|year|night|minute)\b"
    r"(?! (?:after|before|earlier|later|ago|of))"
    r"|\b(?:daily|hourly|weekly|monthly)\b"
)


class Chosen(NamedTuple):
    """A number whose measure is known; `whole` is the figure that it is a part of, `before` that before it in the
    sentence, `people` the persons last counted there, measured or not."""

    number: Counted
    told: Told
    clause: Clause
    whole: "Chosen | None" = None
    before: "Chosen | None" = None
    people: Counted | None = None


def chosen(doc: Doc, has_posts: bool) -> Iterator[Chosen]:
    """The numbers that measure something, each with its clause; denied, supposed and superseded ones left out.

    `has_posts`: whether the report speaks of military posts, so that a bare "post" is one.
    """
    before: Chosen | None = None
    people: Counted | None = None
    sentence = -1
    for number in counted(doc):
        if doc[number.start].sent.start != sentence:
            before, people, sentence = None, None, doc[number.start].sent.start
        each = _chosen(doc, number, before, people, has_posts)
        if each is not None:
            yield each
            before = each
        if number.noun is not None and not number.single and _is_of_people(doc, number):
            people = number


def _chosen(doc: Doc, number: Counted, before: Chosen | None, people: Counted | None, has_posts: bool) -> Chosen | None:
    whole = _whole_of(doc, number, before)
    if whole is None and before is not None and is_severe(doc, number) and not is_severe(doc, before.number):
        whole = before if before.told.measure == "wounded" else None
    if whole is not None and before is not None and _is_of_unknown(number, whole, before, people):
        return None
    tells = _share(doc, number) if number.share else (_of_part(doc, number, whole) if whole else told(doc, number))
    if tells is None and before is not None and _goes_on(doc, number, before):
        tells = before.told
    tells = tells or by_rival(doc, number, before.told if before is not None else None)
    if tells is None or not _is_figure(doc, number, tells, has_posts) or _is_superseded(doc, number, tells):
        return None
    shared = whole or _listed_with(doc, number, tells, before)
    clause = shared.clause if shared else clause_of(doc, number, tells)
    asked = doc[number.start].sent.text.rstrip(" \"”'").endswith("?")
    if clause.standing is None or asked or not _is_used(doc, number, tells, clause):
        return None
    if _is_speaker(doc, number, tells):
        return None
    if number.single and not _single(doc, number, tells, clause):
        return None
    return Chosen(number, tells, clause, whole, before, people)


def _is_speaker(doc: Doc, number: Counted, tells: Told) -> bool:
    """ "One wounded man said ...", "said Salim Musa, a farmer wounded in the raid": people named by what befell them,
    not counted by it."""
    bearer = doc[number.bearer]
    if number.single and number.noun is not None and _is_told_of_whom(doc[number.noun], doc[tells.words[0]]):
        return True
    return is_described(doc, number, tells) and (number.single or (bearer.dep_ == "nsubj" and says(bearer.head)))


def _is_told_of_whom(noun: Token, telling: Token) -> bool:
    """Whether what befell somebody only tells who it is that is named or speaks."""
    if telling.dep_ not in ("acl", "relcl") or telling.head != noun:
        return False
    named = noun.dep_ == "appos" and noun.head.pos_ == "PROPN"
    return named or (noun.dep_ == "nsubj" and says(noun.head))


def is_described(doc: Doc, number: Counted, tells: Told) -> bool:
    """Whether the measure is but an adjective of the counted noun: "150 wounded Libyans"."""
    telling = doc[tells.words[0]]
    before = telling.dep_ == "amod" and telling.i < telling.head.i == number.noun
    return tells.measure in kinds().states and before


def _is_of_people(doc: Doc, number: Counted) -> bool:
    noun = number.noun
    if noun is None or doc[noun].lower_ in forms_of("bodies") | forms_of("deaths") | forms_of("tolled"):
        return False
    return doc[noun].tag_ in ("NNS", "NNPS") and "persons" in classes_of(doc, noun)


def _whole_of(doc: Doc, number: Counted, before: Chosen | None) -> Chosen | None:
    """The figure just before that this number is a part of: "including three children", "10 of them children"."""
    if before is None or "persons" not in classes_of(doc, number.noun):
        return None
    lead = [token.lower_ for token in doc[max(0, number.start - 2) : number.start]]
    if number.single:
        return before if lead == ["among", "them"] and before.told.measure in kinds().single else None
    if lead[-1:] == ["including"] or lead in (["among", "them"], ["among", "whom"], ["of", "whom"], ["of", "them"]):
        return before
    if number.noun is not None and doc[number.noun].lower_ in PRONOUNS:
        return before
    if _is_made_up(doc, number, before):
        return before
    joined = lead[-1:] == ["and"] or lead[-1:] == [","]
    listed = number.noun is not None and doc[number.noun].dep_ == "conj"
    return before.whole if before.whole and joined and listed and number.start - before.number.last <= TO_PART else None


def _is_made_up(doc: Doc, number: Counted, before: Chosen) -> bool:
    """Whether the figure before is the sum of this number and the next: "seven people, two civilians and five
    soldiers, were killed"."""
    end = number.last
    listed = number.start == before.number.last + 1 and doc[number.start - 1].text == ","
    if not listed or end + 1 >= len(doc) or doc[end].lower_ != "and" or number.amount.value is None:
        return False
    rest = read(doc[end + 1].text)
    noun, closing = before.number.noun, doc[end + 1].head.right_edge.i + 1
    if noun is not None and doc[noun].lower_ not in forms_of("anybody") and doc[min(closing, len(doc) - 1)].text != ",":
        return False  # "three policemen, one soldier and two civilians were killed"
    return (
        rest is not None and rest.value is not None and number.amount.value + rest.value == before.number.amount.value
    )


def _is_of_unknown(number: Counted, whole: Chosen, before: Chosen, people: Counted | None) -> bool:
    """Whether a part is of others than the figure before: of people who stand nearer, or more than it counts."""
    nearer = people is not None and people.start > before.number.start
    most, own = whole.number.amount.high, number.amount.low
    return nearer or (most is not None and own is not None and own > most)


def _of_part(doc: Doc, number: Counted, whole: Chosen) -> Told:
    """What is told of a part: what its own verb tells ("five of whom died"), else what is told of the whole."""
    own = told(doc, number) if number.noun is not None and doc[number.noun].lower_ == "whom" else None
    return own or whole.told


def _goes_on(doc: Doc, number: Counted, before: Chosen) -> bool:
    """A verb that is not said again: "40 people died in Mandalay and at least 27 in Yangon", "11 tanks near
    Taiz and 14 in Aden"."""
    if number.noun is not None or number.share or number.start - before.number.last > TO_NEXT:
        return False
    joined = doc[number.start - 1].lower_ in ("and", ",")
    at_place = number.end < len(doc) and doc[number.end].lower_ in AT_PLACE
    named = number.end + 1 < len(doc) and doc[number.end + 1].pos_ == "PROPN"
    known = before.number.noun is not None or before.before is not None
    told_alone = known and before.told.measure in kinds().harm | kinds().equipment | kinds().leaving
    return joined and at_place and named and told_alone and doc[before.told.words[-1]].i < number.start


def _listed_with(doc: Doc, number: Counted, tells: Told, before: Chosen | None) -> Chosen | None:
    """The figure just before in a list of things: "20 tanks, 30 vehicles and 80 guns" share one verb."""
    if before is None or {tells.measure, before.told.measure} - kinds().equipment:
        return None
    if number.start - before.number.last > 2:
        return None
    between = {token.lower_ for token in doc[before.number.last : number.start]}
    return before if between <= {",", "and"} else None


def _share(doc: Doc, number: Counted) -> Told | None:
    """Shares of people, homes and places that something was done to; those of votes and markets are not ours."""
    if number.noun is None:
        return None
    ours = doc[number.noun].lower_ in PRONOUNS or classes_of(doc, number.noun) & SHARED
    tells = told(doc, number) if ours else None
    return tells._replace(measure="share", words=tuple(range(number.start, number.end))) if tells else None


def _is_figure(doc: Doc, number: Counted, tells: Told, has_posts: bool) -> bool:
    word = doc[tells.words[0]].lower_
    if tells.measure == "population" and not _is_population(doc, number, tells):
        return False
    one_of = number.amount.value == 1 and number.end < len(doc) and doc[number.end].lower_ == "of"
    if one_of and tells.measure in kinds().hit:  # "attacked one of its bases"
        return False
    if (
        number.end < len(doc) and doc[number.end].lower_ == "times" and number.noun != number.end
    ):  # "five times as high"
        return False
    if RATE.search(doc[number.end : min(number.last + 9, doc[number.start].sent.end)].text):
        return False
    if tells.measure == "distance" and number.start == doc[number.start].sent.start:  # "Sixty miles to the south, ..."
        return False
    few = (number.amount.high or number.amount.low or 0) < FEWEST_REFUGEES
    if tells.measure == "refugees" and few and number.noun not in tells.words:  # "two of his sons crossed the border"
        return False
    if number.amount.value == 0 and (tells.measure not in kinds().unwanted or _is_none_known(doc, number, tells)):
        return False
    if tells.measure == "observation posts" and any(
        token.lower_ in forms_of("striking") for token in doc[number.start].sent
    ):
        return False  # what was hit is no level
    if tells.measure == "observation posts" and len(tells.words) == 1 and word in ("post", "posts"):
        return has_posts
    dead = number.noun is not None and doc[number.noun].lower_ in forms_of("bodies")
    if dead and tells.measure in kinds().states and tells.measure != "killed":  # "22 bodies and 40 wounded"
        return False
    if tells.measure == "troops" and doc[number.bearer].head.lower_ in forms_of("rescuing"):
        return False  # "18 peacekeepers have been evacuated"
    return not (is_of_known(doc, number, tells) or (dead and _is_of_exchange(doc[number.bearer])))


def _is_of_exchange(bodies: Token) -> bool:
    """Whether states only give each other their dead: "Ukraine received 1,000 bodies from Russia"."""
    beside = (prep for prep in bodies.head.children if prep.dep_ == "prep" and prep.lower_ in ("from", "to"))
    return any(country_named(noun.text) is not None for prep in beside for noun in prep.children)


def _is_none_known(doc: Doc, number: Counted, tells: Told) -> bool:
    """Whether it is only not known of any: "no confirmed casualties", "no injuries were reported"."""
    noun = doc[number.bearer]
    told_of = [noun.head] if noun.dep_ == "nsubjpass" and tells.words[0] != noun.head.i else []
    return any(token.lower_ in forms_of("known") for token in (*doc[number.end : noun.i], *told_of))


def _is_population(doc: Doc, number: Counted, tells: Told) -> bool:
    """Whether many enough live somewhere still, and it is said who: "home to 1.6 million" of those named before is not
    the population."""
    named = number.noun is not None and doc[number.noun].lower_ not in PRONOUNS
    large = (number.amount.high or number.amount.low or 0) >= SMALLEST_POPULATION
    home = tells.words[0]
    past = any(token.lower_ in words().past for token in doc[max(0, home - 2) : home])
    plight = any(
        noun.lower_ in forms_of("plights")
        for prep in doc[home].children
        if prep.dep_ == "prep"
        for noun in prep.children
    )
    return large and not (past or plight) and (named or doc[tells.words[0]].lower_ == "population")


def _is_superseded(doc: Doc, number: Counted, tells: Told) -> bool:
    """A number that the report says no longer stands: "raising an earlier toll of 10", "up from 70"."""
    lead = doc[max(0, number.start - 2) : number.start].text.lower()
    risen = number.start > 1 and doc[number.start - 1].lower_ == "from"  # "grew from 900 to 1,200"
    if lead in words().superseding or (risen and doc[number.start - 2].lower_ in forms_of("reaching")):
        return True
    near = {number.bearer, tells.words[0], doc[number.bearer].head.i, doc[number.bearer].head.head.i}
    old = (child for at in near if doc[at].pos_ in ("NOUN", "NUM") for child in doc[at].children)
    return any(child.dep_ == "amod" and child.lower_ in words().superseded for child in old)


def _is_used(doc: Doc, number: Counted, tells: Told, clause: Clause) -> bool:
    """Aircraft, vehicles and weapons count only where something is done with them, or they go in a convoy."""
    if tells.measure not in kinds().used:
        return True
    convoy = any(token.lower_ in forms_of("convoys") for token in doc[number.start].sent)
    return (convoy and tells.measure == "vehicles") or deed_of(doc, number, clause) is not None


def _single(doc: Doc, number: Counted, tells: Told, clause: Clause) -> bool:
    """Whether "a" counts: one person killed, wounded or taken, one aircraft or tank lost."""
    deed_noun = doc[tells.words[0]]
    if names_deed(doc, deed_noun) and not _is_news(deed_noun.head):
        return False
    if tells.measure in kinds().single and number.noun is not None:
        tables = [heads(kind, "status") for kind in measures().status] + [heads("persons", "things")]
        return any(phrase_at(doc, number.noun, table) for table in tables)
    deed = deed_of(doc, number, clause) if tells.measure in ("aircraft", "tanks") else None
    return deed is not None and deed[0] in LOST


def names_deed(doc: Doc, deed: Token) -> bool:
    """Whether a noun names a deed as known: "protested the arrest of an activist"."""
    if deed.tag_ != "NN" or deed.i + 1 >= len(doc) or doc[deed.i + 1].lower_ != "of":
        return False
    return any(child.dep_ == "det" and child.lower_ == "the" for child in deed.children)


def _is_news(verb: Token) -> bool:
    """Whether the verb tells of a deed as news: "reported the arrest of an activist", "led to the death of a boy"."""
    above = verb.head if verb.pos_ == "ADP" else verb
    return says(above) or above.lower_ in forms_of("tallying") or above.lower_ in forms_of("causing")
