"""A page as HTML, JSON or CSV. All that came from a report is escaped, isolated in direction and bounded."""

import csv
import io
from collections.abc import Mapping
from functools import cache
from typing import Any

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined

from onrecord.model.iso import in_words
from onrecord.model.kinds import several
from onrecord.publishing.sitrep.words import harmless
from onrecord.web import codes, fields, ruled, saying
from onrecord.web.page import Page

FORMULA = tuple("=+-@＝＋－＠\t\r\n")  # at the start of a cell a spreadsheet would run it


def html(page: Page, around: Mapping[str, Any]) -> str:
    """The whole page; `around` holds what the layout needs: see `pages.around`."""
    return _environment().get_template(page.template).render(**around, **page.shown, title=page.title)


def json(page: Page) -> bytes:
    """`title`, and `rows` as they are."""
    return msgspec.json.encode({"title": page.title, "rows": list(page.rows())})


def table(page: Page) -> str:
    """The rows as CSV with a heading, inner values as JSON; no cell starts as a formula."""
    rows = list(page.rows())
    names = list(dict.fromkeys(name for row in rows for name in row))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(names)
    writer.writerows([_cell(row.get(name)) for name in names] for row in rows)
    return out.getvalue()


def _cell(value: Any) -> str:
    if value is None or isinstance(value, (bool, int, float)):
        return "" if value is None else msgspec.json.encode(value).decode()
    if isinstance(value, (list, tuple)) and all(isinstance(each, str) for each in value):
        text = "; ".join(value)
    else:
        text = value if isinstance(value, str) else msgspec.json.encode(value).decode()
    return f"'{text}" if text.startswith(FORMULA) else text


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("onrecord.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "harmless": harmless,
        "in_words": in_words,
        "several": several,
        "day": saying.day,
        "amount": saying.amount,
        "origins": saying.origins,
        "spread": saying.spread,
        "themselves": saying.themselves,
        "facing": saying.facing,
        "lot": saying.lot,
        "reported": saying.reported,
        "precisely": lambda precision: saying.PRECISION.get(precision, precision),
        "tellers": saying.tellers,
        "evidence": saying.evidence,
        "in_a_row": saying.in_a_row,
        "at_most": saying.at_most,
        "home": saying.home,
        "plain_field": fields.label,
        "counted": saying.counted,
        "marked": saying.marked,
        "told_by": saying.told_by,
        "on_condition": saying.on_condition,
        "lasting": saying.lasting,
        "as_of_days": saying.as_of_days,
        "in_two": saying.in_two,
        "matter": saying.matter,
        "deed": codes.deed,
        "act": codes.act,
        "way_of_counting": codes.count,
        "kind_word": codes.kind,
    }
    made.globals |= {
        "many": saying.many,
        "decided": ruled.told,
        "is_choice": ruled.is_choice,
        "choices": ruled.choices,
        "verdicts": ruled.verdicts,
    }
    return made
