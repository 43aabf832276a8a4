"""`claims screen` command: marked text, JSON offsets, input sources, refusals and sensitivity of detection."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from service.cli.main import app
from service.schemes.claims.answer_frame import words

TEXT = "Our bottle is 100% recycled* (*bottle only). Not climate neutral."


def run(*arguments: str, given: str | bytes | None = None) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["claims", "screen", *arguments], input=given)
    return result.exit_code, result.stdout, result.stderr


def test_claims_are_marked_in_the_text() -> None:
    code, shown, _ = run(TEXT)
    lines = shown.splitlines()
    assert code == 0
    place = next(number for number, line in enumerate(lines) if "100% recycled" in line and number)
    marked = lines[place + 1]
    assert lines[place][marked.index("^") : marked.rindex("^") + 1] == "100% recycled"
    assert "  part, footnote: “bottle only”" in lines
    assert "  denied in the text, so not claimed" in lines
    assert lines[-1] == words("en")["proposal"]


def test_marks_are_aligned_under_chinese_characters() -> None:
    _, shown, _ = run("本产品非常环保，欢迎选购", "--language", "zh")
    lines = shown.splitlines()
    place = next(number for number, line in enumerate(lines) if line.startswith("5: "))
    assert lines[place + 1] == " " * len("5: ") + " " * 2 * len("本产品非常") + "^^^^"
    assert "  笼统宣称；置信度高" in lines


def test_programs_get_offsets_of_the_text() -> None:
    code, shown, _ = run(TEXT, "--format", "json")
    answer = json.loads(shown)
    assert code == 0
    assert len(answer["candidateClaims"]) == 2
    for span in (candidate["span"] for candidate in answer["candidateClaims"]):
        # As in all protobuf JSON, an offset of 0 is left out.
        assert answer["text"][span.get("start", 0) : span["end"]] == span["quote"]
    assert any(candidate.get("openFactPaths") for candidate in answer["candidateClaims"])


def test_files_and_standard_input_are_read(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<nav>green</nav><h1>Carbon neutral soap</h1>", encoding="utf-8")
    _, shown, _ = run(str(page))
    assert "[h1] Carbon neutral soap" in shown
    assert "left out: navigation (1)" in shown
    _, shown, _ = run("-", given="Carbon neutral soap")
    assert "0: Carbon neutral soap" in shown


@pytest.mark.parametrize(
    ("arguments", "expected_message"),
    [
        (("missing.html",), "The file 'missing.html' was not found."),
        (("/",), "The folder '/' contains no readable file."),
        (
            ("text", "--text-language", "pl"),
            "The language 'pl' has no lexicon. Use one of en, de, fr, zh, nl, it, es, da, sv.",
        ),
    ],
)
def test_invalid_arguments_are_refused_with_a_reason(arguments: tuple[str, ...], expected_message: str) -> None:
    code, _, complaint = run(*arguments)
    assert code == 2
    assert expected_message in complaint


def test_a_binary_file_is_refused_in_json_output(tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    code, shown, _ = run(str(path), "--format", "json")
    assert code == 2
    assert "a picture (PNG)" in shown
    assert json.loads(shown)["code"] == 3


@pytest.mark.parametrize(("text", "key"), [("Buy now and save money today", "none"), ("", "empty")])
def test_a_text_without_claims_is_reported_as_such(text: str, key: str) -> None:
    _, shown, _ = run(text)
    assert words("en")[key] in shown


def test_unscreened_text_is_reported() -> None:
    _, shown, _ = run("To opakowanie jest wykonane w całości z papieru z recyklingu i dlatego lepsze.")
    assert "Not screened" in shown
    assert "(pl): no lexicon for this language" in shown
    assert words("en")["none"] in shown


@pytest.mark.parametrize(
    ("arguments", "expected_message"),
    [
        (("missing.html",), "touchstone: TEXT|FILE：未找到文件“missing.html”"),
        (("/",), "touchstone: TEXT|FILE：文件夹“/”中没有可读取的文件"),
        (
            ("text", "--text-language", "pl"),
            "touchstone: --text-language：没有语言“pl”的词表。请使用 en、de、fr、zh、nl、it、es、da、sv 之一。",
        ),
    ],
)
def test_refusals_are_in_chinese(arguments: tuple[str, ...], expected_message: str) -> None:
    code, shown, complaint = run(*arguments, "--language", "zh")
    assert (code, shown) == (2, "")
    assert expected_message in complaint


PAGE = """<!doctype html><html><head><meta property="og:type" content="product"></head><body><nav>Home</nav>
<h1>Our eco-friendly bottle</h1><p>30% less plastic. By 2040 net zero, by 2030 half of it. Carbon neutral.</p>
<button>Add to cart</button></body></html>"""
HALF_WIDTH = re.compile(r"[\u4e00-\u9fff][,;:]|[,;:] ?[\u4e00-\u9fff]")


@pytest.mark.full
@pytest.mark.parametrize("command", [("screen",), ("check", "--jurisdiction", "EU-FR,UK,CN,US")])
def test_chinese_has_chinese_marks(command: tuple[str, ...], tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE)
    asked = ["claims", *command, str(page), "--language", "zh"]
    shown = CliRunner().invoke(app, asked).stdout
    assert len(shown.splitlines()) > 20
    assert [line for line in shown.splitlines() if HALF_WIDTH.search(line)] == []
    assert "navigation" not in shown


def test_facts_shown_on_the_page_are_not_listed_as_missing(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE)
    _, shown, _ = run(str(page))
    assert "audience consumers (“Add to cart”, in the text, confidence medium)" in shown
    wanted = [line for line in shown.splitlines() if "facts still needed:" in line]
    assert wanted
    assert not any("audience" in line or "kind," in line for line in wanted)


LAKES = "Our lakes breathe easier with every refill."


def test_the_caller_chooses_the_sensitivity_of_claim_detection() -> None:
    _, shown, _ = run(LAKES, "--hearing", "keen", "--format", "json")
    (candidate,) = json.loads(shown)["candidateClaims"]
    assert candidate["categories"] == ["heard"]
    assert 50 < candidate["claimPercent"] <= 100
    _, shown, _ = run(LAKES, "--hearing", "keen")
    assert f"likelihood of being a claim: {candidate['claimPercent']} %" in shown
    code, _, error = run(LAKES, "--hearing", "sharp")
    assert code == 2
    assert all(balance in error for balance in ("cautious", "balanced", "keen"))


@pytest.mark.parametrize(
    ("language", "expected_start"), [("en", "No claim was detected, with"), ("zh", "未检出宣称，把握为")]
)
def test_the_absence_of_a_detected_claim_is_reported_with_its_certainty(language: str, expected_start: str) -> None:
    _, shown, _ = run("We open at nine every morning.", "--hearing", "cautious", "--language", language)
    last = shown.splitlines()[-1]
    assert last.startswith(expected_start)
    assert "We open at nine every morning." in last
