"""Group evaluation: several subjects under one version, and exact sums of their figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, replace
from pathlib import Path

from rules.api import record_results
from rules.contracts import (
    Bounds,
    Extent,
    Figure,
    InputError,
    Interval,
    NamedFigure,
    NotApplicable,
    Record,
    RecordsExtent,
    Violation,
    message_factory,
    parse_exact,
    point_interval,
    total_of,
    unit,
)
from rules.model import PublishedVersion, Result, Scorecard
from rules.trail import OpenAnswer, rounded_figure
from service.base import instants
from service.base.software import software_versions
from service.batch.sources import Batch, BatchItem, open_batch, subject_of
from service.evaluating.evaluators import Evaluators, new_record_key
from service.gazette.versions import Gazette
from service.input.dossier.dossier_reader import Dossier
from service.input.tree.placed_errors import FilePosition, PlacedError, Problem
from service.output.envelopes import unstored_evaluation
from service.output.terminal.command_language import requested_language
from service.output.terminal.given_options import read_as_of
from service.output.terminal.named_rules import read_known_time, resolve_rules
from service.output.terminal.output import print_error
from service.store.serial_use import used_register_numbers
from touchstone.v1 import evaluation_pb2

_say = message_factory(__name__)

_MOST_PROBLEMS = 100
"""How many problems of a group are told at once."""


@dataclass(frozen=True, slots=True)
class Member:
    """One subject of a group: its record as it is told, its digest, what is open, and the evaluation to be kept."""

    record: Record
    digest: str
    open_answers: tuple[OpenAnswer, ...]
    evaluation: evaluation_pb2.Evaluation
    absent: frozenset[tuple[str, str, str]] = frozenset()
    """Results that do not apply: the list and key of the record, blank of the subject itself, and the id."""

    @property
    def name(self) -> str:
        """The last part of the name of the subject."""
        return self.record.subject.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class SubjectGroup:
    """The subjects of a group, in their order, under one version as of one day."""

    version: PublishedVersion
    as_of: str
    settings: dict[str, str]
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class _ReadItem:
    item: BatchItem
    dossier: Dossier

    @property
    def subject(self) -> str:
        return self.dossier.subject.subject

    def located(self, problems: Iterable[Problem]) -> list[Problem]:
        """Name the file of each problem, for a group may stand in many."""
        return [_in_file(problem, self.item) for problem in problems]


def evaluate_group(  # noqa: PLR0913 -- one for each option of the command
    card: str,
    source: Path,
    *,
    as_of: str | None,
    known: str | None,
    settings: dict[str, str],
    gazette: Gazette,
    decimal_mark: str | None = None,
) -> SubjectGroup:
    """Evaluate every subject of a group in this process; nothing is stored."""
    if as_of is None:
        raise InputError((Violation("--as-of", _say("AS_OF_REQUIRED"), "REQUIRED"),))
    name = resolve_rules(card, gazette)
    if isinstance(name, Path):
        raise InputError((Violation("CARD", _say("GROUP_OF_DRAFT"), "WRONG_VALUE"),))
    instant = read_known_time(known)
    version = gazette.find(name, as_of=read_as_of(as_of), known=instant)
    with ExitStack() as parts:
        batch = parts.enter_context(
            open_batch(source, version.scorecard, as_of=as_of, settings=settings, decimal_mark=decimal_mark or "")
        )
        for path, note in batch.notes:
            print_error(note.render(path, requested_language()))
        _check_years(batch)
        evaluators = parts.enter_context(closing(Evaluators.for_gazette(gazette)))
        members = _evaluated(batch, evaluators, version, instant, settings, source)
    return SubjectGroup(version, as_of, settings, tuple(members))


def _check_years(batch: Batch) -> None:
    """Refuse several years of one subject: the later begins with what the earlier left, so no sum has a meaning."""
    if not any(batch.rounds):
        return
    years: dict[str, list[BatchItem]] = {}
    for item in batch.items():
        years.setdefault(subject_of(item), []).append(item)
    problems = []
    for subject, items in years.items():
        if len(items) > 1:
            message = _say(
                "YEARS_IN_GROUP", subject=subject[:120], years=", ".join(sorted(item.year for item in items))
            )
            problems.append(_in_file(Problem(items[-1].position, "subject", message, "REPEATED"), items[-1]))
    if problems:
        raise PlacedError(problems)


def _evaluated(  # noqa: PLR0913, PLR0917 -- all that an evaluation needs
    batch: Batch, evaluators: Evaluators, version: PublishedVersion, known: str, settings: dict[str, str], source: Path
) -> list[Member]:
    members: list[Member] = []
    problems: list[Problem] = []
    numbers: dict[str, tuple[str, str]] = {}
    for item in batch.items():
        try:
            read = _ReadItem(item, item.read())
        except PlacedError as error:
            problems += [_in_file(problem, item) for problem in error.problems]
            continue
        try:
            member = _member(read, evaluators, version, known)
        except InputError as error:
            problems += read.located(read.dossier.located(error, settings).problems)
            continue
        problems += read.located(_counted_twice(read, member, version, numbers))
        members.append(member)
    if problems:
        once = list(dict.fromkeys(problems))  # what all share is wrong at one place
        raise PlacedError(once[:_MOST_PROBLEMS], path=str(source))
    return members


def _member(read: _ReadItem, evaluators: Evaluators, version: PublishedVersion, known: str) -> Member:
    key = new_record_key()
    recorded = evaluators.evaluate(version, read.dossier.subject.model_copy(update={"known": known}), key)
    record = recorded.without_steps
    waiting = evaluators.open_in(version, recorded)
    evaluation = unstored_evaluation(
        recorded,
        version.scorecard,
        made=instants.now(),
        record_key=key,
        software_versions=software_versions(),
        open_answers=waiting,
    )
    absent = frozenset(_absent(version.scorecard, recorded.evaluation.inference.values.extents))
    return Member(record, recorded.digest, waiting, evaluation, absent)


def _absent(card: Scorecard, extents: Mapping[str, Extent]) -> Iterator[tuple[str, str, str]]:
    for result in card.results:
        if isinstance(extents.get(result.name), NotApplicable):
            yield "", "", result.id
    for result in record_results(card):
        of = extents[result.list]
        for record in (of.records or ()) if isinstance(of, RecordsExtent) else ():
            if isinstance(record.fields[result.name], NotApplicable):
                yield result.list, record.key, result.id


def _counted_twice(
    read: _ReadItem, member: Member, version: PublishedVersion, numbers: dict[str, tuple[str, str]]
) -> Iterable[Problem]:
    """Find the numbers of registers that another subject of the group has, and remember those of this one."""
    for same, value, place in used_register_numbers(member.record.facts, version.scorecard):
        there = numbers.setdefault(same, (read.subject, place))
        if there[0] != read.subject:
            message = _say(
                "COUNTED_TWICE",
                value=value[:120],
                place=place,
                subject=read.subject,
                there=there[0],
                there_place=there[1],
            )
            yield Problem(read.dossier.place_of(place), place, message, "COUNTED_TWICE")


def _in_file(problem: Problem, item: BatchItem) -> Problem:
    place = problem.position or item.position or FilePosition(0, 0)
    return replace(problem, position=place if place.file else replace(place, file=item.path))


Sums = tuple["Figure | None", ...]
"""The sum of each column; None where adding up says nothing: of spans of time, shares, rates and bare numbers."""
_TIME_DIMENSIONS = frozenset({"[duration]", "[calendar]"})


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of one record, or of the subject itself if `key` is blank, in the order of the columns."""

    key: str
    figures: tuple[Figure, ...]
    absent: frozenset[str] = frozenset()
    """Ids of the results that do not apply here; nothing of them is added up."""


