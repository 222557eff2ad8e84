"""Contents: the words that a cue reports, by grammar and by the quotation marks beside it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from onrecord.reading.statements import (
    content_charges,
    content_ends,
    content_loose,
    content_nouns,
    content_quoted,
    content_relative,
    hearers,
)
from onrecord.reading.statements.cues import SUBJECTS, Cue
from onrecord.reading.statements.quotations import Quotation
from onrecord.reading.statements.sources import gapped, passive, speaks
from onrecord.vocabulary import reporting
from onrecord.vocabulary.countries import country_of_demonym
from onrecord.vocabulary.dates import date_words

TIMES = frozenset(("after", "before", "since", "until"))
ACCUSED = 14  # tokens of those who are accused of a deed
BESIDE = frozenset(("as", "while", "after", "when", "before", "although", "though", "amid"))  # begin another clause


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
        pieces = content_loose.according(token, others)
        return Content(pieces, "according", "assert") if pieces else None
    if token.tag_[0] == "N" and cue.verb is None:
        claim = content_nouns.of_noun(token)
        return Content((claim,), "noun", cue.act) if claim is not None else None
    if cue.verb is not None:
        found = _beside(doc, cue, quotations, others) or _of_verb(token, cue, others)
        if found is not None:
            return found
    idiom = content_nouns.idiom(token, cue, others) or content_charges.find(token, cue, others)
    return Content((idiom.piece, *idiom.more), "idiom", idiom.act, idiom.target) if idiom is not None else None


def _beside(doc: Doc, cue: Cue, quotations: Sequence[Quotation], others: Sequence[Cue]) -> Content | None:
    frame = cue.verb.frame("quote") if cue.verb else None
    found = content_quoted.beside(doc, cue, quotations, others) if frame else None
    return Content(found[0], "quote", frame.act, direct=found[1]) if frame and found else None


def _of_verb(token: Token, cue: Cue, others: Sequence[Cue]) -> Content | None:
    verb = cue.verb
    if verb is None:
        return None
    missing = gapped(token)
    denied = content_relative.denied(token, verb) if missing or token.dep_ == "acl" else None
    if missing or denied is not None:
        return Content((denied,), "object", "deny") if denied is not None else None
    frame = verb.frame("clause")
    parted = content_loose.interrupted(token, cue, others) if frame is not None and verb.saying else None
    if frame is not None and parted is not None:
        return Content(parted, "clause", frame.act)
    for child in token.rights:
        found = None
        if child.dep_ in ("ccomp", "xcomp") and not _already(token, cue) and not _parted(token, child):
            found = _of_clause(token, child, cue, others) or _of_called(token, child, cue, others)
        elif child.dep_ in ("dobj", "dative") and child.i > token.i and child.i != cue.source:
            found = _of_object(token, child, cue, others) or _of_hearers(token, child, cue, others)
            found = found or _of_judged(token, child, cue, others)
        elif child.dep_ == "advcl":
            found = _of_order(token, child, cue, others) or _of_deed(token, child, cue, others)
        elif child.dep_ == "oprd":
            found = _of_predicate(token, child, cue, others)
        elif child.dep_ == "prep" or (child.dep_ == "prt" and any(word.dep_ == "pobj" for word in child.rights)):
            found = _of_topic(token, _behind_its_day(child), cue, others)
        if found is not None:
            return found
    return _untied(token, cue, others)


def _already(token: Token, cue: Cue) -> bool:
    """Whether what is said stands before the verb, whose source follows it: "…, said Ali, the leader who …"."""
    return cue.source > token.i and any(child.dep_ == "ccomp" for child in token.lefts) and token.nbor(-1).is_punct


def _parted(token: Token, clause: Token) -> Token | None:
    """The "after" behind the verb's object from which the parse has parted a clause that tells when it was said:
    "confirmed the army's withdrawal after the rebel force declared …"."""
    thing, start = next((child.i for child in token.rights if child.dep_ == "dobj"), clause.i), clause.left_edge.i
    times = (word for word in token.doc[thing + 1 : start] if word.dep_ == "prep" and word.lower_ in TIMES)
    return next((time for time in times if time.right_edge.i + 1 == start), None)


def _before_parted(token: Token, stop: int) -> int:
    """The end of what is said before such an "after"."""
    parted = (_parted(token, child) for child in token.rights if child.dep_ == "ccomp")
    return min([stop, *(time.i for time in parted if time is not None)])


def _untied(token: Token, cue: Cue, others: Sequence[Cue]) -> Content | None:
    """A clause that does not hang on the verb."""
    frame = cue.verb.frame("clause") if cue.verb else None
    if frame is None:
        return None
    pieces = content_loose.fronted(token, cue)
    if pieces is None and cue.verb is not None and cue.verb.saying:
        pieces = content_loose.loose(token, cue, others)
        if pieces and _only_thing(token, pieces):
            return None  # "said his goodbyes"
    return Content(pieces, "clause", frame.act) if pieces else None


def _only_thing(token: Token, pieces: Sequence[tuple[int, int]]) -> bool:
    """Whether what seems a clause is the verb's object and nothing told."""
    own = any(child.dep_ == "dobj" and child.left_edge.i == pieces[0][0] for child in token.rights)
    return own and not any(word.tag_ in content_ends.FINITE for start, end in pieces for word in token.doc[start:end])


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
        if any(child.tag_ in ("WP", "WRB", "WDT") for child in clause.lefts):
            return None  # "told them what to do"
        if doers or objects:
            target = (doers or objects)[0]
            if ordered is None or token.doc[clause.left_edge.i - 1].text == ",":
                return None
            return Content(
                ((_left(target), content_ends.end(token, clause, cue, others)),), "order", ordered.act, int(target.i)
            )
        own = verb.frame("infinitive", word=clause.lower_)
        if own is None or passive(token) or (own.act == "reject" and token.dep_ == "acl"):
            return None  # "was proposed by the mayor to close the gap", "threats against people refusing to pay"
        return Content(
            ((int(clause.left_edge.i), content_ends.end(token, clause, cue, others)),), "infinitive", own.act
        )
    if _is_deed(clause) and clause.dep_ == "xcomp" and not doers:
        return _of_deed(token, clause, cue, others)
    frame = verb.frame("clause")
    if frame is None or clause.i < token.i or (clause.dep_ == "xcomp" and not doers):
        return None
    if clause.tag_[0] == "J" and not any(word.tag_ in content_ends.FINITE for word in clause.subtree):
        return None  # "said his goodbyes to the staff, busy studying"
    beside = token.i + 2 < len(token.doc) and token.nbor().text == "," and token.nbor(2).lower_ in BESIDE
    if beside and clause.left_edge.i <= token.i + 2:
        return None  # "…, he said, as fighting went on"
    start = _clause_start(token, clause, bool(doers))
    if start is None:
        return None
    act = "assert" if frame.act in ("agree", "promise") and not _to_come(clause) else frame.act
    return Content(((start, content_ends.end(token, clause, cue, others)),), "clause", act)


