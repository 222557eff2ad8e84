"""What several reports tell, and where they differ: counted, laid side by side, and never said as plain fact."""

from typing import Any, TypeVar

import msgspec
import pytest

from onrecord.model.entries import (
    Account,
    AgreementEntry,
    AnyEntry,
    Cite,
    ComplianceEntry,
    ContactEntry,
    ControlEntry,
    CopyEntry,
    DisputeEntry,
    DocumentEntry,
    Entry,
    EventEntry,
    FigureEntry,
    Origins,
    PlaceEntry,
    ReadoutEntry,
    Side,
    SiteEntry,
    StatementEntry,
)
from onrecord.publishing import situation_report
from onrecord.publishing.sitrep.build import build
from onrecord.publishing.sitrep.claims import Fixed, Told
from onrecord.publishing.sitrep.lines import Line, UnsupportedLine, joined, narrowed, passages
from onrecord.publishing.sitrep.report import Report, Section

E = TypeVar("E", bound=Entry)
UNKNOWN = "unattributed"
TEXTS = {
    "a.txt": (
        "The Red Crescent said 120 people were killed in Kadra on Monday. The army put the number at 85. "
        "Residents said jets struck the market of Kadra on Monday. The army denied that it struck the market. "
        "The Vardan government broke the Lomé accord, the rebels said."
    ),
    "b.txt": (
        "Residents of Kadra said jets struck a market there on Monday, and a doctor said 120 people were killed. "
        "Vardan has kept the Lomé accord, its government said. Rebels hold Kadra."
    ),
    "c.txt": (
        "Vardan said Ada Marsh told Bo Lind by telephone that the shelling must end and aid be let in. "
        "Borland said Bo Lind told Ada Marsh that the shelling of Borland must end first. "
        "Borland said the two agreed to meet in Orm."
    ),
}


def cite(quote: str) -> Cite:
    doc, text = next((doc, text) for doc, text in TEXTS.items() if quote in text)
    return Cite(doc=doc, start=text.index(quote), end=text.index(quote) + len(quote), quote=quote)


def made(kind: type[E], id_: str, *quotes: str, **fields: Any) -> E:
    days = {"first_reported": "2031-03-04", "last_reported": "2031-03-05"}
    cites = tuple(map(cite, quotes))
    origins = Origins(1, len(quotes), len({each.doc for each in cites}))
    return kind(id=id_, cites=cites, **{"origins": origins, **days, **fields})


def report(*entries: AnyEntry) -> Report:
    documents = [
        DocumentEntry(id=doc, cites=(), doc=doc, published=f"2031-03-0{day}") for day, doc in enumerate(TEXTS, 4)
    ]
    return build([*documents, *entries], TEXTS)


def shown(line: Line) -> str:
    return " ".join(piece.text for piece in line.pieces())


def differing(of: Report) -> Section:
    assert of.differing is not None
    return of.differing


def sides(of: Report, block: int = 0) -> dict[str, list[str]]:
    return {side.heading: [shown(line) for line in side.lines] for side in differing(of).blocks[block].sides}


CRESCENT = "The Red Crescent said 120 people were killed in Kadra on Monday."
ARMY = "The army put the number at 85."
STRUCK = "Residents said jets struck the market of Kadra on Monday."
DENIED = "The army denied that it struck the market."
AGAIN = "Residents of Kadra said jets struck a market there on Monday"
COUNTED = {"measure": "killed", "qualifier": "exact", "unit": "persons", "of": "people", "count": "incident"}
DEAD = made(FigureEntry, "f1", CRESCENT, **COUNTED, value=120, place="Kadra", as_of="2031-03-03", per=("Red Crescent",))
FEWER = made(FigureEntry, "f2", ARMY, **{**COUNTED, "of": "number"}, value=85, as_of="2031-03-03", per=("army",))
RIVALS = made(
    DisputeEntry,
    "x1",
    CRESCENT,
    ARMY,
    about="killed: people, in Kadra",
    type="rival figures",
    sides=(Side(by=("Red Crescent",), says="120 people", cite=0), Side(by=("army",), says="85", cite=1)),
    over_ids=("f1", "f2"),
)


