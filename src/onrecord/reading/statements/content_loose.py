"""What a cue reports where no clause hangs on it: before it, behind it by order alone, round "according to"."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from onrecord.reading.statements.content_ends import FINITE, lead, opening_of, resumed
from onrecord.reading.statements.cues import Cue
from onrecord.reading.statements.sources import RELATIVES, SUBJECTS, passive
from onrecord.vocabulary import reporting

CLAUSES = frozenset(("ccomp", "parataxis"))
DASHES = frozenset((",", "–", "--", "—"))
FRONTED = 3  # a clause before "…, he said" has at least so many words
THAT = 12  # tokens between a verb and its "that", where an occasion stands between them
REACH = 25  # tokens among which the verb of a loose clause is looked for
SHORTEST = 2  # tokens of a comma and a name of one word, which may be a place
APPOSED = 14  # tokens of a phrase that says who the source is
Pieces = tuple[tuple[int, int], ...]


def fronted(token: Token, cue: Cue) -> Pieces | None:
    """A clause before the attribution without quotation marks: "The army withdrew, he said"."""
    doc, start, sentence = token.doc, lead(token.doc, cue), token.sent
    if (
        token.dep_ == "acl"
        or token.i == 0
        or (passive(token) and token.tag_ == "VBN" and token.nbor(-1).pos_ != "AUX")  # "messages, reported by the BBC"
        or (token.dep_ == "relcl" and any(child.lower_ in RELATIVES for child in token.lefts))
        or (token.tag_ == "VBG" and cue.shared >= 0)
        or start - 1 - sentence.start < FRONTED
        or doc[start - 1].text not in DASHES
    ):
        return None
    for word in doc[sentence.start : start - 1]:
        own = any(child.dep_ in SUBJECTS for child in word.children)
        own = own or (word.dep_ == "ccomp" and any(each.tag_ in FINITE for each in (word, *word.lefts)))
        if own and ((word.head == token and _said(word)) or token.head == word or word.dep_ == "ROOT"):
            tail = resumed(doc, cue, word)
            return ((sentence.start, start - 1),) + ((tail,) if tail else ())
    return ((sentence.start, start - 1),) if _is_clause(token, start) else None


def _is_clause(token: Token, start: int) -> bool:
    """Whether a clause that ends before token `start` has been taken for a second doer of the verb: "A raid killed ten
    people in the town, a medic told Reuters"."""
    doers = (child for child in token.lefts if child.dep_ in SUBJECTS and start - child.right_edge.i in (1, 2))
    verbs = (child for doer in doers for child in doer.rights if child.dep_ == "acl" and child.tag_ in ("VBN", "VBD"))
    return any(child.dep_ in ("dobj", "npadvmod") for verb in verbs for child in verb.rights)


def interrupted(token: Token, cue: Cue, others: Sequence[Cue]) -> Pieces | None:
    """Both pieces of a clause between whose doer and verb the attribution stands: "His men, he said, had gone"."""
    doc, start, sentence = token.doc, lead(token.doc, cue), token.sent
    if token.i + 2 >= sentence.end or start - 2 < sentence.start or not 0 <= cue.source < token.i:
        return None
    if doc[start - 1].text != "," or token.nbor().text != "," or token.tag_ not in FINITE:
        return None
    main = token.head if token.dep_ == "parataxis" else next((c for c in token.rights if c.dep_ == "ccomp"), token)
    doer = next((child for child in main.lefts if child.dep_ in SUBJECTS and child.i < start - 1), None)
    verb = next((word for word in (*main.lefts, main) if word.tag_ in FINITE and word.i > token.i), None)
    if main.i <= token.i or doer is None or verb is None or doer.lower_ in RELATIVES or main.dep_ == "relcl":
        return None
    if any(word.tag_ in FINITE and word.head == main for word in doc[doer.i : start]):
        return None
    joined = (other for other in others if token.i < other.head and doc[other.head].dep_ == "conj")
    ends = (opening_of(doc, lead(doc, other)) for other in joined)
    stop = min([sentence.end, *(end for end in ends if end > main.i)])
    return (int(doer.left_edge.i), start - 1), (token.i + 2, stop)


def _said(verb: Token) -> bool:
    """Whether the verb of a clause before the attribution is what is said, not why or when it was."""
    return verb.dep_ in CLAUSES or (verb.dep_ == "advcl" and not any(child.dep_ == "mark" for child in verb.lefts))


