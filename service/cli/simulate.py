"""Handler of `simulate`: changed inputs or rules, and text of the difference."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rules.api import read_record
from rules.contracts import (
    DeclaredFact,
    InputError,
    TrailError,
    VersionError,
    Violation,
    attempt,
    did_you_mean_or_known,
    message_factory,
)
from service.api.simulation import SimulationChanges
from service.base.instants import to_timestamp
from service.base.resource_names import CardName, parse_card_reference
from service.cli.evaluate import draft_message, suggesting_card
from service.cli.render_difference import difference_text, simulated_changes_text
from service.cli.verify import (
    add_previous,
    is_stored,
    read_evaluation,
    report_failed_checks,
    verification_error,
    violations_at_files,
)
from service.evaluating.evaluators import RecordReader
from service.gazette.tables import FOLDER, TableStore
from service.gazette.versions import Gazette
from service.input.dossier.dossier_reader import Dossier, Fragment, read_assignment, read_fragment
from service.input.tree.placed_errors import PlacedError, read_bounded
from service.input.workbook.input_file import read_subject_file
from service.output.envelopes import exported_content
from service.output.mapping.requests import INPUTS, read_date, write_request
from service.output.report.double_use import lines as double_use_lines
from service.output.result_status import status_lines
from service.output.terminal.given_options import read_known_time, read_settings
from service.output.terminal.output import RemoteError
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2, fact_pb2

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from rules.contracts import DeclaredValue
    from rules.model import PublishedVersion

    Request = evaluation_service_pb2.SimulateEvaluationRequest
    Response = evaluation_service_pb2.SimulateEvaluationResponse

_message = message_factory(__name__)

_EVALUATIONS = "evaluation_service.EvaluationService"


@dataclass(frozen=True, slots=True)
class SimulatedChanges:
    """Changes as written on the command line."""

    facts: Sequence[str] = ()
    fragment: Path | None = None
    without: Sequence[str] = ()
    settings: Sequence[str] = ()
    previous: Sequence[Path] = ()


@dataclass(frozen=True, slots=True)
class SimulateResult:
    """Difference with the versions that render it."""

    response: Response
    before: PublishedVersion
    after: PublishedVersion
    wanted: SimulatedChanges


@dataclass(frozen=True, slots=True)
class _Base:
    """Baseline: either `evaluation` or `dossier` is set."""

    version: PublishedVersion
    evidence: Mapping[str, Sequence[str]]
    evaluation: evaluation_pb2.Evaluation | None = None
    dossier: Dossier | None = None


def simulate(  # noqa: PLR0913, PLR0917 -- one parameter per command-line argument
    evaluation: str,
    fact: Sequence[str],
    facts: Path | None,
    without: Sequence[str],
    settings: Sequence[str],
    version: str | None,
    draft: Path | None,
    as_of: str | None,
    known: str | None,
    previous: Sequence[Path],
    files: str | None,
    gazette: Path,
    format: str,
    stubs: Callable[[str], Any],
) -> SimulateResult:
    """Evaluate a subject with changed inputs or rules; nothing is stored."""
    gazette_store, wanted = Gazette(gazette), SimulatedChanges(fact, facts, without, settings, previous)
    instant = None if known is None else read_known_time(known)
    if as_of is None:
        base = _evaluation_base(evaluation, gazette_store, stubs, format, needs_evidence=bool(fact))
        other = _alternative_version(version, draft, files, gazette_store, base.version.scorecard.card.id)
        if other is None and instant is not None:
            recorded = read_record(exported_content(_base_evaluation(base))).head
            card = CardName(base.version.scorecard.card.id)
            other = gazette_store.find(card, as_of=read_date(recorded.as_of_date, "--as-of"), known=instant)
    else:
        other = _alternative_version(version, draft, files, gazette_store, None)
        base = _dossier_base(evaluation, as_of, instant, other, gazette_store)
    rules = other or base.version
    fragment = None if facts is None else read_fragment(read_bounded(facts), rules.scorecard)
    request = _request(base, wanted, _changes(wanted, fragment, rules, base), instant)
    if draft is not None:
        request.scorecard_draft.CopyFrom(draft_message(rules, files))
    elif other is not None:
        request.scorecard_version = rules.name
    try:
        response: Response = stubs(_EVALUATIONS).SimulateEvaluation(request)
    except RemoteError as error:
        raise _locate_error(error, request, base, fragment, evaluation, previous, stubs, format) from None
    return SimulateResult(response, base.version, rules, wanted)


def simulation_text(tried: SimulateResult, language: str) -> str:
    """Render the requested changes and the difference."""
    response = tried.response
    doubled = "".join(f"{line}\n" for line in double_use_lines(response.archive_findings, language))
    decided = "".join(f"{line}\n" for line in status_lines(response.status, language))
    requested_changes = simulated_changes_text(tried.wanted, tried.after, language)
    return (
        decided
        + doubled
        + requested_changes
        + difference_text(response.difference, tried.before, tried.after, language)
    )


def simulation_json(tried: SimulateResult) -> str:
    """Return the response as JSON; `archiveFindings` is always present."""
    from service.output.terminal.json_form import to_json_document  # noqa: PLC0415 -- needed only for JSON output

    return to_json_document({"archiveFindings": []}, message=tried.response)


def _alternative_version(
    version: str | None, folder: Path | None, files: str | None, gazette: Gazette, card: str | None
) -> PublishedVersion | None:
    if folder is not None and version is not None:
        raise InputError.of("--version", _message("VERSION_WITH_DRAFT"), "WRONG_VALUE")
    if folder is not None:
        from service.output.terminal.draft_folder import read_draft  # noqa: PLC0415 -- only a draft needs the compiler

        draft = read_draft(folder, (files,) if files else (), TableStore(gazette.folder / FOLDER))
        draft_card = draft.scorecard.card.id
        if card not in (None, draft_card):
            description = _message("DRAFT_OF_OTHER_CARD", draft=folder, found=draft_card, card=card)
            raise InputError.of("--draft", description, "WRONG_VALUE")
        return draft
    if version is None:
        return None
    name = parse_card_reference(version)
    if card not in (None, name.card) or name.version is None:
        description = _message("NOT_A_VERSION", found=version[:80], card=card or name.card)
        raise InputError.of("--version", description, "WRONG_VALUE")
    return gazette.version(name.card, name.version)


def _evaluation_base(
    source: str, gazette: Gazette, stubs: Callable[[str], Any], format: str, *, needs_evidence: bool
) -> _Base:
    if is_stored(source):
        request = evaluation_service_pb2.GetEvaluationRequest(name=source, view=evaluation_pb2.EVALUATION_VIEW_FULL)
        evaluation: evaluation_pb2.Evaluation = stubs(_EVALUATIONS).GetEvaluation(request)
    else:
        evaluation = read_evaluation(Path(source))
    try:
        made = read_record(exported_content(evaluation)).head
        version = gazette.made_by(made.scorecard_version, made.rule_digest)
        evidence = _evidence(evaluation, gazette) if needs_evidence else {}
    except (TrailError, VersionError):
        raise report_failed_checks(evaluation, stubs, "not_tried", format) from None
    return _Base(version, evidence, evaluation=evaluation)


def _evidence(evaluation: evaluation_pb2.Evaluation, gazette: Gazette) -> Mapping[str, Sequence[str]]:
    with closing(RecordReader(gazette)) as reader:
        facts = reader.read(exported_content(evaluation)).without_steps.facts
    return {fact.declared.id: _first_evidence(fact.used, fact.declared.value) for fact in facts}


def _first_evidence(*values: DeclaredValue | None) -> Sequence[str]:
    return next((value.evidence for value in values if value is not None and value.evidence), ())


def _base_evaluation(base: _Base) -> evaluation_pb2.Evaluation:
    return base.evaluation or evaluation_pb2.Evaluation()


def _dossier_base(
    source: str, as_of: str, known: str | None, other: PublishedVersion | None, gazette: Gazette
) -> _Base:
    if other is None:
        raise InputError.of("--as-of", _message("DOSSIER_NEEDS_CARD"), "REQUIRED")
    day, instant = read_date(as_of, "--as-of"), known or read_known_time(None)
    version = gazette.find(CardName(other.scorecard.card.id), as_of=day, known=instant)
    try:
        with suggesting_card(gazette):
            dossier = read_subject_file(Path(source), version.scorecard, as_of=as_of, settings={})
    except PlacedError as error:
        raise PlacedError(error.problems, path=source) from None
    evidence = {
        fact.id: _first_evidence(fact.verification.corrected if fact.verification else None, fact.value)
        for fact in dossier.subject.facts
    }
    return _Base(version, evidence, dossier=dossier)


def _request(base: _Base, wanted: SimulatedChanges, changes: SimulationChanges, known: str | None) -> Request:
    request = evaluation_service_pb2.SimulateEvaluationRequest(
        facts=[INPUTS.write(fact_pb2.Fact, fact) for fact in changes.facts],
        evidence=[INPUTS.write(fact_pb2.EvidenceItem, item) for item in changes.evidence],
        settings=changes.settings,
    )
    add_previous(request, wanted.previous)
    if base.dossier is None:
        request.exported.CopyFrom(_base_evaluation(base))
        if known is not None:
            request.known_time.CopyFrom(to_timestamp(known))
    else:
        subject = base.dossier.subject.model_copy(update={"known": known or ""})
        card = CardName(base.version.scorecard.card.id)
        request.request.CopyFrom(write_request(subject, scorecard=str(card), request_id=""))
        add_previous(request.request, wanted.previous)
    return request


def _locate_error(  # noqa: PLR0913, PLR0917 -- one parameter per possible error source
    error: RemoteError,
    request: Request,
    base: _Base,
    fragment: Fragment | None,
    source: str,
    previous: Sequence[Path],
    stubs: Callable[[str], Any],
    format: str,
) -> BaseException:
    violations = error.violations()
    if not violations:
        return verification_error(error, request.exported, stubs, "not_tried", format)
    of_baseline = tuple(
        Violation(violation.field.removeprefix("request."), violation.description, violation.reason)
        for violation in violations
        if violation.field.startswith("request.")
    )
    if of_baseline and base.dossier is not None:
        file_error = InputError(violations_at_files(of_baseline, previous))
        return PlacedError(base.dossier.located(file_error).problems, path=source)
    return _add_fragment_positions(InputError(violations_at_files(violations, previous)), fragment)


def _changes(
    wanted: SimulatedChanges, fragment: Fragment | None, version: PublishedVersion, base: _Base
) -> SimulationChanges:
    violations: list[Violation] = []
    facts = list(fragment.facts if fragment else ())
    for pair in wanted.facts:
        facts += attempt(violations, _parse_assignment, pair, version, base.evidence) or ()
    known = [definition.id for definition in version.scorecard.facts]
    for id in wanted.without:
        if id not in known:
            description = _message(
                "NOT_A_FACT", id=id[:60], version=version.name, hint=did_you_mean_or_known(id, known)
            )
            violations.append(Violation("--without", description, "UNKNOWN_FACT"))
        facts.append(DeclaredFact(id=id))
    settings = {**(fragment.settings if fragment else {}), **read_settings([*wanted.settings])}
    changes = SimulationChanges(facts=tuple(facts), evidence=fragment.evidence if fragment else (), settings=settings)
    violations += changes.duplicate_violations()
    if violations:
        raise InputError(tuple(violations))
    return changes


def _parse_assignment(
    pair: str, version: PublishedVersion, evidence: Mapping[str, Sequence[str]]
) -> tuple[DeclaredFact, ...]:
    """Parse `id=value`; without its own evidence the value inherits the fact's current evidence."""
    id, sign, written = pair.partition("=")
    if not sign or not id or not written.strip():
        raise InputError.of("--fact", _message("FACT_FORM", found=pair[:80]), "MALFORMED")
    definition = next((fact for fact in version.scorecard.facts if fact.id == id), None)
    if definition is None:
        known = [fact.id for fact in version.scorecard.facts]
        description = _message("NOT_A_FACT", id=id[:60], version=version.name, hint=did_you_mean_or_known(id, known))
        raise InputError.of("--fact", description, "UNKNOWN_FACT")
    try:
        facts = read_assignment(written, definition, version.scorecard)
    except PlacedError as error:
        described = tuple(Violation(f"--fact {id}", problem.description, problem.reason) for problem in error.problems)
        raise InputError(described) from None
    return tuple(_evidenced(fact, evidence) for fact in facts)


def _evidenced(fact: DeclaredFact, evidence: Mapping[str, Sequence[str]]) -> DeclaredFact:
    if fact.value is None or fact.value.evidence:
        return fact
    return fact.model_copy(
        update={"value": fact.value.model_copy(update={"evidence": tuple(evidence.get(fact.id, ()))})}
    )


def _add_fragment_positions(error: InputError, fragment: Fragment | None) -> InputError:
    if fragment is None:
        return error
    roots = (
        *(f"facts[{fact.id}]" for fact in fragment.facts),
        *(f"evidence[{item.id}]" for item in fragment.evidence),
        *(f"settings[{setting}]" for setting in fragment.settings),
    )
    is_in_fragment = all(violation.field.startswith(roots) for violation in error.violations)
    return fragment.located(error) if is_in_fragment else error
