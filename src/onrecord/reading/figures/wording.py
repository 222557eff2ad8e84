"""The words for what a figure counts: its own noun, one named before, or the word of its measure."""

from spacy.tokens import Doc, Token

from onrecord.reading.figures.choice import Chosen
from onrecord.reading.figures.counted import Counted, phrase_at
from onrecord.reading.figures.frames import state_of
from onrecord.reading.figures.measures import PRONOUNS, Told
from onrecord.vocabulary.figures import forms_of, kinds, words
from onrecord.vocabulary.measures import heads, measures
from onrecord.vocabulary.place_words import place_words

LONGEST_COMPLEMENT = 6
BESIDE_NOUN = frozenset({"acl", "amod", "prep"})
BEFORE_NOUN = frozenset({"JJ", "NN", "NNP", "HYPH"})
OWN = frozenset({"JJ", "VBN", "NN", "HYPH"})
PLURAL = frozenset({"NNS", "NNPS"})


def own_words(doc: Doc, number: Counted, noun: int) -> tuple[int, int] | None:
    """What only this number's things are called where it shares its noun: "144 towed and 72 self-propelled guns"."""
    end = number.end
    while end < noun and (doc[end].tag_ in OWN or doc[end].text == "-"):
        end += 1
    joined = end < len(doc) and doc[end].lower_ in ("and", "or") and number.noun is not None
    return (number.end, end) if joined and number.end < end and any(map(_is_count, doc[end:noun])) else None


def is_of_persons(told: Told) -> bool:
    """Whether the measure is of people alone."""
    return told.measure in kinds().states | kinds().leaving | kinds().harm


def counted_words(doc: Doc, each: Chosen) -> tuple[int, int]:
    number, noun = each.number, each.number.noun
    if each.told.measure == "distance":
        return _with_modifiers(doc, each.told.words[-1])
    if noun is None or (noun in each.told.words[:1] and doc[noun].lower_ in forms_of("deaths")):
        return _elided(doc, each)
    if doc[noun].lower_ in words().others and (each.before is not None or _is_told_of(doc, each, noun)):
        return _elided(doc, each)
    if doc[noun].lower_ in PRONOUNS:
        return _of_pronoun(doc, each, noun)
    return _noun_phrase(doc, number, noun)


def _is_told_of(doc: Doc, each: Chosen, noun: int) -> bool:
    """Whether nothing is said of the "others" but what befell them: "seven others were wounded"."""
    bare = all(child.dep_ in ("nummod", "det", "advmod", "amod") for child in doc[noun].children)
    return bare and is_of_persons(each.told) and noun not in each.told.words


def _with_modifiers(doc: Doc, noun: int) -> tuple[int, int]:
    start = noun
    while start > 0 and doc[start - 1].head.i == noun and doc[start - 1].dep_ in ("compound", "amod", "nmod", "nummod"):
        start -= 1
    return start, noun + 1


def _noun_phrase(doc: Doc, number: Counted, noun: int) -> tuple[int, int]:
    """The noun with the words before it that are not numbers, and with an "of" behind it; the noun alone where it is
    shared with another number: "144 towed and 72 self-propelled guns"."""
    start, end = number.first, number.last
    shared = doc[number.end].lower_ != "of" and any(_is_count(token) for token in doc[max(start, number.end) : noun])
    inner = [token.i for token in doc[start:noun] if _is_count(token) or token.is_quote]
    start = noun if shared else max([start, *(at + 1 for at in inner)])
    while start < noun and (doc[start].lower_ in words().uncounted or doc[start].is_quote or doc[start].is_punct):
        start += 1
    after = doc[end] if end < len(doc) and doc[end].lower_ == "of" and doc[end].head.i == noun else None
    complement = (
        next((child for child in after.children if child.dep_ in ("pobj", "pcomp")), None)
        if after is not None
        else None
    )
    if complement is not None and complement.i - end <= LONGEST_COMPLEMENT:
        tolled = doc[noun].lower_ in forms_of("tolled")  # "40 deaths of its soldiers"
        return _with_modifiers(doc, complement.i) if tolled else (start, complement.i + 1)
    return start, joined_end(doc, noun) if end == noun + 1 else end


def joined_end(doc: Doc, noun: int) -> int:
    """Where the counted words end with a second noun that the number counts too: "500 soldiers and police"."""
    second = next((child for child in doc[noun].rights if child.dep_ == "conj"), None)
    joined = noun + 2 < len(doc) and doc[noun + 1].lower_ in ("and", "or") and doc[noun].tag_ in PLURAL
    if second is None or not joined or second.pos_ != "NOUN" or second.left_edge.i != noun + 2:
        return noun + 1
    if doc[noun + 2].lower_ in words().uncounted:  # "people and more money"
        return noun + 1
    if doc[noun].lower_ in forms_of("tolled"):  # "11 deaths and numerous injuries"
        return noun + 1
    plain_words = all(token.pos_ in ("NOUN", "ADJ") for token in doc[noun + 2 : second.i + 1])
    return second.i + 1 if plain_words and second.i - noun <= LONGEST_COMPLEMENT else noun + 1


def _is_count(token: Token) -> bool:
    """Whether a numeral is no part of an age: "17-year-old"."""
    aged = token.i + 2 < len(token.doc) and token.nbor().text in "-–" and token.nbor(2).lower_ in ("year", "month")
    return (token.pos_ == "NUM" or token.like_num) and not aged


def _is_misread(token: Token) -> bool:
    """Whether a word right before a noun, taken for a verb, can only be part of its phrase: "strike sorties"."""
    return token.tag_ in ("VB", "VBP") and token.i + 1 < len(token.doc) and token.nbor().tag_ in PLURAL


