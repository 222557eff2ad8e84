"""Grammar that every question about a deed rests on: its arguments, its voice, who is joined by "and"."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from onrecord.reading.found import DateMention
from onrecord.vocabulary.dates import date_words
from onrecord.vocabulary.deed_roles import role_words
from onrecord.vocabulary.figures import words as figure_words
from onrecord.vocabulary.place_words import place_words

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
VERBS = frozenset({"VERB", "AUX"})
NOUNS = frozenset({"NOUN", "PROPN"})
NAMED = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
OBJECTS = frozenset({"dobj", "obj"})
PREPOSITIONS = frozenset({"prep", "agent", "dative", "prt", "advmod", "mark"})
NOMINAL = frozenset({"nsubj", "nsubjpass", "pobj"})
OF_NOUNS = frozenset({"det", "poss", "amod", "compound", "nmod", "nummod"})
OBJECT_START = frozenset({"DT", "CD", "PRP$", "PRP", "NN", "NNS", "NNP", "NNPS", "JJ"})
OTHER_CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "parataxis"})
SEVERAL = 12  # joined by "and"


def word(token: Token) -> str:
    """The plain form of the word: "attack" for "attacks" and "attacked"."""
    return (token.lemma_ or token.text).lower()


def is_noun(deed: Token) -> bool:
    """Whether the deed is told as a noun: "the shelling of", "clashes", "fighting between"."""
    if deed.pos_ in NOUNS or deed.tag_ in ("NN", "NNS", "NNP", "NNPS"):
        return True
    if deed.tag_ == "VBG" and deed.dep_ == "pobj":
        return True
    if deed.tag_ != "VBG" or any(child.dep_ in OBJECTS or child.dep_ in SUBJECTS for child in deed.children):
        return False
    noun_like = any(child.dep_ in OF_NOUNS or child.lower_ in ("of", "between") for child in deed.children)
    return noun_like or deed.dep_ in NOMINAL or (deed.dep_ == "pcomp" and deed.head.lower_ == "by")


def is_passive(verb: Token) -> bool:
    """Whether the subject of the verb is whom it was done to. Headlines and participles leave out "were"."""
    children = list(verb.children)
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in children):
        return True
    clause = verb.dep_ == "acl" and verb.tag_ in (
        "VBD",
        "VBP",
    )  # a participle, whatever the parse: "snipers shot on Sunday"
    if not (clause or verb.tag_ in ("VBN", "VBD")) or any(child.dep_ == "aux" for child in children):
        return False
    if word(verb) in role_words().intransitive:
        return False
    bare = not any(child.dep_ in OBJECTS and not _is_cut_off(verb, child) for child in children)
    participle = (
        clause
        or verb.tag_ == "VBN"
        or (verb.dep_ == "conj" and word(verb) in role_words().transitive | role_words().giving)
    )
    if verb.dep_ in ("acl", "amod", "advcl", "conj") and participle and bare and not own_subjects(verb):
        return verb.dep_ != "conj" or (verb.head.pos_ in VERBS and is_passive(verb.head))
    if any(child.dep_ == "agent" for child in children):
        return bare
    if word(verb) not in role_words().transitive or verb.dep_ == "relcl" or direct_objects(verb):
        return False
    if any(child.dep_ == "prt" or child.lower_ in ("back", "again") for child in children):
        return False
    return bool(own_subjects(verb)) and reads_as_passive(verb)


def _is_cut_off(verb: Token, thing: Token) -> bool:
    """Whether another clause begins between a verb joined to a passive and what the parse takes for its object: "were
    killed and injured in raids that targeted stations"."""
    between = verb.doc[verb.i + 1 : thing.i]
    joined_to_it = verb.dep_ == "conj" and verb.tag_ == "VBN" and verb.i == verb.head.i + 2
    return joined_to_it and any(token.tag_ in ("WDT", "WP") for token in between)


def tells_who(clause: Token) -> bool:
    """Whether a relative clause tells what somebody is known by, and so no news: "the group, which abducted 276 girls",
    "the general, whose troops shelled the town"."""
    helping = {child.lower_ for child in clause.children if child.dep_ in ("aux", "auxpass")}
    if clause.dep_ != "relcl" or clause.tag_ in ("VBZ", "VBP") or helping & {"is", "are", "has", "have"}:
        return False
    for child in clause.children:
        if child.dep_ in SUBJECTS and child.i < clause.i:
            owned = any(each.lower_ == "whose" for each in child.children)
            named = child.lower_ == "which" and (
                clause.head.pos_ == "PROPN" or clause.head.lower_ in role_words().bands
            )
            return owned or child.lower_ == "who" or named
    return False


def own_subjects(verb: Token) -> list[Token]:
    """The subject that stands with the verb itself: the last before it, or the only one.

    Where a parse finds several, one behind a preposition, hyphen or noun is none: "Gangs in Port-au-Prince killed"."""
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
    if len(subjects) > 1:
        subjects = [token for token in subjects if not _is_led_in(token)] or subjects
    return [token for token in subjects if token.i < verb.i][-1:] or subjects[:1]


def _is_led_in(noun: Token) -> bool:
    first = noun.left_edge
    return first.i > 0 and (first.nbor(-1).tag_ in ("IN", "HYPH") or first.nbor(-1).pos_ in NOUNS)


