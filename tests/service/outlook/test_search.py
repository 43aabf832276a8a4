"""Search for changes of stored results: equal to an evaluation on every day, with the right days and causes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest

from rules.contracts.inputs import Assurance, DeclaredFact, DeclaredValue, EvidenceItem, Subject
from rules.contracts.record import Record
from rules.contracts.record_bytes import read_complete_record
from rules.model.expressions import (
    DateClause,
    DateExpression,
    DateOperator,
    NumberClause,
    NumberLiteral,
    NumberOperator,
)
from rules.model.lookups import TableKey, TableLookup, TableReference
from rules.model.published_version import PublishedVersion, Repeal
from rules.model.scorecard import FactDefinition, FactType, Gate, Scorecard, TableQuantity
from rules.trail import inputs_of
from service.evaluating.evaluators import Evaluators, RecordReader, new_record_key
from service.gazette.publication import write_repeal, write_version
from service.gazette.table_order import TableStores
from service.gazette.tables import FOLDER, write_edition
from service.gazette.versions import Gazette
from service.outlook.days import RulesByDay
from service.outlook.search import (
    Cause,
    CauseKind,
    Change,
    Point,
    ResultSearch,
    ReusedRecords,
    SearchResult,
    StoredResult,
)
from service.output.mapping.answers import write_difference
from service.output.result_changes import OVERALL_PARTS, changed_parts
from tests.support.random_subjects import random_subject, richer_card
from tests.support.small_card import CARD, LAW, small_card, small_subject
from tests.support.small_table import small_table

PUBLISHED = "2025-01-01T00:00:00Z"
KNOWN = "2026-04-01T12:00:00Z"
TODAY = date(2026, 4, 1)
FIRST = f"scorecards/{CARD}/versions/1.0.0"


@dataclass
class Searched:
    """A gazette, evaluators of it, and searches in it."""

    folder: Path
    evaluators: Evaluators = field(init=False)
    gazette: Gazette = field(init=False)

    def __post_init__(self) -> None:
        self.gazette = Gazette(self.folder)
        self.evaluators = Evaluators.for_gazette(self.gazette)

    def close(self) -> None:
        self.evaluators.close()

    def publish(self, card: Scorecard, time: str = PUBLISHED) -> None:
        write_version(self.folder, card, {}, publish_time=time)

    def stored(self, subject: Subject, *corrections: str, card: str = CARD) -> StoredResult:
        """Evaluate a subject as it would be stored on its as-of date."""
        known = subject.model_copy(update={"known": f"{subject.as_of}T12:00:00Z"})
        version = self.gazette.version(card, "1.0.0")
        recorded = self.evaluators.evaluate(version, known, new_record_key())
        written = read_complete_record(recorded.content)
        record = RecordReader(self.gazette).restore(written).without_steps
        return StoredResult(written, record, inputs_of(written), version, corrections)

    def search(self) -> tuple[ResultSearch, ReusedRecords]:
        records = ReusedRecords(self._evaluate)
        return ResultSearch(RulesByDay(self.gazette, TableStores(self.gazette), KNOWN), records), records

    def found(self, result: StoredResult, days: int = 400) -> SearchResult:
        found = self.search()[0].find(result, days=days)
        assert found.problem == ""
        return found

    def _evaluate(self, version: PublishedVersion, subject: Subject) -> Record:
        return self.evaluators.evaluate(version, subject, new_record_key()).without_steps


@pytest.fixture
def searched(tmp_path: Path) -> Iterator[Searched]:
    with closing(Searched(tmp_path)) as environment:
        yield environment


def lasting(until: str, **changes: DeclaredValue | None) -> Subject:
    """Return the small subject with evidence that is valid until a day."""
    subject = small_subject(**changes)
    item = subject.evidence[0].model_copy(update={"valid_until": until})
    return subject.model_copy(update={"evidence": (item,)})


def told(change: Change) -> tuple[str, str, str]:
    def grade(point: Point) -> str:
        return "" if point.record is None else point.record.conclusion.grade or point.record.conclusion.kind.value

    return str(change.after.day), grade(change.before), grade(change.after)


def test_a_higher_threshold_changes_the_grade_from_its_first_day(searched: Searched) -> None:
    searched.publish(small_card())
    searched.publish(small_card(version="2.0.0", first="2027-01-01", supersedes="1.0.0", gold=101))
    (change,) = searched.found(searched.stored(small_subject())).changes
    assert told(change) == ("2027-01-01", "gold", "silver")
    assert change.causes[0] == Cause(CauseKind.VERSION_BEGINS, f"scorecards/{CARD}/versions/2.0.0")
    assert change.after.version_name.endswith("/2.0.0")


def test_expired_evidence_counts_on_its_last_day(searched: Searched) -> None:
    searched.publish(small_card())
    (change,) = searched.found(searched.stored(lasting("2026-12-31"))).changes
    assert change.causes == (Cause(CauseKind.EVIDENCE_EXPIRES, "meter"),)
    assert told(change)[:2] == ("2027-01-01", "gold")
    assert change.after.record is not None
    assert change.after.record.conclusion.kind.value != "graded"


def test_the_maximum_age_of_evidence_ends_a_result(searched: Searched) -> None:
    searched.publish(small_card())
    (change,) = searched.found(searched.stored(small_subject()), days=800).changes  # issued 2026-01-15, 24 months
    assert told(change)[0] == "2028-01-16"


def test_a_repealed_version_leaves_no_result(searched: Searched) -> None:
    searched.publish(small_card())
    result = searched.stored(small_subject())
    repeal = Repeal(date(2026, 6, 1), "2026-03-15T00:00:00Z", "withdrawn")
    write_repeal(searched.folder, searched.gazette.version(CARD, "1.0.0"), repeal)
    (change,) = searched.found(result).changes
    assert told(change) == ("2026-06-01", "gold", "")
    assert change.causes[0] == Cause(CauseKind.VERSION_REPEALED, FIRST)


def test_a_repeal_that_is_not_known_yet_changes_nothing(searched: Searched) -> None:
    searched.publish(small_card())
    result = searched.stored(small_subject())
    repeal = Repeal(date(2026, 6, 1), "2026-04-02T00:00:00Z", "withdrawn")
    write_repeal(searched.folder, searched.gazette.version(CARD, "1.0.0"), repeal)
    assert searched.found(result).changes == []


def test_a_version_for_the_past_changes_the_result_of_its_own_date(searched: Searched) -> None:
    searched.publish(small_card())
    result = searched.stored(small_subject())
    late = small_card(version="1.1.0", first="2026-02-01", supersedes="1.0.0", gold=101)
    searched.publish(late, "2026-03-20T00:00:00Z")
    (change,) = searched.found(result).changes
    assert told(change) == ("2026-03-01", "gold", "silver")
    assert change.before.day is None


def test_a_removed_input_is_the_cause(searched: Searched) -> None:
    searched.publish(small_card())
    result = searched.stored(small_subject())
    less = small_subject(status=None).model_copy(update={"known": "2026-03-01T12:00:00Z"})
    reduced = StoredResult(result.written, result.record, less, result.made_by, ("organizations/o/campaigns/c",))
    (change,) = searched.found(reduced).changes
    assert change.causes == (Cause(CauseKind.INPUT_CORRECTED, "organizations/o/campaigns/c"),)
    assert told(change)[0] == "2026-03-01"


def with_gate(card: Scorecard, *clauses: DateClause | NumberClause, id: str = "G2") -> Scorecard:
    gate = Gate(id=id, labels={"en": "Gate", "zh": "门槛"}, requires=clauses, basis=LAW)
    return card.model_copy(update={"gates": (*card.gates, gate)})


@pytest.mark.parametrize(("operator", "day"), [(DateOperator.UNTIL, "2026-10-01"), (DateOperator.BEFORE, "2026-09-30")])
def test_a_rule_with_a_last_day_is_the_cause(searched: Searched, operator: DateOperator, day: str) -> None:
    last = DateExpression(literal=date(2026, 9, 30))
    searched.publish(with_gate(small_card(), DateClause(name="as_of_date", operator=operator, operand=last)))
    (change,) = searched.found(searched.stored(small_subject())).changes
    assert told(change)[0] == day
    assert change.causes == (Cause(CauseKind.RULE_DATE, "G2"),)


def on_audit(months: int = 0, days: int = 0, *, month_start: bool = False) -> DateClause:
    """Return a clause that the audit is not earlier than the as-of date with a shift."""
    audited = DateExpression(name="as_of_date", shift_months=months, shift_days=days, month_start=month_start)
    return DateClause(name="audited_on", operator=DateOperator.FROM, operand=audited)


@pytest.mark.parametrize(
    ("clause", "day", "sampled"),
    [
        (on_audit(months=-12), "2027-02-02", False),  # audited on 2026-02-01
        (on_audit(days=-300), "2026-11-29", False),
        (on_audit(months=-6, days=-9), "2026-08-11", False),
        (on_audit(months=-3, month_start=True), "2026-06-01", True),
    ],
)
def test_a_day_calculated_from_the_as_of_date_is_found(
    searched: Searched, clause: DateClause, day: str, sampled: bool
) -> None:
    searched.publish(with_gate(small_card(), clause))
    result = searched.stored(small_subject())
    (change,) = searched.found(result).changes
    assert told(change)[0] == day
    assert searched.search()[0].days_of(result.made_by).needs_samples is sampled
    for before, differs in ((0, True), (1, False)):
        point = searched.search()[0].point(result, date.fromisoformat(day) - timedelta(days=before))
        assert point.record is not None
        assert (point.record.conclusion.grade != "gold") is differs


@pytest.mark.parametrize("seed", range(12))
def test_days_calculated_from_the_as_of_date_equal_an_evaluation_on_every_day(searched: Searched, seed: int) -> None:
    random = Random(seed)
    months, days = -random.randint(0, 3), -random.randint(0, 40)
    is_sampled = seed % 3 == 0
    searched.publish(with_gate(small_card(), on_audit(months, days, month_start=is_sampled)))
    audited = TODAY + timedelta(days=random.randint(-120, 10))
    result = searched.stored(small_subject(audited_on=DeclaredValue(date=audited.isoformat())))
    search, _ = searched.search()
    found = search.find(result, days=DAYS)
    assert search.days_of(result.made_by).needs_samples is is_sampled
    parts = OVERALL_PARTS - {"score", "figures"} if is_sampled else OVERALL_PARTS
    assert list(map(told, found.changes)) == everyday(search, result, frozenset(parts))


def table_card() -> Scorecard:
    """Return the small card with a gate on a value of a reference table."""
    keys = (
        TableKey(column="country", word="BR"),
        TableKey(column="cn_code", word="73181520"),
        TableKey(column="variant", word="grey"),
    )
    lookup = TableLookup(table="values", keys=keys, basis=LAW)
    listed = TableQuantity(id="listed_value", unit="tCO2e/t", column="total", rows=(lookup,))
    most = NumberLiteral(value=Fraction(3), unit="tCO2e/t")
    card = with_gate(small_card(), NumberClause(name="listed_value", operator=NumberOperator.AT_MOST, operand=most))
    tables = (TableReference(id="values", name="defaults"),)
    return card.model_copy(update={"tables": tables, "quantities": (*(card.quantities or ()), listed)})


@pytest.mark.parametrize(
    ("first", "known", "expected"),
    [
        ("2026-02-01", "2026-03-20", "2026-03-20"),  # for days before, known now: the result of its own date differs
        ("2026-09-01", "2026-03-20", "2026-09-01"),
        ("2026-05-01", "2026-10-01", "2026-10-01"),
    ],
)
def test_a_changed_reference_table_changes_the_result(
    searched: Searched, first: str, known: str, expected: str
) -> None:
    write_edition(searched.folder / FOLDER, small_table(edition="2026-01"))
    searched.publish(table_card())
    result = searched.stored(small_subject())
    assert result.record.conclusion.grade == "gold"
    rows = (("BR", "73181520", "*", "4", "N/A", "4", "E", "secondary"),)
    later = small_table(rows, edition="2026-07", first_date=first, known_from=known, supersedes="2026-01")
    write_edition(searched.folder / FOLDER, later)
    found = searched.found(result)
    (change,) = found.changes
    assert change.causes[0] == Cause(CauseKind.TABLE_CHANGED, "defaults@2026-07")
    assert told(change)[0] == (expected if first > "2026-03-01" else "2026-03-01")


# --- compared with an evaluation on every day -------------------------------------------------------------------------

DAYS = 45


def everyday(search: ResultSearch, result: StoredResult, parts: frozenset[str]) -> list[tuple[str, str, str]]:
    """Return the changes that an evaluation on every day shows."""

    def differ(before: Point, after: Point) -> bool:
        if before.record is None or after.record is None:
            return before.record is not after.record
        difference = write_difference(before.record, after.record, evaluation="")
        return not parts.isdisjoint(changed_parts(difference))

    first = date.fromisoformat(result.subject.as_of)
    days = [first + timedelta(days=number) for number in range((TODAY - first).days + DAYS + 1)]
    points = {day: search.point(result, day) for day in days}
    stored, changes = Point(None, result.made_by, result.record), []
    if differ(stored, points[TODAY]):
        begin = TODAY
        while begin > first and not differ(points[begin - timedelta(days=1)], points[TODAY]):
            begin -= timedelta(days=1)
        changes.append(Change(stored, points[begin], ()))
    for day in days:
        if day > TODAY and differ(points[day - timedelta(days=1)], points[day]):
            changes.append(Change(points[day - timedelta(days=1)], points[day], ()))
    return [told(change) for change in changes]


def evidence(random: Random) -> tuple[EvidenceItem, ...]:
    """Return the documents of random subjects, with random days of validity around today."""

    def item(name: str) -> EvidenceItem:
        issued, begins = random.randint(-400, -61), random.randint(-60, 30)
        days = {"issue_date": issued, "valid_from": begins, "valid_until": begins + random.randint(0, 60)}
        stated = {field: str(TODAY + timedelta(days=day)) for field, day in days.items() if random.random() < 0.7}
        plain = {"id": name, "kind": "paper", "issuer": "office", "digest": "0d" * 32, "assurance": Assurance.LIMITED}
        return EvidenceItem.model_validate({**plain, **stated})

    return tuple(map(item, ("paper", "reading", "permit")))


@pytest.mark.parametrize("seed", range(30))
def test_the_search_equals_an_evaluation_on_every_day(searched: Searched, seed: int) -> None:
    random = Random(seed)
    card = richer_card(seed)
    id, first = card.card.id, date(2026, 1, 1)
    head = card.card.model_copy(update={"version": "1.0.0", "first_date": first, "last_date": None, "supersedes": None})
    searched.publish(card.model_copy(update={"card": head}))
    subject = random_subject(card, random, unknown=0.1)
    dated = with_near_days(subject, card.facts, random)
    stored = searched.stored(dated.model_copy(update={"evidence": evidence(random)}), card=id)
    if random.random() < 0.4:
        begin = TODAY + timedelta(days=random.randint(-60, 40))
        later = head.model_copy(update={"version": "2.0.0", "first_date": begin, "supersedes": "1.0.0"})
        searched.publish(higher(card).model_copy(update={"card": later}), "2026-03-25T00:00:00Z")
    elif random.random() < 0.4:
        repeal = Repeal(TODAY + timedelta(days=random.randint(-60, 40)), "2026-03-25T00:00:00Z", "withdrawn")
        write_repeal(searched.folder, searched.gazette.version(id, "1.0.0"), repeal)
    search, _ = searched.search()
    found = search.find(stored, days=DAYS)
    assert found.problem == ""
    needs_samples = search.days_of(stored.made_by).needs_samples
    parts = OVERALL_PARTS - {"score", "figures"} if needs_samples else OVERALL_PARTS
    assert list(map(told, found.changes)) == everyday(search, stored, frozenset(parts))


def higher(card: Scorecard) -> Scorecard:
    """Return a card that requires ten more points for each grade."""
    assert card.ladder is not None
    rows = tuple(
        row.model_copy(update={"at_least": None if row.at_least is None else row.at_least + 10})
        for row in card.ladder.rows
    )
    return card.model_copy(update={"ladder": card.ladder.model_copy(update={"rows": rows})})


def with_near_days(subject: Subject, definitions: tuple[FactDefinition, ...], random: Random) -> Subject:
    """Replace each date by one near today, so that rules about it change within the compared days."""
    dates = {each.id for each in definitions if each.type is FactType.DATE}

    def near(fact: DeclaredFact) -> DeclaredFact:
        if fact.id not in dates or fact.value is None or fact.value.date is None:
            return fact
        day = (TODAY + timedelta(days=random.randint(-40, 40))).isoformat()
        return fact.model_copy(update={"value": fact.value.model_copy(update={"date": day})})

    return subject.model_copy(update={"facts": tuple(map(near, subject.facts))})


def test_equal_inputs_are_evaluated_once(searched: Searched) -> None:
    searched.publish(small_card())
    search, records = searched.search()
    first = searched.stored(small_subject())
    other = searched.stored(small_subject().model_copy(update={"subject": "organizations/green-body/subjects/other"}))
    search.find(first, days=400)
    computed = records.computed
    assert search.find(other, days=400).changes == []
    assert (records.computed, records.reused) == (computed, computed)
