"""Every page against the Nu validator, where one is at hand: VNU_JAR=path/to/vnu.jar (npm pack vnu-jar holds it)."""

from __future__ import annotations

import json
import os
import shutil
import subprocess

import pytest

from tests.site.pelican_run import Built


def test_the_nu_validator_finds_no_error(plain_site: Built) -> None:
    jar, java = os.environ.get("VNU_JAR"), shutil.which("java")
    if not jar or not java:
        pytest.skip("no validator: VNU_JAR names no vnu.jar, or there is no java")
    command = [java, "-jar", jar, "--errors-only", "--format", "json", "--skip-non-html", str(plain_site.folder)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    messages = json.loads(done.stderr)["messages"]
    assert [f"{m['url']}:{m.get('lastLine')}: {m['message']}" for m in messages] == []
