"""Promotion by pages and commands between two servers: the mark of the environment, signatures, download and import."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from rules.model.published_version import PublishedVersion
from service.identity.principals import Role
from tests.support.browsing import Browser, new_account_at
from tests.support.commands import touchstone
from tests.support.feeds import signed_feed
from tests.support.identities import new_key_of
from tests.support.promoting import publish, small_version
from tests.support.running import RunningServer
from tests.support.signing import Team

pytestmark = pytest.mark.full
ENVIRONMENTS = {"staging": {"approvals": {"*": 1}}, "production": {"approvals": {"*": 2}}}


@pytest.fixture(scope="module")
def team(folder: Path) -> Team:
    return Team(folder / "team", environments=ENVIRONMENTS)


@pytest.fixture(scope="module")
def version(folder: Path) -> PublishedVersion:
    return small_version(folder / "draft")


def opened(folder: Path, team: Team, version: PublishedVersion, environment: str) -> RunningServer:
    place = folder / environment
    gazette = place / "gazette"
    gazette.mkdir(parents=True)
    if environment == "staging":
        publish(gazette, version, team)
    else:
        shutil.copytree(folder / "staging" / "gazette", place / "unused")
    return RunningServer(
        place,
        gazette,
        TOUCHSTONE_API_KEYS="true",
        TOUCHSTONE_HTTP_ADDRESS="127.0.0.1:0",
        TOUCHSTONE_TRUST=str(team.trust),
        TOUCHSTONE_ENVIRONMENT=environment,
        **published_in_feed(place, gazette, environment),
    )


def published_in_feed(place: Path, gazette: Path, environment: str) -> dict[str, Any]:
    """Return the settings of a server that publishes a feed; only staging does."""
    if environment != "staging":
        return {}
    feed = signed_feed(place / "feed", gazette, channel="staging")
    return {"TOUCHSTONE_FEED": str(feed.folder), "TOUCHSTONE_FEED_CHANNEL": "staging"}


@pytest.fixture(scope="module")
def staging(folder: Path, team: Team, version: PublishedVersion) -> Iterator[RunningServer]:
    with opened(folder, team, version, "staging") as server:
        yield server


@pytest.fixture(scope="module")
def production(folder: Path, team: Team, version: PublishedVersion, staging: RunningServer) -> Iterator[RunningServer]:
    with opened(folder, team, version, "production") as server:
        yield server


def browser_of(server: RunningServer, name: str, role: Role, language: str = "en") -> Browser:
    browser = Browser(server.http, language)
    browser.sign_in(name, new_account_at(server, name, (role,)))
    return browser


def text_of(page: html.HtmlElement) -> str:
    return " ".join(" ".join(page.itertext()).split())


def upload(browser: Browser, content: bytes, name: str = "smallest-1.0.0.version.json") -> tuple[int, str]:
    assert browser.get("/rules").xpath("//a[@href='/workbench/import-version']")
    fields = browser.fields("/workbench/import-version")
    fields = {name: value for name, value in fields.items() if name != "files"}
    answer = browser.http.post(
        "/workbench/import-version", data=fields, files=[("files", (name, content, "application/json"))]
    )
    return answer.status_code, answer.headers.get("location") or text_of(html.fromstring(answer.text))


def token_of(server: RunningServer, role: Role) -> str:
    return new_key_of(server.environment["TOUCHSTONE_DATABASE_URL"], "example", role)


def test_a_version_is_promoted_by_pages_once_it_is_approved(
    tmp_path: Path,
    staging: RunningServer,
    production: RunningServer,
    team: Team,
    version: PublishedVersion,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    card = version.card.id
    approver = browser_of(staging, "bo", Role.RULE_APPROVER)
    page = approver.get(f"/rules/{card}/1.0.0")
    (mark,) = page.xpath("//header//strong[@class='env']")
    assert text_of(mark) == "Not production: staging"
    assert f"/rules/{card}/1.0.0/promotion" in page.xpath("//main//a/@href")
    shown = text_of(approver.get(f"/rules/{card}/1.0.0/promotion").xpath("//main")[0])
    assert version.content_digest in shown
    assert "staging this server 1 anna complete" in shown
    assert "production 2 anna 1 approval can sign: bo" in shown
    assert "publishes its versions in the channel staging of a signed feed" in shown

    answer = approver.send(f"/rules/{card}/1.0.0/promotion", 200, person="bo", reason="for production")
    statement = text_of(html.fromstring(answer.text).xpath("//main")[0])
    assert version.content_digest in statement
    assert "for production" in statement
    assert f"touchstone card approve {card} 1.0.0" in statement

    author = browser_of(production, "author", Role.RULE_AUTHOR)
    assert author.get("/rules").xpath("//header//strong[@class='env']") == []
    download = approver.http.get(f"/rules/{card}/1.0.0/files")
    assert download.headers["content-disposition"].endswith(f"{card}-1.0.0.version.json")
    code, told = upload(author, download.content)
    assert code == 422, told
    assert "needs 2 approvals in the environment 'production', and 1 is missing. Signed by: anna (anna)" in told
    for content in (b'{"a": 1}', b"{}"):
        assert upload(author, content)[1].count("The file is not a published version.") >= 1

    monkeypatch.setenv("TOUCHSTONE_TOKEN", token_of(staging, Role.RULE_APPROVER))
    gazette = Path(staging.environment["TOUCHSTONE_GAZETTE"])
    signed = touchstone(
        "card", "approve", card, "1.0.0", "--key", team.key("bo"), "--person", "bo", "--server", staging.address,
        "--gazette", gazette,
    )  # fmt: skip
    assert signed.exit_code == 0, signed.stderr
    code, told = upload(author, approver.http.get(f"/rules/{card}/1.0.0/files").content)
    assert (code, told) == (303, f"/rules/{card}/1.0.0/promotion?added=1"), told
    (notice,) = author.get(told).xpath("//div[@class='notice ok'][@role='status']")
    assert "Version 1.0.0 passed all checks and was added to this server." in text_of(notice)
    assert not author.get(f"/rules/{card}/1.0.0/promotion").xpath("//div[@class='notice ok']")
    there = Path(production.environment["TOUCHSTONE_GAZETTE"]) / card / "1.0.0.json"
    assert there.read_bytes() == (gazette / card / "1.0.0.json").read_bytes()
    (signatures,) = approver.get(f"/rules/{card}/1.0.0").xpath("//dt[.='Signatures']/following-sibling::dd[1]")
    assert [line.partition(": ")[2].partition(",")[0] for line in signatures.itertext() if ": " in line][-1] == "bo"
    chinese = browser_of(production, "reader", Role.ASSESSOR, "zh")
    assert "须批准数" in text_of(chinese.get(f"/rules/{card}/1.0.0/promotion").xpath("//main")[0])
    assert chinese.http.get("/workbench/import-version").status_code == 403


def test_a_version_is_promoted_by_command_between_two_servers(
    tmp_path: Path,
    staging: RunningServer,
    production: RunningServer,
    version: PublishedVersion,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TOUCHSTONE_TOKEN", token_of(staging, Role.RULE_AUTHOR))
    token = tmp_path / "token"
    token.write_text(token_of(production, Role.RULE_AUTHOR))
    profiles = tmp_path / "profiles.toml"
    monkeypatch.setenv("TOUCHSTONE_PROFILES", str(profiles))
    profiles.write_text(
        f'[production]\nserver = "{production.address}"\ntoken-file = "{token}"\n'
        f'[vault]\nserver = "{production.address}"\ntoken-file = "{token}"\n'
    )
    arguments = ("card", "promote", version.card.id, "1.0.0", "--server", staging.address)
    result = touchstone(*arguments, "--to", "vault")
    assert (result.exit_code, "is the environment 'production', not 'vault'" in result.stderr) == (2, True)
    result = touchstone(*arguments, "--to", "production", "--format", "json")
    assert result.exit_code == 0, result.stdout
    assert json.loads(result.stdout)["contentDigest"] == version.content_digest
    status = touchstone("server", "status", "--server", staging.address)
    assert "Environment: staging" in status.stdout
