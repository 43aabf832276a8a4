"""Lists of measures from files of any kind; every problem has its position."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.base.file_kinds import file_kind
from service.planning.measure_files.document import read_measure_document
from service.planning.measure_files.table import is_table_text, read_measure_table

if TYPE_CHECKING:
    from rules.contracts import Subject
    from rules.model import Scorecard
    from service.planning.measure_files.measure_list import MeasureFile


def read_measures(content: bytes, scorecard: Scorecard, subject: Subject | None = None) -> MeasureFile:
    """Read a list of measures from YAML, JSON, XLSX, ODS or CSV, detected from its content.

    The list is valid for the scorecard. Without a subject, checks that need present values do not run.

    Raises:
        PlacedError: If the file is malformed or the list is invalid; all problems have their line or cell.
        InputError: If the file is of another kind.
    """
    is_table = file_kind(content) is not None or is_table_text(content)
    return (read_measure_table if is_table else read_measure_document)(content, scorecard, subject)
