"""What does another version say of a page of an archive? By columns, and by the core of what moves or is open."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import polars as pl

from rules.columns.cells import (
    CONCLUSION,
    GRADE,
    NEAR_PLACES,
    POSSIBLE_GRADES,
    SCORE_HIGH,
    SCORE_LOW,
    STAGE,
    VERDICT,
    Cell,
    cells,
    decided_cells,
)
from rules.columns.core import Core, asked_of
from rules.contracts.errors import EngineDisagreement, InputError, TrailError, VersionError
from rules.contracts.messages import speaker, told, words_of
from rules.engine.decide import decide
from rules.engine.read_subject import read_subject
from service.api.simulation import declared_settings
from service.bulk.expressions import kind_of
from service.bulk.extents import ReadColumns
from service.bulk.screening import BY, COLUMNS, CORE, REFUSED, told_shortly, written
from service.bulk.telling import Telling
from service.bulk.turns import CRITERIA, FINDINGS, GATES, answers_by_criteria, result_cells, results_in, turns
from service.evaluating.evaluators import Evaluators
from service.gazette.versions import Gazette

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from rules.columns.cells import CellValue
    from rules.engine.read_subject import SubjectReading
    from rules.model.published import Published
    from rules.model.tables import Table
    from service.bulk.archived import Page, Stored
    from service.bulk.parts import Folder, Part

_say = speaker(__name__)

EVALUATION, SUBJECT, AS_OF, VERSION, MOVED = "evaluation", "subject", "as_of_date", "scorecard_version", "moved"
MOVED_BY, WAITS_FOR = "moved_by", "waits_for"
LADDER = "ladder"
"""Stands for what moves a grade where no criterion moves."""
_WORDS_BEFORE = (CONCLUSION, GRADE, POSSIBLE_GRADES, STAGE, VERDICT)
_SCORES = (SCORE_LOW, SCORE_HIGH)
_PLACE = "place"
_READY = 32
"""For how many days and settings columns are kept prepared."""
BEFORE = "_before"
_BY = pl.Enum([COLUMNS, CORE, REFUSED])
NEAR = pl.Decimal(38, NEAR_PLACES)


@dataclass(frozen=True, slots=True)
class Replay:
    """What every process of a replay must know."""

    gazette: Path
    published: Published
    criteria: bool
    folder: Folder
    language: str
    reasons: bool = False
    """Whether it is said by which criteria something moved, and for which new facts it waits."""

    def begin(self) -> _Work:
        """Prepare to replay."""
        return _Work(self)


@dataclass(slots=True)
class _Again:
    """One evaluation: what it said before, what was read under the other version, or why it is refused."""

    stored: Stored
    before: Mapping[str, CellValue]
    reading: SubjectReading | None = None
    tables: Mapping[str, Table] | None = None
    refused: str | None = None


class _Work:
    """What one process replays."""

    def __init__(self, run: Replay) -> None:
        self._run = run
        self._card = run.published.scorecard
        self._gazette = Gazette(run.gazette)
        self._evaluators = Evaluators.beside(self._gazette)
        self._engine = self._evaluators.engine(run.published)
        self._columns = ReadColumns(self._engine.plan)
        self._by_criteria = run.reasons and answers_by_criteria(self._card)
        """Whether it has moved what comes out otherwise of a gate, a finding or a result alone."""
        told = tuple(one for one in cells(self._engine) if run.criteria or not one.of_criteria or self._answers(one))
        self.cells = (*told, *result_cells(self._card)) if self._by_criteria else told
        self._words = (*_WORDS_BEFORE, CRITERIA) if self._by_criteria else _WORDS_BEFORE
        self._ready: OrderedDict[tuple[Any, ...], Telling] = OrderedDict()
        self._why = ""

    def _answers(self, cell: Cell) -> bool:
        return self._by_criteria and cell.name.partition(".")[0] in (GATES, FINDINGS)

    def part(self, number: int, piece: Page) -> Part:
        """Replay a page, write the part and note it."""
        again = [self._again(stored) for stored in piece.stored]
        groups: dict[tuple[Any, ...], list[int]] = {}
        for place, one in enumerate(again):
            if one.reading is not None and one.tables is not None:
                groups.setdefault(_key(one.reading, one.tables), []).append(place)
        answers = [self._concluded(again, places) for places in groups.values()]
        answers.append(self._frame([], []))
        found = pl.concat(answers)
        every = pl.DataFrame({_PLACE: pl.int_range(len(again), dtype=pl.UInt32, eager=True)})
        after = every.join(found, on=_PLACE, how="left", maintain_order="left").drop(_PLACE)
        before = _before(again, self._words)
        moved = self._moved(before, after)
        refused = pl.Series(REFUSED, [one.refused for one in again], dtype=pl.String)
        by = after[BY].fill_null(REFUSED)
        answer = before.select(EVALUATION, SUBJECT, AS_OF, VERSION).with_columns(by, refused, moved)
        answer = answer.hstack(before.select(pl.selectors.ends_with(BEFORE))).hstack(after.drop(BY))
        if self._run.reasons:
            answer = answer.hstack(self._reasons(again, moved))
        moves = tuple(_moves(answer.filter(pl.col(MOVED)), self.cells))
        told = {"moved": int(moved.sum() or 0), "moves": moves, "until": piece.until}
        return self._run.folder.write(number, answer, self._why, **told)

    def close(self) -> None:
        """Free the networks."""
        self._evaluators.close()

    def _again(self, stored: Stored) -> _Again:
        """Read an evaluation under the other version."""
        before: Mapping[str, CellValue] = {}
        try:
            subject, before = stored.told(self._card if self._by_criteria else None)
            settings = declared_settings(subject.settings, self._run.published)
            reading = read_subject(self._card, subject.model_copy(update={"settings": settings}))
            tables = self._engine.tables_at(reading.as_of, reading.as_of.fromisoformat(subject.known[:10]))
        except InputError as error:
            return _Again(stored, before, refused=told_shortly(error, self._run.language))
        except (TrailError, VersionError) as error:
            return _Again(stored, before, refused=told(words_of(error), self._run.language))
        return _Again(stored, before, reading, tables)

    def _concluded(self, again: Sequence[_Again], places: Sequence[int]) -> pl.DataFrame:
        """Conclude evaluations of one day and one choice of settings: by columns, then by the core what they leave."""
        one = again[places[0]]
        if one.reading is None or one.tables is None:
            raise AssertionError("only what was read is concluded")
        core = Core(self._engine, one.tables)
        telling = self._telling(core, one.reading)
        read = [reading for place in places if (reading := again[place].reading) is not None]
        facts = self._columns.columns([reading.verified.extents for reading in read])
        usual = [place for place, odd in zip(range(len(places)), facts.odd, strict=True) if not odd]
        left = {place for place, odd in enumerate(facts.odd) if odd}
        by_core_alone = self._by_criteria and self._card.results
        found = telling.cells(facts.usual()) if usual and not by_core_alone else None
        if found is None:
            self._why = telling.why
            left, by_columns = set(range(len(places))), self._frame([], [])
        else:
            shown, odd = found
            left |= {place for place, is_odd in zip(usual, odd, strict=True) if is_odd}
            numbers = pl.Series([places[place] for place in usual], dtype=pl.UInt32)
            by_columns = pl.DataFrame({_PLACE: numbers}).with_columns(
                pl.lit(COLUMNS, _BY).alias(BY)
            ).hstack(shown).filter(~odd)  # fmt: skip
        before = _before([again[place] for place in by_columns[_PLACE]], self._words)
        moved = by_columns.filter(self._moved(before, by_columns))[_PLACE].to_list()
        open_ = [places[place] for place in sorted(left)]
        asked = [*open_, *moved]
        by_core = self._frame(asked, [self._by_core(again[place]) for place in asked])
        confirmed = by_core.filter(pl.col(_PLACE).is_in(moved))
        self._compare(again, by_columns.filter(pl.col(_PLACE).is_in(moved)), confirmed)
        return pl.concat([by_columns.filter(~pl.col(_PLACE).is_in(moved)), by_core])

    def _by_core(self, one: _Again) -> dict[str, Any]:
        if one.reading is None or one.tables is None:
            raise AssertionError("only what was read is concluded")
        try:
            decision = decide(self._engine, asked_of(one.reading, one.tables))
        except EngineDisagreement as error:
            raise EngineDisagreement(f"{one.stored.name}: {error}") from error
        found = decided_cells(self._engine, decision)
        if self._by_criteria:
            found |= results_in(self._card, decision.inference)
        return {cell.name: written(cell, found[cell.name]) for cell in self.cells}

    def _compare(self, again: Sequence[_Again], columns: pl.DataFrame, core: pl.DataFrame) -> None:
        """Refuse to go on if what moved by columns did not do so by the core; columns are never believed against it."""
        for cell in self.cells:
            differ = ~columns[cell.name].eq_missing(core[cell.name])
            if differ.any():
                name = again[columns.filter(differ)[_PLACE][0]].stored.name
                raise EngineDisagreement(_say("COLUMNS_AND_CORE", evaluation=name, cell=cell.name))

    def _frame(self, places: Sequence[int], rows: Sequence[Mapping[str, Any]]) -> pl.DataFrame:
        schema: dict[str, Any] = {_PLACE: pl.UInt32, BY: _BY} | {cell.name: kind_of(cell) for cell in self.cells}
        columns = {cell.name: [row[cell.name] for row in rows] for cell in self.cells}
        return pl.DataFrame({_PLACE: places, BY: [CORE] * len(places), **columns}, schema=schema)

    def _reasons(self, again: Sequence[_Again], moved: pl.Series) -> pl.DataFrame:
        """Say of what moved which criteria did, and which facts that are new leave it open."""
        found = [self._why_moved(one) if is_moved else (None, None) for one, is_moved in zip(again, moved, strict=True)]
        return pl.DataFrame(
            {MOVED_BY: [by for by, _ in found], WAITS_FOR: [new for _, new in found]},
            schema={MOVED_BY: pl.String, WAITS_FOR: pl.String},
        )

    def _why_moved(self, one: _Again) -> tuple[str | None, str | None]:
        """Conclude an evaluation once more by the core, under the version of its record and under the other."""
        if one.reading is None or one.tables is None:
            raise AssertionError("only what was read has moved")
        question = asked_of(one.reading, one.tables)
        decision = decide(self._engine, question)
        after, new = decided_cells(self._engine, decision), self._engine.open_leaves(decision.inference)
        try:
            was = self._gazette.version_named(one.stored.scorecard_version)
        except VersionError:
            return None, ";".join(new) or None
        engine = self._evaluators.engine(was)
        subject, _ = one.stored.told()
        reading = read_subject(was.scorecard, subject)
        tables = engine.tables_at(reading.as_of, reading.as_of.fromisoformat(subject.known[:10]))
        before = decided_cells(engine, decide(engine, asked_of(reading, tables)))
        criteria = dict.fromkeys((*after, *before))
        moved = [name.partition(".")[2] for name in criteria if "." in name and before.get(name) != after.get(name)]
        known = {fact.id for fact in was.scorecard.facts}
        if not moved and after.get(GRADE) != before.get(GRADE):
            moved = [LADDER]
        return ";".join(moved) or None, ";".join(name for name in new if name not in known) or None

    def _telling(self, core: Core, reading: SubjectReading) -> Telling:
        settings = {name: choice for name, choice in reading.settings.items() if choice is not None}
        key = (reading.as_of, *sorted(settings.items()))
        telling = self._ready.pop(key, None) or Telling(core, reading.as_of, settings, self.cells)
        self._ready[key] = telling
        while len(self._ready) > _READY:
            self._ready.popitem(last=False)
        return telling

    def _moved(self, before: pl.DataFrame, after: pl.DataFrame) -> pl.Series:
        """Mark what is concluded otherwise; the score counts where a card concludes nothing else."""
        names = [cell.name for cell in self.cells if cell.name in _WORDS_BEFORE]
        there = after[BY].is_not_null()
        found = pl.Series(MOVED, [False] * after.height, dtype=pl.Boolean)
        for name in names:
            found |= ~after[name].cast(pl.String).eq_missing(before[name + BEFORE])
        if self._by_criteria:
            rows = zip(before[CRITERIA + BEFORE], after.iter_rows(named=True), strict=True)
            found |= pl.Series(MOVED, [bool(turns(was, now)) for was, now in rows], dtype=pl.Boolean)
        if names == [CONCLUSION]:
            for name in _SCORES:
                if name in after.columns:
                    found |= ~after[name].cast(NEAR).eq_missing(before[name + BEFORE])
        return (found & there).alias(MOVED)


def _key(reading: SubjectReading, tables: Mapping[str, Table]) -> tuple[Any, ...]:
    editions = sorted((id, table.manifest_digest) for id, table in tables.items())
    return (reading.as_of, *sorted((name, choice or "") for name, choice in reading.settings.items()), *editions)


def _before(again: Iterable[_Again], words: Iterable[str]) -> pl.DataFrame:
    """Give what evaluations were and said, in columns."""
    rows = list(again)
    number = Cell("", places=NEAR_PLACES)
    made: dict[str, pl.Series] = {
        EVALUATION: pl.Series([one.stored.name for one in rows], dtype=pl.String),
        SUBJECT: pl.Series([one.stored.subject for one in rows], dtype=pl.String),
        AS_OF: pl.Series([one.stored.as_of_date for one in rows], dtype=pl.String).str.to_date(
            "%Y-%m-%d", strict=False
        ),
        VERSION: pl.Series([one.stored.scorecard_version for one in rows], dtype=pl.String),
    }
    for name in words:
        made[name + BEFORE] = pl.Series([one.before.get(name) for one in rows], dtype=pl.String)
    for name in _SCORES:
        made[name + BEFORE] = pl.Series([written(number, one.before.get(name)) for one in rows], dtype=NEAR)
    return pl.DataFrame(made)


def _moves(moved: pl.DataFrame, told: Iterable[Cell]) -> Iterator[tuple[str, str, str, int]]:
    """Count what moved from where to where; what is not given is an empty text."""
    for cell in told:
        if cell.name in (CONCLUSION, GRADE, STAGE, VERDICT):
            pairs = moved.select(
                before=pl.col(cell.name + BEFORE).fill_null(""), after=pl.col(cell.name).cast(pl.String).fill_null("")
            ).filter(pl.col("before") != pl.col("after"))
            for before, after, count in pairs.group_by("before", "after").len().sort("before", "after").rows():
                yield cell.name, before, after, count
