"""What would an evaluation say if something were otherwise, and what moves?"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rules.contracts.dates import parse_date
from rules.contracts.errors import InputError, Violation, attempt
from rules.contracts.inputs import DeclaredFact
from rules.contracts.messages import LANGUAGES, speaker
from rules.contracts.suggestions import nearest
from rules.language.file_names import language_of
from rules.trail.verify import subject_of
from service.answering.mapping.answers import write_difference
from service.answering.mapping.requests import INPUTS, write_request
from service.answering.terminal.given_options import read_as_of, read_settings
from service.answering.terminal.likely_card import naming_card
from service.answering.terminal.named_rules import read_known
from service.answering.terminal.output import RemoteError
from service.answering.terminal.remote import Remote
from service.api.simulation import Changes, declared_settings
from service.base.names import CardName, card_name
from service.cli.previous import with_files
from service.cli.verify import read_verified
from service.evaluating.evaluators import Evaluators, new_record_key
from service.gazette.tables import FOLDER, Shelf
from service.reading.dossier.reading import Fragment, read_assignment, read_fragment
from service.reading.tree.problems import PlacedError
from service.reading.tree.reading import read_bounded
from service.reading.workbook.files import read_file
from touchstone.v1 import evaluation_service_pb2
from touchstone.v1.scorecard_pb2 import SourceFile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.contracts.inputs import Subject
    from rules.contracts.record import Record
    from rules.model.published import Published
    from service.gazette.versions import Gazette
    from touchstone.v1 import evaluation_pb2

_say = speaker(__name__)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be otherwise, as the options of the command say it."""

    facts: tuple[str, ...] = ()
    fragment: Path | None = None
    without: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    version: str | None = None
    draft: Path | None = None
    languages: tuple[str, ...] = ()
    as_of: str | None = None
    known: str | None = None
    previous: tuple[Path, ...] = ()
    """Files of earlier evaluations, in the place of those from which facts were taken."""


@dataclass(frozen=True, slots=True)
class Simulated:
    """What differs, with the versions whose words tell it."""

    response: evaluation_service_pb2.SimulateEvaluationResponse
    before: Published
    after: Published


@dataclass(frozen=True, slots=True)
class _Base:
    """What is compared with: a verified evaluation, or a dossier evaluated for that purpose under `version`."""

    name: str
    version: Published
    subject: Subject
    record: Record
    findings: Sequence[evaluation_pb2.Finding] = ()
    status: evaluation_pb2.ResultStatus | None = None


def simulate(source: str, wanted: Wanted, *, gazette: Gazette, server: str | None) -> Simulated:
    """Evaluate the subject of a verified evaluation, or of a dossier, with something otherwise; nothing is stored.

    Raises:
        InputError: the file is no evaluation, or an option or the changed subject cannot be accepted.
        VersionError: there is no such version.
        RuleSourceError: the draft does not compile.
        VerificationFailedError: a check failed.
        RemoteError: the server refuses, or cannot be reached.
    """
    if wanted.previous and server is not None:
        raise InputError((Violation("--previous", _say("PREVIOUS_ON_SERVER"), "WRONG_VALUE"),))
    if wanted.as_of is None:
        if wanted.known is not None and server is not None:
            raise InputError((Violation("--known", _say("KNOWN_OF_STORED"), "WRONG_VALUE"),))
        base = _verified(source, gazette, server)
        other = _other(wanted, gazette, base.version.scorecard.card.id) or _as_known(wanted, gazette, base)
    else:
        other = _other(wanted, gazette, None)
        base = _evaluated(source, wanted, other, gazette)
    version = other or base.version
    fragment = _fragment(wanted.fragment, version)
    changes = _changes(wanted, fragment, version, base.record)
    try:
        if server is None:
            known = base.subject.known if wanted.known is None else read_known(wanted.known)
            response = _in_process(base, version, changes, gazette, known=known, previous=wanted.previous)
        else:
            response = Remote(server).simulate(_request(base, wanted, version, changes))
    except InputError as error:
        raise _located(error, fragment) from None
    except RemoteError as error:
        if violations := error.violations():
            raise _located(InputError(violations), fragment) from None
        raise
    if not response.archive_findings:
        response.archive_findings.extend(base.findings)
    if base.status is not None:
        response.status.CopyFrom(base.status)
    return Simulated(response, base.version, version)


