"""Plain English for users: words, sentences and form of messages, page texts and documentation."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.meta.test_plain_words import EXEMPT, LONGEST_SENTENCE, SENTENCE_END, WORDS

ROOT = Path(__file__).resolve().parents[2]
NO_MESSAGES = {
    Path("rules/claims/citations.toml"),
    Path("rules/claims/decided.toml"),
    Path("rules/claims/specifics.toml"),
    Path("rules/contracts/citations.toml"),
    Path("service/schemes/cbam/table_imports/drafts.toml"),
    Path("service/schemes/claims/rewriting.toml"),
    Path("service/schemes/claims/things.toml"),
}
"""Titles of instruments, summaries of decided cases, texts of published manifests, and word lists in nine languages."""
STORED = {"DIVIDED", "INCOMPLETE", "LOOK_FURTHER", "NOT_ASKED", "DIFFERENT_ANSWERS", "changelog"}
"""Texts that records and published changelogs contain, which never change."""
NAMES = {"examples", "fields", "name", "options", "own_fields", "places", "to", "value", "word"}
"""Keys of option names, codes and names of sheets, which are no prose."""
FILES = sorted(
    path
    for package in ("rules", "service", "proto/touchstone/client")
    for path in (ROOT / package).rglob("*.toml")
    if "lexicons" not in path.parts and path.relative_to(ROOT) not in NO_MESSAGES
)
REFUSALS = [path for path in FILES if path.name == "refusals.toml"]
PAGES = sorted(
    path
    for path in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"))
    if not path.name.endswith(".zh.md") and not {"adr", "reference"} & set(path.parts)
)
PERSON_WORDS = {"asks?|asked|asking"}
"""Words that describe the actions of persons, such as an assessor and a client."""
USER_WORDS = [word for word in WORDS if word[0].pattern not in {rf"\b(?:{words})\b" for words in PERSON_WORDS}]
CODE = re.compile(r"`[^`]*`|\{[^{}]*\}|https?://\S+|--[\w-]+|[\w/-]+\.(?:toml|md)(?:#[\w-]+)?")
HAN = re.compile(r"[\u3400-\u9fff]")
MAX_LINES = 250
MAX_WIDTH = 100
FRAGMENTS = "# Fragments"
"""Comment above the messages of a file that are parts of longer sentences."""
SENTENCE_START = re.compile(r"[A-Z0-9{'\"“`(\[_/.-]")
SENTENCE_STOP = {"en": re.compile(r"(?:[.!?:][)”\"']?|\})$"), "zh": re.compile(r"(?:[。！？：][）”]?|\})$")}

STEP = re.compile(
    r"(?:(?<=[.!?:;,}]) |^)[(\"'“]?(?:"
    r"accept|add|agree|allow|answer|approve|ask|assign|begin|call|change|check|choose|cite|clear|close|"
    r"combine|compare|complete|conclude|confirm|connect|contact|continue|convert|copy|correct|create|"
    r"decide|declare|decline|delete|describe|divide|do|download|enclose|encode|end|enter|erase|escalate|"
    r"evaluate|explain|export|fetch|fill|fix|format|free|go|have|import|include|install|issue|keep|leave|"
    r"list|log|look|make|mark|move|name|note|open|pass|prepare|print|provide|quote|raise|read|record|"
    r"reduce|register|reinstall|reinstate|remove|rename|renew|repair|repeat|replace|report|request|resolve|"
    r"restore|retain|review|round|run|save|search|see|select|send|set|settle|shorten|show|sign|split|start|"
    r"state|stop|submit|take|translate|try|type|undo|uninstall|unmerge|upload|use|verify|wait|write"
    r")\b",
    re.IGNORECASE,
)
"""An imperative: a verb at the beginning of a sentence or after a comma."""


def english(tree: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """Yield the English texts of a file with their keys."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            if not key.startswith("zh") and key not in STORED | NAMES:
                yield from english(value, (*path, key))
    elif isinstance(tree, list):
        for value in tree:
            yield from english(value, path)
    elif isinstance(tree, str) and not HAN.search(tree):
        yield ".".join(path), CODE.sub("X", tree)


