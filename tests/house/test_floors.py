"""The rules of the house that a machine can hold, beside the import contracts in ``pyproject.toml``."""

from __future__ import annotations

import ast
import gc
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import commandcenter
import pytest
from commandcenter.desk import settings
from commandcenter.desk.settings import LocalSettings
from commandcenter.journal import trouble
from commandcenter.ui import wording

ROOT = Path(__file__).parents[2]
PACKAGE = Path(commandcenter.__file__).parent
SHARED = {"parts", "shell", "theme"}
LONGEST_FILE = 650
WRITTEN = {".py", ".md", ".toml", ".txt", ".ts", ".typ", ".spec", ".sh", ".json", ".cfg", ".yml", ".yaml", ""}
GENERATED = {"__pycache__", "out", "build", "dist", "node_modules"}


def source_files(*folders: str) -> list[Path]:
    """The Python files of some folders of the package; of all of it when none is named."""
    places = [PACKAGE / folder for folder in folders] if folders else [PACKAGE]
    return sorted(path for place in places for path in place.rglob("*.py"))


def all_files() -> Iterator[Path]:
    """Every text file that belongs to the project."""
    for path in sorted(ROOT.rglob("*")):
        parts = path.relative_to(ROOT).parts
        if any(
            part in GENERATED or (part.startswith(".") and part != ".ci") or part.endswith(".egg-info")
            for part in parts
        ):
            continue
        if path.is_file() and path.suffix in WRITTEN:
            yield path


