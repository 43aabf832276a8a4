"""Report page in a real browser: layout, contrast, A4 print, and no network requests."""

from __future__ import annotations

import html
import json
import re
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest

from tests.service.output.report.browser import find_browser, run, served
from tests.service.output.report.pages import CASES, LANGUAGES, Case, read

A4_POINTS = (595, 842)
WIDTHS = {"A4": 794, "screen": 1280}
PHONE = 390

# Measures the page as laid out, in a copy without the policy that forbids scripts.
MEASURE = """
<script>
const luminance = (colour) => colour.match(/[0-9.]+/g).slice(0, 3).map((part) => {
  const share = part / 255;
  return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}).reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0);
const behind = (element) => {
  for (let one = element; one; one = one.parentElement) {
    const colour = getComputedStyle(one).backgroundColor;
    if (!colour.endsWith(", 0)")) return colour;
  }
  return "rgb(255, 255, 255)";
};
let contrast = 21, texts = 0, wide = [];
document.querySelectorAll("details").forEach((one) => { one.open = true; });
document.querySelectorAll("main *:not(svg *)").forEach((element) => {
  if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0
      && getComputedStyle(element).display !== "inline") wide.push(element.className || element.tagName);
  const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  if (!own) return;
  texts += 1;
  const pair = [luminance(getComputedStyle(element).color), luminance(behind(element))].sort((a, b) => b - a);
  contrast = Math.min(contrast, (pair[0] + 0.05) / (pair[1] + 0.05));
});
const boxes = [...document.querySelectorAll("svg[role=img]")].map((one) => one.getBoundingClientRect());
const facts = {
  contrast, texts, wide,
  overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  charts: boxes.length, flat: boxes.filter((box) => box.width < 40 || box.height < 8).length,
  right: Math.max(...boxes.map((box) => box.right)), width: document.documentElement.clientWidth,
};
document.title = "FACTS" + JSON.stringify(facts) + "END";
</script>
"""


@pytest.fixture(scope="module")
def browser() -> str:
    return find_browser()


def saved(folder: Path, page: str) -> str:
    path = folder / "page.html"
    path.write_text(page, encoding="utf-8")
    return path.as_uri()


def brightness(png: bytes) -> tuple[int, int, set[bytes]]:
    """Return width, height and the distinct pixel rows of a PNG image."""
    width, height, depth, colours, _, _, interlaced = struct.unpack(">IIBBBBB", png[16:29])
    assert (depth, interlaced) == (8, 0)
    data, place = b"", 8
    while place < len(png):
        (length,) = struct.unpack(">I", png[place : place + 4])
        if png[place + 4 : place + 8] == b"IDAT":
            data += png[place + 8 : place + 8 + length]
        place += length + 12
    points = zlib.decompress(data)
    stride = 1 + width * {2: 3, 6: 4}[colours]
    return width, height, {points[row * stride : (row + 1) * stride] for row in range(height)}


@pytest.mark.full
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("medium", WIDTHS)
def test_the_page_fits_and_can_be_read(
    browser: str, cases: dict[str, Case], tmp_path: Path, name: str, language: str, medium: str
) -> None:
    page = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", cases[name].page(language))
    address = saved(tmp_path, page.replace("</body>", f"{MEASURE}</body>"))
    facts = measured(run(browser, tmp_path / "profile", f"--window-size={WIDTHS[medium]},1000", "--dump-dom", address))
    assert facts["overflow"] <= 0
    assert facts["wide"] == []
    assert facts["contrast"] >= 4.5
    assert facts["texts"] > 200
    assert facts["charts"] >= 7
    assert facts["flat"] == 0
    assert facts["right"] <= facts["width"]


@pytest.mark.full
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CASES)
def test_the_page_fits_a_phone(browser: str, cases: dict[str, Case], tmp_path: Path, name: str, language: str) -> None:
    page = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", cases[name].page(language, appendix=True))
    telling = MEASURE.replace("document.title =", "parent.document.title =")
    framed = html.escape(page.replace("</body>", f"{telling}</body>"), quote=True)
    # A window is never narrower than a browser wants it, a frame is.
    address = saved(tmp_path, f'<iframe srcdoc="{framed}" style="width:{PHONE}px;height:800px;border:0"></iframe>')
    facts = measured(run(browser, tmp_path / "profile", "--window-size=800,1000", "--dump-dom", address))
    assert facts["width"] <= PHONE
    assert facts["overflow"] <= 0
    assert facts["wide"] == []
    assert facts["right"] <= facts["width"]


