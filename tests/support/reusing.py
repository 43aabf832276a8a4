"""Reuse of facts in tests: cases with verified facts, offers, acceptance, and the announced changes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import orjson

from tests.support.calling import Refused, refused
from tests.support.casework import AGREEMENT, PARENT, Body, applying, declared
from tests.support.identities import bearing
from tests.support.receiving import events_file
from tests.support.running import RunningServer
from touchstone.v1 import case_dossier_service_pb2 as dossiers, fact_pb2, fact_reuse_service_pb2 as reuse, types_pb2
from touchstone.v1.fact_reuse_service_pb2_grpc import FactReuseServiceStub

ACCEPTED, CORRECTED, REJECTED = (
    fact_pb2.Verification.JUDGEMENT_ACCEPTED,
    fact_pb2.Verification.JUDGEMENT_CORRECTED,
    fact_pb2.Verification.JUDGEMENT_REJECTED,
)
LESS = types_pb2.Value(number="83.5", unit="%", evidence_ids=["meter"])


def announcing_server(folder: Path, gazette: Path, **settings: Any) -> RunningServer:
    """Return a server that writes events and stores files, before its start."""
    return RunningServer(
        folder, gazette, TOUCHSTONE_API_KEYS="true", TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0",
        TOUCHSTONE_EVIDENCE_FILES=str(folder / "files"),
        TOUCHSTONE_EVENTS=events_file(folder, erp={"url": "http://127.0.0.1:9/"}), **settings,
    )  # fmt: skip


@contextmanager
def announcing_body(folder: Path, gazette: Path) -> Iterator[Body]:
    """Yield a certification body on such a server."""
    with announcing_server(folder, gazette) as running:
        body = Body(running)
        body.begin()
        yield body


def call(body: Body, person: str, method: str, request: Any) -> Any:
    stub = FactReuseServiceStub(body.server.channel)
    return getattr(stub, method)(request, metadata=bearing(body.keys[person]), timeout=60)


def offered(body: Body, case: str, person: str = "office", **more: Any) -> reuse.ListReusableFactsResponse:
    request = reuse.ListReusableFactsRequest(name=f"{PARENT}/cases/{case}", page_size=1_000, **more)
    response: reuse.ListReusableFactsResponse = call(body, person, "ListReusableFacts", request)
    return response


def accepting(body: Body, case: str, *facts: str, **changes: Any) -> reuse.AcceptReusableFactsRequest:
    listed = offered(body, case)
    chosen = [
        reuse.AcceptedFact(
            fact_id=one.fact_id, source=one.source.name, dossier_revision=one.source.dossier_revision,
            source_fact_id=one.source.fact_id,
        )
        for one in listed.reusable_facts
        if not facts or one.fact_id in facts
    ]  # fmt: skip
    known = {"accepted_facts": chosen, "revision": listed.case_revision, "reason": "same meters"}
    return reuse.AcceptReusableFactsRequest(name=f"{PARENT}/cases/{case}", **{**known, **changes})


def accept(body: Body, case: str, *facts: str, person: str = "office") -> reuse.AcceptReusableFactsResponse:
    response: reuse.AcceptReusableFactsResponse = call(
        body, person, "AcceptReusableFacts", accepting(body, case, *facts)
    )
    return response


def not_accepted(body: Body, request: reuse.AcceptReusableFactsRequest, person: str = "office") -> Refused:
    return refused(lambda asked: call(body, person, "AcceptReusableFacts", asked), request)


def reused(body: Body, case: str = "", person: str = "ada", **more: Any) -> list[reuse.ReusedFact]:
    name = f"{PARENT}/cases/{case}" if case else ""
    request = reuse.ListReusedFactsRequest(parent=PARENT, case_name=name, **more)
    return list(call(body, person, "ListReusedFacts", request).reused_facts)


def verify(body: Body, case: str, fact: str, judgement: fact_pb2.Verification.Judgement, **more: Any) -> None:
    made = fact_pb2.Verification(judgement=judgement, method="read on site", **more)
    content = dossiers.DossierContent(facts=[fact_pb2.Fact(fact_id=fact, verification=made)])
    body.step("ada", case, "verify", dossier=content)


def opened(body: Body, case: str, subject: str) -> None:
    """Open a case for a subject of its own test."""
    request = applying(case)
    request.subject = f"{PARENT}/subjects/{subject}"
    body.call("office", "CreateCase")(request)


def verified_case(
    body: Body, case: str, *facts: str, subject: str = "", content: dossiers.DossierContent | None = None
) -> None:
    """Open a case with a declared dossier, and verify some of its facts."""
    opened(body, case, subject or case)
    body.step("rui", case, "accept")
    body.step("office", case, "agree", agreement_digest=AGREEMENT)
    body.step("rui", case, "plan", team=["ada", "ben"], sites=["hall-0", "hall-1"], due_date="2099-01-31")
    body.step("ada", case, "start")
    body.step("office", case, "declare", dossier=content or declared())
    for fact in facts:
        verify(body, case, fact, ACCEPTED)


def events(body: Body) -> list[dict[str, Any]]:
    address = body.server.environment["TOUCHSTONE_DATABASE_URL"].removeprefix("sqlite:///")
    with sqlite3.connect(address) as store:
        rows = store.execute("SELECT data FROM event WHERE type = 'touchstone.fact.source_corrected'").fetchall()
    return [orjson.loads(data) for (data,) in rows]
