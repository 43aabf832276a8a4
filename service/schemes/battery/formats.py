"""Which passport formats are known, and where does each fact stand in them? Their rows stand in `formats.toml`."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from rules.contracts.messages import speaker
from rules.contracts.suggestions import nearest
from rules.contracts.toml_files import read_toml
from service.reading.tree.nodes import Scalar
from service.schemes.battery.documents import Found

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from service.schemes.battery.documents import Document

_say = speaker(__name__)


@dataclass(frozen=True, slots=True)
class ValueRow:
    """Where the value of one fact stands and how it is read: a number, date, choice, chemistry, or merely there.

    `open_unit` is told where something is found: the format leaves open per which kilowatt hour the number is.
    """

    at: str
    kind: str
    and_at: str = ""
    unit: str = ""
    unit_at: str = ""
    at_least: int | None = None
    share: bool = False
    open_unit: bool = False
    words: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PassportFormat:
    """One format: its keys at the top, its data points by fact, and its values by fact."""

    title: str
    specification: str
    keys: frozenset[str]
    issuer: str
    issue_date: str
    points: dict[str, dict[str, str]]
    values: dict[str, ValueRow]


@cache
def formats() -> Mapping[str, PassportFormat]:
    """Give the known formats by their ids."""
    found = {}
    for id, table in read_toml("service.schemes.battery", "formats.toml").items():
        values = {fact: ValueRow(**row) for fact, row in table["values"].items()}
        found[id] = PassportFormat(
            title=table["title"], specification=table["specification"], keys=frozenset(table["keys"]),
            issuer=table["issuer"], issue_date=table["issue_date"], points=table["points"], values=values,
        )  # fmt: skip
    return found


def format_of(documents: Iterable[Document]) -> PassportFormat | None:
    """Tell in which format all the documents are; none if a problem was noted in one of them.

    Noted are a document in none of the known formats, in a version that is not read, or not in that of the others.
    """
    found: list[PassportFormat] = []
    problems = 0
    for document in documents:
        whole = Found("", document.root)
        there = set(document.root.entries)
        best = max(formats().values(), key=lambda one: len(one.keys & there))
        stated = document.root.entries.get("specVersion")
        if not best.keys & there:
            known = [one.title for one in formats().values()]
            first = next(iter(document.root.entries), "")
            near = nearest(first, [key for one in formats().values() for key in one.keys])
            description = _say("NO_PASSPORT", known=known, first=first[:60], hint=near)
            if not there:
                description = _say("EMPTY_OBJECT", known=known)
            document.problem(whole, description, "UNKNOWN_FORMAT")
        elif isinstance(stated, Scalar) and best.specification and stated.text != best.specification:
            description = _say(
                "OTHER_SPECIFICATION", found=stated.text[:80], title=best.title, known=best.specification
            )
            document.problem(Found("/specVersion", stated), description, "UNKNOWN_FORMAT")
        elif found and best is not found[0]:
            description = _say("MIXED_FORMATS", title=best.title, other=found[0].title)
            document.problem(whole, description, "MIXED_FORMATS")
        else:
            found.append(best)
        problems += len(document.problems)
    return None if problems else found[0]
