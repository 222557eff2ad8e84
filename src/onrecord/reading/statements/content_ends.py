"""Where what a cue reports begins and ends among the words round it."""

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from onrecord.reading.statements.cues import SUBJECTS, Cue
from onrecord.reading.told_once import texts_of
from onrecord.vocabulary import reporting

FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
BACKSHIFTED = frozenset(("would", "had", "could", "might"))
ADVERBIALS = frozenset(("prep", "advcl", "npadvmod", "advmod", "acl", "xcomp"))
CONTRASTS = frozenset(("while", "whereas"))
MEANTIME = CONTRASTS | {"as", "although", "though"}  # open another's saying beside this one
DESCRIBING = frozenset(("relcl", "acl", "csubj", "pcomp"))  # a saying inside the phrase of another verb's doer
HEADING = 4  # words in capitals that make a heading
LEADING = 8  # words of a joined clause among which its verb is looked for
SMALL = 4  # tokens from a verb back to its auxiliaries and adverbs
AFTERWARDS = frozenset(("after", "as", "when", "while"))
EVADING = frozenset(("avoided", "declined", "refused", "stopped", "gave", "offered", "sidestepped", "dodged"))
CLOSING = frozenset(("”", '"', "''", "’"))
CLOCK = re.compile(r"[0-2]?\d:[0-5]\d")
BULLETS = frozenset(("|", "•", "*", "#", "##", "###", "►", "▪", "·", "●", "■", "–-"))
OPENERS = frozenset(
    (
        "The",
        "A",
        "An",
        "He",
        "She",
        "It",
        "They",
        "We",
        "This",
        "These",
        "There",
        "His",
        "Their",
        "More",
        "In",
        "But",
        "What",
        "Why",
        "How",
    )
)


def lead(doc: Doc, cue: Cue) -> int:
    """Where the words of the attribution itself begin: "the minister" of "…, the minister said"."""
    token = doc[cue.head]
    small = (child.i for child in token.lefts if child.dep_ in ("aux", "auxpass", "advmod", "neg"))
    start = min([at for at in small if cue.head - at <= SMALL] + [cue.head])
    hander = doc[cue.via[0]] if cue.via and cue.shared >= 0 else None  # "…, the BBC quoted the envoy as saying"
    if hander is not None and hander.i < cue.shared == hander.head.i:
        return int(hander.left_edge.i)
    if 0 <= cue.source < cue.head and cue.shared < 0:
        source = doc[cue.source]
        last = int(source.right_edge.i) + 1
        bracketed = last < start and doc[last].text == "(" and doc[start - 1].text == ")"
        set_off = last + 1 == start and doc[last].text == ","
        own = source.head.i == cue.head or last >= start or bracketed or set_off
        first = int(source.left_edge.i)
        if source.dep_ == "appos" and all(word.text != "," for word in doc[source.head.i : cue.source]):
            first = int(source.head.left_edge.i)  # "the region's ombudsman Ali Hassan"
        marks = (word.i for word in doc[first + 1 : cue.source] if word.text in CLOSING and doc[word.i - 1].is_punct)
        first = max(marks, default=first)  # "“… safe,” UKMTO said", where "safe" is tied to the name
        while first < cue.source and doc[first].is_punct:
            first += 1
        return min(first, start) if own else start
    return start


def end(verb: Token, inner: Token, cue: Cue, others: Sequence[Cue]) -> int:
    """Where content ends whose last word found so far hangs on `inner`: adverbials that follow without a comma belong
    to it; the occasion of the saying, another saying of the same speaker and another's account do not."""
    doc, stop = verb.doc, int(inner.right_edge.i) + 1
    for child in verb.rights:
        if child.i < stop or child == inner:
            continue
        quoted = doc[stop].text in CLOSING  # "warned of “another war” if they came"
        if quoted and child.i == stop:
            continue
        if child.dep_ not in ADVERBIALS or child.left_edge.i > stop + quoted or occasion(child):
            break
        stop = int(child.right_edge.i) + 1
    cut = verb.sent.end
    for other in others:
        if verb.i < other.head < cut and other.head > inner.left_edge.i:
            if other.source == cue.source or _another(doc, other) or _his_next(doc, inner, other):
                contrast = [child.i for child in doc[other.head].lefts if child.lower_ in MEANTIME]
                cut = min(cut, opening_of(doc, min([lead(doc, other), *contrast])))
            elif doc[other.head].lower_ == "according" and doc[other.head].right_edge.i + 2 >= cut:
                cut = opening_of(doc, other.head)
    start = int(inner.left_edge.i)
    cut = min(cut, _aside(inner), _told_after(verb, inner), _attributed(verb, start, inner, others))
    stop, cut = min(stop, _told_beside(inner, cut)), _told_beside(inner, cut)
    return _bounded(doc, start, min(_stretched(verb, start, stop, cut), cut))


