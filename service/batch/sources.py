"""Batch input: subjects from a folder, workbook, CSV, JSONL or shared dossier, ordered by year."""

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
    Violation,
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

_say = message_factory(__name__)


@dataclass(slots=True)
class Years:
    """The years of the subjects of one batch, as they are read."""

    scorecard: Scorecard
    _keys_and_years: dict[tuple[str, FilePosition | None], tuple[str, str]] = field(default_factory=dict)
    _values: dict[str, DeclaredValue] = field(default_factory=dict)

    @property
    def fact(self) -> str | None:
        """The fact that names the year here and in the evaluation of the year before; None if the card knows none."""
        sources = (fact.previous for fact in self.scorecard.facts if fact.previous is not None)
        return next((source.year_of for source in sources if source.year_of is not None and source.card is None), None)

    def of(self, item: BatchItem) -> BatchItem:
        """Give a dossier with its year, which then stands in its key; one that cannot be read has none."""
        fact = self.fact
        if fact is None:
            return item
        at = item.path, item.position
        if at not in self._keys_and_years:
            self._keys_and_years[at] = item.key, self._read_year(item, fact)
        year = self._keys_and_years[at][1]
        return replace(item, key=f"{item.key}/{year}", year=year) if year else item

    def _read_year(self, item: BatchItem, fact: str) -> str:
        with suppress(PlacedError):
            value = counting_values(self.scorecard, item.read().subject).get(fact)
            if value is not None and year_before(value) is not None:
                self._values[_text(value)] = value
                return _text(value)
        return ""

    @property
    def rounds(self) -> tuple[str, ...]:
        """The years in their order, after the dossiers without one; one round if the card knows no years."""
        return tuple(sorted({year for _, year in self._keys_and_years.values()})) or ("",)

    @property
    def missing(self) -> list[Problem]:
        """Name each year that is missing between two years of one subject, at the dossier that waits for it."""
        there = {each for each in self._keys_and_years.values() if each[1]}
        first: dict[str, str] = {}
        for subject, year in sorted(there):
            first.setdefault(subject, year)
        problems = []
        for (path, place), (subject, year) in self._keys_and_years.items():
            before = year_before(self._values[year]) if year else None
            if before is None or year == first[subject] or (subject, _text(before)) in there:
                continue
            message = _say(
                "YEAR_MISSING", subject=subject[:120], year=year, missing=_text(before), first=first[subject], path=path
            )
            problems.append(Problem(place, self.fact or "", message, "REQUIRED"))
        return problems


def subject_of(item: BatchItem) -> str:
    """Give the subject of a dossier, whose key may hold its year, too."""
    return item.key.removesuffix(f"/{item.year}") if item.year else item.key


def duplicate_year_message(item: BatchItem, there: str) -> Message:
    """Say that a year of a subject stands in a batch twice."""
    return _say("YEAR_TWICE", subject=subject_of(item)[:120], year=item.year, there=there)


def _text(value: DeclaredValue) -> str:
    if value.choice is not None:
        return value.choice
    return "" if value.period is None else f"{value.period.first}..{value.period.last}"


SUBJECTS = "subjects"
_SHARED = ("settings", "facts", "evidence")


def dossier_subjects(
    tree: Node, scorecard: Scorecard, *, as_of: str, settings: dict[str, str]
) -> Iterator[tuple[str, FilePosition, Callable[[], Dossier]]]:
    """Give the subjects of a dossier about several, each with its name, its place and how it is read.

    What stands beside `subjects` holds for each of them that does not say otherwise by the same id.
    """
    if not isinstance(tree, Mapping) or SUBJECTS not in tree.entries:
        raise PlacedError([Problem(tree.position, SUBJECTS, _say("NO_SUBJECTS"), "REQUIRED")])
    fields = FieldReader()
    parts = fields.mapping(tree, "", (*_SHARED, SUBJECTS), what=_say("DOSSIER_OF_SEVERAL"))
    listed = parts.get(SUBJECTS)
    if not isinstance(listed, Sequence) or not listed.items:
        place = tree.position if listed is None else listed.position
        fields.problem(place, SUBJECTS, _say("SUBJECTS_WANTED"), "WRONG_SHAPE")
        listed = None
    for number, item in enumerate(listed.items if listed is not None else ()):
        if not isinstance(item, Mapping):
            fields.problem(item.position, f"{SUBJECTS}[{number}]", _say("SUBJECT_WANTED"), "WRONG_SHAPE")
    if fields.problems:
        raise PlacedError(fields.problems)
    shared = {name: parts[name] for name in _SHARED if name in parts}
    for item in listed.items if listed is not None else ():
        whole = _with(item, shared)
        yield _name(item), item.position, partial(_read_dossier, whole, scorecard, as_of, settings)


