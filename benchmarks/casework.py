"""Cases in evaluation for benchmarks of pages: cases of the sample certification body, with documents and facts."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from google.protobuf.json_format import Parse

from service.base import instants
from service.cases.dossiers import request_of
from service.cli.keys import issue_key
from service.examples import examples
from service.store.accounts import open_api_keys
from service.workbench.sample import PARENT, PEOPLE, give_documents
from touchstone.client import Client
from touchstone.client.methods import method_named
from touchstone.v1 import case_dossier_service_pb2 as dossiers, case_service_pb2 as cases, evaluation_service_pb2
from touchstone.v1.fact_pb2 import Fact

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Call = Callable[[str, str, Any], Any]

_CLIENT, _HOLDER, _SITE = "ceramics", "Muster Ceramics Ltd", "works-2"
_SECONDS = 60


def open_cases(url: str, server: str, count: int) -> Sequence[str]:
    """Open `count` cases through calls by the staff of the sample certification body, and return their ids."""
    with ExitStack() as held:
        call = _calling(url, server, held)
        return [_open_case(call, f"work-{number:03}") for number in range(count)]


def _calling(url: str, server: str, held: ExitStack) -> Call:
    """Issue an API key to every person, and return a function that makes calls with these keys."""
    callers, ids = {}, {}
    keys = held.enter_context(open_api_keys(url))
    for name, person in PEOPLE.items():
        issued = issue_key(keys, organization=PARENT, roles=[*person.roles], expires=None, note="benchmark")
        callers[name], ids[name] = held.enter_context(Client(server, token=issued.key, timeout=_SECONDS)), issued.row.id

    def call(person: str, method: str, request: Any) -> Any:
        named = method_named(method.replace("/", "."))
        return callers[person].send(named, request, named.answer)

    listed = call("rui", "CaseService/ListCasePersons", cases.ListCasePersonsRequest(parent=PARENT, page_size=1_000))
    for known in listed.case_persons:
        if known.person in ids:
            known.accounts.append(f"api_key/{ids[known.person]}")
            call("olu", "CaseService/SaveCasePerson", cases.SaveCasePersonRequest(parent=PARENT, case_person=known))
    return call


def _open_case(call: Call, id: str) -> str:
    """Bring a case into its evaluation, with all documents and facts declared, one finding, and one evaluation."""
    name, subject = f"{PARENT}/cases/{id}", f"{PARENT}/subjects/{id}"
    content = cases.CaseContent(scorecard="scorecards/zero-carbon-factory", scope="works", sites=[_SITE])
    opening = cases.CreateCaseRequest(
        parent=PARENT, case_id=id, client=f"{PARENT}/clients/{_CLIENT}", subject=subject, profile="sample-factory",
        content=content,
    )  # fmt: skip
    revision = call("oda", "CaseService/CreateCase", opening).revision

    def take(person: str, step: str, **fields: Any) -> None:
        nonlocal revision
        taken = cases.TakeCaseStepRequest(
            name=name, step=step, revision=revision, reason="as in the sample", content=cases.CaseContent(**fields)
        )
        revision = call(person, "CaseService/TakeCaseStep", taken).revision

    take("rui", "accept")
    take("oda", "agree", agreement_digest="cd" * 32)
    take("rui", "plan", team=["ada", "ben"], sites=[_SITE], due_date=f"{instants.now()[:4]}-12-31")
    take("ada", "start")
    known = Parse(examples()["worked-factory.json"], evaluation_service_pb2.EvaluateSubjectRequest())
    for number, document in enumerate(give_documents(known, f"{_HOLDER}, {id}")):
        piece = dossiers.AddCaseFileRequest(
            parent=name, file_name=f"{number} {document.file_name}", content=document.content
        )
        call("lin", "DossierService/AddCaseFile", [piece])
    facts = [Fact(fact_id=fact.fact_id, value=fact.value, places=fact.places) for fact in known.facts]
    take(
        "lin", "declare",
        dossier=dossiers.DossierContent(facts=facts, evidence=known.evidence, settings=known.settings),
    )  # fmt: skip
    take("ada", "raise", severity="minor", requirement="metering", statement="The gas line has no meter.")
    dossier = call("ada", "DossierService/GetCaseDossier", dossiers.GetCaseDossierRequest(name=name))
    call("ada", "EvaluationService/EvaluateSubject", request_of(dossier, instants.now()[:10]))
    return id
