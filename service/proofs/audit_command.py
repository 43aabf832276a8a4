"""How is `audit` called?"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rules.contracts.errors import InputError, TrailError, Violation
from rules.contracts.messages import speaker, told, words_of
from rules.contracts.toml_files import wording
from service.answering.terminal.json_form import as_document
from service.answering.terminal.options import (
    DEFAULT_GAZETTE,
    GazetteOption,
    LanguageOption,
    PlainFormatOption,
    add_command,
)
from service.answering.terminal.output import Exit, Format, Language, answering, complain, put

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rules.contracts.canonical import Json
    from service.log.notes import Note
    from service.proofs.auditing import Audited

words = wording(__name__)
_say = speaker(__name__)

_LARGEST = 64 * 1024


def register(app: typer.Typer) -> None:
    """Add the command."""
    add_command(app, "audit", audit_command)


def audit_command(  # noqa: PLR0913 -- the options of the command
    *,
    database_url: Annotated[
        str | None, typer.Option("--database-url", metavar="URL", help="The store; TOUCHSTONE_DATABASE_URL otherwise.")
    ] = None,
    gazette: GazetteOption = DEFAULT_GAZETTE,
    checkpoint: Annotated[
        Path | None,
        typer.Option(
            "--checkpoint",
            metavar="FILE",
            help="A checkpoint that somebody else kept, such as a witness: the log must reach it, signed as it is.",
        ),
    ] = None,
    trust: Annotated[
        Path | None,
        typer.Option(
            "--trust",
            metavar="FILE",
            help="A trust file, by which cosignatures and time stamps are checked; TOUCHSTONE_TRUST otherwise.",
        ),
    ] = None,
    form: PlainFormatOption = Format.TEXT,
    language: LanguageOption = Language.ENGLISH,
) -> None:
    r"""Check the whole store, also while a server runs: every record, leaf, chain, tile, checkpoint, and the gazette.

    Every record is compared with its digest, its steps with their commitments, its row with the leaf in the log, and
    what stands beside it, for lists, searches, rankings and double use, with what it says; decisions with the log; what
    the log noted and is stored no more is told, unless it was erased; what was stored before the log was kept is
    counted. Cosignatures and time stamps are checked by a trust file. Nothing is recomputed: `verify` does that, one by
    one.

    \b
    Examples:
      touchstone data audit
      touchstone data audit --checkpoint seen.txt --trust trust.json --format json

    \b
    Exit codes: 0 everything is whole, 1 something is not, which is named, 2 something is wrong with what was given, 3
    the store cannot be read.
    """
    from service.gazette.versions import (  # noqa: PLC0415 -- not for the help
        Gazette,
        MadeUnder,
    )
    from service.log.trusted import read_log_trust  # noqa: PLC0415 -- likewise
    from service.proofs.auditing import audit  # noqa: PLC0415 -- likewise
    from service.settings import Settings  # noqa: PLC0415 -- likewise
    from service.store.database import check_no_password  # noqa: PLC0415 -- likewise
    from service.store.views import opened_archive  # noqa: PLC0415 -- likewise

    with answering(form):
        check_no_password(database_url)
        outside = None if checkpoint is None else _read_checkpoint(checkpoint)
        there = Gazette(gazette)
        with opened_archive(database_url or Settings().database_url, MadeUnder(there)) as store:
            spoken, trusted = words(language.value), trust or Settings().trust
            found = audit(
                store.connection,
                there,
                outside=outside,
                trust=None if trusted is None else read_log_trust(trusted),
                progress=lambda done, all_: complain(spoken["audited"].format(done=done, all=all_)),
            )
        put(as_document(_document(found, language.value)) if form is Format.JSON else _text(found, language.value))
    if found.faults:
        raise typer.Exit(Exit.NEGATIVE)


def _document(found: Audited, language: str) -> dict[str, Json]:
    counts: dict[str, Json] = {_field(name): count for name, count in _counts(found).items()}
    faults: list[Json] = [{"place": one.place, "problem": told(one.problem, language)} for one in found.faults]
    newest = found.newest_stamp
    stamp: Json = None if newest is None else {"authority": newest.authority, "size": newest.size, "time": newest.time}
    return {"holds": not faults, **counts, "newestTimeStamp": stamp, "faults": faults}


def _field(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(map(str.title, others))


def _text(found: Audited, language: str) -> str:
    spoken = words(language)
    lines = [f"{one.place}: {told(one.problem, language)}" for one in found.faults]
    lines.append(spoken["looked_at"].format(**_counts(found)))
    lines.extend(_stamps(found, spoken))
    if found.unnoted:
        lines.append(spoken["before_the_log"].format(count=found.unnoted))
    if found.noted_later:
        lines.append(spoken["noted_later"].format(count=found.noted_later))
    if found.uses_unknown:
        lines.append(spoken["uses_unknown"].format(count=found.uses_unknown))
    if found.cosignatures_unknown:
        lines.append(spoken["cosignatures_unknown"].format(count=found.cosignatures_unknown))
    lines.append(spoken["not_whole"].format(count=len(found.faults)) if found.faults else spoken["all_whole"])
    return "\n".join(lines)


def _counts(found: Audited) -> dict[str, int]:
    return {name: count for name, count in asdict(found).items() if isinstance(count, int)}


def _stamps(found: Audited, spoken: Mapping[str, Any]) -> Iterator[str]:
    newest = found.newest_stamp
    if newest is None:
        yield spoken["no_stamp"]
        return
    yield spoken["newest_stamp"].format(authority=newest.authority, size=newest.size, time=newest.time)
    if found.unchecked_stamps:
        yield spoken["newest_unchecked"].format(authority=newest.authority)


def _read_checkpoint(path: Path) -> Note:
    from service.log.notes import read_note  # noqa: PLC0415 -- not for the help
    from service.reading.given_files import FileRefusedError, read_file  # noqa: PLC0415 -- likewise

    try:
        return read_note(read_file(path, most=_LARGEST).decode("utf-8"))
    except (OSError, FileRefusedError, UnicodeDecodeError, TrailError) as error:
        said = _say("NO_KEPT_CHECKPOINT", problem=words_of(error))
        raise InputError((Violation("--checkpoint", said, "MALFORMED"),)) from None
