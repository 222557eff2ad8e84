"""Acts: what somebody does by saying something, from the reporting words and the words of the content."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from spacy.tokens import Token

from onrecord.vocabulary import reporting
from onrecord.vocabulary.reporting import Content

GAP = 6  # words between two groups of a pattern
HEADING = 45  # words of the content that are looked at
NEGATIONS = frozenset(("not", "n't", "n’t", "never"))
IFS = frozenset(("if", "unless", "until"))
GUESSES = frozenset(("likely", "probably", "perhaps", "possibly", "maybe"))
OF_DOER = frozenset(("acomp", "attr", "oprd", "conj", "xcomp", "prep", "aux"))


def by_cue(value: object, words: Sequence[str]) -> bool:
    """Whether reporting words ("warned", "expressed" + "concern", "rejected" + "allegations") perform the act."""
    first, *rest = (word.lower().split()[0] for word in words if word.split())
    if first == "according":
        return value == "assert" and not rest
    if rest and rest[0] in reporting.idioms().get(first, {}):
        return value == reporting.idioms()[first][rest[0]]
    if rest and (rest[0].removesuffix("s") in reporting.words("claims") or rest[0] in group("untrue")):
        return value == "deny" and "reject" in reporting.acts_of(first)
    known = reporting.acts_of(first)
    told = value == "assert" and not known.isdisjoint(("agree", "promise"))  # "agreed that he was right"
    return not rest and (value in known or told)


def by_content(value: object, words: Sequence[str]) -> bool:
    """Whether plain reporting words and words of the content ("said" + "must") come to the act."""
    cue, *signals = (" ".join(word.lower().split()) for word in words)
    if not reporting.acts_of(cue.split()[0]) & reporting.words("plain"):
        return False
    return any(
        value == content.act
        and any(
            len(pattern) == len(signals)
            and all(signal in group(name) for signal, name in zip(signals, pattern, strict=True))
            for pattern in content.patterns
        )
        for content in reporting.reporting().contents
    )


def by_quotation(value: object, words: Sequence[str]) -> bool:
    """Words that stand between quotation marks, with no reporting word of their own, assert."""
    return value == "assert" and bool(words)


def performed(value: object, words: Sequence[str]) -> bool:
    """Whether plain reporting words lead up to a verb that names its own act: "said" + "demand" of "we demand"."""
    if len(words) != 2 or not reporting.acts_of(words[0].lower()) & reporting.words("plain"):
        return False
    return value == performative(words[1].lower())


def performative(verb: str) -> str | None:
    """The one act that a verb in the first person names and does, None for a plain or an ambiguous verb."""
    entries = [each for each in reporting.verbs().get(verb, ()) if each.saying and not each.particle]
    acts = {frame.act for each in entries for frame in each.frames if not frame.objects} - reporting.words("plain")
    return next(iter(acts)) if len(acts) == 1 else None


@cache
def group(name: str) -> frozenset[str]:
    """The words of one group. Raises KeyError where there is none."""
    return frozenset(reporting.reporting().groups[name])


def sharpened(content: Sequence[Token], doer: str, main: Token) -> tuple[str, tuple[Token, ...]] | None:
    """The act that the content makes of a plain saying, and the tokens that tell it.

    `doer` is who acts in the content: own (the speaker's side), other, or ""; `main` its main verb.
    """
    tokens = content[:HEADING]
    lowered = {token.lower_ for token in tokens}
    for rule in reporting.reporting().contents:
        found = _matched(rule, tokens, lowered, doer, main)
        if found:
            return rule.act, found
    return None


def _matched(
    rule: Content, tokens: Sequence[Token], lowered: AbstractSet[str], doer: str, main: Token
) -> tuple[Token, ...]:
    if rule.doer and doer not in rule.doer:
        return ()
    for pattern in rule.patterns:
        if any(group(each).isdisjoint(lowered) for each in pattern):
            continue
        found: list[Token] = []
        for token in tokens:
            if found and not rule.tied and token.i - found[-1].i > (1 if rule.close else GAP):
                break
            if token.lower_ in group(pattern[len(found)]) and (found or _counts(token, main, rule)):
                found.append(token)
                if len(found) == len(pattern):
                    return tuple(found) if _stands(rule, found) else ()
    return ()


def _stands(rule: Content, found: Sequence[Token]) -> bool:
    """Whether words that follow one another as a pattern asks mean what they seem to."""
    first, last = found[0], found[-1]
    if rule.act == "appeal" and first.dep_ in ("pcomp", "acl"):
        return False  # "met him two months before calling for talks"
    if rule.unless and (last.head if last.tag_ == "TO" else first.head).lower_ in group(rule.unless):
        return False
    if rule.tied:
        if rule.act == "deny" and any(child.tag_ == "MD" for child in last.lefts):
            return False
        if any(child.dep_ == "mark" and child.lower_ in IFS for word in (first.head, last) for child in word.lefts):
            return False  # "will be shelled if they do not surrender" refuses nothing
        if rule.act == "reject" and any(child.lemma_ == "have" for child in first.head.lefts):
            return False  # "the burial has not been possible yet" tells what was
        return last == first.head or last.head == first.head
    if first.lower_ in group("out") and len(found) > 1:
        return not any(child.dep_ == "neg" for child in (*first.children, *first.head.children))
    told = any(word.lower_ in NEGATIONS for word in found)
    return not (rule.act in ("threaten", "warn") and len(found) > 1 and not told and _negated(first))


def _counts(token: Token, main: Token, rule: Content) -> bool:
    """Whether a first signal says what the speaker does: a modal of the main verb or of "we", and no "we would"; where
    words must follow at once, the main verb itself or what it says of its doer ("they feared that others planned to"
    tells no plan of theirs, "you would have to" and "a need to" ask for nothing)."""
    if rule.close and token.tag_ != "MD":
        possible = any(child.tag_ == "MD" for child in (*token.lefts, *(() if token == main else token.head.lefts)))
        own = token == main or (token.head == main and token.dep_ in OF_DOER)
        return own and not (possible and rule.act == "demand")
    if token.tag_ != "MD":
        return token.lower_ not in group("commit") | group("possibly") | group("must") | group("able")
    if any(child.lower_ == "have" and child.dep_ == "aux" for child in token.head.lefts):
        return False  # "would have gone"
    if rule.act in ("promise", "threaten") and any(child.lower_ in GUESSES for child in token.head.children):
        return False  # "would probably leave"
    doers = [child.lower_ for child in token.head.children if child.dep_ in ("nsubj", "nsubjpass")]
    if doers and doers[0] in ("we", "i"):
        return token.lower_ != "would"
    return token.head == main or (token.head.dep_ == "conj" and token.head.head == main and not doers)


def _negated(modal: Token) -> bool:
    return any(child.dep_ == "neg" for child in modal.head.children) or (
        modal.i + 1 < len(modal.doc) and modal.nbor().lower_ in NEGATIONS
    )