def _is_deed(clause: Token) -> bool:
    """Whether a clause is a deed without a doer: "shelling the town", "having shelled it"."""
    return clause.tag_ == "VBG" or any(child.lower_ == "having" and child.dep_ == "aux" for child in clause.lefts)


def _of_deed(token: Token, clause: Token, cue: Cue, others: Sequence[Cue]) -> Content | None:
    """A deed behind the verb, or behind the day of the saying: "denied on Saturday shelling the town"."""
    frame = cue.verb.frame("gerund") if cue.verb else None
    start = min((clause.i, *(child.i for child in clause.lefts if child.lower_ in ("having", "ever", "not"))))
    if frame is None or not _is_deed(clause) or not _is_time(token.doc[token.i + 1 : start]):
        return None
    return Content(((start, content_ends.end(token, clause, cue, others)),), "gerund", frame.act)


def _of_called(token: Token, clause: Token, cue: Cue, others: Sequence[Cue]) -> Content | None:
    """A thing by what somebody calls it: "condemned what it called a massacre"."""
    what = next((child for child in clause.lefts if child.tag_ == "WP" and child.dep_ == "dobj"), None)
    frames = (frame for verb in reporting.verbs().get(clause.lower_, ()) for frame in verb.frames)
    if what is None or what.i != token.i + 1 or not any(f.name == "predicate" or "as" in f.links for f in frames):
        return None
    noun = next((word for word in clause.subtree if word.i > clause.i and word.pos_ == "NOUN"), None)
    frame = cue.verb.frame("object", word=noun.lower_) if cue.verb and noun is not None else None
    return Content(((what.i, content_ends.end(token, clause, cue, others)),), "object", frame.act) if frame else None


