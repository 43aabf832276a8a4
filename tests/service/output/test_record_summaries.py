"""Summaries of stored records: equal to the whole records, unpacked once, and invalid content refused."""

import zlib
from contextlib import closing
from pathlib import Path

import pytest

from rules.contracts.errors import TrailError
from rules.trail.deserialization import read_conclusion
from service.output import envelopes
from service.output.envelopes import stored_summary
from service.output.mapping.answers import write_summary
from service.store.stored_records import unpack
from tests.support.logged import Logged


def test_a_summary_is_that_of_the_whole_record_and_is_unpacked_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Logged(tmp_path)) as logged:
        rows = [logged.evaluate(subject=subject) for subject in ("b", "c")]
        for row in rows:
            whole = unpack(row.record)
            summary = write_summary(whole.head, *read_conclusion(whole), None)
            assert stored_summary(row.record) == summary
            with monkeypatch.context() as patched:
                patched.setattr(envelopes, "unpack_concluded", None)
                stored_summary(row.record).standing.not_assessed.add()  # which changes the answer alone
                assert stored_summary(row.record) == summary


@pytest.mark.parametrize(
    "content",
    [
        b'{"head":',
        b'{"head":{},"steps":[]}',
        b'{"head":{},"steps":[7]}',
        b'{"head":{},"steps":[[]]}',
        b'{"head":{"schema_number":5}}',
        b"x",
    ],
)
def test_an_invalid_record_is_refused(content: bytes) -> None:
    for stored in (zlib.compress(content), content, zlib.compress(content)[:-1]):
        with pytest.raises(TrailError):
            stored_summary(stored)
