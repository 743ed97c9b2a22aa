"""The floor of the desk: a window of PySide6 with a page of fields, in the style of the program and nothing else of it.

`python -m bench.bare SHEET` shows it; the style sheet lies in the file SHEET.
"""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QFormLayout, QLineEdit, QMainWindow, QPlainTextEdit, QWidget

FIELDS = 20


def window() -> QMainWindow:
    """A main window with a page in it."""
    shown = QMainWindow()
    shown.setCentralWidget(page())
    shown.resize(1360, 860)
    return shown


def page() -> QWidget:
    """A page of plain fields, and one for longer text."""
    made = QWidget()
    layout = QFormLayout(made)
    for number in range(FIELDS):
        layout.addRow(f"Field {number}", QLineEdit(f"What was said in {number}"))
    layout.addRow("Text", QPlainTextEdit("One paragraph. " * 150))
    return made


def main() -> int:
    """Until somebody ends it."""
    app = QApplication(sys.argv)
    app.setStyle("Fusion")
    app.setStyleSheet(Path(sys.argv[1]).read_text("utf-8"))
    shown = window()
    shown.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
