"""Published reference tables: names, digests and agreement with their sources."""

from __future__ import annotations

import csv
import hashlib
import json
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
import rfc8785

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
from service.configuration.folders import CHECKOUT
from service.gazette.tables import TableStore

FOLDER = CHECKOUT / "scorecards" / "tables"
FILES = sorted(FOLDER.iterdir())
MANIFESTS = [path for path in FILES if path.suffix == ".json"]
SHELF = TableStore(FOLDER)
LATER = date(2030, 1, 1)
BEFORE = date(2026, 7, 30)


@pytest.mark.full
def test_every_table_can_be_read() -> None:
    assert SHELF.check() == len(MANIFESTS) > 0


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_name_contains_its_digest(path: Path) -> None:
    name, _, digest = path.stem.rpartition("-")
    assert hashlib.sha256(path.read_bytes()).hexdigest()[:12] == digest
    assert name
    assert path.suffix in {".csv", ".json"}


@pytest.mark.parametrize("path", MANIFESTS, ids=lambda path: path.name)
def test_every_manifest_is_canonical_bilingual_and_consistent_with_its_rows(path: Path) -> None:
    manifest = json.loads(path.read_bytes())
    assert rfc8785.dumps(manifest) == path.read_bytes()
    words = [manifest["title"], manifest["coverage"], *(gap["reason"] for gap in manifest["gaps"])]
    words += [column["labels"] for column in (*manifest["keys"], *manifest["values"])]
    words += [correction["reason"] for correction in manifest["corrections"]]
    words += [source["note"] for source in manifest["sources"] if source["note"]]
    assert all(one["en"] and one["zh"] for one in words)
    content = FOLDER / f"{manifest['name']}-{manifest['content_digest'][:12]}.csv"
    assert hashlib.sha256(content.read_bytes()).hexdigest() == manifest["content_digest"]
    with content.open(encoding="ascii", newline="") as file:
        header, *rows = csv.reader(file)
    assert header == [column["id"] for column in (*manifest["keys"], *manifest["values"])]
    assert len(rows) == manifest["rows"]


def test_the_changelog_names_every_edition() -> None:
    text = (CHECKOUT / "scorecards" / "CHANGELOG.md").read_text(encoding="utf-8")
    missing = [f"{one.name}@{one.edition}" for one in SHELF.editions() if f"`{one.name}@{one.edition}`" not in text]
    assert not missing


@dataclass(frozen=True)
class Question:
    """Table lookup under test; `fallback` holds keys for a second attempt."""

    table: str
    wanted: str
    keys: dict[str, str]
    known: date = LATER
    fallback: dict[str, str] | None = None

    def answer(self) -> LookupAnswer:
        first = LookupAttempt(SHELF.valid(self.table, as_of=date(2026, 5, 10), known=self.known), self.keys)
        return look_up(self.wanted, [first, *([first.elsewhere(**self.fallback)] if self.fallback else [])])


def ask(table: str, wanted: str, known: date = LATER, **keys: str) -> Question:
    return Question(table, wanted, keys, known)


def default(country: str, code: str, wanted: str = "total", *, known: date = LATER, **keys: str) -> Question:
    keys = {"country": country, "cn_code": code, **keys}
    return Question("cbam-default-values", wanted, keys, known, {"country": "other"})


