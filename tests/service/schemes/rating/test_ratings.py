"""Ratings of several assessors: agreement, differences, contradictions, moderation and the merged dossier."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import Result
from hypothesis import given, strategies as st

from rules.contracts.inputs import DeclaredFact, DeclaredValue, Rating, Subject
from rules.contracts.outcomes import UnknownReason
from rules.engine.read_subject import read_subject
from service.input.dossier.dossier_reader import Dossier, read_dossier
from service.input.tree.placed_errors import FilePosition
from service.schemes.rating.assessors.rating_comparison import Assessment, compare_ratings
from tests.service.input.workbook.test_workbook_ratings import book, csr, rate
from tests.support.commands import touchstone

CARD = "csr-three-stage"
HEAD = "fact,value,reason,person,date\n"


def dossier(person: str, *, subject: str = "grid-1", rest: str = "", **values: str) -> str:
    lines = [f"subject: organizations/body/subjects/{subject}", "facts:"]
    for fact, value in values.items():
        lines += [f"  {fact}:", "    ratings:"]
        lines.append(f"      - {{person: {person}, value: {value}, rationale: why {person}, place: {{page: '7'}}}}")
    return "\n".join(lines) + "\n" + rest


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    li, wang = tmp_path / "li.yaml", tmp_path / "wang.yaml"
    li.write_text(dossier("users/li", energy_use_disclosed="30 %", energy_use_trend="25 %", energy_use_content="40 %"))
    wang.write_text(
        dossier("users/wang", energy_use_disclosed="450 ‰", energy_use_trend="50 %", energy_use_content="400 ‰")
    )
    return li, wang


def compared(*arguments: object) -> Result:
    return touchstone("dossier", "ratings", *arguments, "--card", CARD)


def test_differences_are_listed_largest_first_with_rationales_and_locations(files: tuple[Path, Path]) -> None:
    shown = compared(*files)
    assert shown.exit_code == 0, shown.stderr
    assert "Facts rated by more than one assessor: 3; equal: 1 (33.3 %), different: 2" in shown.stdout
    trend, disclosed = (shown.stdout.index(f"({fact})") for fact in ("energy_use_trend", "energy_use_disclosed"))
    assert trend < disclosed
    assert "25 percentage points apart" in shown.stdout[trend:disclosed]
    rest = shown.stdout[disclosed:].splitlines()
    assert rest[0].endswith("15 percentage points apart")
    assert rest[1:4] == ["    users/li: 30 %, a part", "      why users/li", "      page 7"]
    assert rest[4] == "    users/wang: 450 ‰, a part"


def test_differences_are_listed_in_chinese(files: tuple[Path, Path]) -> None:
    shown = compared(*files, "--language", "zh")
    assert "由两人以上评分的事实共 3 项：1 项一致（33.3%），2 项不一致" in shown.stdout
    assert "能源使用披露量（energy_use_disclosed）：相差 15 个百分点" in shown.stdout
    assert "users/li：30 %，部分" in shown.stdout


def test_programs_get_exact_numbers(files: tuple[Path, Path]) -> None:
    document = json.loads(compared(*files, "--format", "json").stdout)
    assert (document["compared"], document["share"], document["agreed"]) == (3, "1/3", ["energy_use_content"])
    first = document["differing"][0]
    assert (first["factId"], first["apart"], first["unit"]) == ("energy_use_trend", "25", "%")
    assert [rating["person"] for rating in first["ratings"]] == ["users/li", "users/wang"]
    assert document["unsettled"] == ["energy_use_trend", "energy_use_disclosed"]


@pytest.mark.full
def test_workbooks_and_dossiers_compare(files: tuple[Path, Path], tmp_path: Path) -> None:
    chen = book("zh", "users/chen")
    rate(chen, "energy_use_trend", value=25, rationale="部分数据", page="3")
    shown = compared(*files, chen.save(tmp_path / "chen.xlsx"))
    assert shown.exit_code == 0, shown.stderr
    assert "users/chen: 25 %, very little" in shown.stdout


@pytest.mark.parametrize(
    ("other", "expected_message"),
    [
        (
            dossier("users/wang", subject="grid-2", energy_use_trend="25 %"),
            "Compare only ratings of the same subject.",
        ),
        (dossier("users/li", energy_use_trend="25 %"), "'users/li' is already the assessor of"),
        (
            "subject: organizations/body/subjects/grid-1\nfacts: {energy_use_trend: 25 %}\n",
            "The file contains no rating.",
        ),
        (dossier("users/wang", energy_use_trend="33 %"), "33 % is not a multiple of 5 %"),
        (
            dossier("users/wang", energy_use_trend="25 %", rest="settings: {zero_reading: rises}\n"),
            "differs from '' in",
        ),
    ],
)
def test_incomparable_assessments_are_refused_with_file_and_location(
    files: tuple[Path, Path], other: str, expected_message: str
) -> None:
    files[1].write_text(other)
    refused = compared(*files)
    assert refused.exit_code == 2
    assert refused.stderr.startswith(f"{files[1]}:")
    assert expected_message in refused.stderr
    assert refused.stdout == ""


@pytest.mark.full
def test_two_files_of_the_same_assessor_are_refused_with_the_cell(tmp_path: Path) -> None:
    li = book("en", "users/li")
    rate(li, "energy_use_trend", value=25, rationale="so", page="3")
    paths = [li.save(tmp_path / f"{name}.xlsx") for name in ("one", "two")]
    cell = f"C{li.row('settings', 'assessor')}"
    refused = compared(*paths)
    assert refused.exit_code == 2
    assert refused.stderr.startswith(
        f"{paths[1]}: Sheet Settings, {cell}: assessor: 'users/li' is already the assessor of {paths[0]}"
    )


def test_a_single_file_is_refused(files: tuple[Path, Path]) -> None:
    refused = compared(files[0])
    assert refused.exit_code == 2
    assert "at least two assessors" in refused.stderr


def test_moderated_values_count_and_others_stay_unknown(files: tuple[Path, Path], tmp_path: Path) -> None:
    panel, merged = tmp_path / "panel.csv", tmp_path / "merged.yaml"
    panel.write_text(f"{HEAD}能源使用披露量,40%,the table counts sites,users/chen,2026-07-01\n", encoding="utf-8")
    done = compared(*files, "--moderate", panel, "--out", merged)
    assert done.exit_code == 0, done.stderr
    assert "moderated to 40 % by users/chen on 2026-07-01: the table counts sites" in done.stdout
    assert f"All ratings were written to {merged}: 3 facts, 1 with ratings that differ." in done.stdout
    subject = read_dossier(merged.read_bytes(), csr(), as_of="2026-11-20", settings={}).subject
    facts = {fact.id: fact for fact in subject.facts}
    assert [rating.person for rating in facts["energy_use_trend"].ratings] == ["users/li", "users/wang"]
    verification = facts["energy_use_disclosed"].verification
    assert verification is not None
    assert (verification.method, verification.reason) == ("moderation", "the table counts sites")
    reading = read_subject(csr(), subject.model_copy(update={"known": "2026-11-20T00:00:00Z"}))
    assert reading.verified.unknown["energy_use_trend"] is UnknownReason.RATINGS_DIFFER


def test_a_panel_may_be_yaml_and_a_dossier_json(files: tuple[Path, Path], tmp_path: Path) -> None:
    panel, merged = tmp_path / "panel.yaml", tmp_path / "merged.json"
    row = "{fact: energy_use_trend, value: 30 %, reason: so, person: users/chen, date: 2026-07-01}"
    panel.write_text(f"- {row}\n")
    assert compared(*files, "--moderate", panel, "--out", merged).exit_code == 0
    verification = json.loads(merged.read_text())["facts"]["energy_use_trend"]["verification"]
    assert verification["value"] == "30"


@pytest.mark.parametrize(
    ("rows", "place", "expected_message"),
    [
        ("energy_use_tend,30 %,so,users/chen,2026-07-01\n", "2:1", "Did you mean 'energy_use_trend'?"),
        (
            "energy_use_trend,30 %,,users/chen,2026-07-01\n",
            "2:1: reason",
            "This field is empty, but every row of moderated values requires it.",
        ),
        ("industry,power,so,users/chen,2026-07-01\n", "2:1", "No assessor rated this fact, so it cannot be moderated."),
        ("energy_use_trend,32 %,so,users/chen,2026-07-01\n", "2:2", "32 % is not a multiple of 5 %"),
        ("energy_use_trend,30 %,so,users/chen,July\n", "2:5", "'July'"),
        (
            "energy_use_trend,30,so,users/chen,2026-07-01\nenergy_use_trend,35,so,users/chen,2026-07-01\n",
            "3:1",
            "The fact is already moderated in line 2. Remove one of the two rows.",
        ),
    ],
)
def test_an_invalid_panel_row_is_reported_with_its_location(
    files: tuple[Path, Path], tmp_path: Path, rows: str, place: str, expected_message: str
) -> None:
    panel, merged = tmp_path / "panel.csv", tmp_path / "merged.yaml"
    panel.write_text(HEAD + rows)
    refused = compared(*files, "--moderate", panel, "--out", merged)
    assert refused.exit_code == 2, refused.stdout
    assert refused.stderr.startswith(f"{panel}:{place}"), refused.stderr
    assert expected_message in refused.stderr
    assert not merged.exists()


def test_a_panel_with_wrong_columns_or_without_an_output_file_is_refused(
    files: tuple[Path, Path], tmp_path: Path
) -> None:
    panel = tmp_path / "panel.csv"
    panel.write_text("fact;value;reason\n")
    refused = compared(*files, "--moderate", panel, "--out", tmp_path / "merged.yaml")
    message = (
        "The first line is 'fact, value, reason'. Write fact,value,reason,person,date in the first line, each once."
    )
    assert message in refused.stderr
    assert "--out: An output file is required" in compared(*files, "--moderate", panel).stderr
    assert "is one of the input files." in compared(*files, "--out", files[0]).stderr
    assert "does not end with .yaml, .yml or .json." in compared(*files, "--out", tmp_path / "merged.xlsx").stderr


def test_contradictory_plain_values_and_evidence_are_shown_and_not_merged(
    files: tuple[Path, Path], tmp_path: Path
) -> None:
    item = "evidence: {report: {kind: public-report, issuer: X, digest: %s}}\n"
    for path, industry, digest in zip(files, ("power", "steel"), ("0" * 64, "1" * 64), strict=True):
        path.write_text(path.read_text() + f"  industry: {industry}\n" + item % digest)
    shown = compared(*files)
    assert shown.exit_code == 0
    assert f"{files[0]}: electric power" in shown.stdout
    merged = tmp_path / "merged.yaml"
    refused = compared(*files, "--out", merged)
    assert refused.exit_code == 2
    assert "facts.industry: " in refused.stderr
    assert "have different values for this fact, both without a rationale." in refused.stderr
    assert "evidence.report.digest: '1111" in refused.stderr
    assert not merged.exists()


def test_verified_ratings_are_not_merged_with_differing_ratings(files: tuple[Path, Path], tmp_path: Path) -> None:
    verified = "    verification: {judgement: accepted, method: review, person: users/chen, date: 2026-02-20}\n"
    files[0].write_text(dossier("users/li", energy_use_trend="25 %", rest=verified))
    merged, panel = tmp_path / "merged.yaml", tmp_path / "panel.csv"
    refused = compared(*files, "--out", merged)
    assert refused.exit_code == 2
    assert "facts.energy_use_trend.verification.judgement: The persons rated the fact differently" in refused.stderr
    assert not merged.exists()
    panel.write_text(HEAD + "energy_use_trend,30,so,users/chen,2026-07-01\n")
    assert compared(*files, "--moderate", panel, "--out", merged).exit_code == 0
    assert compared(merged, files[1]).exit_code == 2  # users/wang would rate twice
    files[1].write_text(dossier("users/zhao", energy_use_trend="30 %"))
    third = compared(merged, files[1])
    assert third.exit_code == 0
    head = third.stdout.splitlines()[0]
    assert all(person in head for person in ("users/li", "users/wang", "users/zhao"))


ASSESSORS = ("users/a", "users/b", "users/c")
FACTS = ("energy_use_disclosed", "energy_use_trend", "goals_content")


@given(st.lists(st.dictionaries(st.sampled_from(FACTS), st.integers(0, 20), min_size=1), min_size=2, max_size=3))
def test_every_rated_fact_is_counted_once_regardless_of_file_order(given_by: list[dict[str, int]]) -> None:
    def assessment(person: str, values: dict[str, int]) -> Assessment:
        facts = tuple(
            DeclaredFact(
                id=fact,
                ratings=(Rating(person=person, value=DeclaredValue(number=str(5 * n), unit="%"), rationale="so"),),
            )
            for fact, n in values.items()
        )
        subject = Subject(subject="organizations/a/subjects/b", as_of="2026-03-01", known="", facts=facts)
        return Assessment(f"{person}.yaml", Dossier({"facts": FilePosition(1, 1)}, subject))

    assessments = [assessment(person, values) for person, values in zip(ASSESSORS, given_by, strict=False)]
    comparison, turned = compare_ratings(assessments, csr()), compare_ratings(assessments[::-1], csr())
    for fact in FACTS:
        numbers = [values[fact] for values in given_by if fact in values]
        where = "single" if len(numbers) == 1 else "agreed" if len(set(numbers)) == 1 else "differing"
        for variant in (comparison, turned):
            holding = [
                name
                for name in ("agreed", "differing", "single")
                if fact in [rated.definition.id for rated in getattr(variant, name)]
            ]
            assert holding == ([where] if numbers else [])
    assert [fact.apart for fact in comparison.differing] == sorted(
        (fact.apart for fact in turned.differing if fact.apart is not None), reverse=True
    )
    assert comparison.share == turned.share
