"""Comparison page of two versions: rules first, changed words marked, and what it means in law."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rules.contracts import NO_GRADE, typeset
from service.output.mapping.mapper import word_of
from service.output.terminal.render_version_difference import changed_words
from service.workbench.page import Moved, Page
from service.workbench.queries import MOST, id_of
from service.workbench.titles import title_of
from touchstone.v1 import scorecard_pb2, scorecard_service_pb2 as scorecards

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from service.output.terminal.render_version_difference import Pieces
    from service.workbench.page import PageRequest, Shown

_DIFF, _VERSIONS = "ScorecardService/DiffScorecardVersions", "ScorecardService/ListScorecardVersions"
_CARD = "ScorecardService/GetScorecard"
_OWNER = re.compile(r"[a-z_]+(?:\.rows)?(?:\[[^\]]*\])?")
_BOLD = re.compile(r"\*\*(.+?)\*\*\s*")
_TAGGED = re.compile(r"`([^`]+)`|\*([^*]+)\*")
_NAMED = frozenset({"stage_ids", "result_ids", "grade_ids"})
_MOVABLE = ("gate_ids", "indicator_ids", "finding_ids", "rule_ids", "stage_ids", "result_ids", "grade_ids")


@dataclass(frozen=True, slots=True)
class ComparedSides:
    """One changed row: beside what it stands, and as it was and is in pieces that changed or not, none if it was not.

    The anchors are those of the pages of both versions.
    """

    context: str
    was: Pieces
    now: Pieces
    was_anchor: str
    now_anchor: str


@dataclass(frozen=True, slots=True)
class ComparedPart:
    """All that changed under one heading."""

    heading: str
    kind: str
    """`added`, `removed` or `changed`."""
    sides: Sequence[ComparedSides]
    citations: Sequence[str]


@dataclass(frozen=True, slots=True)
class ImpactParagraph:
    """One paragraph of what the gazette says: its heading, maybe none, and its text in pieces with their tags."""

    heading: str
    pieces: Sequence[tuple[str, str]]


async def _load(page_request: PageRequest) -> Shown:
    name = f"scorecards/{page_request.path['card']}"
    before, after = page_request.path["a"], page_request.path["b"]
    card = await page_request.ask_once(_CARD, scorecards.GetScorecardRequest(name=name))
    request = scorecards.DiffScorecardVersionsRequest(
        name=f"{name}/versions/{after}", base_name=f"{name}/versions/{before}", language_code=page_request.language
    )
    difference = await page_request.ask(_DIFF, request)
    listed = await page_request.ask(_VERSIONS, scorecards.ListScorecardVersionsRequest(parent=name, page_size=MOST))
    versions = {id_of(version.name): version for version in listed.scorecard_versions}
    return {
        "title": title_of(card.titles, page_request.language) or id_of(name), "before": before, "after": after,
        "versions": versions, "parts": _by_category(difference.rule_changes, page_request.language),
        "impacts": [(id_of(impact.scorecard_version), paragraphs(impact.text)) for impact in difference.legal_impacts],
        "movable": _movable(page_request, difference.movable_outcomes), "count": len(difference.rule_changes),
        "step": word_of(scorecard_pb2.VersionStep, difference.required_step)
        if difference.required_step else "",
        "signed": versions[after].statements if after in versions else (),
        "acts": scorecard_pb2.VersionStatement.Act,
    }  # fmt: skip


def _by_category(changes: Iterable[scorecard_pb2.RuleChange], language: str) -> Mapping[str, Sequence[ComparedPart]]:
    """Give changes by what they are, in the order in which they are told, those of one heading together."""
    grouped: dict[str, dict[tuple[str, str], list[scorecard_pb2.RuleChange]]] = {}
    for change in changes:
        category = word_of(scorecard_pb2.RuleChange.Category, change.category)
        key = change.heading, _owner(change.now_path or change.was_path)
        grouped.setdefault(category, {}).setdefault(key, []).append(change)
    return {
        category: [_part(heading, found, language) for (heading, _), found in by_heading.items()]
        for category, by_heading in grouped.items()
    }


def _part(heading: str, changes: Sequence[scorecard_pb2.RuleChange], language: str) -> ComparedPart:
    was, now = any(change.was_path for change in changes), any(change.now_path for change in changes)
    kind = "changed" if was and now else "added" if now else "removed"
    citations = dict.fromkeys(citation for change in changes for citation in change.citations)
    return ComparedPart(
        typeset(heading, language), kind, [_sides(change, language) for change in changes], list(citations)
    )


def _sides(change: scorecard_pb2.RuleChange, language: str) -> ComparedSides:
    was, now = changed_words(typeset(change.was, language), typeset(change.now, language))
    return ComparedSides(
        typeset(change.context, language), was if change.was else (), now if change.now else (),
        _owner(change.was_path), _owner(change.now_path),
    )  # fmt: skip


def _owner(path: str) -> str:
    """Give the rule on the page of a version in which something stands; empty for what is in none."""
    match = _OWNER.match(path)
    owner = match[0] if match and not path.startswith("card.") else ""
    return f"b-{owner[6:-1]}" if owner.startswith("bases[") else owner


def _movable(page_request: PageRequest, outcomes: scorecard_pb2.MovableOutcomes) -> Mapping[str, Sequence[str]]:
    """Give by kind what can move: what cards number by its number, all else by its name."""
    named = {**outcomes.labels, NO_GRADE: page_request.word("movable", "no_grade")}
    told = {kind: [named.get(id, id) if kind in _NAMED else id for id in getattr(outcomes, kind)] for kind in _MOVABLE}
    return {kind: names for kind, names in told.items() if names}


def paragraphs(text: str) -> list[ImpactParagraph]:
    """Part what the gazette says, as it is written there: points with a heading in bold, or plain paragraphs."""
    parted = []
    for point in re.split(r"\n(?=- )|\n\s*\n", text):
        plain = " ".join(point.removeprefix("- ").split())
        match = _BOLD.match(plain)
        if plain:
            heading = match[1].rstrip(":") if match else ""
            parted.append(ImpactParagraph(heading, _pieces(plain[match.end() :] if match else plain)))
    return parted


def _pieces(text: str) -> list[tuple[str, str]]:
    """Part a text at what is set as code or in italics, each with its tag; other marks stay as they are."""
    pieces, end = [], 0
    for match in _TAGGED.finditer(text):
        pieces += [(text[end : match.start()], ""), (match[1], "code") if match[1] else (match[2], "em")]
        end = match.end()
    return [*pieces, (text[end:], "")]


async def _choose(page_request: PageRequest) -> Moved:
    """Lead to the comparison of the two versions that were chosen."""
    card, query = page_request.path["card"], page_request.query
    return Moved(f"/rules/{card}/{query.get('a', '')}...{query.get('b', '')}")


PAGES = (
    Page("/rules/{card}/compare", "rules_compared.html.jinja", _DIFF, _choose),
    Page("/rules/{card}/{a}...{b}", "rules_compared.html.jinja", _DIFF, _load),
)
