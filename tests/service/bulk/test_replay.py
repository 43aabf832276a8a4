"""Replay of an archive under another version: differential test, refusals, corrupted records, resumption."""

from __future__ import annotations

import json
import sqlite3
import uuid
from contextlib import closing, suppress
from datetime import date
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

import polars as pl
import pytest

from rules.contracts.errors import InputError
from rules.contracts.inputs import DeclaredFact, DeclaredValue, Judgement, Subject, Verification
from rules.contracts.numbers import RoundingMode, parse_exact, round_to
from rules.contracts.outcomes import Possibility
from rules.contracts.record import Conclusion
from rules.engine.plan import make_plan
from rules.engine.read_subject import read_subject
from rules.model.digest import canonical_order
from rules.model.published_version import PublishedVersion
from rules.model.scorecard import Scorecard
from service.api.baselines import declared_settings
from service.base.instants import now
from service.bulk import replay as replay_module
from service.bulk.columnar_input import subject_from_row
from service.bulk.run_folder import BulkResult, RunPart
from service.evaluating.evaluators import Evaluators
from service.gazette.publication import write_version
from service.gazette.versions import Gazette
from service.identity.principals import LOCAL
from service.output.evaluation_row import to_evaluation_row
from service.store.store import Store
from tests.service.bulk.subject_columns import random_columns
from tests.support.commands import touchstone
from tests.support.small_card import CARD, meter, small_card
from tests.support.tiers import all_or_few

ROOT = Path(__file__).resolve().parents[3]
ORGANIZATION = "organizations/example"
ASSESSOR: dict[str, Any] = {"method": "on site", "person": "assessor", "date": "2026-02-01", "reason": "read again"}
COUNT = 60
KEY = bytes(range(32))
AS_OF, KNOWN = "2026-03-01", "2026-03-01T12:00:00Z"
GAZETTE = Gazette(ROOT / "scorecards")
PUBLISHED = GAZETTE.card_ids()


def store_all(
    url: str, gazette: Gazette, published: PublishedVersion, subjects: list[Subject], *, first: int = 0
) -> None:
    """Evaluate subjects and store them, a second after the other."""
    with closing(Store(url)) as store, closing(Evaluators.for_gazette(gazette)) as evaluators:
        for place, subject in enumerate(subjects, first):
            row = to_evaluation_row(
                evaluators.evaluate(published, subject, KEY),
                name=f"{ORGANIZATION}/evaluations/{uuid.UUID(int=place)}",
                organization="example",
                request_id=f"request-{place}",
                body_digest="body",
                create_time=f"2026-03-01T{place // 3600:02}:{place // 60 % 60:02}:{place % 60:02}Z",
                record_key=KEY,
                software_versions={},
                principal=LOCAL,
            )
            store.append(row).result(timeout=30)


def declared(card: Scorecard, random: Random, count: int, *, unknown: float) -> list[Subject]:
    rows = random_columns(make_plan(canonical_order(card)), random, count, unknown=unknown).iter_rows(named=True)
    chosen = {one.id: one.default or one.choices[0].id for one in card.settings}
    subjects = []
    for place, row in enumerate(rows):
        named = {**row, "subject": f"{ORGANIZATION}/subjects/s{place}"}
        subject = dated(card, subject_from_row(card, named, as_of=AS_OF, known=KNOWN, settings=chosen), random)
        with suppress(InputError):
            read_subject(card, subject)
            subjects.append(subject)
    return subjects


def dated(card: Scorecard, subject: Subject, random: Random) -> Subject:
    """Replace stated days by evidence where the card derives the day from the issue date."""
    asked = {fact.id: fact for fact in card.facts}
    proven = {fact.issued_for for fact in card.facts if fact.issued_for is not None}
    facts = []
    for fact in subject.facts:
        if fact.id in proven and fact.value is not None:
            facts.append(fact.model_copy(update={"value": fact.value.model_copy(update={"evidence": (fact.id,)})}))
        elif asked[fact.id].issued_for is None:
            facts.append(fact)
    papers = tuple(
        meter(issued=random.choice(("2025-06-30", "2026-01-15", AS_OF))).model_copy(
            update={"id": id, "kind": asked[id].evidence[0]}
        )
        for id in sorted(proven)
    )
    return subject.model_copy(update={"facts": tuple(facts), "evidence": papers})


