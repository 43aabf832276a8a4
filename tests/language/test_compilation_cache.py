"""Compilation cache: the cached result after each change equals a full compilation."""

from __future__ import annotations

import random
from pathlib import Path

from rules.api import compile_folder
from rules.language import CompilationCache

FEATURES = Path(__file__).resolve().parents[2] / "features"
CARD = "event-neutrality"


def broken(text: str, drawn: random.Random) -> str:
    lines = text.split("\n")
    at = drawn.randrange(len(lines))
    line = lines[at]
    lines[at] = drawn.choice((line[: len(line) // 2], line + " x", line.replace("|", "", 1), "", line.replace(":", "")))
    return "\n".join(lines)


def test_a_cached_compilation_equals_a_full_compilation() -> None:
    saved = {path.name: path.read_text("utf-8") for path in sorted((FEATURES / CARD).glob("*.feature"))}
    drawn, cache, files = random.Random(CARD), CompilationCache(), dict(saved)
    for turn in range(12):
        path = drawn.choice(sorted(saved))
        files = {**files, path: saved[path] if turn % 3 == 2 else broken(files[path], drawn)}
        spoken = drawn.choice((None, "en", "zh"))
        again, anew = (compile_folder(files, spoken=spoken, cache=kept) for kept in (cache, None))
        assert again.diagnostics == anew.diagnostics
        assert again == anew
