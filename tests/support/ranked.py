"""Stored evaluations of one track, and the ranks in a ranking response."""

from collections.abc import Mapping
from fractions import Fraction

from rules.model.scorecard import FindingSeverity, Stage, StageRow, Stages, Tracks
from service.store.serial_use import Usage
from service.store.tables import EvaluationRow
from service.store.use_index import EvaluationUses, pack_uses
from tests.support.small_card import CARD, LAW, small_card
from tests.support.stored import evaluation_row, written_steps
from touchstone.v1 import evaluation_service_pb2

VERSION = f"scorecards/{CARD}/versions/1.0.0"
TRACKED = small_card().model_copy(
    update={
        "tracks": Tracks(by=("status", "remark", "stage"), basis=LAW),
        "stages": Stages(
            stages=(
                Stage(id="late", labels={"en": "late stage", "zh": "后期"}, sections=("all",), maximum=Fraction(100)),
                Stage(id="early", labels={"en": "early stage", "zh": "前期"}, maximum=Fraction(0)),
            ),
            rows=(StageRow(stage="late", basis=LAW),),
        ),
    }
)
LATE = {"status": "open", "remark": "north", "stage": "late"}
Request = evaluation_service_pb2.RankSubjectsRequest


def evaluation(
    number: int,
    subject: str,
    score: str | tuple[str, str] | None,
    track: Mapping[str, str] = LATE,
    *,
    kind: str = "graded",
    shares: Mapping[str, tuple[str, str]] | None = None,
) -> EvaluationRow:
    low, high = score if isinstance(score, tuple) else (score, score)
    record = written_steps(
        *(
            [f"indicators/{id}", "not_met", points, maximum]
            for id, (points, maximum) in (shares or {"I1": ("1", "4")}).items()
        ),
        subject=f"organizations/a/subjects/{subject}",
        scorecard_version=VERSION,
        conclusion={"kind": kind, **({"score": {"exact": {"low": low, "high": high}}} if score else {})},
        track=dict(track),
    )
    return evaluation_row(f"{number:04}", record, kind=kind)


def places(answer: evaluation_service_pb2.RankSubjectsResponse) -> dict[str, tuple[int, int]]:
    return {one.subject.rpartition("/")[2]: (one.best_rank, one.worst_rank) for one in answer.ranked_subjects}


def uses(*, major: int, shared: int) -> EvaluationUses:
    """Return the values used by an evaluation, which every other subject uses too."""
    kinds = [(FindingSeverity.MAJOR, place) for place in range(major)]
    kinds += [(FindingSeverity.OBSERVATION, major + place) for place in range(shared)]
    return pack_uses([Usage(f"{place:064}", "serial", "", "place", severity) for severity, place in kinds])
