"""Which language a text is in: by its script, and by the small words that no text does without.

Function words make up a third of running text in most languages, so a few dozen of them tell languages apart sooner
and more explainably than letter statistics do. A word that several languages share counts less for each of them.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from importlib.resources import files

UNKNOWN = "und"  # ISO 639-2: undetermined

# Scripts that one living written language uses, or hardly any other: a character range -> the language.
_SCRIPTS: tuple[tuple[str, str], ...] = (
    ("el", "\u0370-\u03ff\u1f00-\u1fff"),
    ("hy", "\u0530-\u058f"),
    ("ka", "\u10a0-\u10ff\u1c90-\u1cbf"),
    ("bn", "\u0980-\u09ff"),
    ("pa", "\u0a00-\u0a7f"),
    ("gu", "\u0a80-\u0aff"),
    ("or", "\u0b00-\u0b7f"),
    ("ta", "\u0b80-\u0bff"),
    ("te", "\u0c00-\u0c7f"),
    ("kn", "\u0c80-\u0cff"),
    ("ml", "\u0d00-\u0d7f"),
    ("si", "\u0d80-\u0dff"),
    ("th", "\u0e00-\u0e7f"),
    ("lo", "\u0e80-\u0eff"),
    ("bo", "\u0f00-\u0fff"),
    ("my", "\u1000-\u109f"),
    ("am", "\u1200-\u137f"),
    ("km", "\u1780-\u17ff"),
    ("dv", "\u0780-\u07bf"),
    ("ko", "\uac00-\ud7af\u1100-\u11ff"),
    ("ja", "\u3040-\u30ff"),
    ("zh", "\u4e00-\u9fff\u3400-\u4dbf"),
    ("Hebr", "\u0590-\u05ff"),
    ("Arab", "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff"),
    ("Deva", "\u0900-\u097f"),
    ("Cyrl", "\u0400-\u052f"),
    ("Latn", "A-Za-z\u00c0-\u024f\u1e00-\u1eff"),
)
_SCRIPT_OF = [(name, re.compile(f"[{letters}]")) for name, letters in _SCRIPTS]
# Scripts that several languages share: the likelier ones first.
_SHARED = {
    "Hebr": ("he", "yi"),
    "Arab": ("ar", "fa", "ur", "ps"),
    "Deva": ("hi", "mr", "ne"),
    "Cyrl": ("ru", "uk", "be", "bg", "mk", "sr", "kk", "mn", "ky", "tg"),
}
# Letters that only some of a script's languages write decide where words are few.
_LETTERS: dict[str, str] = {
    "uk": "їєґ",
    "be": "ў",
    "sr": "ђћџљњ",
    "mk": "ѓќѕ",
    "kk": "әғқңұһ",
    "ky": "ңү",
    "tg": "ҷӯҳӣ",
    "mn": "өү",
    "ru": "ыэё",
    "fa": "پچژگ",
    "ur": "ٹڈڑےں",
    "ps": "ښځڅټډړڼ",
    "yi": "װױײ",
    "vi": "ơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệ",
    "tr": "ğış",
    "az": "əğ",
    "pl": "łąęśżź",
    "cs": "řůě",
    "sk": "ľĺŕô",
    "hu": "őű",
    "ro": "șță",
    "is": "ðþ",
    "lv": "āēīūģķļņ",
    "lt": "ėįųū",
    "de": "ß",
    "mt": "ħġż",
    "cy": "ŵŷ",
    "eo": "ĉĝĥĵŝŭ",
    "sq": "ë",
    "et": "õ",
    "yo": "ọẹṣ",
    "pt": "ãõ",
    "es": "ñ¿¡",
    "hr": "đ",
}
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SAMPLE = 20_000


@lru_cache(maxsize=1)
def _weights() -> dict[str, dict[str, float]]:
    """Language -> function word -> what it counts: less the more languages have it."""
    table = (files("generator") / "ingest" / "data" / "function_words.txt").read_text(encoding="utf-8")
    rows = [line.split() for line in table.splitlines() if line and not line.startswith("#")]
    known = {row[0]: frozenset(row[1:]) for row in rows}
    common = Counter(word for words in known.values() for word in words)
    return {lang: {word: 1.0 / common[word] for word in sorted(words)} for lang, words in known.items()}


def _latin() -> tuple[str, ...]:
    elsewhere = {lang for langs in _SHARED.values() for lang in langs}
    return tuple(lang for lang in _weights() if lang not in elsewhere)


def detect(text: str) -> str:
    """The language of a text as ISO 639-1; "und" where the text is too short or strange to tell."""
    sample = text[:_SAMPLE]
    counts = {name: len(pattern.findall(sample)) for name, pattern in _SCRIPT_OF}
    # Characters of Chinese writing stand among Japanese ones: kana decide, however few.
    if counts["ja"] > 0.05 * (counts["ja"] + counts["zh"]):
        counts["ja"] += counts["zh"]
        counts["zh"] = 0
    script, letters = max(counts.items(), key=lambda item: item[1])
    # One sign of Chinese, Korean or Thai says as much as several letters do.
    dense = max(("zh", "ja", "ko", "th"), key=lambda name: counts[name])
    if script == "Latn" and counts[dense] * 3 > letters:
        return dense
    if letters < 4:
        return UNKNOWN
    if script not in _SHARED and script != "Latn":
        return script
    candidates = _SHARED.get(script) or _latin()
    return _by_words(sample.casefold(), candidates, script)


_SHORT = 30  # words: a text so short may have no small word at all
_SURELY = 1.2  # by how much another language must then be ahead of English: more than one word of its own


def _by_words(sample: str, candidates: tuple[str, ...], script: str) -> str:
    words = Counter(w.replace("’", "'") for w in _WORD.findall(sample))
    total = sum(words.values())
    scores: dict[str, float] = {}
    for lang in candidates:
        weights = _weights()[lang]
        score = sum(count * weights[word] for word, count in words.items() if word in weights)
        special = _LETTERS.get(lang, "")
        score += 0.15 * sum(sample.count(letter) for letter in special)
        scores[lang] = score
    ranked = sorted(scores.items(), key=lambda item: (-item[1], candidates.index(item[0])))
    best, score = ranked[0]
    if script != "Latn":
        return best if score > 0 else candidates[0]
    # A headline has one or two such words, running text one in five; names and numbers alone have none. Of languages
    # that score alike (a short sentence can be Portuguese and Galician) the first of the table is the likelier.
    if total < _SHORT and scores["en"] > 0 and score - scores["en"] < _SURELY:
        return "en"  # a line of names and one small word that English has too: what this program reads best
    return best if score >= 0.9 and score >= 0.04 * total else UNKNOWN
