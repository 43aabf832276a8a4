"""Supplier requests: questions about ledger lines, answered by a link without an account.

A link has 256 random bits, and only its digest is stored: reading the store does not reveal it. Unknown, expired and
withdrawn links cause the same error.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import orjson

from rules.contracts import InputError, Violation, in_language, message_factory
from rules.model import FactType
from service.api.address_limits import AddressRateLimiter, address_of_call
from service.api.service_dependencies import answers_in_threads, language_of_call
from service.base import instants
from service.base.paging import read_number, read_page_size, write_token
from service.base.refusals import Reason, Refusal
from service.base.resource_names import COUNT_PATTERN, malformed
from service.identity.principals import caller
from service.schemes.cbam.border_comparison import PRODUCER_FACTS, measure_columns
from service.schemes.cbam.card_evaluation import untraced_evaluator
from service.schemes.cbam.declaration import BY_ACTUAL, BY_DEFAULT, CARD, AllowedContentText
from service.schemes.cbam.goods import CODE, DETERMINATION, IMPORTED_ON, MASS, ORIGIN, PRECURSORS
from service.schemes.cbam.goods_entries import fact_of
from service.schemes.cbam.goods_ledgers import LONGEST_NAME, ledger_organization, plain_text
from service.schemes.cbam.ledger_store import ACCEPTED, DECLINED, PROPOSED, SupplierAnswerRow, SupplierRequestRow
from touchstone.v1 import cbam_service_pb2 as pb2, goods_ledger_service_pb2 as ledger_pb2

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    import grpc

    from rules.model import FactDefinition, RecordType
    from service.api.service_dependencies import ServiceContext
    from service.schemes.cbam.goods_ledgers import LedgerMethods
    from service.schemes.cbam.ledger_store import GoodsLedgerRow

    Context = grpc.aio.ServicerContext[Any, Any]

_message = message_factory(__name__)

_REQUEST = re.compile(rf"(?P<ledger>.*/goodsLedgers/[^/]*)/supplierRequests/(?P<number>{COUNT_PATTERN})\Z")
_LINK_BYTES, _MAXIMUM_LINK_LENGTH = 32, 100
_MAXIMUM_LINES, _MAXIMUM_TEXT_LENGTH = 100, 2_000
_DEFAULT_DAYS, _MAXIMUM_DAYS = 30, 90
_MAXIMUM_ANSWERS = 20
_MAXIMUM_PRECURSORS = 50
_IDENTIFYING_FACTS = (CODE, ORIGIN, IMPORTED_ON, MASS)
_YES, _NO = "yes", "no"
_Proposal = dict[str, str | list[dict[str, str]]]
_State = ledger_pb2.SupplierRequest.State


class SupplierFacts:
    """Facts requested from producers, by the newest scorecards."""

    def __init__(self, parts: ServiceContext) -> None:
        self._gazette = parts.gazette

    def definitions(self) -> Mapping[str, FactDefinition]:
        with untraced_evaluator(self._gazette) as reckoner:
            known = {fact.id: fact for fact in (*reckoner.newest(CARD).scorecard.facts, *measure_columns(reckoner))}
        return {id: known[id] for id in PRODUCER_FACTS if id in known}

    def of_actual_values(self) -> frozenset[str]:
        card = self._gazette.newest(CARD).scorecard
        return frozenset(fact.id for fact in card.facts if fact.id in PRODUCER_FACTS)

    def precursor(self) -> RecordType:
        card = self._gazette.newest(CARD).scorecard
        listed = next(fact.record for fact in card.facts if fact.id == PRECURSORS)
        return next(record for record in card.records if record.id == listed)

    def messages(self, facts: Iterable[FactDefinition], language: str) -> list[ledger_pb2.SupplierFact]:
        allowed = AllowedContentText(self._gazette.newest(CARD).scorecard, language)

        def supplier_fact(fact: FactDefinition, list_name: str = "") -> ledger_pb2.SupplierFact:
            fields = self.precursor().fields if fact.type is FactType.RECORDS else ()
            return ledger_pb2.SupplierFact(
                fact_id=fact.id,
                display_name=fact.labels.get(language) or fact.labels.get("en", fact.id),
                unit=fact.unit,
                allowed=allowed.of_supplier(fact, list_name),
                choices=[_YES, _NO] if fact.type is FactType.FLAG else [choice.id for choice in fact.choices],
                record_fields=[supplier_fact(field, fact.id) for field in fields],
            )

        return [supplier_fact(fact) for fact in facts]


class RequestMethods:
    """Methods of GoodsLedgerService on supplier requests."""

    def __init__(self, parts: ServiceContext, ledgers: LedgerMethods) -> None:
        self._ledgers, self._ledger_store, self._facts = ledgers, ledgers.store, SupplierFacts(parts)
        self._reading, self._trying = parts.limiters.reading, parts.limiters.trying

    def methods(self) -> object:
        return answers_in_threads(
            self._reading,
            {
                "CreateSupplierRequest": self._create,
                "ListSupplierRequests": self._list,
                "WithdrawSupplierRequest": self._withdraw,
                "DecideSupplierAnswer": self._decide,
            },
            read_call=language_of_call,
        )

    def _create(self, request: ledger_pb2.CreateSupplierRequestRequest, _language: str) -> ledger_pb2.SupplierRequest:
        row = self._ledgers.ledger(request.parent, field="parent")
        supplier = plain_text(request.supplier, "supplier", LONGEST_NAME, needed=True)
        message = plain_text(request.message, "message", _MAXIMUM_TEXT_LENGTH)
        lines, facts = list(dict.fromkeys(request.lines)), list(dict.fromkeys(request.facts))
        wrong: list[Violation] = []
        known = {entry.line for entry in self._ledgers.entries(self._ledgers.revision(row), names=set(lines))}
        if not 0 < len(lines) <= _MAXIMUM_LINES:
            wrong.append(Violation("lines", _message("LINE_COUNT", count=len(lines), most=_MAXIMUM_LINES), "REQUIRED"))
        if missing := [line for line in lines if line not in known]:
            wrong.append(Violation("lines", _message("NO_LINE", lines=missing[:5]), "UNKNOWN_LINE"))
        askable = self._facts.definitions()
        if not facts or any(fact not in askable for fact in facts):
            unknown_facts = [fact[:60] for fact in facts if fact not in askable][:5]
            wrong.append(
                Violation(
                    "facts", _message("NOT_ASKABLE", found=unknown_facts or "-", known=list(askable)), "WRONG_VALUE"
                )
            )
        days = request.days or _DEFAULT_DAYS
        if not 0 < days <= _MAXIMUM_DAYS:
            wrong.append(Violation("days", _message("DAYS", found=request.days, most=_MAXIMUM_DAYS), "WRONG_VALUE"))
        if wrong:
            raise InputError(tuple(wrong))
        link = secrets.token_urlsafe(_LINK_BYTES)
        stored_row = self._ledger_store.add_request(
            SupplierRequestRow(
                ledger=row.name,
                number=0,
                organization=row.organization,
                link_digest=link_digest(link),
                supplier=supplier,
                message=message,
                lines=orjson.dumps(lines).decode(),
                facts=orjson.dumps(facts).decode(),
                principal=caller().id,
                create_time=instants.now(),
                expire_time=instants.now_plus(timedelta(days=days)),
            )
        )
        written = _request(stored_row, ())
        written.link = link
        return written

    def _list(
        self, request: ledger_pb2.ListSupplierRequestsRequest, language: str
    ) -> ledger_pb2.ListSupplierRequestsResponse:
        row, size = self._ledgers.ledger(request.parent, field="parent"), read_page_size(request.page_size)
        query = ("supplier_requests", row.name)
        before = read_number(request.page_token, query)
        rows = self._ledger_store.requests(row.name, before=before, limit=size + 1)
        answers = self._ledger_store.answers(row.name, [request_row.number for request_row in rows[:size]])
        defaults = self._default_lines(row, answers)
        return ledger_pb2.ListSupplierRequestsResponse(
            supplier_requests=[
                _request(request_row, [answer for answer in answers if answer.request == request_row.number], defaults)
                for request_row in rows[:size]
            ],
            next_page_token=write_token(query, str(rows[size - 1].number)) if len(rows) > size else "",
            supplier_facts=self._facts.messages(self._facts.definitions().values(), language),
        )

    def _row(self, name: str) -> SupplierRequestRow:
        match = _REQUEST.match(name)
        if match is None:
            raise InputError((malformed("name", name, _message("REQUEST_NAME")),))
        ledger_organization(match["ledger"], field="name")
        row = self._ledger_store.request(match["ledger"], int(match["number"]))
        if row is None:
            raise Refusal(Reason.GOODS_NOT_FOUND, _message("NO_REQUEST", name=name))
        return row

    def _request_message(self, row: SupplierRequestRow) -> ledger_pb2.SupplierRequest:
        current_row = self._ledger_store.request(row.ledger, row.number) or row
        answers = self._ledger_store.answers(row.ledger, [row.number])
        return _request(current_row, answers, self._default_lines(self._ledgers.ledger(row.ledger), answers))

    def _default_lines(
        self, ledger: GoodsLedgerRow, answers: Sequence[SupplierAnswerRow]
    ) -> Mapping[tuple[int, int], Sequence[str]]:
        waiting = [answer for answer in answers if answer.state == PROPOSED]
        lines = {(answer.request, answer.number): self._actual_lines(answer) for answer in waiting}
        names = {line for listed in lines.values() for line in listed}
        entries = self._ledgers.entries(self._ledgers.revision(ledger), names=names) if names else ()
        by_default = {entry.line for entry in entries if _is_by_default(entry)}
        return {key: [line for line in listed if line in by_default] for key, listed in lines.items()}

    def _actual_lines(self, answer: SupplierAnswerRow) -> list[str]:
        counted, proposed = self._facts.of_actual_values(), orjson.loads(answer.cells)
        return [line for line, proposal in proposed.items() if not counted.isdisjoint(map(fact_of, proposal))]

    def _withdraw(
        self, request: ledger_pb2.WithdrawSupplierRequestRequest, _language: str
    ) -> ledger_pb2.SupplierRequest:
        row = self._row(request.name)
        self._ledger_store.withdraw(row, instants.now())
        return self._request_message(row)

    def _decide(self, request: ledger_pb2.DecideSupplierAnswerRequest, language: str) -> ledger_pb2.SupplierRequest:
        row = self._row(request.name)
        waiting = [
            answer for answer in self._ledger_store.answers(row.ledger, [row.number]) if answer.state == PROPOSED
        ]
        answer = next((answer for answer in waiting if answer.number == request.number), None)
        if answer is None:
            raise Refusal(Reason.ANSWER_NOT_TAKEN, _message("NO_ANSWER_WAITS", number=request.number))
        state = ACCEPTED if request.accept else DECLINED
        decided = answer.model_copy(update={"state": state, "decide_principal": caller().id})
        if request.accept:
            self._accept(row, decided, language, by_actual=request.declare_actual_values)
        elif not self._ledger_store.decline(decided):
            raise Refusal(Reason.ANSWER_NOT_TAKEN, _message("NO_ANSWER_WAITS", number=request.number))
        return self._request_message(row)

    def _accept(self, row: SupplierRequestRow, answer: SupplierAnswerRow, language: str, *, by_actual: bool) -> None:
        ledger = self._ledgers.ledger(row.ledger)
        proposed: Mapping[str, _Proposal] = orjson.loads(answer.cells)
        entries = self._ledgers.entries(self._ledgers.revision(ledger))
        if missing_lines := sorted(proposed.keys() - {entry.line for entry in entries}):
            raise Refusal(Reason.ANSWER_NOT_TAKEN, _message("LINES_GONE", lines=missing_lines[:5]))
        filled = [_filled_in(entry, proposed[entry.line]) if entry.line in proposed else entry for entry in entries]
        actual = self._actual_lines(answer) if by_actual else ()
        changed = [entry for entry in filled if entry.line in actual and _is_by_default(entry)]
        for entry in changed:
            entry.cells[DETERMINATION] = str(BY_ACTUAL.choice)
        key = "ACCEPTED_AS_ACTUAL_NOTE" if changed else "ACCEPTED_NOTE"
        note = _message(key, supplier=row.supplier, request=row.number, number=answer.number)
        self._ledgers.add_revision(ledger, filled, in_language(note, language), answer)


class SupplierMethods:
    """Methods of SupplierService for holders of a link."""

    def __init__(self, parts: ServiceContext, ledgers: LedgerMethods) -> None:
        self._ledgers, self._ledger_store, self._facts = ledgers, ledgers.store, SupplierFacts(parts)
        self._reading = parts.limiters.reading
        self._addresses = AddressRateLimiter(parts.settings.supplier_answers_per_hour, _quota_exhausted_message)

    async def OpenSupplierRequest(
        self, request: ledger_pb2.OpenSupplierRequestRequest, context: Context
    ) -> ledger_pb2.SupplierQuestions:
        address, language = address_of_call(request, context), language_of_call(request, context)
        with self._reading.slot():
            return await self._reading.in_thread(self._open, request.link, address, language)

    def _open(self, link: str, address: str, language: str) -> ledger_pb2.SupplierQuestions:
        return self._questions(self._row(link, address), language)

    async def AnswerSupplierRequest(
        self, request: ledger_pb2.AnswerSupplierRequestRequest, context: Context
    ) -> ledger_pb2.SupplierQuestions:
        address, language = address_of_call(request, context), language_of_call(request, context)
        with self._reading.slot():
            row = await self._reading.in_thread(self._row, request.link, address)
            respondent = plain_text(request.respondent, "respondent", LONGEST_NAME)
            remark = plain_text(request.remark, "remark", _MAXIMUM_TEXT_LENGTH)
            proposed, filled = await self._reading.in_thread(self._filled, row, request.goods_entries)
            read_request = pb2.ReadGoodsRequest(goods_entries=filled, language_code=language)
            await self._ledgers.worker.work(read_request, pb2.ReadGoodsResponse, language=language)
            answer = SupplierAnswerRow(
                ledger=row.ledger, request=row.number, number=0, cells=orjson.dumps(proposed).decode(),
                respondent=respondent, remark=remark, state=PROPOSED, create_time=instants.now(),
            )  # fmt: skip
            await self._reading.in_thread(self._store_answer, row, answer)
            return await self._reading.in_thread(self._questions, row, language)

    def _store_answer(self, row: SupplierRequestRow, answer: SupplierAnswerRow) -> None:
        self._ledger_store.add_answer(row, answer, now=instants.now())

    def _row(self, link: str, address: str) -> SupplierRequestRow:
        """Count the address before the lookup, to limit guesses of links."""
        self._addresses.check(address)
        self._addresses.note(address, 1)
        row = self._ledger_store.request_of_link(link_digest(link)) if len(link) <= _MAXIMUM_LINK_LENGTH else None
        if row is None or row.withdraw_time is not None or row.expire_time <= instants.now():
            raise Refusal(Reason.SUPPLIER_LINK_NOT_FOUND, _message("NO_LINK"))
        return row

    def _filled(
        self, row: SupplierRequestRow, answered: Sequence[pb2.GoodsEntry]
    ) -> tuple[dict[str, _Proposal], list[pb2.GoodsEntry]]:
        self._check_open(row)
        definitions, facts = self._facts.definitions(), orjson.loads(row.facts)
        entries = self._own_lines(row)
        record = self._facts.precursor() if PRECURSORS in facts else None
        fields = {field.id: field for field in (record.fields if record is not None else ())}
        proposed: dict[str, _Proposal] = {}
        wrong: list[Violation] = []
        filled = []
        for index, entry in enumerate(answered):
            cells, parts = _stated(entry.cells), [_stated(precursor.cells) for precursor in entry.precursors]
            field = f"goods_entries[{index}]"
            wrong += _wrong_line(field, entry.line, entries.keys() - proposed.keys())
            wrong += _wrong_cells(field, cells, facts)
            wrong += _wrong_precursors(f"{field}.{PRECURSORS}", parts, record)
            if wrong or not (cells or parts):
                continue
            named = _with_headings(cells, definitions)
            listed = [_with_headings(part, fields) for part in parts]
            proposed[entry.line] = {**named, PRECURSORS: listed} if listed else {**named}
            # The worker rejects a line that states no precursors and lists some.
            line = _filled_in(entries[entry.line], proposed[entry.line])
            if PRECURSORS in named:
                line.cells[PRECURSORS] = named[PRECURSORS]
            filled.append(line)
        if not proposed:
            wrong = wrong or [Violation("goods_entries", _message("NOTHING_ANSWERED"), "REQUIRED")]
        if wrong:
            raise InputError(tuple(wrong))
        return proposed, filled

    def _check_open(self, row: SupplierRequestRow) -> None:
        if any(answer.state == ACCEPTED for answer in self._ledger_store.answers(row.ledger, [row.number])):
            raise Refusal(Reason.ANSWER_NOT_TAKEN, _message("ACCEPTED_ALREADY"))
        if row.answers >= _MAXIMUM_ANSWERS:
            raise Refusal(Reason.ANSWER_NOT_TAKEN, _message("ANSWERS_FULL", most=_MAXIMUM_ANSWERS))

    def _own_lines(self, row: SupplierRequestRow) -> dict[str, pb2.GoodsEntry]:
        names = set(orjson.loads(row.lines))
        ledger = self._ledgers.ledger(row.ledger)
        return {entry.line: entry for entry in self._ledgers.entries(self._ledgers.revision(ledger), names=names)}

    def _questions(self, row: SupplierRequestRow, language: str) -> ledger_pb2.SupplierQuestions:
        definitions = self._facts.definitions()
        requested_facts = [definitions[fact] for fact in orjson.loads(row.facts) if fact in definitions]
        answers = self._ledger_store.answers(row.ledger, [row.number])
        answer = next((answer for answer in answers if answer.state in (PROPOSED, ACCEPTED)), None)
        return ledger_pb2.SupplierQuestions(
            organization=row.organization,
            supplier=row.supplier,
            message=row.message,
            goods_entries=[
                pb2.GoodsEntry(
                    line=entry.line,
                    cells={name: text for name, text in entry.cells.items() if fact_of(name) in _IDENTIFYING_FACTS},
                )
                for entry in self._own_lines(row).values()
            ],
            supplier_facts=self._facts.messages(requested_facts, language),
            expire_time=instants.to_timestamp(row.expire_time),
            supplier_answer=None if answer is None else _answer(answer, to_supplier=True),
        )


def link_digest(link: str) -> str:
    """Return the stored digest of a link."""
    return hashlib.sha256(f"supplier:{link}".encode()).hexdigest()


def _filled_in(entry: pb2.GoodsEntry, proposal: _Proposal) -> pb2.GoodsEntry:
    facts = {fact_of(heading) for heading in proposal}
    stated = _entry(entry.line, proposal)
    unchanged_cells = {heading: text for heading, text in entry.cells.items() if fact_of(heading) not in facts}
    return pb2.GoodsEntry(
        line=entry.line,
        cells={**unchanged_cells, **stated.cells},
        precursors=stated.precursors if PRECURSORS in facts else entry.precursors,
    )


def _entry(line: str, proposal: _Proposal) -> pb2.GoodsEntry:
    listed = proposal.get(PRECURSORS)
    return pb2.GoodsEntry(
        line=line,
        cells={heading: text for heading, text in proposal.items() if isinstance(text, str)},
        precursors=[pb2.GoodsPrecursor(cells=part) for part in listed] if isinstance(listed, list) else (),
    )


def _stated(cells: Mapping[str, str]) -> dict[str, str]:
    return {heading: text.strip() for heading, text in cells.items() if text.strip()}


def _wrong_line(field: str, line: str, unanswered: Container[str]) -> Iterator[Violation]:
    if line not in unanswered:
        yield Violation(f"{field}.line", _message("NOT_ASKED_LINE", line=line[:60]), "UNKNOWN_LINE")


def _with_headings(cells: Mapping[str, str], facts: Mapping[str, FactDefinition]) -> dict[str, str]:
    named = ((facts[fact_of(heading)], text) for heading, text in cells.items())
    return {f"{fact.id} ({fact.unit})" if fact.unit else fact.id: text for fact, text in named}


def _wrong_cells(field: str, cells: Iterable[str], facts: Container[str]) -> Iterator[Violation]:
    for heading in cells:
        if fact_of(heading) not in facts:
            yield Violation(f"{field}.cells[{heading[:60]}]", _message("NOT_ASKED_FACT"), "WRONG_VALUE")


def _wrong_precursors(field: str, parts: Sequence[Mapping[str, str]], record: RecordType | None) -> Iterator[Violation]:
    if record is None:
        if parts:
            yield Violation(field, _message("NOT_ASKED_FACT"), "WRONG_VALUE")
        return
    if len(parts) > _MAXIMUM_PRECURSORS:
        message = _message("PRECURSOR_COUNT", count=len(parts), most=_MAXIMUM_PRECURSORS)
        yield Violation(field, message, "TOO_MANY")
    known = {definition.id for definition in record.fields}
    for index, part in enumerate(parts[:_MAXIMUM_PRECURSORS]):
        yield from _wrong_cells(f"{field}[{index}]", part, known)
        if record.key not in map(fact_of, part):
            yield Violation(f"{field}[{index}].cells[{record.key}]", _message("PRECURSOR_UNNAMED"), "REQUIRED")


def _is_by_default(entry: pb2.GoodsEntry) -> bool:
    return entry.cells.get(DETERMINATION) == BY_DEFAULT.choice


def _quota_exhausted_message(most: int, seconds: int) -> str:
    return _message("SUPPLIER_USED_UP", most=most, seconds=seconds)


def _request(
    row: SupplierRequestRow,
    answers: Sequence[SupplierAnswerRow],
    defaults: Mapping[tuple[int, int], Sequence[str]] | None = None,
) -> ledger_pb2.SupplierRequest:
    by_default = defaults or {}
    written = ledger_pb2.SupplierRequest(
        name=f"{row.ledger}/supplierRequests/{row.number}",
        supplier=row.supplier,
        message=row.message,
        lines=orjson.loads(row.lines),
        facts=orjson.loads(row.facts),
        state=_state(row, answers),
        principal=row.principal,
        create_time=instants.to_timestamp(row.create_time),
        expire_time=instants.to_timestamp(row.expire_time),
        supplier_answers=[
            _answer(answer, default_lines=by_default.get((answer.request, answer.number), ())) for answer in answers
        ],
    )
    if row.withdraw_time is not None:
        written.withdraw_time.CopyFrom(instants.to_timestamp(row.withdraw_time))
    return written


def _state(row: SupplierRequestRow, answers: Sequence[SupplierAnswerRow]) -> ledger_pb2.SupplierRequest.State:
    states = {answer.state for answer in answers}
    if ACCEPTED in states:
        return _State.STATE_ACCEPTED
    if PROPOSED in states:
        return _State.STATE_ANSWERED
    if row.withdraw_time is not None:
        return _State.STATE_WITHDRAWN
    return _State.STATE_EXPIRED if row.expire_time <= instants.now() else _State.STATE_OPEN


def _answer(
    row: SupplierAnswerRow, *, to_supplier: bool = False, default_lines: Sequence[str] = ()
) -> ledger_pb2.SupplierAnswer:
    return ledger_pb2.SupplierAnswer(
        number=row.number,
        goods_entries=[_entry(line, proposal) for line, proposal in orjson.loads(row.cells).items()],
        default_lines=default_lines,
        respondent=row.respondent,
        remark=row.remark,
        state=f"STATE_{row.state.upper()}",
        create_time=instants.to_timestamp(row.create_time),
        decide_principal="" if to_supplier else row.decide_principal,
        revision=0 if to_supplier else row.revision,
    )