def _of_pronoun(doc: Doc, each: Chosen, pronoun: int) -> tuple[int, int]:
    """ "10 of them children", "three of those injured", "two of whom died": the noun behind, else what is resumed."""
    end = pronoun + 1
    while (
        end < len(doc)
        and (doc[end].tag_ in BEFORE_NOUN or doc[end].dep_ == "compound" or _is_misread(doc[end]))
        and end - pronoun < LONGEST_COMPLEMENT
    ):
        end += 1
    if end < len(doc) and doc[end].tag_ in PLURAL and not any(token.is_punct for token in doc[pronoun + 1 : end]):
        return pronoun + 1, end + 1
    after = pronoun + 1
    if doc[pronoun].lower_ == "those" and after < len(doc) and doc[after].dep_ == "acl":
        return pronoun, after + 1
    before = each.whole or _named_before(doc, each)
    if before is not None:
        return counted_words(doc, before)
    if doc[pronoun].lower_ == "whom" and each.people is not None and each.people.noun is not None:
        return _noun_phrase(doc, each.people, each.people.noun)
    meant = _meant(doc[each.told.clause])
    return _with_modifiers(doc, meant.i) if meant is not None else (pronoun, pronoun + 1)


def _meant(verb: Token) -> Token | None:
    """The people whom the clause before names, to whom the same was done: "repelled the attackers, killing 12 of
    them"."""
    if verb.dep_ not in ("advcl", "conj"):
        return None
    return next((child for child in verb.head.children if child.dep_ == "dobj" and child.tag_ in PLURAL), None)


def _elided(doc: Doc, each: Chosen) -> tuple[int, int]:
    """What is counted where the number stands alone: what the number before it counts, else the measure's own word."""
    if _is_of_toll(doc[each.told.words[0]]):
        return each.told.words[0], each.told.words[0] + 1
    before = _named_before(doc, each) or (each.whole if not is_of_persons(each.told) else None)
    noun = before.number.noun if before is not None else None
    nobody = forms_of("tolled") | {"person", "individual"}  # "two deaths", "one person died and nine were hurt"
    if before is not None and not (noun is not None and doc[noun].lower_ in nobody):
        return counted_words(doc, before)
    if (
        before is None
        and each.people is not None
        and each.told.measure in kinds().states
        and not _is_of_event(doc, each)
    ):
        people = each.people
        assert people.noun is not None
        if not _are_others(doc, each.number, people):
            return _noun_phrase(doc, people, people.noun)
    word = each.told.words[0]
    counted = doc[word].head
    somewhere = counted.lemma_.lower() in place_words().kinds or state_of(counted.lower_) is not None
    beside = (
        doc[word].dep_ in BESIDE_NOUN
        and doc[word].tag_ != "VBG"
        and counted.pos_ in ("NOUN", "PROPN")
        and not somewhere
    )
    behind = (
        counted.dep_ == "pobj" and counted.head.head.lower_ in words().counts
    )  # "to 58 the number of families uprooted"
    if beside and (counted.i < each.number.start or behind):
        return _with_modifiers(doc, counted.i)  # "the number of civilians killed stood at 423"
    end = word + 1
    while end in each.told.words:  # "one million are on the move"
        end += 1
    return word, end


def _is_of_toll(word: Token) -> bool:
    """Whether it is a toll's word, whoever else was counted before: "killing two rebels, bringing the number of dead
    to 11"."""
    return word.dep_ == "pobj" and word.head.lower_ == "of" and word.head.head.lower_ in words().totals


def _named_before(doc: Doc, each: Chosen) -> Chosen | None:
    """The figure before in the sentence, where both count people and it says who this one's are."""
    personal = kinds().states | kinds().leaving | {"casualties"}
    if each.number.start and doc[each.number.start - 1].lower_ == "the":  # "a boy was among the 13 killed"
        return None
    if _is_of_event(doc, each):
        return None
    before = each.before
    while before is not None and (before.whole is not None or _is_example(doc, before)):
        before = before.whole or before.before  # "10 people, including two babies, and 20 wounded"
    if before is None or not {before.told.measure, each.told.measure} <= personal:
        return None
    named = before.number.noun is not None and before.number.noun not in before.told.words[:1]
    if named and _are_others(doc, each.number, before.number):
        return None
    return before if named or _named_before(doc, before) is not None else None


def _is_of_event(doc: Doc, each: Chosen) -> bool:
    """Whether the number is of an event on which the one before has no clause: "51 taken in a raid that left two
    dead"."""
    clauses = (above for above in doc[each.number.bearer].ancestors if above.dep_ == "relcl")
    events = (clause for clause in clauses if clause.head.lower_ in forms_of("happened"))
    return any(each.before is not None and not clause.left_edge.i <= each.before.number.start for clause in events)


def _is_example(doc: Doc, each: Chosen) -> bool:
    return each.number.first > 0 and doc[each.number.first - 1].lower_ == "including"


def _are_others(doc: Doc, number: Counted, before: Counted) -> bool:
    """Whether it is not said that those counted are of the kind before: "ten women and 30 others", "two officers and a
    civilian dead, and ten injured"."""
    if before.noun is None:
        return False
    own = range(before.noun, joined_end(doc, before.noun))
    beside = (other for other in doc[before.noun].conjuncts if other.i not in own and other.pos_ == "NOUN")
    if any(child.dep_ in ("det", "nummod") for other in beside for child in other.children):
        return True
    others = number.noun is not None and doc[number.noun].lower_ in words().others
    return others and any(phrase_at(doc, before.noun, heads(group, "groups")) for group in measures().groups)
