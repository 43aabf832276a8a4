"""Bulk runs on a Ray cluster: distributed chunks, retried after losses."""

from __future__ import annotations

import logging
import socket
from collections import OrderedDict
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import ray
from ray.exceptions import RayError, RayTaskError

from rules.contracts import InputError, TouchstoneError, error_message, message_factory
from service.base.core_pool import WAITING
from service.base.refusals import Reason, Refusal
from service.base.whole_numbers import LAST_PORT, parse_whole_number
from service.bulk.run_folder import SINGLE_THREADED, software

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Mapping

    from service.base.core_pool import ParallelRun, PieceWorker
    from service.bulk.run_folder import RunPart

_message = message_factory(__name__)

_MAXIMUM_CHARACTERS = 200
_MAXIMUM_RETRIES = 5
_CONNECT_SECONDS = 10
_MAXIMUM_PREPARED = 2


def run_on_cluster(run: ParallelRun[Any, RunPart], pieces: Iterable[Any], address: str) -> Generator[RunPart]:
    """Process the pieces on a Ray cluster and yield each finished part.

    All machines must share the file system of the run.
    """
    remaining, name, versions = iter(pieces), uuid4().hex, software()
    variables = {"env_vars": {SINGLE_THREADED: "1"}}
    try:
        _check_reachable(address)
        with ray.init(address, log_to_driver=False, logging_level=logging.ERROR, runtime_env=variables):
            work = ray.remote(num_cpus=1, max_retries=_MAXIMUM_RETRIES)(touchstone_part)
            shared = ray.put(run)
            processors = ray.cluster_resources().get("CPU", 1)  # type: ignore[no-untyped-call] # untyped in Ray
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
        problem = (str(error).splitlines() or [type(error).__name__])[0][:_MAXIMUM_CHARACTERS]
        raise Refusal(Reason.SERVER_UNAVAILABLE, _message("NO_CLUSTER", address=address, problem=problem)) from None


def _check_reachable(address: str) -> None:
    """Fail within seconds if the address is unreachable; Ray needs a minute."""
    machine, _, port = address.rpartition(":")
    number = parse_whole_number(port, most=LAST_PORT)
    if machine and number is not None and "/" not in machine:
        socket.create_connection((machine, number), timeout=_CONNECT_SECONDS).close()


_prepared_workers: OrderedDict[str, PieceWorker[Any, RunPart]] = OrderedDict()


def touchstone_part(run: ParallelRun[Any, RunPart], name: str, wanted: Mapping[str, str], piece: Any) -> RunPart:
    """Process one piece; Ray's task lists show this function name.

    Raises:
        InputError: If software versions differ or files are not shared.
    """
    machine, versions = socket.gethostname(), software()
    if versions != wanted:
        raise _refused("OTHER_SOFTWARE", machine=machine, found=_version_texts(versions), wanted=_version_texts(wanted))
    try:
        if name not in _prepared_workers:
            _prepared_workers[name] = run.begin()
        while len(_prepared_workers) > _MAXIMUM_PREPARED:
            _prepared_workers.popitem(last=False)[1].close()
        return _prepared_workers[name].do(piece)
    except OSError as error:
        raise _refused("FILES_NOT_SHARED", machine=machine, problem=error_message(error)) from None


def _version_texts(versions: Mapping[str, str]) -> list[str]:
    return [f"{name} {version}" for name, version in versions.items()]


def _refused(code: str, **slots: object) -> InputError:
    return InputError.of("--ray", _message(code, **slots), "WRONG_VALUE")
