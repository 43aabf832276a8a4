"""Which processes work for this server, and which were lost? As they are counted for the metrics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.base.measures import (
    EVALUATIONS_LOST,
    PROCESSES_ALIVE,
    PROCESSES_AT_WORK,
    PROCESSES_LOST,
    WAITING,
)
from touchstone.v1 import system_service_pb2

if TYPE_CHECKING:
    from collections.abc import Iterator

    from service.base.measures import Measure


def programs() -> list[system_service_pb2.ProgramStatus]:
    """Tell of every program that has had a process, by name."""
    waiting = {labels["kind"]: count for labels, count in _counted(WAITING)}
    at_work = {labels["program"]: count for labels, count in _counted(PROCESSES_AT_WORK)}
    told = {
        labels["program"]: system_service_pb2.ProgramStatus(
            program=labels["program"],
            alive=count,
            at_work=at_work.get(labels["program"], 0),
            waiting=waiting.get(labels["program"].rpartition(".")[2], 0),
        )
        for labels, count in _counted(PROCESSES_ALIVE)
    }
    for labels, count in _counted(PROCESSES_LOST):
        if count:
            told[labels["program"]].lost[labels["how"]] = count
    return [told[name] for name in sorted(told)]


def lost_evaluations() -> dict[str, int]:
    """Count the evaluations whose process was lost, by scorecard."""
    return {labels["card"]: count for labels, count in _counted(EVALUATIONS_LOST) if count}


def _counted(metric: Measure) -> Iterator[tuple[dict[str, str], int]]:
    for family in metric.kept.collect():
        yield from ((sample.labels, int(sample.value)) for sample in family.samples)
