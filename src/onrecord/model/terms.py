"""The words of the record's vocabulary: what a coded field of an entry may say."""

MEASURES = (
    "killed",
    "wounded",
    "casualties",
    "missing",
    "captured",
    "detained",
    "abducted",
    "released",
    "displaced",
    "refugees",
    "returned",
    "people in need",
    "people reached",
    "troops",
    "tanks",
    "armoured vehicles",
    "vehicles",
    "artillery",
    "aircraft",
    "weapons",
    "strikes",
    "targets hit",
    "positions hit",
    "violations",
    "structures damaged",
    "places taken",
    "observation posts",
    "population",
    "area",
    "distance",
    "money",
    "share",
    "other",
)
DEEDS = ("present", "deployed", "delivered", "destroyed", "damaged", "captured", "launched", "intercepted")
QUALIFIERS = (
    "exact",
    "about",
    "nearly",
    "at least",
    "more than",
    "up to",
    "dozens",
    "scores",
    "hundreds",
    "thousands",
    "tens of thousands",
    "hundreds of thousands",
    "millions",
    "tens of millions",
    "hundreds of millions",
)
MAGNITUDES = QUALIFIERS[6:]  # stand for a number
COUNTS = ("incident", "new in period", "running total", "level on a day")
STANDINGS = ("reported", "verified", "estimated", "presumed", "projected", "feared", "planned")
PEOPLE = ("civilian", "combatant", "mixed")
ACTS = (
    "assert",
    "deny",
    "accuse",
    "threaten",
    "warn",
    "promise",
    "demand",
    "propose",
    "reject",
    "agree",
    "appeal",
    "express concern",
    "praise",
    "inform",
)
FORMS = ("direct", "indirect", "mixed")
PLOVER = (
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
)
EVENT_STATUS = ("happened", "ongoing", "attempted", "planned", "called off", "denied", "hypothetical")
CONTACTS = (
    "phone call",
    "meeting",
    "talks",
    "delegation visit",
    "summit",
    "conference",
    "patrol",
    "hotline",
    "letter",
)
CONTACT_STATUS = ("held", "planned", "proposed", "called off", "denied")
COMMITMENTS = ("ultimatum", "threat", "pledge", "plan", "demand", "offer")
CHANGES = (
    "took",
    "regained",
    "entered",
    "lost",
    "besieged",
    "pushing towards",
    "repelled",
    "contested",
    "holds",
    "withdrew from",
    "reopened",
)
AGREEMENTS = ("signed", "in force", "agreed", "proposed", "extended", "suspended", "collapsed", "rejected")
STANCES = ("kept", "violated", "denies violating", "suspends", "disregards", "will enforce")
SITES = ("manned", "besieged", "behind lines", "evacuated", "destroyed", "damaged", "open", "closed", "being built")
