"""Letters of a page: pointed at, marked in bars, copied in lines, and found across the ends of lines."""

from PySide6.QtCore import QPointF, QRectF

from grantdesk.ui.paper.text.letters import Letters, matches


def row(text: str, y: float) -> list[QRectF]:
    """Boxes of ten points for the letters of a line, none for what ends it."""
    return [QRectF(n * 10, y, 10 if letter >= " " else 0, 12) for n, letter in enumerate(text)]


LINES = ("Hyvä hanke\r\n", "saa rahaa")
PAGE = Letters("".join(LINES), [*row(LINES[0], 100), *row(LINES[1], 115)])


def test_the_letter_under_the_mouse_is_found_and_else_the_nearest_in_its_line() -> None:
    assert PAGE.text[PAGE.at(QPointF(5, 105))] == "H"
    assert PAGE.text[PAGE.at(QPointF(500, 104))] == "e"
    assert PAGE.at(QPointF(-40, 121)) == len(LINES[0])
    assert Letters("", []).at(QPointF(0, 0)) == -1


def test_a_letter_wins_over_the_mark_of_a_draft_that_lies_across_it() -> None:
    page = Letters("Ox", [QRectF(0, 0, 400, 400), QRectF(100, 100, 10, 12)])
    assert page.at(QPointF(105, 106)) == 1


def test_marked_text_is_one_bar_a_line_and_is_copied_in_lines() -> None:
    bars = PAGE.bars(5, len(LINES[0]) + 3)
    assert [(bar.left(), bar.right(), bar.top()) for bar in bars] == [(50, 100, 100), (0, 30, 115)]
    assert PAGE.said(5, len(LINES[0]) + 3) == "hanke\nsaa"


def test_columns_far_apart_are_two_bars() -> None:
    page = Letters("ab", [QRectF(0, 0, 10, 12), QRectF(200, 0, 10, 12)])
    assert len(page.bars(0, 2)) == 2


def test_words_are_found_in_any_case_and_over_the_end_of_a_line() -> None:
    assert [PAGE.text[a:b] for a, b in matches(PAGE.text, "HANKE  saa")] == ["hanke\r\nsaa"]
    assert list(matches(PAGE.text, "   ")) == []
    assert list(matches("a.b", "A.")) == [(0, 2)]
