"""Batch input: subjects from files or folders, ordered by year."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from rules.contracts import (
    DeclaredValue,
    InputError,
    Message,
    error_message,
    escape_unprintable,
    message_factory,
)
from rules.engine import counting_values
from rules.model import Scorecard, year_before
from service.input.dossier.dossier_reader import Dossier, dossier_from_tree, peek_subject
from service.input.encodings import NotUtf8Error, check_beginning
from service.input.given_files import check_file, has_workbook_suffix, open_input_file
from service.input.tabular.csv_parser import decimal_mark_problem
from service.input.tree.nodes import FieldReader, Mapping, Node, Scalar, Sequence
from service.input.tree.placed_errors import (
    MAXIMUM_BYTES,
    FilePosition,
    PlacedError,
    Problem,
    raise_placed_error,
    read_bounded,
    reporting_refused_file,
)
from service.input.tree.tree_reader import read_tree
from service.input.workbook import sheet_layout
from service.input.workbook.batch_tables import (
    BatchTableReader,
    BatchTables,
    CsvTable,
    SubjectRowSpool,
    column_headings,
    open_batch_workbook,
    repeated_subject_message,
)
from service.input.workbook.input_file import read_subject_file
from service.input.workbook.vocabulary import Slot, lists_of, slots_of

_message = message_factory(__name__)


@dataclass(slots=True)
class Years:
    """Years of the subjects of a batch."""

    scorecard: Scorecard
    _keys_and_years: dict[tuple[str, FilePosition | None], tuple[str, str]] = field(default_factory=dict)
    _values: dict[str, DeclaredValue] = field(default_factory=dict)

    @property
    def fact(self) -> str | None:
        sources = (fact.previous for fact in self.scorecard.facts if fact.previous is not None)
        return next((source.year_of for source in sources if source.year_of is not None and source.card is None), None)

    def of(self, item: BatchItem) -> BatchItem:
        """Return the dossier with its year in its key, or unchanged without a readable year."""
        fact = self.fact
        if fact is None:
            return item
        location = item.path, item.position
        if location not in self._keys_and_years:
            self._keys_and_years[location] = item.key, self._read_year(item, fact)
        year = self._keys_and_years[location][1]
        return replace(item, key=f"{item.key}/{year}", year=year) if year else item

    def _read_year(self, item: BatchItem, fact: str) -> str:
        with suppress(PlacedError):
            value = counting_values(self.scorecard, item.read().subject).get(fact)
            if value is not None and year_before(value) is not None:
                self._values[_year_text(value)] = value
                return _year_text(value)
        return ""

    @property
    def rounds(self) -> tuple[str, ...]:
        return tuple(sorted({year for _, year in self._keys_and_years.values()})) or ("",)

    @property
    def missing(self) -> list[Problem]:
        present = {pair for pair in self._keys_and_years.values() if pair[1]}
        first: dict[str, str] = {}
        for subject, year in sorted(present):
            first.setdefault(subject, year)
        problems = []
        for (path, position), (subject, year) in self._keys_and_years.items():
            before = year_before(self._values[year]) if year else None
            if before is None or year == first[subject] or (subject, _year_text(before)) in present:
                continue
            message = _message(
                "YEAR_MISSING",
                subject=subject[:120],
                year=year,
                missing=_year_text(before),
                first=first[subject],
                path=path,
            )
            problems.append(Problem(position, self.fact or "", message, "REQUIRED"))
        return problems


def subject_of(item: BatchItem) -> str:
    """Return a dossier's key without its year."""
    return item.key.removesuffix(f"/{item.year}") if item.year else item.key


def _duplicate_year_message(item: BatchItem, there: str) -> Message:
    return _message("YEAR_TWICE", subject=subject_of(item)[:120], year=item.year, there=there)


def _year_text(value: DeclaredValue) -> str:
    if value.choice is not None:
        return value.choice
    return "" if value.period is None else f"{value.period.first}..{value.period.last}"


SUBJECTS = "subjects"
_SHARED_PARTS = ("settings", "facts", "evidence")


