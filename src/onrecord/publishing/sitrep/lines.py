"""A line of the situation report: it cannot be made unless its cited words carry it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from msgspec import Struct

from onrecord.errors import OnrecordError
from onrecord.model.entries import Cite, Entry
from onrecord.publishing.sitrep.claims import Claim, Mark, Number, Passage, Piece, Told, Words

E = TypeVar("E", bound=Entry)


class UnsupportedLine(OnrecordError):  # noqa: N818 - it names what was refused
    """A number, name or quotation of a line is not in the words that the line cites."""


class Stretch(NamedTuple):
    """Characters `start` to `end` of the stored text of `doc`."""

    doc: str
    start: int
    end: int

    def length(self) -> int:
        return self.end - self.start

    def holds(self, other: "Stretch") -> bool:
        return self.doc == other.doc and self.start <= other.start and other.end <= self.end

    def meets(self, other: "Stretch") -> bool:
        return self.doc == other.doc and self.start < other.end and other.start < self.end


class Line(Struct, frozen=True):
    """What a line says, claim after claim, and the passages it cites.

    Making one whose number, name or words are not in its passages raises `UnsupportedLine`: there is no other way to
    put a line into a report. `ruled` are words that a person set: what they carry needs no passage.
    """

    claims: tuple[Claim, ...]
    passages: tuple[Passage, ...]
    ruled: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not any(not passage.supports for passage in self.passages):
            raise UnsupportedLine("A line of the situation report cites no evidence; every line needs a passage.")
        self.marks()

    def pieces(self) -> tuple[Piece, ...]:
        """The line as it is shown."""
        return tuple(piece for claim in self.claims for piece in claim.pieces(self.passages))

    def marks(self) -> tuple[Mark, ...]:
        """The words that its claims stand on."""
        return tuple(mark for claim in self.claims for mark in self._stands_on(claim))

    def cited(self) -> tuple[Passage, ...]:
        """The passages to show: the evidence, and what else its claims stand on."""
        stood_on = {mark.passage for mark in self.marks()}
        return tuple(p for at, p in enumerate(self.passages) if not p.supports or at in stood_on)

    def evidence(self) -> tuple[Passage, ...]:
        """The passages that carry the whole line."""
        return tuple(passage for passage in self.passages if not passage.supports)

    def shown(self) -> tuple[Stretch, ...]:
        """The stretches of the reports that it shows word for word."""
        stretches = []
        for claim in self.claims:
            if isinstance(claim, Words) and not claim.loose and not claim.quoted:
                for at, span in self._stands_on(claim):
                    passage = self.passages[at]
                    stretches.append(Stretch(passage.doc, passage.start + span.start, passage.start + span.end))
        return tuple(stretches)

    def core(self) -> Stretch:
        """Where the number stands that it begins with, or the words that it shows, or else the passage it rests on."""
        passage = self.passages[0]
        if isinstance(self.claims[0], Number) and (marks := self._stands_on(self.claims[0])):
            at, span = marks[0]
            passage = self.passages[at]
            return Stretch(passage.doc, passage.start + span.start, passage.start + span.end)
        return max(self.shown(), key=Stretch.length, default=Stretch(passage.doc, passage.start, passage.end))

    def _stands_on(self, claim: Claim) -> tuple[Mark, ...]:
        marks = claim.marks(self.passages)
        if marks is None and claim.marks(tuple(Passage("", 0, len(words), words) for words in self.ruled)) is not None:
            return ()
        if marks is None:
            shown = " ".join(piece.text for piece in claim.pieces(self.passages))
            raise UnsupportedLine(
                f"“{shown}” does not stand in the words cited for it, from {self.passages[0].doc}:"
                f" “{self.passages[0].words[:160]}”. The line is refused."
            )
        return marks


def joined(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Lines that say the same in the same words as one line, which cites what each of them cites."""
    alike: dict[tuple[Piece, ...], list[Line]] = {}
    for line in lines:
        said = tuple(piece for piece in line.pieces() if piece.kind != "told")
        alike.setdefault(said, []).append(line)
    return tuple(made for same in alike.values() if (made := together(same)))


def together(lines: Sequence[Line]) -> Line | None:
    """The first of the lines, citing what each of them cites; None where there is none."""
    if len(lines) < 2:
        return lines[0] if lines else None
    passages = tuple(dict.fromkeys(passage for line in lines for passage in line.passages))
    docs = {doc for line in lines for claim in line.claims if isinstance(claim, Told) for doc in claim.docs}
    said = tuple(claim for claim in lines[0].claims if not isinstance(claim, Told))
    ruled = tuple(dict.fromkeys(words for line in lines for words in line.ruled))
    return Line((*said, Told(tuple(sorted(docs)))) if docs else said, passages, ruled)


def narrowed(line: Line, *beside: Cite) -> Line:
    """The line citing what is given `beside`, and else no more than its words stand on."""
    places = {(cite.doc, cite.start, cite.end) for cite in beside}
    given = [each for each in line.passages if (each.doc, each.start, each.end) in places]
    turned = Line(line.claims, (*given, *(each for each in line.passages if each not in given)), line.ruled)
    kept = {turned.passages[mark.passage] for mark in turned.marks()}.union(given)
    some = tuple(each for each in turned.passages if each in kept)
    carried = some if any(not each.supports for each in some) else (*line.evidence()[:1], *some)
    return Line(line.claims, carried, line.ruled)


def unrepeated(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Lines without those whose number or words stand in words that another of them shows."""
    by_doc: dict[str, list[tuple[Stretch, int]]] = {}
    for at, line in enumerate(lines):
        for stretch in line.shown():
            by_doc.setdefault(stretch.doc, []).append((stretch, at))

    def told(at: int, core: Stretch) -> bool:
        others = ((stretch, other) for stretch, other in by_doc.get(core.doc, ()) if other != at)
        return any(stretch.holds(core) and (stretch != core or other < at) for stretch, other in others)

    return tuple(line for at, line in enumerate(lines) if not told(at, line.core()))


def passages(cites: Sequence[Cite], texts: Mapping[str, str]) -> tuple[Passage, ...]:
    """The passages of `cites`, evidence first; `texts` holds the stored text of each document by its name.

    Raises UnsupportedLine where a cite is not what stands at its place in the stored text.
    """
    for cite in cites:
        if texts.get(cite.doc, "")[cite.start : cite.end] != cite.quote:
            raise UnsupportedLine(
                f"The words cited from {cite.doc} at {cite.start} to {cite.end} are not those of its stored text."
            )
    made = [Passage(cite.doc, cite.start, cite.end, cite.quote, cite.supports) for cite in cites]
    return tuple(sorted(made, key=lambda passage: (bool(passage.supports), passage)))


def evidence(entry: Entry) -> tuple[Stretch, ...]:
    """The stretches that carry the whole entry."""
    return tuple(Stretch(cite.doc, cite.start, cite.end) for cite in entry.cites if not cite.supports)


def stretches(entries: Iterable[Entry]) -> dict[str, list[Stretch]]:
    """The evidence of all of them, by document."""
    by_doc: dict[str, list[Stretch]] = {}
    for stretch in (stretch for entry in entries for stretch in evidence(entry)):
        by_doc.setdefault(stretch.doc, []).append(stretch)
    return by_doc


def apart(entries: Iterable[E], others: Iterable[Entry]) -> list[E]:
    """The entries whose words none of the others stands on."""
    taken = stretches(others)

    def meets(entry: E) -> bool:
        return any(one.meets(other) for one in evidence(entry) for other in taken.get(one.doc, ()))

    return [entry for entry in entries if not meets(entry)]
