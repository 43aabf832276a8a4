"""Language server process over LSP: diagnostics, hover, definition, completion, rename, formatting, quick fixes."""

import json
import os
import queue
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]
SECONDS = 60
Json = Any


class Editor:
    """Editor side of the connection: sends requests and collects responses."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            (sys.executable, "-m", "service.cli.main", "draft", "language-server"),
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'proto'}"},
        )
        self.came: queue.Queue[Json] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()
        self.last = 0
        self.versions = 0
        self.capabilities = self.ask("initialize", processId=None, rootUri=None, capabilities={})["capabilities"]
        self.tell("initialized")

    def _listen(self) -> None:
        out = self.process.stdout
        assert out is not None
        while head := out.readline():
            length = int(head.split(b":")[1])
            while out.readline().strip():
                pass
            self.came.put(json.loads(out.read(length)))

    def _send(self, **message: Json) -> None:
        assert self.process.stdin is not None
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def tell(self, method: str, **params: Json) -> None:
        self._send(method=method, params=params)

    def ask(self, method: str, **params: Json) -> Json:
        self.last += 1
        self._send(id=self.last, method=method, params=params)
        while True:
            message = self.came.get(timeout=SECONDS)
            if message.get("id") == self.last:
                assert "error" not in message, message
                return message["result"]

    def refused(self, method: str, **params: Json) -> str:
        """Send a request that must be refused, and return the error message."""
        self.last += 1
        self._send(id=self.last, method=method, params=params)
        while (message := self.came.get(timeout=SECONDS)).get("id") != self.last:
            pass
        assert message["error"]["code"] == -32803, message
        return str(message["error"]["message"])

    def next_diagnostics(self, path: Path) -> list[Json]:
        """Wait for the next diagnostics of a file."""
        while True:
            message = self.came.get(timeout=SECONDS)
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == path.as_uri():
                diagnostics: list[Json] = message["params"]["diagnostics"]
                return diagnostics

    def open(self, path: Path, text: str | None = None) -> str:
        shown = path.read_text(encoding="utf-8") if text is None else text
        document = {"uri": path.as_uri(), "languageId": "touchstone", "version": 0, "text": shown}
        self.tell("textDocument/didOpen", textDocument=document)
        return shown

    def type(self, path: Path, text: str) -> None:
        self.versions += 1
        document = {"uri": path.as_uri(), "version": self.versions}
        self.tell("textDocument/didChange", textDocument=document, contentChanges=[{"text": text}])

    def close(self, path: Path) -> None:
        self.tell("textDocument/didClose", textDocument={"uri": path.as_uri()})

    def at(self, method: str, path: Path, text: str, words: str, within: str = "") -> Json:
        """Send a request about the end of some words in the first line that also contains `within`."""
        lines = text.split("\n")
        number = next(number for number, line in enumerate(lines) if words in line and within in line)
        before = lines[number][: lines[number].index(words) + len(words)]
        position = {"line": number, "character": len(before.encode("utf-16-le")) // 2}
        return self.ask(f"textDocument/{method}", textDocument={"uri": path.as_uri()}, position=position)


@pytest.fixture(scope="module")
def editor() -> Iterator[Editor]:
    client = Editor()
    yield client
    assert client.ask("shutdown") is None
    client.tell("exit")
    assert client.process.wait(timeout=SECONDS) == 0
    for pipe in (client.process.stdin, client.process.stdout):
        assert pipe is not None
        pipe.close()


@pytest.fixture(scope="module")
def card(editor: Editor, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Card analysed once. One file stays open, so that no test analyses the card again."""
    folder = tmp_path_factory.mktemp("desk") / "zero-carbon-factory"
    shutil.copytree(ROOT / "features" / "zero-carbon-factory", folder)
    path = folder / "card.zh.feature"
    editor.at("hover", path, editor.open(path), "功能")  # which waits until it has been read
    return folder


def worded(range_: Json, text: str) -> str:
    line: bytes = text.split("\n")[int(range_["start"]["line"])].encode("utf-16-le")
    begin, end = range_["start"]["character"], range_["end"]["character"]
    return line[2 * int(begin) : 2 * int(end)].decode("utf-16-le")


