"""Events against the MUC-3/4 key templates: terrorist incidents in Latin America, in texts all in capitals.

    python bench/muc.py DATA

DATA is the folder of the data set; of its part `dev` every fifth text is read, to keep the run short. A template is
matched with the event of its text that agrees in most slots: at least in one of perpetrator, target and place, or in
the kind of incident and the date. One event may answer several templates. Templates marked optional are no loss where
they are missed. Each slot gives recall over the templates that fill it and precision over the matched events that do:

    incident     templates that found their event; events (of force, not background) that found a template
    type         attack, bombing, kidnapping, arson, by the mode and the words of the event
    date         within a day of the key's day or range
    place        the place is one of those that the key gives, from the country down
    perpetrator  a word of its name in common with an individual or organisation of the key
    target       a word in common with a target of the key, a person or a thing
    number       a figure of the event is a number of human targets

The keys hold only terrorist incidents, so that events between armies and guerrillas are false alarms here.
"""

import datetime as dt
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from onrecord.model.dates import Dates, resolve
from onrecord.model.documents import Document, Part
from onrecord.model.findings import EventFinding, FigureFinding
from onrecord.model.spans import Span
from onrecord.reading import read
from onrecord.reading.language import Parser

EVERY = 5
SLOTS = ("incident", "type", "date", "place", "perpetrator", "target", "number")
HEADER = re.compile(r"^(DEV-MUC3-\d{4}) \([A-Z]+\)\s*$", re.MULTILINE)
FIELD = re.compile(r"^(\d+)\.\s+([A-Z :]+?)\s{2,}(.*)$")
DAY = re.compile(r"(\d{1,2}) ([A-Z]{3}) (\d{2})")
MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
QUOTED = re.compile(r'"([^"]+)"')
TYPES = {"abduct": "KIDNAPPING", "explosives": "BOMBING", "suicide-attack": "BOMBING"}
BOMBS = re.compile(r"bomb|explo|dynamit|blew|blow|detonat|car-bomb", re.IGNORECASE)
FIRES = re.compile(r"burn|torch|arson|set fire", re.IGNORECASE)
STOP = frozenset(
    {"the", "of", "and", "a", "an", "in", "de", "la", "el", "los", "unnamed", "national", "members", "group"}
)
GRACE = dt.timedelta(days=1)


class Template(NamedTuple):
    """One incident of the key: what a right answer may be, slot by slot; empty where the key does not say."""

    optional: bool
    type: str
    days: tuple[dt.date, dt.date] | None
    places: frozenset[str]
    perpetrators: frozenset[str]
    targets: frozenset[str]
    numbers: frozenset[float]


class Told(NamedTuple):
    """One event of the reading, in the same terms."""

    type: str
    days: tuple[dt.date, dt.date] | None
    places: frozenset[str]
    perpetrators: frozenset[str]
    targets: frozenset[str]
    numbers: frozenset[float]


def words(*phrases: str) -> frozenset[str]:
    """The words of the phrases that carry meaning, folded, without a plural's s."""
    found = (word for phrase in phrases for word in re.findall(r"[a-z0-9]+", phrase.lower()))
    return frozenset(word[:-1] if len(word) > 3 and word.endswith("s") else word for word in found if word not in STOP)


def day(text: str) -> dt.date | None:
    match = DAY.search(text)
    try:
        return dt.date(1900 + int(match[3]), MONTHS.index(match[2]) + 1, int(match[1])) if match else None
    except ValueError:
        return None


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """The messages of the folder by their names."""
    for path in sorted(folder.glob("dev-muc3-*")):
        content = path.read_text("latin-1")
        headers = list(HEADER.finditer(content))
        for match, following in zip(headers, [*headers[1:], None], strict=True):
            yield match[1], content[match.end() : following.start() if following else len(content)].strip()


def templates(folder: Path) -> dict[str, list[Template]]:
    """The filled templates of each message."""
    found: dict[str, list[Template]] = {}
    for path in sorted(folder.glob("key-dev-*")):
        for block in re.split(r"\n(?=0\.  MESSAGE: ID)", path.read_text("latin-1")):
            slots = _slots(block)
            if 0 in slots and slots.get(4, ["*"])[0].strip() not in ("*", "-"):
                found.setdefault(slots[0][0].split()[0], []).append(_template(slots))
    return found


def _slots(block: str) -> dict[int, list[str]]:
    slots: dict[int, list[str]] = {}
    number = -1
    for row in block.split("\n"):
        match = FIELD.match(row)
        if match:
            number = int(match[1])
            slots[number] = [match[3].strip()]
        elif number >= 0 and row.startswith(" ") and row.strip():
            slots[number].append(row.strip())
    return slots


def _template(slots: dict[int, list[str]]) -> Template:
    quoted = {number: [text for row in rows for text in QUOTED.findall(row)] for number, rows in slots.items()}
    days = [found for part in slots[2][0].split(" - ") if (found := day(part))]
    counts = [row.split(":")[0].strip(" ?") for row in slots.get(21, [])]
    return Template(
        optional="OPTIONAL" in slots[1][0],
        type=slots[4][0].split("/")[0].strip(" ?"),
        days=(min(days), max(days)) if days else None,
        places=frozenset(
            re.sub(r"\(.*?\)", "", part).strip().lower() for row in slots[3] for part in re.split("[:/-]", row)
        )
        - {""},
        perpetrators=words(*quoted.get(9, []), *quoted.get(10, [])),
        targets=words(*quoted.get(12, []), *quoted.get(18, []), *quoted.get(19, [])),
        numbers=frozenset(float(count) for count in counts if count.isdigit()),
    )


