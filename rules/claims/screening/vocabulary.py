"""Fact vocabulary for environmental claims: path, type and values of every fact.

The screening proposes these facts and the scorecards evaluate them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from rules.claims.screening.candidates import CLAIM_TYPES, LEVELS

FactKind = Literal["number", "choice", "choices", "flag", "date", "text", "records"]


class FactTerm(NamedTuple):
    """A fact or record field of the claim model."""

    path: str
    kind: FactKind
    values: tuple[str, ...] = ()

    @property
    def record(self) -> str | None:
        return card_name(self.path.rsplit("[].", 1)[0]) if "[]." in self.path else None

    @property
    def name(self) -> str:
        return card_name(self.path.rsplit("[].", 1)[-1])


def card_name(path: str) -> str:
    """Return the scorecard name of a claim-model path."""
    return path.replace("[]", "").replace(".", "_").lower()


_KINDS: dict[str, FactKind] = {
    "?": "flag", "#": "number", "@": "date", "=": "choice", "+": "choices", "*": "records", "": "text",
}  # fmt: skip
_LEVELS = "|".join(LEVELS)
_TYPES = "|".join(CLAIM_TYPES)
_PATHS = f"""
claim_id language text translation_of
medium= pack|pos|web|social|tv_audio|print|app|name|label_graphic|report|b2b_doc
same_medium_text* same_medium_text[].text same_medium_text[].font_ratio#
same_medium_text[].prominence= adjacent|same_face|other_face|footnote|linked_url|qr
imagery+ leaf|globe|water|trees|animals|green_scheme|seal|children|sky|mountains|meadow
display.from@ display.to@ manufacture_date@ jurisdictions
audience= b2c|b2b|investor|public_authority
kind= commercial|mandatory_report|institutional|mandatory_label
mandatory_by_law? mandatory_by_law.ref
trader.name trader.sector trader.high_emitting? trader.green_activity_share_pct#
trader.financed_emissions= no_financing|told|left_out
trader.role= producer|importer|retailer|platform
subject.level= {_LEVELS}
subject.id subject.covered_parts subject.covered_share_pct#
subject.asserted_scope= part|whole
claim_types+ {_TYPES}
asserted.metric asserted.value# asserted.unit asserted.baseline_id asserted.comparator
asserted.direction= reduction|increase
asserted.target_year# asserted.base_year# asserted.superlative?
evidence*
lca.boundary= gate_to_gate|cradle_to_gate|cradle_to_retail|cradle_to_grave
lca.modules+ A1|A2|A3|A4|A5|B1|B2|B3|B4|B5|B6|B7|C1|C2|C3|C4|D
lca.eol_scenarios lca.module_D_in_total? lca.offsets_in_total?
lca.biogenic_method= -1/+1|0/0
lca.biogenic_stored_kgCO2e# lca.gwp_set lca.cfp_value# lca.unit lca.uncertainty lca.pcr
lca.categories*
comparison.comparator= own_previous|competitor|category_avg|standard
comparison.same_fu? comparison.same_boundary? comparison.same_method? comparison.data_year_each comparison.market
future.plan_url future.public? future.targets* future.targets[].year# future.targets[].metric future.targets[].value#
future.resources future.verifier future.independent? future.last_verified@ future.findings_url future.scopes_covered
future.reduction_share_pct# future.credit_share_pct# future.binding= somebody|aim_only|nobody
future.validation= not_claimed|validated|committed_only|other_target
scope_three= counted|gap_stated|gap_unstated
offsets.used? offsets.share_of_claim_pct# offsets.text_on_medium? offsets.credits*
removal.carbon_source= atmosphere|biogenic_short_cycle|fossil|carbonate
removal.storage_years# removal.monitoring? removal.methodology
label.name label.owner label.owner_is_trader?
label.kind= public_authority_eu|public_authority_other|certification_scheme|self_declared|mandatory
label.iso_type= I|II|III|none
label.type1_recognised_in_MS? label.crit_i_open? label.crit_ii_stakeholders? label.crit_iii_withdrawal?
label.crit_iv_independent_monitor? label.certificate.no label.certificate.holder label.certificate.product_scope
label.certificate.valid_from@ label.certificate.valid_to@ label.certificate.status label.certificate.surveillance_ok?
reep.basis= eu_ecolabel|national_type1|top_union_law
reep.property_covered reep.relevant_to_whole_claim?
material.pre_pct# material.post_pct# material.by_mass? material.excl_minor_incidental? material.origin
material.custody= segregated|mass_balance|book_claim
facilities.where_shown= widely|partly|nowhere
recyclability.access_pct_by_market# recyclability.prep_steps recyclability.design_blockers
degradability.standard degradability.environment degradability.days_to_complete# degradability.customary_disposal
degradability.facility_access_pct#
renewable.share_pct# renewable.source renewable.instrument= onsite|PPA|GO|REC|绿证
renewable.cancelled? renewable.sold? renewable.market renewable.period renewable.processes_covered_pct#
handprint.customer handprint.baseline handprint.baseline_reason handprint.function_equal? handprint.market_available?
handprint.same_time_region? handprint.cfp_baseline# handprint.cfp_solution# handprint.fu handprint.reviewer
handprint.netted_against_own_inventory? handprint.cause
"""


def _parse_terms(paths: str) -> Iterator[FactTerm]:
    words = iter(paths.split())
    for word in words:
        path = word.rstrip("?#@=+*")
        mark = word[len(path) :]
        values = tuple(next(words).split("|")) if mark in ("=", "+") else ()
        yield FactTerm(path, _KINDS[mark], values)


FACT_TERMS: dict[str, FactTerm] = {term.path: term for term in _parse_terms(_PATHS)}