def _dossier_subjects(
    tree: Node, scorecard: Scorecard, *, as_of: str, settings: dict[str, str]
) -> Iterator[tuple[str, FilePosition, Callable[[], Dossier]]]:
    """Yield name, position and reader of each subject in a dossier about several subjects.

    Parts next to `subjects` apply to all; a subject's entries override those with the same id.
    """
    if not isinstance(tree, Mapping) or SUBJECTS not in tree.entries:
        raise PlacedError([Problem(tree.position, SUBJECTS, _message("NO_SUBJECTS"), "REQUIRED")])
    fields = FieldReader()
    parts = fields.mapping(tree, "", (*_SHARED_PARTS, SUBJECTS), what=_message("DOSSIER_OF_SEVERAL"))
    listed = parts.get(SUBJECTS)
    if not isinstance(listed, Sequence) or not listed.items:
        position = tree.position if listed is None else listed.position
        fields.problem(position, SUBJECTS, _message("SUBJECTS_WANTED"), "WRONG_SHAPE")
        listed = None
    for number, item in enumerate(listed.items if listed is not None else ()):
        if not isinstance(item, Mapping):
            fields.problem(item.position, f"{SUBJECTS}[{number}]", _message("SUBJECT_WANTED"), "WRONG_SHAPE")
    if fields.problems:
        raise PlacedError(fields.problems)
    shared = {name: parts[name] for name in _SHARED_PARTS if name in parts}
    for item in listed.items if listed is not None else ():
        merged = _with_shared_parts(item, shared)
        yield _subject_name(item), item.position, partial(_read_dossier, merged, scorecard, as_of, settings)


def _read_dossier(tree: Node, scorecard: Scorecard, as_of: str, settings: dict[str, str]) -> Dossier:
    return dossier_from_tree(tree, FieldReader(), scorecard, as_of=as_of, settings=settings)


def _subject_name(node: Node) -> str:
    named = node.entries.get("subject") if isinstance(node, Mapping) else None
    return named.text if isinstance(named, Scalar) else ""


def _with_shared_parts(own: Node, shared: dict[str, Node]) -> Node:
    if not isinstance(own, Mapping):
        return own
    entries, keys = dict(own.entries), dict(own.keys)
    for name, part in shared.items():
        own_part = entries.get(name)
        keys.setdefault(name, part.position)
        entries[name] = part if own_part is None else _merged(part, own_part)
    return Mapping(own.position, entries, keys)


def _merged(shared: Node, own: Node) -> Node:
    if isinstance(shared, Mapping) and isinstance(own, Mapping):
        return Mapping(own.position, {**shared.entries, **own.entries}, {**shared.keys, **own.keys})
    if isinstance(shared, Sequence) and isinstance(own, Sequence):
        return Sequence(own.position, [*shared.items, *own.items])
    return own


_DOSSIER_SUFFIXES = {".yaml", ".yml", ".json"}
_CHUNK_BYTES = 1_000_000
_EMPTY_DIGEST = hashlib.sha256().hexdigest()


@dataclass(frozen=True, slots=True)
class BatchItem:
    """A subject of a batch; `digest` is that of its file.

    `year` is set if the scorecard continues earlier years, and is then part of `key`.
    """

    key: str
    path: str
    position: FilePosition | None
    digest: str
    read: Callable[[], Dossier]
    year: str = ""


@dataclass(frozen=True, slots=True)
class Batch:
    """Subjects to evaluate; each call of `items` starts at the first.

    Rounds are evaluated in order, because later years build on earlier results.
    """

    digest: str
    count: int
    notes: tuple[tuple[str, Problem], ...]
    items: Callable[[], Iterator[BatchItem]]
    rounds: tuple[str, ...] = ("",)

    def of_round(self, year: str) -> Iterator[BatchItem]:
        return (item for item in self.items() if item.year == year)


@dataclass(frozen=True, slots=True)
class _DossierOptions:
    scorecard: Scorecard
    as_of: str
    settings: dict[str, str]
    years: Years
    decimal_mark: str = ""


@contextmanager
def open_batch(
    path: Path, scorecard: Scorecard, *, as_of: str, settings: dict[str, str], decimal_mark: str = ""
) -> Iterator[Batch]:
    """Open and check a batch; `settings` override those in the dossiers.

    Raises:
        InputError: If the source or an option is not supported.
        PlacedError: If the content is invalid.
    """
    if decimal_mark and path.suffix.lower() != ".csv":
        raise InputError.of("--decimal-mark", decimal_mark_problem(), "WRONG_VALUE")
    options = _DossierOptions(scorecard, as_of, settings, Years(scorecard), decimal_mark)
    with ExitStack() as parts:
        spool = parts.enter_context(SubjectRowSpool())
        try:
            if path.is_dir():
                batch = _folder_batch(path, options, spool)
            elif has_workbook_suffix(path):
                tables, notes = parts.enter_context(open_batch_workbook(path, scorecard))
                batch = _table_batch(path, tables, list(notes), options, spool, files=(path,))
            elif path.suffix.lower() == ".csv":
                batch = _csv_batch(path, options, spool)
            elif path.suffix.lower() in {".jsonl", ".ndjson"}:
                batch = _jsonl_batch(path, options, spool)
            elif path.suffix.lower() in _DOSSIER_SUFFIXES:
                batch = _dossier_batch(path, options, spool)
            else:
                raise InputError.of(str(path), _message("NO_SOURCE"), "WRONG_VALUE")
        except PlacedError as error:
            raise PlacedError(error.problems, path=error.path or str(path)) from None
        yield batch


