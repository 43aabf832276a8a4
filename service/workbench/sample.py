"""Sample certification body: persons, three cases at different stages, their documents and two guided stories."""

from __future__ import annotations

import hashlib
import json
import tomllib
import uuid
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import orjson
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from google.protobuf.json_format import Parse

from rules.contracts import package_file
from service.approval.signing_keys import public_half
from service.base import instants
from service.cases.certificate_files import BODY, KEY
from service.cases.credentials.decisions import assemble_signed_decision, read_decision_statement, sign_with_key
from service.cases.dossiers import format_value, rests_on
from service.identity.principals import Role
from touchstone.v1 import case_service_pb2 as cases, evaluation_pb2, evaluation_service_pb2
from touchstone.v1.case_dossier_service_pb2 import AddCaseFileRequest, DossierContent
from touchstone.v1.fact_pb2 import Fact, Verification

if TYPE_CHECKING:
    from pathlib import Path

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from touchstone.v1.evaluation_service_pb2 import EvaluateSubjectRequest
    from touchstone.v1.fact_pb2 import EvidenceItem

ORGANIZATION = "sample"
PARENT = f"organizations/{ORGANIZATION}"
Call = Callable[[str, str, Any], Any]
"""Makes a call as a person: `call("ada", "CaseService/GetCase", request)`."""
_AGREEMENT = "cd" * 32
_TIME_ZONE = "Asia/Shanghai"
_PROFILE = "sample-factory"
_MISSING_FACTS = frozenset(["renewable_energy_share", "supplier_actions", "absolute_fall", "online_source_share"])
_REGISTRY_NUMBERS = frozenset(["serial", "certificate_number", "supply_number"])
_MISSING_DOCUMENTS = frozenset(["functions"])
_UNVERIFIED_FACTS = frozenset(["waste_use_share", "water_reuse_share", "unit_energy"])
_LINES_PER_PAGE, _LEADING, _TOP, _LEFT = 36, 18, 760, 72
_WIDTH, _HEIGHT = 595, 842
_MAX_LINE_LENGTH = 80
_INVENTED = "This document belongs to a sample; everything in it is invented."


@dataclass(frozen=True, slots=True)
class SamplePerson:
    """Person of the sample certification body."""

    name: str
    roles: tuple[Role, ...]
    functions: tuple[str, ...] = ()
    client: str = ""


PEOPLE: Mapping[str, SamplePerson] = {
    "lin": SamplePerson("Lin of Muster Ceramics", (Role.APPLICANT,), client="ceramics"),
    "oda": SamplePerson("Oda Office", (Role.INTEGRATOR,)),
    "rui": SamplePerson("Rui Reviewer", (Role.REVIEWER,), ("application", "review")),
    "ada": SamplePerson("Ada Assessor", (Role.ASSESSOR,), ("evaluation",)),
    "ben": SamplePerson("Ben Assessor", (Role.ASSESSOR,), ("evaluation",)),
    "dan": SamplePerson("Dan Decider", (Role.DECIDER,), ("application", "decision", "appeal")),
    "eva": SamplePerson("Eva Author", (Role.RULE_AUTHOR,)),
    "gus": SamplePerson("Gus Approver", (Role.RULE_APPROVER,)),
    "olu": SamplePerson("Olu Operator", (Role.OPERATOR,)),
}


@dataclass(frozen=True, slots=True)
class StoryStep:
    """Story step: its name, person and page."""

    name: str
    person: str
    address: str


