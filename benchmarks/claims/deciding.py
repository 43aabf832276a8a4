"""Replay of condemned claims: share judged forbidden after the first three questions.

`python -m benchmarks.claims.deciding` checks the wording of the rulings of `tests/claims` and answers the first three
questions from the facts of each ruling. Other facts are unknown. The output compares this with all facts of the ruling,
and with no answers. With `--typed`, the kind of claim is passed in, so that claims missed by the screening do not
count.

A fact decides a ruling if the claim is not forbidden without it; if several facts do, each decides. The output counts
the rulings with a deciding fact among the first three questions, each ruling measured with the counts of the others.
`--write` writes the counts of all rulings to `service/schemes/claims/deciding.toml`.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field

from rules.claims.jurisdictions import JURISDICTIONS
from rules.engine.cancellation import CancellationScope
from service.configuration.folders import CHECKOUT
from service.evaluating.evaluators import Evaluators
from service.gazette.versions import Gazette
from service.input.tree.placed_errors import PlacedError
from service.schemes.claims.answer import counted_claims, standing_word, verdict_word, worst_standing
from service.schemes.claims.answer_builder import AnswerBuilder
from service.schemes.claims.caller_facts import CallerFacts
from service.schemes.claims.claim_check import ClaimCheckRequest, ClaimCheckResult, judge_text
from service.schemes.claims.documents.document import Document
from service.schemes.claims.interview import InterviewAnswers, Value
from service.schemes.claims.one_claim import FAULTS
from service.schemes.claims.questions import (
    ALL_KINDS,
    DecidingCounts,
    Question,
    QuestionRanker,
    deciding_ids,
    kinds_for_ranking,
)
from service.schemes.claims.refusals import ProblemCollector
from service.schemes.claims.sources import NAMES
from touchstone.v1.screening_service_pb2 import CheckClaimsResponse, ClaimQuestion

DAY = "2026-11-20"
FORBIDDEN = {"misleading", "prohibited"}
MOST = 3

KNOWN: dict[str, Value] = {"audience": "b2c", "kind": "commercial"}
_COUNTS = CHECKOUT / "service" / "schemes" / "claims" / "deciding.toml"


@dataclass(frozen=True)
class Ruling:
    """A claim that a forum condemned, or that the law would condemn, with the facts found."""

    id: str
    place: str
    claim: str
    facts: dict[str, Value]
    types: tuple[str, ...]


def rulings() -> Iterator[Ruling]:
    """Yield the rulings with a claim forbidden on the day of the replay, in jurisdictions with their own law."""
    for line in (CHECKOUT / "tests" / "claims" / "rulings.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        place = row["jurisdiction"]
        place = f"EU-{place}" if f"EU-{place}" in JURISDICTIONS else place
        if row["now"] and set(row["now"]) <= FORBIDDEN and place in JURISDICTIONS:
            facts = {name: _value(value) for name, value in row["facts"].items()}
            types = facts.pop("claim_types", ())
            yield Ruling(row["id"], place, row["claim"], facts, tuple(types))


def _value(value: object) -> Value:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return tuple(map(str, value)) if isinstance(value, list) else str(value)


class Putting:
    """Checker of ruling texts against the scorecards."""

    def __init__(self, gazette: Gazette, evaluators: Evaluators, *, typed: bool) -> None:
        self._gazette, self._evaluators, self._typed = gazette, evaluators, typed

    def answer(self, ruling: Ruling, known: dict[str, Value]) -> CheckClaimsResponse:
        return AnswerBuilder(self.judge(ruling, known), "en").answer(CancellationScope())

    def judge(self, ruling: Ruling, known: dict[str, Value]) -> ClaimCheckResult:
        facts = {**({"claim_types": ruling.types} if self._typed and ruling.types else {}), **known}
        asked = ClaimCheckRequest(
            jurisdictions=(ruling.place,), shown=(DAY, DAY), as_of=DAY,
            caller_facts=InterviewAnswers().of_all(facts).added_to(CallerFacts()),
        )  # fmt: skip
        return judge_text(
            Document("text", ruling.claim), asked, self._gazette, self._evaluators.conclude, ProblemCollector(NAMES)
        )

    def decided(self, ruling: Ruling) -> Decided:
        """Return the deciding facts of a ruling that is forbidden by all its facts, and not by its words alone."""
        known = {**KNOWN, **ruling.facts}
        necessary, alone = set[str](), set[str]()
        for fact, value in ruling.facts.items():
            if not _is_forbidden(self.answer(ruling, {name: known[name] for name in known if name != fact})):
                necessary.add(fact)
            if _is_forbidden(self.answer(ruling, {**KNOWN, fact: value})):
                alone.add(fact)
        result = self.judge(ruling, {})
        kinds = {kind for claim in result.claims for kind in kinds_for_ranking(claim)}
        return Decided(result, frozenset(kinds), frozenset(necessary), frozenset(alone))


@dataclass(frozen=True)
class Decided:
    """A decided ruling: the check without answers, the kinds of its claims, and the facts that decide it."""

    result: ClaimCheckResult
    kinds: frozenset[str]
    necessary: frozenset[str]
    alone: frozenset[str]

    @property
    def ids(self) -> frozenset[str]:
        """The deciding facts, and the matters with one of them."""
        return deciding_ids(self.necessary or self.alone)

    def is_decided_by(self, facts: Collection[str]) -> bool:
        """Return whether answers about these facts decide the ruling."""
        return not self.alone.isdisjoint(facts) or (bool(self.necessary) and self.necessary <= set(facts))


@dataclass
class DecidingFacts:
    """Decided rulings, their counts, and the measurement of the first questions."""

    rulings: list[Decided] = field(default_factory=list)

    def counts(self) -> DecidingCounts:
        claims: Counter[str] = Counter()
        facts: dict[str, Counter[str]] = {}
        for decided in self.rulings:
            for kind in (ALL_KINDS, *decided.kinds):
                claims[kind] += 1
                for id in decided.ids:
                    facts.setdefault(id, Counter())[kind] += 1
        return DecidingCounts(claims, facts)

    def write(self) -> None:
        counts = self.counts()
        lines = [
            "# Written by `python -m benchmarks.claims.deciding --write`. Decided claims by kind, in total and by the",
            "# fact or matter that decided them. A claim can have several kinds and several such facts.",
            "",
            "[claims]",
            *(f"{kind} = {count}" for kind, count in sorted(counts.claims.items())),
        ]
        for id, by_kind in sorted(counts.facts.items()):
            lines += ["", f"[facts.{id}]", *(f"{kind} = {count}" for kind, count in sorted(by_kind.items()))]
        _COUNTS.write_text("\n".join(lines) + "\n", "utf-8")

    def summary(self) -> str:
        counts, all_asked, single, single_asked = self.counts(), 0, 0, 0
        for decided in self.rulings:
            others = counts.without(decided.kinds, decided.ids)
            questions = QuestionRanker(decided.result, "en", counts=others).questions(MOST)
            asked = {fact for question in questions if not question.items for fact in _facts_of(question)}
            all_asked += decided.is_decided_by(asked)
            if len(decided.necessary) == 1:
                single += 1
                single_asked += decided.necessary <= asked
        return (
            f"deciding facts among the first {MOST} questions, measured with the counts of the other rulings: "
            f"{all_asked} of {len(self.rulings)}; of those that one fact decides: {single_asked} of {single}"
        )


def _facts_of(question: Question) -> set[str]:
    return {item.fact for item in question.stated_items()} or {question.id}


def answered(questions: Sequence[ClaimQuestion], ruling: Ruling) -> dict[str, Value]:
    """Answer questions by the facts of a ruling."""
    facts = {**KNOWN, **ruling.facts}
    answers: dict[str, Value] = {}
    for question in questions:
        stated = [(each.fact_id, each.value) for option in question.options for each in option.sets]
        answers |= {name: value for name, value in stated if facts.get(name) == value}
        names = [point.fact_id for point in question.points] or [question.id]
        answers |= {name: facts[name] for name in names if name in facts}
    return answers


def _is_forbidden(answer: CheckClaimsResponse) -> bool:
    """Return whether a verdict forbids the claim, independently of facts still unknown."""
    return any(verdict_word(each.verdict) in FAULTS for claim in counted_claims(answer) for each in claim.answers)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--typed", action="store_true", help="give the kind of claim")
    parser.add_argument("--write", action="store_true", help="write the counts of the deciding facts")
    parser.add_argument("--each", action="store_true", help="list the rulings that three questions do not decide")
    options = parser.parse_args()
    gazette = Gazette(CHECKOUT / "scorecards")
    counts: Counter[str] = Counter()
    standings: Counter[int] = Counter()
    deciding = DecidingFacts()
    with closing(Evaluators.for_gazette(gazette)) as evaluators:
        putting = Putting(gazette, evaluators, typed=options.typed)
        for ruling in rulings():
            try:
                first = putting.answer(ruling, {})
                three = putting.answer(ruling, answered(first.questions[:MOST], ruling))
                whole = putting.answer(ruling, {**KNOWN, **ruling.facts})
            except PlacedError as error:
                counts["refused"] += 1
                print(ruling.id, error)
                continue
            counts["all"] += 1
            counts["heard"] += bool(first.checked_claims)
            counts["three"] += _is_forbidden(three)
            counts["whole"] += _is_forbidden(whole)
            if _is_forbidden(whole) and not _is_forbidden(first):
                deciding.rulings.append(putting.decided(ruling))
            worst = [each for claim in first.checked_claims if (each := worst_standing(claim))]
            standings[min(worst, default=0)] += 1
            if options.each and first.checked_claims and _is_forbidden(whole) and not _is_forbidden(three):
                asked = [one.id for one in first.questions[:MOST]]
                print(f"{ruling.id} {ruling.place} {ruling.claim[:50]!r} {ruling.types} asked {asked}")
                print(f"     {ruling.facts}")
            if options.each and first.checked_claims and not _is_forbidden(whole):
                print(f"not by all facts: {ruling.id} {ruling.place} {ruling.claim[:60]!r} {ruling.types}")
                print(f"     {ruling.facts}")
    print(
        f"{counts['all']} forbidden claims, {counts['heard']} heard; forbidden after {MOST} questions: "
        f"{counts['three']}, by all facts: {counts['whole']}"
    )
    print(deciding.summary())
    if options.write:
        deciding.write()
    print(", ".join(f"{standing_word(one)}: {count}" for one, count in standings.most_common()))


if __name__ == "__main__":
    main()
