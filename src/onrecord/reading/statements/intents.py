"""What a saying is meant as: the act of its reporting words, sharpened by who does what in its content."""

from spacy.tokens import Token

from onrecord.model.said import Said
from onrecord.model.spans import Span
from onrecord.reading.found import Found
from onrecord.reading.report import Paragraph
from onrecord.reading.statements import acts, cues, speakers
from onrecord.reading.statements.attribution import Attribution
from onrecord.reading.statements.speakers import Speakers
from onrecord.vocabulary import reporting
from onrecord.vocabulary.countries import country_named

FIRST, THIRD = frozenset(("our", "my")), frozenset(("his", "her", "its", "their"))
AUXILIARY = frozenset(("aux", "auxpass"))
PRONOUNS = frozenset(("he", "she", "it", "they"))
PASSIVE = acts.group("resolved") | acts.group("involved")  # of which one tells as of a doing
KIN = frozenset(("father", "mother", "brother", "sister", "son", "daughter", "wife", "husband", "uncle", "cousin"))


def act(paragraph: Paragraph, found: Found, saying: Attribution, who: Speakers) -> Said[str]:
    """The act of a saying, with the words that tell it: the cue, its noun, the words of the content."""
    doc, plain = paragraph.doc, saying.what.act
    token = doc[saying.head]
    words = [paragraph.span(saying.head, saying.head + 1)]
    start, end = saying.content[0]
    first = doc[start:end].root
    blames = plain == "accuse" and plain in reporting.acts_of(token.lower_)  # "the attack, which it blamed on"
    if (saying.what.frame == "idiom" and not blames) or (
        plain == "deny" and saying.what.frame == "object" and "deny" not in reporting.acts_of(token.lower_)
    ):
        untrue = next((t for t in doc[start:end] if t.lower_ in acts.group("untrue")), first)
        noun = next((t for t in doc[start:end] if t.dep_ == "dobj" and t.head == token and t.pos_ != "PRON"), untrue)
        words.append(paragraph.span(noun.i, noun.i + 1))
    elif plain in reporting.words("plain") and saying.what.frame in ("predicate", "charge"):
        sharper = acts.sharpened(list(doc[start:end]), "", first)
        if sharper is not None and sharper[0] == "deny":  # "called the accusation a lie"
            return _of_content(paragraph, words[0], sharper)
    elif plain in reporting.words("plain") and saying.what.frame in ("clause", "quote"):
        doer = _doer(paragraph, found, first.i, who, saying.what.direct)
        if doer == "other" and cues.entry(first) is not None and not cues.blocked(first):
            return Said(plain, "reporting verb", tuple(words))  # what is said is that another says something
        named = acts.performative(first.lower_) if doer == "own" and _speaks_now(first) else None
        if named is not None:
            return Said(named, "performative", (words[0], paragraph.span(first.i, first.i + 1)))
        if first.tag_ == "VB" and doer and "demand" in reporting.acts_of(token.lower_) and _subjunctive(first):
            return Said("demand", "reporting verb", tuple(words))
        sharper = acts.sharpened(list(doc[start:end]), doer, first)
        if sharper is not None:
            return _of_content(paragraph, words[0], sharper)
    return Said(plain, "reporting verb", tuple(words))


def _of_content(paragraph: Paragraph, cue: Span, told: tuple[str, tuple[Token, ...]]) -> Said[str]:
    """The act that words of the content make of a plain saying."""
    return Said(told[0], "content act", (cue, *(paragraph.span(token.i, token.i + 1) for token in told[1])))


def _speaks_now(verb: Token) -> bool:
    """Whether "we" or "I" does what a verb says by saying it: "we demand", not "we will demand"."""
    doers = [child.lower_ for child in verb.lefts if child.dep_ == "nsubj"]
    return verb.tag_ == "VBP" and doers in (["we"], ["i"]) and not cues.blocked(verb)


def _subjunctive(verb: Token) -> bool:
    """Whether a clause asks for what it says: "insisted that the rebels leave"."""
    return not any(child.dep_ == "aux" for child in verb.lefts)


def _doer(paragraph: Paragraph, found: Found, main: int, who: Speakers, direct: bool) -> str:
    """Who does what the content says: "own", the speaker's side ("we", its name, its country); "other", another actor;
    "" where nobody acts."""
    doc = paragraph.doc
    doers = ("nsubj", "nsubjpass") if doc[main].lower_ in PASSIVE else ("nsubj",)
    around = [*doc[main].lefts, *(word for aux in doc[main].lefts if aux.dep_ in AUXILIARY for word in aux.lefts)]
    doer = next((child for child in around if child.dep_ in doers), None)
    if doer is None:
        return ""
    if doer.lower_ == "you" and direct:
        return "other"
    if doer.lower_ in KIN:
        return ""  # nobody speaks for his father as he does for his country
    own = FIRST if direct else FIRST | THIRD
    if doer.lower_ in ("we", "i") or any(child.dep_ == "poss" and child.lower_ in own for child in doer.lefts):
        return "own"
    sides = {actor.value.key for actor in who.actors} | {actor.value.country for actor in who.actors}
    named = speakers.find(paragraph, found, doer.i).actors
    country = country_named(doer.text)
    if country is not None and not named:
        return "own" if country.name in sides else "other"
    if any(actor.value.key in sides or (actor.value.type == "state" and actor.value.name in sides) for actor in named):
        return "own"
    if doer.lower_ in PRONOUNS and not named and not direct:
        return "own"
    return "other" if named else ""
