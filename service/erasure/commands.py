"""How are `erase`, `erasures`, `retention` and `hold` called?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from rules.contracts.toml_files import wording
from rules.trail.erasing import Extent
from service.answering.terminal.json_form import as_json
from service.answering.terminal.options import (
    FormatOption,
    LanguageOption,
    OrganizationArgument,
    add_command,
    help_of,
)
from service.answering.terminal.output import Format, Language, answering, put
from service.answering.terminal.usage import Group

if TYPE_CHECKING:
    from google.protobuf.message import Message

    from touchstone.v1 import erasure_service_pb2

words = wording(__name__)

ServerOption = Annotated[str, typer.Option("--server", metavar="HOST:PORT", help="The server that stores it.")]
ReasonOption = Annotated[
    str, typer.Option("--reason", help="Why; it is noted in the log for ever, so it names nothing of what is erased.")
]
TargetArgument = Annotated[
    str,
    typer.Argument(
        metavar="TARGET", help="The name of an evaluation, or organizations/…/subjects/… for all of a subject."
    ),
]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    add_command(app, "erase", erase_command)
    add_command(app, "erasures", erasures_command)
    add_command(app, "retention", retention_command)
    group = typer.Typer(cls=Group, no_args_is_help=True, rich_markup_mode=None)
    group.callback()(hold)
    add_command(group, "set", set_command)
    add_command(group, "lift", lift_command)
    add_command(group, "list", list_command)
    app.add_typer(group, name="hold", help=help_of(hold))


def asked(server: str, method: str, request: Message) -> Any:
    """Call a method of ErasureService.

    Raises:
        RemoteError: the server refuses, or cannot be reached.
    """
    from service.answering.terminal.remote import Remote  # noqa: PLC0415 -- not for the help
    from touchstone.v1 import erasure_service_pb2_grpc  # noqa: PLC0415 -- likewise

    return Remote(server).ask(method, request, erasure_service_pb2_grpc.ErasureServiceStub)


def erase_command(  # noqa: PLR0913 -- one for each option
    target: TargetArgument,
    *,
    server: ServerOption,
    reason: ReasonOption,
    extent: Annotated[
        Extent,
        typer.Option(
            "--extent",
            help="How much: some facts, every item of evidence, all inputs, or the evaluation but for its leaf in the "
            "log.",
        ),
    ] = Extent.FACTS,
    fact: Annotated[
        list[str] | None, typer.Option("--fact", metavar="FACT", help="With facts: one of them; may be repeated.")
    ] = None,
    for_ever: Annotated[
        bool, typer.Option("--for-ever", help="Erase; without it is only said what would be erased.")
    ] = False,
    form: FormatOption = Format.TEXT,
    language: LanguageOption = Language.ENGLISH,
) -> None:
    r"""Say what would be erased of an evaluation or a subject, and where else it stands; with --for-ever, erase it.

    What is left still proves itself: its digest, its place in the log and every step that stays (docs/evidence.md).
    What was erased, by whom, when and why is noted in the log.

    \b
    Examples:
      touchstone data erase organizations/example/evaluations/0198… --fact contact_name --reason "request 17" \
        --server 127.0.0.1:50051
      touchstone data erase organizations/example/subjects/plant-7 --extent inputs --reason "request 17" --for-ever \
        --server 127.0.0.1:50051

    \b
    Exit codes: 0 told or erased, 2 something is wrong with what was given or a legal hold forbids it, 3 the server
    failed.
    """
    from service.erasure.texts import erased_text  # noqa: PLC0415 -- not for the help
    from touchstone.v1 import erasure_service_pb2  # noqa: PLC0415 -- likewise

    with answering(form):
        request = erasure_service_pb2.EraseEvaluationsRequest(
            parent="/".join(target.split("/")[:2]),
            target=target,
            extent=f"EXTENT_{extent.name}",
            fact_ids=fact or [],
            reason=reason,
            validate_only=not for_ever,
        )
        answer: erasure_service_pb2.EraseEvaluationsResponse = asked(server, "EraseEvaluations", request)
        put(as_json(answer) if form is Format.JSON else erased_text(answer, language.value, for_ever=for_ever))


def erasures_command(  # noqa: PLR0913 -- one for each option
    organization: OrganizationArgument,
    *,
    server: ServerOption,
    page_size: Annotated[int, typer.Option("--page-size", help="The most erasures to list, 1,000 at most.")] = 50,
    page_token: Annotated[str, typer.Option("--page-token", help="The token that ended the page before.")] = "",
    form: FormatOption = Format.TEXT,
    language: LanguageOption = Language.ENGLISH,
) -> None:
    r"""List what was erased of the evaluations of an organisation: by whom, when and why.

    \b
    Example:
      touchstone data erasures organizations/example --server 127.0.0.1:50051

    \b
    Exit codes: 0 listed, 2 something is wrong with what was given, 3 the server failed.
    """
    from service.erasure.texts import listed_text  # noqa: PLC0415 -- not for the help
    from touchstone.v1 import erasure_service_pb2  # noqa: PLC0415 -- likewise

    with answering(form):
        request = erasure_service_pb2.ListErasuresRequest(
            parent=organization, page_size=page_size, page_token=page_token
        )
        answer: erasure_service_pb2.ListErasuresResponse = asked(server, "ListErasures", request)
        put(as_json(answer) if form is Format.JSON else listed_text(answer, language.value))


def retention_command(
    organization: OrganizationArgument,
    *,
    server: ServerOption,
    for_ever: Annotated[
        bool, typer.Option("--for-ever", help="Erase what is due; without it is only said what is due.")
    ] = False,
    form: FormatOption = Format.TEXT,
    language: LanguageOption = Language.ENGLISH,
) -> None:
    r"""Say what of an organisation is kept for longer than the server is set to keep it; with --for-ever, erase it.

    How long each kind is kept is set by TOUCHSTONE_RETENTION_EVIDENCE_YEARS, TOUCHSTONE_RETENTION_INPUT_YEARS,
    TOUCHSTONE_RETENTION_EVALUATION_YEARS and TOUCHSTONE_RETENTION_SINCE, drafts by TOUCHSTONE_RETENTION_DRAFT_DAYS
    (docs/evidence.md). What is under a legal hold is passed over.

    \b
    Example:
      touchstone data retention organizations/example --server 127.0.0.1:50051

    \b
    Exit codes: 0 told or erased, 2 something is wrong with what was given, 3 the server failed.
    """
    from service.erasure.texts import due_text  # noqa: PLC0415 -- not for the help
    from touchstone.v1 import erasure_service_pb2  # noqa: PLC0415 -- likewise

    with answering(form):
        request = erasure_service_pb2.ApplyRetentionRequest(parent=organization, erase=for_ever)
        answer: erasure_service_pb2.ApplyRetentionResponse = asked(server, "ApplyRetention", request)
        while answer.more:
            following: erasure_service_pb2.ApplyRetentionResponse = asked(server, "ApplyRetention", request)
            for told, more in zip(answer.due, following.due, strict=True):
                told.erased_count += more.erased_count
            if answer.HasField("drafts"):
                answer.drafts.erased_count += following.drafts.erased_count
            answer.more, answer.cleared = following.more, following.cleared
        put(as_json(answer) if form is Format.JSON else due_text(answer, language.value, for_ever=for_ever))


def hold() -> None:
    """Keep what is stored of a subject from being erased, let it be erased again, and list what is held."""


def set_command(
    target: TargetArgument,
    *,
    server: ServerOption,
    reason: Annotated[str, typer.Option("--reason", help="Why; it is noted in the log for ever.")],
    form: FormatOption = Format.TEXT,
    language: LanguageOption = Language.ENGLISH,
) -> None:
    r"""Set a legal hold: nothing of a subject, or of an evaluation, is erased before somebody lifts it.

    \b
    Example:
      touchstone data hold organizations/example/subjects/plant-7 --reason "case 4 of 2026" --server 127.0.0.1:50051

    \b
    Exit codes: 0 set, 2 something is wrong with what was given, 3 the server failed.
    """
    from touchstone.v1 import erasure_service_pb2  # noqa: PLC0415 -- not for the help

    with answering(form):
        request = erasure_service_pb2.CreateLegalHoldRequest(
            parent="/".join(target.split("/")[:2]), target=target, reason=reason
        )
        answer: erasure_service_pb2.LegalHold = asked(server, "CreateLegalHold", request)
        put(as_json(answer) if form is Format.JSON else words(language.value)["set"].format(name=answer.name))


def lift_command(
    name: Annotated[str, typer.Argument(metavar="HOLD", help="The name of the hold, as `hold list` shows it.")],
    *,
    server: ServerOption,
    reason: Annotated[str, typer.Option("--reason", help="Why; it is noted in the log for ever.")],
    form: FormatOption = Format.TEXT,
    language: LanguageOption = Language.ENGLISH,
) -> None:
    r"""Lift a legal hold, so that what it held may be erased again.

    \b
    Example:
      touchstone data lift organizations/example/holds/0198… --reason "settled" --server 127.0.0.1:50051

    \b
    Exit codes: 0 lifted, 2 there is no such hold, 3 the server failed.
    """
    from touchstone.v1 import erasure_service_pb2  # noqa: PLC0415 -- not for the help

    with answering(form):
        request = erasure_service_pb2.LiftLegalHoldRequest(name=name, reason=reason)
        answer: erasure_service_pb2.LegalHold = asked(server, "LiftLegalHold", request)
        put(as_json(answer) if form is Format.JSON else words(language.value)["lifted"].format(name=answer.name))


def list_command(
    organization: OrganizationArgument,
    *,
    server: ServerOption,
    form: FormatOption = Format.TEXT,
    language: LanguageOption = Language.ENGLISH,
) -> None:
    r"""List the legal holds of an organisation, those that were lifted included.

    \b
    Example:
      touchstone data holds organizations/example --server 127.0.0.1:50051

    \b
    Exit codes: 0 listed, 2 something is wrong with what was given, 3 the server failed.
    """
    from service.erasure.texts import holds_text  # noqa: PLC0415 -- not for the help
    from touchstone.v1 import erasure_service_pb2  # noqa: PLC0415 -- likewise

    with answering(form):
        request = erasure_service_pb2.ListLegalHoldsRequest(parent=organization)
        answer: erasure_service_pb2.ListLegalHoldsResponse = asked(server, "ListLegalHolds", request)
        put(as_json(answer) if form is Format.JSON else holds_text(answer, language.value))
