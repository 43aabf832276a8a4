"""Group evaluation: several subjects under one version, and exact sums."""

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
from service.output.mapping.requests import read_date
from service.output.terminal.given_options import read_known_time, resolve_rules
from service.output.terminal.streams import print_error
from service.output.terminal.words import requested_language
from service.store.serial_use import used_register_numbers
from touchstone.v1 import evaluation_pb2

_message = message_factory(__name__)

_MAXIMUM_PROBLEMS = 100


@dataclass(frozen=True, slots=True)
class Member:
    """An evaluated subject of a group; its evaluation is not stored."""

    record: Record
    digest: str
    open_answers: tuple[OpenAnswer, ...]
    evaluation: evaluation_pb2.Evaluation
    absent: frozenset[tuple[str, str, str]] = frozenset()
    """List, record key and result id of inapplicable results; list and key are blank for the subject."""

    @property
    def name(self) -> str:
        return self.record.subject.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class SubjectGroup:
    """Evaluated subjects under one version, in input order."""

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
        return [_in_file(problem, self.item) for problem in problems]


def evaluate_group(  # noqa: PLR0913 -- one parameter for each option
    card: str,
    source: Path,
    *,
    as_of: str,
    known: str | None,
    settings: dict[str, str],
    gazette: Gazette,
    decimal_mark: str | None = None,
) -> SubjectGroup:
    """Evaluate a group in this process and store nothing."""
    name = resolve_rules(card, gazette)
    if isinstance(name, Path):
        raise InputError.of("CARD", _message("GROUP_OF_DRAFT"), "WRONG_VALUE")
    instant = read_known_time(known)
    version = gazette.find(name, as_of=read_date(as_of, "--as-of"), known=instant)
    with ExitStack() as parts:
        batch = parts.enter_context(
            open_batch(source, version.scorecard, as_of=as_of, settings=settings, decimal_mark=decimal_mark or "")
        )
        for path, note in batch.notes:
            print_error(note.render(path, requested_language()))
        _check_years(batch)
        evaluators = parts.enter_context(closing(Evaluators.for_gazette(gazette)))
        members = _evaluate_members(batch, evaluators, version, instant, settings, source)
    return SubjectGroup(version, as_of, settings, tuple(members))


def _check_years(batch: Batch) -> None:
    """Reject several years of one subject, because later years start from earlier results."""
    if not any(batch.rounds):
        return
    years: dict[str, list[BatchItem]] = {}
    for item in batch.items():
        years.setdefault(subject_of(item), []).append(item)
    problems = []
    for subject, items in years.items():
        if len(items) > 1:
            message = _message(
                "YEARS_IN_GROUP", subject=subject[:120], years=", ".join(sorted(item.year for item in items))
            )
            problems.append(_in_file(Problem(items[-1].position, "subject", message, "REPEATED"), items[-1]))
    if problems:
        raise PlacedError(problems)


def _evaluate_members(  # noqa: PLR0913, PLR0917 -- all inputs of an evaluation
    batch: Batch, evaluators: Evaluators, version: PublishedVersion, known: str, settings: dict[str, str], source: Path
) -> list[Member]:
    members: list[Member] = []
    problems: list[Problem] = []
    numbers: dict[str, tuple[str, str]] = {}
    for item in batch.items():
        try:
            read_item = _ReadItem(item, item.read())
        except PlacedError as error:
            problems += [_in_file(problem, item) for problem in error.problems]
            continue
        try:
            member = _member(read_item, evaluators, version, known)
        except InputError as error:
            problems += read_item.located(read_item.dossier.located(error, settings).problems)
            continue
        problems += read_item.located(_double_count_problems(read_item, member, version, numbers))
        members.append(member)
    if problems:
        distinct_problems = list(dict.fromkeys(problems))  # an error shared by all subjects is reported once
        raise PlacedError(distinct_problems[:_MAXIMUM_PROBLEMS], path=str(source))
    return members


def _member(read: _ReadItem, evaluators: Evaluators, version: PublishedVersion, known: str) -> Member:
    key = new_record_key()
    recorded = evaluators.evaluate(version, read.dossier.subject.model_copy(update={"known": known}), key)
    record = recorded.without_steps
    open_results = evaluators.open_in(version, recorded)
    evaluation = unstored_evaluation(
        recorded,
        version.scorecard,
        made=instants.now(),
        record_key=key,
        software_versions=software_versions(),
        open_answers=open_results,
    )
    absent = frozenset(_absent_results(version.scorecard, recorded.evaluation.inference.values.extents))
    return Member(record, recorded.digest, open_results, evaluation, absent)


