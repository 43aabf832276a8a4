"""Store of claims in use: what is said where, how it stands, and every judgement of it."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson
from sqlalchemy import Connection, Engine, Select, bindparam, delete, func, insert, or_, select, update
from sqlmodel import Field, Index, SQLModel

from rules.contracts import message_factory
from service.base.refusals import Reason, Refusal
from service.store.cases import normalize_label
from service.store.database import translating_database_errors
from service.store.outbox import CLAIM_STANDING_CHANGED, add_events
from service.store.write_access import with_write_access

_say = message_factory(__name__)

NOT_JUDGED = 9
"""Stands behind every standing in lists: nothing is known."""
_PREFIX_END = "\U0010ffff"
_LONGEST_WORD = 40
_MOST_WORDS = 400
"""So many words of a claim find it."""
_HAN_FIRST, _HAN_LAST = "\u3400", "\u9fff"


class ClaimInUseRow(SQLModel, table=True):
    """A claim in use: `content` is the message as JSON, the other columns are what lists are made by.

    `standing` is the number of the worst standing, 9 if there is none. `judged_state` is the day of the last judgement
    and the digest of the rules by which it was made. Days are empty where there are none, and so is `end_time` while
    the claim is used. `sign_off` is a JSON object, or empty.
    """

    __tablename__ = "claim_in_use"
    __table_args__ = (
        Index("claim_in_use_by_standing", "organization", "end_time", "standing", "name"),
        Index("claim_in_use_by_expiry", "organization", "end_time", "expire_date", "name"),
        Index("claim_in_use_by_check", "organization", "end_time", "next_check_date", "name"),
        Index("claim_in_use_by_judgement", "organization", "end_time", "judged_state", "name"),
    )

    name: str = Field(primary_key=True)
    organization: str
    content: str
    quote: str
    medium: str
    revision: int
    standing: int
    judged_state: str
    problem: str
    expire_date: str
    next_check_date: str
    sign_off: str
    create_time: str
    update_time: str
    end_time: str


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
class NewJudgement:
    """How a claim was judged just now, before it is known whether that is otherwise than before."""

    time: str
    as_of_date: str
    state: str
    standing: int
    places: str
    cards: str
    expired: str
    problem: str = ""
    """Why it cannot be judged; all else then stays."""


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims of an organisation are listed; what is empty is not asked."""

    organization: str
    standing: int = 0
    jurisdiction: str = ""
    medium: str = ""
    expiring_before: str = ""
    words: Sequence[str] = field(default=())

    @property
    def key(self) -> str:
        """The column by which they are ordered, before the name."""
        return "expire_date" if self.expiring_before else "standing"


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
        found: dict[str, Sequence[ClaimJudgementRow]] = {}
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            for name in names:
                found[name] = _last_judgements(connection, name, most)
        return found

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
                row = row.model_copy(update=kept)
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

        A claim that somebody changed meanwhile was judged with that change, and stays.
        """
        with translating_database_errors(to="write"), with_write_access(self._engine).begin() as connection:
            now = _find(connection, row.name, locked=True)
            if now is None or now.revision != row.revision or now.end_time:
                return None
            moved = self._note(connection, now, judged)
        if moved is not None and self.on_events is not None:
            self.on_events()
        return moved

    def _note(self, connection: Connection, row: ClaimInUseRow, judged: NewJudgement) -> ClaimJudgementRow | None:
        """Keep a judgement if anything of it is otherwise; give it if the worst standing is another than before."""
        its = _CLAIMS.c.name == row.name
        if judged.problem:
            kept = {"problem": judged.problem, "judged_state": judged.state}
            connection.execute(update(_CLAIMS).where(its).values(kept))
            return None
        connection.execute(
            update(_CLAIMS)
            .where(its)
            .values(problem="", judged_state=judged.state, standing=judged.standing or NOT_JUDGED)
        )
        (last,) = _last_judgements(connection, row.name, 1) or (None,)
        cause = _cause(last, row.revision, judged)
        if not cause:
            return None
        made = ClaimJudgementRow(
            claim=row.name,
            number=1 if last is None else last.number + 1,
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

    def sign_off(self, name: str, seen: int, signed: str, allowed: Callable[[ClaimInUseRow], None]) -> ClaimInUseRow:
        """Keep who signed a claim as it is; `allowed` raises what keeps it from being signed."""
        return self._changed(name, seen, allowed, sign_off=signed)

    def end(self, name: str, seen: int, time: str) -> ClaimInUseRow:
        """Keep that a claim is no longer used."""
        return self._changed(name, seen, lambda _: None, end_time=time, update_time=time)

    def _changed(self, name: str, seen: int, allowed: Callable[[ClaimInUseRow], None], **values: str) -> ClaimInUseRow:
        with translating_database_errors(to="write"), with_write_access(self._engine).begin() as connection:
            row = _find(connection, name, locked=True)
            if row is None:
                raise no_claim_refusal(name)
            _check_unchanged(name, row, seen)
            allowed(row)
            connection.execute(update(_CLAIMS).where(_CLAIMS.c.name == name).values(values))
            return _find(connection, name) or row

    def list(self, asked: ClaimFilter, after: tuple[str, str] | None, limit: int) -> Sequence[ClaimInUseRow]:
        """List claims that are used by the key of the filter and name, at most so many after a place."""
        key = _CLAIMS.c[asked.key]
        chosen = _used(asked.organization).where(*_conditions(asked))
        if after is not None:
            value = after[0] if asked.expiring_before else int(after[0])
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

    def stale(self, organization: str, state: str, limit: int) -> Sequence[ClaimInUseRow]:
        """Give the claims that are used and were not judged in this state, at most so many."""
        chosen = _used(organization).where(_CLAIMS.c.judged_state != state)
        with translating_database_errors(to="read"), self._engine.connect() as connection:
            rows = connection.execute(chosen.order_by(_CLAIMS.c.judged_state, _CLAIMS.c.name).limit(limit)).mappings()
            return [ClaimInUseRow.model_validate(dict(row)) for row in rows]

    def count_stale(self, organization: str, state: str) -> int:
        """Count those that `stale` gives."""
        its = (_CLAIMS.c.organization == organization, _CLAIMS.c.end_time == "", _CLAIMS.c.judged_state != state)
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


def _last_judgements(connection: Connection, name: str, most: int) -> Sequence[ClaimJudgementRow]:
    chosen = select(_JUDGEMENTS).where(_JUDGEMENTS.c.claim == name).order_by(_JUDGEMENTS.c.number.desc()).limit(most)
    return [ClaimJudgementRow.model_validate(dict(row)) for row in connection.execute(chosen).mappings()]


def _check_unchanged(name: str, row: ClaimInUseRow | None, seen: int) -> None:
    newest = 0 if row is None else row.revision
    if seen and seen != newest:
        raise Refusal(Reason.CLAIM_CHANGED, _say("CLAIM_CHANGED", name=name, found=seen, newest=newest))
    if row is not None and row.end_time:
        raise Refusal(Reason.STEP_NOT_ALLOWED, _say("CLAIM_ENDED", name=name))


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
