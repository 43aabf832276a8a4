"""Which files of earlier evaluations are given to a command, and what do they give a subject?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.errors import InputError, Violation
from rules.trail.forms import read_whole
from rules.trail.previous import Earlier, with_previous
from rules.trail.verify_previous import fault_of
from service.answering.previous import version_of
from service.cli.verify import read_previous

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from rules.contracts.inputs import Subject
    from rules.model.published import Published
    from service.gazette.versions import Gazette


def with_files(rules: Published, subject: Subject, files: Sequence[Path], gazette: Gazette) -> Subject:
    """Give a subject what the evaluations in files give its facts.

    Raises:
        InputError: a file is no evaluation, was changed, or is not the evaluation that the scorecard takes from.
    """
    if not files:
        return subject
    found, problems = with_previous(rules.scorecard, subject, [_earlier(file, rules, gazette) for file in files])
    if problems:
        raise InputError(tuple(Violation("--previous", said, "WRONG_VALUE") for said in problems))
    return found


def _earlier(file: Path, rules: Published, gazette: Gazette) -> Earlier:
    record = read_previous(file, gazette)
    written = read_whole(record.content)
    fault = fault_of(record, written)
    if fault is not None:
        raise InputError((Violation(str(file), fault, "WRONG_VALUE"),))
    return Earlier(record.name, written, record.version or version_of(written.head, gazette, rules))
