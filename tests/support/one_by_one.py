"""Facts read and recorded one by one, none of them in columns: the other way to the same record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from unittest.mock import patch

from rules.contracts.inputs import DeclaredValue
from rules.engine.plain_facts import PlainFactReader, PlainFacts
from rules.engine.read_evidence import EvidenceIndex

_READ = PlainFactReader.read


def _read_nothing(
    reader: PlainFactReader, stated: Mapping[str, DeclaredValue], evidence_index: EvidenceIndex
) -> PlainFacts:
    return _READ(reader, {}, evidence_index)


@contextmanager
def one_by_one() -> Iterator[None]:
    """Disable the columnar reading of facts within the context."""
    with patch.object(PlainFactReader, "read", _read_nothing):
        yield