def told(name: str, text: str, parser: Parser) -> list[Told]:
    """The events of force that the reading finds in a message."""
    document = Document(name=name, text=text, parts=(Part(Span(0, len(text))),), language="en")
    observed = read(document, parser)
    figures = {each.id: each.finding for each in observed if isinstance(each.finding, FigureFinding)}
    published = day(text[:200])
    return [
        _told(each.finding, figures, published)
        for each in observed
        if isinstance(each.finding, EventFinding)
        and each.finding.plover is not None
        and each.finding.plover.value == "ASSAULT"
        and each.finding.status.value in ("happened", "ongoing", "attempted")
        and not each.finding.background
    ]


def _told(finding: EventFinding, figures: dict[str, FigureFinding], published: dt.date | None) -> Told:
    counts = [figures[id_].amount.value for id_ in finding.figures if id_ in figures]
    on = resolve(finding.on.value, published) if finding.on else None
    days = _days(on) if on else (published - GRACE, published) if finding.recent and published else None
    place = finding.place.value if finding.place else None
    names = (place.name, place.admin1 or "", place.country or "") if place else ()
    return Told(
        type=_type(finding),
        days=days,
        places=frozenset(re.sub(r"\(.*?\)", "", name).strip().lower() for name in names if name),
        perpetrators=words(*(actor.value.name for actor in finding.by)),
        targets=words(
            *(actor.value.name for actor in finding.to), finding.what.value if finding.object or finding.to else ""
        )
        - words(*(actor.value.name for actor in finding.by)),
        numbers=frozenset(float(count.low) for count in counts if count.low is not None),
    )


def _type(finding: EventFinding) -> str:
    mode = finding.mode.value if finding.mode else ""
    if mode in TYPES:
        return TYPES[mode]
    if FIRES.search(finding.what.value) and mode == "destroy":
        return "ARSON"
    return "BOMBING" if BOMBS.search(finding.what.value) and mode != "aerial" else "ATTACK"


def _days(dates: Dates) -> tuple[dt.date, dt.date]:
    return dates.first, dates.last


def agreement(template: Template, event: Told) -> dict[str, bool]:
    """Slot by slot, whether the event is right where both give it."""
    found: dict[str, bool] = {"type": template.type == event.type}
    if template.days and event.days:
        found["date"] = event.days[0] <= template.days[1] + GRACE and event.days[1] >= template.days[0] - GRACE
    for slot, right, given in (
        ("place", template.places, event.places),
        ("perpetrator", template.perpetrators, event.perpetrators),
        ("target", template.targets, event.targets),
    ):
        if right and given:
            found[slot] = bool(right & given)
    if template.numbers and event.numbers:
        found["number"] = bool(template.numbers & event.numbers)
    return found


def is_match(found: dict[str, bool]) -> bool:
    close = any(found.get(slot) for slot in ("perpetrator", "target", "place"))
    return (close and found.get("date", True)) or bool(found["type"] and found.get("date"))


class Tally:
    """Right answers, answers due and answers given of each slot."""

    def __init__(self) -> None:
        self.counts = {slot: [0, 0, 0] for slot in SLOTS}

    def add(self, due: list[Template], events: list[Told]) -> None:
        """Count one message."""
        used: set[int] = set()
        for template in due:
            ways = [(agreement(template, event), number) for number, event in enumerate(events)]
            ways = [way for way in ways if is_match(way[0])]
            best = max(ways, key=lambda way: sum(way[0].values()), default=None)
            if best is not None:
                used.add(best[1])
                used.update(number for found, number in ways if found["type"])
            if best is not None or not template.optional:
                self._count(template, events[best[1]] if best else None, best[0] if best else {})
        self.counts["incident"][2] += len(events) - len(used)

    def _count(self, template: Template, event: Told | None, found: dict[str, bool]) -> None:
        for slot, filled, given in (
            ("incident", True, event is not None),
            ("type", True, event is not None),
            ("date", template.days is not None, event is not None and event.days is not None),
            ("place", bool(template.places), bool(event and event.places)),
            ("perpetrator", bool(template.perpetrators), bool(event and event.perpetrators)),
            ("target", bool(template.targets), bool(event and event.targets)),
            ("number", bool(template.numbers), bool(event and event.numbers)),
        ):
            right = event is not None if slot == "incident" else found.get(slot, False)
            self.counts[slot][0] += right
            self.counts[slot][1] += filled
            self.counts[slot][2] += given

    def results(self) -> dict[str, float]:
        """Recall and precision of each slot, in percent."""
        shares: dict[str, float] = {}
        for slot, (right, due, given) in self.counts.items():
            shares[f"{slot}_recall"] = round(100 * right / due, 1) if due else 0.0
            shares[f"{slot}_precision"] = round(100 * right / given, 1) if given else 0.0
        return shares


def measure(data: Path) -> dict[str, float]:
    """Recall and precision of each slot over the part `dev`, see the head of this file."""
    folder = data / "dev"
    parser, tally, keys = Parser(), Tally(), templates(folder)
    for number, (name, text) in enumerate(texts(folder)):
        if number % EVERY == 0:
            tally.add(keys.get(name, []), told(name, text, parser))
    return tally.results()


def main() -> int:
    if len(sys.argv) != 2 or not (Path(sys.argv[1]) / "dev").is_dir():
        print("muc: expected one folder that holds dev/ with texts and key templates", file=sys.stderr)
        return 2
    shares = measure(Path(sys.argv[1]))
    for slot in SLOTS:
        print(f"{slot:12} recall {shares[f'{slot}_recall']:5.1f}  precision {shares[f'{slot}_precision']:5.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
