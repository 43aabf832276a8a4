"""Handler of `evaluate`: evaluation of one dossier."""

from __future__ import annotations

import uuid
from contextlib import closing, contextmanager, nullcontext
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rules.contracts import LANGUAGES, InputError, in_language, message_factory, read_complete_record
from service.base.resource_names import CardName, parse_card
from service.cli.verify import add_previous, read_evaluation, violations_at_files
from service.evaluating.evaluators import Evaluators, RecordReader
from service.gazette.tables import FOLDER, TableStore
from service.gazette.versions import Gazette
from service.input.dossier.dossier_reader import WrongScorecardError
from service.input.tree.placed_errors import Problem
from service.input.workbook.input_file import read_subject_file
from service.output.envelopes import exported_content, remarks_on, with_steps
from service.output.mapping.answers import read_open_answers
from service.output.mapping.requests import read_date, write_request
from service.output.report import render_text
from service.output.report.formatters import made_by_lines
from service.output.report.render_summary import render_summary
from service.output.report.upcoming_versions import name_upcoming, upcoming_versions
from service.output.result_status import status_lines
from service.output.terminal.given_options import (
    draft_notice,
    read_known_time,
    read_settings,
    resolve_rules,
)
from service.output.terminal.output import OutputFormat, RemoteError
from service.output.terminal.streams import print_error
from service.output.terminal.words import words
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2, scorecard_pb2

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager
    from datetime import date

    from rules.api import LazyRecord
    from rules.contracts import Record
    from rules.model import PublishedVersion, VersionOutline
    from service.cli.command_execution import StubFactory
    from service.input.dossier.dossier_reader import Dossier

    Request = evaluation_service_pb2.EvaluateSubjectRequest


_message = message_factory(__name__)

_EVALUATIONS = "evaluation_service.EvaluationService"
_MAX_CANDIDATES = 8


@dataclass(frozen=True)
class EvaluateResult:
    """Evaluation with its rules; `draft` is empty for a published version."""

    evaluation: evaluation_pb2.Evaluation
    rules: PublishedVersion
    gazette: Gazette
    draft: str = ""
    upcoming_versions: Sequence[tuple[VersionOutline, date]] = ()

    @cached_property
    def recorded(self) -> LazyRecord:
        return _load_record(self.evaluation, self.gazette, self.rules if self.draft else None)


def evaluate(  # noqa: PLR0913, PLR0917 -- one parameter per command-line argument
    card: str,
    dossier: Path,
    as_of: str,
    known: str | None,
    draft: bool,
    settings: Sequence[str],
    full: bool,
    files: str | None,
    previous: Sequence[Path],
    compare: Path | None,
    unstored: bool,
    request_id: str | None,
    server: str | None,
    database_url: str | None,
    gazette: Path,
    format: str,
    language: str,
    stubs: StubFactory,
) -> EvaluateResult:
    """Evaluate a dossier; store the result only with a server or database, never for a draft."""
    chosen, local, instant = read_settings([*settings]), stubs.gazette, read_known_time(known)
    rules_reference = resolve_rules(card, local, draft=draft)
    with _gazette_of(rules_reference, gazette, server, stubs) as folder:
        gazette_store = local if folder == gazette else Gazette(folder)
        rules, notice, later = _load_rules(rules_reference, files, gazette_store, read_date(as_of, "--as-of"), instant)
        with suggesting_card(local):
            parsed_dossier = read_subject_file(dossier, rules.scorecard, as_of=as_of, settings=chosen)
        stores = not (notice or unstored) and bool(server or database_url)
        if previous and stores:
            raise InputError.of("--previous", _message("PREVIOUS_ON_SERVER"), "WRONG_VALUE")
        before = None if compare is None else _load_comparison(compare, parsed_dossier, rules, gazette_store)
        subject = parsed_dossier.subject.model_copy(update={"known": "" if known is None else instant})
        request = write_request(subject, scorecard="" if notice else str(rules_reference), request_id="")
        if stores:
            request.request_id = request_id or str(uuid.uuid4())
        request.validate_only = not stores
        if notice:
            request.scorecard_draft.CopyFrom(draft_message(rules, files))
        add_previous(request, previous)
        with _locating_errors(parsed_dossier, chosen, previous):
            evaluation: evaluation_pb2.Evaluation = stubs(_EVALUATIONS).EvaluateSubject(request)
        answer = EvaluateResult(evaluation, rules, gazette_store, notice, later)
        if full and format == OutputFormat.JSON:
            with_steps(evaluation, answer.recorded)
        if compare is None and stores:
            before = _find_previous_record(evaluation, stubs, gazette_store)
        for note in _notes(answer, parsed_dossier, before):
            print_error(note.render(str(dossier), language))
        if notice:
            print_error(in_language(notice, language))
    return answer


