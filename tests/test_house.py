"""The rules of the house that can be counted; `CONTRIBUTING.md` says them in words."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent
LONGEST_FILE = 400
LONGEST_FUNCTION = 50
MOST_PARAMETERS = 5
VAGUE_NAMES = {"utils", "util", "common", "helpers", "helper", "manager", "base", "misc"}
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
LEFT_OPEN = re.compile(r"#\s*(noqa(?!: ?[A-Z])|(type|pyright): ignore(?!\[))")
MUTABLE = ("dict", "list", "set", "bytearray", "defaultdict", "deque", "OrderedDict", "Counter")
READ_ONLY = ("Mapping[", "Sequence[", "Collection[")
MOVING_PARTS = ("QTimer.singleShot", "processEvents", "blockSignals", "QGraphicsEffect", "setGraphicsEffect")

Function = ast.FunctionDef | ast.AsyncFunctionDef


def program() -> list[Path]:
    return sorted((ROOT / "bodymap").rglob("*.py"))


def everything() -> list[Path]:
    return [*program(), ROOT / "main.py", *sorted((ROOT / "tests").rglob("*.py"))]


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


@cache
def said(path: Path) -> str:
    return path.read_text(encoding="utf-8")


class Found(NamedTuple):
    """What breaks a rule in a file, by line and name."""

    long: tuple[str, ...]
    greedy: tuple[str, ...]
    mutable: tuple[str, ...]
    silent: tuple[str, ...]


@cache
def found_in(path: Path) -> Found:
    """A file is parsed once for all rules; its tree is let go."""
    tree = ast.parse(said(path))
    functions = [node for node in ast.walk(tree) if isinstance(node, Function)]
    return Found(
        tuple(f"{named(path)}:{f.lineno} {f.name}" for f in functions if lines(f) > LONGEST_FUNCTION),
        tuple(f"{named(path)}:{f.lineno} {f.name}" for f in functions if parameters(f) > MOST_PARAMETERS),
        tuple(mutable_values(path, tree)),
        tuple(public_parts_without_a_docstring(path, tree)),
    )


def lines(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def parameters(function: Function) -> int:
    given = function.args
    count = len(given.posonlyargs) + len(given.args) + len(given.kwonlyargs)
    first = next(iter([*given.posonlyargs, *given.args]), None)
    return count - (first is not None and first.arg in ("self", "cls"))


def is_mutable(value: ast.expr | None) -> bool:
    if isinstance(value, ast.Dict | ast.List | ast.Set | ast.DictComp | ast.ListComp | ast.SetComp):
        return True
    return isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id in MUTABLE


def is_declared_still(node: ast.Assign | ast.AnnAssign) -> bool:
    """Whether the type checker refuses a change: `X: Mapping[str, int] = {…}`."""
    return isinstance(node, ast.AnnAssign) and ast.unparse(node.annotation).startswith(READ_ONLY)


def mutable_values(path: Path, tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        if not isinstance(node, ast.Assign | ast.AnnAssign) or is_declared_still(node):
            continue
        if is_mutable(node.value):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if [ast.unparse(t) for t in targets] != ["__all__"]:
                yield f"{named(path)}:{node.lineno}"


def public_parts_without_a_docstring(path: Path, tree: ast.Module) -> Iterator[str]:
    if not ast.get_docstring(tree):
        yield named(path)
    for node in tree.body:
        public = isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_")
        if public and not ast.get_docstring(node):
            yield f"{named(path)}:{node.lineno} {node.name}"


def test_the_rules_are_asked_of_the_whole_program() -> None:
    assert len(program()) > 20


def test_a_file_says_one_thing() -> None:
    lengths = {named(p): len(said(p).splitlines()) for p in everything()}
    assert {path: n for path, n in lengths.items() if n > LONGEST_FILE} == {}


def test_a_function_can_be_seen_at_once() -> None:
    assert [long for path in everything() for long in found_in(path).long] == []


def test_a_function_asks_for_few_things() -> None:
    assert [greedy for path in program() for greedy in found_in(path).greedy] == []


def test_no_module_holds_a_value_that_can_change() -> None:
    assert [mutable for path in program() for mutable in found_in(path).mutable] == []


def test_modules_are_nouns_that_say_something() -> None:
    vague = [named(p) for p in program() if VAGUE_NAMES & {p.stem, *p.parent.parts}]
    assert vague == []


def test_public_parts_promise_in_words() -> None:
    assert [silent for path in program() for silent in found_in(path).silent] == []


@pytest.mark.parametrize("pattern", [UNFINISHED, LEFT_OPEN], ids=["unfinished", "excused without a rule"])
def test_nothing_is_left_open(pattern: re.Pattern[str]) -> None:
    here = Path(__file__).resolve()
    found = [
        f"{named(path)}:{number}"
        for path in everything()
        if path != here
        for number, line in enumerate(said(path).splitlines(), 1)
        if pattern.search(line)
    ]
    assert found == []


@pytest.mark.parametrize("word", MOVING_PARTS)
def test_qt_is_not_glued(word: str) -> None:
    assert [named(p) for p in program() if word in said(p)] == []


def test_one_file_imports_pyqtgraph() -> None:
    """Decision 4: it is clear when it is paid for, and what would have to be replaced."""
    asked = re.compile(r"^\s*(import|from) pyqtgraph\b", re.MULTILINE)
    found = [named(p) for p in program() if asked.search(said(p))]
    assert found == ["bodymap/ui/time_panel/plot.py"]


def test_nothing_is_unpickled_or_evaluated() -> None:
    asked = re.compile(r"^\s*(import|from) (pickle|marshal|shelve)\b|(?<![.\w])(eval|exec)\(", re.MULTILINE)
    assert [named(p) for p in program() if asked.search(said(p))] == []


def test_colours_stand_in_themes_only() -> None:
    colour = re.compile(r"[\"']#[0-9A-Fa-f]{6}([0-9A-Fa-f]{2})?[\"']")
    assert [named(p) for p in program() if colour.search(said(p))] == []


def test_readme_shows_a_picture_and_two_commands_before_anything_else() -> None:
    first_screen = (ROOT / "README.md").read_text(encoding="utf-8").split("\n## ")[0]
    commands = [line.strip() for line in first_screen.splitlines() if line.startswith("    ")]
    assert commands == [
        "python -m pip install . && bodymap",
        "python -m pip install '.[test]' && python -m pytest",
    ]
    picture = re.search(r"!\[[^]]+\]\(([^)]+)\)", first_screen)
    assert picture
    assert (ROOT / picture[1]).is_file()


def test_links_in_the_documents_lead_somewhere() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    lost = [
        f"{named(page)}: {link}"
        for page in pages
        for link in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8"))
        if "://" not in link and not (page.parent / link).exists()
    ]
    assert lost == []
