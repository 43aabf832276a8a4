"""Held-out rulings (`rulings.jsonl`), coded as facts before any run: agreement of the cards, as tables."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from tests.claims.agreement import Compared, is_covered, share
from tests.claims.judging import Silence, judge
from tests.claims.mapping import HERE, Case, Facts, table

FORBIDDEN = ("misleading", "prohibited")


@dataclass(frozen=True)
class Ruling:
    """Ruling coded as facts: the decision of its time, and the verdict expected on the day of the replay.

    The second batch was written after the first batch had led to wider cards. `certainty` is *sure*, *likely* if date
    or wording are from memory, or *statute* if the row applies the law and no such decision by a forum is known.
    """

    case: Case
    facts: Facts
    batch: int
    certainty: str


@cache
def rulings() -> tuple[Ruling, ...]:
    """Read all rulings, over the circumstances that a record would name if they were there."""
    return tuple(_ruling(json.loads(line)) for line in (HERE / "rulings.jsonl").read_text("utf-8").splitlines())


def _ruling(row: dict[str, object]) -> Ruling:
    then, now, facts, circumstances = row["then"] or [], row["now"] or [], row["facts"], table()["circumstances"]
    assert isinstance(then, list)
    assert isinstance(now, list)
    assert isinstance(facts, dict)
    assert isinstance(circumstances, dict)
    historic = FORBIDDEN if set(then) & set(FORBIDDEN) else tuple(then)
    case = Case(
        str(row["id"]), str(row["jurisdiction"]), f"{row['forum']}, {row['decided_on']}", str(row["claim"]), {},
        "/".join(then) or "no finding", tuple(now), historic,
    )  # fmt: skip
    return Ruling(case, {**circumstances, **facts}, int(str(row["batch"])), str(row["certainty"]))


@cache
def replayed_rulings(silence: Silence) -> tuple[Compared, ...]:
    """Judge every ruling that has an expected verdict as if its claim were shown on the day of the replay."""
    return tuple(
        Compared(one.case, one.case.expected, judge(one.case, one.facts, silence=silence))
        for one in rulings()
        if one.case.expected
    )


@cache
def historic_rulings() -> tuple[Compared, ...]:
    """Judge every ruling with a finding as of its day, if that fell in days which the cards cover."""
    return tuple(
        Compared(
            one.case,
            one.case.historic,
            judge(one.case, one.facts, silence=Silence.UNDISPUTED, shown_on=one.case.decided_on or ""),
        )
        for one in rulings()
        if one.case.historic and is_covered(one.case)
    )


def ruling_tables() -> str:
    """Return the tables of the page on agreement."""
    replays = (replayed_rulings(Silence.UNDISPUTED), replayed_rulings(Silence.UNKNOWN))
    batches = {one.case.id: one.batch for one in rulings()}
    certainties = {one.case.id: one.certainty for one in rulings()}
    lines = [
        "| | rulings | undisputed | unknown |",
        "|---|---|---|---|",
        *_rows("all", replays, lambda _: "all"),
        *_rows("batch", replays, lambda one: str(batches[one.case.id])),
        *_rows("jurisdiction", replays, lambda one: one.case.jurisdiction),
        *_rows("decided", replays, lambda one: one.case.outcome.replace("_", " ")),
        *_rows("expected", replays, lambda one: " or ".join(word.replace("_", " ") for word in one.wanted)),
        *_rows("certainty", replays, lambda one: certainties[one.case.id]),
        "", "| on the day of the decision | agreement |", "|---|---|",
    ]  # fmt: skip
    now = historic_rulings()
    for name in sorted({one.case.jurisdiction for one in now}):
        lines.append(f"| {name} | {share(tuple(one for one in now if one.case.jurisdiction == name))} |")
    return "\n".join([*lines, f"| all | {share(now)} |"]) + "\n"


def _rows(title: str, replays: tuple[tuple[Compared, ...], ...], of: Callable[[Compared], str]) -> list[str]:
    names = Counter(of(one) for one in replays[0])
    return [
        f"| {title}: {name} | {count} | "
        + " | ".join(str(sum(one.agrees for one in some if of(one) == name)) for some in replays)
        + " |"
        for name, count in sorted(names.items())
    ]
