"""Whom a commitment goes at: who must act, whom it is done to or for, on whose deed it depends, to whom it is said."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.reading.commitments.matters import Actors, addressees, at_whom, named
from onrecord.reading.commitments.said import Made
from onrecord.reading.commitments.terms import Terms
from onrecord.reading.commitments.triggers import Told
from onrecord.reading.contacts import pairs
from onrecord.reading.deeds.grammar import NOUNS, behind, is_noun, is_passive, joined
from onrecord.reading.deeds.owners import owners
from onrecord.reading.deeds.roles import actors_of, doers, undergoers
from onrecord.reading.deeds.subjects import Tokens, subjects
from onrecord.reading.deeds.triggers import ends_at
from onrecord.reading.found import Found, StatementMention
from onrecord.reading.report import Paragraph, Report
from onrecord.vocabulary.commitments import nouns_of_force, words
from onrecord.vocabulary.events import things

AGAINST = ("against", "on", "at", "upon")
FOR_THEM = ("to", "with")
ANSWERING = frozenset({"answer", "avenge"})


def of_statement(report: Report, found: Found, made: Made, terms: Terms, by: Actors) -> Actors:
    """Those whom what a statement makes goes at: who must act, whom it is done to, or to whom it is said."""
    paragraph = made.paragraph
    target = at_whom(made.statement.finding.target, by)
    if made.refused:
        to = _on_whom(paragraph, found, terms, by)
    elif made.type_.value == "threat" and made.deed.pos_ in NOUNS:  # "threatened Sudan with sanctions"
        to = target or _whom(paragraph, found, made.deed, terms, by)
    elif made.type_.value in ("demand", "ultimatum"):
        to = target or _asked(paragraph, found, made.deed, by)
    else:
        to = _whom(paragraph, found, made.deed, terms, by) or target
    to = to or at_whom(_spoken_to(paragraph, found, made.statement), by)
    return to or at_whom(given_to(report, found, made.statement, made.deed), by)


def of_words(paragraph: Paragraph, found: Found, told: Told, terms: Terms, by: Actors) -> Actors:
    """Those whom a commitment told by its own words goes at."""
    if told.to:
        return at_whom(addressees(paragraph, found, told.to), by)
    if told.type_ in ("demand", "ultimatum") and told.deed != told.token:  # not "refused to leave until they"
        return _asked(paragraph, found, told.deed, by)
    return _whom(paragraph, found, told.deed, terms, by)


def _whom(paragraph: Paragraph, found: Found, deed: Token, terms: Terms, by: Actors) -> Actors:
    """Those whom a threat, a pledge or a plan goes at: whom it is done to or for, else on whom it depends."""
    aimed = at_whom(named(paragraph, found, list(_aimed(deed))), by)
    return aimed or _on_whom(paragraph, found, terms, by)


def _on_whom(paragraph: Paragraph, found: Found, terms: Terms, by: Actors) -> Actors:
    """Those on whose deed it depends: "unless the rebels leave"."""
    verb = terms.clause.verb if terms.clause is not None else None
    if verb is None or is_passive(verb):
        return ()
    return at_whom(actors_of(found, paragraph, joined(subjects(verb))), by)


def is_of_others(paragraph: Paragraph, found: Found, terms: Terms, by: Actors) -> bool:
    """Whether it depends on what others do: "until they release the hostages"."""
    verb = terms.clause.verb if terms.clause is not None else None
    if verb is None or is_passive(verb):
        return False
    return bool(_on_whom(paragraph, found, terms, by)) or any(head.lower_ == "they" for head in subjects(verb))


def _asked(paragraph: Paragraph, found: Found, deed: Token, by: Actors) -> Actors:
    """Those of whom a demand asks the deed: "must leave", "the withdrawal of"."""
    if is_noun(deed):
        own = [*owners(deed), *(noun for noun in behind(deed, ("of", "by")) if noun.dep_ == "pobj")]
        return at_whom(actors_of(found, paragraph, own), by) if deed.lower_ in words("leaving") else ()
    if is_passive(deed):
        return at_whom(actors_of(found, paragraph, list(behind(deed, ("by",)))), by)
    return at_whom(actors_of(found, paragraph, subjects(deed)), by)


def _spoken_to(paragraph: Paragraph, found: Found, statement: StatementMention) -> Actors:
    """Those to whom it is said, where words name them."""
    to = statement.finding.to
    if to is None or statement.at.paragraph != paragraph.index:
        return ()
    return tuple(
        mention.actor
        for mention in found.actors.of_paragraph(paragraph.index)
        if any(span.holds(paragraph.span(mention.at.start, mention.at.end)) for span in to.words)
    )


def given_to(report: Report, found: Found, statement: StatementMention, deed: Token) -> Actors:
    """Those whom the verb of saying has beside it: "gave Russia 50 days", "agreed with Damascus to"; of words for two,
    those two: "urged both sides to"."""
    paragraph = report.paragraphs[statement.at.paragraph]
    cue = paragraph.doc[statement.at.start : statement.at.end].root
    heads = [child for child in cue.children if child.dep_ in ("dative", "dobj") and child.pos_ in NOUNS]
    heads = [head for head in heads if head != deed]
    heads += behind(cue, ("to", "with") if statement.finding.act.value == "agree" else ("to",))
    both = (side for head in (*heads, *behind(cue, ("on",))) for side in pairs.pair(paragraph, found, head))
    return addressees(paragraph, found, heads) or tuple(both)


def _aimed(deed: Token) -> Iterator[Token]:
    """The heads of those at whom the deed, what it is done for and what is joined to it go."""
    verbs = [deed, *(child for child in deed.children if child.dep_ in ("xcomp", "advcl", "conj") and child.i > deed.i)]
    verbs += [child for noun in deed.children if noun.dep_ == "dobj" for child in noun.children if child.dep_ == "acl"]
    for verb in verbs:
        yield from _blamed(verb)
        struck = [child for child in verb.children if child.dep_ == "dobj"] if verb.lower_ in ANSWERING else []
        yield from (head for noun in (*behind(verb, ("to", "for", "against")), *struck) for head in _strikers(noun))
        if is_noun(verb):
            yield from behind(verb, AGAINST)
        elif verb.tag_ in ("VB", "VBG") or verb.i == deed.i:
            low = verb.lower_
            if low not in words("using") and not is_passive(verb):
                yield from undergoers(verb)
            else:
                yield from behind(verb, AGAINST)
                yield from (
                    one for child in verb.children if child.dep_ == "dobj" for one in behind(child, ("against",))
                )
            if low in words("helping") and not any(_are_forces(child) for child in verb.children):
                yield from behind(verb, FOR_THEM)
                yield from (child for child in verb.children if child.dep_ == "dative" and child.pos_ != "ADP")


def _strikers(noun: Token) -> Tokens:
    """Whose attack it is that is answered: "will respond to any Israeli strike", "revenge for the Russian raid"."""
    return doers(noun) if is_noun(noun) and noun.lower_ in nouns_of_force() | words("begun") else ()


def _blamed(verb: Token) -> Iterator[Token]:
    """Who will be held responsible."""
    for told in verb.children:
        if told.lower_ in ("responsible", "accountable"):
            yield from (child for child in told.children if child.dep_ == "nsubj")
            yield from (child for child in verb.children if child.dep_ == "dobj")


def _are_forces(noun: Token) -> bool:
    """Whether it is a force or a delegation that is sent, to wherever: nothing is promised there."""
    return noun.dep_ == "dobj" and (noun.lower_ in words("envoys") or ends_at(noun, things("armed")))