@cache
def messages() -> list[tuple[str, str]]:
    """Return all English texts of messages, commands and pages with their locations."""
    return [
        (f"{path.relative_to(ROOT)}: {key}", text)
        for path in FILES
        for key, text in english(tomllib.loads(path.read_text(encoding="utf-8")))
    ]


def is_prose(line: str) -> bool:
    return not line.startswith(("|", "#", "<", "[")) and "](" not in line and "`" not in line and not HAN.search(line)


def pages() -> Iterator[tuple[str, str]]:
    """Yield the documentation pages without code and Chinese characters, with their paths."""
    for path in PAGES:
        yield str(path.relative_to(ROOT)), HAN.sub("", EXEMPT.sub("X", path.read_text(encoding="utf-8")))


def test_messages_and_pages_use_words_with_one_meaning() -> None:
    wrong = [
        f"{location}: '{match[0]}': write {instead}: {text[:80]}"
        for location, text in messages()
        for word, instead in USER_WORDS
        for match in word.finditer(text)
    ]
    assert not wrong, "\n".join(wrong)


def test_documentation_uses_words_with_one_meaning() -> None:
    wrong = [
        f"{location}: '{match[0]}': write {instead}: {text[max(0, match.start() - 40) : match.end() + 20]!r}"
        for location, text in pages()
        for word, instead in USER_WORDS
        for match in word.finditer(text)
    ]
    assert not wrong, "\n".join(wrong)


def test_messages_have_short_sentences() -> None:
    wrong = [
        f"{location}: {len(sentence.split())} words: {sentence[:80]}"
        for location, text in messages()
        for sentence in SENTENCE_END.split(text)
        if len(sentence.split()) > LONGEST_SENTENCE
    ]
    assert not wrong, "\n".join(wrong)


def refusals() -> Iterator[tuple[str, str, dict[str, str]]]:
    """Yield file, code and texts of the messages that are no fragments."""
    for path in REFUSALS:
        text = path.read_text(encoding="utf-8")
        fragments = set(re.findall(r"^\[(\w+)\]", text.partition(FRAGMENTS)[2], re.MULTILINE))
        for code, both in tomllib.loads(text).items():
            if code not in fragments:
                yield str(path.relative_to(ROOT)), code, both


def test_refusals_name_the_next_step() -> None:
    """Every message has an imperative sentence, or ends with another message, which has one."""
    wrong = [
        f"{path}: {code}: {both['en']}"
        for path, code, both in refusals()
        if not (both["en"].removesuffix("{hint}").rstrip().endswith("}") or STEP.search(both["en"]))
    ]
    assert not wrong, "\n".join(wrong)


PASSED = re.compile(r"CheckResult\.PASSED, _message\(\s*\"(\w+)\"")


def test_a_passed_check_has_a_message_of_its_own() -> None:
    """The message of a failed check names a next step, so a passed check never shares it."""
    shared = [
        f"{path}: {code}"
        for path, code, _ in refusals()
        for module in (ROOT / path).parent.glob("*.py")
        if code in PASSED.findall(module.read_text(encoding="utf-8"))
    ]
    assert not shared


def test_refusals_are_sentences_or_marked_as_fragments() -> None:
    wrong = []
    for path, code, both in refusals():
        if not SENTENCE_START.match(both["en"]):
            wrong.append(f"{path}: {code}: no capital letter: {both['en'][:60]}")
        wrong += [
            f"{path}: {code}: no full stop: {both[language][-40:]}"
            for language, stop in SENTENCE_STOP.items()
            if not stop.search(both[language])
        ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    "page", [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))], ids=lambda page: str(page.relative_to(ROOT))
)
def test_a_page_is_short_and_wrapped(page: Path) -> None:
    """Tables, code and lines with links may be wider."""
    lines = page.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= MAX_LINES
    outside, is_code = [], False
    for line in lines:
        is_code ^= line.lstrip().startswith("```")
        if not is_code and is_prose(line):
            outside.append(line)
    assert [line for line in outside if len(line) > MAX_WIDTH] == []
