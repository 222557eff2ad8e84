"""The accords of a report: words that speak of the same one together.

Words of other accords ("a trade deal") and of those only talked of are kept apart, so that "the deal" behind them is
theirs.
"""

from functools import lru_cache

from onrecord.reading.agreements import marks as agreement_marks
from onrecord.reading.agreements.group import Group
from onrecord.reading.agreements.mentions import mentions, where_of
from onrecord.reading.agreements.same import last, same
from onrecord.reading.deeds import setting as deed_setting
from onrecord.reading.found import ActorMention, DateMention, Found, Mentions, PlaceMention, StatementMention
from onrecord.reading.report import Report

LATEST = 300  # accords of a page, those told last, among which words may mean one


def groups(report: Report, found: Found) -> tuple[Group, ...]:
    """The accords of a report, in the order of their first words."""
    return _groups(report, found.dates, found.places, found.actors, found.statements)


@lru_cache(maxsize=1)
def _groups(
    report: Report,
    dates: Mentions[DateMention],
    places: Mentions[PlaceMention],
    actors: Mentions[ActorMention],
    statements: Mentions[StatementMention],
) -> tuple[Group, ...]:
    found = Found(dates, places, actors, statements)
    around = deed_setting.around(report, found)
    made: list[Group] = []
    part = -1
    here: list[Group] = []
    for mention in mentions(around, found):
        if mention.words.paragraph.part != part:
            part, here = mention.words.paragraph.part, []
        group = same(mention, here)
        if group is None:
            group = Group()
            here.append(group)
            made.append(group)
            if len(here) > LATEST:
                here.remove(min(here[:-1], key=last))
        group.add(mention)
    standing = tuple(group for group in made if group.stands)
    where = where_of(found)
    for group in standing:
        if group.known is None and group.when is None:
            accord = agreement_marks.known((each.words for each in group.mentions), found, where)
            group.known = accord
    return standing
