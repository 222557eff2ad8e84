"""Which words tell a commitment of whoever says them: "we will go further", "traffic would resume by 15 September",
"any attack will be treated as an act of war", "there will be a response", "agreed that a mission should travel".

What is told here is no prediction and no plan of an enemy: it is said in the first person, or of what the speaker's own
side has in hand, or threatens somebody with what will follow.
"""

from collections.abc import Callable, Iterator, Sequence

from spacy.tokens import Span, Token

from onrecord.reading.commitments.matters import is_of_conflict
from onrecord.reading.commitments.triggers import FUTURE, MARKS, Told, doubts, infinitive, is_real
from onrecord.reading.deeds.clause import says
from onrecord.reading.deeds.grammar import NOUNS, SUBJECTS, VERBS, behind, is_passive, own_subjects, word
from onrecord.reading.deeds.owners import owners
from onrecord.reading.deeds.roles import doers
from onrecord.reading.deeds.subjects import Tokens, subjects
from onrecord.reading.deeds.triggers import at_token
from onrecord.vocabulary.commitments import governing, reckonings, words
from onrecord.vocabulary.triggers import tells

SELVES = frozenset({"we", "i"})
OWN = frozenset({"our", "my", "its", "their", "his", "her"})
PERSONAL = SELVES | {"he", "she", "it", "they"}
VOICED = "told of oneself"
WITHOUT = frozenset({"until", "unless", "till"})
NOT = frozenset({"not", "n't", "n’t", "never"})
BINDING = FUTURE | {"should", "must"}
CLAUSES = frozenset({"ROOT", "ccomp", "conj", "parataxis"})
APART = frozenset({"advcl", "relcl", "pcomp", "acl"})
NONE = frozenset({"no", "any"})
HIGHEST = 4  # clauses up
ASKED = frozenset({"on", "upon"})


def told(sentence: Span) -> Iterator[Told]:
    """The commitments that a sentence tells of whoever says it, in the order of the text; a word tells at most one."""
    for token in sentence:
        ways = next((ways for gate, ways in GATES if gate(token)), ())
        found = next(filter(None, (way(token) for way in ways)), None)
        if found is not None:
            yield found


def is_type(value: object, cited: Sequence[str]) -> bool:
    """Whether the words tell that type of commitment of whoever says them."""
    low = {each.lower() for each in cited}
    future = bool(low & FUTURE)
    if value == "threat":
        return bool(tells(reckonings(), low)) or (future and bool(low & (words("answers") | words("withheld"))))
    if value == "plan" and (low & words("forcing") or {"is", "to"} <= low or {"are", "to"} <= low):
        return True
    if value == "demand":
        return bool(low & words("ordering")) or (bool(low & NOT) and bool(low & (WITHOUT | {"long"})))
    if value == "pledge" and (low & words("intent") or low & words("deals")):
        return True
    told = any(governing(part).get(each) == value for part in ("verbs", "nouns") for each in low)
    return told or (future and value in ("pledge", "plan"))


def _made(
    token: Token,
    type_: str,
    deed: Token,
    cited: Sequence[int],
    by: Tokens = (),
    to: Tokens = (),
    *,
    voiced: bool = False,
) -> Told:
    return Told(token, type_, deed, tuple(sorted(cited)), by, to, voiced, VOICED)


def modal(verb: Token) -> Token | None:
    """The "will" or "would" of a verb."""
    return next((child for child in verb.children if child.tag_ == "MD" and child.lower_ in FUTURE), None)


def _clause_of(token: Token) -> Token | None:
    """The verb of which the token is the modal, where its clause is said outright."""
    verb = token.head
    if token.lower_ not in FUTURE or verb.pos_ not in VERBS or verb.dep_ in APART or token.i == token.sent.start:
        return None
    if any(child.lower_ in MARKS and child.dep_ == "mark" for child in verb.children):
        return None
    if any(child.dep_ == "aux" and child.lower_ == "have" for child in verb.children):
        return None
    above = verb
    for _ in range(HIGHEST):
        if above.dep_ != "conj":
            break
        above = above.head
    if above.dep_ not in CLAUSES or (above.dep_ == "ccomp" and not (says(above.head) or _stance(above))):
        return None
    said = above.dep_ == "ccomp"
    return (
        verb
        if (said or token.lower_ != "would") and (not said or (is_real(above.head) and not doubts(above.head)))
        else None
    )


