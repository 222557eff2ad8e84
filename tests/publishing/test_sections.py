"""The sections of the situation report: what happened, contacts, deadlines, control, agreements, sites."""

import datetime as dt
from collections.abc import Callable
from typing import Any, TypeVar

import msgspec
import pytest

from onrecord.model.entries import (
    ActorEntry,
    AgreementEntry,
    AnyEntry,
    Cite,
    CommitmentEntry,
    ComplianceEntry,
    ContactEntry,
    ControlEntry,
    DisputeEntry,
    DocumentEntry,
    Entry,
    EventEntry,
    FigureEntry,
    Link,
    OutcomeEntry,
    PlaceEntry,
    ReadoutEntry,
    SiteEntry,
    StatementEntry,
)
from onrecord.publishing import situation_report
from onrecord.publishing.sitrep.build import build
from onrecord.publishing.sitrep.lines import Line
from onrecord.publishing.sitrep.report import Group, Report, Section

E = TypeVar("E", bound=Entry)
UNKNOWN = ("unattributed",)
DAY = "2031-03-04"


def made(kind: type[E], words: str, doc: str = "a.txt", **fields: Any) -> tuple[E, str]:
    """An entry on the words, and the words; its id is the words' number in the text that `report` puts together."""
    common: dict[str, Any] = {"per": UNKNOWN, "on": DAY} if kind is not AgreementEntry else {}
    return kind(id="", cites=(Cite(doc=doc, start=0, end=0, quote=words),), **{**common, **fields}), words


def report(*parts: tuple[Entry, str], others: tuple[AnyEntry, ...] = (), newest: str = "2031-03-06") -> Report:
    return build(*record(*parts, others=others, newest=newest))


def record(
    *parts: tuple[Entry, str], others: tuple[AnyEntry, ...] = (), newest: str = "2031-03-06"
) -> tuple[list[AnyEntry], dict[str, str]]:
    """The entries with their places in texts that hold their words one after the other, in reports of two days."""
    texts: dict[str, str] = {}
    entries: list[Any] = []
    for number, (entry, words) in enumerate(parts):
        doc = entry.cites[0].doc
        start = len(texts.setdefault(doc, ""))
        texts[doc] += words + "\n"
        cite = Cite(doc=doc, start=start, end=start + len(words), quote=words)
        kept = {"id": entry.id or f"e{number}", "cites": (cite,), "first_reported": DAY, "last_reported": DAY}
        entries.append(msgspec.structs.replace(entry, **kept))
    documents = [
        DocumentEntry(id=f"d{doc}", cites=(), doc=doc, published=newest if at == 0 else DAY)
        for at, doc in enumerate(sorted(texts))
    ]
    return [*documents, *entries, *others], texts


def shown(line: Line) -> str:
    return " ".join(piece.text for piece in line.pieces())


def lines(groups: tuple[Group, ...]) -> dict[str, list[str]]:
    return {group.heading: [shown(line) for line in group.lines] for group in groups}


def section(of: Report, heading: str) -> Section:
    return next(section for section in of.sections if section.heading.startswith(heading))


def table(of: Report, heading: str) -> list[list[str]]:
    return [[shown(cell) if cell else "" for cell in row.cells] for row in section(of, heading).rows]


ARMY = ActorEntry(id="a1", cites=(), name="Arden army", type="armed force", aliases=("Ardenian troops",))
SHELLED = "Ardenian troops shelled the market of Tessa on Tuesday, killing nine people, the mayor said."


def event(words: str = SHELLED, **fields: Any) -> tuple[EventEntry, str]:
    plain = {"what": "shelled the market of Tessa", "plover": "ASSAULT", "status": "happened", "per": ("mayor",)}
    return made(EventEntry, words, **{**plain, **fields})


@pytest.mark.parametrize(
    "words", ["Ardenian and Borland troops shelled Orm", "Ardenian-led Borland troops shelled Orm"]
)
def test_names_with_few_words_between_are_found(words: str) -> None:
    of = report(event(words, what="shelled Orm", by=("Arden army",), per=UNKNOWN), others=(ARMY,))
    assert lines(of.happened) == {"4 Mar 2031": ["Arden army Ardenian : shelled Orm — the report itself"]}


