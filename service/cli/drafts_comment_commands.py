"""How are the `drafts` commands called by which people discuss a draft, line by line?"""

from __future__ import annotations

import re
from typing import Annotated

import typer

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from service.answering.terminal.options import FormatOption, LanguageOption, add_command
from service.answering.terminal.output import Format, Language, answering
from service.cli.drafts_options import DraftArgument, PageSizeOption, PageTokenOption, ServerOption

_say = speaker(__name__)

_PLACE = re.compile(r"(.+):([1-9][0-9]{0,8})\Z")


def register(group: typer.Typer) -> None:
    """Add the commands to their group."""
    add_command(group, "comment", comment_command)
    add_command(group, "comments", comments_command)
    add_command(group, "resolve", resolve_command)


def comment_command(  # noqa: PLR0913 -- one for each option
    draft: DraftArgument,
    place: Annotated[str, typer.Argument(metavar="FILE:LINE", help="Such as card.zh.feature:12.")],
    text: Annotated[str, typer.Argument(metavar="TEXT", help="What you remark.")],
    *,
    server: ServerOption,
    revision: Annotated[int | None, typer.Option("--revision", min=1, help="The newest if left out.")] = None,
    form: FormatOption = Format.TEXT,
    language: LanguageOption = Language.ENGLISH,
) -> None:
    r"""Remark on one line of a draft.

    \b
    Example:
      touchstone draft comment organizations/example/drafts/factory-2 card.zh.feature:12 '80 % 的依据？' \
        --server 127.0.0.1:50051

    \b
    Exit codes: 0 kept, 2 refused, 3 the server failed.
    """
    from service.cli.drafts import asked, newest_revision  # noqa: PLC0415 -- not for the help
    from service.cli.drafts_options import show  # noqa: PLC0415 -- likewise
    from service.cli.drafts_text import comment_text  # noqa: PLC0415 -- likewise
    from touchstone.v1 import draft_pb2  # noqa: PLC0415 -- likewise

    with answering(form):
        match = _PLACE.match(place)
        if match is None:
            raise InputError((Violation("FILE:LINE", _say("COMMENT_PLACE", found=place[:100]), "MALFORMED"),))
        number = newest_revision(server, draft) if revision is None else revision
        request = draft_pb2.CreateDraftCommentRequest(
            parent=f"{draft}/revisions/{number}", path=match[1], line=int(match[2]), text=text
        )
        show(asked(server, "CreateDraftComment", request), comment_text, form, language)


def comments_command(  # noqa: PLR0913 -- one for each option
    draft: DraftArgument,
    *,
    server: ServerOption,
    every: Annotated[bool, typer.Option("--all", help="Also those that are resolved.")] = False,
    page_size: PageSizeOption = 50,
    page_token: PageTokenOption = "",
    form: FormatOption = Format.TEXT,
    language: LanguageOption = Language.ENGLISH,
) -> None:
    r"""List the open comments on a draft, the oldest first.

    \b
    Example:
      touchstone draft comments organizations/example/drafts/factory-2 --all --server 127.0.0.1:50051

    \b
    Exit codes: 0 listed, 2 refused, 3 the server failed.
    """
    from service.cli.drafts import asked  # noqa: PLC0415 -- not for the help
    from service.cli.drafts_options import show  # noqa: PLC0415 -- likewise
    from service.cli.drafts_text import comments_text  # noqa: PLC0415 -- likewise
    from touchstone.v1 import draft_pb2  # noqa: PLC0415 -- likewise

    with answering(form):
        request = draft_pb2.ListDraftCommentsRequest(
            parent=draft, open_only=not every, page_size=page_size, page_token=page_token
        )
        show(asked(server, "ListDraftComments", request), comments_text, form, language)


def resolve_command(  # noqa: PLR0913 -- one for each option
    draft: DraftArgument,
    comment: Annotated[int, typer.Argument(metavar="COMMENT", min=1, help="The number of a comment.")],
    *,
    server: ServerOption,
    reopen: Annotated[bool, typer.Option("--reopen", help="Open it again instead.")] = False,
    form: FormatOption = Format.TEXT,
    language: LanguageOption = Language.ENGLISH,
) -> None:
    r"""Mark a comment as resolved, or open it again.

    \b
    Example:
      touchstone draft resolve organizations/example/drafts/factory-2 1 --server 127.0.0.1:50051

    \b
    Exit codes: 0 marked, 2 refused, 3 the server failed.
    """
    from service.cli.drafts import asked  # noqa: PLC0415 -- not for the help
    from service.cli.drafts_options import show  # noqa: PLC0415 -- likewise
    from service.cli.drafts_text import comment_text  # noqa: PLC0415 -- likewise
    from touchstone.v1 import draft_pb2  # noqa: PLC0415 -- likewise

    with answering(form):
        request = draft_pb2.ResolveDraftCommentRequest(name=f"{draft}/comments/{comment}", reopen=reopen)
        show(asked(server, "ResolveDraftComment", request), comment_text, form, language)
