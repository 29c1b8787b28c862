"""Files that are no articles, or worse: each is named with a remedy, in bounded time, and the others are read."""

from __future__ import annotations

import base64
import contextlib
import os
import time
from pathlib import Path

import pytest

from generator import convert, frontmatter, ingest, problems, seeds
from generator.model import NoteFront

GOOD = "MADRID, 4 March 2021 (Reuters) - Anna Berg visited Lisbon on 2 March 2021, the mayor said on Tuesday.\n"
ENTITIES = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 10))
NESTED = "".join(f"--b{i}\nContent-Type: multipart/mixed; boundary=b{i + 1}\n\n" for i in range(3000))

# Name -> bytes of a seed that is refused, and what must be said of it.
REFUSED: dict[str, tuple[bytes, str]] = {
    "bomb.md": (b"---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\n" + GOOD.encode(), "bomb.md:3: "),
    "tag.md": (b"---\ntitle: !!python/object/apply:os.system [id]\n---\n" + GOOD.encode(), "tag.md:2: "),
    "deep.md": (b"---\ntitle: " + b"[" * 100_000 + b"\n---\n" + GOOD.encode(), "nested too deeply"),
    "braces.md": (b"---\ntitle: " + b"{a: " * 50_000 + b"\n---\n" + GOOD.encode(), "nested too deeply"),
    "dashes.md": (b"---\n" + b"- " * 50_000 + b"x\n---\n" + GOOD.encode(), "nested too deeply"),
    "wide.md": (b"---\ntitle: [" + b"a," * 300_000 + b"]\n---\n" + GOOD.encode(), "too large"),
    "nested.mht": (b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b0\n\n" + NESTED.encode(), "no text"),
    "image.txt": (b"\x89PNG\r\n\x1a\n" + bytes(1000), "a PNG image"),
    "photo.html": (b"\xff\xd8\xff\xe0" + bytes(1000), "a JPEG image"),
    "archive.md": (b"PK\x03\x04" + bytes(1000), "a ZIP archive"),
    "tar.txt": (b"a.txt".ljust(100, b"\0") + b"0000644\0" * 50, "a binary file"),
    "drawing.html": (b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "no text"),
    "none.txt": (b"   \n", "is empty"),
    "letters.pages": (GOOD.encode(), "is unknown"),
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "seeds"
    made.mkdir()
    (made / "good.txt").write_text(GOOD)
    return made


def read(folder: Path) -> tuple[list[str], list[str]]:
    """(names of the seeds that were read, what was said of the others)."""
    named = [(p.relative_to(folder).as_posix(), p.relative_to(folder).as_posix(), p, folder)
             for p in seeds.files(folder)]  # fmt: skip
    documents, found = convert.read_seeds(named)
    return [d.seed for d in documents], list(map(str, found))


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_no_article_is_named_and_the_others_are_read(name: str, folder: Path) -> None:
    data, said = REFUSED[name]
    (folder / name).write_bytes(data)
    began = time.process_time()
    names, problems = read(folder)
    assert time.process_time() - began < 20
    assert names == ["good.txt"]
    assert len(problems) == 1
    assert name in problems[0]
    assert said in problems[0]
    assert len(problems[0]) < 1000


def test_no_link_leads_out_of_the_folder(folder: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(GOOD)
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "secret.txt").write_text(GOOD)
    (folder / "out.txt").symlink_to(secret)
    (folder / "up.txt").symlink_to("../secret.txt")
    (folder / "more").symlink_to(tmp_path / "more")
    (folder / "loop.txt").symlink_to("loop.txt")
    (folder / "nowhere.txt").symlink_to("nobody.txt")
    (folder / "again.txt").symlink_to("good.txt")
    names, problems = read(folder)
    assert names == ["again.txt", "good.txt"]
    assert [p.partition(":")[0] for p in problems] == ["loop.txt", "more", "nowhere.txt", "out.txt", "up.txt"]
    assert all("it is a link that leads out" in p for p in problems)


def test_a_pipe_holds_nothing_up_and_a_device_is_not_read(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    (folder / "zero.txt").symlink_to("/dev/zero")
    names, problems = read(folder)
    assert names == ["good.txt"]
    assert [p.partition(":")[0] for p in problems] == ["pipe.txt", "zero.txt"]


def test_a_file_of_a_hundred_megabytes_is_not_read_into_memory(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (folder / "large.txt").open("wb") as file:
        file.truncate(100_000_000)
    opened: list[str] = []
    monkeypatch.setattr(ingest, "read", lambda name, data: opened.append(name) or 1 / 0)
    _, problems = read(folder)
    assert opened == ["good.txt"]
    assert "large.txt: not converted: it has 100 MB; an article has at most 20; cut it into its articles" in problems


@pytest.mark.parametrize(
    "name", [b"a\nb.txt", b"a\x1b[31m.txt", "a\u202etxt.exe.txt".encode(), b"a\xff\xfe.txt", "a\u200b.txt".encode()]
)
def test_a_name_that_cannot_be_seen_is_refused_and_shown_as_escapes(name: bytes, folder: Path) -> None:
    (folder / os.fsdecode(name)).write_text(GOOD)
    names, problems = read(folder)
    assert names == ["good.txt"]
    assert len(problems) == 1
    assert "rename it" in problems[0]
    assert problems[0].isprintable()


def test_a_fault_of_ours_in_one_seed_does_not_cost_the_others(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "odd.txt").write_text("odd")
    real = ingest.read
    monkeypatch.setattr(ingest, "read", lambda name, data: 1 / 0 if name == "odd.txt" else real(name, data))
    names, problems = read(folder)
    assert names == ["good.txt"]
    assert problems[0].startswith("odd.txt: not converted: this program failed on it (ZeroDivisionError")


@pytest.mark.parametrize("title", ["../../../etc/passwd", "/etc/passwd", "CON", "nul", "COM1", "..", "a\\b", "-rf"])
def test_a_title_makes_a_harmless_file_name(title: str) -> None:
    from generator.names import slug

    made = slug(title)
    assert made not in ("con", "nul", "com1")
    assert made.strip("abcdefghijklmnopqrstuvwxyz0123456789-") == ""
    assert made[0] != "-"


@pytest.mark.parametrize(
    ("title", "code"),
    [('"\\e[31m"', "U+001B"), ("a\u202eb", "U+202E"), ('"a\\u202eb"', "U+202E"), ("a\u2067b", "U+2067")],
)
def test_what_front_matter_says_holds_nothing_unseen(title: str, code: str) -> None:
    with pytest.raises(ingest.Unreadable) as caught:
        ingest.read("a.md", f"---\nlang: en\ntitle: {title}\n---\n{GOOD}".encode())
    assert caught.value.line == 3
    assert code in caught.value.reason
    page, (problem,) = frontmatter.parse(f"---\ntitle: {title}\n---\n", NoteFront, "x", "x.md")
    assert page is None
    assert problem.line == 2
    assert code in problem.message


def test_a_body_holds_nothing_that_turns_the_text_and_right_to_left_names_stay() -> None:
    fine = "---\ntitle: \u2067\u05e9\u05dc\u05d5\u05dd\u2069 today\n---\n"
    page, found = frontmatter.parse(f"{fine}a \u202b\u05d0\u05d1\u202c b\u200f\n", NoteFront, "x", "x.md")
    assert page is not None
    assert found == []
    page, (problem,) = frontmatter.parse(f"{fine}fine\n\na \u202e b\n", NoteFront, "x", "x.md")
    assert page is None
    said = "it holds a character that turns the direction of what follows (U+202E); take it out"
    assert str(problem) == f"x.md:6: {said}"


def test_the_metadata_of_a_page_hold_nothing_unseen() -> None:
    body = f"<p>{GOOD * 3}</p>"
    html = f"<html><head><title>Ab\u202ec\x85d\x07</title></head><body><article>{body}</article></body></html>"
    document = ingest.read("a.html", html.encode())
    assert frontmatter.unseen(document.title) == ""


def test_a_problem_is_one_line_that_no_terminal_obeys() -> None:
    said = str(problems.Problem("a\nb.md", 3, 'the key "\x1b]0;x\x07" \u202e', "mend it"))
    assert said == r'a\nb.md:3: the key "\x1b]0;x\x07" \u202e; mend it'


def test_front_matter_of_many_unknown_keys_is_read_in_time() -> None:
    text = "---\ntitle: x\n" + "".join(f"key{i}: y\n" for i in range(20_000)) + "---\n"
    began = time.process_time()
    page, found = frontmatter.parse(text, NoteFront, "x", "x.md")
    assert page is not None
    assert len(found) == 20_000
    assert time.process_time() - began < 20


def test_an_article_is_as_long_as_the_readers_say() -> None:
    assert ingest.LIMIT == seeds.LIMIT


@pytest.mark.parametrize(
    "label", ["punycode", "idna", "undefined", "unicode_escape", "utf-7", "rot13", "zlib", "x" * 39]
)
@pytest.mark.parametrize("suffix", [".html", ".mht"])
def test_what_is_no_encoding_of_pages_decodes_none(label: str, suffix: str) -> None:
    said = "A caf\u00e9\u2019s +ADw-b+AD4- and \\u0041 are words."
    page = f'<html><head><meta charset="{label}"></head><body><p>{GOOD}</p><p>{said}</p></body></html>'.encode()
    if suffix == ".mht":
        head = f'MIME-Version: 1.0\nContent-Type: text/html; charset="{label}"\nContent-Transfer-Encoding: base64\n\n'
        page = head.encode() + base64.encodebytes(page)
    assert said in ingest.read(f"a{suffix}", page).text


END = b"<p>" + GOOD.encode() + b"</p>"
MAIL = b"MIME-Version: 1.0\nContent-Transfer-Encoding: base64\nContent-Type: %b\n\n" + base64.encodebytes(END)


@pytest.mark.parametrize(
    "data",
    [
        MAIL % (b'text/html; charset="' + b";" * 400_000),
        MAIL % (b"text/html; charset*=punycode''" + b"a" * 400_000),
        MAIL % (b'multipart/related; boundary="' + b";" * 400_000),
        MAIL % (b"text/html;" + b"\n a=b;" * 100_000),
        MAIL % b"text/html; charset=punycode" + base64.encodebytes(b"a" * 400_000),
        b'<meta charset="punycode"><p>xn--' + b"a" * 400_000 + END,
    ],
    ids=[
        "quotation mark",
        "encoded parameter",
        "boundary",
        "many parameters",
        "encoding of a part",
        "encoding of a page",
    ],
)
def test_headers_and_encodings_made_to_hurt_are_read_in_time(data: bytes) -> None:
    began = time.process_time()
    with contextlib.suppress(ingest.Unreadable):
        ingest.read("a.html" if data.startswith(b"<") else "a.mht", data)
    assert time.process_time() - began < 20


@pytest.mark.parametrize("number", ["8\u00b2", "\u2460", "9" * 3000, "\u0663"])
def test_what_only_looks_like_a_number_costs_no_claims(number: str, folder: Path, tmp_path: Path) -> None:
    said = f"The talks will begin only at {number}. Anna Berg will open the bridge only at {number} on Monday."
    (folder / "good.txt").write_text(f"{GOOD}\n{said}\n")
    made = convert.convert(folder, tmp_path / "content")
    assert [str(problem) for problem in made.problems if "failed" in str(problem)] == []
    assert made.events == 1
