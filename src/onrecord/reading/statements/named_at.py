"""Who is named at the words for a source: by the noun at their head, beside it, or as whose it is."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.reading.found import ActorMention, Found
from onrecord.reading.report import Paragraph
from onrecord.vocabulary import reporting
from onrecord.vocabulary.forces import forces

OWNERS = frozenset(("poss", "compound", "nmod", "amod"))
COLLEAGUES = "colleagues"  # "our OCHA colleagues tell us" is told by OCHA
HANDED_ON = frozenset(("seen", "obtained", "reviewed", "viewed", "cited", "quoted", "carried"))


def joined(token: Token) -> list[Token]:
    """The token and those joined to it by "and"."""
    return [token, *(each for each in token.conjuncts if each.i > token.i)]


def mentions(paragraph: Paragraph, found: Found, token: Token) -> list[ActorMention]:
    """The mentions whose head the token is; else the longest that holds it and stands for it as a name."""
    covering = found.actors.covering(paragraph.index, token.i)
    headed = [mention for mention in covering if mention.head == token.i and not _other(token, mention)]
    nameless = all(mention.actor.rule == "group as described" for mention in headed)
    if not headed or headed[0].form != "name":
        for child in (*token.rights, *_beside_seat(token)):
            named = child.dep_ == "appos" and child.pos_ == "PROPN"
            for mention in found.actors.covering(paragraph.index, child.i) if named else ():
                if mention.form == "name" and (mention.actor.value.type == "person" or nameless):
                    others = [m for each in child.conjuncts for m in found.actors.covering(paragraph.index, each.i)]
                    return [mention, *(other for other in others if other.form == "name" and token.tag_ == "NNS")]
    if headed:
        return headed
    named_within = [mention for mention in covering if mention.form == "name" and mention.at.start <= token.i]
    if named_within and token.pos_ == "NOUN" and token.dep_ in ("conj", "nsubj"):
        return named_within[:1]
    return sorted(covering, key=lambda mention: mention.at.start - mention.at.end)[:1] if token.pos_ == "PROPN" else []


def _beside_seat(token: Token) -> Iterator[Token]:
    """What stands beside the place or body of an office: "the governor of the Sahel Region, Colonel Ali Hassan"."""
    for link in token.rights if token.pos_ in ("NOUN", "PROPN") else ():
        for seat in link.rights if link.dep_ == "prep" else ():
            yield from seat.rights if seat.dep_ == "pobj" and (seat.pos_ == "PROPN" or _body(seat)) else ()


def _body(token: Token) -> bool:
    """Whether the noun is one for a body, whose name may follow it: "the UN mission, MONUSCO"."""
    return token.pos_ == "NOUN" and token.lower_ in (*forces().bodies, *reporting.noun_forms("outlets"))


def _other(token: Token, mention: ActorMention) -> bool:
    """Whether words of the phrase tell that it is not the one it was taken for: "the leader of the tribe", "the rebel
    group, the Strategic Framework for Azawad, …"."""
    return mention.actor.rule.startswith("coreference") and any(
        child.i >= mention.at.end
        and ((child.dep_ == "prep" and child.lower_ == "of") or (child.dep_ == "appos" and child.pos_ == "PROPN"))
        for child in token.rights
    )


def owners(token: Token) -> list[Token]:
    """Whose a document is: "a Kremlin statement", "a statement by the ministry", "a report that it released"."""
    own, whose = [child for child in token.lefts if child.dep_ in OWNERS], token.lower_ == COLLEAGUES
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ in (("at", "in", "from") if whose else ("by", "from", "of")):
            own += [each for noun in child.rights if noun.dep_ == "pobj" for each in joined(noun)]
        elif child.dep_ == "prep" and child.lower_ == "in":  # "an article in the state newspaper"
            own += [noun for noun in child.rights if noun.lower_ in reporting.noun_forms("outlets")]
        elif child.dep_ in ("relcl", "acl"):
            own += [each for each in child.lefts if each.dep_ == "nsubj" and each.pos_ in ("NOUN", "PROPN")]
            made = () if child.lower_ in HANDED_ON else child.rights  # not "a report seen by Reuters"
            own += [noun for by in made if by.dep_ == "agent" for noun in by.rights if noun.dep_ == "pobj"]
    return own
