"""Samples of the formats of other publishers, and the test that each reader of such files passes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from rules.contracts.errors import InputError
from rules.contracts.messages import LANGUAGES, in_language
from service.input.foreign_formats import foreign_formats

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
    "dmn": {
        version: f'<definitions xmlns="https://www.omg.org/spec/DMN/{version}/MODEL/"/>'
        for version in ("20180521", "20191111", "20211108", "20230324", "20240513")
    },
    "cbam_quarterly_report": {"V1": f'<QReport xmlns="{CBAM}/V1"/>', "V2": f'<QReport xmlns="{CBAM}/V2"/>'},
    "ilcd": {"1.1": '<processDataSet xmlns="http://lca.jrc.it/ILCD/Process" version="1.1"/>'},
}
CASES = [(id, version) for id, samples in SAMPLES.items() for version in samples]
_READ = ("2.0.0", "2.0.1-20230522", "3.0.2", "6.1.0", "0.6.0", "V1", "20180521", "20191111", "20211108", "20230324")


def is_xml(id: str) -> bool:
    return foreign_formats()[id].namespace is not None


def check_reader(ids: tuple[str, ...], read: Callable[[Any, Path], object], folder: Path) -> None:
    """Assert that a reader of some formats names the format that it found, and those that it reads.

    A reader of JSON refuses XML as invalid JSON, and the other way round, so both are not mixed.
    """
    alike = [(id, version) for id, version in CASES if is_xml(ids[0]) == is_xml(id)]
    assert len(alike) > 1
    for id, version in alike:
        described = list(_format_refusals(id, version, read, folder))
        if id in ids and (version in _READ or id == "battery_pass"):
            assert described == []
            continue
        (description,) = described
        for language in LANGUAGES:
            text = in_language(description, language)
            readable = ((known, each) for known in ids for each in foreign_formats()[known].reads)
            for named, number in ((id, version), *readable):
                assert in_language(foreign_formats()[named].titled(number), language) in text
        assert version in str(description)


def _format_refusals(id: str, version: str, read: Callable[[Any, Path], object], folder: Path) -> Iterator[str]:
    try:
        read(SAMPLES[id][version], folder)
    except InputError as error:
        yield from (each.description for each in error.violations if each.reason == "UNKNOWN_FORMAT")
