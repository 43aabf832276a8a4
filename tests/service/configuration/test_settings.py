"""Service settings: generated table of their page, misspelt environment variables, and refusal to start."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from rules.contracts.errors import InputError
from service.configuration.settings import check_environment, combined_settings_class
from service.reference.pages import settings_page
from tests.support.running import COMMAND, ROOT


@pytest.mark.full
def test_help_names_the_page_of_the_settings() -> None:
    shown = subprocess.run((*COMMAND, "--help"), cwd=ROOT, capture_output=True, text=True, check=True).stdout  # noqa: S603 -- ours
    assert "docs/settings.md" in shown


@pytest.mark.parametrize(
    ("name", "language", "link"),
    [("settings.md", "en", "([proof.md](proof.md#"), ("settings.zh.md", "zh", "（[proof.zh.md](proof.zh.md#")],
)
def test_the_settings_page_describes_every_setting_as_its_class_does(name: str, language: str, link: str) -> None:
    page = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert settings_page(page, language) == page, "`make docs` brings it up to date"
    rows = dict(re.findall(r"^\| `TOUCHSTONE_(\w+)` \| (.+?) \|", page, re.MULTILINE))
    assert set(map(str.lower, rows)) == set(combined_settings_class().model_fields)
    assert (rows["ADDRESS"], rows["QUOTA_ITEMS_BURST"], rows["REFLECTION"]) == ("`127.0.0.1:50051`", "1,000", "true")
    assert link in page


def test_an_outdated_settings_page_is_updated() -> None:
    page = (ROOT / "docs/settings.md").read_text(encoding="utf-8")
    older = page.replace("| 50", "| 40").replace("| `TOUCHSTONE_LOG_LEVEL`", "| `TOUCHSTONE_LOUDNESS`")
    assert older != page
    assert settings_page(older, "en") == page


@pytest.mark.parametrize(
    "name",
    [
        *(f"TOUCHSTONE_{name.upper()}" for name in combined_settings_class().model_fields),
        "touchstone_address",
        "TOUCHSTONE_LANGUAGE",
        "TOUCHSTONE_CACHE",
        "TOUCHSTONE_SERVICE_HOST",
        "TOUCHSTONE_PORT",
        "TOUCHSTONE_PORT_50051_TCP_ADDR",
        "TOUCHSTONES_IN_FLIGHT",
        "PATH",
    ],
)
def test_known_settings_and_variables_of_other_programs_are_accepted(name: str) -> None:
    check_environment((name,))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("TOUCHSTONE_MAXIMUM_INFLIGHT", "id you mean 'TOUCHSTONE_MAXIMUM_IN_FLIGHT'?"),
        ("touchstone_adress", "id you mean 'TOUCHSTONE_ADDRESS'?"),
        ("TOUCHSTONE_PORTS", "This setting does not exist."),
        ("TOUCHSTONE_", "This setting does not exist."),
    ],
)
def test_an_unknown_setting_is_refused(name: str, words: str) -> None:
    with pytest.raises(InputError) as refused:
        check_environment(("PATH", name))
    (violation,) = refused.value.violations
    assert violation.field == name
    assert words in violation.description


@pytest.mark.full
@pytest.mark.parametrize(("language", "words"), [("en", "This setting does not exist."), ("zh", "没有这个设置项")])
def test_a_server_with_a_misspelt_setting_does_not_start(tmp_path: Path, language: str, words: str) -> None:
    misspelt = {"TOUCHSTONE_GRACE_SECOND": "60", "TOUCHSTONE_DATABASE": "sqlite:///other.sqlite3"}
    ended = subprocess.run(  # noqa: S603 -- the command is our own
        (*COMMAND, "--language", language, "--database-url", f"sqlite:///{tmp_path}/store.sqlite3"),
        cwd=ROOT,
        env={**os.environ, **misspelt},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 2
    for name in misspelt:
        assert name in ended.stderr
    assert words in ended.stderr
    assert not list(tmp_path.iterdir())
