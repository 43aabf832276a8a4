"""Evaluation record: conclusion, declared and verified values, settings, open facts, certainty and rounding."""

import re
from fractions import Fraction

import pytest

from rules.contracts.errors import InputError
from rules.contracts.inputs import DeclaredFact, DeclaredValue, Judgement, Subject, Verification
from rules.contracts.outcomes import ConclusionKind, Outcome, Possibility, UnknownReason
from rules.contracts.record import Bounds, OpenFact, Record
from rules.model.digest import rule_digest
from rules.model.scorecard import (
    Basis,
    Certainty,
    Gate,
    Indicator,
    LadderRow,
    LookupQuantity,
    LookupRow,
    Scorecard,
    ShareScale,
)
from rules.trail.evaluation import Evaluator, LazyRecord
from tests.support.engine_card import KEY, card, chosen, compare, flag, gate, indicator, number, row, subject
from tests.support.random_subjects import KNOWN
from tests.support.small_card import small_card, small_subject

SMALL = small_card()


def recorded(declared: Subject, scorecard: Scorecard = SMALL) -> LazyRecord:
    evaluator = Evaluator(scorecard, rule_digest(scorecard), "scorecards/x/versions/1.0.0")
    try:
        return evaluator.evaluate(declared.model_copy(update={"known": declared.known or KNOWN}), KEY)
    finally:
        evaluator.close()


def evaluated(declared: Subject, scorecard: Scorecard = SMALL) -> Record:
    return recorded(declared, scorecard).record


def judged(name: str, judgement: str, corrected: DeclaredValue | None = None) -> Subject:
    verification = Verification(
        judgement=Judgement(judgement), corrected=corrected, method="visit", reason="seen", person="p",
        date="2026-02-01",
    )  # fmt: skip
    declared = small_subject()
    facts = (
        fact.model_copy(update={"verification": verification}) if fact.id == name else fact for fact in declared.facts
    )
    return declared.model_copy(update={"facts": tuple(facts)})


def test_a_complete_subject_is_graded_with_exact_figures() -> None:
    record = evaluated(small_subject())
    assert record.conclusion.kind is ConclusionKind.GRADED
    assert record.conclusion.grade == "gold"
    assert {grade.grade: grade.possibility for grade in record.conclusion.grades} == {
        "gold": Possibility.CERTAIN,
        "silver": Possibility.EXCLUDED,
        "none": Possibility.EXCLUDED,
    }
    assert record.conclusion.score is not None
    assert record.conclusion.score.exact == Bounds(low="100", high="100")
    (result,) = record.results
    assert result.id == "offset_total"
    assert result.figure.exact == Bounds(low="7.1", high="7.1")
    assert result.figure.unit == "tCO2e"
    assert record.declared_conclusion is None
    assert record.open_facts == ()


def test_verified_values_decide_and_the_declared_conclusion_is_also_recorded() -> None:
    record = evaluated(judged("renewable_share", "corrected", DeclaredValue(number="45", unit="%")))
    assert record.conclusion.grade == "silver"
    assert record.declared_conclusion is not None
    assert record.declared_conclusion.grade == "gold"
    assert record.declared_conclusion.score is not None
    assert record.declared_conclusion.score.exact == Bounds(low="100", high="100")
    fact = next(fact for fact in record.facts if fact.declared.id == "renewable_share")
    assert fact.used == DeclaredValue(number="45", unit="%", evidence=("meter",))
    assert fact.declared.value is not None
    assert fact.declared.value.number == "85.50"


def test_a_rejected_value_makes_a_declared_grade_undetermined() -> None:
    record = evaluated(judged("renewable_share", "rejected"))
    assert record.conclusion.grade is None
    assert record.declared_conclusion is not None
    assert record.declared_conclusion.grade == "gold"
    assert record.open_facts == (OpenFact(id="renewable_share", reason=UnknownReason.REJECTED, criteria=("I1",)),)


def test_a_judgement_that_changes_nothing_shows_no_second_conclusion() -> None:
    assert evaluated(judged("renewable_share", "accepted")).declared_conclusion is None
    same = DeclaredValue(number="85.5", unit="%")
    assert evaluated(judged("renewable_share", "corrected", same)).declared_conclusion is None


def test_an_open_setting_yields_one_conclusion_for_each_choice() -> None:
    declared = small_subject(renewable_share=DeclaredValue(number="50", unit="%", evidence=("meter",)))
    record = evaluated(declared.model_copy(update={"settings": {}}))
    assert record.settings == {}
    assert [(item.settings, item.conclusion.grade) for item in record.setting_alternatives] == [
        ({"reading": "cascade"}, "silver"),
        ({"reading": "literal"}, "none"),
    ]
    assert record.conclusion.grade is None
    silver = next(grade for grade in record.conclusion.grades if grade.grade == "silver")
    assert silver.possibility is Possibility.REACHABLE
    assert silver.witness_settings == {"reading": "cascade"}
    assert evaluated(declared).setting_alternatives == ()


