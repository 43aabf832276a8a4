"""Temporary gazette with the versions of a scorecard that are published only on a server."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from rules.contracts import InputError, message_factory
from service.base.resource_names import parse_card
from service.gazette.tables import FOLDER, TableStore
from service.gazette.version_files import CHANGES, sort_files
from service.gazette.versions import Gazette
from service.output.terminal.output import RemoteError
from touchstone.v1 import scorecard_service_pb2

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from service.base.resource_names import CardName

_message = message_factory(__name__)

_SCORECARDS = "scorecard_service.ScorecardService"
_MAX_VERSIONS = 1_000


@contextmanager
def gazette_with_versions(name: CardName, gazette: Path, stubs: Callable[[str], Any]) -> Iterator[Path]:
    """Yield the gazette if it contains the versions of the server, otherwise a temporary one that contains them."""
    service = stubs(_SCORECARDS)
    names = _published_names(service, name)
    if _has_all(Gazette(gazette), name, names):
        yield gazette
        return
    with TemporaryDirectory() as created:
        folder = Path(created)
        if (gazette / FOLDER).is_dir():
            shutil.copytree(gazette / FOLDER, folder / FOLDER)
        for each in names:
            _copy_version(service, each, folder)
        _check_tables(Gazette(folder), name, gazette)
        yield folder


def _published_names(service: Any, name: CardName) -> Sequence[str]:
    """Return the names of the versions that the server lists; none if the caller may not read them."""
    request = scorecard_service_pb2.ListScorecardVersionsRequest(
        parent=f"scorecards/{name.card}", page_size=_MAX_VERSIONS
    )
    try:
        return [version.name for version in service.ListScorecardVersions(request).scorecard_versions]
    except RemoteError:
        return []


def _has_all(gazette: Gazette, name: CardName, names: Sequence[str]) -> bool:
    if name.version and str(name) not in names:
        return True  # reading the gazette reports the error
    wanted = {str(name)} if name.version else {*names}
    known = gazette.outlines(name.card) if name.card in gazette.card_ids() else ()
    return wanted <= {outline.name for outline in known}


def _copy_version(service: Any, name: str, folder: Path) -> None:
    request = scorecard_service_pb2.ExportScorecardVersionRequest(
        name=name, form=scorecard_service_pb2.ExportScorecardVersionRequest.FORM_PUBLISHED
    )
    export = service.ExportScorecardVersion(request)
    sent = (*export.source_files, *export.publication_files)
    files = sort_files((file.path, file.content.encode()) for file in sent)
    card = folder / parse_card(name).card
    card.mkdir(exist_ok=True)
    for path, content in files.named().items():
        if not path.endswith(CHANGES):
            (card / path).write_bytes(content)


def _check_tables(copied: Gazette, name: CardName, gazette: Path) -> None:
    """Raise InputError if the versions look up a reference table that only the server has."""
    tables = TableStore(copied.folder / FOLDER)
    used = {
        table.name: version.name for version in copied.versions(name.card) for table in version.scorecard.tables or ()
    }
    for table, version in used.items():
        if not tables.holds(table):
            message = _message("TABLE_ONLY_ON_SERVER", version=version, table=table, gazette=str(gazette))
            raise InputError.of("--gazette", message, "NOT_FOUND")
