"""Tokenizer (SentencePiece, unigram): the pieces of a text of which the sum of scores is greatest."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import category, normalize

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from rules.claims.screening.encoder.packed_weights import Pieces

_BEGIN, _END, _UNKNOWN = 0, 2, 3
_BLANK = "\u2581"
"""What SentencePiece writes for a blank."""
_PREFIX = "query: "
"""What the network was trained to read before a text."""
MOST_PIECES = 160
"""Of a longer text the rest is not read."""
_MOST_LETTERS = 16 * MOST_PIECES
"""Nor is more cut than so many pieces can hold: a single letter may be written as eighteen."""
_UNSEEN = "Cf"
"""What nobody sees, such as a soft hyphen or a mark of direction, is not read."""
_SCALE = 1 << 16
"""Scores are whole numbers of so many parts of one."""


class Tokenizer:
    """Cuts texts into the numbers of their pieces."""

    def __init__(self, pieces: Pieces) -> None:
        """Take the pieces of a network; the first four and the last stand for no text."""
        self._pieces = pieces
        self._scores = np.rint(pieces.scores.astype(np.float64) * _SCALE).astype(np.int64)
        self._beginnings, short = _beginnings(pieces)
        self._known: dict[bytes, tuple[int, int]] = {}
        self._begun: set[bytes] = set()
        self._take(short)
        self._longest = int(np.diff(pieces.bounds).max())
        self._unknown = int(self._scores[_UNKNOWN + 1 :].min()) - 10 * _SCALE

    def cut(self, text: str) -> list[int]:
        """Give the pieces of a text between those that begin and end it; at most `MOST_PIECES` in all."""
        shown = "".join(letter for letter in text[:_MOST_LETTERS] if category(letter) != _UNSEEN)
        written = (_PREFIX + normalize("NFC", shown).translate(self._pieces.letters))[:_MOST_LETTERS]
        marked = (_BLANK + written.replace(" ", _BLANK)).encode("utf-8", "replace")
        while _DOUBLE in marked:
            marked = marked.replace(_DOUBLE, _ONE)
        return [_BEGIN, *self._best(marked)[: MOST_PIECES - 2], _END]

    def _best(self, text: bytes) -> list[int]:
        """Find the best cut (Viterbi): for each place the best piece that ends there."""
        starts = [place for place, byte in enumerate(text) if byte & 0xC0 != 0x80]
        starts.append(len(text))
        best: list[int | None] = [None] * (len(text) + 1)
        before = [(0, _UNKNOWN)] * (len(text) + 1)
        best[0] = 0
        pieces, begun = self._known, self._begun
        for rank, start in enumerate(starts[:-1]):
            score = best[start]
            if score is None:
                continue
            begin = start + len(_ONE) if text.startswith(_ONE, start) else start
            if (beginning := text[begin : begin + _BEGINNING]) not in begun:
                self._learn(beginning)
            for end in starts[rank + 1 :]:
                if end - start > self._longest:
                    break
                piece = pieces.get(text[start:end])
                if piece is None:
                    continue
                number, own = piece
                total, known = score + own, best[end]
                if known is None or total > known:
                    best[end], before[end] = total, (start, number)
            after = starts[rank + 1]
            total, known = score + self._unknown, best[after]
            if known is None or total > known:
                best[after], before[after] = total, (start, _UNKNOWN)
        cut: list[int] = []
        end = len(text)
        while end > 0:
            end, number = before[end]
            cut.append(number)
        return cut[::-1]

    def _learn(self, beginning: bytes) -> None:
        """Cut the pieces that begin so: a text needs few of them all."""
        if len(beginning) == _BEGINNING:
            self._take(np.flatnonzero(self._beginnings == int.from_bytes(beginning, "big")))
        self._begun.add(beginning)

    def _take(self, numbers: NDArray[np.intp]) -> None:
        words, last = self._pieces.words, len(self._scores) - 1
        bounds = zip(self._pieces.bounds[numbers].tolist(), self._pieces.bounds[numbers + 1].tolist(), strict=True)
        for number, (start, end), score in zip(numbers.tolist(), bounds, self._scores[numbers].tolist(), strict=True):
            if _UNKNOWN < number < last:
                self._known[words[start:end]] = number, score


_ONE = _BLANK.encode()
_DOUBLE = _ONE + _ONE
_BEGINNING = 2
"""By so many bytes after a blank are pieces grouped."""


def _beginnings(pieces: Pieces) -> tuple[NDArray[np.uint16], NDArray[np.intp]]:
    """Give how each piece begins, as a number, and the pieces too short for that, which are few."""
    letters = np.frombuffer(pieces.words + bytes(len(_ONE) + _BEGINNING), np.uint8)
    starts, ends = pieces.bounds[:-1].astype(np.intp), pieces.bounds[1:]
    blank = np.logical_and.reduce([letters[starts + place] == byte for place, byte in enumerate(_ONE)])
    starts += blank * len(_ONE)
    numbers = (letters[starts].astype(np.uint16) << 8 | letters[starts + 1]).astype(np.uint16)
    return numbers, np.flatnonzero(ends < starts + _BEGINNING)
