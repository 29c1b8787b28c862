"""The program that the editors' page runs: from npm packages, whose versions and hashes stand here, or from files."""

from __future__ import annotations

import base64
import hashlib
import io
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

PROGRAM = "sveltia-cms.js"
SYMBOLS = "symbols.woff2"
_MAX_BYTES = 100_000_000
_PATIENCE = 180  # seconds


@dataclass(frozen=True, slots=True)
class Package:
    """A package of npm: what npm prints as `dist.integrity` of that version, and file here -> file within."""

    name: str
    version: str
    integrity: str
    files: Mapping[str, str]


# A new version needs its hash here, and the tests run in a browser: what the program does on saving is no promise.
SVELTIA = Package(
    "@sveltia/cms",
    "0.221.1",
    "sha512-J+Qoik9kGMk2L7vNpOQrnDmFRi+NB6vwJ0f657YtsxWH0P8WYSYRRSRC2pQ/jGGbVlM//Pg/WIgmkpswqoo3gQ==",
    {PROGRAM: "package/dist/sveltia-cms.js", f"{PROGRAM}.LICENSE.txt": "package/LICENSE.txt"},
)
# The program would ask a network of copies for this font, in which its buttons are drawn.
FONT = Package(
    "@fontsource-variable/material-symbols-outlined",
    "5.3.7",
    "sha512-d6kLamaMdad40AYoyJEBgCH63fRLklC7GW7bgb7WWbPh/UzuW483Dlyfmn3vxpiNsHLIMBOcYYkZDtOC9Y3MUA==",
    {
        SYMBOLS: "package/files/material-symbols-outlined-latin-wght-normal.woff2",
        f"{SYMBOLS}.LICENSE.txt": "package/LICENSE",
    },
)

_INSTEAD = (
    f"or fetch {SVELTIA.name} {SVELTIA.version} elsewhere, unpack it, and name its dist/{PROGRAM} with --bundle FILE"
)


class BundleError(Exception):
    """Why there is no program for the page, and what to do."""


def fetched() -> dict[str, bytes]:
    """Program, font and their licences by file name, through npm, which remembers what it fetched: `BundleError`."""
    try:
        return {**of_npm(SVELTIA), **of_npm(FONT)}
    except BundleError as error:
        raise BundleError(f"{error}, {_INSTEAD}") from None


def of_npm(package: Package) -> dict[str, bytes]:
    """The files of a package that we use, fetched by npm, which runs nothing of it: `BundleError`."""
    npm = shutil.which("npm")
    if npm is None:
        raise BundleError("npm is not installed; install Node.js, which brings it")
    what = f"{package.name} {package.version}"
    with tempfile.TemporaryDirectory() as folder:
        command = [npm, "pack", f"{package.name}@{package.version}", "--ignore-scripts", "--silent", "--prefer-offline"]
        try:
            done = subprocess.run(command, cwd=folder, capture_output=True, timeout=_PATIENCE, check=False)
        except (OSError, subprocess.TimeoutExpired) as error:
            raise BundleError(f"npm did not fetch {what} ({error}); try again") from None
        packed = next(iter(Path(folder).glob("*.tgz")), None)
        if done.returncode or packed is None:
            said = done.stderr.decode("utf-8", "replace").strip().split("\n")[0] or f"status {done.returncode}"
            raise BundleError(f"npm did not fetch {what} ({said}); is the machine online? Try again")
        return unpacked(package, packed.read_bytes())


def unpacked(package: Package, packed: bytes) -> dict[str, bytes]:
    """The files of a package that we use. Raises `BundleError` where it is not the package that we know."""
    found = "sha512-" + base64.b64encode(hashlib.sha512(packed).digest()).decode("ascii")
    if found != package.integrity:
        raise BundleError(
            f"what npm fetched is not {package.name} {package.version} as it was published; do not use it: find out "
            "where your npm fetches from (npm config get registry)"
        )
    with tarfile.open(fileobj=io.BytesIO(packed), mode="r:gz") as archive:
        return {here: _member(archive, within) for here, within in package.files.items()}


def _member(archive: tarfile.TarFile, name: str) -> bytes:
    member = archive.extractfile(name)
    assert member is not None  # the hash is that of a package that holds it
    return member.read(_MAX_BYTES)


def named(program: Path, symbols: Path | None = None) -> dict[str, bytes]:
    """The same from files that the user vouches for. Raises `BundleError`."""
    made = {PROGRAM: _read(program)}
    if b"sveltia" not in made[PROGRAM]:
        raise BundleError(
            f"{program} is not Sveltia CMS; give the file dist/{PROGRAM} of the npm package {SVELTIA.name}"
        )
    licence = program.parent.parent / "LICENSE.txt"
    if licence.is_file():
        made[f"{PROGRAM}.LICENSE.txt"] = _read(licence)
    if symbols is not None:
        made[SYMBOLS] = _read(symbols)
        if not made[SYMBOLS].startswith(b"wOF2"):
            raise BundleError(f"{symbols} is not a font for the web; give a file .woff2 of {FONT.name}")
    return made


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise BundleError(f"{path}: {error.strerror}; give a file of the unpacked npm package") from None
