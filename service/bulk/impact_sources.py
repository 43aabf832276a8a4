"""Of which evaluations is the impact of a draft asked: of an archive, of a file of results, or of dossiers?"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from google.protobuf import json_format

from rules.contracts.errors import InputError, TouchstoneError, Violation
from rules.contracts.messages import speaker, words_of
from rules.trail.forms import read_whole
from service.answering.envelopes import exported_content
from service.base.names import CardName, parse_card
from service.bulk.archived import Page, Stored, page_after
from service.evaluating.evaluators import Evaluators, new_record_key
from service.reading.given_files import opened
from service.reading.tree.problems import PlacedError
from service.reading.workbook.files import read_file
from service.store.records import pack
from touchstone.v1 import evaluation_pb2

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path

    from rules.contracts.written import WrittenRecord
    from rules.model.published import Published
    from service.gazette.versions import Gazette
    from service.reading.dossier.reading import Dossier
    from service.store.evaluations import Store
    from service.store.listing import Listing, Position

_say = speaker(__name__)

_DOSSIERS = frozenset({".yaml", ".yml", ".json", ".xlsx"})


def results_in(path: Path, card: str) -> Iterator[Stored]:
    """Read the evaluations of a card in a file, one in each line, as `evaluate-batch --out` writes them.

    Raises:
        InputError: a line is no evaluation, or was not exported whole.
    """
    with opened(path) as file:
        for number, line in enumerate(file, start=1):
            if not line.strip():
                continue
            try:
                message = json_format.Parse(line, evaluation_pb2.Evaluation(), ignore_unknown_fields=True)
                written = read_whole(exported_content(message))
            except (json_format.ParseError, TouchstoneError) as error:
                said = _say("NO_RESULT", line=number, problem=words_of(error)[:200])
                raise InputError((Violation(f"{path}:{number}", said, "MALFORMED"),)) from None
            if parse_card(written.head.scorecard_version).card == card:
                yield _stored(message.name or f"{path.name}:{number}", written, message.record_key)


def dossiers_in(folder: Path, card: str, gazette: Gazette, *, as_of: date, known: str) -> Iterator[Stored]:
    """Evaluate the dossiers in a folder under the version that is in force on a day.

    Raises:
        PlacedError: a dossier is wrong.
        VersionError: none is in force.
    """
    version = gazette.find(CardName(card), as_of=as_of, known=known)
    files = [path for path in sorted(folder.rglob("*")) if path.suffix.lower() in _DOSSIERS]
    if not files:
        raise InputError((Violation(str(folder), _say("NO_DOSSIERS"), "NOT_FOUND"),))
    with closing(Evaluators.beside(gazette)) as evaluators:
        for path in files:
            dossier = _read(path, version, as_of)
            subject, key = dossier.subject.model_copy(update={"known": known}), new_record_key()
            try:
                recorded = evaluators.evaluate(version, subject, key)
            except InputError as error:
                raise PlacedError(dossier.located(error).problems, path=str(path)) from None
            yield _stored(path.relative_to(folder).as_posix(), recorded.written, key)


def _read(path: Path, version: Published, as_of: date) -> Dossier:
    try:
        return read_file(path, version.scorecard, as_of=as_of.isoformat(), settings={})
    except PlacedError as error:
        raise PlacedError(error.problems, path=str(path)) from None


def _stored(name: str, written: WrittenRecord, key: bytes) -> Stored:
    head = written.head
    return Stored(name, head.subject, head.scorecard_version, head.as_of_date, written.digest, pack(written), key)


def stored_in(store: Store, listing: Listing, card: str, rows: int) -> Callable[[Position | None], Page | None]:
    """Give what finds the page of an archive after a position."""
    return lambda after: page_after(store, listing, card, after, rows)


def paged(evaluations: Iterator[Stored], rows: int) -> Callable[[Position | None], Page | None]:
    """Give what finds the page of evaluations after a position, which is the number of those before it."""
    every = list(evaluations)

    def page(after: Position | None) -> Page | None:
        first = int(after[0]) if after else 0
        found = tuple(every[first : first + rows])
        return Page(found, (str(first + len(found)),)) if found else None

    return page