def strike(*accounts: tuple[str, str, Any, str], **fields: Any) -> EventEntry:
    told = tuple(Account(per, field, value, (cite(quote),)) for per, field, value, quote in accounts)
    plain = {"what": "struck the market of Kadra", "plover": "ASSAULT", "status": "happened", "on": "2031-03-03"}
    return made(EventEntry, "e1", STRUCK, AGAIN, DENIED, **{**plain, "accounts": told, **fields})


STRIKE = strike(
    ("Residents", "status", "happened", STRUCK),
    ("army", "status", "denied", DENIED),
    status=("happened", "denied"),
    per=("Residents", "army"),
)


def test_rival_figures_stand_side_by_side_each_with_its_day() -> None:
    of = report(DEAD, FEWER, RIVALS)
    (block,) = differing(of).blocks
    assert shown(block.head) == "people killed · Kadra · as of 3 Mar 2031 rival figures"
    assert sides(of) == {
        "Red Crescent": ["Red Crescent : 120 people killed · Kadra , as of 3 Mar 2031"],
        "army": ["army : 85 number killed , as of 3 Mar 2031"],
    }


def test_a_figure_that_is_disputed_says_so_wherever_it_stands() -> None:
    of = report(DEAD, FEWER, RIVALS)
    for line in [*of.highlights, *(each.by for card in of.key_figures for each in card.values)]:
        assert "accounts differ" in shown(line)


def test_a_deed_that_is_denied_is_told_with_who_denies_it() -> None:
    of = report(STRIKE)
    (line,) = of.happened[0].lines
    assert shown(line) == ("accounts differ struck the market of Kadra — Residents ; denied by army · 2 reports")
    assert sides(of) == {
        "Residents": [f"Residents : {STRUCK} · reported 4 Mar 2031"],
        "army": [f"army : {DENIED} · reported 4 Mar 2031"],
    }


@pytest.mark.parametrize(
    "accounts, status",
    [
        ((("Residents", "status", "happened", STRUCK), ("army", "status", "ongoing", DENIED)), ("happened", "ongoing")),
        (
            (("army", "status", "denied", DENIED), ("Residents", "status", "called off", STRUCK)),
            ("denied", "called off"),
        ),
        ((("Residents", "by", ("jets",), STRUCK), ("army", "by", ("army",), DENIED)), "happened"),
    ],
)
def test_stages_and_details_of_a_deed_are_no_dispute(accounts: tuple[Any, ...], status: Any) -> None:
    of = report(strike(*accounts, status=status, per=("Residents", "army")))
    assert of.differing is None


def test_doers_on_whom_tellers_differ_are_joined_by_or() -> None:
    accounts = (("Residents", "by", ["jets"], STRUCK), ("army", "by", ["army"], DENIED))
    of = report(strike(*accounts, by=("jets", "army"), per=("Residents",), what="the market of Kadra"))
    assert shown(of.happened[0].lines[0]).startswith("jets or army : the market of Kadra")


@pytest.mark.parametrize(
    "fields, start",
    [
        ({"qualifier": ("exact", "more than")}, "120 or more people killed"),
        ({"qualifier": ("exact", "up to")}, "120 or less people killed"),
        ({"place": ("Kadra", "market")}, "120 people killed · Kadra or market"),
        (
            {"as_of": ("2031-03-03", "2031-03-01")},
            "120 people killed · Kadra — Red Crescent , 3 Mar 2031 or 1 Mar 2031",
        ),
        ({"as_of": ("2031-03", "2031-03-03")}, "120 people killed · Kadra — Red Crescent , 3 Mar 2031"),
    ],
)
def test_a_value_on_which_tellers_differ_is_not_said_as_plain_fact(fields: dict[str, Any], start: str) -> None:
    accounts = [Account("x", field, value, ()) for field, values in fields.items() for value in values]
    figure = msgspec.structs.replace(DEAD, cites=(*DEAD.cites, cite(STRUCK)), accounts=tuple(accounts))
    assert shown(report(figure).highlights[0]).startswith(start)


def test_a_site_of_which_numbers_are_told_shows_each() -> None:
    site = made(SiteEntry, "s1", CRESCENT, ARMY, what="people", count=(120.0, 85.0), per=(UNKNOWN,))
    (row,) = next(section for section in report(site).sections if section.heading.startswith("Posts")).rows
    assert row.cells[0]
    assert shown(row.cells[0]) == "120 or 85 people"


