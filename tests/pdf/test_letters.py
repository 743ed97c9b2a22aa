"""Letters: what is read from font files, what is cut out of them, how text is cleaned and broken into lines."""

import itertools
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantdesk.files.places import resource
from grantdesk.pdf.letters import truetype
from grantdesk.pdf.letters.case import Case
from grantdesk.pdf.letters.face import FALLBACK, LONGEST, MOST_WORDS, REGULAR, SEMIBOLD, Face, face_of
from grantdesk.pdf.letters.lines import broken, evened, extent
from grantdesk.pdf.letters.plain import clean, line, shortened
from grantdesk.pdf.letters.style import Style, colour

BODY = Style(REGULAR, 10.0, 14.0, "0 0 0")
TEXTS = st.text(st.one_of(st.sampled_from("aäÖ -–/\n\u00a0€😀日\u0301\u200d"), st.characters()), max_size=200)


@pytest.mark.parametrize("name", [REGULAR, SEMIBOLD])
def test_the_languages_of_the_country_are_whole_in_the_faces(name: str) -> None:
    assert face_of(name).letters >= set("ÅåÄäÖöŠšŽž" + "ÁáČčĐđŊŋŦŧ")  # Finnish, Swedish and Northern Sami
    assert face_of(name).letters >= set("ŐőŰű€–—…“”’•≥≤−×½²³☐☑✓\u00a0\u202f")


def test_digits_are_of_one_width_so_that_columns_align() -> None:
    for name in (REGULAR, SEMIBOLD):
        assert len({face_of(name).width(digit) for digit in "0123456789"}) == 1


def test_what_a_face_lacks_is_as_wide_as_the_fallback_or_its_box() -> None:
    face, fallback = face_of(REGULAR), face_of(FALLBACK)
    assert face.width("ⴰ") == fallback.width("ⴰ")
    assert face.width("日") == fallback.width("\u25a1")
    assert face.width("a\u200db") == face.width("ab")


def test_words_are_remembered_within_bounds() -> None:
    face = Face(REGULAR, face_of(REGULAR).font)
    for n in range(MOST_WORDS + 10):
        face.width(f"w{n}")
    face.width("x" * (LONGEST + 1))
    assert len(face.words) == 10


def test_a_subset_is_a_font_with_the_wanted_glyphs_in_order() -> None:
    font = face_of(FALLBACK).font
    wanted = [font.glyphs[ord(letter)] for letter in "Äaǻa"]
    data = truetype.subset(font, wanted)
    tables = dict(truetype._tables(data))
    (count,) = struct.unpack_from(">H", tables["maxp"], 4)
    assert count > 5  # parts of composites follow
    advances = [advance for advance, _ in struct.iter_unpack(">HH", tables["hmtx"])]
    assert advances[1:5] == [font.advances[glyph] for glyph in wanted]
    places = [place for (place,) in struct.iter_unpack(">L", tables["loca"])]
    assert places == sorted(places)
    assert places[-1] == len(tables["glyf"])
    assert tables["glyf"][places[2] : places[3]] == tables["glyf"][places[4] : places[5]]
    assert truetype._sum(data) == truetype.CHECKSUM


def test_parts_of_composites_are_renumbered_within_the_subset() -> None:
    font = face_of(FALLBACK).font
    data = truetype.subset(font, [font.glyphs[ord(letter)] for letter in "ẪǺÅ"])
    tables = dict(truetype._tables(data))
    (count,) = struct.unpack_from(">H", tables["maxp"], 4)
    places = [place for (place,) in struct.iter_unpack(">L", tables["loca"])]
    parts = [
        struct.unpack_from(">H", outline, at)[0]
        for outline in (tables["glyf"][start:end] for start, end in itertools.pairwise(places))
        if outline[:2] == b"\xff\xff"
        for at in truetype._parts(outline)
    ]
    assert parts
    assert max(parts) < count


def test_a_font_with_another_character_map_is_refused() -> None:
    data = resource("fonts", f"{REGULAR}.ttf").read_bytes()
    tables = dict(truetype._tables(data))
    table = tables["cmap"]
    at = next(entry[2] for entry in struct.iter_unpack(">HHL", table[4:44]) if entry[:2] == (3, 10))
    wrong = table[:at] + struct.pack(">H", 4) + table[at + 2 :]
    with pytest.raises(ValueError, match="format 4"):
        truetype.read(data.replace(table, wrong))


def test_a_font_with_short_places_is_read() -> None:
    """One that has only small outlines stores half of each place."""
    font = face_of(REGULAR).font
    tables = dict(font.tables)
    tables["head"] = truetype._patched(tables["head"], 50, 0)
    tables["loca"] = struct.pack(">4H", 0, 10, 10, 40)
    assert list(truetype._places(tables)) == [0, 20, 20, 80]


