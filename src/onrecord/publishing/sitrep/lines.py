"""A line of the situation report: it cannot be made unless its cited words carry it."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from onrecord.errors import OnrecordError
from onrecord.model.entries import Cite
from onrecord.publishing.sitrep.claims import Claim, Mark, Number, Passage, Piece, Words


class UnsupportedLine(OnrecordError):  # noqa: N818 - it names what was refused
    """A number, name or quotation of a line is not in the words that the line cites."""


class Line(Struct, frozen=True):
    """What a line says, claim after claim, and the passages it cites.

    Making one whose number, name or words are not in its passages raises `UnsupportedLine`: there is no other way to
    put a line into a report.
    """

    claims: tuple[Claim, ...]
    passages: tuple[Passage, ...]

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

    def whole(self) -> Passage | None:
        """The passage that the line shows from its first word to its last, None where it shows none so."""
        last, passage = self.claims[-1], self.passages[0]
        return passage if isinstance(last, Words) and not last.quoted and last.text == passage.words else None

    def _stands_on(self, claim: Claim) -> tuple[Mark, ...]:
        marks = claim.marks(self.passages)
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
        alike.setdefault(line.pieces(), []).append(line)
    return tuple(
        Line(same[0].claims, tuple(dict.fromkeys(passage for line in same for passage in line.passages)))
        for same in alike.values()
    )


def unrepeated(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Lines without those whose number or words stand in a passage that another line shows as a whole."""
    shown = {passage: line for line in lines if (passage := line.whole())}
    by_doc: dict[str, list[Passage]] = {}
    for passage in shown:
        by_doc.setdefault(passage.doc, []).append(passage)

    def told(line: Line) -> bool:
        doc, start, end = _core(line)
        return any(each.start <= start and end <= each.end and shown[each] is not line for each in by_doc.get(doc, ()))

    return tuple(line for line in lines if not told(line))


def _core(line: Line) -> tuple[str, int, int]:
    """Where the number of a line stands, or the passage that carries it."""
    passage = line.passages[0]
    if isinstance(line.claims[0], Number) and (marks := line.claims[0].marks(line.passages)):
        passage, span = line.passages[marks[0].passage], marks[0].span
        return passage.doc, passage.start + span.start, passage.start + span.end
    return passage.doc, passage.start, passage.end


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
