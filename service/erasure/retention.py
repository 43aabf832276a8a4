"""What is kept for longer than a server is set to keep it, and how is that erased?"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from rules.trail.erasing import Extent
from service.base import logs
from service.base.instants import later, now, to_timestamp
from service.base.names import parse_organization
from service.erasure.erasing import who
from service.log.leaves import FileRemoval
from service.store.erasing import Order
from service.store.retained import Since
from touchstone.v1 import erasure_service_pb2

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from service.erasure.files import ErasedFiles
    from service.settings import Settings
    from service.store.evaluations import Store

_AT_ONCE = 500
_SHOWN = 100
_FORM = "%Y-%m-%dT%H:%M:%SZ"


@dataclass(frozen=True, slots=True)
class Policy:
    """After how many years each kind is due, those that are kept for ever left out, and from when on they count.

    Drafts have days, none if they are kept for ever.
    """

    years: Mapping[Extent, int]
    since: Since
    file_years: int = 0
    """After how many years files are due on which only such evaluations rest; 0 keeps them."""
    draft_days: int = 0
    """After how many days drafts are due that were never published and nobody touched; 0 keeps them."""

    @staticmethod
    def of(settings: Settings) -> Policy:
        """Read it from the settings; what takes the most comes first."""
        years = {
            Extent.EVALUATION: settings.retention_evaluation_years,
            Extent.INPUTS: settings.retention_input_years,
            Extent.EVIDENCE: settings.retention_evidence_years,
        }
        return Policy(
            {extent: count for extent, count in years.items() if count},
            Since(settings.retention_since),
            settings.retention_file_years,
            settings.retention_draft_days,
        )


@dataclass(frozen=True, slots=True)
class Retention:
    """Applies a policy to a store."""

    store: Store
    policy: Policy
    files: ErasedFiles | None = None

    def apply(self, request: erasure_service_pb2.ApplyRetentionRequest) -> erasure_service_pb2.ApplyRetentionResponse:
        """Say what is due, and erase some of it if that is asked for.

        Raises:
            InputError: the name is malformed.
            Refusal: the store cannot be read or written now, or somebody set a hold meanwhile.
            TrailError: a stored record is damaged.
        """
        organization = parse_organization(request.parent, field="parent")
        response = erasure_service_pb2.ApplyRetentionResponse()
        for extent, years in self.policy.years.items():
            until = years_before(now(), years)
            found = self.store.erasing.due(organization, extent, until, self.policy.since)
            if found.whole_only:
                logs.warning("retention_leaves_form_1", extent=extent.value, count=found.whole_only)
            told = response.due.add(
                extent=f"EXTENT_{extent.name}",
                years=years,
                until=to_timestamp(until),
                evaluation_count=len(found.names),
                held_count=found.held,
                evaluations=found.names[:_SHOWN],
            )
            if request.erase and found.names:
                reason = f"retention: {extent.value} {years} years after {self.policy.since.value}"
                order = Order(extent, (), now(), who(), reason)
                erased = self.store.erasing.erase(found.names[:_AT_ONCE], order, lambda _: None)
                told.erased_count = len(erased)
                response.more |= len(found.names) > _AT_ONCE
        if self.files is not None:
            response.files.CopyFrom(self._files(self.files, organization, remove=request.erase))
        if self.policy.draft_days:
            response.drafts.CopyFrom(self._drafts(organization, erase=request.erase))
            response.more |= request.erase and response.drafts.draft_count > _AT_ONCE
        if request.erase:
            self.store.integrate_log()
            response.cleared = self.store.erasing.clear()
        return response

    def _files(self, files: ErasedFiles, organization: str, *, remove: bool) -> erasure_service_pb2.DueFiles:
        years = self.policy.file_years
        until = years_before(now(), years)
        due = self.store.erasing.due(organization, Extent.EVIDENCE, until, self.policy.since).names if years else ()

        def note(digests: Sequence[str]) -> None:
            name = f"organizations/{organization}/fileRemovals/{uuid.uuid4()}"
            reason = f"retention: files {years} years after {self.policy.since.value}"
            self.store.log.add_new([FileRemoval(name, now(), who(), reason, tuple(digests)).leaf()])

        return files.due(organization, due, years=years, until=until, remove=note if remove else None)

    def _drafts(self, organization: str, *, erase: bool) -> erasure_service_pb2.DueDrafts:
        days, retention = self.policy.draft_days, self.store.draft_retention
        until = later(timedelta(days=-days))
        found = retention.due(organization, until)
        told = erasure_service_pb2.DueDrafts(
            days=days,
            until=to_timestamp(until),
            draft_count=len(found.names),
            held_count=found.held,
            drafts=found.names[:_SHOWN],
        )
        if erase and found.names:
            reason = f"retention: drafts {days} days after they were touched"
            gone = retention.erase(organization, until, most=_AT_ONCE, time=now(), principal=who(), reason=reason)
            told.erased_count = len(gone)
        return told


def years_before(instant: str, years: int) -> str:
    """Give the instant that lies so many years before; of a leap day the day before."""
    then = datetime.strptime(instant, _FORM).replace(tzinfo=UTC)
    day = 28 if (then.month, then.day) == (2, 29) else then.day
    return then.replace(year=then.year - years, day=day).strftime(_FORM)
