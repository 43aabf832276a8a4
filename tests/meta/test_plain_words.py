"""Heads of modules: noun phrases in the trade's terms, no two alike; modules named in texts exist."""

import re
from collections import Counter
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOPS = ("benchmarks", "examples", "proto/touchstone/client", "rules", "service", "tests")
OPENINGS = "What|Which|How|Who|Whose|Whom|Where|When|Why|Whether|Is|Are|Do|Does|Can|May|[A-Z][a-z]+ (?:what|which)"
QUESTION = re.compile(rf"(?:{OPENINGS})\b(?!-)|.*\?(?:\s|$)")
"""What opens or ends a question. A question hides what it is about until its end, and nobody searches for it."""

HEAD = re.compile(r'(?:#.*\n)*r?"""(.+?)(?:\n\n|""")', re.DOTALL)
NAMED = re.compile(r"`([\w/]+\.py)`")


@cache
def heads() -> dict[str, str]:
    """Give the first paragraph of every module's docstring, on one line."""
    files = sorted(path for top in TOPS for path in (ROOT / top).rglob("*.py"))
    opened = ((path, HEAD.match(path.read_text(encoding="utf-8"))) for path in files)
    return {str(path.relative_to(ROOT)): " ".join(match[1].split()) for path, match in opened if match}


def test_no_module_opens_with_a_question() -> None:
    assert [f"{path}: {head}" for path, head in heads().items() if QUESTION.match(head)] == []


def test_no_two_modules_have_the_same_head() -> None:
    times = Counter(head for path, head in heads().items() if path.startswith(("rules/", "service/")))
    assert [head for head, number in times.items() if number > 1] == []


def test_modules_that_docstrings_and_comments_name_exist() -> None:
    """A bare name is that of a module anywhere, such as the `commands.py` of each room; a path begins at the root."""
    files = [path for top in ("rules", "service") for path in (ROOT / top).rglob("*.py")]
    bare = {path.name for path in files}
    named = [(path, name) for path in files for name in NAMED.findall(path.read_text(encoding="utf-8"))]
    assert named
    missing = [(path, name) for path, name in named if name not in bare and not (ROOT / name).exists()]
    assert [f"{path.relative_to(ROOT)}: {name}" for path, name in missing] == []
