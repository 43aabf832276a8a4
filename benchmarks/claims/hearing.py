"""Training of the claim classifier: its weights from the corpus.

`python -m benchmarks.claims.hearing` fits the weights on all batches except calibration and test, and writes
`rules/claims/screening/hearing.bin`. `--search` first tries other text features and other penalties for mistakes, by
cross-validation over batches. `--check` fits again with the settings in the file and compares. All arithmetic uses
whole numbers: the same corpus produces the same file on any machine. `python -m benchmarks.claims.scoring` then weighs
the classifier against the other signals, and `python -m benchmarks.claims.heard` measures the result.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from multiprocessing import get_context
from typing import Any, NamedTuple

from benchmarks.claims.corpus import CALIBRATION, IN_DOCUMENTS, LANGUAGES, Text, corpus, document_sentences
from benchmarks.claims.fitting import Row, fit, stored
from benchmarks.claims.pages import PAGES, marked
from rules.claims.screening.assembly import Sentence
from rules.claims.screening.claim_classifier import (
    BITS,
    FILE,
    NONE,
    ClaimClassifier,
    ClassifierMetadata,
    FeatureSettings,
    Hints,
    feature_buckets,
    normalize_score,
    parts as parts_of,
    read_classifier,
    write_classifier,
)
from rules.claims.screening.claim_detection import WEIGHED_PARTS, is_one_glance, sentence_hints
from rules.claims.screening.folding import fold
from rules.claims.screening.labels import find_coined_names
from rules.claims.screening.languages import SCREENED_LANGUAGES, apply_known_languages
from rules.claims.screening.lexicon import lexicon
from rules.claims.screening.lexicon_matches import LexiconMatches
from rules.claims.screening.screen import present_entries_by_language, read_sentence, split_sentences
from rules.claims.screening.sentences import is_question
from rules.claims.screening.toml_validation import TomlSource
from service.configuration.folders import CHECKOUT
from service.schemes.claims.documents.document_reader import read_bytes

PATH = CHECKOUT / "rules" / "claims" / "screening" / FILE
ON_PAGES = "pages"
"""The name prefix of batches from `tests/claims/screening/pages/`; kinds unknown, few claims."""
TRAPS = "known-traps"
"""The batch of the known traps, with unknown kinds."""
_LEARNED_ALONE = (ON_PAGES, IN_DOCUMENTS, TRAPS)
"""Batches with few claims. Weights are fitted on them, but they are not used to choose settings."""
READ = "read"
"""The batch of the sentences in `tests/claims/screening/read/`, with unknown kinds."""
_FOLDS = 5
_AT_ONCE = 2
"""The number of processes that fit weights in parallel."""
_SMALL_BATCH = 1_500
"""Batches with fewer texts, over all languages, are left out together in cross-validation."""
HELD_OUT = 10
"""One page of ten, and one stretch of ten in the batches below, is not learned from. Scores are fitted on it.
"""
_STRETCHED, _STRETCH = "x", 20
_TWINS = {(language, batch) for language in ("da", "sv") for batch in (f"{IN_DOCUMENTS} g", _STRETCHED)}
"""Batches that one author wrote side by side in two languages: all of them are learned from."""
_SIZE = 1 << BITS


class Settings(NamedTuple):
    """The settings of the fit: features, penalty (hundredths), minimum frequency, sharing across languages."""

    parts: FeatureSettings
    penalty: int
    least: int
    shared: bool


START = Settings(FeatureSettings(3, 5, pairs=True, near=True), 50, 2, shared=True)
"""The result of the last search."""
TRIED: Sequence[tuple[str, object]] = (
    ("penalty", 25), ("penalty", 100), ("penalty", 200),
    ("parts", FeatureSettings(2, 4, pairs=True, near=False)), ("parts", FeatureSettings(3, 6, pairs=True, near=False)),
    ("parts", FeatureSettings(3, 5, pairs=True, near=False)), ("parts", FeatureSettings(3, 5, pairs=False, near=False)),
    ("shared", False),
)  # fmt: skip
"""The alternatives tried in turn against the best settings so far."""
DEAR = {"plain": 120, "medium": 100, "hard": 60}
"""The penalty of a missed claim by difficulty, in percent. Missing a plain claim costs most, because users would lose
trust.
"""
_HINTING = {"terms", "masks", "policies", "negation", "statement", "cues"}


class Piece(NamedTuple):
    """A scored unit: original and folded words, with lexicon hints."""

    words: str
    folded: str
    hints: Hints


class Scored(NamedTuple):
    """The score of a text, with its language and label."""

    language: str
    score: int
    claim: bool


def examples() -> list[Text]:
    """Read the corpus and the other sources: read sentences, documents, marked pages and traps, as batches."""
    return [*corpus(), *_read(), *document_sentences(), *_of_pages(), *_traps()]


def _traps() -> Iterator[Text]:
    """Read the known traps: a claim where some category must be found."""
    path = CHECKOUT / "tests" / "claims" / "screening" / "traps.jsonl"
    for number, entry in enumerate(map(json.loads, path.read_text(encoding="utf-8").splitlines()), start=1):
        yield Text(entry["language"], TRAPS, number, bool(entry["must"]), (), "shop", "medium", entry["text"])


def _of_pages() -> Iterator[Text]:
    """Yield the sentences of the marked pages.

    Pages with the same number form a batch. Doubtful sentences are skipped.
    """
    gold = json.loads((PAGES / "gold.json").read_text(encoding="utf-8"))
    for name, marks in sorted(gold.items()):
        document = read_bytes((PAGES / name).read_bytes(), name=name)
        text = document.text
        claims, doubtful = ([marked(text, each) for each in marks.get(part, ())] for part in ("claims", "doubtful"))
        seen: set[str] = set()
        for number, piece in enumerate(split_sentences(text, document.cell_heads), start=1):
            asked = piece.context.rstrip() if is_question(piece.context) else ""
            words = text[piece.start : piece.end] if asked else piece.words
            claim = any(each.touches(piece.start, piece.end) for each in claims)
            unsure = not claim and any(each.touches(piece.start, piece.end) for each in doubtful)
            if unsure or piece.words in seen or not any(each.isalpha() for each in words):
                continue
            seen.add(piece.words)
            batch = f"{ON_PAGES}{name.split('_')[1]}"
            yield Text(marks["lang"], batch, number, claim, (), "page", "medium", words, asked=asked)


def _read() -> Iterator[Text]:
    for language in LANGUAGES:
        path = CHECKOUT / "tests" / "claims" / "screening" / "read" / f"{language}.jsonl"
        lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
        for number, entry in enumerate(map(json.loads, lines), start=1):
            yield Text(language, READ, number, bool(entry["claim"]), (), "report", "medium", entry["text"])


@cache
def heard(text: Text) -> tuple[Piece, ...]:
    """Return the units scored in a screening: the whole text and its sentences."""
    sentences = _sentences(text)
    hints = [
        sentence_hints(piece.folded.text, text.language, readings)
        for piece, readings in zip(sentences, _readings(text), strict=True)
    ]
    return (
        Piece(whole_words(text), fold(whole_words(text)).text, NONE.union(*hints)),
        *(Piece(piece.words, piece.folded_words, hinted) for piece, hinted in zip(sentences, hints, strict=True)),
    )


def heard_alone(text: Text) -> tuple[int, ...]:
    """Return the indexes of units scored for a text without context: its sentences, and the whole text if short."""
    sentences = len(heard(text)) - 1
    return tuple(range(0 if is_one_glance(_sentences(text)) else 1, 1 + sentences))


def whole_words(text: Text) -> str:
    """Return a text after the question that it answers."""
    return f"{text.asked} {text.text}" if text.asked else text.text


def _sentences(text: Text) -> list[Sentence]:
    """Split a text into sentences, with the question that it answers as context."""
    sentences = list(split_sentences(f"{text.asked}\n{text.text}" if text.asked else text.text))
    return sentences[1:] if text.asked else sentences


@cache
def _readings(text: Text) -> tuple[Sequence[LexiconMatches], ...]:
    """Read the sentences of a text with the lexicon of its language."""
    sentences = _sentences(text)
    entries = present_entries_by_language(sentences, find_coined_names(text.text))
    return tuple(
        read_sentence(piece, apply_known_languages(piece.folded.text, (text.language,)), entries, weighed=True)
        for piece in sentences
    )


def unit_number(text: Text) -> int:
    """Return a number that texts of the same page, or of the same stretch of a batch of short texts, share."""
    return zlib.crc32(f"{text.language} {text.page or f'{text.batch} {text.line // _STRETCH}'}".encode())


def is_held_out(text: Text) -> bool:
    """Return whether a text belongs to the held-out fold, the basis of score and thresholds."""
    is_divided = (text.page or text.batch == _STRETCHED) and (text.language, text.batch) not in _TWINS
    return bool(is_divided) and unit_number(text) % HELD_OUT == 0


def digest(texts: Sequence[Text]) -> str:
    """Return the digest of all training and calibration texts."""
    lines = [
        f"{each.id}\t{each.claim}\t{'+'.join(each.kinds)}\t{each.difficulty}\t{each.text}"
        for each in texts
        if is_learned(each) or calibrates(each)
    ]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def lexicon_digest() -> str:
    """Return the digest of the lexicon entries that produce hints.

    Entries that only describe a detected claim are excluded.
    """
    files: list[dict[str, Any]] = [
        lexicon(language).model_dump(mode="json", include=_HINTING, by_alias=True) for language in SCREENED_LANGUAGES
    ]
    for file in files:
        for term in file["term"]:
            del term["examples"], term["counterexamples"]
    pages = TomlSource.of("lexicons/pages.toml").plain["page"]
    files.append({page["language"]: {part: page[part] for part in WEIGHED_PARTS} for page in pages})
    return hashlib.sha256(json.dumps(files, sort_keys=True).encode()).hexdigest()


def is_learned(text: Text) -> bool:
    """Return whether weights are fitted on a text."""
    return (text.batch == READ or text.trained) and not is_held_out(text)


def calibrates(text: Text) -> bool:
    """Return whether scores are weighed by a text."""
    return text.batch.startswith(CALIBRATION) or is_held_out(text)


@cache
def _parts(piece: Piece, parts: FeatureSettings) -> tuple[int, ...]:
    return tuple(feature_buckets(piece.folded, parts, parts_of(piece.hints)))


def fitted(texts: Sequence[Text], settings: Settings) -> bytes:
    """Fit the weights of all languages together: the table that they share, and one to add for each."""
    known = [(LANGUAGES.index(each.language), _parts(heard(each)[0], settings.parts)) for each in texts]
    seen: Counter[int] = Counter()
    for language, parts in known:
        for part in set(parts):
            seen[part] += settings.shared
            seen[(1 + language) * _SIZE + part] += 1
    rows: list[Row] = []
    for language, parts in known:
        places = [part for part in parts if seen[part] >= settings.least]
        own = (1 + language) * _SIZE
        rows.append(([*places, *(own + part for part in parts if seen[own + part] >= settings.least)], len(parts)))
    size = (1 + len(LANGUAGES)) * _SIZE
    penalties = [settings.penalty * (DEAR[each.difficulty] if each.claim else 100) // 100 for each in texts]
    return stored(fit(rows, [each.claim for each in texts], size, penalties))


def scores(texts: Sequence[Text], weights: bytes, parts: FeatureSettings) -> list[Scored]:
    """Score texts as in a screening: by the sentence, or short whole text, with the highest score."""
    table = memoryview(weights).cast("b")
    scored: list[Scored] = []
    for each in texts:
        own = (1 + LANGUAGES.index(each.language)) * _SIZE
        best = max(
            normalize_score(sum(table[part] + table[own + part] for part in places), len(places))
            for number in heard_alone(each)
            for places in (_parts(heard(each)[number], parts),)
        )
        scored.append(Scored(each.language, best, each.claim))
    return scored


def cross_validated(texts: Sequence[Text], settings: Settings, at_once: int = 1) -> list[Scored]:
    """Score every text of the corpus with weights fitted on the other batches. Small batches are left out together.

    If there are too few batches, lines are left out instead. Sentences of pages and documents, which contain few
    claims, are always used for fitting and are not scored.
    """
    sizes = Counter(each.batch for each in texts if not each.batch.startswith(_LEARNED_ALONE))
    batches = sorted(each for each, size in sizes.items() if size >= _SMALL_BATCH and each != READ)
    lefts: list[list[bool]] = []
    for number in range(len(batches) + 1 if batches else _FOLDS):
        excluded = {batches[number]} if number < len(batches) else set(sizes) - set(batches)
        lefts.append(
            [
                each.batch in sizes and (each.batch in excluded if batches else each.line % _FOLDS == number)
                for each in texts
            ]
        )
    score = partial(_left_out, texts, settings)
    for each in texts:
        for piece in heard(each):
            _parts(piece, settings.parts)  # once for all processes
    if at_once == 1:
        return [each for left in lefts for each in score(left)]
    with ProcessPoolExecutor(at_once, mp_context=get_context("fork")) as pool:
        return [each for found in pool.map(score, lefts) for each in found]


def _left_out(texts: Sequence[Text], settings: Settings, out: Sequence[bool]) -> list[Scored]:
    """Score the texts that are left out with weights fitted on the others."""
    weights = fitted([each for each, apart in zip(texts, out, strict=True) if not apart], settings)
    return scores([each for each, apart in zip(texts, out, strict=True) if apart], weights, settings.parts)


def chosen(texts: Sequence[Text]) -> Settings:
    """Choose the settings one by one, by the scores of texts that were not used for fitting."""
    best = START
    value = precision_average(cross_validated(texts, best, _AT_ONCE))
    print(f"{value:.4f}  {best}")
    for name, other in TRIED:
        tried = Settings(**{**best._asdict(), name: other})
        average = precision_average(cross_validated(texts, tried, _AT_ONCE))
        print(f"{average:.4f}  {tried}", flush=True)
        if average > value:
            best, value = tried, average
    return best


def precision_average(scored_texts: Sequence[Scored]) -> float:
    """Average, over languages, the precision at each claim in the order of scores: 1 if all claims come first."""
    averages: list[float] = []
    for language in sorted({each.language for each in scored_texts}):
        ranked = sorted(
            (each for each in scored_texts if each.language == language), key=lambda each: (-each.score, each.claim)
        )
        claims = total = 0
        for place, each in enumerate(ranked, start=1):
            claims += each.claim
            total += (claims << 32) // place if each.claim else 0
        averages.append(total / max(claims, 1) / (1 << 32))
    return sum(averages) / max(len(averages), 1)


def trained(texts: Sequence[Text], settings: Settings) -> bytes:
    """Fit the weights on all that is learned from, and write the file."""
    learned = [each for each in texts if is_learned(each)]
    weights = fitted(learned, settings)
    facts = ClassifierMetadata.model_validate(
        {
            "parts": settings.parts,
            "settings": {"penalty": settings.penalty, "least": settings.least, "shared": int(settings.shared)},
            "languages": LANGUAGES,
            "corpus": digest(texts),
            "lexicons": lexicon_digest(),
            "texts": len(learned),
            "digest": hashlib.sha256(weights).hexdigest(),
        }
    )
    ClaimClassifier(facts, weights)
    return write_classifier(facts, weights)


def main() -> int:
    """Fit and write, or compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="fit again with the settings of the file, and compare")
    parser.add_argument("--search", action="store_true", help="try other settings first (some ten minutes)")
    asked = parser.parse_args()
    began = time.process_time()
    texts = examples()
    learned = [each for each in texts if is_learned(each)]
    if asked.check:
        facts = read_classifier(PATH.read_bytes()).facts
        stored_settings = Settings(
            facts.parts, facts.settings["penalty"], facts.settings["least"], bool(facts.settings["shared"])
        )
        same = trained(texts, stored_settings) == PATH.read_bytes()
        print(f"{PATH.name} is {'what' if same else 'NOT what'} follows from the corpus")
        return 0 if same else 1
    data = trained(texts, chosen(learned) if asked.search else START)
    PATH.write_bytes(data)
    print(f"{PATH.name}: {len(data):,} bytes from {len(learned):,} texts, {time.process_time() - began:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
