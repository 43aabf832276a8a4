"""Store of claims in use: publications, judgements and pending judgements.

`notice_date` is the day when `standing` fell, or the next document or check date after the last view.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

import orjson
from sqlalchemy import (
    Connection,
    Select,
    and_,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    tuple_,
    update,
)
from sqlmodel import Field, Index, SQLModel

from rules.contracts import message_factory
from service.base.refusals import Reason, Refusal
from service.store.advisory_lock import try_lock
from service.store.cases import normalize_label
from service.store.outbox import Transactions
from service.store.tables import table_of

_message = message_factory(__name__)
_RowT = TypeVar("_RowT", bound=SQLModel)

CLAIM_STANDING_CHANGED = "touchstone.claim.standing"
_USABLE_RANK = 5
NOT_JUDGED = 9
"""`standing` of a claim without a result; sorts last."""
_PREFIX_END = "\U0010ffff"
_MAX_WORD_LENGTH = 40
_MAX_WORDS = 400
_HAN_FIRST, _HAN_LAST = "\u3400", "\u9fff"
_DURATION_SAMPLES = 50
_JUDGING_LOCK_SPACE = 0x636C6169


class ClaimInUseRow(SQLModel, table=True):
    """A claim in use: `content` is the message as JSON, other columns serve lists.

    `standing` is the worst value, 9 if there is none; it may change on `due_date`. `judged_rules` is the digest of all
    scorecards on claims, `own_rules` of those for its jurisdictions. `fallen` is the number of the judgement that
    lowered `standing`, 0 after a view. `seen_date` is the last view. Unset dates are empty, as is `end_time` while in
    use. `problem` is empty or a JSON object by language, `sign_off` empty or a JSON object.
    """

    __tablename__ = "claim_in_use"
    __table_args__ = (
        Index("claim_in_use_by_standing", "organization", "end_time", "standing", "name"),
        Index("claim_in_use_by_expiry", "organization", "end_time", "expire_date", "name"),
        Index("claim_in_use_by_check", "organization", "end_time", "next_check_date", "name"),
        Index("claim_in_use_by_due", "organization", "end_time", "due_date", "name"),
        Index("claim_in_use_by_rules", "organization", "end_time", "judged_rules", "judge_time", "due_date", "name"),
        Index("claim_in_use_by_notice", "organization", "end_time", "notice_date", "name"),
        Index("claim_in_use_by_own_notice", "organization", "end_time", "owner_account", "notice_date", "name"),
    )

    name: str = Field(primary_key=True)
    organization: str
    content: str
    quote: str
    medium: str
    revision: int
    standing: int
    problem: str
    expire_date: str
    next_check_date: str
    sign_off: str
    create_time: str
    update_time: str
    end_time: str
    owner_account: str = ""
    judge_time: str = ""
    judged_rules: str = ""
    own_rules: str = ""
    due_date: str = ""
    seen_date: str = ""
    notice_date: str = ""
    milliseconds: int = 0
    fallen: int = 0


class ClaimPlaceRow(SQLModel, table=True):
    """Jurisdiction of a claim."""

    __tablename__ = "claim_place"
    __table_args__ = (Index("claim_place_by_claim", "claim"),)

    organization: str = Field(primary_key=True)
    jurisdiction: str = Field(primary_key=True)
    claim: str = Field(primary_key=True)


class ClaimWordRow(SQLModel, table=True):
    """Search word of a claim."""

    __tablename__ = "claim_word"
    __table_args__ = (Index("claim_word_by_claim", "claim"),)

    organization: str = Field(primary_key=True)
    word: str = Field(primary_key=True)
    claim: str = Field(primary_key=True)


class ClaimFileRow(SQLModel, table=True):
    """Stored file that a document of a claim names."""

    __tablename__ = "claim_file"
    __table_args__ = (Index("claim_file_by_claim", "claim"),)

    organization: str = Field(primary_key=True)
    digest: str = Field(primary_key=True)
    claim: str = Field(primary_key=True)


class ClaimJudgementRow(SQLModel, table=True):
    """Changed judgement of a claim; `moved` is 1 if the worst `standing` changed.

    `places`, `cards` and `expired` are JSON lists.
    """

    __tablename__ = "claim_judgement"
    __table_args__ = (Index("claim_judgement_by_move", "organization", "moved", "time", "claim"),)

    claim: str = Field(primary_key=True)
    number: int = Field(primary_key=True)
    organization: str
    time: str
    as_of_date: str
    cause: str
    revision: int
    standing: int
    earlier_standing: int
    moved: int
    places: str
    cards: str
    expired: str


_CLAIMS, _PLACES, _WORDS, _FILES, _JUDGEMENTS = (
    table_of(model) for model in (ClaimInUseRow, ClaimPlaceRow, ClaimWordRow, ClaimFileRow, ClaimJudgementRow)
)


@dataclass(frozen=True, slots=True)
class ClaimIndex:
    """Jurisdictions, search words and digests of stored files of a claim."""

    places: Iterable[str] = ()
    words: Iterable[str] = ()
    files: Iterable[str] = ()


@dataclass(frozen=True, slots=True)
class RuleState:
    """Digests of published scorecards: all on claims, and those for a claim's jurisdictions."""

    all: str
    own: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """Criteria for new judgements: due by `day`, judged by other `rules`, or judged up to `swept`."""

    day: str
    rules: str
    swept: str