@pytest.mark.parametrize(
    "name, words, found",
    [
        ("Russia", "Russian officials shelled Orm", True),
        ("Niger", "Nigerian officials shelled Orm", False),
        ("Austria", "Australian officials shelled Orm", False),
        ("France", "French officials shelled Orm", True),
        ("Borland", "Borlandish officials shelled Orm", False),
    ],
)
def test_a_country_goes_by_its_own_adjective(name: str, words: str, found: bool) -> None:
    state = ActorEntry(id="s", cites=(), name=name, type="state", country=name)
    of = report(event(words, what="shelled Orm", by=(name,), per=UNKNOWN), others=(state,))
    assert (bool(of.happened), bool(of.refused)) == (found, not found)


@pytest.mark.parametrize(
    "fields, told",
    [
        ({}, "shelled the market of Tessa — mayor"),
        ({"by": ("Arden army",)}, "Arden army Ardenian troops : shelled the market of Tessa — mayor"),
        ({"place": "Tessa"}, "shelled the market of Tessa — mayor"),
        ({"what": "troops shelled the market", "place": "Tessa"}, "troops shelled the market · Tessa — mayor"),
        (
            {"what": "troops shelled the market", "place": "near Tessa"},
            "troops shelled the market · near Tessa — mayor",
        ),
        (
            {"what": "Ardenian troops shelled the market", "by": ("Arden army",)},
            "Ardenian troops shelled the market — mayor",
        ),
        ({"status": "planned"}, "planned shelled the market of Tessa — mayor"),
        ({"status": "called off"}, "called off shelled the market of Tessa — mayor"),
        ({"status": "denied"}, "denied shelled the market of Tessa — mayor"),
        ({"status": "attempted"}, "attempted shelled the market of Tessa — mayor"),
        ({"status": "ongoing"}, "shelled the market of Tessa — mayor"),
        ({"to": ("mayor",)}, "shelled the market of Tessa · against mayor — mayor"),
        ({"to": ("mayor",), "mutual": True}, "shelled the market of Tessa · with mayor — mayor"),
        ({"to": ("people",)}, "shelled the market of Tessa — mayor"),
        ({"per": UNKNOWN}, "shelled the market of Tessa — the report itself"),
        ({"on_basis": "inferred"}, "shelled the market of Tessa — mayor · reported"),
        ({"figures": ("f",)}, "shelled the market of Tessa · 9 people killed — mayor"),
        ({"figures": ("f",), "what": "killing nine people"}, "killing nine people — mayor"),
        ({"figures": ("f",), "what": "killing"}, "9 people killed — mayor"),
    ],
)
def test_an_event_is_told_in_its_own_fields(fields: dict[str, Any], told: str) -> None:
    figure = FigureEntry(
        id="f",
        cites=(Cite(doc="a.txt", start=0, end=len(SHELLED), quote=SHELLED),),
        measure="killed",
        value=9,
        qualifier="exact",
        unit="persons",
        of="people",
        as_of=DAY,
        per=("mayor",),
    )
    others = (ARMY, figure) if "figures" in fields else (ARMY,)
    assert lines(report(event(**fields), others=others).happened) == {"4 Mar 2031": [told]}


@pytest.mark.parametrize(
    "what, told",
    [
        ("when Ardenian troops shelled", "Ardenian troops shelled"),
        (", when Ardenian troops shelled Tessa,", "Ardenian troops shelled Tessa"),
    ],
)
def test_the_words_of_a_deed_stand_without_what_joins_them(what: str, told: str) -> None:
    words = "On that day, when Ardenian troops shelled Tessa, nobody slept."
    (told_lines,) = lines(report(event(words, what=what, by=("Ardenian troops",), per=UNKNOWN)).happened).values()
    assert told_lines[0].endswith(f"{told} — the report itself")


@pytest.mark.parametrize("fields", [{"background": True}, {"status": "hypothetical"}, {"what": "the market"}])
def test_history_what_may_be_and_bare_nouns_are_left_out(fields: dict[str, Any]) -> None:
    assert report(event(**fields)).happened == ()