@pytest.fixture(scope="module", autouse=True)
def trees_of_this_module() -> Iterator[None]:
    """Millions of nodes: nobody looks through them for garbage while they grow, and they are gone before the next module."""
    gc.disable()
    yield
    tree.cache_clear()
    nodes.cache_clear()
    gc.enable()


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Everything in a file, walked once for all tests."""
    return tuple(ast.walk(tree(path)))


def place(path: Path, node: ast.AST) -> str:
    return f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"


def texts(path: Path) -> Iterator[ast.Constant]:
    """The string constants of a file that are no docstrings."""
    documentation = {
        id(node.value) for node in nodes(path) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in nodes(path):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
            yield node


# --- floors ----------------------------------------------------------------------------------------------------------


def test_each_screen_stands_in_the_contract_that_keeps_screens_apart() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    apart = next(contract["modules"] for contract in contracts if contract["type"] == "independence")
    folders = {path.parent.name for path in (PACKAGE / "ui").glob("*/__init__.py")} - SHARED
    assert {name.rpartition(".")[2] for name in apart} == folders


def test_the_rules_import_only_the_standard_library() -> None:
    foreign = []
    for path in source_files("domain"):
        for node in nodes(path):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            for name in names:
                ours = name.startswith("commandcenter.domain")
                if not ours and name.partition(".")[0] not in sys.stdlib_module_names:
                    foreign.append(f"{place(path, node)} {name}")
    assert foreign == []


SQL = re.compile(
    r"^\s*(SELECT\s|INSERT\s+(OR|INTO)\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|REPLACE\s+INTO\s|(CREATE|DROP|ALTER)\s+"
    r"(TABLE|INDEX|TRIGGER|VIEW|VIRTUAL)\s|PRAGMA\s|BEGIN\s+(IMMEDIATE|EXCLUSIVE)|ATTACH\s|VACUUM)"
)


def test_only_the_journal_speaks_sql() -> None:
    found = [
        place(path, node)
        for path in source_files()
        if path.relative_to(PACKAGE).parts[0] != "journal"
        for node in texts(path)
        if SQL.match(str(node.value))
    ]
    assert found == []


# --- the window ------------------------------------------------------------------------------------------------------


def called(node: ast.AST) -> str:
    """The last name of what is called."""
    if not isinstance(node, ast.Call):
        return ""
    return getattr(node.func, "attr", getattr(node.func, "id", ""))


def test_signals_are_connected_to_methods_only() -> None:
    """A lambda or partial keeps widgets alive after their window, and runs on whatever thread emits."""
    found = []
    for path in source_files("ui", "desk", "demo", "cli"):
        local = {node.name for node in nodes(path) if isinstance(node, ast.FunctionDef) and not _is_method(path, node)}
        for node in nodes(path):
            if called(node) != "connect" or not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            slot = node.args[0] if node.args else None
            if isinstance(slot, ast.Lambda) or called(slot or node.func) == "partial":
                found.append(place(path, node))
            if isinstance(slot, ast.Name) and slot.id in local:
                found.append(place(path, node))
    assert found == []


@cache
def _methods(path: Path) -> frozenset[int]:
    return frozenset(
        id(node)
        for owner in nodes(path)
        if isinstance(owner, ast.ClassDef)
        for node in owner.body
        if isinstance(node, ast.FunctionDef)
    )


def _is_method(path: Path, node: ast.FunctionDef) -> bool:
    return id(node) in _methods(path)


FORBIDDEN_CALLS = {
    "processEvents": "runs other people's slots in the middle of ours",
    "set_trace": "a debugger",
    "breakpoint": "a debugger",
}


def test_nobody_pumps_events_or_leaves_a_debugger() -> None:
    paths = [*source_files(), *sorted((ROOT / "tests").rglob("*.py"))]
    found = [place(path, node) for path in paths for node in nodes(path) if called(node) in FORBIDDEN_CALLS]
    assert found == []


def test_tests_and_screens_wait_for_something_never_for_time() -> None:
    found = []
    for path in [*source_files("ui"), *sorted((ROOT / "tests").rglob("*.py"))]:
        for node in nodes(path):
            if called(node) == "sleep" or (called(node) == "wait" and "qtbot" in ast.unparse(node)):
                found.append(place(path, node))
    assert found == []


# --- settings and wording --------------------------------------------------------------------------------------------


def test_every_setting_is_read_somewhere() -> None:
    wanted = set(LocalSettings.__dataclass_fields__)
    read = set()
    for path in source_files():
        if path == Path(settings.__file__):
            continue
        for node in nodes(path):
            if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load) and node.attr in wanted:
                owner = ast.unparse(node.value)
                if owner.endswith("settings") or owner.startswith("load_settings("):
                    read.add(node.attr)
    assert wanted - read == set()


@pytest.mark.parametrize(
    "code",
    sorted(
        {*trouble._CODES.values(), *trouble._MESSAGES.values(), "desk_gone", "not_allowed", "bad_message", "crashed"}
    ),
)
def test_every_trouble_of_the_disk_has_a_sentence(code: str) -> None:
    assert wording.known(code)


# --- files -----------------------------------------------------------------------------------------------------------


def test_no_file_is_longer_than_one_can_read() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in [*source_files(), *sorted((ROOT / "tests").rglob("*.py")), ROOT / "dev.py"]
        if (lines := path.read_text("utf-8").count("\n")) > LONGEST_FILE
    }
    assert long == {}


def test_each_file_and_each_public_thing_below_the_screens_says_what_it_is() -> None:
    silent = [place(path, tree(path)) for path in source_files() if not ast.get_docstring(tree(path))]
    for path in source_files("domain", "journal", "desk", "exchange", "reporting"):
        if "migrations" in path.parts:
            continue
        for node in tree(path).body:
            public = isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_")
            if public and not ast.get_docstring(node):
                silent.append(place(path, node))
    assert silent == []


UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|X" r"XX|HA" r"CK)\b")
MACHINE = re.compile(r"(?<![\w.])/(?:work/|root/|tmp/\w|home/\w|Users/\w)|[A-Z]:\\Users\\")
HOST = re.compile(r"https?://([\w.-]+)")
KNOWN_HOSTS = {
    "www.w3.org",  # names of XML vocabularies
    "schemas.openxmlformats.org",
    "www.gnu.org",  # texts of licences
    "fsf.org",
    "scripts.sil.org",
    "openfontlicense.org",
}


def test_nothing_is_left_for_later() -> None:
    assert [f"{path.relative_to(ROOT)}: {found[0]}" for path, found in _matches(UNFINISHED)] == []


def test_no_path_of_a_machine_stands_in_the_project() -> None:
    assert [f"{path.relative_to(ROOT)}: {found[0]}" for path, found in _matches(MACHINE)] == []


def test_no_host_stands_in_the_project_but_names_of_vocabularies_and_licences() -> None:
    strange = [
        f"{path.relative_to(ROOT)}: {found[0]}"
        for path, found in _matches(HOST)
        if "." in found[1] and found[1] not in KNOWN_HOSTS and not found[1].endswith((".example", ".invalid"))
    ]
    assert strange == []


@cache
def _read() -> list[tuple[Path, str]]:
    return [(path, path.read_text("utf-8", "replace")) for path in all_files()]


def _matches(pattern: re.Pattern[str]) -> list[tuple[Path, re.Match[str]]]:
    here = Path(__file__)
    return [(path, found) for path, text in _read() if path != here for found in pattern.finditer(text)]
