"""Sample body: people with ways to sign in, and three applicants at different stages."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from google.protobuf.json_format import Parse

from rules.contracts import package_file
from service.base import instants
from service.identity.principals import Role
from touchstone.v1 import case_service_pb2 as cases, evaluation_service_pb2
from touchstone.v1.case_dossier_service_pb2 import DossierContent
from touchstone.v1.fact_pb2 import Fact

ORGANIZATION = "sample"
PARENT = f"organizations/{ORGANIZATION}"
Call = Callable[[str, str, Any], Any]
"""Makes a call as a person: `call("ada", "CaseService/GetCase", request)`."""
_DIGESTS = ("ab" * 32, "cd" * 32)
_PROFILE = "sample-factory"
_NOT_SENT = frozenset(["renewable_energy_share", "supplier_actions", "absolute_fall", "online_source_share"])
"""Facts that the client in evaluation has not sent yet."""


@dataclass(frozen=True, slots=True)
class SamplePerson:
    """One person of the body."""

    name: str
    roles: tuple[Role, ...]
    functions: tuple[str, ...] = ()
    client: str = ""


PEOPLE: Mapping[str, SamplePerson] = {
    "oda": SamplePerson("Oda Office", (Role.INTEGRATOR,)),
    "rui": SamplePerson("Rui Reviewer", (Role.REVIEWER,), ("application", "review")),
    "ada": SamplePerson("Ada Assessor", (Role.ASSESSOR,), ("evaluation",)),
    "ben": SamplePerson("Ben Assessor", (Role.ASSESSOR,), ("evaluation",)),
    "dan": SamplePerson("Dan Decider", (Role.DECIDER,), ("application", "decision", "appeal")),
    "eva": SamplePerson("Eva Author", (Role.RULE_AUTHOR,)),
    "gus": SamplePerson("Gus Approver", (Role.RULE_APPROVER,)),
    "olu": SamplePerson("Olu Operator", (Role.OPERATOR,)),
    "lin": SamplePerson("Lin of Muster Ceramics", (Role.APPLICANT,), client="ceramics"),
}
"""Everybody, by the name of the account."""
_CLIENTS = {
    "glassworks": ("Example Glassworks Ltd", "SAMPLE-0001", ("works-1", "1 Furnace Road, Example City")),
    "ceramics": ("Muster Ceramics Ltd", "SAMPLE-0002", ("works-2", "5 Example Road, Example City")),
    "textiles": ("Sample Textiles Ltd", "SAMPLE-0003", ("mill-3", "3 Weaver Street, Example City")),
}


def create_sample_cases(
    call: Call, accounts: Mapping[str, tuple[str, ...]], worked_factory: str, readings: Sequence[str]
) -> None:
    """Register everybody and lead three cases, each step by whoever may take it.

    `worked_factory` is the dossier that is evaluated, as a request in JSON; `readings` are own readings of the card.
    """
    for client, (name, registered, (site, address)) in _CLIENTS.items():
        made = cases.CaseClient(
            client=client, display_name=name, registered_id=registered,
            sites=[cases.CaseSite(site=site, address=address)],
        )  # fmt: skip
        call("oda", "CaseService/SaveClient", cases.SaveClientRequest(parent=PARENT, case_client=made))
    for person, known in PEOPLE.items():
        saved = cases.CasePerson(
            person=person, display_name=known.name, accounts=accounts[person], functions=known.functions,
            client=known.client,
        )  # fmt: skip
        call("olu", "CaseService/SaveCasePerson", cases.SaveCasePersonRequest(parent=PARENT, case_person=saved))
    content = package_file(__package__, "sample_profile.toml").read_text(encoding="utf-8")
    content = content.replace("accepted_readings = []", f"accepted_readings = {json.dumps(list(readings))}")
    proposed = cases.ProposeSchemeProfileRequest(parent=PARENT, profile=_PROFILE, content=content)
    profile = call("eva", "CaseService/ProposeSchemeProfile", proposed)
    approval = cases.ApproveSchemeProfileRequest(name=profile.name, revision=profile.revision)
    call("gus", "CaseService/ApproveSchemeProfile", approval)
    _certify(_SampleCase(call, "textiles"), worked_factory)
    _evaluate(_SampleCase(call, "ceramics"), worked_factory)
    _SampleCase(call, "glassworks").apply()


def _evaluate(led: _SampleCase, worked_factory: str) -> None:
    """Lead a case into its evaluation, with a dossier that lacks some facts, and findings."""
    led.to_evaluation()
    known = _subject_request(led, worked_factory)
    sent = [fact for fact in known.facts if fact.fact_id not in _NOT_SENT]
    declared = [Fact(fact_id=fact.fact_id, value=fact.value, places=fact.places) for fact in sent]
    content = DossierContent(facts=declared, evidence=known.evidence, settings=known.settings)
    led.step("lin", "declare", "", dossier=content)
    judged = [
        Fact(fact_id=fact.fact_id, verification=fact.verification) for fact in sent if fact.HasField("verification")
    ]
    for judged_fact in judged:
        judged_fact.verification.ClearField("person")
    led.step("ada", "verify", "", dossier=DossierContent(facts=judged))
    led.step(
        "ada", "raise", "", severity="minor", requirement="boundary metering",
        statement="The gas line from the tank farm to the canteen has no meter.",
    )  # fmt: skip
    led.step(
        "oda", "answer", "findings/1", cause="The line was laid before the register of meters was kept.",
        correction="The line is read by hand each week.", corrective_action="A meter is fitted by the end of the year.",
    )  # fmt: skip
    led.step(
        "ben", "raise", "", severity="observation", requirement="records",
        statement="Two weighing slips of May are filed under June.",
    )  # fmt: skip


def _certify(led: _SampleCase, worked_factory: str) -> None:
    led.to_evaluation()
    asked = _subject_request(led, worked_factory)
    asked.request_id = str(uuid.uuid4())
    name = led.call("ada", "EvaluationService/EvaluateSubject", asked).name
    led.step("ada", "conclude", "", evaluation=name, report_digest=_DIGESTS[0])
    led.step("ada", "hand_over", "")
    led.step("rui", "recommend", "", evaluation=name, report_digest=_DIGESTS[0])
    led.step("dan", "grant", "", evaluation=name, report_digest=_DIGESTS[0], sites=[led.site])
    led.step("dan", "issue", "")


def _subject_request(led: _SampleCase, worked_factory: str) -> evaluation_service_pb2.EvaluateSubjectRequest:
    """Give the facts of a client; serial numbers are its own, for what two use counts for neither."""
    known = Parse(worked_factory, evaluation_service_pb2.EvaluateSubjectRequest())
    known.subject = led.subject
    for record in (record for fact in known.facts for record in fact.value.records.values):
        if "serial" in record.fields:
            record.fields["serial"].text += f"-{led.client}"
    return known


class _SampleCase:
    """One case, led by several."""

    def __init__(self, call: Call, client: str) -> None:
        """Lead the case of a client."""
        self.call, self.client, self.id = call, client, f"{client}-1"
        self.site = _CLIENTS[client][2][0]
        self.subject = f"{PARENT}/subjects/{client}"
        self._revision = 0

    def apply(self) -> None:
        """Open it."""
        content = cases.CaseContent(
            scorecard="scorecards/zero-carbon-factory", scope=f"Works of {_CLIENTS[self.client][0]}", sites=[self.site]
        )
        asked = cases.CreateCaseRequest(
            parent=PARENT, case_id=self.id, client=f"{PARENT}/clients/{self.client}", subject=self.subject,
            profile=_PROFILE, content=content,
        )  # fmt: skip
        self._revision = self.call("oda", "CaseService/CreateCase", asked).revision

    def to_evaluation(self) -> None:
        """Bring it to where the evaluation begins."""
        self.apply()
        self.step("rui", "accept", "")
        self.step("oda", "agree", "", agreement_digest=_DIGESTS[1])
        self.step("rui", "plan", "", team=["ada", "ben"], sites=[self.site], due_date=_in_days(30))
        self.step("ada", "start", "")

    def step(self, person: str, step: str, item: str, **fields: Any) -> None:
        """Take a step."""
        asked = cases.TakeCaseStepRequest(
            name=f"{PARENT}/cases/{self.id}", item=item, step=step, revision=self._revision, reason="as in the sample",
            content=cases.CaseContent(**fields),
        )  # fmt: skip
        self._revision = self.call(person, "CaseService/TakeCaseStep", asked).revision


def _in_days(days: int) -> str:
    return instants.now_plus(timedelta(days=days))[:10]
