"""Formats of other publishers: recognised with their version; each reader names those that it reads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from hypothesis import given, strategies as st
from lxml import etree

from rules.contracts.errors import InputError
from rules.contracts.messages import in_language
from service.cases.credentials.jose import sign_credential
from service.cases.credentials.verification import verify_certificate_credential
from service.input.foreign_formats import foreign_formats, recognize_json, recognize_xml
from tests.support.certificates import DID, NOW, credential_context
from tests.support.foreign_formats import CASES, SAMPLES, check_reader, is_xml

READ = {"pact", "catenax_battery_pass", "battery_pass", "untp_credential", "cbam_quarterly_report", "dmn"}
"""Formats with a reader. The tests of each reader call `check_reader`."""


def test_the_reader_of_credentials_names_formats(tmp_path: Path) -> None:
    key = generate_private_key(SECP256R1())

    def read(sample: Any, _: Path) -> None:
        form = verify_certificate_credential(sign_credential(sample, DID, key), credential_context(key), NOW)[0]
        if in_language(form.message, "en").startswith("The file has the format"):
            raise InputError.of("credential", form.message, "UNKNOWN_FORMAT")

    check_reader(("untp_credential",), read, tmp_path)


def test_each_declared_format_has_a_sample_of_each_kind_of_version() -> None:
    assert SAMPLES.keys() == foreign_formats().keys()
    for id, form in foreign_formats().items():
        wanted = {version.removesuffix("x") for version in form.reads} if form.version_at or form.namespace else set()
        assert all(any(found.startswith(version) for found in SAMPLES[id]) for version in wanted), id
    assert {id for id, form in foreign_formats().items() if form.reads} == READ


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
