"""Store of claims in use: what is said where, how it stands, every judgement of it, and which wait for the next.

What a claim has to tell is found by one day, `notice_date`: that of a fall of its standing, or the next day of its
documents and checks that comes after the day on which somebody looked at it last.
"""

from __future__ import annotations

import uuid
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import orjson
from sqlalchemy import (
    Connection,
    Engine,
    Select,
    and_,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    text as sql_text,
    tuple_,
    update,
)
from sqlmodel import Field, Index, SQLModel

from rules.contracts import message_factory
from service.base.refusals import Reason, Refusal
from service.store.cases import normalize_label
from service.store.database import translating_database_errors
from service.store.outbox import CLAIM_STANDING_CHANGED, add_events
from service.store.write_access import with_write_access

_say = message_factory(__name__)

_FINE = 5
NOT_JUDGED = 9
"""Stands behind every standing in lists: nothing is known."""
_PREFIX_END = "\U0010ffff"
_LONGEST_WORD = 40
_MOST_WORDS = 400
"""So many words of a claim find it."""
_HAN_FIRST, _HAN_LAST = "\u3400", "\u9fff"
_MEASURED = 50
"""How many of the last judgements say how long the next ones take."""
_TRY_LOCK = sql_text("SELECT pg_try_advisory_xact_lock(:space, :organization)")
_JUDGING = 0x636C6169
"""The first number of the advisory locks of organisations whose claims are being judged."""


class ClaimInUseRow(SQLModel, table=True):
    """A claim in use: `content` is the message as JSON, the other columns are what lists are made by.

    `standing` is the number of the worst standing, 9 if there is none. It holds by the rules of the digest
    `judged_rules`, of all scorecards on claims, and `own_rules`, of those of its places; on `due_date` it may be
    another. `milliseconds` is how long judging it took. `fallen` is the number of the judgement by which its standing
    fell, 0 once somebody has looked at it, which was last on `seen_date`. Days are empty where there are none, and so
    is `end_time` while the claim is used. `problem` is a JSON object by language and `sign_off` one of its own, or
    empty.
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
    """A jurisdiction in which a claim is shown."""

    __tablename__ = "claim_place"
    __table_args__ = (Index("claim_place_by_claim", "claim"),)

    organization: str = Field(primary_key=True)
    jurisdiction: str = Field(primary_key=True)
    claim: str = Field(primary_key=True)


class ClaimWordRow(SQLModel, table=True):
    """A word by which a claim is found."""

    __tablename__ = "claim_word"
    __table_args__ = (Index("claim_word_by_claim", "claim"),)

    organization: str = Field(primary_key=True)
    word: str = Field(primary_key=True)
    claim: str = Field(primary_key=True)


class ClaimJudgementRow(SQLModel, table=True):
    """How a claim was judged, if that is otherwise than before; `moved` says that its worst standing is another.

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


_CLAIMS, _PLACES, _WORDS, _JUDGEMENTS = (
    SQLModel.metadata.tables[str(model.__tablename__)]
    for model in (ClaimInUseRow, ClaimPlaceRow, ClaimWordRow, ClaimJudgementRow)
)


@dataclass(frozen=True, slots=True)
class RuleState:
    """Digests of which versions are published: of all scorecards on claims, and of those of a claim's places."""

    all: str
    own: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """Which claims wait to be judged again: due by a day, judged by other rules, or judged before a time."""

    day: str
    rules: str
    swept: str


@dataclass(frozen=True, slots=True)
class NewJudgement:
    """How a claim was judged just now, before it is known whether that is otherwise than before."""

    time: str
    as_of_date: str
    rules: RuleState
    due_date: str
    notice_days: Sequence[str]
    """The days on which it has something to tell."""
    milliseconds: int = 0
    standing: int = 0
    places: str = ""
    cards: str = ""
    expired: str = ""
    problem: str = ""
    """Why it cannot be judged, by language; how it was judged then stays."""


