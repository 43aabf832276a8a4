"""A lookup answers with a number, look further, out of scope, or missing and why, and never with an invented zero."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from rules.model.definitions import Certainty
from rules.model.table_form import LOOK_FURTHER_CELL, OUT_OF_SCOPE_CELL, UNKNOWN_CELL, seal_table
from rules.model.table_lookup import (
    CodeAnswer,
    ExhaustedLookup,
    LookupAnswer,
    LookupAttempt,
    LookupOutcome,
    MissingAnswer,
    NumberAnswer,
    OutOfScopeAnswer,
    look_up,
)
from tests.support.small_table import ROWS, benchmarks, placed, small_table

TABLE = small_table()
BENCHMARKS = benchmarks()


def ask(column: str = "total", **keys: str) -> LookupAnswer:
    attempt = LookupAttempt(TABLE, keys)
    return look_up(column, [attempt, attempt.elsewhere(country="other")])


def benchmark(code: str, route: str, year: str, column: str = "B") -> LookupAnswer:
    keys = {"cn_code": code, "column": column, "route": route, "year": year}
    return look_up("value", [LookupAttempt(BENCHMARKS, keys)])


def number(answer: LookupAnswer) -> Fraction:
    assert isinstance(answer, NumberAnswer), answer
    return answer.number


def missing(answer: LookupAnswer) -> tuple[LookupOutcome, str]:
    assert isinstance(answer, MissingAnswer), answer
    return answer.reason, answer.detail


def trail(answer: LookupAnswer) -> list[tuple[str, str, str]]:
    return [(dict(step.keys)["country"], dict(step.keys)["cn_code"], step.finding.value) for step in answer.tried]


def test_a_code_finds_the_row_of_its_longest_matching_heading() -> None:
    assert number(ask(country="BR", cn_code="72083900")) == Fraction("1.62")
    assert number(ask(country="BR", cn_code="72085120")) == Fraction("1.7")
    assert number(ask(country="BR", cn_code="7208512010")) == Fraction("1.7")
    assert trail(ask(country="BR", cn_code="72083900")) == [
        ("BR", "72083900", "no_row"),
        ("BR", "720839", "no_row"),
        ("BR", "7208", "value"),
    ]


def test_a_dash_continues_with_the_next_attempt_and_not_with_a_shorter_heading() -> None:
    answer = ask(country="BR", cn_code="72031000")
    assert number(answer) == Fraction("1.325")
    assert ("BR", "7203", "look_further") in trail(answer)
    assert trail(answer)[-1] == ("other", "7203", "value")


def test_a_dash_everywhere_is_neither_zero_nor_missing() -> None:
    assert isinstance(ask(country="BR", cn_code="28041000"), ExhaustedLookup)
    assert isinstance(look_up("total", [LookupAttempt(TABLE, {"country": "BR", "cn_code": "7203"})]), ExhaustedLookup)


def test_a_country_that_is_not_listed_leads_on() -> None:
    assert number(ask(country="NZ", cn_code="72083900")) == Fraction("4.049")


def test_out_of_scope_ends_the_search() -> None:
    answer = ask("indirect", country="BR", cn_code="72083900")
    assert isinstance(answer, OutOfScopeAnswer)
    assert {country for country, _, _ in trail(answer)} == {"BR"}


def test_a_blank_cell_is_missing_and_does_not_lead_on() -> None:
    reason, detail = missing(ask(country="BR", cn_code="25232100"))
    assert reason is LookupOutcome.BLANK
    assert "the cell is blank" in detail


def test_zero_is_a_number() -> None:
    assert number(ask(country="BR", cn_code="73181510")) == 0


def test_a_nonexistent_code_is_missing() -> None:
    reason, detail = missing(ask(country="BR", cn_code="99999999"))
    assert (reason, detail) == (
        LookupOutcome.NO_ROW,
        "defaults@2026-02-04 has no row for country other, cn_code 99999999",
    )


def test_a_heading_divided_by_the_table_requires_more_digits() -> None:
    reason, detail = missing(ask(country="BR", cn_code="731815"))
    assert reason is LookupOutcome.DIVIDED
    assert detail.endswith("divides 731815 further; give one of 73181510, 73181520")
    assert (
        missing(look_up("total", [LookupAttempt(TABLE, {"country": "other", "cn_code": "73181590"})]))[0]
        is LookupOutcome.NO_ROW
    )


def test_rows_that_differ_by_an_unspecified_key_are_ambiguous() -> None:
    reason, detail = missing(ask(country="BR", cn_code="25231000"))
    assert reason is LookupOutcome.AMBIGUOUS
    assert detail.endswith("give variant: grey, white")
    assert number(ask(country="BR", cn_code="25231000", variant="grey")) == Fraction("0.9")


def test_an_unspecified_key_is_irrelevant_if_all_rows_agree() -> None:
    rows = [*ROWS[:2], ("BR", "25231000", "*", "0.86", "0.04", "1.25", "A", "secondary")]
    table = small_table([rows[1], rows[2]])
    assert number(look_up("total", [LookupAttempt(table, {"country": "BR", "cn_code": "25231000"})])) == Fraction(
        "1.25"
    )


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ({"country": "BR", "cn_code": "7208.39"}, "cn_code: '7208.39' is not a CN code of 4, 6, 8 or 10 digits"),
        ({"country": "Brazil", "cn_code": "7208"}, "country: 'Brazil' is not a country as two capitals"),
        ({"country": "BR", "cn_code": ""}, "cn_code: a key is never blank"),
    ],
)
def test_malformed_keys_are_reported(keys: dict[str, str], words: str) -> None:
    reason, detail = missing(look_up("total", [LookupAttempt(TABLE, keys)]))
    assert reason is LookupOutcome.MALFORMED
    assert detail.startswith(words)


def test_an_incomplete_table_reports_a_missing_row_as_not_covered() -> None:
    table = small_table(complete=False)
    attempt = LookupAttempt(table, {"country": "NZ", "cn_code": "72083900"})
    reason, detail = missing(look_up("total", [attempt, attempt.elsewhere(country="other")]))
    assert reason is LookupOutcome.NOT_COVERED
    assert detail == "defaults@2026-02-04 is not complete, so a row that is not there says nothing"


def test_a_known_gap_returns_its_reason_and_ends_the_search() -> None:
    gaps = [{"keys": {"country": "LR"}, "reason": {"en": "Liberia has a table of its own", "zh": "利比里亚有单独的表"}}]
    table = small_table(gaps=gaps)
    attempt = LookupAttempt(table, {"country": "LR", "cn_code": "72083900"})
    gap = missing(look_up("total", [attempt, attempt.elsewhere(country="other")]))
    assert gap == (LookupOutcome.NOT_COVERED, "Liberia has a table of its own")
    there = attempt.elsewhere(country="NZ")
    assert number(look_up("total", [there, there.elsewhere(country="other")])) == Fraction("4.049")


def test_the_answer_has_the_weakest_certainty_on_its_path() -> None:
    def certainty(code: str) -> Certainty:
        answer = ask(country="BR", cn_code=code)
        assert isinstance(answer, NumberAnswer)
        return answer.certainty

    assert certainty("72083900") is Certainty.CONFIRMED
    assert certainty("72085120") is Certainty.OWN_READING
    assert certainty("72031000") is Certainty.OWN_READING


def test_a_lookup_may_continue_in_another_table() -> None:
    last_resort = small_table([("other", "2804", "*", "-", "-", "26.64", "*", "secondary")], name="unknown-origin")
    keys = {"country": "BR", "cn_code": "28041000"}
    first = LookupAttempt(TABLE, keys)
    places = [first, first.elsewhere(country="other"), LookupAttempt(last_resort, {**keys, "country": "other"})]
    assert number(look_up("total", places)) == Fraction("26.64")


def test_a_lookup_may_return_a_code() -> None:
    answer = ask("route", country="BR", cn_code="72085120")
    assert isinstance(answer, CodeAnswer)
    assert answer.code == "C/F"


def test_an_exact_route_takes_precedence_over_the_row_for_every_route() -> None:
    assert number(benchmark("73181575", "C", "2029")) == Fraction("1.364")
    assert number(benchmark("73181575", "J", "2029")) == Fraction("1.116")
    assert number(benchmark("72083900", "E", "2026", column="A")) == Fraction("0.044")


def test_a_year_matches_the_span_that_contains_it() -> None:
    assert number(benchmark("72271000", "F", "2027")) == Fraction("1.613")
    assert number(benchmark("72271000", "F", "2028")) == Fraction("1.6")
    assert number(benchmark("72271000", "H", "2099")) == Fraction("0.3")
    assert missing(benchmark("72271000", "F", "2031"))[0] is LookupOutcome.NO_ROW
    assert missing(benchmark("72271000", "F", "2026-2027"))[0] is LookupOutcome.MALFORMED


def test_of_several_routes_the_greatest_that_the_code_has_answers() -> None:
    assert number(benchmark("72083900", "C/E", "2026")) == Fraction("1.37")
    assert number(benchmark("72271000", "C/F", "2026")) == Fraction("1.613")
    assert number(benchmark("72271000", "F/H", "2029")) == Fraction("1.6")
    assert missing(benchmark("72083900", "F/H", "2026"))[0] is LookupOutcome.NO_ROW


def test_an_unspecified_route_is_ambiguous() -> None:
    reason, detail = missing(benchmark("72083900", "*", "2026"))
    assert reason is LookupOutcome.AMBIGUOUS
    assert detail.endswith("give route: C, E")


def test_a_question_that_the_table_cannot_have_is_a_mistake_of_the_card() -> None:
    with pytest.raises(KeyError, match="it gives direct, indirect, total, route, certainty"):
        ask("sum", country="BR", cn_code="7208")
    with pytest.raises(KeyError, match="has no key year"):
        ask(country="BR", cn_code="7208", year="2026")
    with pytest.raises(ValueError, match="at least one place"):
        look_up("total", [])


def plainly(country: str, code: str, column: str) -> str | None:
    """Return the cell of the longest matching heading by a row-by-row search; None if no row matches."""
    place = {"direct": 3, "indirect": 4, "total": 5}[column]
    for length in (10, 8, 6, 4):
        rows = [row for row in ROWS if row[:2] == (country, code[:length]) and len(code) >= length]
        if rows:
            return rows[0][place]
    return None


CODES = st.sampled_from(sorted({row[1] for row in ROWS} - {"25231000"})).flatmap(
    lambda code: st.sampled_from(["", "10", "1000", "51", "5120"]).map(lambda more: (code + more)[:10])
)


@given(
    country=st.sampled_from(["BR", "NZ", "other"]), code=CODES, column=st.sampled_from(["direct", "total", "indirect"])
)
def test_a_lookup_equals_a_row_by_row_search(country: str, code: str, column: str) -> None:
    answer = look_up(column, [LookupAttempt(TABLE, {"country": country, "cn_code": code})])
    cell = plainly(country, code, column)
    if cell is None:
        assert isinstance(answer, MissingAnswer)
        assert answer.reason in {LookupOutcome.NO_ROW, LookupOutcome.DIVIDED}
    elif cell == UNKNOWN_CELL:
        assert isinstance(answer, MissingAnswer)
        assert answer.reason is LookupOutcome.BLANK
    elif cell == LOOK_FURTHER_CELL:
        assert isinstance(answer, ExhaustedLookup)
    elif cell == OUT_OF_SCOPE_CELL:
        assert isinstance(answer, OutOfScopeAnswer)
    else:
        assert number(answer) == Fraction(cell)


@given(order=st.permutations(ROWS), code=CODES)
def test_the_order_of_rows_never_matters(order: list[tuple[str, ...]], code: str) -> None:
    shuffled = small_table(order)
    assert shuffled.manifest == TABLE.manifest
    keys = {"country": "BR", "cn_code": code}
    assert look_up("total", [LookupAttempt(shuffled, keys)]) == look_up("total", [LookupAttempt(TABLE, keys)])


ROUTES = st.sampled_from(["*", "C", "F", "H"])


@given(
    cells=st.dictionaries(st.tuples(ROUTES, st.sampled_from(["2026", "2027"])), st.integers(0, 9), min_size=1),
    wanted=st.lists(st.sampled_from(["C", "F", "H", "J"]), min_size=1, max_size=3, unique=True),
    year=st.sampled_from(["2026", "2027"]),
)
def test_each_route_uses_its_own_row_or_else_the_row_for_every_route(
    cells: dict[tuple[str, str], int], wanted: list[str], year: str
) -> None:
    rows = [("72083900", "B", route, when, str(value)) for (route, when), value in cells.items()]
    table = seal_table(BENCHMARKS.manifest, placed(rows))
    keys = {"cn_code": "72083900", "column": "B", "route": "/".join(wanted), "year": year}
    answer = look_up("value", [LookupAttempt(table, keys)])
    values = [cells.get((route, year), cells.get(("*", year))) for route in wanted]
    there = [value for value in values if value is not None]
    if there:
        assert number(answer) == max(there)
    else:
        assert missing(answer)[0] is LookupOutcome.NO_ROW