def claim(id_: str, words: str, by: str, stance: str, what: str) -> ComplianceEntry:
    plain = {"agreement": "Lomé accord", "agreement_id": "g1", "against": ("Vardan",), "on": "2031-03-04"}
    return made(ComplianceEntry, id_, words, **plain, by=(by,), per=(by,), stance=stance, what=what)


BROKE = claim(
    "k1", "The Vardan government broke the Lomé accord, the rebels said.", "rebels", "violated", "broke the Lomé accord"
)
KEPT = claim("k2", "Vardan has kept the Lomé accord, its government said.", "Vardan", "kept", "kept the Lomé accord")
ACCORD = made(
    AgreementEntry, "g1", "The Vardan government broke the Lomé accord", name="Lomé accord", parties=("Vardan",)
)


def over_accord(id_: str) -> DisputeEntry:
    return made(
        DisputeEntry,
        id_,
        BROKE.cites[0].quote,
        KEPT.cites[0].quote,
        about="whether Vardan kept the Lomé accord",
        type="accusation and denial",
        sides=(
            Side(by=("rebels",), says="violated by Vardan: broke the Lomé accord", cite=0),
            Side(by=("Vardan",), says="kept by Vardan: kept the Lomé accord", cite=1),
        ),
        over_ids=("k1", "k2"),
    )


def test_disputes_over_one_accord_are_one_and_its_claims_are_told_once() -> None:
    of = report(ACCORD, BROKE, KEPT, over_accord("x1"), over_accord("x2"))
    assert [shown(block.head) for block in differing(of).blocks] == [
        "Lomé accord · who kept it, who broke it accusation and denial"
    ]
    assert sides(of) == {
        "rebels": ["rebels say that Vardan broke it : broke the Lomé accord · 4 Mar 2031"],
        "Vardan": ["Vardan says it kept it : kept the Lomé accord · 4 Mar 2031"],
    }
    (agreements,) = [section for section in of.sections if section.heading == "Agreements"]
    assert [(shown(block.head), block.sides) for block in agreements.blocks] == [
        ("Lomé accord · between Vardan accounts differ", ())
    ]


def test_the_sharpest_dispute_stands_first_and_the_rest_are_counted() -> None:
    many = [msgspec.structs.replace(RIVALS, id=f"y{number}") for number in range(10)]
    of = report(DEAD, FEWER, STRIKE, *many)
    assert len(differing(of).blocks) == 8
    assert differing(of).more == 3
    assert shown(differing(of).blocks[0].head).endswith("told and denied")


def test_a_dispute_of_which_one_side_alone_stands_in_its_words_is_left_out() -> None:
    bad = msgspec.structs.replace(FEWER, per=("Ruritanian army",))
    sides = (RIVALS.sides[0], Side(by=("Ruritanian army",), says="85", cite=1))
    of = report(DEAD, bad, msgspec.structs.replace(RIVALS, sides=sides))
    assert of.differing is None
    assert any("Ruritanian" in reason for reason in of.refused)


CALL = made(
    ContactEntry,
    "c1",
    "Vardan said Ada Marsh told Bo Lind by telephone that the shelling must end and aid be let in.",
    "Borland said Bo Lind told Ada Marsh that the shelling of Borland must end first.",
    "Borland said the two agreed to meet in Orm.",
    form="phone call",
    between=("Ada Marsh", "Bo Lind"),
    status="held",
    on="2031-03-04",
    per=("Vardan", "Borland"),
    readouts=(
        ReadoutEntry(by=("Vardan",), says="the shelling must end and aid be let in", cite=0, point=2),
        ReadoutEntry(by=("Borland",), says="the shelling of Borland must end first", cite=1, point=2),
        ReadoutEntry(by=("Borland",), says="the two agreed to meet in Orm", cite=2, point=1),
    ),
)


def test_readouts_of_several_sides_stand_point_by_point_what_both_say_first() -> None:
    (contacts,) = [section for section in report(CALL).sections if section.heading == "Contacts"]
    (block,) = contacts.blocks
    assert block.columns == ("Vardan", "Borland")
    assert [[shown(cell) if cell else "" for cell in row.cells] for row in block.points] == [
        ["Vardan : the shelling must end and aid be let in", "Borland : the shelling of Borland must end first"],
        ["", "Borland : the two agreed to meet in Orm"],
    ]
    assert [len(cell.cited()) for row in block.points for cell in row.cells if cell] == [1, 1, 1]


