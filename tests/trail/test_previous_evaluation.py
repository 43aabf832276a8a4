"""Facts from an earlier evaluation: selection, yearly chains, missing or erased sources, and conflicting values."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings, strategies as st

from rules.contracts.errors import InputError
from rules.contracts.inputs import DeclaredFact, DeclaredValue, PreviousGapReason, PreviousValue, Subject
from rules.contracts.outcomes import UnknownReason
from rules.contracts.record_bytes import WrittenRecord
from rules.language.compiler import compile_folder
from rules.model.definitions import PreviousPart, PreviousSource, year_before
from rules.model.published_version import PublishedVersion, Repeal, draft_as_published, published_bytes
from rules.model.scorecard import FactDefinition, FactType
from rules.rehearsal.example_runner import reference_subject
from rules.trail.erasure import ErasureExtent, places_erased, to_erasable_record
from rules.trail.evaluation import Evaluator
from rules.trail.explain import explain
from rules.trail.previous_evaluation import EarlierEvaluation, fill_from_previous, previous_result_value
from tests.support.guide import CLAIMS, OFFICE, STAGED, card
from tests.support.one_by_one import one_by_one
from tests.support.recomputing import recompute
from tests.support.surplus import KEY, LEDGER, NAME, Year, evaluated, evaluator, surplus, tonnes, year
from tests.support.tiers import tries

AMOUNTS = st.integers(0, 10**6).map(lambda thousandths: f"{thousandths / 1000:.3f}".rstrip("0").rstrip("."))


def previous_of(evaluation: Year, fact: str = "brought") -> PreviousValue | None:
    return next((each.previous for each in evaluation.subject.facts if each.id == fact), None)


def unknown(evaluation: Year, fact: str = "brought") -> UnknownReason | None:
    return next(each.unknown for each in evaluation.recorded.record.facts if each.declared.id == fact)


def problems(subject: Subject, *earlier: EarlierEvaluation) -> list[str]:
    return list(map(str, fill_from_previous(surplus().scorecard, subject, earlier)[1]))


def test_a_surplus_is_carried_through_six_years_and_each_record_names_its_source() -> None:
    years = [evaluated(year(2021, 100, 95, stated=tonnes(3)))]
    for number in range(2022, 2027):
        years.append(evaluated(year(number), [one.earlier() for one in years]))
    assert [one.quantity() for one in years] == ["8", "18", "28", "38", "48", "58"]
    for before, evaluation in pairwise(years):
        previous_value = previous_of(evaluation)
        assert previous_value is not None
        assert previous_value.record_digest == before.written.digest
        assert previous_value.value == tonnes(before.quantity())
        step = evaluation.written.results_by_step["facts/brought"]
        assert step[0]["previous"]["record_digest"] == before.written.digest
        assert step[1] == {"number": before.quantity(), "unit": "tCO2e"}


@settings(max_examples=tries(12))
@given(st.lists(st.tuples(AMOUNTS, AMOUNTS), min_size=5, max_size=6), AMOUNTS)
def test_any_chain_of_years_is_recomputed_and_read_back_identically(amounts: list[tuple[str, str]], first: str) -> None:
    file = published_bytes(surplus().scorecard, surplus().sources)
    years: list[Year] = []
    for number, (issued, used) in enumerate(amounts, 2021):
        stated = None if years else tonnes(first)
        years.append(evaluated(year(number, issued, used, stated=stated), [one.earlier() for one in years]))
        report = recompute(years[-1].written.content, file, None, KEY)
        assert report.agrees, report.faults
        assert evaluator().read(years[-1].written).written_record == years[-1].written


def test_columnar_reading_of_earlier_results_writes_the_same_bytes() -> None:
    first = evaluated(year(2021, stated=tonnes(3)))
    audit = DeclaredFact(id="audited", value=DeclaredValue(choice="a"))
    short = year(2022).model_copy(update={"facts": (*year(2022).facts, audit)})
    whole = evaluated(short, [first.earlier()])
    assert whole.recorded.record.open_facts == ()
    other = Evaluator(surplus().scorecard, surplus().rule_digest, surplus().name)
    with one_by_one():
        assert other.evaluate(whole.subject, KEY).content == whole.written.content


def test_without_an_earlier_evaluation_the_fact_is_open_with_a_reason() -> None:
    evaluation = evaluated(year(2024))
    assert unknown(evaluation) is UnknownReason.PREVIOUS_MISSING
    assert evaluation.quantity() == "[10,)"


@pytest.mark.parametrize(
    ("change", "expected_message"),
    [
        (
            {"subject": "organizations/acme/subjects/other"},
            f"of organizations/acme/subjects/other. Use an evaluation of {NAME}",
        ),
        ({"subject": "organizations/other/subjects/plant"}, "is an evaluation of organizations/other/subjects/plant"),
        (
            {"scorecard_version": "scorecards/green-office/versions/1.0.0"},
            ". Use an evaluation under surplus-account.",
        ),
        ({"as_of_date": "2026-01-01"}, "is 2026-01-01, which is not before 2025-06-30"),
    ],
)
def test_an_unsuitable_evaluation_is_refused_with_a_reason(change: dict[str, str], expected_message: str) -> None:
    made = evaluated(year(2023, stated=tonnes(3))).earlier()
    head = made.written_steps.head.model_copy(update=change)
    (problem,) = problems(year(2024), replace(made, written_steps=replace(made.written_steps, head=head)))
    assert expected_message in problem
    assert fill_from_previous(surplus().scorecard, year(2024), [made])[1] == ()


@pytest.mark.parametrize("number", [2022, 2024, 2025])
def test_only_an_evaluation_of_the_previous_year_is_accepted(number: int) -> None:
    other = evaluated(year(number, stated=tonnes(3)))
    asked = year(2024).model_copy(update={"as_of": "2026-12-31"})
    (problem,) = problems(asked, other.earlier())
    assert f"'year' is {number}. Use an evaluation with the value 2023 for 'year'." in problem


def test_the_unit_of_a_quantity_is_not_guessed_if_its_version_is_missing() -> None:
    made = evaluated(year(2023, stated=tonnes(3))).earlier()
    filled_subject, messages = fill_from_previous(surplus().scorecard, year(2024), [replace(made, version=None)])
    fact_ids = {fact.id for fact in filled_subject.facts if fact.previous is not None}
    assert (fact_ids, messages) == ({"short"}, ())


def test_the_previous_year_is_not_guessed_if_the_year_is_missing() -> None:
    asked = year(2024)
    without = asked.model_copy(update={"facts": tuple(fact for fact in asked.facts if fact.id != "year")})
    (problem,) = problems(without, evaluated(year(2023, stated=tonnes(3))).earlier())
    assert "because 'year' has no value" in problem


def test_the_evaluation_with_the_latest_date_is_used_and_the_candidates_are_counted() -> None:
    corrected = evaluated(year(2023, 120, stated=tonnes(3)).model_copy(update={"as_of": "2024-09-30"}))
    first = evaluated(year(2023, 100, stated=tonnes(3)))
    again = evaluated(year(2023, 110, stated=tonnes(3)))
    evaluation = evaluated(year(2024), [corrected.earlier("c"), first.earlier("a"), again.earlier("b")])
    previous_value = previous_of(evaluation)
    assert previous_value is not None
    assert (previous_value.evaluation, previous_value.value, previous_value.candidates) == ("c", tonnes(33), 3)
    of_one_day = previous_of(evaluated(year(2024), [first.earlier("a"), again.earlier("b")]))
    assert of_one_day is not None
    assert (of_one_day.evaluation, of_one_day.candidates) == ("b", 2)


def repealed(first_day: date) -> PublishedVersion:
    return replace(surplus(), repeal=Repeal(first_day, "2026-01-01T00:00:00Z", "wrong factor"))


def test_an_evaluation_under_a_repealed_version_is_ignored_with_a_reason() -> None:
    made = evaluated(year(2023, stated=tonnes(3)))
    gone = replace(made.earlier("gone"), version=repealed(date(2024, 1, 1)))
    evaluation = evaluated(year(2024), [gone])
    previous_value = previous_of(evaluation)
    assert previous_value is not None
    assert (previous_value.lacks, previous_value.value) == (PreviousGapReason.REPEALED, None)
    assert unknown(evaluation) is UnknownReason.PREVIOUS_REPEALED
    valid_value = previous_of(evaluated(year(2024), [made.earlier("good"), gone]))
    assert valid_value is not None
    assert valid_value.evaluation == "good"
    later = replace(made.earlier(), version=repealed(date(2025, 1, 1)))
    assert unknown(evaluated(year(2024), [later])) is None


@pytest.mark.parametrize("gone", ["", '["facts/year"', '["quantities/left"', '["conclusion"'])
def test_an_erased_evaluation_provides_a_reason_instead_of_a_value(gone: str) -> None:
    made = evaluated(year(2023, stated=tonnes(3)))
    remaining_steps = tuple(step for step in made.written.steps if not step.startswith(gone.encode()))
    erased = EarlierEvaluation("gone", WrittenRecord(made.written.head, remaining_steps, ()), surplus())
    evaluation = evaluated(year(2024), [erased])
    assert unknown(evaluation) is UnknownReason.PREVIOUS_ERASED
    whole = previous_of(evaluated(year(2024), [made.earlier("whole"), erased]))
    assert whole is not None
    assert whole.evaluation == "whole"
    record = to_erasable_record(made.written, KEY)
    rest = EarlierEvaluation("left", record.without(places_erased(record, ErasureExtent.INPUTS)), surplus())
    assert unknown(evaluated(year(2024), [rest])) is UnknownReason.PREVIOUS_ERASED


def test_an_evaluation_under_a_version_that_is_superseded_since_counts() -> None:
    made = evaluated(year(2023, stated=tonnes(3)))
    version = surplus()
    later = version.scorecard.card.model_copy(update={"version": "1.1.0", "supersedes": "1.0.0"})
    newer = draft_as_published(version.scorecard.model_copy(update={"card": later}), {})
    filled_subject, _ = fill_from_previous(newer.scorecard, year(2024), [made.earlier("old")])
    evaluation = Evaluator(newer.scorecard, newer.rule_digest, newer.name).evaluate(filled_subject, KEY)
    assert evaluation.written_record.results_by_step["quantities/left"] == ["23"]
    assert (
        evaluation.written_record.results_by_step["facts/brought"][0]["previous"]["scorecard_version"] == version.name
    )


def test_a_result_open_in_the_earlier_evaluation_is_open_in_the_later_evaluation() -> None:
    evaluation = evaluated(year(2024), [evaluated(year(2023, 100, 110)).earlier()])
    assert unknown(evaluation) is UnknownReason.PREVIOUS_OPEN
    assert unknown(evaluation, "short") is UnknownReason.PREVIOUS_OPEN


def test_a_value_read_only_from_an_earlier_evaluation_cannot_be_declared() -> None:
    asked = year(2024)
    stated = DeclaredFact(id="short", value=DeclaredValue(flag=False))
    with pytest.raises(InputError) as raised:
        evaluated(asked.model_copy(update={"facts": (*asked.facts, stated)}))
    (violation,) = raised.value.violations
    assert (violation.field, violation.reason) == ("facts[short].value", "NOT_WANTED")


def test_an_earlier_result_is_refused_for_another_fact() -> None:
    previous_value = previous_of(evaluated(year(2024), [evaluated(year(2023, stated=tonnes(3))).earlier()]))
    facts = tuple(
        fact.model_copy(update={"previous": previous_value}) for fact in year(2024).facts if fact.id == "issued"
    )
    with pytest.raises(InputError, match="refers to an earlier evaluation, but the scorecard does not read"):
        evaluated(year(2024).model_copy(update={"facts": facts}))


@pytest.mark.parametrize(
    ("stated", "findings"),
    [
        (tonnes(13), ()),
        (DeclaredValue(number="13000", unit="kgCO2e"), ()),
        (tonnes("13.001"), ("brought.STATED_OTHERWISE",)),
    ],
)
def test_a_deviating_stated_value_is_a_finding_and_is_ignored(stated: DeclaredValue, findings: tuple[str, ...]) -> None:
    before = evaluated(year(2023, stated=tonnes(3)))
    evaluation = evaluated(year(2024, stated=stated), [before.earlier()])
    assert evaluation.quantity() == "23"
    assert tuple(found.id for found in evaluation.recorded.record.findings if "STATED" in found.id) == findings
    assert recompute(evaluation.written.content, published_bytes(surplus().scorecard, {}), None, KEY).agrees


def test_a_stated_value_counts_if_the_earlier_evaluation_has_none_and_requires_evidence() -> None:
    open_before = evaluated(year(2023)).earlier()
    evaluation = evaluated(year(2024, stated=tonnes(7)), [open_before])
    assert evaluation.quantity() == "17"
    bare = year(2024, stated=tonnes(7)).model_copy(update={"evidence": (LEDGER.model_copy(update={"id": "x"}),)})
    facts = tuple(fact.model_copy(update={"value": tonnes(7)}) if fact.id == "brought" else fact for fact in bare.facts)
    assert unknown(evaluated(bare.model_copy(update={"facts": facts}))) is UnknownReason.EVIDENCE_MISSING


def concluded(folder: str) -> EarlierEvaluation:
    """Evaluate the reference case of another card of the guide."""
    compiled = compile_folder(card(folder))
    assert compiled.scorecard is not None
    version = draft_as_published(compiled.scorecard, {})
    with_known = reference_subject(version.scorecard, date(2026, 6, 30)).model_copy(
        update={"known": "2026-07-01T00:00:00Z"}
    )
    made = Evaluator(version.scorecard, version.rule_digest, version.name).evaluate(with_known, KEY)
    return EarlierEvaluation("", made.written_record, version)


@pytest.mark.parametrize(
    ("folder", "part", "quantity", "type_", "wanted"),
    [
        (OFFICE, "grade", None, FactType.CHOICE, DeclaredValue(choice="B")),
        (OFFICE, "score", None, FactType.NUMBER, DeclaredValue(number="2621/34", unit="point")),
        (OFFICE, "conclusion", None, FactType.TEXT, DeclaredValue(text="graded")),
        (OFFICE, "quantity", "share", FactType.NUMBER, DeclaredValue(number="80", unit="%")),
        (OFFICE, "quantity", "retired_last", FactType.DATE, DeclaredValue(date="2026-02-01")),
        (OFFICE, "quantity", "no_such", FactType.NUMBER, None),
        (STAGED, "stage", None, FactType.CHOICE, DeclaredValue(choice="s2")),
        (STAGED, "grade", None, FactType.CHOICE, None),
        (CLAIMS, "verdict", None, FactType.CHOICE, DeclaredValue(choice="prohibited")),
        (CLAIMS, "quantity", "abroad", FactType.FLAG, DeclaredValue(flag=False)),
    ],
)
def test_each_part_of_a_conclusion_can_be_used_as_an_earlier_result(
    folder: str, part: str, quantity: str | None, type_: FactType, wanted: DeclaredValue | None
) -> None:
    source = PreviousSource(part=PreviousPart(part), quantity=quantity, basis=("b",))
    unit = "point" if part == "score" else ""
    definition = FactDefinition(id="taken", type=type_, unit=unit, previous=source)
    assert previous_result_value(concluded(folder), source, definition) == wanted


@pytest.mark.full
def test_improvements_never_change_a_result_of_an_earlier_evaluation() -> None:
    compiled = compile_folder(card(OFFICE)).scorecard
    assert compiled is not None
    source = PreviousSource(part=PreviousPart.QUANTITY, quantity="share", may_be_stated=True, basis=("guide",))
    facts = tuple(
        fact.model_copy(update={"previous": source}) if fact.id == "renewable" else fact for fact in compiled.facts
    )
    fact_sets = []
    for scorecard in (compiled, compiled.model_copy(update={"facts": facts})):
        subject = reference_subject(scorecard, date(2026, 6, 30)).model_copy(update={"known": "2026-07-01T00:00:00Z"})
        prepared = Evaluator(scorecard, "0" * 64, "scorecards/green-office/versions/1.0.0")
        explanation = explain(prepared, prepared.evaluate(subject, KEY).record, "en")
        fact_sets.append({way.fact for way in explanation.ways_up + explanation.following})
    assert "renewable" in fact_sets[0]
    assert fact_sets[1] == fact_sets[0] - {"renewable"}


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        (DeclaredValue(choice="2024"), DeclaredValue(choice="2023")),
        (DeclaredValue(choice="0001"), None),
        (DeclaredValue(choice="early"), None),
        (DeclaredValue(number="2024"), None),
        (
            DeclaredValue.model_validate({"period": {"first": "2024-02-29", "last": "2025-02-28"}}),
            DeclaredValue.model_validate({"period": {"first": "2023-02-28", "last": "2024-02-28"}}),
        ),
    ],
)
def test_the_previous_year_is_derived_from_the_claim_year(value: DeclaredValue, wanted: DeclaredValue | None) -> None:
    assert year_before(value) == wanted