def test_bearings_are_found_past_the_full_pairs() -> None:
    font = face_of(REGULAR).font
    tables = dict(font.tables)
    tables["hhea"] = truetype._patched(tables["hhea"], 34, 2)
    tables["maxp"] = truetype._patched(tables["maxp"], 4, 4)
    tables["hmtx"] = struct.pack(">HhHhhh", 500, 1, 600, 2, 3, 4)
    few = truetype.TrueType(tables, 1000, font.box, 1, 1, 1, {}, truetype._advances(tables), [])
    assert list(few.advances) == [500, 600, 600, 600]
    assert [truetype._bearing(few, glyph) for glyph in range(4)] == [1, 2, 3, 4]


def test_codes_are_given_in_order_of_use_and_are_escaped() -> None:
    case = Case()
    letters = "".join(map(chr, range(0x20, 0x20 + 95))) + "ÀÁÂ"
    ((label, shown, meant),) = case.strings(letters, face_of(REGULAR))
    assert (label, meant) == ("F1", "")
    assert shown.startswith("\0\1\0\2")
    assert "\0\\(" in shown
    assert "\0\\r" in shown
    assert "\0\\\\" in shown
    assert case.strings("😀日a", face_of(REGULAR))[1][2] == "日"
    assert [*case.faces] == [REGULAR, FALLBACK]


def test_joiners_alone_are_not_drawn() -> None:
    case = Case()
    assert [meant for _, _, meant in case.strings("a\u200c\u200db", face_of(REGULAR))] == ["", ""]
    assert case.strings("\ufe0f", face_of(REGULAR)) == []


@given(TEXTS)
def test_cleaning_is_done_once(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    once.encode()
    assert not set(once) & set("\r\t\0\u2028\u202e\ufeff\u00ad")


def test_what_has_no_shape_goes_though_it_passes_for_printable() -> None:
    ideographic, tag = "\U000e0100", "\U000e0041"
    assert (
        clean(f"ä{ideographic}{tag} 1\u00a0€\nö") == clean("a\u0308 1\u00a0€\r\no\u0308") == "ä 1\u00a0€\nö"
    )


@given(TEXTS)
def test_a_line_is_one_and_never_empty(text: str) -> None:
    said = line(text)
    assert said
    assert "\n" not in said
    assert "  " not in said


@given(TEXTS.map(clean), st.floats(5, 400))
def test_breaking_loses_nothing_and_stays_within_the_width(text: str, width: float) -> None:
    lines = broken(text, BODY, width)
    assert "".join(lines).replace(" ", "") == text.replace("\n", "").replace(" ", "")
    assert [*filter(None, " ".join(text.split("\n")).split(" "))] == [
        *filter(None, "".join(lines).split(" "))
    ]
    for each in lines:
        assert (
            BODY.width(each.rstrip(" ")) <= width + 0.01 or len(each.rstrip(" ").rstrip("\u0301\u200d")) <= 2
        )


@given(TEXTS.map(clean), st.floats(20, 400))
def test_evened_lines_are_as_many_and_lose_nothing_and_none_is_wider(text: str, width: float) -> None:
    lines, even = broken(text, BODY, width), evened(text, BODY, width)
    assert len(even) == len(lines)
    assert "".join(even).replace(" ", "") == "".join(lines).replace(" ", "")
    assert max(map(BODY.width, even)) <= max(map(BODY.width, lines)) + 0.001


def test_evened_lines_leave_no_short_word_alone() -> None:
    name = "Kehittämisyhtiö Kehäväylä Oy"
    width = BODY.width("Kehittämisyhtiö Kehäväylä") + 1
    assert broken(name, BODY, width) == ["Kehittämisyhtiö Kehäväylä ", "Oy"]
    assert evened(name, BODY, width) == ["Kehittämisyhtiö ", "Kehäväylä Oy"]


def test_compounds_are_broken_after_their_hyphen_and_addresses_after_a_stroke() -> None:
    width = BODY.width("Helsinki–Espoo")
    assert broken("Helsinki–Espoo–Vantaa", BODY, width) == ["Helsinki–", "Espoo–Vantaa"]
    assert broken("oma pk-yritys", BODY, BODY.width("oma pk-yri")) == ["oma ", "pk-yritys"]
    assert broken("a 2027-01-01", BODY, BODY.width("2027-01-01")) == ["a ", "2027-01-01"]
    assert broken("example.org/jousto/hanke", BODY, BODY.width("example.org/jousto/")) == [
        "example.org/jousto/",
        "hanke",
    ]


def test_a_mark_stays_with_its_letter() -> None:
    assert all(each.startswith("x") for each in broken("x\u0301" * 40, BODY, 33.0))
    family = "👩\u200d👩\u200d👧"
    lines = broken(family * 20, BODY, 4.5 * BODY.width("👩"))
    assert all(each[0] != "\u200d" != each[-1] for each in lines)


def test_extent_is_the_widest_word_and_paragraph() -> None:
    word, whole = extent("aa bbb\nc", BODY)
    assert word == pytest.approx(BODY.width("bbb"))
    assert whole == pytest.approx(BODY.width("aa bbb"))


def test_small_things() -> None:
    assert colour("#ff0080") == "1 0 0.502"
    assert shortened("abcdef", 4) == "abc…"
    assert shortened("abcd", 4) == "abcd"