def _check_readable(file: Path, folder: Path) -> None:
    try:
        with reporting_refused_file(), open_input_file(file, inside=folder):
            return
    except OSError as error:
        message = _message("NOT_OPENED", problem=error_message(error))
        raise PlacedError([Problem(None, "", message, "NOT_OPENED")]) from None


def digest_of(*paths: Path) -> str:
    """Return one digest of several files."""
    combined = hashlib.sha256()
    for path in paths:
        part = hashlib.sha256()
        with path.open("rb") as file:
            while piece := file.read(_CHUNK_BYTES):
                part.update(piece)
        combined.update(part.digest())
    return combined.hexdigest()


def _folder_batch(folder: Path, options: _DossierOptions, spool: SubjectRowSpool) -> Batch:
    files = [file for file in sorted(folder.rglob("*")) if not file.is_dir() and not file.name.startswith((".", "~$"))]
    dossiers = [file for file in files if file.suffix.lower() in _DOSSIER_SUFFIXES or has_workbook_suffix(file)]
    if not dossiers:
        description = _message("NO_DOSSIERS")
        raise InputError.of(str(folder), description, "NOT_FOUND")
    skipped_count = len(files) - len(dossiers)
    description = _message("LEFT_OUT", count=skipped_count)
    notes = ((str(folder), Problem(None, "", description, "NOT_READ")),) if skipped_count else ()

    def items() -> Iterator[BatchItem]:
        return (_file_item(file, folder, options) for file in dossiers)

    combined = hashlib.sha256()

    def digested() -> Iterator[BatchItem]:
        for item in items():
            combined.update(bytes.fromhex(item.digest))
            yield item

    count = _check_and_count(digested(), options, spool)
    return Batch(combined.hexdigest(), count, notes, items, options.years.rounds)


def _file_item(file: Path, folder: Path, options: _DossierOptions) -> BatchItem:
    def read() -> Dossier:
        _check_readable(file, folder)
        return read_subject_file(file, options.scorecard, as_of=options.as_of, settings=options.settings)

    subject, digest, shown = "", _EMPTY_DIGEST, escape_unprintable(str(file))
    with suppress(PlacedError):  # reported when the dossier is read
        _check_readable(file, folder)
        digest = digest_of(file)
        subject = read().subject.subject if has_workbook_suffix(file) else peek_subject(read_bounded(file))
    return options.years.of(BatchItem(subject or shown, shown, None, digest, read))


def _check_and_count(items: Iterator[BatchItem], options: _DossierOptions, spool: SubjectRowSpool) -> int:
    count, problems = 0, []
    for item in items:
        count += 1
        position = item.position
        earlier = spool.enter(item.key, item.path if position is None else FilePosition(position.line, 0).cell)
        if earlier is None:
            continue
        message = repeated_subject_message(item.key, earlier)
        if position is None:
            message = _message("SUBJECT_IN_TWO", subject=item.key[:120], path=item.path, there=earlier)
            position = FilePosition(1, 1, file=item.path) if item.year else None
        message = _duplicate_year_message(item, earlier) if item.year else message
        problems.append(Problem(position, "subject", message, "REPEATED"))
    if not count:
        problems.append(Problem(None, "", _message("EMPTY_BATCH"), "EMPTY"))
    if problems or (problems := options.years.missing):
        raise PlacedError(problems)
    return count


def _table_batch(  # noqa: PLR0913 -- all parts of a batch
    path: Path,
    tables: BatchTables,
    notes: list[Problem],
    options: _DossierOptions,
    spool: SubjectRowSpool,
    *,
    files: tuple[Path, ...],
) -> Batch:
    reader = BatchTableReader(tables, options.scorecard, spool, as_of=options.as_of, settings=options.settings)
    count, digest = reader.prepare(), digest_of(*files)
    if options.decimal_mark:
        digest = hashlib.sha256(f"{digest} {options.decimal_mark}".encode()).hexdigest()

    def items() -> Iterator[BatchItem]:
        """Yield one item per row in table order, with the row number as name if the subject is blank."""
        for subject, position, read in reader.entries():
            yield BatchItem(subject or _message("ROW", row=position.line), str(path), position, digest, read)

    return Batch(digest, count, tuple((str(path), note) for note in notes), items)


