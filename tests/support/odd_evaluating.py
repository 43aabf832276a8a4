"""Evaluation process like that of a server, except for subjects named after a failure."""

import os
import signal
import time
from typing import Any, NoReturn

from rules.contracts.errors import EngineDisagreement
from rules.contracts.inputs import Subject
from rules.trail.evaluation import Evaluator, LazyRecord
from service.api import evaluating_process
from tests.support.small_card import small_subject

MODULE = "tests.support.odd_evaluating"
DISAGREEMENT = "the evaluators differ on G1"
VALUE = "the value 85.50 of a fact"


def odd(name: str, **facts: Any) -> Subject:
    """Return a subject that triggers the named failure."""
    return small_subject(**facts).model_copy(update={"subject": f"organizations/green-body/subjects/{name}"})


def differ(_: Evaluator) -> NoReturn:
    raise EngineDisagreement(DISAGREEMENT)


def fail(_: Evaluator) -> NoReturn:
    raise KeyError(VALUE)


def crash(_: Evaluator) -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def endless(evaluator: Evaluator) -> None:
    """Run until the evaluation is cancelled."""
    while True:
        evaluator.engine.cancellation.go_on()
        time.sleep(0.001)


def hang(_: Evaluator) -> None:
    """Stop where nothing in this process can run any more, as C code that never comes back."""
    os.kill(os.getpid(), signal.SIGSTOP)


ODD = {each.__name__: each for each in (differ, fail, crash, endless, hang)}
_evaluate = Evaluator.evaluate


def evaluate(self: Evaluator, subject: Subject, record_key: bytes) -> LazyRecord:
    if (happens := ODD.get(subject.subject.rpartition("/")[2])) is not None:
        happens(self)
    return _evaluate(self, subject, record_key)


def main() -> None:
    Evaluator.evaluate = evaluate  # type: ignore[assignment,method-assign] # omits the tables parameter, unused here
    evaluating_process.main()


if __name__ == "__main__":
    main()
