"""Lists of scorecards and versions: paging, and selection by the date in force."""

import grpc
import pytest

from tests.support.calling import refused
from tests.support.running import RunningServer
from tests.support.small_card import CARD
from touchstone.v1 import scorecard_service_pb2


def test_scorecards_and_versions_are_listed_page_by_page(server: RunningServer) -> None:
    cards = server.scorecards.ListScorecards(scorecard_service_pb2.ListScorecardsRequest())
    assert [card.name for card in cards.scorecards] == [f"scorecards/{CARD}"]
    card = server.scorecards.GetScorecard(scorecard_service_pb2.GetScorecardRequest(name=f"scorecards/{CARD}"))
    assert card == cards.scorecards[0]
    request = scorecard_service_pb2.ListScorecardVersionsRequest(parent=card.name, page_size=1)
    first = server.scorecards.ListScorecardVersions(request)
    request.page_token = first.next_page_token
    second = server.scorecards.ListScorecardVersions(request)
    names = [version.name.rpartition("/")[2] for page in (first, second) for version in page.scorecard_versions]
    assert (names, second.next_page_token) == (["2.0.0", "1.0.0"], "")
    version = server.scorecards.GetScorecardVersion(
        scorecard_service_pb2.GetScorecardVersionRequest(name=f"scorecards/{CARD}/versions/1.0.0")
    )
    assert version == second.scorecard_versions[0]
    assert (version.effect.first_date, version.effect.last_date) == ("2025-01-01", "2026-12-31")


@pytest.mark.parametrize(
    ("as_of", "known", "expected"),
    [
        ("2026-12-31", None, ["1.0.0"]),
        ("2027-01-01", None, ["2.0.0"]),
        ("2027-01-01", 1767225600, []),
        ("2024-12-31", None, []),
    ],
)
def test_the_version_in_force_can_be_requested(
    server: RunningServer, as_of: str, known: int | None, expected: list[str]
) -> None:
    request = scorecard_service_pb2.ListScorecardVersionsRequest(parent=f"scorecards/{CARD}", as_of_date=as_of)
    if known is not None:
        request.known_time.seconds = known
    listed = server.scorecards.ListScorecardVersions(request).scorecard_versions
    assert [version.name.rpartition("/")[2] for version in listed] == expected


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"parent": "scorecards/"}, "parent"),
        ({"parent": f"scorecards/{CARD}/versions/1.0.0"}, "parent"),
        ({"parent": f"scorecards/{CARD}", "page_size": -1}, "page_size"),
        ({"parent": f"scorecards/{CARD}", "page_token": "%%%"}, "page_token"),
        ({"parent": f"scorecards/{CARD}", "page_token": "AAAA"}, "page_token"),
        ({"parent": f"scorecards/{CARD}", "known_time": {"seconds": 1}}, "known_time"),
        ({"parent": f"scorecards/{CARD}", "as_of_date": "tomorrow"}, "as_of_date"),
    ],
)
def test_invalid_list_requests_are_refused(server: RunningServer, fields: dict[str, object], field: str) -> None:
    request = scorecard_service_pb2.ListScorecardVersionsRequest(**fields)  # type: ignore[arg-type]
    answer = refused(server.scorecards.ListScorecardVersions, request)
    assert answer.code is grpc.StatusCode.INVALID_ARGUMENT
    assert set(answer.violations) == {field}