def _gazette_of(
    reference: CardName | Path, gazette: Path, server: str | None, stubs: Callable[[str], Any]
) -> AbstractContextManager[Path]:
    """Return the gazette of the rules; with a server, it contains the published versions of that server."""
    if server is None or isinstance(reference, Path):
        return nullcontext(gazette)
    from service.cli.server_versions import gazette_with_versions  # noqa: PLC0415 -- only needed for a server

    return gazette_with_versions(reference, gazette, stubs)


@contextmanager
def _locating_errors(dossier: Dossier, settings: Iterable[str], previous: Sequence[Path]) -> Iterator[None]:
    """Add the location in the dossier, or in a previous evaluation, to the violations of a refused request."""
    try:
        yield
    except RemoteError as error:
        if violations := error.violations():
            raise dossier.located(InputError(violations_at_files(violations, previous)), settings) from None
        raise


def evaluate_text(  # noqa: PLR0913, PLR0917 -- one parameter per command-line argument
    answer: EvaluateResult, out: Path | None, full: bool, unstored: bool, server: str | None, language: str
) -> str:
    """Render an evaluation: a summary of about one screen, or with `full` all criteria."""
    evaluation, record = answer.evaluation, answer.recorded.record
    waiting = read_open_answers(evaluation, record)
    render = render_text.render if full else render_summary
    report = render(record, answer.rules.scorecard, language, evaluation.archive_findings, waiting)
    if answer.draft and out is not None:
        report = f"{in_language(answer.draft, language)}\n\n{report}"
    parts = [*status_lines(evaluation.status, language), report, *name_upcoming(answer.upcoming_versions, language)]
    last: list[str] = []
    if evaluation.name:
        last = [words(language)["stored"].format(name=evaluation.name), *made_by_lines(evaluation, language)]
    if not full:
        last += _further_commands(answer, unstored, server, words(language)["summary"])
    return "\n\n".join((*parts, "\n".join(last)) if last else parts)


def _further_commands(
    answer: EvaluateResult, unstored: bool, server: str | None, texts: Mapping[str, Any]
) -> Iterator[str]:
    if name := answer.evaluation.name:
        option = f"--server {server}" if server else "--database-url URL"
        yield texts["stored"].format(name=name, option=option)
    elif not answer.draft:
        yield texts["unstored" if unstored else "not_stored"]
    yield texts["full"]


def evaluation_message(answer: EvaluateResult) -> evaluation_pb2.Evaluation:
    """Return the evaluation message for JSON output."""
    return answer.evaluation


def _load_rules(
    reference: CardName | Path, files: str | None, gazette: Gazette, day: date, known: str
) -> tuple[PublishedVersion, str, Sequence[tuple[VersionOutline, date]]]:
    if isinstance(reference, CardName):
        rules = gazette.find(reference, as_of=day, known=known)
        return rules, "", upcoming_versions(gazette.outlines(reference.card), day, known)
    from service.output.terminal.draft_folder import read_draft  # noqa: PLC0415 -- only a draft needs the compiler

    rules = read_draft(reference, (files,) if files else (), TableStore(gazette.folder / FOLDER))
    return rules, draft_notice(reference, rules), ()


