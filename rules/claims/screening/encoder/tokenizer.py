"""SentencePiece unigram tokenizer: cuts a text into the pieces with the greatest sum of scores."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import category, normalize

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from rules.claims.screening.encoder.packed_weights import Pieces

_BEGIN, _END, _UNKNOWN = 0, 2, 3
_BLANK = "\u2581"
_PREFIX = "query: "
MOST_PIECES = 160
_MOST_LETTERS = 16 * MOST_PIECES
"""Limit before and after normalization, which can expand one letter to eighteen."""
_FORMAT_CATEGORY = "Cf"
_SCALE = 1 << 16


class Tokenizer:
    """A converter of texts to piece numbers."""

    def __init__(self, pieces: Pieces) -> None:
        self._pieces = pieces
        self._scores = np.rint(pieces.scores.astype(np.float64) * _SCALE).astype(np.int64)
        self._beginnings, short = _beginnings(pieces)
        self._loaded_pieces: dict[bytes, tuple[int, int]] = {}
        self._loaded_beginnings: set[bytes] = set()
        self._add_pieces(short)
        self._longest = int(np.diff(pieces.bounds).max())
        self._unknown = int(self._scores[_UNKNOWN + 1 :].min()) - 10 * _SCALE

    def cut(self, text: str) -> list[int]:
        shown = "".join(letter for letter in text[:_MOST_LETTERS] if category(letter) != _FORMAT_CATEGORY)
        written = (_PREFIX + normalize("NFC", shown).translate(self._pieces.letters))[:_MOST_LETTERS]
        marked = (_BLANK + written.replace(" ", _BLANK)).encode("utf-8", "replace")
        while _DOUBLE_BLANK in marked:
            marked = marked.replace(_DOUBLE_BLANK, _BLANK_BYTES)
        return [_BEGIN, *self._best(marked)[: MOST_PIECES - 2], _END]

    def _best(self, text: bytes) -> list[int]:
        starts = [position for position, byte in enumerate(text) if byte & 0xC0 != 0x80]
        starts.append(len(text))
        best: list[int | None] = [None] * (len(text) + 1)
        before = [(0, _UNKNOWN)] * (len(text) + 1)
        best[0] = 0
        pieces, loaded_beginnings = self._loaded_pieces, self._loaded_beginnings
        for rank, start in enumerate(starts[:-1]):
            score = best[start]
            if score is None:
                continue
            begin = start + len(_BLANK_BYTES) if text.startswith(_BLANK_BYTES, start) else start
            if (beginning := text[begin : begin + _BEGINNING_LENGTH]) not in loaded_beginnings:
                self._load_pieces(beginning)
            for end in starts[rank + 1 :]:
                if end - start > self._longest:
                    break
                piece = pieces.get(text[start:end])
                if piece is None:
                    continue
                number, piece_score = piece
                total, known = score + piece_score, best[end]
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

    def _load_pieces(self, beginning: bytes) -> None:
        if len(beginning) == _BEGINNING_LENGTH:
            self._add_pieces(np.flatnonzero(self._beginnings == int.from_bytes(beginning, "big")))
        self._loaded_beginnings.add(beginning)

    def _add_pieces(self, numbers: NDArray[np.intp]) -> None:
        words, last = self._pieces.words, len(self._scores) - 1
        bounds = zip(self._pieces.bounds[numbers].tolist(), self._pieces.bounds[numbers + 1].tolist(), strict=True)
        for number, (start, end), score in zip(numbers.tolist(), bounds, self._scores[numbers].tolist(), strict=True):
            if _UNKNOWN < number < last:
                self._loaded_pieces[words[start:end]] = number, score


_BLANK_BYTES = _BLANK.encode()
_DOUBLE_BLANK = _BLANK_BYTES + _BLANK_BYTES
_BEGINNING_LENGTH = 2


def _beginnings(pieces: Pieces) -> tuple[NDArray[np.uint16], NDArray[np.intp]]:
    letters = np.frombuffer(pieces.words + bytes(len(_BLANK_BYTES) + _BEGINNING_LENGTH), np.uint8)
    starts, ends = pieces.bounds[:-1].astype(np.intp), pieces.bounds[1:]
    blank = np.logical_and.reduce([letters[starts + offset] == byte for offset, byte in enumerate(_BLANK_BYTES)])
    starts += blank * len(_BLANK_BYTES)
    numbers = (letters[starts].astype(np.uint16) << 8 | letters[starts + 1]).astype(np.uint16)
    return numbers, np.flatnonzero(ends < starts + _BEGINNING_LENGTH)
