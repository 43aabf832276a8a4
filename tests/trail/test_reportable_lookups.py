"""Selection of failed lookups to report: those not explained by another failed lookup."""

from __future__ import annotations

from rules.trail.open_items import FailedLookup, reportable_lookups

CODE = ("cn_code", "84818011")
SECTOR = FailedLookup("precursors", "odd", "outside", (CODE,))
DEFAULT = FailedLookup("precursors", "odd", "defaults", (("cn_code", "8481"), ("country", "other")))
ROUTE = FailedLookup("precursors", "odd", "defaults", (("cn_code", "8481"), ("country", "other")))
OF_ANOTHER = FailedLookup("precursors", "even", "defaults", (CODE, ("country", "LR")))
PRICE = FailedLookup("", "", "prices", (("quarter", "2026-Q3"),))


def test_a_code_missing_from_a_list_explains_every_lookup_by_this_code_in_any_order() -> None:
    assert reportable_lookups([SECTOR, DEFAULT, ROUTE, PRICE]) == (True, False, False, True)
    assert reportable_lookups([DEFAULT, SECTOR]) == (False, True)


def test_repeated_lookups_in_the_same_table_are_reported_once() -> None:
    assert reportable_lookups([DEFAULT, ROUTE]) == (True, False)


def test_the_first_of_two_lookups_by_the_same_single_key_is_reported() -> None:
    assert reportable_lookups([SECTOR, FailedLookup("precursors", "odd", "unknown", (CODE,))]) == (True, False)


def test_lookups_of_other_records_or_other_keys_are_all_reported() -> None:
    assert reportable_lookups([SECTOR, OF_ANOTHER, PRICE]) == (True, True, True)
    price_of_code = FailedLookup("", "", "prices", (("quarter", "2026-Q2"), CODE))
    assert reportable_lookups([PRICE, price_of_code]) == (True, True)
    longer = FailedLookup("", "", "benchmarks", (CODE, ("column", "B"), ("route", "C")))
    assert reportable_lookups([FailedLookup("", "", "benchmarks", (CODE, ("column", "B"))), longer]) == (True, True)
