"""Answers of a stream, taken so that a signal cannot leave the call locked.

What a signal raises strikes the main thread wherever it is; in the midst of gRPC it left a lock of the call taken, and
the program waited for ever to end the call. So a thread of their own takes the answers.
"""

from __future__ import annotations

import queue
import threading
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator

Answer = TypeVar("Answer")


class AnswerStream(Generic[Answer]):
    """The answers of a call, in their order; how many wait here is for whoever sends the requests to bound."""

    def __init__(self, call: Any) -> None:
        """Begin to take them."""
        self._call: Any = call
        self._answers: queue.SimpleQueue[Answer | BaseException] = queue.SimpleQueue()
        self._has_ended = threading.Event()
        self._thread = threading.Thread(target=self._take, name="answers", daemon=True)
        self._thread.start()

    def __iter__(self) -> Iterator[Answer]:
        """Give each when it comes."""
        return self

    def __next__(self) -> Answer:
        """Wait for the next one."""
        answer = self._answers.get()
        if isinstance(answer, BaseException):
            self._answers.put(answer)  # whoever asks again is told the same
            raise answer
        return answer

    def is_active(self) -> bool:
        """Say whether more may come."""
        return not self._has_ended.is_set()

    def leave(self) -> None:
        """End the call."""
        self._call.cancel()
        self._thread.join()

    def _take(self) -> None:
        ended: BaseException = StopIteration()
        try:
            for answer in self._call:
                self._answers.put(answer)
        except Exception as error:  # whatever it is, it is raised where the answers are taken
            ended = error
        self._has_ended.set()
        self._answers.put(ended)
