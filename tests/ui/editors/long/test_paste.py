"""What is pasted: paragraphs and lists stay, what a word processor, a mail or a PDF leaves behind goes."""

from collections.abc import Callable
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantdesk.ui.editors.long.paste import LONGEST, pasted, plain
from grantdesk.words.typed import clean

BULLET = (
    "<p class=MsoListParagraph style='margin-left:36.0pt;mso-list:l0 level{level} lfo1'><![if !supportLists]>"
    "<span style='font-family:Symbol'><span style='mso-list:Ignore'>{sign}<span style='font:7.0pt \"Times New "
    "Roman\"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>{text}<o:p></o:p></p>\n"
)
WORD = (
    "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><style><!-- p.MsoNormal {margin:0cm} --></style>"
    "<!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]--></head><body lang=FI><!--StartFragment-->"
)


def test_paragraphs_of_a_word_processor_stay_and_their_empty_lines_become_one() -> None:
    html = WORD + (
        "<p class=MsoNormal>Hankkeen\n tarve<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>"
        "<p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal><b>Kokeilut</b> <i>toimivat</i>.</p>"
        "<!--EndFragment-->"
    )
    assert pasted(html, "never read") == "Hankkeen tarve\n\nKokeilut toimivat."


def test_lists_of_a_word_processor_are_typed_lists_with_their_levels() -> None:
    items = (
        (1, "·", "yksi"),
        (2, "o", "alla"),
        (3, "§", "syvällä"),
        (1, "1.", "numero"),
        (2, "a)", "kirjain"),
    )
    html = WORD + "".join(BULLET.format(level=level, sign=sign, text=text) for level, sign, text in items)
    assert pasted(html, "") == "- yksi\n  - alla\n    - syvällä\n1. numero\n  a) kirjain"


def test_lists_of_a_web_page_are_numbered_and_indented() -> None:
    html = (
        "<ul><li>a<ul><li><p>b</p></li></ul></li><li>c</li></ul><ol start=3><li>d</li><li>e</li></ol><p>f</p>"
    )
    assert pasted(html, "") == "- a\n  - b\n- c\n3. d\n4. e\nf"


def test_an_empty_item_lends_its_sign_to_nobody() -> None:
    assert pasted("<ul><li></li></ul><p>after</p>", "") == "after"


def test_comments_deleted_text_scripts_and_styles_are_left_out() -> None:
    html = (
        "<title>no</title><style>p{}</style><script>if (a<b) document.write('<p>no</p>')</script><p>kept<del>no</del>"
        "<span class=MsoCommentReference><a class=msocomanchor href='#_msocom_1'>[AB1]</a></span>"
        "<span style='display:none'>no</span></p>"
        "<div style='mso-element:comment-list'><p class=MsoCommentText>no</p></div>"
    )
    assert pasted(html, "") == "kept"


def test_line_breaks_and_cells_are_told_apart() -> None:
    assert pasted("<p>one<br>\n two</p><table><tr><td>1<td>2<tr><td>3</table>", "") == "one\ntwo\n1 | 2\n3"


def test_a_sign_in_quotes_ends_no_tag() -> None:
    assert pasted('<p title="a > b">text</p>', "") == "text"


def test_what_is_invisible_goes_and_what_holds_numbers_together_stays() -> None:
    assert pasted("<p>ke&shy;hi\u200btys&nbsp;ja 1&nbsp;200&nbsp;€</p>", "") == "kehitys ja 1\xa0200\xa0€"


@pytest.mark.parametrize("sign", ["•\t", "\uf0b7\t", "\uf0a7 ", "–\t", "o\t", "▪ ", "·\t", "-\t"])
def test_every_sign_of_a_list_becomes_a_hyphen(sign: str) -> None:
    assert pasted("", f"Näin:\n{sign}yksi\n\t{sign}alla") == "Näin:\n- yksi\n  - alla"


def test_numbers_with_a_tab_are_numbers_with_a_space() -> None:
    assert pasted("", "1.\tyksi\n2)\tkaksi\n1.2.\tkolme") == "1. yksi\n2) kaksi\n1.2. kolme"


def test_codes_of_fields_are_not_text() -> None:
    text = 'katso \x13 HYPERLINK "https://a.example" \x14sivua\x15 ja HYPERLINK "https://b.example" \\o "x" toista'
    assert pasted("", text) == "katso sivua ja toista"


PDF = """Hanke rakentaa pääkaupunkiseudulle kolme kokeiluympäristöä, joissa inno-
vaatiot kohtaavat arjen. Kokeiluihin osallistuu 25 yritystä, ja tutkimus-
ja kehittämistoiminta saa EU-
rahoitusta.

Toinen kappale alkaa tästä."""


