"""Which commitment a statement makes: what it says is to be done, and the words that tell so.

"vowed to retake the town", "said it would use force", "urged the rebels to leave", "agreed to a truce": the verb or
noun of what is to be done is looked for in the content, behind verbs that govern it ("said it plans to withdraw").
What is said to be so, and not to be done, makes none.
"""

from typing import NamedTuple

from spacy.tokens import Token

from onrecord.model.said import Said
from onrecord.reading.commitments import tasks
from onrecord.reading.commitments.matters import SIDES, Actors, at_whom, is_named, is_of_force
from onrecord.reading.commitments.triggers import WORD, governed
from onrecord.reading.deeds import telling as deeds
from onrecord.reading.deeds.grammar import NOUNS, VERBS, behind, direct_objects, own_subjects, tells_who, word
from onrecord.reading.deeds.roles import actors_of, doers
from onrecord.reading.deeds.subjects import subjects
from onrecord.reading.deeds.triggers import at_token
from onrecord.reading.found import Found, StatementMention
from onrecord.reading.report import At, Paragraph, Report
from onrecord.vocabulary.commitments import commitments, governing, hours, reckonings, words

REFUSED = "refused but on a condition"
ORDERED = "warned to"
SELVES = frozenset({"we", "i"})
PERSONS = frozenset({"he", "she"})
DOING = frozenset({"have", "be", "do"})


Governed = tuple[str, Token, tuple[int, ...]]  # the type, the infinitive and the words that tell it


class Made(NamedTuple):
    """A statement that makes a commitment: `deed` is to be done, told within `limits`; `taken` are the tokens that no
    other commitment of the sentence may go by. `refused`: what is refused is asked for by its condition alone."""

    statement: StatementMention
    paragraph: Paragraph
    deed: Token
    limits: tuple[int, int]
    type_: Said[str]
    taken: frozenset[int]
    refused: bool = False


def made_by(report: Report, found: Found, statement: StatementMention) -> Made | None:
    """The commitment that the statement makes, if it makes one."""
    act = statement.finding.act
    refused = act.value == "reject" and act.rule != "reporting verb"
    type_ = "demand" if refused else commitments().acts.get(act.value)
    piece, cited = tasks.told_at(report, statement)
    paragraph = report.paragraphs[piece.paragraph]
    warned = tasks.warned(report, statement, piece) if act.value == "warn" else None
    main = warned or (
        tasks.main(report, statement, piece, cited) if type_ is not None and statement.finding.speaker else None
    )
    telling = report.paragraphs[statement.at.paragraph]
    cue = telling.doc[statement.at.start : statement.at.end].root
    if type_ is None or main is None or tells_who(cue) or _is_anothers(report, found, statement):
        return None
    inner = governed(main)
    deed, taken = inner[1] if inner is not None else main, {main.i, *(token.i for token in cited)}
    taken |= {deed.i, *inner[2]} if inner is not None else set()
    said = _by_deed(paragraph, statement, inner, deed)
    if said is None:
        said = _by_cue(telling, cue, deed) or Said(type_, f"{REFUSED if refused else 'act'}: {act.rule}", act.words)
    if warned is not None:
        to = next(child.i for child in warned.children if child.tag_ == "TO")
        said = Said("demand", f"{ORDERED}: {act.rule}", (*act.words, paragraph.span(to, to + 1)))
    elif cited and cited[0].lower_ in hours():
        said = Said("ultimatum", WORD, act.words)
    elif not _is_meant(report, found, statement, deed, bool(inner) or bool(cited)):
        return None
    if deed.dep_ == "advcl" and any(child.lower_ in ("if", "unless") for child in deed.children):
        return None  # "called for sanctions if it did not agree"
    refusing = _refusing(deed, piece) if said.value in ("pledge", "plan", "offer", "threat") else None
    if refusing is not None and said.value != "pledge":
        return None  # "was not ready to release"
    deed = refusing or deed
    if statement.at.paragraph == piece.paragraph:
        taken |= set(range(statement.at.start, statement.at.end))
    limits = (max(piece.start, deed.sent.start), min(piece.end, deed.sent.end))
    return Made(statement, paragraph, deed, limits, said, frozenset(taken), refused)


def _by_deed(
    paragraph: Paragraph, statement: StatementMention, inner: Governed | None, deed: Token
) -> Said[str] | None:
    """The type, where the word that governs the deed tells it and not the act: "said it was ready to"."""
    if inner is None:
        return None
    act = statement.finding.act.value
    offered = act == "threaten" and inner[0] == "offer" and not is_of_force(deed)
    told = offered or act in ("promise", "inform", "assert") or (act == "agree" and inner[0] != "plan")
    return deeds.cited(paragraph, inner[0], WORD, inner[2]) if told else None


def _by_cue(paragraph: Paragraph, cue: Token, deed: Token) -> Said[str] | None:
    """The type that the verb of saying tells of what will not be done: "promised not to execute the pilots"."""
    negated = any(child.dep_ == "neg" for child in deed.children)
    type_ = governing("verbs").get(cue.lower_)
    return deeds.cited(paragraph, type_, WORD, (cue.i,)) if type_ is not None and negated else None