def _aside(inner: Token) -> int:
    """Before a relative clause set off by a comma, by which the report goes on about a thing that somebody only named:
    "called for the arrest of his rivals, many of whom were killed"."""
    doc = inner.doc
    if inner.pos_ in ("VERB", "AUX"):
        return len(doc)
    clauses = (word.left_edge.i for word in inner.subtree if word.dep_ == "relcl")
    return min((at - 1 for at in clauses if at > inner.i + 1 and doc[at - 1].text == ","), default=len(doc))


def _told_beside(inner: Token, cut: int) -> int:
    """Before a verb in the tense of the telling that the parse has joined to a deed named without tense: "denied
    shelling the town and blamed the rebels", "vowed to fight and left"."""
    if inner.tag_ in FINITE or any(child.tag_ in FINITE for child in inner.lefts):
        return cut
    conjuncts = inner.conjuncts if inner.tag_ in ("VB", "VBG") else ()
    told = next((child for child in conjuncts if child.tag_ in ("VBD", "VBZ") and inner.i < child.i < cut), None)
    told = told or next((child for child in inner.subtree if _misjoined(child) and child.i < cut), None)
    return opening_of(inner.doc, int(told.left_edge.i)) if told is not None else cut


def _misjoined(verb: Token) -> bool:
    """Whether a verb in the tense of the telling is joined to one without tense, as only the teller's can be: "refused
    to step down and compared the protests to flu"."""
    if verb.dep_ != "conj" or verb.tag_ not in ("VBD", "VBZ", "VBN") or verb.head.tag_ not in ("VB", "VBG"):
        return False
    finite = any(child.tag_ in (*FINITE, "VBP") or child.lower_ == "have" for child in verb.head.lefts)
    own = any(child.dep_ in (*SUBJECTS, "aux", "auxpass") for child in verb.lefts)
    return not finite and not own and verb.doc[verb.left_edge.i - 1].dep_ == "cc"


def _told_after(verb: Token, inner: Token) -> int:
    """Before a clause that tells after or at what somebody named a deed or a thing: "vowed to fight after many were
    killed"; what is still to be done cannot follow what was."""
    doc = inner.doc
    if any(word.tag_ in FINITE for word in (inner, *inner.lefts)):
        return len(doc)
    for mark in doc[inner.i + 1 : verb.sent.end]:
        if mark.dep_ == "mark" and mark.lower_ in AFTERWARDS and mark.head.dep_ == "advcl":
            past = any(word.tag_ == "VBD" for word in (mark.head, *mark.head.lefts))
            above = [word for word in mark.head.ancestors if inner.i <= word.i or word == inner]
            if past and not any(each.tag_ in FINITE for word in above for each in (word, *word.lefts)):
                return opening_of(doc, mark.i)
    return len(doc)


def _attributed(cue: Token, start: int, inner: Token, others: Sequence[Cue]) -> int:
    """Before the words by which the report attributes the whole sentence to somebody else, or goes on with another's
    saying, behind a comma: "demanded that they leave, state television reported, as fighting went on"."""
    doc = cue.doc
    if cue.dep_ == "advcl" and inner.i < cue.head.i:  # "though some accused the army of it, others said"
        return next((word.i for word in doc[inner.i : cue.head.i] if word.text == ","), len(doc))
    for other in others:
        verb = doc[other.head]
        if other.verb is None or not other.verb.saying or not start < other.source < other.head or verb == inner:
            continue
        first = lead(doc, other)
        while first > start + 2 and doc[first - 1].text in CLOSING and doc[first - 2].text == ",":
            first -= 1
        apart = first > start + 1 and doc[first - 1].text == "," and verb.tag_ in ("VBD", "VBZ", "VBP")
        marked = any(child.lower_ == "that" or child.dep_ == "mark" for child in verb.lefts)
        told = inner.tag_ not in FINITE or _told(doc[start : first - 1])
        if apart and told and not marked and verb.dep_ not in ("relcl", "advcl"):
            return first - 1
        opening = int(verb.left_edge.i)  # "… for Gaza, where strikes killed 33 people, medics said"
        if apart and verb.dep_ == "relcl" and start < opening - 1 and doc[opening - 1].text == "," and opening < first:
            return opening - 1
    return len(doc)


