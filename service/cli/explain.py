"""Handler of `explain`: request, governing version and text."""

from __future__ import annotations

import shlex
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rules.api import read_record
from rules.contracts import DeclaredValue, format_citation, in_language, message_factory, parse_date, typeset
from rules.model import place_cited
from rules.trail import support_text
from service.base.resource_names import CardName, parse_version
from service.cli.verify import is_stored
from service.gazette.versions import Gazette
from service.input.dossier.dossier_writer import write_value
from service.output.envelopes import exported_content
from service.output.mapping.mapper import word_of
from service.output.mapping.requests import INPUTS
from service.output.result_status import status_lines
from service.output.terminal.given_options import read_known_time
from service.output.terminal.streams import print_error
from service.output.terminal.words import words
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2, types_pb2

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Request = evaluation_service_pb2.ExplainEvaluationRequest
    Explanation = evaluation_service_pb2.ExplainEvaluationResponse
    Bases = list[tuple[str, str, str]]

_message = message_factory(__name__)


def report_governing_version(  # noqa: PLR0913, PLR0917 -- one parameter per command-line argument
    answer: Explanation,
    evaluation: str,
    known: str | None,
    gazette: Path,
    language: str,
    stubs: Callable[[str], Any],
    request: Request,
) -> Explanation:
    """Print the version in force as known at `known`; do nothing if it is None."""
    if known is None:
        return answer
    instant, shown = read_known_time(known), request.evaluation
    if is_stored(evaluation):
        wanted = evaluation_service_pb2.GetEvaluationRequest(name=evaluation, view=evaluation_pb2.EVALUATION_VIEW_FULL)
        shown = stubs("evaluation_service.EvaluationService").GetEvaluation(wanted)
    record = read_record(exported_content(shown)).head
    card, _ = parse_version(record.scorecard_version, field="scorecard_version")
    version = Gazette(gazette).find(CardName(card), as_of=parse_date(record.as_of_date), known=instant)
    code = "KNOWN_SAME" if version.name == record.scorecard_version else "KNOWN_OTHER"
    slots = {"version": version.name, "used": record.scorecard_version, "as_of": record.as_of_date, "known": instant}
    print_error(in_language(_message(code, **slots), language))
    return answer


def explanation_text(answer: Explanation, language: str, criterion: str | None) -> str:
    """Render an explanation by topic, with improvement options."""
    spoken = words(language)
    if not answer.statements:
        return str(spoken["nothing"].format(criterion=criterion))
    decided = status_lines(answer.status, language)
    lines = ["", *decided] if decided else []
    for topic, statements in groupby(answer.statements, key=lambda statement: statement.topic):
        name = word_of(evaluation_service_pb2.Statement.Topic, topic)
        lines += ["", spoken["topics"][name]]
        named: Bases = []
        for statement in statements:
            bases = _bases(statement)
            lines += [f"  {line}" for line in _sentence(statement, bases, named, language)]
            named = bases
    if answer.ways_up:
        lines += ["", spoken["try"], *(f"  {option_line}" for option_line in _improvement_lines(answer, language))]
    return "\n".join(lines[1:])


def _bases(statement: evaluation_service_pb2.Statement) -> Bases:
    return [
        (basis.instrument, place_cited(basis.clause, basis.basis_id), _certainty(basis)) for basis in statement.bases
    ]


def _sentence(statement: evaluation_service_pb2.Statement, bases: Bases, before: Bases, language: str) -> Iterator[str]:
    if statement.topic == evaluation_service_pb2.Statement.TOPIC_STANDING:
        yield statement.text
        return
    spoken = words(language)
    yield statement.text.removesuffix(support_text(language, bases, statement.evidence_ids))
    aside, listed = spoken["joins"]["aside"], spoken["joins"]["list"]
    named = [
        aside.format(text=format_citation(instrument, clause, language), aside=spoken["certainties"][certainty])
        for instrument, clause, certainty in bases
    ]
    if bases and bases == before:
        named = [spoken["same_basis"]]
    if statement.evidence_ids:
        named.append(spoken["evidence"].format(evidence=listed.join(statement.evidence_ids)))
    if named:
        yield typeset(f"    {spoken['joins']['clauses'].join(named)}", language)


def _certainty(basis: types_pb2.Basis) -> str:
    return word_of(types_pb2.Certainty, basis.certainty)


def _improvement_lines(answer: Explanation, language: str) -> Iterator[str]:
    spoken = words(language)
    for improvement in answer.ways_up:
        required = INPUTS.read(DeclaredValue, improvement.required_value)
        if required.records is not None:
            record = write_value(required.model_copy(update={"records": required.records[-1:]})).strip("[]")
            yield (
                f"{spoken['one_more'].format(fact=improvement.fact_id, record=record)} → {improvement.resulting_grade}"
            )
            continue
        has_value = improvement.HasField("current_value")
        current = write_value(INPUTS.read(DeclaredValue, improvement.current_value)) if has_value else ""
        now = spoken["now"].format(value=current or spoken["unknown"])
        reached = spoken["joins"]["aside"].format(text=improvement.resulting_grade, aside=now)
        yield f"--fact {shlex.quote(f'{improvement.fact_id}={write_value(required)}')} → {reached}"
