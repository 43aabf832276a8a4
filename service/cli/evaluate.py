"""How is one dossier evaluated, in process or by a server?"""

from __future__ import annotations

import uuid
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from service.answering.envelopes import exported_content, remarks_on, unstored_evaluation, with_steps
from service.answering.mapping.requests import write_request
from service.answering.report.coming import coming_versions
from service.answering.terminal.given_options import read_as_of
from service.answering.terminal.likely_card import naming_card
from service.answering.terminal.named_rules import draft_said, read_known, rules_meant
from service.answering.terminal.output import RemoteError
from service.base import instants
from service.base.names import CardName
from service.base.software import software_versions
from service.cli.previous import with_files
from service.evaluating.evaluators import Evaluators, new_record_key
from service.evaluating.reader import RecordReader
from service.gazette.tables import FOLDER, Shelf
from service.gazette.versions import Gazette
from service.reading.tree.problems import Problem
from service.reading.workbook.files import read_file

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from rules.contracts.record import Record
    from rules.model.published import Published
    from rules.model.scorecard import Scorecard
    from service.reading.dossier.reading import Dossier
    from touchstone.v1 import evaluation_pb2, evaluation_service_pb2

_say = speaker(__name__)


@dataclass(frozen=True, slots=True)
class Answer:
    """An evaluation and its record, the scorecard whose words its report uses, and what there is to remark."""

    evaluation: evaluation_pb2.Evaluation
    record: Record
    scorecard: Scorecard
    notes: tuple[Problem, ...] = ()
    draft: str = ""
    """Of a draft, that it is one."""
    coming: tuple[tuple[Published, date], ...] = ()
    """The versions that govern later, each from its day."""


def evaluate(  # noqa: PLR0913 -- one for each option of the command
    card: str,
    dossier: Path,
    *,
    as_of: str | None,
    draft: bool,
    known: str | None,
    settings: dict[str, str],
    gazette: Gazette,
    languages: tuple[str, ...],
    server: str | None,
    request_id: str | None,
    full: bool = False,
    previous: Sequence[Path] = (),
) -> Answer:
    """Evaluate a dossier; with a server the evaluation is stored there, else nowhere.

    `previous` are files of earlier evaluations; a server finds them itself.

    Raises:
        PlacedError: the dossier cannot be accepted; every problem has its line and column.
        InputError: an argument is malformed, or only a folder has the name of the card.
        VersionError: there is no such version, or none in force.
        RuleSourceError: the draft does not compile.
        RemoteError: the server refuses, or cannot be reached.
    """
    if as_of is None:
        today = instants.now()[:10]
        description = _say("AS_OF_REQUIRED_TODAY", today=today)
        raise InputError((Violation("--as-of", description, "REQUIRED"),))
    day = read_as_of(as_of)
    instant = read_known(known)
    meant = rules_meant(card, gazette, draft=draft)
    said = ""
    later: tuple[tuple[Published, date], ...] = ()
    if isinstance(meant, Path):
        rules = _draft(meant, languages, server, gazette)
        said = draft_said(meant, rules)
    else:
        rules = gazette.find(meant, as_of=day, known=instant)
        later = tuple(coming_versions(gazette.versions(meant.card), day, instant))
    with naming_card(gazette):
        read = read_file(dossier, rules.scorecard, as_of=as_of, settings=settings)
    if server is not None and previous:
        raise InputError((Violation("--previous", _say("PREVIOUS_ON_SERVER"), "WRONG_VALUE"),))
    if server is not None and isinstance(meant, CardName):
        asked = read.subject.model_copy(update={"known": "" if known is None else instant})
        request = write_request(asked, scorecard=str(meant), request_id=request_id or str(uuid.uuid4()))
        evaluation = _remotely(request, read, server, settings)
        with closing(RecordReader(gazette)) as reader:
            recorded = reader.read(exported_content(evaluation))
        if full:
            with_steps(evaluation, recorded)
        return replace(_answer(evaluation, recorded.record, rules.scorecard, read, said), coming=later)
    key = new_record_key()
    with closing(Evaluators.beside(gazette)) as evaluators:
        try:
            subject = read.subject.model_copy(update={"known": instant})
            recorded = evaluators.evaluate(rules, with_files(rules, subject, previous, gazette), key)
        except InputError as error:
            raise read.located(error, settings) from None
        waiting = evaluators.open_in(rules, recorded)
    evaluation = unstored_evaluation(
        recorded,
        rules.scorecard,
        made=instants.now(),
        record_key=key,
        software_versions=software_versions(),
        open_answers=waiting,
    )
    if full:
        with_steps(evaluation, recorded)
    return replace(_answer(evaluation, recorded.record, rules.scorecard, read, said), coming=later)


def _answer(
    evaluation: evaluation_pb2.Evaluation, record: Record, scorecard: Scorecard, read: Dossier, said: str
) -> Answer:
    """Put to what reading the dossier gave to say what is remarked on the answer, at its places."""
    remarks = [
        Problem(read.place_of(one.field), one.field, one.description, one.reason.upper())
        for one in remarks_on(evaluation, record, scorecard)
    ]
    return Answer(evaluation, record, scorecard, (*read.notes, *remarks), said)


def _draft(folder: Path, languages: tuple[str, ...], server: str | None, gazette: Gazette) -> Published:
    if server is not None:
        description = _say("DRAFT_IN_PROCESS")
        raise InputError((Violation("--server", description, "WRONG_VALUE"),))
    from service.answering.terminal.desk import read_draft  # noqa: PLC0415 -- the compiler is loaded only for a draft

    return read_draft(folder, languages, Shelf(gazette.folder / FOLDER))


def _remotely(
    request: evaluation_service_pb2.EvaluateSubjectRequest, read: Dossier, server: str, settings: dict[str, str]
) -> evaluation_pb2.Evaluation:
    from service.answering.terminal.remote import Remote  # noqa: PLC0415 -- gRPC is loaded only to ask a server

    try:
        return Remote(server).evaluate(request)
    except RemoteError as error:
        violations = error.violations()
        if violations:
            raise read.located(InputError(violations), settings) from None
        raise
