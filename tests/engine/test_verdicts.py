"""Verdict rules: worst verdict, open rules, in-force dates by fact or country, and exclusion by completions."""

from contextlib import closing

import pytest

from rules.contracts.outcomes import ConclusionKind, Outcome, Verdict
from rules.engine.decide import decide
from rules.engine.inference_engine import InferenceEngine
from rules.engine.verdicts import VerdictResult, reported_verdict
from rules.model.definitions import Choice
from rules.model.expressions import DateExpression
from rules.model.scorecard import Scorecard, Setting
from tests.support.engine_card import chosen, infer, is_, question
from tests.support.verdict_card import Known, during, on, rule, transposition, verdict_card

A, B, C = ((chosen(name, "yes"),) for name in "abc")


def judged(scorecard: Scorecard, known: Known) -> VerdictResult:
    inference = infer(scorecard, known)
    assert inference.kind is ConclusionKind.JUDGED
    assert inference.verdict_result is not None
    return inference.verdict_result


def words(result: VerdictResult) -> tuple[str, list[str], list[str]]:
    return result.verdict.value, [verdict.value for verdict in result.possible], list(result.deciding)


THREE = verdict_card(
    rule("R1", "prohibited", A), rule("R2", "permitted_with_qualification", B), rule("R3", "needs_evidence", C)
)


@pytest.mark.parametrize(
    ("known", "wanted"),
    [
        ({"a": False, "b": False, "c": False}, ("ok", ["ok"], [])),
        ({"a": True, "b": True, "c": True}, ("prohibited", ["prohibited"], ["R1"])),
        (
            {"a": False, "b": True, "c": False},
            ("permitted_with_qualification", ["permitted_with_qualification"], ["R2"]),
        ),
        ({"a": True}, ("prohibited", ["prohibited"], ["R1"])),
        ({"b": False, "c": False}, ("needs_evidence", ["prohibited", "ok"], ["R1"])),
        ({"b": True, "c": False}, ("needs_evidence", ["prohibited", "permitted_with_qualification"], ["R1"])),
        ({"b": False, "c": True}, ("needs_evidence", ["prohibited", "needs_evidence"], ["R3"])),
        ({"a": False, "c": False}, ("permitted_with_qualification", ["permitted_with_qualification", "ok"], ["R2"])),
        ({}, ("needs_evidence", ["prohibited", "needs_evidence", "permitted_with_qualification", "ok"], ["R1", "R3"])),
    ],
)
def test_the_worst_matching_rule_decides_and_undetermined_rules_require_evidence(
    known: dict[str, bool], wanted: tuple[str, list[str], list[str]]
) -> None:
    assert words(judged(THREE, {name: is_(value) for name, value in known.items()})) == wanted


def test_an_undetermined_rule_does_not_soften_a_certain_verdict() -> None:
    both = verdict_card(rule("R1", "prohibited", A), rule("R2", "misleading", B))
    assert words(judged(both, {"b": is_(True)})) == ("misleading", ["prohibited", "misleading"], ["R2"])


def test_ok_is_never_reported_while_an_undetermined_rule_would_be_worse() -> None:
    for verdict in Verdict:
        result = judged(verdict_card(rule("R1", verdict.value, A)), {})
        if verdict.rank < Verdict.OK.rank:
            assert result.verdict is not Verdict.OK


def test_any_matching_row_suffices() -> None:
    either = verdict_card(rule("R1", "misleading", A, B))
    assert judged(either, {"a": is_(False), "b": is_(True)}).verdict is Verdict.MISLEADING
    assert judged(either, {"a": is_(False), "b": is_(False)}).verdict is Verdict.OK
    assert judged(either, {"a": is_(False)}).rules[0].outcome is Outcome.UNDETERMINED


@pytest.mark.parametrize(
    ("shown", "in_force", "coming"),
    [
        (("2026-01-01", "2026-09-26"), Outcome.NOT_MET, True),
        (("2026-01-01", "2026-09-27"), Outcome.MET, False),
        (("2027-01-01", "2027-01-31"), Outcome.MET, False),
        (("2027-01-31", "2028-01-31"), Outcome.MET, False),
        (("2027-02-01", "2028-01-31"), Outcome.NOT_MET, False),
    ],
)
def test_a_rule_is_in_force_if_any_governing_day_is(shown: tuple[str, str], in_force: Outcome, coming: bool) -> None:
    dated = rule("R1", "prohibited", A, first="2026-09-27", last="2027-01-31")
    (answer,) = judged(verdict_card(dated, governed_by="shown"), {"a": is_(True), "shown": during(*shown)}).rules
    assert (answer.in_force, answer.is_upcoming, answer.outcome) == (in_force, coming, Outcome.MET)
    assert (answer.holds is Outcome.MET) is (in_force is Outcome.MET)


@pytest.mark.parametrize(("placed", "coming"), [("2026-03-26", False), ("2026-03-27", True), ("2026-09-26", True)])
def test_a_warning_begins_on_its_start_date(placed: str, coming: bool) -> None:
    dated = rule("R1", "prohibited", A, first="2026-09-27", warn_from="2026-03-27")
    scorecard = verdict_card(dated, governed_by="placed_on")
    (answer,) = judged(scorecard, {"a": is_(True), "placed_on": on(placed)}).rules
    assert answer.is_upcoming is coming
    (milder,) = judged(scorecard, {"a": is_(False), "placed_on": on(placed)}).rules
    assert not milder.is_upcoming


