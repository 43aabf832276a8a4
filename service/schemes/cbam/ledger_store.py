"""Goods ledgers: revisions, sums of priced lines, supplier requests and answers."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from typing import TypeVar

from sqlalchemy import (
    ColumnElement,
    Index,
    Select,
    UniqueConstraint,
    Update,
    func,
    insert,
    select,
    tuple_,
    update,
)
from sqlalchemy.exc import IntegrityError
from sqlmodel import Field, SQLModel

from rules.contracts import TrailError, digest, message_factory
from service.base.refusals import Reason, Refusal
from service.store.database import locked_for_writing
from service.store.outbox import Transactions
from service.store.tables import table_of

_message = message_factory(__name__)
_MAX_CONTENT_BYTES = 256 * 1024 * 1024
MOST_REVISIONS = 1_000

_Model = TypeVar("_Model", bound="SQLModel")


class GoodsLedgerRow(SQLModel, table=True):
    """One year of goods of an organization; empty `pricing` (JSON) means default years and assumptions."""

    __tablename__ = "goods_ledger"
    __table_args__ = (Index("goods_ledger_by_organization", "organization", "name"),)

    name: str = Field(primary_key=True)
    organization: str
    display_name: str
    year: int
    create_time: str
    newest: int
    pricing: str = Field(default="", sa_column_kwargs={"server_default": ""})


class GoodsContentRow(SQLModel, table=True):
    """Compressed lines, stored once per organization and content."""

    __tablename__ = "goods_content"

    organization: str = Field(primary_key=True)
    digest: str = Field(primary_key=True)
    content: bytes


class GoodsRevisionRow(SQLModel, table=True):
    """One revision of a ledger."""

    __tablename__ = "goods_revision"

    ledger: str = Field(primary_key=True)
    number: int = Field(primary_key=True)
    organization: str
    content_digest: str
    line_count: int
    note: str
    principal: str
    create_time: str


class GoodsPricingRow(SQLModel, table=True):
    """Sums of the first `priced` lines; `question` is a digest of years, assumptions and language."""

    __tablename__ = "goods_pricing"

    ledger: str = Field(primary_key=True)
    revision: int = Field(primary_key=True)
    question: str = Field(primary_key=True)
    priced: int
    sums: bytes


class SupplierRequestRow(SQLModel, table=True):
    """Supplier request; `lines` and `facts` are JSON lists, and only the digest of the link is stored."""

    __tablename__ = "supplier_request"
    __table_args__ = (UniqueConstraint("link_digest", name="supplier_request_link"),)

    ledger: str = Field(primary_key=True)
    number: int = Field(primary_key=True)
    organization: str
    link_digest: str
    supplier: str
    message: str
    lines: str
    facts: str
    principal: str
    create_time: str
    expire_time: str
    withdraw_time: str | None = None
    answers: int = 0


class SupplierAnswerRow(SQLModel, table=True):
    """Supplier answer; `cells` is a JSON object of proposed cells by line."""

    __tablename__ = "supplier_answer"

    ledger: str = Field(primary_key=True)
    request: int = Field(primary_key=True)
    number: int = Field(primary_key=True)
    cells: str
    respondent: str
    remark: str
    state: str
    create_time: str
    decide_principal: str = ""
    revision: int = 0


PROPOSED, REPLACED, ACCEPTED, DECLINED = "proposed", "replaced", "accepted", "declined"

_LEDGERS, _CONTENTS, _REVISIONS, _PRICINGS, _REQUESTS, _ANSWERS = (
    table_of(model)
    for model in (
        GoodsLedgerRow,
        GoodsContentRow,
        GoodsRevisionRow,
        GoodsPricingRow,
        SupplierRequestRow,
        SupplierAnswerRow,
    )
)


class GoodsLedgers:
    """Ledgers of all organizations. Methods raise Refusal if the database is unavailable."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def find(self, name: str) -> GoodsLedgerRow | None:
        return self._first(GoodsLedgerRow, select(_LEDGERS).where(_LEDGERS.c.name == name))

    def list(self, organization: str, *, after: str, limit: int) -> Sequence[GoodsLedgerRow]:
        query = select(_LEDGERS).where(_LEDGERS.c.organization == organization, _LEDGERS.c.name > after)
        return self._all(GoodsLedgerRow, query.order_by(_LEDGERS.c.name).limit(limit))

    def revision(self, ledger: str, number: int) -> GoodsRevisionRow | None:
        where = (_REVISIONS.c.ledger == ledger, _REVISIONS.c.number == number)
        return self._first(GoodsRevisionRow, select(_REVISIONS).where(*where))

    def newest_revisions(self, ledgers: Sequence[GoodsLedgerRow]) -> Mapping[str, GoodsRevisionRow]:
        is_newest = tuple_(_REVISIONS.c.ledger, _REVISIONS.c.number).in_([(row.name, row.newest) for row in ledgers])
        return {row.ledger: row for row in self._all(GoodsRevisionRow, select(_REVISIONS).where(is_newest))}

    def revisions(self, ledger: str, *, before: int, limit: int) -> Sequence[GoodsRevisionRow]:
        query = select(_REVISIONS).where(_REVISIONS.c.ledger == ledger, _REVISIONS.c.number < before)
        return self._all(GoodsRevisionRow, query.order_by(_REVISIONS.c.number.desc()).limit(limit))

    def content(self, revision: GoodsRevisionRow) -> bytes:
        """Return the saved lines; raise TrailError if they do not match their digest."""
        where = (_CONTENTS.c.organization == revision.organization, _CONTENTS.c.digest == revision.content_digest)
        with self._transactions.reading() as connection:
            stored = connection.execute(select(_CONTENTS.c.content).where(*where)).scalar_one_or_none()
        try:
            content = zlib.decompressobj().decompress(stored or b"", _MAX_CONTENT_BYTES)
        except zlib.error:
            content = b""
        if digest(content) != revision.content_digest:
            raise TrailError(_message("GOODS_DAMAGED", ledger=revision.ledger, number=revision.number))
        return content

    def save(
        self,
        ledger: GoodsLedgerRow,
        revision: GoodsRevisionRow,
        content: bytes,
        *,
        base: int,
        answer: SupplierAnswerRow | None = None,
    ) -> None:
        """Save a revision on top of `base` (0 creates the ledger), and the decision on `answer`.

        Raises:
            Refusal: If `base` is not the newest, `answer` is decided, or the limit is reached.
        """
        if revision.number > MOST_REVISIONS:
            raise Refusal(Reason.MESSAGE_TOO_LARGE, _message("GOODS_FULL", ledger=ledger.name, most=MOST_REVISIONS))
        changed = Refusal(Reason.GOODS_CHANGED, _message("GOODS_CHANGED", ledger=ledger.name, base=base))
        try:
            with self._transactions.writing() as connection:
                if base == 0:
                    connection.execute(insert(_LEDGERS), ledger.model_dump())
                else:
                    where = (_LEDGERS.c.name == ledger.name, _LEDGERS.c.newest == base)
                    if not connection.execute(update(_LEDGERS).where(*where).values(newest=revision.number)).rowcount:
                        raise changed
                same_content = select(_CONTENTS.c.digest).where(
                    _CONTENTS.c.organization == revision.organization, _CONTENTS.c.digest == revision.content_digest
                )
                if connection.execute(same_content).first() is None:
                    packed = zlib.compress(content)
                    content_key = {"organization": revision.organization, "digest": revision.content_digest}
                    connection.execute(insert(_CONTENTS), {**content_key, "content": packed})
                connection.execute(insert(_REVISIONS), revision.model_dump())
                if answer is not None and not connection.execute(_decision_update(answer)).rowcount:
                    raise changed
        except IntegrityError:
            raise changed from None

    def assume(self, ledger: str, pricing: str) -> None:
        with self._transactions.writing() as connection:
            connection.execute(update(_LEDGERS).where(_LEDGERS.c.name == ledger).values(pricing=pricing))

    def pricing(self, ledger: str, revision: int, question: str) -> GoodsPricingRow | None:
        return self._first(GoodsPricingRow, select(_PRICINGS).where(*_pricing_conditions(ledger, revision, question)))

    def keep_pricing(self, row: GoodsPricingRow, *, before: int) -> GoodsPricingRow:
        """Replace sums that cover `before` lines (0 inserts); return the stored row, possibly another writer's."""
        conditions = _pricing_conditions(row.ledger, row.revision, row.question)
        try:
            with self._transactions.writing() as connection:
                if before == 0:
                    connection.execute(insert(_PRICINGS), row.model_dump())
                    return row
                values = {"priced": row.priced, "sums": row.sums}
                if connection.execute(
                    update(_PRICINGS).where(*conditions, _PRICINGS.c.priced == before).values(values)
                ).rowcount:
                    return row
        except IntegrityError:
            pass
        return self.pricing(row.ledger, row.revision, row.question) or row

    def add_request(self, row: SupplierRequestRow) -> SupplierRequestRow:
        newest = select(_REQUESTS.c.number).where(_REQUESTS.c.ledger == row.ledger)
        try:
            with self._transactions.writing() as connection:
                number = connection.execute(newest.order_by(_REQUESTS.c.number.desc()).limit(1)).scalar_one_or_none()
                numbered = row.model_copy(update={"number": (number or 0) + 1})
                connection.execute(insert(_REQUESTS), numbered.model_dump())
        except IntegrityError:
            raise locked_for_writing() from None
        return numbered

    def request(self, ledger: str, number: int) -> SupplierRequestRow | None:
        where = (_REQUESTS.c.ledger == ledger, _REQUESTS.c.number == number)
        return self._first(SupplierRequestRow, select(_REQUESTS).where(*where))

    def request_of_link(self, link_digest: str) -> SupplierRequestRow | None:
        return self._first(SupplierRequestRow, select(_REQUESTS).where(_REQUESTS.c.link_digest == link_digest))

    def requests(self, ledger: str, *, before: int, limit: int) -> Sequence[SupplierRequestRow]:
        query = select(_REQUESTS).where(_REQUESTS.c.ledger == ledger)
        if before:
            query = query.where(_REQUESTS.c.number < before)
        return self._all(SupplierRequestRow, query.order_by(_REQUESTS.c.number.desc()).limit(limit))

    def withdraw(self, row: SupplierRequestRow, time: str) -> None:
        where = (_REQUESTS.c.ledger == row.ledger, _REQUESTS.c.number == row.number)
        with self._transactions.writing() as connection:
            not_withdrawn = _REQUESTS.c.withdraw_time.is_(None)
            connection.execute(update(_REQUESTS).where(*where, not_withdrawn).values(withdraw_time=time))

    def answers(self, ledger: str, requests: Sequence[int]) -> Sequence[SupplierAnswerRow]:
        query = select(_ANSWERS).where(_ANSWERS.c.ledger == ledger, _ANSWERS.c.request.in_(requests))
        return self._all(SupplierAnswerRow, query.order_by(_ANSWERS.c.number.desc()))

    def count_waiting_answers(self, ledgers: Sequence[str]) -> Mapping[str, int]:
        conditions, many = (_ANSWERS.c.ledger.in_(ledgers), _ANSWERS.c.state == PROPOSED), func.count().label("many")
        chosen = select(_ANSWERS.c.ledger, many).where(*conditions).group_by(_ANSWERS.c.ledger)
        with self._transactions.reading() as connection:
            return {row.ledger: row.many for row in connection.execute(chosen)}

    def add_answer(self, request: SupplierRequestRow, row: SupplierAnswerRow, *, now: str) -> SupplierAnswerRow:
        """Store an answer, replacing an undecided one.

        Raises:
            Refusal: If the link is closed, or another change came first.
        """
        number = request.answers + 1
        where = (
            _REQUESTS.c.ledger == request.ledger, _REQUESTS.c.number == request.number,
            _REQUESTS.c.answers == request.answers, _REQUESTS.c.withdraw_time.is_(None),
            _REQUESTS.c.expire_time > now,
        )  # fmt: skip
        of_request = (_ANSWERS.c.ledger == request.ledger, _ANSWERS.c.request == request.number)
        changed = Refusal(Reason.GOODS_CHANGED, _message("ANSWER_CHANGED"))
        numbered = row.model_copy(update={"number": number})
        with self._transactions.writing() as connection:
            if not connection.execute(update(_REQUESTS).where(*where).values(answers=number)).rowcount:
                raise changed
            pending = (*of_request, _ANSWERS.c.state == PROPOSED)
            connection.execute(update(_ANSWERS).where(*pending).values(state=REPLACED))
            if connection.execute(select(_ANSWERS.c.number).where(*of_request, _ANSWERS.c.state == ACCEPTED)).first():
                raise changed
            connection.execute(insert(_ANSWERS), numbered.model_dump())
        return numbered

    def decline(self, row: SupplierAnswerRow) -> bool:
        with self._transactions.writing() as connection:
            return bool(connection.execute(_decision_update(row)).rowcount)

    def _first(self, model: type[_Model], query: Select[tuple[object, ...]]) -> _Model | None:
        with self._transactions.reading() as connection:
            row = connection.execute(query).mappings().first()
        return None if row is None else model.model_validate(dict(row))

    def _all(self, model: type[_Model], query: Select[tuple[object, ...]]) -> Sequence[_Model]:
        with self._transactions.reading() as connection:
            return [model.model_validate(dict(row)) for row in connection.execute(query).mappings()]


def _pricing_conditions(ledger: str, revision: int, question: str) -> tuple[ColumnElement[bool], ...]:
    columns = _PRICINGS.c
    return columns.ledger == ledger, columns.revision == revision, columns.question == question


def _decision_update(row: SupplierAnswerRow) -> Update:
    columns = _ANSWERS.c
    where = (
        columns.ledger == row.ledger, columns.request == row.request, columns.number == row.number,
        columns.state == PROPOSED,
    )  # fmt: skip
    values = {"state": row.state, "decide_principal": row.decide_principal, "revision": row.revision}
    return update(_ANSWERS).where(*where).values(values)
