"""Precedents for a claim: table generated from the rulings, own jurisdiction first, kinds without a case."""

from benchmarks.claims.decided import PATH, written
from rules.claims.citations import precedents


def test_the_table_follows_from_the_rulings() -> None:
    assert PATH.read_text("utf-8") == written(), "run python -m benchmarks.claims.decided"


def test_cases_of_the_same_jurisdiction_come_first() -> None:
    here = precedents("EU-DE", ("neutral_offset",))
    assert here.here
    assert here.latest_forum.startswith("LG Frankfurt")
    assert here.latest_day
    assert here.condemned <= here.count


def test_cases_of_other_jurisdictions_are_used_if_the_jurisdiction_has_none() -> None:
    elsewhere = precedents("EU-IE", ("degradable",))
    assert not elsewhere.here
    assert elsewhere.count > 0


def test_of_some_kinds_no_case_is_held() -> None:
    assert precedents("UK", ("avoided_handprint",)).count == 0
