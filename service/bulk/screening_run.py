"""Screening run: chunks of subject files, worker processes and answers in a run folder."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl

from rules.api import read_subject
from rules.columns import ExactFallback, output_columns
from rules.contracts import Subject
from rules.model import PublishedVersion, Table
from service.bulk.columnar_input import InputReader
from service.bulk.run_folder import STAGING, BulkResult, Parallelism, RunFolder, RunPart, software
from service.bulk.screening import Screening, ScreeningParameters
from service.bulk.sources import RowSlice, open_subject_files, refuse_duplicate_subjects
from service.evaluating.evaluators import Evaluators
from service.gazette.versions import Gazette

ROWS = 32_768
SEMANTICS = 1
"""Version of the columnar method; runs of another version cannot be resumed."""


def screen_files(  # noqa: PLR0913 -- one parameter for each option
    published: PublishedVersion,
    source: Path,
    out: Path,
    *,
    gazette: Gazette,
    as_of: date,
    known: str,
    settings: Mapping[str, str],
    form: str = "parquet",
    criteria: bool = True,
    resume: bool = False,
    shares: Parallelism | None = None,
    rows: int = ROWS,
    language: str = "en",
    label: str = "",
) -> BulkResult:
    """Screen subject files and write answers and manifest to a folder."""
    folder = RunFolder(out, form)
    empty_subject = Subject(subject="", as_of=as_of.isoformat(), known=known, settings=dict(settings))
    chosen = read_subject(published.scorecard, empty_subject).settings
    subjects = open_subject_files(source.absolute(), out / STAGING)
    with closing(Evaluators.for_gazette(gazette)) as evaluators:
        engine = evaluators.engine(published)
        InputReader(engine.plan, subjects.schema)
        tables = engine.tables_at(as_of, as_of.fromisoformat(known[:10]))
        output_cells = [
            output_column for output_column in output_columns(engine) if criteria or not output_column.of_criteria
        ]
    if not folder.is_begun:
        refuse_duplicate_subjects(subjects)
    head = {
        "screening": SEMANTICS,
        "scorecard": published.name,
        "ruleDigest": published.rule_digest,
        "tables": table_editions(tables),
        "asOfDate": as_of.isoformat(),
        "known": known,
        "settings": [{"settingId": name, "choice": choice} for name, choice in sorted(chosen.items())],
        "inputs": [{"file": file.path.name, "digest": file.digest, "subjects": file.rows} for file in subjects.files],
        "form": form,
        "criteria": criteria,
        "language": language,
        "subjectsInPart": rows,
        "software": software(),
    }
    with folder.begin(head, resume=resume) as journal:
        parameters = ScreeningParameters(as_of, journal.head["known"], dict(settings), language)
        run = _ScreeningRun(
            gazette.folder.absolute(), published.name, parameters, criteria, folder.absolute(), subjects.schema
        )
        result = BulkResult(folder, journal, subjects.rows)
        remaining = [part for part in enumerate(subjects.slices(rows)) if part[0] not in result.done]
        result.follow((shares or Parallelism()).parts(run, remaining), label)
    columns = [{"cell": cell.name, "places": cell.places, "rounded": cell.rounded} for cell in output_cells]
    result.finish({"cells": columns})
    return result


def table_editions(tables: Mapping[str, Table]) -> list[dict[str, str]]:
    """Return the editions of the reference tables."""
    return [
        {"tableId": id, "table": f"{table.manifest.name}@{table.manifest.edition}", "digest": table.manifest_digest}
        for id, table in sorted(tables.items())
    ]


@dataclass(frozen=True, slots=True)
class _ScreeningRun:
    gazette: Path
    version: str
    parameters: ScreeningParameters
    criteria: bool
    folder: RunFolder
    schema: pl.Schema

    def begin(self) -> _ScreeningWorker:
        return _ScreeningWorker(self)


class _ScreeningWorker:
    def __init__(self, run: _ScreeningRun) -> None:
        gazette, parameters = Gazette(run.gazette), run.parameters
        self._evaluators = Evaluators.for_gazette(gazette)
        engine = self._evaluators.engine(gazette.version_named(run.version))
        tables = engine.tables_at(parameters.as_of, parameters.as_of.fromisoformat(parameters.known[:10]))
        self._screening = Screening(ExactFallback(engine, tables), parameters, run.schema, criteria=run.criteria)
        self._folder = run.folder

    def do(self, piece: tuple[int, RowSlice]) -> RunPart:
        number, rows = piece
        answer = self._screening.answer(rows.read())
        return self._folder.write(number, answer, self._screening.why)

    def close(self) -> None:
        self._evaluators.close()
