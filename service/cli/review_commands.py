"""How are the `review` commands and `repeal` called, by which people sign what becomes a rule and what ends it?"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from service.answering.terminal.json_form import as_document
from service.answering.terminal.options import (
    DEFAULT_GAZETTE,
    GazetteOption,
    KeyOption,
    LanguageOption,
    PlainFormatOption,
    add_command,
    help_of,
)
from service.answering.terminal.output import Format, Language, answering, complain, put
from service.answering.terminal.usage import Group

if TYPE_CHECKING:
    from datetime import date

    from rules.model.published import Published
    from service.approval.standing import Standing
    from service.approval.trust import Trust

_say = speaker(__name__)

_REPORT = re.compile(r"([a-z][a-z0-9-]{0,30})=(.+)\Z", re.DOTALL)

FolderArgument = Annotated[
    Path, typer.Argument(metavar="FOLDER", help="A folder of the drafting desk, such as features/zero-carbon-factory.")
]
ReasonOption = Annotated[
    str, typer.Option("--reason", metavar="TEXT", help="Why, in a sentence that is kept for ever.")
]


def register(app: typer.Typer) -> None:
    """Add the group of commands, and `repeal`."""
    group = typer.Typer(cls=Group, no_args_is_help=True, rich_markup_mode=None)
    group.callback()(review)
    add_command(group, "new-key", new_key_command)
    add_command(group, "submit", submit_command)
    add_command(group, "show", show_command)
    add_command(group, "approve", approve_command)
    add_command(group, "reject", reject_command)
    add_command(group, "unsigned", unsigned_command)
    app.add_typer(group, name="review", help=help_of(review))
    add_command(app, "repeal", repeal_command)


def review() -> None:
    """Submit a draft, approve or reject it, and show where it stands; every act is signed, over the exact bytes.

    TOUCHSTONE_TRUST names the file that says who may do what by which keys (docs/publication.md).
    """


def new_key_command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The new file of the key; it must not be there yet.")],
    *,
    language: LanguageOption = Language.ENGLISH,
    form: PlainFormatOption = Format.TEXT,
) -> None:
    r"""Make a signing key (Ed25519) in a file for you alone, and show its public half for the trust file.

    \b
    Example:
      touchstone draft signing-key li.wei.pem

    \b
    Exit codes: 0 made, 2 the file is there already or cannot be written.
    """
    from service.approval.signing_keys import write_new_key  # noqa: PLC0415 -- not for the help
    from service.cli.review_text import key_document, key_text  # noqa: PLC0415 -- likewise

    with answering(form):
        public = write_new_key(file)
        put(as_document(key_document(public)) if form is Format.JSON else key_text(file, public, language.value))


def submit_command(  # noqa: PLR0913 -- one for each option
    folder: FolderArgument,
    *,
    key: KeyOption = None,
    author: Annotated[
        list[str] | None, typer.Option("--author", help="Who else wrote it, by the trust file. May be repeated.")
    ] = None,
    report: Annotated[
        list[str] | None,
        typer.Option("--report", metavar="NAME=FILE", help="What the reviewers are to read, such as its impact."),
    ] = None,
    language: LanguageOption = Language.ENGLISH,
    form: PlainFormatOption = Format.TEXT,
    gazette: GazetteOption = DEFAULT_GAZETTE,
) -> None:
    r"""Submit a draft for review: it is checked as for publication, and you sign its exact bytes as an author.

    The statement is kept under review/ beside the draft. Any change of the draft voids it.

    \b
    Examples:
      touchstone draft submit features/zero-carbon-factory --key li.wei.pem
      touchstone draft submit features/zero-carbon-factory --key li.wei.pem --report impact=impact.json

    \b
    Exit codes: 0 submitted, 2 refused.
    """
    from service.cli.publishable import publishable  # noqa: PLC0415 -- not for the help
    from service.cli.review import signer, submit  # noqa: PLC0415 -- likewise
    from service.gazette.versions import Gazette  # noqa: PLC0415 -- likewise

    with answering(form):
        by, reports = signer(key), read_reports(report or [])
        publication = publishable(folder, Gazette(gazette))
        draft, found = submit(folder, publication, by, authors=author or [], reports=reports)
        _show(draft, found, form, language, folder=folder, trust=by.trust)


def show_command(
    folder: FolderArgument,
    *,
    language: LanguageOption = Language.ENGLISH,
    form: PlainFormatOption = Format.TEXT,
    gazette: GazetteOption = DEFAULT_GAZETTE,
) -> None:
    r"""Show where a draft stands: its state, who wrote and approved it, what does not count, and what is next.

    A draft that was not submitted is checked as for that.

    \b
    Example:
      touchstone draft show features/zero-carbon-factory

    \b
    Exit codes: 0 shown, 2 there is no draft or no trust file.
    """
    from service.cli.review import needed_trust, shown_standing  # noqa: PLC0415 -- not for the help
    from service.gazette.versions import Gazette  # noqa: PLC0415 -- likewise

    with answering(form):
        trust = needed_trust()
        draft, found, problems = shown_standing(folder, trust, Gazette(gazette))
        _show(draft, found, form, language, folder=folder, trust=trust, problems=problems)


def approve_command(
    folder: FolderArgument,
    *,
    key: KeyOption = None,
    reason: ReasonOption = "",
    language: LanguageOption = Language.ENGLISH,
    form: PlainFormatOption = Format.TEXT,
) -> None:
    r"""Approve a submitted draft: you sign its exact bytes, and the submission with the reports that you read.

    Whoever wrote it cannot approve it, under whatever key.

    \b
    Example:
      touchstone draft approve features/zero-carbon-factory --key anna.pem --reason 'agrees with Notice 7/2026'

    \b
    Exit codes: 0 approved, 2 refused.
    """
    from service.cli.review import decide, signer  # noqa: PLC0415 -- not for the help

    with answering(form):
        by = signer(key)
        _show(*decide(folder, by, approve=True, reason=reason), form, language, folder=folder, trust=by.trust)


def reject_command(
    folder: FolderArgument,
    *,
    key: KeyOption = None,
    reason: ReasonOption = "",
    language: LanguageOption = Language.ENGLISH,
    form: PlainFormatOption = Format.TEXT,
) -> None:
    r"""Reject a submitted draft with the reason; it is a draft again, and approvals that it had are void.

    \b
    Example:
      touchstone draft reject features/zero-carbon-factory --key anna.pem --reason 'row 3 lacks its source'

    \b
    Exit codes: 0 rejected, 2 refused.
    """
    from service.cli.review import decide, signer  # noqa: PLC0415 -- not for the help

    with answering(form):
        by = signer(key)
        _show(*decide(folder, by, approve=False, reason=reason), form, language, folder=folder, trust=by.trust)


def unsigned_command(
    *,
    language: LanguageOption = Language.ENGLISH,
    form: PlainFormatOption = Format.TEXT,
    gazette: GazetteOption = DEFAULT_GAZETTE,
) -> None:
    r"""Print the array `unsigned` of a trust file: the content digests of all versions that stand without signatures.

    What a trust file lists there is trusted as it is, so read the versions first; --format json names them.

    \b
    Examples:
      touchstone card unsigned
      touchstone card unsigned --gazette private/example
      touchstone card unsigned --format json

    \b
    Exit codes: 0 printed, 3 the gazette is damaged.
    """
    from service.answering.terminal.words import words  # noqa: PLC0415 -- not for the help
    from service.cli.review_text import unsigned_document, unsigned_text  # noqa: PLC0415 -- likewise
    from service.gazette.versions import unsigned_versions  # noqa: PLC0415 -- likewise

    with answering(form):
        found = unsigned_versions(gazette)
        if form is Format.JSON:
            put(as_document(unsigned_document(found)))
            return
        complain(words(language.value)["review"]["unsigned"].format(count=len(found), folder=gazette))
        put(unsigned_text(found))


def repeal_command(  # noqa: PLR0913 -- one for each option
    version: Annotated[str, typer.Argument(metavar="CARD@VERSION", help="A published version.")],
    *,
    first: Annotated[str, typer.Option("--from", metavar="DATE", help="The first day on which it governs no more.")],
    reason: ReasonOption = "",
    key: KeyOption = None,
    language: LanguageOption = Language.ENGLISH,
    form: PlainFormatOption = Format.TEXT,
    gazette: GazetteOption = DEFAULT_GAZETTE,
) -> None:
    r"""Repeal a published version from a day on; its file stays, and so does what was evaluated under it.

    Where a trust file is configured as many approvers have to sign as for an approval, each by this command. What the
    version superseded does not come back.

    \b
    Example:
      touchstone card repeal zero-carbon-factory@1.0.0 --from 2027-01-01 --reason 'it was withdrawn' --key anna.pem

    \b
    Exit codes: 0 repealed, or signed and waiting for others, 2 refused.
    """
    from service.cli.review import repeal, signer_asked_for  # noqa: PLC0415 -- not for the help
    from service.cli.review_text import repeal_document, repeal_text  # noqa: PLC0415 -- likewise
    from service.gazette.versions import Gazette  # noqa: PLC0415 -- likewise

    with answering(form):
        by = signer_asked_for(key)
        card, _, number = version.partition("@")
        meant = Gazette(gazette).version(card, number)
        ended = repeal(gazette, meant, read_day(first), reason, by)
        put(as_document(repeal_document(ended)) if form is Format.JSON else repeal_text(ended, language.value))


def _show(  # noqa: PLR0913 -- what is shown, and how
    draft: Published,
    found: Standing,
    form: Format,
    language: Language,
    *,
    folder: Path,
    trust: Trust,
    problems: tuple[str, ...] = (),
) -> None:
    from service.cli.review_text import review_document, review_text  # noqa: PLC0415 -- not for the help

    if form is Format.JSON:
        put(as_document(review_document(draft, found, problems)))
    else:
        put(review_text(draft, found, language.value, folder=folder, trust=trust, problems=problems))


def read_reports(given: list[str]) -> dict[str, Path]:
    """Read which reports are named, as NAME=FILE.

    Raises:
        InputError: one is written otherwise.
    """
    found: dict[str, Path] = {}
    for one in given:
        match = _REPORT.match(one)
        if match is None:
            raise InputError((Violation("--report", _say("REPORT_FORM", found=one[:100]), "MALFORMED"),))
        found[match[1]] = Path(match[2])
    return found


def read_day(text: str) -> date:
    """Read the day of a repeal.

    Raises:
        InputError: it is none.
    """
    from rules.contracts.dates import DateError, parse_date  # noqa: PLC0415 -- not for the help

    try:
        return parse_date(text)
    except DateError:
        raise InputError((Violation("--from", _say("NO_DAY", found=text[:40]), "MALFORMED"),)) from None