@pytest.mark.parametrize(
    "forged",
    [
        {"what": "shelled the school of Tessa"},
        {"by": ("Borland army",)},
        {"to": ("Borland",)},
        {"place": "Orm"},
        {"place": "near Orm"},
        {"per": ("governor",)},
    ],
)
def test_a_forged_event_is_refused(forged: dict[str, Any]) -> None:
    made_of = report(event(**forged))
    assert made_of.happened == ()
    assert len(made_of.refused) == 1


@pytest.mark.parametrize(
    "on, heading",
    [
        ("2031-03-02/2031-03-04", "2 to 4 Mar 2031"),
        ("2031-03", "Over a longer time"),
        ("2031-02-01/2031-03-04", "Over a longer time"),
        (None, "Day not told"),
    ],
)
def test_what_has_no_day_stands_apart(on: str | None, heading: str) -> None:
    assert list(lines(report(event(on=on)).happened)) == [heading]


def test_what_reports_tell_in_the_same_words_is_one_line() -> None:
    (group,) = report(event(), event(doc="b.txt")).happened
    assert [len(line.evidence()) for line in group.lines] == [2]


def test_a_day_is_bounded() -> None:
    events = [
        event(f"Rebels shelled the town{n} of Orm.", what=f"shelled the town{n} of Orm", per=UNKNOWN) for n in range(30)
    ]
    (group,) = report(*events).happened
    assert (len(group.lines), group.more) == (12, 18)


def test_one_occurrence_is_told_once() -> None:
    words = "Arden gave Borland until Friday to leave Tessa."
    same = (Link("c", "same occurrence"),)
    threat = made(EventEntry, words, what="gave Borland until Friday", status="happened", plover="THREATEN", links=same)
    entries, texts = record(threat, ultimatum(words, what="to leave Tessa", by=("Arden",)))
    statement = StatementEntry(
        id="s",
        cites=entries[-1].cites,
        speaker=("Arden",),
        act="threaten",
        form="indirect",
        on=DAY,
        says=words,
        links=same,
    )
    entries = [msgspec.structs.replace(e, id="c") if isinstance(e, CommitmentEntry) else e for e in entries]
    of = build([*entries, statement], texts)
    assert (of.happened, of.said, of.reported) == ((), (), ())
    assert len(table(of, "Deadlines")) == 1
    alone = build([*(e for e in entries if not isinstance(e, CommitmentEntry)), statement], texts)
    assert (len(alone.happened), len(alone.said)) == (0, 1)


def ultimatum(words: str, **fields: Any) -> tuple[CommitmentEntry, str]:
    return made(CommitmentEntry, words, **{"type": "ultimatum", "due": "2031-03-07", **fields})


LEAVE = "Arden gave the Borland army until Friday to leave Tessa, unless talks begin, Ada Marsh said."


@pytest.mark.parametrize(
    "fields, newest, due",
    [
        ({}, "2031-03-06", "7 Mar 2031 open"),
        ({}, "2031-03-07", "7 Mar 2031 open"),
        ({}, "2031-03-08", "7 Mar 2031 day passed, no outcome in the record"),
        ({"due": "2031-03"}, "2031-03-08", "Mar 2031 open"),
        ({"due": None}, "2031-03-08", "no day given"),
    ],
)
def test_a_deadline_is_judged_by_the_newest_report(fields: dict[str, Any], newest: str, due: str) -> None:
    entry = ultimatum(
        LEAVE,
        by=("Arden",),
        to=("Borland army",),
        what="to leave Tessa",
        condition="unless talks begin",
        per=("Ada Marsh",),
        **fields,
    )
    (row,) = table(report(entry, newest=newest), "Deadlines")
    assert row == [
        due,
        "Arden to Borland army",
        "to leave Tessa · condition: unless talks begin",
        "ultimatum",
        "Ada Marsh , 4 Mar 2031",
    ]


