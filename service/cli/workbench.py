"""`touchstone workbench`: a sample body to look at, served on this machine."""

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

from rules.contracts import InputError, Violation, message_factory
from rules.model import Certainty
from service.accounts.local_accounts import new_account
from service.approval.signing_keys import read_signing_key, write_new_key
from service.base.instants import now
from service.cli.keys import issue_key
from service.examples import examples
from service.gazette.versions import Gazette, unsigned_versions
from service.output.terminal.columns import columns_text
from service.output.terminal.own_server import temporary_server
from service.output.terminal.words import words
from service.store.accounts import open_accounts, open_api_keys
from service.workbench import sample
from service.workbench.trial import START
from touchstone.client import Client
from touchstone.client.addresses import is_local
from touchstone.client.methods import method_named

if TYPE_CHECKING:
    from collections.abc import Mapping

_say = message_factory(__name__)

_PASSWORDS, _CERTIFYING, _DOCUMENTS, _SIGNING_KEY = "passwords.json", "certifying", "documents", "dan.pem"
_GAZETTE = "scorecards"
_SECONDS = 60


def open_sample(  # noqa: PLR0913 -- the fields of the command
    folder: Path | None, http: str | None, *, browser: bool, passwords: bool, gazette: Path, language: str
) -> str:
    """Serve a sample body until asked to end."""
    if http is not None and not (is_local(http) and http.rpartition(":")[2].isdecimal()):
        raise InputError((Violation("--http", _say("NOT_HERE", found=http[:80]), "WRONG_VALUE"),))
    with ExitStack() as held:
        place = folder or Path(held.enter_context(tempfile.TemporaryDirectory(prefix="touchstone-workbench-")))
        place.mkdir(parents=True, exist_ok=True)
        url = f"sqlite:///{place.resolve()}/touchstone.sqlite3"
        known = _read_passwords(place)
        is_new = known is None
        if known is None:
            with open_accounts(url) as accounts:
                known = {
                    name: new_account(accounts, name, sample.ORGANIZATION, person.roles)
                    for name, person in sample.PEOPLE.items()
                }
        address = http or _free_address()
        page = f"http://{address.replace('127.0.0.1', 'localhost')}"
        settings = {
            "database_url": url, "http_address": address, "api_keys": "true", "public_registers": sample.ORGANIZATION,
            "trial": "true", "evidence_files": str(place.resolve() / _DOCUMENTS),
            "self_check": "all",
        }  # fmt: skip
        certifying = place / _CERTIFYING
        if is_new and _can_certify():
            sample.write_certifying_body(certifying, page)
            gazette = _own_gazette(gazette, place)
        elif (place / sample.RULE_TRUST).is_file():
            gazette = place / _GAZETTE
        if (place / sample.RULE_TRUST).is_file():
            settings["trust"] = str((place / sample.RULE_TRUST).resolve())
        if certifying.is_dir():
            settings["certifying"] = str(certifying.resolve())
        port = held.enter_context(temporary_server(gazette, **settings))
        if is_new:
            _create_sample_cases(port, url, gazette, place if certifying.is_dir() else None)
            _write_passwords(place, known)
        spoken = words(language)["workbench"]
        click.echo(spoken["opened"].format(address=f"{page}{START}"))
        if passwords:
            rows = [(name, known[name], person.name) for name, person in sample.PEOPLE.items()]
            click.echo(columns_text(tuple(spoken["heads"]), rows))
            click.echo(spoken["store"].format(url=url))
        if folder is not None:
            click.echo(spoken["kept"].format(folder=folder))
        if browser:
            webbrowser.open(f"{page}{START}")
        _wait()
    return ""


def _own_gazette(shipped: Path, place: Path) -> Path:
    """Copy the gazette, so that drafts may be published, and trust what stands in it as it is."""
    own = place / _GAZETTE
    shutil.copytree(shipped, own, dirs_exist_ok=True)
    sample.write_rule_trust(place / sample.RULE_TRUST, (version.content_digest for version in unsigned_versions(own)))
    return own


def _read_passwords(folder: Path) -> dict[str, str] | None:
    """Give the passwords of a sample that was made here before; None where nothing is yet."""
    if (folder / _PASSWORDS).is_file():
        passwords: dict[str, str] = json.loads((folder / _PASSWORDS).read_text(encoding="utf-8"))
        return passwords
    if (folder / "touchstone.sqlite3").exists():
        raise InputError((Violation("--folder", _say("NO_SAMPLE", folder=str(folder)), "WRONG_VALUE"),))
    return None


def _write_passwords(folder: Path, passwords: Mapping[str, str]) -> None:
    """Write the passwords where only the owner reads them; before that the sample counts as not made."""
    with os.fdopen(os.open(folder / _PASSWORDS, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
        json.dump(passwords, file)


def _can_certify() -> bool:
    """Say whether what prints certificates and checks passkeys is installed; else nobody can sign, and none has to."""
    return all(find_spec(name) is not None for name in ("typst", "segno", "cbor2"))


def _create_sample_cases(port: str, url: str, gazette: Path, signing: Path | None) -> None:
    """Let everybody take their steps, each by a key that is revoked at the end.

    Where somebody certifies, the decider's signing key is made in the folder `signing`.
    """
    signing_key = None
    if signing is not None:
        write_new_key(signing / _SIGNING_KEY)
        signing_key = read_signing_key(signing / _SIGNING_KEY)
    with open_api_keys(url) as keys, ExitStack() as held:
        made = {
            name: issue_key(
                keys, organization=sample.PARENT, roles=[*person.roles], expires=None, note="makes the sample"
            )
            for name, person in sample.PEOPLE.items()
        }
        callers = {
            name: held.enter_context(Client(port, token=issued.key, timeout=_SECONDS)) for name, issued in made.items()
        }

        def call(person: str, method: str, request: Any) -> Any:
            named = method_named(method.replace("/", "."))
            return callers[person].send(named, request, named.answer)

        accounts = {name: (f"account/{name}", f"api_key/{issued.row.id}") for name, issued in made.items()}
        sample.create_sample_cases(call, accounts, examples()["worked-factory.json"], _readings(gazette), signing_key)
        for issued_key in made.values():
            keys.change(issued_key.row.id, revoke_time=now())


def _readings(gazette: Path) -> list[str]:
    """Name the own readings of the card of the sample, as its profile accepts them."""
    card = Gazette(gazette).newest("zero-carbon-factory").scorecard
    return [f"{card.card.id}/{basis.id}" for basis in card.bases if basis.certainty is Certainty.OWN_READING]


def _free_address() -> str:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{listener.getsockname()[1]}"


def _wait() -> None:
    """Wait for Ctrl-C or SIGTERM."""
    ended = threading.Event()
    before = signal.signal(signal.SIGINT, lambda *_: ended.set())
    try:
        ended.wait()
    finally:
        signal.signal(signal.SIGINT, before)