def test_readouts_with_no_point_in_common_stand_side_by_side() -> None:
    apart = tuple(msgspec.structs.replace(each, point=at) for at, each in enumerate(CALL.readouts, 1))
    (contacts,) = report(msgspec.structs.replace(CALL, readouts=apart)).sections
    assert contacts.blocks[0].points == ()
    assert [(side.heading, len(side.lines)) for side in contacts.blocks[0].sides] == [("Vardan", 1), ("Borland", 2)]


def test_readouts_that_are_disputed_are_told_once() -> None:
    rivals = made(
        DisputeEntry,
        "x1",
        CALL.cites[0].quote,
        CALL.cites[1].quote,
        about="what was said at the phone call",
        type="rival readouts",
        sides=tuple(Side(by=each.by, says=each.says, cite=each.cite) for each in CALL.readouts[:2]),
        over_ids=("c1",),
    )
    of = report(CALL, rivals)
    assert shown(differing(of).blocks[0].head) == ("phone call · Ada Marsh and Bo Lind · 4 Mar 2031 rival readouts")
    assert list(sides(of)) == ["Vardan", "Borland"]
    (contacts,) = [section for section in of.sections if section.heading == "Contacts"]
    assert [(block.sides, block.points) for block in contacts.blocks] == [((), ())]
    assert "accounts differ" in shown(contacts.blocks[0].head)


def test_a_saying_that_is_denied_stands_over_both() -> None:
    said = made(
        StatementEntry,
        "s1",
        STRUCK,
        speaker=("Residents",),
        act="accuse",
        form="indirect",
        says="jets struck the market",
    )
    denial = made(
        StatementEntry, "s2", DENIED, speaker=("army",), act="deny", form="indirect", says="it struck the market"
    )
    over = made(
        DisputeEntry,
        "x",
        STRUCK,
        DENIED,
        about="whether it is so: jets struck the market",
        type="accusation and denial",
        sides=(Side(by=("Residents",), says=STRUCK, cite=0), Side(by=("army",), says=DENIED, cite=1)),
        over_ids=("s1", "s2"),
    )
    of = report(said, denial, over)
    assert shown(differing(of).blocks[0].head) == "accused: jets struck the market accusation and denial"
    said = msgspec.structs.replace(said, act="assert")
    asserted = shown(differing(report(said, denial, over)).blocks[0].head)
    assert asserted == "whether it is so: jets struck the market accusation and denial"
    assert list(sides(of)) == ["Residents", "army"]


def test_who_holds_a_place_stands_in_the_words_of_both() -> None:
    words = "Rebels hold Kadra."
    holds = made(
        ControlEntry, "h1", words, change="holds", holder=("Rebels",), place="Kadra", place_id="p", per=(UNKNOWN,)
    )
    says = (Side(by=(UNKNOWN,), says=words, cite=0), Side(by=("army",), says=DENIED, cite=1))
    over = made(
        DisputeEntry, "x", words, DENIED, about="who holds Kadra", type="rival accounts", sides=says, over_ids=("h1",)
    )
    of = report(holds, over, PlaceEntry(id="p", cites=(), name="Kadra", precision="exact"))
    assert shown(differing(of).blocks[0].head) == "who holds Kadra rival accounts"
    assert list(sides(of)) == ["the report itself", "army"]


@pytest.mark.parametrize(
    "docs, tellings, said",
    [
        ("a", 1, ""),
        ("ab", 1, "· 2 reports, one telling"),
        ("ab", 2, "· 2 reports"),
        ("abc", 2, "· 3 reports, 2 tellings"),
        ("abc", 4, "· 3 reports"),
        ("abc", 0, "· 3 reports"),
    ],
)
def test_reports_and_tellings_are_counted_briefly(docs: str, tellings: int, said: str) -> None:
    assert " ".join(piece.text for piece in Told(tuple(docs), tellings).pieces(())) == said


