"""Products of installed distributions: declared, missing, broken and declared twice."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from rules.contracts.errors import InputError
from service.cli.main import build_command_tree
from service.configuration import products as registry
from service.configuration.products import GROUP, missing_products, product_modules, products
from service.configuration.settings import Settings, combined_settings_class
from service.workbench.rendering import templates
from tests.support.commands import Result

ROOT = Path(__file__).resolve().parents[3]
COMMANDS = """
[commands."{command}"]
call = "{package}:nothing"
help.en = "Do nothing."
help.zh = "不做任何事。"
"""
OWN_FIELD = '[commands."card added".own_fields.DAY]\n'
WHICH = """
import sys, service.cli.main
from service.configuration.products import products
print("importlib.metadata" in sys.modules, *(product.name for product in products()))
"""


class Site:
    """A folder with installed distributions, each of one product."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def install(self, package: str, commands: str = "", **modules: str) -> None:
        """Install a product with these modules. Without any part, the product is declared but missing."""
        metadata = self.folder / f"{package}_distribution-1.0.dist-info"
        metadata.mkdir()
        (metadata / "METADATA").write_text(f"Name: {package}-distribution\nVersion: 1.0\n", encoding="utf-8")
        (metadata / "entry_points.txt").write_text(f"[{GROUP}]\n{package} = {package}\n", encoding="utf-8")
        files = {f"{name}.py": text for name, text in modules.items()} | (
            {"commands.toml": commands} if commands else {}
        )
        for name, text in files.items():
            (self.folder / package).mkdir(exist_ok=True)
            (self.folder / package / name).write_text(text, encoding="utf-8")

    def install_command(self, package: str, command: str) -> None:
        """Install a product with one command."""
        self.install(package, COMMANDS.format(package=package, command=command))


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr("rules.contracts.build_cache._CurrentCache.cache", None)
    products.cache_clear()
    loaded = {*sys.modules}
    yield Site(tmp_path)
    for name in {*sys.modules} - loaded:
        if str(tmp_path) in str(getattr(sys.modules[name], "__spec__", "")):
            del sys.modules[name]
    products.cache_clear()


def touchstone(*arguments: str) -> Result:
    return CliRunner().invoke(build_command_tree(), arguments)


def test_the_installation_declares_the_products_of_the_project_file() -> None:
    project = tomllib.loads((ROOT / "deploy" / "products" / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    installed = {each.name: each.module for each in products() if each.module.startswith("service.")}
    assert installed == project["entry-points"][GROUP], "the project file has changed: `make setup` installs it again"


def test_every_package_of_a_scheme_is_declared() -> None:
    schemes = {path.parent.name for path in (ROOT / "service" / "schemes").glob("*/__init__.py")}
    assert {each.name for each in products() if each.module.startswith("service.schemes.")} == schemes


def test_another_distribution_adds_a_product(site: Site) -> None:
    before = {name for name, _ in build_command_tree().leaves()}
    products.cache_clear()
    site.install_command("added_product", "card added")
    assert {name for name, _ in build_command_tree().leaves()} == {*before, "card added"}


def test_a_missing_product_is_skipped_and_named_if_a_command_is_missing(site: Site) -> None:
    site.install("absent_product")
    assert [product.module for product in missing_products()] == ["absent_product"]
    assert touchstone("card", "list", "--help").exit_code == 0
    for line in (["absent"], ["card", "absent"]):
        refused = touchstone(*line)
        assert refused.exit_code == 2
        assert "not installed: absent_product (absent_product-distribution)" in refused.stderr
        assert "但未安装：absent_product" in touchstone(*line, "--language", "zh").stderr


def test_without_any_product_a_missing_command_points_to_the_installation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("service.cli.typer_front_end.products", tuple)
    assert "run `make setup`" in touchstone("absent").stderr
    assert "请运行 `make setup`" in touchstone("absent", "--language", "zh").stderr


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("import not_installed_library", "ModuleNotFoundError: No module named 'not_installed_library'"),
        ("from broken_product import absent", "ImportError: cannot import name 'absent'"),
        ("1 / 0", "ZeroDivisionError"),
        ("import sys; sys.exit(0)", "SystemExit: 0"),
    ],
)
def test_a_product_that_cannot_be_loaded_is_named_with_its_distribution(site: Site, text: str, error: str) -> None:
    site.install("broken_product", __init__=text)
    refused = touchstone("card", "list")
    assert refused.exit_code == 2
    for words in ("touchstone: broken_product: ", "broken_product-distribution", "`broken_product`", error):
        assert words in refused.stderr
    assert "无法加载" in touchstone("card", "list", "--language", "zh").stderr


def test_a_module_that_cannot_be_loaded_is_named_and_an_absent_module_is_skipped(site: Site) -> None:
    site.install("broken_product", __init__="", services="1 / 0")
    with pytest.raises(InputError, match=r"broken_product-distribution .*`broken_product\.services`"):
        [*product_modules("services")]
    assert not [*product_modules("absent")]


