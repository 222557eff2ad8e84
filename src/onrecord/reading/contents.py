"""Contents: the words that a cue reports, by grammar and by the quotation marks beside it."""

from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from onrecord.reading.cues import SUBJECTS, Cue
from onrecord.reading.quotations import Quotation
from onrecord.vocabulary import reporting

CLAUSES = frozenset(("ccomp", "parataxis"))
STOPS = frozenset((".", "!", "?", ";"))
FRONTED = 3  # a clause before "…, he said" has at least so many words
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
BACKSHIFTED = frozenset(("would", "had", "could", "might"))
LEADING = 8  # words of a joined clause among which its verb is looked for
REACH = 25  # tokens between a cue and the quotation it leads up to


class Content(NamedTuple):
    """What a cue reports: token ranges in order, those between quotation marks given as quotations' own.

    `act` is what the grammar makes of the cue; `target` the head of whom it is aimed at, -1 if nobody.
    `start` is where the cue's own words begin, `frame` the name of its grammar.
    """

    pieces: tuple[tuple[int, int], ...]
    frame: str
    act: str
    target: int = -1
    direct: bool = False


def find(doc: Doc, cue: Cue, quotations: Sequence[Quotation], others: Sequence[Cue]) -> Content | None:
    """The content of a cue, None where it reports nothing. `others` are the paragraph's other cues."""
    token = doc[cue.head]
    if token.lower_ == "according":
        return _according(token)
    if token.tag_[0] == "N" and cue.verb is None:
        return _of_noun(token, cue)
    if cue.verb is not None:
        found = _beside(doc, cue, quotations, others) or _of_verb(token, cue, others)
        if found is not None:
            return found
    return _idiom(token, cue, others)


def lead(doc: Doc, cue: Cue) -> int:
    """Where the words of the attribution itself begin: "the minister" of "…, the minister said"."""
    token = doc[cue.head]
    start = min([child.i for child in token.lefts if child.dep_ in ("aux", "auxpass", "advmod", "neg")] + [cue.head])
    if 0 <= cue.source < cue.head and cue.shared < 0:
        source = doc[cue.source]
        own = source.head.i == cue.head or source.right_edge.i + 1 >= start
        return min(int(source.left_edge.i), start) if own else start
    return start


def _beside(doc: Doc, cue: Cue, quotations: Sequence[Quotation], others: Sequence[Cue]) -> Content | None:
    """A quotation before the attribution, behind it, or on both sides."""
    frame = cue.verb.frame("quote") if cue.verb else None
    if frame is None or not quotations or doc[cue.head].dep_ == "acl":
        return None
    start = lead(doc, cue)
    before, after = _before(doc, start, quotations), _after(doc, cue, quotations, others)
    pieces: list[tuple[int, int]] = []
    direct = True
    if before is not None:
        opening = before.outer.start
        sentence = doc[opening].sent.start
        direct = opening == sentence or opening == 0 or _ends(doc[opening - 1]) or doc[opening - 1].text == ":"
        if not direct and not any(word.tag_ in FINITE for word in doc[sentence : before.outer.end]):
            return None
        pieces.append((before.at.start, before.at.end) if direct else (sentence, before.outer.end))
        tail = _resumed(doc, cue, doc[before.at.start : before.at.end].root)
        if after is None and tail is not None:
            pieces.append(tail)
    if after is not None:
        pieces.append((after.at.start, after.at.end))
    return Content(tuple(pieces), "quote", frame.act, direct=direct) if pieces else None


def _ends(token: Token) -> bool:
    return token.text in STOPS or token.text[-1] in "”\"»’'"


def _before(doc: Doc, start: int, quotations: Sequence[Quotation]) -> Quotation | None:
    """The quotation that ends right before token `start`."""
    previous, comma = start - 1, False
    while (
        previous >= 0
        and start - previous <= 3
        and (doc[previous].text in (",", "--", "–", "—") or doc[previous].is_space)
    ):
        comma = comma or doc[previous].text == ","
        previous -= 1
    named = previous
    while comma and named >= 0 and doc[named].pos_ == "PROPN":
        named -= 1
    for quotation in quotations:
        if quotation.outer.end - 1 in (previous, named):
            ended = comma or doc[quotation.at.end - 1].is_punct
            return quotation if ended or quotation.at.end - quotation.at.start >= 4 else None
    return None


