"""How are the `drafts` commands called by which people submit, approve, reject, publish and repeal on a server?"""

from __future__ import annotations

from typing import Annotated

import typer

from service.answering.terminal.options import FormatOption, KeyOption, LanguageOption, add_command
from service.answering.terminal.output import Format, Language, answering
from service.cli.drafts_options import DraftArgument, ServerOption
from service.cli.review_commands import ReasonOption

PersonOption = Annotated[
    str,
    typer.Option(
        "--person",
        envvar="TOUCHSTONE_PERSON",
        help="Who you are in the trust file of the server; if left out, as TOUCHSTONE_TRUST here says.",
    ),
]


def register(group: typer.Typer) -> None:
    """Add the commands to their group."""
    add_command(group, "submit", submit_command)
    add_command(group, "approve", approve_command)
    add_command(group, "reject", reject_command)
    add_command(group, "publish", publish_command)
    add_command(group, "repeal", repeal_command)


def submit_command(  # noqa: PLR0913 -- one for each option
    draft: DraftArgument,
    *,
    server: ServerOption,
    key: KeyOption = None,
    person: PersonOption = "",
    author: Annotated[
        list[str] | None, typer.Option("--author", help="Who else wrote it, by the trust file. May be repeated.")
    ] = None,
    report: Annotated[
        list[str] | None,
        typer.Option("--report", metavar="NAME=FILE", help="What the reviewers are to read, such as its impact."),
    ] = None,
    form: FormatOption = Format.TEXT,
    language: LanguageOption = Language.ENGLISH,
) -> None:
    r"""Submit the newest revision for review: the server checks it as for publication, and you sign its exact bytes.

    \b
    Example:
      touchstone draft submit organizations/example/drafts/factory-2 --key li.wei.pem --person li.wei \
        --server 127.0.0.1:50051

    \b
    Exit codes: 0 submitted, 2 refused, 3 the server failed.
    """
    from service.approval.statements import Act  # noqa: PLC0415 -- not for the help
    from service.cli.drafts import hand, sign  # noqa: PLC0415 -- likewise
    from service.cli.drafts_options import show  # noqa: PLC0415 -- likewise
    from service.cli.drafts_text import draft_text  # noqa: PLC0415 -- likewise
    from service.cli.review_commands import read_reports  # noqa: PLC0415 -- likewise

    with answering(form):
        by, reports = hand(key, person), read_reports(report or [])
        every = sorted({by.person, *(author or [])})
        show(sign(server, Act.SUBMISSION, draft, by, authors=every, reports=reports), draft_text, form, language)


def approve_command(  # noqa: PLR0913 -- one for each option
    draft: DraftArgument,
    *,
    server: ServerOption,
    key: KeyOption = None,
    person: PersonOption = "",
    reason: ReasonOption = "",
    form: FormatOption = Format.TEXT,
    language: LanguageOption = Language.ENGLISH,
) -> None:
    r"""Approve what was submitted: you sign its exact bytes, as they compile here, and the submission that you read.

    Whoever wrote it cannot approve it, nor who saved a revision of it on the server.

    \b
    Example:
      touchstone draft approve organizations/example/drafts/factory-2 --key anna.pem --person anna \
        --reason 'agrees with Notice 7/2026' --server 127.0.0.1:50051

    \b
    Exit codes: 0 approved, 2 refused, 3 the server failed.
    """
    from service.approval.statements import Act  # noqa: PLC0415 -- not for the help
    from service.cli.drafts import hand, sign  # noqa: PLC0415 -- likewise
    from service.cli.drafts_options import show  # noqa: PLC0415 -- likewise
    from service.cli.drafts_text import draft_text  # noqa: PLC0415 -- likewise

    with answering(form):
        show(sign(server, Act.APPROVAL, draft, hand(key, person), reason=reason.strip()), draft_text, form, language)


