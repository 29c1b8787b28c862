"""What `read` accepts, refuses and makes of bytes, whatever the article says."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import markup
from generator.document import Document
from generator.ingest import FORMATS, LIMIT, Unreadable, read

BODY = "The night train to the coast will run again from May, the railway said on Tuesday after a trial of two weeks.\n"


def read_or_none(name: str, data: bytes) -> Document | None:
    try:
        return read(name, data)
    except Unreadable:
        return None


def refused(name: str, data: bytes) -> str:
    with pytest.raises(Unreadable) as caught:
        read(name, data)
    return f"line {caught.value.line}: {caught.value.reason}" if caught.value.line else caught.value.reason


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \r\n\t ", "empty"),
        ("a.txt", "\u200b\ufeff\u00ad".encode(), "no text"),
        ("a.html", b"<html><body><img src=a></body></html>", "no text"),
        ("a.md", b"---\ntitle: A\n---\n", "no text"),
        ("a.txt", b"%PDF-1.7 \x00", "a PDF document"),
        ("a.html", b"PK\x03\x04rest", "ZIP archive or an office document"),
        ("a.jpg", b"\xff\xd8\xff\xe0", "a JPEG image"),
        ("a.txt", b"\x89PNG\r\n", "a PNG image"),
        ("a.txt", b"abc\x00\x00def", "binary"),
        ("a.csv", b"a,b", '".csv" is unknown'),
        ("README", b"text", "no suffix"),
        ("a.txt", b"x" * (LIMIT + 1), "MB"),
        ("a.md", b"---\ntitle: A\ntitle: B\n---\ntext", "line 3: "),
        ("a.txt", b"---\ntitle: [A\n---\ntext", "line 3: "),
        ("a.html", b"---\ntitle: A\n<p>text</p>", "not closed"),
        ("a.md", b"---\ndate: soon\n---\ntext", "line 2: "),
        ("a.md", b"---\ntitle: A\nrights: some\n---\ntext", "full or excerpt"),
        ("a.md", b"---\ntitle: {a: b}\n---\ntext", "line 2: "),
    ],
)
def test_what_is_no_article_is_refused_with_a_reason(name: str, data: bytes, said: str) -> None:
    reason = refused(name, data)
    assert said in reason
    assert len(reason) > 30, "a remedy stands with it"


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_format_reads_a_plain_paragraph(suffix: str) -> None:
    document = read(f"folder/a{suffix.upper()}", f"<p>{BODY}</p>".encode() if "h" in suffix else BODY.encode())
    assert document.seed == f"folder/a{suffix.upper()}"
    assert "night train" in document.text
    assert document.title_by_converter


def test_the_hash_is_of_the_bytes() -> None:
    assert read("a.txt", BODY.encode()).sha256 == hashlib.sha256(BODY.encode()).hexdigest()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le-mark", "cp1252", "utf-32"])
def test_encodings_of_western_text(encoding: str) -> None:
    text = "The café on the “Place” – closed since May – opens again, señora García said on Monday at noon.\n"
    data = b"\xff\xfe" + text.encode("utf-16-le") if encoding == "utf-16-le-mark" else text.encode(encoding)
    assert read("a.txt", data).text == text.strip()


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "Мост через реку закрыли в понедельник из-за паводка, и никто не знает, когда его снова откроют."),
        (
            "iso-8859-7",
            "Η γέφυρα έκλεισε τη Δευτέρα λόγω της πλημμύρας και κανείς δεν ξέρει πότε θα ανοίξει ξανά για όλους.",
        ),
    ],
)
def test_other_encodings_are_guessed_or_declared(encoding: str, text: str) -> None:
    assert read("a.txt", (text * 4).encode(encoding)).text.startswith(text)
    page = f'<html><head><meta charset="{encoding}"></head><body><p>{text}</p></body></html>'
    assert read("a.html", page.encode(encoding)).text == text


def test_a_false_declaration_does_not_break_a_page() -> None:
    page = (
        '<html><head><meta charset="iso-8859-1"></head><body><p>Café “Zur Post” öffnet am Montag '
        "wieder.</p></body></html>"
    )
    assert read("a.html", page.encode()).text == "Café “Zur Post” öffnet am Montag wieder."


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\u00a0b\u2009c\u3000d e f", "a b c d e f"),
        ("co\u00adoperate now or ne\u200bver\u2060", "cooperate now or never"),
        ("one \u202etwo\u202c \u2066three\u2069 four", "one two three four"),
        ("bell\x07 and escape\x1b here", "bell and escape here"),
        ("The first line.\u2028The second line.", "The first line.\n\nThe second line."),
        ("میخواهم", "میخواهم"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_unseen_characters_go(text: str, shown: str) -> None:
    document = read("a.txt", f"{BODY}\n{text}".encode())
    assert document.text.split("\n\n", 1)[1] == shown


@pytest.mark.parametrize("page", ["<frameset onload=alert(31337)>", "<html>", "<!doctype html><body>", "<p>"])
def test_a_page_of_nothing_is_refused(page: str) -> None:
    assert read_or_none("a.html", f"{page}!".encode()) is None or "!" in read("a.html", f"{page}!".encode()).text


def test_the_front_matter_wins_over_what_is_found() -> None:
    seed = f"---\ntitle: Mine\ndate: 2020-01-02\nlang: de\n---\ndate 2021-05-05 Headline of the page\n\n{BODY}"
    document = read("a.txt", seed.encode())
    assert (document.title, document.published, document.lang) == ("Mine", "2020-01-02", "de")


def test_keys_at_the_head_of_a_text_need_no_rule_of_hyphens_around_them() -> None:
    head = "title: Ferry strike: day two\ndate: 2031-03-04\npublisher: The Morrow Gazette\n\n"
    document = read("a.txt", (head + BODY).encode())
    assert (document.title, document.published, document.text) == ("Ferry strike: day two", "2031-03-04", BODY.strip())
    assert document.publisher == "The Morrow Gazette"
    assert refused("a.txt", f"title: Ferry strike\ndate: soon\n\n{BODY}".encode()).startswith("line 2: ")


def test_a_line_that_is_no_key_is_text() -> None:
    head = "title: Ferry strike\nlink: the crews walked out.\nIt began at noon.\n\n"
    document = read("a.txt", (head + BODY).encode())
    assert "It began at noon." in document.text
    assert document.url is None


def test_a_text_may_begin_with_a_rule_of_hyphens() -> None:
    assert read("a.txt", f"---\n{BODY}".encode()).text == BODY.strip()


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=400), st.sampled_from(["a.txt", "a.md", "a.html"]))
def test_any_text_is_read_or_refused(text: str, name: str) -> None:
    document = read_or_none(name, text.encode("utf-8", "replace"))
    if document is None:
        return
    assert document.text == markup.plain(document.markdown)
    assert document.title
    for start, end in [*document.quotes, *((p.start, p.end) for p in document.posts)]:
        assert 0 <= start < end <= len(document.text)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.md", "a.html"]))
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    document = read_or_none(name, data)
    assert document is None or document.text


_PROSE = "<p>The council said on Monday that the bridge would open again soon after all, and that it was sorry.</p>"


@pytest.mark.parametrize(
    "page",
    [
        "<html><body>" + "<div>" * 5000 + _PROSE + "</div>" * 5000 + _PROSE,
        "<html><body><div " + " ".join(f"a{n}='x'" for n in range(20000)) + ">" + _PROSE,
        "<!DOCTYPE html ["
        + '<!ENTITY a0 "aaaaaaaaaa">'
        + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
        + "]><html><body><p>&a11;</p>"
        + _PROSE,
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]><html><body><p>&x; here</p>' + _PROSE,
        "<html><head><script type='application/ld+json'>" + "[" * 100000 + "</script></head><body>" + _PROSE,
        "<html><body>" + "<!--" * 20000 + "-->" + _PROSE,
    ],
    ids=["deep", "attributes", "entities", "external entity", "deep data", "comments"],
)
def test_hostile_pages_are_read_in_bounded_time(page: str) -> None:
    import time

    start = time.process_time()
    document = read_or_none("a.html", page.encode())
    assert document is None or len(document.text) < 2000
    assert time.process_time() - start < 10


def test_a_wire_s_headline_in_capitals_is_the_title_and_its_desk_no_publisher() -> None:
    text = (
        "ROWING - ELIAN CREW SINK AGAIN AT VARNO.\nVARNO 2031-08-30\n"
        "Elian captain Danny Ash lost an oar on Friday as his crew sank in the first heat of the regatta.\n"
    )
    found = read("a.txt", text.encode())
    assert (found.title, found.publisher, found.published) == (
        "ROWING - ELIAN CREW SINK AGAIN AT VARNO",
        None,
        "2031-08-30",
    )
    assert found.text.startswith("VARNO 2031-08-30")
    desk = read("b.txt", b"SOCCER - ELIAN BEAT VARNO\n\nSOCCER - Elian beat Varno by three goals on Friday.\n")
    assert desk.publisher is None
