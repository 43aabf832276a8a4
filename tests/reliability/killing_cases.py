"""Crash test by SIGKILL during case work: atomic steps, certificates with decisions, unique numbers.

Callers take cases from application to a certificate that is suspended and reinstated, with a finding that is answered
and closed on the way. At random moments the server is killed by SIGKILL and restarted on the same store. Callers repeat
unanswered calls: either the case already shows the step, or the step is taken now.
"""

from __future__ import annotations

import random
import threading
import time
import uuid
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import grpc
import orjson
from sqlalchemy import text

from rules.contracts.inputs import DeclaredValue
from service.proofs.case_audit import audit_cases
from service.store.database import open_database, parse_database_url
from service.transparency.leaves import CASE_STEP
from tests.reliability.killing import PATIENCE, WAIT_MILLISECONDS, Restarted, bury, kill, may_be_repeated
from tests.support.casework import AGREEMENT, PARENT, PHOTOGRAPH, REPORT, Body, applying
from tests.support.running import RunningServer
from tests.support.waiting import until
from touchstone.v1 import case_service_pb2 as cases

_MOST_STEPS = 25
"""Before how many steps, at the latest, a server is killed."""
_SITES = ["hall-0", "hall-1"]
_FINDING, _CERTIFICATE = "findings/1", "certificates/1"


@dataclass
class Led:
    kills: int = 0
    steps: dict[str, list[str]] = field(default_factory=dict)
    """The steps that callers were answered, of each case."""
    repeated: int = 0
    """Calls without an answer, made again."""
    found_taken: int = 0
    """Steps without an answer that had been taken."""
    certificates: int = 0
    seconds: float = 0.0

    @property
    def count(self) -> int:
        return sum(map(len, self.steps.values()))

    def __str__(self) -> str:
        return (
            f"{self.kills} servers killed in {self.seconds:.0f} s; {self.count} steps of {len(self.steps)} cases "
            f"acknowledged, {self.repeated} calls repeated, of which {self.found_taken} had been done; every step "
            f"whole and noted, {self.certificates} certificates, each with its decision and a number of its own"
        )


def story(evaluation: str) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """Yield the steps of a case after its application: person, step, target and fields."""
    named = {"evaluation": evaluation, "report_digest": REPORT}
    yield "rui", "accept", "", {}
    yield "office", "agree", "", {"agreement_digest": AGREEMENT}
    yield "rui", "plan", "", {"team": ["ada", "ben"], "sites": _SITES, "due_date": "2099-01-31"}
    yield "ada", "start", "", {}
    yield "ada", "raise", "", {"severity": "major", "requirement": "§5.1", "statement": "No meter log of May."}
    yield "ada", "conclude", "", named
    answered = {
        "cause": "Nobody was told.",
        "correction": "Read since June.",
        "corrective_action": "The plan says who.",
    }
    yield "office", "answer", _FINDING, answered
    yield "ben", "accept_plan", _FINDING, {}
    yield "ada", "hand_over", "", {}
    yield "dan", "recommend", "", named
    yield "office", "show", _FINDING, {"evidence": [PHOTOGRAPH]}
    yield "ben", "close", _FINDING, {"method": "Read the log on site."}
    yield "dan", "grant", "", {**named, "sites": _SITES}
    yield "dan", "issue", "", {}
    yield "dan", "suspend", _CERTIFICATE, {"due_date": "2099-01-31", "public_reason": "Meters unsealed."}
    yield "dan", "reinstate", _CERTIFICATE, {}


def kill_while_cases_are_led(
    folder: Path, gazette: Path, database_url: str, *, times: int, callers: int = 3, seed: int = 0
) -> Led:
    """Kill a server this number of times during case work, then check the store.

    Raises:
        AssertionError: a step or certificate is lost, incomplete, or duplicated.
    """
    drawn = random.Random(seed)
    led, begun = Led(), time.monotonic()
    settings: dict[str, Any] = {"TOUCHSTONE_DATABASE_URL": database_url, "TOUCHSTONE_API_KEYS": "true"}
    restarted = Restarted(lambda: RunningServer(folder, gazette, **settings))
    with RunningServer(folder, gazette, **settings) as first:
        body = Body(first)
        body.begin()
        evaluated = [(name, body.evaluate(name, credits=_credits(name))) for name in map(_subject, range(callers))]
    failures: list[BaseException] = []
    threads = [
        threading.Thread(target=_lead, args=(restarted, body.keys, of_one, led, failures)) for of_one in evaluated
    ]
    for thread in threads:
        thread.start()
    try:
        for _ in range(times):
            server, aim = restarted.start(), led.count + drawn.randint(0, _MOST_STEPS)
            until(lambda aim=aim: failures or led.count >= aim, PATIENCE)  # type: ignore[misc]
            assert not failures, failures
            time.sleep(drawn.random() * 0.05)  # so that a kill meets every part of a call
            kill(restarted, server)
            led.kills += 1
        server = restarted.start()  # this server answers the repeated calls
        restarted.over = True
        for thread in threads:
            thread.join(PATIENCE)
        assert not failures, failures
        led.seconds = time.monotonic() - begun
        _check(Body(server, body.keys), led)
        bury(server, stop=True)
    finally:
        restarted.over = True
        for thread in threads:
            thread.join(PATIENCE)
    _check_rows(database_url, led)
    return led