def measured(shown: str) -> dict[str, Any]:
    match = re.search(r"<title>FACTS(.*?)END</title>", shown, re.DOTALL)
    assert match is not None, "the page was not measured"
    facts: dict[str, Any] = json.loads(match[1])
    return facts


@pytest.mark.full
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_picture_of_the_page_is_not_blank(
    browser: str, cases: dict[str, Case], tmp_path: Path, language: str
) -> None:
    picture = tmp_path / "page.png"
    address = saved(tmp_path, cases["worked"].page(language))
    run(browser, tmp_path / "profile", "--window-size=1280,1600", f"--screenshot={picture}", address)
    width, height, rows = brightness(picture.read_bytes())
    assert (width, height) == (1280, 1600)
    assert len(rows) > 300


@pytest.mark.full
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CASES)
def test_the_page_prints_on_a4(browser: str, cases: dict[str, Case], tmp_path: Path, name: str, language: str) -> None:
    case = cases[name]
    assert 5 <= len(printed(browser, tmp_path / "closed", case.page(language))) <= 17
    if name == "worked":
        pages = len(printed(browser, tmp_path / "open", case.page(language, appendix=True)))
        assert pages > 17, "the appendix holds the whole trail"


def printed(browser: str, folder: Path, page: str) -> list[bytes]:
    folder.mkdir()
    target = folder / "page.pdf"
    run(browser, folder / "profile", "--no-pdf-header-footer", f"--print-to-pdf={target}", saved(folder, page))
    content = target.read_bytes()
    assert content.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", content)) > 0
    sizes = re.findall(rb"/MediaBox\s*\[\s*0 0 ([0-9.]+) ([0-9.]+)\s*\]", content)
    assert {(round(float(width)), round(float(height))) for width, height in sizes} == {A4_POINTS}
    return re.findall(rb"/Type\s*/Page\b", content)


def requests_of(browser: str, folder: Path, page: str) -> tuple[list[str], set[str]]:
    """Open a page from a server; return the paths requested from it and the URLs requested elsewhere."""
    folder.mkdir()
    log = folder / "net.json"
    with served(page) as (address, asked):
        run(browser, folder / "profile", f"--log-net-log={log}", "--virtual-time-budget=2000", "--dump-dom", address)
    events = json.loads(log.read_text(encoding="utf-8"))["events"]
    wanted = {
        event["params"]["url"]
        for event in events
        if "url" in event.get("params", {}) and event["params"].get("initiator") == address.rstrip("/")
    }
    return asked, wanted


@pytest.mark.full
def test_the_page_sends_no_network_requests(browser: str, cases: dict[str, Case], tmp_path: Path) -> None:
    page = cases["open"].page("en")
    assert requests_of(browser, tmp_path / "page", page) == (["/"], set())
    tempting = '<img src="/x.png"><img src="http://tracker.invalid/y.png"><script src="/z.js"></script>'
    bare = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page).replace(
        "</main>", f"{tempting}</main>"
    )
    asked, wanted = requests_of(browser, tmp_path / "bare", bare)
    assert {"/x.png", "/z.js"} <= set(asked), "without its policy the same page would ask"
    assert "http://tracker.invalid/y.png" in wanted
    guarded = page.replace("</main>", f"{tempting}</main>")
    assert requests_of(browser, tmp_path / "guarded", guarded) == (["/"], set())


@pytest.mark.full
def test_the_browser_reads_the_text_that_was_written(browser: str, cases: dict[str, Case], tmp_path: Path) -> None:
    page = cases["worked"].page("zh")
    shown = run(browser, tmp_path / "profile", "--dump-dom", saved(tmp_path, page))
    assert read(shown[shown.index("<html") :].strip()).text() == read(page).text()
