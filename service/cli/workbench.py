"""Handler of `workbench`: a local sample certification body."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import tempfile
import threading
import webbrowser
from contextlib import ExitStack
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rules.contracts import InputError, message_factory
from rules.model import Certainty
from service.approval.signing_keys import read_signing_key, write_new_key
from service.base.instants import now
from service.configuration.products import require_package
from service.examples import examples
from service.gazette.versions import Gazette, unsigned_versions
from service.output.terminal.columns import columns_text
from service.output.terminal.own_server import temporary_server
from service.output.terminal.words import words
from touchstone.client import Client
from touchstone.client.addresses import is_local
from touchstone.client.methods import method_named

require_package("service.workbench", "touchstone-workbench")

from service.accounts.local_accounts import new_account  # noqa: E402 -- the extra `api` may be missing
from service.cli.keys import issue_key  # noqa: E402 -- may be missing
from service.store.accounts import open_accounts, open_api_keys  # noqa: E402 -- may be missing
from service.workbench import sample  # noqa: E402 -- may be missing
from service.workbench.trial import START  # noqa: E402 -- may be missing

if TYPE_CHECKING:
    from collections.abc import Mapping

_message = message_factory(__name__)

_PASSWORDS, _CERTIFYING, _DOCUMENTS, _SIGNING_KEY = "passwords.json", "certifying", "documents", "dan.pem"
_GAZETTE = "scorecards"
_CALL_SECONDS = 60


def open_sample(  # noqa: PLR0913 -- one parameter per command field
    folder: Path | None, http: str | None, *, browser: bool, passwords: bool, gazette: Path, language: str
) -> str:
    """Serve a sample certification body until interrupted."""
    if http is not None and not (is_local(http) and http.rpartition(":")[2].isdecimal()):
        raise InputError.of("--http", _message("NOT_HERE", found=http[:80]), "WRONG_VALUE")
    with ExitStack() as resources:
        sample_folder = folder or Path(
            resources.enter_context(tempfile.TemporaryDirectory(prefix="touchstone-workbench-"))
        )
        sample_folder.mkdir(parents=True, exist_ok=True)
        url = f"sqlite:///{sample_folder.resolve()}/touchstone.sqlite3"
        account_passwords = _read_passwords(sample_folder)
        is_new = account_passwords is None
        if account_passwords is None:
            with open_accounts(url) as accounts:
                account_passwords = {
                    name: new_account(accounts, name, sample.ORGANIZATION, person.roles)
                    for name, person in sample.PEOPLE.items()
                }
        address = http or _free_address()
        page = f"http://{address.replace('127.0.0.1', 'localhost')}"
        settings = {
            "database_url": url, "http_address": address, "api_keys": "true", "public_registers": sample.ORGANIZATION,
            "trial": "true", "evidence_files": str(sample_folder.resolve() / _DOCUMENTS),
            "self_check": "all",
        }  # fmt: skip
        certifying = sample_folder / _CERTIFYING
        if is_new and _can_certify():
            sample.write_certifying_body(certifying, page)
            gazette = _copy_gazette(gazette, sample_folder)
        elif (sample_folder / sample.RULE_TRUST).is_file():
            gazette = sample_folder / _GAZETTE
        if (sample_folder / sample.RULE_TRUST).is_file():
            settings["trust"] = str((sample_folder / sample.RULE_TRUST).resolve())
        if certifying.is_dir():
            settings["certifying"] = str(certifying.resolve())
        port = resources.enter_context(temporary_server(gazette, **settings))
        if is_new:
            _create_sample_cases(port, url, gazette, sample_folder if certifying.is_dir() else None)
            _write_passwords(sample_folder, account_passwords)
        spoken = words(language)["workbench"]
        click.echo(spoken["opened"].format(address=f"{page}{START}"))
        if passwords:
            rows = [(name, account_passwords[name], person.name) for name, person in sample.PEOPLE.items()]
            click.echo(columns_text(tuple(spoken["heads"]), rows))
            click.echo(spoken["store"].format(url=url))
        if folder is not None:
            click.echo(spoken["kept"].format(folder=folder))
        if browser:
            webbrowser.open(f"{page}{START}")
        _wait()
    return ""


def _copy_gazette(shipped: Path, sample_folder: Path) -> Path:
    """Copy the gazette so that drafts can be published; trust its unsigned versions."""
    own = sample_folder / _GAZETTE
    shutil.copytree(shipped, own, dirs_exist_ok=True)
    sample.write_rule_trust(
        sample_folder / sample.RULE_TRUST, (version.content_digest for version in unsigned_versions(own))
    )
    return own


def _read_passwords(folder: Path) -> dict[str, str] | None:
    if (folder / _PASSWORDS).is_file():
        passwords: dict[str, str] = json.loads((folder / _PASSWORDS).read_text(encoding="utf-8"))
        return passwords
    if (folder / "touchstone.sqlite3").exists():
        raise InputError.of("--folder", _message("NO_SAMPLE", folder=str(folder)), "WRONG_VALUE")
    return None


def _write_passwords(folder: Path, passwords: Mapping[str, str]) -> None:
    """Write the passwords; this file marks the sample as complete."""
    with os.fdopen(os.open(folder / _PASSWORDS, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
        json.dump(passwords, file)


def _can_certify() -> bool:
    return all(find_spec(name) is not None for name in ("typst", "segno", "cbor2"))


def _create_sample_cases(port: str, url: str, gazette: Path, signing: Path | None) -> None:
    signing_key = None
    if signing is not None:
        write_new_key(signing / _SIGNING_KEY)
        signing_key = read_signing_key(signing / _SIGNING_KEY)
    with open_api_keys(url) as keys, ExitStack() as resources:
        issued_keys = {
            name: issue_key(
                keys, organization=sample.PARENT, roles=[*person.roles], expires=None, note="makes the sample"
            )
            for name, person in sample.PEOPLE.items()
        }
        callers = {
            name: resources.enter_context(Client(port, token=issued.key, timeout=_CALL_SECONDS))
            for name, issued in issued_keys.items()
        }

        def call(person: str, method: str, request: Any) -> Any:
            rpc = method_named(method.replace("/", "."))
            return callers[person].send(rpc, request, rpc.answer)

        accounts = {name: (f"account/{name}", f"api_key/{issued.row.id}") for name, issued in issued_keys.items()}
        sample.create_sample_cases(
            call, accounts, examples()["worked-factory.json"], _own_interpretations(gazette), signing_key
        )
        for issued_key in issued_keys.values():
            keys.change(issued_key.row.id, revoke_time=now())


def _own_interpretations(gazette: Path) -> list[str]:
    card = Gazette(gazette).newest("zero-carbon-factory").scorecard
    return [f"{card.card.id}/{basis.id}" for basis in card.bases if basis.certainty is Certainty.OWN_READING]


def _free_address() -> str:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{listener.getsockname()[1]}"


def _wait() -> None:
    ended = threading.Event()
    previous_handler = signal.signal(signal.SIGINT, lambda *_: ended.set())
    try:
        ended.wait()
    finally:
        signal.signal(signal.SIGINT, previous_handler)
