"""How is an evaluation explained, in process or by a server, and how does the explanation read?"""

from __future__ import annotations

import shlex
from contextlib import closing
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from rules.contracts.citations import cited
from rules.contracts.dates import parse_date
from rules.contracts.errors import InputError, Violation
from rules.contracts.inputs import DeclaredValue
from rules.contracts.messages import speaker
from rules.contracts.typesetting import typeset
from rules.model.definitions import place_cited
from rules.trail.explain_teller import support
from rules.trail.forms import read_record
from service.answering.envelopes import exported_content
from service.answering.mapping.answers import write_explanation
from service.answering.mapping.requests import INPUTS
from service.answering.report.coming import Asked, tell_coming
from service.answering.report.double_use import tell_first
from service.answering.report.telling import RecordTeller
from service.answering.result_status import status_lines
from service.answering.terminal.remote import Remote
from service.answering.terminal.words import words
from service.base.instants import now
from service.base.names import CardName, parse_version
from service.cli.verify import read_evaluation, read_verified
from service.evaluating.evaluators import Evaluators
from service.reading.dossier.writing import write_value
from touchstone.v1 import evaluation_service_pb2, types_pb2

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.gazette.versions import Gazette

    Explanation = evaluation_service_pb2.ExplainEvaluationResponse
    Bases = list[tuple[str, str, str]]

_say = speaker(__name__)


def explain_evaluation(
    source: str, *, gazette: Gazette, server: str | None, language: str, criterion: str | None
) -> Explanation:
    """Explain a file after verifying it, or a stored evaluation by asking its server.

    Raises:
        InputError: the file is no evaluation, or there is no such criterion.
        VerificationFailedError: a check failed.
        TrailError: the payloads of the record were erased.
        RemoteError: the server refuses, or cannot be reached.
    """
    if server is not None:
        request = evaluation_service_pb2.ExplainEvaluationRequest(
            name=source, language_code=language, criterion_id=criterion or ""
        )
        return Remote(server).explain(request)
    verified = read_verified(source, gazette, None)
    version = verified.version
    try:
        with closing(Evaluators.beside(gazette)) as evaluators:
            explanation = evaluators.explain(version, verified.record, language, criterion)
            ahead = Asked(verified.record, version, now())
            coming = ahead.coming(gazette, evaluators) if criterion is None else []
    except InputError as error:
        options = {"criterion_id": "--criterion"}
        raise InputError(
            tuple(
                Violation(options.get(item.field, item.field), item.description, item.reason)
                for item in error.violations
            )
        ) from None
    answer = write_explanation(explanation, version.scorecard)
    teller = RecordTeller(verified.record, version.scorecard, language)
    tell_first(answer, teller, verified.evaluation.archive_findings, criterion)
    tell_coming(answer, ahead.sentences(coming, language) if criterion is None else ())
    if verified.evaluation.HasField("status"):
        answer.status.CopyFrom(verified.evaluation.status)
    return answer


def governing(source: str, known: str, gazette: Gazette, server: str | None) -> str:
    """Say which version was in force for an evaluation as known at an instant, and whether it is the one used.

    Raises:
        InputError: the file is no evaluation.
        VersionError: none was in force.
        RemoteError: the server has no such evaluation, or cannot be reached.
    """
    shown = read_evaluation(Path(source)) if server is None else Remote(server).evaluation(source)
    record = read_record(exported_content(shown)).head
    card, _ = parse_version(record.scorecard_version, field="scorecard_version")
    version = gazette.find(CardName(card), as_of=parse_date(record.as_of_date), known=known)
    code = "KNOWN_SAME" if version.name == record.scorecard_version else "KNOWN_OTHER"
    return _say(code, version=version.name, used=record.scorecard_version, as_of=record.as_of_date, known=known)


def explanation_text(answer: Explanation, language: str, criterion: str | None) -> str:
    """Write an explanation: a heading for each topic, each sentence with what it stands on, what could be tried."""
    spoken = words(language)
    if not answer.statements:
        return str(spoken["nothing"].format(criterion=criterion))
    decided = status_lines(answer.status, language)
    lines = ["", *decided] if decided else []
    for topic, statements in groupby(answer.statements, key=lambda statement: statement.topic):
        name = evaluation_service_pb2.Statement.Topic.Name(topic).removeprefix("TOPIC_").lower()
        lines += ["", spoken["topics"][name]]
        named: Bases = []
        for statement in statements:
            bases = _bases(statement)
            lines += [f"  {line}" for line in _sentence(statement, bases, named, language)]
            named = bases
    if answer.ways_up:
        lines += ["", spoken["try"], *(f"  {way}" for way in _ways(answer, language))]
    return "\n".join(lines[1:])


def _bases(statement: evaluation_service_pb2.Statement) -> Bases:
    return [
        (basis.instrument, place_cited(basis.clause, basis.basis_id), _certainty(basis)) for basis in statement.bases
    ]


def _sentence(statement: evaluation_service_pb2.Statement, bases: Bases, before: Bases, language: str) -> Iterator[str]:
    """Give a sentence and, on a line of its own, what it stands on, in full unless the sentence before stands on it.

    A sentence about a basis names it itself.
    """
    if statement.topic == evaluation_service_pb2.Statement.TOPIC_STANDING:
        yield statement.text
        return
    spoken = words(language)
    yield statement.text.removesuffix(support(language, bases, statement.evidence_ids))
    aside, listed = spoken["joins"]["aside"], spoken["joins"]["list"]
    named = [
        aside.format(text=cited(instrument, clause, language), aside=spoken["certainties"][how])
        for instrument, clause, how in bases
    ]
    if bases and bases == before:
        named = [spoken["same_basis"]]
    if statement.evidence_ids:
        named.append(spoken["evidence"].format(evidence=listed.join(statement.evidence_ids)))
    if named:
        yield typeset(f"    {spoken['joins']['clauses'].join(named)}", language)


def _certainty(basis: types_pb2.Basis) -> str:
    return types_pb2.Certainty.Name(basis.certainty).removeprefix("CERTAINTY_").lower()


def _ways(answer: Explanation, language: str) -> Iterator[str]:
    spoken = words(language)
    for way in answer.ways_up:
        required = INPUTS.read(DeclaredValue, way.required_value)
        if required.records is not None:
            record = write_value(required.model_copy(update={"records": required.records[-1:]})).strip("[]")
            yield f"{spoken['one_more'].format(fact=way.fact_id, record=record)} → {way.resulting_grade}"
            continue
        has_value = way.HasField("current_value")
        current = write_value(INPUTS.read(DeclaredValue, way.current_value)) if has_value else ""
        now = spoken["now"].format(value=current or spoken["unknown"])
        reached = spoken["joins"]["aside"].format(text=way.resulting_grade, aside=now)
        yield f"--fact {shlex.quote(f'{way.fact_id}={write_value(required)}')} → {reached}"
