"""What a section asks: nodes of a closed set of kinds, each declared once; everything else follows from here."""

from typing import Annotated, Literal, TypeAlias

from pydantic import Field, model_validator

from grantdesk.call.terms.value import Amount, Condition, DayText, Id, OptionId, Percent, Source, Strict
from grantdesk.words.phrase import Texts

Scheme: TypeAlias = Literal[
    "business_id",
    "vat_id",
    "iban",
    "bic",
    "email",
    "postal_code",
    "phone",
    "url",
    "municipality",
    "pic",
    "orcid",
]
Counting: TypeAlias = Literal["characters", "characters_without_spaces", "characters_crlf", "utf16", "words"]


class Node(Strict):
    """What every node has. A node of a partner section is the partner's own; every other one is common."""

    id: Id
    label: Texts
    help: Texts | None = None
    required: bool = False
    required_when: Condition | None = None
    visible_when: Condition | None = None
    source: Source = ""
    """The paragraph or page of the call that the node rests on."""
    confirmed: bool = True
    """False: the call notice was not seen to say so; a person sees "check the call notice"."""
    identity: bool = False
    """It names a person or an organisation: left out of a blind copy."""
    report: bool = False
    """A view of many files wants it as a column."""
    public: bool = False
    """It is published with the project's public summary."""


class Text(Node):
    """A short text on one line. Answer: str."""

    kind: Literal["text"]
    most: Annotated[int, Field(ge=1, le=1000)] = 200
    """Characters at most."""
    language: Literal["", "fi", "sv", "en"] = ""
    """The language the answer is asked in, where the call says so."""


class Limit(Strict):
    """How long an essay may be, and how the call counts."""

    most: Annotated[int, Field(ge=1, le=1_000_000)]
    least: Annotated[int, Field(ge=0)] = 0
    counting: Counting = "characters"


class Essay(Node):
    """A long text in paragraphs. Answer: str with line breaks."""

    kind: Literal["essay"]
    limit: Limit
    language: Literal["", "fi", "sv", "en"] = ""


class Money(Node):
    """An amount. Answer: integer cents."""

    kind: Literal["money"]
    least: Amount = 0
    most: Amount = 99_999_999_999


class Number(Node):
    """A number with a unit. Answer: integer of 1/10**decimals."""

    kind: Literal["number"]
    unit: Texts | None = None
    decimals: Annotated[int, Field(ge=0, le=4)] = 0
    least: int = 0
    """In 1/10**decimals, as the answer."""
    most: int = 999_999_999
    plain: bool = False
    """Written without grouping: a year."""


class Rate(Node):
    """A percentage. Answer: integer basis points."""

    kind: Literal["rate"]
    least: Percent = 0
    most: Percent = 10_000


class Date(Node):
    """A day. Answer: ISO text."""

    kind: Literal["date"]
    least: DayText | None = None
    most: DayText | None = None


class _Optional(Node):
    options: Id | None = None
    """The code list to choose from."""
    rows_of: Id | None = None
    """Or the table whose rows are chosen from: the node's id."""

    @model_validator(mode="after")
    def _one_of_both(self) -> "_Optional":
        if (self.options is None) == (self.rows_of is None):
            raise ValueError("a choice is either from options or from rows_of")
        return self


class Choice(_Optional):
    """One of several. Answer: the option's id, or a row's id."""

    kind: Literal["choice"]


class Several(_Optional):
    """Any number of several. Answer: {option: True}, so that two people's ticks can be merged."""

    kind: Literal["several"]
    least: Annotated[int, Field(ge=0)] = 0
    most: Annotated[int, Field(ge=1)] | None = None


class YesNo(Node):
    """Yes or no. Answer: bool."""

    kind: Literal["yes_no"]
    must_be: bool | None = None
    """The only answer with which the application can be funded, where the call says so."""


