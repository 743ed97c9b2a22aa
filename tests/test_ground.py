"""The ground holds: sizes, rooms, no dangerous call, no knowledge of one call, and a Qt that counts right."""

import ast
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "src").rglob("*.py"))
Function = ast.FunctionDef | ast.AsyncFunctionDef
DANGEROUS = {"eval", "exec", "compile", "__import__", "os.system", "os.popen"}
UNSAFE_MODULES = {"pickle", "marshal", "shelve", "dill"}


def nodes(*kinds: type[ast.AST]) -> Iterator[tuple[str, ast.AST]]:
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, kinds):
                yield f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}", node


def lines(node: ast.AST) -> int:
    assert isinstance(node, ast.stmt)
    return (node.end_lineno or node.lineno) - node.lineno + 1


def arguments(node: ast.AST) -> list[str]:
    assert isinstance(node, Function)
    taken = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    return [argument.arg for argument in taken if argument.arg not in ("self", "cls")]


def test_no_file_is_over_350_lines() -> None:
    assert [str(path) for path in SOURCES if len(path.read_text("utf-8").splitlines()) > 350] == []


def test_no_function_is_over_40_lines() -> None:
    assert [where for where, node in nodes(ast.FunctionDef, ast.AsyncFunctionDef) if lines(node) > 40] == []


def test_no_class_is_over_250_lines() -> None:
    assert [where for where, node in nodes(ast.ClassDef) if lines(node) > 250] == []


def test_no_function_takes_more_than_five_arguments() -> None:
    functions = nodes(ast.FunctionDef, ast.AsyncFunctionDef)
    assert [where for where, node in functions if len(arguments(node)) > 5] == []


def test_no_package_holds_more_than_twelve_modules() -> None:
    packages = {path.parent for path in SOURCES}
    held = {package: [path for path in package.glob("*.py") if path.stem[0] != "_"] for package in packages}
    assert [str(package) for package, modules in held.items() if len(modules) > 12] == []


def test_nothing_runs_what_it_reads() -> None:
    """No eval, no pickle, no shell: a file from outside stays data."""
    calls = [(where, node) for where, node in nodes(ast.Call) if isinstance(node, ast.Call)]
    called = [where for where, call in calls if ast.unparse(call.func) in DANGEROUS]
    shells = [where for where, call in calls for word in call.keywords if word.arg == "shell"]
    imported = [where for where, node in nodes(ast.Import, ast.ImportFrom) if modules(node) & UNSAFE_MODULES]
    assert called + shells + imported == []


def modules(node: ast.AST) -> set[str]:
    names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
    names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
    return {name.partition(".")[0] for name in names}


def test_the_program_knows_no_call_by_name() -> None:
    """HEVi is data: its name stands in resources, never in the program."""
    files = [path for path in (ROOT / "src").rglob("*") if path.is_file() and path.suffix != ".pyc"]
    assert files
    assert [str(path) for path in files if b"hevi" in path.read_bytes().lower()] == []


def test_no_room_imports_upwards() -> None:
    lint = f"lint_imports({str(ROOT / 'pyproject.toml')!r}, no_cache=True, no_logo=True)"
    code = f"import sys; from importlinter.cli import lint_imports; sys.exit({lint})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, (
        done.stdout
    )  # in a process of its own: it turns off every logger that is there


def test_a_void_call_of_qt_keeps_the_count_of_none(qapp: "QApplication") -> None:
    """PySide6 6.12.0 on CPython 3.11 loses one reference to None at each: the pin in pyproject.toml keeps it away."""
    from PySide6.QtWidgets import QLabel

    label = QLabel()
    before = sys.getrefcount(None)
    for count in range(300):
        label.setText(str(count))
    assert abs(sys.getrefcount(None) - before) < 50
    assert label.text() == "299"


def test_the_network_is_refused() -> None:
    with pytest.raises(pytest.fail.Exception, match="network"):
        socket.create_connection(("example.org", 80))
