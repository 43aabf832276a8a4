"""First operator of an empty server: who comes in by the set-up code, and who does not."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from rules.contracts.errors import InputError
from service.accounts.local_accounts import new_account
from service.base.refusals import Refusal
from service.cli.keys import issue_key
from service.identity.principals import Role
from service.store.accounts import Accounts, open_accounts, open_api_keys
from service.store.store import Store
from service.workbench.guess_limits import SignInOrigin
from service.workbench.proposed_ids import propose_id
from service.workbench.sign_in import FirstOperator
from tests.support.light_hashes import light_hashes  # noqa: F401 -- a fixture

OFFICE, STRANGER = SignInOrigin("192.0.2.7"), SignInOrigin("203.0.113.9")
OWN = "four words of theirs"


@pytest.fixture
def url(tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path}/store.sqlite3"
    Store(url).close()
    return url


@pytest.fixture
def accounts(url: str) -> Iterator[Accounts]:
    with open_accounts(url) as accounts:
        yield accounts


def test_the_reader_of_the_terminal_code_becomes_operator_once(accounts: Accounts) -> None:
    first = FirstOperator(accounts)
    assert not first.is_open
    code = first.make_code()
    assert len(code.replace("-", "")) * 5 >= 80
    typed = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    principal = first.enter(typed, "olu", "example", chosen=OWN, again=OWN, origin=OFFICE)
    assert (set(principal.roles), principal.organization) == ({Role.OPERATOR}, "example")
    assert not first.is_open
    with pytest.raises(Refusal):
        first.enter(code, "eve", "example", chosen=OWN, again=OWN, origin=OFFICE)
    assert [row.name for row in accounts.all()] == ["olu"]
    assert FirstOperator(accounts).make_code() == ""  # a restart opens nothing either


def test_a_code_is_refused_from_an_origin_after_five_failed_attempts(accounts: Accounts) -> None:
    first = FirstOperator(accounts)
    code = first.make_code()
    for _ in range(5):
        with pytest.raises(InputError):
            first.enter("0000-0000-0000-0000", "eve", "example", chosen=OWN, again=OWN, origin=STRANGER)
    with pytest.raises(InputError) as raised:
        first.enter(code, "eve", "example", chosen=OWN, again=OWN, origin=STRANGER)
    assert [one.field for one in raised.value.violations] == ["code"]
    assert (
        first.enter(code, "olu", "example", chosen=OWN, again=OWN, origin=OFFICE).id == "olu"
    )  # whom strangers do not keep out


@pytest.mark.parametrize("kind", ["account", "ended account", "key"])
def test_a_code_is_void_once_an_account_or_key_was_created(accounts: Accounts, url: str, kind: str) -> None:
    first = FirstOperator(accounts)
    code = first.make_code()
    if kind == "key":
        with open_api_keys(url) as keys:
            issue_key(keys, organization="organizations/example", roles=["operator"], expires=None, note="n")
    else:
        new_account(accounts, "rui", "example", [Role.REVIEWER])
    if kind == "ended account":
        accounts.end("rui", "2026-01-01T00:00:00Z")
    with pytest.raises(Refusal):
        first.enter(code, "eve", "example", chosen=OWN, again=OWN, origin=OFFICE)
    assert not first.is_open
    assert not FirstOperator(accounts).make_code()


def test_a_weak_password_or_an_invalid_name_does_not_use_up_the_code(accounts: Accounts) -> None:
    first = FirstOperator(accounts)
    code = first.make_code()
    for name, chosen, again, field in (
        ("olu", "short", "short", "chosen"),
        ("olu", OWN, f"{OWN}!", "again"),
        ("Olu!", OWN, OWN, "account"),
    ):
        with pytest.raises(InputError) as raised:
            first.enter(code, name, "example", chosen=chosen, again=again, origin=OFFICE)
        assert [one.field for one in raised.value.violations] == [field]
    assert first.is_open
    assert accounts.is_empty()


def test_the_code_admits_only_one_of_two_concurrent_users(accounts: Accounts) -> None:
    first = FirstOperator(accounts)
    code = first.make_code()

    def enter(name: str) -> bool:
        try:
            first.enter(code, name, "example", chosen=OWN, again=OWN, origin=OFFICE)
        except Refusal:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(enter, ["ann", "ben", "cal", "dee"])) == 1
    assert len(accounts.all()) == 1


@pytest.mark.parametrize(
    ("name", "taken", "expected"),
    [
        ("Zoë Müller", (), "zoe-muller"),
        ("Works Co., Ltd.", (), "works"),
        ("Ada", ("ada", "ada-2"), "ada-3"),
        ("张三", (), "person-1"),
        ("张三", ("person-1",), "person-2"),
        ("张三 Zhang San", (), "zhang-san"),
        ("2026", (), "person-1"),
        ("ＡＤＡ", (), "ada"),
        ("", (), "person-1"),
    ],
)
def test_an_id_is_proposed_from_latin_letters_or_a_number(name: str, taken: tuple[str, ...], expected: str) -> None:
    assert propose_id(name, "person", taken) == expected
