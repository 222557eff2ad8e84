"""When a deed was done: the date that hangs on it or on what bears it, never the day on which somebody told of it."""

import re
from collections.abc import Set as AbstractSet

from spacy.tokens import Doc, Span, Token

from onrecord.reading.deeds.clause import FAR, Bearers, is_happening, is_verb, mark_of, says, steps
from onrecord.reading.deeds.grammar import in_main_clause, tells_who
from onrecord.reading.found import DateMention, Found, StatementMention
from onrecord.reading.report import At, Paragraph
from onrecord.vocabulary.dates import date_words
from onrecord.vocabulary.deeds import deeds
from onrecord.vocabulary.figures import words as figure_words
from onrecord.vocabulary.settings import words

BOUNDS = frozenset({"on", "about", "during", "since"})
OPENING, CLOSING = frozenset({"(", "[", "-LRB-"}), frozenset({")", "]", "-RRB-"})
ZONES = frozenset({"ET", "EST", "EDT", "GMT", "UTC", "PT", "PST", "PDT", "CET", "CEST", "BST"})
TO_BRACKET, TO_ZONE = 6, 3  # tokens
NEWS_UNITS = frozenset({"day", "week", "weekend"})
TOLD_UNITS = NEWS_UNITS | {"hour", "minute", "part"}
BEFORE_SINCE = 4  # tokens
UNSURE = frozenset({"if", "unless", "until", "once", "whether", "lest", "before"})
HAVE = frozenset({"has", "have", "'ve", "’ve"})
AFTERWARDS = frozenset({"after", "since", "when", "once", "before"})
ERA = 3  # sentences that go on from one that opens a time long past
YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:s|[-–]\d{2,4})?")
REMOVED = re.compile(
    r"\b(?:(?:hours|days|weeks|months|years|decades) (?:after|before|ago|earlier|later|prior)\b"
    r"|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+|several|some|few|many) "
    r"(?:hour|day|week|month|year|decade)s? (?:after|before|ago|earlier|later|since|prior)\b)",
    re.IGNORECASE,
)


def date_of(
    paragraph: Paragraph, found: Found, deed: Token, over: Bearers, statement: StatementMention | None = None
) -> DateMention | None:
    """The date on which the deed was done, as its own clause gives it; None where it gives none, or several.

    `over` bears the deed's setting; `statement` is the saying that holds the deed, whose own day is not the deed's.
    """
    sentence = deed.sent
    near = []
    for date in found.dates.within(At(paragraph.index, sentence.start, sentence.end)):
        if date.when.value.bound not in BOUNDS or is_converted(paragraph.doc, date):
            continue
        own = _bounds_content(date, deed, over)
        if not own and _is_of_saying(paragraph, found, date, deed, statement):
            continue
        away = 1 if own else _away(deed, date, over)
        if away < FAR:
            near.append((away, abs(date.at.start - deed.i), date))
    near.sort(key=lambda entry: entry[:2])
    if len(near) > 1 and near[0][0] == near[1][0] and _are_rivals(near[0][2], near[1][2]):
        return None
    return near[0][2] if near else None


def is_converted(doc: Doc, date: DateMention) -> bool:
    """Whether it gives an hour again by the clock of another zone: "at 6 a.m. (11 p.m. Tuesday ET)"."""
    before = doc[max(0, date.at.start - TO_BRACKET) : date.at.start]
    after = doc[date.at.end : date.at.end + TO_ZONE]
    opened = max((token.i for token in before if token.text in OPENING), default=-1)
    if opened < 0 or any(token.text in CLOSING for token in doc[opened : date.at.start]):
        return False
    return any(token.text in ZONES for token in (*doc[opened : date.at.end], *after))


def _are_rivals(one: DateMention, other: DateMention) -> bool:
    return one.when.value.bound == other.when.value.bound and one.when.value.unit == other.when.value.unit == "day"


def _away(deed: Token, date: DateMention, over: Bearers) -> int:
    """How far a date is from the deed; FAR where it dates something else."""
    doc = deed.doc
    head = doc[date.head] if date.head >= 0 else doc[date.at.start].head
    if head.sent != deed.sent:
        return FAR
    if head.i not in over and head.lemma_.lower() in figure_words().wars:  # "took part in the war of 1980-88"
        return FAR
    premodifies = head.i >= date.at.end and not is_verb(head) and not _follows_preposition(date, doc)
    if premodifies and head.i not in over and not is_happening(head):  # "the 2018 deal", "Monday's newspapers"
        return FAR
    if (date.when.value.bound == "since" and is_record(date, doc)) or (head.i not in over and _is_example(head)):
        return FAR
    named = premodifies and head.i not in over and head.dep_ == "dobj"
    if named and head.head.lemma_.lower() not in words().carrying:  # "violated the 2018 deal"
        return FAR
    climbed = steps(head, over)
    if climbed >= FAR:
        return FAR
    bearer = head
    for _ in range(climbed):
        bearer = bearer.head
    cost, early = over[bearer.i]
    if early and date.at.start > bearer.i:
        return FAR
    if cost >= 2 and _dates_another(bearer, deed):
        return FAR
    return 2 * cost + climbed


