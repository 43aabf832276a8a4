"""Border pages: costs of goods at three borders, and yearly ledgers of goods."""

from __future__ import annotations

import asyncio
import base64
import binascii
import csv
import io
import json
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from rules.contracts import InputError, message_factory
from service.base import instants
from service.base.whole_numbers import parse_whole_number
from service.input.tree.placed_errors import not_one_of
from service.input.workbook.input_file import is_workbook_content
from service.output.mapping.mapper import word_of
from service.schemes.cbam.pages.figures import NOT_KNOWN, charts_of, cost_of, exact, money, span_of, whole
from service.workbench.page import LIVE, UTC, Download, Page
from service.workbench.proposed_ids import propose_id
from service.workbench.queries import MOST, id_of, load_account_names
from touchstone.v1 import cbam_service_pb2 as cbam, evaluation_pb2, goods_ledger_service_pb2 as ledgers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from service.schemes.cbam.pages.figures import BorderChart, Cost
    from service.workbench.page import PageRequest, Shown

_message = message_factory(__name__)

COMPARE, _TEMPLATE = "CbamService/CompareGoods", "CbamService/GetGoodsTemplate"
_SAVE, _GET = "GoodsLedgerService/SaveGoods", "GoodsLedgerService/GetGoodsLedger"
_LIST = "GoodsLedgerService/ListGoodsLedgers"
_GOODS, _FILES = "GoodsLedgerService/ListGoods", "GoodsLedgerService/GetGoodsFiles"
_ASSUME = "GoodsLedgerService/SetPricingAssumptions"
PRICE, DECLARE = "GoodsLedgerService/PriceGoods", "CbamService/DeclareGoods"
_REVISIONS = "GoodsLedgerService/ListGoodsRevisions"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MAX_FILE_BYTES = 50_000_000
_MAX_UNSTORED_LINES = 100
_MAX_CARRIED_BYTES = 45_000
"""Smaller files are embedded in the page, so that users need not choose them again."""
_GROUPS = ("eu", "uk", "us")
_FIRST_YEAR, _LAST_YEAR, _MAX_YEAR, _SHOWN_YEAR = 2026, 2034, 2040, 2027
_SHOWN_LINES, _SHOWN_REVISIONS, _SHOWN_ERRORS = 25, 10, 200
_IDENTIFYING_FACTS = ("cn_code", "country_of_origin", "imported_on", "net_mass")
_Giver = cbam.OpenPoint.Giver


@dataclass(frozen=True, slots=True)
class SumPoint:
    """Running sum at the end of a month."""

    date: str
    text: str


@dataclass(frozen=True, slots=True)
class Threshold:
    """Threshold with its state, total and monthly sums."""

    id: str
    year: int
    unit: str
    state: str
    first_date: str
    total: str
    open_lines: int
    months: Sequence[SumPoint]


@dataclass(frozen=True, slots=True)
class PricedLine:
    """Goods line with its yearly costs by group, and its open points."""

    name: str
    day: str
    code: str
    origin: str
    mass: str
    costs: Mapping[str, Cost]
    points: Sequence[tuple[str, cbam.OpenPoint]]
    idle: Sequence[cbam.IdleFacts]
    """Stated facts without effect."""


def number_of(page_request: PageRequest, name: str, default: int) -> int:
    """Return a typed whole number, or `default` if empty; raise InputError if malformed."""
    text = page_request.typed(name).strip()
    if not text:
        return default
    number = parse_whole_number(text, most=9_999)
    if number is None:
        raise InputError.of(name, _message("NOT_A_YEAR", found=text[:40]), "WRONG_VALUE")
    return number


def _typed_assumptions(page_request: PageRequest) -> ledgers.PricingAssumptions:
    assumed = []
    for group in _GROUPS:
        text = page_request.typed(group).replace("…", "..").strip()
        low, _, high = text.partition("..")
        if text:
            assumed.append(cbam.GoodsAssumption(measure_group=group, low=low.strip(), high=high.strip()))
    return ledgers.PricingAssumptions(
        first_year=number_of(page_request, "first_year", _FIRST_YEAR),
        last_year=number_of(page_request, "last_year", _LAST_YEAR), assumptions=assumed,
    )  # fmt: skip


