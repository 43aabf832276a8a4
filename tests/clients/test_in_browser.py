"""Client in TypeScript in a browser: calls over HTTP to the origin of the page."""

from __future__ import annotations

import json
import mimetypes
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.service.output.report.browser import find_browser
from tests.support.clients import compiled
from tests.support.running import ROOT, RunningServer

if TYPE_CHECKING:
    from playwright.sync_api import Route

SCRIPT = ROOT / "examples" / "clients" / "typescript" / "evaluate.ts"
FOLDER = "/client-in-browser/"
PACKAGES = {
    "@bufbuild/protobuf": "@bufbuild/protobuf/dist/esm/index.js",
    **{
        f"@bufbuild/protobuf/{part}": f"@bufbuild/protobuf/dist/esm/{part}/index.js"
        for part in ("codegenv2", "reflect", "wire", "wkt")
    },
    "@connectrpc/connect": "@connectrpc/connect/dist/esm/index.js",
    "touchstone-client": "touchstone-client/dist/index.js",
    **{
        f"touchstone-client/v1/{file}": f"touchstone-client/dist/generated/touchstone/v1/{file}_pb.js"
        for file in ("evaluation_service", "scorecard_service")
    },
}
PROGRAM = """
import { connectHttp, errorOfItem, pages, ServerError } from "touchstone-client";
import { EvaluationService } from "touchstone-client/v1/evaluation_service";
import { ScorecardService } from "touchstone-client/v1/scorecard_service";

const connection = connectHttp();
const evaluations = connection.service(EvaluationService);
const result = { pages: 0, answers: [], refused: "" };
const scorecards = connection.service(ScorecardService);
for await (const page of pages(scorecards.listScorecards, { pageSize: 20 })) result.pages += 1;
const subject = { subject: "organizations/example/subjects/factory-7", scorecard: "scorecards/zero-carbon-factory" };
const unknown = { factId: "penalty", value: { kind: { case: "number", value: "1" }, unit: "time" } };
async function* requests() {
  for (const facts of [[], [unknown]])
    yield { ...subject, asOfDate: "2026-11-20", facts, requestId: crypto.randomUUID() };
}
for await (const { result: answer } of evaluations.streamEvaluateSubjects(requests()))
  result.answers.push(answer.case === "error" ? errorOfItem(answer.value).reason : answer.case);
try {
  await evaluations.evaluateSubject({ ...subject, asOfDate: "tomorrow" });
} catch (error) {
  result.refused = error instanceof ServerError ? error.reason : String(error);
}
window.result = result;
"""


@pytest.mark.full
def test_a_page_calls_the_server_that_it_comes_from(server: RunningServer, tmp_path: Path) -> None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- slow to load

    executable = find_browser()
    compiled("typescript", SCRIPT, tmp_path)
    imports = json.dumps({"imports": {name: FOLDER + path for name, path in PACKAGES.items()}})
    document = f'<!doctype html><script type="importmap">{imports}</script><script type="module">{PROGRAM}</script>'

    def serve(route: Route) -> None:
        path = route.request.url.partition(FOLDER)[2]
        if not path:
            route.fulfill(body=document, content_type="text/html")
            return
        file = tmp_path / "node_modules" / path
        route.fulfill(body=file.read_bytes(), content_type=mimetypes.guess_type(path)[0] or "text/javascript")

    with sync_playwright() as playing:
        browser = playing.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        page = browser.new_page()
        problems: list[str] = []
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.route(f"**{FOLDER}**", serve)
        page.goto(server.http + FOLDER)
        page.wait_for_function("window.result", timeout=60_000)
        result = page.evaluate("window.result")
        browser.close()
    assert not problems
    assert result["pages"] > 1
    assert result["answers"] == ["evaluation", "INVALID_FIELDS"]
    assert result["refused"] == "INVALID_FIELDS"
