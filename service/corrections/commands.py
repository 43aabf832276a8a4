"""How is `where-used` called?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import listed, speaker
from rules.contracts.toml_files import wording
from service.answering.terminal.json_form import as_json
from service.answering.terminal.options import (
    DEFAULT_GAZETTE,
    FormatOption,
    GazetteOption,
    LanguageOption,
    OrganizationArgument,
    add_command,
)
from service.answering.terminal.output import Format, Language, answering, put
from service.corrections.asking import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from service.gazette.versions import Gazette
    from touchstone.v1 import correction_service_pb2

words = wording(__name__)
_say = speaker(__name__)

KindArgument = Annotated[
    str,
    typer.Argument(metavar="KIND", help=f"What kind of thing results rest on: {', '.join(KINDS.values())}."),
]
ValueArgument = Annotated[
    str, typer.Argument(metavar="VALUE", help="Which one, written as docs/evidence.md says of its kind.")
]
AtLeastOption = Annotated[
    str, typer.Option("--at-least", help="Of a fact: at least this number in its unit, or from this day on.")
]
AtMostOption = Annotated[str, typer.Option("--at-most", help="Of a fact: at most this number or day.")]
UnitOption = Annotated[
    str, typer.Option("--unit", help="Of a fact: its unit, if versions of the scorecard give it different ones.")
]
AskedServer = Annotated[str, typer.Option("--server", metavar="HOST:PORT", help="The server that stores the results.")]


def register(app: typer.Typer) -> None:
    """Add the command."""
    add_command(app, "where-used", where_used_command)


def where_used_command(  # noqa: PLR0913 -- one for each option
    organization: OrganizationArgument,
    kind: KindArgument,
    value: ValueArgument,
    *,
    server: AskedServer,
    at_least: AtLeastOption = "",
    at_most: AtMostOption = "",
    unit: UnitOption = "",
    page_size: Annotated[int, typer.Option("--page-size", help="The most results to list, 1,000 at most.")] = 50,
    page_token: Annotated[str, typer.Option("--page-token", help="The token that ended the page before.")] = "",
    form: FormatOption = Format.TEXT,
    language: LanguageOption = Language.ENGLISH,
    gazette: GazetteOption = DEFAULT_GAZETTE,
) -> None:
    r"""List which stored results rest on something: a verifier, document, serial, table row, reading, value, version.

    Newest first; those on numbers or days within bounds in the order of these. A person or body is found in whatever
    role, and similar names of the newest results are told.

    \b
    Examples:
      touchstone correction find organizations/example name "Example Laboratory" --server 127.0.0.1:50051
      touchstone correction find organizations/example identifier CCER-2026-0001 --server 127.0.0.1:50051 --language zh
      touchstone correction find organizations/example lookup cbam-mark-up@2025-12-31:sector=iron_and_steel,year=2026 \
        --server 127.0.0.1:50051
      touchstone correction find organizations/example fact cbam-goods/net_mass --at-least 100 --at-most 200.5 \
        --server 127.0.0.1:50051

    \b
    Exit codes: 0 listed, 1 listed, and records cannot be read, which are named, 2 something is wrong with what was
    given, 3 the server failed or cannot be reached.
    """
    from service.answering.terminal.left_out import end_with_left_out  # noqa: PLC0415 -- likewise
    from service.answering.terminal.remote import Remote  # noqa: PLC0415 -- not for the help
    from service.gazette.versions import Gazette  # noqa: PLC0415 -- likewise
    from touchstone.v1 import correction_service_pb2, correction_service_pb2_grpc  # noqa: PLC0415 -- likewise

    with answering(form):
        request = correction_service_pb2.ListUsesRequest(
            parent=organization,
            kind=read_kind(kind),
            value=value,
            at_least=at_least,
            at_most=at_most,
            unit=unit,
            page_size=page_size,
            page_token=page_token,
        )
        answer: correction_service_pb2.ListUsesResponse = Remote(server).ask(
            "ListUses", request, correction_service_pb2_grpc.CorrectionServiceStub
        )
        if form is Format.JSON:
            put(as_json(answer))
        else:
            put(_page_text(value, answer, Gazette(gazette), language.value))
        end_with_left_out(answer.left_out, language.value)


def _page_text(value: str, answer: correction_service_pb2.ListUsesResponse, gazette: Gazette, language: str) -> str:
    spoken = words(language)
    lines = [uses_text(answer.uses, gazette, language) if answer.uses else spoken["none"]]
    lines += searched_lines(value, answer, language)
    if answer.next_page_token:
        lines.append(spoken["more"].format(token=answer.next_page_token))
    return "\n".join(lines)


def read_kind(text: str) -> str:
    """Read the kind of a support as the API names it.

    Raises:
        InputError: there is no such kind.
    """
    if text not in KINDS.values():
        raise InputError((Violation("KIND", _say("NO_KIND", known=tuple(KINDS.values())), "WRONG_VALUE"),))
    return f"SUPPORT_KIND_{text.upper()}"


def uses_text(uses: Sequence[correction_service_pb2.Use], gazette: Gazette, language: str) -> str:
    """Write uses as a table, of whom the archive found double use first."""
    from service.answering.result_status import answer_told  # noqa: PLC0415 -- not for the help
    from service.answering.terminal.columns import columns_text  # noqa: PLC0415 -- likewise
    from service.answering.terminal.concluded import concluded  # noqa: PLC0415 -- likewise
    from service.answering.terminal.doubled import doubled_first  # noqa: PLC0415 -- likewise

    rows = [
        (
            use.create_time.ToJsonString(),
            use.evaluation,
            _subject(use),
            use.scorecard_version.removeprefix("scorecards/").replace("/versions/", "@"),
            use.as_of_date,
            answer_told(concluded(use.conclusion, use.scorecard_version, gazette, language), use.status, language),
            *((_roles(use, language),) if use.kinds else ()),
        )
        for use in uses
    ]
    doubled = ((_subject(use), use.as_of_date, use.double_use_count) for use in uses)
    spoken = words(language)
    heads = (*spoken["heads"], *((spoken["role"],) if any(use.kinds for use in uses) else ()))
    return "\n".join((*doubled_first(doubled, language), columns_text(heads, rows)))


def searched_lines(value: str, answer: correction_service_pb2.ListUsesResponse, language: str) -> Iterator[str]:
    """Say of a name what was searched, and which similar names stand in the newest results."""
    if not answer.looked_through_count:
        return
    spoken = words(language)
    yield spoken["searched_name"].format(name=value)
    for one in answer.near_names:
        yield spoken["near_name"].format(name=one.name, role=spoken["roles"][KINDS[one.kind]], count=one.count)
    if not answer.near_names:
        yield spoken["nobody_near"].format(count=answer.looked_through_count)


def _roles(use: correction_service_pb2.Use, language: str) -> str:
    return listed((words(language)["roles"][KINDS[one]] for one in use.kinds), language)


def _subject(use: correction_service_pb2.Use) -> str:
    return use.subject.rpartition("/")[2]
