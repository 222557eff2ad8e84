"""Bytes and the text that they encode."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.intake.decoding import NotTextError, decode

TEXT = "Forces took Kyïv’s suburb – “by dawn” – said Łukasz, in the café.\r\nTwo died.\n"
ENGLISH = "The minister said “we will not stop” – and the army’s advance went on, past the café, all night long.\n" * 3


@pytest.mark.parametrize(
    "content, text, encoding",
    [
        (TEXT.encode(), TEXT, "utf-8"),
        (b"\xef\xbb\xbf" + TEXT.encode(), TEXT, "utf-8-sig"),
        (TEXT.encode("utf-16"), TEXT, "utf-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), TEXT, "utf-16"),
        (TEXT.encode("utf-32"), TEXT, "utf-32"),
        (ENGLISH.encode("cp1252"), ENGLISH, "cp1252"),
        (b"a\r\nb\rc\n", "a\r\nb\rc\n", "utf-8"),
    ],
)
def test_text_is_the_exact_decoding(content: bytes, text: str, encoding: str) -> None:
    assert decode(content) == (text, encoding)


@pytest.mark.parametrize("encoding", ["cp1251", "cp1256", "koi8-r"])
def test_other_usual_encodings_are_recognised(encoding: str) -> None:
    words = (
        "قالت وزارة الدفاع إن القوات تقدمت شمال المدينة"
        if encoding == "cp1256"
        else "Войска заняли три села на востоке области"
    )
    decoded = decode((words + "\n").encode(encoding) * 20)
    assert decoded.encoding != "utf-8"
    assert decoded.text.encode(decoded.encoding) == (words + "\n").encode(encoding) * 20


@pytest.mark.parametrize(
    "content, why",
    [
        (b"%PDF-1.7 ...", "a PDF document"),
        (b"PK\x03\x04 ...", "an archive or office document"),
        (b"some text\x00\x01\x02", "binary data"),
        (bytes(range(1, 32)) * 10, "binary data"),
        ("Потери неизвестны".encode()[:-1], "cut short"),
        (b"\xff\xfea", "not valid utf-16"),
    ],
)
def test_what_is_no_text_says_why(content: bytes, why: str) -> None:
    with pytest.raises(NotTextError, match=why):
        decode(content)


@given(st.binary(max_size=300))
def test_any_bytes_give_their_exact_text_or_a_reason(content: bytes) -> None:
    try:
        text, encoding = decode(content)
    except NotTextError:
        return
    assert content.decode(encoding) == text
