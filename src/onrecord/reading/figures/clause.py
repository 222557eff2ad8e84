"""The clause that a figure is told in, and the standing that its verbs give it."""

from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc, Token

from onrecord.reading.figures.counted import Counted
from onrecord.reading.figures.measures import Told
from onrecord.vocabulary import reporting
from onrecord.vocabulary.figures import forms_of, kinds, words
from onrecord.vocabulary.measures import forms, measures

LONGEST_WAY = 12  # tokens up the clause
TO_BE = 3  # tokens from "are" to the verb of "are to be released"
TO_THREAT = 6  # tokens from "threats" to what is threatened
ASIDES = frozenset({"nsubj", "appos"})
ARGUMENTS = frozenset(
    {"nsubj", "nsubjpass", "dobj", "pobj", "prep", "xcomp", "attr", "oprd", "conj", "appos", "dep", "compound", "agent"}
)
NEGATIVE = frozenset({"no", "never", "neither"})
OBJECTS = frozenset({"dobj", "pobj"})
ANSWERS = frozenset({"yes", "no", "sorry", "well", "ok"})  # how comments begin
CONTENTS = frozenset({"acl", "ccomp", "pcomp"})
PAST = frozenset({"VBD", "VBN"})
LOOSE = frozenset({"estimated", "feared", "presumed"})  # standings that a verb of saying gives what it tells
PRESENT = frozenset({"VBZ", "VBP"})
OPINION = 4  # verbs up to that of thinking
CLAUSES = frozenset({"ccomp", "acomp", "attr", "xcomp"})
HAVE = frozenset({"has", "have", "had", "having"})


class Clause(NamedTuple):
    """The tokens from a figure's telling up to the verb that asserts it, and what that path says of its standing.

    `standing` is None where the figure is denied, supposed or wished for and so must not be recorded. `vouched` is the
    verb that gives the standing, if one does.
    """

    path: tuple[int, ...]
    standing: str | None
    vouched: int | None = None


def clause_of(doc: Doc, number: Counted, told: Told) -> Clause:
    """The clause of a figure. Denials count only where the number is not itself "no"."""
    path: list[int] = [number.bearer] if number.bearer != told.clause else []
    standing: str | None = "reported"
    vouched = None
    token = doc[told.clause]
    if _is_hearsay(doc, number, told) or _is_of_chance(doc[number.bearer]) or _is_refuted(doc[number.bearer]):
        return Clause(tuple(path), None)
    for below in (*_between(doc[number.bearer], token), *_beside(doc, number, told)):
        standing, vouched = _standing(below, standing, vouched)
    if standing is None:
        return Clause(tuple(path), None)
    for _ in range(LONGEST_WAY):
        path.append(token.i)
        if _is_supposed(token, told) or _is_wished(token) or (number.amount.value != 0 and _is_denied(token)):
            return Clause(tuple(path), None)
        standing, vouched = _standing(token, standing, vouched)
        if standing is None:
            return Clause(tuple(path), None)
        # what is said of a subject or an aside is not supposed because the sentence goes on to suppose something
        behind = token.dep_ == "amod" and token.i > token.head.i  # "has left 40 people dead"
        if token.dep_ in ASIDES or not (behind or token.dep_ in ARGUMENTS or _is_vouched_or_caused(token)):
            break
        token = token.head
    if standing == "reported" and token.dep_ == "advcl" and token.tag_ == "VBG":
        above = token.head  # "could seize Goma, displacing a million people"
        if _is_supposed(above, told) or _is_wished(above):
            return Clause(tuple(path), None)
        standing, vouched = _standing(above, standing, vouched)
    return Clause(tuple(path), _qualified(doc, number, told, doc[path[-1]], standing), vouched)


def _qualified(doc: Doc, number: Counted, told: Told, top: Token, standing: str | None) -> str | None:
    """The standing by what is said above and around the clause whose highest word is `top`."""
    if standing == "reported" and told.measure == "troops" and _is_prepared(doc[number.bearer]):
        return "planned"
    if standing == "reported" and told.measure in kinds().leaving and _is_purpose(doc[told.clause]):
        return "planned"
    if standing in ("reported", "presumed") and _is_opinion(top):
        return "estimated"
    if standing == "reported" and _is_reckoned_with(doc[number.bearer]):
        return "planned"
    if standing == "planned" and told.measure in kinds().harm:  # nobody's plan: "hundreds will die"
        return "projected"
    return "presumed" if standing == "reported" and _is_nominal(doc, number) else standing


def _is_reckoned_with(counted: Token) -> bool:
    """Whether somebody only prepares for what they may do: "is planning for 100,000 refugees to arrive"."""
    verb = counted.head
    prepared = verb.dep_ == "pcomp" and verb.head.lower_ == "for" and auxiliaries(verb) == {"to"}
    return prepared and counted.dep_ == "nsubj"


def _is_purpose(verb: Token) -> bool:
    """Whether it is only what something else was done for: "sent buses to evacuate 1,500 people"."""
    return verb.dep_ in ("acl", "advcl", "relcl") and auxiliaries(verb) == {"to"}


