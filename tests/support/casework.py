"""A certification body on a server: its people, each with a way to sign in, a client, and the steps they take."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from service.identity.principals import Role
from tests.support.calling import Refused, refused, request_for
from tests.support.identities import bearing, new_key_of
from tests.support.running import RunningServer
from tests.support.small_card import CARD, meter, small_subject
from touchstone.v1 import (
    case_dossier_service_pb2 as dossiers,
    case_service_pb2 as cases,
    case_service_pb2_grpc,
    evaluation_service_pb2,
)
from touchstone.v1.case_dossier_service_pb2_grpc import DossierServiceStub

PARENT = "organizations/example"
CLIENT = f"{PARENT}/clients/works"
SUBJECT = f"{PARENT}/subjects/works"
REPORT, AGREEMENT, PHOTOGRAPH = ("ab" * 32, "cd" * 32, "ef" * 32)
PROFILE = f"""
titles = {{ en = "Small factory", zh = "小工厂" }}
cards = ["{CARD}"]
attestation = "certification"
time_zone = "Asia/Shanghai"
issues = "certificate"
number = "SF-{{year}}-{{serial:04}}"
validity_months = 36
surveillance_months = 12
disjoint = [["evaluation", "review"], ["evaluation", "decision"]]
accepted_readings = []
blocking = ["major", "minor"]
due_days = {{ major = 60, minor = 90, observation = 365 }}
extensions = 1
sample = "square_root"
without = []
guards = {{}}
"""
PEOPLE: Mapping[str, tuple[tuple[Role, ...], tuple[str, ...]]] = {
    "office": ((Role.INTEGRATOR,), ()),
    "ada": ((Role.ASSESSOR,), ("evaluation",)),
    "ben": ((Role.ASSESSOR,), ("evaluation",)),
    "rui": ((Role.REVIEWER,), ("application", "review", "evaluation")),
    "dan": ((Role.DECIDER,), ("application", "review", "decision", "appeal")),
    "eva": ((Role.DECIDER,), ("decision", "appeal")),
    "author": ((Role.RULE_AUTHOR, Role.RULE_APPROVER), ()),
    "approver": ((Role.RULE_APPROVER,), ()),
}
"""Roles and competences of each person."""


@dataclass
class Body:
    """A certification body that calls a server."""

    server: RunningServer
    keys: dict[str, str] = field(default_factory=dict)

    def call(self, person: str, method: str) -> Any:
        of_dossiers = method in {"GetCaseDossier", "CompareCaseEvaluations", "GetCaseReport"}
        kind = DossierServiceStub if of_dossiers else case_service_pb2_grpc.CaseServiceStub
        stub = kind(self.server.channel)
        return lambda request: getattr(stub, method)(request, metadata=bearing(self.keys[person]), timeout=60)

    def new_key(self, *roles: Role, organization: str = "example") -> str:
        """Make a way to sign in."""
        return new_key_of(self.server.environment["TOUCHSTONE_DATABASE_URL"], organization, *roles)

    def begin(self, profile: str = PROFILE) -> None:
        """Register all persons, the client and the profile."""
        self.keys["operator"] = self.new_key(Role.OPERATOR, organization="")
        for person, (roles, functions) in PEOPLE.items():
            self.keys[person] = self.new_key(*roles)
            self.register(person, functions=functions)
        sites = [cases.CaseSite(site=f"hall-{number}", address=f"{number} Mill Road") for number in range(4)]
        self.call("office", "SaveClient")(
            cases.SaveClientRequest(
                parent=PARENT,
                case_client=cases.CaseClient(
                    client="works",
                    display_name="Works Ltd 某某 工厂",
                    registered_id="91110000MA01",
                    region_code="CN",
                    sites=sites,
                ),
            )
        )
        self.profile(profile, first=True)

    def profile(self, content: str, *, first: bool = False, id: str = "small") -> None:
        """Propose and approve a profile for new cases."""
        proposed = self.call("author", "ProposeSchemeProfile")(
            cases.ProposeSchemeProfileRequest(parent=PARENT, profile=id, content=content)
        )
        approval = cases.ApproveSchemeProfileRequest(name=proposed.name, revision=proposed.revision)
        if first:
            assert (
                "Ask another person with the role rule-approver to approve"
                in refused(self.call("author", "ApproveSchemeProfile"), approval).message
            )
        assert self.call("approver", "ApproveSchemeProfile")(approval).approved

    def register(self, person: str, *, revision: int = 0, **known: Any) -> cases.CasePerson:
        """Register a person who signs in with their key."""
        account = f"api_key/{self.keys[person].split('_')[1]}"
        saved: cases.CasePerson = self.call("operator", "SaveCasePerson")(
            cases.SaveCasePersonRequest(
                parent=PARENT,
                case_person=cases.CasePerson(
                    person=person, display_name=person.title(), accounts=[account], revision=revision, **known
                ),
            )
        )
        return saved

    def evaluate(self, subject: str = SUBJECT, **changes: Any) -> str:
        """Evaluate a subject, and name the evaluation."""
        declared_subject = small_subject(**changes).model_copy(update={"subject": subject, "evidence": (meter(),)})
        evaluated = self.server.evaluations.EvaluateSubject(
            request_for(declared_subject), metadata=bearing(self.keys["ada"])
        )
        return str(evaluated.name)

    def apply(self, case: str, person: str = "office", **content: Any) -> cases.Case:
        """Open a case."""
        opened: cases.Case = self.call(person, "CreateCase")(applying(case, **content))
        return opened

    def get(self, case: str, person: str = "ada") -> cases.Case:
        current_case: cases.Case = self.call(person, "GetCase")(cases.GetCaseRequest(name=f"{PARENT}/cases/{case}"))
        return current_case

    def step(self, person: str, case: str, step: str, item: str = "", **content: Any) -> cases.Case:
        """Perform a step on the current state of a case."""
        updated_case: cases.Case = self.call(person, "TakeCaseStep")(self.asked(case, step, item, **content))
        return updated_case

    def refused(self, person: str, case: str, step: str, item: str = "", **content: Any) -> Refused:
        """Attempt a step and return the expected refusal."""
        return refused(self.call(person, "TakeCaseStep"), self.asked(case, step, item, **content))

    def asked(self, case: str, step: str, item: str = "", **content: Any) -> cases.TakeCaseStepRequest:
        """Write a step."""
        return cases.TakeCaseStepRequest(
            name=f"{PARENT}/cases/{case}", item=item, step=step, revision=self.get(case).revision, reason="as agreed",
            content=cases.CaseContent(**content),
        )  # fmt: skip

    def to_evaluation(self, case: str, **content: Any) -> None:
        """Bring a new case as far as its evaluation by Ada."""
        self.apply(case, **content)
        self.step("rui", case, "accept")
        self.step("office", case, "agree", agreement_digest=AGREEMENT)
        self.step("rui", case, "plan", team=["ada", "ben"], sites=["hall-0", "hall-1"], due_date="2099-01-31")
        self.step("ada", case, "start")

    def new_id(self) -> str:
        return str(uuid.uuid4())

    def listed(self) -> list[cases.Case]:
        """List the cases of the body."""
        return list(self.call("ada", "ListCases")(cases.ListCasesRequest(parent=PARENT, page_size=1_000)).cases)

    def person(self, person: str) -> cases.CasePerson:
        response = self.call("operator", "ListCasePersons")(cases.ListCasePersonsRequest(parent=PARENT))
        registered: list[cases.CasePerson] = list(response.case_persons)
        return next(one for one in registered if one.person == person)

    def save(self, person: cases.CasePerson) -> None:
        self.call("operator", "SaveCasePerson")(cases.SaveCasePersonRequest(parent=PARENT, case_person=person))

    def dossier(self, case: str, person: str = "ada", **asked: Any) -> dossiers.CaseDossier:
        request = dossiers.GetCaseDossierRequest(name=f"{PARENT}/cases/{case}", **asked)
        case_dossier: dossiers.CaseDossier = self.call(person, "GetCaseDossier")(request)
        return case_dossier

    def evaluate_dossier(self, case: str) -> str:
        """Evaluate the current dossier of a case and return the name of the evaluation."""
        dossier = self.dossier(case)
        request = evaluation_service_pb2.EvaluateSubjectRequest(
            subject=SUBJECT, scorecard=dossier.scorecard, as_of_date="2026-03-01", settings=dossier.content.settings,
            facts=dossier.content.facts, evidence=dossier.content.evidence, request_id=self.new_id(),
        )  # fmt: skip
        return str(self.server.evaluations.EvaluateSubject(request, metadata=bearing(self.keys["ada"])).name)

    def compared(self, case: str, item: str = "") -> dossiers.CaseComparison:
        """Compare an evaluation of a case with the one before."""
        request = dossiers.CompareCaseEvaluationsRequest(name=f"{PARENT}/cases/{case}", item=item)
        comparison: dossiers.CaseComparison = self.call("ada", "CompareCaseEvaluations")(request)
        return comparison

    def to_recommendation(self, case: str) -> str:
        """Bring a new case as far as its recommendation by Dan; name its evaluation."""
        self.to_evaluation(case)
        name = self.evaluate()
        self.step("ada", case, "conclude", evaluation=name, report_digest=REPORT)
        self.step("ada", case, "hand_over")
        self.step("dan", case, "recommend", evaluation=name, report_digest=REPORT)
        return name

    def to_certificate(self, case: str) -> cases.CaseContent:
        """Advance a new case to its certificate and return the certificate."""
        name = self.to_recommendation(case)
        self.step("dan", case, "grant", evaluation=name, report_digest=REPORT, sites=["hall-0", "hall-1"])
        issued = self.step("dan", case, "issue")
        (certificate,) = (one for one in issued.items if one.item.startswith("certificates/"))
        return certificate.content


def declared(**changes: Any) -> dossiers.DossierContent:
    """Return a declared dossier of the small card."""
    request = request_for(small_subject(**changes).model_copy(update={"subject": SUBJECT, "evidence": (meter(),)}))
    return dossiers.DossierContent(settings=request.settings, facts=request.facts, evidence=request.evidence)


def applying(case: str, **content: Any) -> cases.CreateCaseRequest:
    """Write an application."""
    applied = {"scorecard": f"scorecards/{CARD}", "scope": "Making of parts", "sites": ["hall-0", "hall-1", "hall-2"]}
    return cases.CreateCaseRequest(
        parent=PARENT, case_id=case, client=CLIENT, subject=SUBJECT, profile="small",
        content=cases.CaseContent(**{**applied, **content}),
    )  # fmt: skip