def _stance(clause: Token) -> Token | None:
    """The noun for where somebody stands, where the clause tells it: "its position remains that it will not"."""
    if clause.dep_ != "ccomp" or word(clause.head) not in ("be", "remain", "stay"):
        return None
    held = (child for child in clause.head.children if child.dep_ in SUBJECTS and child.lower_ in words("stances"))
    return next(held, None)


def _by_reckoning(token: Token) -> Told | None:
    """ "will be held accountable", "would not pass without punishment", "will be treated as an act of war"."""
    verb = _clause_of(token)
    found = next(at_token(verb, reckonings(), {}), None) if verb is not None else None
    if verb is None or found is None:
        return None
    unpaid, cited = found
    if any(child.dep_ == "neg" for child in verb.children) != unpaid:
        return None
    if is_passive(verb):
        return None if any(behind(verb, ("by",))) else _made(verb, "threat", verb, cited, voiced=True)
    if any(head.lower_ in SELVES for head in own_subjects(verb)):
        return None  # "we will pay the price"
    regards = verb.lower_ in words("regarding")
    return _made(verb, "threat", verb, cited, doers(verb) if regards else (), voiced=not regards)


def _by_being(token: Token) -> Told | None:
    """ "there will be a response", "there would be no deal as long as they fought"."""
    verb = _clause_of(token)
    if verb is None or verb.lemma_ != "be":
        return None
    if not any(child.dep_ == "expl" for child in (*verb.children, *token.children)):
        return None
    thing = next((child for child in verb.children if child.dep_ in ("attr", "nsubj") and child.pos_ in NOUNS), None)
    if thing is None:
        return None
    refused = any(child.lower_ in NONE for child in thing.children)
    if (thing.lower_ in words("answers")) == refused:
        return None
    if refused and not (thing.lower_ in words("withheld") and _depends(verb)):
        return None
    return _made(verb, "threat", verb, (token.i, thing.i), voiced=True)


def _depends(verb: Token) -> bool:
    """Whether a condition hangs on the verb: "unless", "until", "as long as"."""
    marks = {each.lower_ for each in verb.subtree if each.i > verb.i}
    return bool(marks & WITHOUT) or {"long", "as"} <= marks


def _is_conditional(verb: Token) -> bool:
    """Whether a clause of "if" or "unless" hangs on the verb."""
    clauses = (child for child in verb.children if child.dep_ == "advcl")
    return any(each.lower_ in ("if", "unless") for clause in clauses for each in clause.children)


def _by_speaker(token: Token) -> Told | None:
    """ "we will go further", "traffic would resume", "hostages will be released", "it will not talk until"."""
    verb = _clause_of(token)
    if verb is None or verb.tag_ not in ("VB", "VBN"):
        return None
    heads = own_subjects(verb) or (own_subjects(verb.head) if verb.dep_ == "conj" else [])
    if len(heads) != 1:
        return None
    head = heads[0]
    negated = any(child.dep_ == "neg" for child in verb.children)
    stance = _stance(verb)
    if stance is not None:
        return _made(verb, "demand" if negated else "pledge", verb, _signs(verb, token), owners(stance))
    if verb.lower_ in words("states"):
        return None
    personal = head.lower_ in PERSONAL or any(child.lower_ in OWN and child.dep_ == "poss" for child in head.children)
    if negated and not (_depends(verb) and personal):
        return None
    if is_passive(verb):
        done = verb.lower_ in words("willed") or verb.lower_ in words("granted")
        if not done or any(behind(verb, ("by",))):
            return None
        return _made(verb, "plan", verb, (token.i, verb.i), voiced=True)
    if head.lower_ in SELVES or (personal and _is_quoted_or_said(verb)):
        return _made(verb, "demand" if negated else "pledge", verb, _signs(verb, token), (head,), voiced=True)
    if head.pos_ == "PROPN" and not negated and _is_conditional(verb) and is_of_conflict(verb):
        return _made(verb, "pledge", verb, (token.i, verb.i), (head,))
    if head.lower_ in words("ours") and not negated:
        return _made(verb, "pledge", verb, (token.i, verb.i), (head,), voiced=True)
    if head.lower_ in words("carriers") and not any(behind(head, ("from",))) and verb.lower_ in words("willed"):
        return _made(verb, "plan", verb, (token.i, verb.i), voiced=True)
    return None


