"""Bulk runs on a Ray cluster: chunks scheduled by Ray, lost ones run again."""

from __future__ import annotations

import logging
import socket
from collections import OrderedDict
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import ray
from ray.exceptions import RayError, RayTaskError

from rules.contracts import InputError, TouchstoneError, Violation, message_factory
from service.base.core_pool import WAITING
from service.base.refusals import Reason, Refusal
from service.base.whole_numbers import LAST_PORT, parse_whole_number
from service.bulk.run_folder import SINGLE_THREADED, software

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Mapping

    from service.base.core_pool import ParallelRun, PieceWorker
    from service.bulk.run_folder import RunPart

_say = message_factory(__name__)

_MOST_SHOWN = 200
"""How much of what Ray says is shown."""
_AGAIN = 5
"""How often a part is done again whose process or machine was lost."""
_SECONDS = 10
_READY = 2
"""The work of how many runs a process of the cluster keeps prepared."""


def run_on_cluster(run: ParallelRun[Any, RunPart], pieces: Iterable[Any], address: str) -> Generator[RunPart]:
    """Work on as many pieces at once as the cluster has processors, and give each part as soon as it is done.

    The folders of the run are those of a file system that all machines share.
    """
    remaining, name, versions = iter(pieces), uuid4().hex, software()
    variables = {"env_vars": {SINGLE_THREADED: "1"}}
    try:
        _reach(address)
        with ray.init(address, log_to_driver=False, logging_level=logging.ERROR, runtime_env=variables):
            work = ray.remote(num_cpus=1, max_retries=_AGAIN)(touchstone_part)
            shared = ray.put(run)
            processors = ray.cluster_resources().get("CPU", 1)  # type: ignore[no-untyped-call] # theirs
            most = max(int(processors), 1) * WAITING
            working: list[ray.ObjectRef[RunPart]] = []
            while True:
                for piece in remaining:
                    working.append(work.remote(shared, name, versions, piece))
                    if len(working) >= most:
                        break
                if not working:
                    return
                done, working = ray.wait(working)
                yield from ray.get(done)
    except RayTaskError as error:
        cause = error.cause
        raise (cause if isinstance(cause, TouchstoneError) else error) from None
    except (RayError, OSError) as error:
        problem = (str(error).splitlines() or [type(error).__name__])[0][:_MOST_SHOWN]
        raise Refusal(Reason.SERVER_UNAVAILABLE, _say("NO_CLUSTER", address=address, problem=problem)) from None


def _reach(address: str) -> None:
    """Find out within seconds whether anybody is there, for which Ray takes a minute."""
    machine, _, port = address.rpartition(":")
    number = parse_whole_number(port, most=LAST_PORT)
    if machine and number is not None and "/" not in machine:
        socket.create_connection((machine, number), timeout=_SECONDS).close()


_prepared: OrderedDict[str, PieceWorker[Any, RunPart]] = OrderedDict()
"""The work of this process of a cluster, by the run."""


def touchstone_part(run: ParallelRun[Any, RunPart], name: str, wanted: Mapping[str, str], piece: Any) -> RunPart:
    """Do one part in a process of the cluster, by this name in its lists of work."""
    machine, versions = socket.gethostname(), software()
    if versions != wanted:
        raise _refused("OTHER_SOFTWARE", machine=machine, found=_version_texts(versions), wanted=_version_texts(wanted))
    try:
        if name not in _prepared:
            _prepared[name] = run.begin()
        while len(_prepared) > _READY:
            _prepared.popitem(last=False)[1].close()
        return _prepared[name].do(piece)
    except OSError as error:
        raise _refused("FILES_NOT_SHARED", machine=machine, problem=str(error)[:_MOST_SHOWN]) from None


def _version_texts(versions: Mapping[str, str]) -> list[str]:
    return [f"{name} {version}" for name, version in versions.items()]


def _refused(code: str, **slots: object) -> InputError:
    return InputError((Violation("--ray", _say(code, **slots), "WRONG_VALUE"),))
