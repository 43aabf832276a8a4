"""Proof bundle as source of an earlier evaluation: record extraction, tampered keys and partial disclosure."""

from pathlib import Path

import pytest

from rules.contracts.errors import TrailError
from rules.contracts.record_bytes import read_complete_record
from rules.trail.previous_evaluation import fault_of
from service.output.bundles import is_bundle, read_bundled_record
from tests.support.logged import Logged


def test_a_bundle_is_an_earlier_evaluation_at_hand(tmp_path: Path) -> None:
    logged = Logged(tmp_path)
    row = logged.evaluate()
    bundle = logged.bundle(row)
    content = bundle.written()
    assert is_bundle(content)
    record = read_bundled_record(content)
    assert (record.name, record.stated_digest, record.record_key) == (row.name, row.record_digest, row.record_key)
    assert fault_of(record, read_complete_record(record.content)) is None
    assert record.version is not None
    assert record.version.name == row.scorecard_version
    with pytest.raises(TrailError):
        read_bundled_record(content.replace(b'"record_key":"', b'"record_key":"A'))
    with pytest.raises(TrailError, match="shows only some steps"):
        read_bundled_record(logged.bundle(row, shown=["facts/certified"]).written())
    logged.close()


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"form":"other"}'])
def test_other_files_are_not_bundles(content: bytes) -> None:
    assert not is_bundle(content)
