"""Extras: their packages in pyproject.toml, and the error for a package that is not installed."""

import tomllib
from importlib.metadata import packages_distributions

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from rules.contracts import InputError, in_language
from service.base.extras import extras, missing_extra_error, require_extra
from tests.support.running import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
OTHERS = {"benchmarks", "dev", "server"}
"""Extras for developers, and the one that only combines others."""


def packages_of(extra: str) -> set[str]:
    requirements = map(Requirement, PROJECT["optional-dependencies"][extra])
    return {canonicalize_name(one.name) for one in requirements if not one.name.startswith("touchstone-")}


def test_every_extra_has_an_entry() -> None:
    assert set(extras()) == set(PROJECT["optional-dependencies"]) - OTHERS


@pytest.mark.parametrize("name", sorted(extras()))
def test_the_modules_of_an_extra_cover_its_packages(name: str) -> None:
    modules = packages_distributions()
    installed = {canonicalize_name(package) for packages in modules.values() for package in packages}
    covered = {canonicalize_name(package) for module in extras()[name].modules for package in modules.get(module, ())}
    assert packages_of(name) & installed <= covered


@pytest.mark.parametrize("name", sorted(extras()))
def test_a_missing_module_names_the_extra_to_install(name: str) -> None:
    extra = extras()[name]
    for module in extra.modules:
        error = missing_extra_error(ModuleNotFoundError(name=f"{module}.part"))
        assert error is not None
        (violation,) = error.violations
        assert violation.reason == "SOFTWARE_MISSING"
        for language in ("en", "zh"):
            text = in_language(violation.description, language)
            assert module in text
            assert f"pip install 'touchstone-scorecards[{extra.install}]'" in text


@pytest.mark.parametrize("error", [ModuleNotFoundError(name="unheard_of"), ModuleNotFoundError(), ValueError("x")])
def test_every_other_error_stays_as_it_is(error: Exception) -> None:
    assert missing_extra_error(error) is None


def test_an_extra_can_be_required_before_any_work(monkeypatch: pytest.MonkeyPatch) -> None:
    require_extra("store")
    monkeypatch.setattr("service.base.extras.find_spec", lambda _module: None)
    with pytest.raises(InputError, match="alembic"):
        require_extra("store")