def _other(wanted: Wanted, gazette: Gazette, card: str | None) -> Published | None:
    """Give the rules to use instead, if any are named; of this scorecard, if it is known."""
    if wanted.draft is not None and wanted.version is not None:
        description = _say("VERSION_WITH_DRAFT")
        raise InputError((Violation("--version", description, "WRONG_VALUE"),))
    if wanted.draft is not None:
        from service.answering.terminal.desk import read_draft  # noqa: PLC0415 -- the compiler is loaded only for a draft

        draft = read_draft(wanted.draft, wanted.languages, Shelf(gazette.folder / FOLDER))
        found = draft.scorecard.card.id
        if card not in (None, found):
            description = _say("DRAFT_OF_OTHER_CARD", draft=wanted.draft, found=found, card=card)
            raise InputError((Violation("--draft", description, "WRONG_VALUE"),))
        return draft
    if wanted.version is None:
        return None
    name = card_name(wanted.version)
    if card not in (None, name.card) or name.version is None:
        description = _say("NOT_A_VERSION", found=wanted.version[:80], card=card or name.card)
        raise InputError((Violation("--version", description, "WRONG_VALUE"),))
    return gazette.version(name.card, name.version)


def _as_known(wanted: Wanted, gazette: Gazette, base: _Base) -> Published | None:
    """Give the version that was in force as known on a day, if a day is named."""
    if wanted.known is None:
        return None
    card = CardName(base.version.scorecard.card.id)
    return gazette.find(card, as_of=parse_date(base.subject.as_of), known=read_known(wanted.known))


def _verified(source: str, gazette: Gazette, server: str | None) -> _Base:
    verified = read_verified(source, gazette, server)
    evaluation, record = verified.evaluation, verified.record
    told = evaluation.archive_findings, evaluation.status if evaluation.HasField("status") else None
    return _Base(evaluation.name, verified.version, subject_of(record), record, *told)


def _evaluated(source: str, wanted: Wanted, other: Published | None, gazette: Gazette) -> _Base:
    """Evaluate a dossier under the version that is in force."""
    if other is None:
        description = _say("DOSSIER_NEEDS_CARD")
        raise InputError((Violation("--as-of", description, "REQUIRED"),))
    as_of, known = wanted.as_of or "", read_known(wanted.known)
    version = gazette.find(CardName(other.scorecard.card.id), as_of=read_as_of(as_of), known=known)
    try:
        with naming_card(gazette):
            dossier = read_file(Path(source), version.scorecard, as_of=as_of, settings={})
    except PlacedError as error:
        raise PlacedError(error.problems, path=source) from None
    subject = dossier.subject.model_copy(update={"known": known})
    subject = with_files(version, subject, wanted.previous, gazette)
    try:
        return _Base("", version, subject, _recorded(version, subject, gazette))
    except InputError as error:
        raise PlacedError(dossier.located(error).problems, path=source) from None


def _recorded(version: Published, subject: Subject, gazette: Gazette) -> Record:
    with closing(Evaluators.beside(gazette)) as evaluators:
        return evaluators.evaluate(version, subject, new_record_key()).record


def _fragment(path: Path | None, version: Published) -> Fragment | None:
    if path is None:
        return None
    return read_fragment(read_bounded(path), version.scorecard)


def _changes(wanted: Wanted, fragment: Fragment | None, version: Published, record: Record) -> Changes:
    violations: list[Violation] = []
    facts = list(fragment.facts if fragment else ())
    for pair in wanted.facts:
        facts += attempt(violations, _assigned, pair, version, record) or ()
    known = [definition.id for definition in version.scorecard.facts]
    for id in wanted.without:
        if id not in known:
            description = _say("NOT_A_FACT", id=id[:60], version=version.name, hint=nearest(id, known))
            violations.append(Violation("--without", description, "UNKNOWN_FACT"))
        facts.append(DeclaredFact(id=id))
    settings = {**(fragment.settings if fragment else {}), **read_settings(list(wanted.settings))}
    changes = Changes(facts=tuple(facts), evidence=fragment.evidence if fragment else (), settings=settings)
    violations += changes.given_twice()
    if violations:
        raise InputError(tuple(violations))
    return changes


