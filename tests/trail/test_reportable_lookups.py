"""Of lookups without answer only those are told that no other one explains."""

from __future__ import annotations

from rules.trail.explain_quantities import FailedLookup, reportable_lookups

CODE = ("cn_code", "84818011")
SECTOR = FailedLookup("precursors", "odd", "outside", (CODE,))
DEFAULT = FailedLookup("precursors", "odd", "defaults", (("cn_code", "8481"), ("country", "other")))
ROUTE = FailedLookup("precursors", "odd", "defaults", (("cn_code", "8481"), ("country", "other")))
OF_ANOTHER = FailedLookup("precursors", "even", "defaults", (CODE, ("country", "LR")))
PRICE = FailedLookup("", "", "prices", (("quarter", "2026-Q3"),))


def test_a_code_in_no_list_explains_every_lookup_by_it_whichever_comes_first() -> None:
    assert reportable_lookups([SECTOR, DEFAULT, ROUTE, PRICE]) == (True, False, False, True)
    assert reportable_lookups([DEFAULT, SECTOR]) == (False, True)


def test_the_same_table_asked_for_the_same_is_told_once() -> None:
    assert reportable_lookups([DEFAULT, ROUTE]) == (True, False)


def test_of_two_tables_asked_for_one_word_alone_the_first_is_told() -> None:
    assert reportable_lookups([SECTOR, FailedLookup("precursors", "odd", "unknown", (CODE,))]) == (True, False)


def test_other_records_and_other_words_explain_nothing() -> None:
    assert reportable_lookups([SECTOR, OF_ANOTHER, PRICE]) == (True, True, True)
    price_of_code = FailedLookup("", "", "prices", (("quarter", "2026-Q2"), CODE))
    assert reportable_lookups([PRICE, price_of_code]) == (True, True)
    longer = FailedLookup("", "", "benchmarks", (CODE, ("column", "B"), ("route", "C")))
    assert reportable_lookups([FailedLookup("", "", "benchmarks", (CODE, ("column", "B"))), longer]) == (True, True)
