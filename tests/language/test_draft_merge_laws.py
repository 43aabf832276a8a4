"""Laws of the merge of drafts for random edits of rows, numbers, examples, comments and prose."""

import random
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from rules.api import compile_folder
from rules.language import merge_drafts
from rules.model import MergeSide, draft_as_published

FEATURES = Path(__file__).resolve().parents[2] / "features"
CARDS = ("low-carbon-product", "carbon-handprint", "near-zero-factory", "cdr-eligibility", "carbon-label")
Files = dict[str, str]
Edit = Callable[[Files, str, random.Random], Files | None]
NUMBER = re.compile(r"(?<![\w.-])\d+(?:\.\d+)?(?![\w.-])")


def read(card: str) -> Files:
    return {path.name: path.read_text("utf-8") for path in sorted((FEATURES / card).glob("*.feature"))}


def lines_of(files: Files, path: str) -> list[str]:
    return files[path].split("\n")


def joined(files: Files, **lines: Sequence[str]) -> Files:
    return {**files, **{path: "\n".join(text) for path, text in lines.items()}}


def twin(path: str) -> str:
    return path.replace(".en.", ".zh.")


def comment(files: Files, path: str, choice: random.Random) -> Files:
    lines = lines_of(files, path)
    at = choice.randrange(2, len(lines))
    lines.insert(at, f"{re.match(' *', lines[at])[0]}# note {choice.randrange(99)}")  # type: ignore[index]
    return joined(files, **{path: lines})


def prose(files: Files, path: str, choice: random.Random) -> Files:
    lines = lines_of(files, path)
    lines[2] += f" Text {choice.randrange(99)}."
    return joined(files, **{path: lines})


def number(files: Files, path: str, choice: random.Random) -> Files | None:
    """Change a number in the same row of both languages."""
    texts = {each: lines_of(files, each) for each in (path, twin(path)) if each in files}
    found = choice.choice(NUMBER.findall(files[path]) or ["none"])
    rows = [
        [at for at, line in enumerate(lines) if line.strip().startswith("|") and found in NUMBER.findall(line)]
        for lines in texts.values()
    ]
    if len({len(each) for each in rows}) != 1 or not rows[0]:
        return None
    index, digit = choice.randrange(len(rows[0])), choice.randrange(1, 10)
    for lines, at in zip(texts.values(), rows, strict=True):
        lines[at[index]] = NUMBER.sub(
            lambda match: f"{match[0]}{digit}" if match[0] == found else match[0], lines[at[index]]
        )
    return joined(files, **texts)


def row(files: Files, path: str, choice: random.Random) -> Files | None:
    """Remove a row with the same first cell in both languages."""
    texts = {each: lines_of(files, each) for each in (path, twin(path)) if each in files}
    first = choice.choice([line.split("|")[1].strip() for line in texts[path] if line.strip().startswith("|")] or [""])
    for lines in texts.values():
        at = [at for at, line in enumerate(lines) if line.strip().startswith(f"| {first} ")]
        if not first or len(at) != 1:
            return None
        del lines[at[0]]
    return joined(files, **texts)


def example(files: Files, path: str, choice: random.Random) -> Files | None:
    """Remove or repeat a scenario."""
    blocks = re.split(r"(?m)^(?=\n    Scenario|\n  Rule)", files[path])
    scenarios = [at for at, block in enumerate(blocks) if block.startswith("\n    Scenario")]
    if not scenarios:
        return None
    at = choice.choice(scenarios)
    repeated = blocks[at].replace(":", f": {choice.randrange(99)}", 1).rstrip("\n") + "\n"
    blocks[at] = choice.choice(["", f"{repeated}{blocks[at]}"])
    return {**files, path: "".join(blocks)}


EDITS: tuple[Edit, ...] = (comment, prose, number, number, row, example)


def edited(files: Files, choice: random.Random) -> Files:
    """Make one to three edits that compile."""
    count = choice.randrange(1, 4)
    for _ in range(40):
        path = choice.choice([path for path in files if ".en." in path])
        changed = choice.choice(EDITS)(files, path, choice)
        if changed is not None and compile_folder(changed).scorecard is not None:
            files, count = changed, count - 1
        if not count:
            break
    return files


def digest(files: Files) -> str:
    compilation = compile_folder(files)
    assert compilation.scorecard is not None, [diagnostic.render() for diagnostic in compilation.diagnostics]
    return draft_as_published(compilation.scorecard, files).rule_digest


@pytest.mark.full(sample=4)
@pytest.mark.parametrize("seed", range(24))
def test_the_laws_hold_for_random_edits(seed: int) -> None:
    choice = random.Random(seed)
    base = read(choice.choice(CARDS))
    ours, theirs = edited(base, choice), edited(base, choice)
    assert merge_drafts(base, base, theirs, {}).files == theirs
    assert merge_drafts(base, ours, base, {}).files == ours
    assert merge_drafts(base, ours, ours, {}).files == ours
    one, other = merge_drafts(base, ours, theirs, {}), merge_drafts(base, theirs, ours, {})
    conflicts = {(part.path, part.conflict) for part in one.conflicts}
    assert conflicts == {(part.path, part.conflict) for part in other.conflicts}
    if not conflicts:
        assert one.scorecard is not None, [diagnostic.render() for diagnostic in one.diagnostics]
        assert not one.differing
        assert digest(dict(one.files)) == digest(dict(other.files))
        return
    for side in MergeSide:
        resolved = merge_drafts(base, ours, theirs, {part.path: side for part in one.conflicts})
        swapped = {MergeSide.OURS: MergeSide.THEIRS, MergeSide.THEIRS: MergeSide.OURS}.get(side, side)
        mirrored = merge_drafts(base, theirs, ours, {part.path: swapped for part in one.conflicts})
        assert not resolved.undecided
        assert resolved.diagnostics or digest(dict(resolved.files)) == digest(dict(mirrored.files))