@dataclass(frozen=True, slots=True)
class Look:
    """What somebody read of a claim on a day: which revision, and which judgement as the newest; 0 is not asked."""

    revision: int
    judgement: int
    day: str


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims of an organisation are listed; what is empty is not asked."""

    organization: str
    standing: int = 0
    jurisdiction: str = ""
    medium: str = ""
    expiring_before: str = ""
    words: Sequence[str] = field(default=())
    noticed_by: str = ""
    """They have something to tell by this day."""
    owner_account: str = ""

    @property
    def key(self) -> str:
        """The column by which they are ordered, before the name."""
        return "notice_date" if self.noticed_by else "expire_date" if self.expiring_before else "standing"


class ClaimsInUse:
    """The claims in use of all organisations; every question names the organisation or the claim."""

    def __init__(self, engine: Engine) -> None:
        """Use an open database."""
        self._engine = engine
        self.on_events: Callable[[], None] | None = None
        """Is called when events were written; without it none are."""

    def find(self, name: str) -> ClaimInUseRow | None:
        """Find a claim."""
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            return _find(connection, name)

    def judgements(self, names: Iterable[str], most: int) -> Mapping[str, Sequence[ClaimJudgementRow]]:
        """Give the last judgements of claims, so many of each, the newest first."""
        found: dict[str, list[ClaimJudgementRow]] = {name: [] for name in names}
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            for row in _last_judgements(connection, [*found], most):
                found[row.claim].append(row)
        return found

    def judgements_numbered(self, numbers: Mapping[str, int]) -> Mapping[str, ClaimJudgementRow]:
        """Return the judgement of each claim with the number given for it, if there is one."""
        its = tuple_(_JUDGEMENTS.c.claim, _JUDGEMENTS.c.number).in_([*numbers.items()])
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            rows = connection.execute(select(_JUDGEMENTS).where(its)).mappings() if numbers else ()
            return {row["claim"]: ClaimJudgementRow.model_validate(dict(row)) for row in rows}

    def save(
        self, row: ClaimInUseRow, judged: NewJudgement, places: Iterable[str], words: Iterable[str], seen: int
    ) -> ClaimInUseRow:
        """Keep a claim with its first judgement since; `seen` is the revision that was read, 0 if none is asked.

        Raises:
            Refusal: somebody changed it since, or it is no longer used.
        """
        with translating_database_errors(to="write"), with_write_access(self._engine).begin() as connection:
            before = _find(connection, row.name, locked=True)
            _check_unchanged(row.name, before, seen)
            if before is None:
                connection.execute(insert(_CLAIMS), row.model_dump())
            else:
                kept = {"create_time": before.create_time, "revision": before.revision + 1, "sign_off": ""}
                row = row.model_copy(update={**kept, "seen_date": judged.as_of_date})  # whoever changes it looks at it
                values = row.model_dump(exclude={"name"})
                connection.execute(update(_CLAIMS).where(_CLAIMS.c.name == row.name).values(values))
                for table in (_PLACES, _WORDS):
                    connection.execute(delete(table).where(table.c.claim == row.name))
            for table, column, values_of in ((_PLACES, "jurisdiction", places), (_WORDS, "word", words)):
                rows = [
                    {"organization": row.organization, column: value, "claim": row.name}
                    for value in dict.fromkeys(values_of)
                ]
                if rows:
                    connection.execute(insert(table), rows)
            self._note(connection, row, judged)
            return _find(connection, row.name) or row

    def judged(self, row: ClaimInUseRow, judged: NewJudgement) -> ClaimJudgementRow | None:
        """Keep how a claim was judged again; give the judgement if its worst standing is another.

        A claim that somebody changed or judged meanwhile stays as that left it.
        """
        with translating_database_errors(to="write"), with_write_access(self._engine).begin() as connection:
            now = _find(connection, row.name, locked=True)
            if now is None or (now.revision, now.judge_time) != (row.revision, row.judge_time) or now.end_time:
                return None
            moved = self._note(connection, now, judged)
        if moved is not None and self.on_events is not None:
            self.on_events()
        return moved

    def _note(self, connection: Connection, row: ClaimInUseRow, judged: NewJudgement) -> ClaimJudgementRow | None:
        """Keep a judgement if anything of it is otherwise; give it if the worst standing is another than before."""
        (last,) = _last_judgements(connection, [row.name], 1) or (None,)
        kept = _judged_values(judged)
        if judged.problem:
            if not row.problem:
                kept["notice_date"] = _first(row.notice_date, judged.as_of_date)
            connection.execute(update(_CLAIMS).where(_CLAIMS.c.name == row.name).values(kept))
            return None
        cause = _cause(last, row.revision, judged)
        number = (0 if last is None else last.number) + bool(cause)
        kept |= _notice_values(row, last, judged, number, _before_fall(connection, row))
        kept["standing"] = judged.standing or NOT_JUDGED
        connection.execute(update(_CLAIMS).where(_CLAIMS.c.name == row.name).values(kept))
        if not cause:
            return None
        made = ClaimJudgementRow(
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
        connection.execute(insert(_JUDGEMENTS), made.model_dump())
        if made.moved and self.on_events is not None:
            add_events(connection, [_event(made)])
        return made if made.moved else None

    def look(
        self,
        name: str,
        looked: Look,
        notice_days: Callable[[ClaimInUseRow], Sequence[str]],
        *,
        sign: Callable[[ClaimInUseRow], str] | None = None,
    ) -> None:
        """Keep that somebody looked at a claim as it is, and what `sign` gives if they signed it.

        Raises:
            Refusal: it was changed, or judged otherwise, since; or it is no longer used.
        """

        def values(row: ClaimInUseRow) -> Mapping[str, Any]:
            next_day = _next_notice(notice_days(row), looked.day)
            kept = {"fallen": 0, "seen_date": looked.day, "notice_date": next_day}
            return kept if sign is None else {**kept, "sign_off": sign(row)}

        self._change(name, looked, values)

    def end(self, name: str, seen: int, time: str) -> None:
        """Keep that a claim is no longer used."""
        self._change(name, Look(seen, 0, ""), lambda _: {"end_time": time, "update_time": time})

    def _change(self, name: str, looked: Look, values: Callable[[ClaimInUseRow], Mapping[str, Any]]) -> None:
        with translating_database_errors(to="write"), with_write_access(self._engine).begin() as connection:
            row = _find(connection, name, locked=True)
            if row is None:
                raise no_claim_refusal(name)
            _check_unchanged(name, row, looked.revision)
            newest = max((last.number for last in _last_judgements(connection, [name], 1)), default=0)
            if looked.judgement not in (0, newest):
                message = _say("CLAIM_JUDGED", name=name, found=looked.judgement, newest=newest)
                raise Refusal(Reason.CLAIM_CHANGED, message)
            connection.execute(update(_CLAIMS).where(_CLAIMS.c.name == name).values(**values(row)))

    def list(self, asked: ClaimFilter, after: tuple[str, str] | None, limit: int) -> Sequence[ClaimInUseRow]:
        """List claims that are used by the key of the filter and name, at most so many after a place."""
        key = _CLAIMS.c[asked.key]
        chosen = _used(asked.organization).where(*_conditions(asked))
        if after is not None:
            value = int(after[0]) if asked.key == "standing" else after[0]
            chosen = chosen.where(or_(key > value, (key == value) & (_CLAIMS.c.name > after[1])))
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            rows = connection.execute(chosen.order_by(key, _CLAIMS.c.name).limit(limit)).mappings()
            return [ClaimInUseRow.model_validate(dict(row)) for row in rows]

    def counts(self, organization: str) -> Mapping[int, int]:
        """Count the claims that are used by how they stand."""
        its = (_CLAIMS.c.organization == organization, _CLAIMS.c.end_time == "")
        chosen = select(_CLAIMS.c.standing, func.count().label("many")).where(*its).group_by(_CLAIMS.c.standing)
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            return {row.standing: row.many for row in connection.execute(chosen)}

    def count_due(self, organization: str, column: str, before: str) -> int:
        """Count the claims that are used of which a day, by the name of its column, lies before another."""
        day = _CLAIMS.c[column]
        its = (_CLAIMS.c.organization == organization, _CLAIMS.c.end_time == "", day > "", day < before)
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            return connection.execute(select(func.count()).where(*its)).scalar_one()

    def due(self, organization: str, column: str, first: str, limit: int) -> Sequence[ClaimInUseRow]:
        """Give the claims that are used of which a day comes next, at most so many."""
        day = _CLAIMS.c[column]
        chosen = _used(organization).where(day >= first).order_by(day, _CLAIMS.c.name).limit(limit)
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            return [ClaimInUseRow.model_validate(dict(row)) for row in connection.execute(chosen).mappings()]

    def organizations(self) -> Sequence[str]:
        """Give the organisations that have entered claims, one step of an index for each."""
        known = list[str]()
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            while True:
                last = known[-1] if known else ""
                chosen = select(func.min(_CLAIMS.c.organization)).where(_CLAIMS.c.organization > last)
                following: str | None = connection.execute(chosen).scalar()
                if following is None:
                    return known
                known.append(following)

    @contextmanager
    def judging(self, organization: str) -> Iterator[bool]:
        """Have the claims of an organisation to oneself for judging; False if another server has them just now."""
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            asked = {"space": _JUDGING, "organization": zlib.crc32(organization.encode()) - 2**31}
            yield connection.dialect.name != "postgresql" or bool(connection.execute(_TRY_LOCK, asked).scalar_one())

    def waiting(self, organization: str, asked: Waiting, limit: int) -> Sequence[ClaimInUseRow]:
        """Give the claims that wait to be judged again, at most so many.

        First those to which a day brings something, then those judged by other rules, then those judged longest ago.
        """
        rules = _CLAIMS.c.judged_rules
        ordered = (rules, _CLAIMS.c.judge_time, _CLAIMS.c.due_date, _CLAIMS.c.name)  # as their index
        parts = (
            ((_CLAIMS.c.due_date <= asked.day,), (_CLAIMS.c.due_date, _CLAIMS.c.name)),
            ((rules < asked.rules,), ordered),
            ((rules > asked.rules,), ordered),
            ((rules == asked.rules, _CLAIMS.c.judge_time <= asked.swept), ordered),
        )
        rows: dict[str, ClaimInUseRow] = {}
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            for conditions, order in parts:
                if len(rows) < limit:
                    chosen = _used(organization).where(*conditions).order_by(*order).limit(limit)
                    for row in connection.execute(chosen).mappings():
                        rows.setdefault(row["name"], ClaimInUseRow.model_validate(dict(row)))
        return [*rows.values()][:limit]

    def count_waiting(self, organization: str, asked: Waiting, count: int) -> int:
        """Say how many of so many claims wait to be judged again."""
        its = (_CLAIMS.c.organization == organization, _CLAIMS.c.end_time == "", _CLAIMS.c.judged_rules == asked.rules)
        current = (*its, _CLAIMS.c.judge_time > asked.swept, _CLAIMS.c.due_date > asked.day)
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            return count - connection.execute(select(func.count()).where(*current)).scalar_one()

    def last_judged(self, organization: str, rules: str) -> tuple[str, int]:
        """Say when a claim was judged last by such rules, and how many milliseconds the last ones took on average.

        The time is empty if none was.
        """
        its = (_CLAIMS.c.organization == organization, _CLAIMS.c.end_time == "", _CLAIMS.c.judged_rules == rules)
        chosen = select(_CLAIMS.c.judge_time, _CLAIMS.c.milliseconds).where(*its)
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            last = connection.execute(chosen.order_by(_CLAIMS.c.judge_time.desc()).limit(_MEASURED)).all()
        taken = [row.milliseconds for row in last if row.milliseconds]
        return (last[0].judge_time if last else ""), (sum(taken) // len(taken) if taken else 0)

    def keep_rules(self, rows: Sequence[ClaimInUseRow], rules: str) -> None:
        """Note of claims that what was published since they were judged is none of their places."""
        its = (_CLAIMS.c.name == bindparam("claim"), _CLAIMS.c.judge_time == bindparam("judged"))
        kept = update(_CLAIMS).where(*its).values(judged_rules=rules)
        with translating_database_errors(to="write"), with_write_access(self._engine).begin() as connection:
            connection.execute(kept, [{"claim": row.name, "judged": row.judge_time} for row in rows])

    def count_notices(self, organization: str, day: str, owner_account: str = "") -> int:
        """Count the claims that have something to tell by a day; those of one owner, if one is named."""
        asked = ClaimFilter(organization, noticed_by=day, owner_account=owner_account)
        its = (_CLAIMS.c.organization == organization, _CLAIMS.c.end_time == "", *_conditions(asked))
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            return connection.execute(select(func.count()).where(*its)).scalar_one()

    def moves(self, organization: str, limit: int) -> Sequence[tuple[ClaimJudgementRow, str]]:
        """Give the last judgements by which a worst standing became another, each with the words of its claim."""
        its = (_JUDGEMENTS.c.organization == organization, _JUDGEMENTS.c.moved == 1)
        chosen = select(_JUDGEMENTS).where(*its).order_by(_JUDGEMENTS.c.time.desc(), _JUDGEMENTS.c.claim).limit(limit)
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            rows = [ClaimJudgementRow.model_validate(dict(row)) for row in connection.execute(chosen).mappings()]
            named = select(_CLAIMS.c.name, _CLAIMS.c.quote).where(_CLAIMS.c.name.in_([row.claim for row in rows]))
            quotes = {row.name: row.quote for row in connection.execute(named)}
        return [(row, quotes.get(row.claim, "")) for row in rows]


def no_claim_refusal(name: str) -> Refusal:
    """Refuse the name of a claim that is not there."""
    return Refusal(Reason.CLAIM_NOT_FOUND, _say("NO_CLAIM", name=name[:200]))


def words_of(*texts: str) -> list[str]:
    """Give the words by which a claim is found, in one form of letters; of Chinese what begins at each sign, too."""
    words: dict[str, None] = {}
    for text in texts:
        for piece in text.split():
            folded = normalize_label(piece)[:_LONGEST_WORD]
            if folded:
                words[folded] = None
            for place, sign in enumerate(folded):
                if place and _HAN_FIRST <= sign <= _HAN_LAST:
                    words[folded[place:]] = None
    return list(words)[:_MOST_WORDS]


def _used(organization: str) -> Select[Any]:
    return select(_CLAIMS).where(_CLAIMS.c.organization == organization, _CLAIMS.c.end_time == "")


def _conditions(asked: ClaimFilter) -> list[Any]:
    conditions: list[Any] = []
    if asked.standing:
        conditions.append(_CLAIMS.c.standing == asked.standing)
    if asked.medium:
        conditions.append(_CLAIMS.c.medium == asked.medium)
    if asked.noticed_by:
        conditions += [_CLAIMS.c.notice_date > "", _CLAIMS.c.notice_date <= asked.noticed_by]
    if asked.owner_account:
        conditions.append(_CLAIMS.c.owner_account == asked.owner_account)
    if asked.expiring_before:
        conditions += [_CLAIMS.c.expire_date > "", _CLAIMS.c.expire_date < asked.expiring_before]
    if asked.jurisdiction:
        its = (_PLACES.c.organization == asked.organization, _PLACES.c.jurisdiction == asked.jurisdiction)
        conditions.append(_CLAIMS.c.name.in_(select(_PLACES.c.claim).where(*its)))
    for word in asked.words:
        begins = (_WORDS.c.word >= word, _WORDS.c.word < word + _PREFIX_END)
        there = select(_WORDS.c.claim).where(_WORDS.c.organization == asked.organization, *begins)
        conditions.append(_CLAIMS.c.name.in_(there))
    return conditions


def _find(connection: Connection, name: str, *, locked: bool = False) -> ClaimInUseRow | None:
    chosen = select(_CLAIMS).where(_CLAIMS.c.name == bindparam("name"))
    row = connection.execute(chosen.with_for_update() if locked else chosen, {"name": name}).mappings().first()
    return None if row is None else ClaimInUseRow.model_validate(dict(row))


def _last_judgements(connection: Connection, names: Sequence[str], most: int) -> Sequence[ClaimJudgementRow]:
    """Return the newest judgements of each claim, at most `most`, in one query for all claims."""
    claim, number = _JUDGEMENTS.c.claim, _JUDGEMENTS.c.number
    nth = func.row_number().over(partition_by=claim, order_by=number.desc()).label("nth")
    ranked = select(claim, number, nth).where(claim.in_(names)).subquery()
    its = (ranked.c.claim == claim, ranked.c.number == number, ranked.c.nth <= most)
    chosen = select(_JUDGEMENTS).join(ranked, and_(*its)).order_by(claim, number.desc())
    return [ClaimJudgementRow.model_validate(dict(row)) for row in connection.execute(chosen).mappings()]


def _check_unchanged(name: str, row: ClaimInUseRow | None, seen: int) -> None:
    newest = 0 if row is None else row.revision
    if seen and seen != newest:
        raise Refusal(Reason.CLAIM_CHANGED, _say("CLAIM_CHANGED", name=name, found=seen, newest=newest))
    if row is not None and row.end_time:
        raise Refusal(Reason.STEP_NOT_ALLOWED, _say("CLAIM_ENDED", name=name))


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
    """Say what a claim has to tell after a judgement, and since when.

    A fall is told until somebody looked, or the claim stands again as it did before; whoever saves a claim has seen it.
    """
    next_day = _next_notice(judged.notice_days, row.seen_date)
    if last is None or last.revision != row.revision:
        return {"fallen": 0, "notice_date": next_day}
    if _rank(judged.standing) < _rank(last.standing):
        first = row.notice_date if row.fallen else _first(next_day, judged.as_of_date)
        return {"fallen": row.fallen or number, "notice_date": first}
    if row.fallen and _rank(judged.standing) < _rank(before_fall):
        return {}
    return {"fallen": 0, "notice_date": next_day}


def _before_fall(connection: Connection, row: ClaimInUseRow) -> int:
    """Give how a claim stood before the fall at which nobody has looked; 0 if there is none."""
    chosen = select(_JUDGEMENTS.c.earlier_standing).where(
        _JUDGEMENTS.c.claim == row.name, _JUDGEMENTS.c.number == row.fallen
    )
    return (connection.execute(chosen).scalar() or 0) if row.fallen else 0


def _rank(standing: int) -> int:
    """Order standings, worst first; where nothing is asked of a claim it stands as one that may be used."""
    return standing or _FINE


def _first(*days: str) -> str:
    return min((day for day in days if day), default="")


def _next_notice(days: Sequence[str], seen: str) -> str:
    """Give the first of the days on which a claim has something to tell that nobody has looked at."""
    return min((day for day in days if day > seen), default="")


def _cause(last: ClaimJudgementRow | None, revision: int, judged: NewJudgement) -> str:
    """Say why a judgement is otherwise than the last; empty if it is the same."""
    if last is None or last.revision != revision:
        return "saved"
    if last.cards != judged.cards:
        return "rules"
    if last.expired != judged.expired:
        return "document"
    return "day" if last.places != judged.places else ""


def _event(made: ClaimJudgementRow) -> dict[str, Any]:
    data = {
        "claim": made.claim, "judgement": made.number, "standing": made.standing,
        "earlierStanding": made.earlier_standing, "cause": made.cause,
    }  # fmt: skip
    name = f"{CLAIM_STANDING_CHANGED} {made.claim} {made.number}"
    return {
        "id": str(uuid.uuid5(uuid.NAMESPACE_URL, name)),
        "type": CLAIM_STANDING_CHANGED,
        "organization": made.organization,
        "time": made.time,
        "subject": made.claim,
        "data": orjson.dumps(data).decode(),
    }