@dataclass(frozen=True, slots=True)
class NewJudgement:
    """New judgement before its comparison with the last one."""

    time: str
    as_of_date: str
    rules: RuleState
    due_date: str
    notice_days: Sequence[str]
    milliseconds: int = 0
    standing: int = 0
    places: str = ""
    cards: str = ""
    expired: str = ""
    problem: str = ""
    """Reason by language if judging failed; the previous judgement then remains."""


@dataclass(frozen=True, slots=True)
class Look:
    """Revision and newest judgement that a user viewed; 0 is not checked."""

    revision: int
    judgement: int
    day: str


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Filter of claims; empty fields do not filter."""

    organization: str
    standing: int = 0
    jurisdiction: str = ""
    medium: str = ""
    expiring_before: str = ""
    words: Sequence[str] = field(default=())
    noticed_by: str = ""
    owner_account: str = ""

    @property
    def key(self) -> str:
        return "notice_date" if self.noticed_by else "expire_date" if self.expiring_before else "standing"


class ClaimsInUse:
    """Claims in use of all organizations."""

    def __init__(self, transactions: Transactions) -> None:
        self._transactions = transactions

    def find(self, name: str) -> ClaimInUseRow | None:
        with self._transactions.reading() as connection:
            return _find(connection, name)

    def judgements(self, names: Iterable[str], most: int) -> Mapping[str, Sequence[ClaimJudgementRow]]:
        by_claim: dict[str, list[ClaimJudgementRow]] = {name: [] for name in names}
        with self._transactions.reading() as connection:
            for row in _last_judgements(connection, [*by_claim], most):
                by_claim[row.claim].append(row)
        return by_claim

    def judgements_numbered(self, numbers: Mapping[str, int]) -> Mapping[str, ClaimJudgementRow]:
        conditions = tuple_(_JUDGEMENTS.c.claim, _JUDGEMENTS.c.number).in_([*numbers.items()])
        with self._transactions.reading() as connection:
            rows = _read(connection, ClaimJudgementRow, select(_JUDGEMENTS).where(conditions)) if numbers else ()
            return {row.claim: row for row in rows}

    def save(self, row: ClaimInUseRow, judged: NewJudgement, index: ClaimIndex, seen: int) -> ClaimInUseRow:
        """Store a claim with its first judgement; `seen` 0 skips the revision check.

        Raises:
            Refusal: If the claim changed or has ended.
        """
        events: list[Mapping[str, Any]] = []
        with self._transactions.writing(events) as connection:
            stored = _find(connection, row.name, locked=True)
            _check_unchanged(row.name, stored, seen)
            if stored is None:
                connection.execute(insert(_CLAIMS), row.model_dump())
            else:
                retained = {"create_time": stored.create_time, "revision": stored.revision + 1, "sign_off": ""}
                row = row.model_copy(update={**retained, "seen_date": judged.as_of_date})  # a change counts as a view
                values = row.model_dump(exclude={"name"})
                connection.execute(update(_CLAIMS).where(_CLAIMS.c.name == row.name).values(values))
                for table in (_PLACES, _WORDS, _FILES):
                    connection.execute(delete(table).where(table.c.claim == row.name))
            indexed = (
                (_PLACES, "jurisdiction", index.places),
                (_WORDS, "word", index.words),
                (_FILES, "digest", index.files),
            )
            for table, column, values_of in indexed:
                rows = [
                    {"organization": row.organization, column: value, "claim": row.name}
                    for value in dict.fromkeys(values_of)
                ]
                if rows:
                    connection.execute(insert(table), rows)
            self._store_judgement(connection, row, judged, events)
            return _find(connection, row.name) or row

    def judged(self, row: ClaimInUseRow, judged: NewJudgement) -> ClaimJudgementRow | None:
        """Store a new judgement and return it only if the worst `standing` changed.

        Claims changed or judged meanwhile remain unchanged.
        """
        events: list[Mapping[str, Any]] = []
        with self._transactions.writing(events) as connection:
            now = _find(connection, row.name, locked=True)
            if now is None or (now.revision, now.judge_time) != (row.revision, row.judge_time) or now.end_time:
                return None
            return self._store_judgement(connection, now, judged, events)

    def _store_judgement(
        self, connection: Connection, row: ClaimInUseRow, judged: NewJudgement, events: list[Mapping[str, Any]]
    ) -> ClaimJudgementRow | None:
        (last,) = _last_judgements(connection, [row.name], 1) or (None,)
        changes = _judged_values(judged)
        if judged.problem:
            if not row.problem:
                changes["notice_date"] = _earliest(row.notice_date, judged.as_of_date)
            connection.execute(update(_CLAIMS).where(_CLAIMS.c.name == row.name).values(changes))
            return None
        cause = _change_cause(last, row.revision, judged)
        number = (0 if last is None else last.number) + bool(cause)
        changes |= _notice_values(row, last, judged, number, _before_fall(connection, row))
        changes["standing"] = judged.standing or NOT_JUDGED
        connection.execute(update(_CLAIMS).where(_CLAIMS.c.name == row.name).values(changes))
        if not cause:
            return None
        stored = ClaimJudgementRow(
            claim=row.name,
            number=number,
            organization=row.organization,
            time=judged.time,
            as_of_date=judged.as_of_date,
            cause=cause,
            revision=row.revision,
            standing=judged.standing,
            earlier_standing=0 if last is None else last.standing,
            moved=int(last is not None and last.standing != judged.standing),
            places=judged.places,
            cards=judged.cards,
            expired=judged.expired,
        )
        connection.execute(insert(_JUDGEMENTS), stored.model_dump())
        if not stored.moved:
            return None
        events.append(_event(stored))
        return stored

    def look(
        self,
        name: str,
        looked: Look,
        notice_days: Callable[[ClaimInUseRow], Sequence[str]],
        *,
        sign: Callable[[ClaimInUseRow], str] | None = None,
    ) -> None:
        """Record a view of a claim, and the sign-off from `sign`.

        Raises:
            Refusal: If the claim changed, was judged differently, or has ended.
        """

        def values(row: ClaimInUseRow) -> Mapping[str, Any]:
            next_day = _next_notice(notice_days(row), looked.day)
            changes = {"fallen": 0, "seen_date": looked.day, "notice_date": next_day}
            return changes if sign is None else {**changes, "sign_off": sign(row)}

        self._change(name, looked, values)

    def end(self, name: str, seen: int, time: str) -> None:
        self._change(name, Look(seen, 0, ""), lambda _: {"end_time": time, "update_time": time})

    def _change(self, name: str, looked: Look, values: Callable[[ClaimInUseRow], Mapping[str, Any]]) -> None:
        with self._transactions.writing() as connection:
            row = _find(connection, name, locked=True)
            if row is None:
                raise no_claim_refusal(name)
            _check_unchanged(name, row, looked.revision)
            newest = max((last.number for last in _last_judgements(connection, [name], 1)), default=0)
            if looked.judgement not in (0, newest):
                message = _message("CLAIM_JUDGED", name=name, found=looked.judgement, newest=newest)
                raise Refusal(Reason.CLAIM_CHANGED, message)
            connection.execute(update(_CLAIMS).where(_CLAIMS.c.name == name).values(**values(row)))

    def list(self, claim_filter: ClaimFilter, after: tuple[str, str] | None, limit: int) -> Sequence[ClaimInUseRow]:
        key = _CLAIMS.c[claim_filter.key]
        chosen = _active_claims(claim_filter.organization).where(*_conditions(claim_filter))
        if after is not None:
            value = int(after[0]) if claim_filter.key == "standing" else after[0]
            chosen = chosen.where(or_(key > value, (key == value) & (_CLAIMS.c.name > after[1])))
        with self._transactions.reading() as connection:
            return _read(connection, ClaimInUseRow, chosen.order_by(key, _CLAIMS.c.name).limit(limit))

    def counts(self, organization: str) -> Mapping[int, int]:
        chosen = select(_CLAIMS.c.standing, func.count().label("many")).where(*_in_use(organization))
        chosen = chosen.group_by(_CLAIMS.c.standing)
        with self._transactions.reading() as connection:
            return {row.standing: row.many for row in connection.execute(chosen)}

    def count_due(self, organization: str, column: str, before: str) -> int:
        return self._count(organization, _CLAIMS.c[column] > "", _CLAIMS.c[column] < before)

    def due(self, organization: str, column: str, first: str, limit: int) -> Sequence[ClaimInUseRow]:
        day = _CLAIMS.c[column]
        chosen = _active_claims(organization).where(day >= first).order_by(day, _CLAIMS.c.name).limit(limit)
        with self._transactions.reading() as connection:
            return _read(connection, ClaimInUseRow, chosen)

    def _count(self, organization: str, *conditions: Any) -> int:
        with self._transactions.reading() as connection:
            return connection.execute(select(func.count()).where(*_in_use(organization), *conditions)).scalar_one()

    def organizations(self) -> Sequence[str]:
        known = list[str]()
        with self._transactions.reading() as connection:
            while True:
                last = known[-1] if known else ""
                chosen = select(func.min(_CLAIMS.c.organization)).where(_CLAIMS.c.organization > last)
                following: str | None = connection.execute(chosen).scalar()
                if following is None:
                    return known
                known.append(following)

    @contextmanager
    def judging(self, organization: str) -> Iterator[bool]:
        with self._transactions.reading() as connection:
            yield try_lock(connection, _JUDGING_LOCK_SPACE, organization)

    def waiting(self, organization: str, criteria: Waiting, limit: int) -> Sequence[ClaimInUseRow]:
        rules = _CLAIMS.c.judged_rules
        ordered = (rules, _CLAIMS.c.judge_time, _CLAIMS.c.due_date, _CLAIMS.c.name)  # index order
        parts = (
            ((_CLAIMS.c.due_date <= criteria.day,), (_CLAIMS.c.due_date, _CLAIMS.c.name)),
            ((rules < criteria.rules,), ordered),
            ((rules > criteria.rules,), ordered),
            ((rules == criteria.rules, _CLAIMS.c.judge_time <= criteria.swept), ordered),
        )
        rows: dict[str, ClaimInUseRow] = {}
        with self._transactions.reading() as connection:
            for conditions, order in parts:
                if len(rows) < limit:
                    chosen = _active_claims(organization).where(*conditions).order_by(*order).limit(limit)
                    for row in _read(connection, ClaimInUseRow, chosen):
                        rows.setdefault(row.name, row)
        return [*rows.values()][:limit]

    def count_waiting(self, organization: str, criteria: Waiting, count: int) -> int:
        """Return the number of claims to judge again, among `count` active claims."""
        current = (_CLAIMS.c.judge_time > criteria.swept, _CLAIMS.c.due_date > criteria.day)
        return count - self._count(organization, _CLAIMS.c.judged_rules == criteria.rules, *current)

    def last_judged(self, organization: str, rules: str) -> tuple[str, int]:
        conditions = (*_in_use(organization), _CLAIMS.c.judged_rules == rules)
        chosen = select(_CLAIMS.c.judge_time, _CLAIMS.c.milliseconds).where(*conditions)
        with self._transactions.reading() as connection:
            last = connection.execute(chosen.order_by(_CLAIMS.c.judge_time.desc()).limit(_DURATION_SAMPLES)).all()
        taken = [row.milliseconds for row in last if row.milliseconds]
        return (last[0].judge_time if last else ""), (sum(taken) // len(taken) if taken else 0)

    def keep_rules(self, rows: Sequence[ClaimInUseRow], rules: str) -> None:
        """Mark claims as unaffected by new publications, unless judged meanwhile."""
        conditions = (_CLAIMS.c.name == bindparam("claim"), _CLAIMS.c.judge_time == bindparam("judged"))
        statement = update(_CLAIMS).where(*conditions).values(judged_rules=rules)
        with self._transactions.writing() as connection:
            connection.execute(statement, [{"claim": row.name, "judged": row.judge_time} for row in rows])

    def count_notices(self, organization: str, day: str, owner_account: str = "") -> int:
        return self._count(
            organization, *_conditions(ClaimFilter(organization, noticed_by=day, owner_account=owner_account))
        )

    def moves(self, organization: str, limit: int) -> Sequence[tuple[ClaimJudgementRow, str]]:
        conditions = (_JUDGEMENTS.c.organization == organization, _JUDGEMENTS.c.moved == 1)
        chosen = (
            select(_JUDGEMENTS).where(*conditions).order_by(_JUDGEMENTS.c.time.desc(), _JUDGEMENTS.c.claim).limit(limit)
        )
        with self._transactions.reading() as connection:
            rows = _read(connection, ClaimJudgementRow, chosen)
            named = select(_CLAIMS.c.name, _CLAIMS.c.quote).where(_CLAIMS.c.name.in_([row.claim for row in rows]))
            quotes = {row.name: row.quote for row in connection.execute(named)}
        return [(row, quotes.get(row.claim, "")) for row in rows]


def no_claim_refusal(name: str) -> Refusal:
    """Return the refusal for an unknown claim."""
    return Refusal(Reason.CLAIM_NOT_FOUND, _message("NO_CLAIM", name=name[:200]))


def claims_with_file(connection: Connection, organization: str, digest: str, limit: int) -> list[str]:
    """Return the claims, also those that ended, with a document that names a stored file."""
    conditions = (_FILES.c.organization == organization, _FILES.c.digest == digest)
    chosen = select(_FILES.c.claim).where(*conditions).order_by(_FILES.c.claim).limit(limit)
    return [*connection.execute(chosen).scalars()]


def is_in_use(connection: Connection, name: str) -> bool:
    """Return whether a claim exists and has not ended."""
    chosen = select(_CLAIMS.c.name).where(_CLAIMS.c.name == name, _CLAIMS.c.end_time == "")
    return connection.execute(chosen).first() is not None


def words_of(*texts: str) -> list[str]:
    """Return normalized search words; Chinese words begin at each character."""
    words: dict[str, None] = {}
    for text in texts:
        for piece in text.split():
            folded = normalize_label(piece)[:_MAX_WORD_LENGTH]
            if folded:
                words[folded] = None
            for index, character in enumerate(folded):
                if index and _HAN_FIRST <= character <= _HAN_LAST:
                    words[folded[index:]] = None
    return list(words)[:_MAX_WORDS]


def _in_use(organization: str) -> tuple[Any, ...]:
    return _CLAIMS.c.organization == organization, _CLAIMS.c.end_time == ""


def _active_claims(organization: str) -> Select[Any]:
    return select(_CLAIMS).where(*_in_use(organization))


def _read(connection: Connection, model: type[_RowT], chosen: Select[Any], **parameters: Any) -> list[_RowT]:
    return [model.model_validate(dict(row)) for row in connection.execute(chosen, parameters).mappings()]


def _conditions(claim_filter: ClaimFilter) -> list[Any]:
    conditions: list[Any] = []
    for column in ("standing", "medium", "owner_account"):
        if value := getattr(claim_filter, column):
            conditions.append(_CLAIMS.c[column] == value)
    if claim_filter.noticed_by:
        conditions += [_CLAIMS.c.notice_date > "", _CLAIMS.c.notice_date <= claim_filter.noticed_by]
    if claim_filter.expiring_before:
        conditions += [_CLAIMS.c.expire_date > "", _CLAIMS.c.expire_date < claim_filter.expiring_before]
    if claim_filter.jurisdiction:
        in_jurisdiction = (
            _PLACES.c.organization == claim_filter.organization,
            _PLACES.c.jurisdiction == claim_filter.jurisdiction,
        )
        conditions.append(_CLAIMS.c.name.in_(select(_PLACES.c.claim).where(*in_jurisdiction)))
    for word in claim_filter.words:
        begins = (_WORDS.c.word >= word, _WORDS.c.word < word + _PREFIX_END)
        claims = select(_WORDS.c.claim).where(_WORDS.c.organization == claim_filter.organization, *begins)
        conditions.append(_CLAIMS.c.name.in_(claims))
    return conditions


def _find(connection: Connection, name: str, *, locked: bool = False) -> ClaimInUseRow | None:
    chosen = select(_CLAIMS).where(_CLAIMS.c.name == bindparam("name"))
    return next(iter(_read(connection, ClaimInUseRow, chosen.with_for_update() if locked else chosen, name=name)), None)


def _last_judgements(connection: Connection, names: Sequence[str], most: int) -> Sequence[ClaimJudgementRow]:
    claim, number = _JUDGEMENTS.c.claim, _JUDGEMENTS.c.number
    nth = func.row_number().over(partition_by=claim, order_by=number.desc()).label("nth")
    ranked = select(claim, number, nth).where(claim.in_(names)).subquery()
    conditions = (ranked.c.claim == claim, ranked.c.number == number, ranked.c.nth <= most)
    chosen = select(_JUDGEMENTS).join(ranked, and_(*conditions)).order_by(claim, number.desc())
    return _read(connection, ClaimJudgementRow, chosen)


def _check_unchanged(name: str, row: ClaimInUseRow | None, seen: int) -> None:
    newest = 0 if row is None else row.revision
    if seen and seen != newest:
        raise Refusal(Reason.CLAIM_CHANGED, _message("CLAIM_CHANGED", name=name, found=seen, newest=newest))
    if row is not None and row.end_time:
        raise Refusal(Reason.STEP_NOT_ALLOWED, _message("CLAIM_ENDED", name=name))


def _judged_values(judged: NewJudgement) -> dict[str, Any]:
    return {
        "problem": judged.problem,
        "judge_time": judged.time,
        "judged_rules": judged.rules.all,
        "own_rules": judged.rules.own,
        "due_date": judged.due_date,
        "milliseconds": judged.milliseconds,
    }


def _notice_values(
    row: ClaimInUseRow, last: ClaimJudgementRow | None, judged: NewJudgement, number: int, before_fall: int
) -> dict[str, Any]:
    """Return changes of the notice state after a judgement.

    A fall remains until a user views it or the earlier `standing` returns. Saving counts as viewing.
    """
    next_day = _next_notice(judged.notice_days, row.seen_date)
    if last is None or last.revision != row.revision:
        return {"fallen": 0, "notice_date": next_day}
    if _rank(judged.standing) < _rank(last.standing):
        first = row.notice_date if row.fallen else _earliest(next_day, judged.as_of_date)
        return {"fallen": row.fallen or number, "notice_date": first}
    if row.fallen and _rank(judged.standing) < _rank(before_fall):
        return {}
    return {"fallen": 0, "notice_date": next_day}


def _before_fall(connection: Connection, row: ClaimInUseRow) -> int:
    chosen = select(_JUDGEMENTS.c.earlier_standing).where(
        _JUDGEMENTS.c.claim == row.name, _JUDGEMENTS.c.number == row.fallen
    )
    return (connection.execute(chosen).scalar() or 0) if row.fallen else 0


def _rank(level: int) -> int:
    """Rank values of `standing`, worst first; 0 (no requirements) counts as usable."""
    return level or _USABLE_RANK


def _earliest(*days: str) -> str:
    return min((day for day in days if day), default="")


def _next_notice(days: Sequence[str], seen: str) -> str:
    return min((day for day in days if day > seen), default="")


def _change_cause(last: ClaimJudgementRow | None, revision: int, judged: NewJudgement) -> str:
    if last is None or last.revision != revision:
        return "saved"
    if last.cards != judged.cards:
        return "rules"
    if last.expired != judged.expired:
        return "document"
    return "day" if last.places != judged.places else ""


def _event(judgement: ClaimJudgementRow) -> dict[str, Any]:
    data = {
        "claim": judgement.claim, "judgement": judgement.number, "standing": judgement.standing,
        "earlierStanding": judgement.earlier_standing, "cause": judgement.cause,
    }  # fmt: skip
    name = f"{CLAIM_STANDING_CHANGED} {judgement.claim} {judgement.number}"
    return {
        "id": str(uuid.uuid5(uuid.NAMESPACE_URL, name)),
        "type": CLAIM_STANDING_CHANGED,
        "organization": judgement.organization,
        "time": judgement.time,
        "subject": judgement.claim,
        "data": orjson.dumps(data).decode(),
    }
