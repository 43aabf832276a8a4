"""Samples of sites in the manner of IAF MD 1, recomputable from the recorded seed and list of sites.

A sample is a document with the fields of CaseSampling. docs/audit-planning.md describes the draw.
"""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rules.contracts import InputError, Violation, did_you_mean_or_known, message_factory
from service.audit_planning.audit_rules import Audit, audit_rules

_message = message_factory(__name__)

RULE, ALGORITHM = "iaf_md_1", "touchstone-site-sample-1"
SAMPLED, EVERY_SITE = "sampled", "every_site"
NEW_SITES = "new-sites"
MAX_SITES = 1_000
_ONE_GROUP = "all"
_FACTORS = {Audit.INITIAL: (1, 1), Audit.SURVEILLANCE: (3, 5), Audit.RECERTIFICATION: (4, 5)}
_MAX_CHANGE, _MAX_NAME = 1_000, 200
_LISTS = ("conditions", "groups", "excluded", "adjustments", "selected")
_INPUTS = ("central_function", *_LISTS)
Content = Mapping[str, Any]


def sample_size(audit: Audit, site_count: int) -> int:
    """Return the least number of sites: the square root times 1, 0.6 or 0.8, rounded up exactly."""
    numerator, denominator = _FACTORS[audit]
    product = numerator * numerator * site_count
    size = math.isqrt(product // (denominator * denominator))
    return size if denominator * denominator * size * size >= product else size + 1


def whole_size(audit: Audit, site_count: int) -> int:
    """Return the least number of sites without sampling: all, or 30 % rounded up in a year of surveillance."""
    return -(-3 * site_count // 10) if audit is Audit.SURVEILLANCE else site_count


def required_size(rule: str, audit: Audit, site_count: int) -> int:
    """Return the least number of sites by the rule of a profile, or by the method of a sample."""
    match rule:
        case "all":
            return site_count
        case "every_site":
            return whole_size(audit, site_count)
        case "square_root" if audit is Audit.RECERTIFICATION:
            return sample_size(Audit.INITIAL, site_count)
    return sample_size(audit, site_count)


def random_size(size: int) -> int:
    """Return the number of sites to draw at random: a quarter of the sample, rounded up."""
    return -(-size // 4)


def draw(seed: str, sites: Iterable[str], count: int) -> list[str]:
    """Return the drawn sites: those with the smallest SHA-256 of seed and site, each on its own line.

    Nothing that a planner chooses, such as the name of a group, changes the digest of a site.
    """

    def key(site: str) -> tuple[str, str]:
        return hashlib.sha256(f"{seed}\n{site}".encode()).hexdigest(), site

    return sorted(sorted(sites, key=key)[:count])


@dataclass(frozen=True, slots=True)
class SampleBasis:
    """Facts that a sample is based on, apart from the plan of the certification body."""

    audit: Audit
    population: tuple[str, ...]
    """Sites applied for or certified, with the central function."""
    seed: str
    new_sites: tuple[str, ...] = ()
    """Sites that were not certified before."""
    visited_in_year: tuple[str, ...] = ()
    """Sites of other surveillances in the calendar year of the audit."""
    seed_step: int = 0
    """Number of the step with the seed as its digest."""


def compute_sample(basis: SampleBasis, plan: Content, field: str) -> dict[str, Any]:
    """Return the sample with everything needed to recompute it, but without the chosen sites.

    Raises:
        InputError: If the plan contradicts the basis or lacks a reason. All violations are listed.
    """
    violations = [*_extent_violations(basis, plan, field)] or [*_violations(basis, plan, field)]
    if violations:
        raise InputError(tuple(violations))
    central, excluded = plan["central_function"], {row["site"] for row in plan.get("excluded", ())}
    eligible = [site for site in basis.population if site not in excluded and site != central]
    met = {row["condition"] for row in plan.get("conditions", ()) if row.get("met")}
    is_sampled = audit_rules()["sampling_conditions"].keys() <= met and len(eligible) > 1
    method = SAMPLED if is_sampled else EVERY_SITE
    groups = [*_sampled_groups(basis, plan, eligible, method)]
    return {
        "rule": RULE,
        "algorithm": ALGORITHM,
        "audit": str(basis.audit),
        "method": method,
        "seed": basis.seed,
        "seed_step": basis.seed_step,
        "population": sorted(basis.population),
        "new_sites": sorted(basis.new_sites),
        "visited_in_year": sorted(set(basis.visited_in_year) & set(eligible)),
        "least": str(1 + sum(group["least"] for group in groups)),
        "sampled_groups": groups,
        **{name: plan[name] for name in _INPUTS if plan.get(name)},
    }


def _sampled_groups(
    basis: SampleBasis, plan: Content, eligible: Sequence[str], method: str
) -> Iterator[dict[str, Any]]:
    for name, members in _partition(basis, plan, eligible).items():
        if not members:
            continue
        audit = Audit.INITIAL if name == NEW_SITES else basis.audit
        formula = required_size(method, audit, len(members))
        visited = set(basis.visited_in_year) & set(members) if method == EVERY_SITE else set()
        change = sum(row.get("change", 0) for row in plan.get("adjustments", ()) if row.get("group", name) == name)
        needed = max(0, formula - len(visited)) if audit is Audit.SURVEILLANCE else formula
        least = min(len(members), max(needed, needed + change))
        drawn = draw(basis.seed, members, random_size(least)) if method == SAMPLED else []
        yield {"group": name, "sites": members, "formula": formula, "least": least, "random_sites": drawn}


def _partition(basis: SampleBasis, plan: Content, eligible: Sequence[str]) -> dict[str, list[str]]:
    new = set(basis.new_sites) & set(eligible)
    groups = _planned_groups(plan, eligible)
    certified = {name: sorted(set(sites) & set(eligible) - new) for name, sites in groups.items()}
    return {**certified, NEW_SITES: sorted(new)}


def _planned_groups(plan: Content, sites: Iterable[str]) -> Mapping[str, Iterable[str]]:
    """Return the groups of a plan by name; without groups, one with these sites."""
    return {row.get("group", ""): row.get("sites", ()) for row in plan.get("groups", ())} or {_ONE_GROUP: sites}


def _extent_violations(basis: SampleBasis, plan: Content, field: str) -> Iterator[Violation]:
    """Yield why a plan is too large, before any work that grows with it."""
    if len(basis.population) > MAX_SITES:
        message = _message("TOO_MANY_SITES", found=len(basis.population), most=MAX_SITES)
        yield Violation(field, message, "WRONG_VALUE")
    names = (basis.seed, *basis.population, *_planned_groups(plan, ()))
    if any(len(name) > _MAX_NAME for name in names):
        yield Violation(field, _message("NAME_TOO_LONG", most=_MAX_NAME), "WRONG_VALUE")
    if len(set(basis.population)) < len(basis.population):
        yield Violation(f"{field}.population", _message("SITE_TWICE"), "WRONG_VALUE")
    for name in _LISTS:
        rows = plan.get(name, ())
        count = max(len(rows), sum(len(row.get("sites", ())) for row in rows))
        if count > MAX_SITES:
            message = _message("TOO_MANY_ENTRIES", found=count, most=MAX_SITES)
            yield Violation(f"{field}.{name}", message, "WRONG_VALUE")


def _violations(basis: SampleBasis, plan: Content, field: str) -> Iterator[Violation]:
    population, central = set(basis.population), plan.get("central_function", "")
    if central not in population:
        hint = did_you_mean_or_known(central[:80], sorted(population))
        message = _message("NO_CENTRAL_SITE", found=central[:80], hint=hint)
        yield Violation(f"{field}.central_function", message, "WRONG_VALUE" if central else "REQUIRED")
    yield from _condition_violations(population - {central}, plan, field)
    yield from _group_violations(basis, population - {central}, plan, field)
    yield from _reason_violations(plan, field)
    yield from _named_violations(population, central, plan, field)


def _condition_violations(sites: set[str], plan: Content, field: str) -> Iterator[Violation]:
    rules, rows = audit_rules(), plan.get("conditions", ())
    known = {**rules["conditions"], **rules["sampling_conditions"]}
    answers = {row.get("condition", ""): row for row in rows}
    for index, row in enumerate(rows):
        id, place = row.get("condition", ""), f"{field}.conditions[{index}].condition"
        if id not in known:
            yield Violation(place, _message("NO_CONDITION", found=id[:80], known=[*known]), "WRONG_VALUE")
        elif answers[id] is not row:
            yield Violation(place, _message("CONDITION_TWICE", id=id), "WRONG_VALUE")
    if len(sites) <= 1:
        return
    for id in (id for id in known if id not in answers):
        yield Violation(f"{field}.conditions", _message("CONDITION_OPEN", condition=known[id].label, id=id), "REQUIRED")
    for id, rule in rules["conditions"].items():
        if id in answers and not answers[id].get("met"):
            yield Violation(f"{field}.conditions", _message("NOT_ELIGIBLE", condition=rule.label), "WRONG_VALUE")


def _group_violations(basis: SampleBasis, sites: set[str], plan: Content, field: str) -> Iterator[Violation]:
    groups = plan.get("groups", ())
    if not groups:
        return
    names = [row.get("group", "") for row in groups]
    if len(set(names)) < len(names) or {"", NEW_SITES} & set(names):
        yield Violation(f"{field}.groups", _message("GROUP_NAMES", reserved=NEW_SITES), "WRONG_VALUE")
    members = [site for row in groups for site in row.get("sites", ())]
    excluded = {row.get("site") for row in plan.get("excluded", ())}
    expected = sites - excluded - set(basis.new_sites)
    if sorted(members) != sorted(expected):
        several = sorted(site for site, count in Counter(members).items() if count > 1)
        message = _message(
            "NO_PARTITION",
            missing=sorted(expected - set(members)),
            unknown=sorted(set(members) - expected),
            twice=several,
        )
        yield Violation(f"{field}.groups", message, "WRONG_VALUE")


def _reason_violations(plan: Content, field: str) -> Iterator[Violation]:
    for name in _LISTS:
        rows = plan.get(name, ())
        for index, row in enumerate(rows):
            if not str(row.get("reason", "")).strip():
                yield Violation(f"{field}.{name}[{index}].reason", _message("REASON_NEEDED"), "REQUIRED")


def _named_violations(population: set[str], central: str, plan: Content, field: str) -> Iterator[Violation]:
    others, rules = population - {central}, audit_rules()
    groups = {NEW_SITES, *_planned_groups(plan, others)}
    for name in ("excluded", "selected"):
        for index, row in enumerate(plan.get(name, ())):
            if row.get("site") not in others:
                message = _message("NOT_IN_POPULATION", found=str(row.get("site", ""))[:80])
                yield Violation(f"{field}.{name}[{index}].site", message, "WRONG_VALUE")
    for index, row in enumerate(plan.get("selected", ())):
        if row.get("criterion") not in rules["criteria"]:
            message = _message("NO_CRITERION", found=str(row.get("criterion", ""))[:80], known=[*rules["criteria"]])
            yield Violation(f"{field}.selected[{index}].criterion", message, "WRONG_VALUE")
    for index, row in enumerate(plan.get("adjustments", ())):
        place = f"{field}.adjustments[{index}]"
        if row.get("factor") not in rules["sample_factors"]:
            message = _message("NO_FACTOR", found=str(row.get("factor", ""))[:80], known=[*rules["sample_factors"]])
            yield Violation(f"{place}.factor", message, "WRONG_VALUE")
        if row.get("group") and row["group"] not in groups:
            message = _message("NO_GROUP", found=row["group"][:80], reserved=NEW_SITES)
            yield Violation(f"{place}.group", message, "WRONG_VALUE")
        if not 1 <= abs(row.get("change", 0)) <= _MAX_CHANGE:
            yield Violation(f"{place}.change", _message("NO_CHANGE", most=_MAX_CHANGE), "WRONG_VALUE")


def choice_violations(sample: Content, sites: Iterable[str], field: str) -> Iterator[Violation]:
    """Yield why chosen sites are not the sample: central function, random part, size, or a missing criterion."""
    chosen, central = set(sites), sample["central_function"]
    if central not in chosen:
        yield Violation(field, _message("CENTRAL_FUNCTION_MISSING", site=central), "WRONG_VALUE")
    reasons = {row["site"] for row in sample.get("selected", ())}
    for group in sample["sampled_groups"]:
        members, drawn = set(group["sites"]), set(group["random_sites"])
        if missing := sorted(drawn - chosen):
            yield Violation(field, _message("RANDOM_SITES_MISSING", sites=missing, group=group["group"]), "WRONG_VALUE")
        found = chosen & members
        if len(found) < group["least"]:
            message = _message("GROUP_TOO_SMALL", group=group["group"], found=len(found), needed=group["least"])
            yield Violation(field, message, "WRONG_VALUE")
        if (
            sample["method"] == SAMPLED
            and len(members) > len(found)
            and (unexplained := sorted(found - drawn - reasons))
        ):
            yield Violation(field, _message("CRITERION_MISSING", sites=unexplained), "WRONG_VALUE")
    excluded = {row["site"] for row in sample.get("excluded", ())}
    if wrong := sorted(chosen & excluded):
        yield Violation(field, _message("SITES_EXCLUDED", sites=wrong), "WRONG_VALUE")


def sample_differences(sample: Content) -> list[str]:
    """Return the fields of a recorded sample that a new computation from its own record does not confirm."""
    basis = SampleBasis(
        Audit(sample["audit"]), tuple(sample.get("population", ())), sample["seed"], tuple(sample.get("new_sites", ())),
        tuple(sample.get("visited_in_year", ())), sample.get("seed_step", 0),
    )  # fmt: skip
    again = compute_sample(basis, sample, "sampling")
    differences = [name for name in again if _compact(again[name]) != _compact(sample.get(name))]
    if any(choice_violations(again, sample.get("sites", ()), "sites")):
        differences.append("sites")
    return differences


def _compact(value: Any) -> Any:
    """Return a value without empty parts, which a message does not carry."""
    if isinstance(value, dict):
        value = {name: compact for name, part in value.items() if (compact := _compact(part))}
    elif isinstance(value, list):
        value = [_compact(part) for part in value]
    return value or None


def suggested_sites(sample: Content, last_visits: Mapping[str, str]) -> dict[str, str]:
    """Return sites that complete the sample by group: those visited longest ago first, then in alphabetical order."""
    suggested = {}
    for group in sample["sampled_groups"]:
        rest = [site for site in group["sites"] if site not in group["random_sites"]]
        rest.sort(key=lambda site: (last_visits.get(site, ""), site))
        for site in rest[: group["least"] - len(group["random_sites"])]:
            suggested[site] = group["group"]
    return suggested
