"""How are the `drafts` commands called, by which people write and discuss drafts on a server?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from service.answering.terminal.json_form import as_json
from service.answering.terminal.options import FormatOption, LanguageOption, OrganizationArgument, add_command, help_of
from service.answering.terminal.output import Exit, Format, Language, answering, put
from service.answering.terminal.usage import Group
from service.cli import drafts_comment_commands, drafts_signing_commands
from service.cli.drafts_options import DraftArgument, PageSizeOption, PageTokenOption, RevisionArgument, ServerOption

if TYPE_CHECKING:
    from collections.abc import Callable

    from touchstone.v1 import draft_pb2


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    group = typer.Typer(cls=Group, no_args_is_help=True, rich_markup_mode=None)
    group.callback()(drafts)
    for name, function in _COMMANDS.items():
        add_command(group, name, function)
    drafts_comment_commands.register(group)
    drafts_signing_commands.register(group)
    app.add_typer(group, name="drafts", help=help_of(drafts))


def drafts() -> None:
    """Draft on a server: save revisions, compare and comment them, and sign what is reviewed and published.

    A folder under git does the same without one (touchstone draft, docs/publication.md).
    """


def save_command(  # noqa: PLR0913 -- one for each option
    draft: DraftArgument,
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder whose feature files are saved.")],
    *,
    server: ServerOption,
    base: Annotated[
        int | None,
        typer.Option("--base", min=0, help="The revision that you changed; 0 for a new draft. The newest if left out."),
    ] = None,
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help="What changed, in a sentence.")] = "",
    form: FormatOption = Format.TEXT,
    language: LanguageOption = Language.ENGLISH,
) -> None:
    r"""Save all feature files of a folder as a new revision, with the vocabularies that they take from.

    They need not compile yet; the first errors are told. With --base it is refused if somebody else saved meanwhile.

    \b
    Examples:
      touchstone draft save organizations/example/drafts/factory-2 features/zero-carbon-factory \
        --server 127.0.0.1:50051
      touchstone draft save organizations/example/drafts/factory-2 desk --base 3 --server 127.0.0.1:50051

    \b
    Exit codes: 0 saved, 1 saved and it does not compile, 2 refused, 3 the server failed.
    """
    from service.answering.terminal.desk import read_sources  # noqa: PLC0415 -- not for the help
    from service.cli.drafts import asked, newest_revision  # noqa: PLC0415 -- likewise
    from service.cli.drafts_options import show  # noqa: PLC0415 -- likewise
    from service.cli.drafts_text import revision_text  # noqa: PLC0415 -- likewise
    from touchstone.v1 import draft_pb2, scorecard_pb2  # noqa: PLC0415 -- likewise

    with answering(form):
        files = [scorecard_pb2.SourceFile(path=path, content=text) for path, text in read_sources(folder).items()]
        on = newest_revision(server, draft, begins=True) if base is None else base
        request = draft_pb2.SaveDraftRevisionRequest(name=draft, source_files=files, base_revision=on, note=note)
        saved: draft_pb2.DraftRevision = asked(server, "SaveDraftRevision", request)
        show(saved, revision_text, form, language)
        if saved.problems:
            raise typer.Exit(Exit.NEGATIVE)


def list_command(  # noqa: PLR0913 -- one for each option
    organization: OrganizationArgument,
    *,
    server: ServerOption,
    page_size: PageSizeOption = 50,
    page_token: PageTokenOption = "",
    form: FormatOption = Format.TEXT,
    language: LanguageOption = Language.ENGLISH,
) -> None:
    r"""List the drafts of an organisation, by name.

    \b
    Example:
      touchstone draft list organizations/example --server 127.0.0.1:50051

    \b
    Exit codes: 0 listed, 2 refused, 3 the server failed.
    """
    from service.cli.drafts import asked  # noqa: PLC0415 -- not for the help
    from service.cli.drafts_options import show  # noqa: PLC0415 -- likewise
    from service.cli.drafts_text import list_text  # noqa: PLC0415 -- likewise
    from touchstone.v1 import draft_pb2  # noqa: PLC0415 -- likewise

    with answering(form):
        request = draft_pb2.ListDraftsRequest(parent=organization, page_size=page_size, page_token=page_token)
        show(asked(server, "ListDrafts", request), list_text, form, language)


def show_command(
    draft: DraftArgument,
    *,
    server: ServerOption,
    form: FormatOption = Format.TEXT,
    language: LanguageOption = Language.ENGLISH,
) -> None:
    r"""Show where a draft stands: its state, who signed what, what does not count, and what is lacking.

    \b
    Example:
      touchstone draft show organizations/example/drafts/factory-2 --server 127.0.0.1:50051

    \b
    Exit codes: 0 shown, 2 refused, 3 the server failed.
    """
    from service.cli.drafts import asked  # noqa: PLC0415 -- not for the help
    from service.cli.drafts_options import show  # noqa: PLC0415 -- likewise
    from service.cli.drafts_text import draft_text  # noqa: PLC0415 -- likewise
    from touchstone.v1 import draft_pb2  # noqa: PLC0415 -- likewise

    with answering(form):
        show(asked(server, "GetDraft", draft_pb2.GetDraftRequest(name=draft)), draft_text, form, language)


def revisions_command(  # noqa: PLR0913 -- one for each option
    draft: DraftArgument,
    *,
    server: ServerOption,
    page_size: PageSizeOption = 50,
    page_token: PageTokenOption = "",
    form: FormatOption = Format.TEXT,
    language: LanguageOption = Language.ENGLISH,
) -> None:
    r"""List the revisions of a draft, the newest first.

    \b
    Example:
      touchstone draft revisions organizations/example/drafts/factory-2 --server 127.0.0.1:50051

    \b
    Exit codes: 0 listed, 2 refused, 3 the server failed.
    """
    from service.cli.drafts import asked  # noqa: PLC0415 -- not for the help
    from service.cli.drafts_options import show  # noqa: PLC0415 -- likewise
    from service.cli.drafts_text import revisions_text  # noqa: PLC0415 -- likewise
    from touchstone.v1 import draft_pb2  # noqa: PLC0415 -- likewise

    with answering(form):
        request = draft_pb2.ListDraftRevisionsRequest(parent=draft, page_size=page_size, page_token=page_token)
        show(asked(server, "ListDraftRevisions", request), revisions_text, form, language)


def get_command(  # noqa: PLR0913 -- one for each option
    draft: DraftArgument,
    *,
    server: ServerOption,
    revision: Annotated[int | None, typer.Option("--revision", min=1, help="The newest if left out.")] = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="FOLDER", help="Write the files there.")] = None,
    form: FormatOption = Format.TEXT,
    language: LanguageOption = Language.ENGLISH,
) -> None:
    r"""Get the files of a revision, into a folder or on the terminal.

    \b
    Example:
      touchstone draft get organizations/example/drafts/factory-2 --out desk --server 127.0.0.1:50051

    \b
    Exit codes: 0 written, 2 refused, 3 the server failed.
    """
    from service.answering.terminal.desk import write_files  # noqa: PLC0415 -- not for the help
    from service.cli.drafts import asked, newest_revision  # noqa: PLC0415 -- likewise
    from service.cli.drafts_text import files_text  # noqa: PLC0415 -- likewise
    from touchstone.v1 import draft_pb2  # noqa: PLC0415 -- likewise

    with answering(form):
        number = newest_revision(server, draft) if revision is None else revision
        request = draft_pb2.GetDraftRevisionRequest(name=f"{draft}/revisions/{number}")
        got: draft_pb2.DraftRevision = asked(server, "GetDraftRevision", request)
        if out is not None:
            write_files(out, {file.path: file.content for file in got.source_files})
        put(as_json(got) if form is Format.JSON else files_text(got, out, language.value))


def compare_command(  # noqa: PLR0913 -- one for each option
    draft: DraftArgument,
    before: RevisionArgument,
    after: RevisionArgument,
    *,
    server: ServerOption,
    form: FormatOption = Format.TEXT,
    language: LanguageOption = Language.ENGLISH,
) -> None:
    r"""Say what differs between two revisions, line by line, and in meaning if both compile.

    \b
    Example:
      touchstone draft compare organizations/example/drafts/factory-2 1 3 --server 127.0.0.1:50051

    \b
    Exit codes: 0 compared, 2 refused, 3 the server failed.
    """
    from service.cli.drafts import asked  # noqa: PLC0415 -- not for the help
    from service.cli.drafts_options import show  # noqa: PLC0415 -- likewise
    from service.cli.drafts_text import compared_text  # noqa: PLC0415 -- likewise
    from touchstone.v1 import draft_pb2  # noqa: PLC0415 -- likewise

    with answering(form):
        request = draft_pb2.CompareDraftRevisionsRequest(
            name=f"{draft}/revisions/{after}", base_name=f"{draft}/revisions/{before}", language_code=language.value
        )
        show(asked(server, "CompareDraftRevisions", request), compared_text, form, language)


def restore_command(
    draft: DraftArgument,
    revision: RevisionArgument,
    *,
    server: ServerOption,
    form: FormatOption = Format.TEXT,
    language: LanguageOption = Language.ENGLISH,
) -> None:
    r"""Save the files of an earlier revision again, as the newest; nothing is lost.

    \b
    Example:
      touchstone draft restore organizations/example/drafts/factory-2 1 --server 127.0.0.1:50051

    \b
    Exit codes: 0 restored, 2 refused, 3 the server failed.
    """
    from service.cli.drafts import asked, newest_revision  # noqa: PLC0415 -- not for the help
    from service.cli.drafts_options import show  # noqa: PLC0415 -- likewise
    from service.cli.drafts_text import revision_text  # noqa: PLC0415 -- likewise
    from touchstone.v1 import draft_pb2  # noqa: PLC0415 -- likewise

    with answering(form):
        request = draft_pb2.RestoreDraftRevisionRequest(
            name=f"{draft}/revisions/{revision}", base_revision=newest_revision(server, draft)
        )
        show(asked(server, "RestoreDraftRevision", request), revision_text, form, language)


def check_command(
    draft: DraftArgument,
    *,
    server: ServerOption,
    form: FormatOption = Format.TEXT,
    language: LanguageOption = Language.ENGLISH,
) -> None:
    r"""Check the newest revision on the server as for its publication.

    \b
    Example:
      touchstone check organizations/example/drafts/factory-2 --server 127.0.0.1:50051

    \b
    Exit codes: 0 it may be published, 1 something stands against it, 2 refused, 3 the server failed.
    """
    from service.cli.drafts import asked  # noqa: PLC0415 -- not for the help
    from service.cli.drafts_options import show  # noqa: PLC0415 -- likewise
    from service.cli.drafts_text import check_text  # noqa: PLC0415 -- likewise
    from touchstone.v1 import draft_pb2  # noqa: PLC0415 -- likewise

    with answering(form):
        found: draft_pb2.DraftCheck = asked(server, "CheckDraft", draft_pb2.CheckDraftRequest(name=draft))
        show(found, check_text, form, language)
        if not found.publishable:
            raise typer.Exit(Exit.NEGATIVE)


_COMMANDS: dict[str, Callable[..., None]] = {
    "save": save_command,
    "list": list_command,
    "show": show_command,
    "revisions": revisions_command,
    "get": get_command,
    "compare": compare_command,
    "restore": restore_command,
    "check": check_command,
}
