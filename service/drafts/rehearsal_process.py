"""Draft rehearsal worker for examples, mutants and merges, with the prepared draft cached."""

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
from service.drafts.dmn_tables import convert_file, export_files
from service.drafts.editing_process import TableSources, write_diagnostics, write_place
from service.drafts.merge_work import merge_files
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
_MEMORY_BYTES = 4 * 1024 * 1024 * 1024
_SEARCH_SECONDS = 4
_PAGE_SECONDS = 8


@dataclass(frozen=True, slots=True)
class _RunnableExamples:
    engine: InferenceEngine
    reference: ReferenceCaseCache
    examples: tuple[Example, ...]


class _PreparedDraft:
    def __init__(self, draft: work_pb2.DraftFiles, language: str, tables: TableSource) -> None:
        self.files, self._language, self.tables = dict(sorted(draft.files.items())), language, tables
        self.lines = {path: split_lines(text) for path, text in self.files.items()}
        self.compilation = compile_folder(self.files, spoken=language, tables=tables)
        self._rehearsal_diagnostics: list[Diagnostic] = []

    @property
    def diagnostics(self) -> list[draft_editing_pb2.DraftDiagnostic]:
        return write_diagnostics([*self.compilation.diagnostics, *self._rehearsal_diagnostics], self.lines)

    @property
    def example_language(self) -> str:
        written = self.compilation.locations
        return self._language if self._language in written else next(iter(written), self._language)

    @cached_property
    def runs(self) -> Sequence[_RunnableExamples]:
        runs = []
        for compilation in rehearsable_compilations(self.files, self.compilation, self.tables):
            if compilation.scorecard is None:
                continue
            rehearsal = Rehearsal(self.files, compilation, compilation.scorecard, self.tables)
            engine = rehearsal.engine()
            self._rehearsal_diagnostics += rehearsal.diagnostics
            if engine is not None:
                days = [example.as_of for example in compilation.examples]
                runs.append(_RunnableExamples(engine, ReferenceCaseCache(engine, days), compilation.examples))
        return runs

    def results(self, path: str, start: int) -> Iterator[tuple[Scorecard, ExampleResult]]:
        for run in self.runs:
            chosen = [example for example in run.examples if path in ("", example.location.path)]
            for example in chosen[start:]:
                yield run.engine.plan.scorecard, run_example(run.engine, example, run.reference)
            start = max(start - len(chosen), 0)

    def count(self, path: str) -> int:
        return sum(path in ("", example.location.path) for run in self.runs for example in run.examples)

    @cached_property
    def trials(self) -> MutationTrials | None:
        if self.compilation.scorecard is None or not self.runs:
            return None
        return MutationTrials(self.compilation, self.compilation.scorecard, self.tables)


class DraftRehearsals:
    """Handlers for examples and mutants of drafts."""

    def __init__(self) -> None:
        self._tables = TableSources()
        self._cached_draft: tuple[bytes, str, _PreparedDraft] | None = None

    def _prepare(self, draft: work_pb2.DraftFiles, language: str) -> _PreparedDraft:
        content = draft.SerializeToString(deterministic=True)
        if self._cached_draft is None or self._cached_draft[:2] != (content, language):
            self._cached_draft = content, language, _PreparedDraft(draft, language, self._tables.of(draft))
        return self._cached_draft[2]

    def run(
        self, job: work_pb2.RunDraftExamples, should_stop: ShouldStop
    ) -> draft_editing_pb2.RunDraftExamplesResponse:
        prepared = self._prepare(job.draft, job.language_code)
        results = _take_page(prepared.results(job.path, job.start), job.size, should_stop)
        examples = [_write_example(result, scorecard) for scorecard, result in results]
        return draft_editing_pb2.RunDraftExamplesResponse(
            examples=examples, example_count=prepared.count(job.path), diagnostics=prepared.diagnostics
        )

    def propose(
        self, job: work_pb2.ProposeDraftExamples, _: ShouldStop
    ) -> draft_editing_pb2.ProposeDraftExamplesResponse:
        prepared = self._prepare(job.draft, job.language_code)
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

    def slips(self, job: work_pb2.TryDraftSlips, should_stop: ShouldStop) -> draft_editing_pb2.TryDraftSlipsResponse:
        prepared = self._prepare(job.draft, job.language_code)
        trials, scorecard = prepared.trials, prepared.compilation.scorecard
        if trials is None or scorecard is None:
            return draft_editing_pb2.TryDraftSlipsResponse(diagnostics=prepared.diagnostics)
        language = prepared.example_language
        search = _SearchTimer()
        continue_search = None if job.without_examples else search.is_left
        mutants = try_mutants(
            trials, prepared.compilation, scorecard, language, start=job.start, look_on=continue_search
        )
        tried = []
        for mutant in _take_page(mutants, job.size, should_stop):
            tried.append(mutant)
            search.begin()
        return draft_editing_pb2.TryDraftSlipsResponse(
            slips=[_write_slip(slip, prepared, scorecard, language) for slip in tried if slip is not None],
            tried_count=len(tried),
            slip_count=len(trials.every),
            failed_example_count=trials.failed,
            diagnostics=prepared.diagnostics,
        )

    def measure(self, job: work_pb2.MeasureProofs, should_stop: ShouldStop) -> work_pb2.MeasuredProofs:
        prepared = self._prepare(job.draft, LANGUAGES[0])
        trials, compilation = prepared.trials, prepared.compilation
        if trials is None or compilation.scorecard is None:
            return work_pb2.MeasuredProofs()
        renderers = {
            language: MutantRenderer(compilation.scorecard, language, locations)
            for language, locations in compilation.locations.items()
        }
        mutants = try_mutants(
            trials, compilation, compilation.scorecard, prepared.example_language, start=job.start, look_on=None
        )
        tried = list(_take_page(mutants, job.size, should_stop))
        survivors = [index for index, mutant in enumerate(tried, job.start) if mutant and not mutant.noticed]
        return work_pb2.MeasuredProofs(
            concluded=True,
            example_count=len(compilation.examples),
            failed_example_count=trials.failed,
            slip_count=len(trials.every),
            tried_count=len(tried),
            told_count=sum(mutant is not None for mutant in tried),
            noticed_count=sum(mutant is not None and mutant.noticed for mutant in tried),
            unnoticed=[_mutant_texts(trials, index, renderers) for index in survivors],
        )


