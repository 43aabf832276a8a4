"""How is `evaluations` called?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from service.answering.terminal.json_form import as_json
from service.answering.terminal.options import (
    DEFAULT_GAZETTE,
    FormatOption,
    GazetteOption,
    LanguageOption,
    OrganizationArgument,
    add_command,
)
from service.answering.terminal.output import Format, Language, put, telling_errors
from service.store.filters import FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.answering.terminal.remote import Remote
    from service.gazette.versions import Gazette
    from touchstone.v1 import evaluation_pb2, evaluation_service_pb2

_say = speaker(__name__)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    add_command(app, "evaluations", evaluations_command)


def evaluations_command(  # noqa: PLR0913 -- one for each option
    organization: OrganizationArgument,
    *,
    server: Annotated[str, typer.Option("--server", metavar="HOST:PORT", help="The server that stores them.")],
    chosen: Annotated[
        str, typer.Option("--filter", help=f"Comparisons joined by AND. Fields: {', '.join(FIELDS)}.")
    ] = "",
    order_by: Annotated[
        str, typer.Option("--order-by", help="create_time or record.as_of_date, or with ' desc'.")
    ] = "",
    page_size: Annotated[int, typer.Option("--page-size", help="The most evaluations to list, 1,000 at most.")] = 50,
    page_token: Annotated[str, typer.Option("--page-token", help="The token that ended the page before.")] = "",
    form: FormatOption = Format.TEXT,
    language: LanguageOption = Language.ENGLISH,
    gazette: GazetteOption = DEFAULT_GAZETTE,
) -> None:
    r"""List one page of the stored evaluations of an organisation, newest first.

    Grades, verdicts and stages are told in the words of their scorecard, which a filter understands too.

    \b
    Examples:
      touchstone evaluation list organizations/example --server 127.0.0.1:50051
      touchstone evaluation list organizations/example --server 127.0.0.1:50051 --filter 'record.conclusion.grade=gold'
      touchstone evaluation list organizations/example --server 127.0.0.1:50051 --filter 'record.conclusion.grade=三星'
      touchstone evaluation list organizations/example --server 127.0.0.1:50051 \
        --filter 'record.conclusion.verdict = VERDICT_PROHIBITED AND record.as_of_date >= 2026-01-01'

    \b
    Exit codes: 0 listed, 2 something is wrong with what was given, or nothing is stored of the organisation, 3 the
    server failed.
    """
    from service.answering.terminal.remote import Remote  # noqa: PLC0415 -- not for the help
    from service.gazette.versions import Gazette  # noqa: PLC0415 -- likewise
    from touchstone.v1 import evaluation_service_pb2  # noqa: PLC0415 -- likewise

    request = evaluation_service_pb2.ListEvaluationsRequest(
        parent=organization, filter=chosen, order_by=order_by, page_size=page_size, page_token=page_token
    )
    with telling_errors(form):
        remote = Remote(server)
        answer = remote.evaluations(request)
        if not answer.evaluations and not page_token:
            _check_known(remote, organization)
        put(as_json(answer) if form is Format.JSON else _page(answer, Gazette(gazette), language.value))


def _check_known(remote: Remote, organization: str) -> None:
    """Refuse an organisation of which nothing is stored; an empty page may be one that a filter leaves empty.

    Raises:
        InputError: nothing is stored.
    """
    from touchstone.v1 import evaluation_service_pb2  # noqa: PLC0415 -- not for the help

    request = evaluation_service_pb2.ListEvaluationsRequest(parent=organization, page_size=1)
    if not remote.evaluations(request).evaluations:
        raise InputError((Violation("ORGANIZATION", _say("NO_ORGANIZATION", name=organization), "NOT_FOUND"),))


def _page(answer: evaluation_service_pb2.ListEvaluationsResponse, gazette: Gazette, language: str) -> str:
    """Write a page as a table, its answers in the words of the card."""
    from service.answering.report.double_use import double_uses  # noqa: PLC0415 -- not for the help
    from service.answering.terminal.columns import columns_text  # noqa: PLC0415 -- likewise
    from service.answering.terminal.concluded import doubled_first  # noqa: PLC0415 -- likewise
    from service.answering.terminal.words import words  # noqa: PLC0415 -- likewise

    spoken = words(language)["evaluations"]
    rows = [_row(evaluation, gazette, language) for evaluation in answer.evaluations]
    lines = [columns_text(tuple(spoken["heads"]), rows) if rows else spoken["none"]]
    doubled = (
        (_subject(one), one.record.as_of_date, len(double_uses(one.archive_findings))) for one in answer.evaluations
    )
    lines = [*doubled_first(doubled, language), *lines]
    if answer.next_page_token:
        lines.append(spoken["more"].format(token=answer.next_page_token))
    return "\n".join(lines)


def _row(evaluation: evaluation_pb2.Evaluation, gazette: Gazette, language: str) -> tuple[str, ...]:
    from service.answering.result_status import answer_told  # noqa: PLC0415 -- not for the help
    from service.answering.terminal.concluded import concluded  # noqa: PLC0415 -- likewise
    from service.answering.terminal.words import words  # noqa: PLC0415 -- likewise

    record = evaluation.record
    version = record.scorecard_version
    if not evaluation.HasField("record"):
        damaged = words(language)["evaluations"]["damaged"]
        return evaluation.create_time.ToJsonString(), evaluation.name, "", "", "", damaged, ""
    return (
        evaluation.create_time.ToJsonString(),
        evaluation.name,
        _subject(evaluation),
        version.removeprefix("scorecards/").replace("/versions/", "@"),
        record.as_of_date,
        answer_told(concluded(record.conclusion, version, gazette, language), evaluation.status, language),
        "  ".join(_found(evaluation, language)),
    )


def _found(evaluation: evaluation_pb2.Evaluation, language: str) -> Iterator[str]:
    """Count what the archive found, double uses and shared evidence, and say when something was last erased."""
    from service.answering.report.double_use import double_uses, only_shared  # noqa: PLC0415 -- not for the help
    from service.answering.terminal.words import words  # noqa: PLC0415 -- likewise

    spoken = words(language)["evaluations"]
    for name, kept in (("double", double_uses), ("shared", only_shared)):
        if count := len(kept(evaluation.archive_findings)):
            yield spoken[name].format(count=count)
    if evaluation.erasures:
        day = evaluation.erasures[-1].create_time.ToJsonString()[:10]
        yield words(language)["erased"]["mark"].format(day=day)


def _subject(evaluation: evaluation_pb2.Evaluation) -> str:
    return evaluation.record.subject.rpartition("/")[2]
