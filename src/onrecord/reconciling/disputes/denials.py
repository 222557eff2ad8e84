"""Where somebody denies what another said of him, or tells the reverse, the two sayings next to one another; or two
accuse each other."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.model.entries import StatementEntry
from onrecord.reconciling.blocks import Reconciled
from onrecord.reconciling.disputes.answering import Charges, Told
from onrecord.reconciling.disputes.dispute import Voice, dispute, evidence
from onrecord.reconciling.disputes.events import KIND
from onrecord.reconciling.joining.sayings import content
from onrecord.reconciling.joining.seen import Seen
from onrecord.vocabulary.reporting import reporting

Saying = tuple[Reconciled, Sequence[Seen]]
ACCUSING, DENIAL = "accuse", "deny"
PLAIN = frozenset({"assert", "inform"})
NEGATED = frozenset({"no", "not", "never", "nobody", "none", "nothing"})
VAGUE = frozenset({"to", "it", "its", "they", "their", "he", "his", "she", "her", "we", "our", "those", "this", "that"})
WORD = re.compile(r"[^\W\d_]+")
MUTUAL = "rival accounts"
SO = "whether it is so:"
QUESTION = {ACCUSING: "accused:"}  # "accused: Rwanda of backing the rebels"; what is denied as a whole is so or not


def disputes(sayings: Sequence[Saying], answered: Mapping[str, Sequence[Reconciled]]) -> Iterator[Reconciled]:
    """The disputes over the sayings of a block: of each denial with what it denies in its own report, which `answered`
    gives by its id, and with the accusations of others; of all the denials of what is only told elsewhere, one."""
    elsewhere = _denied_elsewhere(sayings)
    together: dict[tuple[str, ...], list[Reconciled]] = defaultdict(list)
    for made, _ in sayings:
        own = answered[made.entry.id]
        known = {each.entry.id for each in own}
        charges = [each for each in elsewhere.get(made.entry.id, ()) if known.isdisjoint(each.members)]
        if own:
            yield _dispute([made], [*own, *charges])
        elif charges:
            together[tuple(each.entry.id for each in charges)].append(made)
    of = {made.entry.id: made for made, _ in sayings}
    for ids, denials in together.items():
        yield _dispute(denials, [of[id_] for id_ in ids])


def _denied_elsewhere(sayings: Iterable[Saying]) -> dict[str, list[Reconciled]]:
    """By the ids of denials the accusations of other reports that they deny."""
    told: dict[str, list[Told]] = {ACCUSING: [], DENIAL: []}
    for made, members in sayings:
        entry, finding = made.entry, members[0].finding
        if isinstance(entry, StatementEntry) and entry.act in told:
            says = entry.says, content(entry.says)
            told[entry.act].append(Told(made, *says, finding.speaker, finding.target, entry.role))
    charges = Charges(told[ACCUSING])
    return {each.entry.id: [charge.made for charge in charges.answered(each)] for each in told[DENIAL]}


def _dispute(denials: Sequence[Reconciled], answered: Sequence[Reconciled]) -> Reconciled:
    """The dispute between denials and the sayings that each of them denies, or of those who accuse each other."""
    saying = denials[0].entry
    assert isinstance(saying, StatementEntry)
    if set(saying.speaker_ids) == set(saying.target_ids):
        quote = _voice(denials[0])
        voices = [quote._replace(by=(name,)) for name in saying.speaker]
        return dispute(f"{QUESTION[ACCUSING]} {saying.says}", MUTUAL, voices, [saying])
    charge = answered[0].entry
    assert isinstance(charge, StatementEntry)
    plain = {charge.act, saying.act} <= PLAIN and not _denies(saying.says)
    told = (*answered, *denials)
    about = f"{QUESTION.get(charge.act, SO)} {_called(answered[0])}"
    return dispute(about, MUTUAL if plain else KIND, _once(map(_voice, told)), [each.entry for each in told])


def _once(voices: Iterable[Voice]) -> tuple[Voice, ...]:
    """What each says, once, with all the cites that hold it."""
    told: dict[tuple[tuple[str, ...], str], Voice] = {}
    for voice in voices:
        known = told.get((voice.by, voice.says))
        told[voice.by, voice.says] = voice._replace(cites=(*known.cites, *voice.cites)) if known else voice
    return tuple(told.values())


def _denies(says: str) -> bool:
    """Whether words say that something is not so, or untrue."""
    words = {word.casefold() for word in WORD.findall(says)}
    return "n’t" in says or "n't" in says or not words.isdisjoint(NEGATED.union(reporting().groups["untrue"]))


def _called(charge: Reconciled) -> str:
    """What is said; with who says it where that alone leaves open of whom ("to have taken it", "it hit a post")."""
    assert isinstance(charge.entry, StatementEntry)
    says = charge.entry.says
    return _voice(charge).says if says.partition(" ")[0].casefold() in VAGUE else says


def _voice(told: Reconciled) -> Voice:
    """Who says it, in the words of the passage that tells it: those of a denial may only point back ("denied it")."""
    entry = told.entry
    assert isinstance(entry, StatementEntry)
    cites = evidence(told)
    return Voice(entry.speaker, " ".join(cites[0].cite.quote.split()), cites)