def _after(doc: Doc, cue: Cue, quotations: Sequence[Quotation], others: Sequence[Cue]) -> Quotation | None:
    """The quotation that the attribution leads up to: "he said: “…”", "he said, “…”"."""
    following = next((q for q in quotations if q.outer.start > cue.head), None)
    if following is None or following.outer.start - cue.head > REACH:
        return None
    opening = following.outer.start
    between = doc[cue.head + 1 : opening]
    if any(token.text in STOPS for token in between) or any(cue.head < other.head < opening for other in others):
        return None
    for child in doc[cue.head].rights:
        if child.dep_ in ("ccomp", "xcomp") and child.left_edge.i < opening - 1:
            return None
    last = doc[opening - 1]
    if last.text in (",", ":"):
        return following
    whole = following.at.end - following.at.start >= 5 and not _goes_on(doc, following)
    return following if whole and last.i == cue.head else None


def _goes_on(doc: Doc, mark: Quotation) -> bool:
    """Whether the sentence goes on behind a quotation: "said “the enemy” had fled"."""
    return mark.outer.end < len(doc) and doc[mark.outer.end].is_alpha and not doc[mark.outer.end].is_sent_start


def _of_verb(token: Token, cue: Cue, others: Sequence[Cue]) -> Content | None:
    verb = cue.verb
    if verb is None:
        return None
    for child in token.rights:
        found = None
        if child.dep_ in ("ccomp", "xcomp"):
            found = _of_clause(token, child, cue, others)
        elif child.dep_ in ("dobj", "dative") and child.i > token.i and child.i != cue.source:
            found = _of_object(token, child, cue, others)
        elif child.dep_ == "prep":
            found = _of_topic(token, child, cue, others)
        if found is not None:
            return found
    return _fronted(token, cue) or _loose(token, cue, others)


def _of_clause(token: Token, clause: Token, cue: Cue, others: Sequence[Cue]) -> Content | None:
    verb = cue.verb
    if verb is None:
        return None
    infinitive = any(child.tag_ == "TO" and child.dep_ == "aux" for child in clause.lefts)
    infinitive = infinitive and not any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.lefts)
    doers = [child for child in clause.lefts if child.dep_ in SUBJECTS and child.i > token.i]
    if infinitive:
        ordered = verb.frame("order")
        objects = [child for child in token.rights if child.dep_ in ("dobj", "dative") and child.i < clause.i]
        if doers or objects:
            target = (doers or objects)[0]
            if ordered is None:
                return None
            return Content(((_left(target), _end(token, clause, cue, others)),), "order", ordered.act, int(target.i))
        own = verb.frame("infinitive")
        if own is None:
            return None
        return Content(((int(clause.left_edge.i), _end(token, clause, cue, others)),), "infinitive", own.act)
    frame = verb.frame("clause")
    if frame is None or clause.i < token.i or (clause.dep_ == "xcomp" and not doers):
        return None
    marks = [child for child in clause.lefts if child.dep_ == "mark"]
    if any(mark.lower_ in ("if", "whether") for mark in marks):
        return None
    if not doers and not any(child.dep_ in ("expl", "csubj") for child in clause.lefts):
        return None
    start = marks[0].i if marks and marks[0].lower_ == "that" else int(clause.left_edge.i)
    if start <= token.i:
        start = token.i + 1
    return Content(((start, _end(token, clause, cue, others)),), "clause", frame.act)


def _of_object(token: Token, thing: Token, cue: Cue, others: Sequence[Cue]) -> Content | None:
    verb = cue.verb
    if verb is None:
        return None
    following = [child for child in token.rights if child.i > thing.i] + list(thing.rights)
    for child in following:
        if child.dep_ == "prep":
            charge = verb.frame("charge", child.lower_)
            if charge is not None and charge.links:
                return Content(((_left(thing), _end(token, child, cue, others)),), "charge", charge.act, int(thing.i))
        if child.dep_ in ("xcomp", "ccomp") and child.head == token and thing.lower_ not in reporting.nouns():
            return None  # the clause is what is said
    frame = verb.frame("object")
    if frame is None or thing.pos_ not in ("NOUN", "PROPN") or thing.dep_ != "dobj":
        return None
    last = _that_clause(thing) or thing
    act = "deny" if frame.act == "reject" and thing.lower_.removesuffix("s") in reporting.words("claims") else frame.act
    return Content(((_left(thing), _end(token, last, cue, others)),), "object", act)