def _comparison(page_request: PageRequest, priced_with: ledgers.PricingAssumptions) -> cbam.CompareGoodsRequest:
    first = priced_with.first_year or _FIRST_YEAR
    return cbam.CompareGoodsRequest(
        first_year=first, last_year=priced_with.last_year or max(first, _LAST_YEAR),
        assumptions=priced_with.assumptions, language_code=page_request.language,
    )  # fmt: skip


def assumed_texts(priced_with: ledgers.PricingAssumptions, words: Mapping[str, Any]) -> list[str]:
    """Return each assumed figure with its unit."""
    return [
        words["assumed_as"][assumption.measure_group].format(
            figure=assumption.low
            if assumption.high in {"", assumption.low}
            else words["from_to"].format(low=assumption.low, high=assumption.high)
        )
        for assumption in priced_with.assumptions
    ]


def _sent_file(page_request: PageRequest, field: str) -> cbam.GoodsFile | None:
    name, content = next(
        ((file.name, file.content.read()) for file in page_request.files if file.field == field),
        (page_request.typed(f"{field}_name"), _carried_content(page_request, field)),
    )
    if not content:
        return None
    mark = "" if is_workbook_content(content) else page_request.typed("decimal_mark")
    if mark and mark not in _DECIMAL_MARKS:
        raise InputError.of("decimal_mark", not_one_of(mark, _DECIMAL_MARKS), "WRONG_VALUE")
    return cbam.GoodsFile(name=name, content=content, decimal_mark=_DECIMAL_MARKS.get(mark))


def _carried_content(page_request: PageRequest, field: str) -> bytes:
    try:
        return base64.b64decode(page_request.typed(f"{field}_carried"), validate=True)
    except (binascii.Error, ValueError):
        return b""


def _goods(page_request: PageRequest) -> tuple[cbam.GoodsFile, cbam.GoodsFile | None]:
    goods = _sent_file(page_request, "goods")
    if goods is None:
        raise InputError.of("goods", _message("NO_GOODS"), "REQUIRED")
    return goods, _sent_file(page_request, "precursors")


def _wrong_cells(page_request: PageRequest) -> list[tuple[str, str]]:
    fields = page_request.w["field"]
    wrong = [(location, message) for location, message in page_request.errors if location and location not in fields]
    return wrong[:_SHOWN_ERRORS]


async def _load(page_request: PageRequest) -> Shown | Download:
    token = page_request.query.get("page_token", "")
    listing = ledgers.ListGoodsLedgersRequest(parent=page_request.parent, page_token=token)
    listed = await page_request.ask(_LIST, listing)
    shown: Shown = {
        "ledgers": listed.goods_ledgers, "next": listed.next_page_token, "id_of": id_of, "result": None,
        "assumed_texts": assumed_texts,
        "typed": _typed(page_request), "cells": _wrong_cells(page_request), "too_many": 0,
        "year_now": instants.today(UTC).year, "shown_year": _SHOWN_YEAR,
    }  # fmt: skip
    if not page_request.answers_form or page_request.errors or not page_request.page.is_preview:
        return shown
    request = _comparison(page_request, _typed_assumptions(page_request))
    goods, precursors = _goods(page_request)
    request.goods.CopyFrom(goods)
    if precursors is not None:
        request.precursors.CopyFrom(precursors)
    count_request = cbam.CompareGoodsRequest()
    count_request.CopyFrom(request)
    count_request.page_size, count_request.last_year = 1, count_request.first_year  # counting needs one line and year
    count_request.without_thresholds = True
    count = (await page_request.ask(COMPARE, count_request)).line_count
    if count > _MAX_UNSTORED_LINES:
        return {**shown, "too_many": count}
    form = page_request.typed("form")
    request.page_size, request.file_format = (
        _MAX_UNSTORED_LINES,
        _FORMS[form][0] if form in _FORMS else request.file_format,
    )
    compared = await page_request.ask(COMPARE, request)
    if form in _FORMS:
        return Download(f"borders.{_FORMS[form][1]}", _FORMS[form][2], compared.file.content)
    year = min(max(_SHOWN_YEAR, request.first_year), request.last_year)
    return {
        **shown, "shown_year": year, "file_name": goods.name,
        "result": _result(page_request, compared, request, year),
        "lines": _lines(compared.compared_goods, compared.measures, year), "count": compared.line_count,
        "notes": compared.notes, "known": compared.known_time, "carried": _carried(goods, precursors),
    }  # fmt: skip