def benchmark(code: str, route: str, column: str = "B", year: str = "2026") -> Question:
    return ask("cbam-benchmarks", "value", cn_code=code, route=route, column=column, year=year)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        # the points named in the published examples of the regime
        (default("BR", "72083900"), "1.62"),
        (default("CN", "76011010"), "3"),
        (default("CN", "25232900"), "1.42"),
        (default("CN", "72083900"), "3.187"),
        (default("CN", "72083900", known=BEFORE), "3.187"),
        (default("CN", "72083900", "total_workbook"), "3.186893"),
        (default("other", "72091690"), "4.101"),
        (default("DZ", "31021019"), "1.41"),
        (default("DZ", "31021019", "direct"), "1.32"),
        (default("AU", "72031000"), "1.325"),
        (default("BR", "72031000"), "1.325"),
        (default("BR", "28041000"), "10.82"),
        (default("CN", "28041000"), "26.64"),
        (default("other", "28041000"), "17.74"),
        (default("CN", "2523100090"), "1.39"),
        (default("CN", "25231000", known=BEFORE, variant="grey"), "1.39"),
        (benchmark("72083900", "*", "A"), "0.044"),
        (benchmark("72083900", "C"), "1.37"),
        (benchmark("72083900", "D"), "0.481"),
        (benchmark("72083900", "E"), "0.072"),
        (benchmark("25232100", "*", "A"), "0"),
        (benchmark("28041000", "*", "A"), "5.089"),
        (benchmark("31021019", "*"), "0.902"),
        (benchmark("73181575", "*", year="2027"), "1.154"),
        (benchmark("73181575", "*", year="2028"), "1.116"),
        (benchmark("76011010", "K"), "1.423"),
        (ask("cbam-mark-up", "rate", sector="iron_and_steel", year="2026"), "0.1"),
        (ask("cbam-mark-up", "rate", sector="cement", year="2031"), "0.3"),
        (ask("cbam-mark-up", "rate", sector="fertilisers", year="2028"), "0.01"),
        (ask("cbam-retained-share", "retained", year="2026"), "0.975"),
        (ask("cbam-retained-share", "retained", year="2034"), "0"),
        (ask("cbam-retained-share", "cscf", year="2030"), "1"),
        (ask("cbam-certificate-price", "price", quarter="2026-Q2"), "75.28"),
        (ask("cbam-grid-factors", "factor", use="consumed", country="AU"), "0.645"),
        (ask("cbam-unknown-origin-values", "total", cn_code="72031000"), "4.2"),
        (ask("cbam-warming-potentials", "potential", gas="N2O"), "265"),
    ],
)
def test_the_published_figures_are_found(question: Question, expected: str) -> None:
    answer = question.answer()
    assert isinstance(answer, NumberAnswer), answer
    assert answer.number == Fraction(expected)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (default("BR", "72083900", "route"), "C"),
        (default("DZ", "72052900", "route"), "C/F"),
        (default("DZ", "72052900", "route", known=BEFORE), "C"),
        (default("US", "73063018", "route"), "C"),
        (ask("cbam-annex-i", "sector", cn_code="72083900"), "iron_and_steel"),
        (ask("cbam-annex-i", "emissions", cn_code="26011200"), "direct_and_indirect"),
        (ask("cbam-annex-i", "complexity", cn_code="25231000"), "simple"),
        (ask("cbam-country-groups", "group", country="CH"), "exempt"),
        (ask("cbam-country-groups", "group", country="DE"), "eu"),
        (ask("cbam-country-groups", "group", country="BR"), "third"),
    ],
)
def test_the_published_codes_are_found(question: Question, expected: str) -> None:
    answer = question.answer()
    assert isinstance(answer, CodeAnswer), answer
    assert answer.code == expected


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        (ask("cbam-certificate-price", "price", quarter="2026-Q3"), LookupOutcome.NOT_COVERED),
        (ask("cbam-certificate-price", "price", known=date(2026, 6, 30), quarter="2026-Q2"), LookupOutcome.NOT_COVERED),
        (ask("cbam-retained-share", "cscf", year="2031"), LookupOutcome.BLANK),
        (ask("cbam-retained-share", "cscf", known=date(2026, 7, 22), year="2026"), LookupOutcome.BLANK),
        (ask("cbam-grid-factors", "factor", use="consumed", country="CN"), LookupOutcome.NOT_COVERED),
        (ask("cbam-annex-i", "sector", cn_code="76151010"), LookupOutcome.NO_ROW),
        (benchmark("72083900", "C", year="2031"), LookupOutcome.NO_ROW),
        (default("LR", "72083900"), LookupOutcome.NOT_COVERED),
        (default("AL", "25232100"), LookupOutcome.BLANK),
        (default("CN", "25231000"), LookupOutcome.DIVIDED),
        (default("CN", "25231000", known=BEFORE), LookupOutcome.AMBIGUOUS),
    ],
)
def test_an_unknown_value_is_missing_and_never_zero(question: Question, reason: LookupOutcome) -> None:
    answer = question.answer()
    assert isinstance(answer, MissingAnswer), answer
    assert answer.reason is reason


def test_indirect_emissions_of_steel_are_out_of_scope() -> None:
    assert isinstance(default("BR", "72083900", "indirect").answer(), OutOfScopeAnswer)
    assert not isinstance(default("BR", "26011200", "indirect").answer(), (OutOfScopeAnswer, ExhaustedLookup))


def test_a_carried_over_figure_has_the_certainty_of_its_source() -> None:
    def certainty(country: str, known: date) -> str:
        answer = default(country, "72083900", known=known).answer()
        assert isinstance(answer, NumberAnswer)
        return answer.certainty.value

    assert certainty("BR", BEFORE) == "secondary"
    assert certainty("BR", LATER) == "own_reading"
    assert certainty("DZ", LATER) == "secondary"
    assert certainty("US", LATER) == "secondary"


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("edition", ["2026-02-04", "2026-08-06"])
def test_a_default_value_is_the_workbook_value_rounded_to_three_decimals_with_ties_up(edition: str) -> None:
    table = SHELF.table("cbam-default-values", edition)
    rows = [dict(zip(table.manifest.columns, row, strict=True)) for row in table.rows]
    longer = [row for row in rows if len(row["total_workbook"].partition(".")[2]) > 3]
    assert len(longer) == 629
    for row in rows:
        for column in ("direct", "indirect", "total"):
            figure = row[f"{column}_workbook"]
            if figure in {"", "-", "N/A"}:
                assert row[column] == figure
            else:
                assert Fraction(row[column]) == Fraction(int(Fraction(figure) * 1000 + Fraction(1, 2)), 1000)
    assert {row["certainty"] for row in longer} == {"own_reading"}


def test_every_good_with_a_default_value_or_benchmark_is_in_scope_or_a_known_exception() -> None:
    scope = SHELF.newest("cbam-annex-i")
    codes = {code[:8] for code in SHELF.newest("cbam-default-values").codes}
    strays = {code for code in codes if not any(known.startswith(code) for known in scope.codes)}
    assert strays == {"76151010", "76151030", "76151080", "76152000"}
    assert set(SHELF.newest("cbam-benchmarks").codes) <= set(scope.codes)
