"""Self-check on a server: who may try what, how often; nothing of it is stored or logged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import grpc
import httpx
import pytest

from service.gazette.publication import write_version
from service.identity.principals import Role
from tests.support.browsing import Browser, new_account_at
from tests.support.calling import refused
from tests.support.running import RunningServer
from tests.support.small_card import CARD, small_card, small_subject
from tests.support.calling import request_for
from touchstone.v1 import self_check_service_pb2 as self_checks
from touchstone.v1.self_check_service_pb2_grpc import SelfCheckServiceStub

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.full
_OFTEN = 30
_SECRET = "a-word-that-is-in-no-log"


def begin(folder: Path, **environment: str) -> RunningServer:
    """Start a server with a small card for all, one more, and two of an organisation, one of the same id."""
    gazette = folder / "gazette"
    if not gazette.exists():
        card = small_card()
        write_version(gazette, card, {}, publish_time="2025-01-01T00:00:00Z")
        other = card.model_copy(update={"card": card.card.model_copy(update={"id": "unoffered"})})
        write_version(gazette, other, {}, publish_time="2025-01-01T00:00:00Z")
        own = small_card(version="1.5.0")
        write_version(folder / "own" / "example", own, {}, publish_time="2025-01-01T00:00:00Z")
        secret = own.model_copy(update={"card": own.card.model_copy(update={"id": "licensed"})})
        write_version(folder / "own" / "example", secret, {}, publish_time="2025-01-01T00:00:00Z")
    return RunningServer(
        folder, gazette, TOUCHSTONE_API_KEYS="true", TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0",
        TOUCHSTONE_PRIVATE_GAZETTES=str(folder / "own"), **environment,
    )  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tried")


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[RunningServer]:
    with begin(folder, TOUCHSTONE_SELF_CHECK=f"{CARD}, licensed", TOUCHSTONE_SELF_CHECK_ANSWERS_PER_HOUR="0") as running:
        yield running


@pytest.fixture(scope="module")
def stub(server: RunningServer) -> SelfCheckServiceStub:
    return SelfCheckServiceStub(server.channel)


def test_strangers_try_what_is_offered_and_are_told_of_nothing_else(stub: SelfCheckServiceStub) -> None:
    (offered,) = stub.ListOfferedScorecards(self_checks.ListOfferedScorecardsRequest()).offered_scorecards
    assert offered.scorecard.name == f"scorecards/{CARD}"
    assert offered.scorecard.current_version == f"scorecards/{CARD}/versions/1.0.0"
    told = []
    for card in ("licensed", "unoffered", "nowhere"):
        asked = self_checks.GetQuestionnaireRequest(name=f"scorecards/{card}/questionnaire", language_code="en")
        tried = self_checks.TryScorecardRequest(scorecard=f"scorecards/{card}")
        for answer in (refused(stub.GetQuestionnaire, asked), refused(stub.TryScorecard, tried)):
            assert answer.code is grpc.StatusCode.NOT_FOUND
            told.append(answer.message.replace(card, "x"))
    assert len(set(told)) == 1


def test_answers_are_tried_and_neither_stored_nor_logged(
    folder: Path, server: RunningServer, stub: SelfCheckServiceStub
) -> None:
    asked = self_checks.TryScorecardRequest(scorecard=f"scorecards/{CARD}", language_code="en")
    for fact in request_for(small_subject()).facts:
        asked.facts.add(fact_id=fact.fact_id, value=fact.value).value.ClearField("evidence_ids")
        for record in asked.facts[-1].value.records.values:
            for value in record.fields.values():
                value.ClearField("evidence_ids")
    answer = stub.TryScorecard(asked)
    assert answer.record.scorecard_version == f"scorecards/{CARD}/versions/1.0.0"
    assert answer.explanation.statements
    asked.facts.add(fact_id=_SECRET).value.text = _SECRET
    assert f"facts[{_SECRET}]" in refused(stub.TryScorecard, asked).violations
    assert _SECRET not in server.log
    assert b"self-check" not in b"".join(path.read_bytes() for path in folder.glob("store.sqlite3*"))


@pytest.mark.parametrize("offered", ["", "all"])
def test_a_body_that_does_not_offer_it_has_no_such_pages(tmp_path: Path, offered: str) -> None:
    with begin(tmp_path, TOUCHSTONE_SELF_CHECK=offered) as running:
        status = 200 if offered else 404
        for path in ("/try", f"/try/{CARD}", "/v1/offeredScorecards"):
            assert httpx.get(f"{running.http}{path}").status_code == status
        if offered:  # those of an organisation are offered to nobody, whoever asks
            browser = Browser(running.http)
            browser.sign_in("ada", new_account_at(running, "ada", [Role.ASSESSOR]))
            assert browser.get("/try").xpath("//main//li//a/@href") == [f"/try/{CARD}", "/try/unoffered"]
            browser.get("/try/licensed", status=404)


def test_an_address_is_answered_so_often(tmp_path: Path) -> None:
    with begin(tmp_path, TOUCHSTONE_SELF_CHECK="all", TOUCHSTONE_SELF_CHECK_ANSWERS_PER_HOUR=str(_OFTEN)) as running:
        stub = SelfCheckServiceStub(running.channel)
        asked = self_checks.TryScorecardRequest(scorecard=f"scorecards/{CARD}", language_code="en")
        for _ in range(_OFTEN // 5):  # to say why counts as five answers
            stub.TryScorecard(asked)
        answer = refused(stub.TryScorecard, asked)
        assert (answer.code, answer.reason) == (grpc.StatusCode.RESOURCE_EXHAUSTED, "QUOTA_EXHAUSTED")
        assert answer.retry_seconds > 0
        assert httpx.get(f"{running.http}/try/{CARD}").status_code == 429
