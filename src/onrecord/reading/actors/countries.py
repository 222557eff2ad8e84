"""Whose government and forces a report means: states by their names and capitals, and the country under discussion."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from onrecord.model.spans import Span
from onrecord.reading.actors.nouns import Phrase
from onrecord.reading.actors.people import said
from onrecord.reading.actors.words import country_in
from onrecord.reading.found import ActorMention, Found
from onrecord.reading.report import At, Report
from onrecord.reading.statements.coreference import Scene
from onrecord.vocabulary.countries import country_named, country_of_capital
from onrecord.vocabulary.forces import forces
from onrecord.vocabulary.reporting import nouns, verbs

REGIMES = ("regime", "junta")
NEAR = 3  # paragraphs back in which a country must be spoken of for "the regime" to be its own
LISTED = 10  # names in a list that are followed back to its first
SHARE = 0.6  # of all mentions, for a country to be the one under discussion
NAMING_COUNTRY = ("country", "metonym", "force of a country", "office of a country", "government of a country")


def regimes(report: Report, kept: Sequence[ActorMention]) -> dict[tuple[int, str], tuple[Span, ...]]:
    """The words by which each part speaks of a country's regime, by part and country."""
    found: dict[tuple[int, str], tuple[Span, ...]] = {}
    for mention in kept:
        if mention.actor.rule == "government of a country" and report.words(mention.at).endswith(REGIMES):
            country = mention.actor.value.country or ""
            found.setdefault((report.paragraphs[mention.at.paragraph].part, country), mention.actor.words)
    return found


def states(report: Report, found: Found, regimes: dict[tuple[int, str], tuple[Span, ...]]) -> Iterator[ActorMention]:
    """Countries and capitals that stand for their governments; a capital for the regime that the part speaks of."""
    for place in found.places:
        root = report.paragraphs[place.at.paragraph].doc[place.at.start : place.at.end].root
        text = report.words(place.at)
        rule = "country" if country_named(text) else "metonym" if country_of_capital(text) else None
        pronoun = text == "US" and root.doc.text.isupper()  # "THEY WARNED US"
        if place.use != "government" or pronoun or not takes_part(root, rule == "metonym"):
            continue
        span, part = report.span(place.at), report.paragraphs[place.at.paragraph].part
        actor = said(rule, report, [span]) if rule else None
        if actor is not None:
            regime = regimes.get((part, actor.value.name)) if rule == "metonym" else None
            actor = (said("capital of a government", report, [span, *regime]) if regime else None) or actor
            yield ActorMention(place.at, root.i, actor, "metonym" if rule == "metonym" else "name")


def takes_part(token: Token, capital: bool = False) -> bool:
    """Whether what the name stands for does, says, gives, or is told something: "Russia said", "accused Russia",
    "talks with Russia", "Russia's offer", "aid from Russia"; not "left Russia", "sanctions on Russia", "the Russia
    desk", "like Russia"."""
    for _ in range(LISTED):
        if token.dep_ not in ("conj", "appos"):
            break
        token = token.head
    dep, head = token.dep_, token.head
    if dep == "nsubj":
        return capital or head.lemma_ not in forces().being
    if dep in ("dobj", "nsubjpass", "dative"):
        return any(known.saying for known in verbs().get(head.lower_, ())) or head.lemma_ in forces().addressed
    if dep == "pobj":
        return _after(head)
    if dep == "poss":
        return bool(nouns().get(head.lower_)) or head.lemma_ in forces().deeds
    return dep in ("ROOT", "agent", "nmod", "npadvmod") and _before_saying(token)


def _after(preposition: Token) -> bool:
    word, head = preposition.lower_, preposition.head
    if word in ("by", "with", "between", "against"):
        return word != "against" or head.lemma_ in forces().addressed or head.lower_ in nouns()
    if word in ("on", "upon", "for"):
        return head.lemma_ in ("call", "urge", "pressure", "wait", "blame")
    if word == "from" and (head.lemma_ in forces().gifts or _gains(head)):
        return True
    if word in ("to", "from", "of"):
        return head.pos_ == "VERB" and word != "of" and head.lower_ in verbs()
    return False