def _is_quoted_or_said(verb: Token) -> bool:
    """Whether the clause is what somebody says, so that a pronoun goes back to him."""
    above = verb
    while above.dep_ == "conj":
        above = above.head
    return above.dep_ == "ccomp" and above.head.tag_ != "VB"  # not of whoever is "set to announce that they"


def _signs(verb: Token, token: Token) -> tuple[int, ...]:
    """The words that tell it: the modal and the verb; of a refusal, the "not" and the "until"."""
    negation = next((child.i for child in verb.children if child.dep_ == "neg"), None)
    if negation is None:
        return (token.i, verb.i)
    until = next((each.i for each in verb.subtree if each.lower_ in ("until", "unless", "till", "long")), verb.i)
    return (negation, until)


def _by_clause(token: Token) -> Told | None:
    """ "agreed that a mission should travel", "pledge to the citizens that they will open the road"."""
    type_ = governing("verbs").get(token.lower_) or governing("nouns").get(token.lower_)
    verbal = token.pos_ in VERBS or token.dep_ == "ccomp"
    if type_ is None or not verbal or not is_real(token) or any(c.lower_ == "had" for c in token.children):
        return None
    clause = next((child for child in token.rights if child.dep_ == "ccomp" and _is_bound(child)), None)
    if clause is None or infinitive(token) is not None:
        return None
    return _made(token, type_, clause, (token.i,), doers(token) if token.pos_ in VERBS else (), voiced=True)


def _is_bound(clause: Token) -> bool:
    told = any(child.tag_ == "MD" and child.lower_ in BINDING for child in clause.children)
    return told and any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children)


def _by_duty(token: Token) -> Told | None:
    """ "Hezbollah is to move its fighters", "WFP will be forced to halve rations"."""
    deed = infinitive(token)
    if deed is None or token.dep_ in APART or is_passive(deed):
        return None
    heads = own_subjects(token)
    if token.lemma_ == "be" and token.tag_ in ("VBZ", "VBP") and deed.dep_ == "xcomp" and token.i + 3 >= deed.i:
        held = any(child.dep_ in ("attr", "acomp") for child in token.children)
        return None if held else _made(token, "plan", deed, (token.i, deed.i - 1), tuple(heads))
    sign = modal(token)
    if sign is not None and token.lower_ in words("forcing") and is_passive(token):
        return _made(token, "plan", deed, (sign.i, token.i), tuple(heads))
    deal = next((noun for noun in _deals(token) if noun.i < deed.i), None)
    owed = token.lemma_ == "be" or token.lower_ in words("owed")
    return _made(token, "pledge", deed, (deal.i, token.i), tuple(heads)) if deal is not None and owed else None


def _by_no_intention(token: Token) -> Told | None:
    """ "we have no intention of taking the town"."""
    above = token.head
    if token.pos_ not in NOUNS or token.dep_ != "dobj" or above.lemma_ != "have":
        return None
    denied = next((c for c in (*token.children, *above.children) if c.lower_ == "no" or c.dep_ == "neg"), None)
    deed = next((each for each in behind(token, ("of",)) if each.tag_ == "VBG"), None) or infinitive(token)
    if denied is None or deed is None:
        return None
    held = above if denied.head == above else token  # "we do not have the intention", "no intention of"
    return _made(token, "pledge", held, (denied.i, token.i), doers(above), voiced=True)


