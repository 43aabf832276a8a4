"""PACT footprint record import: fields mapped to facts, schema errors by JSON pointer, and the command."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml

from rules.contracts.errors import InputError
from service.configuration.folders import CHECKOUT
from service.schemes.footprint.pact import footprint_dossier_text
from tests.support.commands import touchstone

GAZETTE = CHECKOUT / "scorecards"
SUBJECT = "organizations/example/subjects/coil"
RECORD: dict[str, Any] = {
    "id": "5c0ad6ce-1111-4222-8333-444455556666", "specVersion": "3.0.0", "created": "2026-01-20T00:00:00Z",
    "status": "Active", "companyName": "Invented Works", "companyIds": ["urn:invented:works"],
    "productDescription": "coated coil", "productIds": ["urn:invented:coil"], "productNameCompany": "Coil",
    "pcf": {
        "declaredUnitOfMeasurement": "kilogram", "declaredUnitAmount": "1", "productMassPerDeclaredUnit": "1",
        "referencePeriodStart": "2025-01-01T00:00:00Z", "referencePeriodEnd": "2026-01-01T00:00:00Z",
        "pcfExcludingBiogenicUptake": "4.40", "pcfIncludingBiogenicUptake": "3.20", "fossilGhgEmissions": "4.10",
        "fossilCarbonContent": "0", "landUseChangeGhgEmissions": "0.20", "landManagementBiogenicCO2Emissions": "0.05",
        "landManagementBiogenicCO2Removals": "-0.10", "biogenicNonCO2Emissions": "0.15", "biogenicCO2Uptake": "-1.20",
        "packagingEmissionsIncluded": False, "ipccCharacterizationFactors": ["AR6"],
        "crossSectoralStandards": ["PACT-3.0"], "exemptedEmissionsPercent": "5", "geographyCountry": "AT",
        "primaryDataShare": "34.09",
        "dqi": {"technologicalDQR": "1.93", "geographicalDQR": "2.07", "temporalDQR": "2.66"},
    },
}  # fmt: skip

OLDER: dict[str, Any] = {
    "id": "5c0ad6ce-1111-4222-8333-444455556666", "specVersion": "2.2.0", "version": 1, "status": "Active",
    "created": "2024-01-20T00:00:00Z", "companyName": "Invented Works", "companyIds": ["urn:invented:works"],
    "productDescription": "bottled ethanol", "productIds": ["urn:invented:bottle"], "productCategoryCpc": "6398",
    "productNameCompany": "Bottle", "comment": "",
    "pcf": {
        "declaredUnit": "liter", "unitaryProductAmount": "12", "productMassPerDeclaredUnit": "0.789",
        "pCfExcludingBiogenic": "1.5", "pCfIncludingBiogenic": "0.9", "fossilGhgEmissions": "1.2",
        "fossilCarbonContent": "0", "biogenicCarbonContent": "0.41", "dLucGhgEmissions": "0.3",
        "landManagementGhgEmissions": "0.1", "biogenicCarbonWithdrawal": "-0.6", "characterizationFactors": "AR5",
        "crossSectoralStandardsUsed": ["ISO Standard 14067"], "boundaryProcessesDescription": "all",
        "referencePeriodStart": "2023-01-01T00:00:00Z", "referencePeriodEnd": "2024-01-01T00:00:00Z",
        "geographyCountry": "AT", "exemptedEmissionsPercent": 1.50, "exemptedEmissionsDescription": "",
        "packagingEmissionsIncluded": True, "packagingGhgEmissions": "0.05", "primaryDataShare": 12,
        "dqi": {"technologicalDQR": 1.6, "temporalDQR": 2.6, "geographicalDQR": 1.8},
    },
}  # fmt: skip


def changed(**values: Any) -> dict[str, Any]:
    record = deepcopy(RECORD)
    for name, value in values.items():
        place = record if name in record or name.startswith("validity") else record["pcf"]
        if value is None:
            place.pop(name)
        else:
            place[name] = value
    return record


def dossier(tmp_path: Path, record: Any, *, used_on: str | None = "2028-12-31", no_land_flows: bool = False) -> Any:
    file = tmp_path / "record.json"
    file.write_text(record if isinstance(record, str) else json.dumps(record), encoding="utf-8")
    text = footprint_dossier_text(file, SUBJECT, used_on, no_land_flows, GAZETTE, "en")
    return yaml.load(text, yaml.BaseLoader)["facts"]  # noqa: S506 -- BaseLoader creates only strings


def test_the_worked_record_is_the_dossier_of_the_card(tmp_path: Path) -> None:
    sample = (CHECKOUT / "examples" / "international" / "product-footprint-pact.yaml").read_text(encoding="utf-8")
    expected = yaml.load(sample, yaml.BaseLoader)["facts"]  # noqa: S506 -- BaseLoader creates only strings
    assert expected.pop("items")
    assert expected.pop("items_told") == "yes"
    dossier_facts = dossier(tmp_path, RECORD)
    assert dossier_facts.pop("items_told") == "no"
    assert set(expected.keys() ^ dossier_facts.keys()) <= {"valid_from", "valid_until"}
    for name, value in dossier_facts.items():
        number, _, unit = value.partition(" ")
        same, _, unit_there = expected[name].partition(" ")
        assert (unit, same.rstrip("0").rstrip(".")) == (unit_there, number.rstrip("0").rstrip(".")), name


@pytest.mark.parametrize("wrapped", [{"data": RECORD}, {"data": [RECORD]}, [RECORD]])
def test_a_response_with_one_record_is_read_as_that_record(tmp_path: Path, wrapped: Any) -> None:
    assert dossier(tmp_path, wrapped) == dossier(tmp_path, RECORD)


@pytest.mark.parametrize(
    ("values", "facts"),
    [
        ({"specVersion": "3.0.3"}, {"version": "v3_0"}),
        ({"specVersion": "3.1.0"}, {"version": "another"}), ({"status": "Deprecated"}, {"status": "deprecated"}),
        ({"primaryDataShare": None}, {"complete": "no", "primary_stated": None}),
        ({"companyName": ""}, {"complete": "no"}), ({"biogenicCO2Uptake": None}, {"uptake": None, "land_flows": "yes"}),
        ({"landManagementBiogenicCO2Removals": None}, {"land_removed": None, "land_stated": "no"}),
        ({"technologicalCO2Removals": "-0.3", "ccsTechnologicalCO2Capture": "-0.2"}, {"other_removed": "-0.5 kgCO2e"}),
        ({"packagingEmissionsIncluded": True}, {"packaging_in": "yes", "packaging": None}),
        ({"packagingEmissionsIncluded": True, "packagingGhgEmissions": "0.4"}, {"packaging": "0.4 kgCO2e"}),
        ({"geographyCountry": "DE", "geographyCountrySubdivision": "DE-BY"}, {"places": "2"}),
        ({"ipccCharacterizationFactors": ["AR5"]}, {"ar6": "no"}),
        ({"crossSectoralStandards": ["PAS2050"]}, {"pas_only": "yes"}),
        ({"ccuCalculationApproach": "Credit"}, {"credit": "yes", "certified": "no"}),
        ({"ccuCalculationApproach": "Cut-off"}, {"credit": "no"}),
        ({"ccuCalculationApproach": "Credit", "ccuCreditCertification": "https://a.example"}, {"certified": "yes"}),
        ({"dqi": {"technologicalDQR": "1.9", "temporalDQR": "2.7"}}, {"quality_stated": "no"}),
        ({"validityPeriodStart": "2026-02-01T00:00:00Z"}, {"validity_stated": "yes", "valid_from": "2026-02-01"}),
        ({"referencePeriodEnd": "2026-01-01T01:00:00+02:00"}, {"period_end": "2025-12-31"}),
        ({"fossilGhgEmissions": "+4.100"}, {"fossil": "4.1 kgCO2e"}),
    ],
)  # fmt: skip
def test_each_field_is_mapped_to_its_fact(tmp_path: Path, values: dict[str, Any], facts: dict[str, str | None]) -> None:
    dossier_facts = dossier(tmp_path, changed(**values))
    assert {name: dossier_facts.get(name) for name in facts} == facts


def test_missing_land_fields_are_unknown_unless_declared_absent(tmp_path: Path) -> None:
    land = {
        "landUseChangeGhgEmissions", "landManagementBiogenicCO2Emissions", "landManagementBiogenicCO2Removals",
        "biogenicNonCO2Emissions", "biogenicCO2Uptake",
    }  # fmt: skip
    record = changed(**dict.fromkeys(land))
    assert not {"land_use", "uptake", "non_co2", "land_flows"} & dossier(tmp_path, record).keys()
    dossier_facts = dossier(tmp_path, record, no_land_flows=True)
    assert (dossier_facts["land_use"], dossier_facts["uptake"], dossier_facts["land_flows"]) == (
        "0 kgCO2e",
        "0 kgCO2e",
        "no",
    )


@pytest.mark.parametrize(
    ("record", "place"),
    [
        (changed(fossilGhgEmissions=4.1), "/pcf/fossilGhgEmissions"),
        (changed(fossilGhgEmissions="4,1"), "/pcf/fossilGhgEmissions"),
        (changed(fossilGhgEmissions="-4.10"), "/pcf/fossilGhgEmissions"),
        (changed(primaryDataShare="134.09"), "/pcf/primaryDataShare"),
        (changed(primaryDataShare="-0.01"), "/pcf/primaryDataShare"),
        (changed(landManagementBiogenicCO2Removals="0.1"), "/pcf/landManagementBiogenicCO2Removals"),
        (changed(declaredUnitAmount="0"), "/pcf/declaredUnitAmount"),
        (changed(fossilCarbonContent="-1"), "/pcf/fossilCarbonContent"),
        (changed(dqi=["1"]), "/pcf/dqi"),
        (changed(created="yesterday"), "/created"),
        (changed(companyName=7), "/companyName"),
        (changed(companyIds="urn:a"), "/companyIds"),
        (changed(fossilGhgEmissions="1e3"), "/pcf/fossilGhgEmissions"),
        (changed(referencePeriodEnd="2026-01-01"), "/pcf/referencePeriodEnd"),
        (changed(referencePeriodEnd="2026-02-30T00:00:00Z"), "/pcf/referencePeriodEnd"),
        (changed(referencePeriodEnd="0001-01-01T00:00:00+14:00"), "/pcf/referencePeriodEnd"),
        (changed(declaredUnitOfMeasurement="pound"), "/pcf/declaredUnitOfMeasurement"),
        (changed(packagingEmissionsIncluded="yes"), "/pcf/packagingEmissionsIncluded"),
        (changed(crossSectoralStandards="PACT-3.0"), "/pcf/crossSectoralStandards"),
        (changed(ccuCalculationApproach="Half"), "/pcf/ccuCalculationApproach"),
        (changed(specVersion="three"), "/specVersion"), (changed(status="Old"), "/status"),
        ({"data": [RECORD, RECORD]}, "record.json"), ({"data": []}, "record.json"), ({"pcf": {}}, "record.json"),
        ("[]", "record.json"), ('{"a": 1, "a": 2}', "record.json"), ("{", "record.json"), ("", "record.json"),
    ],
)  # fmt: skip
def test_a_schema_violation_is_refused_at_its_location(tmp_path: Path, record: Any, place: str) -> None:
    with pytest.raises((InputError, ValueError)) as refused:
        dossier(tmp_path, record)
    if isinstance(refused.value, InputError):
        assert any(place in one.field for one in refused.value.violations), refused.value.violations


@pytest.mark.parametrize(
    ("values", "gates"),
    [
        ({}, {}),
        ({"primaryDataShare": None}, {"PA-01": "not_met", "PA-05": "not_met"}),
        ({"dqi": {"technologicalDQR": "0.9", "geographicalDQR": "2", "temporalDQR": "5.1"}}, {"PA-07": "not_met"}),
        ({"referencePeriodStart": "2026-01-01T00:00:00Z"}, {"PA-PD": "not_met"}),
        ({"referencePeriodStart": "2027-01-01T00:00:00Z"}, {"PA-PD": "not_met"}),
    ],
)
def test_every_criterion_of_a_record_without_items_is_decided(
    tmp_path: Path, values: dict[str, Any], gates: dict[str, str]
) -> None:
    file, out = tmp_path / "record.json", tmp_path / "dossier.yaml"
    file.write_text(json.dumps(changed(**values)), encoding="utf-8")
    read = touchstone("dossier", "pact", file, "--subject", SUBJECT, "--used-on", "2028-12-31", "--out", out)
    assert read.exit_code == 0, read.stderr
    day = ("--as-of", "2028-12-31", "--format", "json")
    record = json.loads(json.loads(touchstone("evaluate", "product-footprint-pact", out, *day).stdout)["recordJson"])
    steps = {step[0]: step[1:] for step in record["steps"]}
    assert steps["conclusion"][0]["kind"] == ("gate_failed" if gates else "scored")
    assert {gate: steps[f"gates/{gate}"][0] for gate in gates} == gates


def test_the_time_of_an_unused_field_is_not_reported(tmp_path: Path) -> None:
    file = tmp_path / "record.json"
    file.write_text(json.dumps(changed(created="2026-01-20T10:11:12Z")), encoding="utf-8")
    assert "midnight" not in touchstone("dossier", "pact", file, "--subject", SUBJECT).stderr


def test_the_command_lists_missing_fields_and_its_dossier_is_evaluated(tmp_path: Path) -> None:
    file, out = tmp_path / "record.json", tmp_path / "dossier.yaml"
    file.write_text(json.dumps(changed(primaryDataShare=None, mystery="1")), encoding="utf-8")
    result = touchstone("dossier", "pact", str(file), "--subject", SUBJECT, "--out", str(out))
    assert result.exit_code == 0, result.output
    for line in (
        "Required fields of the record are missing: pcf/primaryDataShare.",
        "Fields of the record that were not read: pcf/mystery.",
        "--used-on",
    ):
        assert line in result.output
    answer = touchstone("evaluate", "product-footprint-pact", str(out), "--as-of", "2026-11-20")
    assert "PA-01 Every required field is stated: NOT MET" in answer.output


def test_the_name_of_a_file_adds_no_facts(tmp_path: Path) -> None:
    file = tmp_path / "record\nsettings:\n  a: b\n#.json"
    file.write_text(json.dumps(RECORD), encoding="utf-8")
    text = footprint_dossier_text(file, SUBJECT, None, no_land_flows=False, gazette=GAZETTE, language="en")
    assert text.splitlines()[1] == f"subject: {SUBJECT}"


def test_an_invalid_date_of_use_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refused:
        dossier(tmp_path, RECORD, used_on="soon")
    assert refused.value.violations[0].field == "--used-on"


def test_a_record_of_data_model_2_is_read_by_its_mapping_to_3(tmp_path: Path) -> None:
    """The amounts are those of decision 36 of the specification: the values are for one of 12 litres."""
    facts = dossier(tmp_path, OLDER)
    assert {name: facts.get(name) for name in ("version", "complete", "unit", "mass", "without_uptake")} == {
        "version": "another", "complete": "yes", "unit": "liter", "mass": "9.468 kg", "without_uptake": "18 kgCO2e",
    }  # fmt: skip
    assert {name: facts.get(name) for name in ("with_uptake", "fossil", "land_use", "uptake", "packaging")} == {
        "with_uptake": "10.8 kgCO2e", "fossil": "14.4 kgCO2e", "land_use": "3.6 kgCO2e", "uptake": "-7.2 kgCO2e",
        "packaging": "0.6 kgCO2e",
    }  # fmt: skip
    assert (facts["exempted"], facts["primary_stated"], facts["ar6"]) == ("1.5 %", "12 %", "no")
    unknown = {
        "land_co2", "land_removed", "non_co2", "other_removed", "technology_stated", "quality_stated", "credit",
        "certified",
    }  # fmt: skip
    assert not unknown & facts.keys()


def test_a_record_of_data_model_2_is_read_with_its_own_locations_and_remarks(tmp_path: Path) -> None:
    file = tmp_path / "record.json"
    file.write_text(json.dumps({"data": OLDER}), encoding="utf-8")
    result = touchstone("dossier", "pact", file, "--subject", SUBJECT)
    assert result.exit_code == 0, result.output
    for line in (
        "fossil: 14.4 kgCO2e  # /pcf/fossilGhgEmissions /pcf/unitaryProductAmount",
        "land_use: 3.6 kgCO2e  # /pcf/dLucGhgEmissions /pcf/unitaryProductAmount",
        "ar6: no  # /pcf/characterizationFactors",
        "The record has data model 2.2.0.",
        "They are multiplied by /pcf/unitaryProductAmount, 12,",
        "The mapping of pcf/pCfExcludingBiogenic, pcf/pCfIncludingBiogenic is not certain.",
        "pcf/landManagementGhgEmissions, pcf/dqi/technologicalDQR, pcf/dqi/geographicalDQR, pcf/dqi/temporalDQR have",
    ):
        assert line in result.output, line
    assert "were not read" not in result.output


@pytest.mark.parametrize(
    ("name", "value", "place"),
    [
        ("exemptedEmissionsPercent", "1.5", "/pcf/exemptedEmissionsPercent"),
        ("primaryDataShare", 101, "/pcf/primaryDataShare"),
        ("primaryDataShare", True, "/pcf/primaryDataShare"),
        ("fossilGhgEmissions", 1.2, "/pcf/fossilGhgEmissions"),
        ("unitaryProductAmount", "0", "/pcf/unitaryProductAmount"),
        ("unitaryProductAmount", "twelve", "/pcf/unitaryProductAmount"),
        ("dqi", ["1.6"], "/pcf/dqi"),
        ("declaredUnit", "pound", "/pcf/declaredUnit"),
        ("dLucGhgEmissions", "-1", "/pcf/dLucGhgEmissions"),
    ],
)
def test_a_violation_of_data_model_2_is_refused_at_its_own_location(
    tmp_path: Path, name: str, value: Any, place: str
) -> None:
    record = deepcopy(OLDER)
    record["pcf"][name] = value
    with pytest.raises(InputError) as refused:
        dossier(tmp_path, record)
    assert [violation.field for violation in refused.value.violations] == [place]


def test_amounts_of_data_model_2_without_a_product_amount_are_unknown(tmp_path: Path) -> None:
    record = deepcopy(OLDER)
    del record["pcf"]["unitaryProductAmount"]
    facts = dossier(tmp_path, record)
    assert not {"fossil", "mass", "without_uptake"} & facts.keys()
    assert facts["complete"] == "no"


@pytest.mark.parametrize(
    ("values", "is_explained"),
    [
        ({"landManagementFossilGhgEmissions": "0.03", "pcfExcludingBiogenicUptake": "4.43"}, True),
        ({"landManagementFossilGhgEmissions": "0.03"}, False),
        ({"landManagementFossilGhgEmissions": "0", "pcfExcludingBiogenicUptake": "4.43"}, False),
        ({"landManagementFossilGhgEmissions": "0.03", "pcfExcludingBiogenicUptake": "4.37"}, False),
        ({"pcfExcludingBiogenicUptake": "4.43"}, False),
    ],
)
def test_land_management_that_the_publishers_samples_add_twice_is_explained(
    tmp_path: Path, values: dict[str, Any], is_explained: bool
) -> None:
    file = tmp_path / "record.json"
    file.write_text(json.dumps(changed(**values)), encoding="utf-8")
    text = touchstone("dossier", "pact", file, "--subject", SUBJECT).stderr
    explanation = (
        "4.43, is not the sum of its parts, 4.4. The sum with /pcf/landManagementFossilGhgEmissions (0.03) is 4.43"
    )
    assert (explanation in text) == is_explained
    assert ("PA-12" in text) == is_explained


@pytest.mark.parametrize(("version", "is_newer"), [("3.0.3", False), ("3.1.0", True)])
def test_a_later_minor_version_is_read_with_a_remark(tmp_path: Path, version: str, is_newer: bool) -> None:
    file = tmp_path / "record.json"
    file.write_text(json.dumps(changed(specVersion=version)), encoding="utf-8")
    result = touchstone("dossier", "pact", file, "--subject", SUBJECT)
    assert result.exit_code == 0
    assert ("It is read as 3.0." in result.stderr) == is_newer
