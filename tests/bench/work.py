"""What happens while somebody works: open, check, edit, save, print; each beside the least that it could take."""

import io
import json
import os
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.reference import Reference, Size
from bench.timing import Row, beside
from grantdesk.call.form import Form
from grantdesk.files.grant import begun
from grantdesk.files.reading import read
from grantdesk.files.writing import write
from grantdesk.model.tree import Answers, at, leaves, put
from grantdesk.rules.check import Checker
from grantdesk.session.application import Application, packed_call
from grantdesk.words.language import Language

MOMENT = datetime(2027, 1, 1, 12, tzinfo=UTC)


class Bench:
    """The reference application of a call at one size, and what is timed on it."""

    def __init__(self, call: str, size: Size, folder: Path) -> None:
        from grantdesk.call.pack import read as call_of

        self.raw = packed_call(call)
        self.form = Form(call_of(self.raw))
        self.answers: Answers = Reference(self.form, size).answers()
        self.grant = begun(self.raw, "bench", MOMENT, self.answers)
        self.file = folder / "reference.grant"
        write(self.grant, self.file)
        self.values = sum(1 for _ in leaves(self.answers))

    def rows(self, runs: int) -> Iterator[Row]:
        """Every measurement."""
        yield self.open(runs)
        yield self.save(runs)
        yield self.check(runs)
        for name, path, value in self.edits():
            yield self.edit(name, (path, value), runs * 5)
        yield self.pdf(max(3, runs // 4))

    def open(self, runs: int) -> Row:
        """Floor: unzip and json.loads."""

        def floor(_: int) -> None:
            with zipfile.ZipFile(self.file) as package:
                for name in ("manifest.json", "application.json", "call.json"):
                    json.loads(package.read(name))

        row = beside("open", lambda _: read(self.file), floor, runs)
        return replace(row, target="≤ 4 × floor", met=row.ratio <= 4)

    def save(self, runs: int) -> Row:
        """Floor: json.dumps, zip, fsync, rename."""
        target = self.file.with_name("saved.grant")

        def floor(_: int) -> None:
            data = io.BytesIO()
            with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package:
                package.writestr("application.json", json.dumps(self.answers, ensure_ascii=False))
                package.writestr("call.json", self.raw)
            beside_it = target.with_suffix(".tmp")
            with beside_it.open("wb") as file:
                file.write(data.getvalue())
                file.flush()
                os.fsync(file.fileno())
            beside_it.replace(target)

        return beside("save", lambda _: write(self.grant, target), floor, runs)

    def check(self, runs: int) -> Row:
        """A whole check, nothing remembered. Floor: every answer looked at once."""
        row = beside(
            "check, whole",
            lambda _: Checker(self.form).report(self.answers),
            lambda _: sum(1 for _ in leaves(self.answers)),
            runs,
        )
        return replace(row, target="≤ 20 ms", met=row.median <= 20)

    def edits(self) -> Iterator[tuple[str, tuple[str, ...], Callable[[int], Any]]]:
        """A text, a budget cell, an effort cell, the project's duration."""
        parts, partners = self.form.call.parts, self.form.partners
        essay = next(a.id for a in self.form.project.asked if a.node.kind == "essay" and a.id in self.answers)
        yield "edit, text", (essay,), lambda i: str(at(self.answers, (essay,)))[: 2000 + i]
        if partners and self.form.call.costs:
            line = next(iter(self.form.call.costs.models.values())).lines[0]
            partner = list(self.answers[partners.id])[-1]
            row = next(iter(self.answers[partners.id][partner][line.table]))
            place = (partners.id, partner, line.table, row, line.multiply[0])
            yield "edit, budget cell", place, lambda i: 400_000 + i
        matrix = next((a.node for a in self.form.project.asked if a.node.kind == "matrix"), None)
        if matrix:
            row, column = next(iter(self.answers[matrix.id])), next(iter(self.answers[matrix.columns]))
            yield "edit, effort cell", (matrix.id, row, column), lambda i: i % 700 + 1
        if parts.end:
            yield (
                "edit, project duration",
                (parts.end,),
                lambda i: f"{2030 + i // 12 % 2}-{i % 12 + 1:02d}-28",
            )

    def edit(self, name: str, change: tuple[tuple[str, ...], Callable[[int], Any]], runs: int) -> Row:
        """One edit and its new report. Floor: the edit of the tree alone."""
        path, value = change
        checker = Checker(self.form)
        now = [self.answers]

        def work(i: int) -> None:
            now[0] = put(now[0], path, value(i))
            checker.report(now[0])

        row = beside(name, work, lambda i: put(self.answers, path, value(i)), runs)
        return replace(row, target="median ≤ 1 ms, p95 ≤ 3 ms", met=row.median <= 1 and row.p95 <= 3)

    def pdf(self, runs: int) -> Row:
        """The printed application. Floor: the same text drawn line by line by reportlab, neither wrapped nor tagged."""
        from reportlab.pdfgen.canvas import Canvas

        from grantdesk.outline.text import text
        from grantdesk.pdf import printed

        application = Application(self.grant)
        language = Language("fi")
        outline = application.outline(language)
        lines = [line[i : i + 100] for line in text(outline).splitlines() for i in range(0, len(line), 100)]

        def floor(_: int) -> None:
            canvas = Canvas(io.BytesIO())
            for i, line in enumerate(lines):
                if i % 60 == 0 and i:
                    canvas.showPage()
                canvas.drawString(50, 800 - 12 * (i % 60), line)
            canvas.save()

        return beside("PDF", lambda _: printed(application.outline(language), language), floor, runs)


def measured(call: str, size: Size, runs: int) -> tuple[int, list[Row]]:
    """The number of values and every row, in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(call, size, Path(folder))
        return bench.values, list(bench.rows(runs))