def draft_message(draft: PublishedVersion, files: str | None) -> evaluation_service_pb2.ScorecardDraft:
    """Return a draft message with source files in one language, or in all."""
    from rules.language import language_of  # noqa: PLC0415 -- needed only for a draft

    chosen = (files,) if files else LANGUAGES
    return evaluation_service_pb2.ScorecardDraft(
        source_files=[
            scorecard_pb2.SourceFile(path=path, content=content)
            for path, content in draft.sources.items()
            if language_of(path) in chosen
        ]
    )


def _load_record(
    evaluation: evaluation_pb2.Evaluation, gazette: Gazette, draft: PublishedVersion | None = None
) -> LazyRecord:
    content = exported_content(evaluation)
    if draft is not None:
        with closing(Evaluators.for_gazette(gazette, reads_only=True)) as evaluators:
            return evaluators.read(draft, read_complete_record(content))
    with closing(RecordReader(gazette)) as reader:
        return reader.read(content)


def _load_comparison(path: Path, parsed_dossier: Dossier, rules: PublishedVersion, gazette: Gazette) -> Record | None:
    evaluation = read_evaluation(path)
    if evaluation.erasures:
        return None
    record = _load_record(evaluation, gazette).record
    expected = parsed_dossier.subject.subject, rules.scorecard.card.id
    actual = record.subject, parse_card(record.scorecard_version).card
    if actual != expected:
        slots = {"given": actual[0], "card": actual[1], "subject": expected[0], "wanted": expected[1]}
        raise InputError.of("--compare", _message("COMPARES_OTHER", **slots), "WRONG_VALUE")
    return record


def _find_previous_record(
    evaluation: evaluation_pb2.Evaluation, stubs: Callable[[str], Any], gazette: Gazette
) -> Record | None:
    record = evaluation.record
    request = evaluation_service_pb2.ListEvaluationsRequest(
        parent="/".join(record.subject.split("/")[:2]),
        filter=f'record.subject = "{record.subject}" AND record.as_of_date < {record.as_of_date}',
        order_by="record.as_of_date desc",
        page_size=_MAX_CANDIDATES,
        view=evaluation_pb2.EVALUATION_VIEW_WRITTEN,
    )
    try:
        evaluations = stubs(_EVALUATIONS).ListEvaluations(request).evaluations
    except RemoteError:
        return None  # permission to evaluate does not include permission to read
    card = parse_card(record.scorecard_version).card
    last = next(
        (candidate for candidate in evaluations if parse_card(candidate.record.scorecard_version).card == card), None
    )
    return None if last is None or last.erasures else _load_record(last, gazette).record


def _notes(answer: EvaluateResult, parsed_dossier: Dossier, before: Record | None) -> Iterator[Problem]:
    record = answer.recorded.without_steps
    yield from parsed_dossier.notes
    for remark in remarks_on(answer.evaluation, record, answer.rules.scorecard):
        yield Problem(parsed_dossier.place_of(remark.field), remark.field, remark.description, remark.reason.upper())
    if before is not None:
        from service.output.plausibility_remarks import jumps  # noqa: PLC0415 -- needed only for a comparison

        for field, _, message in jumps(record, before):
            yield Problem(parsed_dossier.place_of(field), field, message, "JUMP")


@contextmanager
def suggesting_card(gazette: Gazette) -> Iterator[None]:
    """Add the likely scorecard to a WrongScorecardError."""
    try:
        yield
    except WrongScorecardError as error:
        likely = _likely_card(error.facts, gazette)
        raise (error.naming(likely) if likely else error) from None


def _likely_card(facts: Sequence[str], gazette: Gazette) -> str:
    shared = {
        card: len({fact.id for fact in gazette.newest(card).scorecard.facts}.intersection(facts))
        for card in gazette.card_ids()
    }
    best = max(shared, key=lambda card: shared[card], default="")
    return best if best and 2 * shared[best] > len(facts) else ""