_DECIMAL_MARKS = {"comma": cbam.GoodsFile.DECIMAL_MARK_COMMA, "point": cbam.GoodsFile.DECIMAL_MARK_POINT}
_FORMS = {
    "workbook": (cbam.COMPARISON_FORMAT_WORKBOOK, "xlsx", XLSX),
    "page": (cbam.COMPARISON_FORMAT_PAGE, "html", "text/html"),
}


def _typed(page_request: PageRequest, priced_with: ledgers.PricingAssumptions | None = None) -> Mapping[str, str]:
    comparison = _comparison(page_request, priced_with or ledgers.PricingAssumptions())
    stored = {
        "first_year": str(comparison.first_year), "last_year": str(comparison.last_year),
        **{
            assumption.measure_group: f"{assumption.low}..{assumption.high}" if assumption.high else assumption.low
            for assumption in comparison.assumptions
        },
    }  # fmt: skip
    names = (*_GROUPS, "first_year", "last_year", "display_name", "year", "revision_note", "decimal_mark")
    return {name: page_request.typed(name, stored.get(name, "")) for name in names}


def _carried(goods: cbam.GoodsFile, precursors: cbam.GoodsFile | None) -> Mapping[str, str] | None:
    files = {"goods": goods, "precursors": precursors or cbam.GoodsFile()}
    if any(len(file.content) > _MAX_CARRIED_BYTES for file in files.values()):
        return None
    carried = {f"{name}_carried": base64.b64encode(file.content).decode() for name, file in files.items()}
    return {**carried, **{f"{name}_name": file.name for name, file in files.items()}}


def _result(
    page_request: PageRequest,
    sums: cbam.CompareGoodsResponse | ledgers.GoodsPricing,
    comparison: cbam.CompareGoodsRequest,
    year: int,
) -> Shown:
    words = page_request.w["border"]
    charts, points = charts_of(sums.measures), sums.open_points
    assumed = {assumption.measure_group: assumption for assumption in comparison.assumptions}
    by_giver = _by_giver(points, words["giver"])
    by_version = {version: measure for measure in sums.measures for version in measure.scorecard_versions}
    spans = [group for group, assumption in assumed.items() if assumption.high and assumption.high != assumption.low]
    return {
        "charts": charts,
        "figures": [(chart, chart.costs.get(year, NOT_KNOWN), _short_cost(chart, year)) for chart in charts],
        "table": [(each, [(chart, money(chart.costs[each], words)) for chart in charts]) for each in charts[0].costs],
        "points": by_giver,
        "point_count": len(points) + len(spans),
        "given": len(by_giver.get("importer", ())),
        "spans": [(group, assumed[group]) for group in spans],
        "thresholds": [_threshold(threshold, words) for threshold in sums.thresholds],
        "versions": [
            (version.split("/")[1], id_of(version), measure.bill)
            for version, measure in by_version.items()
        ],
        "year": year, "money": money,
    }  # fmt: skip


def _by_giver(points: Iterable[cbam.OpenPoint], order: Iterable[str]) -> Mapping[str, Sequence[cbam.OpenPoint]]:
    by_giver: dict[str, list[cbam.OpenPoint]] = {}
    for point in points:
        by_giver.setdefault(_giver_word(point), []).append(point)
    return {giver: by_giver[giver] for giver in order if giver in by_giver}


def _short_cost(chart: BorderChart, year: int) -> str:
    """Return a short cost, in thousands from 10,000; a bill is not yet law, so it costs nothing."""
    cost = chart.costs.get(year, NOT_KNOWN)
    if chart.is_bill:
        return "0"
    if cost.is_unknown:
        return "?"
    per, mark = (1000, " k") if max(cost.low or 0, cost.high or 0) >= 10_000 else (1, "")
    low = whole((cost.low or Fraction(0)) / per)
    if cost.high is None:
        return f"≥ {low}{mark}"
    return f"{low}{mark}" if cost.low == cost.high else f"{low} – {whole(cost.high / per)}{mark}"


def _giver_word(point: cbam.OpenPoint) -> str:
    """Return the word key for the party that can close an open point."""
    return word_of(_Giver, point.giver)


