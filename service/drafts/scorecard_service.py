"""ScorecardService: registration of its RPC methods."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from service.api.catalogue import Catalogue, KnownTimes
from service.api.reference_tables import ReferenceTables
from service.api.rule_search import RuleSearch
from service.api.service_dependencies import answers_in_threads
from service.api.version_differences import VersionComparison
from service.api.version_exports import PublishedVersions
from service.base.resource_names import parse_organization
from touchstone.v1 import scorecard_service_pb2

if TYPE_CHECKING:
    from service.api.service_dependencies import ServiceContext
    from service.drafts.version_promotion import VersionPromotion


def _check_gazette(request: Any) -> None:
    if request.gazette:
        parse_organization(request.gazette, field="gazette")


class PromotionMethods:
    """Methods for versions in several environments; their modules are slow to load."""

    def __init__(self, parts: ServiceContext) -> None:
        self._parts = parts

    @cached_property
    def _promotion(self) -> VersionPromotion:
        from service.drafts.version_promotion import VersionPromotion  # noqa: PLC0415 -- slow to load

        return VersionPromotion(self._parts)

    async def ImportScorecardVersion(self, request: Any, context: Any) -> Any:
        return await self._promotion.ImportScorecardVersion(request, context)

    async def GetVersionApprovals(self, request: Any, context: Any) -> Any:
        return await self._promotion.GetVersionApprovals(request, context)

    async def PrepareVersionApproval(self, request: Any, context: Any) -> Any:
        return await self._promotion.PrepareVersionApproval(request, context)

    async def ApproveScorecardVersion(self, request: Any, context: Any) -> Any:
        return await self._promotion.ApproveScorecardVersion(request, context)


def add(parts: ServiceContext) -> None:
    """Register methods for published versions and, with a store, for drafts."""
    gazette, reading = parts.gazette, parts.limiters.reading
    catalogue, editions = Catalogue(gazette, KnownTimes(parts.store)), PublishedVersions(gazette)
    comparison, rules, tables = VersionComparison(gazette), RuleSearch(gazette), ReferenceTables(gazette)
    methods = answers_in_threads(
        reading,
        {
            "GetScorecard": catalogue.scorecard,
            "ListScorecards": catalogue.scorecards,
            "GetScorecardVersion": catalogue.version,
            "ListScorecardVersions": catalogue.versions,
            "ListScorecardRules": editions.rules,
            "GetInputSchema": editions.input_schema,
            "ExportScorecardVersion": editions.export,
            "DiffScorecardVersions": comparison.diff,
            "SearchScorecardRules": rules.search,
            "ListReferenceTableEditions": tables.editions,
            "ListReferenceTableRows": tables.rows,
        },
        check=_check_gazette,
    )
    apis = [methods, PromotionMethods(parts)]
    if parts.store is not None:
        from service.drafts.draft_editing import DraftEditing  # noqa: PLC0415 -- the modules for drafts are slow to load
        from service.drafts.draft_merging import DraftMerging  # noqa: PLC0415 -- slow to load
        from service.drafts.draft_methods import DraftMethods, DraftServices  # noqa: PLC0415 -- slow to load
        from service.drafts.proof_measurement import ProofMeasurement  # noqa: PLC0415 -- slow to load

        drafts = DraftServices(parts)
        apis += [
            DraftMethods(drafts), drafts.reading_methods(), drafts.listing_methods(),
            DraftEditing(parts, drafts.drafting), DraftMerging(parts, drafts), drafts.impacts,
            measurement := ProofMeasurement(parts, drafts.drafting),
            answers_in_threads(reading, {"GetProofFigures": measurement.figures}, check=_check_gazette),
        ]  # fmt: skip
    parts.answer(scorecard_service_pb2.DESCRIPTOR.services_by_name["ScorecardService"], *apis)