@pytest.mark.parametrize(
    ("added", "error"),
    [
        ("[commands", "commands.toml: Expected "),
        ('[nuns.x]\nen = "X."', "top level: the key 'nuns' is unknown; known are commands, fields, nouns"),
        ('txt = ":"', "card added: the key 'txt' is unknown; known are call, "),
        ('fields = ["CARD", "OTHER"]', "card added: the field 'OTHER' is not declared"),
        ('more.en = "Nothing."', "card added: more: needs a text in each language, en and zh"),
        ('[commands."card other"]\ncall = "a:b"', "card other: help is missing"),
        (f'fields = ["DAY"]\n{OWN_FIELD}use = "YEAR"', "card added: DAY: the field 'YEAR' is not declared"),
        (f'{OWN_FIELD}use = "KNOWN"', "card added: the field 'DAY' is declared, but fields does not name it"),
        ('[fields.DAY]\nhelp.en = "A day."\nhelp.zh = ""', "DAY: help: needs a text in each language, en and zh"),
        ('[fields.DAY]\nuse = "KNOWN"\nkind = "day"', "DAY: the kind 'day' is unknown; known are path, int, bool"),
        ('[nouns.card]\nen = "Cards."', "card: needs a text in each language, en and zh"),
    ],
)
def test_a_command_file_with_an_invalid_entry_is_refused_with_file_and_entry(
    site: Site, added: str, error: str
) -> None:
    site.install("broken_product", COMMANDS.format(package="broken_product", command="card added") + added)
    refused = touchstone("card", "list")
    assert refused.exit_code == 2
    assert "touchstone: broken_product: " in refused.stderr
    assert "broken_product/commands.toml: " in refused.stderr
    assert error in refused.stderr


@pytest.mark.parametrize(
    ("kind", "text", "member"),
    [
        ("services", "NAMES = ('a.B',)", "add"),
        ("services", "NAMES = 'a.B'\ndef add(parts): ...", "NAMES"),
        ("settings", "Settings = {}", "Settings"),
        ("pages", "PAGES = ()", "PAGES"),
        ("table_imports", "KINDS = None", "KINDS"),
        ("table_imports", "KINDS = ('a',)", "KINDS"),
    ],
)
def test_a_module_without_a_required_member_is_refused(site: Site, kind: str, text: str, member: str) -> None:
    site.install("incomplete_product", **{kind: text})
    with pytest.raises(InputError, match=rf"incomplete_product-distribution .*\.{kind}` has no `{member}`"):
        [*product_modules(kind)]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("evil = not a module!", "'not a module!'"),
        ("evil = ", "as ''"),
        ("evil = package:attribute", "'package:attribute'"),
        ("a b = package", "a b: The distribution evil-distribution declares this product"),
        ("cbam = evil", "cbam: Both "),
    ],
)
def test_an_invalid_declaration_is_refused_with_its_distribution(site: Site, line: str, words: str) -> None:
    site.install("evil")
    (place,) = site.folder.glob("*.dist-info")
    (place / "entry_points.txt").write_text(f"[{GROUP}]\n{line}\n", encoding="utf-8")
    refused = touchstone("card", "list")
    assert refused.exit_code == 2
    assert words in refused.stderr


def test_metadata_that_is_not_text_is_reported_with_its_location(site: Site) -> None:
    site.install("binary")
    (place,) = site.folder.glob("*.dist-info")
    (place / "entry_points.txt").write_bytes(b"\xff\xfe\x00")
    for language in ("en", "zh"):
        refused = touchstone("card", "list", "--language", language)
        assert refused.exit_code == 2
        assert place.name in refused.stderr


@pytest.mark.parametrize("noun_or_command", ["card", "card list"])
def test_a_product_cannot_replace_an_existing_noun_or_command(site: Site, noun_or_command: str) -> None:
    package = f"second_{noun_or_command.replace(' ', '_')}"
    site.install_command(package, noun_or_command)
    refused = touchstone("card", "list")
    assert refused.exit_code == 2
    assert refused.stderr.startswith(f"touchstone: {noun_or_command}: Both ")
    assert f"`{package}/commands.toml`" in refused.stderr


def test_a_command_of_an_undeclared_noun_is_refused(site: Site) -> None:
    site.install_command("nounless_product", "nobody lists")
    assert (
        "nobody lists: `nounless_product/commands.toml` declares this command, but no installed module"
        in touchstone("card", "list").stderr
    )


def test_no_setting_or_kind_of_table_is_declared_twice(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    kinds = "from types import SimpleNamespace\nKINDS = (SimpleNamespace(name='csv'),)"
    settings = "from service.configuration import settings\nclass Settings(settings.Settings):\n    own: int = 1\n"
    site.install("first_settings", settings=settings, table_imports=kinds)
    assert combined_settings_class()().model_dump()["own"] == 1
    with pytest.raises(InputError, match=r"csv: Both .*first_settings\.table_imports"):
        registry.table_kinds()
    products.cache_clear()
    site.install("second_settings", settings=settings)
    with pytest.raises(InputError, match=r"own: Both .*second_settings\.settings"):
        combined_settings_class()
    assert "own" not in Settings.model_fields


def test_a_template_that_the_workbench_has_is_refused(site: Site) -> None:
    site.install("second_pages", __init__="")
    folder = site.folder / "second_pages" / "pages" / "templates"
    folder.mkdir(parents=True)
    (folder / "home.html.jinja").write_text("mine", encoding="utf-8")
    with pytest.raises(InputError, match=r"home\.html\.jinja: Both .*second_pages"):
        templates.__wrapped__()


@pytest.mark.full
def test_metadata_is_read_again_only_when_an_installation_has_changed(site: Site, tmp_path: Path) -> None:
    folders = os.pathsep.join(map(str, (ROOT, ROOT / "proto", site.folder)))
    environment = {**os.environ, "PYTHONPATH": folders, "TOUCHSTONE_CACHE": str(tmp_path / "cache")}

    def names_found() -> list[str]:
        command = (sys.executable, "-c", WHICH)
        ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)  # noqa: S603
        return ran.stdout.split()

    is_read, *names = names_found()
    assert is_read == "True"
    assert names_found() == ["False", *names]
    site.install_command("added_later", "card later")
    assert sorted(names_found()) == sorted(["True", *names, "added_later"])
    assert sorted(names_found()) == sorted(["False", *names, "added_later"])
