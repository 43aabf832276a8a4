"""Sample body: declarations of its applicants, its certifying body, and texts for its people and story."""

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from rules.contracts.errors import InputError
from rules.contracts.messages import LANGUAGES
from service.api.grpc_listener import check_exposure
from service.approval.approval_trust import read_trust
from service.cases.certificate_files import KEY, read_body
from service.configuration.settings import Settings
from service.identity.principals import Role
from service.workbench.page import page_words, workbench_pages
from service.workbench.sample import (
    CASES,
    ORGANIZATION,
    PEOPLE,
    RULE_TRUST,
    STEPS,
    _SampleCase,
    _subject_request,
    write_certifying_body,
    write_rule_trust,
)
from service.workbench.trial import START, Trial, trial_of

NUMBERS = {"serial": "A-1", "certificate_number": "C-1", "supply_number": "S-1"}
DOSSIER = json.dumps({
    "facts": [{"factId": "credits", "value": {"records": {"values": [
        {"fields": {**{name: {"text": number} for name, number in NUMBERS.items()}, "origin": {"choice": "own"}}},
        {"fields": {"certificate_number": {"notApplicable": True}}},
    ]}}}]
})  # fmt: skip


def test_no_number_of_a_register_is_used_by_two_applicants() -> None:
    used = []
    for client in ("textiles", "ceramics"):
        request = _subject_request(_SampleCase(lambda *_: None, client), DOSSIER)
        first, second = request.facts[0].value.records.values
        used.append({name: first.fields[name].text for name in NUMBERS})
        assert second.fields["certificate_number"].not_applicable
    assert used == [
        {name: f"{number}-{client}" for name, number in NUMBERS.items()} for client in ("textiles", "ceramics")
    ]


def test_the_sample_certifying_body_is_named_a_trial_and_protects_its_key(tmp_path: Path) -> None:
    write_certifying_body(tmp_path / "certifying", "http://localhost:8080")
    body = read_body(tmp_path / "certifying", ORGANIZATION)
    assert body is not None
    assert "trial" in body.settings.issuer.name.en
    assert "试用" in body.settings.issuer.name.zh
    assert body.settings.address == "http://localhost:8080/register/sample"
    assert (body.folder / KEY).stat().st_mode & 0o77 == 0
    assert body.document()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_person_and_step_of_the_story_has_texts(language: str) -> None:
    w = page_words(language)
    assert w["trial_person"].keys() == PEOPLE.keys()
    assert w["story"].keys() == STEPS.keys()
    for step in STEPS.values():
        assert step.person in PEOPLE
        page = next(page for page in workbench_pages() if page.pattern.fullmatch(step.address.partition("?")[0]))
        assert not page.public
        if "/cases/" in step.address or "/apply/" in step.address:
            assert step.address.split("/")[3] in CASES


@pytest.mark.parametrize(
    "led_by_others",
    [
        {"http_address": "0.0.0.0:8080"},
        {"http_address": "[::]:8080"},
        {"http_address": "desk.example:8080"},
        {"address": "0.0.0.0:50051"},
        {"workbench_url": "https://desk.example"},
        {"oidc_issuer": "https://login.example"},
        {"tls_certificate": Path("server.pem"), "tls_key": Path("server.key")},
        {"http_address": ""},
    ],
)
def test_a_trial_is_no_server_that_others_reach(led_by_others: dict[str, Any]) -> None:
    here: dict[str, Any] = {"trial": True, "http_address": "127.0.0.1:8080", "api_keys": True}
    check_exposure(Settings(**here))
    with pytest.raises(InputError, match="TOUCHSTONE_TRIAL"):
        check_exposure(Settings(**here | led_by_others))


def test_a_trial_exists_only_on_the_local_machine() -> None:
    assert trial_of(Settings(trial=True, http_address="127.0.0.1:8080")) is not None
    assert trial_of(Settings(trial=True, http_address="0.0.0.0:8080")) is None
    assert trial_of(Settings(http_address="127.0.0.1:8080")) is None
    addresses = {page.address for page in workbench_pages() if page.of_trial}
    assert addresses == {START, f"{START}/planned-factory.yaml", f"{START}/measures.yaml"}


def test_only_into_the_trust_file_of_a_trial_do_passkeys_enter_themselves(tmp_path: Path) -> None:
    own, other = tmp_path / RULE_TRUST, tmp_path / "trust.json"
    passkey = {
        "credential": "Y3JlZA", "public": "cHVibGlj", "rp_id": "localhost", "origins": ["http://localhost:8080"],
        "first_day": "2026-03-02",
    }  # fmt: skip
    for file in (own, other):
        write_rule_trust(file, ["ab" * 32])
    server = Settings(trial=True, http_address="127.0.0.1:8080", trust=own)
    trial, kept_by_somebody = trial_of(server), trial_of(server.model_copy(update={"trust": other}))
    assert trial is not None
    assert kept_by_somebody is not None
    assert not kept_by_somebody.enrol("eva", passkey)
    assert not trial.enrol("ada", passkey)
    assert trial.enrol("eva", passkey)
    trust = read_trust(own)
    assert trust.passkey_doubt("eva", "2026-03-02T08:00:00Z", "Y3JlZA") is None
    assert trust.passkey_doubt("gus", "2026-03-02T08:00:00Z", "Y3JlZA")
    assert trust.may("gus", Role.RULE_APPROVER)
    assert not read_trust(other).people["eva"].passkeys


@pytest.mark.parametrize(
    ("caller", "headers", "is_admitted"),
    [
        ("127.0.0.1", {"host": "localhost:8080"}, True),
        ("::1", {"host": "[::1]:8080"}, True),
        ("127.0.0.1", {"host": "127.0.0.1"}, True),
        ("192.0.2.7", {"host": "localhost:8080"}, False),
        ("", {"host": "localhost:8080"}, False),
        ("127.0.0.1", {"host": "localhost.evil.example"}, False),
        ("127.0.0.1", {"host": "desk.example:8080"}, False),
        ("127.0.0.1", {}, False),
        ("127.0.0.1", {"host": "localhost", "x-forwarded-for": "127.0.0.1"}, False),
        ("127.0.0.1", {"host": "localhost", "forwarded": "for=127.0.0.1"}, False),
        ("127.0.0.1", {"host": "localhost", "via": "1.1 proxy"}, False),
    ],
)
def test_a_request_is_admitted_only_from_the_local_machine(
    caller: str, headers: dict[str, str], *, is_admitted: bool
) -> None:
    request: Any = SimpleNamespace(headers=headers, client=SimpleNamespace(host=caller) if caller else None)
    assert Trial.admits(request) is is_admitted
