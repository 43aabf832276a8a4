"""Precision and recall of the screening, classifier included, on texts that developers do not read.

`python -m benchmarks.claims.unread` screens the texts in `tests/claims/screening/unread/`: whole pages with every claim
marked, phrases, sentences of reports, and denials with sentences that only sound like denials. Each was written before
any measurement, by an author who had not read lexicon, corpus or results. Only totals are printed: a developer who has
seen a mistake must write new texts. `--leaks` prints how many texts of each set nearly repeat a text that the models
learned from. `--alike FILE` does so for a JSON Lines file of English sentences with `text`.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from benchmarks.claims.corpus import Text, doubles
from benchmarks.claims.heard import is_heard
from benchmarks.claims.hearing import examples, is_learned
from benchmarks.claims.pages import figures, measured
from rules.claims.screening.screen import screen, split_sentences
from service.configuration.folders import CHECKOUT
from service.schemes.claims.documents.document_reader import read_bytes

UNREAD = CHECKOUT / "tests" / "claims" / "screening" / "unread"
PAGES = ("pages", "further_pages", "latest_pages")
"""The folders of whole pages."""
KINDS = (
    "phrases", "reports", "denials", "latest_phrases", "latest_adverts", "latest_reports", "latest_denials",
)  # fmt: skip
"""The folders of single sentences, a file for each language."""


def answers(folder: Path, *, perhaps: bool) -> Iterator[tuple[bool, bool]]:
    """Screen the sentences of a folder. Yield for each whether a claim is detected, and whether it is a claim."""
    for path in sorted(folder.glob("*.jsonl")):
        for entry in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            result = screen(entry["text"], languages=(path.stem,))
            yield is_heard(result, perhaps=perhaps), bool(entry["claim"])


def score(pairs: list[tuple[bool, bool]]) -> str:
    """Write recall, precision and F1."""
    right = sum(heard and claim for heard, claim in pairs)
    claims, heard_count = sum(claim for _, claim in pairs), sum(heard for heard, _ in pairs)
    return (
        f"{len(pairs)} sentences, recall {right / max(claims, 1):.2f} of {claims}, precision"
        f" {right / max(heard_count, 1):.2f}, F1 {2 * right / max(claims + heard_count, 1):.2f}"
    )


def leaks(sets: Mapping[str, Iterable[Text]]) -> Iterator[str]:
    """Yield, for each set, the number of texts that nearly repeat a text that the models learned from."""
    learned = [each for each in examples() if is_learned(each)]
    for name, texts in sets.items():
        texts_of_set = list(texts)
        alike = {text.id for _, text in doubles(texts_of_set, learned)}
        yield f"{name}: {len(alike)} of {len(texts_of_set)} texts nearly repeat a text that was learned from"


def _measured_texts(name: str) -> Iterator[Text]:
    folder = UNREAD / name
    for path in sorted(folder.glob("*.jsonl")):
        for number, entry in enumerate(map(json.loads, path.read_text(encoding="utf-8").splitlines())):
            yield _text(path.stem, path.stem, number, entry["text"])
    for path in sorted(each for each in folder.iterdir() if each.suffix in {".html", ".txt"}):
        document = read_bytes(path.read_bytes(), name=path.name)
        for number, piece in enumerate(split_sentences(document.text, document.cell_heads)):
            yield _text(path.name[:2], path.stem, number, piece.words)


def _text(language: str, batch: str, number: int, words: str) -> Text:
    return Text(language, batch, number, claim=False, kinds=(), medium="", difficulty="", text=words)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--leaks", action="store_true", help="count texts that nearly repeat what was learned from")
    parser.add_argument("--alike", type=Path, help="English sentences of others, counted with --leaks")
    options = parser.parse_args()
    if options.leaks:
        sets = {name: list(_measured_texts(name)) for name in (*PAGES, *KINDS)}
        if options.alike is not None:
            lines = options.alike.read_text(encoding="utf-8").splitlines()
            sets[options.alike.name] = [
                _text("en", "others", at, json.loads(line)["text"]) for at, line in enumerate(lines)
            ]
        print("\n".join(leaks(sets)))
        return
    for perhaps in (False, True):
        print("with what may be claims:" if perhaps else "what is heard:")
        for name in PAGES:
            print(f"  {name}: {figures(measured(UNREAD / name, perhaps=perhaps))}")
        for name in KINDS:
            print(f"  {name}: {score(list(answers(UNREAD / name, perhaps=perhaps)))}")


if __name__ == "__main__":
    main()
