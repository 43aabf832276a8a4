"""Language identification for sentences: by script, then by a statistical model of Latin words.

The script is examined first, then py3langid. On short claims every wrong first place was a close one, so
`DetectedLanguages` accepts only clear ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from rules.claims.screening.folding import replace_lookalikes
from rules.claims.screening.language_model import UNIT, LanguageModel, language_model
from rules.contracts.errors import InputError, Violation
from rules.contracts.messages import message_factory

if TYPE_CHECKING:
    from rules.claims.screening.candidates import NotScreened

SCREENED_LANGUAGES = ("en", "de", "fr", "zh", "nl", "it", "es", "da", "sv")
"""The languages that have a lexicon."""
UNDETERMINED = "und"
_say = message_factory(__name__)

CLEAR = 8
"""How far the first language must be ahead of the second, in units of log-likelihood, to be believed."""
FOREIGN = 20
"""How far, when it is another one than that of the text around."""
_FOREIGN_LETTERS = 18
"""How many letters it takes to say that a text is in a language without lexicon."""
_SAMPLE_LENGTH = 400
"""How many characters are enough to tell."""
_LETTERS = 2
"""So many letters of a script make a text one of it."""
_TOKEN, _WORTH = 2, 5
"""Next to Chinese, Latin words are longer than the one and together at least as long as the other."""
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
    """Refuse languages that have no lexicon; `field` is what the list of them is called.

    Raises:
        InputError: there are such; all are listed.
    """
    unknown = [(number, code) for number, code in enumerate(codes) if code not in SCREENED_LANGUAGES]
    if unknown:
        raise InputError(
            tuple(
                Violation(
                    f"{field}[{number}]", _say("NO_LEXICON", code=code[:40], known=SCREENED_LANGUAGES), "NO_LEXICON"
                )
                for number, code in unknown
            )
        )


class SentenceLanguages(NamedTuple):
    """In which languages a sentence is, or why that is unknown; `tried` are the lexicons to read it with.

    Not settled, the reason holds unless one of the lexicons tried knows words of it. With a language that is the main
    one of the text there is no reason: the text around says how to read it.
    """

    languages: tuple[str, ...]
    tried: tuple[str, ...]
    reason: NotScreened | None = None
    settled: bool = True


class LatinLanguageGuess(NamedTuple):
    """What the Latin letters of a piece say: their language or none, how clearly, and the order of those covered."""

    language: str | None
    lead: int
    order: tuple[str, ...]


class DetectedLanguages(NamedTuple):
    """In which languages a piece is: by script, and by its Latin words if it has any worth reading."""

    by_script: str | None
    latin: LatinLanguageGuess | None

    def settle(self, block: DetectedLanguages, main: str | None) -> SentenceLanguages:
        """Decide how to read a sentence, with what its block and the whole text are in."""
        if self.by_script is not None and self.by_script not in SCREENED_LANGUAGES:
            return SentenceLanguages((self.by_script,), (), "no_lexicon")
        if self.latin is None:
            return (
                SentenceLanguages((self.by_script,), (self.by_script,)) if self.by_script else SentenceLanguages((), ())
            )
        latin = _settled(self.latin, block.latin, main)
        if self.by_script is None:
            return latin
        if latin.settled and latin.reason is None:
            return SentenceLanguages((self.by_script, *latin.languages), (self.by_script, *latin.tried))
        return SentenceLanguages((self.by_script,), (self.by_script,))


def _settled(own: LatinLanguageGuess, block: LatinLanguageGuess | None, main: str | None) -> SentenceLanguages:
    """Settle the language of Latin letters: itself, or else its block, the whole text, any lexicon that knows it."""
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


def languages_as_given(text: str, known_languages: tuple[str, ...]) -> SentenceLanguages:
    """Say how to read a sentence of a text whose languages are known."""
    covered = tuple(language for language in known_languages if language in SCREENED_LANGUAGES)
    if not any(character.isalpha() for character in text):
        return SentenceLanguages((), ())
    return SentenceLanguages(known_languages, covered, None if covered else "no_lexicon")


@cache
def _model() -> LanguageModel:
    return language_model(LATIN)


def detect_languages(text: str, characters: str = "zh") -> DetectedLanguages:
    """Tell the languages of a piece of text; `characters` is that of Chinese characters beside no other script."""
    if text.isascii():
        return DetectedLanguages(None, _latin(text, beside=False))
    text = replace_lookalikes(text)
    script = next((language for language, letters in _SCRIPTS if len(letters.findall(text)) >= _LETTERS), None)
    if script is None and _HAN.search(text):
        script = characters
    return DetectedLanguages(script, _latin(text, beside=script is not None))


def han_language(text: str, *, alone: bool) -> str:
    """Say whether Chinese characters by themselves are Chinese or Japanese in a text that is shown in Japan.

    Kana, or a character that GB 2312 lacks, are taken for Japanese; one that no Japanese standard has is Chinese. What
    both write alike is Japanese if it is shown in Japan alone. Traditional Chinese shown there is taken for Japanese:
    not to be read is told, to be misread is not.
    """
    characters = "".join(_HAN.findall(text))
    if not _writes("euc_jp", characters):
        return "zh"
    return "ja" if alone or _SCRIPTS[0][1].search(text) or not _writes("gb2312", characters) else "zh"


def _writes(encoding: str, characters: str) -> bool:
    try:
        characters.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _latin(text: str, *, beside: bool) -> LatinLanguageGuess | None:
    """Rank the languages of the Latin words; beside another script, technical tokens are no words."""
    words = [word for word in _WORD.findall(text[: 4 * _SAMPLE_LENGTH]) if word[0] < _LATIN_END]
    if beside:
        words = [word for word in words if word.casefold() not in _TECHNICAL and len(word) > _TOKEN]
    if sum(map(len, words)) < (_WORTH if beside else 1):
        return None
    ranked = _model().rank(" ".join(words)[:_SAMPLE_LENGTH])
    lead = (ranked[0][1] - ranked[1][1]) // UNIT
    order = tuple(language for language, _ in ranked if language in SCREENED_LANGUAGES)
    language = ranked[0][0]
    enough = lead >= CLEAR and (language in SCREENED_LANGUAGES or sum(map(len, words)) >= _FOREIGN_LETTERS)
    return LatinLanguageGuess(language if enough else None, lead, order)


def similar_languages(text: str) -> dict[str, int]:
    """Give the covered languages that the Latin words of a short text may be in, and how far each is behind the first.

    Empty for other scripts, and where one language is clear of all others.
    """
    words = [word for word in _WORD.findall(text) if word[0] < _LATIN_END]
    if not words or _HAN.search(text):
        return {}
    ranked = _model().rank(" ".join(words))
    behind = {language: (ranked[0][1] - score) // UNIT for language, score in ranked if language in SCREENED_LANGUAGES}
    close = {language: distance for language, distance in behind.items() if distance < FOREIGN}
    return close if len(close) > 1 else {}


def main_language(pieces: Iterable[tuple[LatinLanguageGuess | None, int]]) -> str | None:
    """Give the language in which most of a text clearly is, if it is a covered one; each piece with its length."""
    weights: dict[str, int] = {}
    for latin, length in pieces:
        if latin is not None and latin.language is not None:
            weights[latin.language] = weights.get(latin.language, 0) + length
    if not weights:
        return None
    first = max(weights, key=lambda language: (weights[language], language))
    return first if first in SCREENED_LANGUAGES else None
