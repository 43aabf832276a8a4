"""Benchmark of groups: 200 invented factories with about 12 measures each under one budget, at a server with two cores.

The factories are variants of the planned factory (examples/plans): five of its shares differ, and each has 12 of its
30 measures, with other costs. The result is compared with its own bound: the gap is the part of the possible
improvement that is not proved to be reached.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from rules.contracts import parse_exact
from service.configuration.folders import CHECKOUT
from service.gazette.versions import Gazette
from service.input.dossier.dossier_reader import read_dossier
from service.output.mapping.requests import write_request
from service.output.terminal.own_server import temporary_server
from service.output.terminal.server_calls import RemoteServer
from service.planning.measure_files.reading import read_measures
from service.planning.plan_messages import write_measure_list
from touchstone.v1 import plan_pb2, plan_service_pb2 as pb2

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rules.contracts import Subject

CARD, TODAY, GOAL_DATE = "zero-carbon-factory", "2026-12-01", "2028-06-30"
_GAZETTE = CHECKOUT / "scorecards"
_FILES = CHECKOUT / "examples" / "plans"
_SHARES = ("efficient_machine_share", "online_source_share", "waste_heat_share", "water_reuse_share", "waste_use_share")
_MESSAGE_BYTES = 1 << 28


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """The result of one run and its seconds."""

    result: plan_pb2.GroupResult
    seconds: float

    def __str__(self) -> str:
        found = self.result
        gap = float(100 * parse_exact(found.gap))
        return (
            f"{len(found.members)} factories, {len(found.failed)} failed, {found.searches} searches: "
            f"{self.seconds:.1f} s, from {found.worth_before} to {found.worth} for {found.cost}, "
            f"bound {found.bound}, gap {gap:.2f} %"
        )


def group_request(count: int, measures: int, kind: str, share: Fraction, seconds: int) -> pb2.PlanGroupRequest:
    """Return a group with a budget that is a share of the cost of all measures."""
    version = Gazette(_GAZETTE).newest(CARD)
    scorecard = version.scorecard
    content = (_FILES / f"{CARD}.yaml").read_bytes()
    subject = read_dossier(content, scorecard, as_of=TODAY, settings={}).subject
    listed = write_measure_list(read_measures((_FILES / f"{CARD}.measures.yaml").read_bytes(), scorecard).measures)
    request = pb2.PlanGroupRequest(today=TODAY, time_limit=seconds)
    total = Fraction(0)
    for number in range(count):
        chance = random.Random(number)  # noqa: S311 -- made-up factories, the same in each run
        member = request.members.add(id=f"factory-{number}")
        varied = _varied(subject, number, chance)
        member.request.CopyFrom(write_request(varied, scorecard=f"scorecards/{CARD}", request_id=""))
        member.measures.CopyFrom(_some_measures(listed, measures, chance))
        total += sum((parse_exact(each.cost_once.most or "0") for each in member.measures.measures), Fraction(0))
    request.goal.CopyFrom(
        plan_pb2.GroupGoal(kind=f"GROUP_GOAL_KIND_{kind}", budget=str(int(total * share)), date=GOAL_DATE)
    )
    return request


def _varied(subject: Subject, number: int, chance: random.Random) -> Subject:
    facts = []
    for fact in subject.facts:
        value = fact.value
        if fact.id in _SHARES and value is not None:
            value = value.model_copy(update={"number": str(chance.randint(40, 95))})
        facts.append(fact.model_copy(update={"value": value}))
    return subject.model_copy(
        update={"subject": f"organizations/example/subjects/factory-{number}", "facts": tuple(facts)}
    )


def _some_measures(listed: plan_pb2.MeasureList, count: int, chance: random.Random) -> plan_pb2.MeasureList:
    """Return some measures with all that they require, at other costs."""
    by_id = {measure.id: measure for measure in listed.measures}
    chosen: dict[str, None] = {}
    for id in chance.sample(sorted(by_id), len(by_id)):
        needed = [id, *_required(by_id, id)]
        if len(chosen) + len(set(needed) - chosen.keys()) <= count:
            chosen.update(dict.fromkeys(needed))
    some = plan_pb2.MeasureList(currency=listed.currency, measures=[by_id[id] for id in by_id if id in chosen])
    for measure in some.measures:
        present = [other for other in measure.excludes if other in chosen]
        del measure.excludes[:]
        measure.excludes.extend(present)
        factor = chance.randint(60, 150)
        for cost in (measure.cost_once, measure.cost_per_year):
            for side in ("least", "most"):
                if amount := getattr(cost, side):
                    setattr(cost, side, str(int(parse_exact(amount) * factor / 100)))
    return some


def _required(by_id: dict[str, plan_pb2.Measure], id: str) -> Sequence[str]:
    direct = list(by_id[id].requires)
    return [*direct, *(each for other in direct for each in _required(by_id, other))]


def planned_group(
    count: int = 200,
    measures: int = 12,
    *,
    kind: str = "GRADES",
    share: Fraction = Fraction(1, 20),
    seconds: int = 120,
) -> GroupFigures:
    """Plan a group at a temporary server; the time includes the start of its workers."""
    request = group_request(count, measures, kind, share, seconds)
    with (
        tempfile.TemporaryDirectory() as folder,
        temporary_server(
            _GAZETTE,
            maximum_message_bytes=str(_MESSAGE_BYTES),
            database_url=f"sqlite:///{folder}/empty.sqlite3",
        ) as address,
        RemoteServer(address).stubs() as stubs,
    ):
        begun = time.perf_counter()
        *_, last = stubs("plan_service.PlanService").PlanGroup(request, timeout=seconds + 120)
        return GroupFigures(last.result, time.perf_counter() - begun)


def main() -> None:
    """Print the figures of one run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--factories", type=int, default=200)
    parser.add_argument("--measures", type=int, default=12)
    parser.add_argument("--kind", choices=("GRADES", "HIGHEST"), default="GRADES")
    parser.add_argument("--seconds", type=int, default=120)
    options = parser.parse_args()
    print(planned_group(options.factories, options.measures, kind=options.kind, seconds=options.seconds))


if __name__ == "__main__":
    main()