def test_what_came_of_it_stands_in_its_words() -> None:
    words = f"{LEAVE} The Borland army ignored the deadline, Ada Marsh said."
    came = OutcomeEntry(
        of="condition", came="not met", says="The Borland army ignored the deadline", per=("Ada Marsh",), cite=0
    )
    fields = {"by": ("Arden",), "to": ("Borland army",), "what": "to leave Tessa", "per": ("Ada Marsh",)}
    (row,) = table(report(ultimatum(words, **fields, outcomes=(came,)), newest="2031-03-09"), "Deadlines")
    assert row[0] == "7 Mar 2031 outcome reported"
    assert row[2] == "to leave Tessa · outcome: The Borland army ignored the deadline , per Ada Marsh"
    told = msgspec.structs.replace(came, says="The Borland army left the town")
    assert report(ultimatum(words, **fields, outcomes=(told,)), newest="2031-03-09").sections == ()


@pytest.mark.parametrize("fields", [{"due": None}, {"due": "2031"}])
def test_what_has_no_near_day_is_no_deadline(fields: dict[str, Any]) -> None:
    assert report(ultimatum(LEAVE, type="pledge", by=("Arden",), what="to leave Tessa", **fields)).sections == ()


def test_a_plan_to_meet_is_told_by_its_contact() -> None:
    words = "Arden and Borland will meet in Orm on Friday."
    meeting = made(ContactEntry, words, form="meeting", between=("Arden", "Borland"), status="planned", on="2031-03-07")
    plan = ultimatum(words, type="plan", by=("Arden",), what="will meet in Orm on Friday")
    entries, texts = record(meeting, plan)
    there = [
        msgspec.structs.replace(e, cites=entries[1].cites) if isinstance(e, CommitmentEntry) else e for e in entries
    ]
    assert [each.heading for each in build(there, texts).sections] == ["Contacts"]
    assert [each.heading for each in build(entries, texts).sections] == ["Contacts", "Deadlines"]


def test_no_dated_report_no_judgement() -> None:
    entries, texts = record(ultimatum(LEAVE, by=("Arden",), what="to leave Tessa"))
    undated = [msgspec.structs.replace(e, published=None) if isinstance(e, DocumentEntry) else e for e in entries]
    assert table(build(undated, texts), "Deadlines")[0][0] == "7 Mar 2031"


@pytest.mark.parametrize("newest, highlights", [("2031-03-06", 1), ("2031-03-08", 0)])
def test_an_open_deadline_is_a_highlight(newest: str, highlights: int) -> None:
    of = report(ultimatum(LEAVE, by=("Arden",), to=("Borland army",), what="to leave Tessa"), newest=newest)
    told = ["Arden · ultimatum to Borland army , due 7 Mar 2031 : to leave Tessa"]
    assert [shown(line) for line in of.highlights] == told[:highlights]


CALL = "Ada Marsh told Bo Lind by telephone on Tuesday that the shelling must end, her office said."
PEOPLE = (
    ActorEntry(id="p1", cites=(), name="Ada Marsh", type="person", country="Arden"),
    ActorEntry(id="p2", cites=(), name="Bo Lind", type="person", country="Borland"),
    ActorEntry(id="p3", cites=(), name="Arden", type="state", country="Arden"),
)


def call(words: str, between: tuple[str, ...], by: str, says: str, **fields: Any) -> tuple[ContactEntry, str]:
    readouts = (ReadoutEntry(by=(by,), says=says, cite=0),)
    return made(ContactEntry, words, form="phone call", between=between, status="held", readouts=readouts, **fields)


def test_what_one_side_says_of_a_contact_stands_beneath_it() -> None:
    of = report(call(CALL, ("Ada Marsh", "Bo Lind"), "Ada Marsh", "the shelling must end"), others=PEOPLE)
    (block,) = section(of, "Contacts").blocks
    assert shown(block.head) == "phone call · Ada Marsh and Bo Lind · 4 Mar 2031 — the report itself"
    assert lines(block.sides) == {"Ada Marsh": ["Ada Marsh : the shelling must end"]}


