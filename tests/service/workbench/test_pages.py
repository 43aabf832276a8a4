"""Workbench page declarations: translations, templates, permissions and the pinned htmx script."""

import hashlib
from itertools import chain, combinations

import pytest

from rules.contracts.messages import LANGUAGES
from rules.contracts.toml_files import package_file
from service.cases import workflow_steps
from service.configuration.folders import CHECKOUT
from service.identity.permissions import permissions
from service.identity.principals import Principal, PrincipalKind, Role
from service.workbench.page import EDITOR, GRID, LIVE, navigation_for, page_words, workbench_pages
from service.workbench.rendering import templates
from tests.support.templates import template_files
from touchstone.v1 import case_service_pb2

_EVERYBODYS = ("/workbench/my-work", "/workbench/password")
"""Pages that are open to every signed-in user."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_step_function_role_and_step_field_has_a_label(language: str) -> None:
    w = page_words(language)
    steps = workflow_steps.steps()
    assert {one.step for one in steps} <= w["step"].keys()
    assert {one.function for one in steps} <= w["function"].keys()
    assert {role for one in steps for role in one.roles} <= w["role"].keys()
    assert {*workflow_steps.FIRST_STATES.values(), *(s for one in steps for s in (one.to, *one.sources) if s)} <= w[
        "state"
    ].keys()
    assert {field.name for field in case_service_pb2.CaseContent.DESCRIPTOR.fields} <= w["field"].keys()
    assert workflow_steps.KINDS.keys() <= w["item"].keys()
    assert w["hint"].keys() <= w["field"].keys()
    files = {one.removeprefix("KIND_").lower() for one in case_service_pb2.GetCertificateFileRequest.Kind.keys()[1:]}
    assert files == w["file"].keys() == w["file_hint"].keys()
    results = case_service_pb2.CheckRegisterFileResponse.Result.keys()[1:]
    assert {one.removeprefix("RESULT_").lower() for one in results} == w["checked"].keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_help_with_terms_of_the_glossary(language: str) -> None:
    w, other = page_words(language), page_words(next(name for name in LANGUAGES if name != language))
    named = {page.template.removesuffix(".html.jinja") for page in workbench_pages() if page.template}
    assert w["page_help"].keys() == named
    used = {term for help in w["page_help"].values() for term in help["terms"]}
    assert used == w["term"].keys() == other["term"].keys()
    assert {name: help["terms"] for name, help in w["page_help"].items()} == {
        name: help["terms"] for name, help in other["page_help"].items()
    }
    for term in used:
        name, translated = page_words("en")["term"][term]["name"], page_words("zh")["term"][term]["name"]
        assert translated in _glossary()[name], (name, translated)


def test_states_and_severities_are_called_as_in_the_glossary() -> None:
    known, w, other = _glossary(), page_words("en"), page_words("zh")
    told = {
        name.lower(): other[group][id]
        for group in ("state", "severity")
        for id, name in w[group].items()
        if name.lower() in known
    }
    assert {"submitted", "in review", "refused", "superseded", "major nonconformity", "observation"} <= told.keys()
    for name, translated in told.items():
        assert translated in known[name], (name, translated)


def _glossary() -> dict[str, set[str]]:
    """Return the Chinese terms of each English term."""
    known: dict[str, set[str]] = {}
    for line in (CHECKOUT / "docs/glossary.md").read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and len(cells) == 3:
            pairs = zip(cells[0].split(", "), cells[1].split(", "), strict=False)
            for name, translated in pairs:
                known.setdefault(name.partition(" (")[0], set()).add(translated)
    return known


def test_every_page_names_a_call_and_a_template() -> None:
    known = templates().list_templates()
    for page in workbench_pages():
        assert not page.template or page.template in known
        assert not page.call or f"touchstone.v1.{page.call}" in permissions()
        assert page.public or page.call or page.address == "/workbench" or page.address.startswith(_EVERYBODYS)
    addresses = [page.address for page in workbench_pages()]
    assert len(addresses) == len(set(addresses))


def test_lines_of_templates_can_be_read() -> None:
    long = [
        f"{path.name}:{number}"
        for path in template_files()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if len(line) > 140
    ]
    assert not long


def test_a_page_is_available_to_users_allowed_to_make_its_call() -> None:
    by_address = {page.address: page for page in workbench_pages()}
    assessor = Principal("ada", PrincipalKind.ACCOUNT, "example", frozenset({Role.ASSESSOR}))
    assert by_address["/workbench/cases"].is_for(assessor)
    assert not by_address["/workbench/new-person"].is_for(assessor)
    assert not by_address["/workbench/cases"].is_for(None)
    assert by_address["/register"].is_for(None)


_OTHER_ROLES = tuple(role for role in Role if role is not Role.APPLICANT)
_ROLES = [
    frozenset({Role.APPLICANT}),
    *map(frozenset, chain.from_iterable(combinations(_OTHER_ROLES, count) for count in range(len(_OTHER_ROLES) + 1))),
]
"""The applicant, and every combination of the other roles: none, each alone, up to all."""


def test_the_navigation_has_at_most_seven_top_entries_for_every_combination_of_roles() -> None:
    for roles in _ROLES:
        principal = Principal("ada", PrincipalKind.ACCOUNT, "example", roles)
        assert len(navigation_for(principal)) <= 7, roles


def test_the_navigation_links_to_every_page_that_the_user_may_open_and_to_no_other() -> None:
    for roles in _ROLES:
        principal = Principal("ada", PrincipalKind.ACCOUNT, "example", roles)
        linked = [link.address for group in navigation_for(principal) for link in group.links]
        assert linked == [page.address for page in workbench_pages() if page.nav and page.is_for(principal)], roles


def test_each_navigation_entry_and_group_has_a_label_in_both_languages() -> None:
    entries = [page.nav for page in workbench_pages() if page.nav]
    assert len(entries) == len(set(entries))
    for language in LANGUAGES:
        w = page_words(language)
        assert w["nav"].keys() == set(entries)
        assert w["nav_group"].keys() >= {page.nav_group for page in workbench_pages() if page.nav}


@pytest.mark.parametrize(
    ("path", "current"),
    [
        ("/workbench", {("work", "my_work", "page")}),
        ("/workbench/my-work", {("work", "my_work", "true")}),
        ("/workbench/findings", {("cases", "findings", "page")}),
        ("/workbench/cases/one/log", {("cases", "cases", "true")}),
        ("/rules/small-factory", {("rules", "rules", "true")}),
        ("/workbench/password", set()),
    ],
)
def test_the_navigation_marks_the_current_page_and_its_group(path: str, current: set[tuple[str, str, str]]) -> None:
    navigation = navigation_for(Principal("ada", PrincipalKind.ACCOUNT, "example", frozenset(_OTHER_ROLES)), path)
    links = {(group.name, link.nav, link.current) for group in navigation for link in group.links if link.current}
    assert links == current
    assert {group.name for group in navigation if group.is_current} == {name for name, _, _ in current}


def test_the_third_party_editor_is_unchanged_and_has_its_licence() -> None:
    script = package_file("service.workbench", "codemirror.min.js").read_bytes()
    assert hashlib.sha256(script).hexdigest() == "c381ddec6d5e41bf946ae77e284ff02a5ae82757b0860f454a2f71a8c27f11b7"
    told = package_file("service.workbench", "codemirror.LICENSE").read_text(encoding="utf-8")
    assert "@codemirror/view 6.43.15" in told
    assert "MIT License" in told
    assert {page.address for page in workbench_pages() if page.script == EDITOR} == {"/workbench/drafts/{draft}/{file}"}


def test_the_third_party_grid_is_unchanged_and_has_its_licence() -> None:
    digests = {
        "tabulator.min.js": "ffac518cb793c672a2f0522b7fc80bf862234d96bb1e581c8aaf7f48f130eafa",
        "tabulator.min.css": "405ae24218357d80df2a5f3addf138666d035f970dac4ebdb0265d0b5373efcb",
    }
    for name, digest in digests.items():
        assert hashlib.sha256(package_file("service.workbench", name).read_bytes()).hexdigest() == digest
    told = package_file("service.workbench", "tabulator.LICENSE").read_text(encoding="utf-8")
    assert "tabulator-tables 6.5.3" in told
    assert "The MIT License" in told
    assert {page.address for page in workbench_pages() if page.script == GRID} == {"/workbench/drafts/{draft}/grid"}


def test_the_third_party_script_is_unchanged_and_has_its_licence() -> None:
    script = package_file("service.workbench", LIVE).read_bytes()
    assert hashlib.sha256(script).hexdigest() == "a0abb04f2f45a1f89d1d4844023245537e5e6014c87b144553e0607b4cc32130"
    assert "4.0.1" in package_file("service.workbench", "htmx.LICENSE").read_text()
    assert {page.address for page in workbench_pages() if page.script == LIVE} == {
        "/rules/{card}/{a}...{b}", "/rules/{card}/{version}", "/try/{card}/plan", "/workbench/border/{ledger}",
        "/workbench/border/{ledger}/declaration", "/workbench/cases/{case}/assess",
        "/workbench/cases/{case}/assess/{fact}", "/workbench/cases/{case}/assess/{fact}/moves",
        "/workbench/cases/{case}/dossier", "/workbench/cases/{case}/dossier/{fact}",
        "/workbench/cases/{case}/dossier/{fact}/moves", "/workbench/cases/{case}/plan", "/workbench/cases/{case}/score",
        "/workbench/cases/{case}/standing", "/workbench/drafts/{draft}/approve", "/workbench/drafts/{draft}/impact",
        "/workbench/results/plan", "/workbench/results/{evaluation}", "/workbench/results/{evaluation}/plan",
    }  # fmt: skip
