"""Which weights, thresholds and percentages of the hearing follow from the corpus?

`python -m benchmarks.hearing` chooses by cross-validation over batches from which score each language counts as heard,
fits the weights on all batches but those of calibration and test; and writes `rules/screening/hearing.bin`. `--search`
first tries how else texts can be taken apart and how dear mistakes can be. `--check` fits again as the file says and
compares. `python -m benchmarks.heard` then measures. Everything is a whole number: the same corpus gives the same file,
anywhere.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from benchmarks.balancing import percents, precision_average, thresholds
from benchmarks.corpus import CALIBRATION, LANGUAGES, Text, corpus
from benchmarks.fitting import Row, fit, stored
from rules.screening.features import BITS, Parts, buckets
from rules.screening.folding import fold
from rules.screening.hearing import FILE, KIND_BITS, Facts, Model, read, scored, write
from rules.screening.kinds import CLAIM_TYPES
from rules.screening.listening import glances, together
from rules.screening.screen import cut
from service.settings import CHECKOUT

PATH = CHECKOUT / "rules" / "screening" / FILE
READ = "read"
"""The batch of the sentences in `tests/screening/read/`, of which no kind is known."""
_FEWEST_OF_A_KIND = 12
_CALIBRATED = 200
"""With fewer texts written apart for it, percentages follow from cross-validation."""
_FOLDS = 5
_SIZE, _KIND_SIZE = 1 << BITS, 1 << KIND_BITS


class Settings(NamedTuple):
    """How weights are fitted: dear are mistakes, in hundredths; common are parts; whether languages share weights."""

    parts: Parts
    penalty: int
    least: int
    shared: bool


START = Settings(Parts(3, 5, pairs=True, near=True), 50, 2, shared=True)
"""What the last search chose."""
TRIED: Sequence[tuple[str, object]] = (
    ("penalty", 25), ("penalty", 100), ("penalty", 200),
    ("parts", Parts(2, 4, pairs=True, near=False)), ("parts", Parts(3, 6, pairs=True, near=False)),
    ("parts", Parts(3, 5, pairs=True, near=False)), ("parts", Parts(3, 5, pairs=False, near=False)),
    ("shared", False),
)  # fmt: skip
"""What is tried in turn instead of what is best so far."""
KIND_PENALTY = 100


@dataclass(frozen=True, slots=True)
class Example:
    """A text of the corpus with the folded texts in which it is heard; the first is the whole."""

    text: Text
    heard: tuple[str, ...]


class Scored(NamedTuple):
    """How a text of a language scored, and whether it is a claim."""

    language: str
    score: int
    claim: bool


def examples() -> list[Example]:
    """Read the corpus, and the sentences that the signs are weighed by, which are a batch of their own."""
    texts = [*corpus(), *_read()]
    return [Example(text, _heard(text.text)) for text in texts]


def _read() -> Iterator[Text]:
    for language in LANGUAGES:
        path = CHECKOUT / "tests" / "screening" / "read" / f"{language}.jsonl"
        lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
        for number, found in enumerate(map(json.loads, lines), start=1):
            yield Text(language, READ, number, bool(found["claim"]), (), "report", "medium", found["text"])


def _heard(text: str) -> tuple[str, ...]:
    """Give what is heard of a text, as in a screening: the whole, its sentences, what is read at one glance."""
    found = list(cut(text))
    return (
        fold(text).text,
        *(piece.folded.text for piece in found),
        *(together(found, run) for run in glances(found)),
    )


def digest(given: Sequence[Example]) -> str:
    """Give the digest of all that is learned from and calibrated by."""
    lines = [
        f"{each.text.id}\t{each.text.claim}\t{'+'.join(each.text.kinds)}\t{each.text.text}"
        for each in given
        if _learned(each.text) or _calibrates(each.text)
    ]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _learned(text: Text) -> bool:
    return text.batch == READ or text.trained


def _calibrates(text: Text) -> bool:
    return text.batch.startswith(CALIBRATION)


@cache
def _parts(folded: str, parts: Parts) -> tuple[int, ...]:
    return tuple(buckets(folded, parts))


def fitted(given: Sequence[Example], settings: Settings) -> bytes:
    """Fit the weights of all languages together: the table that they share, and one to add for each."""
    known = [(LANGUAGES.index(each.text.language), _parts(each.heard[0], settings.parts)) for each in given]
    seen: Counter[int] = Counter()
    for language, found in known:
        for part in set(found):
            seen[part] += settings.shared
            seen[(1 + language) * _SIZE + part] += 1
    rows: list[Row] = []
    for language, found in known:
        places = [part for part in found if seen[part] >= settings.least]
        own = (1 + language) * _SIZE
        rows.append(([*places, *(own + part for part in found if seen[own + part] >= settings.least)], len(found)))
    size = (1 + len(LANGUAGES)) * _SIZE
    return stored(fit(rows, [each.text.claim for each in given], size, settings.penalty))


def kinds_fitted(given: Sequence[Example], parts: Parts) -> tuple[tuple[str, ...], bytes]:
    """Fit the weights of each kind of which there are enough claims, among claims."""
    claims = [each for each in given if each.text.claim and each.text.kinds]
    counts = Counter(kind for each in claims for kind in each.text.kinds)
    kinds = tuple(kind for kind in CLAIM_TYPES if counts[kind] >= _FEWEST_OF_A_KIND)
    rows: list[Row] = []
    for each in claims:
        places = [part & (_KIND_SIZE - 1) for part in _parts(each.heard[0], parts)]
        rows.append((places, len(places)))
    tables = [
        stored(fit(rows, [kind in each.text.kinds for each in claims], _KIND_SIZE, KIND_PENALTY)) for kind in kinds
    ]
    return kinds, b"".join(tables)


def scores(given: Sequence[Example], weights: bytes, parts: Parts) -> list[Scored]:
    """Score texts as a screening does: by the sentence, or what is read at one glance, that scores most."""
    table = memoryview(weights).cast("b")
    found: list[Scored] = []
    for each in given:
        own = (1 + LANGUAGES.index(each.text.language)) * _SIZE
        best = max(
            scored(sum(table[part] + table[own + part] for part in places), len(places))
            for heard in each.heard[1:] or each.heard
            for places in (_parts(heard, parts),)
        )
        found.append(Scored(each.text.language, best, each.text.claim))
    return found


def cross_validated(given: Sequence[Example], settings: Settings) -> list[Scored]:
    """Score every text with weights fitted on the other batches; on other lines, while there are too few batches."""
    batches = sorted({each.text.batch for each in given} - {READ})
    enough = len(batches) >= 3
    found: list[Scored] = []
    for number in range(len(batches) + 1 if enough else _FOLDS):
        out = [
            (each.text.batch == [*batches, READ][number] if enough else each.text.line % _FOLDS == number)
            for each in given
        ]
        weights = fitted([each for each, left in zip(given, out, strict=True) if not left], settings)
        found += scores([each for each, left in zip(given, out, strict=True) if left], weights, settings.parts)
    return found


def chosen(given: Sequence[Example]) -> tuple[Settings, list[Scored]]:
    """Choose the settings, one after the other, by what texts score that took no part in the weights."""
    best = START
    scored_by = cross_validated(given, best)
    value = precision_average(scored_by)
    print(f"{value:.4f}  {best}")
    for name, other in TRIED:
        tried = Settings(**{**best._asdict(), name: other})
        found = cross_validated(given, tried)
        print(f"{precision_average(found):.4f}  {tried}", flush=True)
        if precision_average(found) > value:
            best, scored_by, value = tried, found, precision_average(found)
    return best, scored_by


def trained(given: Sequence[Example], settings: Settings, unseen: Sequence[Scored]) -> bytes:
    """Fit the weights on all that is learned from, and write the file; `unseen` are scores by cross-validation."""
    learned = [each for each in given if _learned(each.text)]
    weights = fitted(learned, settings)
    kinds, tables = kinds_fitted(learned, settings.parts)
    apart = scores([each for each in given if _calibrates(each.text)], weights, settings.parts)
    of_corpus = Counter(each.text.language for each in learned if each.text.batch != READ)
    facts = Facts.model_validate(
        {
            "parts": settings.parts,
            "settings": {"penalty": settings.penalty, "least": settings.least, "shared": int(settings.shared)},
            "languages": LANGUAGES,
            "kinds": kinds,
            "thresholds": thresholds([*unseen, *apart], LANGUAGES, of_corpus),
            "percents": percents(apart if len(apart) >= _CALIBRATED else unseen),
            "corpus": digest(given),
            "texts": len(learned),
            "digest": hashlib.sha256(weights + tables).hexdigest(),
        }
    )
    Model(facts, weights + tables)
    return write(facts, weights + tables)


def main() -> int:
    """Fit and write, or compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="fit again with the settings of the file, and compare")
    parser.add_argument("--search", action="store_true", help="try other settings first (some ten minutes)")
    asked = parser.parse_args()
    began = time.process_time()
    given = examples()
    learned = [each for each in given if _learned(each.text)]
    if asked.check:
        facts = read(PATH.read_bytes()).facts
        told = Settings(facts.parts, facts.settings["penalty"], facts.settings["least"], bool(facts.settings["shared"]))
        same = trained(given, told, cross_validated(learned, told)) == PATH.read_bytes()
        print(f"{PATH.name} is {'what' if same else 'NOT what'} follows from the corpus")
        return 0 if same else 1
    settings, unseen = chosen(learned) if asked.search else (START, cross_validated(learned, START))
    data = trained(given, settings, unseen)
    PATH.write_bytes(data)
    print(f"{PATH.name}: {len(data):,} bytes from {len(learned):,} texts, {time.process_time() - began:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
