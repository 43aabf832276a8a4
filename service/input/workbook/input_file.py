"""Input file of one subject: choice of the dossier or the workbook parser, by file name or content."""

from __future__ import annotations

from pathlib import Path

from rules.model import Scorecard
from service.input.dossier.dossier_reader import Dossier, read_dossier
from service.input.file_kinds import file_kind
from service.input.given_files import has_workbook_suffix
from service.input.tree.placed_errors import read_bounded


def read_subject_file(path: Path, scorecard: Scorecard, *, as_of: str, settings: dict[str, str]) -> Dossier:
    """Read a file by its ending; `settings` go before those that stand in it.

    Raises:
        PlacedError: the file cannot be accepted for this scorecard; everything wrong is listed.
    """
    if has_workbook_suffix(path):
        from service.input.workbook.single_subject import read_workbook  # noqa: PLC0415 -- only then is the library loaded

        return read_workbook(path, scorecard, as_of=as_of, settings=settings)
    return read_dossier(read_bounded(path), scorecard, as_of=as_of, settings=settings)


def is_workbook_content(content: bytes) -> bool:
    """Say whether what somebody sent can only be a workbook."""
    kind = file_kind(content)
    return kind is not None and kind.package


def read_subject_content(content: bytes, scorecard: Scorecard, *, as_of: str) -> Dossier:
    """Read what somebody sent without a name to go by: a workbook by how it begins, else a dossier.

    Raises:
        PlacedError: it cannot be accepted for this scorecard; everything wrong is listed.
    """
    if is_workbook_content(content):
        from service.input.workbook.single_subject import read_workbook  # noqa: PLC0415 -- likewise

        return read_workbook(content, scorecard, as_of=as_of, settings={})
    return read_dossier(content, scorecard, as_of=as_of, settings={})