def _absent_results(card: Scorecard, extents: Mapping[str, Extent]) -> Iterator[tuple[str, str, str]]:
    for result in card.results:
        if isinstance(extents.get(result.name), NotApplicable):
            yield "", "", result.id
    for result in record_results(card):
        extent = extents[result.list]
        for record in (extent.records or ()) if isinstance(extent, RecordsExtent) else ():
            if isinstance(record.fields[result.name], NotApplicable):
                yield result.list, record.key, result.id


def _double_count_problems(
    read: _ReadItem, member: Member, version: PublishedVersion, numbers: dict[str, tuple[str, str]]
) -> Iterable[Problem]:
    for number_key, value, place in used_register_numbers(member.record.facts, version.scorecard):
        earlier = numbers.setdefault(number_key, (read.subject, place))
        if earlier[0] != read.subject:
            message = _message(
                "COUNTED_TWICE",
                value=value[:120],
                place=place,
                subject=read.subject,
                there=earlier[0],
                there_place=earlier[1],
            )
            yield Problem(read.dossier.place_of(place), place, message, "COUNTED_TWICE")


def _in_file(problem: Problem, item: BatchItem) -> Problem:
    position = problem.position or item.position or FilePosition(0, 0)
    return replace(problem, position=position if position.file else replace(position, file=item.path))


Sums = tuple["Figure | None", ...]
"""Sums per column; None where the unit cannot be summed."""
_TIME_DIMENSIONS = frozenset({"[duration]", "[calendar]"})


@dataclass(frozen=True, slots=True)
class Row:
    """Figures of one record; a blank `key` means the subject itself."""

    key: str
    figures: tuple[Figure, ...]
    absent: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class SubjectRows:
    """The rows of one subject and their sums."""

    member: Member
    rows: tuple[Row, ...]
    sums: Sums


@dataclass(frozen=True, slots=True)
class Table:
    """Figures with the same columns; `list` names their fact, or is blank for subjects."""

    list: str
    columns: tuple[Result, ...]
    blocks: tuple[SubjectRows, ...]
    sums: Sums

    @property
    def count(self) -> int:
        return sum(len(block.rows) for block in self.blocks)


def tables_of(group: SubjectGroup) -> tuple[Table, ...]:
    """Return a table of the subjects and one per list."""
    card = group.version.scorecard
    each = record_results(card)
    tables = [_table(group, "", card.results)]
    for name in dict.fromkeys(result.list for result in each):
        tables.append(_table(group, name, [result for result in each if result.list == name]))
    return tuple(tables)


def can_be_added(symbol: str) -> bool:
    """Return whether figures in a unit can be summed, unlike durations, dates and shares."""
    dimension = unit(symbol).dimension if symbol else ()
    return len(dimension) == 1 and dimension[0][1] > 0 and dimension[0][0] not in _TIME_DIMENSIONS


def _table(group: SubjectGroup, name: str, columns: Sequence[Result]) -> Table:
    blocks = []
    for member in group.members:
        rows = _rows(member, name, columns)
        blocks.append(SubjectRows(member, rows, _sums(rows, columns)))
    all_rows = [row for block in blocks for row in block.rows]
    return Table(name, tuple(columns), tuple(blocks), _sums(all_rows, columns))


def _rows(member: Member, name: str, columns: Sequence[Result]) -> tuple[Row, ...]:
    record = member.record
    if not name:
        return (Row("", _figures_of(record.results, columns), _absent_ids(member, "", "")),)
    return tuple(
        Row(
            results_of_record.key,
            _figures_of(results_of_record.figures, columns),
            _absent_ids(member, name, results_of_record.key),
        )
        for results_of_record in record.record_results
        if results_of_record.list == name
    )


def _absent_ids(member: Member, list: str, key: str) -> frozenset[str]:
    return frozenset(id for list_id, record_key, id in member.absent if (list_id, record_key) == (list, key))


def _figures_of(named: Sequence[NamedFigure], columns: Sequence[Result]) -> tuple[Figure, ...]:
    by_id = {named_figure.id: named_figure.figure for named_figure in named}
    return tuple(by_id[result.id] for result in columns)


def _sums(rows: Sequence[Row], columns: Sequence[Result]) -> Sums:
    totals: list[Figure | None] = []
    for index, result in enumerate(columns):
        figures = [row.figures[index] for row in rows if result.id not in row.absent]
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