def small_subjects() -> list[Subject]:
    """Return subjects with valid or expired evidence and assessor judgements; some are incomplete."""
    random = Random(11)
    subjects = []
    for place, subject in enumerate(declared(small_card(), random, COUNT, unknown=0.02)):
        value = DeclaredValue(number=str(random.choice((30, 79, 80, 85, 100))), unit="%", evidence=("reading",))
        corrected = value.model_copy(update={"number": "81"})
        judged = {
            0: Verification(judgement=Judgement.CORRECTED, corrected=corrected, **ASSESSOR),
            1: Verification(judgement=Judgement.REJECTED, **ASSESSOR),
        }.get(place % 9)
        none = DeclaredFact(id="serious_violations", value=DeclaredValue(number="0", unit="time"))
        share = DeclaredFact(id="renewable_share", value=value, verification=judged)
        facts = {fact.id: fact for fact in subject.facts} | {"renewable_share": share}
        if place % 3:
            facts["serious_violations"] = none
        reading = meter(issued="2023-01-15" if place % 11 == 0 else "2026-01-15")
        update: dict[str, Any] = {
            "facts": tuple(facts.values()),
            "evidence": (reading.model_copy(update={"id": "reading"}),),
            "settings": {} if place % 13 == 0 else {"reading": random.choice(("cascade", "literal"))},
            "as_of": random.choice(("2026-02-20", AS_OF)),
        }
        subjects.append(subject.model_copy(update=update))
    return subjects


def renamed(card: Scorecard, **changes: Any) -> Scorecard:
    return card.model_copy(update={"card": card.card.model_copy(update=changes)})


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, list[Subject]]:
    """Store evaluations of a small card, and evaluations of another card behind them."""
    folder = tmp_path_factory.mktemp("archive")
    milder = small_card(version="2.0.0", first="2027-01-01", gold=65)
    without = tuple(fact for fact in small_card().facts if fact.id != "remark")
    shorter = small_card(version="3.0.0", first="2028-01-01").model_copy(update={"facts": without})
    other = renamed(small_card(), id="other-factory")
    for card in (small_card(last="2026-12-31"), renamed(milder, last_date=date(2027, 12, 31)), shorter, other):
        write_version(folder / "scorecards", card, {}, publish_time="2025-01-01T00:00:00Z")
    gazette, url, subjects = Gazette(folder / "scorecards"), f"sqlite:///{folder}/store.sqlite3", small_subjects()
    store_all(url, gazette, gazette.version(CARD, "1.0.0"), subjects)
    store_all(url, gazette, gazette.newest("other-factory"), subjects[:5], first=COUNT)
    return folder, url, subjects


def conclusion_values(conclusion: Conclusion) -> tuple[Any, ...]:
    possible = [one.grade for one in conclusion.grades if one.possibility is not Possibility.EXCLUDED]
    score = conclusion.score
    ends = (score.exact.low, score.exact.high) if score is not None else (None, None)
    return (
        conclusion.kind.value,
        conclusion.grade,
        ";".join(possible),
        conclusion.stage,
        conclusion.verdict.value if conclusion.verdict is not None else None,
        *(None if end is None else round_to(parse_exact(end), 6, RoundingMode.HALF_EVEN) for end in ends),
    )


def of_row(row: dict[str, Any], after: str = "") -> tuple[Any, ...]:
    words = (row.get(name + after) for name in ("conclusion", "grade", "possible_grades", "stage", "verdict"))
    numbers = (row.get(name + after) for name in ("score_low", "score_high"))
    first, second, third, *rest = words
    return (first, second, third or "", *rest, *(None if number is None else Fraction(number) for number in numbers))


