"""Files, folders and tables: what is read, under which name, and what is said of the rest."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from onrecord.intake import Columns, Unreadable, listed, page, sources, tables, textfile
from onrecord.intake.naming import names
from onrecord.model.documents import Document
from onrecord.model.ids import digest

REPORT = "Rebels entered the town of Lalibela on Sunday, residents said. Two people were killed.\n"


def read(*paths: Path, columns: Columns | None = None, largest: int = 1_000_000) -> dict[str, Document | Unreadable]:
    return {found.name: found for found in sources(paths, columns, largest)}


def reasons(found: dict[str, Document | Unreadable]) -> dict[str, str]:
    return {name: one.why for name, one in found.items() if isinstance(one, Unreadable)}


def test_a_folder_is_walked_and_the_rest_is_counted(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "in/c.text", "README.md", "LICENSE.txt", ".hidden.txt", "map.png", ".git/x.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(REPORT)
    listing = listed([tmp_path])
    assert [item.name for item in listing.items] == ["a.txt", "b.txt", "c.text"]
    assert sorted(Path(name).name for name in listing.passed_over) == [
        ".hidden.txt",
        "LICENSE.txt",
        "README.md",
        "map.png",
    ]
    assert [item.count() for item in listing.items] == [1, 1, 1]


def test_a_file_that_is_named_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    (tmp_path / "README").write_text(REPORT)
    assert isinstance(read(tmp_path / "README")["README"], Document)


def test_text_is_stored_as_it_is(tmp_path: Path) -> None:
    text = "\ufeffDate\r\n\r\nThey said: “no”\r. \u202eabc\u202c\tx\n\n"
    (tmp_path / "a.txt").write_bytes(text.encode())
    found = read(tmp_path)["a.txt"]
    assert isinstance(found, Document)
    assert found.text == text.removeprefix("\ufeff")
    assert found.encoding == "utf-8-sig"


def test_bad_files_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(REPORT)
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.txt").write_text(" \n\t\n")
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01\x02" * 50)
    (tmp_path / "short.txt").write_bytes("Потери".encode()[:-1])
    with (tmp_path / "huge.txt").open("wb") as huge:
        huge.truncate(100_000_000)
    (tmp_path / "none.txt").symlink_to(tmp_path / "gone.txt")
    found = read(tmp_path, largest=5_000_000)
    assert isinstance(found["good.txt"], Document)
    assert reasons(found) == {
        "empty.txt": "it is empty",
        "blank.txt": "it holds nothing but white space",
        "binary.txt": "it holds binary data, not text",
        "short.txt": "it ends in the middle of a UTF-8 character, as if it had been cut short",
        "huge.txt": "it has 100 MB, more than the 5 MB that one report may have",
        str(tmp_path / "none.txt"): "there is no such file or folder",
    }
    assert all(one.advice for one in found.values() if isinstance(one, Unreadable))


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    assert reasons(read(tmp_path / "gone")) == {str(tmp_path / "gone"): "there is no such file or folder"}


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert reasons(read(tmp_path / "pipe.txt")) == {str(tmp_path / "pipe.txt"): "it is neither a file nor a folder"}


def test_links_that_lead_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "r.txt").write_text(REPORT)
    (tmp_path / "a" / "again").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    assert list(read(tmp_path)) == ["r.txt"]


def test_folders_nested_deeply(tmp_path: Path) -> None:
    folder = tmp_path
    for _ in range(300):
        folder = folder / "a"
        folder.mkdir()
        (folder / "r.txt").write_text(REPORT)
    assert len({item.name for item in listed([tmp_path]).items}) == 300


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read every folder")
def test_a_folder_without_permission(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(REPORT)
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)
    try:
        found = read(tmp_path)
    finally:
        closed.chmod(0o700)
    assert isinstance(found["good.txt"], Document)
    assert reasons(found) == {str(closed): "the folder cannot be opened (Permission denied)"}


def test_a_folder_that_cannot_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", refuse)
    assert reasons(read(tmp_path)) == {str(tmp_path): "the folder cannot be opened (Permission denied)"}


@pytest.mark.parametrize(
    "paths, expected",
    [
        (["/x/a.txt", "/x/b.txt"], ["a.txt", "b.txt"]),
        (["/x/a.txt", "/y/a.txt", "/y/b.txt"], ["x/a.txt", "y/a.txt", "b.txt"]),
        (["/x/1/a.txt", "/y/1/a.txt", "/y/2/a.txt"], ["x/1/a.txt", "y/1/a.txt", "2/a.txt"]),
        (["/a.txt", "/x/a.txt"], ["/a.txt", "x/a.txt"]),
    ],
)
def test_names_are_the_shortest_that_tell_files_apart(paths: list[str], expected: list[str]) -> None:
    assert names([Path(path) for path in paths]) == expected


def test_a_csv_table(tmp_path: Path) -> None:
    table = tmp_path / "reports.csv"
    table.write_text(
        "Date,Headline,Body,Link,Source\n"
        f'2022-03-05,Talks fail,"{REPORT}",https://example.org/1,The Post\n'
        f'5 March 2022,,"Second. {REPORT}",,\n'
        "2022-03-06,No text,,,\n"
    )
    found = read(table)
    second = f"reports.csv#{digest('Second. ' + REPORT, length=8)}"
    assert list(found) == ["https://example.org/1", second, "reports.csv row 3"]
    first = found["https://example.org/1"]
    assert isinstance(first, Document)
    assert (first.text, first.url) == (REPORT, "https://example.org/1")
    (part,) = first.parts
    values = [said and (said.value, said.rule, said.words) for said in (part.published, part.title, part.publisher)]
    assert values == [("2022-03-05", "column", ()), ("Talks fail", "column", ()), ("The Post", "column", ())]
    assert listed([table]).items[0].count() == 3


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_other_delimiters(tmp_path: Path, delimiter: str) -> None:
    (tmp_path / "t.csv").write_text(delimiter.join(["id", "text"]) + "\n" + delimiter.join(["1", REPORT]))
    assert [type(one) for one in sources([tmp_path / "t.csv"])] == [Document]


def test_a_jsonl_table(tmp_path: Path) -> None:
    rows = [
        {"content": REPORT, "published_at": "2022-03-05T10:00:00Z", "authors": ["Jane Doe", 3]},
        [1],
        {"content": 7},
    ]
    lines = [
        *map(json.dumps, rows),
        "{broken",
        "",
        '{"content": "\\ud800"}',
        json.dumps({"content": "More. " + REPORT}),
    ]
    (tmp_path / "t.jsonl").write_text("\n".join(lines))
    found = list(sources([tmp_path / "t.jsonl"]))
    assert [one.why if isinstance(one, Unreadable) else one.text[:5] for one in found] == [
        "Rebel",
        "it is no JSON object",
        "its text is empty",
        "it is no JSON object",
        "it is no JSON object",
        "More.",
    ]
    assert isinstance(found[0], Document)
    assert [author.value for author in found[0].parts[0].authors] == ["Jane Doe"]


def test_a_table_without_a_text_column_says_what_it_has(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("id,words\n1,abc\n")
    why = "it has no text column; its columns are id, words: name the one that holds the reports with --text-column"
    assert reasons(read(tmp_path)) == {"t.csv": why}
    found = read(tmp_path, columns=Columns(text="words"))
    assert [one.text for one in found.values() if isinstance(one, Document)] == ["abc"]
    why = "it has no column 'wrods'; its columns are id, words: name one of them with --text-column"
    assert reasons(read(tmp_path, columns=Columns(text="wrods"))) == {"t.csv": why}


def test_a_row_without_text_costs_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(f'id,day,text\n1,2022-03-05,"{REPORT}"\n2\n3,,"More. {REPORT}",too,many\n')
    rows = [{"content": REPORT}, {"nothing": 1}, {"content": "More. " + REPORT, "date": "2022-03-05"}]
    (tmp_path / "t.jsonl").write_text("\n".join(map(json.dumps, rows)))
    for table, why in (("t.csv", "its text is empty"), ("t.jsonl", "it has no text column; its columns are nothing")):
        first, second, third = sources([tmp_path / table])
        assert isinstance(first, Document)
        assert isinstance(second, Unreadable)
        assert second.name == f"{table} row 2"
        assert second.why.startswith(why)
        assert isinstance(third, Document)
        assert third.text == "More. " + REPORT
    assert third.parts[0].published
    assert third.parts[0].published.value == "2022-03-05"


def test_a_table_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"\x00\x01" * 100)
    (tmp_path / "b.csv").write_bytes(b"")
    (tmp_path / "c.csv").write_bytes(b'text\n"' + b"x" * 3000)
    found = read(tmp_path, largest=2000)
    assert {name: why.split(";")[0] for name, why in reasons(found).items()} == {
        "a.csv": "it holds binary data, not text",
        "b.csv": "it is an empty table",
        "c.csv after row 0": "the table is broken there (field larger than field limit (2000))",
    }


def test_a_table_in_another_encoding_after_many_plain_rows(tmp_path: Path) -> None:
    rows = [f'"{REPORT}{number}"' for number in range(2000)] + ['"It was “over” at the café."']
    (tmp_path / "t.csv").write_bytes("\n".join(["text", *rows]).encode("cp1252"))
    *_, last = sources([tmp_path / "t.csv"])
    assert isinstance(last, Document)
    assert (last.text, last.encoding) == ("It was “over” at the café.", "cp1252")


def test_a_table_is_read_row_by_row(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("text\n" + f'"{REPORT}"\n' * 50_000)
    documents = sources([tmp_path / "t.csv"])
    assert isinstance(next(documents), Document)


def test_a_line_that_is_too_long_is_named_and_the_lines_after_it_keep_their_numbers(tmp_path: Path) -> None:
    rows = [json.dumps({"text": words}) for words in ("The army left Goma on Monday.", "long " * 2000, "It came back.")]
    (tmp_path / "rows.jsonl").write_text("\n".join([*rows, "{broken"]))
    found = read(tmp_path, largest=1000)
    assert str(found["rows.jsonl line 2"]).endswith("characters; split it into single reports")
    assert "no JSON object" in str(found["rows.jsonl line 4"])
    assert len(found) == 4


def test_a_name_that_is_no_text_is_spelt_out(tmp_path: Path) -> None:
    try:
        (tmp_path / "bad\udcff.txt").write_text(REPORT)
    except OSError:
        pytest.skip("the file system takes no such names")
    assert list(read(tmp_path)) == ["bad\\udcff.txt"]


def test_a_line_of_endless_brackets_costs_no_other_line(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text(
        "[" * 100_000 + "\n" + '{"text":' * 50_000 + "\n" + json.dumps({"text": REPORT})
    )
    found = read(tmp_path)
    assert list(reasons(found).values()) == ["it is no JSON object"] * 2
    assert len(found) == 3


def test_a_table_of_many_columns_names_the_first(tmp_path: Path) -> None:
    (tmp_path / "wide.csv").write_text(",".join(f"column {at}" for at in range(5000)) + "\n1\n")
    (why,) = reasons(read(tmp_path)).values()
    assert "column 19 and 4980 more: name the one that holds the reports with --text-column" in why


def test_a_row_on_which_intake_fails_costs_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(name: str, text: str, *given: Any, **named: Any) -> Document:
        if "Goma" in text:
            raise ZeroDivisionError("no sense")
        return page(name, text, *given, **named)

    monkeypatch.setattr(tables, "page", failing)
    monkeypatch.setattr(textfile, "page", failing)
    (tmp_path / "t.csv").write_text(f'text\n"{REPORT}"\nGoma\n"{REPORT} More."\n')
    (tmp_path / "u.txt").write_text("Goma")
    (tmp_path / "v.txt").write_text(REPORT)
    found = read(tmp_path)
    told = "onrecord failed to take it in (ZeroDivisionError: no sense)"
    assert reasons(found) == {"t.csv row 2": told, "u.txt": told}
    assert len(found) == 5
