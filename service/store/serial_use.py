"""Double-use detection: serial numbers, their normal form, and evidence of an evaluation, used elsewhere."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

import orjson
from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Select,
    String,
    and_,
    bindparam,
    column,
    exists,
    func,
    insert,
    or_,
    select,
    text,
)

from rules.contracts import DeclaredFact, DeclaredValue, canonical_bytes, digest
from rules.model import AttestationKind, FactType, FindingSeverity, RecordType, Scorecard, SumQuantity
from rules.trail import CompletedEvaluation, ResolvedFact
from service.base.resource_names import OTHER_ORGANIZATION, OTHER_PERIOD, OTHER_SUBJECT
from service.store.prepared_statements import PreparedStatement
from service.store.tables import UsageRow

if TYPE_CHECKING:
    from rules.contracts import EvaluatedFact, WrittenSteps

    _Found = tuple[str, str, str, FindingSeverity]
    """Kind, value, place and severity."""


_SERIALS = ("serial", "certificate number", "registry number", "register number", "序列号", "证书编号", "登记编号")
"""By these words a card says that a text is the number of a register."""


def key_is_serial(definition: RecordType) -> bool:
    """Say whether the card calls the key of a list the number of a register; else it names lines, such as `K-1`.

    A further number that must not repeat is that of the register, whatever the key is called.
    """
    if definition.unique:
        return False
    key = next(field for field in definition.fields if field.id == definition.key)
    called = normalize_identifier(" ".join((key.id.replace("_", " "), *key.labels.values())))
    return any(normalize_identifier(word) in called for word in _SERIALS)


def lists_with_local_keys(scorecard: Scorecard) -> frozenset[str]:
    """Name the lists whose keys are names that a subject gives its own lines, such as a boiler or a line of goods.

    Those of a self-assessment that asks no evidence for the list: no register stands behind them.
    """
    if scorecard.card.attestation is not AttestationKind.SELF_ASSESSMENT:
        return frozenset()
    return frozenset(fact.id for fact in scorecard.facts if fact.type is FactType.RECORDS and not fact.evidence)


def normalize_identifier(text: str) -> str:
    """Level the spelling of a serial or a name: case, width and spaces."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


_TABLE = UsageRow.__table__  # type: ignore[attr-defined] # SQLModel does not declare it
_COLUMNS = tuple(column.name for column in _TABLE.columns)
_INSERT = PreparedStatement(lambda _: insert(_TABLE))
_ID_LENGTH = 36
_EVIDENCE = "evidence"
_USAGE_FACT_TYPES = (FactType.RECORDS, FactType.PERIOD)
_MAX_EVALUATIONS = 100
"""The most other evaluations that one finding names."""
_ELEMENTS = {
    "sqlite": "SELECT value FROM json_each(:values)",
    "postgresql": "SELECT value FROM json_array_elements_text(CAST(:values AS json))",
}
"""How each database reads a JSON list: so any number of values is one parameter."""


class _EarlierUse(NamedTuple):
    """Where a value was used before; of another organisation the period is not asked for."""

    subject: str
    evaluation: str
    period: str = ""


@dataclass(frozen=True, slots=True)
class Usage:
    """One value that an evaluation uses, as a row of the table, and how grave it is if it was used before."""

    evaluation: str
    value_digest: str
    organization: str
    kind: str
    subject: str
    period: str
    place: str
    severity: FindingSeverity

    def columns(self) -> dict[str, str]:
        """Give the columns of the row."""
        return {name: getattr(self, name) for name in _COLUMNS}


def usages_of(
    evaluated: CompletedEvaluation, scorecard: Scorecard, *, evaluation: str, organization: str
) -> list[Usage]:
    """List what an evaluation uses, each value once, from the values that the rules used."""
    facts = [evaluated.fact(fact.id) for fact in scorecard.facts if fact.type in _USAGE_FACT_TYPES]
    evidence = [(item.id, item.digest) for item in evaluated.evidence]
    subject, period = evaluated.subject.subject, _period(facts, scorecard)
    return [
        Usage(evaluation, value, organization, kind, subject, period, place, severity)
        for kind, value, place, severity in _distinct_usages(facts, evidence, scorecard)
    ]


def recorded_usages(written: WrittenSteps, scorecard: Scorecard, *, evaluation: str, organization: str) -> list[Usage]:
    """List what an evaluation uses as its record, or what is left of it, says.

    Raises:
        ValueError, KeyError: a step does not say what one has to.
    """
    facts = [_recorded(written, fact.id) for fact in scorecard.facts if fact.type in _USAGE_FACT_TYPES]
    steps: Iterable[tuple[tuple[str, str, str], Any]] = (
        (step.partition("/"), values[0]) for step, values in written.results_by_step.items()
    )
    evidence = [(name, item["digest"]) for (group, _, name), item in steps if group == _EVIDENCE]
    subject, period = written.head.subject, _period(facts, scorecard)
    return [
        Usage(evaluation, value, organization, kind, subject, period, place, severity)
        for kind, value, place, severity in _distinct_usages(facts, evidence, scorecard)
    ]


