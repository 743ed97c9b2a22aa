"""How large pages are on the screen: by percent, as wide as the view, or whole in it."""

import pytest
from PySide6.QtCore import QSize

from grantdesk.ui.paper.ground import FULL, Room, laid, stepped

A4, TURNED = (595.28, 841.89), (841.89, 595.28)
ROOM = Room(QSize(800, 600), 20, 10)


def test_a_page_fits_the_width_whichever_way_it_is_turned() -> None:
    ground = laid([A4, TURNED], "width", ROOM)
    assert [place.width() for place in ground.places] == [760, 760]
    assert ground.places[1].top() == ground.places[0].top() + ground.places[0].height() + 10
    assert ground.size.width() == 800


def test_a_whole_page_fits_the_view() -> None:
    ground = laid([A4, TURNED], "page", ROOM)
    assert all(place.width() <= 760 and place.height() <= 560 for place in ground.places)
    assert ground.places[0].height() == 560


def test_a_percentage_is_of_the_size_on_paper_and_grows_with_the_text() -> None:
    assert laid([A4], 100, ROOM).places[0].width() == pytest.approx(A4[0] * FULL, abs=1)
    large = laid([A4], 100, Room(ROOM.view, 20, 10, swell=2.0))
    assert large.places[0].width() == pytest.approx(A4[0] * FULL * 2, abs=1)
    assert large.size.width() == large.places[0].width() + 40


def test_pages_in_sight_are_those_between_two_heights() -> None:
    ground = laid([A4] * 5, "page", ROOM)
    step = ground.places[1].top() - ground.places[0].top()
    assert list(ground.within(0, 10)) == []
    assert list(ground.within(step + 30, 2 * step + 40)) == [1, 2]


def test_the_next_page_comes_before_the_one_above_and_none_beyond_the_ends() -> None:
    ground = laid([A4] * 5, "page", ROOM)
    assert ground.near([1, 2]) == [1, 2, 3, 0]
    assert ground.near([0]) == [0, 1]
    assert ground.near([4]) == [4, 3]
    assert ground.near([]) == []


def test_the_page_at_a_height_covers_it_or_comes_next() -> None:
    ground = laid([A4] * 3, "page", ROOM)
    first, second = ground.places[:2]
    assert ground.at(first.bottom(), [0, 1]) == 0
    assert ground.at(first.bottom() + 5, [0, 1]) == 1
    assert ground.at(second.bottom() + 5, [0, 1]) == 1
    assert ground.at(0, []) == 0


def test_the_zoom_goes_to_the_next_step_from_wherever_it_is() -> None:
    assert stepped(1.1 * FULL, 1, 1.0) == 125
    assert stepped(1.1 * FULL, -1, 1.0) == 100
    assert stepped(3 * FULL, 1, 1.0) == 300
    assert stepped(0.2 * FULL, -1, 1.0) == 50