def _threshold(threshold: cbam.GoodsThreshold, words: Mapping[str, str]) -> Threshold:
    sums = [(point.date, point.sum) for point in threshold.running_sums]

    def sum_text(low: str, high: str) -> str:
        return exact(low) if high == low else words["at_least"].format(low=exact(low))

    by_month = {day[:7]: SumPoint(day, sum_text(total.low, total.high)) for day, total in sums}
    last = sums[-1][1] if sums else None
    state = word_of(evaluation_pb2.Outcome, threshold.outcome)
    return Threshold(
        threshold.threshold_id.replace("-", "_"), threshold.year, threshold.unit, state, threshold.first_date,
        sum_text(last.low, last.high) if last is not None else "0", threshold.open_line_count, list(by_month.values()),
    )  # fmt: skip


def _lines(
    compared: Iterable[cbam.ComparedGoods], measures: Sequence[cbam.BorderMeasure], year: int
) -> list[PricedLine]:
    group_of = {measure.measure_id: measure.measure_group for measure in measures}
    lines = []
    for each in compared:
        costs: dict[str, list[Cost]] = {}
        for cost in each.costs:
            of_year = next((year_cost for year_cost in cost.years if year_cost.year == year), None)
            costs.setdefault(group_of[cost.measure_id], []).append(NOT_KNOWN if of_year is None else cost_of(of_year))
        cells = identifying_cells(each.goods_entry)
        lines.append(
            PricedLine(
                each.goods_entry.line, cells["imported_on"], cells["cn_code"], cells["country_of_origin"],
                cells["net_mass"], {group: span_of(listed) for group, listed in costs.items()},
                [(_giver_word(point), point) for point in each.open_points], each.idle_facts,
            )
        )  # fmt: skip
    return lines


def identifying_cells(entry: cbam.GoodsEntry) -> Mapping[str, str]:
    """Return the cells that identify a line, by fact; a mass includes its unit."""
    identified = dict.fromkeys(_IDENTIFYING_FACTS, "")
    for heading, text in entry.cells.items():
        fact, _, unit = heading.partition(" (")
        if fact in identified:
            identified[fact] = f"{exact(text)} {unit.rstrip(')')}" if unit else text
    return identified


async def _template(page_request: PageRequest) -> Download:
    request = cbam.GetGoodsTemplateRequest(language_code=page_request.language)
    file = await page_request.ask(_TEMPLATE, request)
    return Download(file.name, XLSX, file.content)


async def _create_ledger(page_request: PageRequest) -> str:
    goods, precursors = _goods(page_request)
    title, year = page_request.typed("display_name").strip(), number_of(page_request, "year", 0)
    listed = await page_request.ask(_LIST, ledgers.ListGoodsLedgersRequest(parent=page_request.parent, page_size=MOST))
    taken = {*(id_of(ledger.name) for ledger in listed.goods_ledgers), "keep", "template"}
    id = propose_id(title, f"goods-{year}", taken)
    request = ledgers.SaveGoodsRequest(
        name=f"{page_request.parent}/goodsLedgers/{id}", display_name=title, year=year, goods=goods,
        precursors=precursors, pricing_assumptions=_typed_assumptions(page_request),
    )  # fmt: skip
    await page_request.ask(_SAVE, request)
    return f"/workbench/border/{id}"


def ledger_name(page_request: PageRequest) -> str:
    """Return the name of the ledger in the page address."""
    return f"{page_request.parent}/goodsLedgers/{page_request.path['ledger']}"


async def load_ledger(page_request: PageRequest) -> ledgers.GoodsLedger:
    """Return the ledger in the page address."""
    request = ledgers.GetGoodsLedgerRequest(name=ledger_name(page_request))
    ledger: ledgers.GoodsLedger = await page_request.ask_once(_GET, request)
    return ledger


