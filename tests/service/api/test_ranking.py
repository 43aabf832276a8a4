"""Ranking inside a track over stored evaluations, and what is refused or left out."""

import json
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from rules.contracts.errors import InputError, VersionError
from rules.model.scorecard import FindingSeverity, Stage, StageRow, Stages, Tracks
from service.api.ranking import Rankings
from service.base.refusals import Reason, Refusal
from service.gazette.versions import Gazette, write_version
from service.schemes.rating.ranking.text import ranking_csv, ranking_text
from service.store.evaluations import Store
from service.store.records import pack
from service.store.tables import EvaluationRow
from service.store.usages import Usage
from tests.support.commands import touchstone
from tests.support.running import RunningServer
from tests.support.small_card import CARD, LAW, small_card
from touchstone.v1 import evaluation_service_pb2

VERSION = f"scorecards/{CARD}/versions/1.0.0"
TRACKED = small_card().model_copy(
    update={
        "tracks": Tracks(by=("status", "remark", "stage"), basis=LAW),
        "stages": Stages(
            stages=(
                Stage(id="late", labels={"en": "late stage", "zh": "后期"}, sections=("all",), maximum=Fraction(100)),
                Stage(id="early", labels={"en": "early stage", "zh": "前期"}, maximum=Fraction(0)),
            ),
            rows=(StageRow(stage="late", basis=LAW),),
        ),
    }
)
LATE = {"status": "open", "remark": "north", "stage": "late"}
Request = evaluation_service_pb2.RankSubjectsRequest


def evaluation(
    number: int,
    subject: str,
    score: str | tuple[str, str] | None,
    track: Mapping[str, str] = LATE,
    *,
    kind: str = "graded",
    shares: Mapping[str, tuple[str, str]] | None = None,
) -> EvaluationRow:
    """Store what a ranking reads of a record."""
    low, high = score if isinstance(score, tuple) else (score, score)
    record: dict[str, Any] = {
        "scorecard_version": VERSION,
        "subject": f"organizations/a/subjects/{subject}",
        "as_of_date": "2026-03-01",
        "conclusion": {"kind": kind, **({"score": {"exact": {"low": low, "high": high}}} if score else {})},
        "track": dict(track),
        "criteria": [
            {
                "id": id,
                "kind": "indicator",
                "outcome": "not_met",
                "points": {"low": points, "high": points},
                "maximum_points": maximum,
            }
            for id, (points, maximum) in (shares or {"I1": ("1", "4")}).items()
        ],
    }
    return EvaluationRow(
        name=f"organizations/a/evaluations/{number:04}",
        organization="a",
        request_id=f"request {number}",
        body_digest="body",
        create_time="2026-03-01T00:00:00Z",
        subject=record["subject"],
        scorecard_version=VERSION,
        as_of_date="2026-03-01",
        conclusion_kind=kind,
        grade=None,
        record_digest="digest",
        record=pack(json.dumps(record).encode()),
        record_key=bytes(32),
        software_versions="{}",
    )


@pytest.fixture
def gazette(tmp_path: Path) -> Gazette:
    write_version(tmp_path / "gazette", TRACKED, {}, publish_time="2025-01-01T00:00:00Z")
    return Gazette(tmp_path / "gazette")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store(f"sqlite:///{tmp_path}/store.sqlite3")
    yield store
    store.close()


@pytest.fixture
def ask(store: Store, gazette: Gazette) -> Callable[..., Any]:
    """Store evaluations and rank at once: what was stored just before is found."""

    def asked(*rows: EvaluationRow, **fields: Any) -> evaluation_service_pb2.RankSubjectsResponse:
        for row in rows:
            store.append(row).result(timeout=10)
        request = Request(**{"parent": "organizations/a", "scorecard_version": VERSION, **fields})
        return Rankings(store, gazette).rank_subjects(request)

    return asked


def places(answer: evaluation_service_pb2.RankSubjectsResponse) -> dict[str, tuple[int, int]]:
    return {one.subject.rpartition("/")[2]: (one.best_rank, one.worst_rank) for one in answer.ranked_subjects}


def uses(number: int, subject: str, *, major: int, shared: int) -> list[Usage]:
    """Give what an evaluation uses: values that every other subject uses too."""
    kinds = [(FindingSeverity.MAJOR, place) for place in range(major)]
    kinds += [(FindingSeverity.OBSERVATION, major + place) for place in range(shared)]
    name = f"organizations/a/evaluations/{number:04}"
    return [
        Usage(name, f"value {place}", "a", "serial", f"organizations/a/subjects/{subject}", "", "place", severity)
        for severity, place in kinds
    ]