def occasion(prep: Token) -> bool:
    """Whether an adverbial of the cue says where or in what the words were said: "in a tweet"."""
    return prep.dep_ == "prep" and any(
        noun.dep_ == "pobj" and noun.lower_ in reporting.words("occasions") for noun in prep.rights
    )


def _another(doc: Doc, other: Cue) -> bool:
    """Whether a cue opens a saying of somebody else that stands beside this one: "…, and Britain said …", "… while the
    army claimed …"."""
    token = doc[other.head]
    if other.verb is None or other.shared >= 0 or other.source < 0:
        return False
    marks = {child.lower_ for child in token.lefts if child.dep_ in ("mark", "advmod")}
    if token.dep_ == "advcl":
        return bool(marks & (MEANTIME if other.verb.saying else CONTRASTS))
    return other.verb.saying and token.dep_ == "conj" and "that" not in marks and doc[other.source].head == token


def _his_next(doc: Doc, inner: Token, other: Cue) -> bool:
    """Whether a second verb of saying shares the "he" of what is said, who is the teller himself: "said he felt
    betrayed and accused the West of …"."""
    token = doc[other.head]
    shared = token.dep_ == "conj" and token.head == inner and token.tag_ == inner.tag_ == "VBD" and other.shared >= 0
    return shared and other.verb is not None and other.verb.saying and doc[other.source].pos_ == "PRON"


def _bounded(doc: Doc, start: int, stop: int) -> int:
    """The end before remarks on the whole of what is said: ", a claim that …", ", which the army denies", ", without
    elaborating"."""
    for token in doc[start + 1 : stop]:
        if token.lower_ == "but" and doc[token.i + 1].lower_ in EVADING and _told(doc[start : token.i]):
            return int(token.i)  # "said Gaddafi must go but avoided comment on the plan"
        anew = token.text == ":" and doc[token.i + 1 : token.i + 2].text.istitle()
        if token.text == ";" or (anew and _told(doc[start : token.i])):
            return int(token.i)
        if token.text != "," or token.i + 2 >= stop:
            continue
        following = doc[token.i + 1]
        if following.lower_ == "without" and doc[token.i + 2].lower_ in reporting.verb_forms("withholding"):
            return int(token.i)
        if following.lower_ == "which" and any(
            word.dep_ == "relcl" and word.lower_ in reporting.verbs() for word in doc[token.i + 2 : token.i + LEADING]
        ):
            return int(token.i)
        noun = next((word for word in doc[token.i + 1 : token.i + 4] if word.pos_ == "NOUN"), None)
        if (
            noun is not None
            and noun.dep_ in ("appos", "dobj")
            and noun.lower_ in reporting.nouns()
            and any(
                child.dep_ == "relcl" or (child.dep_ == "acl" and child.lower_ in reporting.verbs())
                for child in noun.rights
            )
        ):
            return int(token.i)
    return stop


def _told(words: Span) -> bool:
    """Whether words are a clause of their own."""
    return any(word.tag_ in FINITE for word in words)


