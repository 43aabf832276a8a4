"""Shadow page: results of real requests that a candidate version would change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.output.mapping.mapper import word_of
from service.workbench.page import Page
from service.workbench.queries import id_of
from service.workbench.titles import ReadVersions, short_version
from touchstone.v1 import shadow_service_pb2 as shadow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from service.workbench.page import PageRequest, Shown

_SUMMARIZE, _LIST = "ShadowService/SummarizeShadowResults", "ShadowService/ListShadowResults"
_PAGE_SIZE = 100
_OUTCOMES = {
    name.removeprefix("OUTCOME_").lower(): number for name, number in shadow.ShadowResult.Outcome.items() if number
}


async def _load(page_request: PageRequest) -> Shown:
    summary: shadow.SummarizeShadowResultsResponse = await page_request.ask(
        _SUMMARIZE, shadow.SummarizeShadowResultsRequest(parent=page_request.parent)
    )
    chosen = page_request.query.get("candidate", "")
    candidates = dict.fromkeys(each.candidate_version for each in summary.summaries)
    candidate = chosen if chosen in candidates else ""
    outcome = page_request.query.get("outcome", "different")
    listed: shadow.ListShadowResultsResponse = await page_request.ask(
        _LIST,
        shadow.ListShadowResultsRequest(
            parent=page_request.parent,
            candidate_version=candidate,
            outcome=shadow.ShadowResult.Outcome.Name(_OUTCOMES.get(outcome, 0)),
            page_size=_PAGE_SIZE,
            page_token=page_request.query.get("page_token", ""),
        ),
    )
    read = ReadVersions(page_request)
    titles = {
        name: await read.title(name)
        for each in summary.summaries
        for name in (each.candidate_version, each.scorecard_version)
    }
    results = [
        (
            result,
            await read.conclusion(result.scorecard_version, result.before),
            await read.conclusion(result.candidate_version, result.after),
            _part_words(page_request, result.changed_parts),
        )
        for result in listed.shadow_results
    ]
    parts = [
        [(_part_words(page_request, [count.part])[0], count.result_count) for count in each.part_counts]
        for each in summary.summaries
    ]
    return {
        "summary": summary, "parts": parts, "titles": titles, "results": results, "candidate": candidate,
        "candidates": [(name, titles[name]) for name in candidates], "outcome": outcome,
        "outcomes": page_request.choices("shadow_outcome", _OUTCOMES), "next": listed.next_page_token, "id_of": id_of,
        "short": short_version,
    }  # fmt: skip


def _part_words(page_request: PageRequest, parts: Sequence[shadow.ResultPart]) -> list[str]:
    return [page_request.word("result_part", word_of(shadow.ResultPart, part)) for part in parts]


PAGES = (Page("/workbench/shadow", "shadow.html.jinja", _SUMMARIZE, _load, nav="shadow", nav_group="rules"),)
