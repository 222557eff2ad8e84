"""The paragraphs that list what an accord or a plan provides: what they tell in the present is to come, not done."""

import re

from onrecord.reading.report import Paragraph, Report
from onrecord.reading.told_once import text_of
from onrecord.vocabulary.deeds import deeds

LONGEST_HEADING = 10  # tokens
ITEM = re.compile(r"\s?(?:[•·▪●*–—-]{1,2}|\(?\d{1,2}[.)])\s")


def terms_of(report: Report) -> frozenset[int]:
    """The list items right under a heading or line that names an accord or plan: "What is in the deal?"."""
    terms: set[int] = set()
    open_ = False
    for paragraph in report.paragraphs:
        if open_ and _is_item(paragraph):
            terms.add(paragraph.index)
        else:
            open_ = _announces(paragraph)
    return frozenset(terms)


def _is_item(paragraph: Paragraph) -> bool:
    return ITEM.match(text_of(paragraph.doc)) is not None


def _announces(paragraph: Paragraph) -> bool:
    """Whether a short line without an end, or one that ends in a question or colon, names an accord or plan."""
    doc = paragraph.doc
    if len(doc) > LONGEST_HEADING or doc[-1].text in (".", "!"):
        return False
    return any(token.lower_ in deeds().accords for token in doc)