def test_the_default_of_an_unset_setting_is_recorded() -> None:
    (reading,) = SMALL.settings
    with_default = SMALL.model_copy(update={"settings": (reading.model_copy(update={"default": "literal"}),)})
    record = evaluated(small_subject().model_copy(update={"settings": {}}), with_default)
    assert record.settings == {"reading": "literal"}
    assert record.setting_alternatives == ()


def test_only_facts_that_can_still_change_the_result_are_open() -> None:
    """The status can raise the score from 60 to 100; no rule uses the flag or the date."""
    record = evaluated(small_subject(status=None, certified=None, audited_on=None))
    assert record.open_facts == (OpenFact(id="status", reason=UnknownReason.NOT_GIVEN, criteria=("I2",)),)
    gated = evaluated(small_subject(serious_violations=None))
    assert gated.conclusion.kind is ConclusionKind.INCOMPLETE
    assert gated.open_facts == (
        OpenFact(id="serious_violations", reason=UnknownReason.NOT_GIVEN, criteria=("G1", "G1.PENALTY")),
    )


def test_after_the_grade_is_certain_a_fact_is_open_only_for_findings() -> None:
    failing = gate("Other", chosen("certified", "yes"))
    scorecard = SMALL.model_copy(update={"gates": (*SMALL.gates, failing)})
    record = evaluated(small_subject(serious_violations=None, certified=DeclaredValue(flag=False)), scorecard)
    assert record.conclusion.grade == "none"
    assert record.open_facts == (
        OpenFact(id="serious_violations", reason=UnknownReason.NOT_GIVEN, criteria=("G1.PENALTY",)),
    )


def test_a_finding_is_raised_undetermined_or_absent() -> None:
    raised = evaluated(small_subject(serious_violations=DeclaredValue(number="1", unit="time")))
    assert [(finding.id, finding.outcome, finding.close_within_days) for finding in raised.findings] == [
        ("G1.PENALTY", Outcome.MET, 90)
    ]
    (open_,) = evaluated(small_subject(serious_violations=None)).findings
    assert open_.outcome is Outcome.UNDETERMINED
    assert evaluated(small_subject()).findings == ()


BASES = tuple(
    Basis(id=name, instrument="x", clause="1", certainty=certainty)
    for name, certainty in (
        ("sure", Certainty.CONFIRMED),
        ("second", Certainty.SECONDARY),
        ("own", Certainty.OWN_READING),
        ("other_own", Certainty.OWN_READING),
    )
)


def based(part: Gate | Indicator | LadderRow, *basis: str) -> dict[str, object]:
    return {**part.model_dump(), "basis": basis}


def standing(
    *,
    gates: tuple[tuple[str, str], ...] = (),
    scored: str = "sure",
    rows: tuple[str, str] = ("sure", "sure"),
    share: int = 80,
) -> tuple[str, tuple[str, ...]]:
    """Return the certainty and the weakest bases; `gates` maps the flag required by each gate to its basis."""
    scorecard = card(
        number("share", "%", 0, 100),
        flag("a"),
        flag("b"),
        bases=BASES,
        gates=tuple(Gate.model_validate(based(gate(f"G{name}", chosen(name, "yes")), basis)) for name, basis in gates),
        indicators=(Indicator.model_validate(based(indicator("I", 100, ShareScale(measure="share")), scored)),),
        rows=(
            LadderRow.model_validate(based(row("gold", 90), rows[0])),
            LadderRow.model_validate(based(row("silver", 50), rows[1])),
        ),
    )
    values = {
        "share": DeclaredValue(number=str(share), unit="%"),
        "a": DeclaredValue(flag=True),
        "b": DeclaredValue(flag=False),
    }
    outcome = evaluated(subject(values), scorecard).standing
    return outcome.certainty, outcome.weakest_bases