class Identifier(Node):
    """Something with a check: a business id, an account, an address. Answer: str in its normal form."""

    kind: Literal["identifier"]
    scheme: Scheme


class Attachment(Node):
    """Files that go along. Answer: {id: {pos, name, type, size, sha256}}."""

    kind: Literal["attachment"]
    formats: tuple[Literal["pdf", "docx", "xlsx", "png", "jpg", "txt"], ...] = ("pdf",)
    most_size: Annotated[int, Field(ge=1, le=200_000_000)] = 10_000_000
    """Bytes at most, each."""
    most: Annotated[int, Field(ge=1, le=50)] = 1


class TableNode(Node):
    """Rows of a named table. Answer: {row id: {pos, column: answer}}."""

    kind: Literal["table"]
    table: Id


class Matrix(Node):
    """Numbers for each pair of a row and a column of two other tables. Answer: {row id: {column id: integer}}."""

    kind: Literal["matrix"]
    rows: Id
    columns: Id
    unit: Texts | None = None
    decimals: Annotated[int, Field(ge=0, le=4)] = 2
    most: int = 999_999

    @property
    def cell(self) -> Number:
        """What is asked for in each of its cells."""
        return Number(
            kind="number",
            id=self.id,
            label=self.label,
            unit=self.unit,
            decimals=self.decimals,
            most=self.most,
        )


class Lead(Strict):
    """Which column says who leads, and what it says then."""

    column: Id
    value: OptionId


class Partners(Node):
    """The table whose rows are parts with their own sections. Answer: as a table's, each row with its part."""

    kind: Literal["partners"]
    table: Id
    lead: Lead | None = None


class Indicators(Node):
    """Baselines and targets of the call's indicators. Answer: {indicator id: {baseline, target, basis}}."""

    kind: Literal["indicators"]
    indicators: Annotated[tuple[OptionId, ...], Field(min_length=1)]
    baseline: bool = True
    """Is the baseline asked too?"""


class Total(Node):
    """A figure that is shown, never typed: a line of the cost model or a source of the financing. No answer."""

    kind: Literal["total"]
    figure: Id
    of: Literal["row", "partner", "project"]


class Info(Node):
    """Text to read, no question. No answer."""

    kind: Literal["info"]


Field_ = Annotated[
    Text | Essay | Money | Number | Rate | Date | Choice | Several | YesNo | Identifier | Attachment | Total,
    Field(discriminator="kind"),
]
AnyNode = Annotated[
    Text
    | Essay
    | Money
    | Number
    | Rate
    | Date
    | Choice
    | Several
    | YesNo
    | Identifier
    | Attachment
    | Total
    | TableNode
    | Matrix
    | Partners
    | Indicators
    | Info,
    Field(discriminator="kind"),
]


class Table(Strict):
    """A table, defined flat and named by the node that shows it."""

    columns: Annotated[tuple[Field_, ...], Field(min_length=1, max_length=60)]
    least: Annotated[int, Field(ge=0)] = 0
    most: Annotated[int, Field(ge=1, le=5000)] = 500
    unique: tuple[Id, ...] = ()
    """Columns whose values differ in every row, each column by itself."""
    sums: tuple[Id, ...] = ()
    """Columns with a sum below them."""
    title: Id | None = None
    """The column that names a row where somebody chooses it."""
    prefix: Texts | None = None
    """"TP" where rows are called TP1, TP2, …; the number is worked out, never stored."""


class Section(Strict):
    """A page of the form. The nodes of a partner section are asked of every partner."""

    id: Id
    title: Texts
    help: Texts | None = None
    owner: Literal["common", "partner"] = "common"
    visible_when: Condition | None = None
    source: Source = ""
    pages: Annotated[int, Field(ge=1, le=1000)] | None = None
    """The most pages that it may reach on paper; of a partner section, in each partner's part."""
    nodes: Annotated[tuple[AnyNode, ...], Field(min_length=1, max_length=200)]
