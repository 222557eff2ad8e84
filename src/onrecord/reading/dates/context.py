"""What the sentence says about a date: whether it is one, what it dates, and on which side of the report it lies."""

from collections.abc import Sequence

from spacy.tokens import Span, Token

from onrecord.model.dates import When
from onrecord.reading.dates.grammar import Match, letters
from onrecord.reading.dates.words import Word
from onrecord.vocabulary.dates import date_words

CLIMB = 6
NAME_REACH = 3
PREMODIFYING = ("compound", "poss", "nmod", "nummod", "amod")
RECURRENT = frozenset({"every", "each", "any", "most", "some", "other", "alternate"})
INTRODUCING = frozenset(
    {"in", "of", "from", "to", "since", "until", "by", "before", "after", "during", "through", "into", "for"}
)
PLACING = frozenset({"at", "on", "this", "of"})
OWNERS = frozenset({"its", "his", "her", "their", "our", "a", "an"})


def is_date(match: Match, words: Sequence[Word], text: str, tokens: Span) -> bool:
    """Whether the matched words are meant as a date here, and not as a name, a number, a habit or another word."""
    before, after = neighbours(match, words)
    return not (
        _glued(match, before, after, text)
        or _in_name(tokens, bounded=match.words[0].letter in "bu")
        or (match.words[0].letter not in "bu" and before is not None and _words(before, text) in RECURRENT)
        or _of_something(match.derived.when, after)
        or (before is not None and before.letter == "t" and match.derived.when.side == "after")  # "the next Monday"
        or not _in_company(match, words, text, tokens)
    )


def neighbours(match: Match, words: Sequence[Word]) -> tuple[Word | None, Word | None]:
    """The words right before and after a match."""
    rest = match.before + len(match.words)
    return words[match.before - 1] if match.before else None, words[rest] if rest < len(words) else None


def counted_day(match: Match, tokens: Span) -> bool:
    """Whether the number after a month counts what follows: "in January 12 soldiers were killed"."""
    doc = tokens.doc
    if letters(match.words) not in ("MD", "mD") or not tokens.start or tokens.end >= len(doc):
        return False
    return doc[tokens.start - 1].lower_ == "in" and doc[tokens.end].tag_ in ("NNS", "NNPS")


def _glued(match: Match, before: Word | None, after: Word | None, text: str) -> bool:
    """Hyphened to another word: "post-2003", "the week-long truce"."""
    start, end = match.words[0].start, match.words[-1].end
    return (
        before is not None
        and before.letter == "h"
        and before.end == start
        and text[before.start - 1 : before.start].isalnum()
    ) or (
        after is not None and after.letter == "h" and after.start == end and text[after.end : after.end + 1].isalpha()
    )


def _of_something(when: When, after: Word | None) -> bool:
    """Whether it is reckoned from something else: "the last days of the siege", "the last Friday of Ramadan"."""
    counted = when.span is not None or (when.offset is not None and when.unit != "day" and when.part is None)
    counted = counted or when.side in ("before", "after")
    return after is not None and after.letter == "f" and counted


def _words(word: Word, text: str) -> str:
    return text[word.start : word.end].lower()


def _in_name(tokens: Span, *, bounded: bool) -> bool:
    """Whether the date is part of a name: "February 17 Brigade", "Bloody Sunday", "Russia Today"."""
    names, doc = date_words().names, tokens.doc
    if tokens.start and not bounded and not tokens[0].is_lower and _named(doc[tokens.start - 1], names.before):
        return True
    if tokens[0].is_title and tokens[0].lower_ in date_words().deictics and not tokens[0].is_sent_start:
        return True
    for token in doc[tokens.end : tokens.end + NAME_REACH]:
        if not token.is_title and not token.is_upper:
            return False
        if token.lower_ in names.after:
            return True
    return False


def _named(token: Token, names: frozenset[str]) -> bool:
    return token.lower_.rstrip(".") in names and token.text[0].isupper()


