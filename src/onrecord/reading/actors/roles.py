"""The roles that a report gives people: "Defence Minister of Ukraine", "SAF spokesman", "head of the junta".

An office of a state is told with its country; any other role in the report's own words, with what is said to belong to
it. A form of address is no role, nor is being somebody's brother.
"""

from spacy.tokens import Doc, Token

from onrecord.model.said import Said
from onrecord.model.spans import Span
from onrecord.reading.actors.names import HYPHENS, POSSESSIVES, Chunk, country_words, of_office, text_of
from onrecord.reading.actors.rules import office_name
from onrecord.reading.report import At, Paragraph, Report
from onrecord.vocabulary.titles import is_kin, is_leader, is_office, is_rank, is_role, plain, singular, titles

BELONGING = frozenset(("of", "for", "and", "'s", "’s", "'"))
LONGEST = 12  # tokens of a role
# fmt: off
STARTS = frozenset((
    "the", "a", "an", "his", "her", "its", "their", "himself", "herself", "one", "another", ",", "also", "then",
))
# fmt: on


def title_of(paragraph: Paragraph, chunk: Chunk) -> At | None:
    """The tokens of the title before the name, or of the apposition after it."""
    if chunk.title >= 0:
        end = chunk.start
        while end > chunk.title + 1 and paragraph.doc[end - 1].text in (",", "."):
            end -= 1
        return At(paragraph.index, chunk.title, end)
    return At(paragraph.index, *chunk.after) if chunk.after else None


def role_of(report: Report, paragraph: Paragraph, chunk: Chunk, known: Span | None) -> Said[str] | None:
    """The office that the mention gives with its country, else its words. `known` are the words that name somebody
    whom the vocabulary knows: his country completes an office of state."""
    chunk = of_office(paragraph.doc, chunk)
    title = title_of(paragraph, chunk)
    if title is None or report.words(title).lower().endswith("counterpart"):
        return None
    spans = [report.span(title)]
    if chunk.owner is not None:
        spans.append(report.span(At(paragraph.index, *chunk.owner)))
    elif known is not None and _of_state(report.words(title)):
        spans.append(known)
    whole = _in_full(paragraph.doc, title)
    if whole is None:
        return None
    if whole.end == title.end:
        value = office_name([span.of(report.text) for span in spans])
        if value is not None:
            return Said(value, "office", tuple(spans))
    span = report.span(whole)
    value = office_name([span.of(report.text)])
    if value is not None:
        return Said(value, "office", (span,))
    return Said(" ".join(span.of(report.text).split()), "verbatim", (span,))


def counterpart(report: Report, paragraph: Paragraph, chunk: Chunk, held: Said[str]) -> Said[str] | None:
    """The office of "his German counterpart", where the other holds the office `held`."""
    title = title_of(paragraph, chunk)
    if title is None or chunk.owner is None or not report.words(title).endswith("counterpart"):
        return None
    spans = (held.words[0], report.span(At(paragraph.index, *chunk.owner)))
    value = office_name([span.of(report.text) for span in spans])
    return Said(value, "office", spans) if value is not None else None


def _of_state(title: str) -> bool:
    """Whether such an office is a state's, so that the bearer's country completes it."""
    low = singular(plain(title))
    return is_leader(low) or (is_office(low) and low.endswith(("minister", "president", "secretary of state")))


def _in_full(doc: Doc, title: At) -> At | None:
    """The title with the words that belong to it, without determiner; None where it names no role."""
    start, end = title.start, title.end
    while start > 0 and end - start < LONGEST and _qualifies(doc, start - 1):
        start -= 1
    while start < end - 1 and (doc[start].lower_ in STARTS or doc[start].text in POSSESSIVES):
        start += 1
    while start > 0 and doc[start].text in HYPHENS:  # "Jerusalem-based journalist"
        start -= 1
    noun = plain(doc[end - 1].text)
    addressed = noun in titles().address and not (is_office(noun) or is_rank(noun) or is_role(noun))
    if addressed or is_kin(noun) or noun in STARTS:
        return None
    last = _without_rank(doc, start, end)
    return At(title.paragraph, start, _with_complement(doc, end) if last == end else last)


def _without_rank(doc: Doc, start: int, end: int) -> int:
    """The end without a rank behind a function: "army spokesman Colonel"."""
    for at in range(start + 1, end):
        if HYPHENS & {doc[at].text, doc[at - 1].text}:
            continue
        function = plain(doc[at - 1].text)
        if is_office(plain(text_of(doc, at - 1, end))):
            continue  # "secretary general"
        if (is_role(function) or is_office(function)) and not is_rank(function) and is_rank(text_of(doc, at, end)):
            return at
    return end


def _qualifies(doc: Doc, at: int) -> bool:
    """Whether the word belongs to the title behind it: "Gang" in "Gang leader", "SAF" in "SAF spokesman"."""
    token = doc[at]
    if token.lower_ in ("and", "of", "for") and at > 0:
        return doc[at - 1].text[0].isupper() and doc[at + 1].text[0].isupper() and doc[at + 1].dep_ != "pobj"
    if country_words(doc, at, at + 1) or token.pos_ not in ("NOUN", "PROPN", "ADJ") or token.text in POSSESSIVES:
        return token.text in HYPHENS and at > 0 and not token.whitespace_ and not doc[at - 1].whitespace_
    joined = token.dep_ == "conj" and token.text[0].isupper() and at > 0 and doc[at - 1].lower_ == "and"
    return joined or (token.dep_ in ("compound", "amod", "nmod") and at < token.head.i)


def _with_complement(doc: Doc, end: int) -> int:
    """The end with "of the junta", "for the World Food Programme", "to the United Nations" behind the title."""
    if end >= len(doc) or doc[end].lower_ not in ("of", "for", "to", "at", "in"):
        return end
    at, last = end + 1, end
    while at < len(doc) and at - end < LONGEST and _complements(doc[at]):
        at += 1
        if doc[at - 1].pos_ in ("NOUN", "PROPN") or doc[at - 1].text in POSSESSIVES:
            last = at
    return last if at >= len(doc) or doc[at].text in (",", ".", ")", ";", "-", "–", "—") else end


def _complements(token: Token) -> bool:
    return token.pos_ in ("DET", "NOUN", "PROPN", "ADJ", "NUM") or token.text in HYPHENS or token.lower_ in BELONGING