def test_lines_of_a_pdf_are_paragraphs_again_and_divided_words_are_whole() -> None:
    assert pasted("", PDF) == (
        "Hanke rakentaa pääkaupunkiseudulle kolme kokeiluympäristöä, joissa innovaatiot kohtaavat arjen. "
        "Kokeiluihin osallistuu 25 yritystä, ja tutkimus- ja kehittämistoiminta saa EU-rahoitusta."
        "\n\nToinen kappale alkaa tästä."
    )


def test_a_hyphen_between_equal_vowels_belongs_to_the_word() -> None:
    assert pasted("", "Alueella kokeillaan linja-\nautoja.") == "Alueella kokeillaan linja-autoja."


def test_a_soft_hyphen_at_the_end_of_a_line_divides_no_word() -> None:
    assert pasted("", "inno\xad\nvaatio") == "innovaatio"


def test_an_answered_mail_loses_its_marks() -> None:
    assert pasted("", "> Hei,\n>\n> kiitos.") == "Hei,\n\nkiitos."


@pytest.mark.parametrize(
    "text",
    [
        "Tavoitteet\nHankkeessa rakennetaan kokeiluympäristöjä ja opitaan niistä.\nTulokset",
        "Laaditaan malli yhdessä kaupunkien kanssa\nKehitetään kokeiluympäristöjä asukkaille\nArvioidaan vaikutukset",
        "- yksi\n- kaksi",
        "lyhyt\nrivi",
    ],
)
def test_lines_that_somebody_made_stay(text: str) -> None:
    assert pasted("", text) == text


def test_a_paste_as_it_is_only_loses_what_nobody_sees() -> None:
    assert plain("  •\ta\u200b\r\n\r\n\r\nb") == "  •\ta\n\n\nb"


def test_a_long_paste_is_not_cut_to_a_limit() -> None:
    assert len(pasted("", "sana " * 100_000)) == 500_000 - 1


def assert_linear(work: Callable[[int], object], size: int) -> None:
    """Four times as much takes about four times as long: what is quadratic would take sixteen times."""
    took = []
    for n in (size, 4 * size):
        start = process_time()
        work(n)
        took.append(process_time() - start)
    assert took[1] < 8 * took[0] + 0.1


@pytest.mark.parametrize(
    "piece",
    [
        "<",
        "<a",
        "<!--",
        '<a "',
        "<div>",
        "</b>",
        "<td>x",
        "&#x",
        "<ul><li>",
        "<style>",
        "<p style='mso-list:Ignore'>",
    ],
)
def test_hostile_markup_takes_time_by_its_length_and_does_no_harm(piece: str) -> None:
    assert len(pasted(piece * (1_900_000 // len(piece)), "the text")) <= LONGEST
    assert_linear(lambda n: pasted(piece * (n // len(piece)), "the text"), 400_000)


def test_markup_ten_thousand_deep_is_read() -> None:
    assert pasted("<div><span>" * 10_000 + "found" + "</span></div>" * 10_000, "") == "found"


@pytest.mark.parametrize(
    "piece", ["\x13", 'HYPERLINK "', "abc-\n", "a" * 50 + "-\n", "\xad \n", " \t", "1\xa0", "•\t\n"]
)
def test_hostile_text_takes_time_by_its_length(piece: str) -> None:
    assert_linear(lambda n: pasted("", piece * (n // len(piece))), 200_000)


MARKUP = st.lists(
    st.sampled_from(
        [
            "<p>",
            "</p>",
            "<ul>",
            "<ol start='2'>",
            "<li>",
            "</ul>",
            "<br>",
            "<td>",
            "<!--",
            "-->",
            "<del>",
            "&nbsp;",
            "<",
            ">",
            "a b",
            "'",
        ]
    )
    | st.text(max_size=8),
    max_size=40,
).map("".join)


@given(MARKUP, st.text(max_size=60))
def test_a_paste_is_clean_and_has_no_leftovers(html: str, text: str) -> None:
    result = pasted(html, text)
    assert result == clean(result)
    assert "\n\n\n" not in result
    assert "\xad" not in result
    assert all(line == line.rstrip() for line in result.split("\n"))
    assert not any("\ue000" <= letter <= "\uf8ff" for letter in result)


@given(
    st.lists(
        st.text("abcdefgåäö ", min_size=1, max_size=30).map(str.strip).filter(bool), min_size=1, max_size=6
    )
)
def test_paragraphs_of_a_page_are_the_lines_of_the_text(lines: list[str]) -> None:
    html = "".join(f"<p>{' '.join(line.split())}</p>" for line in lines)
    assert pasted(html, "") == "\n".join(" ".join(line.split()) for line in lines)