def loose(token: Token, cue: Cue, others: Sequence[Cue]) -> Pieces | None:
    """A clause that the parse has not tied to the verb: "he said that …", "he said the toll rose" up to the end of the
    sentence, or to the comma after a clause that only leads up to another."""
    doc, sentence = token.doc, token.sent
    start = token.i + 1
    if sentence.end - start <= FRONTED:
        return None
    that = next((word.i for word in doc[start : min(start + THAT, sentence.end)] if word.lower_ == "that"), None)
    verbs = [word for word in doc[start:that] if word.pos_ in ("VERB", "AUX") and word.dep_ != "acl"]
    if that is not None and not verbs and _opens(doc[that]):
        start = that
    elif not _goes_on(doc, start) or any(child.dep_ == "dobj" and not _opened(child, cue) for child in token.rights):
        return None
    finite = next((word for word in doc[start : min(start + REACH, sentence.end)] if word.tag_ in FINITE), None)
    if finite is None or (any(word.text == "," for word in doc[start : finite.i]) and start == token.i + 1):
        return None
    end = sentence.end
    if token.dep_ in ("advcl", "ccomp"):
        end = next((word.i for word in doc[finite.i : end] if word.text == ","), end)
    for other in others:
        if token.i < other.head < end and other.source == cue.source:
            end = min(end, opening_of(doc, lead(doc, other)))
    return ((start, end),) if end - start > FRONTED else None


def _opened(thing: Token, cue: Cue) -> bool:
    """Whether what the parse has made the object of a verb that takes none is the doer of a clause that hangs on it:
    "said the number of those killed stood at 30"."""
    bare = cue.verb is not None and cue.verb.frame("object") is None and cue.verb.lemma != "tell"
    clauses = (word for word in thing.subtree if word.tag_ in FINITE)
    return bare and any(not any(child.lower_ in RELATIVES for child in word.lefts) for word in clauses)


def _opens(that: Token) -> bool:
    """Whether "that" leads up to a clause rather than pointing at something: "that house"."""
    if that.dep_ == "mark":
        return True
    before, following = that.nbor(-1), that.nbor() if that.i + 1 < len(that.doc) else that
    described = that.tag_ == "WDT" and before.lower_ not in reporting.words("occasions")
    return that.tag_ != "DT" and that.dep_ != "det" and following.pos_ not in ("VERB", "AUX") and not described


def _goes_on(doc: Doc, start: int) -> bool:
    """Whether a clause may begin at token `start`, right behind a verb of saying."""
    first, verb = doc[start], doc[start - 1].lower_
    if verb not in reporting.verb_forms("bare") or first.tag_ in FINITE or first.tag_ == "VBG" or first.is_punct:
        return False
    return first.pos_ not in ("ADP", "CCONJ", "PUNCT", "PART", "SCONJ") or first.lower_ == "as"


def according(token: Token, others: Sequence[Cue]) -> Pieces | None:
    """The sentence round "according to X"; of a joined sentence the clause it stands in, without the words at its end
    by which a medium hands it on ("…, the paper reported")."""
    doc, sentence = token.doc, token.sent
    stop = max(int(doc[token.i + 1].right_edge.i), int(token.right_edge.i)) + 1
    stop = _past_apposition(doc, stop, sentence.end)
    before, after = (sentence.start, token.i), (stop, sentence.end)
    if token.i - sentence.start < 2 or token.is_title:  # behind a heading that has run into the sentence
        handed = [lead(doc, other) for other in others if stop < other.head and other.head + 2 >= sentence.end]
        after = stop, min([sentence.end, *handed])
        return (after,) if after[1] - stop > FRONTED else None
    rest = doc[stop : sentence.end]
    if rest[1:2].text == "with" and any(stop < other.head for other in others if other.source > stop):
        return (before,)  # "…, according to the ministry, with a medic saying …"
    told = any(word.tag_ in FINITE for word in rest) or not any(word.tag_ in FINITE for word in doc[slice(*before)])
    goes_on = told and sum(word.is_alpha for word in rest) > 1 and doc[stop].text == ","
    joined = next((word for word in rest if word.dep_ == "conj" and word.pos_ in ("VERB", "AUX")), None)
    return (before, after) if goes_on and (joined is None or token.head.i >= stop) else (before,)


def _past_apposition(doc: Doc, stop: int, last: int) -> int:
    """Behind the phrase that says who a source is, or the name of who has an office: "according to Acled, a group that
    counts the dead, …", "according to the chief of staff, General Ali Hassan, …"."""
    if stop + 1 < last and doc[stop].text == "," and doc[stop + 1].pos_ == "PROPN":
        behind = stop + 1
        while behind < last and doc[behind].pos_ == "PROPN":
            behind += 1
        named = behind - stop > SHORTEST and doc[behind].text == "," and doc[behind - 1].dep_ in SUBJECTS
        own = any(word.dep_ in SUBJECTS and word.head == doc[behind - 1].head for word in doc[behind + 1 : last])
        return behind if named and own else stop
    if stop + 1 >= last or doc[stop].text != "," or doc[stop + 1].lower_ not in ("a", "an", "one", "who", "which"):
        return stop
    closing = next((word.i for word in doc[stop + 1 : min(stop + APPOSED, last)] if word.text == ","), None)
    return closing if closing is not None else stop
