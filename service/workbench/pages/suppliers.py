"""Supplier pages: requests about lines of a ledger, and the page that a supplier opens by a link without an account."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rules.contracts import InputError, Violation, message_factory
from service.base.grpc_status import WorkerError
from service.base.whole_numbers import parse_whole_number
from service.output.mapping.mapper import word_of
from service.workbench.page import Page, PrefilledForm
from service.workbench.pages.borders import identifying_cells, ledger_name, load_ledger, number_of
from service.workbench.queries import load_account_names
from touchstone.v1 import cbam_service_pb2 as cbam, goods_ledger_service_pb2 as ledgers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from service.workbench.page import PageRequest, Shown

_say = message_factory(__name__)

_LIST = "GoodsLedgerService/ListSupplierRequests"
_CREATE, _WITHDRAW = "GoodsLedgerService/CreateSupplierRequest", "GoodsLedgerService/WithdrawSupplierRequest"
_DECIDE = "GoodsLedgerService/DecideSupplierAnswer"
_OPEN, _ANSWER = "SupplierService/OpenSupplierRequest", "SupplierService/AnswerSupplierRequest"
_SHOWN = 25
_DAYS = 30
_LINK = "link"
_EMPTY_PARTS, _MORE_PARTS, _MOST_PARTS = 2, 6, 50
_CELL = re.compile(
    r"goods_entries\[(?P<entry>\d+)\](?:\.(?P<list>precursors)(?:\[(?P<part>\d+)\])?)?(?:\.cells\[(?P<fact>\w+).*)?"
)
"""How a cell of a line, or of a precursor of it, is named."""


def state_word(request: ledgers.SupplierRequest) -> str:
    """Give the word for how far a request is."""
    return word_of(ledgers.SupplierRequest.State, request.state)


def answer_word(answer: ledgers.SupplierAnswer) -> str:
    """Give the word for what became of an answer."""
    return word_of(ledgers.SupplierAnswer.State, answer.state)


async def _load(page_request: PageRequest) -> Shown:
    ledger = await load_ledger(page_request)
    await load_account_names(page_request)
    token = page_request.query.get("page_token", "")
    asked = ledgers.ListSupplierRequestsRequest(parent=ledger.name, page_size=_SHOWN, page_token=token)
    listed = await page_request.ask(_LIST, asked)
    lines = page_request.several("lines") or [line for line in [page_request.query.get("line", "")] if line]
    link = page_request.typed(_LINK)
    return {
        "ledger": ledger, "id": page_request.path["ledger"], "requests": listed.supplier_requests,
        "next": listed.next_page_token, "facts": listed.supplier_facts, "lines": lines, "state_word": state_word,
        "answer_word": answer_word, "days": page_request.typed("days") or str(_DAYS),
        "link": f"{page_request.origin}/workbench/supplier/{link}" if link else "",
        "ask_facts": [(fact.fact_id, fact.display_name, fact.fact_id) for fact in listed.supplier_facts],
        "labels": {fact.fact_id: fact.display_name for fact in listed.supplier_facts},
        "part_labels": {
            field.fact_id: field.display_name for fact in listed.supplier_facts for field in fact.record_fields
        },
    }  # fmt: skip


async def _act(page_request: PageRequest) -> str | PrefilledForm:
    """Ask a supplier, withdraw a request, or decide upon an answer."""
    here = f"/workbench/border/{page_request.path['ledger']}/suppliers"
    act = page_request.typed("act")
    name = f"{ledger_name(page_request)}/supplierRequests/{page_request.typed('request')}"
    if act == "ask":
        created = await page_request.ask(
            _CREATE,
            ledgers.CreateSupplierRequestRequest(
                parent=ledger_name(page_request), supplier=page_request.typed("supplier"),
                message=page_request.typed("message"), lines=page_request.several("lines"),
                facts=page_request.values.get("facts", ()), days=number_of(page_request, "days", _DAYS),
            ),
        )  # fmt: skip
        return PrefilledForm(here, {_LINK: [created.link]})  # shown once, and kept in no address
    if act == "withdraw":
        await page_request.ask(_WITHDRAW, ledgers.WithdrawSupplierRequestRequest(name=name))
        return here
    if act not in {"accept", "accept_actual", "decline"}:
        raise InputError((Violation("", _say("NO_SUCH_ACT"), "WRONG_VALUE"),))
    number = number_of(page_request, "number", 0)
    asked = ledgers.DecideSupplierAnswerRequest(
        name=name, number=number, accept=act != "decline", declare_actual_values=act == "accept_actual"
    )
    await page_request.ask(_DECIDE, asked)
    return here


async def _load_link(page_request: PageRequest) -> Shown:
    link = page_request.path[_LINK]
    asked = ledgers.OpenSupplierRequestRequest(link=link, language_code=page_request.language)
    questions = await page_request.ask(_OPEN, asked)
    before = {entry.line: entry for entry in questions.supplier_answer.goods_entries}
    rows = []
    for place, entry in enumerate(questions.goods_entries):
        answered = before.get(entry.line, cbam.GoodsEntry())
        earlier = _by_fact(answered.cells)
        typed = {
            fact.fact_id: page_request.typed(f"answer_value-{place}-{fact.fact_id}", earlier.get(fact.fact_id, ""))
            for fact in questions.supplier_facts
        }
        listed = {
            fact.fact_id: _part_rows(page_request, place, fact, answered.precursors)
            for fact in questions.supplier_facts
            if fact.record_fields
        }
        rows.append((place, entry.line, identifying_cells(entry), typed, listed))
    answer = questions.supplier_answer if questions.HasField("supplier_answer") else None
    return {
        "questions": questions, "rows": rows, "answer": answer, "answer_word": answer_word, "link": link,
        "is_thanked": "sent" in page_request.query and answer is not None,
    }  # fmt: skip


def _by_fact(cells: Mapping[str, str]) -> dict[str, str]:
    """Give cells by the facts that their headings name."""
    return {heading.partition(" (")[0]: text for heading, text in cells.items()}


def _part_name(place: int, fact: ledgers.SupplierFact, row: int, field: str) -> str:
    """Name the field of the form for what is stated of one precursor."""
    return f"answer_value-{place}-{fact.fact_id}-{row}-{field}"


def _typed_parts(page_request: PageRequest, place: int, fact: ledgers.SupplierFact) -> dict[int, dict[str, str]]:
    """Give what was typed of precursors, by the rows in which anything was."""
    parts: dict[int, dict[str, str]] = {}
    for row in range(_MOST_PARTS):
        typed = {
            field.fact_id: text
            for field in fact.record_fields
            if (text := page_request.typed(_part_name(place, fact, row, field.fact_id)).strip())
        }
        if typed:
            parts[row] = typed
    return parts


def _part_rows(
    page_request: PageRequest, place: int, fact: ledgers.SupplierFact, answered: Sequence[cbam.GoodsPrecursor]
) -> list[dict[str, str]]:
    """Give the rows for precursors: what was typed, or else answered before, and empty ones."""
    if page_request.answers_form:
        typed = _typed_parts(page_request, place, fact)
        rows = [typed.get(row, {}) for row in range(max(typed, default=-1) + 1)]
    else:
        rows = [_by_fact(part.cells) for part in answered]
    empty = _MORE_PARTS if page_request.typed("more") == str(place) else _EMPTY_PARTS
    return [*rows, *({} for _ in range(empty))][:_MOST_PARTS]


async def _answer(page_request: PageRequest) -> str | PrefilledForm:
    link = page_request.path[_LINK]
    if page_request.typed("more"):  # rows, by a browser without scripts
        return PrefilledForm(page_request.address, page_request.values)
    questions = await page_request.ask(
        _OPEN, ledgers.OpenSupplierRequestRequest(link=link, language_code=page_request.language)
    )
    entries: list[cbam.GoodsEntry] = []
    places: list[tuple[int, list[int]]] = []
    for place, entry in enumerate(questions.goods_entries):
        cells = {
            fact.fact_id: text
            for fact in questions.supplier_facts
            if (text := page_request.typed(f"answer_value-{place}-{fact.fact_id}").strip())
        }
        listed = next((fact for fact in questions.supplier_facts if fact.record_fields), None)
        parts = {} if listed is None else _typed_parts(page_request, place, listed)
        if cells or parts:
            precursors = [cbam.GoodsPrecursor(cells=part) for part in parts.values()]
            entries.append(cbam.GoodsEntry(line=entry.line, cells=cells, precursors=precursors))
            places.append((place, list(parts)))
    asked = ledgers.AnswerSupplierRequestRequest(
        link=link, goods_entries=entries, respondent=page_request.typed("respondent"),
        remark=page_request.typed("remark"), language_code=page_request.language,
    )  # fmt: skip
    try:
        await page_request.ask(_ANSWER, asked)
    except InputError as error:
        raise InputError(
            tuple(
                Violation(_field(violation.field, places), violation.description, violation.reason)
                for violation in error.violations
            )
        ) from None
    except WorkerError as error:
        wrong = error.wrong_fields()
        if not wrong:
            raise
        violations = (Violation(_field(field, places), description, "WRONG_VALUE") for field, description in wrong)
        raise InputError(tuple(violations)) from None
    return f"/workbench/supplier/{link}?sent="


def _field(named: str, places: Sequence[tuple[int, Sequence[int]]]) -> str:
    """Give the field of the form in which a cell is typed, such as `answer_value-0-own_direct`."""
    match = _CELL.match(named)
    entry = None if match is None else parse_whole_number(match["entry"], most=len(places) - 1)
    if match is None or entry is None:
        return named.partition("[")[0]
    place, rows = places[entry]
    if match["part"] is None:
        return f"answer_value-{place}-{match['fact'] or match['list'] or ''}"
    return f"answer_value-{place}-precursors-{rows[int(match['part'])]}-{match['fact'] or 'name'}"


PAGES = (
    Page("/workbench/border/{ledger}/suppliers", "border_suppliers.html.jinja", _LIST, _load, _act),
    Page("/workbench/supplier/{link}", "supplier.html.jinja", "", _load_link, _answer, public=True),
)