def _subject(number: int) -> str:
    return f"{PARENT}/subjects/works-{number}"


def _credits(subject: str) -> DeclaredValue:
    record = {
        "serial": DeclaredValue(text=subject.rpartition("/")[2]),
        "certificate": DeclaredValue(text=f"certificate of {subject}"),
        "amount": DeclaredValue(number="7", unit="tCO2e"),
        "retired_on": DeclaredValue(date="2025-12-01"),
    }
    return DeclaredValue(records=(record,))


def _lead(
    restarted: Restarted, keys: dict[str, str], evaluated: tuple[str, str], led: Led, failures: list[BaseException]
) -> None:
    """Lead one case after another."""
    try:
        while not restarted.over:
            case = f"case-{uuid.uuid4().hex}"
            request, steps = applying(case), led.steps.setdefault(case, [])
            request.subject, evaluation = evaluated
            _answered(restarted, keys, led, partial(_create, request))
            steps.append("apply")
            for person, step, item, content in story(evaluation):
                step_request = cases.TakeCaseStepRequest(
                    name=f"{PARENT}/cases/{case}", item=item, step=step, revision=len(steps), reason="as agreed",
                    content=cases.CaseContent(**content),
                )  # fmt: skip
                _answered(restarted, keys, led, partial(_step, person, step_request, led))
                steps.append(step)
    except BaseException as error:  # raised where the threads are joined
        failures.append(error)


def _create(request: cases.CreateCaseRequest, body: Body) -> None:
    body.call("office", "CreateCase")(request)


def _step(person: str, asked: cases.TakeCaseStepRequest, led: Led, body: Body) -> None:
    """Submit a step, or check that an earlier unanswered call took it."""
    try:
        body.call(person, "TakeCaseStep")(asked)
    except grpc.RpcError as error:
        lost: Any = error
        if lost.code() is not grpc.StatusCode.ABORTED:
            raise
        case = body.get(asked.name.rpartition("/")[2])
        assert case.revision == asked.revision + 1, (asked, case.revision)
        assert (case.steps[-1].step, case.steps[-1].item) == (asked.step, asked.item), asked
        led.found_taken += 1


def _answered(restarted: Restarted, keys: dict[str, str], led: Led, call: Callable[[Body], Any]) -> Any:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        server = restarted.current()
        assert server is not None, "no server came again"
        try:
            return call(Body(server, keys))
        except (grpc.RpcError, ValueError) as error:  # ValueError: the channel was closed meanwhile
            may_be_repeated(error)
            led.repeated += 1
            time.sleep(0.01)
    raise AssertionError(f"no answer within {PATIENCE} seconds")


def _check(body: Body, led: Led) -> None:
    """Check through the API that each case has every acknowledged step, and that its steps form a chain."""
    numbers: Counter[str] = Counter()
    for name, steps in led.steps.items():
        if not steps:
            continue
        case = body.get(name)
        assert [one.step for one in case.steps] == steps, name
        assert case.revision == len(steps), name
        states = {"": ""}
        for step in case.steps:
            before = states.get(
                step.item, {"findings": "open", "certificates": "valid"}.get(step.item.partition("/")[0])
            )
            assert step.from_state == before, (name, step.number)
            states[step.item] = step.to_state
        assert case.state == states[""], name
        for item in case.items:
            assert item.state == states.get(item.item, item.state), (name, item.item)
        certificates = [one for one in case.items if one.item.startswith("certificates/")]
        assert len(certificates) == steps.count("issue"), name
        assert steps.count("issue") <= steps.count("grant"), name
        numbers.update(one.content.number for one in certificates)
    led.certificates = len(numbers)
    assert "" not in numbers
    assert set(numbers.values()) <= {1}, numbers.most_common(3)


def _check_rows(database_url: str, led: Led) -> None:
    """See in the database that each step has all that its transaction writes, and that nothing else is there."""
    faults: list[tuple[str, str]] = []
    with ExitStack() as held:
        engine = open_database(parse_database_url(database_url), WAIT_MILLISECONDS, held)
        connection = held.enter_context(engine.connect())
        audit_cases(connection, lambda _, look: look(), lambda place, said: faults.append((place, said)))
        assert not faults, faults[:3]
        steps = connection.execute(text("SELECT count(*) FROM case_step")).scalar_one()
        leaves = connection.execute(text("SELECT count(*) FROM log_leaf WHERE kind = :kind"), {"kind": CASE_STEP})
        assert led.count == steps == leaves.scalar_one()
        rows = connection.execute(text("SELECT case_name, content FROM case_item WHERE kind = 'certificates'")).all()
        certificates = sorted((case, orjson.loads(content)["number"]) for case, content in rows)
        numbers = connection.execute(text("SELECT case_name, number FROM certificate_number")).all()
        assert certificates == sorted(map(tuple, numbers))
        serial = connection.execute(text("SELECT max(serial) FROM certificate_serial")).scalar()
        assert (serial or 0) == len(certificates)
