"""Supplier pages: requests about ledger lines, and the answer page without an account."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rules.contracts import InputError, message_factory
from service.base.whole_numbers import parse_whole_number
from service.output.mapping.mapper import word_of
from service.schemes.cbam.pages.borders import identifying_cells, ledger_name, load_ledger, number_of
from service.workbench.message_forms import MessageForm, reporting_at
from service.workbench.page import Page, PrefilledForm
from service.workbench.queries import id_of, load_account_names
from service.workbench.waiting_work import PAGE_SIZE, Waiting, WaitingRow, list_pages
from touchstone.v1 import cbam_service_pb2 as cbam, goods_ledger_service_pb2 as ledgers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from service.workbench.page import PageRequest, Shown
    from service.workbench.queries import People
    from service.workbench.waiting_work import Scope

_message = message_factory(__name__)

_LIST = "GoodsLedgerService/ListSupplierRequests"
_CREATE, _WITHDRAW = "GoodsLedgerService/CreateSupplierRequest", "GoodsLedgerService/WithdrawSupplierRequest"
DECIDE = "GoodsLedgerService/DecideSupplierAnswer"
_OPEN, _ANSWER = "SupplierService/OpenSupplierRequest", "SupplierService/AnswerSupplierRequest"
_PAGE_SIZE = 25
_DEFAULT_DAYS = 30
_LINK = "link"
_EMPTY_PARTS, _MORE_EMPTY_PARTS, _MAXIMUM_PARTS = 2, 6, 50
_ANSWER_FORM = MessageForm(ledgers.AnswerSupplierRequestRequest, ("respondent", "remark"))
_CELL_PATH_PATTERN = re.compile(
    r"goods_entries\[(?P<entry>\d+)\](?:\.(?P<list>precursors)(?:\[(?P<part>\d+)\])?)?(?:\.cells\[(?P<fact>\w+).*)?"
)


def state_word(request: ledgers.SupplierRequest) -> str:
    """Return the state of a request in lower case."""
    return word_of(ledgers.SupplierRequest.State, request.state)


def answer_word(answer: ledgers.SupplierAnswer) -> str:
    """Return the state of an answer in lower case."""
    return word_of(ledgers.SupplierAnswer.State, answer.state)


async def _load(page_request: PageRequest) -> Shown:
    ledger = await load_ledger(page_request)
    await load_account_names(page_request)
    token = page_request.query.get("page_token", "")
    request = ledgers.ListSupplierRequestsRequest(parent=ledger.name, page_size=_PAGE_SIZE, page_token=token)
    response = await page_request.ask(_LIST, request)
    lines = page_request.several("lines") or [line for line in [page_request.query.get("line", "")] if line]
    link = page_request.typed(_LINK)
    return {
        "ledger": ledger, "id": page_request.path["ledger"], "requests": response.supplier_requests,
        "next": response.next_page_token, "facts": response.supplier_facts, "lines": lines, "state_word": state_word,
        "answer_word": answer_word, "days": page_request.typed("days") or str(_DEFAULT_DAYS),
        "link": f"{page_request.origin}/workbench/supplier/{link}" if link else "",
        "ask_facts": [(fact.fact_id, fact.display_name, fact.fact_id) for fact in response.supplier_facts],
        "labels": {fact.fact_id: fact.display_name for fact in response.supplier_facts},
        "part_labels": {
            field.fact_id: field.display_name for fact in response.supplier_facts for field in fact.record_fields
        },
    }  # fmt: skip


async def _act(page_request: PageRequest) -> str | PrefilledForm:
    list_address = f"/workbench/border/{page_request.path['ledger']}/suppliers"
    act = page_request.typed("act")
    name = f"{ledger_name(page_request)}/supplierRequests/{page_request.typed('request')}"
    if act == "ask":
        created = await page_request.ask(
            _CREATE,
            ledgers.CreateSupplierRequestRequest(
                parent=ledger_name(page_request), supplier=page_request.typed("supplier"),
                message=page_request.typed("message"), lines=page_request.several("lines"),
                facts=page_request.values.get("facts", ()), days=number_of(page_request, "days", _DEFAULT_DAYS),
            ),
        )  # fmt: skip
        return PrefilledForm(list_address, {_LINK: [created.link]})  # displayed once, never part of an address
    if act == "withdraw":
        await page_request.ask(_WITHDRAW, ledgers.WithdrawSupplierRequestRequest(name=name))
        return list_address
    if act not in {"accept", "accept_actual", "decline"}:
        raise InputError.of("", _message("NO_SUCH_ACT"), "WRONG_VALUE")
    number = number_of(page_request, "number", 0)
    decision = ledgers.DecideSupplierAnswerRequest(
        name=name, number=number, accept=act != "decline", declare_actual_values=act == "accept_actual"
    )
    await page_request.ask(DECIDE, decision)
    return list_address


async def load_supplier_work(page_request: PageRequest, _who: People, _: Scope) -> Waiting:
    """Return the ledgers with supplier answers to decide on."""
    request = ledgers.ListGoodsLedgersRequest(parent=page_request.parent, page_size=PAGE_SIZE)
    waiting, words = Waiting(), page_request.w["waiting"]
    async for ledger in list_pages(page_request, "GoodsLedgerService/ListGoodsLedgers", request, "goods_ledgers"):
        if count := ledger.waiting_answer_count:
            id = id_of(ledger.name)
            row = WaitingRow(
                words["of_supplier"], words["supplier"].format(count=count), f"/workbench/border/{id}/suppliers",
                ledger.display_name, reference=id, state="answered",
            )  # fmt: skip
            waiting.add(row, mine=True)
    return waiting


async def _load_link(page_request: PageRequest) -> Shown:
    link = page_request.path[_LINK]
    request = ledgers.OpenSupplierRequestRequest(link=link, language_code=page_request.language)
    questions = await page_request.ask(_OPEN, request)
    previous_entries = {entry.line: entry for entry in questions.supplier_answer.goods_entries}
    rows = []
    for line_index, entry in enumerate(questions.goods_entries):
        previous_entry = previous_entries.get(entry.line, cbam.GoodsEntry())
        previous_cells = _by_fact(previous_entry.cells)
        typed = {
            fact.fact_id: page_request.typed(
                f"answer_value-{line_index}-{fact.fact_id}", previous_cells.get(fact.fact_id, "")
            )
            for fact in questions.supplier_facts
        }
        precursor_rows = {
            fact.fact_id: _part_rows(page_request, line_index, fact, previous_entry.precursors)
            for fact in questions.supplier_facts
            if fact.record_fields
        }
        rows.append((line_index, entry.line, identifying_cells(entry), typed, precursor_rows))
    answer = questions.supplier_answer if questions.HasField("supplier_answer") else None
    return {
        "questions": questions, "rows": rows, "answer": answer, "answer_word": answer_word, "link": link,
        "is_thanked": "sent" in page_request.query and answer is not None,
    }  # fmt: skip


def _by_fact(cells: Mapping[str, str]) -> dict[str, str]:
    return {heading.partition(" (")[0]: text for heading, text in cells.items()}


def _part_name(line_index: int, fact: ledgers.SupplierFact, row: int, field: str) -> str:
    return f"answer_value-{line_index}-{fact.fact_id}-{row}-{field}"


def _typed_parts(page_request: PageRequest, line_index: int, fact: ledgers.SupplierFact) -> dict[int, dict[str, str]]:
    parts: dict[int, dict[str, str]] = {}
    for row in range(_MAXIMUM_PARTS):
        typed = {
            field.fact_id: text
            for field in fact.record_fields
            if (text := page_request.typed(_part_name(line_index, fact, row, field.fact_id)).strip())
        }
        if typed:
            parts[row] = typed
    return parts


def _part_rows(
    page_request: PageRequest,
    line_index: int,
    fact: ledgers.SupplierFact,
    previous_parts: Sequence[cbam.GoodsPrecursor],
) -> list[dict[str, str]]:
    if page_request.answers_form:
        typed = _typed_parts(page_request, line_index, fact)
        rows = [typed.get(row, {}) for row in range(max(typed, default=-1) + 1)]
    else:
        rows = [_by_fact(part.cells) for part in previous_parts]
    empty = _MORE_EMPTY_PARTS if page_request.typed("more") == str(line_index) else _EMPTY_PARTS
    return [*rows, *({} for _ in range(empty))][:_MAXIMUM_PARTS]


async def _answer(page_request: PageRequest) -> str | PrefilledForm:
    link = page_request.path[_LINK]
    if page_request.typed("more"):  # request for more empty rows from a browser without JavaScript
        return PrefilledForm(page_request.address, page_request.values)
    opening = ledgers.OpenSupplierRequestRequest(link=link, language_code=page_request.language)
    questions = await page_request.ask(_OPEN, opening)
    submission = _ANSWER_FORM.read(
        page_request, ledgers.AnswerSupplierRequestRequest(link=link, language_code=page_request.language)
    )
    positions: list[tuple[int, list[int]]] = []
    for line_index, entry in enumerate(questions.goods_entries):
        typed, rows = _typed_entry(page_request, questions, line_index)
        if typed.cells or typed.precursors:
            typed.line = entry.line
            submission.goods_entries.append(typed)
            positions.append((line_index, rows))
    with reporting_at(lambda path: _form_field(path, positions)):
        await page_request.ask(_ANSWER, submission)
    return f"/workbench/supplier/{link}?sent="


def _typed_entry(
    page_request: PageRequest, questions: ledgers.SupplierQuestions, line_index: int
) -> tuple[cbam.GoodsEntry, list[int]]:
    """Return the typed values of a line, and the rows of its precursors."""
    names = {fact.fact_id: f"answer_value-{line_index}-{fact.fact_id}" for fact in questions.supplier_facts}
    cells = {id: text for id, name in names.items() if (text := page_request.typed(name).strip())}
    list_fact = next((fact for fact in questions.supplier_facts if fact.record_fields), None)
    parts = {} if list_fact is None else _typed_parts(page_request, line_index, list_fact)
    precursors = [cbam.GoodsPrecursor(cells=part) for part in parts.values()]
    return cbam.GoodsEntry(cells=cells, precursors=precursors), list(parts)


def _form_field(cell_path: str, positions: Sequence[tuple[int, Sequence[int]]]) -> str:
    match = _CELL_PATH_PATTERN.match(cell_path)
    entry = None if match is None else parse_whole_number(match["entry"], most=len(positions) - 1)
    if match is None or entry is None:
        return cell_path.partition("[")[0]
    line_index, rows = positions[entry]
    if match["part"] is None:
        return f"answer_value-{line_index}-{match['fact'] or match['list'] or ''}"
    return f"answer_value-{line_index}-precursors-{rows[int(match['part'])]}-{match['fact'] or 'name'}"


PAGES = (
    Page("/workbench/border/{ledger}/suppliers", "border_suppliers.html.jinja", _LIST, _load, _act),
    Page("/workbench/supplier/{link}", "supplier.html.jinja", "", _load_link, _answer, public=True),
)
