"""What a program says that it reads."""

import pytest

from grantdesk.call.expr import DATE, INT, TEXT, ListOf, Record, Scope, SetOf, compiled

LINE = Record({"amount": INT, "kind": TEXT})
PARTNER = Record({"role": TEXT, "start": DATE, "lines": ListOf(LINE), "person": Record({"name": TEXT})})
SCOPE = Scope(
    {
        "n": INT,
        "goals": SetOf(TEXT),
        "project": Record({"start": DATE, "deep": Record({"x": INT})}),
        "partners": ListOf(PARTNER),
        "effort": ListOf(ListOf(INT)),
    },
    PARTNER,
    {"deadline": (DATE, "2027-03-31")},
)


@pytest.mark.parametrize(
    ("source", "reads"),
    [
        ("n == 1", "n"),
        ("1 == 1", ""),
        ("deadline > '2027-01-01'", ""),
        ("project.start < this.start", "project.start this.start"),
        ("project.deep.x == 1", "project.deep.x"),
        ("has(project)", "project"),
        ("has(project.start)", "project.start"),
        ("has(this)", "this"),
        ("has(deadline)", ""),
        ("'a' in goals", "goals goals.*"),
        ("size(partners) > 0", "partners"),
        ("partners.all(p, true)", "partners"),
        ("partners.exists(p, p.role == 'lead')", "partners partners.*.role"),
        ("partners.exists(p, has(p))", "partners partners.*"),
        ("partners.exists(p, p.person.name == 'x')", "partners partners.*.person.name"),
        (
            "size(partners.filter(p, p.role == 'lead').filter(q, q.start < deadline)) > 0",
            "partners partners.*.role partners.*.start",
        ),
        ("partners.map(p, p.role).exists(r, r == 'x')", "partners partners.*.role"),
        (
            "partners.exists(p, p.lines.exists(l, l.amount > n))",
            "n partners partners.*.lines partners.*.lines.*.amount",
        ),
        ("size(effort) > 0", "effort effort.* effort.*.*"),
        ("this.lines.all(l, l.amount > 0)", "this.lines this.lines.*.amount"),
        ("[n, 1].exists(x, has(x))", "n"),
        ("partners", "partners"),
    ],
)
def test_the_reads_name_every_place_that_matters(source: str, reads: str) -> None:
    assert sorted(".".join(path) for path in compiled(source, SCOPE).reads) == reads.split()