def _to_come(clause: Token) -> bool:
    """Whether a clause tells what is to be done: "agreed that troops would leave", not "assured that he was right"."""
    return any(child.tag_ == "MD" or child.tag_ == "TO" for child in clause.lefts) or clause.tag_ == "VB"


def _clause_start(token: Token, clause: Token, doers: bool) -> int | None:
    """Where a clause begins that hangs on a verb of saying: at "that", at the words that limit its first number, at a
    doer that the parse has taken for the verb's object; None where it says only whether something is so."""
    marks = [child for child in clause.lefts if child.dep_ == "mark"]
    if any(mark.lower_ in ("if", "whether") or mark.lower_ in TIMES for mark in marks) or _asked(clause):
        return None
    if any(child.dep_ == "dobj" and child.lower_ in reporting.nouns() and child.i < clause.i for child in token.rights):
        return None  # "repeated his threat that …"
    start = int(clause.left_edge.i)
    if marks and marks[0].lower_ == "that":
        start = int(marks[0].i)
    elif not doers and not any(child.dep_ in ("expl", "csubj") for child in clause.lefts):
        taken = next((child for child in token.rights if child.dep_ == "dobj" and child.i < clause.i), None)
        finite = any(word.tag_ in content_ends.FINITE for word in (clause, *clause.lefts))
        if taken is None or not finite or taken.right_edge.i + 1 != start:
            return None
        start = int(taken.left_edge.i)
    elif token.i + 1 < start and token.nbor().lower_ in reporting.words("limits"):
        start = token.i + 1
    start = max(start, token.i + 1)
    return hearers.past(token, _past_occasion(token, clause, start))


def _past_occasion(token: Token, clause: Token, start: int) -> int:
    """Behind the occasion of a saying that the parse has drawn into it: "said after the meeting the war would end"."""
    prep = token.doc[start]
    noun = next((child for child in prep.rights if child.dep_ == "pobj"), None)
    if start != token.i + 1 or prep.lower_ not in ("after", "before", "during", "at") or noun is None:
        return start
    behind = int(noun.right_edge.i) + 1
    told = noun.lower_ in reporting.words("occasions") and behind < clause.i and token.doc[behind].text != ","
    return behind if told else start


def _asked(clause: Token) -> bool:
    """Whether a clause only names what is told of: "told the court what he had seen", "explained how it was done"."""
    first = clause.doc[clause.left_edge.i]
    things = first.tag_ in ("WP", "WRB", "WDT") and first.head == clause and first.dep_ not in SUBJECTS
    return things and first.lower_ not in ("when", "whenever", "wherever")


