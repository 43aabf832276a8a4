"""Scorecard lookup for pages: a named version or the one in force, from its published form."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rules.contracts import message_factory
from rules.model import read_published
from service.base import instants
from service.base.refusals import Reason, Refusal
from touchstone.v1 import scorecard_pb2, scorecard_service_pb2

if TYPE_CHECKING:
    from rules.model import Scorecard
    from service.workbench.page import PageRequest

_say = message_factory(__name__)

_READ: dict[tuple[str, str], Scorecard] = {}
"""Versions by gazette and name: what is published never changes, and whoever is told its name may read it."""
_MOST_READ = 32


async def version_of(page_request: PageRequest, name: str) -> Scorecard:
    """Give a version, named as `scorecards/{scorecard}/versions/{version}`."""
    return parse_scorecard(await _published(page_request, name))


async def _published(page_request: PageRequest, name: str) -> str:
    export = scorecard_service_pb2.ExportScorecardVersionRequest(
        name=name, form=scorecard_service_pb2.ExportScorecardVersionRequest.FORM_PUBLISHED
    )
    (file,) = (await page_request.ask("ScorecardService/ExportScorecardVersion", export)).source_files
    content: str = file.content
    return content


async def version_in_force(page_request: PageRequest, scorecard: str) -> Scorecard:
    """Give the version of a scorecard, `scorecards/{scorecard}`, that is in force today."""
    known = await _known_in_force(page_request, scorecard)
    key = (known.gazette, known.current_version)
    if key not in _READ:
        _READ[key] = parse_scorecard(await _published(page_request, known.current_version))
        if len(_READ) > _MOST_READ:
            del _READ[next(iter(_READ))]
    return _READ[key]


async def published_in_force(page_request: PageRequest, scorecard: str) -> str:
    """Give the published form of that version, likewise."""
    return await _published(page_request, (await _known_in_force(page_request, scorecard)).current_version)


async def _known_in_force(page_request: PageRequest, scorecard: str) -> scorecard_pb2.Scorecard:
    """Give what is known of a scorecard of which a version is in force."""
    wanted = scorecard_service_pb2.GetScorecardRequest(name=scorecard)
    known: scorecard_pb2.Scorecard = await page_request.ask_once("ScorecardService/GetScorecard", wanted)
    if not known.current_version:
        raise Refusal(Reason.PATH_NOT_FOUND, _say("NOT_IN_FORCE", card=scorecard.rpartition("/")[2]))
    return known


@lru_cache(maxsize=16)
def parse_scorecard(content: str) -> Scorecard:
    """Read a published form; the same bytes come back for the same version."""
    return read_published(content.encode(), instants.now()).scorecard
