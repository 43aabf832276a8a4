"""Claim assessment compared with the judgement of readers: agreement on marked pages, and narrowed verdicts.

`python -m benchmarks.claims.standing FOLDER` measures the pages of a folder with a `gold.json` that lists the claims of
each text by their words, with their status. A claim has the worst status found within its words.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rules.claims.assessment import ClaimStatus
from rules.engine.cancellation import CancellationScope
from service.configuration.folders import CHECKOUT
from service.evaluating.evaluators import Evaluators
from service.gazette.versions import Gazette
from service.schemes.claims.answer import standing_word
from service.schemes.claims.answer_builder import AnswerBuilder
from service.schemes.claims.claim_check import ClaimCheckRequest, judge_text
from service.schemes.claims.refusals import ProblemCollector
from service.schemes.claims.sources import NAMES, read_source
from touchstone.v1 import evaluation_pb2
from touchstone.v1.screening_service_pb2 import CheckClaimsResponse

SCALE = list(ClaimStatus)
WORDS = {
    "prohibited as it stands": ClaimStatus.PROHIBITED_AS_IT_STANDS,
    "misleading as it stands": ClaimStatus.MISLEADING_AS_IT_STANDS,
    "forbidden unless one named thing is shown": ClaimStatus.FORBIDDEN_UNLESS_SHOWN,
    "to be documented": ClaimStatus.TO_BE_DOCUMENTED,
    "fine": ClaimStatus.FINE,
}


@dataclass(frozen=True)
class Compared:
    """A marked claim: its status according to readers, and the status found here, if any."""

    page: str
    kind: str
    words: str
    wanted: ClaimStatus
    found: ClaimStatus | None
    others: tuple[str, ...]

    @property
    def steps(self) -> int | None:
        """The distance between the two statuses in steps; None if the claim was not found."""
        return None if self.found is None else abs(SCALE.index(self.found) - SCALE.index(self.wanted))


def answer(page: Path, where: str, day: str, gazette: Gazette) -> CheckClaimsResponse:
    """Check a page in one jurisdiction."""
    refusals = ProblemCollector(NAMES)
    _, document, _ = read_source(str(page), refusals)
    asked = ClaimCheckRequest(jurisdictions=(where,), shown=(day, day), as_of="2026-11-20")
    with closing(Evaluators.for_gazette(gazette)) as evaluators:
        judged_text = judge_text(document, asked, gazette, evaluators.conclude, refusals)
    return AnswerBuilder(judged_text, "en").answer(CancellationScope())


def compared(page: Path, gold: dict[str, Any], response: CheckClaimsResponse) -> Iterator[Compared]:
    """Compare each marked claim with the result found in its words."""
    doubts = {each["words"]: each.get("other_verdict", "") for each in gold["doubtful"] if each["about"] == "verdict"}
    text = response.text
    for claim in gold["claims"]:
        start = -1
        for _ in range(claim.get("occurrence", 1)):
            start = text.find(claim["words"], start + 1)
        end = start + len(claim["words"])
        standings = [
            ClaimStatus(standing_word(one.standing))
            for each in response.checked_claims
            if start >= 0 and each.candidate_claim.span.start < end and start < each.candidate_claim.span.end
            for one in each.answers
            if one.standing
        ]
        worst = min(standings, key=SCALE.index) if standings else None
        wanted, other = WORDS[claim["verdict"]], doubts.get(claim["words"], "")
        yield Compared(page.name, gold["kind"], claim["words"], wanted, worst, (other,) if other else ())


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--each", action="store_true", help="list every claim that stands otherwise")
    options = parser.parse_args()
    gold = json.loads((options.folder / "gold.json").read_text("utf-8"))
    gazette = Gazette(CHECKOUT / "scorecards")
    all_: list[Compared] = []
    verdicts: Counter[bool] = Counter()
    standings: Counter[int] = Counter()
    for name, marked in gold.items():
        response = answer(options.folder / name, marked["where"], marked["display_from"], gazette)
        all_ += compared(options.folder / name, marked, response)
        answers = [each for claim in response.checked_claims for each in claim.answers]
        verdicts.update(
            each.verdict == evaluation_pb2.VERDICT_NEEDS_EVIDENCE
            and each.possible_verdicts[0] == evaluation_pb2.VERDICT_PROHIBITED
            for each in answers
        )
        standings.update(each.standing for each in answers)
    matched = [one for one in all_ if one.found is not None]
    print(f"{len(all_)} claims marked, {len(matched)} found")
    for kind in (*sorted({one.kind for one in matched}), None):
        some = [one for one in matched if kind in (None, one.kind)]
        exact, near = (sum((one.steps or 0) <= most for one in some) for most in (0, 1))
        print(f"{kind or 'all'}: {exact} of {len(some)} exact, {near} at most one step apart")
    milder = sum(SCALE.index(one.found or one.wanted) > SCALE.index(one.wanted) for one in matched)
    print(f"milder than readers: {milder}; fine, though readers forbid it: {sum(map(_wrongly_fine, matched))}")
    print(f"verdicts narrower than “needs evidence, at worst prohibited”: {verdicts[False]} of {verdicts.total()}")
    print(", ".join(f"{standing_word(one)}: {count}" for one, count in standings.most_common()))
    for marked in matched if options.each else ():
        if marked.steps:
            print(
                f"  {marked.steps} {marked.page}: {marked.words[:60]!r} is {marked.found}, wanted {marked.wanted} "
                f"{marked.others or ''}"
            )


def _wrongly_fine(comparison: Compared) -> bool:
    return comparison.found is ClaimStatus.FINE and comparison.wanted not in (
        ClaimStatus.FINE,
        ClaimStatus.TO_BE_DOCUMENTED,
    )


if __name__ == "__main__":
    main()