def _read_dossier(tree: Node, scorecard: Scorecard, as_of: str, settings: dict[str, str]) -> Dossier:
    return dossier_from_tree(tree, FieldReader(), scorecard, as_of=as_of, settings=settings)


def _name(node: Node) -> str:
    named = node.entries.get("subject") if isinstance(node, Mapping) else None
    return named.text if isinstance(named, Scalar) else ""


def _with(own: Node, shared: dict[str, Node]) -> Node:
    """Give a subject with what holds for all; of one id its own says more."""
    if not isinstance(own, Mapping):
        return own
    entries, keys = dict(own.entries), dict(own.keys)
    for name, part in shared.items():
        there = entries.get(name)
        keys.setdefault(name, part.position)
        entries[name] = part if there is None else _merged(part, there)
    return Mapping(own.position, entries, keys)


def _merged(shared: Node, own: Node) -> Node:
    if isinstance(shared, Mapping) and isinstance(own, Mapping):
        return Mapping(own.position, {**shared.entries, **own.entries}, {**shared.keys, **own.keys})
    if isinstance(shared, Sequence) and isinstance(own, Sequence):
        return Sequence(own.position, [*shared.items, *own.items])
    return own


_DOSSIERS = {".yaml", ".yml", ".json"}
_CHUNK = 1_000_000
_NOTHING = hashlib.sha256().hexdigest()


@dataclass(frozen=True, slots=True)
class BatchItem:
    """One subject of a batch: its key in the batch, where it stands, the digest of its file, how to read it.

    Where the card goes on from the year before, `year` is that of the dossier and stands in its key, too.
    """

    key: str
    path: str
    position: FilePosition | None
    digest: str
    read: Callable[[], Dossier]
    year: str = ""


@dataclass(frozen=True, slots=True)
class Batch:
    """Subjects to evaluate; `items` gives them one by one, each time it is called from the first.

    Those of one of the `rounds` are evaluated before those of the next, which may go on from them.
    """

    digest: str
    count: int
    notes: tuple[tuple[str, Problem], ...]
    items: Callable[[], Iterator[BatchItem]]
    rounds: tuple[str, ...] = ("",)

    def of_round(self, year: str) -> Iterator[BatchItem]:
        """Give the subjects of one round."""
        return (item for item in self.items() if item.year == year)


@dataclass(frozen=True, slots=True)
class _DossierOptions:
    """How the dossiers of a batch are read."""

    scorecard: Scorecard
    as_of: str
    settings: dict[str, str]
    years: Years
    decimal_mark: str = ""


@contextmanager
def open_batch(
    path: Path, scorecard: Scorecard, *, as_of: str, settings: dict[str, str], decimal_mark: str = ""
) -> Iterator[Batch]:
    """Open a batch and check it as a whole; `settings` go before those that stand in it.

    The `decimal_mark` is that of the numbers of CSV files, comma or point, if it is declared.
    """
    if decimal_mark and path.suffix.lower() != ".csv":
        raise InputError((Violation("--decimal-mark", decimal_mark_problem(), "WRONG_VALUE"),))
    reading = _DossierOptions(scorecard, as_of, settings, Years(scorecard), decimal_mark)
    with ExitStack() as parts:
        spool = parts.enter_context(SubjectRowSpool())
        try:
            if path.is_dir():
                batch = _folder(path, reading, spool)
            elif has_workbook_suffix(path):
                tables, notes = parts.enter_context(open_batch_workbook(path, scorecard))
                batch = _tables(path, tables, list(notes), reading, spool, files=(path,))
            elif path.suffix.lower() == ".csv":
                batch = _csv(path, reading, spool)
            elif path.suffix.lower() in {".jsonl", ".ndjson"}:
                batch = _lines(path, reading, spool)
            elif path.suffix.lower() in _DOSSIERS:
                batch = _dossier(path, reading, spool)
            else:
                description = _say("NO_SOURCE")
                raise InputError((Violation(str(path), description, "WRONG_VALUE"),))
        except PlacedError as error:
            raise PlacedError(error.problems, path=error.path or str(path)) from None
        yield batch


