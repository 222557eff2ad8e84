"""Which words tell a commitment beside the statements: "plans to deploy", "is ready to", "will send", "want the release
of"."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from spacy.tokens import Span, Token

from onrecord.reading.deeds.clause import says
from onrecord.reading.deeds.grammar import (
    VERBS,
    behind,
    direct_objects,
    each_once,
    is_passive,
    joined,
    tells_who,
    word,
)
from onrecord.reading.deeds.roles import doers
from onrecord.reading.deeds.subjects import Tokens, subjects
from onrecord.reading.told_once import among
from onrecord.vocabulary.commitments import governing, hours, telling, words
from onrecord.vocabulary.deeds import deeds

WORD = "commitment word"
FUTURE = frozenset({"will", "would", "shall", "'ll", "’ll"})
HIGHEST = 6  # clauses up
UNREAL = frozenset({"xcomp", "pcomp"})
MARKS = frozenset({"if", "unless", "whether", "lest", "until", "once", "should"})
GIVEN = frozenset({"dobj", "nsubjpass"})
HAVING = frozenset({"have", "has", "had", "get", "gets", "got"})
NO = frozenset({"no", "neither", "little"})
WITHOUT = frozenset({"until", "unless", "till", "long"})  # "as long as"


class Told(NamedTuple):
    """A commitment told at `token`: what is to be done hangs on `deed`; `words` are the tokens that tell the type, `by`
    the heads of those who commit themselves, `to` those of whom it goes at, where words give them. `voiced`: where `by`
    names nobody, whoever says it commits himself. `rule`: that by which the words tell the type. `armed`: the words
    tell a commitment only of those who fight."""

    token: Token
    type_: str
    deed: Token
    words: tuple[int, ...]
    by: Tokens
    to: Tokens = ()
    voiced: bool = False
    rule: str = WORD
    armed: bool = False


Way = Callable[[Token], Told | None]


def is_any(_: Token) -> bool:
    return True


class Gate(NamedTuple):
    """The words at which commitments may be told, the ways of telling one there, and what the word must be besides."""

    words: Callable[[], Collection[str]]
    ways: tuple[Way, ...]
    holds: Callable[[Token], bool] = is_any


Gates = tuple[Gate, ...]


@cache
def _standing(gates: Gates) -> Mapping[str, Gates]:
    """The gates at each word, in their order."""
    return {word: tuple(gate for gate in gates if word in gate.words()) for gate in gates for word in gate.words()}


def told_by(gates: Gates, sentence: Span) -> Iterator[Told]:
    """The commitments that a sentence tells, in the order of the text: of each word, the first that the ways behind the
    first gate it passes find."""
    standing = _standing(gates)
    for token in among(sentence, standing):
        ways = next((gate.ways for gate in standing[token.lower_] if gate.holds(token)), ())
        found = next(filter(None, (way(token) for way in ways)), None)
        if found is not None:
            yield found


def governed(verb: Token) -> tuple[str, Token, tuple[int, ...]] | None:
    """The type of commitment that a verb or adjective tells of the infinitive behind it, that infinitive, and the words
    that tell it; None where it governs none."""
    stated = any(child.lemma_ == "be" for child in verb.children) or verb.dep_ in ("acomp", "oprd")
    stated = (stated or (verb.pos_ == "ADJ" and verb.dep_ == "ROOT")) and verb.tag_ not in ("VB", "VBZ", "VBP")
    ways = ("adjectives", "verbs") if stated else ("verbs",)
    type_ = next((governing(way)[verb.lower_] for way in ways if verb.lower_ in governing(way)), None)
    deed = infinitive(verb) if type_ is not None else None
    if deed is None and verb.lemma_ == "be":
        for child in verb.children:
            if child.dep_ in ("acomp", "oprd") and child.lower_ in governing("adjectives"):
                return governed(child)
    return (type_, deed, (verb.i,)) if type_ is not None and deed is not None else None


def infinitive(token: Token) -> Token | None:
    """The infinitive that hangs behind the token, or the gerund behind its "to": "committed to releasing"."""
    gerund = next((each for each in behind(token, ("to",)) if each.tag_ == "VBG" and each.dep_ == "pcomp"), None)
    if gerund is not None and any(token.lower_ in governing(part) for part in ("nouns", "verbs", "adjectives")):
        return gerund
    for child in token.rights:
        if child.dep_ in ("xcomp", "acl", "relcl", "advcl", "ccomp") and child.tag_ == "VB" and _has_to(child):
            asks = any(each.tag_ in ("WRB", "WP") or each.lower_ == "as" for each in child.children)
            return None if asks else child
    return None


def is_type(value: object, cited: Sequence[str]) -> bool:
    """Whether the words tell that type of commitment."""
    low = [each.lower() for each in cited]
    if value == "ultimatum":
        given = any(each in words("giving") | HAVING for each in low) and any(
            each in {*hours(), "until"} for each in low
        )
        return given or any(each in words("deadlines") for each in low)
    if value == "plan" and any(each in FUTURE for each in low):
        return any(each in words("willed") for each in low)
    if value == "demand" and (any(each in words("wants") for each in low) or _is_refused(low)):
        return True
    if value == "pledge" and (any(each in words("declaring") for each in low) or _is_refused(low)):
        return True
    return any(governing(part).get(each) == value for part in ("verbs", "adjectives", "nouns") for each in low)


def _is_refused(low: Sequence[str]) -> bool:
    """Whether the words refuse something outright, or until something is done."""
    return bool(words("refusing") & set(low)) and bool({"out", *WITHOUT} & set(low))


def depends(verb: Token) -> Token | None:
    """The "unless" or "until" that hangs on the verb."""
    return next((each for each in verb.subtree if each.i > verb.i and _holds_off(each)), None)


def _holds_off(token: Token) -> bool:
    return token.lower_ in WITHOUT and (token.lower_ != "long" or token.nbor(-1).lower_ in ("as", "so"))


def is_real(verb: Token) -> bool:
    """Whether the words tell of it as so: not negated, not supposed, not what somebody merely may do."""
    held = [*verb.children, *(verb.head.children if verb.dep_ in ("acomp", "oprd") else ())]
    if any(child.dep_ == "neg" or child.tag_ == "MD" or child.lower_ == "no" for child in held):
        return False
    token = verb
    for _ in range(HIGHEST):
        if any(child.dep_ == "mark" and child.lower_ in MARKS for child in token.children) or token.dep_ in UNREAL:
            return False
        if token.head.i == token.i:
            return True
        denied = token.dep_ in ("ccomp", "dobj") and token.head.lemma_ in deeds().forms.negative
        if denied or (token.dep_ in ("ccomp", "dobj") and doubts(token.head)):
            return False
        held = [child for child in token.head.children if child.lower_ in NO or word(child) in words("doubted")]
        if token.dep_ in ("acl", "ccomp") and held:
            return False  # "no indication that"
        token = token.head
    return True


def doubts(verb: Token) -> bool:
    """Whether the verb denies, doubts or takes back what its clause tells."""
    negated = any(child.dep_ == "neg" for child in verb.children)
    return negated or word(verb) in (
        "deny",
        "doubt",
        "reject",
        "abandon",
        "drop",
        "scrap",
        "cancel",
        "shelve",
        "suspend",
    )


def _by_word(token: Token) -> Told | None:
    """ "plans to deploy", "is ready to", "has agreed to withdraw"."""
    if token.pos_ not in ("VERB", "ADJ"):
        return None
    held = governed(token)
    if held is None or not is_real(token) or is_over(token) or tells_who(token):
        return None
    type_, deed, cited = held
    if token.head.lemma_ in ("seem", "appear") and token.dep_ in ("acomp", "oprd"):
        return None
    if deed.tag_ == "VB" and any(child.dep_ == "dobj" and child.i < deed.i for child in token.children):
        return None  # "undertook action to enforce"
    if type_ == "plan" and deed.lower_ in words("states") and deed.lower_ not in words("staying"):
        return None  # "we are going to see whether"
    if token.tag_ == "VBG" and token.dep_ in ("advcl", "acl") and type_ == "plan":
        return None  # "stormed the base, planning to seize its weapons"
    participle = token.tag_ == "VBN" and not any(child.dep_ in ("aux", "auxpass") for child in token.children)
    if participle and token.dep_ in ("acl", "relcl", "amod"):
        return None  # "operations intended to protect"
    is_adjective = token.lower_ in governing("adjectives") and token.lower_ not in governing("verbs")
    if token.pos_ == "VERB" and is_adjective and token.tag_ not in ("VBN", "VBG", "JJ"):
        return None  # "the army set to work"
    if is_passive(token) and token.lower_ not in governing("adjectives"):
        return None  # "the claims are intended to distract"
    verb = token.head if token.dep_ in ("acomp", "oprd") else token
    return Told(token, type_, deed, cited, joined(subjects(deed if deed.tag_ == "VB" else verb)))


def is_over(verb: Token) -> bool:
    """Whether it is told as past before something else: "had planned to"."""
    held = (*verb.children, *(verb.head.children if verb.dep_ in ("acomp", "oprd") else ()))
    return any(child.lower_ == "had" and child.dep_ == "aux" for child in held)


def _by_wanting(token: Token) -> Told | None:
    """ "rebels want the release of", "the junta wants the troops to leave"."""
    if token.pos_ != "VERB" or token.lower_ not in words("wants") or is_passive(token) or not is_real(token):
        return None
    if token.dep_ == "acl":
        return None  # "forces and rebels demanding": whose demand it is, is unsure
    asked = [child for child in token.rights if child.dep_ in ("ccomp", "xcomp") and _is_others(child)]
    things = [noun for noun in direct_objects(token) if noun.pos_ == "NOUN"]
    deed = next(iter([*asked, *things]), None)
    return Told(token, "demand", deed, (token.i,), doers(token)) if deed is not None else None


def _is_others(clause: Token) -> bool:
    """Whether somebody else is to do what the clause tells."""
    return any(child.dep_ in ("nsubj", "nsubjpass") and child.tag_ != "WP" for child in clause.children)


def addressed(held: Sequence[Token], given: Token) -> Tokens:
    """Those to whom it is given."""
    heads = [noun for each in held for noun in behind(each, ("to", "for"))]
    for each in held:
        heads += [child for child in each.children if child.dep_ in ("dative", "iobj") and child.pos_ != "ADP"]
        heads += [child for child in each.children if child.dep_ == "dobj" and child.i != given.i]
        if is_passive(each):
            heads += [child for child in each.children if child.dep_ == "nsubjpass" and child.i != given.i]
    return each_once(heads)


def _by_future(token: Token) -> Told | None:
    """ "France will withdraw its troops"."""
    if token.pos_ not in VERBS or token.lower_ not in words("willed") or is_passive(token):
        return None
    modal = next((child for child in token.children if child.tag_ == "MD" and child.lower_ in FUTURE), None)
    helped = [child for child in token.children if child.dep_ == "aux" and child.lower_ in ("have", "be")]
    if (
        modal is None
        or modal.i == token.sent.start
        or helped
        or token.tag_ != "VB"
        or any(child.dep_ == "neg" for child in token.children)
    ):
        return None
    if token.dep_ in ("advcl", "relcl", "pcomp", "acl") or any(c.lower_ in MARKS for c in token.children):
        return None
    said = token.dep_ == "ccomp" and says(token.head) and not doubts(token.head)
    if not said and (token.dep_ == "ccomp" or modal.lower_ == "would"):
        return None  # "fear that they will", "in those days they would"
    return Told(token, "plan", token, (modal.i, token.i), doers(token))


def _has_to(verb: Token) -> bool:
    return any(child.tag_ == "TO" for child in verb.children)


GATES: Gates = (Gate(telling, (_by_word, _by_wanting, _by_future)),)
