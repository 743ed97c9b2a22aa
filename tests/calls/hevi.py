"""How each rule of the HEVi call is broken: from the rule's id to what is changed in the complete sample.

A change is a path into the answers as JSON and the value put there; None takes the answer away.
"""

from typing import Any, TypeAlias

Change: TypeAlias = "tuple[tuple[str | int, ...], Any]"

CITY, UNIVERSITY, COMPANY = (("partners", at) for at in range(3))
MENDED: tuple[Change, ...] = (
    (("milestones", 5, "date"), "2029-08-15"),
    ((*COMPANY, "funding", 1, "committed"), True),
)
"""What makes the complete sample clean: it has one error and one warning on purpose."""

EARLIER = {"id": "e", "granted": "2026-01-01", "granted_by": "x", "amount": "250000.00"}
INCOME = {"id": "i", "description": "x", "year": 2026, "amount": "10.00"}
DECLARED = [{"name": "a.pdf", "text": "x"}]
GBER = ((*COMPANY, "aid_basis"), "gber25"), ((*COMPANY, "aid_category"), "experimental")

BROKEN: dict[str, tuple[Change, ...]] = {
    "development_only": ((("project_type",), "investment"),),
    "fund_erdf": ((("fund",), "jtf"),),
    "objective_of_priority": ((("specific_objective",), "so_2_1"),),
    "start_before_end": ((("end",), "2027-09-01"),),
    "duration": ((("end",), "2030-09-02"),),
    "start_after_closing": ((("start",), "2027-04-01"),),
    "end_within_programme": ((("end",), "2030-01-31"),),
    "one_lead": (((*UNIVERSITY, "role"), "lead"),),
    "single_is_one": ((("applicants",), "single"),),
    "city_and_research": (((*UNIVERSITY, "org_type"), "association"),),
    "companies_take_part": ((("cooperation_partners",), None),),
    "summary_long_enough": ((("summary_fi",), "Lyhyt."),),
    "package_dates": ((("work_packages", 1, "end"), "2027-08-31"),),
    "package_starts_inside": ((("work_packages", 1, "start"), "2027-08-31"),),
    "package_ends_inside": ((("work_packages", 1, "end"), "2029-09-01"),),
    "milestone_after_start": ((("milestones", 0, "date"), "2027-08-31"),),
    "milestone_before_end": ((("milestones", 0, "date"), "2029-09-01"),),
    "equality_explained": ((("equality_text",), "Lyhyt."),),
    "high_risk_answered": (
        (("risks", 0, "probability"), "high"),
        (("risks", 0, "mitigation"), "Lyhyt."),
    ),
    "lump_ceiling": ((("cost_model",), "lump"), (("lump_output",), "Tuotos.")),
    "same_staff_model": (((*UNIVERSITY, "staff_model"), "unit_1720"),),
    "in_the_three_cities": tuple(
        ((*partner, "municipalities"), ["245"]) for partner in (CITY, UNIVERSITY, COMPANY)
    ),
    "staff_year": (((*CITY, "staff", 0, "year"), 2026),),
    "income_year": (((*CITY, "income"), [INCOME]),),
    "pay_plausible": (((*CITY, "staff", 0, "monthly_pay"), "51.23"),),
    "months_plausible": (
        ((*CITY, "staff", 1, "person_months"), "13.00"),
        (("effort", "city", "wp1"), "13.00"),
    ),
    "effort_matches_staff": ((("effort", "city", "wp1"), "13.00"),),
    "own_not_negative": (((*COMPANY, "funding", 0, "amount"), "180000.00"),),
    "funding_year": (((*COMPANY, "funding", 0, "year"), 2030),),
    "funding_committed": (((*COMPANY, "funding", 1, "committed"), False),),
    "has_costs": (((*COMPANY, "income"), [INCOME | {"year": 2028, "amount": "900000.00"}]),),
    "grants_within_supported": (((*COMPANY, "indicators", "rco02"), {"target": 26}),),
    "advice_within_supported": (((*COMPANY, "indicators", "rco04"), {"target": 26}),),
    "new_within_supported": (((*COMPANY, "indicators", "rco05"), {"target": 26}),),
    "cooperation_within_supported": (((*COMPANY, "indicators", "rco10"), {"target": 26}),),
    "sizes_add_up": (((*COMPANY, "indicators", "rco01_large"), {"target": 1}),),
    "jobs_rise": (((*COMPANY, "indicators", "rcr01"), {"baseline": "11.00", "target": "10.00"}),),
    "emissions_fall": (((*CITY, "indicators", "rcr29"), {"baseline": 100, "target": 110}),),
    "aid_basis_given": (((*CITY, "economic_activity"), True),),
    "company_as_implementer": (((*COMPANY, "org_type"), "oy"),),
    "aid_within_intensity": (
        *GBER,
        ((*COMPANY, "size_class"), "medium"),
        ((*COMPANY, "aid_bonuses"), ["collaboration"]),
    ),
    "aid_within_plain_intensity": (*GBER, ((*COMPANY, "size_class"), "small")),
    "de_minimis_ceiling": (
        ((*COMPANY, "aid_basis"), "de_minimis"),
        ((*COMPANY, "earlier_aid"), True),
        ((*COMPANY, "earlier_de_minimis"), [EARLIER]),
        ((*COMPANY, "de_minimis_declaration"), DECLARED),
    ),
    "de_minimis_ceiling_now": (
        ((*CITY, "aid_basis"), "de_minimis"),
        ((*CITY, "earlier_aid"), False),
        ((*CITY, "de_minimis_declaration"), DECLARED),
        *(((*CITY, "staff", at, "monthly_pay"), "11900.00") for at in range(5)),
    ),
    "commitments_attached": (((*COMPANY, "commitments"), None),),
}
GONE: dict[str, tuple[tuple[str, str], ...]] = {
    "group_of_two": (("partners", "university"), ("partners", "company")),
    "package_count": tuple(("work_packages", f"wp{n}") for n in range(2, 6)),
    "some_risks": tuple(("risks", f"r{n}") for n in range(3, 7)),
}
"""Rules that are broken by rows that go: by their paths in the tree."""
ALONG: dict[str, frozenset[str]] = {
    "start_before_end": frozenset(
        {"staff_year", "funding_year", "package_ends_inside", "milestone_before_end"}
    ),
    "duration": frozenset({"end_within_programme"}),
    "group_of_two": frozenset({"reference", "city_and_research"}),
    "package_count": frozenset({"reference", "effort_matches_staff"}),
    "has_costs": frozenset({"own_not_negative"}),
}
"""What cannot but be found too."""
KEPT = frozenset({"support_share", "project_support_share"})
"""What the program keeps by itself, because the support is worked out: the rules guard the call, not the applicant."""
