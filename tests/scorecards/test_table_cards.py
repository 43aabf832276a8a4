"""Cards with table lookups: published cases, editions, lookups in the record, and its verification."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from rules.contracts.errors import VersionError
from rules.contracts.extents import ListRecord, NumberExtent, RecordsExtent
from rules.contracts.inputs import DeclaredFact, DeclaredValue, Subject
from rules.contracts.intervals import UNBOUNDED, Interval, point_interval
from rules.contracts.outcomes import MissingReason
from rules.engine.inference import InferenceQuestion
from rules.engine.inference_engine import InferenceEngine
from rules.engine.read_subject import read_subject
from rules.language.compiler import Compilation, compile_folder
from rules.language.export import export_folder
from rules.language.language_versions import compare_twins
from rules.model.published_version import PublishedVersion, published_bytes, read_published
from rules.model.tables import Table
from rules.rehearsal.proposed_examples import propose_missing
from rules.rehearsal.publication_check import check_folder
from rules.trail.evaluation import Evaluator
from rules.trail.explain import explain
from rules.trail.verify import CheckResult, verify
from service.gazette.tables import TableStore

HERE = Path(__file__).parent
SHELF = TableStore(HERE.parents[1] / "scorecards" / "tables")
KEY = b"1" * 32
CARDS = ("default_values", "precursors")


def files(card: str) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted((HERE / card).glob("*.feature"))}


@cache
def compiled(card: str) -> Compilation:
    return compile_folder(files(card), tables=SHELF)


@cache
def published(card: str) -> PublishedVersion:
    scorecard = compiled(card).scorecard
    assert scorecard is not None
    return read_published(published_bytes(scorecard, files(card)), "2026-01-01T00:00:00Z")


def good(line: str, code: str, origin: str, day: str | None, tonnes: str = "1000") -> dict[str, DeclaredValue]:
    record = {"line": line, "cn_code": code, "origin": origin}
    values = {name: DeclaredValue(text=text) for name, text in record.items()}
    values["net_mass"] = DeclaredValue(number=tonnes, unit="t")
    return values | ({"imported_on": DeclaredValue(date=day)} if day else {})


def importer(*goods: dict[str, DeclaredValue], known: str = "2026-11-20") -> Subject:
    return Subject(
        subject="organizations/o/subjects/s",
        as_of="2026-11-20",
        known=f"{known}T00:00:00Z",
        settings={},
        facts=(DeclaredFact(id="goods", value=DeclaredValue(records=goods)),),
        evidence=(),
    )


@pytest.fixture(scope="module")
def engine() -> Iterator[InferenceEngine]:
    made = InferenceEngine(published("default_values").scorecard, SHELF)
    yield made
    made.close()


@pytest.fixture(scope="module")
def evaluator() -> Iterator[Evaluator]:
    version = published("default_values")
    made = Evaluator(version.scorecard, version.rule_digest, version.name, SHELF)
    yield made
    made.close()


def inferred(engine: InferenceEngine, subject: Subject) -> dict[str, Interval | None]:
    reading = read_subject(engine.plan.scorecard, subject)
    tables = engine.tables_at(reading.as_of, date.fromisoformat(subject.known[:10]))
    values = engine.infer(InferenceQuestion(reading.verified.extents, {}, reading.as_of, {}, tables=tables)).values
    listed = values.extents["goods"]
    assert isinstance(listed, RecordsExtent)
    assert listed.records is not None
    every = {**values.extents, **listed.records[0].fields}
    return {name: extent.interval for name, extent in every.items() if isinstance(extent, NumberExtent)}


@pytest.mark.parametrize("card", CARDS)
def test_every_example_passes_and_every_threshold_has_an_example(card: str) -> None:
    report = check_folder(files(card), tables=SHELF)
    assert [found.render() for found in report.diagnostics] == []
    assert report.examples >= 6
    assert report.missing == ()


@pytest.mark.parametrize("card", CARDS)
def test_the_files_are_in_canonical_form(card: str) -> None:
    scorecard = compiled(card).scorecard
    assert scorecard is not None
    for language in {name.split(".")[1] for name in files(card)}:
        own = {name: text for name, text in files(card).items() if name.split(".")[1] == language}
        assert export_folder(scorecard, own, language) == own


def without(card: str, title: str) -> dict[str, str]:
    name = "card.en.feature"
    text = files(card)[name]
    start = text.index(f"    Scenario: {title}")
    end = text.find("    Scenario", start + 1)
    return {name: text[:start] + ("" if end < 0 else text[end:])}


def test_each_lookup_row_needs_an_example() -> None:
    sources = without("default_values", "direct reduced iron")
    report = check_folder(sources, tables=SHELF)
    assert [edge.path for edge in report.missing] == ["quantities[default].rows[1]", "quantities[route].rows[1]"]
    messages = [found.message for found in report.diagnostics]
    assert "The lookup 'default value' tries its rows in order, but no example finds the value in row 2." in messages


def test_examples_for_records_are_proposed_without_assumptions_about_them() -> None:
    sources = without("precursors", "several precursors")
    sources = {name: text[: text.index("    Scenario Outline")].rstrip() + "\n" for name, text in sources.items()}
    proposed = propose_missing(sources, "en", SHELF)
    assert proposed is not None
    assert [edge.path for edge in proposed.added] == ["quantities[specific].rows[0].when[0]"]
    (text,) = proposed.files.values()
    assert "Then for precursor pellets the quantity specific emissions is 0.05 tCO2e/t" in text
    assert "supposing" not in text


def test_no_example_is_proposed_for_a_record_that_would_stay_undetermined() -> None:
    ((name, text),) = without("precursors", "several precursors").items()
    filled, blank = "| default | 0.05 tCO2e/t |", "| default |              |"
    assert filled in text
    proposed = propose_missing({name: text[: text.index("    Scenario Outline")].replace(filled, blank)}, "en", SHELF)
    assert proposed is None or proposed.added == ()


def test_the_chinese_export_contains_the_same_rules() -> None:
    sources, scorecard = files("precursors"), compiled("precursors").scorecard
    assert scorecard is not None
    again = compile_folder(export_folder(scorecard, sources, "zh"), languages=frozenset({"zh"}), tables=SHELF)
    assert list(compare_twins(scorecard, again.by_language["zh"])) == []


def test_the_rules_include_the_digest_of_a_fixed_table_edition() -> None:
    tables = {one.id: one for one in published("default_values").scorecard.tables or ()}
    edition = SHELF.table("cbam-mark-up", "2025-12-31")
    assert tables["mark_up"].digest == edition.manifest_digest
    assert tables["prices"].digest is None


@pytest.mark.parametrize(
    ("line", "name", "expected"),
    [
        (good("L1", "72083900", "BR", "2026-05-10"), "see", Fraction("1.782")),
        (good("L1", "72083900", "BR", "2026-05-10"), "sefa", Fraction("1.33575")),
        (good("L1", "72083900", "BR", "2026-05-10"), "total_cost", Fraction("33593.7")),
        (good("L1", "72083900", "BR", "2027-05-10"), "obligation", Fraction("642.5")),
        (good("L1", "31021019", "DZ", "2026-02-10"), "see", Fraction("1.4241")),
        (good("L1", "31021019", "DZ", "2026-02-10"), "total_cost", Fraction("0.54465") * 1000 * Fraction("75.36")),
        (good("L1", "72031000", "AU", "2026-05-10", "1"), "obligation", Fraction("1.070425")),
        (good("L1", "72031000", "BR", "2030-05-10", "1"), "see", Fraction("1.325") * Fraction("1.3")),
    ],
)
def test_published_cases_are_exact(
    engine: InferenceEngine, line: dict[str, DeclaredValue], name: str, expected: Fraction
) -> None:
    assert inferred(engine, importer(line))[name] == point_interval(expected)


def test_the_price_of_an_unpublished_quarter_is_unknown(engine: InferenceEngine) -> None:
    intervals = inferred(engine, importer(good("L1", "72083900", "BR", "2026-08-10")))
    assert intervals["certificates"] == point_interval(Fraction("446.25"))
    assert intervals["price"] == intervals["total_cost"] == UNBOUNDED


def test_a_price_published_after_the_known_time_is_not_used(engine: InferenceEngine) -> None:
    line = good("L1", "72083900", "BR", "2026-05-10")
    assert inferred(engine, importer(line, known="2026-07-01"))["price"] == UNBOUNDED
    assert inferred(engine, importer(line, known="2026-07-06"))["price"] == point_interval(Fraction("75.28"))


def test_an_unknown_date_covers_every_year(engine: InferenceEngine) -> None:
    intervals = inferred(engine, importer(good("L1", "72083900", "BR", None)))
    assert intervals["default"] == point_interval(Fraction("1.62"))
    assert intervals["rate"] == intervals["price"] == UNBOUNDED
    assert intervals["obligation"] == Interval(Fraction(0), None)


def test_a_record_names_its_tables_and_missing_values(evaluator: Evaluator) -> None:
    lines = (good("L1", "72083900", "BR", "2026-05-10"), good("L2", "7208 39 00", "BR", "2026-08-10"))
    record = evaluator.evaluate(importer(*lines), KEY).record
    assert {use.id: use.edition for use in record.tables} == {
        "benchmarks": "2026-02-06", "defaults": "2026-08-06", "mark_up": "2025-12-31",
        "prices": "2026-07-06", "scope": "2024-12-13", "shares": "2026-07-23",
    }  # fmt: skip
    missing = {(one.quantity, one.record): one for one in record.missing_values}
    assert missing["price", "L2"].reason is MissingReason.NOT_COVERED
    assert [(key.column, key.word) for key in missing["price", "L2"].keys] == [("quarter", "2026-Q3")]
    assert missing["default", "L2"].reason is MissingReason.MALFORMED
    assert all(key != "L1" for _, key in missing)
    assert record.standing.certainty == "own_reading"
    assert "cbam-default-values@2026-08-06" in record.standing.weakest_tables


def test_a_record_step_lists_every_table_key_that_was_tried(evaluator: Evaluator) -> None:
    record = evaluator.evaluate(importer(good("L1", "72031000", "AU", "2026-05-10")), KEY).record
    step = next(one for one in record.steps if one.id == "facts/goods/L1")
    default = json.loads(step.payload)["quantities"]["default"]
    findings = [(one["keys"]["country"], one["keys"]["cn_code"], one["finding"]) for one in default["lookup"]["tried"]]
    assert findings[-1] == ("other", "7203", "value")
    assert ("AU", "7203", "look_further") in findings
    assert default["value"] == {"low": "1.325", "high": "1.325"}
    assert "cbam-default-values@2026-08-06" in default["sentence"]["zh"]


class Without(TableStore):
    def edition_of(self, name: str, edition: str) -> Table | None:
        return None if name == "cbam-certificate-price" else super().edition_of(name, edition)


def checks(evaluator: Evaluator, subject: Subject, shelf: TableStore | None) -> dict[int, tuple[CheckResult, str]]:
    made = evaluator.evaluate(subject, KEY)
    results = verify(
        content=made.content,
        stated_digest=made.digest,
        record_key=KEY,
        versions=(published("default_values"),),
        tables=shelf,
    )
    return {check.number: (check.result, check.message) for check in results}


def test_a_record_fails_verification_when_one_of_its_tables_is_missing(evaluator: Evaluator) -> None:
    subject = importer(good("L1", "72083900", "BR", "2026-05-10"))
    sound = checks(evaluator, subject, SHELF)
    assert {result for result, _ in sound.values()} == {CheckResult.PASSED}
    assert "cbam-certificate-price@2026-07-06" in sound[5][1]
    broken = checks(evaluator, subject, Without(SHELF.folder))
    assert broken[5] == (
        CheckResult.FAILED,
        "The reference table cbam-certificate-price@2026-07-06 was not found. Add the edition with the digest "
        f"{SHELF.table('cbam-certificate-price', '2026-07-06').manifest_digest}, which the record uses, "
        "to the published versions folder.",
    )
    assert broken[7][0] is CheckResult.FAILED
    assert broken[3][0] is CheckResult.PASSED


def test_a_record_is_reevaluated_with_its_recorded_edition_after_a_later_edition_is_published(
    evaluator: Evaluator,
) -> None:
    """A table edition added later must not change an existing record, even if its source is older."""

    class Later(TableStore):
        def in_force(self, name: str, *, as_of: date, known: date) -> Table | None:
            return None if name == "cbam-certificate-price" else super().in_force(name, as_of=as_of, known=known)

    results = checks(evaluator, importer(good("L1", "72083900", "BR", "2026-05-10")), Later(SHELF.folder))
    assert results[7][0] is CheckResult.PASSED


def test_an_edition_named_by_the_card_must_exist() -> None:
    version = published("default_values")
    empty = Evaluator(version.scorecard, version.rule_digest, version.name, TableStore(HERE / "nowhere"))
    with pytest.raises(VersionError, match="cbam-mark-up@2025-12-31 of the scorecard was not found"):
        empty.evaluate(importer(good("L1", "72083900", "BR", "2026-05-10")), KEY)
    empty.close()


def test_an_explanation_names_missing_table_values_in_both_languages(evaluator: Evaluator) -> None:
    record = evaluator.evaluate(importer(good("L1", "72083900", "BR", "2026-08-10")), KEY).record
    english = [one.text for one in explain(evaluator, record, "en").statements]
    chinese = [one.text for one in explain(evaluator, record, "zh").statements]
    table = "cbam-certificate-price@2026-07-06"
    assert (
        f"price of goods imported L1 is undetermined: the reference table {table} does not cover quarter 2026-Q3."
        in (english)
    )
    assert f"进口货物 L1 的价格待定：参考表 {table} 未涵盖 quarter 2026-Q3。" in chinese


def test_quantities_of_single_records_are_not_part_of_the_question(engine: InferenceEngine) -> None:
    """Quantities of single records never reach the question, so that a search cannot take them for facts."""
    subject = importer(good("L1", "72083900", "BR", "2026-05-10"))
    reading = read_subject(engine.plan.scorecard, subject)
    question = InferenceQuestion(
        reading.verified.extents, {}, reading.as_of, {}, tables=engine.tables_at(reading.as_of, reading.as_of)
    )
    engine.infer(question)
    listed = question.facts["goods"]
    assert isinstance(listed, RecordsExtent)
    assert listed.records is not None
    (record,) = listed.records
    assert isinstance(record, ListRecord)
    assert set(record.fields) == {"line", "cn_code", "origin", "imported_on", "net_mass"}