@pytest.mark.parametrize(
    ("language", "first", "marked", "unranked"),
    [
        (
            "en",
            "DOUBLE USE FOUND IN THE ARCHIVE: b (double use: 2), d (double use: 1)",
            "b (double use: 2)",
            "d (double",
        ),
        ("zh", "存档发现重复使用：b（重复使用 2 处）、d（重复使用 1 处）", "b（重复使用 2 处）", "d（重复"),
    ],
)
def test_double_uses_are_told_first_and_beside_each_subject(
    store: Store, gazette: Gazette, language: str, first: str, marked: str, unranked: str
) -> None:
    for row, used in (
        (evaluation(1, "a", "10"), uses(1, "a", major=3, shared=2)),
        (evaluation(2, "b", "30"), uses(2, "b", major=2, shared=0)),
        (evaluation(3, "c", "20"), uses(3, "c", major=0, shared=1)),
        (evaluation(4, "d", None, kind="gate_failed"), uses(4, "d", major=1, shared=0)),
    ):
        store.append(row, used).result(timeout=10)
    answer = Rankings(store, gazette).rank_subjects(Request(parent="organizations/a", scorecard_version=VERSION))
    counts = {one.subject[-1]: one.double_use_count for one in answer.ranked_subjects}
    assert counts == {"a": 0, "b": 2, "c": 0}
    assert [(one.subject[-1], one.double_use_count) for one in answer.unranked_subjects] == [("d", 1)]
    assert places(answer) == {"b": (1, 1), "c": (2, 2), "a": (3, 3)}, "the ranks stay what the scores say"
    told = ranking_text(answer, gazette.version(CARD, "1.0.0"), language).splitlines()
    assert told[1] == first
    assert sum(marked in line for line in told[2:]) == 1
    assert sum(line.strip().startswith(unranked) for line in told) == 1
    heading, *rows = ranking_csv(answer).splitlines()
    assert heading.endswith(",double_use_count")
    assert [row.rsplit(",", 1)[1] for row in rows] == ["2", "0", "0"]


def test_the_last_evaluation_of_each_subject_is_ranked_and_ties_share_a_rank(ask: Callable[..., Any]) -> None:
    answer = ask(
        evaluation(1, "a", "90"),
        evaluation(2, "b", "50"),
        evaluation(3, "c", "50"),
        evaluation(4, "a", "151/3"),
        evaluation(5, "d", ("40", "60")),
    )
    assert places(answer) == {"a": (1, 2), "d": (1, 4), "b": (2, 3), "c": (2, 3)}
    assert dict(answer.track) == LATE
    assert (answer.ranked_subjects[0].score.low, answer.ranked_subjects[0].evaluation[-4:]) == ("151/3", "0004")
    assert (answer.quartiles.count, answer.quartiles.median, answer.quartiles.greatest) == (3, "50", "151/3")


def test_indicators_come_from_the_weakest_on(ask: Callable[..., Any]) -> None:
    strong = {"I1": ("4", "4"), "I2": ("1", "2"), "I3": ("0", "0")}
    weak = {"I1": ("3", "4"), "I2": ("0", "2")}
    answer = ask(evaluation(1, "a", "90", shares=strong), evaluation(2, "b", "50", shares=weak))
    assert [(one.criterion_id, one.mean_share.low, one.count) for one in answer.indicator_means] == [
        ("I2", "0.25", 2),
        ("I1", "0.875", 2),
    ]


def test_subjects_of_several_tracks_are_not_ranked_against_each_other(ask: Callable[..., Any]) -> None:
    early = {**LATE, "stage": "early"}
    rows = (evaluation(1, "a", "90"), evaluation(2, "b", "15", early), evaluation(3, "c", "14", early))
    with pytest.raises(Refusal, match="lie in 2 tracks, which are not ranked against each other") as refusal:
        ask(*rows)
    assert refusal.value.reason is Reason.TRACKS_DIFFER
    assert "stage=early (2); status=open, remark=north, stage=late (1)" in str(refusal.value)
    answer = ask(track=early)
    assert (places(answer), answer.other_tracks_count) == ({"b": (1, 1), "c": (2, 2)}, 1)


def test_who_has_no_known_track_or_no_score_is_named_and_not_ranked(ask: Callable[..., Any]) -> None:
    unknown = {"status": "open"}
    other = {"status": "closed"}
    answer = ask(
        evaluation(1, "a", "90"),
        evaluation(2, "b", "80", unknown),
        evaluation(3, "c", "70", other),
        evaluation(4, "d", None, kind="gate_failed"),
    )
    assert places(answer) == {"a": (1, 1)}
    assert [
        (one.subject[-1], evaluation_service_pb2.UnrankedSubject.Cause.Name(one.cause), list(one.missing))
        for one in answer.unranked_subjects
    ] == [("b", "CAUSE_TRACK_UNKNOWN", ["remark", "stage"]), ("d", "CAUSE_NOT_SCORED", [])]
    assert answer.other_tracks_count == 1


def test_without_any_known_track_the_missing_parts_are_named(ask: Callable[..., Any]) -> None:
    with pytest.raises(Refusal, match="of none are status, remark, stage all known") as refusal:
        ask(evaluation(1, "a", "90", {"status": "open"}))
    assert refusal.value.reason is Reason.TRACKS_DIFFER


def test_a_track_is_given_whole_and_belongs_to_the_scorecard(ask: Callable[..., Any]) -> None:
    with pytest.raises(InputError) as refused:
        ask(track={"status": "ajar", "colour": "red", "stage": "late"})
    assert [(one.field, one.description) for one in refused.value.violations] == [
        ("track[colour]", "is no part of the tracks of this scorecard; they are formed by status, remark, stage"),
        ("track[status]", "'ajar' is not one of open, closed"),
        ("track[remark]", "is required: only subjects that agree in every part are compared"),
    ]


