"""Does a sentence that speaks of the environment claim anything? Weighed by generic signs, not by its words.

The signs are counts: of words of claim, topics and deeds, of words for the speaker, and of words for money, risks,
rules, reports or markets instead. Each count has one weight for all languages
(`weights.toml`), a whole number of hundredths; the sum starts with that of the language, whose lexicon may be wide or
narrow, and above zero it is a claim.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from rules.claims.screening.forms import Form
from rules.claims.screening.languages import COVERED
from rules.contracts.inputs import Frozen

if TYPE_CHECKING:
    from rules.claims.screening.lexicon import ClaimLexicon
    from rules.claims.screening.statements import Statement

AGAINST = ("money", "risk", "rule", "report", "spoken", "market")
"""Cues that a sentence speaks of something else; without weights any of them decides."""
CAPS = {
    "word": 2, "topic": 3, "thing": 2, "improvement": 2, "action": 3, "near_topic": 1,
    "own": 2, "money": 2, "risk": 2, "rule": 2, "report": 2, "spoken": 2, "market": 2,
}  # fmt: skip
"""Every sign, and up to how many times it counts in one sentence."""


def signs(sentence: str, lexicon: ClaimLexicon, words: int, told: Statement) -> dict[str, int] | None:
    """Count the signs of a folded sentence with so many words of claim; none if it is not on the environment."""
    if not words and not told.on_topic:
        return None
    counts = {
        "word": words,
        "topic": len(told.topics),
        "thing": len(told.things),
        "improvement": len(told.improvements),
        "action": len(told.actions),
        "near_topic": int(told.near(told.topics, told.deeds)),
    }
    for cue, pattern in lexicon.cues.items():
        counts[cue] = sum(1 for _ in lexicon.spans(pattern, sentence))
    return {sign: min(counts[sign], most) for sign, most in CAPS.items()}


class _Weights(Frozen):
    start: Mapping[str, int]
    weight: Mapping[str, int]


@cache
def weights() -> tuple[Mapping[str, int], Mapping[str, int]]:
    """Load what the sum starts with in each language and the weight of each sign, in hundredths.

    Raises:
        ClaimLexiconError: the file is not as it must be.
    """
    name = "weights.toml"
    form = Form(resources.files("rules.claims.screening").joinpath(name).read_text(encoding="utf-8"), name)
    found = form.read(_Weights)
    for table, given, known in (("start", found.start, COVERED), ("weight", found.weight, tuple(CAPS))):
        for name in given:
            if name not in known:
                form.blame((table, name), f"is unknown; allowed are {', '.join(known)}")
        for name in known:
            if name not in given:
                form.blame((table, name), "is missing; add it")
    form.settle()
    return found.start, found.weight


def claims(counts: Mapping[str, int] | None, language: str) -> bool:
    """Say whether the signs of a sentence weigh as those of a claim."""
    if counts is None:
        return False
    start, weight = weights()
    return start[language] + sum(weight[sign] * count for sign, count in counts.items()) > 0


def claims_unweighed(sentence: str, lexicon: ClaimLexicon, words: int, told: Statement) -> bool:
    """Say whether something is done about the environment in a sentence that has no cue of anything else."""
    return (bool(told.deeds) if words else told.paired) and not any(
        True for cue in AGAINST for _ in lexicon.spans(lexicon.cues[cue], sentence)
    )