def _is_example(head: Token) -> bool:
    """Whether it is only one of those that the deed sums up: "was hit many times, with the worst attack in May"."""
    first = head.head if head.dep_ == "conj" else head
    beside = first.head.lower_ if first.dep_ == "pobj" else ""
    return beside == "including" or (beside == "with" and is_happening(first))


def is_record(date: DateMention, doc: Doc) -> bool:
    """Whether the date only bounds a superlative: "the highest since 2008", "the first attack since May"."""
    before = doc[max(0, date.at.start - BEFORE_SINCE) : date.at.start]
    if any(word.tag_ in ("JJS", "RBS") or word.lower_ == "first" for word in before):
        return True
    noun = doc[date.head] if date.head >= 0 else doc[date.at.start]  # "the fifth attack on a school since May"
    return is_happening(noun) and any(word.lower_ in date_words().ordinals for word in doc[noun.left_edge.i : noun.i])


def _follows_preposition(date: DateMention, doc: Doc) -> bool:
    """Whether the date is whole after its preposition, whatever the parse: "On Monday rebels seized"."""
    owner = date.at.end < len(doc) and doc[date.at.end].tag_ == "POS"
    return date.at.start > 0 and doc[date.at.start - 1].lower_ in ("on", "in") and not owner


def _dates_another(bearer: Token, deed: Token) -> bool:
    """Whether a verb joined to the deed has the date at its back while the deed comes first: "attacked the base and
    fled on Monday", or is of another time: "was born in 1960 and has led"."""
    if deed.i < bearer.i and bearer.dep_ == "conj" and is_verb(bearer):
        return any(child.dep_ in ("dobj", "nsubjpass") for child in deed.children)
    own = {child.lower_ for child in deed.children if child.dep_ == "aux"} & HAVE
    return deed.dep_ == "conj" and bool(own) and not {c.lower_ for c in bearer.children if c.dep_ == "aux"} & HAVE


def _bounds_content(date: DateMention, deed: Token, over: Bearers) -> bool:
    """Whether a date that the parse has hung on a verb of saying opens or ends what is said before that verb: "On
    Monday rebels seized the town, officials said", "seized the town, on Friday, the governor said"."""
    doc = deed.doc
    saying = doc[date.head] if date.head >= 0 else deed
    if not says(saying) or not date.at.end <= saying.i:
        return False
    if not any(doc[at].head == saying and doc[at].dep_ == "ccomp" for at, bearer in over.items() if bearer.cost <= 2):
        return False
    source = next((child.left_edge.i for child in saying.children if child.dep_ == "nsubj"), -1)
    ends = doc[date.at.end].text == "," and date.at.end < source
    opens = date.at.start - deed.sent.start <= 1 and date.at.end <= deed.i
    return opens or ends


def _is_of_saying(
    paragraph: Paragraph, found: Found, date: DateMention, deed: Token, statement: StatementMention | None
) -> bool:
    """Whether a date is that of a saying and not of what is said: "said on Friday", "told reporters Monday that"."""
    if date.head == deed.i:
        return False
    doc = paragraph.doc
    before = date.at.start - 1
    if before >= 0 and doc[before].pos_ == "ADP":
        before -= 1
    if before >= 0 and says(doc[before]) and before != deed.i:
        return True
    if statement is not None and statement.at.start <= deed.i < statement.at.end:
        return False
    told = (
        each for each in found.statements.of_paragraph(paragraph.index) if not each.at.start <= deed.i < each.at.end
    )
    return any(each.finding.on is not None and each.finding.on.words == date.when.words for each in told)


def is_recent(
    paragraph: Paragraph,
    found: Found,
    deed: Token,
    over: Bearers,
    statement: StatementMention | None,
    *,
    told: bool,
    head: DateMention | None = None,
) -> bool:
    """Whether the tense places an undated deed in the report's own news.

    The simple past and the present do, and "has done" where no word makes it a habit; "had done" only in somebody's
    report of it (`told`), and not "had been done". What is to come does not, nor does anything beside another date than
    that of the saying or of the heading (`head`), a year or a lapse of time.
    """
    verb = _verb_over(deed, over)
    if any(child.lower_ == "having" for child in deed.children):  # "having been driven out, they turned to"
        return False
    if verb is None or _is_past(paragraph, found, verb, deed, statement, head):
        return False
    helping = {child.lower_ for child in _helping(verb)}
    if mark_of(verb) in UNSURE or any(c.dep_ == "aux" and c.tag_ in ("MD", "TO") for c in verb.children):
        return False
    if "had" in helping:  # a sum of days, or what went on before, where it "had been" so: "40 had been killed"
        return told and "been" not in helping and verb.dep_ in ("ccomp", "conj", "ROOT", "parataxis")
    if _is_description(verb, helping) or _dates_another_time(verb) or (verb.dep_ == "advcl" and helping & HAVE):
        return False
    habitual = helping & HAVE or verb.tag_ in ("VBZ", "VBP")
    return not (habitual and any(child.lower_ in words().perfecting for child in verb.children))


