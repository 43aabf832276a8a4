"""Weights of the signs of a claim: logistic regression on labelled sentences, with cross-validation.

A logistic regression over counted signs, the same in all languages, with a penalty on large weights, solved by Newton's
method. `python -m benchmarks.claims.weighing` prints the content of `rules/claims/screening/weights.toml`, and the
quality of the weights on sentences that were not used for fitting.
"""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Iterator, Mapping, Sequence

from rules.claims.screening.folding import fold
from rules.claims.screening.languages import SCREENED_LANGUAGES
from rules.claims.screening.lexicon import lexicon
from rules.claims.screening.lexicon_matches import find_present_entries, match_sentence
from rules.claims.screening.sign_weights import CAPS
from service.configuration.folders import CHECKOUT

PENALTY = 10.0
_STEPS = 7
_PARTS = 8
_LEAST = 1e-9  # keeps the equations solvable where a language has no sentence
_HUNDREDTHS = 100

Example = tuple[str, Mapping[str, int], bool]
Weights = dict[str, int]


def examples(language: str) -> list[Example]:
    """Read the sentences of one language that weights are fitted on: their signs, and whether they claim."""
    path = CHECKOUT / "tests" / "claims" / "screening" / "read" / f"{language}.jsonl"
    known = lexicon(language)
    samples: list[Example] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        sentence = json.loads(line)
        text = fold(sentence["text"]).text
        counts = match_sentence(text, find_present_entries(known, text), weighed=True).signs
        if counts is not None:
            samples.append((language, counts, bool(sentence["claim"])))
    return samples


def fit(samples: Sequence[Example], without: Collection[str] = ()) -> Weights:
    """Fit the intercept of each language and the weights of the signs, in hundredths."""
    used = [sign for sign in CAPS if sign not in without]
    names = [*SCREENED_LANGUAGES, *used]
    rows = [
        ([*(int(language == each) for each in SCREENED_LANGUAGES), *(counts[sign] for sign in used)], claim)
        for language, counts, claim in samples
    ]
    weights = [0.0] * len(names)
    for _ in range(_STEPS):
        slope = [0.0 if place < len(SCREENED_LANGUAGES) else PENALTY * weight for place, weight in enumerate(weights)]
        bend = [
            [(PENALTY if i >= len(SCREENED_LANGUAGES) else _LEAST) if i == j else 0.0 for j in range(len(names))]
            for i in range(len(names))
        ]
        for row, claim in rows:
            chance = 1 / (1 + math.exp(-sum(weight * count for weight, count in zip(weights, row, strict=True))))
            present_signs = [place for place, count in enumerate(row) if count]
            for i in present_signs:
                slope[i] += row[i] * (chance - claim)
                for j in present_signs:
                    bend[i][j] += row[i] * row[j] * chance * (1 - chance)
        weights = [weight - step for weight, step in zip(weights, _solved(bend, slope), strict=True)]
    return {name: round(_HUNDREDTHS * weight) for name, weight in zip(names, weights, strict=True)}


def _solved(matrix: Sequence[Sequence[float]], right: Sequence[float]) -> list[float]:
    """Solve linear equations by elimination."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for column in range(size):
        pivot = max(range(column, size), key=lambda row: abs(rows[row][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        for row in range(column + 1, size):
            factor = rows[row][column] / rows[column][column]
            rows[row] = [value - factor * above for value, above in zip(rows[row], rows[column], strict=True)]
    solution = [0.0] * size
    for row in range(size - 1, -1, -1):
        known = sum(rows[row][column] * solution[column] for column in range(row + 1, size))
        solution[row] = (rows[row][size] - known) / rows[row][row]
    return solution


def claims(weights: Weights, language: str, counts: Mapping[str, int]) -> bool:
    """Return whether the weighted signs indicate a claim."""
    return weights[language] + sum(weights.get(sign, 0) * count for sign, count in counts.items()) > 0


def cross_validated(
    tested: Sequence[Example], always: Sequence[Example], without: Collection[str] = ()
) -> Iterator[tuple[bool, bool]]:
    """Yield the prediction for each sentence, with weights fitted on the others, and its label."""
    for part in range(_PARTS):
        weights = fit([*always, *(each for place, each in enumerate(tested) if place % _PARTS != part)], without)
        for language, counts, claim in tested[part::_PARTS]:
            yield claims(weights, language, counts), claim


def main() -> None:
    """Print the weights, and the contribution of each language and each sign."""
    samples = {language: examples(language) for language in SCREENED_LANGUAGES}
    weights = fit([each for language in SCREENED_LANGUAGES for each in samples[language]])
    for table, names in (("start", SCREENED_LANGUAGES), ("weight", CAPS)):
        print(f"[{table}]", *(f"{name} = {weights[name]}" for name in names), "", sep="\n")
    print("# cross-validated on the sentences that weights are fitted on")
    for without in ((), *((sign,) for sign in CAPS)):
        scores = []
        for language in SCREENED_LANGUAGES:
            others = [each for other in SCREENED_LANGUAGES if other != language for each in samples[other]]
            scores.append(f"{language} {f1(list(cross_validated(samples[language], others, without))):.3f}")
        print(f"# {'without ' + without[0] if without else 'all signs'}: {', '.join(scores)}")


def f1(answers: Sequence[tuple[bool, bool]]) -> float:
    """Score answers by the harmonic mean of precision and recall."""
    right = sum(said and holds for said, holds in answers)
    wrong = sum(said is not holds for said, holds in answers)
    return 2 * right / max(2 * right + wrong, 1)


if __name__ == "__main__":
    main()
