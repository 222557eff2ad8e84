"""Whether a record holds: every value again from its cited words, every entry again from its observations."""

from collections.abc import Callable, Iterator, Mapping
from itertools import zip_longest
from typing import Any

import msgspec
from msgspec import Struct

from onrecord.checking_rules import rule_holds
from onrecord.errors import RulingError
from onrecord.filing import Filing, filing, hooked, redirects
from onrecord.model.documents import Document
from onrecord.model.findings import AgreementFinding, Observation
from onrecord.model.frames import PartDate, frame_of, quotes
from onrecord.model.ids import observation_id
from onrecord.model.marks import Mark
from onrecord.model.rulings import refuse_malformed
from onrecord.model.saids import saids, spans_of
from onrecord.model.settable import refuse_value
from onrecord.model.spans import Span
from onrecord.model.traces import traces_of
from onrecord.reading.agreements.keys import follows
from onrecord.reconciling.blocks import document_block, names_of
from onrecord.reconciling.copies import entries as copies
from onrecord.reconciling.copies.pages import Page, marks_of
from onrecord.reconciling.merging.cites import FIELDS
from onrecord.settling import blocks, made_of, standing
from onrecord.store import Made, Reader, Store, inspecting, overruled, ruling
from onrecord.store.index_check import astray
from onrecord.store.marking import marks_in, number_carried
from onrecord.store.reader import groups
from onrecord.store.writer import cite_rows, document_row, entry_row, join_rows, member_rows, seal, trace_row

AT_ONE_WORD = 64  # no word triggers more findings of one kind
GAP = " … "


class Problem(Struct, frozen=True):
    """Something that does not hold: the entry or row, its field, what stands there, and what the words say."""

    entry: str
    field: str
    stands: str
    words: str


Progress = Callable[[int, int], None]


def check(store: Store, progress: Progress = lambda *_: None) -> list[Problem]:
    """Everything in the record that does not hold. `progress` is called with documents done and in all."""
    with store.reading() as view:
        return problems(view, progress)


def problems(view: Reader, progress: Progress = lambda *_: None) -> list[Problem]:
    """What does not hold in this view of a record.

    Where rows do not decode or point nowhere, these alone are listed: nothing can be said of the rest.
    """
    broken = [*inspecting.undecodable(view.connection), *inspecting.dangling(view.connection)]
    found = [Problem(*damage) for damage in broken]
    if not found:
        found = [*_documents(view, progress), *_standing(view), *_rulings(view), *_entries(view)]
        found += [Problem(*damage) for damage in astray(view.connection)]
    return sorted(set(found), key=lambda problem: (problem.entry, problem.field, problem.stands))


def _documents(view: Reader, progress: Progress) -> Iterator[Problem]:
    number, known, marked = len(view.document_ids()), filing(view), 0
    for done, row in enumerate(inspecting.document_rows(view.connection), 1):
        kept, keys = inspecting.observation_rows(view.connection, row["id"])
        read = [_read(each) for each in kept]
        yield from _document(row, seal(read), inspecting.trace_rows(view.connection, row["id"]))
        marks = marks_in(view.connection, row["id"])
        marked += sum(len(mark.keys) for mark in marks)
        yield from _marks(row, marks, known)
        for each, seen in zip(kept, read, strict=True):
            yield from _observation(seen, {**each, "names": frozenset(keys.get(seen.id, ()))}, row, known)
        progress(done, number)
    if marked != (carried := number_carried(view.connection)):
        yield Problem("marks", "carriers", f"{carried} sentences under keys", f"{marked}")


def _document(row: Mapping[str, Any], sealed: str, traces: list[dict[str, Any]]) -> Iterator[Problem]:
    """The text against its hashes and traces, and what intake understood against the words that it cites."""
    document = Document(**{field: row[field] for field in Document.__struct_fields__})
    settled = ("dates", "label", "published", "quotes")  # these depend on other reports: see _standing
    expected = {
        key: value for key, value in document_row(document, row["reader"], sealed).items() if key not in settled
    }
    yield from _differences(f"document {row['id']}", row, expected)
    if traces != [trace_row(trace) for trace in traces_of(document)]:
        yield Problem(f"document {row['id']}", "traces", "keys of other words", "the words of the text")
    for part in document.parts:
        if not _inside(part.span, document.text):
            yield Problem(f"document {row['id']}", "parts", str(part.span), "a range of the text")
        for field, said in saids(part):
            words = [span.of(document.text) for span in said.words]
            if said.words and not rule_holds("intake", said, words):
                yield Problem(f"document {row['id']}", field, f"{said.value!r} by {said.rule!r}", GAP.join(words))


def _marks(row: Mapping[str, Any], marks: list[Mark], known: Filing) -> Iterator[Problem]:
    """The keys of the sentences, again from the text; of a report that was rejected none."""
    document = Document(**{field: row[field] for field in Document.__struct_fields__})
    page = Page(document, frame_of(document, row["dates"]))
    if marks != ([] if document.id in known.aside else marks_of(page)):
        yield Problem(f"document {row['id']}", "marks", "keys of other sentences", "the sentences of the text")


def _read(row: Mapping[str, Any]) -> Observation:
    return Observation(
        id=row["id"],
        document=row["document"],
        part=row["part"],
        trigger=Span(row["start"], row["end"]),
        evidence=row["evidence"],
        finding=row["finding"],
    )


