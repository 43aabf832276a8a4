"""Replay of evaluations under another version: columns first, then the core."""

from __future__ import annotations

from collections import Counter, OrderedDict
from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Any

import polars as pl

from rules.api import decide, read_subject
from rules.columns import (
    APPROXIMATE_PLACES,
    CONCLUSION_COLUMN,
    GRADE_COLUMN,
    MAY_BE_ABSENT,
    MOST_CHOICES,
    POSSIBLE_GRADES_COLUMN,
    SCORE_HIGH_COLUMN,
    SCORE_LOW_COLUMN,
    STAGE_COLUMN,
    VERDICT_COLUMN,
    WORD,
    ExactFallback,
    OutputColumn,
    build_question,
    field_column,
    input_column,
    output_columns,
    output_values,
    texts_looked_up,
)
from rules.contracts import (
    ChoiceExtent,
    ChoicesExtent,
    EngineDisagreement,
    InputError,
    NotApplicable,
    NumberExtent,
    PeriodExtent,
    RecordsExtent,
    TrailError,
    VersionError,
    error_message,
    in_language,
    message_factory,
    records_of,
)
from rules.model import FactType
from service.api.baselines import declared_settings
from service.bulk.columnar_input import LARGEST, TEXT_PLACES, FactColumns, ListColumns, places_of_domain
from service.bulk.expressions import ColumnEvaluator, polars_type
from service.bulk.outcome_changes import (
    CRITERIA,
    FINDINGS,
    GATES,
    answers_by_criteria,
    changed_outcomes,
    known_results,
    result_cells,
)
from service.bulk.replay_sources import store_pages
from service.bulk.run_folder import BulkResult, Parallelism, RunFolder, software
from service.bulk.screening import BY, COLUMNS, CORE, REFUSED, short_error_text, written
from service.evaluating.evaluators import Evaluators
from service.gazette.versions import Gazette
from service.input.dossier.values import FLAG_WORDS
from service.store.listing_query import read_listing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from rules.api import SubjectReading
    from rules.columns import CellValue, ColumnReference
    from rules.contracts import Extent
    from rules.engine import Plan
    from rules.model import FactDefinition, PublishedVersion, Table
    from service.bulk.replay_sources import ArchivedEvaluation, ArchivePage, Pages
    from service.bulk.run_folder import RunPart
    from service.store.listing_query import Position
    from service.store.store import Store


