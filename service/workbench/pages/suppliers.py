"""Supplier pages: requests about lines of a ledger, and the page that a supplier opens by a link without an account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts import InputError, Violation, message_factory
from service.base.grpc_status import WorkerError
from service.output.mapping.mapper import word_of
from service.workbench.page import Page, PrefilledForm
from service.workbench.pages.borders import identifying_cells, ledger_name, load_ledger, number_of
from touchstone.v1 import cbam_service_pb2 as cbam, goods_ledger_service_pb2 as ledgers

if TYPE_CHECKING:
    from service.workbench.page import PageRequest, Shown

_say = message_factory(__name__)

_LIST = "GoodsLedgerService/ListSupplierRequests"
_CREATE, _WITHDRAW = "GoodsLedgerService/CreateSupplierRequest", "GoodsLedgerService/WithdrawSupplierRequest"
_DECIDE = "GoodsLedgerService/DecideSupplierAnswer"
_OPEN, _ANSWER = "SupplierService/OpenSupplierRequest", "SupplierService/AnswerSupplierRequest"
_SHOWN = 25
_DAYS = 30
_LINK = "link"


def state_word(request: ledgers.SupplierRequest) -> str:
    """Give the word for how far a request is."""
    return word_of(ledgers.SupplierRequest.State, request.state)


def answer_word(answer: ledgers.SupplierAnswer) -> str:
    """Give the word for what became of an answer."""
    return word_of(ledgers.SupplierAnswer.State, answer.state)


async def _load(page_request: PageRequest) -> Shown:
    ledger = await load_ledger(page_request)
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
    if act not in {"accept", "decline"}:
        raise InputError((Violation("", _say("NO_SUCH_ACT"), "WRONG_VALUE"),))
    number = number_of(page_request, "number", 0)
    asked = ledgers.DecideSupplierAnswerRequest(name=name, number=number, accept=act == "accept")
    await page_request.ask(_DECIDE, asked)
    return here


async def _load_link(page_request: PageRequest) -> Shown:
    link = page_request.path[_LINK]
    asked = ledgers.OpenSupplierRequestRequest(link=link, language_code=page_request.language)
    questions = await page_request.ask(_OPEN, asked)
    before = {entry.line: dict(entry.cells) for entry in questions.supplier_answer.goods_entries}
    rows = []
    for place, entry in enumerate(questions.goods_entries):
        earlier = {heading.partition(" (")[0]: text for heading, text in before.get(entry.line, {}).items()}
        typed = {
            fact.fact_id: page_request.typed(f"answer_value-{place}-{fact.fact_id}", earlier.get(fact.fact_id, ""))
            for fact in questions.supplier_facts
        }
        rows.append((place, entry.line, identifying_cells(entry), typed))
    answer = questions.supplier_answer if questions.HasField("supplier_answer") else None
    return {
        "questions": questions, "rows": rows, "answer": answer, "answer_word": answer_word, "link": link,
        "is_thanked": "sent" in page_request.query and answer is not None,
    }  # fmt: skip


async def _answer(page_request: PageRequest) -> str:
    link = page_request.path[_LINK]
    questions = await page_request.ask(
        _OPEN, ledgers.OpenSupplierRequestRequest(link=link, language_code=page_request.language)
    )
    entries, places = [], []
    for place, entry in enumerate(questions.goods_entries):
        cells = {
            fact.fact_id: text
            for fact in questions.supplier_facts
            if (text := page_request.typed(f"answer_value-{place}-{fact.fact_id}").strip())
        }
        if cells:
            entries.append(cbam.GoodsEntry(line=entry.line, cells=cells))
            places.append(place)
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


def _field(named: str, places: list[int]) -> str:
    """Give the field of the form in which a cell is typed, such as `answer_value-0-own_direct`."""
    entry, found, cell = named.partition("].cells[")
    number = entry.rpartition("[")[2]
    if not found or not number.isdigit() or int(number) >= len(places):
        return named.partition("[")[0]
    return f"answer_value-{places[int(number)]}-{cell.rstrip(']').partition(' (')[0]}"


PAGES = (
    Page("/workbench/border/{ledger}/suppliers", "border_suppliers.html.jinja", _LIST, _load, _act),
    Page("/workbench/supplier/{link}", "supplier.html.jinja", "", _load_link, _answer, public=True),
)