async def _load_ledger(page_request: PageRequest) -> Shown:
    ledger = await load_ledger(page_request)
    await load_account_names(page_request)
    listing = ledgers.ListGoodsRequest(
        parent=ledger.name, page_size=_SHOWN_LINES, page_token=page_request.query.get("page_token", "")
    )
    revising = ledgers.ListGoodsRevisionsRequest(parent=ledger.name, page_size=_SHOWN_REVISIONS)
    listed, revisions = await asyncio.gather(page_request.ask(_GOODS, listing), page_request.ask(_REVISIONS, revising))
    comparison = _comparison(page_request, ledger.pricing_assumptions)
    wanted = page_request.query.get("shown_year", "")
    compared, (pricing, goes_on) = await asyncio.gather(
        _priced_lines(page_request, listed.goods_entries, comparison, int(wanted) if wanted in _YEARS else _SHOWN_YEAR),
        _pricing(page_request, ledger, comparison),
    )
    year = compared.measures[0].totals[0].year
    return {
        "ledger": ledger, "id": page_request.path["ledger"], "pricing": pricing, "goes_on": goes_on,
        "rests": page_request.background_tasks.is_held(_pricing_task(_price_request(page_request, comparison), ledger)),
        "result": _result(page_request, pricing, comparison, year) if pricing.priced_line_count else None,
        "lines": _lines(compared.compared_goods, compared.measures, year), "next": listed.next_page_token,
        "shown_year": year, "years": range(comparison.first_year, comparison.last_year + 1),
        "typed": _typed(page_request, ledger.pricing_assumptions), "revisions": revisions.goods_revisions,
        "assumed": assumed_texts(ledger.pricing_assumptions, page_request.w["border"]),
        "count": ledger.newest_revision.line_count, "cells": _wrong_cells(page_request), "known": pricing.known_time,
        "money": money,
    }  # fmt: skip


_YEARS = frozenset(str(year) for year in range(_FIRST_YEAR, _MAX_YEAR + 1))


async def _priced_lines(
    page_request: PageRequest, entries: Iterable[cbam.GoodsEntry], comparison: cbam.CompareGoodsRequest, year: int
) -> cbam.CompareGoodsResponse:
    year = min(max(year, comparison.first_year), comparison.last_year)
    request = cbam.CompareGoodsRequest(
        goods_entries=entries, first_year=year, last_year=year, assumptions=comparison.assumptions,
        language_code=page_request.language, page_size=_SHOWN_LINES, without_thresholds=True,
    )  # fmt: skip
    compared: cbam.CompareGoodsResponse = await page_request.ask(COMPARE, request)
    return compared


async def _pricing(
    page_request: PageRequest, ledger: ledgers.GoodsLedger, comparison: cbam.CompareGoodsRequest
) -> tuple[ledgers.GoodsPricing, bool]:
    request = _price_request(page_request, comparison)
    stored_request = ledgers.PriceGoodsRequest()
    stored_request.CopyFrom(request)
    stored_request.kept_only = True
    pricing: ledgers.GoodsPricing = await page_request.ask(PRICE, stored_request)
    if pricing.priced_line_count == pricing.line_count:
        return pricing, False
    detached_request = replace(page_request, cached_responses={}, files=())

    async def price() -> None:
        priced = pricing
        while priced.priced_line_count < priced.line_count:
            priced = await detached_request.ask(PRICE, request)

    goes_on = await page_request.background_tasks.keep_going(_pricing_task(request, ledger), price)
    return await page_request.ask(PRICE, stored_request), goes_on


def _price_request(page_request: PageRequest, comparison: cbam.CompareGoodsRequest) -> ledgers.PriceGoodsRequest:
    return ledgers.PriceGoodsRequest(
        name=ledger_name(page_request), first_year=comparison.first_year, last_year=comparison.last_year,
        assumptions=comparison.assumptions, language_code=page_request.language,
    )  # fmt: skip


def _pricing_task(request: ledgers.PriceGoodsRequest, ledger: ledgers.GoodsLedger) -> tuple[str, int, bytes]:
    return "goods", ledger.newest_revision.number, request.SerializeToString(deterministic=True)


async def _stop_or_resume_pricing(page_request: PageRequest) -> str:
    ledger = await load_ledger(page_request)
    request = _price_request(page_request, _comparison(page_request, ledger.pricing_assumptions))
    task = _pricing_task(request, ledger)
    if page_request.typed("pricing") == "stop":
        page_request.background_tasks.hold(task)
    else:
        page_request.background_tasks.let_go_on(task)
    return f"/workbench/border/{page_request.path['ledger']}"


async def _set_assumptions(page_request: PageRequest) -> str:
    request = ledgers.SetPricingAssumptionsRequest(
        name=ledger_name(page_request), pricing_assumptions=_typed_assumptions(page_request)
    )
    await page_request.ask(_ASSUME, request)
    return f"/workbench/border/{page_request.path['ledger']}"


