"""The exports in the programs that they are for, where these are installed: make env-readers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site.test_exports import URL, made

READERS = Path(sys.prefix) / "readers"  # behind what the tests have: `make env-readers` takes the same versions of both
WANTED = "needs the programs that read the exports: make env-readers"
if READERS.is_dir():
    sys.path.append(str(READERS))


@pytest.mark.parametrize("url", [URL, "/repo"])
def test_followthemoney_takes_every_entity_as_it_is(content: Path, url: str) -> None:
    """Its own cleaning changes no value, no entity lacks what its schema wants, and every reference leads to one."""
    model = pytest.importorskip("followthemoney", reason=WANTED).model
    board = content / "entities" / "harbour-board.md"
    board.write_text(
        "---\nname: Harbour Board\ntype: organization\ncountry: FR\n"
        "same_as: ['https://www.wikidata.org/wiki/Q42', 'https://en.wikipedia.org/wiki/Harbour']\n---\n"
    )
    ids, references = set(), set()
    lines = made(content, url)["/data/entities.ftm.json"].decode("utf-8").splitlines()
    for line in lines:
        given = json.loads(line)
        proxy = model.get_proxy(given, cleaned=False)
        proxy.schema.validate(proxy.to_dict())
        taken = {name: sorted(values) for name, values in proxy.to_dict()["properties"].items()}
        assert taken == {name: sorted(values) for name, values in given["properties"].items()}
        ids.add(proxy.id)
        references |= {value for prop, value in proxy.itervalues() if prop.type.name == "entity"}
    assert len(ids) == len(lines) > 20
    assert references <= ids
    assert {"Person", "Organization", "Address", "Event", "Article", "Documentation", "Note"} <= {
        json.loads(line)["schema"] for line in lines
    }


def test_datasette_opens_the_database(content: Path, tmp_path: Path) -> None:
    pytest.importorskip("datasette", reason=WANTED)
    (tmp_path / "briefing.sqlite").write_bytes(made(content)["/data/briefing.sqlite"])
    found = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, (os.environ.get("PYTHONPATH"), str(READERS))))}
    command = [sys.executable, "-m", "datasette", str(tmp_path / "briefing.sqlite"), "--get"]

    def asked(path: str) -> object:
        done = subprocess.run([*command, path], env=found, capture_output=True, text=True, timeout=60, check=True)
        return json.loads(done.stdout)

    rows = asked("/briefing/claims.json?_shape=array&event=2031-03-07-harbour-closes&wording=quote")
    assert [row["quote"] for row in rows] == ["Port Elian closed its harbour a day later"]  # type: ignore[attr-defined]
    assert asked("/briefing/events/2031-07-ferry-compact-signing.json?_shape=array")
