"""Scorecard lookup for pages: a named version or the one in force, from its published form, with its titles."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rules.contracts import message_factory
from rules.model import read_published
from service.base import instants
from service.base.refusals import Reason, Refusal
from touchstone.v1 import scorecard_service_pb2

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.model import Scorecard, TextByLanguage
    from service.workbench.page import PageRequest

_say = message_factory(__name__)


async def version_of(page_request: PageRequest, name: str) -> Scorecard:
    """Give a version, named as `scorecards/{scorecard}/versions/{version}`."""
    return _parse_scorecard(await _published(page_request, name))


async def _published(page_request: PageRequest, name: str) -> str:
    export = scorecard_service_pb2.ExportScorecardVersionRequest(
        name=name, form=scorecard_service_pb2.ExportScorecardVersionRequest.FORM_PUBLISHED
    )
    (file,) = (await page_request.ask("ScorecardService/ExportScorecardVersion", export)).source_files
    content: str = file.content
    return content


async def version_in_force(page_request: PageRequest, scorecard: str) -> Scorecard:
    """Give the version of a scorecard, `scorecards/{scorecard}`, that is in force today."""
    return _parse_scorecard(await published_in_force(page_request, scorecard))


async def published_in_force(page_request: PageRequest, scorecard: str) -> str:
    """Give the published form of that version, likewise."""
    wanted = scorecard_service_pb2.GetScorecardRequest(name=scorecard)
    current = (await page_request.ask("ScorecardService/GetScorecard", wanted)).current_version
    if not current:
        raise Refusal(Reason.PATH_NOT_FOUND, _say("NOT_IN_FORCE", card=scorecard.rpartition("/")[2]))
    return await _published(page_request, current)


@lru_cache(maxsize=16)
def _parse_scorecard(content: str) -> Scorecard:
    """Read a published form; the same bytes come back for the same version."""
    return read_published(content.encode(), instants.now()).scorecard


def titles(card: Scorecard, language: str) -> Mapping[str, str]:
    """Give the titles of sections, grades, stages, criteria and findings by their ids, as far as the card has some."""
    named: list[tuple[str, TextByLanguage]] = [(section.id, section.labels) for section in card.sections]
    named += [(gate.id, gate.labels) for gate in card.gates]
    named += [(indicator.id, indicator.labels) for indicator in card.indicators]
    named += [(finding.id, finding.labels) for finding in card.findings]
    named += [(grade.id, grade.labels) for grade in (card.ladder.grades if card.ladder else ())]
    named += [(stage.id, stage.labels) for stage in (card.stages.stages if card.stages else ())]
    return {id: title_of(labels, language) or id for id, labels in named}


def title_of(labels: Mapping[str, str], language: str) -> str:
    """Give a label in a language, or else in English, or in whichever there is; nothing if there is none."""
    return labels.get(language) or labels.get("en") or next(filter(None, labels.values()), "")