@pytest.mark.full
def test_a_mistake_is_reported_while_typing_and_cleared_when_fixed(editor: Editor, card: Path) -> None:
    path = card / "gates.zh.feature"
    text = editor.open(path)
    wrong = text.replace("列入 2023 年", "列入 𠮷 2023 年").replace("核算年度 的末日 自", "核算年渡 的末日 自")
    editor.type(path, wrong)
    (diagnostic,) = [one for one in editor.next_diagnostics(path) if one["code"] == "RL011"]
    assert worded(diagnostic["range"], wrong).startswith("核算年渡")
    assert "核算年度" in diagnostic["message"]
    assert (diagnostic["severity"], diagnostic["source"]) == (1, "touchstone")
    editor.type(path, text)
    assert editor.next_diagnostics(path) == []
    editor.close(path)


@pytest.mark.full
def test_fast_typing_yields_diagnostics_only_for_the_last_text(editor: Editor, card: Path) -> None:
    path = card / "card.zh.feature"
    text = path.read_text(encoding="utf-8")
    for count in range(1, 9):
        editor.type(path, text.replace("并且 下列依据", f"并且 下列依{'剧' * count}"))
    (diagnostic,) = [one for one in editor.next_diagnostics(path) if one["code"] == "RL030"]
    assert worded(diagnostic["range"], text.replace("下列依据", f"下列依{'剧' * count}")) == f"下列依{'剧' * 8}"
    editor.type(path, text)
    assert editor.next_diagnostics(path) == []


def test_hover_shows_label_unit_basis_and_certainty_of_a_name(editor: Editor, card: Path) -> None:
    path = card / "gates.zh.feature"
    text = editor.open(path)
    gate = editor.at("hover", path, text, "| G4-B", "zhejiang")["contents"]["value"]
    assert "门槛" in gate.split("\n")[0]
    assert "浙经信绿色" in gate
    assert "转引" in gate
    fact = editor.at("hover", path, text, "近三年事故次数", "accidents")["contents"]["value"]
    assert "`accidents`" in fact
    assert "- 单位：次" in fact
    assert editor.at("hover", path, text, "门槛不计分") is None
    editor.close(path)


def test_a_name_leads_to_its_definition_in_another_file_and_in_the_other_language(editor: Editor, card: Path) -> None:
    path = card / "consistency.zh.feature"
    text = editor.open(path)
    own, twin = editor.at("definition", path, text, "能耗限定值", "<限定>")
    there = Path(own["uri"].removeprefix("file://"))
    assert there.parent == card
    assert "能耗限定值" in there.read_text(encoding="utf-8").split("\n")[own["range"]["start"]["line"]]
    assert there.name.endswith(".zh.feature")
    assert twin["uri"] == own["uri"].replace(".zh.", ".en.")
    editor.close(path)
    shown = editor.open(there)
    line = shown.split("\n")[own["range"]["start"]["line"]]
    (jumped,) = editor.at("definition", there, shown, line.split("|")[1].strip(), line)
    assert jumped == twin
    editor.close(there)


def test_names_of_an_open_vocabulary_have_hover_texts_and_are_found_from_a_card(editor: Editor, tmp_path: Path) -> None:
    for name in ("green-claim-fr", "vocabulary"):
        shutil.copytree(ROOT / "features" / name, tmp_path / name)
    card = tmp_path / "green-claim-fr" / "card.zh.feature"
    sentence = next(line for line in card.read_text(encoding="utf-8").split("\n") if "取自 claim-facts" in line)
    vocabulary = sentence.split("取自 ")[1].split(" ")[0]
    path = tmp_path / "vocabulary" / f"{vocabulary}.zh.feature"
    text = editor.open(path)
    row = next(line for line in text.split("\n") if line.strip().startswith("|") and "_" in line)
    id = row.split("|")[1].strip()
    assert f"`{id}`" in editor.at("hover", path, text, id, row)["contents"]["value"]
    (twin,) = editor.at("definition", path, text, id, row)
    assert twin["uri"] == (path.parent / f"{vocabulary}.en.feature").as_uri()
    editor.close(path)
    shown = editor.open(card)
    locations = editor.at("definition", card, shown, vocabulary, sentence)
    assert [one["uri"] for one in locations] == [path.as_uri(), twin["uri"]]
    editor.close(card)


