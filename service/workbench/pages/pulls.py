"""Pages of scheduled pulls: list with problems and next attempts, and the files of one pull."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rules.contracts import InputError, message_factory
from service.output.mapping.mapper import word_of
from service.workbench.page import Page
from service.workbench.queries import id_of
from touchstone.v1 import pull_service_pb2 as pulls

if TYPE_CHECKING:
    from service.workbench.page import PageRequest, Shown

_message = message_factory(__name__)

_LIST, _RUNS, _RUN = "PullService/ListPulls", "PullService/ListPullRuns", "PullService/RunPull"
_ROOT = "/workbench/pulls"


async def _load_list(page_request: PageRequest) -> Shown:
    request = pulls.ListPullsRequest(
        parent=page_request.parent, page_token=page_request.query.get("page_token", ""),
        language_code=page_request.language,
    )  # fmt: skip
    listed = await page_request.ask(_LIST, request)
    return {
        "pulls": listed.pulls, "next": listed.next_page_token, "id_of": id_of, "may_run": page_request.may(_RUN),
        "case_of": _case_of,
    }  # fmt: skip


def _case_of(target: str) -> str:
    """Return the case id of a target; empty for a batch."""
    parts = target.split("/")
    return parts[3] if parts[0] == "organizations" else ""


async def _run(page_request: PageRequest) -> str:
    name = page_request.typed("pull")
    if not name:
        raise InputError.of("pull", _message("NO_PULL_CHOSEN"), "REQUIRED")
    await page_request.ask(_RUN, pulls.RunPullRequest(name=f"{page_request.parent}/pulls/{name}"))
    return f"{_ROOT}/{name}"


async def _load_runs(page_request: PageRequest) -> Shown:
    name = page_request.path["pull"]
    request = pulls.ListPullRunsRequest(
        parent=f"{page_request.parent}/pulls/{name}", page_token=page_request.query.get("page_token", ""),
        language_code=page_request.language,
    )  # fmt: skip
    listed = await page_request.ask(_RUNS, request)
    runs = [(run, word_of(pulls.PullRun.State, run.state), _case_of(run.dossier)) for run in listed.pull_runs]
    return {"pull": name, "runs": runs, "next": listed.next_page_token}


PAGES = (
    Page(_ROOT, "pulls.html.jinja", _LIST, _load_list, _run, nav="pulls", nav_group="results"),
    Page(f"{_ROOT}/{{pull}}", "pull.html.jinja", _RUNS, _load_runs),
)
