"""Small drafts for the tests of rehearsal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

from rules.engine.inference_engine import InferenceEngine
from rules.language.compiler import compile_folder
from rules.language.lexicon import load_lexicon
from rules.rehearsal.example_runner import ExampleResult, run_example
from tests.language.folders import CORPUS, read_folder

WHOLE_CARD = Path(__file__).parent.parent / "language" / "whole_card"
DAY = {"en": "evaluated as of 2026-03-01", "zh": "按 2026-03-01 评定"}


def small_desk() -> dict[str, str]:
    """Return a publishable draft in both languages with one gate."""
    return read_folder(CORPUS / "good" / "RL052")


def two_gates() -> dict[str, str]:
    """Return an English draft with one gate of two clauses; no example shows either clause failing."""
    files = {"card.en.feature": read_folder(CORPUS / "bad" / "RL052")["card.en.feature"].partition("\n")[2]}
    facts = "      | share | renewable share | number | %    | 0        | 100     | meter    |\n"
    with_system = "      | system | energy system | choice | | | | | absent, certified |\n"
    for old, new in (
        (facts, facts.replace("meter    |", "meter    | |") + with_system),
        ("| at most | evidence |\n", "| at most | evidence | one of |\n"),
        ("      | share | 80 %  |\n", "      | share | 80 %  |\n      | system | certified |\n"),
        ("share is at least 50 % |", "share is at least 50 %; system is certified |"),
    ):
        files = changed(files, "card.en.feature", old, new)
    return files


def changed(files: Mapping[str, str], path: str, old: str, new: str) -> dict[str, str]:
    """Change some words of one file, which must be there."""
    assert old in files[path], f"{path} does not say {old!r}"
    return {**files, path: files[path].replace(old, new)}


def rehearse(
    language: str, given: Sequence[str], then: Sequence[str], *, card: Mapping[str, str] | None = None
) -> ExampleResult:
    """Run one example against a card written in one language: the one that uses every sentence, unless given."""
    words = load_lexicon(language).keywords
    steps = [f"{words['given'] if not place else words['and']} {step}" for place, step in enumerate(given)]
    steps.append(f"{words['when']} {DAY[language]}")
    steps += [f"{words['then'] if not place else words['and']} {step}" for place, step in enumerate(then)]
    scenario = [f"    {words['scenario']}: tried", *(f"      {step}" for step in steps), ""]
    files = dict(card or read_folder(WHOLE_CARD))
    path = max(name for name in files if name.endswith(f".{language}.feature"))
    compilation = compile_folder({**files, path: files[path] + "\n".join(scenario)}, languages=frozenset({language}))
    assert compilation.scorecard is not None, [found.render() for found in compilation.diagnostics]
    (example,) = [example for example in compilation.examples if example.title == "tried"]
    with closing(InferenceEngine(compilation.scorecard)) as engine:
        return run_example(engine, example)
