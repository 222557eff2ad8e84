"""Which commitment a statement makes: what it says is to be done, and the words that tell so.

"vowed to retake the town", "said it would use force", "urged the rebels to leave", "agreed to a truce": the verb or
noun of what is to be done is looked for in the content, behind verbs that govern it ("said it plans to withdraw").
What is said to be so, and not to be done, makes none.
"""

from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Token

from onrecord.model.said import Said
from onrecord.reading.commitments.matters import SIDES, Actors, addressees, at_whom, is_named, is_of_force
from onrecord.reading.commitments.triggers import WORD, governed, infinitive
from onrecord.reading.deeds import telling as deeds
from onrecord.reading.deeds.clause import says
from onrecord.reading.deeds.grammar import NOUNS, VERBS, behind, direct_objects, own_subjects, tells_who, word
from onrecord.reading.deeds.roles import actors_of, doers
from onrecord.reading.deeds.subjects import subjects
from onrecord.reading.deeds.triggers import at_token
from onrecord.reading.found import Found, StatementMention
from onrecord.reading.report import At, Paragraph, Report
from onrecord.vocabulary.commitments import commitments, governing, hours, reckonings, words

REFUSED = "refused but on a condition"
ORDERED = "warned to"
WARNING = frozenset({"warn", "caution"})
LONGEST_WAY = 6
SELVES = frozenset({"we", "i"})
PERSONS = frozenset({"he", "she"})
BEARING = frozenset({"aux", "auxpass", "neg", "advmod", "mark", "acomp", "prt", "dobj"})
LINKS = frozenset({"for", "on", "upon", "to"})
SUPPOSING = frozenset({"would", "could", "might", "may"})
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
    piece, cited = _told_at(report, statement)
    paragraph = report.paragraphs[piece.paragraph]
    warned = _warned(report, statement, piece) if act.value == "warn" else None
    main = warned or (
        _main(report, statement, piece, cited) if type_ is not None and statement.finding.speaker else None
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
        if not piece.start <= above.i < piece.end or not _has_to(deed):
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


def spoken_to(paragraph: Paragraph, found: Found, statement: StatementMention) -> Actors:
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
    """Those whom the verb of saying has beside it: "gave Russia 50 days", "agreed with Damascus to"."""
    paragraph = report.paragraphs[statement.at.paragraph]
    cue = paragraph.doc[statement.at.start : statement.at.end].root
    heads = [child for child in cue.children if child.dep_ in ("dative", "dobj") and child.pos_ in NOUNS]
    heads = [head for head in heads if head != deed]
    heads += behind(cue, ("to", "with") if statement.finding.act.value == "agree" else ("to",))
    return addressees(paragraph, found, heads)


def _told_at(report: Report, statement: StatementMention) -> tuple[At, list[Token]]:
    """The piece of the content that holds the words by which the act is told, and those words in it."""
    spans = set(statement.finding.act.words[1:])
    for piece in statement.content:
        paragraph = report.paragraphs[piece.paragraph]
        cited = [paragraph.doc[i] for i in range(piece.start, piece.end) if spans and paragraph.span(i, i + 1) in spans]
        if cited:
            return piece, cited
    return statement.content[0], []


def _main(report: Report, statement: StatementMention, piece: At, cited: Sequence[Token]) -> Token | None:
    """The verb or noun of what is to be done."""
    doc = report.paragraphs[piece.paragraph].doc
    ordered = (_ordered(report, statement, piece) or _threatened(report, statement, piece)) if not cited else None
    if ordered is not None:
        return ordered
    token = cited[0] if cited else doc[piece.start : piece.end].root
    if cited and token.lower_ in governing("nouns") and token.pos_ in NOUNS and _act_is_of_content(statement):
        return None  # "said the regime had plans to": whose they are is told by the words around
    if token.lower_ in hours() or token.lower_ in governing("nouns"):
        return infinitive(token) or infinitive(token.head)
    if token.lower_ in words("pressing"):
        return None
    if cited and statement.finding.act.value == "appeal" and token.pos_ not in VERBS:
        return None  # "it resembles an appeal for"
    main = _carrying(token, bare=not cited)
    if main is None or not piece.start <= main.i < piece.end:
        return None
    if cited and main == cited[0] and (main.tag_ == "VBG" or statement.finding.act.value in ("appeal", "demand")):
        return _called_for(main) or main
    if any(child.lower_ in ("may", "might", "could") for child in main.children):
        return None
    supposed = cited and any(child.lower_ in SUPPOSING for each in cited for child in (each, *each.children))
    if cited and (not _is_main(main, piece) or (supposed and statement.finding.act.value == "demand")):
        return None
    holding = [child for child in main.children if child.i > main.i and _is_object(child)] if not cited else []
    told = next((infinitive(child) for child in holding), None)
    return told or (main if main.pos_ in VERBS | NOUNS or infinitive(main) is not None else None)


def _carrying(token: Token, *, bare: bool) -> Token | None:
    """The verb or, where the words are `bare`, the noun that a word of the content hangs on."""
    for _ in range(LONGEST_WAY):
        if token.pos_ == "ADP" and bare:
            if token.lower_ not in LINKS:
                return None
            token = next((child for child in token.children if child.dep_ in ("pobj", "pcomp")), token)
        ready = token.lower_ in governing("adjectives") and infinitive(token) is not None
        if ready or (token.pos_ in NOUNS and bare) or (token.pos_ in VERBS | NOUNS and token.dep_ not in BEARING):
            break
        token = token.head
    return token


def _is_main(verb: Token, piece: At) -> bool:
    """Whether the speaker says it outright: no "wanted to ensure that we are ready"."""
    while verb.dep_ != "ROOT" and piece.start <= verb.head.i < piece.end:
        if verb.dep_ in ("advcl", "relcl", "acl", "pcomp") or (verb.dep_ == "ccomp" and verb.head.dep_ == "xcomp"):
            return False
        verb = verb.head
        if says(verb) and any(child.dep_ == "nsubj" and child.pos_ != "PRON" for child in verb.children):
            return False  # what another says
    return True


def _called_for(verb: Token) -> Token | None:
    """What "we are calling on them to" do, or "calling for"."""
    nouns = [*behind(verb, LINKS), *(child for child in verb.children if child.dep_ == "dobj")]
    return next(filter(None, (infinitive(each) for each in (verb, *nouns))), next(iter(nouns), None))


def _ordered(report: Report, statement: StatementMention, piece: At) -> Token | None:
    """What somebody is told to do: "urged the rebels to leave"."""
    if statement.finding.act.value not in ("demand", "appeal") or statement.at.paragraph != piece.paragraph:
        return None
    doc = report.paragraphs[piece.paragraph].doc
    heads = [doc[at] for at in range(statement.at.start, statement.at.end)]
    heads += [child for head in heads for child in head.children if child.dep_ in ("dobj", "dative")]
    heads += [noun for head in heads for noun in behind(head, ("on", "upon", "to"))]
    found = [infinitive(head) for head in heads]
    found = [verb for verb in found if verb is not None and (verb.dep_ != "advcl" or statement.finding.target)]
    if statement.finding.target:
        found += [
            token
            for token in doc[piece.start : piece.end]
            if token.tag_ == "VB" and token.dep_ != "acl" and _has_to(token)
        ]
    return next((verb for verb in found if verb is not None and piece.start <= verb.i < piece.end), None)


def _threatened(report: Report, statement: StatementMention, piece: At) -> Token | None:
    """With what somebody is threatened: "threatened Rwanda with sanctions"."""
    if statement.finding.act.value != "threaten" or statement.at.paragraph != piece.paragraph:
        return None
    doc = report.paragraphs[piece.paragraph].doc
    cue = doc[statement.at.start : statement.at.end].root
    return next((noun for noun in behind(cue, ("with",)) if piece.start <= noun.i < piece.end), None)


def _warned(report: Report, statement: StatementMention, piece: At) -> Token | None:
    """What somebody is warned to do, or not to do: "warned the rebels to leave"."""
    if statement.at.paragraph != piece.paragraph or not statement.finding.speaker:
        return None
    doc = report.paragraphs[piece.paragraph].doc
    cue = doc[statement.at.start : statement.at.end].root
    if word(cue) not in WARNING:
        return None
    for at in range(cue.i + 1, min(piece.end, cue.sent.end)):
        token = doc[at]
        if token.pos_ in VERBS and not (token.tag_ == "VBN" and token.dep_ == "amod"):
            heads = (token.head.i, token.head.head.i)
            ordered = token.tag_ == "VB" and _has_to(token) and piece.start <= token.i and cue.i in heads
            return token if ordered and doc[cue.i + 1].tag_ not in ("TO", "IN") else None
    return None


def _has_to(verb: Token) -> bool:
    return any(child.tag_ == "TO" for child in verb.children)


def _act_is_of_content(statement: StatementMention) -> bool:
    return statement.finding.act.rule == "content act"


def _is_anothers(report: Report, found: Found, statement: StatementMention) -> bool:
    """Whether grammar gives the saying to somebody who is not the speaker: "prompting the leader to threaten"."""
    paragraph = report.paragraphs[statement.at.paragraph]
    cue = paragraph.doc[statement.at.start : statement.at.end].root
    if cue.pos_ not in VERBS or cue.dep_ not in ("xcomp", "conj", "acl", "relcl"):
        return False
    named = {actor.value.key for actor in actors_of(found, paragraph, doers(cue))}
    return bool(named) and named.isdisjoint(actor.value.key for actor in statement.finding.speaker)


def _is_object(noun: Token) -> bool:
    return noun.dep_ == "dobj" and noun.lower_ in governing("nouns")


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
