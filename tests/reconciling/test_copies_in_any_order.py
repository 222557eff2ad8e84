"""Copies are the same in any order and any batches of reports, and where some are taken out again."""

from collections.abc import Sequence
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import library

from . import test_copies as one
from . import test_copies_in_other_words as other
from .test_copies import Told, batches, in_record

ONE_STORY: Sequence[Told] = (
    *((f"{day}.txt", f"2020-02-{day:02}", one.REPORT) for day in range(1, 6)),
    *((f"half {day}.txt", f"2020-02-{day:02}", "\n\n".join(one.PARAGRAPHS[:2])) for day in (1, 4, 7)),
    *((f"altered {day}.txt", f"2020-02-{day:02}", one.ALTERED) for day in (2, 3)),
    ("no day.txt", None, f"{one.PARAGRAPHS[2]} {one.PARAGRAPHS[0]}"),
    ("part.txt", "2020-02-06", f"{one.PARAGRAPHS[1]}\n\n{one.RETOLD['paraphrased'][0]}"),
)

IN_OTHER_WORDS: Sequence[Told] = (
    *((f"wire {day}.txt", f"2024-05-{day:02}", other.REPORT) for day in (3, 4, 6)),
    *((f"retold {day}.txt", f"2024-05-{day:02}", other.AGAIN) for day in (1, 5, 7)),
    ("another hand.txt", "2024-05-02", other.APART["two_reporters_of_one_shelling"][1]),
    ("yemen.txt", None, other.RETOLD["yemen"][0]),
    ("yemen retold.txt", "2024-05-02", other.RETOLD["yemen"][1]),
    ("both.txt", "2024-05-05", f"{other.RETOLD['yemen'][1]}\n\n{other.REPORT}"),
)


@pytest.mark.parametrize("reports", [ONE_STORY, IN_OTHER_WORDS])
@pytest.mark.parametrize(("followed", "story"), [(1, library.STORY), (2, 0), (3, 3), (8, library.STORY)])
@given(data=st.data(), size=st.integers(1, 5), gone=st.integers(0, 4))
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_copies_do_not_depend_on_order_and_batches(
    plain: SimpleNamespace,
    tmp_path_factory: pytest.TempPathFactory,
    followed: int,
    story: int,
    reports: Sequence[Told],
    data: st.DataObject,
    size: int,
    gone: int,
) -> None:
    order = data.draw(st.permutations(reports))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(library, "FOLLOWED", followed)
        patch.setattr(library, "STORY", story)
        whole = in_record(plain, tmp_path_factory, [sorted(order[gone:], key=lambda each: each[0])])
        assert whole
        assert in_record(plain, tmp_path_factory, batches(order, size), order[:gone]) == whole