class _SearchTimer:
    def __init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        self._end = time.monotonic() + _SEARCH_SECONDS

    def is_left(self) -> bool:
        return time.monotonic() < self._end


def _take_page(results: Iterator[_Result], size: int, should_stop: ShouldStop) -> Iterator[_Result]:
    end = time.monotonic() + _PAGE_SECONDS
    for done, result in enumerate(results, start=1):
        yield result
        if done == size or time.monotonic() > end or should_stop():
            return


def _write_example(result: ExampleResult, scorecard: Scorecard) -> draft_editing_pb2.DraftExample:
    """Convert an example; outline expectations are reported at its row."""
    example, words = result.example, Renderer(scorecard, result.example.language)
    actual = {(failure.location, failure.sentence): failure.actual for failure in result.failures}
    locations = [max(example.location, placed.location) for placed in example.expectations]
    return draft_editing_pb2.DraftExample(
        path=example.location.path,
        line=example.location.line,
        title=example.title,
        passed=not result.failures,
        expectations=[
            _write_expectation(example, placed, actual.get((location, placed.sentence), ""), words)
            for location, placed in zip(locations, example.expectations, strict=True)
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


def _mutant_texts(trials: MutationTrials, index: int, renderers: Mapping[str, MutantRenderer]) -> work_pb2.SlipWords:
    mutants = {language: renderer.survivor(trials.every[index]) for language, renderer in renderers.items()}
    return work_pb2.SlipWords(
        slips={
            language: scorecard_pb2.UnnoticedSlip(
                heading=mutant.heading, context=mutant.context, before=mutant.was, after=mutant.now
            )
            for language, mutant in mutants.items()
        }
    )


def _write_insertion(path: str, prepared: _PreparedDraft, text: str) -> draft_editing_pb2.ProposedDraftExample | None:
    if not text:
        return None
    before, after = (content.rstrip("\n").split("\n") for content in (prepared.files.get(path, ""), text))
    if path not in prepared.files:
        return draft_editing_pb2.ProposedDraftExample(path=path, text=text)
    same = next((index for index, (old, new) in enumerate(zip(before, after, strict=False)) if old != new), len(before))
    added = after[same : len(after) - (len(before) - same)]
    return draft_editing_pb2.ProposedDraftExample(path=path, after_line=same, text="\n".join(added) + "\n")


def _export_workbook(job: work_pb2.ExportDraftTables) -> draft_editing_pb2.ExportDraftTablesResponse:
    files = dict(sorted(job.draft.files.items()))
    tables = tables_of(files)
    content = write_table_workbook(tables, AdditionSheets(files, job.language_code))
    return draft_editing_pb2.ExportDraftTablesResponse(content=content, table_count=len(tables))


def read_workbook(
    job: work_pb2.ReadDraftTables, tables: TableSource
) -> draft_editing_pb2.ReadDraftTablesResponse:  # fmt: skip
    """Return the changes that an edited workbook makes."""
    request = job.request
    with NamedTemporaryFile(suffix=".xlsx") as file:
        file.write(request.content)
        file.flush()
        lines, imported = read_tables(
            dict(sorted(job.draft.files.items())), Path(file.name), tables, request.language_code
        )
    return draft_editing_pb2.ReadDraftTablesResponse(
        changes=lines,
        source_files=[scorecard_pb2.SourceFile(path=path, content=text) for path, text in imported.files.items()],
    )


def works(_: Gazette | None) -> Works:
    """Return the handlers; each request names its reference tables."""
    rehearsals, tables = DraftRehearsals(), TableSources()
    return {
        work_pb2.ExportDraftTables: lambda job, _: _export_workbook(job),
        work_pb2.ReadDraftTables: lambda job, _: read_workbook(job, tables.of(job.draft)),
        draft_editing_pb2.ConvertDmnFileRequest: lambda job, _: convert_file(job.content, job.card, job.language_code),
        work_pb2.ExportDraftDmn: lambda job, _: export_files(
            dict(sorted(job.draft.files.items())), job.request.quantities, job.request.language_code
        ),
        work_pb2.RunDraftExamples: rehearsals.run,
        work_pb2.ProposeDraftExamples: rehearsals.propose,
        work_pb2.TryDraftSlips: rehearsals.slips,
        work_pb2.MeasureProofs: rehearsals.measure,
        work_pb2.MergeDrafts: lambda job, _: merge_files(job, tables.of(job.ours)),
    }


def main() -> None:
    """Serve requests until the server closes the pipe."""
    from service.base.worker_loop import worker_main  # noqa: PLC0415 -- only the worker process reads requests from a pipe

    worker_main(works(None), memory=_MEMORY_BYTES)


if __name__ == "__main__":
    main()