def _check(file: Path, folder: Path) -> None:
    """Refuse a file of a folder that cannot be opened, or should not be."""
    try:
        with reporting_refused_file(), open_input_file(file, inside=folder):
            return
    except OSError as error:
        message = _say("NOT_OPENED", problem=error.strerror or type(error).__name__)
        raise PlacedError([Problem(None, "", message, "NOT_OPENED")]) from None


def digest_of(*paths: Path) -> str:
    """Digest the bytes of files, in their order."""
    whole = hashlib.sha256()
    for path in paths:
        part = hashlib.sha256()
        with path.open("rb") as file:
            while piece := file.read(_CHUNK):
                part.update(piece)
        whole.update(part.digest())
    return whole.hexdigest()


def _folder(folder: Path, reading: _DossierOptions, spool: SubjectRowSpool) -> Batch:
    files = [file for file in sorted(folder.rglob("*")) if not file.is_dir() and not file.name.startswith((".", "~$"))]
    dossiers = [file for file in files if file.suffix.lower() in _DOSSIERS or has_workbook_suffix(file)]
    if not dossiers:
        description = _say("NO_DOSSIERS")
        raise InputError((Violation(str(folder), description, "NOT_FOUND"),))
    skipped_count = len(files) - len(dossiers)
    description = _say("LEFT_OUT", count=skipped_count)
    notes = ((str(folder), Problem(None, "", description, "NOT_READ")),) if skipped_count else ()

    def read(file: Path) -> Dossier:
        _check(file, folder)
        return read_subject_file(file, reading.scorecard, as_of=reading.as_of, settings=reading.settings)

    def head(file: Path) -> tuple[str, str]:
        """Give the subject of a file and its digest; of one that is refused neither."""
        try:
            _check(file, folder)
        except PlacedError:
            return "", _NOTHING
        digest = digest_of(file)
        try:
            return read(file).subject.subject if has_workbook_suffix(file) else peek_subject(read_bounded(file)), digest
        except PlacedError:
            return "", digest

    def items() -> Iterator[BatchItem]:
        for file in dossiers:
            subject, digest = head(file)
            shown = escape_unprintable(str(file))
            yield reading.years.of(BatchItem(subject or shown, shown, None, digest, partial(read, file)))

    whole = hashlib.sha256()

    def digested() -> Iterator[BatchItem]:
        for item in items():
            whole.update(bytes.fromhex(item.digest))
            yield item

    count = _checked(digested(), reading, spool)
    return Batch(whole.hexdigest(), count, notes, items, reading.years.rounds)


def _checked(items: Iterator[BatchItem], reading: _DossierOptions, spool: SubjectRowSpool) -> int:
    """Refuse subjects that stand twice and years that are missing, and say how many dossiers there are."""
    count, problems = 0, []
    for item in items:
        count += 1
        place = item.position
        there = spool.enter(item.key, item.path if place is None else FilePosition(place.line, 0).cell)
        if there is None:
            continue
        message = repeated_subject_message(item.key, there)
        if place is None:
            message = _say("SUBJECT_IN_TWO", subject=item.key[:120], path=item.path, there=there)
            place = FilePosition(1, 1, file=item.path) if item.year else None
        message = duplicate_year_message(item, there) if item.year else message
        problems.append(Problem(place, "subject", message, "REPEATED"))
    if not count:
        problems.append(Problem(None, "", _say("EMPTY_BATCH"), "EMPTY"))
    if problems or (problems := reading.years.missing):
        raise PlacedError(problems)
    return count