def direct_objects(verb: Token) -> list[Token]:
    """The objects of the verb, or the one it shares with the verb joined to it: "shelled and seized the town"."""
    own = [_thing(child) for child in verb.children if child.dep_ in OBJECTS]
    if own or verb.pos_ not in VERBS:
        return own
    for other in verb.children:
        if other.dep_ == "conj" and other.pos_ in VERBS and _is_close(verb, other) and not own_subjects(other):
            return [child for child in other.children if child.dep_ in OBJECTS]
    return []


def _thing(noun: Token) -> Token:
    """What is named before a direction that the parse takes for the object: "shot down a helicopter west of Aleppo"."""
    before = noun.nbor(-1) if noun.i > noun.sent.start else noun
    directed = noun.lower_ in place_words().directions and any(child.lower_ == "of" for child in noun.children)
    return before if directed and before.dep_ == "compound" and before.head.i == noun.i else noun


def _is_close(verb: Token, other: Token) -> bool:
    between = verb.doc[verb.i + 1 : other.i]
    return 0 < len(between) <= 4 and all(token.pos_ in ("CCONJ", "ADV", "PUNCT", "AUX") for token in between)


def behind(token: Token, prepositions: Iterable[str]) -> Iterator[Token]:
    """The nouns behind the token's prepositions; for "at the hands of" give "at" and ask again."""
    wanted = frozenset(prepositions)
    for child in token.children:
        if child.lower_ in wanted and child.dep_ in PREPOSITIONS and child.i > token.i:
            yield from (noun for noun in child.children if noun.dep_ in ("pobj", "pcomp"))
        elif child.dep_ == "prep" and child.lower_ in ("out", "up", "along", "together", "next", "as"):
            yield from behind(child, wanted)


def joined(heads: Iterable[Token]) -> tuple[Token, ...]:
    """The heads with those joined to them by "and", each once, in the order of the text."""
    found: dict[int, Token] = {}
    waiting = list(heads)
    while waiting and len(found) < SEVERAL:
        token = waiting.pop(0)
        if token.i not in found:
            found[token.i] = token
            waiting += [
                child for child in token.children if child.dep_ == "conj" and child.pos_ in NAMED and _linked(child)
            ]
    return tuple(found[at] for at in sorted(found))


def _is_joined(token: Token) -> bool:
    """Whether the token is one more of those its head names.

    So is "the army" in "the army and Tuareg rebels", which a parse may take for an adjective of the rebels."""
    if token.dep_ == "conj":
        return token.pos_ in NAMED and _linked(token)
    if token.dep_ not in ("nmod", "compound") or token.pos_ not in NOUNS:
        return False
    below = {child.dep_ for child in token.children}
    return {"cc", "conj"} <= below and not below.isdisjoint(OF_NOUNS)


def _linked(token: Token) -> bool:
    """Whether "and" or "or" stands somewhere in the row that the token ends or continues."""
    row = [token.head, token]
    while row[-1].i + 1 < len(token.doc) and len(row) < SEVERAL:
        further = next((child for child in row[-1].children if child.dep_ == "conj"), None)
        if further is None:
            break
        row.append(further)
    return any(child.dep_ == "cc" for member in row for child in member.children)


def each_once(tokens: Iterable[Token]) -> tuple[Token, ...]:
    """The tokens without punctuation, each once, in the order of the text."""
    found = {token.i: token for token in tokens if not token.is_punct}
    return tuple(found[at] for at in sorted(found))


def each_of(noun: Token) -> Iterator[Token]:
    """The noun, and where it only counts others those behind "of": "a series of posts"."""
    yield noun
    if word(noun) in role_words().partitive:
        yield from behind(noun, ("of",))


def is_aside(token: Token) -> bool:
    """Whether the noun only tells when or how: "on Monday", "by the end of March", "on the ground"."""
    words = date_words()
    names = (
        token.lower_ in words.weekdays
        or token.lower_ in words.months
        or (token.text.isdigit() and len(token.text) == 4)
    )
    return names or (token.pos_ != "PROPN" and word(token) in role_words().asides)


def reads_as_passive(verb: Token) -> bool:
    """Headlines and shortened clauses leave out "were": "13 soldiers killed", "and 20 wounded"."""
    if verb.tag_ not in ("VBN", "VBD") or any(child.dep_ in ("dobj", "ccomp", "aux") for child in verb.children):
        return False
    return verb.i + 1 >= len(verb.doc) or verb.nbor().tag_ not in OBJECT_START


def same_clause(token: Token) -> bool:
    """Whether the way up from a token stays in its clause; a clause of "since" tells when the one above it began."""
    since = token.dep_ == "advcl" and any(child.dep_ == "mark" and child.lower_ == "since" for child in token.children)
    such = token.lower_ == "as" and token.i > 0 and token.nbor(-1).lower_ == "such"
    return since or not (token.dep_ in OTHER_CLAUSES or token.lower_ in figure_words().examples or such)


def in_main_clause(doc: Doc, date: DateMention) -> bool:
    """Whether a date dates the main clause of its sentence."""
    token = doc[date.head if date.head >= 0 else date.at.start]
    while token.head.i != token.i and same_clause(token):
        token = token.head
    return token.head.i == token.i
