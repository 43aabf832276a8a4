"""Tasks of an applicant: state of each fact and finding, order of tasks, and form field of each problem."""

import pytest

from service.output.asking_criteria import asking_criteria
from service.workbench.applicant_tasks import ApplicantTasks, TaskState, fact_tasks, finding_tasks, question_tasks
from service.workbench.pages.applicant import _document_field
from service.workbench.pages.dossier import FactPrompt
from tests.support.small_card import small_card
from touchstone.v1 import case_dossier_service_pb2 as dossiers, case_service_pb2 as cases, fact_pb2, types_pb2

FACTS = ("lacking", "declared", "unproved", "expired")
PROMPTS = {id: FactPrompt(id, id.title(), "number", "%", (), ("meter-reading",)) for id in FACTS}
DOSSIER = dossiers.CaseDossier(
    facts=[dossiers.DossierFact(fact_id=id, section="A") for id in FACTS],
    content=dossiers.DossierContent(
        facts=[fact_pb2.Fact(fact_id=id, value=types_pb2.Value(number="1")) for id in FACTS[1:]]
    ),
)
EVIDENCE = dossiers.ListCaseEvidenceResponse(
    wanted=[dossiers.WantedEvidence(kinds=["meter-reading"], fact_ids=["lacking", "unproved", "expired"])],
    documents=[dossiers.CaseEvidence(shortcomings=[dossiers.EvidenceShortcoming(fact_id="expired", reason="expired")])],
)


def case(state: str = "evaluating", *items: cases.CaseItem, steps: tuple[cases.CaseStep, ...] = ()) -> cases.Case:
    return cases.Case(state=state, as_of_date="2026-03-01", items=items, steps=steps)


def finding(number: int, state: str, due: str) -> cases.CaseItem:
    return cases.CaseItem(item=f"findings/{number}", state=state, content=cases.CaseContent(due_date=due))


def test_the_task_state_of_a_fact_follows_from_its_value_and_documents() -> None:
    tasks = fact_tasks(DOSSIER, EVIDENCE, PROMPTS, {}, may_declare=True)
    states = [TaskState.TO_DO, TaskState.DONE, TaskState.IN_PROGRESS, TaskState.REPLACE]
    assert [task.state for task in tasks] == states
    closed = fact_tasks(DOSSIER, EVIDENCE, PROMPTS, {}, may_declare=False)
    assert {task.state for task in closed} == {TaskState.LATER, TaskState.DONE}
    asked = ApplicantTasks(tasks, [], [])
    assert asked.next_fact is not None
    assert asked.next_fact.prompt.id == "expired"  # an invalid document comes before a missing document
    assert [asked.fact_after(id) for id in FACTS] == ["unproved", "unproved", "expired", "lacking"]
    assert [asked.neighbours(id) for id in ("lacking", "expired", "none")] == [
        ("", "declared"), ("unproved", ""), ("", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("due", "days_left", "first"), [("2026-03-10", 30, "finding"), ("2026-06-01", 30, "fact"), ("", 30, "fact")]
)
def test_the_next_task_is_the_most_urgent_task(due: str, days_left: int, first: str) -> None:
    facts = fact_tasks(DOSSIER, EVIDENCE, PROMPTS, {}, may_declare=True)
    findings = finding_tasks(case("evaluating", finding(1, "open", due)), {("findings/1", "answer")})
    assert ApplicantTasks(facts, findings, [], days_left).next_kind == first
    asked = cases.CaseStep(step="ask", content=cases.CaseContent(statement="Who?", due_date="2027-01-31"))
    questions = question_tasks(case("waiting", steps=(asked,)), {("", "answer")})
    assert ApplicantTasks(facts, findings, questions, days_left).next_kind == "question"
    assert ApplicantTasks([], [], []).next_kind == ""


def test_findings_awaiting_an_answer_come_first_and_returned_findings_are_marked() -> None:
    returned = cases.CaseStep(item="findings/2", step="return")
    items = [finding(number, state, f"2026-0{number + 3}-01") for number, state in enumerate(
        ("answered", "open", "planned", "closed"), start=1
    )]  # fmt: skip
    tasks = finding_tasks(
        case("evaluating", *items, steps=(returned,)), {("findings/2", "answer"), ("findings/3", "show")}
    )
    assert [(task.number, task.state, task.step) for task in tasks] == [
        ("2", TaskState.REPLACE, "answer"), ("3", TaskState.TO_DO, "show"), ("1", TaskState.WITH_BODY, ""),
        ("4", TaskState.DONE, ""),
    ]  # fmt: skip
    assert [task.days_left for task in tasks] == [61, 92, 31, None]


@pytest.mark.parametrize(("language", "gate"), [("en", "G1 No serious violation"), ("zh", "G1 无严重违法")])
def test_a_fact_names_the_criterion_that_requires_the_fact(language: str, gate: str) -> None:
    asked_by = asking_criteria(small_card(), language)
    assert [(one.title, one.points) for one in asked_by["serious_violations"]] == [(gate, "")]
    assert [one.points for one in asked_by["renewable_share"]] == ["60"]
    assert "report_year" not in asked_by


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("content.dossier.evidence[bill].issue_date", "issue_date-abababab"),
        ("content.dossier.evidence[bill].validity.last_date", "valid_until-abababab"),
        ("content.dossier.evidence[bill].validity", "valid_until-abababab"),
        ("content.dossier.evidence[bill]", "kind-abababab"),
        ("content.dossier.evidence[other].kind", "content.dossier.evidence[other].kind"),
        ("reason", "reason"),
    ],
)
def test_a_problem_of_a_new_document_is_shown_at_its_form_field(path: str, field: str) -> None:
    assert _document_field(path, {"bill": "ab" * 32}) == field