def _tables(  # noqa: PLR0913 -- a batch in all its parts
    path: Path,
    tables: BatchTables,
    notes: list[Problem],
    reading: _DossierOptions,
    spool: SubjectRowSpool,
    *,
    files: tuple[Path, ...],
) -> Batch:
    reader = BatchTableReader(tables, reading.scorecard, spool, as_of=reading.as_of, settings=reading.settings)
    count, digest = reader.prepare(), digest_of(*files)
    if reading.decimal_mark:
        digest = hashlib.sha256(f"{digest} {reading.decimal_mark}".encode()).hexdigest()

    def items() -> Iterator[BatchItem]:
        for subject, place, read in reader.entries():
            yield BatchItem(subject or _say("ROW", row=place.line), str(path), place, digest, read)

    return Batch(digest, count, tuple((str(path), note) for note in notes), items)


def _csv(path: Path, reading: _DossierOptions, spool: SubjectRowSpool) -> Batch:
    """Read `name.csv`, with its evidence, verification, places and lists (`name.LIST.csv`) beside it if there are."""
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
        return CsvTable(file, column_headings(plain, slots), file=str(file), decimal_mark=reading.decimal_mark)

    facts = CsvTable(
        path,
        column_headings((sheet_layout.SUBJECT,), slots_of(reading.scorecard.facts)),
        decimal_mark=reading.decimal_mark,
    )
    evidence = companion_table(
        sheet_layout.EVIDENCE, (sheet_layout.SUBJECT, "facts", *sheet_layout.EVIDENCE_COLUMNS), ()
    )
    judged = companion_table(
        sheet_layout.VERIFICATION, (sheet_layout.SUBJECT, sheet_layout.FACT, *sheet_layout.VERIFICATION_COLUMNS), ()
    )
    places = companion_table(sheet_layout.PLACES, (sheet_layout.SUBJECT, *sheet_layout.PLACES_COLUMNS), ())
    lists = {
        definition.id: companion_table(definition.id, (sheet_layout.SUBJECT, sheet_layout.LIST_ROW), slots)
        for definition, slots in lists_of(reading.scorecard)
    }
    records = {fact: table for fact, table in lists.items() if table is not None}
    tables = BatchTables(facts, dict(records), evidence, verification=judged, places=places)
    read = [table for table in (facts, evidence, judged, places, *records.values()) if table is not None]
    notes = [note for table in read for note in table.notes]
    return _tables(path, tables, notes, reading, spool, files=tuple(files))


def _lines(path: Path, reading: _DossierOptions, spool: SubjectRowSpool) -> Batch:
    """Read one dossier a line."""
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
            raise PlacedError(_in_line(problem, number, content) for problem in error.problems) from None
        return dossier_from_tree(tree, FieldReader(), reading.scorecard, as_of=reading.as_of, settings=reading.settings)

    def items() -> Iterator[BatchItem]:
        for number, content in _numbered_lines(path):
            key = peek_subject(content) or FilePosition(number, 0).cell
            yield reading.years.of(
                BatchItem(key, str(path), FilePosition(number, 1), digest, partial(read, content, number))
            )

    return Batch(digest, _checked(items(), reading, spool), (), items, reading.years.rounds)


def _dossier(path: Path, reading: _DossierOptions, spool: SubjectRowSpool) -> Batch:
    """Read one dossier about several subjects."""
    with reporting_refused_file():
        tree = read_tree(read_bounded(path))
    digest = digest_of(path)
    read = list(dossier_subjects(tree, reading.scorecard, as_of=reading.as_of, settings=reading.settings))

    def items() -> Iterator[BatchItem]:
        for name, place, reading_it in read:
            yield reading.years.of(BatchItem(name or place.cell, str(path), place, digest, reading_it))

    return Batch(digest, _checked(items(), reading, spool), (), items, reading.years.rounds)


def _in_line(problem: Problem, number: int, content: bytes) -> Problem:
    """Put a problem that is found where a line ends too early into that line."""
    if problem.position is None:
        return replace(problem, position=FilePosition(number, 1))
    if problem.position.line > number:
        return replace(problem, position=FilePosition(number, len(content.decode("utf-8", "replace")) + 1))
    return problem


def _numbered_lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """Give the lines with content; one that is too long is given as far as its reading needs to refuse it."""
    with path.open("rb") as file:
        number = 0
        while line := file.readline(MAXIMUM_BYTES + 2):
            number += 1
            whole = line
            while not whole.endswith(b"\n") and (whole := file.readline(MAXIMUM_BYTES)):
                pass
            if line.strip():
                yield number, line.rstrip(b"\r\n")
