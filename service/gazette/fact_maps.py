"""Does a draft say rightly which of its facts had another id in the version before?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.messages import speaker
from rules.model.fact_map import wrongly_mapped
from service.base.names import version_key
from service.base.refusals import Reason, Refusal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rules.model.scorecard import Scorecard
    from service.gazette.versions import Gazette

_say = speaker(__name__)


def check_fact_map(scorecard: Scorecard, sources: Mapping[str, str], there: Gazette) -> None:
    """Refuse a line that names no fact of the version before, or that it may not become.

    Raises:
        Refusal: there is such a line; the ids of before are named.
        TrailError: the gazette is damaged.
    """
    card, number = scorecard.card, version_key(scorecard.card.version)
    versions = there.versions(card.id) if card.id in there.card_ids() else ()
    earlier = [one.scorecard for one in versions if version_key(one.scorecard.card.version) < number]
    before = max(earlier, key=lambda one: version_key(one.card.version), default=None)
    wrong = wrongly_mapped(before, scorecard, sources)
    if wrong:
        said = _say("WRONGLY_MAPPED", before=before.card.version if before else "-", facts=wrong)
        raise Refusal(Reason.SOURCE_HAS_ERRORS, said)
