"""How are `erase`, `erasures`, `retention` and `hold` called?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from rules.contracts.messages import told
from rules.contracts.toml_files import wording
from rules.contracts.typesetting import typeset
from rules.trail.erasing import Extent
from service.answering.erased import erasures_told
from service.answering.terminal.columns import columns_text
from service.answering.terminal.json_form import as_json
from service.answering.terminal.options import (
    FormatOption,
    LanguageOption,
    OrganizationArgument,
    add_command,
    help_of,
)
from service.answering.terminal.output import Format, Language, answering, put
from service.answering.terminal.remote import Remote
from service.answering.terminal.usage import Group
from touchstone.v1 import erasure_service_pb2, erasure_service_pb2_grpc, evaluation_pb2

if TYPE_CHECKING:
    from collections.abc import Iterator

    from google.protobuf.message import Message

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

    What is left still proves itself: its digest, its place in the log and every step that stays (docs/erasure.md). What
    was erased, by whom, when and why is noted in the log.

    \b
    Examples:
      touchstone erase organizations/example/evaluations/0198… --fact contact_name --reason "request 17" \
        --server 127.0.0.1:50051
      touchstone erase organizations/example/subjects/plant-7 --extent inputs --reason "request 17" --for-ever \
        --server 127.0.0.1:50051

    \b
    Exit codes: 0 told or erased, 2 something is wrong with what was given or a legal hold forbids it, 3 the server
    failed.
    """
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
        put(as_json(answer) if form is Format.JSON else _erased_text(answer, language.value, for_ever=for_ever))


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
      touchstone erasures organizations/example --server 127.0.0.1:50051

    \b
    Exit codes: 0 listed, 2 something is wrong with what was given, 3 the server failed.
    """
    with answering(form):
        request = erasure_service_pb2.ListErasuresRequest(
            parent=organization, page_size=page_size, page_token=page_token
        )
        answer: erasure_service_pb2.ListErasuresResponse = asked(server, "ListErasures", request)
        put(as_json(answer) if form is Format.JSON else _listed(answer, language.value))


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
    TOUCHSTONE_RETENTION_EVALUATION_YEARS and TOUCHSTONE_RETENTION_SINCE (docs/erasure.md). What is under a legal hold
    is passed over.

    \b
    Example:
      touchstone retention organizations/example --server 127.0.0.1:50051

    \b
    Exit codes: 0 told or erased, 2 something is wrong with what was given, 3 the server failed.
    """
    with answering(form):
        request = erasure_service_pb2.ApplyRetentionRequest(parent=organization, erase=for_ever)
        answer: erasure_service_pb2.ApplyRetentionResponse = asked(server, "ApplyRetention", request)
        while answer.more:
            following: erasure_service_pb2.ApplyRetentionResponse = asked(server, "ApplyRetention", request)
            for told, more in zip(answer.due, following.due, strict=True):
                told.erased_count += more.erased_count
            answer.more, answer.cleared = following.more, following.cleared
        put(as_json(answer) if form is Format.JSON else _due_text(answer, language.value, for_ever=for_ever))


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
      touchstone hold set organizations/example/subjects/plant-7 --reason "case 4 of 2026" --server 127.0.0.1:50051

    \b
    Exit codes: 0 set, 2 something is wrong with what was given, 3 the server failed.
    """
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
      touchstone hold lift organizations/example/holds/0198… --reason "settled" --server 127.0.0.1:50051

    \b
    Exit codes: 0 lifted, 2 there is no such hold, 3 the server failed.
    """
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
      touchstone hold list organizations/example --server 127.0.0.1:50051

    \b
    Exit codes: 0 listed, 2 something is wrong with what was given, 3 the server failed.
    """
    with answering(form):
        request = erasure_service_pb2.ListLegalHoldsRequest(parent=organization)
        answer: erasure_service_pb2.ListLegalHoldsResponse = asked(server, "ListLegalHolds", request)
        put(as_json(answer) if form is Format.JSON else _holds_text(answer, language.value))


def _erased_text(answer: erasure_service_pb2.EraseEvaluationsResponse, language: str, *, for_ever: bool) -> str:
    spoken = words(language)
    if not answer.erased:
        return str(spoken["nothing"])
    lines = [line for one in answer.erased for line in _lines(one, language)]
    count, steps = len(answer.erased), sum(one.erasure.step_count for one in answer.erased)
    head = spoken["erased" if for_ever else "would_erase"].format(count=count, steps=steps)
    return "\n".join([head, *lines, *([] if answer.cleared or not for_ever else [spoken["not_cleared"]])])


def _lines(one: erasure_service_pb2.ErasedEvaluation, language: str) -> Iterator[str]:
    spoken = words(language)
    facts = f" ({', '.join(one.erasure.fact_ids)})" if one.erasure.fact_ids else ""
    yield f"  {one.evaluation}: {one.erasure.step_count}{facts}"
    for name, found in (
        ("kept", one.kept_evidence_ids),
        ("used", one.also_used_by),
        ("given", one.also_given_in),
    ):
        if found:
            yield f"    {spoken[name].format(found=', '.join(found))}"


def _listed(answer: erasure_service_pb2.ListErasuresResponse, language: str) -> str:
    spoken = words(language)
    lines = [
        _line(one, said, language) for one, said in zip(answer.erasures, erasures_told(answer.erasures), strict=True)
    ]
    if answer.next_page_token:
        lines.append(spoken["more"].format(token=answer.next_page_token))
    return "\n".join(lines) or str(spoken["none"])


def _line(one: evaluation_pb2.Erasure, said: str, language: str) -> str:
    return typeset(f"{one.name.partition('/erasures/')[0]}: {told(said, language)}", language)


def _due_text(answer: erasure_service_pb2.ApplyRetentionResponse, language: str, *, for_ever: bool) -> str:
    spoken = words(language)
    lines = [
        spoken["erased_due" if for_ever else "due"].format(
            kind=spoken["kinds"][
                Extent(evaluation_pb2.Erasure.Extent.Name(one.extent).removeprefix("EXTENT_").lower())
            ],
            years=one.years,
            until=one.until.ToJsonString()[:10],
            count=one.erased_count if for_ever else one.evaluation_count,
            held=one.held_count,
        )
        for one in answer.due
    ]
    if for_ever and lines and not answer.cleared:
        lines.append(spoken["not_cleared"])
    return "\n".join(lines) or str(spoken["kept_for_ever"])


def _holds_text(answer: erasure_service_pb2.ListLegalHoldsResponse, language: str) -> str:
    spoken = words(language)
    rows = [
        (
            one.name,
            one.target,
            one.create_time.ToJsonString(),
            one.principal.id,
            one.lift_time.ToJsonString() if one.HasField("lift_time") else "",
            one.reason,
        )
        for one in answer.holds
    ]
    return columns_text(tuple(spoken["heads"]), rows) if rows else str(spoken["no_holds"])