def test_a_file_is_formatted_as_by_the_format_command(editor: Editor, card: Path) -> None:
    path = card / "gates.zh.feature"
    text = path.read_text(encoding="utf-8")
    editor.open(path, text.replace("   |", " |").replace("\n\n", "\n\n\n"))
    document = {"uri": path.as_uri()}
    options = {"tabSize": 2, "insertSpaces": True}
    (edit,) = editor.ask("textDocument/formatting", textDocument=document, options=options)
    assert edit["newText"] == text
    assert edit["range"]["start"] == {"line": 0, "character": 0}
    editor.type(path, edit["newText"])
    assert editor.ask("textDocument/formatting", textDocument=document, options=options) == []
    editor.close(path)


TYPED = [
    ("gates.zh.feature", "    并且 下列门", ["下列门槛"]),
    ("gates.zh.feature", "    并且 量 a, ", ["近三年事故次数"]),
    ("gates.en.feature", "    And ", ["this scorecard", "these gates"]),
    ("gates.en.feature", "Ru", ["Rule:"]),
]


CELLS = [
    ("| G4-B | 列入 2023 年目录者达到标杆水平 | 能耗强度水平 为 ", ["标杆水平", "未达先进值"]),
    ("| G4-B | 列入 2023 年目录者达到标杆水平 | 能耗强", ["能耗强度水平"]),
    ("| G4-B | 𠮷 | 近三年事故次数 ", ["不高于 …"]),
    ("| G4-B | 列入 | 近三年事故次数 不高于 3 ", ["次"]),
    ("| G4-B | 列入 | 清册经核查 为 是 | 核", ["核算年度"]),
    ("| G4-B | 列入 | 清册经核查 为 是 | | zhejiang, ben", ["benchmark-list"]),
]


def test_a_cell_is_completed(editor: Editor, card: Path) -> None:
    path = card / "gates.zh.feature"
    text = editor.open(path)
    assert editor.at("hover", path, text, "近三年事故次数", "accidents")
    row = next(line for line in text.split("\n") if "| G4-B" in line)
    for written, wanted in CELLS:
        half = text.replace(row, f"{row[: row.index('|')]}{written}", 1)
        editor.type(path, half)
        completed(editor, path, half, written, wanted)
    editor.close(path)


DECLARED_CELLS = [
    ("    并且 下列事实", "| 事实 | 既定 |", "| 新一 | ", ["是", "否"]),
    ("    并且 下列事实取自此前的评定", "| 事实 | 可填报 |", "| 新二 | ", ["是", "否"]),
    ("    并且 下列事实", "| 事实 | 类型 |", "| 新三 | ", ["日期"]),
    ("    并且 本评分卡", "| 项目 | 内容 |", "| 用途 | ", ["证书"]),
    ("    并且 下列门槛", "| 编号 | 门槛 |", "| G4", ["G4-B"]),
]
"""Sentence above a table, heading, begun row, and some of the expected proposals."""


def test_cells_are_completed_as_declared_for_their_column(editor: Editor, card: Path) -> None:
    path = card / "gates.zh.feature"
    text = path.read_text(encoding="utf-8")
    editor.open(path, text)
    for sentence, heading, written, wanted in DECLARED_CELLS:
        begun = text.replace("背景:\n", f"背景:\n{sentence}\n      {heading}\n      {written}\n", 1)
        editor.type(path, begun)
        completed(editor, path, begun, written, wanted)
    editor.close(path)


@pytest.mark.parametrize(
    ("sentence", "heading", "written"),
    [
        ("    并且 本评分卡", "| 项目 | 内容 |", "| 名称 | "),
        ("    并且 下列事实", "| 事实 | 名称 |", "| 新一 | "),
        ("    并且 下列事实", "| 事实 | 证据 |", "| 新一 | "),
    ],
)
def test_free_text_cells_are_not_completed(
    editor: Editor, card: Path, sentence: str, heading: str, written: str
) -> None:
    path = card / "gates.zh.feature"
    text = path.read_text(encoding="utf-8")
    editor.open(path, text)
    begun = text.replace("背景:\n", f"背景:\n{sentence}\n      {heading}\n      {written}\n", 1)
    editor.type(path, begun)
    assert editor.at("completion", path, begun, written)["items"] == []
    editor.close(path)


