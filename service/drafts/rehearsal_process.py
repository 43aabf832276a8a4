"""Draft rehearsal worker: examples run, edges and slips with examples that may be added, in pages of bounded time.

What was made ready for one page stays for the next, as long as the files are the same.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, TypeVar

from rules.api import compile_folder
from rules.contracts import LANGUAGES
from rules.language import Renderer, added_examples_path, append_examples, split_lines, tables_of
from rules.rehearsal import (
    MutantRenderer,
    MutationTrials,
    ReferenceCaseCache,
    Rehearsal,
    corrections,
    propose_missing,
    rehearsable_compilations,
    run_example,
    try_mutants,
)
from service.drafts.draft_diagnostics import write_diagnostics, write_place
from service.drafts.editing_process import TableSources
from service.drafts.rule_tables import read_tables
from service.input.rule_tables.rule_table_writer import AdditionSheets, write_table_workbook
from touchstone.internal.v1 import work_pb2
from touchstone.v1 import draft_editing_pb2, scorecard_pb2

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rules.contracts import Diagnostic
    from rules.engine import InferenceEngine, ShouldStop
    from rules.model import Example, Expectation, PlacedItem, Scorecard, TableSource
    from rules.rehearsal import ExampleResult, TriedMutant
    from service.base.worker_specs import Works
    from service.gazette.versions import Gazette

_Result = TypeVar("_Result")
_MEMORY = 4 * 1024 * 1024 * 1024
_SEARCH_SECONDS = 4
_PAGE_SECONDS = 8
"""After how long a page ends; what is in work then is still finished."""


@dataclass(frozen=True, slots=True)
class _RunnableExamples:
    """Examples of one compilation, and the engine that runs them."""

    engine: InferenceEngine
    reference: ReferenceCaseCache
    examples: tuple[Example, ...]


class _PreparedDraft:
    """A draft that was compiled, with what was made ready of it."""

    def __init__(self, draft: work_pb2.DraftFiles, language: str, tables: TableSource) -> None:
        self.files, self._language, self.tables = dict(sorted(draft.files.items())), language, tables
        self.lines = {path: split_lines(text) for path, text in self.files.items()}
        self.compilation = compile_folder(self.files, spoken=language, tables=tables)
        self._refused: list[Diagnostic] = []

    @property
    def diagnostics(self) -> list[draft_editing_pb2.DraftDiagnostic]:
        """What is wrong with it."""
        return write_diagnostics([*self.compilation.diagnostics, *self._refused], self.lines)

    @property
    def example_language(self) -> str:
        """The language asked for if the draft has files in it, or else the other."""
        written = self.compilation.locations
        return self._language if self._language in written else next(iter(written), self._language)

    @cached_property
    def runs(self) -> Sequence[_RunnableExamples]:
        """What can be run, files of two languages that differ each by its own rules."""
        runs = []
        for compilation in rehearsable_compilations(self.files, self.compilation, self.tables):
            if compilation.scorecard is None:
                continue
            rehearsal = Rehearsal(self.files, compilation, compilation.scorecard, self.tables)
            engine = rehearsal.engine()
            self._refused += rehearsal.diagnostics
            if engine is not None:
                days = [example.as_of for example in compilation.examples]
                runs.append(_RunnableExamples(engine, ReferenceCaseCache(engine, days), compilation.examples))
        return runs

    def results(self, path: str, start: int) -> Iterator[tuple[Scorecard, ExampleResult]]:
        """Run one example after the other, of one file or of all, each with the card whose rules it is run by."""
        for run in self.runs:
            chosen = [example for example in run.examples if path in ("", example.location.path)]
            for example in chosen[start:]:
                yield run.engine.plan.scorecard, run_example(run.engine, example, run.reference)
            start = max(start - len(chosen), 0)

    def count(self, path: str) -> int:
        """Count the examples of one file or of all."""
        return sum(path in ("", example.location.path) for run in self.runs for example in run.examples)

    @cached_property
    def trials(self) -> MutationTrials | None:
        """The slips, with every example concluded; None if the draft cannot be concluded."""
        if self.compilation.scorecard is None or not self.runs:
            return None
        return MutationTrials(self.compilation, self.compilation.scorecard, self.tables)


class DraftRehearsals:
    """Answers what is asked of the examples of drafts."""

    def __init__(self) -> None:
        """Begin with nothing ready."""
        self._tables = TableSources()
        self._known: tuple[bytes, str, _PreparedDraft] | None = None

    def _prepared(self, draft: work_pb2.DraftFiles, language: str) -> _PreparedDraft:
        content = draft.SerializeToString(deterministic=True)
        if self._known is None or self._known[:2] != (content, language):
            self._known = content, language, _PreparedDraft(draft, language, self._tables.of(draft))
        return self._known[2]

    def run(
        self, asked: work_pb2.RunDraftExamples, should_stop: ShouldStop
    ) -> draft_editing_pb2.RunDraftExamplesResponse:
        """Run a page of examples."""
        prepared = self._prepared(asked.draft, asked.language_code)
        results = _page(prepared.results(asked.path, asked.start), asked.size, should_stop)
        examples = [_write_example(result, scorecard) for scorecard, result in results]
        return draft_editing_pb2.RunDraftExamplesResponse(
            examples=examples, example_count=prepared.count(asked.path), diagnostics=prepared.diagnostics
        )

    def propose(
        self, asked: work_pb2.ProposeDraftExamples, _: ShouldStop
    ) -> draft_editing_pb2.ProposeDraftExamplesResponse:
        """Propose an example for each edge that has none."""
        prepared = self._prepared(asked.draft, asked.language_code)
        proposed = (
            propose_missing(prepared.files, prepared.example_language, prepared.tables) if prepared.runs else None
        )
        edges = () if proposed is None else proposed.edges
        return draft_editing_pb2.ProposeDraftExamplesResponse(
            edges=[
                draft_editing_pb2.DraftEdge(
                    rule_path=uncovered.edge.path,
                    message=uncovered.diagnostic.message,
                    range=write_place(uncovered.diagnostic.location, prepared.lines),
                    example=_write_insertion(uncovered.diagnostic.location.path, prepared, uncovered.text),
                )
                for uncovered in edges
            ],
            failed_example_count=0 if proposed is None else proposed.failed,
            diagnostics=prepared.diagnostics,
        )

    def slips(self, asked: work_pb2.TryDraftSlips, should_stop: ShouldStop) -> draft_editing_pb2.TryDraftSlipsResponse:
        """Try a page of slips."""
        prepared = self._prepared(asked.draft, asked.language_code)
        trials, scorecard = prepared.trials, prepared.compilation.scorecard
        if trials is None or scorecard is None:
            return draft_editing_pb2.TryDraftSlipsResponse(diagnostics=prepared.diagnostics)
        language = prepared.example_language
        search = _SearchTime()
        look_on = None if asked.without_examples else search.is_left
        mutants = try_mutants(trials, prepared.compilation, scorecard, language, start=asked.start, look_on=look_on)
        tried = []
        for mutant in _page(mutants, asked.size, should_stop):
            tried.append(mutant)
            search.begin()
        return draft_editing_pb2.TryDraftSlipsResponse(
            slips=[_write_slip(slip, prepared, scorecard, language) for slip in tried if slip is not None],
            tried_count=len(tried),
            slip_count=len(trials.every),
            failed_example_count=trials.failed,
            diagnostics=prepared.diagnostics,
        )

    def measure(self, asked: work_pb2.MeasureProofs, should_stop: ShouldStop) -> work_pb2.MeasuredProofs:
        """Try a page of slips, and count those that an example notices."""
        prepared = self._prepared(asked.draft, LANGUAGES[0])
        trials, compilation = prepared.trials, prepared.compilation
        if trials is None or compilation.scorecard is None:
            return work_pb2.MeasuredProofs()
        renderers = {
            language: MutantRenderer(compilation.scorecard, language, locations)
            for language, locations in compilation.locations.items()
        }
        mutants = try_mutants(
            trials, compilation, compilation.scorecard, prepared.example_language, start=asked.start, look_on=None
        )
        tried = list(_page(mutants, asked.size, should_stop))
        unnoticed = [place for place, mutant in enumerate(tried, asked.start) if mutant and not mutant.noticed]
        return work_pb2.MeasuredProofs(
            concluded=True,
            example_count=len(compilation.examples),
            failed_example_count=trials.failed,
            slip_count=len(trials.every),
            tried_count=len(tried),
            told_count=sum(mutant is not None for mutant in tried),
            noticed_count=sum(mutant is not None and mutant.noticed for mutant in tried),
            unnoticed=[_write_words(trials, place, renderers) for place in unnoticed],
        )


class _SearchTime:
    """How long an example is looked for that notices one slip."""

    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        """Begin with the next slip."""
        self._end = time.monotonic() + _SEARCH_SECONDS

    def is_left(self) -> bool:
        """Say whether to go on."""
        return time.monotonic() < self._end


def _page(results: Iterator[_Result], size: int, should_stop: ShouldStop) -> Iterator[_Result]:
    """Give so many results at most, and no more once it is late."""
    end = time.monotonic() + _PAGE_SECONDS
    for done, result in enumerate(results, start=1):
        yield result
        if done == size or time.monotonic() > end or should_stop():
            return


def _write_example(result: ExampleResult, scorecard: Scorecard) -> draft_editing_pb2.DraftExample:
    """Write an example with what it expects; of an outline these are all told at its row."""
    example, words = result.example, Renderer(scorecard, result.example.language)
    actual = {(failure.location, failure.sentence): failure.actual for failure in result.failures}
    places = [max(example.location, placed.location) for placed in example.expectations]
    return draft_editing_pb2.DraftExample(
        path=example.location.path,
        line=example.location.line,
        title=example.title,
        passed=not result.failures,
        expectations=[
            _write_expectation(example, placed, actual.get((place, placed.sentence), ""), words)
            for place, placed in zip(places, example.expectations, strict=True)
        ],
        problem=next((failure.actual for failure in result.failures if failure.sentence is None), ""),
    )


def _write_expectation(
    example: Example, placed: PlacedItem[Expectation], actual: str, words: Renderer
) -> draft_editing_pb2.DraftExpectation:
    return draft_editing_pb2.DraftExpectation(
        line=max(example.location, placed.location).line,
        expected=placed.sentence,
        actual=actual,
        corrections=[
            draft_editing_pb2.DraftCorrection(column=each.location.column, was=each.was, now=each.now)
            for each in (corrections(example, placed, actual, words) if actual else ())
        ],
    )


def _write_slip(
    tried: TriedMutant, prepared: _PreparedDraft, scorecard: Scorecard, language: str
) -> draft_editing_pb2.DraftSlip:
    mutant, path = tried.mutant, added_examples_path(language)
    text = ""
    if tried.example is not None:
        text = append_examples(prepared.files.get(path), {mutant.heading: [tried.example]}, scorecard, language)
    return draft_editing_pb2.DraftSlip(
        slip_id=mutant.name,
        noticed=tried.noticed,
        range=None if mutant.location is None else write_place(mutant.location, prepared.lines),
        heading=mutant.heading,
        context=mutant.context,
        before=mutant.was,
        after=mutant.now,
        example=_write_insertion(path, prepared, text),
    )


def _write_words(trials: MutationTrials, place: int, renderers: Mapping[str, MutantRenderer]) -> work_pb2.SlipWords:
    """Write what a slip changes, in each language."""
    told = {language: renderer.survivor(trials.every[place]) for language, renderer in renderers.items()}
    return work_pb2.SlipWords(
        slips={
            language: scorecard_pb2.UnnoticedSlip(
                heading=mutant.heading, context=mutant.context, before=mutant.was, after=mutant.now
            )
            for language, mutant in told.items()
        }
    )


def _write_insertion(path: str, prepared: _PreparedDraft, text: str) -> draft_editing_pb2.ProposedDraftExample | None:
    """Write which lines a text has beside those of the file; None if there is no text."""
    if not text:
        return None
    before, after = (content.rstrip("\n").split("\n") for content in (prepared.files.get(path, ""), text))
    if path not in prepared.files:
        return draft_editing_pb2.ProposedDraftExample(path=path, text=text)
    same = next((at for at, (old, new) in enumerate(zip(before, after, strict=False)) if old != new), len(before))
    added = after[same : len(after) - (len(before) - same)]
    return draft_editing_pb2.ProposedDraftExample(path=path, after_line=same, text="\n".join(added) + "\n")


def export_workbook(asked: work_pb2.ExportDraftTables) -> draft_editing_pb2.ExportDraftTablesResponse:
    """Write the tables of a draft into a workbook."""
    files = dict(sorted(asked.draft.files.items()))
    tables = tables_of(files)
    content = write_table_workbook(tables, AdditionSheets(files, asked.language_code))
    return draft_editing_pb2.ExportDraftTablesResponse(content=content, table_count=len(tables))


def read_workbook(
    asked: work_pb2.ReadDraftTables, tables: TableSource
) -> draft_editing_pb2.ReadDraftTablesResponse:  # fmt: skip
    """Say what an edited workbook changes in a draft."""
    request = asked.request
    with NamedTemporaryFile(suffix=".xlsx") as file:
        file.write(request.content)
        file.flush()
        lines, brought = read_tables(
            dict(sorted(asked.draft.files.items())), Path(file.name), tables, request.language_code
        )
    return draft_editing_pb2.ReadDraftTablesResponse(
        changes=lines,
        source_files=[scorecard_pb2.SourceFile(path=path, content=text) for path, text in brought.files.items()],
    )


def works(_: Gazette | None) -> Works:
    """Give what this program does; which tables it reads it is told each time."""
    rehearsals, tables = DraftRehearsals(), TableSources()
    return {
        work_pb2.ExportDraftTables: lambda asked, _: export_workbook(asked),
        work_pb2.ReadDraftTables: lambda asked, _: read_workbook(asked, tables.of(asked.draft)),
        work_pb2.RunDraftExamples: rehearsals.run,
        work_pb2.ProposeDraftExamples: rehearsals.propose,
        work_pb2.TryDraftSlips: rehearsals.slips,
        work_pb2.MeasureProofs: rehearsals.measure,
    }


def main() -> None:
    """Answer for a server until it asks no more."""
    from service.base.worker_loop import worker_main  # noqa: PLC0415 -- a command that does this work has no pipes

    worker_main(works(None), memory=_MEMORY)


if __name__ == "__main__":
    main()
