"""Resolution of the CARD argument: a published version, as known on a date, or the folder of a draft.

A bare name is a published scorecard if there is one, whatever folders stand in the current directory; else it is the
draft in the folder of that name, as for `check`. A path with a separator (`./my-card`), or --draft, always names a
draft. Where a draft is used, that is said.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from rules.contracts import DateError, InputError, Violation, error_message, in_language, message_factory, parse_date
from service.base import instants
from service.base.resource_names import CardName, parse_card_reference
from service.gazette.tables import FOLDER, TableStore
from service.output.terminal.command_language import requested_language
from service.output.terminal.output import print_error

if TYPE_CHECKING:
    from google.protobuf.timestamp_pb2 import Timestamp

    from rules.model import PublishedVersion, Scorecard, TableSource
    from service.gazette.versions import Gazette

_say = message_factory(__name__)

_RESOURCES = "scorecards/"
_RELATIVE_FOLDERS = (os.curdir, os.pardir)


def resolve_rules(card: str, gazette: Gazette, *, draft: bool = False) -> CardName | Path:
    """Say which scorecard is meant, or the folder of which draft; a folder that is passed over is told.

    Raises:
        InputError: the text is neither the name of a scorecard nor a path.
    """
    path = Path(card)
    if draft or _is_path(card):
        return path
    there = len(card) <= 255 and path.is_dir()
    if there and card not in gazette.card_ids() and any(path.glob("*.feature")):
        return path
    name = parse_card_reference(card)
    if there:
        _note(_say("FOLDER_PASSED_OVER", card=card, folder=f"./{card}"))
    return name


def resolve_scorecard(card: str, gazette: Gazette, *, draft: bool = False) -> Scorecard:
    """Give the rules alone of what `resolve_published` gives.

    Raises:
        InputError: as for `resolve_rules`, or the folder holds no files.
        VersionError: there is no such version.
        RuleSourceError: the draft does not compile.
    """
    return resolve_published(card, gazette, draft=draft).scorecard


def resolve_published(card: str, gazette: Gazette, *, draft: bool = False, pinned: bool = False) -> PublishedVersion:
    """Give a draft as it would be published, the version that is named, or else the newest.

    What is `pinned` rests on the editions of the gazette's reference tables to the byte, as when it is published.

    Raises:
        InputError: as for `resolve_rules`, or the folder holds no files.
        VersionError: there is no such version.
        RuleSourceError: the draft does not compile.
    """
    meant = resolve_rules(card, gazette, draft=draft)
    if not isinstance(meant, Path):
        return resolve_version(meant, gazette)
    return compile_named_draft(meant, TableStore(gazette.folder / FOLDER) if pinned else None)


def resolve_version(name: CardName, gazette: Gazette) -> PublishedVersion:
    """Give the version that is named, or else the newest.

    Raises:
        VersionError: there is no such version.
    """
    return gazette.version(name.card, name.version) if name.version else gazette.newest(name.card)


def compile_named_draft(folder: Path, tables: TableSource | None = None) -> PublishedVersion:
    """Compile a draft and say that it is one; lookups are compared with `tables`, if they are given.

    Raises:
        InputError: the folder holds no files.
        RuleSourceError: the files have errors; every diagnostic is listed.
    """
    from service.output.terminal.draft_folder import read_draft  # noqa: PLC0415 -- the compiler is loaded only for a draft

    draft = read_draft(folder, (), tables)
    print_error(in_language(draft_notice(folder, draft), requested_language()))
    return draft


def draft_notice(folder: Path, draft: PublishedVersion) -> str:
    """Say that the rules are those of a draft."""
    card = draft.scorecard.card
    return _say("DRAFT_USED", card=card.id, version=card.version, folder=folder)


def read_known_time(text: str | None) -> str:
    """Read the day, or the instant, as known on which the rules are read; now if there is none.

    A day is known to its end, in UTC as publish times are.

    Raises:
        InputError: there is no such day, or it lies in the future.
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
            raise InputError((Violation("--known", error_message(error), "MALFORMED"),)) from None
        instant, future = min(f"{day}T23:59:59Z", now), day > now[:10]
    if future:
        raise InputError((Violation("--known", _say("KNOWN_IN_FUTURE", day=text, today=now[:10]), "IN_FUTURE"),))
    return instant


def known_time(text: str) -> Timestamp:
    """Read the same for a request."""
    return instants.to_timestamp(read_known_time(text))


def _is_path(card: str) -> bool:
    """Say whether a text is a path; names of resources have separators too."""
    separators = [sign for sign in (os.sep, os.altsep) if sign]
    return card in _RELATIVE_FOLDERS or (any(sign in card for sign in separators) and not card.startswith(_RESOURCES))


def _note(text: str) -> None:
    print_error(in_language(_say("NOTED", text=text), requested_language()))