def test_a_sentence_is_completed(editor: Editor, card: Path) -> None:
    for name, written, wanted in TYPED:
        path = card / name
        text = path.read_text(encoding="utf-8").replace("Background:\n", f"Background:\n{written}\n", 1)
        text = text.replace("背景:\n", f"背景:\n{written}\n", 1)
        editor.open(path, text)
        completed(editor, path, text, written, wanted)
        editor.close(path)


def completed(editor: Editor, path: Path, text: str, written: str, wanted: list[str]) -> None:
    items = editor.at("completion", path, text, written)["items"]
    labels = [item["label"] for item in items]
    assert set(wanted) <= set(labels), labels
    for item in (item for item in items if item["label"] in wanted):
        begun = worded(item["textEdit"]["range"], text)
        assert item["label"].startswith(begun)
        assert written.endswith(begun)


DEEP = "(" * 3_000 + "1" + ")" * 3_000

BAD = {
    "deep": (
        "deep/card.en.feature",
        f"# language: en\nFeature: a\n  Background:\n    Given quantity a, on b\n      | is |\n      | {DEEP} |\n",
    ),
    "no folder": ("nowhere/card.en.feature", "# language: en\nFeature: a\n"),
    "no card": ("notes/notes.feature", "Feature: notes\n"),
    "nothing": ("empty/card.zh.feature", ""),
    "half a table": (
        "half/card.zh.feature",
        "# language: zh-CN\n功能: 半\n  背景:\n    假如 下列事实\n      | 事实 | 名\n      | a",
    ),
    "a bar": ("bar/card.en.feature", "|"),
    "fences": (
        "fences/card.en.feature",
        '# language: en\nFeature: a\n  Background:\n    Given this scorecard\n      """\n',
    ),
    "odd characters": (
        "odd/card.en.feature",
        "# language: en\r\nFeature: \u2028\x0c\ud83d\ude00\ud800\0\r\n  | \\| |\r\n",
    ),
    "too large": ("large/card.en.feature", "#" * 2_000_001),
}


@pytest.mark.full(sample=5)
@pytest.mark.parametrize("case", BAD)
def test_whatever_is_half_typed_or_misplaced_is_answered(editor: Editor, tmp_path: Path, case: str) -> None:
    name, text = BAD[case]
    path = tmp_path / name
    editor.open(path, text)
    assert editor.next_diagnostics(path)
    lines = text.split("\n")
    document = {"uri": path.as_uri()}
    for line in (0, len(lines) - 1, len(lines) + 5):
        for character in (0, 3, 10_000):
            position = {"line": line, "character": character}
            for method in ("hover", "definition", "completion"):
                editor.ask(f"textDocument/{method}", textDocument=document, position=position)
    options = {"tabSize": 2, "insertSpaces": True}
    editor.ask("textDocument/formatting", textDocument=document, options=options)
    editor.close(path)
    assert editor.next_diagnostics(path) == []


@pytest.mark.parametrize("uri", ["untitled:Untitled-1", "git:/a/card.en.feature", "file:", "file:///%00", "x"])
def test_a_uri_that_is_not_a_file_is_ignored(editor: Editor, uri: str) -> None:
    editor.tell(
        "textDocument/didOpen", textDocument={"uri": uri, "languageId": "touchstone", "version": 0, "text": "|"}
    )
    position = {"line": 0, "character": 1}
    assert editor.ask("textDocument/hover", textDocument={"uri": uri}, position=position) is None
    editor.tell("textDocument/didClose", textDocument={"uri": uri})


OFFICE = ROOT / "examples" / "guide" / "green-office"


