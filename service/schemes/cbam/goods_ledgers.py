"""GoodsLedgerService: yearly goods ledgers with revisions and incremental pricing."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import orjson

from rules.contracts import (
    InputError,
    canonical_bytes,
    digest,
    format_exact,
    message_factory,
    parse_exact,
)
from service.api.service_dependencies import answers_in_threads, language_of_call
from service.base import instants
from service.base.paging import read_number, read_page_size, read_token, write_token
from service.base.refusals import Reason, Refusal
from service.base.resource_names import ID_PATTERN, malformed, parse_organization
from service.identity.principals import caller
from service.schemes.cbam.border_comparison import years_between
from service.schemes.cbam.goods import FIRST_REPORTED, IMPORTED_ON
from service.schemes.cbam.goods_entries import entries_of, separated_files
from service.schemes.cbam.ledger_store import GoodsLedgerRow, GoodsPricingRow, GoodsRevisionRow
from service.schemes.cbam.pricing_assumptions import stored_assumptions, text_of_assumptions
from touchstone.internal.v1 import work_pb2
from touchstone.v1 import cbam_service_pb2 as pb2, goods_ledger_service_pb2 as ledger_pb2, types_pb2

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    import grpc

    from service.api.service_dependencies import ServiceContext
    from service.base.worker_specs import Worker
    from service.schemes.cbam.ledger_store import GoodsLedgers, SupplierAnswerRow

    Context = grpc.aio.ServicerContext[Any, Any]

_message = message_factory(__name__)

_LEDGER = re.compile(rf"organizations/({ID_PATTERN})/goodsLedgers/{ID_PATTERN}\Z")
LONGEST_NAME = 200
_LONGEST_NOTE = 1_000
_LAST_YEAR = 2100
_FIRST_PIECE_LINES, _PIECE_LINES, _MAXIMUM_PIECE_LINES = 20, 2_000, 5_000
"""The first piece is small, so that results appear soon."""
_MAXIMUM_OPEN_POINTS = 200


def ledger_organization(name: str, *, field: str) -> str:
    """Return the organization in a ledger name.

    Raises:
        InputError: If the name is malformed.
    """
    match = _LEDGER.match(name)
    if match is None:
        raise InputError((malformed(field, name, _message("LEDGER_NAME")),))
    return match[1]


def plain_text(text: str, field: str, most: int, *, needed: bool = False) -> str:
    """Return a stripped text.

    Raises:
        InputError: If it is needed but empty, too long, or contains NUL.
    """
    stripped = text.strip()
    if needed and not stripped:
        raise InputError.of(field, _message("TEXT_REQUIRED"), "REQUIRED")
    if len(stripped) > most:
        raise InputError.of(field, _message("TEXT_TOO_LONG", size=len(stripped), most=most), "TOO_LARGE")
    if "\0" in stripped:
        raise InputError.of(field, _message("TEXT_WITH_NUL"), "WRONG_VALUE")
    return stripped


class LedgerMethods:
    """Methods of GoodsLedgerService on ledgers."""

    def __init__(self, parts: ServiceContext, ledgers: GoodsLedgers, worker: Worker) -> None:
        self.store, self.worker = ledgers, worker
        self.reading, self.trying = parts.limiters.reading, parts.limiters.trying

    def reading_methods(self) -> object:
        return answers_in_threads(
            self.reading,
            {
                "GetGoodsLedger": self._get,
                "SetPricingAssumptions": self._assume,
                "ListGoodsLedgers": self._list,
                "ListGoodsRevisions": self._revisions,
                "ListGoods": self._goods,
                "GetGoodsFiles": self._files,
            },
        )

    async def SaveGoods(self, request: ledger_pb2.SaveGoodsRequest, context: Context) -> ledger_pb2.GoodsLedger:
        organization = ledger_organization(request.name, field="name")
        note = plain_text(request.note, "note", _LONGEST_NOTE)
        read_request = pb2.ReadGoodsRequest(goods=request.goods, language_code=language_of_call(request, context))
        if request.HasField("precursors"):
            read_request.precursors.CopyFrom(request.precursors)
        with self.trying.slot():
            row = await self.trying.in_thread(self._base, request, organization)
            read = await self.worker.work(read_request, pb2.ReadGoodsResponse, language=read_request.language_code)
            revision = await self.trying.in_thread(self.add_revision, row, read.goods_entries, note)
        saved = row.model_copy(update={"newest": revision.number})
        return _ledger(saved, revision, read.notes)

    def _base(self, request: ledger_pb2.SaveGoodsRequest, organization: str) -> GoodsLedgerRow:
        if request.base_revision:
            row = self.ledger(request.name)
            return row.model_copy(update={"newest": request.base_revision})
        if not FIRST_REPORTED.year <= request.year <= _LAST_YEAR:
            message = _message("LEDGER_YEAR", found=request.year, first=FIRST_REPORTED.year, last=_LAST_YEAR)
            raise InputError.of("year", message, "WRONG_VALUE")
        return GoodsLedgerRow(
            name=request.name,
            organization=organization,
            display_name=plain_text(request.display_name, "display_name", LONGEST_NAME, needed=True),
            year=request.year,
            create_time=instants.now(),
            newest=0,
            pricing=text_of_assumptions(request.pricing_assumptions),
        )

    def add_revision(
        self,
        row: GoodsLedgerRow,
        entries: Sequence[pb2.GoodsEntry],
        note: str,
        answer: SupplierAnswerRow | None = None,
    ) -> GoodsRevisionRow:
        """Store lines as the next revision and accept `answer`.

        Raises:
            InputError: If a line was imported in another year.
            Refusal: If a newer revision exists, or the answer is no longer waiting.
        """
        other_year_lines = [entry.line for entry in entries if entry.cells[IMPORTED_ON][:4] != str(row.year)]
        if other_year_lines:
            message = _message("OTHER_YEAR", year=row.year, lines=other_year_lines[:5], count=len(other_year_lines))
            raise InputError.of("goods", message, "WRONG_VALUE")
        goods, precursors = separated_files(entries)
        texts = {"goods": goods.content.decode(), "precursors": precursors.content.decode() if precursors else ""}
        content = canonical_bytes(texts)
        revision = GoodsRevisionRow(
            ledger=row.name,
            number=row.newest + 1,
            organization=row.organization,
            content_digest=digest(content),
            line_count=len(entries),
            note=note,
            principal=caller().id,
            create_time=instants.now(),
        )
        saved = row.model_copy(update={"newest": revision.number})
        decided = None if answer is None else answer.model_copy(update={"revision": revision.number})
        self.store.save(saved, revision, content, base=row.newest, answer=decided)
        return revision

    def ledger(self, name: str, *, field: str = "name") -> GoodsLedgerRow:
        ledger_organization(name, field=field)
        row = self.store.find(name)
        if row is None:
            raise Refusal(Reason.GOODS_NOT_FOUND, _message("NO_LEDGER", name=name))
        return row

    def revision(self, row: GoodsLedgerRow, number: int = 0) -> GoodsRevisionRow:
        revision = self.store.revision(row.name, number or row.newest)
        if revision is None:
            raise Refusal(
                Reason.GOODS_NOT_FOUND, _message("NO_REVISION", name=row.name, number=number, newest=row.newest)
            )
        return revision

    def files(self, revision: GoodsRevisionRow) -> ledger_pb2.GoodsFiles:
        texts = orjson.loads(self.store.content(revision))
        files = ledger_pb2.GoodsFiles(goods=pb2.GoodsFile(name="goods.csv", content=texts["goods"].encode()))
        if texts["precursors"]:
            files.precursors.CopyFrom(pb2.GoodsFile(name="precursors.csv", content=texts["precursors"].encode()))
        return files

    def entries(
        self,
        revision: GoodsRevisionRow,
        *,
        first: int = 0,
        count: int | None = None,
        names: Container[str] | None = None,
    ) -> list[pb2.GoodsEntry]:
        files = self.files(revision)
        return entries_of(files.goods.content, files.precursors.content, first=first, count=count, names=names)

    def _get(self, request: ledger_pb2.GetGoodsLedgerRequest) -> ledger_pb2.GoodsLedger:
        row = self.ledger(request.name)
        return _ledger(row, self.revision(row))

    def _assume(self, request: ledger_pb2.SetPricingAssumptionsRequest) -> ledger_pb2.GoodsLedger:
        pricing = text_of_assumptions(request.pricing_assumptions)
        row = self.ledger(request.name).model_copy(update={"pricing": pricing})
        self.store.assume(row.name, pricing)
        return _ledger(row, self.revision(row))

    def _list(self, request: ledger_pb2.ListGoodsLedgersRequest) -> ledger_pb2.ListGoodsLedgersResponse:
        organization, size = parse_organization(request.parent, field="parent"), read_page_size(request.page_size)
        query = ("goods_ledgers", request.parent)
        rows = self.store.list(organization, after=read_token(request.page_token, query), limit=size + 1)
        newest = self.store.newest_revisions(rows[:size])
        waiting = self.store.count_waiting_answers([row.name for row in rows[:size]])
        return ledger_pb2.ListGoodsLedgersResponse(
            goods_ledgers=[
                _ledger(row, newest[row.name], waiting_answers=waiting.get(row.name, 0))
                for row in rows[:size]
                if row.name in newest
            ],
            next_page_token=write_token(query, rows[size - 1].name) if len(rows) > size else "",
        )

    def _revisions(self, request: ledger_pb2.ListGoodsRevisionsRequest) -> ledger_pb2.ListGoodsRevisionsResponse:
        row, size = self.ledger(request.parent, field="parent"), read_page_size(request.page_size)
        query = ("goods_revisions", request.parent)
        before = read_number(request.page_token, query) or row.newest + 1
        rows = self.store.revisions(row.name, before=before, limit=size + 1)
        return ledger_pb2.ListGoodsRevisionsResponse(
            goods_revisions=map(_revision, rows[:size]),
            next_page_token=write_token(query, str(rows[size - 1].number)) if len(rows) > size else "",
        )

    def _goods(self, request: ledger_pb2.ListGoodsRequest) -> ledger_pb2.ListGoodsResponse:
        row = self.ledger(request.parent, field="parent")
        revision, size = self.revision(row, request.revision), read_page_size(request.page_size)
        query = ("goods", row.name, str(revision.number))
        first = read_number(request.page_token, query)
        return ledger_pb2.ListGoodsResponse(
            goods_entries=self.entries(revision, first=first, count=size),
            next_page_token=write_token(query, str(first + size)) if first + size < revision.line_count else "",
        )

    def _files(self, request: ledger_pb2.GetGoodsFilesRequest) -> ledger_pb2.GoodsFiles:
        return self.files(self.revision(self.ledger(request.name), request.revision))

    async def PriceGoods(self, request: ledger_pb2.PriceGoodsRequest, context: Context) -> ledger_pb2.GoodsPricing:
        language = language_of_call(request, context)
        years_between(request.first_year, request.last_year)  # validates even if no line is priced
        if request.line_count < 0:
            raise InputError.of("line_count", _message("NEGATIVE", found=request.line_count), "WRONG_VALUE")
        with self.trying.slot():
            ledger = await self.trying.in_thread(self.ledger, request.name)
            pricing_inputs: ledger_pb2.PriceGoodsRequest | ledger_pb2.PricingAssumptions = request
            if not (request.first_year or request.last_year or request.assumptions):
                pricing_inputs = stored_assumptions(ledger.pricing)
            compare_request = pb2.CompareGoodsRequest(
                first_year=pricing_inputs.first_year, last_year=pricing_inputs.last_year,
                assumptions=pricing_inputs.assumptions, language_code=language,
            )  # fmt: skip
            question = digest(compare_request.SerializeToString(deterministic=True))
            revision, stored_row = await self.trying.in_thread(self._priced, ledger, question)
            sums = ledger_pb2.GoodsPricing(revision=revision.number, line_count=revision.line_count)
            if stored_row is not None:
                sums = ledger_pb2.GoodsPricing.FromString(stored_row.sums)
            if request.kept_only or sums.priced_line_count == revision.line_count:
                return sums
            usual = _PIECE_LINES if sums.priced_line_count else _FIRST_PIECE_LINES
            compare_request.page_size = min(request.line_count or usual, _MAXIMUM_PIECE_LINES)
            before = sums.priced_line_count
            await self.trying.in_thread(self._add_lines, compare_request, revision, before)
            if stored_row is not None:
                compare_request.known_time.CopyFrom(sums.known_time)
            piece = work_pb2.SumGoods(request=compare_request, whole=not before)
            added = await self.worker.work(piece, work_pb2.GoodsSums, language=language)
            add_priced(sums, added.compared, added.priced_line_count)
            row = GoodsPricingRow(
                ledger=revision.ledger, revision=revision.number, question=question,
                priced=sums.priced_line_count, sums=sums.SerializeToString(deterministic=True),
            )  # fmt: skip
            current_row = await self.trying.in_thread(lambda: self.store.keep_pricing(row, before=before))
        return ledger_pb2.GoodsPricing.FromString(current_row.sums)

    def _add_lines(self, compare_request: pb2.CompareGoodsRequest, revision: GoodsRevisionRow, first: int) -> None:
        """Add lines from `first` on; the first piece gets all files, because thresholds need all lines."""
        if first:
            compare_request.goods_entries.extend(self.entries(revision, first=first, count=compare_request.page_size))
            return
        files = self.files(revision)
        compare_request.goods.CopyFrom(files.goods)
        if files.HasField("precursors"):
            compare_request.precursors.CopyFrom(files.precursors)

    def _priced(self, ledger: GoodsLedgerRow, question: str) -> tuple[GoodsRevisionRow, GoodsPricingRow | None]:
        revision = self.revision(ledger)
        return revision, self.store.pricing(revision.ledger, revision.number, question)


def add_priced(sums: ledger_pb2.GoodsPricing, compared: pb2.CompareGoodsResponse, count: int) -> None:
    """Add the result of `count` more lines to `sums`."""
    if not sums.priced_line_count:
        sums.measures.extend(compared.measures)
        sums.thresholds.extend(compared.thresholds)
        sums.known_time.CopyFrom(compared.known_time)
    else:
        for measure, more in zip(sums.measures, compared.measures, strict=True):
            versions = sorted({*measure.scorecard_versions, *more.scorecard_versions})
            del measure.scorecard_versions[:]
            measure.scorecard_versions.extend(versions)
            for total, added in zip(measure.totals, more.totals, strict=True):
                _add_cost(total, added)
    by_key = {_point_key(point): point for point in sums.open_points}
    for point in compared.open_points:
        if (existing := by_key.get(_point_key(point))) is not None:
            existing.line_count += point.line_count
        elif len(sums.open_points) < _MAXIMUM_OPEN_POINTS:
            sums.open_points.append(point)
    sums.priced_line_count += count


def _point_key(point: pb2.OpenPoint) -> tuple[int, str, str, str]:
    return point.giver, point.measure_group, point.fact_id, point.text


def _add_cost(total: pb2.YearCost, added: pb2.YearCost) -> None:
    if not (total.HasField("cost") or added.HasField("cost")):
        return
    low = _bound(total.cost.low) + _bound(added.cost.low)
    bounded = total.cost.high and added.cost.high
    high = format_exact(_bound(total.cost.high) + _bound(added.cost.high)) if bounded else ""
    total.cost.CopyFrom(types_pb2.Interval(low=format_exact(low), high=high))


def _bound(text: str) -> Fraction:
    return parse_exact(text) if text else Fraction(0)


def _ledger(
    row: GoodsLedgerRow, revision: GoodsRevisionRow, notes: Sequence[str] = (), *, waiting_answers: int = 0
) -> ledger_pb2.GoodsLedger:
    return ledger_pb2.GoodsLedger(
        name=row.name,
        display_name=row.display_name,
        year=row.year,
        newest_revision=_revision(revision),
        create_time=instants.to_timestamp(row.create_time),
        notes=notes,
        waiting_answer_count=waiting_answers,
        pricing_assumptions=stored_assumptions(row.pricing),
    )


def _revision(row: GoodsRevisionRow) -> ledger_pb2.GoodsRevision:
    return ledger_pb2.GoodsRevision(
        number=row.number,
        line_count=row.line_count,
        content_digest=row.content_digest,
        note=row.note,
        principal=row.principal,
        create_time=instants.to_timestamp(row.create_time),
    )