def replayed(out: Path, url: str, gazette: Path, *arguments: object) -> Any:
    options = ("--database-url", url, "--out", out, "--gazette", gazette)
    return touchstone("batch", "replay", ORGANIZATION, *arguments, *options)


def answers(out: Path) -> pl.DataFrame:
    return pl.read_parquet(out / "parts" / "*.parquet")


def compare(
    frame: pl.DataFrame, gazette: Gazette, before: PublishedVersion, after: PublishedVersion, subjects: list[Subject]
) -> None:
    """Compare every row with a full evaluation under both versions."""
    assert frame.height == len(subjects)
    with closing(Evaluators.for_gazette(gazette)) as evaluators:
        for row, subject in zip(frame.iter_rows(named=True), subjects, strict=True):
            was = conclusion_values(evaluators.evaluate(before, subject, KEY).record.conclusion)
            assert of_row(row, "_before") == was
            assert row["subject"] == subject.subject
            again = subject.model_copy(update={"settings": declared_settings(subject.settings, after)})
            if row["by"] == "refused":
                with pytest.raises(InputError) as refused:
                    evaluators.evaluate(after, again, KEY)
                assert row["refused"].startswith(refused.value.violations[0].field)
                continue
            would = conclusion_values(evaluators.evaluate(after, again, KEY).record.conclusion)
            assert of_row(row) == would
            assert row["moved"] == (was[:5] != would[:5])


@pytest.mark.full
def test_every_replayed_evaluation_agrees_with_the_core(
    archive: tuple[Path, str, list[Subject]], tmp_path: Path
) -> None:
    folder, url, subjects = archive
    result = replayed(tmp_path / "out", url, folder / "scorecards", f"{CARD}@2.0.0", "--processes", "1")
    assert result.exit_code == 0, result.output
    frame, gazette = answers(tmp_path / "out"), Gazette(folder / "scorecards")
    before, after = gazette.version(CARD, "1.0.0"), gazette.version(CARD, "2.0.0")
    compare(frame, gazette, before, after, subjects)
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["evaluations"] == COUNT
    assert manifest["byColumns"] > COUNT // 4
    assert 0 < manifest["moved"] == frame["moved"].sum()
    assert ("grade", "silver", "gold") in [(one["cell"], one["before"], one["after"]) for one in manifest["moves"]]
    assert "grade: silver → gold" in result.stdout
    # Moved results must be decided by the core.
    assert set(frame.filter(pl.col("moved"))["by"]) == {"core"}


@pytest.mark.full
def test_only_evaluations_that_a_version_does_not_accept_are_refused(
    archive: tuple[Path, str, list[Subject]], tmp_path: Path
) -> None:
    folder, url, subjects = archive
    options = ("--language", "zh", "--processes", "2", "--format", "json")
    result = replayed(tmp_path / "out", url, folder / "scorecards", f"{CARD}@3.0.0", *options)
    assert result.exit_code == 1, result.output
    frame, gazette = answers(tmp_path / "out"), Gazette(folder / "scorecards")
    compare(frame, gazette, gazette.version(CARD, "1.0.0"), gazette.version(CARD, "3.0.0"), subjects)
    refused = frame.filter(pl.col("by") == "refused")
    assert json.loads(result.stdout)["refused"] == refused.height > 0
    assert all("没有" in said for said in refused["refused"])


@pytest.mark.full
def test_a_draft_and_a_part_of_the_archive(archive: tuple[Path, str, list[Subject]], tmp_path: Path) -> None:
    folder, url, subjects = archive
    options = ("--filter", "record.conclusion.grade = gold", "--criteria", "--format", "json")
    result = replayed(tmp_path / "out", url, folder / "scorecards", f"{CARD}@1.0.0", *options)
    assert result.exit_code == 0, result.output
    document = json.loads(result.stdout)
    assert 0 < document["evaluations"] < len(subjects)
    assert (document["moved"], document["moves"]) == (0, [])
    frame = answers(tmp_path / "out")
    assert set(frame["grade"]) == {"gold"}
    assert "points.I1" in frame.columns


