"""Input file of one subject: dossier or workbook, by name or content."""

from __future__ import annotations

from pathlib import Path

from rules.model import Scorecard
from service.base.file_kinds import file_kind
from service.input.dossier.dossier_reader import Dossier, read_dossier
from service.input.given_files import has_workbook_suffix
from service.input.tree.placed_errors import read_bounded


def read_subject_file(path: Path, scorecard: Scorecard, *, as_of: str, settings: dict[str, str]) -> Dossier:
    """Read a file by its suffix; `settings` override its own.

    Raises:
        PlacedError: If it is invalid.
    """
    if has_workbook_suffix(path):
        from service.input.workbook.single_subject import read_workbook  # noqa: PLC0415 -- loads openpyxl only for workbooks

        return read_workbook(path, scorecard, as_of=as_of, settings=settings)
    return read_dossier(read_bounded(path), scorecard, as_of=as_of, settings=settings)


def is_workbook_content(content: bytes) -> bool:
    """Return whether content can only be a workbook."""
    kind = file_kind(content)
    return kind is not None and kind.package


def read_subject_content(content: bytes, scorecard: Scorecard, *, as_of: str) -> Dossier:
    """Read a workbook or dossier by its content.

    Raises:
        PlacedError: If it is invalid.
    """
    if is_workbook_content(content):
        from service.input.workbook.single_subject import read_workbook  # noqa: PLC0415 -- loads openpyxl only for workbooks

        return read_workbook(content, scorecard, as_of=as_of, settings={})
    return read_dossier(content, scorecard, as_of=as_of, settings={})
