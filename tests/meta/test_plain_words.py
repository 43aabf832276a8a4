"""Plain English: words, openings and sentence lengths of docstrings, comments, API descriptions and contributor pages.

Each message names the location, the word and its replacement. Text in quotation marks and code is exempt.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOPS = ("benchmarks", "examples", "proto/clients", "proto/touchstone/client", "rules", "service", "tests")
PAGES = (
    "CONTRIBUTING.md",
    "docs/ci.md",
    *(f"docs/adr/{page.name}" for page in sorted((ROOT / "docs/adr").glob("*.md"))),
)

REPLACEMENTS = {
    r"gives?|gave|giving": "return, provide, pass or state",
    r"says?|said|saying": "state, report, return or describe",
    r"tells?|told|telling": "report, return, notify or state",
    r"asks?|asked|asking": "request, require or query; the caller",
    r"hears?|heard|hearing": "detect, detected, detection",
    r"(?<!fine as it )stands?|stood|standing": "is in, is next to, is valid, represents",
    r"rests? (?:up)?on": "is based on",
    r"besides?": "next to, in addition to, compared with, previous",
    r"anew|likewise": "again; the same applies to",
    r"slips?": "mutant",
    r"mend(?:s|ed|ing)?": "fix, correct",
    r"who(?:m)?ever|whatever|whichever|(?:some|no|any|every)body|someone|everyone|no one": "the role",
    r"comes? to|came to|coming to": "evaluate to, amount to",
    r"lets?|letting": "allow, cause",
    r"puts?|putting": "add, insert, write",
    r"kept": "stored, cached, retained",
    r"for ever": "permanently",
    r"odd|strange|damaged": "unexpected, invalid, malformed",
    r"(?<!draft )edges?": "boundary, threshold value",
    r"rooms?": "section, package",
    r"(?<!decimal )places?": "location, position, slot",
    r"what(?! if\b)|whose|whereof|thereof|therein": "the noun itself",
    r"(?:of|by|in|from|on|for|with|to) which|of whom": "two sentences, or the noun",
    r"so many|as many as|alike": "the number; equal, similar",
    r"lanes?|shelf|shelves": "fast path; table store, cache",
}
"""Words without one meaning, and the words to use instead."""
WORDS = [(re.compile(rf"\b(?:{words})\b", re.IGNORECASE), instead) for words, instead in REPLACEMENTS.items()]
ANY_WORD = re.compile("|".join(word.pattern for word, _ in WORDS), re.IGNORECASE)
OPENING = re.compile(
    r"(?:Gives?|Says?|Tells?|Keeps?|Note|What|Which|How|Lets?|Puts?|Of|Who\w*|Where|When|Why|Whether to|Those|That)\b"
)
LONGEST_SENTENCE = 35
SENTENCE_END = re.compile(r"(?<=[.!?;:])\s+|\n\s*\n|\n\s*(?:[-*|#]|\d+\.)|\s\|\s")
EXEMPT = re.compile(
    r"^ *```.*?^ *```|`[^`\n]*`|\"[^\"\n]*\"|(?<!\w)'[^'\n]{1,60}'(?!\w)|\]\([^)]*\)|^ *(?:>>>|python -m )[^\n]*",
    re.M | re.S,
)

PUBLISHED_NAMES = frozenset(
    {"GIVEN", "NOT_GIVEN", "SAID_OF_CLAIM", "also_given_in", "beside", "given", "gives", "says", "told_slips"}
)
"""Names that a published format fixes: fields of cards, bundles, journals and the API, columns, enumerations."""
NAME_WORDS = frozenset(
    ["anew", "asked", "beside", "gave", "given", "gives", "heard", "kept", "said", "say", "says", "tell", "told"]
)
"""Words that no name of the code contains. A name holds a noun for a value, and a verb for a function."""
VAGUE_NAMES = dict.fromkeys(["found", "heard", "left", "shown", "taken"], "a participle: name the thing")
VAGUE_NAMES |= dict.fromkeys(["lane", "shelf", "slip", "speaker", "story", "teller", "telling"], "a figure of speech")
VAGUE_NAMES |= dict.fromkeys(["standing", "way", "ways"], "several things under one word")
"""Words that are no complete name of a module-level function or class."""
NAME_PART = re.compile(r"(?<=[a-z])(?=[A-Z])")
DEFINITION = re.compile(r"^(?:class|(?:async )?def) (\w+)", re.MULTILINE)
NAME = re.compile(
    r"^ *(?:(?:async )?def|class) (\w+)|^ *(?:self\.)?(\w+)(?:: [^=\n]+)? = |\bfor (\w+) in "
    r"|(?:^ *|[(,] ?)(\w+): (?=\w)",
    re.MULTILINE,
)
"""Definitions, assignments, loop variables, and annotated parameters and fields."""

TRIPLE_QUOTED = re.compile(r'^([^\n#]*?)"""(.+?)"""([^\n]*)', re.MULTILINE | re.DOTALL)
COMMENT = re.compile(r"(?:^|  ) *# (?!noqa|type:|fmt:|pragma|ruff:)([^\n]*)", re.MULTILINE)
REASON = re.compile(r"# (?:noqa: [A-Z0-9, ]+?|type: ignore\[[^\]]*\]) *(?:--|#) ([^\n]*)")
PROTO_COMMENT = re.compile(r"(?:^|  ) *// ?([^\n]*)", re.MULTILINE)

QUESTION = re.compile(
    r"(?:What|Which|How|Who|Whose|Whom|Where|When|Why|Whether|Is|Are|Do|Does|Can|May|[A-Z][a-z]+ (?:what|which))\b(?!-)"
    r"|.*\?(?:\s|$)"
)
"""Beginning or end of a question, which hides its subject and is not found by a search."""
QUOTED = re.compile(r"`([a-z_]\w*)`")
EXAMPLE_NAMES = frozenset(
    {"a", "anywhere", "green", "year", "works", "share", "explain", "report", "check", "ask", "stubs", "notes"}
)
"""Quoted words of docstrings that are examples of texts, or names of other modules."""
HEAD = re.compile(r'(?:#.*\n)*r?"""(.+?)(?:\n\n|""")', re.DOTALL)
NAMED = re.compile(r"`([\w/]+\.py)`")


@cache
def sources() -> dict[Path, str]:
    """Return the text of every module by its path from the root."""
    paths = sorted(
        path for top in TOPS for path in (ROOT / top).rglob("*.py") if not path.stem.endswith(("_pb2", "_grpc"))
    )
    return {path.relative_to(ROOT): path.read_text(encoding="utf-8") for path in paths}


@cache
def docstrings() -> list[tuple[str, str]]:
    """Return the docstrings of all modules, classes, functions and attributes, with their locations.

    A docstring is a triple-quoted string that is a statement. Parsing every module would take ten seconds.
    """
    return [
        (location(path, source, match.start()), match[2].strip())
        for path, source in sources().items()
        for match in TRIPLE_QUOTED.finditer(source)
        if match[1].strip() in ("", "r") and not match[3].strip()
        if source[: match.start()].rstrip()[-1:] not in tuple("(,=[{+|")
    ]


def location(path: Path, source: str, offset: int) -> str:
    return f"{path}:{source.count(chr(10), 0, offset) + 1}"


def comments() -> Iterator[tuple[str, str]]:
    """Yield comments, reasons behind directives, API comments and contributor pages, with their locations."""
    for path, source in sources().items():
        for match in chain(COMMENT.finditer(source), REASON.finditer(source)):
            yield location(path, source, match.start()), match[1]
    for path in sorted((ROOT / "proto" / "touchstone").rglob("*.proto")):
        source = path.read_text(encoding="utf-8")
        for match in PROTO_COMMENT.finditer(source):
            yield location(path.relative_to(ROOT), source, match.start()), match[1]
    for page in PAGES:
        yield page, (ROOT / page).read_text(encoding="utf-8")


def prose(text: str) -> str:
    return EXEMPT.sub("X", text)


def heads() -> dict[str, str]:
    """Return the first paragraph of every module's docstring, on one line."""
    matches = ((path, HEAD.match(source)) for path, source in sources().items())
    return {str(path): " ".join(match[1].split()) for path, match in matches if match}


def test_no_text_uses_a_word_without_one_meaning() -> None:
    wrong = [
        f"{location}: '{match[0]}': write {instead}"
        for location, text in chain(docstrings(), comments())
        if ANY_WORD.search(text)
        for word, instead in WORDS
        for match in word.finditer(prose(text))
    ]
    assert wrong == []


def test_docstrings_open_with_a_verb_or_a_noun() -> None:
    wrong = [
        f"{location}: '{match[0]} …': open with an imperative verb (functions) or a noun phrase (all others)"
        for location, text in docstrings()
        if (match := OPENING.match(text))
    ]
    assert wrong == []


def test_sentences_are_short() -> None:
    wrong = [
        f"{location}: {len(sentence.split())} words: divide '{sentence[:60]} …'"
        for location, text in chain(docstrings(), comments())
        if text.count(" ") >= LONGEST_SENTENCE
        for sentence in SENTENCE_END.split(prose(text))
        if len(sentence.split()) > LONGEST_SENTENCE
    ]
    assert wrong == []


def test_pages_use_the_terms_of_the_field() -> None:
    figure = re.compile(r"\b(?:lanes?|shelf|shelves)\b|\brooms? (?:of (?:its|their) own|for each question)\b")
    pages = ((path, prose(path.read_text(encoding="utf-8"))) for path in sorted((ROOT / "docs").rglob("*.md")))
    assert [f"{path}: {match[0]}" for path, text in pages if (match := figure.search(text))] == []


def test_names_quoted_in_docstrings_exist() -> None:
    """A renamed parameter is easily overlooked in the text above it."""
    quoted: dict[Path, set[str]] = {}
    for where, text in docstrings():
        path = Path(where.rpartition(":")[0])
        if path.parts[0] in ("rules", "service"):
            quoted.setdefault(path, set()).update(QUOTED.findall(text))
    missing = []
    for path, names in quoted.items():
        code = set(re.findall(r"\w+", TRIPLE_QUOTED.sub(r"\1\3", sources()[path]))) if names else set()
        missing += [f"{path} quotes {name}" for name in sorted(names - code - EXAMPLE_NAMES)]
    assert missing == []


def test_no_function_or_class_has_a_vague_name() -> None:
    wrong = [
        f"{path}: {name} is {VAGUE_NAMES[name.lower()]}"
        for path, source in sources().items()
        if path.parts[0] in ("rules", "service")
        for name in DEFINITION.findall(source)
        if name.lower() in VAGUE_NAMES
    ]
    assert wrong == []


def test_no_module_opens_with_a_question() -> None:
    assert [f"{path}: {head}" for path, head in heads().items() if QUESTION.match(head)] == []


def test_names_hold_nouns_and_verbs() -> None:
    wrong = [
        f"{path}: {name}: name it by its content"
        for path, source in sources().items()
        if path.parts[0] in ("rules", "service", "proto")
        for match in NAME.finditer(source)
        for name in match.groups()
        if name and name not in PUBLISHED_NAMES and NAME_WORDS.intersection(NAME_PART.sub("_", name).lower().split("_"))
    ]
    assert wrong == []


def test_no_two_modules_have_the_same_head() -> None:
    times = Counter(head for path, head in heads().items() if path.startswith(("rules/", "service/")))
    assert [head for head, number in times.items() if number > 1] == []


def test_modules_that_docstrings_and_comments_name_exist() -> None:
    """A bare name is a module of any package, such as `commands.py`; a path begins at the root."""
    bare = {path.name for path in sources()}
    named = [(path, name) for path, source in sources().items() for name in NAMED.findall(source)]
    assert named
    missing = [(path, name) for path, name in named if name not in bare and not (ROOT / name).exists()]
    assert [f"{path}: {name}" for path, name in missing] == []