def reject_command(  # noqa: PLR0913 -- one for each option
    draft: DraftArgument,
    *,
    server: ServerOption,
    key: KeyOption = None,
    person: PersonOption = "",
    reason: ReasonOption = "",
    form: FormatOption = Format.TEXT,
    language: LanguageOption = Language.ENGLISH,
) -> None:
    r"""Reject what was submitted, with the reason; it is a draft again, and approvals that it had are void.

    \b
    Example:
      touchstone draft reject organizations/example/drafts/factory-2 --key anna.pem --person anna \
        --reason 'row 3 lacks its source' --server 127.0.0.1:50051

    \b
    Exit codes: 0 rejected, 2 refused, 3 the server failed.
    """
    from service.approval.statements import Act  # noqa: PLC0415 -- not for the help
    from service.cli.drafts import hand, sign  # noqa: PLC0415 -- likewise
    from service.cli.drafts_options import show  # noqa: PLC0415 -- likewise
    from service.cli.drafts_text import draft_text  # noqa: PLC0415 -- likewise
    from service.cli.review import needed_reason  # noqa: PLC0415 -- likewise

    with answering(form):
        said = needed_reason(reason)
        show(sign(server, Act.REJECTION, draft, hand(key, person), reason=said), draft_text, form, language)


def publish_command(  # noqa: PLR0913 -- one for each option
    draft: DraftArgument,
    *,
    server: ServerOption,
    key: KeyOption = None,
    person: PersonOption = "",
    form: FormatOption = Format.TEXT,
    language: LanguageOption = Language.ENGLISH,
) -> None:
    r"""Publish what was approved, for ever, into the gazette that the server serves.

    \b
    Example:
      touchstone publish organizations/example/drafts/factory-2 --key anna.pem --person anna \
        --server 127.0.0.1:50051

    \b
    Exit codes: 0 published, 2 refused, 3 the server failed.
    """
    from service.approval.statements import Act  # noqa: PLC0415 -- not for the help
    from service.cli.drafts import hand, sign  # noqa: PLC0415 -- likewise
    from service.cli.drafts_options import show  # noqa: PLC0415 -- likewise
    from service.cli.drafts_text import draft_text  # noqa: PLC0415 -- likewise

    with answering(form):
        show(sign(server, Act.PUBLICATION, draft, hand(key, person)), draft_text, form, language)


def repeal_command(  # noqa: PLR0913 -- one for each option
    draft: DraftArgument,
    *,
    server: ServerOption,
    first: Annotated[str, typer.Option("--from", metavar="DATE", help="The first day on which it governs no more.")],
    key: KeyOption = None,
    person: PersonOption = "",
    reason: ReasonOption = "",
    form: FormatOption = Format.TEXT,
    language: LanguageOption = Language.ENGLISH,
) -> None:
    r"""Repeal what was published from a draft, from a day on; as many approvers sign the same as for an approval.

    \b
    Example:
      touchstone card repeal organizations/example/drafts/factory-2 --from 2027-01-01 --reason 'Notice 9/2026' \
        --key anna.pem --person anna --server 127.0.0.1:50051

    \b
    Exit codes: 0 repealed, or signed and waiting for others, 2 refused, 3 the server failed.
    """
    from service.approval.statements import Act  # noqa: PLC0415 -- not for the help
    from service.cli.drafts import hand, sign  # noqa: PLC0415 -- likewise
    from service.cli.drafts_options import show  # noqa: PLC0415 -- likewise
    from service.cli.drafts_text import draft_text  # noqa: PLC0415 -- likewise
    from service.cli.review import needed_reason  # noqa: PLC0415 -- likewise
    from service.cli.review_commands import read_day  # noqa: PLC0415 -- likewise

    with answering(form):
        day, said = read_day(first).isoformat(), needed_reason(reason)
        show(sign(server, Act.REPEAL, draft, hand(key, person), first_day=day, reason=said), draft_text, form, language)
