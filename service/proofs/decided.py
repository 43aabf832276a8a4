"""What does a proof bundle say was decided of its result: does it still stand?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts.errors import TrailError
from rules.contracts.messages import speaker
from service.log.leaves import DISPOSITION, EVALUATION
from service.log.notes import read_note
from service.store.result_status import Decision, State, status_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.proofs.bundles import Bundle

_say = speaker(__name__)

_SAID = {
    State.STANDS: "DECIDED_STANDS",
    State.IN_QUESTION: "DECIDED_IN_QUESTION",
    State.CORRECTED: "DECIDED_CORRECTED",
    State.WITHDRAWN: "DECIDED_WITHDRAWN",
}


def standing(bundle: Bundle) -> str:
    """Say what was decided of the result when the bundle was made.

    Raises:
        TrailError: it does not stand, or a decision that is told was not noted.
    """
    status = status_of(_decisions(bundle))
    if status is None:
        return _say("NOTHING_DECIDED")
    said = _say(_SAID[status.state], campaign=status.campaign, time=status.time)
    if not status.stands:
        raise TrailError(said)
    return said


def _decisions(bundle: Bundle) -> Iterator[Decision]:
    """Give what the leaves of decisions say, each about this evaluation and in the log."""
    checkpoint, name = read_note(bundle.checkpoint).checkpoint, bundle.evaluation.as_leaf(EVALUATION).said["name"]
    for one in bundle.decisions or ():
        said = one.as_leaf(DISPOSITION).said
        if said["evaluation"] != name or one.root(DISPOSITION, checkpoint.size) != checkpoint.root:
            raise TrailError(_say("DECISION_NOT_INCLUDED", name=str(said["name"])[:120]))
        campaign, _, number = str(said["name"]).rpartition("/dispositions/")
        yield Decision(campaign, int(number), said["disposition"], "", said["time"])