@pytest.fixture(scope="module")
def office(editor: Editor, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small card of the guide, with one file open."""
    folder = tmp_path_factory.mktemp("guide") / "green-office"
    shutil.copytree(OFFICE, folder)
    path = folder / "rules.en.feature"
    editor.at("hover", path, editor.open(path), "Feature")
    return folder


def test_the_server_announces_its_capabilities(editor: Editor) -> None:
    provides = editor.capabilities
    assert provides["documentSymbolProvider"]
    assert provides["referencesProvider"]
    assert provides["renameProvider"]
    assert provides["codeActionProvider"]


def test_a_file_shows_its_rules_scenarios_and_names(editor: Editor, office: Path) -> None:
    path = office / "rules.en.feature"
    text = path.read_text(encoding="utf-8")
    symbols = editor.ask("textDocument/documentSymbol", textDocument={"uri": path.as_uri()})
    titles = [line.split(": ", 1)[1] for line in text.split("\n") if line.strip().startswith("Rule: ")]
    rules = [one for one in symbols if one["kind"] == 3]
    assert [one["name"] for one in rules] == titles
    inside = {each["name"]: one["name"] for one in rules for each in one["children"]}
    scenarios = [line.split(": ", 1)[1] for line in text.split("\n") if line.strip().startswith("Scenario")]
    assert set(scenarios) <= inside.keys() | {one["name"] for one in symbols}
    every = [*symbols, *(each for one in rules for each in one["children"])]
    assert {"green share", "G3"} <= {one["name"] for one in every} | {one.get("detail") for one in every}
    for symbol in every:
        assert (
            symbol["range"]["start"]["line"]
            <= symbol["selectionRange"]["start"]["line"]
            <= symbol["range"]["end"]["line"]
        )
    assert editor.ask("textDocument/documentSymbol", textDocument={"uri": (office / "x.txt").as_uri()}) == []


def test_all_occurrences_of_a_name_are_found(editor: Editor, office: Path) -> None:
    path = office / "rules.en.feature"
    text = path.read_text(encoding="utf-8")
    lines = text.split("\n")
    number = next(number for number, line in enumerate(lines) if "green power" in line)
    position = {"line": number, "character": lines[number].index("green power") + 3}
    asked = {"textDocument": {"uri": path.as_uri()}, "position": position}
    every, others = (
        editor.ask("textDocument/references", **asked, context={"includeDeclaration": each}) for each in (True, False)
    )
    words = {worded(one["range"], (office / one["uri"].rsplit("/", 1)[1]).read_text(encoding="utf-8")) for one in every}
    assert words == {"renewable", "green power", "绿电量"}
    assert {one["uri"].rsplit("/", 1)[1][-11:] for one in every} == {".en.feature", ".zh.feature"}
    assert len(every) > len(others) > 0


def test_a_name_is_renamed_in_all_files_or_refused_with_a_reason(editor: Editor, office: Path) -> None:
    path = office / "card.en.feature"
    text = path.read_text(encoding="utf-8")
    lines = text.split("\n")
    number = next(number for number, line in enumerate(lines) if line.strip().startswith("| renewable "))
    at = {
        "textDocument": {"uri": path.as_uri()},
        "position": {"line": number, "character": lines[number].index("renewable") + 2},
    }
    editor.open(path)
    assert editor.ask("textDocument/prepareRename", **at)["placeholder"] == "renewable"
    changes = editor.ask("textDocument/rename", **at, newName="from_sun_and_wind")["changes"]
    assert {uri.rsplit("/", 1)[1][:4] for uri in changes} >= {"card"}
    for uri, edits in changes.items():
        own = (office / uri.rsplit("/", 1)[1]).read_text(encoding="utf-8")
        assert {worded(one["range"], own) for one in edits} == {"renewable"}
        assert {one["newText"] for one in edits} == {"from_sun_and_wind"}
    assert "a b" in editor.refused("textDocument/rename", **at, newName="a b")
    editor.close(path)


def test_the_replacement_in_a_hint_is_offered_as_a_quick_fix(editor: Editor, office: Path) -> None:
    path = office / "rules.zh.feature"
    text = path.read_text(encoding="utf-8")
    wrong = text.replace("绿电量", "绿点量", 1)
    assert wrong != text
    editor.open(path, wrong)
    diagnostics = [one for one in editor.next_diagnostics(path) if one["code"] == "RL011"]
    document = {"uri": path.as_uri()}
    offered = editor.ask(
        "textDocument/codeAction",
        textDocument=document,
        range=diagnostics[0]["range"],
        context={"diagnostics": diagnostics},
    )
    edits = [one["edit"]["changes"][path.as_uri()][0] for one in offered]
    assert "绿电量" in {one["newText"] for one in edits}
    assert {one["kind"] for one in offered} == {"quickfix"}
    assert {one["title"] for one in offered} >= {"改为 绿电量"}
    assert {worded(one["range"], wrong) for one in edits} == {"绿点量"}
    nothing = {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}
    assert (
        editor.ask("textDocument/codeAction", textDocument=document, range=nothing, context={"diagnostics": []}) == []
    )
    editor.close(path)
