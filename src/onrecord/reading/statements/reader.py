"""Statements: who says what, to whom, when and through whom, and what is done by saying it.

The syntax of a saying is found first (`quotations`, `cues`, `contents`, `attribution`); here its source becomes a
speaker, quotations that go on without words of attribution find theirs, and each saying is told once.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from onrecord.model.actors import Actor
from onrecord.model.findings import Observation, StatementFinding
from onrecord.model.said import Said
from onrecord.model.saids import each_once
from onrecord.reading import keeping
from onrecord.reading.found import Found, StatementMention
from onrecord.reading.report import At, Paragraph, Report
from onrecord.reading.rules import Rule
from onrecord.reading.statements import (
    acts,
    answers,
    attribution,
    audiences,
    chains,
    content_ends,
    intents,
    occasions,
    passages,
    quotations,
    speakers,
    turns,
)
from onrecord.reading.statements.attribution import Attribution
from onrecord.reading.statements.quotations import Quotation
from onrecord.reading.statements.speakers import Speakers
from onrecord.reading.statements.turns import Speech
from onrecord.vocabulary import reporting

PRESENT = frozenset(("VBP", "VBZ"))
COMPLETING = frozenset(("of", "that", "to", "for", "against", "over", "about"))  # lead up to what is said itself
ASKING = frozenset(("appeal", "demand"))
FAVOURS = reporting.noun_forms("favours")
RELATIVE = frozenset(("WP", "WDT", "WRB"))  # no end of what is said: "the men who, officials said, were killed"


def _medium(value: object, words: Sequence[str]) -> bool:
    return len(words) == 1 and reporting.media().get(words[0].lower()) == value


RULES: dict[str, Rule] = {
    "reporting verb": acts.by_cue,
    "content act": acts.by_content,
    "performative": acts.performed,
    "quotation": acts.by_quotation,
    "verb's medium": _medium,
    "in words": speakers.in_words,
    "demonym": speakers.demonym,
    "coreference to in words": speakers.in_words_again,
}


def find(report: Report, found: Found) -> tuple[StatementMention, ...]:
    """Every statement whose speaker is known, in the order of the text."""
    quoted, chronicled = quotations.find(report), occasions.chronicled(report)
    mentions: list[StatementMention] = []
    last: Speech | None = None
    for paragraph in report.paragraphs:
        if paragraph.role != "body":
            continue
        marks = quoted.get(paragraph.index, ())
        previous = last if last and _adjoins(last.paragraph, paragraph) else None
        heard = last if last and turns.near(last, paragraph, found) else None
        speeches = _undenied(_speeches(report, paragraph, found, marks, heard))
        speeches = sorted([*speeches, *_continued(paragraph, speeches, marks, previous)], key=lambda each: each.head)
        if chronicled.get(paragraph.part, paragraph.index + 1) <= paragraph.index:
            speeches = [replace(speech, recent=False) for speech in speeches]
        mentions += [_mention(speech) for speech in speeches if speech.who.actors]
        last = speeches[-1] if speeches else last
    return answers.told(report, found, mentions)


def observations(report: Report, mentions: Sequence[StatementMention]) -> tuple[Observation, ...]:
    """One observation for each statement."""
    return keeping.observations(report, "statement", mentions)


def _adjoins(before: Paragraph, after: Paragraph) -> bool:
    return before.index + 1 == after.index and before.part == after.part


def _speeches(
    report: Report, paragraph: Paragraph, found: Found, marks: Sequence[Quotation], previous: Speech | None
) -> list[Speech]:
    """The sayings of one paragraph that have a speaker, be it one whom the reading does not know."""
    sayings = [each for each in attribution.find(paragraph.doc, marks) if each.saying]
    carried, handed = chains.handed_on(paragraph, found, sayings)
    speeches: list[Speech] = []
    for saying in sayings:
        if saying.head in carried or chains.buried(saying, sayings):
            continue
        if not _worth(paragraph, saying) or occasions.labelled(paragraph, saying):
            continue
        if saying.what.frame == "object" and occasions.told_in_passing(paragraph.doc[saying.head]):
            continue  # "between May, when the junta announced its offensive, and July"
        who = turns.speaker(report, paragraph, found, saying, speeches, previous)
        if not who.actors and not turns.unknown(paragraph, saying):
            continue
        if saying.what.act == "agree" and occasions.long_ago(paragraph, found, saying):
            continue
        via = tuple(actor for head in saying.by.via for actor in speakers.find(paragraph, found, head).actors)
        speech = _speech(paragraph, found, saying, who, marks)
        if occasions.tomorrow(report, paragraph, speech.on):
            speech = replace(speech, on=None, recent=False)
        if speech.recent and speech.on is None:
            before = turns.resumed(paragraph, found, saying, speeches, previous, who)
            speech = replace(speech, on=before.on if before else None)
        told = saying.head not in handed and chains.inner(saying, sayings)
        if speech.recent and (told or occasions.goes_on_from_the_past(report, paragraph, found, saying)):
            speech = replace(speech, recent=False)
        shared = next((other for other in speeches if other.head == saying.by.shared), None)
        if shared is not None:
            speech = replace(speech, on=speech.on or shared.on, to=speech.to or shared.to)
        relayed = audiences.relayed(paragraph, found, saying)
        speeches.append(replace(speech, via=each_once((*speech.via, *via, *relayed, *handed.get(saying.head, ())))))
    return speeches


def _undenied(speeches: Sequence[Speech]) -> list[Speech]:
    """The sayings but those that another denies ever were: "denied reports that the general had called for war"."""
    denied = [piece for each in speeches if each.act.value == "deny" for piece in each.content]
    return [
        each
        for each in speeches
        if each.saying is None
        or each.saying.what.frame in ("noun", "according")
        or not any(start <= each.head < end for start, end in denied)
    ]


def _worth(paragraph: Paragraph, saying: Attribution) -> bool:
    """Whether there is anything in the words said: a word in marks is no statement."""
    tokens = [token for start, end in saying.content for token in paragraph.doc[start:end]]
    words = [token for token in tokens if token.is_alpha or token.like_num]
    if (tokens[-1].tag_ in RELATIVE and len(tokens) > 1) or tokens[0].lower_ == "according":
        return False
    if saying.what.frame == "object" and saying.what.act == "appeal" and words and words[0].lower_ in FAVOURS:
        return False  # "requesting anonymity"
    if saying.what.act == "deny" or (saying.what.frame == "topic" and saying.what.act == "appeal"):
        return bool(words)
    if saying.what.frame in ("topic", "idiom") or (saying.what.frame == "object" and saying.what.act in ASKING):
        torn = paragraph.doc[tokens[-1].i + 1 : tokens[-1].i + 2].text == "-"  # "urged de"-"escalation"
        return len(words) > 1 or (not torn and any(word.pos_ == "NOUN" for word in words))  # "urged restraint"
    if paragraph.doc[saying.head].lower_ in reporting.verb_forms("writing") and _is_title(words):
        return False
    return len(words) > (2 if saying.what.frame in ("clause", "quote", "according") else 1)


def _is_title(words: Sequence[Token]) -> bool:
    """Whether what is written is the title of a work: "wrote 'A History of Modern Libya'"."""
    return all(word.is_title or word.pos_ in ("ADP", "DET", "CCONJ", "NUM") for word in words)


def _speech(
    paragraph: Paragraph, found: Found, saying: Attribution, who: Speakers, marks: Sequence[Quotation]
) -> Speech:
    leading = occasions.leading_date(paragraph, found, saying)
    undated = (part for piece in saying.content for part in _undated(paragraph, found, saying, piece))
    content = tuple(_bare(paragraph, part) for part in undated)
    if leading is not None:
        content = ((leading.at.end, content[0][1]), *content[1:])
    to = audiences.audience(paragraph, found, saying)
    told = None if to else audiences.told_outlet(paragraph, found, saying)
    if told is not None:
        content, to = ((told.end, content[0][1]), *content[1:]), audiences.in_words(paragraph, told)
    via: tuple[Said[Actor], ...] = ()
    if to is not None and to.rule == "in words":
        via = tuple(
            m.actor for m in found.actors.of_paragraph(paragraph.index) if _media_in(paragraph, m.at, to, m.actor)
        )
    return Speech(
        saying=saying,
        paragraph=paragraph,
        head=saying.head,
        who=who,
        content=content,
        act=intents.act(paragraph, found, saying, who),
        form=_form(saying, marks),
        to=to,
        on=leading.when if leading else occasions.date(paragraph, found, saying),
        recent=occasions.recent(paragraph.doc, saying),
        via=via,
        target=_aimed_at(paragraph, found, saying, who),
    )


def _aimed_at(paragraph: Paragraph, found: Found, saying: Attribution, who: Speakers) -> tuple[Said[Actor], ...]:
    """Those aimed at; where several speakers accuse "each other", all of them."""
    if len(who.actors) > 1 and speakers.reciprocal(paragraph.doc, saying.what.target):
        return who.actors
    return _others(speakers.target(paragraph, found, saying.what.target), who)


def _others(aimed_at: Sequence[Said[Actor]], who: Speakers) -> tuple[Said[Actor], ...]:
    """Those aimed at who are not the speaker."""
    return tuple(each for each in aimed_at if each.value.key not in {actor.value.key for actor in who.actors})


def _media_in(paragraph: Paragraph, at: At, to: Said[str], actor: Said[Actor]) -> bool:
    return actor.value.type == "media" and to.words[0].holds(paragraph.span(at.start, at.end))


def _undated(paragraph: Paragraph, found: Found, saying: Attribution, piece: tuple[int, int]) -> list[tuple[int, int]]:
    """A piece without the date of the saying in it and the occasion behind that."""
    start, end = piece
    for mention in found.dates.of_paragraph(paragraph.index):
        own = mention.head == saying.head and not occasions.lasting(paragraph, mention)
        if own and start < mention.at.start and mention.at.end <= end:
            cut = mention.at.start
            if paragraph.doc[cut - 1].pos_ == "ADP" and cut - 1 > start:
                cut -= 1
            if mention.at.end == end or _occasion_follows(paragraph, saying, mention.at.end):
                return [(start, cut)]
            if saying.what.frame in occasions.THINGS:
                return [(start, cut), (mention.at.end, end)]
    return [piece]


def _occasion_follows(paragraph: Paragraph, saying: Attribution, at: int) -> bool:
    """Whether behind the date of a saying, which reports a thing in so many words, its occasion follows: "urged action
    on Friday in an appeal to the council", not "rejected on Friday the charge …", "blamed them on Friday for …"."""
    word = paragraph.doc[at]
    verb = saying.by.verb
    links = {link for frame in (verb.frames if verb else ()) for link in frame.links}
    thing = saying.what.frame in occasions.THINGS
    apart = word.pos_ in ("ADP", "SCONJ") or word.text in (",", ";")
    return thing and apart and word.lower_ not in links | COMPLETING