async def _save(page_request: PageRequest) -> str:
    goods, precursors = _goods(page_request)
    base = parse_whole_number(page_request.typed("base_revision")) or 0
    request = ledgers.SaveGoodsRequest(
        name=ledger_name(page_request), base_revision=base, goods=goods,
        precursors=precursors, note=page_request.typed("revision_note"),
    )  # fmt: skip
    await page_request.ask(_SAVE, request)
    return f"/workbench/border/{page_request.path['ledger']}"


async def _goods_download(page_request: PageRequest) -> Download:
    files = await page_request.ask(_FILES, ledgers.GetGoodsFilesRequest(name=ledger_name(page_request)))
    is_second = page_request.path["file"] == "precursors"
    file = files.precursors if is_second else files.goods
    return Download(f"{page_request.path['ledger']}-{page_request.path['file']}.csv", "text/csv", file.content)


async def _load_declaration(page_request: PageRequest) -> Shown | Download:
    ledger = await load_ledger(page_request)
    number = ledger.newest_revision.number

    async def declare() -> Any:
        files = await page_request.ask(_FILES, ledgers.GetGoodsFilesRequest(name=ledger.name, revision=number))
        request = cbam.DeclareGoodsRequest(goods=files.goods, language_code=page_request.language)
        if files.HasField("precursors"):
            request.precursors.CopyFrom(files.precursors)
        return await page_request.ask(DECLARE, request)

    task_key = ("declared", page_request.user_key, ledger.name, number, page_request.language)
    declared = await page_request.background_tasks.result(task_key, declare)
    form, id = page_request.query.get("form", ""), page_request.path["ledger"]
    if declared is not None and form == "json":
        return Download(f"{id}-declaration.json", "application/json", declared.declaration_json.encode())
    if declared is not None and form == "text":
        return Download(f"{id}-declaration.txt", "text/plain; charset=utf-8", declared.text.encode())
    quarters = [] if declared is None else _quarters(json.loads(declared.declaration_json))
    if declared is not None and form == "quarters":
        return Download(f"{id}-quarters.csv", "text/csv", _quarters_csv(quarters))
    return {"ledger": ledger, "id": id, "declared": declared, "quarters": quarters, "exact": exact}


_QUARTER_COLUMNS = ("quarter", "cnCode", "countryOfOrigin", "lines", "openLines", "netMassT", "certificatesDue")


def _quarters(document: Mapping[str, Any]) -> list[Mapping[str, str]]:
    return [{name: str(row.get(name, "")) for name in _QUARTER_COLUMNS} for row in document.get("quarters", ())]


def _quarters_csv(quarters: Sequence[Mapping[str, str]]) -> bytes:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(_QUARTER_COLUMNS)
    writer.writerows([row[name] for name in _QUARTER_COLUMNS] for row in quarters)
    return buffer.getvalue().encode()


_ROOT = "/workbench/border"
_WITH_FILES: Mapping[str, Any] = {"takes_file": True, "max_file_bytes": _MAX_FILE_BYTES, "max_files": 2}
PAGES = (
    Page(
        _ROOT,
        "border.html.jinja",
        COMPARE,
        _load,
        nav="borders",
        nav_group="claims_and_goods",
        is_preview=True,
        **_WITH_FILES,
    ),
    Page(f"{_ROOT}/keep", "border.html.jinja", _SAVE, _load, _create_ledger, **_WITH_FILES),
    Page(f"{_ROOT}/template", "", _TEMPLATE, _template),
    Page(f"{_ROOT}/{{ledger}}", "border_ledger.html.jinja", _GET, _load_ledger, _save, script=LIVE, **_WITH_FILES),
    Page(f"{_ROOT}/{{ledger}}/assumptions", "border_ledger.html.jinja", _ASSUME, _load_ledger, _set_assumptions),
    Page(f"{_ROOT}/{{ledger}}/pricing", "border_ledger.html.jinja", PRICE, _load_ledger, _stop_or_resume_pricing),
    Page(f"{_ROOT}/{{ledger}}/declaration", "border_declaration.html.jinja", DECLARE, _load_declaration, script=LIVE),
    Page(f"{_ROOT}/{{ledger}}/files/{{file}}", "", _FILES, _goods_download),
)
