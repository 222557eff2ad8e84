"""Coded values in plain words: what a reader meets in the place of PLOVER's capitals and the names of acts. The codes
themselves stand on an entry's page and in every export."""

from onrecord.model.entries import EventEntry
from onrecord.model.kinds import several

KINDS = {
    "event": "Events",
    "figure": "Figures",
    "statement": "Statements",
    "contact": "Contacts",
    "control": "Control",
    "commitment": "Deadlines",
    "agreement": "Agreements",
    "compliance": "Kept or broken",
    "site": "Sites",
    "dispute": "Disputes",
    "document": "Reports",
    "copy": "Copies",
    "actor": "Actors",
    "place": "Places",
}  # as headings
ONE = {"commitment": "deadline", "document": "report", "compliance": "position on an agreement"}
DISPLACEMENT = "displacement"
DEEDS = {
    "AGREE": "agreement",
    "CONSULT": "talks",
    "SUPPORT": "support",
    "CONCEDE": "concession",
    "COOPERATE": "cooperation",
    "AID": "aid",
    "RETREAT": "stepping back",
    "REQUEST": "request",
    "ACCUSE": "accusation",
    "REJECT": "refusal",
    "THREATEN": "threat",
    "PROTEST": "protest",
    "SANCTION": "sanction",
    "MOBILIZE": "deployment",
    "COERCE": "coercion",
    "ASSAULT": "attack",
}
WAYS = {
    "ASSAULT": {
        "aerial": "air attack",
        "beat": "beating",
        "crowd-control": "crowd control",
        "destroy": "destruction",
        "drone": "drone attack",
        "explosives": "bombing",
        "firearms": "gunfire",
        "heavy-weapons": "heavy weapons",
        "sexual": "sexual violence",
        "suicide-attack": "suicide attack",
        "targeted": "targeted killing",
        "torture": "torture",
    },
    "COERCE": {
        "arrest": "arrest",
        "censor": "censorship",
        "curfew": "curfew",
        "cyber": "cyber attack",
        "deport": "deportation",
        "martial-law": "martial law",
        "restrict": "cutting off",
        "seize": "seizure",
        "withhold": "withholding",
    },
    "CONSULT": {"phone": "phone call", "visit": "visit"},
    "MOBILIZE": {"police": "police sent", "troops": "troop movement", "weapons": "weapons moved"},
    "PROTEST": {
        "boycott": "boycott",
        "demo": "demonstration",
        "hunger": "hunger strike",
        "obstruct": "blocking",
        "riot": "riot",
        "strike": "strike",
    },
    "RETREAT": {
        "access": "access opened",
        "ceasefire": "ceasefire",
        "disarm": "standing down",
        "release": "release",
        "resign": "resignation",
        "withdraw": "withdrawal",
    },
    "SANCTION": {
        "convict": "conviction",
        "discontinue": "suspension",
        "expel": "expulsion",
        "withdraw": "ties cut",
    },
}  # of doing it, by PLOVER's modes
ACTS = {
    "assert": "",
    "inform": "",
    "deny": "denial",
    "accuse": "accusation",
    "threaten": "threat",
    "warn": "warning",
    "promise": "promise",
    "demand": "demand",
    "propose": "proposal",
    "reject": "refusal",
    "agree": "assent",
    "appeal": "appeal",
    "express concern": "concern",
    "praise": "praise",
}  # nothing where something is just said
COUNTS = {
    "incident": "in one incident",
    "new in period": "new in that time",
    "level on a day": "as it stood on a day",
}
PLAINLY = {"assert": "just saying so", "inform": "telling somebody"}


def count(code: str) -> str:
    """How a figure is counted: "in one incident", "running total"."""
    return COUNTS.get(code, code)


def kind(name: str) -> str:
    """What one entry of the kind is called."""
    return ONE.get(name, name)


def deed(event: EventEntry) -> str:
    """What kind of event it is: "air attack", "seizure", "talks"; "" where it has no code."""
    if event.sub_event == DISPLACEMENT:
        return DISPLACEMENT
    if event.plover is None:
        return ""
    return WAYS.get(event.plover, {}).get(event.mode or "") or DEEDS.get(event.plover, several(event.plover).lower())


def act(code: str) -> str:
    """What kind of statement it is, where it does more than say something: "denial"; else ""."""
    return ACTS.get(code, code)


def every_act(code: str) -> str:
    """What kind of statement it is: "denial", "just saying so"."""
    return PLAINLY.get(code) or act(code)


def plain_type(code: str) -> str:
    """A type as a reader meets it, wherever it stands: "attack (events)", "phone call"."""
    return f"{DEEDS[code]} (events)" if code in DEEDS else code