def test_pages_hold_together(ask: Callable[..., Any]) -> None:
    rows = [evaluation(number, f"s{number}", str(number)) for number in range(1, 6)]
    first = ask(*rows, page_size=2)
    second = ask(page_size=2, page_token=first.next_page_token)
    third = ask(page_size=2, page_token=second.next_page_token)
    assert [one.subject[-1] for page in (first, second, third) for one in page.ranked_subjects] == list("54321")
    assert (first.ranked_count, third.next_page_token) == (5, "")
    with pytest.raises(InputError, match="page_token"):
        ask(page_token=first.next_page_token, track={**LATE, "remark": "south"})


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"parent": "somebody"}, "parent"),
        ({"scorecard_version": f"scorecards/{CARD}"}, "scorecard_version"),
        ({"page_size": -1}, "page_size"),
    ],
)
def test_malformed_fields_are_named(ask: Callable[..., Any], fields: dict[str, Any], field: str) -> None:
    with pytest.raises(InputError) as refused:
        ask(**fields)
    assert [one.field for one in refused.value.violations] == [field]


def test_an_unknown_version_is_not_found(ask: Callable[..., Any]) -> None:
    with pytest.raises(VersionError):
        ask(scorecard_version=f"scorecards/{CARD}/versions/9.0.0")


def test_a_card_without_tracks_ranks_nobody(store: Store, tmp_path: Path) -> None:
    write_version(tmp_path / "plain", small_card(), {}, publish_time="2025-01-01T00:00:00Z")
    request = Request(parent="organizations/a", scorecard_version=VERSION)
    with pytest.raises(Refusal, match="does not say which subjects may be compared") as refusal:
        Rankings(store, Gazette(tmp_path / "plain")).rank_subjects(request)
    assert refusal.value.reason is Reason.TRACKS_NOT_DECLARED


def test_a_ranking_is_told_to_people_and_written_for_spreadsheets(tmp_path: Path, gazette: Gazette) -> None:
    store = Store(f"sqlite:///{tmp_path}/store.sqlite3")
    formula = {**LATE, "remark": "=north"}
    for number, (subject, track) in enumerate((("a", LATE), ("b", LATE), ("c", formula), ("d", {"status": "open"}))):
        store.append(evaluation(number, subject, str(40 - 10 * number), track)).result(timeout=10)
    store.close()
    with RunningServer(tmp_path, tmp_path / "gazette") as server:
        asked = ("rank", CARD, "organizations/a", "--server", server.address, "--gazette", tmp_path / "gazette")
        late = [part for name, value in LATE.items() for part in ("--track", f"{name}={value}")]
        told = touchstone(*asked, *late)
        assert told.exit_code == 0, told.output
        assert told.stdout.splitlines() == [
            "Small factory 1.0.0: status open, remark north, stage late stage",
            "",
            "rank  subject  points",
            "1     a        40.00   ████████████████████████████████████████",
            "2     b        30.00   ██████████████████████████████",
            "",
            "Quartiles of 2 exact scores: least 30.00, lower 32.50, median 35.00, upper 37.50, greatest 40.00",
            "",
            "Weakest indicators (mean share of their points)",
            "  I1 Renewable energy: 25 % of 2",
            "",
            "Not ranked",
            "  d: unknown remark, stage",
            "",
            "1 subjects of other tracks are left out.",
        ]
        assert "名次" in touchstone(*asked, *late, "--language", "zh").stdout
        out = tmp_path / "ranking.csv"
        other = [part for name, value in formula.items() for part in ("--track", f"{name}={value}")]
        assert touchstone(*asked, *other, "--format", "csv", "--out", out).exit_code == 0
        assert out.read_text("utf-8").splitlines() == [
            "best_rank,worst_rank,subject,score_low,score_high,evaluation,remark,stage,status",
            "1,1,organizations/a/subjects/c,20,20,organizations/a/evaluations/0002,'=north,late,open",
        ]
        book = tmp_path / "ranking.xlsx"
        assert touchstone(*asked, *other, "--format", "xlsx", "--out", book).exit_code == 0
        sheet = load_workbook(book)["Ranks"]
        assert [(cell.value, cell.data_type) for cell in sheet[2]][2:5:2] == [
            ("organizations/a/subjects/c", "s"),
            ("20", "s"),
        ]
        assert (sheet["G2"].value, sheet["G2"].data_type) == ("=north", "s")
        assert touchstone(*asked, *other, "--format", "xlsx").exit_code == 2
        across = touchstone(*asked)
        assert (across.exit_code, "choose one" in across.stderr) == (2, True)
        assert json.loads(touchstone(*asked, *late, "--format", "json").stdout)["rankedCount"] == 2
        wrong = touchstone(*asked, "--track", "stage")
        assert (wrong.exit_code, "'stage' is not NAME=VALUE" in wrong.stderr) == (2, True)
