"""Specifications of the planning workers: for plans of one subject, and for groups on all cores."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.base.worker_specs import WorkerSpec

if TYPE_CHECKING:
    from pathlib import Path

_PROCESSES = 2
_SECONDS = 150
"""Limit of a piece of work: the longest search, and the evaluations around it."""


def planning_worker_spec(gazette: Path) -> WorkerSpec:
    """Return the specification of the planning worker."""
    return _spec(gazette, _PROCESSES)


def group_worker_spec(gazette: Path, processes: int) -> WorkerSpec:
    """Return the specification of the workers for groups."""
    return _spec(gazette, processes)


def _spec(gazette: Path, processes: int) -> WorkerSpec:
    return WorkerSpec(
        "service.planning.plan_process",
        (str(gazette),),
        max_processes=processes,
        seconds=_SECONDS,
        max_idle=1,
        cancellable=True,
    )