def _in_company(match: Match, words: Sequence[Word], text: str, tokens: Span) -> bool:
    """Whether a word that need not be a date ("May", "2011") stands where only a date stands."""
    before, after = neighbours(match, words)
    doc = tokens.doc
    classes = letters(match.words)
    core = classes.lstrip("bu").lstrip("t")
    if core == "U":  # "over the weekend"
        return len(core) < len(classes.replace("t", "")) or (before is not None and _words(before, text) in PLACING)
    if core not in ("m", "Y"):
        return not (core == "YjY" and _counts_things(tokens[-1]))
    listed = core == "Y" and letters(words[max(0, match.before - 2) : match.before]) == "Y&"  # "in 2010 and 2012"
    introduced = listed or len(core) < len(classes) or (before is not None and _words(before, text) in INTRODUCING)
    if before is not None and before.letter == "e" and after is not None and after.letter == "j":
        return False  # "rose from 2010 to 2,340"
    article = classes.endswith("t" + core) or (before is not None and before.letter == "t")
    if core == "Y" and before is not None and _words(before, text) in OWNERS:
        article = True  # "a 1908 interview"
    noun = tokens.end < len(doc) and doc[tokens.end].pos_ in ("NOUN", "PROPN", "ADJ") and after is not None
    if core == "m":
        return noun and doc[tokens.end].is_lower if article else introduced
    if article:
        return noun
    if not tokens.start and (after is None or text[after.start : after.end] == ":"):
        return True  # a heading
    start, end = match.words[0].start, match.words[-1].end
    bracketed = text[max(0, start - 1) : start] == "(" and text[end : end + 1] in (")", ",", "-", "–")
    return bracketed or (introduced and not _counts_things(tokens[-1]))


def _counts_things(token: Token) -> bool:
    """Whether a number counts what follows: "1500 soldiers"."""
    return token.dep_ == "nummod" and token.head.i > token.i and token.head.tag_ in ("NNS", "NNPS")


def head(tokens: Span) -> Token | None:
    """The verb or noun that the date dates; None where it stands alone."""
    dated = _governor(tokens)
    return dated if dated is None else (_appointment(dated, tokens) or dated)


def _appointment(verb: Token, tokens: Span) -> Token | None:
    """What is still to come, between a verb that proposes it and its date: "announced a conference on 12 June"."""
    sides = date_words().sides
    if verb.lower_ not in sides.proposing:
        return None
    objects = (noun for child in verb.rights for noun in (child, *child.children) if noun.dep_ in ("dobj", "pobj"))
    return next((noun for noun in objects if noun.i < tokens.start and _is_to_come(noun)), None)


def _is_to_come(noun: Token) -> bool:
    definite = any(child.dep_ in ("det", "poss") and child.lower_ not in ("a", "an") for child in noun.children)
    return noun.lower_ in date_words().sides.appointments and not definite


def _governor(tokens: Span) -> Token | None:
    doc, root = tokens.doc, tokens.root
    introduced = tokens.start and doc[tokens.start - 1].pos_ in ("ADP", "SCONJ")
    first = tokens.start - 1 if introduced else tokens.start
    if not premodifies(tokens):
        if first > 0 and _finite(doc[first - 1]) and not doc[first].is_sent_start:
            return doc[first - 1]
        if tokens.end < len(doc) and _finite(doc[tokens.end]) and doc[first].lower_ != "of":
            return _full(doc[tokens.end])
    token = root
    for _ in range(CLIMB):
        below, token = token, token.head
        if token is below:
            return None
        joined = below is root and below.dep_ == "conj"  # the second of "on Monday and Thursday"
        if not joined and token not in tokens and token.pos_ not in ("ADP", "SCONJ", "ADV", "PART"):
            return token
    return None


def _finite(token: Token) -> bool:
    return token.tag_ in ("VBD", "VBZ", "VBP", "MD") or (token.tag_ == "VBN" and token.pos_ == "VERB")


def _full(verb: Token) -> Token:
    """The main verb of an auxiliary."""
    return verb.head if verb.dep_ in ("aux", "auxpass") and verb.head.i > verb.i else verb


def premodifies(tokens: Span) -> bool:
    """Whether the date stands before the noun it dates: "Monday's attack", "the January 12 ceasefire"."""
    if tokens.end < len(tokens.doc) and tokens.doc[tokens.end].tag_ == "POS":
        return True
    if tokens.start and tokens.doc[tokens.start - 1].lower_ in ("on", "in", "at"):
        return False
    dated = tokens.root.head
    return dated.i >= tokens.end and dated.pos_ in ("NOUN", "PROPN") and tokens.root.dep_ in PREMODIFYING