def _csv_batch(path: Path, options: _DossierOptions, spool: SubjectRowSpool) -> Batch:
    with reporting_refused_file():
        check_file(path)
    files = [path]

    def companion_table(part: str, plain: tuple[str, ...], slots: tuple[Slot, ...]) -> CsvTable | None:
        file = path.with_name(f"{path.stem}.{part}{path.suffix}")
        if not file.exists():
            return None
        with reporting_refused_file():
            check_file(file, inside=file.parent)
        files.append(file)
        return CsvTable(file, column_headings(plain, slots), file=str(file), decimal_mark=options.decimal_mark)

    facts = CsvTable(
        path,
        column_headings((sheet_layout.SUBJECT,), slots_of(options.scorecard.facts)),
        decimal_mark=options.decimal_mark,
    )
    evidence = companion_table(
        sheet_layout.EVIDENCE, (sheet_layout.SUBJECT, "facts", *sheet_layout.EVIDENCE_COLUMNS), ()
    )
    verification = companion_table(
        sheet_layout.VERIFICATION, (sheet_layout.SUBJECT, sheet_layout.FACT, *sheet_layout.VERIFICATION_COLUMNS), ()
    )
    places = companion_table(sheet_layout.PLACES, (sheet_layout.SUBJECT, *sheet_layout.PLACES_COLUMNS), ())
    lists = {
        definition.id: companion_table(definition.id, (sheet_layout.SUBJECT, sheet_layout.LIST_ROW), slots)
        for definition, slots in lists_of(options.scorecard)
    }
    records = {fact: table for fact, table in lists.items() if table is not None}
    tables = BatchTables(facts, dict(records), evidence, verification=verification, places=places)
    read = [table for table in (facts, evidence, verification, places, *records.values()) if table is not None]
    notes = [note for table in read for note in table.notes]
    return _table_batch(path, tables, notes, options, spool, files=tuple(files))


def _jsonl_batch(path: Path, options: _DossierOptions, spool: SubjectRowSpool) -> Batch:
    with reporting_refused_file(), open_input_file(path) as file:
        try:
            check_beginning(file)
        except NotUtf8Error as error:
            raise_placed_error(FilePosition(error.line, 1), error_message(error), "NOT_UTF8")
    digest = digest_of(path)

    def read(content: bytes, number: int) -> Dossier:
        try:
            tree = read_tree(content, first_line=number)
        except PlacedError as error:
            raise PlacedError(_within_line(problem, number, content) for problem in error.problems) from None
        return dossier_from_tree(tree, FieldReader(), options.scorecard, as_of=options.as_of, settings=options.settings)

    def items() -> Iterator[BatchItem]:
        for number, content in _numbered_lines(path):
            key = peek_subject(content) or FilePosition(number, 0).cell
            yield options.years.of(
                BatchItem(key, str(path), FilePosition(number, 1), digest, partial(read, content, number))
            )

    return Batch(digest, _check_and_count(items(), options, spool), (), items, options.years.rounds)


def _dossier_batch(path: Path, options: _DossierOptions, spool: SubjectRowSpool) -> Batch:
    with reporting_refused_file():
        tree = read_tree(read_bounded(path))
    digest = digest_of(path)
    read = list(_dossier_subjects(tree, options.scorecard, as_of=options.as_of, settings=options.settings))

    def items() -> Iterator[BatchItem]:
        for name, position, read_dossier in read:
            yield options.years.of(BatchItem(name or position.cell, str(path), position, digest, read_dossier))

    return Batch(digest, _check_and_count(items(), options, spool), (), items, options.years.rounds)


def _within_line(problem: Problem, number: int, content: bytes) -> Problem:
    if problem.position is None:
        return replace(problem, position=FilePosition(number, 1))
    if problem.position.line > number:
        return replace(problem, position=FilePosition(number, len(content.decode("utf-8", "replace")) + 1))
    return problem


def _numbered_lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """Yield non-blank lines; overlong lines are cut just above the limit, so readers still refuse them."""
    with path.open("rb") as file:
        number = 0
        while line := file.readline(MAXIMUM_BYTES + 2):
            number += 1
            piece = line
            while not piece.endswith(b"\n") and (piece := file.readline(MAXIMUM_BYTES)):
                pass
            if line.strip():
                yield number, line.rstrip(b"\r\n")
