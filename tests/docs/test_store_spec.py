"""Specification of the stored forms: a record and a log document are read with the standard library alone."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

from service.store.stored_records import unpack
from tests.support.logged import Logged
from tests.support.running import ROOT

SPEC = (ROOT / "docs" / "spec" / "store.md").read_text(encoding="utf-8")
LEAF_DICTIONARY = SPEC.partition("```text\n")[2].partition("```")[0].replace("\n", "").encode()


def test_a_record_and_a_log_document_are_read_by_the_method_of_the_specification(tmp_path: Path) -> None:
    with closing(Logged(tmp_path)) as logged:
        rows = [logged.evaluate() for _ in range(2)]
        expected = [unpack(row.record).uncommitted for row in rows]
        leaf = logged.store.log.leaf("evaluation", rows[1].name)
        assert leaf is not None
    with closing(sqlite3.connect(tmp_path / "store.sqlite3")) as connection:
        dictionaries = dict(connection.execute("SELECT name, content FROM record_dictionary"))
        stored = dict(connection.execute("SELECT name, record FROM evaluation"))
        document = connection.execute("SELECT document FROM log_leaf WHERE name = ?", (rows[1].name,)).fetchone()[0]
    plain, packed = (stored[row.name] for row in rows)
    assert (plain[:1].hex().upper(), packed[:1].hex().upper()) == ("78", "D1")
    dictionary = zlib.decompress(dictionaries[packed[1:17]])
    assert hashlib.sha256(dictionary).digest()[:16] == packed[1:17]
    assert zlib.decompress(plain) == expected[0]
    assert zlib.decompressobj(zdict=dictionary).decompress(packed[17:]) == expected[1]
    assert zlib.decompressobj(zdict=LEAF_DICTIONARY).decompress(document) == leaf.leaf.document
