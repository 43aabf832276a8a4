"""Corpus of claims and near misses: parser, format check and near-duplicate detection.

Each language and batch has one file, `tests/claims/screening/corpus/<language>/<batch>.tsv`: a line about its author, a
line of headings, then one text per line. Whole documents, sentence by sentence, are in
`tests/claims/screening/documents/<language>/<batch>.txt`. `python -m benchmarks.claims.corpus` prints every mistake
with file and line, duplicate texts, and statistics. tests/claims/screening/README.md describes the corpus.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rules.claims.screening.candidates import CLAIM_TYPES
from rules.claims.screening.folding import fold
from rules.claims.screening.sentences import question_before
from service.configuration.folders import CHECKOUT

CORPUS = CHECKOUT / "tests" / "claims" / "screening" / "corpus"
DOCUMENTS = CHECKOUT / "tests" / "claims" / "screening" / "documents"
IN_DOCUMENTS = "documents"
"""The name prefix of the batches with sentences of whole documents. Few of these are claims."""
LANGUAGES = ("en", "de", "fr", "zh", "nl", "it", "es", "da", "sv")
COLUMNS = ("label", "kinds", "medium", "difficulty", "text")
LABELS = ("claim", "near_miss")
NEAR_MISSES = (
    "colour", "name", "technical", "policy", "finance", "idiom", "negated", "question", "reported", "disposal",
    "energy_price", "obligation", "data_sheet", "health", "weather", "nature", "job", "saving", "other",
)  # fmt: skip
MEDIA = ("shop", "pack", "ad", "social", "data_sheet", "report", "name")
DIFFICULTIES = ("plain", "medium", "hard")
CALIBRATION, TEST = "y", "z"
"""The batches written apart from all others: one to calibrate by, one to test with; all others are trained on."""
DOCUMENT_MEDIA = ("shop", "page", "report", "sheet", "post", "pack", "b2b", "news")
_DOCUMENT = re.compile(rf"## (?P<medium>{'|'.join(DOCUMENT_MEDIA)}) \S")
_DOCUMENT_SENTENCE = re.compile(r"[+-](?P<kind>[a-z]+(?:-[a-z]+)*)? (?P<text>\S.*)\Z")
_KIND_NAMES = {"neutral": "neutral_offset", "avoided": "avoided_handprint"}
"""Kinds in documents that have another name than their claim type."""
_BATCH = re.compile(r"[a-z][a-z0-9]*\Z")
_LONGEST = 600
_SHINGLE = 4
_ALIKE = 85
"""Two texts are duplicates if they share at least this percentage of four-character sequences."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the corpus: label, kinds, medium, difficulty and source.

    `page` is the title of its document. `asked` is the question before it, which an answer needs.
    """

    language: str
    batch: str
    line: int
    claim: bool
    kinds: tuple[str, ...]
    medium: str
    difficulty: str
    text: str
    page: str = ""
    asked: str = ""

    @property
    def id(self) -> str:
        return f"{self.language}/{self.batch}:{self.line}"

    @property
    def trained(self) -> bool:
        """Return whether weights may be fitted on the text."""
        return self.batch[0] not in (CALIBRATION, TEST)


class CorpusError(ValueError):
    """The corpus is not in its form; the message has every mistake with file and line."""


def corpus(root: Path = CORPUS) -> tuple[Text, ...]:
    """Read the whole corpus, in the order of its languages, batches and lines.

    Raises:
        CorpusError: some file is not in the form.
    """
    problems: list[str] = []
    texts = [
        text
        for path in sorted(root.glob("*/*.tsv"), key=lambda each: (_rank(each.parent.name), each.stem))
        for text in _read(path, problems)
    ]
    if problems:
        raise CorpusError("\n".join(problems))
    return tuple(texts)


def _rank(language: str) -> tuple[int, str]:
    return (LANGUAGES.index(language) if language in LANGUAGES else len(LANGUAGES), language)


def _read(path: Path, problems: list[str]) -> Iterator[Text]:
    name = f"{path.parent.name}/{path.name}"
    if path.parent.name not in LANGUAGES:
        problems.append(f"{name}: '{path.parent.name}' is no language of the corpus; it has {', '.join(LANGUAGES)}")
    if not _BATCH.match(path.stem):
        problems.append(f"{name}: a batch is named by small letters and digits, such as a.tsv or b2.tsv")
    try:
        lines = path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    except UnicodeDecodeError as error:
        problems.append(f"{name}: is not UTF-8 at byte {error.start}; save it as UTF-8")
        return
    if not lines[0].startswith("# author: "):
        problems.append(f"{name}:1: begin with '# author: <who>; <what the batch is about>'")
    if lines[1:2] != ["\t".join(COLUMNS)]:
        problems.append(f"{name}:2: the headings must be {' TAB '.join(COLUMNS)}")
    for number, line in enumerate(lines[2:], start=3):
        mistakes = list(_mistakes(line))
        problems += (f"{name}:{number}: {mistake}" for mistake in mistakes)
        if not mistakes:
            label, kinds, medium, difficulty, text = line.split("\t")
            yield Text(
                language=path.parent.name,
                batch=path.stem,
                line=number,
                claim=label == "claim",
                kinds=tuple(kinds.split("+")),
                medium=medium,
                difficulty=difficulty,
                text=text.replace("\\n", "\n"),
            )


def document_sentences(root: Path = DOCUMENTS) -> tuple[Text, ...]:
    """Read the sentences of whole documents.

    A line `## medium title` starts a document, `+` marks a claim, `-` any other sentence. Repeated sentences are
    returned once for each question that they answer.

    Raises:
        CorpusError: a file does not have the required format.
    """
    problems: list[str] = []
    texts: dict[tuple[str, str, str], Text] = {}
    for path in sorted(root.glob("*/*.txt"), key=lambda each: (_rank(each.parent.name), each.stem)):
        language, medium, page, before = path.parent.name, "", "", ""
        first, *lines = path.read_text(encoding="utf-8").splitlines()
        if not first.startswith("# author: "):
            problems.append(f"{language}/{path.name}:1: begin with '# author: <who>; <what the batch is about>'")
        for number, line in enumerate(lines, start=2):
            begin = _DOCUMENT.match(line)
            sentence = _DOCUMENT_SENTENCE.match(line)
            if begin is not None:
                medium, page, before = begin["medium"], line, ""
            elif sentence is None or not medium or len(sentence["text"]) > _LONGEST:
                problems.append(
                    f"{language}/{path.name}:{number}: is neither '## medium title', with one of"
                    f" {', '.join(DOCUMENT_MEDIA)}, nor '+kind text' or '-kind text' of at most {_LONGEST} characters"
                )
            else:
                text, asked = sentence["text"], question_before(before, sentence["text"])
                kinds = _claim_types(sentence["kind"]) if line.startswith("+") else ()
                source = (language, f"{IN_DOCUMENTS} {path.stem}", number, line.startswith("+"))
                texts.setdefault((language, text, asked), Text(*source, kinds, medium, "medium", text, page, asked))
                before = text
    if problems:
        raise CorpusError("\n".join(problems))
    return tuple(texts.values())


def _claim_types(kind: str | None) -> tuple[str, ...]:
    name = (kind or "").replace("-", "_")
    return tuple(each for each in (_KIND_NAMES.get(name, name),) if each in CLAIM_TYPES)


def _mistakes(line: str) -> Iterator[str]:
    cells = line.split("\t")
    if len(cells) != len(COLUMNS):
        yield f"has {len(cells)} columns instead of {len(COLUMNS)}; put one tab between {', '.join(COLUMNS)}"
        return
    label, kinds, medium, difficulty, text = cells
    allowed = CLAIM_TYPES if label == "claim" else NEAR_MISSES
    for column, value, known in (
        ("label", label, LABELS),
        *(("kinds", kind, allowed) for kind in kinds.split("+")),
        ("medium", medium, MEDIA),
        ("difficulty", difficulty, DIFFICULTIES),
    ):
        if value not in known:
            yield f"{column} '{value}' is unknown; allowed are {', '.join(known)}"
    if not any(character.isalnum() for character in text) or text != text.strip() or len(text) > _LONGEST:
        yield f"text must hold 1 to {_LONGEST} characters with a letter, and no space at either end"


def doubles(texts: Iterable[Text], known: Iterable[Text] = ()) -> list[tuple[Text, Text]]:
    """Find near duplicates within a language: of texts among each other, or of `texts` among `known` ones."""
    pairs: list[tuple[Text, Text]] = []
    held: list[tuple[Text, int]] = []
    by_run: dict[str, list[int]] = {}

    def hold(text: Text, runs: set[str]) -> None:
        for run in runs:
            by_run.setdefault(run, []).append(len(held))
        held.append((text, len(runs)))

    for text in known:
        hold(text, _runs(text))
    is_known = bool(held)
    for text in texts:
        runs = _runs(text)
        for place, both in Counter(place for run in runs for place in by_run.get(run, ())).items():
            other, count = held[place]
            if 100 * both >= _ALIKE * (count + len(runs) - both):
                pairs.append((other, text))
        if not is_known:
            hold(text, runs)
    return pairs


def _runs(text: Text) -> set[str]:
    folded = "".join(each for each in fold(text.text).text if each.isalnum())
    return {text.language + folded[at : at + _SHINGLE] for at in range(max(1, len(folded) - _SHINGLE + 1))}


def main() -> int:
    """Check the corpus and print its statistics."""
    try:
        texts, sentences = corpus(), document_sentences()
    except CorpusError as error:
        print(error)
        return 1
    alike = doubles(texts)
    for text, other in alike:
        print(f"{other.id} says almost the same as {text.id}; change or remove one: {other.text}")
    print(f"documents: {len(sentences)} sentences, {sum(each.claim for each in sentences)} claims")
    for language in LANGUAGES:
        own = [each for each in texts if each.language == language]
        batches = Counter((each.batch, each.claim) for each in own)
        summary = ", ".join(
            f"{batch} {batches[batch, True]}+{batches[batch, False]}" for batch in sorted({each.batch for each in own})
        )
        print(f"{language}: {len(own)} texts; claims + near misses by batch: {summary}")
        for of, claim in (("claims", True), ("near misses", False)):
            for what, counts in (
                ("kinds", Counter(kind for each in own if each.claim is claim for kind in each.kinds)),
                ("difficulty", Counter(each.difficulty for each in own if each.claim is claim)),
                ("medium", Counter(each.medium for each in own if each.claim is claim)),
            ):
                print(f"  {of} by {what}: {', '.join(f'{name} {count}' for name, count in counts.most_common())}")
    print(f"{len(texts)} texts, {sum(each.claim for each in texts)} claims; {len(alike)} doubles")
    return 1 if alike else 0


if __name__ == "__main__":
    sys.exit(main())
