"""Error texts of pages: a refusal that a browser can show names no shell command."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from rules.contracts.messages import LANGUAGES
from service.configuration.folders import CHECKOUT
from service.workbench.page import PageRequest

_COMMAND = re.compile(r"touchstone [a-z]+|(?<![a-z-])--[a-z]|pip install|iconv|curl ")
_OF_COMMANDS = {
    "service/batch", "service/bulk", "service/cli", "service/configuration", "service/proofs",
    "service/output/terminal", "service/schemes/footprint", "service/schemes/rating/weights",
    "service/schemes/cbam/quarterly_report", "service/schemes/cbam/table_imports", "rules/claims/screening/encoder",
}  # fmt: skip
"""Packages with refusals that reach only a terminal or the server log, never a page."""
_KEYS_OF_COMMANDS = {
    "service/api": {
        "KEY_UNKNOWN",
        "KEY_REVOKED",
        "KEY_EXPIRED",
        "OPEN_TO_THE_NETWORK",
        "NOT_PROVED_OFFLINE",
        "NO_PARQUET",
    },
    "service/approval": {"KEY_FORM"},
    "service/base": {"RUN_DAMAGED", "OTHER_RUN", "RUN_BEGUN", "PROCESS_ENDED"},
    "service/calendar": {"NEEDS_ARCHIVE"},
    "service/cases": {"PERSON_FOR_STEP"},
    "service/drafts": {"NOT_EMPTY", "WRITE_WITHOUT_DRAFT"},
    "service/gazette": {"CARRIED"},
    "service/identity": {"CREDENTIAL_REQUIRED"},
    "service/input": {"ARGUED_SLIPS"},
    "service/schemes/cbam": {"NO_SUCH_FORM"},
    "service/schemes/rating/ranking": {"WORKBOOK_NEEDS_OUT"},
    "service/schemes/claims": {"STORED_BY_SERVER"},
    "service/serving": {"SERVER_OR_STORE_NEEDED"},
    "service/store": {
        "OTHER_KIND",
        "NO_STORE_THERE",
        "REBUILD_ARCHIVED",
        "ARCHIVE_OF_FILE",
        "MONTH_ARCHIVED",
        "MONTH_EMPTY",
        "MONTH_PENDING",
        "NO_ARCHIVE_OF_STORE",
        "RETURNED_OTHERWISE",
    },
}
"""Single refusals of that kind in other packages."""


def _refusals() -> list[Path]:
    files = [*(CHECKOUT / "service").rglob("refusals.toml"), *(CHECKOUT / "rules").rglob("refusals.toml")]
    return [path for path in sorted(files) if str(path.parent.relative_to(CHECKOUT)) not in _OF_COMMANDS]


@pytest.mark.parametrize("path", _refusals(), ids=lambda path: str(path.parent.relative_to(CHECKOUT)))
def test_no_error_text_of_a_page_names_a_shell_command(path: Path) -> None:
    exempt = _KEYS_OF_COMMANDS.get(str(path.parent.relative_to(CHECKOUT)), set())
    texts = {
        (key, language): _shown(refusal[language])
        for key, refusal in tomllib.loads(path.read_text(encoding="utf-8")).items()
        for language in LANGUAGES
    }
    naming = {key for (key, _), text in texts.items() if _COMMAND.search(text)}
    assert naming == exempt


def _shown(text: str) -> str:
    """Return a text as a page shows it."""
    page_request = object.__new__(PageRequest)
    page_request.language = "en"
    return page_request.localize(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Save it as UTF-8. To convert it, run `iconv -f GBK -t UTF-8 OLD > NEW`.", "Save it as UTF-8."),
        ("尚未安装。请运行 pip install 'touchstone-scorecards[bulk]'。", "尚未安装。"),
        ("请安装附加组件：pip install 'touchstone-scorecards[bulk]'", "请安装附加组件"),
        ("a colon: no command", "a colon: no command"),
    ],
)
def test_a_command_at_the_end_of_a_text_is_removed(text: str, shown: str) -> None:
    assert _shown(text) == shown
