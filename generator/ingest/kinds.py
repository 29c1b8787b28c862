"""What a file is by its first bytes, where it is not text."""

from __future__ import annotations

from generator.ingest import charset

# Signatures from the formats' own specifications: beginning of the file -> what it is, and what to do about it.
_COPY = "open it, copy the article's text into a .txt file and put that into the folder"
_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF document", _COPY),
    (b"PK\x03\x04", "a ZIP archive or an office document (.docx, .odt, .epub)", _COPY),
    (b"PK\x05\x06", "an empty ZIP archive", "unpack it and put the articles themselves into the folder"),
    (b"\xd0\xcf\x11\xe0", "an old office document (.doc, .xls, .msg)", _COPY),
    (b"{\\rtf", "a Rich Text document", "save it as plain text (.txt)"),
    (b"\x89PNG", "a PNG image", "type its text into a .txt file"),
    (b"\xff\xd8\xff", "a JPEG image", "type its text into a .txt file"),
    (b"GIF8", "a GIF image", "type its text into a .txt file"),
    (b"RIFF", "an image, sound or film (RIFF)", "type its words into a .txt file"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"BZh", "a bzip2 archive", "unpack it first"),
    (b"\xfd7zXZ", "an xz archive", "unpack it first"),
    (b"7z\xbc\xaf", "a 7-Zip archive", "unpack it first"),
    (b"Rar!", "a RAR archive", "unpack it first"),
    (b"ID3", "a sound file (MP3)", "type its words into a .txt file"),
    (b"OggS", "a sound or film file (Ogg)", "type its words into a .txt file"),
    (b"SQLite format 3", "an SQLite database", "export the article as a .txt file"),
    (b"\x7fELF", "a program", "put articles only into the folder"),
    (b"MZ\x90", "a program", "put articles only into the folder"),
    (b"bplist", "a saved page of Safari (web archive)", "save the page as HTML source instead"),
)


def binary(data: bytes) -> tuple[str, str] | None:
    """(what it is, what to do) for a file that holds no text; None for text."""
    for signature, what, remedy in _SIGNATURES:
        if data.startswith(signature):
            return what, remedy
    if data[4:8] == b"ftyp":
        return "a film or image file (MP4, HEIC)", "type its words into a .txt file"
    if charset.has_mark(data):
        return None
    head = data[:8192]
    controls = sum(head.count(bytes([c])) for c in (*range(0x00, 0x07), *range(0x0E, 0x1B)))
    if controls > len(head) * 0.01 or b"\x00" in head:
        return "a binary file and holds no text", "save the article as plain text (.txt, UTF-8)"
    return None
