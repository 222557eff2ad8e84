"""Whether a figure is the report's own news."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from onrecord.model.dates import When
from onrecord.model.said import Said
from onrecord.reading.deeds.grammar import tells_who
from onrecord.reading.figures.choice import Chosen, names_deed
from onrecord.reading.figures.clause import HAVE, PRESENT, auxiliaries, is_present, verb_of
from onrecord.reading.figures.dates import is_spoken_of
from onrecord.reading.figures.past import (
    CHRONICLED,
    is_elsewhen,
    is_of_another_war,
    is_of_whole_war,
    is_told_of_past,
    opens_in_the_past,
)
from onrecord.reading.figures.setting import Setting
from onrecord.reading.found import StatementMention
from onrecord.reading.report import Paragraph
from onrecord.vocabulary.figures import forms_of, kinds

BE = frozenset({"is", "are", "was", "were", "been", "be"})
TO_BLAME = 4  # words above a clause


def is_recent(
    setting: Setting,
    paragraph: Paragraph,
    each: Chosen,
    statement: StatementMention | None,
    period: Said[When] | None,
) -> bool:
    """Whether the wording is of the report's own day: no day is given, and nothing sets the figure in an earlier time.

    What is told in the present, or as done by now ("has killed"), stands; of the simple past only what no other date,
    year or lapse of time stands beside; what "had" happened is news only in somebody's report of it.
    """
    if period is not None and period.value.bound != "since" and period.value.span is None:
        return False
    doc, found = paragraph.doc, setting.found
    sentence = doc[each.number.start].sent
    if (
        is_elsewhen(sentence)
        or is_of_another_war(sentence)
        or _is_known_deed(doc, each)
        or is_spoken_of(doc, each)
        or _is_known_by(doc, each)
        or paragraph.index in setting.heads
        or paragraph.index in setting.chronicled
    ):
        return False
    verb = verb_of(doc, each.clause)
    if period is None and _is_resumed(doc, each):
        return False
    if period is not None or (verb is not None and is_present(verb)):
        chronicled = period is None and _is_chronicled(sentence, verb, each)
        return not (chronicled or opens_in_the_past(setting, paragraph, sentence, verb))
    if "had" in auxiliaries(verb) and statement is None:
        return False
    if verb is not None and verb.lower_ == "had" and statement is None:  # "Gaddafi had 2,000 tanks"
        return False
    if verb is not None and is_of_whole_war(verb):
        return False
    return not (
        is_told_of_past(found, paragraph.index, sentence, each, statement)
        or opens_in_the_past(setting, paragraph, sentence, verb)
    )


def is_heard_of(doc: Doc, each: Chosen) -> bool:
    """Whether somebody only tells that he had come to know it: "resigned after hearing that 300 had been killed"."""
    for token in (doc[each.clause.path[-1]], *doc[each.clause.path[-1]].ancestors):
        learnt = token.head.lower_ in forms_of("learning") and token.head.i != token.i
        if token.dep_ == "ccomp" and learnt and token.head.dep_ in ("pcomp", "advcl"):
            return True
    return False


def _is_chronicled(sentence: Span, verb: Token | None, each: Chosen) -> bool:
    """Whether a full sentence tells a death in the bare present, as chronicles do: "At least 20 people are killed."."""
    if verb is None or each.told.measure not in CHRONICLED or not sentence.text.rstrip().endswith("."):
        return False
    helping = auxiliaries(verb)
    passive = verb.tag_ == "VBN" and helping & {"is", "are"} and not helping & (HAVE | {"being", "been"})
    return bool(passive) or (verb.tag_ in PRESENT and verb.lower_ in forms_of("slaying"))


def _is_known_deed(doc: Doc, each: Chosen) -> bool:
    """Whether the noun that tells the deed names it as known: "condemned the murder of six priests"."""
    deed = doc[each.told.words[0]]
    definite = deed.i < each.number.start and names_deed(doc, deed)
    above = next(iter(_verbs_above(deed)), None)
    told = above is not None and (above.lower_ in forms_of("causing") or above.lower_ in forms_of("tallying"))
    return definite and each.told.measure in kinds().single and not told


def _is_known_by(doc: Doc, each: Chosen) -> bool:
    """Whether it is what somebody, or a deed of old, is known by: "the group, which abducted 276 girls", "recalled the
    bombing in Beirut that killed 241", "is blamed for a massacre of 200"."""
    path = [doc[at] for at in each.clause.path]
    for verb in path:
        if verb.dep_ == "relcl" and verb.head.i not in (each.number.bearer, each.number.noun):
            return tells_who(verb) or (not is_present(verb) and _is_definite(verb))
    top = path[-1]
    for above in (top, *list(top.ancestors)[:TO_BLAME]):
        known = above.head.head
        if above.dep_ in ("pobj", "pcomp") and known.lower_ in forms_of("known_for"):
            helping = auxiliaries(known)
            return known.pos_ != "VERB" or known.dep_ == "acl" or bool(helping & (HAVE | BE))
    return False


def _is_definite(clause: Token) -> bool:
    """Whether a clause tells which happening, known already, is meant: "the attack that killed 12"."""
    known = any(child.dep_ == "det" and child.lower_ == "the" for child in clause.head.children)
    return known and clause.left_edge.i > 0 and clause.left_edge.nbor(-1).text not in (",", "–", "—", "-", "(")


def _is_resumed(doc: Doc, each: Chosen) -> bool:
    """Whether a clause by the way names people as known: "the house where the six suspects were arrested"."""
    start = each.number.start
    known = start > 0 and doc[start - 1].lower_ in ("the", "those", "these")
    return known and any(doc[at].dep_ in ("relcl", "acl") for at in each.clause.path)


def _verbs_above(token: Token) -> Iterator[Token]:
    return (above for above in token.ancestors if above.pos_ in ("VERB", "AUX"))