def _bare(paragraph: Paragraph, piece: tuple[int, int]) -> tuple[int, int]:
    """A clause without the "that" which leads up to it."""
    start, end = piece
    opening = paragraph.doc[start]
    following = paragraph.doc[start + 1] if start + 1 < end else opening
    leads = opening.lower_ == "that" and following.tag_ not in content_ends.FINITE
    return attribution.trimmed(paragraph.doc, start + 1, end) or piece if leads and end - start > 1 else piece


def _form(saying: Attribution, marks: Sequence[Quotation]) -> str:
    if saying.what.direct:
        return "direct"
    quoted = any(mark.at.start < end and start < mark.at.end for mark in marks for start, end in saying.content)
    return "mixed" if quoted else "indirect"


def _continued(
    paragraph: Paragraph, speeches: Sequence[Speech], marks: Sequence[Quotation], previous: Speech | None
) -> Iterator[Speech]:
    """Quotations without words of attribution that carry on the speech before them, in this paragraph or, where this
    one is nothing but quotation, in the one before."""
    bare = all(any(mark.outer.start <= t.i < mark.outer.end for mark in marks) for t in paragraph.doc if t.is_alpha)
    sayings = [speech.saying for speech in speeches if speech.saying is not None]
    for mark, saying in attribution.continued(paragraph.doc, sayings, marks):
        before = next((speech for speech in speeches if saying is not None and speech.saying is saying), None)
        source = before or (previous if bare and previous is not None and _may_go_on(previous) else None)
        if source is not None:
            yield _carried_on(paragraph, mark, source)