def _of_topic(token: Token, prep: Token, cue: Cue, others: Sequence[Cue]) -> Content | None:
    frame = cue.verb.frame("topic", prep.lower_) if cue.verb else None
    if frame is None:
        return None
    inner = next((child for child in prep.rights if child.dep_ in ("pobj", "pcomp")), None)
    if inner is None:
        return None
    addressed = prep.lower_ in ("on", "upon", "to") and frame.act == "appeal"
    ordered = next((child for child in token.rights if child.dep_ in ("xcomp", "advcl") and child.i > inner.i), None)
    if addressed and (ordered is None or not any(child.tag_ == "TO" for child in ordered.lefts)):
        second = next((c for c in token.rights if c.dep_ == "prep" and c.lower_ == "for" and c.i > inner.i), None)
        nested = any(word.tag_ == "TO" and word.i > inner.i for word in token.subtree)
        if second is None and not nested:
            return None
        ordered = second or token
    last = ordered if addressed and ordered is not None else inner
    target = int(inner.i) if addressed else -1
    return Content(((_left(inner), _end(token, last, cue, others)),), "topic", frame.act, target)


def _idiom(token: Token, cue: Cue, others: Sequence[Cue]) -> Content | None:
    acts = reporting.idioms().get(token.lower_)
    if acts is None:
        return None
    for child in token.rights:
        if child.dep_ == "dobj" and child.lower_ in acts:
            return Content(((_left(child), _end(token, child, cue, others)),), "idiom", acts[child.lower_])
    return None


def _left(token: Token) -> int:
    return int(token.left_edge.i)


def _end(verb: Token, inner: Token, cue: Cue, others: Sequence[Cue]) -> int:
    """Where content ends whose last word found so far hangs on `inner`: adverbials that follow without a comma belong
    to it; another saying of the same speaker does not."""
    end = int(inner.right_edge.i) + 1
    for child in verb.rights:
        if child.i < end or child == inner:
            continue
        if child.dep_ not in ("prep", "advcl", "npadvmod", "advmod", "acl", "xcomp") or child.left_edge.i > end:
            break
        end = int(child.right_edge.i) + 1
    cut = verb.sent.end
    for other in others:
        if verb.i < other.head < cut and other.head > inner.left_edge.i and other.source == cue.source:
            cut = min(cut, _opening_of(verb.doc, lead(verb.doc, other)))
    return min(_stretched(verb, int(inner.left_edge.i), end, cut), cut)


def _stretched(verb: Token, start: int, end: int, cut: int) -> int:
    """A later end where the parse has broken off inside the clause: before the verb of a joined clause, in a list, or
    before a clause whose tense says that it is told too."""
    doc = verb.doc
    if end >= cut or verb.sent.start == end:
        return end
    rest = doc[end:cut]
    if rest[0].tag_ in FINITE and doc[end - 1].pos_ in ("NOUN", "PROPN", "PRON") and doc[end - 1].dep_ == "conj":
        return cut
    if rest[0].text == "," and len(rest) > 1 and rest[1].tag_ in FINITE and rest[1].dep_ != "conj":
        return cut
    if rest[0].tag_ in FINITE and not any(word.tag_ in FINITE for word in doc[start:end]):
        return cut
    joined = rest[0].dep_ == "cc" or (rest[0].text == "," and len(rest) > 1 and rest[1].dep_ == "cc")
    if not joined:
        return end
    main = next((word for word in rest if word.tag_ in FINITE or (word.dep_ == "conj" and word.pos_ == "VERB")), None)
    if main is None:
        return cut
    told = any(word.lower_ in BACKSHIFTED for word in rest[:LEADING])
    return cut if told and any(word.dep_ in SUBJECTS for word in rest[:LEADING]) else end


def _opening_of(doc: Doc, start: int) -> int:
    """Before the conjunction and comma that lead up to token `start`."""
    while start > 0 and (doc[start - 1].dep_ == "cc" or doc[start - 1].text == "," or doc[start - 1].pos_ == "ADV"):
        start -= 1
    return start