def _is_prepared(counted: Token) -> bool:
    """Whether they are of a mission that is only to come: "the mission, featuring 1,000 troops, would protect ...",
    "is ready to deploy 1,500 troops"."""
    for above in list(counted.ancestors)[:LONGEST_WAY]:
        force = above.dep_ in ("nsubj", "nsubjpass") and above.lower_ in forms_of("missions")
        if force and ("would" in auxiliaries(above.head) or _is_ready(above.head)):
            return True
        if above.dep_ == "xcomp" and above.head.lower_ in words().ready:
            return True
        if above.dep_ == "relcl":  # "the force, which has 1,000 troops, would be withdrawn"
            return False
    return False


def _is_ready(verb: Token) -> bool:
    return verb.lower_ in words().ready or any(child.lower_ in words().ready for child in verb.children)


def _is_opinion(told: Token) -> bool:
    """Whether somebody says no more than what he thinks: "I think it's clear there are several thousand"."""
    for above in (told, *list(told.ancestors)[:OPINION]):
        subjects = (child.lower_ for child in above.children if child.dep_ == "nsubj")
        if above.lower_ in forms_of("thinking") and any(word in ("i", "we") for word in subjects):
            return True
        if above.dep_ not in CLAUSES:
            return False
    return False


def _is_nominal(doc: Doc, number: Counted) -> bool:
    """Whether it stands on paper alone: "on paper, the army has 100,000 men"."""
    sentence = doc[number.start].sent.text.lower()
    return any(phrase in sentence for phrase in words().nominal)


def _between(bearer: Token, clause: Token) -> list[Token]:
    """The words by which a number hangs on its clause from afar: "the toll is likely to exceed 1,000"."""
    above = list(bearer.ancestors)[:LONGEST_WAY]
    return above[: above.index(clause)] if clause in above else []


def _beside(doc: Doc, number: Counted, told: Told) -> list[Token]:
    """Participles between the counted words and the state that they are in: "a man now believed to be dead"."""
    between = doc[number.last : told.words[0]]
    return [token for token in between if token.tag_ in PAST and (token.dep_ == "acl" or token.nbor().lower_ == "to")]


def verb_of(doc: Doc, clause: Clause) -> Token | None:
    """The nearest verb of the clause."""
    return next((doc[at] for at in clause.path if doc[at].pos_ in ("VERB", "AUX")), None)