_CERAMICS, _APPLICATION = "/workbench/cases/ceramics-1", "/workbench/apply/ceramics-1"
STORY = (
    StoryStep("send", "lin", f"{_APPLICATION}/online_source_share"),
    StoryStep("verify", "ada", f"{_CERAMICS}/assess/renewable_energy_share"),
    StoryStep("plan", "ben", f"{_CERAMICS}/findings/1/steps/accept_plan"),
    StoryStep("show", "lin", f"{_APPLICATION}/findings/1"),
    StoryStep("close", "ben", f"{_CERAMICS}/findings/1/steps/close"),
    StoryStep("evaluate", "ada", f"{_CERAMICS}/score"),
    StoryStep("report", "ada", f"{_CERAMICS}/report"),
    StoryStep("recommend", "rui", f"{_CERAMICS}/steps/recommend"),
    StoryStep("passkey", "dan", "/workbench/passkey"),
    StoryStep("enrol", "olu", "/workbench/people/dan"),
    StoryStep("grant", "dan", f"{_CERAMICS}/steps/grant"),
    StoryStep("issue", "dan", f"{_CERAMICS}/steps/issue"),
    StoryStep("receive", "lin", _APPLICATION),
)
RULE_STORY = (
    StoryStep("begin", "eva", "/workbench/drafts"),
    StoryStep("rule_passkey", "eva", "/workbench/rule-passkey"),
    StoryStep("ask", "eva", "/workbench/drafts"),
    StoryStep("second_passkey", "gus", "/workbench/rule-passkey"),
    StoryStep("publish", "gus", "/workbench/drafts"),
)
"""Only if the trial has its own trust file."""
STEPS = {step.name: step for step in (*STORY, *RULE_STORY)}
RULE_TRUST = "rule-trust-of-trial.json"
CASES = ("glassworks-1", "ceramics-1", "textiles-1")
_CLIENTS = {
    "glassworks": ("Example Glassworks Ltd", "SAMPLE-0001", ("works-1", "1 Furnace Road, Example City")),
    "ceramics": ("Muster Ceramics Ltd", "SAMPLE-0002", ("works-2", "5 Example Road, Example City")),
    "textiles": ("Sample Textiles Ltd", "SAMPLE-0003", ("mill-3", "3 Weaver Street, Example City")),
}


def write_certifying_body(folder: Path, address: str) -> None:
    """Write an issuing key and body settings to a new folder; the register is below `address`."""
    body_folder = folder / ORGANIZATION
    body_folder.mkdir(parents=True)
    key = generate_private_key(SECP256R1()).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (body_folder / KEY).touch(0o600)
    (body_folder / KEY).write_bytes(key)
    content = package_file(__package__, "sample_body.toml").read_text(encoding="utf-8")
    (body_folder / BODY).write_text(
        content.replace("{address}", f"{address}/register/{ORGANIZATION}"), encoding="utf-8"
    )


def write_rule_trust(file: Path, unsigned: Iterable[str]) -> None:
    """Write the trust file with rule authors and approvers but no keys; `unsigned` are trusted digests."""
    people = {
        name: {"name": person.name, "roles": roles, "keys": []}
        for name, person in PEOPLE.items()
        if (roles := [role.value for role in person.roles if role in (Role.RULE_AUTHOR, Role.RULE_APPROVER)])
    }
    file.write_bytes(orjson.dumps({"schema": 1, "people": people, "unsigned": sorted(unsigned)}))


