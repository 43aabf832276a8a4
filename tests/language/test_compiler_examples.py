"""Scenarios and outlines compiled to examples: changes, expectations, and the counts of pytest-bdd and the summary."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from pytest_bdd.parser import FeatureParser

from rules.contracts.inputs import DeclaredValue
from rules.contracts.messages import LANGUAGES
from rules.contracts.outcomes import ConclusionKind, Outcome
from rules.language.compiler import compile_folder
from rules.language.feature_summary import count_examples
from rules.model.examples import (
    EvidenceDateChange,
    ExpectConclusion,
    ExpectFinding,
    ExpectGrades,
    ExpectNumber,
    ExpectOpen,
    ExpectOutcome,
    ExpectRange,
    FactChange,
    MissingEvidenceChange,
    SettingChange,
    ValueOverride,
)
from rules.model.scorecard import FindingSeverity
from service.gazette.versions import Gazette
from tests.language.folders import LABORATORY
from tests.language.laboratory import COMPILED, FILES, examples, items
from tests.support.running import ROOT


@pytest.mark.parametrize("language", LANGUAGES)
def test_scenarios_become_examples(language: str) -> None:
    by_title = {example.title: example for example in examples(COMPILED, language)}
    assert len(by_title) == len(examples(COMPILED, language)) == 7
    empty, other, *_ = [one for one in examples(COMPILED, language) if one.location.path.startswith("rules")]
    assert empty.as_of == date(2026, 3, 1)
    assert items(empty) == (
        [
            FactChange("credits", DeclaredValue(records=())),
            FactChange("media", DeclaredValue(choices=())),
            FactChange("system", DeclaredValue(not_applicable=True)),
            MissingEvidenceChange("energy"),
            EvidenceDateChange("green", date(2025, 2, 1)),
        ],
        [
            ExpectNumber("retired_mass", Fraction(0)),
            ExpectRange("share", Fraction(0), Fraction(100)),
            ExpectOpen("share", "energy"),
        ],
    )
    record = {
        "serial": DeclaredValue(text="B-1"),
        "amount": DeclaredValue(number="1000", unit="kgCO2e"),
        "retired": DeclaredValue(date="2025-01-31"),
    }
    assert items(other) == (
        [FactChange("credits", DeclaredValue(records=(record,))), ValueOverride("share", Fraction(50))],
        [ExpectNumber("retired_mass", Fraction(1))],
    )


@pytest.mark.parametrize(("language", "title"), [("en", "{} of a thousand"), ("zh", "千分之 {}")])
def test_every_row_of_an_outline_is_an_example_at_its_own_location(language: str, title: str) -> None:
    rows = [one for one in examples(COMPILED, language) if len(one.changes) == 4]
    assert [one.title.endswith(title.format(share)) for one, share in zip(rows, (499, 500, 801), strict=True)]
    lines = FILES[f"rules.{language}.feature"].splitlines()
    for row, share, points in zip(rows, ("499", "500", "801"), (0, 20, 30), strict=True):
        assert lines[row.location.line - 1][row.location.column - 1 :].startswith(share)
        assert items(row) == (
            [
                FactChange("green", DeclaredValue(number=share, unit="MWh")),
                SettingChange("reading", "cascade"),
                SettingChange("strict", None),
                FactChange("system", None),
            ],
            [
                ExpectNumber("A1", Fraction(points)),
                ExpectOutcome("A2", Outcome.UNDETERMINED),
                ExpectOpen("A2", "system"),
                ExpectOpen("G1", "system"),
                ExpectRange("B1", Fraction(0), Fraction(30)),
                ExpectRange("total_score", Fraction(0), Fraction(100)),
            ],
        )
        assert share in row.changes[0].sentence


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_can_be_expected_is_read(language: str) -> None:
    last = examples(COMPILED, language)[-1]
    assert items(last) == (
        [ValueOverride("total_score", Fraction(90))],
        [
            ExpectGrades(("B",)),
            ExpectGrades(("B",)),
            ExpectOutcome("G1", Outcome.MET),
            ExpectNumber("total_score", Fraction(90)),
            ExpectNumber("share", Fraction(80)),
            ExpectNumber("score", Fraction(90)),
            ExpectFinding("F1", raised=True, severity=FindingSeverity.MAJOR),
            ExpectFinding("F2.PENALTY", raised=True, severity=FindingSeverity.MINOR),
            ExpectFinding("F3", raised=True, severity=FindingSeverity.OBSERVATION),
            ExpectFinding("F1", raised=False),
            ExpectConclusion(ConclusionKind.NOT_GRADED),
        ],
    )


def test_stock_pytest_bdd_runs_as_many_examples() -> None:
    for path in FILES:
        feature = FeatureParser(str(LABORATORY), path).parse()
        rendered = [
            template.render(context)
            for template in feature.scenarios.values()
            for context in ([row for table in template.examples for row in table.as_contexts()] or [{}])
        ]
        own = [example for example in COMPILED.examples if example.location.path == path]
        assert sorted(scenario.name for scenario in rendered) == sorted(example.title for example in own)


@pytest.mark.parametrize("card", ["data-centre", "sbti-flag"])
def test_the_example_count_equals_the_number_of_compiled_examples(card: str) -> None:
    sources = Gazette(ROOT / "scorecards").newest(card).sources
    by_language = [
        count_examples({path: text for path, text in sources.items() if path.endswith(f".{language}.feature")})
        for language in ("en", "zh")
    ]
    assert sum(by_language) == len(compile_folder(sources).examples)
    assert max(by_language) <= count_examples(sources) <= sum(by_language)


def test_text_that_only_looks_like_an_example_is_not_counted() -> None:
    text = (
        "Feature: a\n\n  Background:\n    | Scenario: |\n\n  Rule: b\n\n    Scenario: c\n      Given\n        | x |\n"
    )
    assert count_examples({"a.en.feature": text, "notes.txt": "Scenario: d", "a.zh.feature": "场景: e\n场景: f\n"}) == 2
    assert count_examples({}) == 0
