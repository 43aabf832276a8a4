"""Record forms: parser dispatch by form, and the trail digest and commitment check of each form.

No form is ever given up: records are kept for longer than software. A new form is added here, with its reader, what
binds its steps, and a kept store in `tests/corpus/kept/` (docs/adr/0030-record-forms-are-for-ever.md).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.erased_records import ErasedRecord, read_erased
from rules.contracts.errors import ErasedError
from rules.contracts.record_bytes import WrittenRecord, read_record_bytes
from rules.trail.commitments import commitments, merkle_root
from rules.trail.erasure import mismatched_steps
from rules.trail.first_form import FORM_1_BEGINNING, Form1Record, read_form_1

if TYPE_CHECKING:
    from collections.abc import Sequence


def read_complete_record(content: bytes) -> WrittenRecord:
    """Read the bytes of a record of any form.

    Raises:
        ErasedError: something was erased from it.
        TrailError: they are no record; says what is wrong first.
    """
    return read_form_1(content) if content.startswith(FORM_1_BEGINNING) else read_record_bytes(content)


def read_record(content: bytes) -> WrittenRecord | ErasedRecord:
    """Read the bytes of a record of any form, whether or not something was erased from it.

    Raises:
        TrailError: they are no record; says what is wrong first.
    """
    try:
        return read_complete_record(content)
    except ErasedError:
        return read_erased(content)


def trail_digest_of(record: WrittenRecord | ErasedRecord) -> str:
    """Give the trail digest that the commitments to the steps of a record lead to."""
    return record.chain if isinstance(record, Form1Record) else merkle_root(record.commitments).hex()


def step_count_of(record: WrittenRecord | ErasedRecord) -> int:
    """Say to how many steps there are commitments."""
    return len(record.own_steps if isinstance(record, Form1Record) else record.commitments)


def mismatched_steps_of(record: WrittenRecord | ErasedRecord, record_key: bytes) -> Sequence[str]:
    """Name the steps that do not open their commitment, under the key of the record or with the salts left to it.

    Raises:
        ValueError: the key has another length than 32 bytes.
    """
    if isinstance(record, ErasedRecord):
        return mismatched_steps(record)
    if isinstance(record, Form1Record):
        return record.closed(record_key)
    pairs = zip(record.results_by_step, record.commitments, commitments(record_key, record.steps), strict=True)
    return [step for step, stands, follows in pairs if stands != follows]
