"""What would an evaluation say if something were otherwise, and what moves?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rules.contracts.errors import InputError, Violation
from rules.contracts.inputs import DeclaredFact
from rules.trail.evaluation import Evaluator
from rules.trail.verify import subject_of
from service.cli.evaluate import read_settings
from service.cli.output import RemoteError
from service.cli.remote import Remote
from service.cli.verify import read_verified
from service.dossier.problems import DossierError, nearest
from service.dossier.reading import Fragment, read_assignment, read_fragment
from service.dossier.tree import read_bounded
from service.evaluator import new_record_key
from service.mapping.differences import write_difference
from service.mapping.inputs import write_evidence, write_fact
from service.names import card_name
from service.simulation import Changes, declared_settings
from touchstone.v1 import evaluation_service_pb2

if TYPE_CHECKING:
    from rules.contracts.record import Record
    from rules.model.published import Published
    from service.cli.verify import Verified
    from service.gazette import Gazette


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be otherwise, as the options of the command say it."""

    facts: tuple[str, ...] = ()
    fragment: Path | None = None
    without: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    version: str | None = None


@dataclass(frozen=True, slots=True)
class Simulated:
    """What differs, with the versions whose words tell it."""

    response: evaluation_service_pb2.SimulateEvaluationResponse
    before: Published
    after: Published


def simulate(source: str, wanted: Wanted, *, gazette: Gazette, server: str | None) -> Simulated:
    """Evaluate the subject of a verified evaluation once more, with something otherwise; nothing is stored.

    Raises:
        InputError: the file is no evaluation, or an option or the changed subject cannot be accepted.
        VersionError: there is no such version.
        VerificationFailedError: a check failed.
        RemoteError: the server refuses, or cannot be reached.
    """
    verified = read_verified(source, gazette, server)
    version = verified.version if wanted.version is None else _version(wanted.version, verified.version, gazette)
    fragment = _fragment(wanted.fragment, version)
    changes = _changes(wanted, fragment, version, verified.record)
    try:
        if server is None:
            response = _in_process(verified, version, changes)
        else:
            named = "" if wanted.version is None else version.name
            response = Remote(server).simulate(_request(source, named, changes))
    except InputError as error:
        raise _located(error, fragment) from None
    except RemoteError as error:
        if violations := error.violations():
            raise _located(InputError(violations), fragment) from None
        raise
    return Simulated(response, verified.version, version)


def _version(wanted: str, base: Published, gazette: Gazette) -> Published:
    name = card_name(wanted)
    card = base.scorecard.card.id
    if name.card != card or name.version is None:
        description = f"'{wanted[:80]}' is not a version of the same scorecard; write {card}@x.y.z"
        raise InputError((Violation("--version", description, "WRONG_VALUE"),))
    return gazette.version(name.card, name.version)


def _fragment(path: Path | None, version: Published) -> Fragment | None:
    if path is None:
        return None
    return read_fragment(read_bounded(path), version.scorecard)


def _changes(wanted: Wanted, fragment: Fragment | None, version: Published, record: Record) -> Changes:
    violations: list[Violation] = []
    facts = list(fragment.facts if fragment else ())
    for pair in wanted.facts:
        try:
            facts.append(_assigned(pair, version, record))
        except InputError as error:
            violations.extend(error.violations)
    known = [definition.id for definition in version.scorecard.facts]
    for id in wanted.without:
        if id not in known:
            description = f"'{id[:60]}' is not a fact of {version.name}{nearest(id, known)}"
            violations.append(Violation("--without", description, "UNKNOWN_FACT"))
        facts.append(DeclaredFact(id=id))
    settings = {**(fragment.settings if fragment else {}), **read_settings(list(wanted.settings))}
    changes = Changes(facts=tuple(facts), evidence=fragment.evidence if fragment else (), settings=settings)
    violations += changes.given_twice()
    if violations:
        raise InputError(tuple(violations))
    return changes


def _assigned(pair: str, version: Published, record: Record) -> DeclaredFact:
    """Read `id=value`; the value rests on the evidence that the fact has now, unless it names its own."""
    id, sign, written = pair.partition("=")
    if not sign or not id or not written.strip():
        description = f"'{pair[:80]}' is not written as id=value, such as 'share=80 %'; for no value use --without"
        raise InputError((Violation("--fact", description, "MALFORMED"),))
    definition = next((one for one in version.scorecard.facts if one.id == id), None)
    if definition is None:
        known = [one.id for one in version.scorecard.facts]
        description = f"'{id[:60]}' is not a fact of {version.name}{nearest(id, known)}"
        raise InputError((Violation("--fact", description, "UNKNOWN_FACT"),))
    try:
        fact = read_assignment(written, definition, version.scorecard)
    except DossierError as error:
        described = tuple(Violation(f"--fact {id}", problem.description, problem.reason) for problem in error.problems)
        raise InputError(described) from None
    if fact.value is None or fact.value.evidence:
        return fact
    return fact.model_copy(update={"value": fact.value.model_copy(update={"evidence": _evidence(id, record)})})


def _evidence(id: str, record: Record) -> tuple[str, ...]:
    for fact in record.facts:
        if fact.declared.id == id:
            values = (fact.used, fact.declared.value)
            return next((value.evidence for value in values if value is not None and value.evidence), ())
    return ()


def _in_process(
    verified: Verified, version: Published, changes: Changes
) -> evaluation_service_pb2.SimulateEvaluationResponse:
    subject = subject_of(verified.record)
    subject = subject.model_copy(update={"settings": declared_settings(subject.settings, version)})
    evaluator = Evaluator(version.scorecard, version.rule_digest, version.name)
    try:
        after = evaluator.evaluate(changes.of(subject), new_record_key()).record
    finally:
        evaluator.close()
    difference = write_difference(verified.record, after, evaluation=verified.evaluation.name)
    return evaluation_service_pb2.SimulateEvaluationResponse(difference=difference)


def _request(evaluation: str, version: str, changes: Changes) -> evaluation_service_pb2.SimulateEvaluationRequest:
    return evaluation_service_pb2.SimulateEvaluationRequest(
        evaluation=evaluation,
        facts=[write_fact(fact) for fact in changes.facts],
        evidence=[write_evidence(item) for item in changes.evidence],
        settings=changes.settings,
        scorecard_version=version,
    )


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
