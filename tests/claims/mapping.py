"""Decided cases (`cases.jsonl`): parser, mapping to facts of the cards (`mapping.toml`), expected verdicts."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent

Value = str | bool | list[str]
Facts = dict[str, Value]
UNKNOWN = "unknown"


@dataclass(frozen=True)
class Case:
    """One decided case of `cases.jsonl`; `expected` are the verdicts that agree with its replay, none if excluded."""

    id: str
    jurisdiction: str
    forum: str
    text: str
    inputs: dict[str, object]
    outcome: str
    expected: tuple[str, ...]
    historic: tuple[str, ...]

    @property
    def decided_on(self) -> str | None:
        """The last day the forum's column names, or None if it names none."""
        days = re.findall(r"\d{4}-\d{2}-\d{2}", self.forum)
        return days[-1] if days else None


@cache
def table() -> dict[str, object]:
    """Read the mapping."""
    return tomllib.loads((HERE / "mapping.toml").read_text("utf-8"))


def cases() -> list[Case]:
    """Read all cases, the excluded ones too."""
    return [_case(json.loads(line)) for line in (HERE / "cases.jsonl").read_text("utf-8").splitlines()]


def _case(row: dict[str, object]) -> Case:
    number, replay = str(row["id"]), str(row["replay_2026_11_20"])
    outcome = str(row["outcome"])
    inputs = row["inputs"]
    assert isinstance(inputs, dict)
    return Case(
        number, str(row["jurisdiction"]), str(row["forum_date"]), str(row["text"]), inputs, outcome,
        expected_verdicts(number, replay), tuple(_words("historic").get(outcome, ())),
    )  # fmt: skip


def _words(section: str) -> dict[str, list[str]]:
    return table()[section]  # type: ignore[return-value]


def expected_verdicts(number: str, replay: str) -> tuple[str, ...]:
    """Parse the replay column into acceptable verdicts; empty for an excluded case."""
    if number in _words("excluded")["ids"] or replay.startswith(tuple(_words("excluded")["replay_begins"])):
        return ()
    verdict_text = re.split(r";| \(| if | unless | - ", replay)[0]
    return tuple(verdict for word in verdict_text.split("/") for verdict in _words("replay")[word.strip()])


def facts_of(case: Case) -> Facts:
    circumstances: Facts = table()["circumstances"]  # type: ignore[assignment]
    facts: Facts = {fact: list(value) if isinstance(value, list) else value for fact, value in circumstances.items()}
    for row in _rows("input"):
        if row["key"] in case.inputs and _speaks(row, written := _written(case.inputs[row["key"]])):
            _add(facts, row["facts"], written)
    for row in _rows("text"):
        if re.search(str(row["matches"]), case.text):
            _add(facts, row["facts"], "")
    return {fact: value for fact, value in facts.items() if value != UNKNOWN}


def _rows(section: str) -> list[dict[str, str | Facts]]:
    return table()[section]  # type: ignore[return-value]


def _written(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _speaks(row: dict[str, str | Facts], written: str) -> bool:
    if "is" in row:
        return row["is"] == written
    return "word" not in row or row["word"] in re.findall(r"\w+", written)


def _add(facts: Facts, additions: str | Facts, written: str) -> None:
    assert isinstance(additions, dict)
    for fact, value in additions.items():
        before = facts.get(fact, [])
        if isinstance(value, list) and isinstance(before, list):
            facts[fact] = [*before, *(one for one in value if one not in before)]
        else:
            facts[fact] = value.format(written) if isinstance(value, str) else value