@pytest.mark.full
def test_only_a_corrupted_record_is_refused(archive: tuple[Path, str, list[Subject]], tmp_path: Path) -> None:
    folder, _, subjects = archive
    copy = tmp_path / "store.sqlite3"
    copy.write_bytes((folder / "store.sqlite3").read_bytes())
    copy.chmod(0o600)
    with closing(sqlite3.connect(copy)) as database, database:
        names = [f"{ORGANIZATION}/evaluations/{uuid.UUID(int=place)}" for place in (3, 4, 5)]
        for (trigger,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f"DROP TRIGGER {trigger}")
        database.execute("UPDATE evaluation SET record = ? WHERE name = ?", (b"no record", names[0]))
        database.execute("UPDATE evaluation SET record_key = ? WHERE name = ?", (bytes(32), names[1]))
        database.execute(
            "UPDATE evaluation SET record = (SELECT record FROM evaluation WHERE name = ?) WHERE name = ?",
            (names[1], names[2]),
        )
    result = replayed(tmp_path / "out", f"sqlite:///{copy}", folder / "scorecards", f"{CARD}@2.0.0")
    assert result.exit_code == 1, result.output
    frame = answers(tmp_path / "out")
    assert frame.height == len(subjects)
    refused = frame.filter(pl.col("by") == "refused")
    assert refused["evaluation"].to_list() == names
    first, *others = refused["refused"]
    assert first.startswith("The stored record is corrupt. ")
    assert all("The record of the evaluation does not match its digest" in said for said in others)


@pytest.mark.full
def test_an_interrupted_replay_resumes_even_if_more_evaluations_were_stored(
    archive: tuple[Path, str, list[Subject]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, url, subjects = archive
    gazette, out = Gazette(folder / "scorecards"), tmp_path / "out"

    def run(out: Path, *, resume: bool = False) -> BulkResult:
        with closing(Store(url)) as store:
            return replay_module.replay(
                store, gazette.version(CARD, "2.0.0"), out, gazette=gazette, organization="example", filter_text="",
                stored_before="2026-04-01T00:00:00Z" if not resume else now(), resume=resume, processes=1, rows=7,
            )  # fmt: skip

    take_count, take = 0, BulkResult.take

    def stop(result: BulkResult, part: RunPart) -> None:
        nonlocal take_count
        take_count += 1
        if take_count == 3:
            raise KeyboardInterrupt
        take(result, part)

    monkeypatch.setattr(BulkResult, "take", stop)
    assert run(out).interrupted
    monkeypatch.setattr(BulkResult, "take", take)
    resumed, whole = run(out, resume=True), run(tmp_path / "whole")
    assert resumed.resumed >= 14
    assert resumed.manifest == whole.manifest
    assert answers(out).equals(answers(tmp_path / "whole"))
    assert answers(out).height == len(subjects)


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("card", all_or_few(PUBLISHED, PUBLISHED[::6]), ids=str)
def test_no_result_moves_under_the_same_version(card: str, tmp_path: Path) -> None:
    """Columns must reproduce the stored conclusion for every published card."""
    published = GAZETTE.newest(card)
    random, url = Random(7), f"sqlite:///{tmp_path}/store.sqlite3"
    subjects = declared(published.scorecard, random, 8, unknown=0.0)
    store_all(url, GAZETTE, published, subjects)
    result = replayed(tmp_path / "out", url, GAZETTE.folder, card, "--processes", "1", "--format", "json")
    assert result.exit_code == 0, result.output
    document = json.loads(result.stdout)
    assert (document["evaluations"], document["moved"]) == (len(subjects), 0)
    assert subjects
    compare(answers(tmp_path / "out"), GAZETTE, published, published, subjects)
