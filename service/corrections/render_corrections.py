"""Rendering of where-used results and correction campaigns."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from rules.contracts import InputError, Violation, join_items, message_factory, wording_loader
from service.corrections.messages import DISPOSITIONS
from service.corrections.where_used_query import KINDS
from service.gazette.versions import Gazette
from service.output.mapping.mapper import word_of
from service.output.result_status import answer_with_status
from service.output.tables import Column, Table, table_csv
from service.output.terminal.columns import columns_text, listing_text
from service.output.terminal.command_declarations import CommandResult
from service.output.terminal.evaluation_lines import conclusion_text, double_use_headline
from service.output.terminal.json_form import to_json_document
from service.output.terminal.output import write_output
from touchstone.client.json_form import plain_message
from touchstone.v1 import correction_service_pb2

words = wording_loader(__name__)
_message = message_factory(__name__)

_SERVICE = "correction_service.CorrectionService"
_TIMEOUT_SECONDS = 600
_PAGE_SIZE = 500
_COLUMNS = (
    "evaluation", "subject", "scorecard_version", "as_of_date", "state", "before", "after", "after_scorecard_version",
    "criterion_ids", "problem", "disposition", "disposition_reason", "person", "dispose_time", "double_use_count",
)  # fmt: skip


def where_used_text(answer: correction_service_pb2.ListUsesResponse, value: str, gazette: Path, language: str) -> str:
    """Render where-used results; for a name, with the searched roles."""
    texts = words(language)
    lines = [_uses_text(answer.uses, Gazette(gazette), language) if answer.uses else texts["none"]]
    lines += _searched_lines(value, answer, language)
    if answer.HasField("totals"):
        lines += _totals(answer.totals, Gazette(gazette), language)
    if answer.next_page_token:
        lines.append(texts["more"].format(token=answer.next_page_token))
    return "\n".join(lines)


def _totals(totals: correction_service_pb2.UseTotals, gazette: Gazette, language: str) -> Iterator[str]:
    texts = words(language)
    yield texts["totals"].format(
        results=totals.result_count, subjects=totals.subject_count, doubled=totals.double_use_result_count,
        invalid=totals.not_standing_count, certificates=totals.certificate_count, cases=totals.open_case_count,
    )  # fmt: skip
    for tally in totals.conclusion_counts:
        version = tally.scorecard_version
        yield texts["total"].format(
            count=tally.result_count, version=version.removeprefix("scorecards/").replace("/versions/", "@"),
            conclusion=conclusion_text(tally.conclusion, version, gazette, language),
        )  # fmt: skip


def _uses_text(uses: Sequence[correction_service_pb2.Use], gazette: Gazette, language: str) -> str:
    rows = [
        (
            use.create_time.ToJsonString(),
            use.evaluation,
            _subject(use),
            use.scorecard_version.removeprefix("scorecards/").replace("/versions/", "@"),
            use.as_of_date,
            answer_with_status(
                conclusion_text(use.conclusion, use.scorecard_version, gazette, language), use.status, language
            ),
            *((_roles(use, language),) if use.kinds else ()),
        )
        for use in uses
    ]
    doubled = ((_subject(use), use.as_of_date, use.double_use_count) for use in uses)
    texts = words(language)
    heads = (*texts["heads"], *((texts["role"],) if any(use.kinds for use in uses) else ()))
    return "\n".join((*double_use_headline(doubled, language), columns_text(heads, rows)))


def _searched_lines(value: str, answer: correction_service_pb2.ListUsesResponse, language: str) -> Iterator[str]:
    if not answer.looked_through_count:
        return
    texts = words(language)
    yield texts["searched_name"].format(name=value)
    for near_name in answer.near_names:
        yield texts["near_name"].format(
            name=near_name.name, role=texts["roles"][KINDS[near_name.kind]], count=near_name.count
        )
    if not answer.near_names:
        yield texts["nobody_near"].format(count=answer.looked_through_count)


def _roles(use: correction_service_pb2.Use, language: str) -> str:
    return join_items((words(language)["roles"][KINDS[kind]] for kind in use.kinds), language)


def _subject(use: correction_service_pb2.Use | correction_service_pb2.CampaignItem) -> str:
    return use.subject.rpartition("/")[2]


def reevaluate_all(
    answer: correction_service_pb2.Campaign,
    request: correction_service_pb2.ReevaluateCampaignRequest,
    ask: Callable[..., correction_service_pb2.Campaign],
) -> correction_service_pb2.Campaign:
    """Repeat the request until no evaluation is pending."""
    while answer.pending_count:
        answer = ask(request)
    return answer


def campaigns_text(answer: correction_service_pb2.ListCampaignsResponse, language: str) -> str:
    """Render campaigns with their progress."""
    texts = words(language)
    lines = [progress_text(campaign, language) for campaign in answer.campaigns] or [texts["no_campaigns"]]
    if answer.next_page_token:
        lines.append(texts["more"].format(token=answer.next_page_token))
    return "\n".join(lines)


def show_campaign(campaign: str, gazette: Path, language: str, stubs: Callable[[str], Any]) -> CommandResult:
    """Show a campaign and its results."""
    answer, items = _fetch_campaign(campaign, stubs)
    published = Gazette(gazette)
    rows = [_item_row(item, published, language) for item in items]
    doubled = ((_subject(item), item.as_of_date, item.double_use_count) for item in items)
    table = listing_text(words(language), rows, heads="item_heads")
    text = "\n".join((*double_use_headline(doubled, language), progress_text(answer, language), "", table))
    return CommandResult(text, document=_document(answer, items))


def campaign_item_text(answer: correction_service_pb2.CampaignItem, gazette: Path, language: str) -> str:
    """Render one result of a campaign."""
    return columns_text(tuple(words(language)["item_heads"]), [_item_row(answer, Gazette(gazette), language)])


def export_campaign(campaign: str, out: Path, language: str, stubs: Callable[[str], Any]) -> str:
    """Write a campaign to a `.csv` or `.json` file."""
    if out.suffix not in (".csv", ".json"):
        raise InputError((Violation("--out", _message("EXPORT_FORM", found=out.name), "WRONG_VALUE"),))
    answer, items = _fetch_campaign(campaign, stubs)
    write_output(_items_csv(items) if out.suffix == ".csv" else to_json_document(_document(answer, items)), out)
    return str(words(language)["exported"]).format(count=len(items), path=out)


def _document(campaign: correction_service_pb2.Campaign, items: Sequence[correction_service_pb2.CampaignItem]) -> Any:
    return {**plain_message(campaign), "items": [plain_message(item) for item in items]}


def _fetch_campaign(
    campaign: str, stubs: Callable[[str], Any]
) -> tuple[correction_service_pb2.Campaign, list[correction_service_pb2.CampaignItem]]:
    service = stubs(_SERVICE)
    answer = service.GetCampaign(correction_service_pb2.GetCampaignRequest(name=campaign), timeout=_TIMEOUT_SECONDS)
    request = correction_service_pb2.ListCampaignItemsRequest(parent=campaign, page_size=_PAGE_SIZE)
    items: list[correction_service_pb2.CampaignItem] = []
    while True:
        page = service.ListCampaignItems(request, timeout=_TIMEOUT_SECONDS)
        items += page.items
        if not page.next_page_token:
            return answer, items
        request.page_token = page.next_page_token


def progress_text(answer: correction_service_pb2.Campaign, language: str) -> str:
    """Render the progress of a campaign."""
    texts = words(language)
    decided = join_items(
        (
            texts["decided"].format(what=texts["dispositions"][DISPOSITIONS[tally.disposition]], count=tally.count)
            for tally in answer.disposition_counts
        ),
        language,
    )
    line: str = texts["progress"].format(
        name=answer.name,
        affected=answer.affected_count,
        pending=answer.pending_count,
        same=answer.same_count,
        changed=answer.changed_count,
        failed=answer.failed_count,
        decided=decided or texts["nothing_decided"],
    )
    return line


def _item_row(item: correction_service_pb2.CampaignItem, gazette: Gazette, language: str) -> tuple[str, ...]:
    texts = words(language)
    state = word_of(correction_service_pb2.CampaignItem.State, item.state)
    version = item.after_scorecard_version
    after = conclusion_text(item.after, version, gazette, language) if item.HasField("after") else item.problem
    disposition_key = DISPOSITIONS.get(item.disposition)
    return (
        item.evaluation,
        _subject(item),
        conclusion_text(item.before, item.scorecard_version, gazette, language),
        texts["states"][state],
        after,
        join_items(item.criterion_ids, language),
        "" if disposition_key is None else texts["dispositions"][disposition_key],
        item.person,
    )


def _items_csv(items: Sequence[correction_service_pb2.CampaignItem]) -> str:
    """Render results as CSV, with formulas escaped as text."""
    return table_csv(Table([_column(name) for name in _COLUMNS], map(plain_message, items)))


def _column(name: str) -> Column[Mapping[str, Any]]:
    field = _camel_case(name)
    return Column(name, lambda plain: _cell(plain.get(field, "")))


def _camel_case(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(map(str.capitalize, others))


def _cell(value: Any) -> str:
    if isinstance(value, dict):
        return " ".join(str(part) for part in value.values())
    return " ".join(value) if isinstance(value, list) else str(value)
