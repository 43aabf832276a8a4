"""Time breakdown of one EvaluateSubject call: every stage in sequence, one caller, without gRPC and pipes.

All steps run in this process, one after the other, each in the thread where a server runs it, with a timer around each
step. A pause follows each call, as with a real caller; the writer runs its projections meanwhile. Every call sends
another subject. The output is the median processor time of the thread and the median elapsed time per step, without
nested steps.
"""

from __future__ import annotations

import argparse
import tempfile
import threading
import time
import uuid
from collections import defaultdict
from contextlib import closing
from functools import wraps
from statistics import median
from typing import TYPE_CHECKING, Any

from benchmarks.service import AS_OF, CARD
from benchmarks.variations import variations
from service.api import evaluating_process, worker_messages
from service.api.evaluating_process import EvaluationWorker
from service.api.worker_messages import PIPE, UnstoredEvaluation, to_evaluate_message
from service.configuration.folders import CHECKOUT
from service.gazette.versions import CardResolver, Gazette
from service.identity.principals import LOCAL
from service.input.dossier.dossier_reader import read_dossier
from service.output.mapping.requests import write_request
from service.store import use_index, writer
from service.store.log_sequencer import LogIdentity
from service.store.store import Store
from touchstone.internal.v1 import work_pb2
from touchstone.v1 import evaluation_pb2
from touchstone.v1.evaluation_service_pb2 import EvaluateSubjectRequest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_PAUSE_SECONDS = 0.25
_STEPS: Sequence[tuple[str, Any, str]] = (
    ("process: request into a subject, with its digest", evaluating_process, "read_request"),
    ("process: row, compression", worker_messages, "to_evaluation_row"),
    ("process: serials and evidence used", worker_messages, "usages_of"),
    ("process: answer as a message", evaluating_process, "new_evaluation"),
    ("writer: begin, commit, the rest", writer.EvaluationWriter, "_commit"),
    ("writer: row", writer, "_store_row"),
    ("writer: answered or erased before", writer, "find_by_request"),
    ("writer: answered or erased before", writer, "erased_request_refusal"),
    ("writer: what is used", writer, "store_uses"),
    ("writer: search for double uses", use_index, "_double_uses"),
    ("writer: leaf of the log", writer, "log_evaluations"),
    ("writer: place in listings", writer, "add_listing_entries"),
    ("later: tree of the log, outcomes, standing, figures, what it rests on", writer.EvaluationWriter, "_project"),
)
"""The timed steps in output order: label, owner of the function, and function name."""


class Clocks:
    """Timers that add up the time of each step, without its nested steps."""

    def __init__(self) -> None:
        """Begin with none."""
        self.taken: dict[str, list[tuple[float, float]]] = defaultdict(list)
        self._now: dict[str, tuple[float, float]] = {}
        self._inside = threading.local()

    def around(self, step: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """Wrap a function in a timer. Generators are exhausted first."""

        @wraps(work)
        def clocked(*given: Any, **named: Any) -> Any:
            inside: list[tuple[float, float]] = self._inside.__dict__.setdefault("steps", [])
            inside.append((0.0, 0.0))
            processor, begun = time.thread_time(), time.perf_counter()
            try:
                outcome = work(*given, **named)
                return list(outcome) if isinstance(outcome, _GENERATOR) else outcome
            finally:
                spent = time.thread_time() - processor, time.perf_counter() - begun
                nested = inside.pop()
                before = self._now.get(step, (0.0, 0.0))
                self._now[step] = before[0] + spent[0] - nested[0], before[1] + spent[1] - nested[1]
                if inside:
                    inside[-1] = inside[-1][0] + spent[0], inside[-1][1] + spent[1]

        return clocked

    def close_call(self) -> None:
        for step, spent in self._now.items():
            self.taken[step].append(spent)
        self._now = {}

    def forget(self) -> None:
        self.taken.clear()


def _generated() -> Iterator[None]:
    yield


_GENERATOR = type(_generated())


def measured(rounds: int, folder: str) -> Clocks:
    """Answer a number of requests and return the time of each step."""
    clocks, gazette = Clocks(), Gazette(CHECKOUT / "scorecards")
    for step, owner, name in _STEPS:
        setattr(owner, name, clocks.around(step, getattr(owner, name)))
    published = gazette.newest(CARD)
    content = (CHECKOUT / "examples" / "worked-factory.yaml").read_bytes()
    subject = read_dossier(content, published.scorecard, as_of=AS_OF, settings={"reading": "cascade"}).subject
    evaluating = EvaluationWorker(gazette, maximum_answer_bytes=4 * 2**20)
    evaluators = evaluating._evaluators
    evaluators.evaluate = clocks.around("process: evaluation", evaluators.evaluate)  # type: ignore[method-assign] # clocked
    parse = clocks.around("request read", EvaluateSubjectRequest.FromString)
    hand_over = clocks.around(
        "request handed over", lambda asked: to_evaluate_message(asked, LOCAL).SerializeToString()
    )
    request_reader = clocks.around("process: request read again", work_pb2.Evaluate.FromString)
    evaluated = clocks.around("process: version in force, name, the rest", evaluating.evaluate)
    handed_over = clocks.around("process: handed over", work_pb2.Evaluated.SerializeToString)
    taken_over = clocks.around(
        "what was made taken over",
        lambda content: PIPE.read(UnstoredEvaluation, work_pb2.Evaluated.FromString(content)),
    )
    with closing(
        Store(f"sqlite:///{folder}/store.sqlite3", log_identity=LogIdentity(), cards=CardResolver(gazette))
    ) as store:
        append = clocks.around("given to the writer", store.append)
        for number, variation in zip(range(-5, rounds), variations(subject), strict=False):
            request = write_request(variation, scorecard=f"scorecards/{CARD}", request_id=str(uuid.uuid4()))
            request.view = evaluation_pb2.EVALUATION_VIEW_WRITTEN
            content = request.SerializeToString()
            asked = parse(content)
            made = taken_over(handed_over(evaluated(request_reader(hand_over(asked)), lambda: False)))
            append(made.row, made.usages, stage=made.stage, verdict=made.verdict, dictionary=made.dictionary).result()
            time.sleep(_PAUSE_SECONDS)
            clocks.close_call()
            if number < 0:
                clocks.forget()
    return clocks


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=60)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        timings = measured(options.rounds, folder).taken
    whole = [0.0, 0.0]
    for step, spent in sorted(timings.items(), key=lambda one: one[0].startswith("later")):
        processor, passed = (median(one[part] for one in spent) * 1e3 for part in (0, 1))
        if not step.startswith("later"):
            whole = [whole[0] + processor, whole[1] + passed]
        print(f"{step}: {processor:.2f} ms of processor time, {passed:.2f} ms")
    print(f"until it is answered: {whole[0]:.2f} ms of processor time, {whole[1]:.2f} ms")


if __name__ == "__main__":
    main()
