"""What a toll came of: one event, several attacks, what went on for a time, or a war."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from onrecord.reading.figures.counted import Counted
from onrecord.reading.figures.frames import Told
from onrecord.reading.figures.relations import RELATIVE, SUBJECTS
from onrecord.reading.found import PlaceMention
from onrecord.vocabulary.figures import forms_of, words
from onrecord.vocabulary.place_words import place_words

DOING = frozenset({"dobj", "oprd", "xcomp"})
HOURS = frozenset({"day", "night", "hour", "morning", "evening"})
UPON = frozenset({"when", "as", "after"})
OCCASION = frozenset({"in", "during", "amid", "by"})
ROUGH = frozenset({"dozens", "scores", "hundreds", "thousands"})


def is_of_one_event(doc: Doc, told: Told) -> bool:
    """Whether the toll is that of one event: "the death toll from the bombing rose to 37"."""
    word = doc[told.words[0]]
    toll = next((token for token in (word, *list(word.ancestors)[:3]) if token.lower_ in words().totals), word)
    return any(token.dep_ == "pobj" and is_one_event(token) for token in toll.subtree)


def names_no_attack(verb: Token) -> bool:
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


def is_spread(doc: Doc, number: Counted, told: Told, verb: Token | None, place: PlaceMention | None) -> bool:
    """Whether the toll is that of many places, or of many events: "dozens were killed in Sudan overnight"."""
    sentence = doc[number.start].sent
    wide = (token for token in sentence if token.lower_ in words().spread | words().countrywide)
    if any(verb is None or verb_over(token) in (verb, None) for token in wide):
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


def verb_over(token: Token) -> Token | None:
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


def cause_of(verb: Token) -> str | None:
    """What the verb's subject, its agent or the occasion it names is: one event, a war, or (wartime) that of a war."""
    for child in (child for each in (verb, *_shared_with(verb)) for child in each.children):
        if child.dep_ == "advcl" and _is_upon_event(child):
            return "event"
        occasion = child.dep_ == "prep" and child.lower_ in ("in", "by", "during")
        for noun in child.children if occasion or child.dep_ == "agent" else (_named(child),):
            if (child.dep_ == "nsubj" or noun.dep_ == "pobj") and noun.tag_ in ("NN", "NNP"):
                if noun.lower_ in forms_of("wars"):
                    return "war" if child.dep_ == "nsubj" else "wartime"
                if is_one_event(noun):
                    return "event"
    return None


def _named(subject: Token) -> Token:
    """What a relative pronoun stands for: "the war that killed 1,200 people"."""
    clause = subject.head
    return clause.head if subject.lower_ in RELATIVE and clause.dep_ == "relcl" else subject


def _is_upon_event(clause: Token) -> bool:
    """Whether the clause tells of one event at which it was: "when a missile hit a market"."""
    upon = any(child.lower_ in UPON and child.i < clause.i for child in clause.children)
    return upon and any(is_one_event(child) for child in clause.children if child.dep_ in SUBJECTS)


def is_one_event(noun: Token) -> bool:
    return noun.tag_ in ("NN", "NNP") and noun.lower_ in forms_of("happened")


def _shared_with(verb: Token) -> Iterator[Token]:
    """The verbs joined to one that tell of the same occasion: "40 were killed and 90 wounded in a blast"."""
    return (each for each in verb.conjuncts if each.tag_ == verb.tag_ == "VBN" and each.i > verb.i)
