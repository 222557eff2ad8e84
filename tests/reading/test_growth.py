"""Reading a text four times as long takes four times as many steps, not sixteen.

Steps are counted for each function by itself, which shows what compares each thing with all others at small sizes
already, and does not depend on the machine. Lines come from a round of a few, so that they are parsed once.
"""

import cProfile
import pstats
from collections import Counter

import pytest

from onrecord.intake.page import Given, page
from onrecord.reading import find, observe, parsed
from onrecord.reading.language import Parser
from onrecord.reading.statements import coreference

FEW, MORE = 40, 160
COMMON = 1000  # calls for the longer text, from which on they are worth a look
SLACK = 6.5  # times the calls, for four times the text

TOWNS = ("Khartoum", "Kharkiv", "Goma", "Mandalay", "Sanaa", "Gao", "Stepanakert", "Mekelle", "Kabul", "Misrata")
PEOPLE = (
    "Ivan Kovalenko",
    "Fatima Haddad",
    "Aung Hlaing",
    "Carlos Rojas",
    "Tesfaye Bekele",
    "Musa Diallo",
    "Adam Saleh",
)
LINES = {
    "a chronicle": "On {day} March {year} the army killed {number} rebels in {town}.",
    "headlines": "Rebels shell {town}",
    "denials": "{person}, a spokesman for the army, denied on Monday that it had shelled {town}.",
    "quotations": "“We will fight on in {town},” he said. “It was {person} who attacked us.”",
    "ultimatums": "{person} warned that Turkey would attack if Syria did not withdraw from {town} by Friday.",
    "calls": "{person} and the president of France discussed the truce in {town} by phone on Monday.",
    "violations": "Russia said the rebels had violated the ceasefire agreement in {town} {few} times on Monday.",
    "ground": "The rebels captured {town}; the army set up {few} observation posts near {other}.",
    "a page": "{capitals}, {day} March (Reuters) - The {letter}LF left {other}. (AP Photo/{person})",
}


def text(line: str, count: int) -> str:
    return "\n".join(
        line.format(
            town=TOWNS[at % len(TOWNS)],
            other=TOWNS[at * 3 % len(TOWNS)],
            capitals=TOWNS[at % len(TOWNS)].upper(),
            person=PEOPLE[at % len(PEOPLE)],
            letter=TOWNS[at * 3 % len(TOWNS)][0],
            day=at % 10 + 1,
            year=2010 + at % 10,
            number=at % 10 + 20,
            few=at % 5 + 2,
        )
        for at in range(count)
    )


def calls(text: str, parser: Parser) -> Counter[str]:
    """How often each function is called to read the text."""
    profile = cProfile.Profile()
    profile.enable()
    document = page("long.txt", text, Given(language="en", published="2022-03-04"))
    profile.disable()
    report = parsed(document, parser)
    profile.enable()
    observe(report, find(report))
    profile.disable()
    counts: Counter[str] = Counter()
    for (file, line, name), (_, times, *_rest) in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]
        counts[f"{file}:{line} {name}"] = times
    return counts


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_nothing_is_compared_with_all_the_rest(line: str, parser: Parser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coreference, "REMEMBERED", 10)  # mentions that are looked back at
    observe(long := parsed(page("long.txt", text(line, MORE), Given(language="en")), parser), find(long))  # loads words
    few, more = calls(text(line, FEW), parser), calls(text(line, MORE), parser)
    grown = {name: (few[name], times) for name, times in more.items() if times > max(COMMON, SLACK * few[name])}
    assert not grown
