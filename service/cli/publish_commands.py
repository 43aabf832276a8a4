"""How is `publish` called?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rules.contracts.messages import told
from service.answering.terminal.json_form import as_json
from service.answering.terminal.options import (
    DEFAULT_GAZETTE,
    FormatOption,
    GazetteOption,
    KeyOption,
    LanguageOption,
    add_command,
)
from service.answering.terminal.output import Format, Language, answering, complain, put
from service.base import instants

if TYPE_CHECKING:
    from service.approval.statements import Statement

FolderArgument = Annotated[
    Path, typer.Argument(metavar="FOLDER", help="A folder of the drafting desk, such as features/zero-carbon-factory.")
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    add_command(app, "publish", publish_command)


def publish_command(  # noqa: PLR0913 -- one for each option
    folder: FolderArgument,
    *,
    key: KeyOption = None,
    mutation: Annotated[
        Path | None, typer.Option("--mutation", metavar="FILE", help="What `mutate --format json` says of this draft.")
    ] = None,
    impact: Annotated[
        Path | None, typer.Option("--impact", metavar="FILE", help="The impact.json that `impact` wrote of this draft.")
    ] = None,
    language: LanguageOption = Language.ENGLISH,
    form: FormatOption = Format.TEXT,
    gazette: GazetteOption = DEFAULT_GAZETTE,
) -> None:
    r"""Publish a draft for ever: one canonical file with its digest and publish time beside it.

    Refused unless there is no error, every example passes on both evaluators, every edge has an example, and every
    proposed example is confirmed.
    Publishing what says the same again changes nothing; what says anything else needs another version number.
    Where TOUCHSTONE_TRUST names a trust file, also refused unless it is approved (touchstone draft), and you sign it.
    An entry in the gazette's CHANGELOG.md is begun from what differs from the version before, and from the reports
    given, which have to be on these very bytes; a person completes it.

    \b
    Examples:
      touchstone publish features/zero-carbon-factory
      touchstone publish features/zero-carbon-factory --key anna.pem
      touchstone publish features/zero-carbon-factory --mutation mutation.json --impact impact/impact.json
      touchstone publish features/zero-carbon-factory --gazette /tmp/trial

    \b
    Exit codes: 0 published, 2 refused.
    """
    from rules.model.published import drafted  # noqa: PLC0415 -- not for the help
    from service.answering.mapping.scorecards import write_version as write_scorecard_version  # noqa: PLC0415 -- likewise
    from service.answering.terminal.changelog_entry import entry_of  # noqa: PLC0415 -- likewise
    from service.answering.terminal.desk import shown_progress  # noqa: PLC0415 -- likewise
    from service.answering.terminal.mutation_text import pinning_text  # noqa: PLC0415 -- likewise
    from service.answering.terminal.words import words  # noqa: PLC0415 -- likewise
    from service.cli.legal_reports import IMPACT, MUTATION, read_report, report_digests  # noqa: PLC0415 -- likewise
    from service.cli.publishable import publishable  # noqa: PLC0415 -- likewise
    from service.cli.retroactive import retroactive  # noqa: PLC0415 -- likewise
    from service.gazette.publishing import (  # noqa: PLC0415 -- not for the help
        add_entry,
        write_version,
    )
    from service.gazette.versions import Gazette  # noqa: PLC0415 -- likewise
    from service.settings import Settings  # noqa: PLC0415 -- likewise

    with answering(form):
        there = Gazette(gazette)
        published = tuple(version for card in there.card_ids() for version in there.versions(card))
        ready = publishable(folder, there, progress=shown_progress())
        draft = drafted(ready.scorecard, ready.sources)
        given = {name: path for name, path in ((MUTATION, mutation), (IMPACT, impact)) if path is not None}
        reports = {name: read_report(name, path, draft.content_digest) for name, path in given.items()}
        time = instants.now()
        statements: tuple[Statement, ...] = ()
        if Settings().trust is not None:
            from service.cli.review import publication_statements, signer_asked_for  # noqa: PLC0415 -- cryptography is slow to load

            by, digests = signer_asked_for(key), report_digests(given, draft.content_digest)
            statements = () if by is None else publication_statements(folder, draft, by, time, digests)
        if warned := retroactive(draft.scorecard.card, gazette):
            complain(told(warned, language.value))
        version = write_version(gazette, ready.scorecard, ready.sources, publish_time=time, statements=statements)
        card = version.scorecard.card
        begun = add_entry(gazette, f"{card.id} {card.version}", entry_of(version, published, reports))
        if form is Format.JSON:
            put(as_json(write_scorecard_version(version)))
            return
        said = words(language.value)
        lines = [
            said["published"].format(
                version=version.name,
                time=version.publish_time,
                rules=version.rule_digest,
                text=version.text_digest,
                content=version.content_digest,
            )
        ]
        lines += pinning_text(reports.get(MUTATION), str(folder), language.value)
        if begun is not None:
            lines.append(said["changelog_begun"].format(path=begun))
        put("\n".join(lines))