def auxiliaries(verb: Token | None) -> set[str]:
    """The helping verbs of a verb, in lower case."""
    return {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")} if verb is not None else set()


def is_absolute(verb: Token) -> bool:
    """Whether "with" sets the verb beside what the sentence tells: "fighting raged in Goma, with 80 people killed"."""
    if verb.dep_ == "pcomp":
        return verb.head.lower_ == "with"
    return verb.dep_ == "advcl" and any(child.lower_ == "with" and child.dep_ == "mark" for child in verb.children)


def is_present(verb: Token | None) -> bool:
    """Whether the verb tells what is, or what is done by now: "have been killed", "are believed to have died"."""
    if verb is None or verb.tag_ in PRESENT:
        return True
    helping = auxiliaries(verb)
    if "to" in helping and helping & HAVE:
        return is_present(verb.head) if verb.head.i != verb.i else True
    return bool(helping & {"is", "are", "has", "have"})


def says(verb: Token) -> bool:
    """Whether the word is a verb of saying."""
    return verb.pos_ == "VERB" and any(known.saying for known in reporting.verbs().get(verb.lower_, ()))


def _is_vouched_or_caused(verb: Token) -> bool:
    above = verb.head.lower_
    return verb.dep_ == "ccomp" and (above in forms_of("causing") or above in _standing_verbs())


def _is_supposed(token: Token, told: Told) -> bool:
    for child in token.children:
        if child.dep_ == "mark" and child.lower_ in words().conditions:
            return True
        if child.dep_ == "aux" and child.lower_ in words().doubtful and not _is_announced(token, child, told):
            return True
        if child.dep_ == "advcl" and any(mark.lower_ in words().conditions for mark in child.children):
            return True
    return False


def _is_wished(token: Token) -> bool:
    """What somebody wishes for, must do or is rumoured to have done: "has to send 600", "threats to bomb"."""
    above = token.head
    if token.dep_ in CONTENTS:
        holder = above.head if token.dep_ == "pcomp" else above
        if holder.pos_ == "NOUN" and holder.lower_ in forms_of("supposing"):
            return True
    if token.dep_ == "pcomp" and above.lower_ == "like":  # "nothing like downing an aircraft"
        return True
    if not any(child.dep_ == "aux" and child.tag_ == "TO" for child in token.children):
        return False
    if token.dep_ in ("acl", "advcl", "relcl") and any(
        word.lower_ in forms_of("supposing") for word in token.doc[max(token.sent.start, token.i - TO_THREAT) : token.i]
    ):
        return True
    bound = token.dep_ in ("xcomp", "ccomp") and (above.lower_ in forms_of("wishing") or _is_threatened(above))
    bound = bound or (token.dep_ in ("relcl", "acl") and above.dep_ in OBJECTS and _is_wish(above.head))
    return bound or (above.i != token.i and _standing_verbs().get(above.lower_) == "hypothetical")


def _is_threatened(there: Token) -> bool:
    """Whether the clause only says that there is such a threat or plan: "there were threats to bomb it"."""
    return any(child.dep_ == "attr" and child.lower_ in forms_of("supposing") for child in there.children)


def _is_of_chance(token: Token) -> bool:
    """Whether it is named as what may come: "the possibility of thousands more being killed"."""
    return token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lower_ in forms_of("chances")


def _is_refuted(token: Token) -> bool:
    """Whether a report of it is called untrue: "reports of hundreds killed were an exaggeration"."""
    for above in (token, *list(token.ancestors)[:LONGEST_WAY]):
        if above.dep_ in ("nsubj", "nsubjpass") and above.lower_ in reporting.noun_forms("documents"):
            return any(child.lower_ in words().untrue for child in (above.head, *above.head.rights))
    return False


def _is_wish(verb: Token) -> bool:
    return verb.pos_ == "VERB" and verb.lower_ in forms_of("wishing") and verb.lower_ not in HAVE


def _is_hearsay(doc: Doc, number: Counted, told: Told) -> bool:
    """Whether the sentence says that nobody vouches for it, supposes it, or gives it as an example."""
    sentence = doc[number.start].sent
    before = doc[sentence.start : number.start]
    if any(token.lower_ in words().unconfirmed for token in doc[sentence.start : max(number.start, *told.words)]):
        return True
    if sentence[0].lower_ in ANSWERS and len(sentence) > 1 and sentence[1].text == ",":
        return True
    supposed = sentence[0].lower_ in words().conditions and not any(token.text == "," for token in before)
    return supposed or any(phrase in sentence.text.lower() for phrase in words().imagined)


def _is_announced(verb: Token, auxiliary: Token, told: Told) -> bool:
    """ "said it would send 600 troops": a plan, told in the past."""
    announced = auxiliary.lower_ == "would" and verb.dep_ == "ccomp" and says(verb.head) and verb.head.tag_ == "VBD"
    return announced and told.measure in kinds().equipment


def _is_denied(token: Token) -> bool:
    return any(child.dep_ == "neg" or child.lower_ in NEGATIVE for child in token.children)


def _standing(token: Token, standing: str | None, vouched: int | None) -> tuple[str | None, int | None]:
    """The standing after one more token of the path; the word nearest the number speaks first."""
    if standing != "reported":
        return standing, vouched
    helping = auxiliaries(token)
    if helping & words().future or "would" in helping or _is_to_come(token):
        return "planned", token.i
    if helping & words().projecting and _is_gauged(token):
        return "estimated", token.i
    if token.lower_ == "likely" and any(_is_amount(child) for child in token.children):
        return "estimated", token.i
    if helping & words().projecting and token.lower_ not in forms_of("perceiving"):
        return ("presumed" if "have" in helping else "projected"), token.i
    for word in (token, *token.children):
        kind = _standing_verbs().get(word.lower_)
        if kind and (word is token or word.dep_ in ("amod", "advmod", "acl")) and word.pos_ in ("VERB", "ADJ", "ADV"):
            if kind == "projected" and word.dep_ == "advmod" and token.tag_ in PAST:  # "has likely killed 12"
                kind = "presumed"
            return (None if kind == "hypothetical" else kind), word.i
    return standing, vouched


def _is_to_come(verb: Token) -> bool:
    """ "The peacekeepers are to leave by December", "families were to be evacuated"."""
    if verb.lower_ not in ("is", "are", "was", "were"):
        return False
    to_come = (auxiliaries(child) for child in verb.children if child.dep_ == "xcomp" and child.i <= verb.i + TO_BE)
    return any("to" in helping and helping <= {"to", "be"} for helping in to_come)


def _is_gauged(verb: Token) -> bool:
    """Whether it is what a toll may be already, not what it may come to: "the toll could be as high as 800"."""
    subjects = (child for child in verb.children if child.dep_ == "nsubj")
    return _is_amount(verb) and any(child.lower_ in words().totals for child in subjects)


def _is_amount(verb: Token) -> bool:
    """Whether the verb tells how high a toll is, not what becomes of it: "likely to exceed 1,000"."""
    return verb.pos_ in ("VERB", "AUX") and verb.lower_ in forms_of("amounting")


def standing_by(word: Token) -> str | None:
    """The standing that a verb of saying, or the estimate that is cited, gives a number: "according to an estimate"."""
    kind = _standing_verbs().get(word.lower_)
    return kind if kind in LOOSE else None


@cache
def _standing_verbs() -> dict[str, str]:
    return {form: kind for kind, verbs in measures().standing.items() for verb in verbs for form in forms(verb)}
