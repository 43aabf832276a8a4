"""Ranking inside a track over stored evaluations: refused requests and subjects that are left out."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from rules.contracts.errors import InputError, VersionError
from service.api.ranking import Rankings
from service.base.refusals import Reason, Refusal
from service.gazette.publication import write_version
from service.gazette.versions import Gazette
from service.store import writer
from service.store.store import Store
from service.store.tables import EvaluationRow
from tests.support.ranked import LATE, TRACKED, VERSION, Request, evaluation, places
from tests.support.small_card import CARD, small_card
from touchstone.v1 import evaluation_service_pb2


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
    def asked(*rows: EvaluationRow, **fields: Any) -> evaluation_service_pb2.RankSubjectsResponse:
        for row in rows:
            store.append(row).result(timeout=60)
        request = Request(**{"parent": "organizations/a", "scorecard_version": VERSION, **fields})
        return Rankings(store, gazette).rank_subjects(request)

    return asked


@pytest.mark.full
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


def test_indicators_are_listed_from_the_weakest(ask: Callable[..., Any]) -> None:
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
    with pytest.raises(
        Refusal, match="belong to 2 tracks, which have different requirements and cannot be ranked together"
    ) as refusal:
        ask(*rows)
    assert refusal.value.reason is Reason.TRACKS_DIFFER
    assert "stage=early (2), status=open / remark=north / stage=late (1)" in str(refusal.value)
    answer = ask(track=early)
    assert (places(answer), answer.other_tracks_count) == ({"b": (1, 1), "c": (2, 2)}, 1)


def test_subjects_without_a_known_track_or_score_are_named_and_not_ranked(ask: Callable[..., Any]) -> None:
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
    with pytest.raises(Refusal, match="no subject has known values for all of status, remark, stage") as refusal:
        ask(evaluation(1, "a", "90", {"status": "open"}))
    assert refusal.value.reason is Reason.TRACKS_DIFFER


def test_a_track_must_be_complete_and_belong_to_the_scorecard(ask: Callable[..., Any]) -> None:
    with pytest.raises(InputError) as refused:
        ask(track={"status": "ajar", "colour": "red", "stage": "late"})
    assert [(one.field, one.description) for one in refused.value.violations] == [
        (
            "track[colour]",
            "The scorecard does not group subjects by this name. Use one of these names: status, remark, stage.",
        ),
        ("track[status]", "'ajar' is not allowed. Use one of open, closed."),
        (
            "track[remark]",
            "This part of the track has no value. A track is a group of comparable subjects, and each of its parts "
            "needs a value. Enter the value.",
        ),
    ]


def test_pages_continue_one_ranking(ask: Callable[..., Any]) -> None:
    rows = [evaluation(number, f"s{number}", str(number)) for number in range(1, 6)]
    first = ask(*rows, page_size=2)
    second = ask(page_size=2, page_token=first.next_page_token)
    third = ask(page_size=2, page_token=second.next_page_token)
    assert [one.subject[-1] for page in (first, second, third) for one in page.ranked_subjects] == list("54321")
    assert (first.ranked_count, third.next_page_token) == (5, "")
    with pytest.raises(InputError, match="page_token"):
        ask(page_token=first.next_page_token, track={**LATE, "remark": "south"})


@pytest.mark.full(sample=5)
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


def test_a_card_without_tracks_ranks_no_subjects(store: Store, tmp_path: Path) -> None:
    write_version(tmp_path / "plain", small_card(), {}, publish_time="2025-01-01T00:00:00Z")
    request = Request(parent="organizations/a", scorecard_version=VERSION)
    with pytest.raises(Refusal, match="does not define which subjects can be") as refusal:
        Rankings(store, Gazette(tmp_path / "plain")).rank_subjects(request)
    assert refusal.value.reason is Reason.TRACKS_NOT_DECLARED


def test_evaluations_not_projected_because_of_a_full_disk_are_still_ranked(
    ask: Callable[..., Any], store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(evaluation(1, "a", "90"), evaluation(2, "b", "50"), evaluation(3, "c", "20"))

    def full(*_: object) -> None:
        raise Refusal(Reason.STORE_FULL, "the disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(writer, "project_pending", full)
        kept = ask(
            evaluation(4, "a", "30", shares={"I1": ("3", "4")}),
            evaluation(5, "d", ("10", "60")),
            evaluation(6, "e", None, kind="gate_failed"),
        )
        again = ask()
    assert kept == again == ask()
    assert places(kept) == {"b": (1, 2), "d": (1, 4), "a": (2, 3), "c": (3, 4)}