def _recorded(written: WrittenSteps, fact: str) -> ResolvedFact:
    declared, *rest = written.results_by_step.get(f"facts/{fact}", [{}])
    used = next((part for part in rest if isinstance(part, dict)), None if rest else declared.get("value"))
    seen = None if used is None else DeclaredValue.model_validate_json(orjson.dumps(used))
    return ResolvedFact(DeclaredFact(id=fact), seen)


def _distinct_usages(
    facts: Iterable[ResolvedFact], evidence: Iterable[tuple[str, str]], scorecard: Scorecard
) -> Iterator[_Found]:
    """Give what is used, each value once: its kind, its digest, its place, and how grave it is."""
    seen_digests = set()
    for kind, value, place, severity in (*_serials(facts, scorecard), *_of_evidence(evidence)):
        value_digest = digest(canonical_bytes([kind, normalize_identifier(value)]))
        if value_digest not in seen_digests:
            seen_digests.add(value_digest)
            yield kind, value_digest, place, severity


def store_usages(connection: Connection, usages: list[Usage]) -> str:
    """Store the usages of one evaluation; the answer is the JSON list of what was used before."""
    if not usages:
        return "[]"
    findings = list(_double_uses(connection, usages))
    _INSERT.run_each(connection, [usage.columns() for usage in usages])
    return json.dumps(findings, sort_keys=True)


def _double_uses(connection: Connection, usages: list[Usage]) -> Iterator[dict[str, object]]:
    row, values = usages[0], json.dumps([usage.value_digest for usage in usages])
    asked = {"organization": row.organization, "subject": row.subject, "period": row.period}
    during = bool(row.period)
    used_before = set(_HITS[during].values(connection, {**asked, "values": values}))
    registered = [usage.value_digest for usage in usages if usage.severity is FindingSeverity.MAJOR]
    asked_elsewhere = {**asked, "values": json.dumps(registered)}
    used_elsewhere = set(_ELSEWHERE.values(connection, asked_elsewhere)) if registered else set()
    for usage in usages:
        if usage.value_digest in used_before:
            newest = _EARLIER[during].rows(connection, {**asked, "value": usage.value_digest})
            yield from _findings(usage, [_EarlierUse(*row) for row in newest])
        if usage.value_digest in used_elsewhere:
            newest = _EARLIER_ELSEWHERE.rows(connection, {**asked, "value": usage.value_digest})
            yield _finding(OTHER_ORGANIZATION, usage, [_EarlierUse(*row) for row in newest])


def _hits(database: str, *, during: bool) -> Select[Any, Any]:
    """Ask which of some values were used before; of each value no more than one other use is looked at."""
    asked = text(_ELEMENTS[database]).columns(column("value", String)).subquery("asked")
    same = and_(_TABLE.c.organization == bindparam("organization"), _TABLE.c.value_digest == asked.c.value)
    used = (exists().where(same, *other).correlate(asked) for other in _other_use_conditions(during=during))
    return select(asked.c.value).where(or_(*used))


def _earlier(_database: str, *, during: bool) -> Select[Any, Any]:
    """Ask for the newest other evaluations that used a value."""
    here = _TABLE.c.organization == bindparam("organization")
    same = _TABLE.c.value_digest == bindparam("value")
    others = or_(*(and_(*other) for other in _other_use_conditions(during=during)))
    earlier = select(_TABLE.c.subject, _TABLE.c.evaluation, _TABLE.c.period).where(here, same, others)
    return earlier.order_by(_TABLE.c.evaluation.desc()).limit(_MAX_EVALUATIONS)


def _elsewhere(database: str) -> Select[Any, Any]:
    """Ask which of some values other organisations used before."""
    asked = text(_ELEMENTS[database]).columns(column("value", String)).subquery("asked")
    same = _TABLE.c.value_digest == asked.c.value
    used = (exists().where(same, other).correlate(asked) for other in _other_organizations())
    return select(asked.c.value).where(or_(*used))


def _earlier_elsewhere(_database: str) -> Select[Any, Any]:
    """Ask for the newest evaluations of other organisations that used a value."""
    same = _TABLE.c.value_digest == bindparam("value")
    earlier = select(_TABLE.c.subject, _TABLE.c.evaluation).where(same, or_(*_other_organizations()))
    # The last part of a name is in the order of time, whoever's it is.
    id = func.substr(_TABLE.c.evaluation, func.length(_TABLE.c.evaluation) - (_ID_LENGTH - 1))
    return earlier.order_by(id.desc()).limit(_MAX_EVALUATIONS)


def _other_organizations() -> list[ColumnElement[bool]]:
    """Say which organisations are others as ranges of the index."""
    organization: BindParameter[str] = bindparam("organization")
    return [_TABLE.c.organization < organization, _TABLE.c.organization > organization]


