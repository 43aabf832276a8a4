"""Commands against a server with authentication: API keys, TLS, key rotation and revocation."""

from __future__ import annotations

import asyncio
import json
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from service.identity.principals import Role
from tests.support.commands import answered, touchstone
from tests.support.identities import Authority, new_key_of
from tests.support.running import ROOT, RunningServer
from tests.support.waiting import until
from touchstone.client import AsyncClient, Client, ServerError

DOSSIER = ROOT / "examples" / "worked-factory.yaml"
EVALUATE = ("evaluate", "zero-carbon-factory", DOSSIER, "--as-of", "2026-03-01", "--set", "reading=cascade")
LIST = ("evaluation", "list", "organizations/example")


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, authority: Authority) -> Iterator[RunningServer]:
    own = authority.certified("server")
    settings: dict[str, Any] = {
        "TOUCHSTONE_TLS_CERTIFICATE": str(own.certificate),
        "TOUCHSTONE_TLS_KEY": str(own.key),
        "TOUCHSTONE_API_KEYS": "true",
        "TOUCHSTONE_ADDRESS": "0.0.0.0:0",
    }
    with RunningServer(tmp_path_factory.mktemp("asking"), ROOT / "scorecards", **settings) as running:
        yield running


def at(server: RunningServer) -> str:
    return f"localhost:{server.address.rpartition(':')[2]}"


@pytest.fixture
def key_file(server: RunningServer, tmp_path: Path) -> Path:
    path = tmp_path / "key"
    key = new_key_of(server.environment["TOUCHSTONE_DATABASE_URL"], "example", Role.ASSESSOR)
    path.write_text(f"{key}\n", encoding="ascii")
    return path


