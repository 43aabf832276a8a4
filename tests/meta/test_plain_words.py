"""Plain words: heads of modules are noun phrases, no two alike; no public name is a private word; named modules
exist."""

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


PARTICIPLE = "a participle, which leaves open what it is of: name the thing, or what is done"
PRIVATE_WORDS = {
    **dict.fromkeys(["asked", "found", "given", "heard", "kept", "left", "said", "shown", "taken", "told"], PARTICIPLE),
    **dict.fromkeys(["anew", "beside"], "an adverb: say of what, such as `previous` or `again`"),
    **dict.fromkeys(["speaker", "story", "teller", "telling"], "a figure of speech: say renderer, formatter or text"),
    **dict.fromkeys(["lane", "shelf", "slip"], "a figure of speech: say path, cache or mutant"),
    **dict.fromkeys(["standing", "way", "ways"], "several things under one word: say status, route or variant"),
}
"""Words that once were whole names of classes and functions, and may not come back as such or open a docstring."""
FIGURE_OF_SPEECH = re.compile(r"\b(?:lanes?|shelf|shelves)\b|\brooms? (?:of (?:its|their) own|for each question)\b")
"""What prose says by the terms fast path, table store or cache, and package."""
CODE = re.compile(r"^```.*?^```|`[^`\n]*`|\]\([^)]*\)", re.MULTILINE | re.DOTALL)


DEFINITION = re.compile(r"^(?:class|(?:async )?def) (\w+)", re.MULTILINE)
DOCSTRING = re.compile(r'^ *r?"""(.+?)"""', re.MULTILINE | re.DOTALL)
QUOTED = re.compile(r"`(\w+)`")


@cache
def sources() -> dict[Path, str]:
    """Give the text of every module of both packages; parsing all of them would take seconds."""
    paths = sorted(path for top in ("rules", "service") for path in (ROOT / top).rglob("*.py"))
    return {path: path.read_text(encoding="utf-8") for path in paths}


@cache
def docstrings(path: Path) -> list[str]:
    return DOCSTRING.findall(sources()[path])


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


def test_no_public_name_is_a_private_word() -> None:
    named = [
        f"{path}: {name} is {PRIVATE_WORDS[name.lower()]}"
        for path, source in sources().items()
        for name in DEFINITION.findall(source)
        if name.lower() in PRIVATE_WORDS
    ]
    first = [(path, text.split(maxsplit=1)[0]) for path in sources() for text in docstrings(path)]
    opened = [f"{path}: {word} …" for path, word in first if word.lower() in PRIVATE_WORDS]
    assert (named, opened) == ([], [])


def test_no_prose_says_a_figure_of_speech_for_a_term() -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in (ROOT / "docs").rglob("*.md")}
    texts |= {path: "\n".join(docstrings(path)) for path in sources()}
    spoken = {path: FIGURE_OF_SPEECH.search(CODE.sub("", text)) for path, text in texts.items()}
    assert [f"{path}: {match[0]}" for path, match in spoken.items() if match] == []


def test_what_a_docstring_names_by_a_private_word_is_there() -> None:
    """A renamed parameter is easily left behind in the text above it."""
    missing = []
    for path, source in sources().items():
        named = {name for text in docstrings(path) for name in QUOTED.findall(text)} & set(PRIVATE_WORDS)
        code = DOCSTRING.sub("", source) if named else ""
        missing += [f"{path} names {word}" for word in named if not re.search(rf"\b{word}\b", code)]
    assert missing == []