def test_a_contact_that_was_not_held_says_so() -> None:
    words = "A summit of Arden and Borland in Orm was called off."
    of = report(
        made(ContactEntry, words, form="summit", between=("Arden", "Borland"), status="called off", place="Orm")
    )
    (block,) = section(of, "Contacts").blocks
    assert shown(block.head) == "summit called off · Arden and Borland · Orm · 4 Mar 2031 — the report itself"


def control(words: str, holder: str, change: str, **fields: Any) -> tuple[ControlEntry, str]:
    plain = {"holder": (holder,), "change": change, "place": "Tessa", "place_id": "t"}
    return made(ControlEntry, words, **{**plain, **fields})


TOOK = control(
    "Rebels took Tessa from the Arden army, a commander said.",
    "Rebels",
    "took",
    per=("commander",),
    from_=("Arden army",),
)
HOLDS = control("The Arden army holds Tessa, state television said.", "Arden army", "holds", per=("state television",))
TOWN = PlaceEntry(id="t", cites=(), name="Tessa", precision="exact")


def dispute(*over: str, **fields: Any) -> DisputeEntry:
    return DisputeEntry(
        id="x", cites=(), about="who holds Tessa", type="rival accounts", sides=(), over_ids=over, **fields
    )


def test_the_claims_to_a_place_stand_together_and_say_where_they_are_disputed() -> None:
    of = report(TOOK, HOLDS, others=(TOWN, dispute("e0", "e1")))
    assert table(of, "Control") == [
        ["Tessa", "took accounts differ", "Rebels", "Arden army", "4 Mar 2031", "commander"],
        ["Tessa", "holds accounts differ", "Arden army", "", "4 Mar 2031", "state television"],
    ]
    assert [row.again for row in section(of, "Control").rows] == [False, True]


def test_a_column_that_is_empty_throughout_is_left_out() -> None:
    assert section(report(HOLDS, others=(TOWN,)), "Control").columns == ("Place", "Change", "Side", "Day", "Per")


ACCORD = "Arden and Borland signed the Orm accord on 1 March 2031."


def test_both_sides_claims_stand_beneath_an_agreement() -> None:
    accord = made(
        AgreementEntry, ACCORD, name="Orm accord", parties=("Arden", "Borland"), made="2031-03-01", state="signed"
    )
    plain = {"agreement": "Orm accord", "agreement_id": "o"}
    of = report(
        (msgspec.structs.replace(accord[0], id="o"), ACCORD),
        made(
            ComplianceEntry,
            "Arden accused Borland of breaking the Orm accord by shelling.",
            by=("Arden",),
            against=("Borland",),
            stance="violated",
            what="shelling",
            **plain,
        ),
        made(
            ComplianceEntry,
            "Borland denied breaking the Orm accord.",
            by=("Borland",),
            against=("Borland",),
            stance="denies violating",
            what="breaking the Orm accord",
            **plain,
        ),
        made(
            ComplianceEntry,
            "Monitors said the Orm accord had been kept.",
            by=("monitors",),
            stance="kept",
            what="had been kept",
            **plain,
        ),
    )
    (block,) = section(of, "Agreements").blocks
    assert shown(block.head) == "Orm accord signed · between Arden and Borland · made 1 Mar 2031"
    assert lines(block.sides) == {
        "Arden": ["Arden says that Borland broke it : shelling · 4 Mar 2031"],
        "Borland": ["Borland denies breaking it : breaking the Orm accord · 4 Mar 2031"],
        "monitors": ["monitors say it was kept : had been kept · 4 Mar 2031"],
    }


def test_an_agreement_that_has_but_a_name_is_left_out() -> None:
    assert report(made(AgreementEntry, "A ceasefire was spoken of.", name="ceasefire")).sections == ()


def test_sites_stand_in_a_table() -> None:
    words = "Nine of Arden's posts near Tessa are behind enemy lines, an officer said."
    of = report(
        made(
            SiteEntry,
            words,
            what="posts",
            count=9,
            owner=("Arden",),
            place="Tessa",
            per=("officer",),
            state=("behind lines", "behind enemy lines"),
        ),
        made(SiteEntry, "A school.", what="school"),
    )
    assert table(of, "Posts") == [
        ["9 posts", "Arden", "Tessa", "behind lines : behind enemy lines", "4 Mar 2031", "officer"]
    ]


