"""Of which kind a happening is: the site groups and filters by it, and reports are joined by it."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy", reason="needs the converter's packages: pip install '.[convert]'")

from tests.extract.told import claims_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Gunmen kidnapped the engineer Leo Mann near Osk on 3 May 2025.", "kidnapping"),
        ("Leo Mann was released in Osk on 3 May 2025.", "release"),
        ("The gunmen let Leo Mann go on 3 May 2025.", "release"),
        ("Six prisoners were let out of Graz prison at the beginning of May 2025.", "release"),
        ("An ultimatum of the gunmen ran out on 3 May 2025.", "closing"),
        ("Ann Lind ran for mayor of Graz on 3 May 2025.", "vote"),
        ("The families were received at the ministry in Graz on 3 May 2025.", "meeting"),
        ("Norvale received the first trains on 3 May 2025.", "delivery"),
        ("Norvale stopped production in Graz on 3 May 2025.", "closing"),
    ],
)
def test_a_happening_is_of_its_kind(text: str, kind: str) -> None:
    assert kind in [claim.kind for claim in claims_of(text)]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Ten gunmen stopped a convoy of Norvale near Osk on 3 May 2025.", "closing"),
        ("Leo Mann had run out of water on 3 May 2025.", "vote"),
        ("Leo Mann had run out of water on 3 May 2025.", "closing"),
        ("The hostages were handed over near Osk on 3 May 2025.", "delivery"),
        ("On 3 May 2025, a year after gunmen stopped his car, Leo Mann sat in a hall in Graz.", "closing"),
    ],
)
def test_a_word_that_another_thing_would_be_told_by_makes_no_kind(text: str, wrong: str) -> None:
    assert wrong not in [claim.kind for claim in claims_of(text)]
