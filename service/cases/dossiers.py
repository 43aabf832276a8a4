"""Dossier of a case: revisions, changes by steps, and their guards.

Ratings are stored separately until the full team has rated; then they replace earlier ratings.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import orjson
from google.protobuf.json_format import MessageToDict, ParseDict

from rules.api import read_subject
from rules.contracts import (
    DeclaredFact,
    InputError,
    Message,
    Subject,
    TouchstoneError,
    TrailError,
    Violation,
    error_message,
    message_factory,
)
from rules.engine import Violations, settle_ratings
from rules.trail import inputs_of
from service.base import instants
from service.base.bounded_cache import BoundedCache
from service.base.resource_names import CardName, parse_card
from service.cases.step_context import step_refused
from service.output.mapping.requests import normal_bytes, read_all_evidence, read_facts
from service.store.cases import DOSSIERS
from touchstone.v1 import case_dossier_service_pb2, evaluation_service_pb2, fact_pb2

if TYPE_CHECKING:
    from google.protobuf.message import Message as Proto

    from rules.model import PublishedVersion, Scorecard
    from service.cases.step_context import Content, StepContext
    from service.store.cases import CaseReader, CaseWriter
    from service.store.tables import CaseDocumentRow, CaseRow

_message = message_factory(__name__)

DossierContent = case_dossier_service_pb2.DossierContent
_RowFactory = Callable[[str, str, str, int, "Content"], "CaseDocumentRow"]

RATINGS = "ratings"
_FIELD = "content.dossier"
_MAX_NAMED = 5
_differences = BoundedCache(most_bytes=1 << 20, seconds=600.0)
"""Ids of differing inputs, by the digests of a record and a dossier."""
_MAX_HISTORY = 500
_CACHED_REVISIONS = 64


@dataclass(frozen=True, slots=True)
class DossierRevision:
    """Dossier revision, with the person and step that saved it."""

    revision: int
    content: DossierContent
    person: str
    step: int
    time: str


def find_dossier(reading: CaseReader, row: CaseRow, revision: int | None = None) -> DossierRevision | None:
    """Return a revision (default: the newest); None if it does not exist."""
    stored = reading.document(row.organization, DOSSIERS, _case_id(row), revision)
    return None if stored is None else _parse_revision(stored)


def fact_history(
    reading: CaseReader, row: CaseRow, fact_id: str, revision: int, shown: Callable[[DossierContent], None]
) -> Iterable[tuple[DossierRevision, fact_pb2.Fact | None]]:
    """Yield each revision that changed a fact, oldest first, with the fact or None.

    Only the newest `_MAX_HISTORY` revisions are read. `shown` removes hidden parts from its argument.
    """
    before: fact_pb2.Fact | None = None
    written: object = None
    for stored in reading.revisions(row.organization, DOSSIERS, _case_id(row), last=revision, limit=_MAX_HISTORY):
        document = orjson.loads(stored.document)
        facts = document["content"].get("facts", ())
        known_fact = next((known for known in facts if known["fact_id"] == fact_id), None)
        if known_fact == written:  # most revisions change other facts, and parsing is slow
            continue
        written, content = known_fact, DossierContent()
        if known_fact is not None:
            ParseDict(known_fact, content.facts.add())
        shown(content)
        fact = content.facts[0] if content.facts else None
        if fact != before:
            yield DossierRevision(stored.revision, content, document["person"], document["step"], stored.time), fact
        before = fact


def ratings(reading: CaseReader, row: CaseRow, item: str, persons: Iterable[str]) -> dict[str, DossierRevision]:
    """Return the submitted ratings by person; persons without ratings are absent."""
    stored = {person: reading.document(row.organization, RATINGS, _ratings_id(row, item, person)) for person in persons}
    return {person: _parse_revision(document) for person, document in stored.items() if document is not None}


def dossier_revision_name(row: CaseRow, revision: int) -> str:
    """Return the resource name of a dossier revision."""
    return f"{row.name}/dossier@{revision}"


def _case_id(row: CaseRow) -> str:
    return row.name.rpartition("/")[2]


def _ratings_id(row: CaseRow, item: str, person: str) -> str:
    return "/".join(filter(None, (_case_id(row), item, person)))


def _parse_revision(row: CaseDocumentRow) -> DossierRevision:
    content, person, step = _parse_document(row.document)
    return DossierRevision(row.revision, DossierContent.FromString(content), person, step, row.time)


@lru_cache(maxsize=_CACHED_REVISIONS)
def _parse_document(written: str) -> tuple[bytes, str, int]:
    """Return content, person and step; the content is serialized because callers modify it."""
    document = orjson.loads(written)
    content = ParseDict(document["content"], DossierContent())
    return content.SerializeToString(), document["person"], document["step"]


def scorecard_of(step_context: StepContext) -> Scorecard:
    """Return the scorecard in force today; raise Refusal if there is none."""
    return version_in_force(step_context).scorecard


def version_in_force(step_context: StepContext) -> PublishedVersion:
    """Return the scorecard version in force today; raise Refusal if there is none."""
    card = parse_card(step_context.content.get("scorecard", ""), field="content.scorecard").card
    try:
        return step_context.gazette.find(CardName(card), as_of=step_context.day, known=instants.now())
    except TouchstoneError as error:
        raise step_refused(_message("CARD_NOT_IN_FORCE", card=card, problem=error_message(error))) from None


# --- changes by steps -------------------------------------------------------------------------------------------------


def _submitted_content(step_context: StepContext) -> DossierContent:
    return ParseDict(step_context.submitted_content["dossier"], DossierContent())


def _current_content(step_context: StepContext) -> DossierContent:
    dossier = find_dossier(step_context.case_reader, step_context.row)
    return DossierContent() if dossier is None else dossier.content


def _refuse_facts(facts: Iterable[str], part: str, message: Message, reason: str = "NOT_WANTED") -> None:
    violations = tuple(Violation(f"{_FIELD}.facts[{fact_id}].{part}", message, reason) for fact_id in facts)
    if violations:
        raise InputError(violations)


def _facts_by_id(content: DossierContent) -> dict[str, fact_pb2.Fact]:
    by_id: dict[str, fact_pb2.Fact] = {}
    for fact in content.facts:
        if fact.fact_id in by_id:
            raise InputError.of(f"{_FIELD}.facts[{fact.fact_id[:60]}]", _message("GIVEN_TWICE"), "REPEATED_FACT")
        by_id[fact.fact_id] = fact
    return by_id


def _with_declaration(step_context: StepContext) -> DossierContent:
    """Replace the declaration; retain ratings, and verifications of unchanged facts and evidence."""
    submitted, before = _submitted_content(step_context), _current_content(step_context)
    facts, known = _facts_by_id(submitted), _facts_by_id(before)
    rated = {id: fact for id, fact in known.items() if fact.ratings}
    _check_declared_facts(step_context, facts, known, rated)
    new_evidence, old_evidence = (
        {item.evidence_id: item for item in content.evidence} for content in (submitted, before)
    )
    changed = {id for id in {*new_evidence, *old_evidence} if new_evidence.get(id) != old_evidence.get(id)}
    for id, new_fact in facts.items():
        if id in known and not changed & rests_on(new_fact):
            _retain_verification(new_fact, known[id])
    made = DossierContent(settings=submitted.settings, evidence=submitted.evidence)
    needed = {id for fact in rated.values() for id in rests_on(fact)}
    made.evidence.extend(old_evidence[id] for id in sorted(needed - new_evidence.keys()) if id in old_evidence)
    made.facts.extend((*facts.values(), *rated.values()))
    return made


def _check_declared_facts(
    step_context: StepContext,
    facts: Mapping[str, fact_pb2.Fact],
    known: Mapping[str, fact_pb2.Fact],
    rated: Mapping[str, fact_pb2.Fact],
) -> None:
    _refuse_facts(
        (id for id, fact in facts.items() if fact.HasField("verification")), "verification", _message("NOT_DECLARED")
    )
    _refuse_facts((id for id, fact in facts.items() if fact.ratings), "ratings", _message("NOT_DECLARED"))
    _refuse_facts((id for id in facts if id in rated), "value", _message("RATED_ALREADY"))
    if not rated and ratings(
        step_context.case_reader, step_context.row, step_context.item_name, step_context.content.get("team", ())
    ):
        _refuse_facts((id for id in facts if id not in known), "value", _message("RATING_UNDER_WAY"))


def _retain_verification(declared: fact_pb2.Fact, before: fact_pb2.Fact) -> None:
    """Copy the verification of an unchanged fact."""
    unverified = fact_pb2.Fact()
    unverified.CopyFrom(before)
    unverified.ClearField("verification")
    if unverified == declared and before.HasField("verification"):
        declared.verification.CopyFrom(before.verification)


def rests_on(fact: fact_pb2.Fact) -> set[str]:
    """Return the evidence ids in the values and locations of a fact."""
    values = [fact.value, fact.verification.corrected_value, *(rating.value for rating in fact.ratings)]
    for value in tuple(values):
        values += [field for record in value.records.values for field in record.fields.values()]
    return {id for value in values for id in value.evidence_ids} | {location.evidence_id for location in fact.places}


def _with_verifications(step_context: StepContext) -> DossierContent:
    submitted, made = _submitted_content(step_context), _current_content(step_context)
    facts, known = _facts_by_id(submitted), _facts_by_id(made)
    _refuse_facts((id for id in facts if id not in known), "fact_id", _message("NOT_IN_DOSSIER"), "NOT_FOUND")
    _refuse_facts(
        (id for id, fact in facts.items() if not fact.HasField("verification")), "verification", _message("NONE_GIVEN")
    )
    _refuse_facts(
        (id for id, fact in facts.items() if fact.HasField("value") or fact.ratings), "value", _message("NOT_VERIFIED")
    )
    user = f"users/{step_context.actor.person}"
    for id, new_fact in facts.items():
        verification = new_fact.verification
        if verification.person not in ("", user):
            _refuse_facts((id,), "verification.person", _message("OTHER_USER", meant=user), "WRONG_VALUE")
        verification.person, verification.date = user, verification.date or step_context.day.isoformat()
        if verification.date > step_context.day.isoformat():
            _refuse_facts((id,), "verification.date", _message("DAY_TO_COME"), "WRONG_VALUE")
        known[id].verification.CopyFrom(verification)
    _add_evidence(made, submitted)
    _refuse_settings(submitted)
    return made


def _refuse_settings(submitted: DossierContent) -> None:
    if submitted.settings:
        raise InputError.of(f"{_FIELD}.settings", _message("SETTINGS_DECLARED"), "NOT_WANTED")


def _add_evidence(made: DossierContent, submitted: DossierContent) -> None:
    known = {known_item.evidence_id: known_item for known_item in made.evidence}
    for item in submitted.evidence:
        if item.evidence_id not in known:
            made.evidence.append(item)
        elif known[item.evidence_id] != item:
            message = _message("OTHER_EVIDENCE")
            raise InputError.of(f"{_FIELD}.evidence[{item.evidence_id[:60]}]", message, "WRONG_VALUE")


def _checked_ratings(step_context: StepContext) -> DossierContent:
    submitted, made = _submitted_content(step_context), _current_content(step_context)
    if step_context.profile.assessors == 1:
        raise step_refused(_message("ONE_ASSESSES", profile=step_context.row.profile))
    if ratings(step_context.case_reader, step_context.row, step_context.item_name, (step_context.actor.person,)):
        raise step_refused(_message("RATED_BEFORE", person=step_context.actor.person))
    facts, known = _facts_by_id(submitted), _facts_by_id(made)
    if not facts:
        raise InputError.of(f"{_FIELD}.facts", _message("NONE_GIVEN"), "REQUIRED")
    _refuse_facts((id for id, fact in facts.items() if len(fact.ratings) != 1), "ratings", _message("ONE_RATING"))
    _refuse_facts((id for id, fact in facts.items() if fact.HasField("value")), "value", _message("NOT_RATED"))
    _refuse_facts(
        (id for id, fact in facts.items() if fact.HasField("verification")), "verification", _message("NOT_RATED")
    )
    _refuse_facts(
        (id for id in facts if known.get(id, fact_pb2.Fact()).HasField("value")), "ratings", _message("DECLARED")
    )
    user = f"users/{step_context.actor.person}"
    for id, new_fact in facts.items():
        if new_fact.ratings[0].person not in ("", user):
            _refuse_facts((id,), "ratings[0].person", _message("OTHER_USER", meant=user), "WRONG_VALUE")
        new_fact.ratings[0].person = user
    _refuse_settings(submitted)
    _add_evidence(made, submitted)
    return submitted


def _with_ratings(step_context: StepContext, handed_in: Iterable[DossierContent]) -> DossierContent:
    made = _current_content(step_context)
    unrated = [old_fact for old_fact in made.facts if not old_fact.ratings]
    facts: dict[str, fact_pb2.Fact] = {}
    for content in handed_in:
        _add_evidence(made, content)
        for rated_fact in content.facts:
            fact = facts.setdefault(rated_fact.fact_id, fact_pb2.Fact(fact_id=rated_fact.fact_id))
            fact.ratings.extend(rated_fact.ratings)
            fact.places.extend(location for location in rated_fact.places if location not in fact.places)
    del made.facts[:]
    made.facts.extend((*(old_fact for old_fact in unrated if old_fact.fact_id not in facts), *facts.values()))
    return made


_STEPS = {"declare": _with_declaration, "verify": _with_verifications, "rate": _checked_ratings}


def check_dossier_change(step_context: StepContext) -> None:
    """Refuse a step that makes the dossier invalid for the scorecard."""
    _read_dossier(step_context, _STEPS[step_context.step.step](step_context))


def save(writing: CaseWriter, step_context: StepContext, number: int, rows: _RowFactory) -> dict[str, str]:
    """Store the dossier change; return the dossier name, or {} while ratings are missing."""
    made, row = _STEPS[step_context.step.step](step_context), step_context.row
    if step_context.step.step == "rate":
        _store(
            writing,
            step_context,
            rows,
            (RATINGS, _ratings_id(row, step_context.item_name, step_context.actor.person)),
            _revision_document(step_context, number, made),
        )
        team = step_context.content.get("team", ())
        handed_in = ratings(writing, row, step_context.item_name, team)
        if set(team) - handed_in.keys():
            return {}
        made = _with_ratings(step_context, (handed_in[person].content for person in team))
        _read_dossier(step_context, made)
    revision = _store(
        writing, step_context, rows, (DOSSIERS, _case_id(row)), _revision_document(step_context, number, made)
    )
    return {"dossier_name": dossier_revision_name(row, revision)}


def _revision_document(step_context: StepContext, number: int, content: DossierContent) -> dict[str, Any]:
    return {
        "content": MessageToDict(content, preserving_proto_field_name=True),
        "person": step_context.actor.person,
        "step": number,
        "salt": secrets.token_hex(16),  # prevents guessing ratings from the digest in the log
    }


def _store(
    writing: CaseWriter,
    step_context: StepContext,
    rows: _RowFactory,
    document_key: tuple[str, str],
    document: dict[str, Any],
) -> int:
    organization, (kind, id) = step_context.row.organization, document_key
    stored = writing.document(organization, kind, id)
    return writing.save(rows(organization, kind, id, 0 if stored is None else stored.revision, document)).revision


def _read_dossier(step_context: StepContext, content: DossierContent) -> Subject:
    try:
        subject = subject_of(step_context, content)
        read_subject(scorecard_of(step_context), subject)
    except InputError as error:
        raise InputError(
            tuple(
                Violation(f"{_FIELD}.{violation.field}", violation.description, violation.reason)
                for violation in error.violations
            )
        ) from None
    return subject


def subject_of(step_context: StepContext, content: DossierContent) -> Subject:
    """Return the dossier as a subject for evaluation today.

    Raises:
        InputError: If a fact or evidence item is malformed.
    """
    violations: list[Violation] = []
    facts, evidence = read_facts(content.facts, violations), read_all_evidence(content.evidence, violations)
    if violations:
        raise InputError(tuple(violations))
    return Subject(
        subject=step_context.row.subject, as_of=step_context.day.isoformat(), known=instants.now(),
        settings=dict(content.settings), facts=facts, evidence=evidence,
    )  # fmt: skip


def declared_content(before: DossierContent, but: str = "") -> DossierContent:
    """Return the declared content without fact `but` and without facts rated by assessors."""
    content = DossierContent(settings=before.settings, evidence=before.evidence)
    for fact in before.facts:
        if fact.fact_id != but and not fact.ratings:
            content.facts.add(
                fact_id=fact.fact_id, value=fact.value if fact.HasField("value") else None, places=fact.places
            )
    return content


def request_of(
    dossier: case_dossier_service_pb2.CaseDossier, day: str, facts: Iterable[fact_pb2.Fact] | None = None, **how: Any
) -> evaluation_service_pb2.EvaluateSubjectRequest:
    """Return an evaluation request for a dossier; `facts` replace its facts, `how` adds fields."""
    return evaluation_service_pb2.EvaluateSubjectRequest(
        subject=dossier.subject, scorecard=dossier.scorecard, as_of_date=day, settings=dossier.content.settings,
        facts=dossier.content.facts if facts is None else facts, evidence=dossier.content.evidence, **how,
    )  # fmt: skip


# --- guards before an evaluation --------------------------------------------------------------------------------------


def unsettled_facts(step_context: StepContext, content: DossierContent) -> list[str]:
    """Return the facts with differing ratings and no verification."""
    if not any(fact.ratings for fact in content.facts):
        return []
    facts = {fact.id: fact for fact in subject_of(step_context, content).facts}
    _, unsettled = settle_ratings(scorecard_of(step_context), facts, Violations())
    return sorted(id for id in unsettled if facts[id].verification is None)


def check_ratings_complete(step_context: StepContext) -> None:
    """Refuse an evaluation while ratings are missing or differ."""
    if step_context.profile.assessors == 1:
        return
    team = step_context.content.get("team", ())
    lacking = sorted(
        set(team) - ratings(step_context.case_reader, step_context.row, step_context.item_name, team).keys()
    )
    if lacking:
        raise step_refused(_message("RATINGS_AWAITED", persons=lacking))
    unsettled = unsettled_facts(step_context, _current_content(step_context))
    if unsettled:
        raise step_refused(_message("RATINGS_DIFFER", facts=unsettled))


def check_team(step_context: StepContext) -> None:
    """Refuse a team with too few assessors for the profile."""
    team_size = len(step_context.submitted_content["team"])
    if team_size < step_context.profile.assessors:
        message = _message("TEAM_TOO_SMALL", found=team_size, needed=step_context.profile.assessors)
        raise InputError.of("content.team", message, "WRONG_VALUE")


def check_facts_verified(step_context: StepContext) -> None:
    """Refuse to rely on declared facts without verification."""
    latest = find_dossier(step_context.case_reader, step_context.row)
    declared = [] if latest is None else [fact for fact in latest.content.facts if fact.HasField("value")]
    unverified = [fact.fact_id for fact in declared if not fact.HasField("verification")]
    if unverified:
        first = unverified[:_MAX_NAMED]
        raise step_refused(_message("UNVERIFIED", count=len(unverified), of=len(declared), found=first))


def check_evaluation_current(step_context: StepContext) -> None:
    """Refuse an evaluation that used other inputs than the current dossier."""
    latest = find_dossier(step_context.case_reader, step_context.row)
    if latest is None:
        return
    if other := _differing_inputs(step_context, latest.content):
        message = _message(
            "OTHER_DOSSIER", found=other, dossier=dossier_revision_name(step_context.row, latest.revision)
        )
        raise InputError.of("content.evaluation", message, "WRONG_VALUE")


def _differing_inputs(step_context: StepContext, content: DossierContent) -> list[str]:
    """Return the inputs that differ between a dossier and the record of an evaluation."""
    compared = step_context.evaluation.record, content.SerializeToString(deterministic=True)
    key = hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in compared)).digest()
    if (cached := _differences.get(key)) is not None:
        known: list[str] = orjson.loads(cached)
        return known
    try:
        inputs = inputs_of(step_context.written_steps)
    except TrailError as error:
        raise step_refused(
            _message("UNREADABLE", name=step_context.evaluation.name, problem=error_message(error))
        ) from None
    dossier = subject_of(step_context, content)
    facts = _differing_ids(dossier.facts, inputs.facts)
    evidence = _differing_ids(dossier.evidence, inputs.evidence)
    settings = sorted(id for id, setting in dossier.settings.items() if inputs.settings.get(id) != setting)
    other = [*(f"facts[{id}]" for id in facts), *(f"evidence[{id}]" for id in evidence)]
    other += [f"settings[{id}]" for id in settings]
    _differences.add(key, orjson.dumps(other))
    return other


def _differing_ids(ours: Iterable[Any], theirs: Iterable[Any]) -> list[str]:
    our_values, other = (
        {each.id: normal_bytes(_strip_previous(each)) for each in some if _has_content(each)} for some in (ours, theirs)
    )
    return sorted(id for id in {*our_values, *other} if our_values.get(id) != other.get(id))


def _strip_previous(each: Any) -> Any:
    return each.model_copy(update={"previous": None}) if isinstance(each, DeclaredFact) else each


def _has_content(each: Any) -> bool:
    return not isinstance(each, DeclaredFact) or bool(
        each.value is not None or each.ratings or each.verification is not None or each.places
    )


def check_commented_fact(step_context: StepContext) -> None:
    """Refuse a comment on a fact outside the scorecard."""
    known = {fact.id for fact in scorecard_of(step_context).facts}
    if step_context.submitted_content["fact"] not in known:
        message = _message("NO_FACT", found=step_context.submitted_content["fact"][:60])
        raise InputError.of("content.fact", message, "NOT_FOUND")


# --- differences ------------------------------------------------------------------------------------------------------


def fact_changes(before: DossierContent, after: DossierContent) -> list[case_dossier_service_pb2.FactChange]:
    """Return the facts that differ; `before` or `after` is unset if absent."""
    olds, news = ({fact.fact_id: fact for fact in content.facts} for content in (before, after))
    return [
        case_dossier_service_pb2.FactChange(fact_id=id, before=olds.get(id), after=news.get(id))
        for id in {**news, **olds}
        if olds.get(id) != news.get(id)
    ]


def changed_since(reading: CaseReader, row: CaseRow, step: int) -> list[str]:
    """Return the facts changed after a step, as text with both values."""
    newest = find_dossier(reading, row)
    if newest is None or newest.step <= step:
        return []
    revision, before = newest.revision - 1, DossierContent()
    while revision and (dossier := find_dossier(reading, row, revision)) is not None:
        if dossier.step <= step:
            before = dossier.content
            break
        revision -= 1
    return [
        f"{change.fact_id}: {format_fact(change.before)} → {format_fact(change.after)}"
        for change in fact_changes(before, newest.content)
    ]


def format_fact(fact: fact_pb2.Fact) -> str:
    """Render the corrected value of a fact, else the declared or rated ones."""
    if fact.verification.HasField("corrected_value"):
        return format_value(fact.verification.corrected_value)
    rejected = fact.verification.judgement == fact_pb2.Verification.JUDGEMENT_REJECTED
    if rejected or not (fact.HasField("value") or fact.ratings):
        return "–"
    return (
        " / ".join(
            dict.fromkeys(
                format_value(value)
                for value in (fact.value, *(each.value for each in fact.ratings))
                if value.WhichOneof("kind")
            )
        )
        or "–"
    )


def format_value(value: Proto) -> str:
    """Render a value with its unit in at most 200 characters."""
    fields: dict[str, Any] = MessageToDict(value, preserving_proto_field_name=True)
    fields.pop("evidence_ids", None)
    unit = fields.pop("unit", "")
    (plain_value,) = fields.values() or ("",)
    if isinstance(plain_value, bool):
        plain_value = str(plain_value).lower()
    written = (
        plain_value if isinstance(plain_value, str) else orjson.dumps(plain_value, option=orjson.OPT_SORT_KEYS).decode()
    )
    return f"{written} {unit}".strip()[:200]


def fact_states(content: DossierContent, unsettled: Sequence[str]) -> dict[str, str]:
    """Return each fact's state: its judgement, else differing, rated, declared or open."""
    states = {}
    for fact in content.facts:
        if fact.HasField("verification"):
            judgement = fact_pb2.Verification.Judgement.Name(fact.verification.judgement)
            states[fact.fact_id] = judgement.removeprefix("JUDGEMENT_").lower()
        elif fact.ratings:
            states[fact.fact_id] = "differing" if fact.fact_id in unsettled else "rated"
        else:
            states[fact.fact_id] = "declared" if fact.HasField("value") else "open"
    return states