def _assigned(pair: str, version: Published, record: Record) -> tuple[DeclaredFact, ...]:
    """Read `id=value`; the value rests on the evidence that the fact has now, unless it names its own."""
    id, sign, written = pair.partition("=")
    if not sign or not id or not written.strip():
        description = _say("FACT_FORM", found=pair[:80])
        raise InputError((Violation("--fact", description, "MALFORMED"),))
    definition = next((one for one in version.scorecard.facts if one.id == id), None)
    if definition is None:
        known = [one.id for one in version.scorecard.facts]
        description = _say("NOT_A_FACT", id=id[:60], version=version.name, hint=nearest(id, known))
        raise InputError((Violation("--fact", description, "UNKNOWN_FACT"),))
    try:
        facts = read_assignment(written, definition, version.scorecard)
    except PlacedError as error:
        described = tuple(Violation(f"--fact {id}", problem.description, problem.reason) for problem in error.problems)
        raise InputError(described) from None
    return tuple(_evidenced(fact, record) for fact in facts)


def _evidenced(fact: DeclaredFact, record: Record) -> DeclaredFact:
    if fact.value is None or fact.value.evidence:
        return fact
    return fact.model_copy(update={"value": fact.value.model_copy(update={"evidence": _evidence(fact.id, record)})})


def _evidence(id: str, record: Record) -> tuple[str, ...]:
    for fact in record.facts:
        if fact.declared.id == id:
            values = (fact.used, fact.declared.value)
            return next((value.evidence for value in values if value is not None and value.evidence), ())
    return ()


def _in_process(  # noqa: PLR0913  what is compared, with what, and where it is read
    base: _Base, version: Published, changes: Changes, gazette: Gazette, *, known: str, previous: Sequence[Path]
) -> evaluation_service_pb2.SimulateEvaluationResponse:
    settings = declared_settings(base.subject.settings, version)
    subject = changes.of(base.subject.model_copy(update={"settings": settings, "known": known}))
    subject = with_files(version, subject, previous, gazette)
    with closing(Evaluators.beside(gazette)) as evaluators:
        after = evaluators.evaluate(version, subject, new_record_key()).record
        waiting = evaluators.open_answers(version, after)
    difference = write_difference(base.record, after, evaluation=base.name, open_answers=waiting)
    return evaluation_service_pb2.SimulateEvaluationResponse(difference=difference)


def _request(
    base: _Base, wanted: Wanted, version: Published, changes: Changes
) -> evaluation_service_pb2.SimulateEvaluationRequest:
    request = INPUTS.write(
        evaluation_service_pb2.SimulateEvaluationRequest,
        facts=changes.facts,
        evidence=changes.evidence,
        settings=changes.settings,
        scorecard_version="" if wanted.version is None else version.name,
    )
    if base.name:
        request.evaluation = base.name
    else:
        card = CardName(version.scorecard.card.id)
        subject = base.subject.model_copy(update={"known": "" if wanted.known is None else base.subject.known})
        request.request.CopyFrom(write_request(subject, scorecard=str(card), request_id=""))
    if wanted.draft is not None:
        chosen = wanted.languages or LANGUAGES
        files = [
            SourceFile(path=path, content=text) for path, text in version.sources.items() if language_of(path) in chosen
        ]
        request.scorecard_draft.CopyFrom(evaluation_service_pb2.ScorecardDraft(source_files=files))
    return request


def _located(error: InputError, fragment: Fragment | None) -> InputError:
    """Give an error the places of the fragment, if everything wrong stands in it."""
    if fragment is None:
        return error
    roots = (
        *(f"facts[{fact.id}]" for fact in fragment.facts),
        *(f"evidence[{item.id}]" for item in fragment.evidence),
        *(f"settings[{setting}]" for setting in fragment.settings),
    )
    stands_there = all(violation.field.startswith(roots) for violation in error.violations)
    return fragment.located(error) if stands_there else error
