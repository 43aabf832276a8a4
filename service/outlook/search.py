"""Search for the days of changes of one stored result, with both evaluators."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from rules.contracts import InputError, VersionError, add_days, error_message, parse_date
from rules.engine import expiries
from rules.model import migrate_facts
from service.api.baselines import declared_settings
from service.base import instants
from service.calendar.entries import computed_dates
from service.outlook.days import RulesByDay, ScorecardDays, Span
from service.output.mapping.answers import write_difference
from service.output.result_changes import OVERALL_PARTS, ResultPart, changed_parts

if TYPE_CHECKING:
    from rules.contracts import Record, Subject, WrittenSteps
    from rules.model import PublishedVersion
    from touchstone.v1 import evaluation_service_pb2

_MAX_CACHED_RECORDS = 1_024
_MAX_CACHED_SCORECARDS = 64
_PARTS_WITHOUT_FIGURES = OVERALL_PARTS - {ResultPart.SCORE, ResultPart.FIGURES}

Evaluate = Callable[["PublishedVersion", "Subject"], "Record"]


class CauseKind(StrEnum):
    """Kind of the cause of an expected change, the most important first."""

    VERSION_REPEALED = "version_repealed"
    VERSION_BEGINS = "version_begins"
    VERSION_ENDS = "version_ends"
    TABLE_CHANGED = "table_changed"
    INPUT_CORRECTED = "input_corrected"
    EVIDENCE_EXPIRES = "evidence_expires"
    EVIDENCE_BEGINS = "evidence_begins"
    RULE_DATE = "rule_date"
    DATE = "date"


class Cause(NamedTuple):
    """Cause of a change: its kind and the version, edition, evidence item, rule or correction."""

    kind: CauseKind
    name: str = ""


@dataclass(frozen=True, slots=True)
class StoredResult:
    """Stored result, its inputs that still count, and the reasons why others do not."""

    written: WrittenSteps
    record: Record
    subject: Subject
    made_by: PublishedVersion
    corrections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """Result on a day; without a version in force there is no record."""

    day: date | None
    version: PublishedVersion | None
    record: Record | None

    @property
    def version_name(self) -> str:
        return "" if self.version is None else self.version.name


@dataclass(frozen=True, slots=True)
class Change:
    """Change from one result to the next, and its causes."""

    before: Point
    after: Point
    causes: tuple[Cause, ...]


@dataclass
class SearchResult:
    """Changes of one result, and the next day of a possible change."""

    changes: list[Change] = field(default_factory=list)
    next_day: date | None = None
    problem: str = ""


class ReusedRecords:
    """Records of evaluations with equal inputs, the most recently used."""

    def __init__(self, evaluate: Evaluate) -> None:
        self._evaluate = evaluate
        self._records: OrderedDict[bytes, Record] = OrderedDict()
        self.computed = self.reused = 0

    def record(self, version: PublishedVersion, subject: Subject) -> Record:
        # The subject's name has no influence on a result.
        inputs = subject.model_dump_json(exclude={"subject"})
        key = hashlib.sha256(f"{version.name}\0{version.content_digest}\0{inputs}".encode()).digest()
        record = self._records.pop(key, None)
        if record is None:
            record = self._evaluate(version, subject)
            self.computed += 1
        else:
            self.reused += 1
        self._records[key] = record
        while len(self._records) > _MAX_CACHED_RECORDS:
            self._records.popitem(last=False)
        return record

    def clear(self) -> None:
        self._records.clear()


class ResultSearch:
    """Search under the rules of one organization, as known at one time."""

    def __init__(self, rules: RulesByDay, records: ReusedRecords) -> None:
        self.rules, self._records = rules, records
        self._days: OrderedDict[str, ScorecardDays] = OrderedDict()

    def find(self, result: StoredResult, *, days: int, last: str = "") -> SearchResult:
        """Return the change up to today, and each later change in the next `days` days."""
        card = result.made_by.scorecard.card
        as_of = parse_date(result.subject.as_of)
        today = max(instants.day_of(self.rules.known, card.time_zone), as_of)
        end = min(add_days(today, days), parse_date(last) if last else date.max)
        search = _Search(self, result, Span(as_of, max(today, end)), today)
        return search.run()

    def difference(
        self, result: StoredResult, from_day: str, day: str
    ) -> evaluation_service_pb2.EvaluationDifference | None:
        """Return the difference of a change; None if a side has no version in force."""
        before = self.point(result, parse_date(from_day)).record if from_day else result.record
        after = self.point(result, parse_date(day)).record
        if before is None or after is None:
            return None
        return write_difference(before, after, evaluation="")

    def point(self, result: StoredResult, day: date) -> Point:
        """Evaluate the inputs of a result on a day."""
        card = result.made_by.scorecard.card.id
        version = self.rules.version(card, day)
        if version is None:
            return Point(day, None, None)
        subject = result.subject
        changed = subject.model_copy(
            update={
                "as_of": day.isoformat(),
                "known": self.rules.known_on(day),
                "settings": declared_settings(subject.settings, version),
                "facts": migrate_facts(subject.facts, result.made_by, version, self.rules.gazette.versions(card)),
            }
        )
        return Point(day, version, self._records.record(version, changed))

    def days_of(self, version: PublishedVersion) -> ScorecardDays:
        days = self._days.pop(version.content_digest, None) or ScorecardDays(version.scorecard)
        self._days[version.content_digest] = days
        while len(self._days) > _MAX_CACHED_SCORECARDS:
            self._days.popitem(last=False)
        return days

    def repeal_day(self, version: PublishedVersion) -> date | None:
        for outline in self.rules.outlines(version.scorecard.card.id):
            repeal = outline.repeal if outline.name == version.name else None
            if repeal is not None and repeal.time <= self.rules.known:
                return repeal.first_day
        return None


class _Search:
    def __init__(self, search: ResultSearch, result: StoredResult, span: Span, today: date) -> None:
        self._search, self._result, self._span, self._today = search, result, span, today
        self._card = result.made_by.scorecard.card.id
        self._points: dict[date, Point | None] = {}
        self._computed = computed_dates(result.made_by.scorecard, result.written)
        self._problem, self._needs_samples = "", False

    def run(self) -> SearchResult:
        days = self._candidate_days()
        now = self._point(self._today)
        found = SearchResult(next_day=next((day for day in days if day > self._today), None))
        if now is not None:
            past = self._change_until_today(now, [day for day in days if day < self._today])
            if past is not None:
                found.changes.append(past)
            found.changes += self._later_changes(now, [day for day in days if day > self._today])
        found.problem = self._problem
        return found

    def _candidate_days(self) -> list[date]:
        rules = self._search.rules
        changes = list(rules.changes(self._card, self._span))
        days = set(changes)
        versions = (rules.version(self._card, day) for day in (self._span.first, *changes))
        distinct = {version.content_digest: version for version in versions if version is not None}
        for version in distinct.values():
            scorecard_days = self._search.days_of(version)
            self._needs_samples |= scorecard_days.needs_samples
            days.update(scorecard_days.of_subject(self._result.subject, self._computed, self._span))
        return sorted(day for day in days if self._span.first < day <= self._span.last)

    def _point(self, day: date) -> Point | None:
        """Return the result of a day; None if it cannot be evaluated."""
        if day not in self._points:
            try:
                self._points[day] = self._search.point(self._result, day)
            except (InputError, VersionError) as error:
                self._points[day] = None
                self._problem = self._problem or f"{day}: {error_message(error)}"
        return self._points[day]

    def _change_until_today(self, now: Point, days: Sequence[date]) -> Change | None:
        stored = Point(None, self._result.made_by, self._result.record)
        if not self._differ(stored, now):
            return None
        first = now
        for day in (*reversed(days), self._span.first):
            point = self._point(day)
            if point is None:
                continue
            if self._differ(point, first):
                first = self._first_between(point, first, first)
                break
            first = point
        return self._change(stored, first)

    def _later_changes(self, now: Point, days: Sequence[date]) -> Iterator[Change]:
        earlier = now
        for day in dict.fromkeys([*days, self._span.last]) if self._needs_samples else days:
            point = self._point(day)
            while point is not None and self._differ(earlier, point):
                first = self._first_between(earlier, point, earlier)
                yield self._change(earlier, first)
                earlier = first
            earlier = point or earlier

    def _first_between(self, low: Point, high: Point, same: Point) -> Point:
        """Return the first result after those that equal `low`, or the first that equals `high`, as `same` is.

        Only sampled days have other days between them, which are halved.
        """
        is_low_same = same is low
        while self._needs_samples and low.day is not None and high.day is not None:
            days = (high.day - low.day).days
            middle = self._point(low.day + timedelta(days=days // 2)) if days > 1 else None
            if middle is None:
                break
            low, high = (middle, high) if self._differ(same, middle) is not is_low_same else (low, middle)
        return high

    def _differ(self, before: Point, after: Point) -> bool:
        if before.record is None or after.record is None:
            return before.record is not after.record
        parts = _PARTS_WITHOUT_FIGURES if self._needs_samples else OVERALL_PARTS
        return not parts.isdisjoint(changed_parts(write_difference(before.record, after.record, evaluation="")))

    def _change(self, before: Point, after: Point) -> Change:
        causes = sorted(
            set(self._causes(before, after)), key=lambda each: (list(CauseKind).index(each.kind), each.name)
        )
        return Change(before, after, tuple(causes) or (Cause(CauseKind.DATE),))

    def _causes(self, before: Point, after: Point) -> Iterator[Cause]:
        if after.day is None:
            raise AssertionError("a later result has a day")
        yield from self._rule_causes(before, after, after.day)
        if before.day is None:
            yield from (Cause(CauseKind.INPUT_CORRECTED, source) for source in self._result.corrections)
        first = before.day or parse_date(self._result.record.as_of_date)
        version = after.version or self._result.made_by
        for expiry in expiries(version.scorecard, self._result.subject):
            end = add_days(expiry.last, 1)
            if end == after.day or (before.day is None and first < end < after.day):
                yield Cause(CauseKind.EVIDENCE_EXPIRES, expiry.item.id)
        for item in self._result.subject.evidence:
            if str(after.day) in (item.valid_from, item.issue_date):
                yield Cause(CauseKind.EVIDENCE_BEGINS, item.id)
        for rule, day in self._search.days_of(version).named(self._result.subject, self._computed):
            if day == after.day:
                yield Cause(CauseKind.RULE_DATE, rule)

    def _rule_causes(self, before: Point, after: Point, day: date) -> Iterator[Cause]:
        earlier, later = before.version, after.version
        if earlier is not None and before.version_name != after.version_name:
            repeal = self._search.repeal_day(earlier)
            if repeal is not None and repeal <= day:
                yield Cause(CauseKind.VERSION_REPEALED, earlier.name)
            elif later is None:
                yield Cause(CauseKind.VERSION_ENDS, earlier.name)
        if later is not None and before.version_name != later.name:
            yield Cause(CauseKind.VERSION_BEGINS, later.name)
        if before.record is not None and after.record is not None:
            used = {table.name: table.edition for table in before.record.tables}
            for table in after.record.tables:
                if used.get(table.name, table.edition) != table.edition:
                    yield Cause(CauseKind.TABLE_CHANGED, f"{table.name}@{table.edition}")
