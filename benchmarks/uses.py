"""Benchmark of storage and dependency tracking: cost per evaluation, and of a page of dependents among 1,000,000.

The storage cost of an evaluation of the worked factory is reported in rows and bytes, at commit and after projection
and indexing.

The rows of the large archive have the same form as those of real evaluations, in order of time. Each evaluation depends
on two items that many share, on a table row shared by one in a hundred, on its own document, and on a number.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sqlite3
import tempfile
import time
import zlib
from concurrent.futures import Future
from contextlib import closing
from datetime import date
from functools import partial
from itertools import islice, repeat
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from sqlalchemy import insert, inspect, text

from benchmarks.service import AS_OF, CARD
from benchmarks.timing import in_turn, percentile
from benchmarks.variations import variations
from rules.rehearsal.example_runner import reference_subject
from service.base.resource_names import new_evaluation_name
from service.base.software import software_versions
from service.configuration.folders import CHECKOUT, PUBLISHED
from service.evaluating.evaluators import Evaluators, new_record_key
from service.gazette.versions import CardResolver, Gazette
from service.identity.principals import LOCAL
from service.input.dossier.dossier_reader import read_dossier
from service.output.evaluation_row import to_evaluation_row
from service.store.dependents import UseQuery
from service.store.log_sequencer import LogIdentity, leaf_of
from service.store.outcome_projection import new_listing_entry
from service.store.record_dictionaries import RecordDictionary, dictionary_of, dictionary_source
from service.store.result_dependencies import (
    EvaluationSupports,
    SupportKind,
    add_supports,
    order_preserving_bytes,
    support_digest,
    supports_of,
)
from service.store.serial_use import usages_of
from service.store.store import Store
from service.store.stored_leaves import compress_document
from service.store.stored_records import pack, unpack
from service.store.support_index import SUPPORTS
from service.store.tables import EvaluationUsesRow
from service.store.use_index import EvaluationUses, index_uses, pack_uses
from service.store.value_index import add_values
from service.store.write_access import with_write_access
from service.store.writer import _PendingRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rules.contracts import DeclaredValue, Subject
    from rules.model import PublishedVersion
    from service.store.tables import EvaluationRow
    from service.store.writer import EvaluationWriter

_FEW = 10_000
_AT_ONCE = 8
_STORED = 256
"""The number of evaluations stored before the measurement, and also the number measured."""
_ROWS = 100
"""The number of rows of a table."""
_FACT = support_digest("example", SupportKind.FACT, "c", "mass", "t")
_KNOWN = "2026-11-21T06:00:00Z"


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--evaluations", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=60)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for own_numbers in (False, True):
            growth(Path(folder), own_numbers=own_numbers)
        cost_of_writing(Path(folder), options.rounds)
        pages(Path(folder), options.evaluations, options.rounds)


def growth(folder: Path, *, own_numbers: bool) -> None:
    """Store evaluations of subjects with their own documents, eight at once, and print the storage they use."""
    gazette = Gazette(PUBLISHED)
    version = gazette.newest(CARD.rpartition("/")[2])
    dossier = (CHECKOUT / "examples" / "worked-factory.yaml").read_bytes()
    subject = read_dossier(dossier, version.scorecard, as_of=AS_OF, settings={"reading": "cascade"}).subject
    subjects = variations(subject) if own_numbers else repeat(subject)
    with closing(Evaluators.for_gazette(gazette, lasting=True)) as evaluators:
        made = [
            _made(evaluators, version, subject, number) for number, subject in enumerate(islice(subjects, 2 * _STORED))
        ]
    print(f"subjects with their own documents and {'their own' if own_numbers else 'equal'} numbers")
    url = f"sqlite:///{folder}/growth-{own_numbers}.sqlite3"
    with closing(Store(url, log_identity=LogIdentity(), cards=CardResolver(gazette))) as store:
        writer = store._writer
        writer.close()  # its thread has ended, so that its work is done here, step by step
        _commit(writer, made[:_STORED])
        writer._integrate()
        writer._project_batches()
        index_uses(with_write_access(store._engine))
        before, taken = _rows_and_bytes(store), time.process_time()
        _commit(writer, made[_STORED:])
        committed, taken = _rows_and_bytes(store), time.process_time() - taken
        begun = time.process_time()
        writer._integrate()
        writer._project_batches()
        index_uses(with_write_access(store._engine))
        later = time.process_time() - begun
        projected = _rows_and_bytes(store)
        row, uses, dictionary = made[-1]
        written = unpack(row.record)
        leaf = len(compress_document(leaf_of(row, "").document))
    print(f"record {len(row.record):,} bytes, without its dictionary {len(pack(written)):,}, ", end="")
    print(f"dictionary {len(dictionary):,}; other columns of its row {_size(row) - len(row.record):,}; ", end="")
    print(f"uses {len(uses.digests) + len(uses.places):,}; document of the log {leaf:,}")
    cost_of_packing(made[_STORED:])
    print(f"an evaluation is committed in {taken / _STORED * 1e3:.2f} ms, and ", end="")
    print(f"projected, indexed and added to the log tree in {later / _STORED * 1e3:.2f} ms", end="")
    for when, (rows, size) in (("at commit", committed), ("with what is projected and indexed", projected)):
        row_count, byte_count = (rows - before[0]) / _STORED, (size - before[1]) / _STORED
        print(f"; {row_count:.0f} rows and {byte_count / 1e3:.1f} kB {when}", end="")
    print()


_Made = tuple["EvaluationRow", EvaluationUses, bytes]


def _size(row: EvaluationRow) -> int:
    """Return the bytes of the values of a row."""
    return sum(len(value if isinstance(value, bytes) else str(value).encode()) for value in row.model_dump().values())


def cost_of_packing(made: Sequence[_Made]) -> None:
    """Compare packing and unpacking with a dictionary and without."""
    stored = made[-1][2]
    dictionary = RecordDictionary(zlib.decompress(stored))
    with dictionary_source({dictionary.name: stored}.get):
        packed = [row.record for row, *_ in made]
        written = [unpack(record) for record in packed]
        plain = [pack(record) for record in written]
        packing = in_turn(
            lambda number: pack(written[number % len(written)], dictionary),
            lambda number: pack(written[number % len(written)]),
            rounds=4 * len(made),
            clock=time.process_time,
        )
        unpacking = in_turn(
            lambda number: unpack(packed[number % len(packed)]),
            lambda number: unpack(plain[number % len(plain)]),
            rounds=4 * len(made),
            clock=time.process_time,
        )
    for words, measured in (("packed", packing), ("unpacked", unpacking)):
        print(f"{words} in {median(measured.ours) * 1e3:.3f} ms, without dictionary ", end="")
        print(f"{median(measured.theirs) * 1e3:.3f}; ratio {1 / measured.ratio:.2f}; ", end="")
    print()


def _made(evaluators: Evaluators, version: PublishedVersion, subject: Subject, number: int) -> _Made:
    """Evaluate a subject with documents and serials of its own."""
    evidence = tuple(
        item.model_copy(update={"digest": hashlib.sha256(f"{item.id} {number}".encode()).hexdigest()})
        for item in subject.evidence
    )
    facts = tuple(fact.model_copy(update={"value": _own(fact.value, number)}) for fact in subject.facts)
    own = {"subject": f"organizations/example/subjects/{number}", "known": _KNOWN, "evidence": evidence, "facts": facts}
    key, name = new_record_key(), new_evaluation_name("example")
    dictionary = dictionary_of(evaluators.reference_content(version))
    recorded = evaluators.evaluate(version, subject.model_copy(update=own), key)
    row = to_evaluation_row(
        recorded,
        name=name,
        organization="example",
        request_id=f"{number:036}",
        body_digest=f"{number:064}",
        create_time=_KNOWN,
        record_key=key,
        software_versions=software_versions(),
        principal=LOCAL,
        dictionary=dictionary,
    )
    stored = b"" if dictionary is None else dictionary.stored
    return row, pack_uses(usages_of(recorded.evaluation, version.scorecard)), stored


def _own(value: DeclaredValue | None, number: int) -> DeclaredValue | None:
    """Return a value with the texts in its records made unique to one subject."""
    if value is None or value.records is None:
        return value
    records = tuple(
        {
            field: part.model_copy(update={"text": f"{part.text}-{number}"}) if part.text else part
            for field, part in record.items()
        }
        for record in value.records
    )
    return value.model_copy(update={"records": records})


def _commit(writer: EvaluationWriter, made: Sequence[_Made]) -> None:
    for start in range(0, len(made), _AT_ONCE):
        writer._commit(
            [
                _PendingRow(row, uses, new_listing_entry(row, stage=None, verdict=None), Future(), dictionary)
                for row, uses, dictionary in made[start : start + _AT_ONCE]
            ]
        )


def _rows_and_bytes(store: Store) -> tuple[int, int]:
    with store.read_connection() as connection:
        tables = inspect(connection).get_table_names()
        count = " + ".join(f"(SELECT count(*) FROM {table})" for table in tables)  # noqa: S608 -- ours
        return int(connection.execute(text(f"SELECT {count}")).scalar_one()), store.size()


def cost_of_writing(folder: Path, rounds: int) -> None:
    """Compare the cost of finding and writing the dependencies of evaluations, eight at once, with evaluating."""
    gazette = Gazette(PUBLISHED)
    version = gazette.newest(CARD.rpartition("/")[2])
    subject = reference_subject(version.scorecard, date.fromisoformat(AS_OF)).model_copy(
        update={"subject": "organizations/example/subjects/one", "known": _KNOWN}
    )
    evaluators = Evaluators.for_gazette(gazette, lasting=True)
    evaluating: list[float] = []
    telling: list[float] = []
    writing_: list[float] = []
    software, supports = '{"touchstone": "0.1.0"}', EvaluationSupports()
    with closing(Store(f"sqlite:///{folder}/store.sqlite3", log_identity=LogIdentity())) as store:
        for _ in range(rounds):
            entries = []
            for _ in range(_AT_ONCE):
                begun = time.process_time()
                recorded = evaluators.evaluate(version, subject, new_record_key())
                packed = pack(recorded.written_record)
                evaluating.append(time.process_time() - begun)
                read = unpack(packed)
                _ = read.results_by_step  # which the projection has for the outcomes anyway
                begun = time.process_time()
                supports = supports_of(read, "example", software, version.scorecard)
                telling.append(time.process_time() - begun)
                entries.append((new_evaluation_name("example"), supports))
            with with_write_access(store._engine).begin() as connection:
                first = _rows_and_bytes(store)[0]
                numbered = [
                    {"number": first + place, "evaluation": name, "holder": 1, "digests": b"", "places": b""}
                    for place, (name, _) in enumerate(entries)
                ]
                connection.execute(insert(EvaluationUsesRow), numbered)
                begun = time.process_time()
                add_supports(connection, entries)
            writing_.append((time.process_time() - begun) / _AT_ONCE)
    evaluators.close()
    print(f"{len(supports.digests)} supports and {len(supports.values)} values of an evaluation: ", end="")
    print(f"told in {median(telling) * 1e3:.2f} ms, written in {median(writing_) * 1e3:.2f} ms, ", end="")
    print(f"evaluated in {median(evaluating) * 1e3:.2f} ms")


def pages(folder: Path, many: int, rounds: int) -> None:
    """Time pages of a large archive against those of a small one."""
    with closing(filled(folder / "few", _FEW)) as few, closing(filled(folder / "many", many)) as large:
        asked = {
            "what all rest on": UseQuery("example", (support_digest("example", SupportKind.TABLE, "all"),)),
            "one row of 100": UseQuery("example", (support_digest("example", SupportKind.ROW, "7"),)),
            "one document": UseQuery("example", (support_digest("example", SupportKind.DOCUMENT, "77"),)),
            "a document that nobody has": UseQuery(
                "example", (support_digest("example", SupportKind.DOCUMENT, "none"),)
            ),
            "numbers within a tenth": UseQuery(
                "example", (_FACT,), (order_preserving_bytes("5000"), order_preserving_bytes("105000"))
            ),
            "five rows of 100": UseQuery(
                "example", tuple(support_digest("example", SupportKind.ROW, str(row)) for row in range(5))
            ),
        }
        for words, searched in asked.items():
            measured = in_turn(
                partial(_page, large, searched), partial(_page, few, searched), rounds=rounds, clock=time.process_time
            )
            print(f"page of 50, {words}: {many:,} evaluations p50 {median(measured.ours) * 1e3:.2f} ms, p95 ", end="")
            print(f"{percentile(measured.ours, 0.95) * 1e3:.2f} ms; {_FEW:,} p50 ", end="")
            print(f"{median(measured.theirs) * 1e3:.2f} ms; ratio {1 / measured.ratio:.2f}")


def _page(store: Store, searched: UseQuery, _: int) -> None:
    page = store.uses.after(searched, None, 50)
    if len(page) == 50:
        store.uses.after(searched, page[-1].place, 50)


def filled(folder: Path, many: int) -> Store:
    """Return a store with a number of evaluations, with only the dependency index and the listing entries written."""
    folder.mkdir()
    path = folder / "store.sqlite3"
    Store(f"sqlite:///{path}").close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA cache_size = -400000")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA journal_mode = OFF")
        with connection:
            connection.execute(
                "INSERT INTO conclusion (id, organization, scorecard_version, kind, grade, stage, verdict) "
                "VALUES (1, 'example', 'scorecards/c/versions/1.0.0', 'graded', 'gold', '', '')"
            )
            connection.executemany("INSERT INTO listed VALUES (?, 'example', ?, ?, '2026-03-01', 1)", _listed(many))
            connection.executemany("INSERT INTO evaluation_uses VALUES (?, ?, 1, x'', x'')", _numbered(many))
    store = Store(f"sqlite:///{path}")
    chance = random.Random(1)  # noqa: S311 -- which numbers, no secret
    with with_write_access(store._engine).begin() as connection:
        connection.exec_driver_sql("PRAGMA cache_size = -400000")
        for first in range(1, many + 1, _FEW):
            numbers = range(first, min(first + _FEW, many + 1))
            SUPPORTS.add(connection, {number: tuple(_supports(number)) for number in numbers})
            values = (order_preserving_bytes(str(chance.randrange(1_000_000))) for _ in numbers)
            add_values(connection, {number: [(_FACT, value)] for number, value in zip(numbers, values, strict=True)})
    size = path.stat().st_size
    print(f"{many:,} evaluations with 5 supports each: {size / 1e6:.0f} MB, places in listings included")
    return store


def _id(number: int) -> str:
    return f"0198{number:08x}-0000-7000-8000-000000000000"[:36]


def _listed(many: int) -> Iterator[tuple[str, str, str]]:
    for number, name in _numbered(many):
        minute = number % 525_600
        day, hour = f"{minute // 43_800 + 1:02}-{minute // 1_440 % 28 + 1:02}", minute // 60 % 24
        yield name, f"organizations/example/subjects/{number % 1_000}", f"2026-{day}T{hour:02}:{minute % 60:02}:00Z"


def _numbered(many: int) -> Iterator[tuple[int, str]]:
    return ((number, f"organizations/example/evaluations/{_id(number)}") for number in range(1, many + 1))


def _supports(number: int) -> Iterator[bytes]:
    shared = (SupportKind.TABLE, "all"), (SupportKind.VERSION, "scorecards/c/versions/1.0.0")
    own = (SupportKind.ROW, str(number % _ROWS)), (SupportKind.DOCUMENT, str(number))
    return (support_digest("example", kind, name) for kind, name in (*shared, *own))


if __name__ == "__main__":
    main()
