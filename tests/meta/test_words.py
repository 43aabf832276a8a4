"""User-facing texts: equal keys and placeholders in English and Chinese, Chinese punctuation, plurals."""

import ast
import re
import string
import tomllib
from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path
from typing import Any

import pytest

from rules.contracts.messages import LANGUAGES, Message, in_language, message_factory
from rules.contracts.suggestions import close_matches
from tests.support.chinese import half_width

ROOT = Path(__file__).resolve().parents[2]
TOLD = ("rules", "service", "proto/touchstone/client")
"""Packages with user-facing texts."""
GRAMMAR = {
    Path("rules/language/lexicons/zh.toml"),
    Path("rules/claims/screening/lexicons/zh.toml"),
    Path("rules/claims/screening/lexicons/labels.toml"),
}
"""Input grammars: sentences of published feature files, and screening patterns."""
CLIENT = Path("proto/touchstone/client")
"""Client package; its `unknown` message has three forms."""
PUBLISHED = {Path("service/schemes/cbam/table_imports/drafts.toml")}
"""Texts of published manifests, which never change."""
FILES = sorted(path.relative_to(ROOT) for package in TOLD for path in (ROOT / package).rglob("*.toml"))
_TOLD_FROM = {Path("service/schemes/claims"): (Path("rules/claims"),)}
"""Other packages that create messages from the texts of a package: contradictions."""
BY_LANGUAGE = [
    path for path in FILES if tomllib.loads((ROOT / path).read_text(encoding="utf-8")).keys() == {"en", "zh"}
]
HAN, ENGLISH = re.compile(r"[\u3400-\u9fff]"), re.compile(r"[A-Za-z]{2,} [A-Za-z]{2,}")
REFUSALS = [path for path in FILES if path.name == "refusals.toml"]


