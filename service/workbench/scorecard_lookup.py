"""Scorecard lookup for pages: a named version or the version in force."""

from __future__ import annotations

from functools import lru_cache, wraps
from typing import TYPE_CHECKING, TypeVar

from rules.contracts import message_factory
from rules.model import read_published
from service.base import instants
from service.base.refusals import Reason, Refusal
from touchstone.v1 import scorecard_pb2, scorecard_service_pb2

if TYPE_CHECKING:
    from collections.abc import Callable

    from rules.model import Scorecard
    from service.workbench.page import PageRequest

_message = message_factory(__name__)

_CACHED_VERSIONS: dict[tuple[str, str], Scorecard] = {}
"""Keyed by gazette and name. Versions never change and are readable by all who know the name."""
_MAX_CACHED_VERSIONS = 32
_T = TypeVar("_T")


def once_for_version(compute: Callable[[Scorecard, str], _T]) -> Callable[[Scorecard, str], _T]:
    """Decorate a function of a version and a language: recent results are cached, so callers must not change them."""
    cached: dict[tuple[int, str], tuple[Scorecard, _T]] = {}

    @wraps(compute)
    def compute_once(card: Scorecard, language: str) -> _T:
        key = (id(card), language)
        if key not in cached:
            cached[key] = card, compute(card, language)  # an id is unique while its object exists
            if len(cached) > _MAX_CACHED_VERSIONS:
                del cached[next(iter(cached))]
        return cached[key][1]

    return compute_once


async def version_of(page_request: PageRequest, name: str) -> Scorecard:
    """Return the version `scorecards/{scorecard}/versions/{version}`."""
    return parse_scorecard(await _published_form(page_request, name))


async def _published_form(page_request: PageRequest, name: str) -> str:
    export = scorecard_service_pb2.ExportScorecardVersionRequest(
        name=name, form=scorecard_service_pb2.ExportScorecardVersionRequest.FORM_PUBLISHED
    )
    (file,) = (await page_request.ask("ScorecardService/ExportScorecardVersion", export)).source_files
    content: str = file.content
    return content


async def version_in_force(page_request: PageRequest, scorecard: str) -> Scorecard:
    """Return the version of `scorecards/{scorecard}` in force."""
    known = await _scorecard_in_force(page_request, scorecard)
    key = (known.gazette, known.current_version)
    if key not in _CACHED_VERSIONS:
        _CACHED_VERSIONS[key] = parse_scorecard(await _published_form(page_request, known.current_version))
        if len(_CACHED_VERSIONS) > _MAX_CACHED_VERSIONS:
            del _CACHED_VERSIONS[next(iter(_CACHED_VERSIONS))]
    return _CACHED_VERSIONS[key]


async def published_in_force(page_request: PageRequest, scorecard: str) -> str:
    """Return the published form of the version in force."""
    return await _published_form(page_request, (await _scorecard_in_force(page_request, scorecard)).current_version)


async def _scorecard_in_force(page_request: PageRequest, scorecard: str) -> scorecard_pb2.Scorecard:
    wanted = scorecard_service_pb2.GetScorecardRequest(name=scorecard)
    known: scorecard_pb2.Scorecard = await page_request.ask_once("ScorecardService/GetScorecard", wanted)
    if not known.current_version:
        raise Refusal(Reason.PATH_NOT_FOUND, _message("NOT_IN_FORCE", card=scorecard.rpartition("/")[2]))
    return known


@lru_cache(maxsize=16)
def parse_scorecard(content: str) -> Scorecard:
    """Parse a published form; recent results are cached."""
    return read_published(content.encode(), instants.now()).scorecard
