"""python -m bench.pdf: the same content made into a PDF by grantdesk and its rivals, in turns, at 18 and 65 pages."""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.pdf.rounds import OURS, TESTS, Maker, makers, warm, whole
from bench.pdf.target import SIZE, targets
from bench.pdf.told import show, show_growth, show_targets

MAKERS = (*OURS, "typst", "platypus", "weasyprint", "fpdf2", "libreoffice")
COMPARED, GROWING = (18, 65), (65, 260, 1000)
BEST_OF = 3  # of the long documents; each of them is made so often


def main() -> int:
    """Prints the tables; exit code 1 with --strict if a target was missed."""
    options = _options()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["GRANTDESK_HOME"] = f"{name}/home"
        print("writing the documents, and making each of them once ...", file=sys.stderr, flush=True)
        _child("bench.pdf.content", name, options.call, str(options.runs + 1))
        result = measured(folder, options)
    if options.json:
        Path(options.json).write_text(json.dumps(result, ensure_ascii=False, indent=2), encoding="utf-8")
    return 1 if options.strict and not all(target["met"] for target in result["targets"]) else 0


def measured(folder: Path, options: argparse.Namespace) -> dict[str, Any]:
    """Everything, printed as soon as it is known."""
    there, missing = _there(makers(options.only or MAKERS), folder)
    result: dict[str, Any] = {"python": platform.python_version(), "call": options.call, "left out": missing}
    verdicts = _verdicts(folder, there, options.vera)
    try:
        for pages in COMPARED:
            took = warm(there, [folder / f"{pages}-{n}.json" for n in range(options.runs + 1)])
            ended = whole(_commands(folder, there, pages), max(3, options.runs // 2), folder / "bytecode")
            result[str(pages)] = show(pages, took, ended, verdicts[pages])
        grown = growth(there[0], folder, {n: verdicts[n]["grantdesk"]["pages"] for n in GROWING})
    finally:
        for maker in there:
            maker.end()
    result["growth"] = show_growth(grown)
    took, ended = result[SIZE]["warm"], result[SIZE]["whole"]
    result["targets"] = show_targets(list(targets(took, ended, grown)))
    return _plain(result)


def growth(maker: Maker, folder: Path, pages: dict[int, int]) -> dict[int, float]:
    """Milliseconds of a page, by the number of pages: the best of a few, one size after the other."""
    best = dict.fromkeys(GROWING, float("inf"))
    for _ in range(BEST_OF):
        for size in GROWING:
            best[size] = min(best[size], maker.made(folder / f"{size}-0.json")["cpu"] / pages[size])
    return {pages[size]: best[size] for size in GROWING}


def _there(all_makers: Sequence[Maker], folder: Path) -> tuple[list[Maker], dict[str, str]]:
    """Those that work here, each with its first PDFs made; and why the others do not, which is printed."""
    there, missing = [], {}
    for maker in all_makers:
        try:
            for pages in (*COMPARED, *(GROWING if maker.name == "grantdesk" else ())):
                maker.made(folder / f"{pages}-0.json", folder / f"{pages}-{maker.name}.pdf")
        except RuntimeError as error:
            missing[maker.name] = str(error)
            print(f"{maker.name} is left out: {error}", flush=True)
        else:
            there.append(maker)
    return there, missing


def _commands(folder: Path, there: Sequence[Maker], pages: int) -> dict[str, Sequence[str]]:
    """Whole processes: each maker with one content, and our own command with an application of about 65 pages."""
    target = str(folder / "whole.pdf")
    commands = {maker.name: [*maker.command, str(folder / f"{pages}-0.json"), target] for maker in there}
    if str(pages) == SIZE:
        export = ["-m", "grantdesk", "export", str(folder / "whole.grant"), "-o", target, "--lang", "fi"]
        commands["export"] = [sys.executable, *export]
    return commands


def _verdicts(folder: Path, there: Sequence[Maker], vera: bool) -> dict[int, dict[str, Any]]:
    names = {pages: [maker.name for maker in there] for pages in COMPARED}
    names |= {pages: ["grantdesk"] for pages in GROWING if pages not in COMPARED}
    files = {(pages, name): str(folder / f"{pages}-{name}.pdf") for pages in names for name in names[pages]}
    found = json.loads(_child("bench.pdf.verdict", *["--vera"] * vera, *files.values()))
    return {pages: {name: found[files[pages, name]] for name in names[pages]} for pages in names}


def _child(module: str, *arguments: str) -> str:
    """What a module says that is run apart, so that this process stays small."""
    command = [sys.executable, "-m", module, *arguments]
    surroundings = os.environ | {"PYTHONPATH": str(TESTS)}
    return subprocess.run(
        command, env=surroundings, stdout=subprocess.PIPE, check=True, encoding="utf-8"
    ).stdout


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    return value.as_data() if hasattr(value, "as_data") else value


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/bench pdf", description=__doc__)
    parser.add_argument("--call", default="hevi")
    parser.add_argument("--runs", type=int, default=10, help="documents that each maker makes at each size")
    parser.add_argument("--only", nargs="+", choices=MAKERS, help="these makers alone, grantdesk first")
    parser.add_argument("--vera", action="store_true", help="ask veraPDF too whether the files conform")
    parser.add_argument("--json", help="write the result here as JSON")
    parser.add_argument("--strict", action="store_true", help="exit 1 if a target is missed")
    options = parser.parse_args()
    options.only = options.only and [*OURS, *(name for name in options.only if name not in OURS)]
    return options


if __name__ == "__main__":
    sys.exit(main())
