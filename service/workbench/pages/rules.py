"""Rules pages: all cards, the versions of one, and a version as a jurist reads it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from service.workbench.page import Page
from service.workbench.queries import MOST, id_of
from service.workbench.titles import title_of
from touchstone.v1 import scorecard_pb2, scorecard_service_pb2 as scorecards, types_pb2

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from service.workbench.page import PageRequest, Shown

_LIST, _VERSIONS = "ScorecardService/ListScorecards", "ScorecardService/ListScorecardVersions"
_VERSION, _RULES = "ScorecardService/GetScorecardVersion", "ScorecardService/ListScorecardRules"
_IN_HEADING = frozenset({"label", "basis", "section"})
"""The columns that the heading of a rule, its sources, or the group in which it stands tell already."""
_CONDITIONS = frozenset({"requires", "applies", "must", "when", "where"})
"""The columns whose cells are conditions that must all hold."""
_CLAUSES = "; "
_ROW = re.compile(r"\[\d+\]\Z")
_SENTENCE = "sentence"


@dataclass(frozen=True, slots=True)
class Statement:
    """What one cell of a rule says by itself: behind the words of its column, as one text or as a list."""

    column_id: str
    column: str
    clauses: Sequence[str]


@dataclass(frozen=True, slots=True)
class Provision:
    """A rule as it is read: what it says as sentences, and as a table."""

    rule: scorecard_pb2.ScorecardRule
    statements: Sequence[Statement]
    heading: Sequence[str]
    table: Sequence[Sequence[str]]

    @property
    def anchor(self) -> str:
        """The name by which its place on the page is addressed."""
        return self.rule.path

    @property
    def certainty(self) -> str:
        """How sure it is; empty if it rests on nothing."""
        return certainty_word(self.rule.certainty)


def certainty_word(certainty: types_pb2.Certainty) -> str:
    """Give the word for how sure a reading is, as words for people are found by it; empty for none."""
    return types_pb2.Certainty.Name(certainty).removeprefix("CERTAINTY_").lower() if certainty else ""


def provision(rule: scorecard_pb2.ScorecardRule) -> Provision:
    """Part a rule into what stands in a table of several rows, and what is said once."""
    rows = [row for row in rule.rows if _ROW.search(row.path)]
    tabled = rows if len(rows) > 1 else []
    said = [cell for row in rule.rows if row not in tabled for cell in row.cells if cell.column_id not in _IN_HEADING]
    columns = {cell.column_id: cell.column for row in tabled for cell in row.cells if cell.column_id not in _IN_HEADING}
    cells = [{cell.column_id: cell.text for cell in row.cells} for row in tabled]
    return Provision(
        rule, [_statement(cell) for cell in said], list(columns.values()),
        [[row.get(column, "") for column in columns] for row in cells],
    )  # fmt: skip


def _statement(cell: scorecard_pb2.RuleCell) -> Statement:
    clauses = cell.text.split(_CLAUSES) if cell.column_id in _CONDITIONS else [cell.text]
    return Statement(cell.column_id, "" if cell.column_id == _SENTENCE else cell.column, clauses)


async def _load_list(page_request: PageRequest) -> Shown:
    asked = scorecards.ListScorecardsRequest(page_size=MOST)
    listed = (await page_request.ask(_LIST, asked)).scorecards
    search = page_request.query.get("q", "").strip().casefold()
    rows = [(id_of(card.name), title_of(card.titles, page_request.language), card) for card in listed]

    def purpose_of(card: scorecard_pb2.Scorecard) -> str:
        return title_of(card.purposes, page_request.language)

    matching = [
        (id, title, card)
        for id, title, card in rows
        if not search or any(search in text.casefold() for text in (id, title, purpose_of(card)))
    ]
    return {
        "cards": sorted(matching, key=lambda row: row[1]), "count": len(rows), "id_of": id_of,
        "purpose_of": purpose_of, "certainty_word": certainty_word,
    }  # fmt: skip


async def _load_card(page_request: PageRequest) -> Shown:
    name = f"scorecards/{page_request.path['card']}"
    card = await page_request.ask_once(
        "ScorecardService/GetScorecard", scorecards.GetScorecardRequest(name=name)
    )  # fmt: skip
    asked = scorecards.ListScorecardVersionsRequest(parent=name, page_size=MOST)
    versions = (await page_request.ask(_VERSIONS, asked)).scorecard_versions
    superseded = {version.supersedes: id_of(version.name) for version in versions if version.supersedes}
    return {
        "card": card, "title": title_of(card.titles, page_request.language) or id_of(name), "versions": versions,
        "superseded": superseded, "id_of": id_of,
    }  # fmt: skip


async def _load_version(page_request: PageRequest) -> Shown:
    name = f"scorecards/{page_request.path['card']}/versions/{page_request.path['version']}"
    version = await page_request.ask(_VERSION, scorecards.GetScorecardVersionRequest(name=name))
    rules, bases = await _every_rule(page_request, name)
    labels = {rule.path: rule.title or rule.rule_id for rule in rules}
    parts = _by_part(rules, list(page_request.w["rule_part"]))
    return {
        "version": version, "title": title_of(version.titles, page_request.language) or page_request.path["card"],
        "parts": parts, "bases": {basis.basis.basis_id: basis for basis in bases}, "labels": labels, "id_of": id_of,
        "certainties": Counter(certainty_word(basis.basis.certainty) for basis in bases),
        "certainty_word": certainty_word,
    }  # fmt: skip


async def _every_rule(
    page_request: PageRequest, name: str
) -> tuple[list[scorecard_pb2.ScorecardRule], Sequence[scorecard_pb2.RuleBasis]]:
    asked = scorecards.ListScorecardRulesRequest(parent=name, language_code=page_request.language, page_size=MOST)
    first = await page_request.ask(_RULES, asked)
    rules, page = list(first.scorecard_rules), first
    while page.next_page_token:
        asked.page_token = page.next_page_token
        page = await page_request.ask(_RULES, asked)
        rules += page.scorecard_rules
    return rules, first.bases


def _by_part(rules: Iterable[scorecard_pb2.ScorecardRule], known: Sequence[str]) -> Mapping[str, Sequence[Provision]]:
    """Give the rules of each part in the order in which the words name parts; what they do not name comes last."""
    by_part: dict[str, list[Provision]] = {}
    for rule in rules:
        by_part.setdefault(rule.part, []).append(provision(rule))
    order = {part: place for place, part in enumerate(known)}
    return {part: by_part[part] for part in sorted(by_part, key=lambda part: order.get(part, len(order)))}


PAGES = (
    Page("/rules", "rules.html.jinja", _LIST, _load_list, nav="rules"),
    Page("/rules/{card}", "rules_card.html.jinja", _VERSIONS, _load_card),
    Page("/rules/{card}/{version}", "rules_version.html.jinja", _RULES, _load_version),
)
