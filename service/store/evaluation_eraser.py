"""Erasure of stored evaluations: due dates, reduced records and removal of derived rows, all logged.

One transaction logs the erasure, replaces the record and removes derived rows. The database rejects other changes
(service/store/migrations).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, delete, insert, select, update

from rules.contracts import ErasedRecord, RecordHead, digest
from rules.model import Scorecard
from rules.trail import TRACK_STEP, ErasureExtent, evidence_to_keep, places_erased, to_erasable_record
from service.base.resource_names import parse_card
from service.store import sqlite
from service.store.database import StorePart
from service.store.erasure_index import held, holds_on, logged_erasures, whole_erasure_of
from service.store.expected_changes import delete_expected_changes
from service.store.log_sequencer import LoggedLeaf, add_leaves
from service.store.months import archive_of, archived_months, archived_refusal
from service.store.outcome_projection import delete_record_figures
from service.store.result_dependencies import Cards, EvaluationSupports, add_supports, supports_of
from service.store.serial_use import uses_digest
from service.store.shadow_results import delete_shadow_results
from service.store.stored_records import pack, restore_record_or_remains
from service.store.support_index import SUPPORTS
from service.store.tables import (
    CONCLUSIONS,
    ERASED_REQUESTS as _REQUESTS,
    EVALUATIONS,
    LISTED_ROWS,
    RECORD_FIGURES,
    STANDINGS,
    UNPROJECTED_ROWS,
    EvaluationRow,
)
from service.store.use_index import (
    also_used,
    change_places,
    erase_uses,
    evaluation_number,
    evaluation_numbers,
    stored_uses,
)
from service.store.value_index import remove_values
from service.store.writer import to_evaluation_row
from service.store.yearly_results import change_yearly_result, remove_yearly_result
from service.transparency.leaves import DRAFT_ERASURE, ERASURE, ERASURES, FILE_REMOVAL, Erasure, summarize_findings

if TYPE_CHECKING:
    CardOf = Callable[[RecordHead], Scorecard | None]


_QUERY_BATCH_SIZE = 1_000
_COVERING_EXTENTS = {
    ErasureExtent.EVIDENCE: {ErasureExtent.EVIDENCE, ErasureExtent.INPUTS},
    ErasureExtent.INPUTS: {ErasureExtent.INPUTS},
    ErasureExtent.EVALUATION: set(),
}


class RetentionStart(StrEnum):
    """Start of retention: creation, or storage of the next evaluation of the same subject and scorecard."""

    CREATION = "creation"
    FOLLOWED = "followed"


@dataclass(frozen=True, slots=True)
class DueErasures:
    """Evaluations due for erasure; `held` counts those under a legal hold, `archived` those in archives."""

    names: tuple[str, ...]
    held: int
    archived: int = 0


def _made_before(connection: Connection, organization: str, until: str) -> Iterator[str]:
    chosen = select(LISTED_ROWS.c.evaluation).where(
        LISTED_ROWS.c.organization == organization, LISTED_ROWS.c.create_time < until
    )
    yield from connection.execute(chosen.order_by(LISTED_ROWS.c.create_time, LISTED_ROWS.c.evaluation)).scalars()


def _followed_before(connection: Connection, organization: str, until: str) -> Iterator[str]:
    chosen = (
        select(
            LISTED_ROWS.c.evaluation,
            LISTED_ROWS.c.subject,
            LISTED_ROWS.c.create_time,
            CONCLUSIONS.c.scorecard_version,
        )
        .join(CONCLUSIONS, CONCLUSIONS.c.id == LISTED_ROWS.c.conclusion)
        .where(LISTED_ROWS.c.organization == organization, LISTED_ROWS.c.create_time < until)
        .order_by(LISTED_ROWS.c.subject, LISTED_ROWS.c.create_time, LISTED_ROWS.c.evaluation)
    )
    last: dict[tuple[str, str], str] = {}
    for row in connection.execute(chosen):
        key = row.subject, parse_card(row.scorecard_version).card
        if key in last:
            yield last[key]
        last[key] = row.evaluation


def _count_archived(connection: Connection, organization: str, names: Sequence[str], extent: ErasureExtent) -> int:
    """Return the number of archived evaluations without an erasure that covers the extent."""
    months = archived_months(connection)
    archived = {name for name in names if archive_of(months, name) is not None}
    if archived:
        entries = logged_erasures(connection, f"organizations/{organization}/evaluations/")
        erasures = (Erasure.read(entry.leaf.content) for entry in entries)
        archived -= {erasure.evaluation for erasure in erasures if erasure.extent in _COVERING_EXTENTS[extent]}
    return len(archived)


def _not_yet_erased(connection: Connection, names: Sequence[str], extent: ErasureExtent) -> Iterator[tuple[str, str]]:
    for start in range(0, len(names), _QUERY_BATCH_SIZE):
        chosen = select(EVALUATIONS.c.name, EVALUATIONS.c.subject, EVALUATIONS.c.erasures).where(
            EVALUATIONS.c.name.in_(names[start : start + _QUERY_BATCH_SIZE])
        )
        for name, subject, erasures in connection.execute(chosen.order_by(EVALUATIONS.c.name)):
            if not {erasure["extent"] for erasure in json.loads(erasures)} & _COVERING_EXTENTS[extent]:
                yield name, subject


_SWEEP_BATCH_SIZE = 10_000


def _delete_supports(
    connection: Connection,
    row: EvaluationRow,
    record: ErasedRecord,
    remaining: ErasedRecord | None,
    card: Scorecard | None,
) -> bool:
    """Remove index entries of erased supports; return whether `_sweep_supports` is still required.

    It is required after a complete erasure (`remaining` is None) with an unknown scorecard. If the remains no longer
    state which bases were read, the evaluation is indexed under every basis.
    """
    before = supports_of(record, row.organization, row.software_versions, card)
    after = EvaluationSupports()
    if remaining is not None:
        after = supports_of(remaining, row.organization, row.software_versions, card)
    number = evaluation_number(connection, row.name)
    remove_values(connection, number, set(before.values) - set(after.values))
    is_indexed = not SUPPORTS.holds(connection, before.untold, number)
    digests, retained = set(before.digests), set(after.digests)
    for support in digests - retained | ({before.untold} if remaining is None else set()):
        SUPPORTS.remove(connection, support, number)
    if retained - digests and is_indexed and SUPPORTS.holds(connection, before.version, number):  # already indexed
        add_supports(connection, [(row.name, EvaluationSupports(tuple(retained - digests)))])
    return remaining is None and card is None and is_indexed


def _sweep_supports(connection: Connection, names: Sequence[str]) -> None:
    for start in range(0, len(names), _SWEEP_BATCH_SIZE):
        SUPPORTS.remove_all(
            connection, evaluation_numbers(connection, names[start : start + _SWEEP_BATCH_SIZE]).values()
        )


_LOCATION_PATTERN = re.compile(r"(facts|evidence)\[([^\]]*)\]")


def _without_erased_place(finding: dict[str, Any], gone: Collection[str]) -> dict[str, Any]:
    return (
        {**finding, "place": _truncate_place(finding["place"])} if _step_of_place(finding["place"]) in gone else finding
    )


def _step_of_place(place: str) -> str:
    match = _LOCATION_PATTERN.match(place)
    return f"{match[1]}/{match[2]}" if match is not None else ""


def _truncate_place(place: str) -> str:
    match = _LOCATION_PATTERN.match(place)
    return "" if match is None else match[0] if match[1] == "facts" else match[1]


_DEPENDENT_TABLES = (
    RECORD_FIGURES,
    UNPROJECTED_ROWS,
    STANDINGS,
    LISTED_ROWS,
)
_LEAF_ONLY_FIELDS = frozenset({"record_left", "findings_left", "findings_left_shown", "uses_left"})
_MAX_OTHER_EVALUATIONS = 100


@dataclass(frozen=True, slots=True)
class ErasureOrder:
    """Order for an erasure; `facts` applies only to the extent FACTS."""

    extent: ErasureExtent
    facts: tuple[str, ...]
    time: str
    principal: Mapping[str, str]
    reason: str


@dataclass(frozen=True, slots=True)
class ErasureResult:
    """Result for one evaluation; `erasure.steps` is 0 if nothing remained to erase.

    `remaining_evidence` is used by other facts. `also_used_by` are other evaluations with the same numbers and
    documents, `also_given_in` those of the subject with the same facts. `documents` are digests without remaining
    evidence.
    """

    erasure: Erasure
    remaining_evidence: tuple[str, ...]
    also_used_by: tuple[str, ...]
    also_given_in: tuple[str, ...]
    documents: tuple[str, ...]


class EvaluationEraser(StorePart):
    """Erasure of evaluations."""

    def __init__(self, engine: Engine, cards: Cards) -> None:
        super().__init__(engine)
        self._cards = cards

    def of_subject(self, organization: str, subject: str) -> list[str]:
        chosen = select(LISTED_ROWS.c.evaluation).where(
            LISTED_ROWS.c.organization == organization, LISTED_ROWS.c.subject == subject
        )
        return self._values(chosen.order_by(LISTED_ROWS.c.evaluation))

    def due(self, organization: str, extent: ErasureExtent, until: str, since: RetentionStart) -> DueErasures:
        candidates = _made_before if since is RetentionStart.CREATION else _followed_before
        with self._reading() as connection:
            held_names = {hold.target for hold in holds_on(connection, organization)}
            due_names = list(candidates(connection, organization, until))
            due = list(_not_yet_erased(connection, due_names, extent))
            archived = _count_archived(connection, organization, due_names, extent)
        names = tuple(name for name, subject in due if not held_names & {name, subject})
        return DueErasures(names, len(due) - len(names), archived)

    def all_noted(self, under: str, *, after: str, limit: int) -> list[LoggedLeaf]:
        kinds = (ERASURE, DRAFT_ERASURE, FILE_REMOVAL)
        with self._reading() as connection:
            return logged_erasures(connection, under, after=after, limit=limit, kinds=kinds)

    def of(self, evaluation: str) -> list[LoggedLeaf]:
        with self._reading() as connection:
            entries = logged_erasures(connection, f"{evaluation}{ERASURES}")
        return sorted(entries, key=lambda entry: int(entry.leaf.name.rpartition("/")[2]))

    def full_erasure(self, evaluation: str) -> Erasure | None:
        with self._reading() as connection:
            return whole_erasure_of(connection, evaluation)

    def plan(self, names: Sequence[str], order: ErasureOrder, cards: CardOf) -> list[ErasureResult]:
        with self._reading() as connection:
            return [planned.result for planned in _plan_each(connection, names, order, cards)]

    def erase(self, names: Sequence[str], order: ErasureOrder, cards: CardOf) -> list[ErasureResult]:
        with self._writing() as connection:
            planned_erasures = [
                planned for planned in _plan_each(connection, names, order, cards) if planned.result.erasure.steps
            ]
            add_leaves(connection, [planned.result.erasure.leaf() for planned in planned_erasures])
            erased_names = [planned.row.name for planned in planned_erasures]
            delete_shadow_results(connection, erased_names)
            delete_expected_changes(connection, erased_names)
            to_sweep = []
            for planned in planned_erasures:
                if _apply_erasure(connection, planned, self._cards(planned.row.organization, planned.before.head)):
                    to_sweep.append(planned.row.name)
            _sweep_supports(connection, to_sweep)
        return [planned.result for planned in planned_erasures]

    def clear(self) -> bool:
        """Empty the journal; return whether no erased data can remain (always False on PostgreSQL)."""
        return self._engine.dialect.name == "sqlite" and sqlite.empty_journal(self._engine)


@dataclass(frozen=True, slots=True)
class _PlannedErasure:
    row: EvaluationRow
    before: ErasedRecord
    remaining: ErasedRecord
    gone: frozenset[str]
    findings: list[dict[str, Any]]
    places: Mapping[str, str]
    result: ErasureResult


def _plan_each(
    connection: Connection, names: Sequence[str], order: ErasureOrder, cards: CardOf
) -> Iterator[_PlannedErasure]:
    for name in names:
        stored = connection.execute(select(EVALUATIONS).where(EVALUATIONS.c.name == name)).first()
        if stored is None:
            if (archived := archived_refusal(connection, name)) is not None:
                raise archived
            continue
        row = to_evaluation_row(stored)
        if holds := holds_on(connection, row.organization, row.name, row.subject):
            raise held(name, holds)
        yield _plan(connection, row, order, cards)


def _plan(connection: Connection, row: EvaluationRow, order: ErasureOrder, cards: CardOf) -> _PlannedErasure:
    written = restore_record_or_remains(row.record, row.record_key)
    record = written if isinstance(written, ErasedRecord) else to_erasable_record(written, row.record_key)
    card = cards(record.head) if order.extent is ErasureExtent.FACTS else None
    remaining = record.without(places_erased(record, order.extent, order.facts, card))
    gone = frozenset(record.results_by_step) - frozenset(remaining.results_by_step)
    findings = [_without_erased_place(finding, gone) for finding in json.loads(row.archive_findings)]
    findings_summary, is_full_erasure = summarize_findings(findings), order.extent is ErasureExtent.EVALUATION
    uses = stored_uses(connection, [row.name])[row.name]
    places = {
        use["value_digest"]: _truncate_place(use["place"]) for use in uses if _step_of_place(use["place"]) in gone
    }
    remaining_uses = ({**use, "place": places.get(use["value_digest"], use["place"])} for use in uses)
    facts = tuple(fact for fact in order.facts if f"facts/{fact}" in gone)
    erasure = Erasure(
        name=f"{row.name}{ERASURES}{len(json.loads(row.erasures)) + 1}",
        subject=row.subject,
        time=order.time,
        principal=order.principal,
        reason=order.reason,
        extent=order.extent,
        facts=facts,
        steps=max(len(gone), int(is_full_erasure)),
        record_left="" if is_full_erasure else digest(remaining.content),
        findings_left="" if is_full_erasure else findings_summary["digest"],
        findings_left_shown="" if is_full_erasure else findings_summary["shown"],
        uses_left="" if is_full_erasure else uses_digest(remaining_uses),
    )
    retained_evidence = evidence_to_keep(record, facts) if order.extent is ErasureExtent.FACTS else ()
    documents = tuple(sorted(_document_digests(record) - _document_digests(remaining)))
    result = ErasureResult(
        erasure,
        retained_evidence,
        also_used(connection, row.name, row.organization, places),
        _evaluations_with_facts(connection, row, facts),
        documents,
    )
    return _PlannedErasure(row, record, remaining, gone, findings, places, result)


def _document_digests(record: ErasedRecord) -> set[str]:
    return {values[0]["digest"] for step, values in record.results_by_step.items() if step.startswith("evidence/")}


def _apply_erasure(connection: Connection, planned: _PlannedErasure, card: Scorecard | None) -> bool:
    row, erasure = planned.row, planned.result.erasure
    if erasure.extent is ErasureExtent.EVALUATION:
        request = {"organization": row.organization, "request_id": row.request_id, "evaluation": row.name}
        connection.execute(insert(_REQUESTS), request)
        needs_sweep = _delete_supports(connection, row, planned.before, None, card)
        remove_yearly_result(connection, row.name)
        erase_uses(connection, row.name)
        for table in _DEPENDENT_TABLES:
            connection.execute(delete(table).where(table.c.evaluation == row.name))
        connection.execute(delete(EVALUATIONS).where(EVALUATIONS.c.name == row.name))
        return needs_sweep
    fields = {key: part for key, part in asdict(erasure).items() if key not in _LEAF_ONLY_FIELDS}
    connection.execute(
        update(EVALUATIONS)
        .where(EVALUATIONS.c.name == row.name)
        .values(
            record=pack(planned.remaining),
            record_key=b"",
            archive_findings=json.dumps(planned.findings, sort_keys=True),
            erasures=json.dumps([*json.loads(row.erasures), fields], sort_keys=True),
        )
    )
    _delete_supports(connection, row, planned.before, planned.remaining, card)
    delete_record_figures(connection, row.name, planned.gone)
    if TRACK_STEP in planned.gone:
        connection.execute(update(STANDINGS).where(STANDINGS.c.evaluation == row.name).values(track="{}"))
    change_yearly_result(connection, row.name, planned.remaining, "{}" if TRACK_STEP in planned.gone else None)
    change_places(connection, row.name, planned.places)
    return False


def _evaluations_with_facts(connection: Connection, row: EvaluationRow, facts: Collection[str]) -> tuple[str, ...]:
    chosen = (
        select(EVALUATIONS.c.name, EVALUATIONS.c.record, EVALUATIONS.c.record_key)
        .join(LISTED_ROWS, LISTED_ROWS.c.evaluation == EVALUATIONS.c.name)
        .where(LISTED_ROWS.c.organization == row.organization, LISTED_ROWS.c.subject == row.subject)
        .where(EVALUATIONS.c.name != row.name)
        .order_by(EVALUATIONS.c.name.desc())
        .limit(_MAX_OTHER_EVALUATIONS)
    )
    if not facts:
        return ()
    others = [(name, restore_record_or_remains(record, key)) for name, record, key in connection.execute(chosen)]
    return tuple(
        name for name, written in others if any((content := written.fact(fact)) and content.declared for fact in facts)
    )