def _gains(verb: Token) -> bool:
    """Whether what the verb has for its object comes from somebody: "got assurances from", "won approval from"."""
    return verb.pos_ == "VERB" and any(
        child.dep_ == "dobj" and child.lemma_ in forces().gifts for child in verb.children
    )


def _before_saying(token: Token) -> bool:
    """Whether a verb of saying follows at once, in a headline that the parse mistakes: "Iran denies"."""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return after is not None and after.pos_ in ("VERB", "AUX", "NOUN") and after.lower_ in verbs()


def governed(scene: Scene, kept: Sequence[ActorMention], part: int) -> ActorMention | None:
    """The first mention of the one government that the part names as such."""
    named: dict[str | None, ActorMention] = {}
    for mention in kept:
        if mention.actor.rule == "government of a country" and scene.part(mention.at.paragraph) == part:
            named.setdefault(mention.actor.value.country, mention)
    return next(iter(named.values())) if len(named) == 1 else None


def spoken_of(kept: Sequence[ActorMention], found: Found) -> dict[str, set[int]]:
    """The paragraphs in which each country is spoken of, by a place or an actor of it."""
    where: dict[str, set[int]] = defaultdict(set)
    for mention in kept:
        where[mention.actor.value.country or ""].add(mention.at.paragraph)
    for place in found.places:
        where[place.place.value.country or ""].add(place.at.paragraph)
    return where


def most_spoken_of(scene: Scene, kept: Sequence[ActorMention], found: Found, part: int) -> Sequence[Span] | None:
    """The words that name the one country that most of the part's places and actors belong to."""
    counts = Counter(m.actor.value.country for m in kept if scene.part(m.at.paragraph) == part)
    counts += Counter(p.place.value.country for p in found.places if scene.part(p.at.paragraph) == part)
    del counts[None]
    country, count = next(iter(counts.most_common(1)), (None, 0))
    if count < 3 or count < SHARE * counts.total():
        return None
    own = (m for m in kept if m.actor.value.country == country and scene.part(m.at.paragraph) == part)
    named = next((m.actor.words for m in own if m.actor.rule in NAMING_COUNTRY), None)
    here = (p for p in found.places if p.place.value.country == country and scene.part(p.at.paragraph) == part)
    return named or next((p.place.words for p in here if p.place.rule == "country"), None)


def desk(report: Report, part: int) -> Sequence[Span] | None:
    """The words of the part's dateline where it names one country: its ministries go without saying whose they are."""
    dateline = report.document.parts[part].dateline
    if dateline is None:
        return None
    return dateline.words if "/" not in dateline.value and country_in(dateline.value) is not None else None


def fronted(report: Report, found: Found, at: At) -> Sequence[Span] | None:
    """The words of the country at the head of a sentence that goes on with a phrase: "In Russia, the defence ministry
    said"."""
    doc = report.paragraphs[at.paragraph].doc
    first = doc[at.start].sent.start
    if doc[first].lower_ != "in" or at.start - first > LISTED:
        return None
    places = found.places.touching(At(at.paragraph, first + 1, first + 2))
    ends = (place for place in places if doc[place.at.end].text == "," and country_named(report.words(place.at)))
    return next(([report.span(place.at)] for place in ends), None)


def home(
    desk: Sequence[Span] | None, most: Sequence[Span] | None, near: Sequence[Span] | None, phrase: Phrase
) -> Sequence[Span] | None:
    """The words that name the owner of a phrase that goes without: "the army", "the defence ministry".

    `near` names the one government that the part speaks of as such, `most` the country it speaks of most. A ministry
    is that of the dateline's country, or of the one country that both point to.
    """
    if phrase.kind == "media":
        return desk or (most if near is None else None)
    if phrase.noun == "ministry":
        return (desk or (most if near is None else None)) if phrase.end - phrase.start > 1 else None
    army = phrase.kind == "force" and phrase.noun in ("army", "military", "armed forces", "air force")
    return near or (most if army else None)


def near(government: ActorMention, at: At, spoken_of: dict[str, set[int]]) -> bool:
    """Whether the government has been named by then, and its country is still spoken of."""
    country = government.actor.value.country or ""
    return government.at.paragraph <= at.paragraph + 1 and any(
        at.paragraph - before in spoken_of[country] for before in range(NEAR)
    )
