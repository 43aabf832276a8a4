"""Arguments and options of several commands: CARD, `--known` and `--set`, and exclusive options.

CARD is a published version, or the folder of a draft. A bare name prefers a published scorecard to a folder. A path
with a separator, or --draft, means a draft.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from rules.contracts import DateError, InputError, error_message, in_language, message_factory, parse_date
from service.base import instants
from service.base.resource_names import CardName, parse_card_reference
from service.gazette.tables import FOLDER, TableStore
from service.output.terminal.streams import print_error
from service.output.terminal.words import requested_language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from google.protobuf.timestamp_pb2 import Timestamp

    from rules.model import PublishedVersion, Scorecard, TableSource
    from service.gazette.versions import Gazette


_message = message_factory(__name__)

_RESOURCES = "scorecards/"
_RELATIVE_FOLDERS = (os.curdir, os.pardir)


def resolve_rules(card: str, gazette: Gazette, *, draft: bool = False) -> CardName | Path:
    """Return the scorecard name or the draft folder; report an ignored folder.

    Raises:
        InputError: If the text is neither.
    """
    path = Path(card)
    if draft or _is_path(card):
        return path
    is_folder = len(card) <= 255 and path.is_dir()
    if is_folder and card not in gazette.card_ids() and any(path.glob("*.feature")):
        return path
    name = parse_card_reference(card)
    if is_folder:
        _note(_message("FOLDER_PASSED_OVER", card=card, folder=f"./{card}"))
    return name


def resolve_scorecard(card: str, gazette: Gazette, *, draft: bool = False) -> Scorecard:
    """Return the rules of `resolve_published`, with its errors."""
    return resolve_published(card, gazette, draft=draft).scorecard


def resolve_published(card: str, gazette: Gazette, *, draft: bool = False, pinned: bool = False) -> PublishedVersion:
    """Return a compiled draft, or the named or newest version.

    With `pinned`, a draft uses the exact table editions of the gazette.

    Raises:
        InputError: See `resolve_rules`, or if the folder has no files.
        VersionError: If the version does not exist.
        RuleSourceError: If the draft does not compile.
    """
    target = resolve_rules(card, gazette, draft=draft)
    if not isinstance(target, Path):
        return resolve_version(target, gazette)
    return compile_named_draft(target, TableStore(gazette.folder / FOLDER) if pinned else None)


def resolve_version(name: CardName, gazette: Gazette) -> PublishedVersion:
    """Return the named or newest version, or raise VersionError."""
    return gazette.version(name.card, name.version) if name.version else gazette.newest(name.card)


def compile_named_draft(folder: Path, tables: TableSource | None = None) -> PublishedVersion:
    """Compile a draft and print a notice.

    Raises:
        InputError: If the folder has no files.
        RuleSourceError: If the files have errors.
    """
    from service.output.terminal.draft_folder import read_draft  # noqa: PLC0415 -- only drafts need the compiler

    draft = read_draft(folder, (), tables)
    print_error(in_language(draft_notice(folder, draft), requested_language()))
    return draft


def draft_notice(folder: Path, draft: PublishedVersion) -> str:
    """Return the notice that a draft is used."""
    card = draft.scorecard.card
    return _message("DRAFT_USED", card=card.id, version=card.version, folder=folder)


def read_known_time(text: str | None) -> str:
    """Return an instant: the text, the end of its day (UTC), or now if None; at most now.

    Raises:
        InputError: If the text is no date or is in the future.
    """
    now = instants.now()
    if text is None:
        return now
    if instants.is_instant(text):
        instant, future = text, text > now
    else:
        try:
            day = parse_date(text).isoformat()
        except DateError as error:
            raise InputError.of("--known", error_message(error), "MALFORMED") from None
        instant, future = min(f"{day}T23:59:59Z", now), day > now[:10]
    if future:
        raise InputError.of("--known", _message("KNOWN_IN_FUTURE", day=text, today=now[:10]), "IN_FUTURE")
    return instant


def known_time(text: str) -> Timestamp:
    """Return `read_known_time` as a timestamp."""
    return instants.to_timestamp(read_known_time(text))


def _is_path(card: str) -> bool:
    separators = [separator for separator in (os.sep, os.altsep) if separator]
    return card in _RELATIVE_FOLDERS or (
        any(separator in card for separator in separators) and not card.startswith(_RESOURCES)
    )


def _note(text: str) -> None:
    print_error(in_language(_message("NOTED", text=text), requested_language()))


def check_one_store(server: str | None, database_url: str | None) -> None:
    """Raise InputError if both a server and a database are set."""
    if server is not None and database_url is not None:
        raise InputError.of("--database-url", _message("SERVER_HAS_STORE"), "WRONG_VALUE")


def read_settings(pairs: Iterable[str]) -> dict[str, str]:
    """Read settings such as `reading=cascade`.

    Raises:
        InputError: If one is malformed or contradictory.
    """
    settings: dict[str, str] = {}
    for pair in pairs:
        setting, sign, choice = pair.partition("=")
        if not sign or not setting or not choice:
            raise InputError.of("--set", _message("SETTING_FORM", found=pair), "MALFORMED")
        if settings.setdefault(setting, choice) != choice:
            raise InputError.of("--set", _message("SETTING_TWICE", setting=setting), "MALFORMED")
    return settings
