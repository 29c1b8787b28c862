"""Values as YAML: line by line what PyYAML writes itself."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import blockwise

TRICKY = [
    "", " ", "a", "yes", "No", "null", "~", "on", "true", "False", "1", "1.5", "0x1f", "12:30", "2031-05-03",
    "1_000", ".5", "-", "- a", "-a", "---", "...", "a: b", "a:", ":a", "a #b", "a#b", "#a", "a, b", "[a]", "{a}", "a]",
    "?", "? a", "!a", "&a", "*a", "|", ">", "%a", "@a", "`a", "'a'", '"a"', "it's", 'say "no"', "a ", " a", "a\nb",
    "a\n\nb\n", "tab\there", "\u00a0a", "caf\u00e9 au lait", "\u2028", "\ufeffa", "\u0085", "\U0001f600", "Vi\u1ec7t",
    "<<", "=", "a\\b",
    "The port of Marstad", "The port: closed", "The port, closed", "The port is closed #1", "Ports; quays (two)",
    "The port is closed ", "infinity", "Off and on", "\u2018Closed\u2019 \u2013 again", "a\x07b", "port\rquay",
    "x" * 300,
    "https://example.org/a?b=c#d", "Closed: see below", "Closed:see below", "The port closes at:",
    'He said "no", twice', "The port (closed) is open, again!",
    "2031-05-03-port-closes", "2031-05-03-1", "2031-05-03-12:00", "2031-5-3",
    "1" * 64, "0b" + "01" * 31, "0b" + "0f" * 31, "1e" + "2" * 62, "7" * 63 + "c", "0" * 63 + "b",
]  # fmt: skip
# What news writes, and what means something to YAML beside it.
written = st.text("abcT019 .,:;'\"?!()-#&*=_|>%@£é“", min_size=5, max_size=12).map("P".__add__)
scalars = st.one_of(
    st.sampled_from(TRICKY), st.text(max_size=20), st.integers(-9999, 9999), st.booleans(), st.none(),
    st.floats(allow_nan=False, allow_infinity=False), written,
)  # fmt: skip
keys = st.one_of(st.sampled_from([t for t in TRICKY if t]), st.text(min_size=1, max_size=12))
values = st.recursive(
    scalars, lambda v: st.one_of(st.lists(v, max_size=4), st.dictionaries(keys, v, max_size=4)), max_leaves=12
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault of the text
@given(values)
def test_every_value_is_written_as_pyyaml_writes_it(value: Any) -> None:
    assert blockwise.block(value) == blockwise._by_yaml(blockwise._shaped(value))


@settings(deadline=None, max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(written)
def test_a_sentence_is_written_as_pyyaml_writes_it(text: str) -> None:
    for value in ({"quote": text}, {"names": [text, "Ada"]}, [{"quote": text}]):
        assert blockwise.block(value) == blockwise._by_yaml(blockwise._shaped(value))


@pytest.mark.parametrize("text", TRICKY)
def test_a_text_that_yaml_might_take_for_something_else_is_written_so_that_it_does_not(text: str) -> None:
    for value in ({"title": text}, {"names": [text, "Ada"]}, {text: "Ada"}, {"rows": [{"name": text}]}, [[None, text]]):
        assert blockwise.block(value) == blockwise._by_yaml(blockwise._shaped(value))


def test_rows_and_lists_of_words_are_laid_out_for_a_reader() -> None:
    page = {"title": "Port strike", "names": ["Ada Venn", "A. Venn"], "rows": [{"id": "ada", "date": "2031-05-03"}, {}]}
    assert blockwise.block(page) == (
        "title: Port strike\nnames: [Ada Venn, A. Venn]\nrows:\n  - id: ada\n    date: '2031-05-03'\n  - {}\n"
    )