class SubjectColumnBuilder:
    """Converts interpreted subjects to columns, with null for unknown values."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        words = texts_looked_up(plan)
        self._facts = _FactColumnBuilder(plan.scorecard.facts, plan.names.domains, words, input_column)
        self._record_builders = {
            name: _FactColumnBuilder(scope.record.fields, scope.names.domains, words, partial(field_column, name))
            for name, scope in plan.records.items()
        }

    def columns(self, read: Sequence[Mapping[str, Extent]]) -> FactColumns:
        frame, odd = self._facts.frame(read)
        marked = set(odd)
        lists: dict[str, ListColumns] = {}
        for name, definitions in self._record_builders.items():
            owned = [
                (index, record.fields) for index, extents in enumerate(read) for record in records_of(extents[name])
            ]
            inner, wrong = definitions.frame([fields for _, fields in owned])
            marked.update(owned[index][0] for index in wrong)
            subject_indices = pl.Series([index for index, _ in owned], dtype=pl.Int64)
            lists[name] = ListColumns(inner, subject_indices, definitions.places)
        odd_mask = pl.Series([index in marked for index in range(len(read))], dtype=pl.Boolean)
        return FactColumns(frame, odd_mask, self._facts.places, lists)


class _FactColumnBuilder:
    def __init__(
        self,
        definitions: Sequence[FactDefinition],
        domains: Mapping[str, tuple[str, ...]],
        words: frozenset[str],
        column: Callable[[str, str], ColumnReference],
    ) -> None:
        self._definitions = definitions
        self._column = column
        self._words = words
        self.places = {
            fact.id: max(places_of_domain(fact), TEXT_PLACES) for fact in definitions if fact.type is FactType.NUMBER
        }
        self._codes = {fact.id: _codes(fact, domains) for fact in definitions}

    def frame(self, read: Sequence[Mapping[str, Extent]]) -> tuple[pl.DataFrame, list[int]]:
        columns: dict[str, pl.Series] = {}
        odd: list[int] = []
        for fact in self._definitions:
            extents = [subject_extents[fact.id] for subject_extents in read]
            parts = ("first", "last") if fact.type is FactType.PERIOD else ("",)
            for part in parts:
                values, too_large = self._values(fact, part, extents)
                odd += too_large
                columns[self._column(fact.id, part).name] = pl.Series(values, dtype=self._column_type(fact))
            if fact.id in self._words:
                written = [_word(extent) for extent in extents]
                columns[self._column(fact.id, WORD).name] = pl.Series(written, dtype=pl.String)
            if fact.may_not_apply:
                absent = [isinstance(extent, NotApplicable) for extent in extents]
                columns[self._column(fact.id, MAY_BE_ABSENT).name] = pl.Series(absent, dtype=pl.Boolean)
        return pl.DataFrame(columns), odd

    def _values(self, fact: FactDefinition, part: str, extents: Sequence[Extent]) -> tuple[list[Any], list[int]]:
        values = [self._value(fact, part, extent) for extent in extents]
        if fact.type is not FactType.NUMBER and len(fact.choices) <= MOST_CHOICES:
            return values, []
        too_large = [index for index, value in enumerate(values) if value is _TOO_LARGE]
        return [None if value is _TOO_LARGE else value for value in values], too_large

    def _column_type(self, fact: FactDefinition) -> Any:
        if fact.type not in (FactType.CHOICE, FactType.FLAG, FactType.TEXT):
            return pl.Int64
        return pl.UInt8 if len(self._codes[fact.id]) < 255 else pl.UInt32

    def _value(self, fact: FactDefinition, part: str, extent: Extent) -> Any:
        match extent:
            case NumberExtent():
                return self._number(fact, extent)
            case ChoiceExtent(possible, others):
                codes = self._codes[fact.id]
                # A text that no rule names has the code after all named texts.
                return codes.get(next(iter(possible)), len(codes)) if len(possible) == 1 and not others else None
            case ChoicesExtent(surely, possibly):
                if surely != possibly:
                    return None
                codes = self._codes[fact.id]
                return _TOO_LARGE if len(codes) > MOST_CHOICES else sum(1 << codes[choice] for choice in surely)
            case PeriodExtent(first, last):
                day = (first if part == "first" else last).value
                return None if day is None else int(day)
            case RecordsExtent(records):
                return None if records is None else len(records)
            case _:
                return None

    def _number(self, fact: FactDefinition, extent: NumberExtent) -> Any:
        number = extent.interval.value
        if number is None or fact.type is not FactType.NUMBER:
            return None if number is None else int(number)
        scaled = number * 10 ** self.places[fact.id]
        return int(scaled) if scaled.denominator == 1 and abs(scaled) <= LARGEST else _TOO_LARGE


_TOO_LARGE = object()
"""Sentinel for a value too large for columns."""


def _word(extent: Extent) -> str | None:
    match extent:
        case ChoiceExtent(possible=possible, others=False) if len(possible) == 1:
            return next(iter(possible))
        case _:
            return None


def _codes(fact: FactDefinition, domains: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    match fact.type:
        case FactType.FLAG:
            return {word: int(value) for word, value in FLAG_WORDS.items()}
        case FactType.CHOICES:
            return {choice.id: position for position, choice in enumerate(fact.choices)}
        case FactType.TEXT:
            return {word: code for code, word in enumerate(domains[fact.id][:-1])}
        case FactType.CHOICE:
            return {word: code for code, word in enumerate(domains[fact.id])}
        case _:
            return {}


_message = message_factory(__name__)

EVALUATION, SUBJECT, AS_OF, VERSION, MOVED = "evaluation", "subject", "as_of_date", "scorecard_version", "moved"
MOVED_BY, WAITS_FOR = "moved_by", "waits_for"
LADDER = "ladder"
"""Reported if a grade changes without a changed criterion."""
_TEXT_COLUMNS = (CONCLUSION_COLUMN, GRADE_COLUMN, POSSIBLE_GRADES_COLUMN, STAGE_COLUMN, VERDICT_COLUMN)
_SCORES = (SCORE_LOW_COLUMN, SCORE_HIGH_COLUMN)
_ROW_INDEX = "place"
_MAXIMUM_CACHED_EVALUATORS = 32
BEFORE = "_before"
_BY_TYPE = pl.Enum([COLUMNS, CORE, REFUSED])
NEAR = pl.Decimal(38, APPROXIMATE_PLACES)


@dataclass(frozen=True, slots=True)
class ReplayRun:
    """Parameters shared by all processes of a replay."""

    gazette: Path
    published: PublishedVersion
    criteria: bool
    folder: RunFolder
    language: str
    reasons: bool = False

    def begin(self) -> _ReplayWorker:
        return _ReplayWorker(self)


@dataclass(slots=True)
class _ReplayedEvaluation:
    stored: ArchivedEvaluation
    before: Mapping[str, CellValue]
    reading: SubjectReading | None = None
    tables: Mapping[str, Table] | None = None
    refused: str | None = None


class _ReplayWorker:
    def __init__(self, run: ReplayRun) -> None:
        self._run = run
        self._card = run.published.scorecard
        self._gazette = Gazette(run.gazette)
        self._evaluators = Evaluators.for_gazette(self._gazette)
        self._engine = self._evaluators.engine(run.published)
        self._columns = SubjectColumnBuilder(self._engine.plan)
        self._by_criteria = run.reasons and answers_by_criteria(self._card)
        """Whether rows are compared by gates, findings and results too."""
        output_cells = tuple(
            output_column
            for output_column in output_columns(self._engine)
            if run.criteria or not output_column.of_criteria or self._is_answer_cell(output_column)
        )
        self.cells = (*output_cells, *result_cells(self._card)) if self._by_criteria else output_cells
        self._words = (*_TEXT_COLUMNS, CRITERIA) if self._by_criteria else _TEXT_COLUMNS
        self._cached_evaluators: OrderedDict[tuple[Any, ...], ColumnEvaluator] = OrderedDict()
        self._fallback_reason = ""

    def _is_answer_cell(self, cell: OutputColumn) -> bool:
        return self._by_criteria and cell.name.partition(".")[0] in (GATES, FINDINGS)

    def do(self, piece: tuple[int, ArchivePage]) -> RunPart:
        number, page = piece
        evaluations = [self._read_evaluation(stored) for stored in page.stored]
        groups: dict[tuple[Any, ...], list[int]] = {}
        for index, replayed in enumerate(evaluations):
            if replayed.reading is not None and replayed.tables is not None:
                groups.setdefault(_group_key(replayed.reading, replayed.tables), []).append(index)
        answers = [self._conclude_group(evaluations, indices) for indices in groups.values()]
        answers.append(self._frame([], []))
        combined = pl.concat(answers)
        all_rows = pl.DataFrame({_ROW_INDEX: pl.int_range(len(evaluations), dtype=pl.UInt32, eager=True)})
        after = all_rows.join(combined, on=_ROW_INDEX, how="left", maintain_order="left").drop(_ROW_INDEX)
        before = _earlier_columns(evaluations, self._words)
        moved = self._mark_changes(before, after)
        refused = pl.Series(REFUSED, [item.refused for item in evaluations], dtype=pl.String)
        by = after[BY].fill_null(REFUSED)
        answer = before.select(EVALUATION, SUBJECT, AS_OF, VERSION).with_columns(by, refused, moved)
        answer = answer.hstack(before.select(pl.selectors.ends_with(BEFORE))).hstack(after.drop(BY))
        if self._run.reasons:
            answer = answer.hstack(self._reasons(evaluations, moved))
        moves = tuple(_count_moves(answer.filter(pl.col(MOVED)), self.cells))
        totals = {"moved": int(moved.sum() or 0), "moves": moves, "until": page.until}
        return self._run.folder.write(number, answer, self._fallback_reason, **totals)

    def close(self) -> None:
        self._evaluators.close()

    def _read_evaluation(self, stored: ArchivedEvaluation) -> _ReplayedEvaluation:
        before: Mapping[str, CellValue] = {}
        try:
            subject, before = stored.inputs_and_conclusion(self._card if self._by_criteria else None)
            settings = declared_settings(subject.settings, self._run.published)
            reading = read_subject(self._card, subject.model_copy(update={"settings": settings}))
            tables = self._engine.tables_at(reading.as_of, reading.as_of.fromisoformat(subject.known[:10]))
        except InputError as error:
            return _ReplayedEvaluation(stored, before, refused=short_error_text(error, self._run.language))
        except (TrailError, VersionError) as error:
            return _ReplayedEvaluation(stored, before, refused=in_language(error_message(error), self._run.language))
        return _ReplayedEvaluation(stored, before, reading, tables)

    def _conclude_group(self, evaluations: Sequence[_ReplayedEvaluation], indices: Sequence[int]) -> pl.DataFrame:
        by_columns = self._conclude_by_columns(evaluations, indices)
        before = _earlier_columns([evaluations[index] for index in by_columns[_ROW_INDEX]], self._words)
        moved = by_columns.filter(self._mark_changes(before, by_columns))[_ROW_INDEX].to_list()
        concluded = set(by_columns[_ROW_INDEX])
        core_indices = [*(index for index in indices if index not in concluded), *moved]
        by_core = self._frame(core_indices, [self._core_cells(evaluations[index]) for index in core_indices])
        confirmed = by_core.filter(pl.col(_ROW_INDEX).is_in(moved))
        self._check_agreement(evaluations, by_columns.filter(pl.col(_ROW_INDEX).is_in(moved)), confirmed)
        return pl.concat([by_columns.filter(~pl.col(_ROW_INDEX).is_in(moved)), by_core])

    def _conclude_by_columns(self, evaluations: Sequence[_ReplayedEvaluation], indices: Sequence[int]) -> pl.DataFrame:
        first = evaluations[indices[0]]
        if first.reading is None or first.tables is None:
            raise AssertionError("only what was read is concluded")
        evaluator = self._evaluator(ExactFallback(self._engine, first.tables), first.reading)
        read = [reading for index in indices if (reading := evaluations[index].reading) is not None]
        facts = self._columns.columns([reading.verified.extents for reading in read])
        usual = [index for index, odd in zip(indices, facts.odd, strict=True) if not odd]
        by_core_alone = self._by_criteria and self._card.results
        computed = evaluator.cells(facts.usual()) if usual and not by_core_alone else None
        if computed is None:
            self._fallback_reason = evaluator.why
            return self._frame([], [])
        shown, odd = computed
        return pl.DataFrame({_ROW_INDEX: pl.Series(usual, dtype=pl.UInt32)}).with_columns(
            pl.lit(COLUMNS, _BY_TYPE).alias(BY)
        ).hstack(shown).filter(~odd)  # fmt: skip

    def _core_cells(self, replayed: _ReplayedEvaluation) -> dict[str, Any]:
        if replayed.reading is None or replayed.tables is None:
            raise AssertionError("only what was read is concluded")
        try:
            decision = decide(self._engine, build_question(replayed.reading, replayed.tables))
        except EngineDisagreement as error:
            raise EngineDisagreement(f"{replayed.stored.name}: {error}") from error
        values = output_values(self._engine, decision)
        if self._by_criteria:
            values |= known_results(self._card, decision.inference)
        return {cell.name: written(cell, values[cell.name]) for cell in self.cells}

    def _check_agreement(
        self, evaluations: Sequence[_ReplayedEvaluation], columns: pl.DataFrame, core: pl.DataFrame
    ) -> None:
        for cell in self.cells:
            differ = ~columns[cell.name].eq_missing(core[cell.name])
            if differ.any():
                name = evaluations[columns.filter(differ)[_ROW_INDEX][0]].stored.name
                raise EngineDisagreement(_message("COLUMNS_AND_CORE", evaluation=name, cell=cell.name))

    def _frame(self, places: Sequence[int], rows: Sequence[Mapping[str, Any]]) -> pl.DataFrame:
        schema: dict[str, Any] = {_ROW_INDEX: pl.UInt32, BY: _BY_TYPE} | {
            cell.name: polars_type(cell) for cell in self.cells
        }
        columns = {cell.name: [row[cell.name] for row in rows] for cell in self.cells}
        return pl.DataFrame({_ROW_INDEX: places, BY: [CORE] * len(places), **columns}, schema=schema)

    def _reasons(self, evaluations: Sequence[_ReplayedEvaluation], moved: pl.Series) -> pl.DataFrame:
        reasons = [
            self._why_moved(replayed) if is_moved else (None, None)
            for replayed, is_moved in zip(evaluations, moved, strict=True)
        ]
        return pl.DataFrame(
            {MOVED_BY: [by for by, _ in reasons], WAITS_FOR: [new for _, new in reasons]},
            schema={MOVED_BY: pl.String, WAITS_FOR: pl.String},
        )

    def _why_moved(self, replayed: _ReplayedEvaluation) -> tuple[str | None, str | None]:
        if replayed.reading is None or replayed.tables is None:
            raise AssertionError("only what was read has moved")
        question = build_question(replayed.reading, replayed.tables)
        decision = decide(self._engine, question)
        after, new = output_values(self._engine, decision), self._engine.open_leaves(decision.inference)
        try:
            earlier_version = self._gazette.version_named(replayed.stored.scorecard_version)
        except VersionError:
            return None, ";".join(new) or None
        engine = self._evaluators.engine(earlier_version)
        subject, _ = replayed.stored.inputs_and_conclusion()
        reading = read_subject(earlier_version.scorecard, subject)
        tables = engine.tables_at(reading.as_of, reading.as_of.fromisoformat(subject.known[:10]))
        before = output_values(engine, decide(engine, build_question(reading, tables)))
        criteria = dict.fromkeys((*after, *before))
        moved = [name.partition(".")[2] for name in criteria if "." in name and before.get(name) != after.get(name)]
        known = {fact.id for fact in earlier_version.scorecard.facts}
        if not moved and after.get(GRADE_COLUMN) != before.get(GRADE_COLUMN):
            moved = [LADDER]
        return ";".join(moved) or None, ";".join(name for name in new if name not in known) or None

    def _evaluator(self, core: ExactFallback, reading: SubjectReading) -> ColumnEvaluator:
        settings = {name: choice for name, choice in reading.settings.items() if choice is not None}
        key = (reading.as_of, *sorted(settings.items()))
        evaluator = self._cached_evaluators.pop(key, None) or ColumnEvaluator(core, reading.as_of, settings, self.cells)
        self._cached_evaluators[key] = evaluator
        while len(self._cached_evaluators) > _MAXIMUM_CACHED_EVALUATORS:
            self._cached_evaluators.popitem(last=False)
        return evaluator

    def _mark_changes(self, before: pl.DataFrame, after: pl.DataFrame) -> pl.Series:
        names = [cell.name for cell in self.cells if cell.name in _TEXT_COLUMNS]
        present = after[BY].is_not_null()
        changed = pl.Series(MOVED, [False] * after.height, dtype=pl.Boolean)
        for name in names:
            changed |= ~after[name].cast(pl.String).eq_missing(before[name + BEFORE])
        if self._by_criteria:
            rows = zip(before[CRITERIA + BEFORE], after.iter_rows(named=True), strict=True)
            changed |= pl.Series(MOVED, [bool(changed_outcomes(was, now)) for was, now in rows], dtype=pl.Boolean)
        if names == [CONCLUSION_COLUMN]:
            for name in _SCORES:
                if name in after.columns:
                    changed |= ~after[name].cast(NEAR).eq_missing(before[name + BEFORE])
        return (changed & present).alias(MOVED)


def _group_key(reading: SubjectReading, tables: Mapping[str, Table]) -> tuple[Any, ...]:
    editions = sorted((id, table.manifest_digest) for id, table in tables.items())
    return (reading.as_of, *sorted((name, choice or "") for name, choice in reading.settings.items()), *editions)


def _earlier_columns(evaluations: Iterable[_ReplayedEvaluation], words: Iterable[str]) -> pl.DataFrame:
    rows = list(evaluations)
    number = OutputColumn("", places=APPROXIMATE_PLACES)
    columns: dict[str, pl.Series] = {
        EVALUATION: pl.Series([row.stored.name for row in rows], dtype=pl.String),
        SUBJECT: pl.Series([row.stored.subject for row in rows], dtype=pl.String),
        AS_OF: pl.Series([row.stored.as_of_date for row in rows], dtype=pl.String).str.to_date(
            "%Y-%m-%d", strict=False
        ),
        VERSION: pl.Series([row.stored.scorecard_version for row in rows], dtype=pl.String),
    }
    for name in words:
        columns[name + BEFORE] = pl.Series([row.before.get(name) for row in rows], dtype=pl.String)
    for name in _SCORES:
        columns[name + BEFORE] = pl.Series([written(number, row.before.get(name)) for row in rows], dtype=NEAR)
    return pl.DataFrame(columns)


def _count_moves(moved: pl.DataFrame, cells: Iterable[OutputColumn]) -> Iterator[tuple[str, str, str, int]]:
    for cell in cells:
        if cell.name in (CONCLUSION_COLUMN, GRADE_COLUMN, STAGE_COLUMN, VERDICT_COLUMN):
            pairs = moved.select(
                before=pl.col(cell.name + BEFORE).fill_null(""), after=pl.col(cell.name).cast(pl.String).fill_null("")
            ).filter(pl.col("before") != pl.col("after"))
            for before, after, count in pairs.group_by("before", "after").len().sort("before", "after").rows():
                yield cell.name, before, after, count


ROWS = 2_048
SEMANTICS = 1
"""Version of the replay method; runs of another version cannot be resumed."""


def replay(  # noqa: PLR0913 -- one parameter for each option
    store: Store,
    published: PublishedVersion,
    out: Path,
    *,
    gazette: Gazette,
    organization: str,
    filter_text: str,
    stored_before: str,
    form: str = "parquet",
    criteria: bool = False,
    resume: bool = False,
    processes: int | None = None,
    rows: int = ROWS,
    language: str = "en",
    label: str = "",
) -> BulkResult:
    """Re-evaluate stored evaluations under a version or draft; store nothing.

    Inputs, evidence, as-of date and known time stay the same.
    """
    folder = RunFolder(out, form)
    read_listing(organization, filter_text=filter_text, order_by="create_time")
    head = {
        "replay": SEMANTICS,
        "organization": organization,
        "filter": filter_text,
        "scorecard": published.name,
        "ruleDigest": published.rule_digest,
        "storedBefore": stored_before,
        "form": form,
        "criteria": criteria,
        "language": language,
        "evaluationsInPart": rows,
        "software": software(),
    }
    with folder.begin(head, resume=resume) as journal:
        bounded = f"create_time < {journal.head['storedBefore']}"
        listing = read_listing(
            organization,
            filter_text=f"{filter_text} AND {bounded}" if filter_text else bounded,
            order_by="create_time",
        )
        run = ReplayRun(gazette.folder.absolute(), published, criteria, folder.absolute(), language)
        page = store_pages(store, listing, published.scorecard.card.id, rows)
        return replay_pages(run, page, BulkResult(folder, journal, None), processes=processes, label=label)


def replay_pages(run: ReplayRun, page: Pages, result: BulkResult, *, processes: int | None, label: str) -> BulkResult:
    """Re-evaluate and summarize all pages."""
    result.follow(Parallelism(processes).parts(run, _pieces(page, result)), label)
    moves: Counter[tuple[str, str, str]] = Counter()
    for part in result.parts:
        moves.update({(cell, before, after): count for cell, before, after, count in part.moves})
    move_counts = [
        {"cell": cell, "before": before, "after": after, "count": count}
        for (cell, before, after), count in sorted(moves.items())
    ]
    result.finish({"moved": sum(part.moved for part in result.parts), "moves": move_counts}, rows="evaluations")
    return result


def _pieces(page: Pages, result: BulkResult) -> Iterator[tuple[int, ArchivePage]]:
    after: Position | None = None
    for number in count():
        if (done := result.done.get(number)) is not None:
            after = done.until
        elif (next_page := page(after)) is not None:
            yield number, next_page
            after = next_page.until
        else:
            return
