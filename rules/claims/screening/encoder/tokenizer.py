"""Tokenizer (SentencePiece, unigram): the pieces of a text of which the sum of scores is greatest."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import category, normalize

import numpy as np

if TYPE_CHECKING:
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
        scores = np.rint(pieces.scores.astype(np.float64) * _SCALE).astype(np.int64)
        self._scores: list[int] = scores.tolist()
        self._numbers = dict(zip(pieces.words, range(len(pieces.words)), strict=True))
        del self._numbers[pieces.words[-1]]
        self._longest = max(map(len, pieces.words))
        self._letters = pieces.letters
        self._unknown = min(self._scores[_UNKNOWN + 1 :]) - 10 * _SCALE

    def cut(self, text: str) -> list[int]:
        """Give the pieces of a text between those that begin and end it; at most `MOST_PIECES` in all."""
        shown = "".join(letter for letter in text[:_MOST_LETTERS] if category(letter) != _UNSEEN)
        written = (_PREFIX + normalize("NFC", shown).translate(self._letters))[:_MOST_LETTERS]
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
        numbers, scores = self._numbers, self._scores
        for rank, start in enumerate(starts[:-1]):
            score = best[start]
            if score is None:
                continue
            for end in starts[rank + 1 :]:
                if end - start > self._longest:
                    break
                number = numbers.get(text[start:end])
                if number is None or number <= _UNKNOWN:
                    continue
                total, known = score + scores[number], best[end]
                if known is None or total > known:
                    best[end], before[end] = total, (start, number)
            after = starts[rank + 1]
            total, known = score + self._unknown, best[after]
            if known is None or total > known:
                best[after], before[after] = total, (start, _UNKNOWN)
        pieces: list[int] = []
        end = len(text)
        while end > 0:
            end, number = before[end]
            pieces.append(number)
        return pieces[::-1]


_ONE = _BLANK.encode()
_DOUBLE = _ONE + _ONE