def side_cue(dated: Token | None, bound: str) -> Token | None:
    """The word of the clause that moves the date from its usual side; None where there is none."""
    sides = date_words().sides
    token = dated
    proposal = _proposal(dated) if dated is not None else None
    if proposal is not None:
        return proposal
    for _ in range(CLIMB):
        if token is None or token.pos_ in ("VERB", "AUX"):
            break
        for child in token.children:
            if child.lower_ in sides.appointed and child.dep_ in ("amod", "acl"):
                return child
        if token.pos_ in ("ADJ", "NOUN") and token.lower_ in sides.appointed:
            return token
        governing = token.head
        if governing.pos_ in ("ADP", "SCONJ", "ADV") and governing is not token:
            ahead = governing.head if governing.lower_ == "of" else governing
            if ahead.lower_ in sides.nearer:
                return ahead
        token = None if governing is token else governing
    return None if token is None else _verb_cue(token, bound)


def _proposal(noun: Token) -> Token | None:
    """The verb that proposes what a date dates, which so lies ahead: "called for a summit on 5 March"."""
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    proposes = above.i < noun.i and noun.dep_ in ("dobj", "pobj") and above.lower_ in date_words().sides.proposing
    return above if proposes and _is_to_come(noun) else None


def _verb_cue(verb: Token, bound: str) -> Token | None:
    """The cue among the words of a verb, or of the verbs it is joined to."""
    seen = verb
    if is_told(verb) and not any(child.dep_ == "xcomp" for child in verb.children):
        return None
    for _ in range(CLIMB):
        auxiliaries = [child for child in seen.children if child.dep_ in ("aux", "auxpass")]
        if any(child.lemma_ == "have" for child in auxiliaries):
            break
        cue = _forward(seen, auxiliaries)
        if cue is not None:
            return cue
        if seen.dep_ != "conj" or any(child.dep_ in ("nsubj", "nsubjpass") for child in seen.children):
            break
        seen = seen.head
    conditional = any(child.lower_ in ("if", "unless") for child in verb.children)
    if bound in ("by", "until") and not conditional:
        past = [verb, *(child for child in verb.children if child.dep_ in ("aux", "auxpass"))]
        return next((token for token in past if is_back(token.lower_) and token.tag_ in ("VBD", "VBN")), None)
    return None


def _forward(verb: Token, auxiliaries: list[Token]) -> Token | None:
    """The word that shows the verb to lie ahead."""
    sides = date_words().sides
    for child in auxiliaries:
        if child.lower_ in sides.modals or (child.lower_ in sides.abilities and verb.lower_ in sides.timetable):
            return child
    if any(child.lower_ == "to" for child in auxiliaries):
        if verb.head.lower_ in sides.governors and verb.head is not verb:
            return verb.head
        passive = verb.dep_ in ("acl", "relcl") and any(child.lower_ == "be" for child in auxiliaries)
        if passive or (verb.head.lemma_ == "be" and verb.dep_ == "xcomp"):  # "talks to be held on Monday"
            return next(child for child in auxiliaries if child.lower_ == "to")
        if verb.lower_ in sides.timetable and verb.dep_ in ("ROOT", "acl") and not _singled_out(verb.head):
            return verb  # "leaders to meet on Monday", as headlines have it
    if verb.lower_ in sides.appointed and verb.tag_ in ("VBN", "JJ"):
        return verb
    present = any(child.lower_ in ("is", "are", "'s", "’s", "'re", "’re", "am") for child in auxiliaries)
    if verb.lower_ in sides.timetable and (verb.tag_ in ("VBZ", "VBP") or (verb.tag_ == "VBG" and present)):
        return verb
    return None


def _singled_out(noun: Token) -> bool:
    """Whether an infinitive after the noun tells of the past: "the first envoy to visit the town"."""
    return any(child.lower_ in ("first", "last", "only", "latest") for child in noun.children)


def is_back(word: str) -> bool:
    """Whether a word shows that "by Monday" lies behind."""
    return word in date_words().sides.back or word.endswith("ed")


def is_told(dated: Token | None) -> bool:
    """Whether the date is that of the report's own news: "said on Saturday", not "had said" or "was told"."""
    if dated is None or dated.lower_ not in date_words().sides.told or dated.tag_ not in ("VBD", "VBN"):
        return False
    return not any(child.dep_ in ("aux", "auxpass") for child in dated.children)