@pytest.mark.full
def test_a_key_in_a_file_or_the_environment_opens_the_server(
    server: RunningServer, authority: Authority, key_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reaching = ("--server", at(server), "--ca", authority.file)
    made = json.loads(answered(*EVALUATE, *reaching, "--token-file", key_file, "--format", "json"))
    id = key_file.read_text(encoding="ascii").split("_")[1]
    assert made["principal"] == {"kind": "KIND_API_KEY", "id": id, "organization": "organizations/example"}
    output = answered(*EVALUATE, *reaching, "--token-file", key_file)
    assert f"Evaluated for the holder of API key {id}, organizations/example" in output
    kept = key_file.with_name("kept.json")
    kept.write_text(json.dumps(made), encoding="utf-8")
    page = answered("report", kept, "--language", "zh")
    assert f"API 密钥 {id} 的持有者，organizations/example" in page
    monkeypatch.setenv("TOUCHSTONE_TOKEN", key_file.read_text(encoding="ascii").strip())
    monkeypatch.setenv("TOUCHSTONE_CA", str(authority.file))
    assert made["name"] in answered(*LIST, "--server", at(server))
    dossiers = key_file.with_name("dossiers")
    dossiers.mkdir()
    shutil.copy(DOSSIER, dossiers)
    batch = ("batch", "evaluate", "zero-carbon-factory", dossiers, "--as-of", "2026-03-01")
    assert touchstone(*batch, "--server", at(server)).exit_code in {0, 1}


@pytest.mark.full
def test_a_program_shows_a_key_over_tls(server: RunningServer, authority: Authority, key_file: Path) -> None:
    key = key_file.read_text(encoding="ascii").strip()
    with Client(at(server), ca=authority.file, token=lambda: key) as client:
        assert client.call("ListEvaluations", {"parent": "organizations/example"}) is not None

    async def ask() -> None:
        async with AsyncClient(at(server), ca=authority.file.read_bytes(), token=key) as client:
            await client.call("ListEvaluations", {"parent": "organizations/example"})
        async with AsyncClient(at(server), ca=authority.file) as client:
            with pytest.raises(ServerError) as refused:
                await client.call("ListEvaluations", {"parent": "organizations/example"})
            assert refused.value.reason == "CREDENTIAL_REQUIRED"

    asyncio.run(ask())


def test_a_failed_tls_connection_states_its_cause(
    server: RunningServer, authority: Authority, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GRPC_VERBOSITY", "NONE")  # gRPC logs failed handshakes to standard error
    by_address = at(server).replace("localhost", "127.0.0.1")
    other = Authority(tmp_path)
    for address, ca, cause in (
        (by_address, None, "requires TLS"),
        (by_address, authority.file, "not valid for this host name"),
        (by_address, other.file, "not from a trusted authority"),
    ):
        refused = touchstone(*LIST, "--server", address, *(("--ca", ca) if ca else ()))
        assert (refused.exit_code, cause in refused.stderr) == (3, True), refused.stderr
        with Client(address, ca=ca, waits=False) as client, pytest.raises(ServerError, match=cause):
            client.call("ListEvaluations", {"parent": "organizations/example"})


@pytest.mark.full
def test_a_key_file_is_a_token_as_it_is(server: RunningServer, authority: Authority, key_file: Path) -> None:
    with Client(at(server), ca=authority.file, token=key_file.read_text(encoding="ascii")) as client:
        assert list(client.evaluations("organizations/example")) is not None


@pytest.mark.parametrize(
    ("language", "words"), [("en", "This server requires a credential"), ("zh", "本服务器要求表明身份")]
)
def test_a_call_without_a_key_is_refused_with_instructions(
    server: RunningServer, authority: Authority, language: str, words: str
) -> None:
    refused = touchstone(*LIST, "--server", at(server), "--ca", authority.file, "--language", language)
    assert (refused.exit_code, words in refused.stderr) == (2, True), refused.stderr


def test_a_secret_never_travels_in_the_clear(key_file: Path) -> None:
    refused = touchstone(*LIST, "--server", "touchstone.example:443", "--token-file", key_file)
    assert refused.exit_code == 2
    assert "would be sent to touchstone.example:443 without encryption. Add --tls" in refused.stderr
    secret = key_file.read_text(encoding="ascii").strip()
    assert secret not in refused.stderr + refused.stdout


@pytest.mark.parametrize(
    ("content", "options", "words"),
    [
        ("", (), "--token-file: The value is empty or contains spaces. Enter exactly one API key"),
        ("two words", (), "--token-file: The value is empty or contains spaces. Enter exactly one API key"),
        ("one", ("--certificate", "c.pem"), "--certificate-key: Only one of the options --certificate and"),
    ],
)
def test_invalid_credentials_are_refused_before_the_call(
    tmp_path: Path, content: str, options: tuple[str, ...], words: str
) -> None:
    path = tmp_path / "key"
    path.write_text(content, encoding="ascii")
    refused = touchstone(*LIST, "--server", "127.0.0.1:1", "--token-file", path, *options)
    assert (refused.exit_code, words in refused.stderr) == (2, True), refused.stderr


@pytest.mark.full
def test_a_key_is_shown_once_rotated_and_revoked_while_a_server_runs(
    server: RunningServer, authority: Authority, key_file: Path, tmp_path: Path
) -> None:
    reaching = ("--server", at(server), "--ca", authority.file)
    answered(*EVALUATE, *reaching, "--token-file", key_file)  # so that there is something to list
    store = ("--database-url", server.environment["TOUCHSTONE_DATABASE_URL"])
    whose = ("--organization", "organizations/example", "--role", "reviewer", "--role", "decider", "--note", "审核")
    made = json.loads(answered("server", "key-create", *whose, *store, "--format", "json"))
    key, id = made.pop("key"), made["id"]
    assert (made["roles"], made["state"], made["lastUseTime"]) == (["decider", "reviewer"], "STATE_ACTIVE", None)
    assert key.startswith(f"touchstone_{id}_")
    secret = key.split("_", 2)[2]
    new = tmp_path / "new.key"
    shown = touchstone("server", "key-rotate", id, "--overlap-hours", "1", "--out", new, *store)
    assert "touchstone_" not in shown.stdout + shown.stderr
    assert stat.S_IMODE(new.stat().st_mode) == 0o600
    before = answered("server", "keys", *store)
    for arguments in (("key-rotate", id), ("key-create", *whose)):
        assert touchstone("server", *arguments, "--out", new, *store).exit_code == 2  # no file is overwritten
    assert answered("server", "keys", *store) == before
    absent = tmp_path / "absent.key"
    assert touchstone("server", "key-rotate", "0123456789abcdef", "--out", absent, *store).exit_code == 2
    assert not absent.exists()
    old = tmp_path / "old.key"
    old.write_text(key, encoding="ascii")

    def asked(path: Path) -> int:
        return touchstone(*LIST, *reaching, "--token-file", path).exit_code

    assert (asked(old), asked(new)) == (0, 0)
    listed = {one["id"]: one for one in json.loads(answered("server", "keys", *store, "--format", "json"))["keys"]}
    assert listed[id]["lastUseTime"] is not None
    assert listed[id]["expireTime"] < made["expireTime"]
    assert "审核" in answered("server", "keys", *store, "--language", "zh")
    assert secret not in answered("server", "keys", *store) + server.log
    answered("server", "key-revoke", id, *store)
    until(lambda: asked(old) == 2)
    assert asked(new) == 0
    assert touchstone("server", "key-rotate", id, *store).exit_code == 2


@pytest.mark.full(sample=5)
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (
            ("--role", "integrator"),
            "--organization: The organisation is missing; only keys of regulators and operators may have none.",
        ),
        (("--role", "operator", "--organization", "Example"), "--organization: 'Example' is not "),
        (("--role", "operator", "--expires", "2020-01-01"), "--expires: 2020-01-01 is in the past"),
        (("--role", "operator", "--expires", "soon"), "--expires: "),
        (("--role", "king"), "--role"),
        ((), "--role"),
    ],
)
def test_invalid_key_requests_are_refused(tmp_path: Path, arguments: tuple[str, ...], words: str) -> None:
    url = f"sqlite:///{tmp_path}/store.sqlite3"
    refused = touchstone("server", "key-create", *arguments, "--database-url", url)
    assert (refused.exit_code, words in refused.stderr) == (2, True), refused.stderr
