"""Language identification for sentences: by script, then by a statistical model of Latin words.

Only clear guesses are accepted, because the wrong guesses on short claims had a small lead. The model of py3langid is
loaded once. Only the states and the weights of the requested languages are cached. This avoids importing numpy and
unpacking the model, which takes half a second.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.util import find_spec
from math import log1p
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from rules.claims.screening.folding import replace_lookalikes
from rules.contracts.build_cache import find_cached, source_digest, store_cached
from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import message_factory

if TYPE_CHECKING:
    from rules.claims.screening.candidates import NotScreened


_NAME = "languages"
_FORM = b"1"
_STEP = 1 << 16
UNIT = _STEP * _STEP
_MAX_STATE_BYTES = 7
_LEADING = tuple(1 << 8 * length for length in range(_MAX_STATE_BYTES + 2))


_INDEX_THRESHOLD = 2_000
"""After this many look-ups a dictionary replaces binary search; a single sentence needs fewer."""


class AutomatonStates:
    """Sorted automaton states, identified by their bytes, and the feature of each."""

    def __init__(self, states: array[int], features: array[int]) -> None:
        self._states, self._features = states, features
        self._lookup_count = 0
        self._feature_index: dict[int, int] | None = None

    def feature(self, state: int) -> int | None:
        """Return the feature of a state: negative if it has none, None if the state does not exist."""
        if self._feature_index is not None:
            return self._feature_index.get(state)
        self._lookup_count += 1
        if self._lookup_count == _INDEX_THRESHOLD:
            self._feature_index = dict(zip(self._states, self._features, strict=True))
        position = bisect_left(self._states, state)
        exists = position < len(self._states) and self._states[position] == state
        return self._features[position] if exists else None


class LanguageModel(NamedTuple):
    """Automaton states, and the weights of their features in each language."""

    languages: tuple[str, ...]
    states: AutomatonStates
    weights: array[int]
    priors: tuple[int, ...]

    def rank(self, text: str) -> list[tuple[str, int]]:
        if text.isupper():
            text = text.lower()
        feature_counts = Counter(
            self._match_features(unicodedata.normalize("NFC", text).encode("utf-8", errors="surrogatepass"))
        )
        sums, width = list(self.priors), len(self.languages)
        for feature, count in feature_counts.items():
            times, first = round(log1p(count) * _STEP), feature * width
            for position, weight in enumerate(self.weights[first : first + width]):
                sums[position] += times * weight
        if not feature_counts:
            sums = [0] * width
        return sorted(zip(self.languages, sums, strict=True), key=lambda scored: scored[1], reverse=True)

    def _match_features(self, content: bytes) -> list[int]:
        feature_of, features = self.states.feature, list[int]()
        state, length = 1, 0
        for byte in content:
            state, length = state << 8 | byte, length + 1
            while (feature := feature_of(state)) is None:
                length -= 1
                state = state & (_LEADING[length] - 1) | _LEADING[length]
            if feature >= 0:
                features.append(feature)
        return features


def language_model(languages: Sequence[str]) -> LanguageModel:
    """Return the model of these languages from the cache, or extract it from the library."""
    language_codes = ",".join(languages)
    digest = source_digest(_FORM, _installation_fingerprint(), language_codes.encode())
    content = find_cached(_NAME, digest)
    if content is None:
        content = _extract_from_library(languages)
        store_cached(_NAME, digest, content)
    return _parse_model(content)


def _installation_fingerprint() -> bytes:
    spec = find_spec("py3langid")
    if spec is None or spec.origin is None:
        return b""
    file_stats = [each.stat() for each in sorted(Path(spec.origin).parent.glob("data/*"))]
    return repr([(each.st_size, each.st_mtime_ns) for each in file_stats]).encode()


def _parse_model(content: bytes) -> LanguageModel:
    end = content.index(b"\n")
    count, *named = content[:end].decode().split(",")
    rest = memoryview(content)[end + 1 :]  # avoids a second copy of the long content
    states, features, weights, priors = array("Q"), array("i"), array("i"), array("q")
    size = int(count)
    bounds = (0, 8 * size, 12 * size, len(rest) - 8 * len(named), len(rest))
    states.frombytes(rest[bounds[0] : bounds[1]])
    features.frombytes(rest[bounds[1] : bounds[2]])
    weights.frombytes(rest[bounds[2] : bounds[3]])
    priors.frombytes(rest[bounds[3] : bounds[4]])
    return LanguageModel(tuple(named), AutomatonStates(states, features), weights, tuple(priors))


def _extract_from_library(languages: Sequence[str]) -> bytes:
    import numpy as np  # noqa: PLC0415 -- slow import, rarely needed
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 -- slow import, rarely needed

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(list(languages))
    moves = np.frombuffer(identifier.tk_nextmove, dtype=identifier.tk_nextmove.typecode).reshape(-1, 256)
    rows = np.frombuffer(identifier.tk_row, dtype=identifier.tk_row.typecode)
    state_ids = np.zeros(len(rows), dtype=np.uint64)
    state_ids[0] = 1
    frontier = np.zeros(1, dtype=np.int64)
    while frontier.size:  # breadth first: the shortest path to a state identifies it
        reached = moves[rows[frontier]].astype(np.int64)
        new_from, byte = np.nonzero(state_ids[reached] == 0)
        states = reached[new_from, byte]
        state_ids[states] = state_ids[frontier[new_from]] * np.uint64(256) + byte.astype(np.uint64)
        frontier = np.unique(states)
    head = ",".join((str(len(state_ids)), *identifier.nb_classes)).encode()
    order = np.argsort(state_ids)
    tables = (
        state_ids[order].astype(np.uint64).tobytes(),
        np.asarray(identifier.tk_output, dtype=np.int32)[order].tobytes(),
        np.rint(np.asarray(identifier.nb_ptc, dtype="f8") * _STEP).astype(np.int32).tobytes(),
        np.rint(np.asarray(identifier.nb_pc, dtype="f8") * UNIT).astype(np.int64).tobytes(),
    )
    return b"\n".join((head, b"".join(tables)))


SCREENED_LANGUAGES = ("en", "de", "fr", "zh", "nl", "it", "es", "da", "sv")
UNDETERMINED = "und"
_message = message_factory(__name__)

CLEAR = 8
"""Minimum lead over the second language, in units of log-likelihood."""
FOREIGN = 20
"""Minimum lead of a language other than that of the surrounding text."""
_MIN_LETTERS_WITHOUT_LEXICON = 18
_SAMPLE_LENGTH = 400
_MIN_SCRIPT_LETTERS = 2
_LONGEST_TECHNICAL_TOKEN, _MIN_LATIN_LETTERS = 2, 5
_LATIN_END = "\u0250"

LATIN = ("en", "de", "fr", "nl", "da", "sv", "no", "it", "es", "pt", "pl", "cs", "fi", "hu", "ro", "tr")
_WORD = re.compile(r"[^\W\d_]+")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_TECHNICAL = frozenset({"co", "coe", "pet", "iso", "pas", "kg", "kgco", "kgcoe", "tco", "tcoe", "gb", "bpa", "pfas"})
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff\uff66-\uff9f]")),
    ("ko", re.compile(r"[\uac00-\ud7af\u1100-\u11ff\u3130-\u318f]")),
    ("und-Cyrl", re.compile(r"[\u0400-\u052f]")),
    ("und-Grek", re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]")),
    ("und-Arab", re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")),
    ("und-Hebr", re.compile(r"[\u0590-\u05ff]")),
    ("und-Deva", re.compile(r"[\u0900-\u097f]")),
    ("und-Thai", re.compile(r"[\u0e00-\u0e7f]")),
)


def check_covered(codes: Sequence[str], field: str) -> None:
    """Raise InputError listing all languages without a lexicon; `field` is the name of their list."""
    unknown = [(number, code) for number, code in enumerate(codes) if code not in SCREENED_LANGUAGES]
    if unknown:
        raise InputError(
            tuple(
                Violation(
                    f"{field}[{number}]", _message("NO_LEXICON", code=code[:40], known=SCREENED_LANGUAGES), "NO_LEXICON"
                )
                for number, code in unknown
            )
        )


class SentenceLanguages(NamedTuple):
    """Languages of a sentence, or the reason why they are unknown; `tried` are the lexicons to match.

    If not `settled`, the reason applies unless a tried lexicon matches. It is None if the main language of the text is
    known.
    """

    languages: tuple[str, ...]
    tried: tuple[str, ...]
    reason: NotScreened | None = None
    settled: bool = True


class LatinLanguageGuess(NamedTuple):
    """Guessed language of Latin words, its lead, and the ranking of the screened languages."""

    language: str | None
    lead: int
    order: tuple[str, ...]


class DetectedLanguages(NamedTuple):
    """Languages of a piece of text, by script and by its Latin words."""

    by_script: str | None
    latin: LatinLanguageGuess | None

    def settle(self, block: DetectedLanguages, main: str | None) -> SentenceLanguages:
        if self.by_script is not None and self.by_script not in SCREENED_LANGUAGES:
            return SentenceLanguages((self.by_script,), (), "no_lexicon")
        if self.latin is None:
            return (
                SentenceLanguages((self.by_script,), (self.by_script,)) if self.by_script else SentenceLanguages((), ())
            )
        latin = _settle_latin(self.latin, block.latin, main)
        if self.by_script is None:
            return latin
        if latin.settled and latin.reason is None:
            return SentenceLanguages((self.by_script, *latin.languages), (self.by_script, *latin.tried))
        return SentenceLanguages((self.by_script,), (self.by_script,))


def _settle_latin(own: LatinLanguageGuess, block: LatinLanguageGuess | None, main: str | None) -> SentenceLanguages:
    language = own.language
    if main is not None and language != main and own.lead < FOREIGN:
        language = None
    if language is not None:
        return (
            SentenceLanguages((language,), (language,))
            if language in SCREENED_LANGUAGES
            else SentenceLanguages((language,), (), "no_lexicon")
        )
    if block is not None and block.language is not None and block.lead >= FOREIGN:
        if block.language not in SCREENED_LANGUAGES:
            return SentenceLanguages((block.language,), (), "no_lexicon")
        main = block.language
    if main is not None:
        return SentenceLanguages((main,), (main, *(each for each in own.order if each != main)), settled=False)
    return SentenceLanguages((UNDETERMINED,), own.order, "language_undetermined", settled=False)


def apply_known_languages(text: str, known_languages: tuple[str, ...]) -> SentenceLanguages:
    """Return the languages of a sentence in a text with known languages; empty without letters."""
    covered = tuple(language for language in known_languages if language in SCREENED_LANGUAGES)
    if not any(character.isalpha() for character in text):
        return SentenceLanguages((), ())
    return SentenceLanguages(known_languages, covered, None if covered else "no_lexicon")


@cache
def _model() -> LanguageModel:
    return language_model(LATIN)


def detect_languages(text: str, characters: str = "zh") -> DetectedLanguages:
    """Detect the languages of a text; `characters` is the language of Chinese characters without another script."""
    if text.isascii():
        return DetectedLanguages(None, _guess_latin(text, other_script=False))
    text = replace_lookalikes(text)
    script = next(
        (language for language, letters in _SCRIPTS if len(letters.findall(text)) >= _MIN_SCRIPT_LETTERS), None
    )
    if script is None and _HAN.search(text):
        script = characters
    return DetectedLanguages(script, _guess_latin(text, other_script=script is not None))


def han_language(text: str, *, alone: bool) -> str:
    """Return the language code of Chinese characters in a text shown in Japan, Chinese or Japanese.

    Characters missing in Japanese standards are Chinese. Otherwise kana, a character missing in GB 2312, or display in
    Japan alone mean Japanese. Traditional Chinese counts as Japanese: an unscreened text is reported, a misread one is
    not.
    """
    characters = "".join(_HAN.findall(text))
    if not _can_encode("euc_jp", characters):
        return "zh"
    return "ja" if alone or _SCRIPTS[0][1].search(text) or not _can_encode("gb2312", characters) else "zh"


def _can_encode(encoding: str, characters: str) -> bool:
    try:
        characters.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _guess_latin(text: str, *, other_script: bool) -> LatinLanguageGuess | None:
    words = [word for word in _WORD.findall(text[: 4 * _SAMPLE_LENGTH]) if word[0] < _LATIN_END]
    if other_script:
        words = [word for word in words if word.casefold() not in _TECHNICAL and len(word) > _LONGEST_TECHNICAL_TOKEN]
    if sum(map(len, words)) < (_MIN_LATIN_LETTERS if other_script else 1):
        return None
    ranked = _model().rank(" ".join(words)[:_SAMPLE_LENGTH])
    lead = (ranked[0][1] - ranked[1][1]) // UNIT
    order = tuple(language for language, _ in ranked if language in SCREENED_LANGUAGES)
    language = ranked[0][0]
    enough = lead >= CLEAR and (language in SCREENED_LANGUAGES or sum(map(len, words)) >= _MIN_LETTERS_WITHOUT_LEXICON)
    return LatinLanguageGuess(language if enough else None, lead, order)


def similar_languages(text: str) -> dict[str, int]:
    """Return the screened languages close to the best guess for a Latin text, with their distances.

    Empty if one language is clear.
    """
    words = [word for word in _WORD.findall(text) if word[0] < _LATIN_END]
    if not words or _HAN.search(text):
        return {}
    ranked = _model().rank(" ".join(words))
    behind = {language: (ranked[0][1] - score) // UNIT for language, score in ranked if language in SCREENED_LANGUAGES}
    close = {language: distance for language, distance in behind.items() if distance < FOREIGN}
    return close if len(close) > 1 else {}


def main_language(pieces: Iterable[tuple[LatinLanguageGuess | None, int]]) -> str | None:
    """Return the language of most of a text by length; None if it is unknown or not screened."""
    weights: dict[str, int] = {}
    for latin, length in pieces:
        if latin is not None and latin.language is not None:
            weights[latin.language] = weights.get(latin.language, 0) + length
    if not weights:
        return None
    first = max(weights, key=lambda language: (weights[language], language))
    return first if first in SCREENED_LANGUAGES else None
