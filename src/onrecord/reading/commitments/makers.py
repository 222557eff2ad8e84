"""Who commits himself: those whom the words name, or whoever says it, where the words speak of his own side."""

from onrecord.model.actors import Actor
from onrecord.model.said import Said
from onrecord.reading.commitments import matters
from onrecord.reading.commitments.matters import Actors
from onrecord.reading.commitments.triggers import Told
from onrecord.reading.commitments.voiced import OWN, PERSONAL, SELVES
from onrecord.reading.deeds.clause import says
from onrecord.reading.deeds.grammar import word
from onrecord.reading.deeds.owners import owners
from onrecord.reading.deeds.roles import actors_of
from onrecord.reading.deeds.setting import Setting
from onrecord.reading.found import Found
from onrecord.reading.report import Paragraph
from onrecord.vocabulary.commitments import words
from onrecord.vocabulary.deed_roles import role_words

RULING = frozenset({"person", "state", "government body", "armed force", "other"})


def committed(paragraph: Paragraph, found: Found, told: Told) -> Actors:
    """Those who commit themselves; of a delegation, those whose it is."""
    heads = [head for head in told.by if word(head) not in role_words().means]  # "operations intended to protect"
    if told.voiced and any(head.lower_ in SELVES for head in heads):
        return ()
    named = matters.named(paragraph, found, heads)
    owned = [owner for head in heads if head.lower_ in words("envoys") for owner in owners(head)]
    named = named or actors_of(found, paragraph, owned)
    if not named and any(head.lower_ in ("it", "they") for head in heads) and not told.voiced:
        named = matters.sole_force(paragraph, found, told.token)
    cue = told.token.head if told.token.dep_ == "dobj" else told.token
    saying = found.statements.covering(paragraph.index, cue.i) if told.by else ()
    return named or (saying[0].finding.speaker if saying else ())


def speaks_for_all(told: Told, setting: Setting) -> bool:
    """Whether those who tell it commit themselves by words that name nobody else: "we", "the armed forces", and "they"
    where it is no quotation."""
    if any(word(head) in words("ours") for head in told.by):
        return all(actor.value.type in RULING for actor in setting.per)
    quoted = setting.statement is not None and setting.statement.finding.form == "direct"
    ours = SELVES if quoted else PERSONAL
    return all(head.lower_ in ours for head in told.by)


def may_be(told: Told, by: Actors) -> bool:
    """Whether they are whom the words mean: "it" is no person ("the general said it would take an army")."""
    return all(head.lower_ != "it" for head in told.by) or all(actor.value.type != "person" for actor in by)


def is_of_saying(told: Told) -> bool:
    """Whether somebody says it of himself: "the army said it had given the rebels until Friday"."""
    above = told.token.head
    return bool(told.by) and told.token.dep_ == "ccomp" and says(above) and above.tag_ != "VB"


def may_tell(per: Actors, by: Actors) -> bool:
    """Whether the one who tells what somebody will do can know it: the report, or his own side."""
    own = {each.value.country for each in by} - {None}
    others = (each for each in matters.at_whom(per, by) if each.value.country not in own)
    unsure = (each for each in per if each.value.type == "other" and each not in by and not _is_of_theirs(each))
    return not any(others) and not any(unsure)


def _is_of_theirs(teller: Said[Actor]) -> bool:
    """ "Its defence minister announced"."""
    return teller.value.name.split()[0].lower() in OWN
