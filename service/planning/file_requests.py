"""Requests to read and write files with lists of measures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts import InputError, Violation, message_factory
from rules.planning import check_measures
from service.base import instants
from service.base.resource_names import parse_card
from service.input.tree.placed_errors import PlacedError
from service.planning.measure_files.document import measure_document
from service.planning.measure_files.reading import read_measures
from service.planning.measure_files.workbook import write_measure_workbook
from service.planning.plan_messages import check_size, read_measure_list, request_error, write_measure_list
from touchstone.v1 import plan_service_pb2 as pb2

if TYPE_CHECKING:
    from rules.engine import ShouldStop
    from rules.model import Scorecard
    from service.gazette.versions import Gazette

_message = message_factory(__name__)

_Form = pb2.WriteMeasuresRequest.Form
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_YAML = "application/yaml"


def read_file(gazette: Gazette, request: pb2.ReadMeasuresRequest, _: ShouldStop) -> pb2.ReadMeasuresResponse:
    """Read a list of measures from a file of any kind.

    Raises:
        InputError: If the file is unreadable or invalid; all problems have their line or cell.
    """
    scorecard = _scorecard(gazette, request.scorecard)
    try:
        measures = read_measures(request.content, scorecard).measures
    except PlacedError as error:
        raise error.of_file("content") from None
    return pb2.ReadMeasuresResponse(measures=write_measure_list(measures))


def write_file(gazette: Gazette, request: pb2.WriteMeasuresRequest, _: ShouldStop) -> pb2.WriteMeasuresResponse:
    """Write a list of measures as a file.

    Raises:
        InputError: If the list or the form is invalid, with all violations.
    """
    violations: list[Violation] = []
    check_size(request.measures, violations)
    if request.form not in _Form.values():
        violations.append(Violation("form", _message("FORM", known=_Form.keys()[1:]), "WRONG_VALUE"))
    if violations:
        raise InputError(tuple(violations))
    measures = read_measure_list(request.measures, violations)
    if violations:
        raise InputError(tuple(violations))
    scorecard = _scorecard(gazette, request.scorecard)
    try:
        check_measures(scorecard, measures)
    except InputError as error:
        raise request_error(error) from None
    name = f"measures-{scorecard.card.id}"
    if request.form == _Form.FORM_WORKBOOK:
        content = write_measure_workbook(measures, scorecard, request.language_code)
        return pb2.WriteMeasuresResponse(content=content, media_type=_WORKBOOK, file_name=f"{name}.xlsx")
    text = measure_document(measures)
    return pb2.WriteMeasuresResponse(content=text.encode(), media_type=_YAML, file_name=f"{name}.yaml")


def _scorecard(gazette: Gazette, name: str) -> Scorecard:
    card = parse_card(name, field="scorecard")
    if card.version is not None:
        return gazette.version(card.card, card.version).scorecard
    today = instants.today(gazette.outlines(card.card)[-1].card.time_zone)
    return gazette.find(card, as_of=today, known=instants.now()).scorecard