def _of_object(token: Token, thing: Token, cue: Cue, others: Sequence[Cue]) -> Content | None:
    verb, first = cue.verb, thing
    if verb is None:
        return None
    if country_of_demonym(thing.text) is not None:  # "denied the [Azeri] reports", where the parse makes two objects
        thing = next((c for c in token.rights if c.dep_ == "dobj" and c.left_edge.i == thing.i + 1), thing)
    following = [child for child in token.rights if child.i > thing.i] + list(thing.rights)
    for child in following:
        if child.dep_ == "prep":
            charge = verb.frame("charge", child.lower_)
            if charge is not None and charge.links:
                blamed = next((word for word in child.rights if word.dep_ == "pobj" and child.lower_ == "on"), thing)
                stop = _before_parted(token, content_ends.end(token, child, cue, others))
                return Content(((_left(thing), stop),), "charge", charge.act, int(blamed.i))
        clause = child.dep_ in ("xcomp", "ccomp") and child.head == token and not _parted(token, child)
        if clause and thing.lower_ not in reporting.nouns():
            return None  # the clause is what is said
    deep = _charged(thing)
    charge = verb.frame("charge", "of") if deep is not None else None
    if deep is not None and charge is not None and charge.links:
        return Content(
            ((_left(thing), content_ends.end(token, deep, cue, others)),), "charge", charge.act, int(thing.i)
        )
    if token.nbor().text == "," and thing.left_edge.i == token.i + 2:
        return None  # "…, the paper reported, the highest toll so far": the phrase sums up what stands before
    if thing.lower_ in reporting.words("pointing") and thing.dep_ == "dobj":
        return _of_pointer(token, thing, cue, others)
    frame = verb.frame("object", word=thing.lower_)
    if frame is None or thing.pos_ not in ("NOUN", "PROPN") or thing.dep_ != "dobj":
        return None
    last = content_nouns.that_clause(thing) or thing
    stop = content_ends.end(token, last, cue, others)
    told = next(
        (child for child in thing.rights if content_ends.occasion(child) and child.right_edge.i + 1 == stop), None
    )
    stop = _before_parted(token, int(told.left_edge.i) if told is not None else stop)
    act = "deny" if frame.act == "reject" and thing.lower_.removesuffix("s") in reporting.words("claims") else frame.act
    return Content(((_left(first), stop),), "object", act)


def _charged(thing: Token) -> Token | None:
    """The deed of which somebody is accused, where the parse has hung it on the last noun of those accused: "accused
    elements within the army [of plotting]"."""
    for word in thing.doc[thing.i + 1 : thing.i + ACCUSED]:
        if (word.pos_ == "VERB" and word.dep_ != "acl") or word.is_sent_start or word.text in (",", ";"):
            return None
        deed = thing.doc[word.i + 1 : word.i + 3] if word.lower_ == "of" else ()
        found = next((each for each in deed if not each.is_quote), None)
        if found is not None and found.tag_ == "VBG":
            return found
    return None


def _of_pointer(token: Token, thing: Token, cue: Cue, others: Sequence[Cue]) -> Content | None:
    """What is denied by a word that stands for it: "denied it", "dismissed this as fabricated"."""
    acts = {frame.act for frame in cue.verb.frames if frame.name == "object"} if cue.verb else set()
    behind = (child for child in token.rights if child.i > thing.i and child.dep_ in ("advcl", "prep"))
    judged = next((child for child in behind if child.left_edge.lower_ == "as"), thing)
    stop = content_ends.end(token, judged, cue, others)
    untrue = any(word.lower_ in reporting.reporting().groups["untrue"] for word in token.doc[thing.i : stop])
    denied = "deny" in acts or ("reject" in acts and untrue)
    return Content(((thing.i, stop),), "object", "deny") if denied else None


def _of_order(token: Token, clause: Token, cue: Cue, others: Sequence[Cue]) -> Content | None:
    """What people are to do, where the parse has not made it what is said: "told soldiers there to lay down their
    arms", "called on Monday for all sides to cease fire"."""
    if cue.verb is None or not any(child.tag_ == "TO" and child.dep_ == "aux" for child in clause.lefts):
        return None
    doers = [child for child in clause.lefts if child.dep_ in SUBJECTS]
    asked = cue.verb.frame("topic", "for")
    if any(child.dep_ == "mark" and child.lower_ == "for" for child in clause.lefts) and doers and asked is not None:
        return Content(((_left(doers[0]), content_ends.end(token, clause, cue, others)),), "topic", asked.act)
    told = next((child for child in token.rights if child.dep_ == "dobj" and child.i < clause.i), None)
    ordered = cue.verb.frame("order")
    if told is None or ordered is None or doers or not (told.pos_ != "NOUN" or speaks(told)):
        return None
    if not all(word.pos_ == "ADV" for word in token.doc[told.right_edge.i + 1 : clause.left_edge.i]):
        return None
    return Content(((_left(told), content_ends.end(token, clause, cue, others)),), "order", ordered.act, int(told.i))