def _fronted(token: Token, cue: Cue) -> Content | None:
    """A clause before the attribution without quotation marks: "The army withdrew, he said"."""
    doc, frame = token.doc, cue.verb.frame("clause") if cue.verb else None
    start = lead(doc, cue)
    sentence = token.sent
    if (
        frame is None
        or token.dep_ == "acl"
        or start - 1 - sentence.start < FRONTED
        or doc[start - 1].text not in (",", "–", "--", "—")
    ):
        return None
    for word in doc[sentence.start : start - 1]:
        own = any(child.dep_ in SUBJECTS for child in word.children)
        if own and ((word.head == token and word.dep_ in CLAUSES) or token.head == word or word.dep_ == "ROOT"):
            tail = _resumed(doc, cue, word)
            pieces = ((sentence.start, start - 1),) + ((tail,) if tail else ())
            return Content(pieces, "clause", frame.act)
    return None


def _resumed(doc: Doc, cue: Cue, main: Token) -> tuple[int, int] | None:
    """The rest of a sentence that goes on behind an attribution between commas."""
    sentence = doc[cue.head].sent
    for token in doc[cue.head + 1 : sentence.end]:
        if token.text == ",":
            rest = doc[token.i + 1 : sentence.end]
            if any(word.head == main and word.dep_ not in ("punct", "cc") for word in rest):
                return token.i + 1, sentence.end
            return None
    return None


def _loose(token: Token, cue: Cue, others: Sequence[Cue]) -> Content | None:
    """A clause that the parse has not tied to the verb: "he said that …", "he said the toll rose" up to the end of the
    sentence, or to the comma after a clause that only leads up to another."""
    frame = cue.verb.frame("clause") if cue.verb and cue.verb.saying else None
    doc, sentence = token.doc, token.sent
    start = token.i + 1
    if frame is None or sentence.end - start <= FRONTED or any(child.dep_ == "dobj" for child in token.rights):
        return None
    that = next((word.i for word in doc[start : min(start + LEADING, sentence.end)] if word.lower_ == "that"), None)
    if that is not None and not any(word.pos_ in ("VERB", "AUX") for word in doc[start:that]):
        start = that
    elif (
        doc[start].tag_ in FINITE
        or doc[start].is_punct
        or (doc[start].pos_ in ("ADP", "CCONJ", "PUNCT", "PART", "SCONJ") and doc[start].lower_ != "as")
    ):
        return None
    finite = next((word for word in doc[start : min(start + REACH, sentence.end)] if word.tag_ in FINITE), None)
    if finite is None or (any(word.text == "," for word in doc[start : finite.i]) and start == token.i + 1):
        return None
    end = sentence.end
    if token.dep_ == "advcl":
        end = next((word.i for word in doc[finite.i : end] if word.text == ","), end)
    for other in others:
        if token.i < other.head < end and other.source == cue.source:
            end = min(end, _opening_of(doc, lead(doc, other)))
    return Content(((start, end),), "clause", frame.act) if end - start > FRONTED else None


def _according(token: Token) -> Content | None:
    """The sentence round "according to X"; of a joined sentence the clause it stands in."""
    doc, sentence = token.doc, token.sent
    stop = int(doc[token.i + 1].right_edge.i) + 1
    stop = max(stop, int(token.right_edge.i) + 1)
    while stop < sentence.end and doc[stop - 1].text != "," and doc[stop].text == ",":
        break
    before = (sentence.start, token.i)
    after = (stop, sentence.end)
    if token.i - sentence.start < 2:
        return Content((after,), "according", "assert") if sentence.end - stop > FRONTED else None
    main = token.head
    rest = doc[stop : sentence.end]
    goes_on = sum(word.is_alpha for word in rest) > 1 and doc[stop].text == ","
    joined = next((word for word in rest if word.dep_ == "conj" and word.pos_ in ("VERB", "AUX")), None)
    pieces = (before, after) if goes_on and (joined is None or main.i >= stop) else (before,)
    return Content(pieces, "according", "assert")


def _of_noun(token: Token, cue: Cue) -> Content | None:
    clause = _that_clause(token)
    if clause is None:
        return None
    mark = next(word.i for word in clause.lefts if word.lower_ == "that")
    return Content(((mark, int(clause.right_edge.i) + 1),), "noun", cue.act)


def _that_clause(noun: Token) -> Token | None:
    """The verb of a noun's that-clause, also where a date stands between them: "allegations on Monday that …"."""
    if noun.lower_ not in reporting.nouns():
        return None
    following: list[Token] = [*noun.rights, *(noun.head.rights if noun.dep_ == "dobj" else ())]
    for child in following:
        marked = any(word.lower_ == "that" and word.dep_ == "mark" for word in child.lefts)
        if marked and child.dep_ in ("acl", "ccomp", "relcl") and child.i > noun.i:
            return child
    return None
