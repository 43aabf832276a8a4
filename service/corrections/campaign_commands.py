"""How are the `campaign` commands called, by which a correction is led through?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import speaker
from service.answering.terminal.json_form import as_document, as_json, plain_message
from service.answering.terminal.options import (
    DEFAULT_GAZETTE,
    FormatOption,
    GazetteOption,
    LanguageOption,
    OrganizationArgument,
    add_command,
    help_of,
)
from service.answering.terminal.output import Format, Language, answering, put
from service.answering.terminal.usage import Group
from service.corrections.commands import (
    AskedServer,
    AtLeastOption,
    AtMostOption,
    KindArgument,
    UnitOption,
    ValueArgument,
)
from service.corrections.messages import DISPOSITIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from google.protobuf.message import Message

    from touchstone.v1 import correction_service_pb2

_say = speaker(__name__)

_RUN_SECONDS = 600
_PAGE = 500
CampaignArgument = Annotated[
    str, typer.Argument(metavar="CAMPAIGN", help="Its name, such as organizations/example/campaigns/accreditation-7.")
]


def register(app: typer.Typer) -> None:
    """Add the group of commands."""
    group = typer.Typer(cls=Group, no_args_is_help=True, rich_markup_mode=None)
    group.callback()(campaign)
    add_command(group, "begin", begin_command)
    add_command(group, "run", run_command)
    add_command(group, "list", list_command)
    add_command(group, "show", show_command)
    add_command(group, "dispose", dispose_command)
    add_command(group, "export", export_command)
    app.add_typer(group, name="campaign", help=help_of(campaign))


def campaign() -> None:
    """Lead through a correction: find the results that it touches, evaluate them again, and decide of each."""


def begin_command(  # noqa: PLR0913 -- one for each option
    organization: OrganizationArgument,
    id: Annotated[str, typer.Argument(metavar="ID", help="The last part of its name, of a-z, 0-9 and '-'.")],
    kind: KindArgument,
    value: ValueArgument,
    *,
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="What happened.")],
    server: AskedServer,
    at_least: AtLeastOption = "",
    at_most: AtMostOption = "",
    unit: UnitOption = "",
    form: FormatOption = Format.TEXT,
    language: LanguageOption = Language.ENGLISH,
) -> None:
    r"""Begin a campaign: keep which stored results rest on what turned out wrong, and note that in the log.

    \b
    Examples:
      touchstone correction begin organizations/example accreditation-7 issuer "Example Laboratory" \
        --reason "lost its accreditation on 2026-10-01" --server 127.0.0.1:50051
      touchstone correction begin organizations/example repeal-1 version zero-carbon-factory@1.0.0 \
        --reason "repealed from its first day on" --server 127.0.0.1:50051 --language zh

    \b
    Exit codes: 0 begun, 2 something is wrong with what was given, 3 the server failed or cannot be reached.
    """
    from service.corrections.commands import read_kind  # noqa: PLC0415 -- not for the help
    from touchstone.v1 import correction_service_pb2  # noqa: PLC0415 -- likewise

    with answering(form):
        request = correction_service_pb2.CreateCampaignRequest(
            parent=organization,
            campaign_id=id,
            kind=read_kind(kind),
            value=value,
            at_least=at_least,
            at_most=at_most,
            unit=unit,
            reason=reason,
        )
        _tell(_ask(server, "CreateCampaign", request), form, language.value)


def run_command(
    name: CampaignArgument,
    *,
    server: AskedServer,
    form: FormatOption = Format.TEXT,
    language: LanguageOption = Language.ENGLISH,
) -> None:
    r"""Evaluate the results of a campaign again, for their days and as known when it began, until none is pending.

    What was done is kept: stopped anywhere, it goes on where it was.

    \b
    Example:
      touchstone correction run organizations/example/campaigns/accreditation-7 --server 127.0.0.1:50051

    \b
    Exit codes: 0 nothing is pending any more, 2 something is wrong with what was given, 3 the server failed or cannot
    be reached.
    """
    from touchstone.v1 import correction_service_pb2  # noqa: PLC0415 -- not for the help

    with answering(form):
        request = correction_service_pb2.ReevaluateCampaignRequest(name=name)
        answer = _ask(server, "ReevaluateCampaign", request)
        while answer.pending_count:
            answer = _ask(server, "ReevaluateCampaign", request)
        _tell(answer, form, language.value)


def list_command(
    organization: OrganizationArgument,
    *,
    server: AskedServer,
    page_token: Annotated[str, typer.Option("--page-token", help="The token that ended the page before.")] = "",
    form: FormatOption = Format.TEXT,
    language: LanguageOption = Language.ENGLISH,
) -> None:
    r"""List the campaigns of an organisation, and how far each is.

    \b
    Example:
      touchstone correction list organizations/example --server 127.0.0.1:50051

    \b
    Exit codes: 0 listed, 2 something is wrong with what was given, 3 the server failed or cannot be reached.
    """
    from service.corrections.campaign_text import progress_text  # noqa: PLC0415 -- not for the help
    from service.corrections.commands import words  # noqa: PLC0415 -- likewise
    from touchstone.v1 import correction_service_pb2  # noqa: PLC0415 -- likewise

    with answering(form):
        request = correction_service_pb2.ListCampaignsRequest(parent=organization, page_token=page_token)
        answer: correction_service_pb2.ListCampaignsResponse = _ask(server, "ListCampaigns", request)
        if form is Format.JSON:
            put(as_json(answer))
            return
        spoken = words(language.value)
        lines = [progress_text(one, language.value) for one in answer.campaigns] or [spoken["no_campaigns"]]
        if answer.next_page_token:
            lines.append(spoken["more"].format(token=answer.next_page_token))
        put("\n".join(lines))


def show_command(
    name: CampaignArgument,
    *,
    server: AskedServer,
    form: FormatOption = Format.TEXT,
    language: LanguageOption = Language.ENGLISH,
    gazette: GazetteOption = DEFAULT_GAZETTE,
) -> None:
    r"""Show how far a campaign is, and each of its results: what it concluded, what it would, and what was decided.

    \b
    Example:
      touchstone correction show organizations/example/campaigns/accreditation-7 --server 127.0.0.1:50051 --language zh

    \b
    Exit codes: 0 shown, 2 something is wrong with what was given, 3 the server failed or cannot be reached.
    """
    from service.answering.terminal.columns import columns_text  # noqa: PLC0415 -- not for the help
    from service.answering.terminal.doubled import doubled_first  # noqa: PLC0415 -- likewise
    from service.corrections.campaign_text import item_row, progress_text  # noqa: PLC0415 -- likewise
    from service.corrections.commands import words  # noqa: PLC0415 -- likewise
    from service.gazette.versions import Gazette  # noqa: PLC0415 -- likewise
    from touchstone.v1 import correction_service_pb2  # noqa: PLC0415 -- likewise

    with answering(form):
        found = _ask(server, "GetCampaign", correction_service_pb2.GetCampaignRequest(name=name))
        items = list(_items(server, name))
        if form is Format.JSON:
            put(as_document({"items": [plain_message(one) for one in items]}, beside=found))
            return
        spoken, own = words(language.value), Gazette(gazette)
        rows = [item_row(one, own, language.value) for one in items]
        doubled = ((one.subject.rpartition("/")[2], one.as_of_date, one.double_use_count) for one in items)
        table = columns_text(tuple(spoken["item_heads"]), rows) if rows else spoken["none"]
        put("\n".join((*doubled_first(doubled, language.value), progress_text(found, language.value), "", table)))


def dispose_command(  # noqa: PLR0913 -- one for each option
    name: CampaignArgument,
    evaluation: Annotated[str, typer.Argument(metavar="EVALUATION", help="The name of the stored evaluation.")],
    disposition: Annotated[
        str, typer.Argument(metavar="DECISION", help=f"What is decided: {', '.join(DISPOSITIONS.values())}.")
    ],
    *,
    person: Annotated[str, typer.Option("--person", metavar="NAME", help="Who decides.")],
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why.")],
    server: AskedServer,
    form: FormatOption = Format.TEXT,
    language: LanguageOption = Language.ENGLISH,
    gazette: GazetteOption = DEFAULT_GAZETTE,
) -> None:
    r"""Decide of one result of a campaign; the decision is noted in the log, and a later one takes its place.

    \b
    Example:
      touchstone correction decide organizations/example/campaigns/accreditation-7 \
        organizations/example/evaluations/0198… withdrawn --person "Li Wei" --reason "no accredited report is left" \
        --server 127.0.0.1:50051

    \b
    Exit codes: 0 decided, 2 something is wrong with what was given, 3 the server failed or cannot be reached.
    """
    from service.answering.terminal.columns import columns_text  # noqa: PLC0415 -- not for the help
    from service.corrections.campaign_text import item_row  # noqa: PLC0415 -- likewise
    from service.corrections.commands import words  # noqa: PLC0415 -- likewise
    from service.gazette.versions import Gazette  # noqa: PLC0415 -- likewise
    from touchstone.v1 import correction_service_pb2  # noqa: PLC0415 -- likewise

    with answering(form):
        if disposition not in DISPOSITIONS.values():
            said = _say("NO_DISPOSITION", known=tuple(DISPOSITIONS.values()))
            raise InputError((Violation("DECISION", said, "WRONG_VALUE"),))
        request = correction_service_pb2.DisposeCampaignItemRequest(
            name=name,
            evaluation=evaluation,
            disposition=f"DISPOSITION_{disposition.upper()}",
            reason=reason,
            person=person,
        )
        answer: correction_service_pb2.CampaignItem = _ask(server, "DisposeCampaignItem", request)
        if form is Format.JSON:
            put(as_json(answer))
            return
        spoken = words(language.value)
        put(columns_text(tuple(spoken["item_heads"]), [item_row(answer, Gazette(gazette), language.value)]))


def export_command(
    name: CampaignArgument,
    *,
    server: AskedServer,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="A name that ends in .csv or .json.")],
    language: LanguageOption = Language.ENGLISH,
) -> None:
    r"""Write a campaign with all its results and decisions as one file, CSV or JSON.

    \b
    Example:
      touchstone correction export organizations/example/campaigns/accreditation-7 --server 127.0.0.1:50051 -o done.csv

    \b
    Exit codes: 0 written, 2 something is wrong with what was given, 3 the server failed or cannot be reached.
    """
    from service.corrections.campaign_text import items_csv  # noqa: PLC0415 -- not for the help
    from service.corrections.commands import words  # noqa: PLC0415 -- likewise
    from touchstone.v1 import correction_service_pb2  # noqa: PLC0415 -- likewise

    with answering(Format.TEXT):
        if out.suffix not in (".csv", ".json"):
            raise InputError((Violation("--out", _say("EXPORT_FORM", found=out.name), "WRONG_VALUE"),))
        found = _ask(server, "GetCampaign", correction_service_pb2.GetCampaignRequest(name=name))
        items = list(_items(server, name))
        if out.suffix == ".json":
            put(as_document({"items": [plain_message(one) for one in items]}, beside=found), out)
        else:
            put(items_csv(items), out)
        put(words(language.value)["exported"].format(count=len(items), path=out))


def _ask(server: str, method: str, request: Message) -> Any:
    from service.answering.terminal.remote import Remote  # noqa: PLC0415 -- not for the help
    from touchstone.v1 import correction_service_pb2_grpc  # noqa: PLC0415 -- likewise

    stub = correction_service_pb2_grpc.CorrectionServiceStub
    return Remote(server).ask(method, request, stub, seconds=_RUN_SECONDS)


def _items(server: str, name: str) -> Iterator[correction_service_pb2.CampaignItem]:
    from touchstone.v1 import correction_service_pb2  # noqa: PLC0415 -- not for the help

    request = correction_service_pb2.ListCampaignItemsRequest(parent=name, page_size=_PAGE)
    page = _ask(server, "ListCampaignItems", request)
    yield from page.items
    while page.next_page_token:
        request.page_token = page.next_page_token
        page = _ask(server, "ListCampaignItems", request)
        yield from page.items


def _tell(answer: correction_service_pb2.Campaign, form: Format, language: str) -> None:
    from service.corrections.campaign_text import progress_text  # noqa: PLC0415 -- not for the help

    put(as_json(answer) if form is Format.JSON else progress_text(answer, language))