@pytest.mark.parametrize(
    ("flag_of_a", "certainty"), [(True, "confirmed"), (False, "own_reading"), (None, "own_reading")]
)
def test_only_the_possible_rows_of_a_lookup_count_for_the_certainty(flag_of_a: bool | None, certainty: str) -> None:
    factor = LookupQuantity(
        id="factor",
        by=("a",),
        rows=(LookupRow(keys=("yes",), value=Fraction(80), basis=("sure",)),),
        otherwise=Fraction(60),
        otherwise_basis=("own",),
    )
    scorecard = card(
        flag("a"),
        bases=BASES,
        quantities=(factor,),
        indicators=(Indicator.model_validate(based(indicator("I", 100, ShareScale(measure="factor")), "sure")),),
        rows=(LadderRow.model_validate(based(row("gold", 0), "sure")),),
    )
    values = {} if flag_of_a is None else {"a": DeclaredValue(flag=flag_of_a)}
    assert evaluated(subject(values), scorecard).standing.certainty == certainty


def test_the_certainty_of_a_conclusion_is_the_weakest_of_its_deciding_bases() -> None:
    assert standing() == ("confirmed", ("sure",))
    assert standing(scored="second") == ("secondary", ("second",))
    assert standing(scored="own", gates=(("a", "second"),)) == ("own_reading", ("own",))
    assert standing(scored="own", gates=(("a", "other_own"),)) == ("own_reading", ("other_own", "own"))


def test_ladder_rows_count_for_the_certainty_only_if_they_could_decide() -> None:
    assert standing(rows=("own", "second")) == ("secondary", ("second",))
    assert standing(rows=("own", "second"), share=95) == ("own_reading", ("own",))
    assert standing(rows=("own", "second"), share=10) == ("own_reading", ("own",))


def test_only_the_basis_of_the_failed_gate_counts_for_the_certainty() -> None:
    assert standing(gates=(("b", "second"), ("a", "own")), scored="own") == ("secondary", ("second",))


def test_results_are_rounded_for_display_and_also_recorded_exactly() -> None:
    third = small_subject(
        credits=DeclaredValue(
            records=({"serial": DeclaredValue(text="A"), "amount": DeclaredValue(number="0.15", unit="tCO2e")},)
        )
    )
    (result,) = evaluated(third).results
    assert result.figure.exact == Bounds(low="0.15", high="0.15")
    assert result.figure.rounded == Bounds(low="0.2", high="0.2")
    (unknown,) = evaluated(small_subject(credits=None)).results
    assert unknown.figure.exact == Bounds(low="0")


def test_each_criterion_names_its_facts_and_evidence() -> None:
    criteria = {criterion.id: criterion for criterion in evaluated(small_subject()).criteria}
    assert criteria["I1"].facts == ("renewable_share",)
    assert criteria["I1"].evidence == ("meter",)
    assert criteria["I1"].points == Bounds(low="60", high="60")
    assert criteria["G1"].outcome is Outcome.MET
    assert criteria["G1"].evidence == ()


def test_declaring_the_witness_of_a_grade_reaches_this_grade() -> None:
    declared = small_subject(renewable_share=None, status=None)
    record = evaluated(declared)
    reachable = [grade for grade in record.conclusion.grades if grade.possibility is Possibility.REACHABLE]
    assert [grade.grade for grade in reachable] == ["gold", "silver", "none"]
    for grade in reachable:
        witnessed = {
            name: value.model_copy(update={"evidence": ("meter",)} if name == "renewable_share" else {})
            for name, value in grade.witness.items()
        }
        facts = (*declared.facts, *(DeclaredFact(id=name, value=value) for name, value in witnessed.items()))
        again = evaluated(
            declared.model_copy(update={"facts": facts, "settings": {**declared.settings, **grade.witness_settings}})
        )
        assert again.conclusion.grade == grade.grade


def test_the_record_contains_no_float_and_no_null() -> None:
    text = recorded(small_subject(status=None)).content.decode()
    outside = re.sub(r'"(?:[^"\\]|\\.)*"', '""', text)
    assert not re.search(r"\d\.\d|null", outside)


@pytest.mark.parametrize("known", ["", "2026-03-01", "2026-03-01T00:00:00", "2026-03-01T00:00:00+08:00", "now"])
def test_a_known_time_that_is_not_an_instant_is_refused(known: str) -> None:
    evaluator = Evaluator(SMALL, rule_digest(SMALL), "scorecards/x/versions/1.0.0")
    with pytest.raises(InputError, match=r"is not a time\. Use the form"):
        evaluator.evaluate(small_subject().model_copy(update={"known": known}), KEY)
    evaluator.close()


def test_a_card_without_ladder_concludes_without_grade() -> None:
    scorecard = card(number("share", "%", 0, 100), gates=(gate("G", compare("share", "at_least", 50, "%")),))
    record = evaluated(subject({"share": DeclaredValue(number="60", unit="%")}), scorecard)
    assert record.conclusion.grades == ()
    assert record.conclusion.grade is None
    assert record.conclusion.score is None
