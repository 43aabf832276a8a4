"""How are the `keys` commands called, by which operators make, show and revoke API keys?"""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from service.answering.terminal.json_form import as_document
from service.answering.terminal.options import LanguageOption, PlainFormatOption, add_command, help_of
from service.answering.terminal.output import Format, Language, answering, complain, put
from service.answering.terminal.usage import Group
from service.identity.principals import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.cli.keys import Made

DatabaseOption = Annotated[
    str | None, typer.Option("--database-url", metavar="URL", help="The store; TOUCHSTONE_DATABASE_URL otherwise.")
]
KeyArgument = Annotated[str, typer.Argument(metavar="KEY", help="The id of a key, as `keys list` shows it.")]
SecretOption = Annotated[
    Path | None,
    typer.Option(
        "--out", metavar="FILE", help="Write the key to this new file, for its owner alone, instead of showing it."
    ),
]


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    group = typer.Typer(cls=Group, no_args_is_help=True, rich_markup_mode=None)
    group.callback()(keys)
    add_command(group, "create", create_command)
    add_command(group, "list", list_command)
    add_command(group, "rotate", rotate_command)
    add_command(group, "revoke", revoke_command)
    app.add_typer(group, name="keys", help=help_of(keys))


def keys() -> None:
    """Make, list, rotate and revoke the API keys by which a server recognises callers."""


def create_command(  # noqa: PLR0913 -- one for each option
    *,
    role: Annotated[list[Role], typer.Option("--role", help="What it may be used for. May be repeated.")],
    organization: Annotated[
        str, typer.Option("--organization", help="Whose key it is, such as organizations/example.")
    ] = "",
    expires: Annotated[
        str | None, typer.Option("--expires", metavar="DATE", help="The last day on which it holds (UTC). One year.")
    ] = None,
    note: Annotated[str, typer.Option("--note", help="For whom or what it is, shown in lists.")] = "",
    out: SecretOption = None,
    database_url: DatabaseOption = None,
    language: LanguageOption = Language.ENGLISH,
    form: PlainFormatOption = Format.TEXT,
) -> None:
    r"""Make an API key and show it, once: the store keeps a digest alone.

    It works on the store itself, also while a server runs on it. Only regulators and operators need no organisation.

    \b
    Examples:
      touchstone server key-create --organization organizations/example --role integrator --note 'ERP, test'
      touchstone server key-create --role regulator --expires 2027-06-30 --out regulator.key

    \b
    Exit codes: 0 made, 2 an argument is malformed, 3 the store cannot be used.
    """
    from service.cli.keys import made_key  # noqa: PLC0415 -- not for the help
    from service.store.keys import opened_keys  # noqa: PLC0415 -- likewise

    with answering(form), opened_keys(_database(database_url)) as kept, _new_file(out) as file:
        made = made_key(kept, organization=organization, roles=role, expires=expires, note=note)
        _show_made(made, file, out, form, language)


def list_command(
    *,
    database_url: DatabaseOption = None,
    language: LanguageOption = Language.ENGLISH,
    form: PlainFormatOption = Format.TEXT,
) -> None:
    r"""List the API keys with what they may be used for, until when they hold, and the hour of their last use.

    \b
    Example:
      touchstone server keys --format json

    \b
    Exit codes: 0 listed, 3 the store cannot be used.
    """
    from service.cli.keys import key_document, list_text  # noqa: PLC0415 -- not for the help
    from service.store.keys import opened_keys  # noqa: PLC0415 -- likewise

    with answering(form), opened_keys(_database(database_url)) as kept:
        rows = kept.all()
        if form is Format.JSON:
            put(as_document({"keys": [key_document(row) for row in rows]}))
        else:
            put(list_text(rows, language.value))


def rotate_command(  # noqa: PLR0913 -- likewise
    key: KeyArgument,
    *,
    overlap_hours: Annotated[
        int, typer.Option("--overlap-hours", min=0, max=24 * 90, help="How long the old key still holds.")
    ] = 24,
    expires: Annotated[
        str | None, typer.Option("--expires", metavar="DATE", help="The last day of the new key (UTC). One year.")
    ] = None,
    out: SecretOption = None,
    database_url: DatabaseOption = None,
    language: LanguageOption = Language.ENGLISH,
    form: PlainFormatOption = Format.TEXT,
) -> None:
    r"""Make a key of the same organisation and roles in place of another, which ends after an overlap.

    \b
    Example:
      touchstone server key-rotate 3f0c9a5be1d24c77 --overlap-hours 2

    \b
    Exit codes: 0 made, 2 there is no such key or it was revoked, 3 the store cannot be used.
    """
    from service.cli.keys import renewed_key  # noqa: PLC0415 -- not for the help
    from service.store.keys import opened_keys  # noqa: PLC0415 -- likewise

    with answering(form), opened_keys(_database(database_url)) as kept, _new_file(out) as file:
        made = renewed_key(kept, key, overlap_hours=overlap_hours, expires=expires)
        _show_made(made, file, out, form, language)


def revoke_command(
    key: KeyArgument,
    *,
    database_url: DatabaseOption = None,
    language: LanguageOption = Language.ENGLISH,
    form: PlainFormatOption = Format.TEXT,
) -> None:
    r"""End a key for good; servers notice within five seconds.

    \b
    Example:
      touchstone server key-revoke 3f0c9a5be1d24c77

    \b
    Exit codes: 0 revoked, now or before, 2 there is no such key, 3 the store cannot be used.
    """
    from service.answering.terminal.words import words  # noqa: PLC0415 -- not for the help
    from service.cli.keys import key_document, revoked_key  # noqa: PLC0415 -- likewise
    from service.store.keys import opened_keys  # noqa: PLC0415 -- likewise

    with answering(form), opened_keys(_database(database_url)) as kept:
        row = revoked_key(kept, key)
        said = words(language.value)["keys"]["revoked"].format(key=row.id, time=row.revoke_time)
        put(as_document(key_document(row)) if form is Format.JSON else said)


def _database(url: str | None) -> str:
    from service.settings import Settings  # noqa: PLC0415 -- not for the help
    from service.store.database import check_no_password  # noqa: PLC0415 -- likewise

    check_no_password(url)
    return url or Settings().database_url


@contextmanager
def _new_file(path: Path | None) -> Iterator[TextIO | None]:
    """Open a file for its owner alone before there is anything to write; without anything written it is gone again."""
    if path is None:
        yield None
        return
    with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="ascii") as file:
        try:
            yield file
        except BaseException:
            path.unlink()
            raise


def _show_made(made: Made, file: TextIO | None, out: Path | None, form: Format, language: Language) -> None:
    from service.answering.terminal.words import words  # noqa: PLC0415 -- not for the help
    from service.cli.keys import key_document  # noqa: PLC0415 -- likewise

    spoken = words(language.value)["keys"]
    if file is not None:
        file.write(f"{made.key}\n")
    if form is Format.JSON:
        shown = {} if file is not None else {"key": made.key}
        put(as_document({**key_document(made.row), **shown}))
        return
    complain(spoken["made"].format(key=made.row.id, time=made.row.expire_time))
    if file is None:
        complain(spoken["shown_once"])
        put(made.key)
    else:
        complain(spoken["written"].format(path=out))