def _helping(verb: Token) -> list[Token]:
    """The helping verbs of a verb, or those that it shares with the one it is joined to: "had advanced and taken"."""
    own = [child for child in verb.children if child.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass")]
    if not own and verb.dep_ == "conj" and verb.tag_ in ("VBN", "VBD"):
        own = [child for child in verb.head.children if child.lower_ == "had"]
    return [child for child in own if child.dep_ in ("aux", "auxpass")]


def _is_description(verb: Token, helping: AbstractSet[str]) -> bool:
    """Whether a relative clause only tells which ones are meant: "those who fled", "the town, which has fallen"."""
    if verb.dep_ != "relcl":
        return False
    return tells_who(verb) or bool(helping & HAVE) or not (_is_aside(verb) or is_happening(verb.head))


def _dates_another_time(verb: Token) -> bool:
    """Whether a clause only tells when something was done that is itself no news: "stalls built after the market was
    destroyed", "those who fled when the camp was shelled", "had moved in after the army left", "is calm since they
    came"."""
    over, mark = verb.head, mark_of(verb)
    if verb.dep_ != "advcl" or mark not in AFTERWARDS or not is_verb(over):
        return False
    if mark == "since":
        return True
    helping = {child.lower_ for child in _helping(over)}
    return (over.dep_ == "acl" and not is_happening(over.head)) or _is_description(over, helping) or "had" in helping


def _is_aside(clause: Token) -> bool:
    """Whether a comma sets a relative clause off: "the town, which rebels entered", not "those who entered"."""
    return clause.left_edge.i > 0 and clause.left_edge.nbor(-1).text in (",", "–", "—", "-", "(")


def _verb_over(deed: Token, over: Bearers) -> Token | None:
    """The finite verb whose tense is the deed's."""
    for at in over:
        token = deed.doc[at]
        if is_verb(token) and _is_finite(token):
            return token
    return None


def _is_finite(verb: Token) -> bool:
    if verb.tag_ in ("VBD", "VBZ", "VBP"):
        return True
    helped = any(
        child.dep_ in ("aux", "auxpass") and child.tag_ in ("VBD", "VBZ", "VBP", "VB", "VBN") for child in verb.children
    )
    return helped or (verb.tag_ == "VBN" and verb.dep_ in ("ROOT", "ccomp", "conj"))  # a past tense misread


def _is_past(
    paragraph: Paragraph,
    found: Found,
    verb: Token,
    deed: Token,
    statement: StatementMention | None,
    head: DateMention | None,
) -> bool:
    """Whether the sentence speaks of another time than the report's, beside the day on which somebody spoke."""
    sentence = verb.sent
    text = f" {sentence.text.lower()} "
    if any(phrase in text for phrase in figure_words().elsewhen | figure_words().bygone):
        return True
    if REMOVED.search(text) or any(token.lower_ in words().former for token in sentence):
        return True
    heading = head.at if head is not None else At(paragraph.index, 0, 0)
    if any(YEAR.fullmatch(token.text) and not heading.start <= token.i < heading.end for token in sentence):
        return True
    doc = paragraph.doc
    for date in found.dates.within(At(paragraph.index, sentence.start, sentence.end)):
        of_saying = _is_of_saying(paragraph, found, date, deed, statement) or (date.head >= 0 and says(doc[date.head]))
        if (not of_saying or date.when.value.unit not in TOLD_UNITS) and date != head:
            return True
    return _opens_in_the_past(paragraph, found, verb)


def _opens_in_the_past(paragraph: Paragraph, found: Found, verb: Token) -> bool:
    """Whether the sentence before, in the paragraph, is set in a year or month, and this one goes on from it."""
    sentence, doc = verb.sent, paragraph.doc
    if sentence.start == 0 or verb.tag_ in ("VBZ", "VBP"):
        return False
    if _goes_on_from_an_era(sentence):
        return True
    before = doc[sentence.start - 1].sent
    dates = found.dates.within(At(paragraph.index, before.start, before.end))
    return any(
        date.when.value.bound == "on"
        and (date.when.value.year is not None or date.when.value.unit not in NEWS_UNITS)
        and in_main_clause(doc, date)
        for date in dates
    )


def _goes_on_from_an_era(sentence: Span) -> bool:
    """Whether a sentence shortly before opens a time long past, "Early in his rule", and none between a new one."""
    for _ in range(ERA):
        if sentence.start == 0:
            return False
        sentence = sentence.doc[sentence.start - 1].sent
        text = f" {' '.join(token.lower_ for token in sentence)} "
        if any(f" {phrase} " in text for phrase in deeds().background.eras):
            return True
        if any(token.tag_ in ("VBZ", "VBP") and token.dep_ == "ROOT" for token in sentence):
            return False
    return False


def is_relative(date: DateMention) -> bool:
    """Whether the date counts from the day of writing, and so not under a dated heading: "on Sunday"."""
    when = date.when.value
    return when.offset is not None or when.span is not None or (when.weekday is not None and when.day is None)
