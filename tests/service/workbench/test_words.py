"""Tests of page words: every key that pages and templates use exists, for the workbench also without products."""

from __future__ import annotations

import ast
import difflib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import jinja2.nodes as jinja
import pytest

from rules.contracts import LANGUAGES, package_file
from service.configuration.products import product_folders
from service.workbench.page import page_words
from service.workbench.rendering import templates
from tests.support.templates import template_files

WORKBENCH = package_file("service.workbench", "")
FOLDERS = [WORKBENCH, *(folder for _, folder in product_folders("pages"))]
_METHODS = frozenset({"items", "values", "keys", "get", "format", "partition"})


def _missing(words: Mapping[str, Any], path: tuple[str, ...]) -> str:
    """Return the first missing key of a path with the nearest key, or an empty string."""
    table: Any = words
    for length, key in enumerate(path, 1):
        if not isinstance(table, dict) or key in _METHODS:
            return ""
        if key not in table:
            nearest = difflib.get_close_matches(key, table, 1)
            return f"{'.'.join(path[:length])}{f', perhaps {nearest[0]}' if nearest else ''}"
        table = table[key]
    return ""


@contextmanager
def _known_words(language: str, folder: Path) -> Iterator[dict[str, Any]]:
    """Yield the words that pages in a folder may use: those of the workbench, and of products for their own pages."""
    with pytest.MonkeyPatch.context() as patch:
        if folder == WORKBENCH:
            patch.setattr("service.workbench.page.product_files", lambda *_: ())
        yield page_words.__wrapped__(language)


def _template_paths(file: Path) -> Iterator[tuple[str, ...]]:
    tree = templates().parse(file.read_text(encoding="utf-8"))
    tables = _tables(tree)
    for node in tree.find_all((jinja.Getattr, jinja.Getitem)):
        if (path := _path_of(node, tables)) is not None:
            yield path


def _tables(tree: jinja.Template) -> dict[str, tuple[str, ...]]:
    """Return the names that a template sets to tables of words, unless it sets them to others, too."""
    known: dict[str, tuple[str, ...]] = {"w": ()}
    values: dict[str, list[tuple[str, ...] | None]] = {"w": [()]}
    for node in tree.find_all(jinja.Assign):
        if isinstance(node.target, jinja.Name):
            values.setdefault(node.target.name, []).append(_path_of(node.node, known))
    bound = {each.name for loop in tree.find_all(jinja.For) for each in loop.target.find_all(jinja.Name)}
    bound |= {loop.target.name for loop in tree.find_all(jinja.For) if isinstance(loop.target, jinja.Name)}
    bound |= {argument.name for macro in tree.find_all(jinja.Macro) for argument in macro.args}
    single = {name: paths[0] for name, paths in values.items() if len(set(paths)) == 1 and name not in bound}
    return {name: path for name, path in single.items() if path is not None}


def _path_of(node: jinja.Node, tables: Mapping[str, tuple[str, ...]]) -> tuple[str, ...] | None:
    if isinstance(node, jinja.Name):
        return tables.get(node.name)
    if isinstance(node, jinja.Getattr):
        if node.attr == "w" and isinstance(node.node, jinja.Name) and node.node.name == "v":
            return ()
        before = _path_of(node.node, tables)
        return None if before is None else (*before, node.attr)
    if isinstance(node, jinja.Getitem) and isinstance(node.arg, jinja.Const) and isinstance(node.arg.value, str):
        before = _path_of(node.node, tables)
        return None if before is None else (*before, node.arg.value)
    return None


def _python_paths(source: str) -> Iterator[tuple[str, ...]]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Subscript) and (path := _subscript_path(node)) is not None:
            yield path


def _subscript_path(node: ast.expr) -> tuple[str, ...] | None:
    if isinstance(node, ast.Attribute) and node.attr == "w":
        return ()
    if not isinstance(node, ast.Subscript) or not isinstance(node.slice, ast.Constant):
        return None
    before = _subscript_path(node.value)
    return None if before is None else (*before, str(node.slice.value))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_a_template_exists(language: str, folder: Path) -> None:
    with _known_words(language, folder) as words:
        wrong = {
            f"{path.name}: {missing}"
            for path in template_files()
            if path.is_relative_to(folder)
            for used in _template_paths(path)
            if (missing := _missing(words, used))
        }
    assert sorted(wrong) == []


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_a_page_module_exists(language: str, folder: Path) -> None:
    with _known_words(language, folder) as words:
        wrong = {
            f"{path.name}: {missing}"
            for path in folder.rglob("*.py")
            for used in _python_paths(path.read_text(encoding="utf-8"))
            if (missing := _missing(words, used))
        }
    assert sorted(wrong) == []


def test_a_missing_word_is_reported_with_the_nearest() -> None:
    assert _missing(page_words("en"), ("moves", "nothin")) == "moves.nothin, perhaps nothing"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_severity_of_a_finding_is_labelled_as_its_step_and_not_as_a_grade(language: str) -> None:
    words = page_words(language)
    label = words["field"]["severity"]
    assert label != words["grade"]
    assert label.lower() in words["step"]["reclassify"].lower()
