"""Comparison page of two versions: changed rules with marked words, and legal impact."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from service.output.mapping.mapper import word_of
from service.workbench.compared_rules import compared_parts, movable_names
from service.workbench.governing_periods import last_days, superseded_by
from service.workbench.page import LIVE, Moved, Page
from service.workbench.queries import MOST, id_of
from service.workbench.stored_impact import IMPACT, version_impact
from service.workbench.titles import title_of
from touchstone.v1 import scorecard_pb2, scorecard_service_pb2 as scorecards

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.workbench.page import PageRequest, Shown

_DIFF, _VERSIONS = "ScorecardService/DiffScorecardVersions", "ScorecardService/ListScorecardVersions"
_CARD = "ScorecardService/GetScorecard"
_BOLD = re.compile(r"\*\*(.+?)\*\*\s*")
_HAN = re.compile(r"[\u3400-\u9fff]")
_TAGGED = re.compile(r"`([^`]+)`|\*([^*]+)\*")


@dataclass(frozen=True, slots=True)
class ImpactParagraph:
    """A paragraph of a gazette text: optional heading, text pieces with their HTML tags, and the language of both."""

    heading: str
    pieces: Sequence[tuple[str, str]]
    language: str


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
        "versions": versions, "superseded": superseded_by(listed.scorecard_versions), "id_of": id_of,
        "last_days": last_days(listed.scorecard_versions),
        "parts": compared_parts(difference.rule_changes, page_request.language),
        "impacts": [(id_of(impact.scorecard_version), paragraphs(impact.text)) for impact in difference.legal_impacts],
        "movable": movable_names(difference.movable_outcomes, page_request.word("movable", "no_grade")),
        "count": len(difference.rule_changes), "may_measure": page_request.may(IMPACT),
        "impact": await version_impact(page_request, f"{name}/versions/{before}", f"{name}/versions/{after}"),
        "step": word_of(scorecard_pb2.VersionStep, difference.required_step)
        if difference.required_step else "",
        "signed": versions[after].statements if after in versions else (),
        "acts": scorecard_pb2.VersionStatement.Act,
    }  # fmt: skip


def paragraphs(text: str) -> list[ImpactParagraph]:
    """Split a gazette text into list items with bold headings and plain paragraphs."""
    parted = []
    for point in re.split(r"\n(?=- )|\n\s*\n", text):
        plain = " ".join(point.removeprefix("- ").split())
        match = _BOLD.match(plain)
        if plain:
            heading = match[1].rstrip(":：") if match else ""
            language = "zh-Hans" if _HAN.search(plain) else "en"
            parted.append(ImpactParagraph(heading, _pieces(plain[match.end() :] if match else plain), language))
    return parted


def _pieces(text: str) -> list[tuple[str, str]]:
    pieces, end = [], 0
    for match in _TAGGED.finditer(text):
        pieces += [(text[end : match.start()], ""), (match[1], "code") if match[1] else (match[2], "em")]
        end = match.end()
    return [*pieces, (text[end:], "")]


async def _redirect_to_comparison(page_request: PageRequest) -> Moved:
    card, query = page_request.path["card"], page_request.query
    return Moved(f"/rules/{card}/{query.get('a', '')}...{query.get('b', '')}")


PAGES = (
    Page("/rules/{card}/compare", "rules_compared.html.jinja", _DIFF, _redirect_to_comparison),
    Page("/rules/{card}/{a}...{b}", "rules_compared.html.jinja", _DIFF, _load, script=LIVE),
)
