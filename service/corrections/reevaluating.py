"""What does a result conclude once more, for the day for which it was made and as known when a campaign began?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import orjson

from rules.contracts.errors import InputError, TrailError, VersionError
from rules.contracts.messages import words_of
from rules.model.fact_map import carried
from rules.trail.reading_back import inputs_of
from service.api.simulation import declared_settings
from service.api.trying_process import SIMULATE, to_simulate
from service.base.names import CardName, parse_card
from service.base.refusals import Reason, Refusal
from service.corrections.without import without
from service.store.records import restore
from touchstone.v1 import evaluation_pb2, evaluation_service_pb2

if TYPE_CHECKING:
    from service.base.processes import Processes
    from service.base.threads import InThread
    from service.gazette.versions import Gazette
    from service.store.campaign_tables import CampaignItemRow, CampaignRow
    from service.store.evaluations import Store

SAME, CHANGED, FAILED = "same", "changed", "failed"
_LATER = {Reason.PROCESS_LOST, Reason.SHUTTING_DOWN, Reason.TOO_MANY_CALLS, Reason.TOOK_TOO_LONG}
"""What fails for these reasons may succeed when it is tried again."""


@dataclass(frozen=True, slots=True)
class Reevaluating:
    """Evaluates stored results again, in processes that try things."""

    store: Store
    gazette: Gazette
    trying: Processes
    in_thread: InThread

    async def item(self, campaign: CampaignRow, item: CampaignItemRow) -> CampaignItemRow:
        """Say what a result concludes once more; what cannot be evaluated says why.

        Raises:
            Refusal: the store cannot be read now, or the process was lost.
        """
        try:
            asked, version = await self.in_thread(self._asked, campaign, item)
            answer = await self.trying.work(SIMULATE, asked)
        except (InputError, TrailError, VersionError) as error:
            return item.model_copy(update={"state": FAILED, "problem": words_of(error)})
        except Refusal as error:
            if error.reason in _LATER:
                raise
            return item.model_copy(update={"state": FAILED, "problem": words_of(error)})
        difference = evaluation_service_pb2.SimulateEvaluationResponse.FromString(answer).difference
        criteria = [one.criterion_id for one in difference.criterion_differences]
        before, after = (_concluded(one) for one in (difference.before, difference.after))
        figures = difference.before.score == difference.after.score and not difference.figure_differences
        same = before == after and figures and not criteria
        return item.model_copy(
            update={
                "state": SAME if same else CHANGED,
                "after": orjson.dumps(after).decode(),
                "after_version": version,
                "criteria": orjson.dumps(criteria).decode(),
            }
        )

    def _asked(self, campaign: CampaignRow, item: CampaignItemRow) -> tuple[bytes, str]:
        row = self.store.find(item.evaluation)
        if row is None:
            raise TrailError(item.evaluation)
        written = restore(row.record, row.record_key)
        head, subject = written.head, inputs_of(written)
        card = parse_card(head.scorecard_version).card
        made_by = self.gazette.made_by(head.scorecard_version, head.rule_digest)
        version = self.gazette.find(
            CardName(card), as_of=date.fromisoformat(head.as_of_date), known=campaign.create_time
        )
        changed = without(subject, campaign.kind, campaign.value).model_copy(
            update={"known": campaign.create_time, "settings": declared_settings(subject.settings, version)}
        )
        facts = carried(changed.facts, made_by, version, self.gazette.versions(card))
        asked = to_simulate(
            evaluation=row.name,
            record=written.content,
            subject=subject,
            version=made_by,
            changed=changed.model_copy(update={"facts": facts}),
            changed_version=version,
        )
        return asked, version.name


def _concluded(conclusion: evaluation_pb2.Conclusion) -> dict[str, str]:
    verdict = evaluation_pb2.Verdict.Name(conclusion.verdict) if conclusion.verdict else ""
    return {
        "kind": evaluation_pb2.Conclusion.Kind.Name(conclusion.kind).removeprefix("KIND_").lower(),
        "grade": conclusion.grade,
        "stage": conclusion.stage,
        "verdict": verdict.removeprefix("VERDICT_").lower(),
    }