def _may_go_on(speech: Speech) -> bool:
    """Whether a quotation alone in the next paragraph goes on with a speech: with a quotation, or with what one person
    is told to say in the last sentence of a paragraph."""
    if speech.form != "indirect" or speech.saying is None:
        return True
    doc = speech.paragraph.doc
    last = all(word.is_space or word.is_punct for word in doc[doc[speech.head].sent.end :])
    return last and speech.saying.what.frame not in ("according", "noun") and turns.one_person(speech.who)


def _carried_on(paragraph: Paragraph, mark: Quotation, source: Speech) -> Speech:
    content = (mark.at.start, mark.at.end)
    doc = paragraph.doc
    opening = paragraph.span(mark.outer.start, mark.outer.start + 1)
    act = Said("assert", "quotation", (opening,))
    doer = next((child for child in doc[slice(*content)].root.lefts if child.dep_ == "nsubj"), None)
    own = doer is not None and _is_own(doer, source.who)
    main = doc[slice(*content)].root
    sharper = acts.sharpened(list(doc[slice(*content)]), "own" if own else "", main)
    cue = source.saying
    if cue is not None and reporting.acts_of(source.paragraph.doc[cue.head].lower_) & reporting.words("plain"):
        named = acts.performative(main.lower_) if own and main.tag_ in PRESENT else None
        said = source.paragraph.span(cue.head, cue.head + 1)
        if named is not None:
            act = Said(named, "performative", (said, paragraph.span(main.i, main.i + 1)))
        elif sharper is not None:
            act = Said(sharper[0], "content act", (said, *(paragraph.span(t.i, t.i + 1) for t in sharper[1])))
    return replace(
        source,
        saying=None,
        paragraph=paragraph,
        head=mark.outer.start,
        content=(content,),
        act=act,
        form="direct",
        target=(),
    )


def _is_own(doer: Token, who: Speakers) -> bool:
    """Whether the speaker does what a quotation says: "we", or the country that he speaks for."""
    words = doer.doc[doer.left_edge.i : doer.i + 1].text
    return doer.lower_ in ("we", "i") or any(
        actor.value.country is not None and words.endswith(actor.value.country) for actor in who.actors
    )


def _mention(speech: Speech) -> StatementMention:
    paragraph = speech.paragraph
    finding = StatementFinding(
        speaker=speech.who.actors,
        act=speech.act,
        form=speech.form,
        says=tuple(paragraph.span(*piece) for piece in speech.content),
        role=speech.who.role,
        to=speech.to,
        on=speech.on,
        recent=speech.recent,
        via=tuple(each for each in speech.via if each.value.key not in {s.value.key for s in speech.who.actors}),
        target=speech.target,
    )
    return StatementMention(
        At(paragraph.index, *speech.cue),
        tuple(At(paragraph.index, *piece) for piece in speech.content),
        passages.of(paragraph, speech.content, speech.cue, speech.saying.source if speech.saying else None),
        finding,
    )