def _refusing(deed: Token, piece: At) -> Token | None:
    """What is negated of the words that govern the deed: "is not going to withdraw", "are not ready to"."""
    above = deed.head
    for _ in range(2):
        if not piece.start <= above.i < piece.end or not tasks.has_to(deed):
            return None
        if any(child.dep_ == "neg" for child in above.children):
            return above
        above = above.head
    return None


def doers_of(paragraph: Paragraph, found: Found, made: Made) -> Actors:
    """Those who are to do what somebody unnamed tells of his own side, where words name them: "Turkey plans to ...", an
    official said."""
    speakers = made.statement.finding.speaker
    if made.type_.value in ("demand", "ultimatum"):
        return ()
    if all(actor.value.type != "person" for actor in speakers):
        he = [head for head in subjects(made.deed) if head.lower_ in PERSONS]
        return tuple(actor for actor in actors_of(found, paragraph, he) if actor.value.type == "person")
    if not all(actor.value.name.endswith("(unnamed)") for actor in speakers):
        return ()
    heads = [head for head in subjects(made.deed) if made.limits[0] <= head.i < made.limits[1] and head.pos_ != "PRON"]
    if any(child.dep_ == "poss" and child.pos_ == "PRON" for head in heads for child in head.children):
        return ()
    return tuple(actor for actor in actors_of(found, paragraph, heads) if actor.value.type in SIDES)


def _is_anothers(report: Report, found: Found, statement: StatementMention) -> bool:
    """Whether grammar gives the saying to somebody who is not the speaker: "prompting the leader to threaten"."""
    paragraph = report.paragraphs[statement.at.paragraph]
    cue = paragraph.doc[statement.at.start : statement.at.end].root
    if cue.pos_ not in VERBS or cue.dep_ not in ("xcomp", "conj", "acl", "relcl"):
        return False
    named = {actor.value.key for actor in actors_of(found, paragraph, doers(cue))}
    return bool(named) and named.isdisjoint(actor.value.key for actor in statement.finding.speaker)


def _is_meant(report: Report, found: Found, statement: StatementMention, deed: Token, told: bool) -> bool:
    """Whether the words say that the deed is to be done, by the act."""
    act, cue = statement.finding.act.value, _cue(report, statement)
    if deed.pos_ in NOUNS:
        return _is_noun_meant(act, deed)
    if act == "propose":
        return cue in governing("verbs") and _is_to_come(deed)
    if act == "warn":
        if _reckons(deed):
            return True
        return _is_to_come(deed) and is_of_force(deed) and _is_own(report, found, statement, deed)
    if act == "appeal" and cue in ("invite", "invited", "encourage", "encouraged", "advise", "advised"):
        return False
    return told or _is_to_come(deed) or (act in ("demand", "appeal") and _is_asked(deed))


def _reckons(verb: Token) -> bool:
    """ "They would regard any intervention as a declaration of war"."""
    if verb.lower_ not in words("regarding") or all(head.pos_ != "PRON" for head in own_subjects(verb)):
        return False
    regarded = [noun for thing in direct_objects(verb) for noun in behind(thing, ("as",))]
    return any(True for _ in at_token(verb, reckonings(), {}, regarded))


def _is_asked(verb: Token) -> bool:
    """ "demanded that the militia vacate the homes"."""
    singular = any(child.dep_ == "nsubj" and child.tag_ in ("NN", "NNP") for child in verb.children)
    return verb.tag_ == "VBP" and singular and any(child.lower_ == "that" for child in verb.children)


def _is_noun_meant(act: str, noun: Token) -> bool:
    if act == "propose":
        return noun.lower_ in words("offering")
    if act in ("agree", "promise", "appeal", "demand"):
        matters = [noun, *(noun.subtree if noun.lower_ in words("changing") else ())]
        return any(is_named(each) for each in matters) and noun.lower_ not in words("pressing")
    return act == "threaten"


def _cue(report: Report, statement: StatementMention) -> str:
    span = statement.finding.act.words[0]
    return span.of(report.text).lower()


def _is_to_come(verb: Token) -> bool:
    """Whether the verb tells something to be done: an infinitive, behind a modal, asked for ("that they leave")."""
    for token in (verb, *(child for child in verb.children if child.dep_ in ("aux", "auxpass"))):
        if token.tag_ == "MD" or (token.tag_ == "TO" and token.dep_ == "aux"):
            return not any(child.dep_ == "aux" and child.lower_ == "have" for child in verb.children)
    return verb.tag_ == "VB" or (verb.tag_ == "VBG" and word(verb) not in DOING)


def _is_own(report: Report, found: Found, statement: StatementMention, deed: Token) -> bool:
    """Whether it is the speaker's side that would do it."""
    heads = subjects(deed)
    if any(head.lower_ in SELVES for head in heads):
        return True
    paragraph = report.paragraphs[statement.content[0].paragraph]
    named = actors_of(found, paragraph, heads)
    return bool(named) and not at_whom(named, statement.finding.speaker)
