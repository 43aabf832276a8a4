"""Distribution name of Touchstone in installation instructions.

On the package index, the bare name `touchstone` belongs to another product.
"""

import re
import subprocess
import tomllib
from contextlib import suppress
from functools import cache

import pytest

from tests.support.running import ROOT

BARE = re.compile(
    r"(?<![\w./-])touchstone(?:"
    r"\[\w"  # its extras
    r"|-(?=[\d*…])"  # its wheel
    r"|\s*(?:==|>=|~=|@)\s*[\d\w]"  # a version of it
    r")"
    r"|\binstall(?:\s+-\S+)*(?:\s+\S*dist\S*)?\s+['\"`]*touchstone(?![\w-])"
    r"|安装[^。；，,;]{0,30}[ `'\"]touchstone(?![\w-])"
)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
FOR_DEVELOPERS = {"dev", "benchmarks"}
OTHERS = ("tests/", "scorecards/", "features/", "requirements")
"""Files without installation instructions: tests, cards and lock files."""


@cache
def texts() -> dict[str, str]:
    listed = subprocess.run(("git", "ls-files", "-z"), cwd=ROOT, capture_output=True, text=True, check=True).stdout  # noqa: S607 -- git
    contents = {}
    for path in listed.split("\0"):
        if path and not path.startswith(OTHERS):
            with suppress(UnicodeDecodeError):  # a picture or a workbook
                contents[path] = (ROOT / path).read_text(encoding="utf-8")
    return contents


def lines_naming(text: str) -> list[str]:
    return [line for line in text.splitlines() if BARE.search(line)]


@pytest.mark.parametrize(
    "text",
    [
        "pip install touchstone",
        "pip install 'touchstone[http]'",
        "pip install --find-links dist touchstone",
        "uv pip install --quiet touchstone==0.1.0",
        "install touchstone with its extra",
        "install touchstone[assistant]",
        "pip install dist/touchstone-*.whl or touchstone-0.1.0-py3-none-any.whl",
        "`pip install 'touchstone-….whl[server]'`",
        "请安装带附加组件的 touchstone：",
        '    "touchstone>=0.1",',
    ],
)
def test_an_installation_of_the_bare_name_is_found(text: str) -> None:
    assert lines_naming(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "pip install --find-links dist touchstone-scorecards",
        "pip install 'touchstone-scorecards[bulk,ray]'",
        "the installed `touchstone serve` listens",
        "pip install touchstone-client",
        "install Touchstone with its extra",
        "touchstone.v1",
    ],
)
def test_the_command_and_our_own_package_names_are_not_reported(text: str) -> None:
    assert lines_naming(text) == []


def test_no_text_installs_the_bare_name() -> None:
    assert {"README.md", "Makefile", "service/configuration/refusals.toml", "docs/operations.zh.md"} <= set(texts())
    mentions = {path: lines_naming(text) for path, text in texts().items()}
    assert {path: lines for path, lines in mentions.items() if lines} == {}


def test_the_distribution_is_named_touchstone_scorecards() -> None:
    assert PROJECT["name"] == "touchstone-scorecards"


@pytest.mark.parametrize("page", ["operations.md", "operations.zh.md"])
def test_the_page_on_installing_names_every_extra(page: str) -> None:
    (table,) = re.findall(r"(?:^\| `\w+` \|.*\n)+", (ROOT / "docs" / page).read_text("utf-8"), re.MULTILINE)[:1]
    named = re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)
    assert sorted(named) == sorted(set(PROJECT["optional-dependencies"]) - FOR_DEVELOPERS)


def test_every_extra_in_installation_instructions_exists() -> None:
    named_extras = {
        (path, extra)
        for path, text in texts().items()
        for extras in re.findall(r"touchstone-scorecards\[([\w,]+)\]", text)
        for extra in extras.split(",")
    }
    assert named_extras
    assert {one for one in named_extras if one[1] not in PROJECT["optional-dependencies"]} == set()