def create_sample_cases(
    call: Call,
    accounts: Mapping[str, tuple[str, ...]],
    worked_factory: str,
    readings: Sequence[str],
    signing_key: Ed25519PrivateKey | None,
) -> None:
    """Register all persons and advance three cases; with `signing_key`, the decider signs.

    `worked_factory` is an EvaluateSubjectRequest in JSON, `readings` are own interpretations.
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
        if person == "dan" and signing_key is not None:
            saved.keys.add(public=public_half(signing_key), first_date=_in_days(-1))
        call("olu", "CaseService/SaveCasePerson", cases.SaveCasePersonRequest(parent=PARENT, case_person=saved))
    content = package_file(__package__, "sample_profile.toml").read_text(encoding="utf-8")
    content = content.replace("accepted_readings = []", f"accepted_readings = {json.dumps(list(readings))}")
    proposed = cases.ProposeSchemeProfileRequest(parent=PARENT, profile=_PROFILE, content=content)
    profile = call("eva", "CaseService/ProposeSchemeProfile", proposed)
    approval = cases.ApproveSchemeProfileRequest(name=profile.name, revision=profile.revision)
    call("gus", "CaseService/ApproveSchemeProfile", approval)
    _certify(_SampleCase(call, "textiles"), worked_factory, signing_key)
    _start_evaluation(_SampleCase(call, "ceramics"), worked_factory)
    _SampleCase(call, "glassworks").apply()


def _start_evaluation(sample_case: _SampleCase, worked_factory: str) -> None:
    sample_case.to_evaluation()
    known = _subject_request(sample_case, worked_factory)
    sample_case.add_documents("lin", known, but=_MISSING_DOCUMENTS)
    sent = [fact for fact in known.facts if fact.fact_id not in _MISSING_FACTS]
    declared = [Fact(fact_id=fact.fact_id, value=fact.value, places=fact.places) for fact in sent]
    content = DossierContent(facts=declared, evidence=known.evidence, settings=known.settings)
    sample_case.step("lin", "declare", "", dossier=content)
    accepted = Verification(judgement=Verification.JUDGEMENT_ACCEPTED, method="compared with its documents")
    judged = [
        Fact(fact_id=fact.fact_id, verification=accepted) for fact in sent if fact.fact_id not in _UNVERIFIED_FACTS
    ]
    sample_case.step("ada", "verify", "", dossier=DossierContent(facts=judged))
    sample_case.step(
        "ada", "raise", "", severity="minor", requirement="boundary metering",
        statement="The gas line from the tank farm to the canteen has no meter.",
    )  # fmt: skip
    sample_case.step(
        "oda", "answer", "findings/1", cause="The line was laid before the register of meters was kept.",
        correction="The line is read by hand each week.", corrective_action="A meter is fitted by the end of the year.",
    )  # fmt: skip
    sample_case.step(
        "ben", "raise", "", severity="observation", requirement="records",
        statement="Two weighing slips of May are filed under June.",
    )  # fmt: skip


def _certify(sample_case: _SampleCase, worked_factory: str, signing_key: Ed25519PrivateKey | None) -> None:
    sample_case.to_evaluation()
    request = _subject_request(sample_case, worked_factory)
    sample_case.add_documents("oda", request)
    request.request_id, request.view = str(uuid.uuid4()), evaluation_pb2.EVALUATION_VIEW_BASIC
    name = sample_case.call("ada", "EvaluationService/EvaluateSubject", request).name
    concluded = {"evaluation": name, "report_digest": _report_digest(sample_case, name)}
    sample_case.step("ada", "conclude", "", **concluded)
    sample_case.step("ada", "hand_over", "")
    sample_case.step("rui", "recommend", "", **concluded)
    trial = ["Trial: nothing of it is true, and nobody may rely on it."]
    sample_case.step("dan", "grant", "", signing_key, **concluded, sites=[sample_case.site], conditions=trial)
    sample_case.step("dan", "issue", "")


def _report_digest(sample_case: _SampleCase, evaluation: str) -> str:
    name, _, (_, address) = _CLIENTS[sample_case.client]
    body = tomllib.loads(package_file(__package__, "sample_body.toml").read_text(encoding="utf-8"))
    particulars = evaluation_service_pb2.ReportParticulars(
        number=sample_case.id, body=body["issuer"]["name"]["en"], legal_name=name, site=address,
        issue_date=instants.day_of(instants.now(), _TIME_ZONE).isoformat(),
    )  # fmt: skip
    request = evaluation_service_pb2.GetReportRequest(name=evaluation, language_code="en", particulars=particulars)
    return hashlib.sha256(sample_case.call("ada", "EvaluationService/GetReport", request).content).hexdigest()


def _subject_request(sample_case: _SampleCase, worked_factory: str) -> evaluation_service_pb2.EvaluateSubjectRequest:
    """Return the client's facts with its own serial numbers, to avoid double use."""
    known = Parse(worked_factory, evaluation_service_pb2.EvaluateSubjectRequest())
    known.subject = sample_case.subject
    for record in (record for fact in known.facts for record in fact.value.records.values):
        for name in _REGISTRY_NUMBERS & record.fields.keys():
            if record.fields[name].text:
                record.fields[name].text += f"-{sample_case.client}"
    return known


