"""Command handlers of the case dossier: file import, evaluation, comparison."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rules.contracts import InputError, message_factory, wording_loader
from service.base import instants
from service.base.resource_names import UNNAMED_SUBJECT, CardName, parse_card
from service.cases.dossiers import request_of
from service.gazette.versions import Gazette
from service.input.workbook.input_file import read_subject_file
from service.output.mapping.mapper import word_of
from service.output.mapping.requests import write_request
from service.output.terminal.streams import print_error
from service.output.terminal.words import requested_language, value_label
from touchstone.v1 import case_dossier_service_pb2 as dossiers, case_service_pb2, evaluation_pb2, fact_pb2

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rules.contracts import Subject

_message = message_factory(__name__)
_words = wording_loader(__name__)

STEPS = ("declare", "rate", "verify")


def record_from_file(  # noqa: PLR0913, PLR0917 -- one parameter for each option
    case: str, step: str, file: Path, item: str, revision: int, reason: str, person: str, gazette: Path,
    stubs: Callable[[str], Any],
) -> case_service_pb2.Case:  # fmt: skip
    """Submit the facts of a file as a case step; print its notes."""
    dossier = _dossier(case, item, person, stubs)
    card = parse_card(dossier.scorecard, field="content.scorecard").card
    today = instants.today("Etc/UTC")
    scorecard = Gazette(gazette).find(CardName(card), as_of=today, known=instants.now()).scorecard
    parsed = read_subject_file(file, scorecard, as_of=today.isoformat(), settings={})
    for note in parsed.notes:
        print_error(note.render(str(file), requested_language()))
    content = step_content(step, parsed.subject, dossier, field="FILE")
    request = case_service_pb2.TakeCaseStepRequest(
        name=case, item=item, step=step, revision=revision, reason=reason, person=person,
        content=case_service_pb2.CaseContent(dossier=content),
    )  # fmt: skip
    response: case_service_pb2.Case = stubs("case_service.CaseService").TakeCaseStep(request, timeout=60)
    return response


def step_content(step: str, subject: Subject, known: dossiers.CaseDossier, *, field: str) -> dossiers.DossierContent:
    """Return a step's content from a file, with settings only for `declare`."""
    if subject.subject not in {known.subject, UNNAMED_SUBJECT}:
        message = _message("OTHER_SUBJECT_IN_FILE", found=subject.subject[:120], meant=known.subject)
        raise InputError.of(field, message, "OTHER_SUBJECT")
    written = write_request(subject, scorecard=known.scorecard, request_id="")
    content = dossiers.DossierContent(facts=_facts_of_step(step, written.facts), evidence=written.evidence)
    if step == "declare":
        content.settings.update(written.settings)
    return content


def _facts_of_step(step: str, facts: Iterable[fact_pb2.Fact]) -> list[fact_pb2.Fact]:
    if step == "rate":
        return [
            fact_pb2.Fact(fact_id=fact.fact_id, ratings=fact.ratings, places=fact.places)
            for fact in facts
            if fact.ratings
        ]
    if step == "verify":
        return [
            fact_pb2.Fact(fact_id=fact.fact_id, verification=fact.verification)
            for fact in facts
            if fact.HasField("verification")
        ]
    return [
        fact_pb2.Fact(fact_id=fact.fact_id, value=fact.value, places=fact.places)
        for fact in facts
        if fact.HasField("value")
    ]


def _dossier(case: str, item: str, person: str, stubs: Callable[[str], Any]) -> dossiers.CaseDossier:
    request = dossiers.GetCaseDossierRequest(name=case, item=item, person=person)
    dossier: dossiers.CaseDossier = stubs("case_dossier_service.DossierService").GetCaseDossier(request, timeout=60)
    return dossier


def evaluate(case: str, as_of: str, person: str, stubs: Callable[[str], Any]) -> evaluation_pb2.Evaluation:
    """Evaluate the current dossier of a case and store the result."""
    dossier = _dossier(case, "", person, stubs)
    if not dossier.revision:
        raise InputError.of("case", _message("NO_DOSSIER", name=case), "NOT_FOUND")
    request = request_of(dossier, as_of, request_id=str(uuid.uuid4()), view=evaluation_pb2.EVALUATION_VIEW_BASIC)
    evaluated: evaluation_pb2.Evaluation = stubs("evaluation_service.EvaluationService").EvaluateSubject(request)
    return evaluated


def evaluation_text(answer: evaluation_pb2.Evaluation, language: str) -> str:
    """Render the name and result of an evaluation."""
    result = _result_text(answer.record.conclusion, language)
    return str(_words(language)["evaluated"]).format(name=answer.name, result=result)


def _result_text(conclusion: evaluation_pb2.Conclusion, language: str) -> str:
    words = _words(language)
    if conclusion.grade:
        return str(words["grade"]).format(grade=conclusion.grade)
    if conclusion.verdict:
        return str(words["verdict"]).format(verdict=word_of(evaluation_pb2.Verdict, conclusion.verdict))
    if conclusion.kind == evaluation_pb2.Conclusion.KIND_GRADE_OPEN:
        return str(words["grade_open"])
    return value_label(evaluation_pb2.Conclusion.Kind.DESCRIPTOR.values_by_number[conclusion.kind], language)