def _by_order(token: Token) -> Told | None:
    """ "calling on Kigali to pull out", "it orders the forces to leave"."""
    if token.pos_ not in VERBS or token.tag_ == "VB" or is_passive(token) or not is_real(token):
        return None
    deed = infinitive(token)
    if deed is None or deed.dep_ == "advcl" or (token.dep_ == "relcl" and token.tag_ == "VBD"):
        return None
    asked = [child for child in token.children if child.dep_ in ("dobj", "dative") and token.i < child.i < deed.i]
    asked += [noun for child in token.children if child.lower_ in ASKED for noun in child.children if noun.i < deed.i]
    asked += [child for child in deed.children if child.dep_ in SUBJECTS]
    return _made(token, "demand", deed, (token.i,), doers(token), tuple(asked[:1])) if asked else None


def _by_terms(token: Token) -> Told | None:
    """ "under the deal, Israel must withdraw": what an agreement has its parties do."""
    verb = token.head
    if verb.pos_ not in VERBS or verb.dep_ in APART or is_passive(verb) or any(c.dep_ == "neg" for c in verb.children):
        return None
    deal = next((noun for noun in _deals(verb) if noun.i < token.i), None)
    heads = doers(verb)
    return _made(verb, "pledge", verb, (deal.i, token.i), heads) if deal is not None and heads else None


def _deals(verb: Token) -> Iterator[Token]:
    """The agreements under which a deed is told to be done."""
    for noun in behind_or_before(verb):
        if noun.lower_ in words("deals"):
            yield noun


def behind_or_before(verb: Token) -> Iterator[Token]:
    """The nouns behind "under" and the like, wherever they stand."""
    for child in verb.children:
        if child.lower_ in ("under", "per", "according"):
            yield from (noun for noun in child.subtree if noun.dep_ == "pobj")


def _by_binding(token: Token) -> Told | None:
    """ "the deal requires Hezbollah to withdraw", "the truce stipulates that the army is to deploy"."""
    heads = subjects(token)
    clause = next((child for child in token.rights if child.dep_ == "ccomp" and child.pos_ in VERBS), None)
    if clause is not None and heads and heads[0].lower_ in words("deals") and token.lower_ in words("stipulating"):
        bound = own_subjects(clause)
        told = _is_bound(clause) or (clause.lemma_ == "be" and infinitive(clause) is not None)
        deed = infinitive(clause) if clause.lemma_ == "be" else clause
        return _made(token, "pledge", deed, (heads[0].i,), tuple(bound[:1])) if told and deed and bound else None
    deed = infinitive(token)
    if deed is None or not heads or heads[0].lower_ not in words("deals") or is_passive(token) or not is_real(token):
        return None
    bound = [
        child for child in (*token.children, *deed.children) if child.dep_ in ("dobj", "nsubj") and child.i > token.i
    ]
    bound = [child for child in bound if child.i < deed.i]
    bound += [noun for noun in behind(token, ("for",)) if noun.i < deed.i]
    return _made(token, "pledge", deed, (heads[0].i,), tuple(bound[:1])) if bound else None


def _is_modal(token: Token) -> bool:
    return token.tag_ == "MD" and token.lower_ in BINDING


def _governs(token: Token) -> bool:
    return token.lower_ in governing("verbs") or token.lower_ in governing("nouns")


GATES: tuple[tuple[Callable[[Token], bool], tuple[Callable[[Token], Told | None], ...]], ...] = (
    (_is_modal, (_by_terms, _by_reckoning, _by_being, _by_speaker)),
    (lambda token: token.lower_ in words("intent"), (_by_no_intention, _by_clause)),
    (_governs, (_by_clause,)),
    (lambda token: token.lower_ in words("binding") | words("stipulating"), (_by_binding, _by_order)),
    (lambda token: token.lower_ in words("ordering"), (_by_order,)),
    (lambda token: token.lemma_ == "be" or token.lower_ in words("forcing") | words("owed"), (_by_duty,)),
)