@dataclass(frozen=True, slots=True)
class SubjectRows:
    """The rows of one subject, and what they come to."""

    member: Member
    rows: tuple[Row, ...]
    sums: Sums


@dataclass(frozen=True, slots=True)
class Table:
    """Figures with the same columns; `list` is the fact of whose records they are, blank for subjects themselves."""

    list: str
    columns: tuple[Result, ...]
    blocks: tuple[SubjectRows, ...]
    sums: Sums

    @property
    def count(self) -> int:
        """How many rows there are."""
        return sum(len(block.rows) for block in self.blocks)


def tables_of(group: SubjectGroup) -> tuple[Table, ...]:
    """Give the table of the subjects, then that of each list of which the card has results."""
    card = group.version.scorecard
    each = record_results(card)
    tables = [_table(group, "", card.results)]
    for name in dict.fromkeys(result.list for result in each):
        tables.append(_table(group, name, [result for result in each if result.list == name]))
    return tuple(tables)


def can_be_added(symbol: str) -> bool:
    """Say whether figures in a unit come to something together: tonnes, money or pieces do, days and shares do not."""
    dimension = unit(symbol).dimension if symbol else ()
    return len(dimension) == 1 and dimension[0][1] > 0 and dimension[0][0] not in _TIME_DIMENSIONS


def _table(group: SubjectGroup, name: str, columns: Sequence[Result]) -> Table:
    blocks = []
    for member in group.members:
        rows = _rows(member, name, columns)
        blocks.append(SubjectRows(member, rows, _sums(rows, columns)))
    every = [row for block in blocks for row in block.rows]
    return Table(name, tuple(columns), tuple(blocks), _sums(every, columns))


def _rows(member: Member, name: str, columns: Sequence[Result]) -> tuple[Row, ...]:
    record = member.record
    if not name:
        return (Row("", _figures_of(record.results, columns), _absent_of(member, "", "")),)
    return tuple(
        Row(of.key, _figures_of(of.figures, columns), _absent_of(member, name, of.key))
        for of in record.record_results
        if of.list == name
    )


def _absent_of(member: Member, list: str, key: str) -> frozenset[str]:
    return frozenset(id for of, its, id in member.absent if (of, its) == (list, key))


def _figures_of(named: Sequence[NamedFigure], columns: Sequence[Result]) -> tuple[Figure, ...]:
    by_id = {named_figure.id: named_figure.figure for named_figure in named}
    return tuple(by_id[result.id] for result in columns)


def _sums(rows: Sequence[Row], columns: Sequence[Result]) -> Sums:
    """Add the exact figures of each column up; the sum is rounded as the card rounds them."""
    totals: list[Figure | None] = []
    for place, result in enumerate(columns):
        figures = [row.figures[place] for row in rows if result.id not in row.absent]
        symbol = figures[0].unit if figures else ""
        total = total_of(_interval(addend.exact) for addend in figures) if can_be_added(symbol) else None
        totals.append(None if total is None else rounded_figure(total, symbol, result.rounding))
    return tuple(totals)


def _interval(bounds: Bounds) -> Interval:
    low, high = bounds.low, bounds.high
    if low is not None and low == high:
        return point_interval(parse_exact(low))
    least, most = (None if end is None else parse_exact(end) for end in (low, high))
    return Interval(least, most, bounds.low_open, bounds.high_open)