FORGED = [
    (control, {"words": TOOK[1], "holder": "Rebels", "change": "took", "place": "Orm", "place_id": None}),
    (control, {"words": TOOK[1], "holder": "Borland", "change": "took"}),
    (control, {"words": TOOK[1], "holder": "Rebels", "change": "took", "per": ("governor",)}),
    (ultimatum, {"words": LEAVE, "by": ("Orm",), "what": "to leave Tessa"}),
    (ultimatum, {"words": LEAVE, "by": ("Arden",), "what": "to leave Orm"}),
    (call, {"words": CALL, "between": ("Ada Marsh", "Al Orm"), "by": "Ada Marsh", "says": "the shelling must end"}),
]


@pytest.mark.parametrize("maker, fields", FORGED)
def test_forged_entries_are_refused(maker: Any, fields: dict[str, Any]) -> None:
    of = report(maker(**fields))
    assert of.sections == ()
    assert len(of.refused) == 1


def test_a_forged_readout_is_refused() -> None:
    of = report(call(CALL, ("Ada Marsh", "Bo Lind"), "Bo Lind", "the shelling may go on"))
    assert section(of, "Contacts").blocks[0].sides == ()
    assert len(of.refused) == 1


def every_kind(words: str, name: str) -> tuple[tuple[Entry, str], ...]:
    return (
        made(EventEntry, words, what=words, by=(name,), to=(name,), status="denied", per=(name,)),
        call(words, (name, name), name, name, place=name, per=(name,)),
        ultimatum(words, what=words, by=(name,), to=(name,), condition=words, per=(name,)),
        made(ControlEntry, words, place=words, holder=(name,), change="took", per=(name,)),
        made(AgreementEntry, words, name=name, parties=(name,)),
        made(ComplianceEntry, words, agreement=name, by=(name,), against=(name,), stance="violated", what=words),
        made(SiteEntry, words, what=words, owner=(name,), state=("damaged", words), per=(name,)),
    )


@pytest.mark.parametrize("form", ["html", "md"])
def test_the_sections_stand_in_their_order_and_cite(form: str, tags: Callable[[str], Any]) -> None:
    words = "Arden said so."
    page = situation_report(*record(*every_kind(words, "Arden")), form=form)
    heads = ["What happened", "Contacts", "Deadlines", "Control of places", "Agreements", "Posts, bases"]
    places = [page.index(f"<h2>{head}" if form == "html" else f"## {head}") for head in heads]
    assert places == sorted(places)
    assert page == situation_report(*record(*every_kind(words, "Arden")), form=form)
    if form == "html":
        seen = tags(page)
        assert seen.open == []
        assert seen.links <= {f"#{name}" for name in seen.ids}
        assert "script" not in seen.seen
    else:
        assert "| Due | By whom, to whom | What | Type | Per | Cites |" in page


def test_hostile_text_does_nothing_in_any_section(tags: Callable[[str], Any], hostile: str) -> None:
    entries, texts = record(*every_kind(hostile, hostile))
    page = situation_report(entries, texts)
    seen = tags(page)
    assert seen.seen & {"script", "img", "iframe", "object"} == set()
    assert "onerror=alert" in seen.text
    assert "\u202e" not in page
    assert "<img" not in situation_report(entries, texts, form="md").replace("\\<img", "")


def test_a_section_with_nothing_in_it_is_left_out() -> None:
    page = situation_report(*record(event()))
    assert "What happened" in page
    for head in (
        "Contacts",
        "Deadlines",
        "Control of places",
        "Agreements",
        "Posts, bases",
        "Also reported",
        "Who said",
    ):
        assert f"<h2>{head}" not in page


def test_since_and_until_choose_the_deeds() -> None:
    early, late = event(on="2031-03-01"), event(on="2031-03-05", doc="b.txt")
    of = build(*record(early, late), since=dt.date(2031, 3, 4), until=dt.date(2031, 3, 6))
    assert list(lines(of.happened)) == ["5 Mar 2031"]
