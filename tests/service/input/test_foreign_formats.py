"""Formats of other publishers: each reader names the format and version that it found, and those that it reads."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from hypothesis import given, strategies as st
from lxml import etree

from rules.contracts.errors import InputError
from rules.contracts.messages import LANGUAGES, in_language
from service.cases.credentials.jose import sign_credential
from service.cases.credentials.verification import verify_certificate_credential
from service.input.foreign_formats import foreign_formats, recognize_json, recognize_xml
from service.schemes.battery.passport import read_passport
from service.schemes.cbam.quarterly_report.report_reader import read_report
from service.schemes.footprint.pact import read_record
from tests.support.certificates import DID, NOW, credential_context

KEY = generate_private_key(SECP256R1())
CBAM = "http://xmlns.ec.eu/BusinessObjects/CBAM/Types"
CREDENTIAL = "https://test.uncefact.org/vocabulary/untp"
SAMPLES: Mapping[str, Mapping[str, Any]] = {
    "catenax_pcf": {
        "9.0.0": {
            "scopeOfPcfForm": [{"specVersion": "urn:io.catenax.pcf:datamodel:version:9.0.0"}],
            "productLifeCycleStagesAndEmissions": [],
        },
        "8.0.0": {"specVersion": ["urn:io.catenax.pcf:datamodel:version:8.0.0"], "pcf": {}},
        "7.0.0": {"specVersion": "urn:io.catenax.pcf:datamodel:version:7.0.0", "pcf": {}},
        "2.0.1-20230314": {"specVersion": "2.0.1-20230314", "extWBCSD_pfStatus": "Active", "pcf": {}},
    },
    "catenax_battery_pass": {
        "6.1.0": {"specVersion": "urn:io.catenax.battery.battery_pass:6.1.0", "identification": {}},
        "5.0.0": {"specVersion": "urn:io.catenax.battery.battery_pass:5.0.0", "metadata": {}},
        "next": {"specVersion": "next", "identification": {}},
    },
    "battery_pass": {"": {"batteryCarbonFootprint": 1}},
    "pact": {
        "1.0.1": {"specVersion": "1.0.1", "pcf": {"declaredUnit": "liter"}},
        "2.0.0": {"data": {"specVersion": "2.0.0", "pcf": {"declaredUnit": "liter"}}},
        "2.0.1-20230522": {"data": [{"specVersion": "2.0.1-20230522", "pcf": {"declaredUnit": "liter"}}]},
        "3.0.2": {"specVersion": "3.0.2", "pcf": {"declaredUnitOfMeasurement": "liter"}},
        "30.0.0": {"specVersion": "30.0.0", "pcf": {"declaredUnitOfMeasurement": "liter"}},
        "three": {"specVersion": "three", "pcf": {}},
    },
    "untp_credential": {
        "0.6.0": {"@context": ["https://www.w3.org/ns/credentials/v2", f"{CREDENTIAL}/dcc/0.6.0/"]},
        "0.5.0": {"@context": ["https://www.w3.org/ns/credentials/v2", f"{CREDENTIAL}/dpp/0.5.0/"]},
    },
    "ro_crate": {"1.1": {"@context": "https://w3id.org/ro/crate/1.1/context", "@graph": []}},
    "oscal": {
        "1.1.3": {"assessment-results": {"metadata": {"oscal-version": "1.1.3"}}},
        "": {"catalog": {"metadata": {"title": "without version"}}},
    },
    "cbam_quarterly_report": {"V1": f'<QReport xmlns="{CBAM}/V1"/>', "V2": f'<QReport xmlns="{CBAM}/V2"/>'},
    "ilcd": {"1.1": '<processDataSet xmlns="http://lca.jrc.it/ILCD/Process" version="1.1"/>'},
}
CASES = [(id, version) for id, samples in SAMPLES.items() for version in samples]


def _pact(sample: Any, folder: Path) -> None:
    (folder / "record.json").write_text(json.dumps(sample), encoding="utf-8")
    read_record(folder / "record.json")


def _passport(sample: Any, _folder: Path) -> None:
    read_passport([("passport.json", json.dumps(sample).encode())], {})


def _credential(sample: Any, _folder: Path) -> None:
    form = verify_certificate_credential(sign_credential(sample, DID, KEY), credential_context(KEY), NOW)[0]
    if in_language(form.message, "en").startswith("The file has the format"):
        raise InputError.of("credential", form.message, "UNKNOWN_FORMAT")


def _report(sample: Any, _folder: Path) -> None:
    read_report(sample.encode())


READERS: Mapping[tuple[str, ...], Callable[[Any, Path], None]] = {
    ("pact",): _pact,
    ("catenax_battery_pass", "battery_pass"): _passport,
    ("untp_credential",): _credential,
    ("cbam_quarterly_report",): _report,
}


def is_xml(id: str) -> bool:
    return foreign_formats()[id].namespace is not None


PAIRS = [(ids, id, version) for ids in READERS for id, version in CASES if is_xml(ids[0]) == is_xml(id)]
"""A reader of JSON refuses XML as invalid JSON, and the other way round."""


def problems(id: str, version: str, reader: Callable[[Any, Path], None], folder: Path) -> list[str]:
    """Return the refusals of a sample that are about its format."""
    try:
        reader(SAMPLES[id][version], folder)
    except InputError as error:
        return [each.description for each in error.violations if each.reason == "UNKNOWN_FORMAT"]
    return []


def test_each_declared_format_has_a_sample_of_each_kind_of_version() -> None:
    assert SAMPLES.keys() == foreign_formats().keys()
    for id, form in foreign_formats().items():
        wanted = {version.removesuffix("x") for version in form.reads} if form.version_at or form.namespace else set()
        assert all(any(found.startswith(version) for found in SAMPLES[id]) for version in wanted), id
    read = {id for id, form in foreign_formats().items() if form.reads}
    assert read == {id for ids in READERS for id in ids}


@pytest.mark.parametrize(("id", "version"), CASES)
def test_each_sample_is_recognised_with_its_version(id: str, version: str) -> None:
    sample = SAMPLES[id][version]
    if is_xml(id):
        root = etree.fromstring(sample)
        found = recognize_xml(etree.QName(root).namespace or "", dict(root.attrib))
    else:
        found = recognize_json(sample)
    assert found is not None
    assert (found.form.id, found.version) == (id, version)


@pytest.mark.parametrize(("ids", "id", "version"), PAIRS)
def test_each_reader_names_the_format_that_it_found_and_those_that_it_reads(
    ids: tuple[str, ...], id: str, version: str, tmp_path: Path
) -> None:
    form = foreign_formats()[id]
    described = problems(id, version, READERS[ids], tmp_path)
    is_read = version in ("2.0.0", "2.0.1-20230522", "3.0.2", "6.1.0", "0.6.0", "V1") or id == "battery_pass"
    if id in ids and is_read:
        assert described == []
        return
    (description,) = described
    for language in LANGUAGES:
        text = in_language(description, language)
        assert in_language(form.titled(version), language) in text
        for known in ids:
            for readable in foreign_formats()[known].reads:
                assert in_language(foreign_formats()[known].titled(readable), language) in text
    assert version in str(description)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20) | st.sampled_from(["3.0.0", "urn:x"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["specVersion", "pcf", "data", "@context", "catalog", "metadata", "scopeOfPcfForm"])
            | st.text(max_size=8),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_any_document_is_recognised_or_not_without_an_error(document: Any) -> None:
    found = recognize_json(document)
    assert found is None or found.form in foreign_formats().values()


@pytest.mark.parametrize(
    ("version", "is_read"), [("2.9.9", True), ("20.0.0", False), ("3.1.0", True), ("1.3.0", False)]
)
def test_a_version_is_covered_only_as_a_whole_number(version: str, is_read: bool) -> None:
    found = recognize_json({"specVersion": version, "pcf": {}})
    assert found is not None
    assert found.is_read == is_read