def test_an_unknown_date_leaves_the_status_of_a_rule_undetermined() -> None:
    dated = rule("R1", "prohibited", A, first="2026-09-27")
    result = judged(verdict_card(dated, governed_by="placed_on"), {"a": is_(True)})
    assert result.rules[0].in_force is Outcome.UNDETERMINED
    assert words(result) == ("needs_evidence", ["prohibited", "ok"], ["R1"])


def test_the_as_of_date_governs_where_no_fact_does() -> None:
    ended = rule("R1", "prohibited", A, last="2026-02-28")
    lasting = rule("R2", "misleading", A, last="2026-03-01")
    assert words(judged(verdict_card(ended, lasting), {"a": is_(True)})) == ("misleading", ["misleading"], ["R2"])


LOOKED_UP = verdict_card(
    rule("R1", "prohibited", A, first=DateExpression(name="transposed")),
    governed_by="placed_on",
    quantities=(transposition(de="2026-09-27", fr="2027-01-01", otherwise="never"),),
)


@pytest.mark.parametrize(
    ("country", "placed", "in_force", "coming"),
    [
        ("de", "2026-09-27", Outcome.MET, False),
        ("de", "2026-09-26", Outcome.NOT_MET, True),
        ("fr", "2026-12-31", Outcome.NOT_MET, True),
        ("fr", "2027-01-01", Outcome.MET, False),
        ("se", "2030-01-01", Outcome.NOT_MET, False),
    ],
)
def test_a_date_is_looked_up_by_country(country: str, placed: str, in_force: Outcome, coming: bool) -> None:
    (answer,) = judged(LOOKED_UP, {"a": is_(True), "country": is_(country), "placed_on": on(placed)}).rules
    assert (answer.in_force, answer.is_upcoming) == (in_force, coming)


def test_an_unknown_country_leaves_the_date_unknown_only_where_countries_differ() -> None:
    known = {"a": is_(True), "placed_on": on("2026-10-01")}
    assert judged(LOOKED_UP, known).rules[0].in_force is Outcome.UNDETERMINED
    early = {"a": is_(True), "placed_on": on("2026-09-01")}
    assert judged(LOOKED_UP, early).rules[0].in_force is Outcome.NOT_MET


def test_a_country_without_row_and_fallback_is_undetermined() -> None:
    gap = verdict_card(
        rule("R1", "prohibited", A, first=DateExpression(name="transposed")),
        quantities=(transposition(de="2026-09-27", fr="2027-01-01"),),
    )
    assert judged(gap, {"a": is_(True), "country": is_("se")}).rules[0].in_force is Outcome.UNDETERMINED


def test_an_end_date_that_never_occurs_keeps_the_rule_in_force() -> None:
    endless = verdict_card(
        rule("R1", "prohibited", A).model_copy(update={"last": DateExpression(name="transposed", shift_days=-1)}),
        quantities=(transposition(de="never", otherwise="2020-01-01"),),
        governed_by="placed_on",
    )
    known = {"a": is_(True), "country": is_("de")}
    assert judged(endless, known).rules[0].in_force is Outcome.MET
    assert judged(endless, {**known, "placed_on": on("9999-12-31")}).rules[0].in_force is Outcome.MET


def test_splitting_drops_verdicts_that_no_completion_yields() -> None:
    """One of the two rows matches for every value of the flag, although each alone is undetermined."""
    either = verdict_card(rule("R1", "misleading", A, (chosen("a", "no"),)))
    assert words(judged(either, {}))[1] == ["misleading", "ok"]
    with closing(InferenceEngine(either)) as engine:
        decision = decide(engine, question(engine.plan.scorecard, {}))
        assert decision.verdict_result is not None
        assert words(decision.verdict_result) == ("misleading", ["misleading"], ["R1"])


def test_an_undetermined_setting_leaves_the_verdict_of_every_choice_possible() -> None:
    reading = Setting(id="reading", choices=(Choice(id="strict"), Choice(id="mild")))
    scorecard = verdict_card(
        rule("R1", "prohibited", (*A, chosen("reading", "strict"))),
        rule("R2", "permitted_with_qualification", A),
        settings=(reading,),
    )
    with closing(InferenceEngine(scorecard)) as engine:
        decision = decide(engine, question(engine.plan.scorecard, {"a": is_(True)}))
        assert decision.verdict_result is not None
        assert words(decision.verdict_result)[1] == ["prohibited", "permitted_with_qualification"]
        told_by_choice = [
            one.decision.verdict_result.verdict for one in decision.alternatives if one.decision.verdict_result
        ]
        assert told_by_choice == [Verdict.PROHIBITED, Verdict.PERMITTED_WITH_QUALIFICATION]


def test_the_reported_verdict_is_never_milder_than_the_mildest_possible_verdict() -> None:
    for worst in Verdict:
        for mildest in Verdict:
            if mildest.rank > worst.rank:
                verdict = reported_verdict((worst, mildest))
                assert worst.rank <= verdict.rank <= mildest.rank or verdict is Verdict.NEEDS_EVIDENCE
                assert verdict.rank <= mildest.rank