def test_a_line_cannot_claim_more_reports_than_it_cites() -> None:
    cites = passages((cite(STRUCK),), TEXTS)
    with pytest.raises(UnsupportedLine):
        Line((Fixed("struck"), Told(("a.txt", "b.txt"))), cites)


def test_lines_that_read_the_same_count_their_reports_together() -> None:
    one, two = (
        Line((Fixed("struck"), Told((each.doc,), 1)), passages((each,), TEXTS)) for each in map(cite, (STRUCK, AGAIN))
    )
    (line,) = joined([one, two])
    assert shown(line) == "struck · 2 reports"


def test_a_narrowed_line_cites_what_its_words_stand_on() -> None:
    whole = Line((Fixed("struck"),), passages((cite(STRUCK), cite(AGAIN)), TEXTS))
    assert [each.words for each in narrowed(whole, cite(AGAIN)).passages] == [AGAIN]
    assert len(narrowed(whole).passages) == 1


def test_statements_of_several_reports_say_so() -> None:
    said = made(
        StatementEntry, "s1", STRUCK, AGAIN, speaker=("Residents",), act="accuse", form="indirect", says="jets struck"
    )
    of = report(said)
    assert shown(of.said[0].lines[0]).endswith("· 2 reports")


@pytest.mark.parametrize("form", ["html", "md"])
def test_both_pages_show_the_disputes_and_the_points(form: str) -> None:
    documents = [DocumentEntry(id=doc, cites=(), doc=doc, published="2031-03-04") for doc in TEXTS]
    page = situation_report([*documents, DEAD, FEWER, RIVALS, CALL], TEXTS, form=form)
    assert "Where accounts differ" in page
    assert page.index("Where accounts differ") < page.index("Contacts")
    assert ("nothing told of it" if form == "html" else "Borland alone") in page


def test_a_key_figure_is_shown_once_however_often_its_number_is_given_and_nought_is_none() -> None:
    again = msgspec.structs.replace(DEAD, id="f3", as_of="2031-03-01")
    nobody = msgspec.structs.replace(FEWER, id="f4", value=0, measure="wounded")
    (card,) = report(DEAD, again, nobody).key_figures
    assert (len(card.values), card.more) == (1, 1)


def test_a_total_stands_before_a_newer_number_and_that_before_a_magnitude() -> None:
    total = msgspec.structs.replace(DEAD, id="f3", count="running total", as_of="2031-03-01")
    vague = msgspec.structs.replace(
        DEAD, id="f4", cites=(cite(STRUCK),), value=None, low=24, high=99, qualifier="dozens", as_of="2031-03-04"
    )
    (card,) = report(vague, msgspec.structs.replace(FEWER, of="people"), total).key_figures
    assert [shown(value.number).split()[0] for value in card.values] == ["120", "85"]


def test_a_report_that_is_a_copy_says_of_which() -> None:
    copy = made(CopyEntry, "y", AGAIN, docs=("a.txt", "b.txt"), what=AGAIN, type="same wire text", share=0.93)
    assert [source.remarks for source in report(copy).sources] == [(), ("93% of it stands in a.txt",), ()]


def test_of_a_place_with_many_claims_the_newest_stand_and_the_others_are_counted() -> None:
    claims = [
        made(ControlEntry, f"h{day}", AGAIN, change="contested", place="Kadra", on=f"2031-03-{day:02}", per=(UNKNOWN,))
        for day in range(1, 10)
    ]
    (control,) = [section for section in report(*claims).sections if section.heading == "Control of places"]
    assert [shown(row.cells[-2]) for row in control.rows if row.cells[-2]] == [
        f"{day} Mar 2031" for day in range(4, 10)
    ]
    assert control.more == 3


def test_who_is_counted_in_total_stands_before_a_larger_number_of_lone_figures() -> None:
    soldiers = msgspec.structs.replace(
        DEAD, id="f9", cites=(cite("Rebels hold Kadra."), cite(CRESCENT)), of="Rebels", count="running total"
    )
    lone = [msgspec.structs.replace(DEAD, id=f"g{day}", as_of=f"2031-03-0{day}") for day in (1, 2, 3)]
    cards = report(*lone, soldiers).key_figures
    assert [shown(card.values[0].number) for card in cards] == [
        "120 Rebels killed · Kadra",
        "120 people killed · Kadra",
    ]
