"""Samples of sites: eligibility, groups, adjustments, the draw, the check of a choice, and recomputation."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given, strategies as st

from rules.contracts import InputError
from service.audit_planning.audit_rules import Audit, audit_rules
from service.audit_planning.site_sampling import (
    EVERY_SITE,
    SAMPLED,
    SampleBasis,
    choice_violations,
    compute_sample,
    random_size,
    sample_differences,
    sample_size,
    suggested_sites,
    whole_size,
)

_SITES = tuple(f"site-{number:02}" for number in range(1, 27))
_CONDITIONS = (*audit_rules()["conditions"], *audit_rules()["sampling_conditions"])


def _plan(*, unmet: str = "", **more: Any) -> dict[str, Any]:
    conditions = [{"condition": id, "met": id != unmet, "reason": "seen on site"} for id in _CONDITIONS]
    return {"central_function": "head-office", "conditions": conditions, **more}


def _sample(plan: dict[str, Any], audit: Audit = Audit.INITIAL, **basis: Any) -> dict[str, Any]:
    return compute_sample(SampleBasis(audit, ("head-office", *_SITES), "ab" * 32, **basis), plan, "site_sampling")


def _fields(plan: dict[str, Any], **basis: Any) -> set[str]:
    with pytest.raises(InputError) as refused:
        _sample(plan, **basis)
    return {violation.field for violation in refused.value.violations}


def _chosen(sample: dict[str, Any]) -> dict[str, Any]:
    suggested = suggested_sites(sample, {})
    drawn = [site for group in sample["sampled_groups"] for site in group["random_sites"]]
    selected = [{"site": site, "criterion": "size", "reason": "largest"} for site in suggested]
    return {**sample, "selected": selected, "sites": ["head-office", *drawn, *suggested]}


def test_26_sites_need_6_besides_the_central_function_and_2_of_them_at_random() -> None:
    sample = _sample(_plan())
    (group,) = sample["sampled_groups"]
    assert (sample["method"], sample["least"], group["least"], len(group["random_sites"])) == (SAMPLED, "7", 6, 2)
    assert sample_differences(_chosen(sample)) == []


def test_a_changed_record_does_not_pass_recomputation() -> None:
    sample = _chosen(_sample(_plan()))
    other = next(site for site in _SITES if site not in sample["sites"])
    assert sample_differences({**sample, "seed": "cd" * 32}) == ["sampled_groups", "sites"]
    assert sample_differences({**sample, "sites": sample["sites"][1:]}) == ["sites"]
    assert "sampled_groups" in sample_differences({**sample, "population": [*sample["population"], "more"]})
    drawn = sample["sampled_groups"][0]["random_sites"][0]
    swapped = [other if site == drawn else site for site in sample["sites"]]
    assert sample_differences({**sample, "sites": swapped}) == ["sites"]


def test_an_unmet_condition_of_the_organization_is_refused_and_of_sampling_needs_every_site() -> None:
    assert _fields(_plan(unmet="internal_audit")) == {"site_sampling.conditions"}
    sample = _sample(_plan(unmet="similar_processes"))
    assert (sample["method"], sample["least"]) == (EVERY_SITE, "27")
    assert _sample(_plan(unmet="similar_processes"), Audit.SURVEILLANCE)["least"] == "9"
    seen = _sample(_plan(unmet="similar_processes"), Audit.SURVEILLANCE, visited_in_year=_SITES[:5])
    assert (seen["least"], seen["visited_in_year"]) == ("4", [*_SITES[:5]])


def test_all_violations_are_reported_at_once() -> None:
    plan = {
        "central_function": "nowhere",
        "conditions": [{"condition": "luck", "met": True, "reason": "yes"}],
        "groups": [{"group": "a", "sites": [_SITES[0], _SITES[0]], "reason": " "}],
        "excluded": [{"site": "elsewhere", "reason": "closed"}],
        "adjustments": [{"factor": "mood", "change": 0, "group": "z"}],
        "selected": [{"site": _SITES[0], "criterion": "mood", "reason": "none"}],
    }
    assert _fields(plan) == {
        "site_sampling.central_function", "site_sampling.conditions", "site_sampling.conditions[0].condition",
        "site_sampling.groups",
        "site_sampling.groups[0].reason", "site_sampling.excluded[0].site", "site_sampling.adjustments[0].factor",
        "site_sampling.adjustments[0].group", "site_sampling.adjustments[0].change",
        "site_sampling.adjustments[0].reason", "site_sampling.selected[0].criterion",
    }  # fmt: skip


def test_groups_are_sampled_separately_and_new_sites_like_an_initial_audit() -> None:
    groups = [
        {"group": "casting", "sites": [*_SITES[:9]], "reason": "casts"},
        {"group": "offices", "sites": [*_SITES[9:25]], "reason": "sells"},
    ]
    sample = _sample(_plan(groups=groups), Audit.RECERTIFICATION, new_sites=_SITES[25:])
    sizes = {group["group"]: group["least"] for group in sample["sampled_groups"]}
    assert sizes == {"casting": 3, "offices": 4, "new-sites": 1}
    assert {"casting", "offices"} == {row["group"] for row in groups}


def test_adjustments_increase_the_sample_and_a_decrease_never_goes_below_the_formula() -> None:
    def least(*changes: int) -> int:
        rows = [{"factor": "risk", "change": change, "reason": "as analysed"} for change in changes]
        size: int = _sample(_plan(adjustments=rows))["sampled_groups"][0]["least"]
        return size

    assert [least(3), least(3, -2), least(-2), least(500)] == [9, 7, 6, 26]


def test_excluded_sites_shrink_the_population_and_cannot_be_chosen() -> None:
    sample = _sample(_plan(excluded=[{"site": _SITES[0], "reason": "closed"}, {"site": _SITES[1], "reason": "sold"}]))
    assert sample["sampled_groups"][0]["least"] == 5
    wrong = choice_violations(sample, [*_chosen(sample)["sites"], _SITES[0]], "sites")
    assert any(_SITES[0] in str(violation.description) for violation in wrong)


def test_a_choice_lacks_the_central_function_the_random_part_size_and_criteria() -> None:
    sample = _sample(_plan())
    drawn = set(sample["sampled_groups"][0]["random_sites"])
    others = [site for site in _SITES if site not in drawn][:3]
    assert len([*choice_violations(sample, others, "sites")]) == 4


def test_two_sites_need_no_conditions_beyond_the_central_function() -> None:
    basis = SampleBasis(Audit.INITIAL, ("head-office", "works"), "ab" * 32)
    sample = compute_sample(basis, {"central_function": "head-office"}, "site_sampling")
    assert (sample["least"], sample["method"]) == ("2", EVERY_SITE)


def test_names_of_groups_do_not_change_the_draw() -> None:
    def drawn(*names: str) -> list[list[str]]:
        parts = (_SITES[:13], _SITES[13:])
        groups = [
            {"group": name, "sites": [*sites], "reason": "casts"} for name, sites in zip(names, parts, strict=True)
        ]
        return [group["random_sites"] for group in _sample(_plan(groups=groups))["sampled_groups"]]

    assert drawn("a", "b") == drawn("other", "words")


@pytest.mark.parametrize("more", [
    {"groups": [{"group": "a", "sites": [f"s{number}" for number in range(50_000)], "reason": "long"}]},
    {"excluded": [{"site": f"s{number}", "reason": "long"} for number in range(50_000)]},
])  # fmt: skip
def test_a_plan_with_too_many_entries_is_refused_before_any_work(more: dict[str, Any]) -> None:
    begun = time.process_time()
    assert _fields(_plan(**more)) == {f"site_sampling.{next(iter(more))}"}
    assert time.process_time() - begun < 1


def test_a_plan_of_unknown_groups_and_long_names_is_refused_quickly() -> None:
    groups = [{"group": f"{number}{'-long' * 150}", "sites": [], "reason": "other"} for number in range(900)]
    adjustments = [{"factor": "risk", "change": 1, "group": f"g{number}", "reason": "risk"} for number in range(900)]
    begun = time.process_time()
    assert _fields(_plan(groups=groups, adjustments=adjustments)) == {"site_sampling"}
    short = [{**row, "group": str(row["group"])[:100]} for row in groups]
    assert "site_sampling.adjustments[899].group" in _fields(_plan(groups=short, adjustments=adjustments))
    assert time.process_time() - begun < 1
    with pytest.raises(InputError, match="has more than 200 characters"):
        compute_sample(SampleBasis(Audit.INITIAL, ("head-office", "a"), "a" * 201), _plan(), "site_sampling")


def test_ambiguous_or_unknown_entries_are_refused() -> None:
    twice = _plan()
    twice["conditions"].append({"condition": "similar_processes", "met": False, "reason": "seen"})
    assert _fields(twice) == {f"site_sampling.conditions[{len(_CONDITIONS) - 1 - 1}].condition"}
    selected = [{"site": "elsewhere", "criterion": "size", "reason": "large"}]
    assert _fields(_plan(selected=selected)) == {"site_sampling.selected[0].site"}
    with pytest.raises(InputError, match="named twice"):
        compute_sample(SampleBasis(Audit.INITIAL, ("head-office", "a", "a"), "ab"), _plan(), "site_sampling")


@given(st.sampled_from(Audit), st.integers(0, 10**12))
def test_the_size_is_the_least_number_whose_square_suffices(audit: Audit, sites: int) -> None:
    numerator, denominator = {"initial": (1, 1), "surveillance": (3, 5), "recertification": (4, 5)}[audit]
    size = sample_size(audit, sites)
    assert (denominator * size) ** 2 >= numerator**2 * sites
    assert size == 0 or (denominator * (size - 1)) ** 2 < numerator**2 * sites


@given(st.integers(0, 10_000))
def test_sizes_grow_with_the_sites_and_a_quarter_is_drawn(sites: int) -> None:
    for audit in Audit:
        assert sample_size(audit, sites) <= sample_size(audit, sites + 1) <= sites + 1
        assert whole_size(audit, sites) >= sample_size(audit, sites) or audit is Audit.SURVEILLANCE
        size = sample_size(audit, sites)
        assert size <= 4 * random_size(size) < size + 4


@given(st.text(max_size=20), st.sets(st.integers(0, 99), min_size=2, max_size=40), st.randoms())
def test_the_draw_depends_on_the_set_of_sites_and_not_on_their_order(seed: str, numbers: set[int], order: Any) -> None:
    sites = [f"s{number}" for number in numbers]
    shuffled = order.sample(sites, len(sites))
    one, two = (
        compute_sample(SampleBasis(Audit.INITIAL, (*found, "hq"), seed), _plan(central_function="hq"), "")
        for found in (sites, shuffled)
    )
    assert one == two
    assert sample_differences({**one, "sites": [*sites, "hq"]}) == []