def _of_judged(token: Token, thing: Token, cue: Cue, others: Sequence[Cue]) -> Content | None:
    """What somebody calls a thing, where the parse has made it a quality of the thing: "called the raid “barbaric”"."""
    quality = next((child for child in thing.rights if child.dep_ == "amod" and child.pos_ == "ADJ"), None)
    marked = quality is not None and quality.i == thing.i + 2 and token.doc[thing.i + 1].is_quote
    return _of_predicate(token, quality, cue, others) if quality is not None and marked else None


def _of_hearers(token: Token, thing: Token, cue: Cue, others: Sequence[Cue]) -> Content | None:
    """What those are told who are the verb's object."""
    frame = cue.verb.frame("clause") if cue.verb else None
    clause = hearers.clause_of(thing) if frame and not any(c.dep_ in ("ccomp", "xcomp") for c in token.rights) else None
    if frame is None or clause is None:
        return None
    return Content(((thing.i + 1, content_ends.end(token, clause, cue, others)),), "clause", frame.act)


def _of_predicate(token: Token, what: Token, cue: Cue, others: Sequence[Cue]) -> Content | None:
    """Somebody or something and what it is called: "called the attack barbaric", "called Iran a threat"; a name that
    it is given is no saying."""
    frame = cue.verb.frame("predicate", word=what.lower_) if cue.verb else None
    thing = next((child for child in token.rights if child.dep_ == "dobj" and child.i < what.i), None)
    inner = [child for child in what.lefts if child.dep_ in ("nsubj", "compound") and child.i > token.i]
    first = _left(thing) if thing is not None else _left(what)
    judged = what.pos_ == "ADJ" or any(child.lower_ in ("a", "an") for child in what.lefts)
    misread = what.tag_ == "NN" and thing is None and bool(inner)
    if frame is None or first != token.i + 1 or not (thing or inner) or not (judged or misread):
        return None
    return Content(((first, content_ends.end(token, what, cue, others)),), "predicate", frame.act)


def _of_topic(token: Token, prep: Token, cue: Cue, others: Sequence[Cue]) -> Content | None:
    frame = cue.verb.frame("topic", prep.lower_) if cue.verb else None
    if frame is None:
        return None
    inner = next((child for child in prep.rights if child.dep_ in ("pobj", "pcomp")), None)
    if inner is None or _is_day(inner):
        return None  # "agreed on Friday to …"
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
    return Content(((_left(inner), content_ends.end(token, last, cue, others)),), "topic", frame.act, target)


def _behind_its_day(prep: Token) -> Token:
    """The preposition itself or, where it leads to the day of a saying, the one that the parse has hung on that day:
    "warned on Thursday of a famine"."""
    day = next((child for child in prep.rights if child.dep_ == "pobj"), None)
    if day is None or not _is_day(day):
        return prep
    return next((child for child in day.rights if child.dep_ == "prep" and child.i == day.i + 1), prep)


def _is_time(words: Iterable[Token]) -> bool:
    """Whether the words, if there are any, only give the day of what is told: "on Saturday"."""
    return all(word.pos_ in ("ADP", "DET") or _is_day(word) or word.like_num for word in words)


def _is_day(word: Token) -> bool:
    return word.lower_ in date_words().weekdays or word.lower_ in date_words().months


def _left(token: Token) -> int:
    return int(token.left_edge.i)