def texts(tree: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from texts(value, (*path, key))
    elif isinstance(tree, list):
        for value in tree:
            yield from texts(value, path)
    elif isinstance(tree, str):
        yield path, tree


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def chinese() -> Iterator[tuple[Path, str]]:
    """Yield each user-facing Chinese text with its file. The first language key determines the language."""
    for path in FILES:
        if path not in GRAMMAR | PUBLISHED:
            for keys, text in texts(tomllib.loads((ROOT / path).read_text(encoding="utf-8"))):
                language = next((key[:2] for key in keys if re.split("[_-]", key)[0] in LANGUAGES), path.stem)
                if language == "zh":
                    yield path, text


def test_chinese_texts_have_full_width_punctuation() -> None:
    wrong = [f"{path}: {text}" for path, text in chinese() if half_width(text)]
    assert not wrong, "\n".join(wrong)


def test_chinese_texts_contain_chinese() -> None:
    spoken = ((path, text, re.sub(r"\{[^{}]*\}", "", text)) for path, text in chinese())
    wrong = [f"{path}: {text}" for path, text, said in spoken if ENGLISH.search(said) and not HAN.search(said)]
    assert not wrong, "\n".join(wrong)


def test_both_languages_have_the_same_keys_and_slots(subtests: pytest.Subtests) -> None:
    assert BY_LANGUAGE
    for path in BY_LANGUAGE:
        with subtests.test(str(path)):
            both = tomllib.loads((ROOT / path).read_text(encoding="utf-8"))
            ours, theirs = (sorted(texts(both[language]), key=itemgetter(0)) for language in ("en", "zh"))
            assert [(keys, gaps(text)) for keys, text in ours] == [(keys, gaps(text)) for keys, text in theirs]
            assert {keys[-1] for keys, text in (*ours, *theirs) if not text.strip()} <= {"sentence_gap"}


def test_refusals_have_the_same_slots_in_both_languages_and_are_used() -> None:
    wrong = []
    for path in REFUSALS:
        within = [path.parent, *_TOLD_FROM.get(path.parent, ())]
        sources = "\n".join(file.read_text(encoding="utf-8") for each in within for file in (ROOT / each).glob("*.py"))
        for code, translations in tomllib.loads((ROOT / path).read_text(encoding="utf-8")).items():
            if set(translations) != {"en", "zh"} or gaps(translations["en"]) != gaps(translations["zh"]):
                wrong.append(f"{path}: {code} does not say the same in both languages")
            said_as = code.removesuffix("_NEAR").removesuffix("_KNOWN") if path.parent == CLIENT else code
            if f'"{said_as}"' not in sources and not code.startswith(("KIND_", "NAME_", "NOTE_")):
                wrong.append(f"{path}: nobody says {code}")
    assert not wrong, "\n".join(wrong)


def said_in(path: Path) -> Iterator[tuple[int, str, set[str]]]:
    """Yield each message that a module creates by code: line, code and slots filled."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_message" and node.args:
            code, slots = node.args[0], {keyword.arg for keyword in node.keywords}
            if isinstance(code, ast.Constant) and None not in slots:
                yield node.lineno, str(code.value), {slot for slot in slots if slot is not None}


@pytest.mark.full
def test_every_message_is_created_with_all_its_slots() -> None:
    wrong, count = [], 0
    for package in ("rules", "service"):
        for path in (ROOT / package).rglob("*.py"):
            words = path.with_name("refusals.toml")
            if "message_factory(__name__)" not in path.read_text(encoding="utf-8"):
                continue
            messages = tomllib.loads(words.read_text(encoding="utf-8"))
            for line, code, slots in said_in(path):
                count += 1
                if code not in messages or gaps(messages[code]["en"]) != slots:
                    wrong.append(f"{path.relative_to(ROOT)}:{line}: {code}")
    assert not wrong
    assert count > 200


def test_a_message_is_a_string_with_its_translation() -> None:
    say = message_factory("service.input.tree.nodes")
    message = say(
        "NOT_A", found="colour", what=message_factory("service.input.dossier.dossier_reader")("FACT_OF_CARD"), hint=""
    )
    assert message == "'colour' is not a fact of the scorecard. Correct the name, or remove the entry."
    assert in_language(message, "zh") == "“colour”不是评分卡的事实。请更正名称，或删去该项。"
    assert in_language("plain", "zh") == "plain"
    divided = message_factory("rules.model.table_lookup")("DIVIDED", table="t", code="7208", shown="720810")
    assert divided == "t divides 7208 further; give one of 720810"
    assert isinstance(message, Message)
    assert in_language(say("NOT_ONE_OF", found="x", known=["a", "b"]), "zh") == "“x”不在可选值之中：a、b。请从中选用。"
    assert say("NOT_ONE_OF", found="x", known=[]).startswith("'x' is not one of none.")
    assert in_language(say("NOT_ONE_OF", found="x", known=[]), "zh").startswith("“x”不在可选值之中：无。")


@pytest.mark.parametrize(
    ("word", "meant"),
    [("renewable_shar", ("renewable_share",)), ("certifed", ("certified",)), ("colour", ()), ("share", ())],
)
def test_only_close_matches_are_suggested(word: str, meant: tuple[str, ...]) -> None:
    assert close_matches(word, ("renewable_share", "website_disclosures_made", "certified")) == meant


_UNCOUNTED = {"goods", "is", "has", "was", "gives", "as"}
"""Words after a number that are equal in singular and plural."""


def test_counted_nouns_have_a_singular_and_a_plural_form() -> None:
    plain = [
        f"{path}: {text}"
        for path in FILES
        if (path.name in {"words.toml", "refusals.toml"} or path.parent.name == "words")
        and path.parent != Path("rules/trail")
        for keys, text in texts(tomllib.loads((ROOT / path).read_text(encoding="utf-8")))
        if "zh" not in keys
        for word in re.findall(r"\{(?:count|facts|files|rows|lines|days)\} (?:more )?([a-z]+s)\b", text)
        if word not in _UNCOUNTED
    ]
    assert not plain, "\n".join(plain)