class _SampleCase:
    def __init__(self, call: Call, client: str) -> None:
        self.call, self.client, self.id = call, client, f"{client}-1"
        self.site = _CLIENTS[client][2][0]
        self.subject = f"{PARENT}/subjects/trial-{client}"
        self._revision = 0

    def apply(self) -> None:
        content = cases.CaseContent(
            scorecard="scorecards/zero-carbon-factory",
            scope=f"Trial: works of {_CLIENTS[self.client][0]}",
            sites=[self.site],
        )
        request = cases.CreateCaseRequest(
            parent=PARENT, case_id=self.id, client=f"{PARENT}/clients/{self.client}", subject=self.subject,
            profile=_PROFILE, content=content,
        )  # fmt: skip
        self._revision = self.call("oda", "CaseService/CreateCase", request).revision

    def to_evaluation(self) -> None:
        self.apply()
        self.step("rui", "accept", "")
        self.step("oda", "agree", "", agreement_digest=_AGREEMENT)
        self.step("rui", "plan", "", team=["ada", "ben"], sites=[self.site], due_date=_in_days(30))
        self.step("ada", "start", "")

    def add_documents(
        self, person: str, known: evaluation_service_pb2.EvaluateSubjectRequest, but: Collection[str] = ()
    ) -> None:
        """Upload documents except for `but`; all digests and locations are added to `known`."""
        for document in give_documents(known, _CLIENTS[self.client][0]):
            if document.evidence_id not in but:
                piece = AddCaseFileRequest(
                    parent=f"{PARENT}/cases/{self.id}", file_name=document.file_name, content=document.content
                )
                self.call(person, "DossierService/AddCaseFile", [piece])

    def step(self, person: str, step: str, item: str, key: Ed25519PrivateKey | None = None, **fields: Any) -> None:
        request = cases.TakeCaseStepRequest(
            name=f"{PARENT}/cases/{self.id}", item=item, step=step, revision=self._revision, reason="as in the sample",
            content=cases.CaseContent(**fields),
        )  # fmt: skip
        if key is not None:
            preparing = cases.PrepareCaseDecisionRequest(
                name=request.name, step=step, revision=request.revision, reason=request.reason, content=request.content
            )
            prepared = self.call(person, "CaseService/PrepareCaseDecision", preparing)
            statement = read_decision_statement(prepared.statement)
            signed = assemble_signed_decision(statement, (sign_with_key(statement, person, key),))
            request.signed_decision = signed.written()
        self._revision = self.call(person, "CaseService/TakeCaseStep", request).revision


def _in_days(days: int) -> str:
    return instants.now_plus(timedelta(days=days))[:10]


@dataclass(frozen=True, slots=True)
class SampleDocument:
    """Document with its evidence id and file name."""

    evidence_id: str
    file_name: str
    content: bytes


def give_documents(request: EvaluateSubjectRequest, holder: str) -> Iterator[SampleDocument]:
    """Yield the documents of a client; add digests and fact locations to `request`."""
    for item in request.evidence:
        dependent_facts = [fact for fact in request.facts if item.evidence_id in rests_on(fact)]
        lines = [_line(fact) for fact in dependent_facts]
        content = pdf_of(
            [
                *_head(item),
                f"Of {holder}",
                "",
                *lines,
                "",
                _INVENTED,
            ]
        )
        item.content_digest = hashlib.sha256(content).hexdigest()
        for fact, line in zip(dependent_facts, lines, strict=True):
            if item.evidence_id in fact.value.evidence_ids and not fact.value.HasField("records"):
                _add_location(fact, item.evidence_id, line)
        title = f"{_kind(item)} {item.issue_date[:4]}".strip()
        yield SampleDocument(item.evidence_id, f"{title}.pdf", content)


def _head(item: EvidenceItem) -> list[str]:
    dated = [f"Issued on {item.issue_date}"] if item.issue_date else []
    return [_kind(item), f"Issued by {item.issuer}", *dated]


def _kind(item: EvidenceItem) -> str:
    return item.kind.replace("-", " ").capitalize()


def _line(fact: Fact) -> str:
    value_text = (
        format_value(fact.value) if not fact.value.HasField("records") else f"{len(fact.value.records.values)} records"
    )
    return f"{fact.fact_id.replace('_', ' ').capitalize()}: {value_text}"[:_MAX_LINE_LENGTH]


def _add_location(fact: Fact, evidence_id: str, quote: str) -> None:
    for location in fact.places:
        if location.evidence_id == evidence_id:
            location.place.page, location.place.quote = "1", quote
            return
    added = fact.places.add(evidence_id=evidence_id)
    added.place.page, added.place.quote = "1", quote


def pdf_of(lines: Sequence[str]) -> bytes:
    """Return lines of Latin text as A4 pages, with the same bytes each time."""
    pages = [lines[start : start + _LINES_PER_PAGE] for start in range(0, max(len(lines), 1), _LINES_PER_PAGE)]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, page in enumerate(pages):
        drawn = b"BT /F1 12 Tf %d TL %d %d Td " % (_LEADING, _LEFT, _TOP)
        drawn += b" ".join(b"(%s) Tj T*" % _escaped(line) for line in page) + b" ET"
        objects += [
            (
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {_WIDTH} {_HEIGHT}] /Contents {5 + 2 * number} 0 R "
                "/Resources << /Font << /F1 3 0 R >> >> >>"
            ).encode(),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
        ]
    written, offsets = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, 1):
        offsets.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(written)
    written += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    written += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    written += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(written)


def _escaped(line: str) -> bytes:
    plain = line.encode("cp1252", "replace")
    return plain.replace(b"\\", rb"\\").replace(b"(", rb"\(").replace(b")", rb"\)")