def _other_use_conditions(*, during: bool) -> list[tuple[ColumnElement[bool], ...]]:
    """Say which uses are double as ranges of the index: a search then passes over what the subject itself used often.

    Another subject stands before or after, and so does another known period of the same subject, if its own is known.
    """
    used_by, used_in = _TABLE.c.subject, _TABLE.c.period
    subject: BindParameter[str] = bindparam("subject")
    period: BindParameter[str] = bindparam("period")
    others: list[tuple[ColumnElement[bool], ...]] = [(used_by < subject,), (used_by > subject,)]
    if during:
        others += [(used_by == subject, used_in > "", used_in < period), (used_by == subject, used_in > period)]
    return others


_HITS = {during: PreparedStatement(partial(_hits, during=during)) for during in (False, True)}
_EARLIER = {during: PreparedStatement(partial(_earlier, during=during)) for during in (False, True)}
_ELSEWHERE, _EARLIER_ELSEWHERE = PreparedStatement(_elsewhere), PreparedStatement(_earlier_elsewhere)


def _findings(usage: Usage, earlier: Sequence[_EarlierUse]) -> Iterator[dict[str, object]]:
    other = [row for row in earlier if row.subject != usage.subject]
    same = [row for row in earlier if row.subject == usage.subject]
    if other:
        yield _finding(OTHER_SUBJECT, usage, other)
    if same:
        periods = list(dict.fromkeys(row.period for row in same))
        finding = _finding(OTHER_PERIOD, usage, same)
        del finding["subjects"]
        yield {**finding, "periods": periods}


def _finding(finding_id: str, usage: Usage, rows: Sequence[_EarlierUse]) -> dict[str, object]:
    return {
        "id": finding_id,
        "severity": usage.severity.value,
        "place": usage.place,
        "evaluations": [row.evaluation for row in rows],
        "subjects": list(dict.fromkeys(row.subject for row in rows)),
    }


def uses_digest(rows: Iterable[Mapping[str, Any]]) -> str:
    """Give the digest of the uses of one evaluation, so that what is left of them can be bound."""
    in_order = sorted(rows, key=lambda row: str(row["value_digest"]))
    names = ("kind", "period", "place", "value_digest")
    return digest(canonical_bytes([{name: row[name] for name in names} for row in in_order]))


def double_use_count(archive_findings: str) -> int:
    """Count the double uses in the JSON list that `store_usages` gave."""
    return sum(finding["severity"] == FindingSeverity.MAJOR.value for finding in json.loads(archive_findings))


def _period(facts: Iterable[ResolvedFact], scorecard: Scorecard) -> str:
    """Give the claim periods of a subject as text; empty if the scorecard has none, or one is unknown."""
    periods = {definition.id for definition in scorecard.facts if definition.type is FactType.PERIOD}
    period_texts = []
    for fact in facts:
        if fact.declared.id in periods:
            if fact.used is None or fact.used.period is None:
                return ""
            period_texts.append(f"{fact.used.period.first}/{fact.used.period.last}")
    return " ".join(period_texts)


def used_register_numbers(facts: Iterable[EvaluatedFact], scorecard: Scorecard) -> Iterator[tuple[str, str, str]]:
    """Give the numbers of registers that a subject uses: what is the same for the same number, it, and its place."""
    for kind, value, place, severity in _serials(facts, scorecard):
        if severity is FindingSeverity.MAJOR:
            yield f"{kind} {normalize_identifier(value)}", value, place


def _serials(facts: Iterable[ResolvedFact | EvaluatedFact], scorecard: Scorecard) -> Iterator[_Found]:
    only_named = lists_with_local_keys(scorecard)
    summed = {quantity.list for quantity in scorecard.quantities if isinstance(quantity, SumQuantity)}
    types = {definition.id: definition for definition in scorecard.records}
    records_of = {fact.id: types[fact.record] for fact in scorecard.facts if fact.id in summed and fact.record}
    for fact in facts:
        definition = records_of.get(fact.declared.id)
        if definition is None or fact.used is None:
            continue
        for row in fact.used.records or ():
            names_lines = fact.declared.id in only_named or not key_is_serial(definition)
            yield from _row_serials(row, definition, fact.declared.id, names_lines=names_lines)


def _row_serials(
    row: dict[str, DeclaredValue], definition: RecordType, list_id: str, *, names_lines: bool
) -> Iterator[_Found]:
    """Give the serials of one record.

    Where further fields must not repeat, those are the numbers of a register, and the key may only name the lines.
    """
    texts = {field.id for field in definition.fields if field.type is FactType.TEXT}
    key = row[definition.key]
    for field in (definition.key, *definition.unique):
        value = row.get(field)
        if field in texts and value is not None and value.text:
            of_register = field in definition.unique or not names_lines
            severity = FindingSeverity.MAJOR if of_register else FindingSeverity.OBSERVATION
            place = f"facts[{list_id}].records[{key.key_text}].{field}"
            yield f"{definition.id}.{field}", value.text, place, severity


def _of_evidence(evidence: Iterable[tuple[str, str]]) -> Iterator[_Found]:
    """Give the digests of the evidence; one document may rightly serve twice, so that is only an observation."""
    for item, content_digest in evidence:
        yield _EVIDENCE, content_digest, f"evidence[{item}].content_digest", FindingSeverity.OBSERVATION
