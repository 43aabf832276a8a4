"""Documentation page of the clients: its programs run and print the documented output."""

import re
from pathlib import Path

import pytest

from tests.support.clients import compiled
from tests.support.running import ROOT, RunningServer

PAGES = ("client-languages.md", "client-languages.zh.md")
FILES = {"typescript": ("ts", "evaluate.ts"), "go": ("go", "main.go"), "java": ("java", "Example.java")}
ADDRESS = "127.0.0.1:50051"
METHOD = re.compile(r"^\s*rpc (\w+)", re.MULTILINE)
NOTE = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)


def block(page: str, language: str) -> str:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    (found,) = re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    return str(found)


@pytest.mark.full
@pytest.mark.parametrize("language", FILES)
def test_the_program_of_the_page_prints_the_output_shown(language: str, server: RunningServer, tmp_path: Path) -> None:
    fence, name = FILES[language]
    source, folder = tmp_path / name, tmp_path / "compiled"
    folder.mkdir()
    source.write_text(block(PAGES[0], fence).replace(ADDRESS, server.address), encoding="utf-8")
    assert compiled(language, source, folder).run() == block(PAGES[0], "text")


def test_both_pages_show_the_same_programs() -> None:
    for fence in ("ts", "go", "java", "text"):
        assert block(PAGES[0], fence) == block(PAGES[1], fence)


def test_no_hand_written_file_of_a_client_names_a_method() -> None:
    """A new method needs no change of a client."""
    api = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "proto/touchstone/v1").glob("*.proto"))
    methods = set(METHOD.findall(api))
    assert len(methods) > 100
    sources = [path for kind in ("go/**/*.go", "java/**/*.java", "typescript/src/*.ts")
               for path in (ROOT / "proto" / "clients").glob(kind)]  # fmt: skip
    assert len(sources) > 20
    for source in sources:
        words = set(re.findall(r"\w+", NOTE.sub("", source.read_text(encoding="utf-8")).lower()))
        assert not words & {method.lower() for method in methods}, source
