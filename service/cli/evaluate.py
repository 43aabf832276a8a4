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
from service.answering.remarks import jumps
from service.answering.report.coming import coming_versions
from service.answering.terminal.given_options import read_as_of
from service.answering.terminal.likely_card import naming_card
from service.answering.terminal.named_rules import draft_said, read_known, rules_meant
from service.answering.terminal.output import RemoteError
from service.base import instants
from service.base.names import CardName, parse_card
from service.base.software import software_versions
from service.cli.previous import with_files
from service.cli.verify import read_evaluation
from service.evaluating.evaluators import Evaluators, new_record_key
from service.evaluating.reader import RecordReader
from service.gazette.tables import FOLDER, Shelf
from service.gazette.versions import Gazette
from service.reading.tree.problems import Problem
from service.reading.workbook.files import read_file
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from rules.contracts.record import Record
    from rules.model.published import Published
    from rules.model.scorecard import Scorecard
    from service.reading.dossier.reading import Dossier

_say = speaker(__name__)

_LOOKED_AT = 8
"""So many of the subject's evaluations are looked at for one under the same card."""


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
    compare: Path | None = None,
) -> Answer:
    """Evaluate a dossier; with a server the evaluation is stored there, else nowhere.

    `previous` are files of earlier evaluations from which facts are taken; a server finds them itself. With the one in
    the file `compare`, or the last that a server has, numbers are compared.

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
    before = None if compare is None else _compared(compare, read, rules.scorecard, gazette)
    if server is not None and isinstance(meant, CardName):
        asked = read.subject.model_copy(update={"known": "" if known is None else instant})
        request = write_request(asked, scorecard=str(meant), request_id=request_id or str(uuid.uuid4()))
        evaluation = _remotely(request, read, server, settings)
        with closing(RecordReader(gazette)) as reader:
            recorded = reader.read(exported_content(evaluation))
        if full:
            with_steps(evaluation, recorded)
        before = _stored_before(evaluation, server, gazette) if compare is None else before
        answer = _answer(evaluation, recorded.record, rules.scorecard, read, said)
        return replace(answer, coming=later, notes=(*answer.notes, *_jumps(answer.record, before, read)))
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
    answer = _answer(evaluation, recorded.record, rules.scorecard, read, said)
    return replace(answer, coming=later, notes=(*answer.notes, *_jumps(answer.record, before, read)))


def _compared(path: Path, read: Dossier, scorecard: Scorecard, gazette: Gazette) -> Record | None:
    """Give the evaluation of a file, which is of the same subject and scorecard."""
    found = _record(read_evaluation(path), gazette)
    if found is None:
        return None
    asked = read.subject.subject, scorecard.card.id
    given = found.subject, parse_card(found.scorecard_version).card
    if given != asked:
        slots = {"given": given[0], "card": given[1], "subject": asked[0], "wanted": asked[1]}
        raise InputError((Violation("--compare", _say("COMPARES_OTHER", **slots), "WRONG_VALUE"),))
    return found


def _stored_before(evaluation: evaluation_pb2.Evaluation, server: str, gazette: Gazette) -> Record | None:
    """Give the evaluation of the subject under its card that a server stored last for an earlier day, if it tells."""
    from service.answering.terminal.remote import Remote  # noqa: PLC0415 -- gRPC is loaded only to ask a server

    record = evaluation.record
    request = evaluation_service_pb2.ListEvaluationsRequest(
        parent="/".join(record.subject.split("/")[:2]),
        filter=f'record.subject = "{record.subject}" AND record.as_of_date < {record.as_of_date}',
        order_by="record.as_of_date desc",
        page_size=_LOOKED_AT,
        view=evaluation_pb2.EVALUATION_VIEW_WRITTEN,
    )
    try:
        found = Remote(server).evaluations(request).evaluations
    except RemoteError:
        return None  # who may evaluate need not be allowed to read
    card = parse_card(record.scorecard_version).card
    last = next((one for one in found if parse_card(one.record.scorecard_version).card == card), None)
    return None if last is None else _record(last, gazette)


def _record(evaluation: evaluation_pb2.Evaluation, gazette: Gazette) -> Record | None:
    """Read the record of an evaluation; None if it was erased."""
    if evaluation.erasures:
        return None
    with closing(RecordReader(gazette)) as reader:
        return reader.read(exported_content(evaluation)).record


def _jumps(record: Record, before: Record | None, read: Dossier) -> list[Problem]:
    """Question, at their places, the numbers that are far from those of an evaluation before."""
    found = () if before is None else jumps(record, before)
    return [Problem(read.place_of(field), field, said, "JUMP") for field, _, said in found]


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
