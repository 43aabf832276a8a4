"""Agreement of the claim cards with decided cases, as tables by jurisdiction and outcome."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from tests.claims.judging import Judgement, Silence, judge
from tests.claims.mapping import Case, cases, facts_of, table


@dataclass(frozen=True)
class Compared:
    case: Case
    wanted: tuple[str, ...]
    judged: Judgement

    @property
    def agrees(self) -> bool:
        """Whether the verdict is one of those expected."""
        return self.judged.verdict.value in self.wanted


@cache
def replayed(silence: Silence) -> tuple[Compared, ...]:
    """Judge every case that has a replay verdict as if its claim were shown on the day of the replay."""
    return tuple(
        Compared(case, case.expected, judge(case, facts_of(case), silence=silence)) for case in cases() if case.expected
    )


@cache
def historic() -> tuple[Compared, ...]:
    """Judge as of the day of the decision every case with a finding that fell in days which its cards cover."""
    return tuple(
        Compared(case, case.historic, judge(case, facts_of(case), silence=Silence.UNDISPUTED, shown_on=case.decided_on))
        for case in cases()
        if case.expected and case.historic and case.decided_on and is_covered(case)
    )


def is_covered(case: Case) -> bool:
    """Whether the cards of the country hold the general rules that governed on the day of the decision."""
    covered = table()["covered_from"]
    assert isinstance(covered, dict)
    return (case.decided_on or "") >= str(covered.get(case.jurisdiction, "9999"))


def share(compared: tuple[Compared, ...]) -> str:
    """Count who agrees, as `n of m`."""
    return f"{sum(one.agrees for one in compared)} of {len(compared)}"


def _rows(title: str, both: dict[Silence, tuple[Compared, ...]], of: Callable[[Compared], str]) -> list[str]:
    names = Counter(of(one) for one in both[Silence.UNDISPUTED])
    return [
        f"| {title}: {name} | {count} | "
        + " | ".join(str(sum(one.agrees for one in found if of(one) == name)) for found in both.values())
        + " |"
        for name, count in sorted(names.items())
    ]


def tables() -> str:
    """Write the tables of the page on agreement."""
    both = {silence: replayed(silence) for silence in Silence}
    lines = [
        f"| | cases | {Silence.UNDISPUTED.value} | {Silence.UNKNOWN.value} |", "|---|---|---|---|",
        *_rows("all", both, lambda _: "all"),
        *_rows("jurisdiction", both, lambda one: one.case.jurisdiction),
        *_rows("decided", both, lambda one: one.case.outcome),
        *_rows("replay", both, lambda one: " or ".join(word.replace("_", " ") for word in one.wanted)),
        "", "| decided in | cases | agree |", "|---|---|---|",
    ]  # fmt: skip
    then = historic()
    for name in sorted({one.case.jurisdiction for one in then}):
        own = tuple(one for one in then if one.case.jurisdiction == name)
        lines.append(f"| {name} | {len(own)} | {share(own)} |")
    lines.append(f"| all | {len(then)} | {share(then)} |")
    return "\n".join(lines) + "\n"