def _observation(
    seen: Observation, row: Mapping[str, Any], document: Mapping[str, Any], known: Filing
) -> Iterator[Problem]:
    """Where an observation stands, and each of its values again from the words it cites."""
    text = document["text"]
    spans = spans_of(seen)
    outside = [span for span in (*spans, seen.trigger) if not _inside(span, text)]
    if outside:
        yield Problem(seen.id, "words", str(outside[0]), "a range of the text")
        return
    dates = document["dates"]
    date = dates[seen.part] if 0 <= seen.part < len(dates) else PartDate()
    expected = {
        "kind": seen.kind,
        "block": known.block(seen, date),
        "quotes": quotes(text, spans),
        "names": names_of(seen),
    }
    yield from _differences(seen.id, row, expected)
    made = (observation_id(seen.document, seen.kind, seen.trigger.start, which) for which in range(AT_ONE_WORD))
    if seen.id not in made:
        yield Problem(seen.id, "start", str(seen.trigger.start), "the start of the word that the id was made of")
    parts = document["parts"]
    if not 0 <= seen.part < len(parts) or not parts[seen.part].span.holds(seen.trigger):
        yield Problem(seen.id, "part", str(seen.part), "the part of the page that the words stand in")
    for field, said in saids(seen.finding):
        words = [span.of(text) for span in said.words]
        if not rule_holds(seen.kind, said, words):
            yield Problem(seen.id, FIELDS.get(field, field), f"{said.value!r} by {said.rule!r}", GAP.join(words))
    if isinstance(seen.finding, AgreementFinding) and not follows(seen.finding):
        yield Problem(seen.id, "key", seen.finding.key, seen.finding.name.value)


def _standing(view: Reader) -> Iterator[Problem]:
    """Names in cites and dates of the reports, again from what the reports state."""
    for group in groups(view.names()):
        kept = {frame.id: frame for frame in view.frames_named(group)}
        for frame in standing(view, group):
            if frame.id in kept:  # else its text was changed, which is told already
                yield from _differences(f"document {frame.id}", _plain(kept[frame.id]), _plain(frame))
    for row in inspecting.document_rows(view.connection):
        published = row["dates"][0].published if row["dates"] else None
        yield from _differences(f"document {row['id']}", row, {"published": published})


def _rulings(view: Reader) -> Iterator[Problem]:
    """Rulings as they were made, on words that stand where they say; what they hold, again from what is read there."""
    for made in ruling.kept(view):
        if made.id != made.seal:
            yield Problem(f"ruling {made.id}", "id", made.id, made.seal)
        try:
            refuse_malformed(made)
            refuse_value(made)
        except RulingError as error:
            yield Problem(f"ruling {made.id}", "value", repr(made.value), str(error))
    hooks = sorted(ruling.hooks(view), key=lambda hook: hook.anchor.document)
    apart = overruled.apart(view)
    for group in groups(hooks):
        texts = {each.id: each.text for each in view.documents({hook.anchor.document for hook in group})}
        for stands, holds in zip(group, hooked(view, group, apart), strict=True):
            anchor = stands.anchor
            words = texts.get(anchor.document, "")[anchor.start : anchor.end]
            if anchor.document in texts and words != anchor.quote:
                yield Problem(f"ruling {stands.ruling}", "quote", anchor.quote, words)
            if stands != holds:
                yield Problem(f"ruling {stands.ruling}", "observation", str(stands.attached), str(holds.attached))
    if ruling.redirected(view) != (expected := redirects(ruling.merged_keys(view))):
        yield Problem("rulings", "redirects", str(ruling.redirected(view)), str(expected))


def _entries(view: Reader) -> Iterator[Problem]:
    """Entries again from their observations, with their members and cites."""
    keys = view.blocks_in() | {document_block(frame.name) for frame in view.frames()}
    keys |= inspecting.blocks_of_entries(view.connection) | {copies.block_key(id_) for id_ in view.document_ids()}
    for group in groups(sorted(keys)):
        yield from _blocks(view, set(group))


def _blocks(view: Reader, keys: set[str]) -> Iterator[Problem]:
    stored = inspecting.rows_of(view.connection, keys)
    unexplained, apart = set(stored.entries), overruled.apart(view)
    for block in blocks(view, keys):
        try:
            made = made_of(view, block, apart)
        except (KeyError, IndexError, ValueError, OverflowError, RulingError) as error:
            yield Problem(
                block.key, "observations", f"{type(error).__name__}: {error}", "observations that make an entry"
            )
            continue
        for each in made:
            unexplained.discard(each.entry.id)
            yield from _entry(each, stored)
    for id_ in sorted(unexplained):
        yield Problem(id_, "entry", stored.entries[id_]["kind"], "no observation")


def _entry(made: Made, stored: inspecting.Rows) -> Iterator[Problem]:
    row = stored.entries.get(made.entry.id)
    if row is None:
        yield Problem(made.entry.id, "entry", "nothing", repr(made.entry))
        return
    expected = entry_row(made)
    yield from _differences(made.entry.id, _plain(row.pop("body")), _plain(expected.pop("body")))
    yield from _differences(made.entry.id, row, expected)
    for name, kept, meant in (
        ("members", stored.members.get(made.entry.id, []), member_rows(made)),
        ("cites", stored.cites.get(made.entry.id, []), cite_rows(made)),
        ("joins", stored.joins.get(made.entry.id, []), join_rows(made)),
    ):
        pairs = zip_longest(sorted(kept, key=str), sorted(meant, key=str))
        yield from (Problem(made.entry.id, name, str(one), str(other)) for one, other in pairs if one != other)


def _differences(entry: str, stands: Mapping[str, Any], expected: Mapping[str, Any]) -> Iterator[Problem]:
    for field, value in expected.items():
        if stands.get(field) != value:
            yield Problem(entry, field, repr(stands.get(field)), repr(value))


def _plain(value: Struct) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(value))
    return plain


def _inside(span: Span, text: str) -> bool:
    return 0 <= span.start < span.end <= len(text)