def _stretched(verb: Token, start: int, end: int, cut: int) -> int:
    """A later end where the parse has broken off inside the clause: before the verb of a joined clause, in a list, or
    before a clause whose tense says that it is told too."""
    doc = verb.doc
    if end >= cut or verb.sent.start == end:
        return end
    rest = doc[end:cut]
    described = any(word.dep_ in DESCRIBING for word in (verb, *verb.ancestors))
    if rest[0].tag_ in FINITE and rest[0].dep_ != "conj" and not described:
        return cut  # "said a group called the Base attacked"
    if rest[0].tag_ in FINITE and doc[end - 1].pos_ in ("NOUN", "PROPN", "PRON") and doc[end - 1].dep_ == "conj":
        return cut
    if not described and rest[0].text == "," and len(rest) > 1 and rest[1].tag_ in FINITE:
        return cut if rest[1].dep_ != "conj" else end
    if rest[0].tag_ in FINITE and not any(word.tag_ in FINITE for word in doc[start:end]):
        return cut
    joined = rest[0].dep_ == "cc" or (rest[0].text == "," and len(rest) > 1 and rest[1].dep_ == "cc")
    if not joined:
        return end
    main = next((word for word in rest if word.tag_ in FINITE or (word.dep_ == "conj" and word.pos_ == "VERB")), None)
    if main is None:
        return cut
    told = any(word.lower_ in BACKSHIFTED for word in rest[:LEADING])
    had = len(rest) > 1 and rest[1].lower_ == "had" and verb.tag_ == "VBD"  # "said he was ill and had left"
    return cut if told and (had or any(word.dep_ in SUBJECTS for word in rest[:LEADING])) else end


def opening_of(doc: Doc, start: int) -> int:
    """Before the adverbs, conjunction and comma that lead up to token `start`."""
    joined = False  # an adverb before the conjunction ends the clause before: "the war was over, but the army said"
    while start > 0:
        word = doc[start - 1]
        joining = word.dep_ == "cc" or word.text == "," or word.lower_ in CONTRASTS
        if not joining and (joined or word.pos_ != "ADV"):
            break
        joined = joined or joining
        start -= 1
    return start


def resumed(doc: Doc, cue: Cue, main: Token) -> tuple[int, int] | None:
    """The rest of a sentence that goes on behind an attribution between commas."""
    sentence = doc[cue.head].sent
    for token in doc[cue.head + 1 : sentence.end]:
        if token.text == ",":
            rest = doc[token.i + 1 : sentence.end]
            if _withheld(rest):
                return None
            if any(word.head == main and word.dep_ not in ("punct", "cc") for word in rest):
                return token.i + 1, sentence.end
            return None
    return None


def _withheld(rest: Span) -> bool:
    """Whether the report goes on with what the speaker would not tell: "…, he said, but he would not give details"."""
    verb = next((word for word in rest if word.pos_ == "VERB"), None)
    if verb is None or verb.lower_ not in reporting.verb_forms("withholding"):
        return verb is not None and verb.lower_ in ("declined", "refused")
    return any(child.dep_ == "neg" for child in verb.lefts)


def _is_loud(word: Token) -> bool:
    return word.is_alpha and word.is_upper and len(word) > 2


def _below_loud(doc: Doc, token: Token) -> bool:
    """Whether a word that is no name begins with a capital behind three in capitals."""
    return token.is_title and token.i > 2 and token.pos_ != "PROPN" and all(map(_is_loud, doc[token.i - 3 : token.i]))


def _below_heading(doc: Doc, token: Token) -> bool:
    """Whether a sentence or a quotation begins behind a heading of several words in capitals."""
    words = doc[max(0, token.i - HEADING) : token.i]
    opens = (token.is_title and not token.is_upper) or token.text in ("“", '"', "``")
    return opens and len(words) == HEADING and all(word.is_upper and word.is_alpha for word in words)


def breaks(doc: Doc) -> list[int]:
    """The tokens at which another text begins though no full stop stands before: the clock time of a live page, a
    bullet, a capital after a full stop that was lost, small letters after a heading in capitals."""
    found, texts = [], texts_of(doc)
    for at in range(1, len(doc)):
        text, before = texts[at], texts[at - 1]
        if text in BULLETS:
            found.append(at)
        elif at + 1 == len(doc):
            continue
        elif before.isupper() and (_below_loud(doc, doc[at]) or _below_heading(doc, doc[at])):
            found.append(at)
        elif ":" in text and CLOCK.fullmatch(text):
            if doc[at - 1].pos_ not in ("ADP", "CCONJ", "SYM", "ADV", "NUM", "PUNCT") and texts[at + 1].istitle():
                found.append(at)
        elif text in OPENERS and before.isalpha() and texts[at + 1].islower() and (before.islower() or text != "A"):
            found.append(at)
    return found
