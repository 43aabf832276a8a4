"""Battery passport import: facts with their JSON pointers, and refusals of invalid files by location."""

import hashlib
import json
import re
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given, strategies as st

from rules.contracts.errors import InputError
from service.gazette.versions import Gazette
from service.input.dossier.dossier_reader import read_dossier
from service.schemes.battery.documents import formats, read_document
from service.schemes.battery.passport import Passport, dossier_from_passport, read_passport, scorecard_of
from tests.features.desk import compilation_of
from tests.support.commands import touchstone

ROOT = Path(__file__).resolve().parents[4]
SAMPLES = Path(__file__).parent / "passports"
LMT = SAMPLES / "lmt-catenax.json"
FOREIGN = ROOT.parent / "shared" / "data" / "eu" / "catenax_BatteryPass_6.1.0_sample.json"
COBALT = "/materials/active/cobalt/recycled"
OLD = b'{"specVersion": "urn:io.catenax.battery.battery_pass:5.0.0", "metadata": {}}'
SUBJECT = "organizations/example/subjects/e-bike"
SCORECARD = scorecard_of("eu-battery", Gazette(ROOT / "scorecards"))
POINTS = {fact.id: tuple(choice.id for choice in fact.choices) for fact in SCORECARD.facts if fact.choices}


def read(*files: tuple[str, bytes]) -> Passport:
    return read_passport(files, POINTS)


def refused(content: bytes) -> list[tuple[str, str, str]]:
    with pytest.raises(InputError) as caught:
        read(("passport.json", content))
    return [(found.field, found.description, found.reason) for found in caught.value.violations]


def changed(**parts: object) -> bytes:
    return json.dumps({**json.loads(LMT.read_text(encoding="utf-8")), **parts}).encode()


def test_every_fact_and_data_point_of_the_formats_exists_in_the_scorecard() -> None:
    facts = {fact.id for fact in SCORECARD.facts}
    for form in formats().values():
        assert set(form.values) <= facts
        for fact, rows in form.points.items():
            assert set(rows) <= set(POINTS[fact])


def test_a_catena_x_passport_yields_values_in_exact_units() -> None:
    facts = {fact.fact: fact for fact in read((LMT.name, LMT.read_bytes())).facts}
    written = {name: fact.written for name, fact in facts.items()}
    assert written["category"] == "lmt"
    assert written["placed"] == "2027-03-10"
    assert written["weight"] == "3200.5 g"
    assert written["capacity"] == "0.504 kWh"
    assert written["chemistry"] == "lfp"
    assert written["mercury"] == "0.0005 %"
    assert written["cadmium"] == "0.002 %"
    assert written["recycled_lithium"] == "7.25 %"
    assert written["passport_premature"] == "[footprint_class]"
    assert written["recycled_documents"] == "[shares, year, plant]"
    assert facts["weight"].pointers == ("/characteristics/physicalDimension/weight/value",)


def test_missing_unread_and_omitted_fields_are_named() -> None:
    passport = read((LMT.name, LMT.read_bytes()))
    assert "eu_declaration" in passport.missing["passport_documents"]
    assert "chemistry" not in passport.missing["passport_general"]
    assert passport.unknown_to_format["passport_documents"] == ("cathode", "anode", "electrolyte")
    assert "/futureField" in passport.files[0].unread
    assert "/identification/category" not in passport.files[0].unread
    facts = {fact.fact for fact in passport.facts}
    assert not facts & {"lead", "eu_declaration", "footprint_declared", "footprint_total"}
    assert any("percentVolume" in note for note in passport.notes)
    assert any(
        note.startswith("/sustainability/carbonFootprint/0/value: the footprint was not copied")
        for note in passport.notes
    )


def test_zero_counts_as_a_value_and_null_does_not() -> None:
    electrical = {fact.fact: fact.written for fact in read((LMT.name, LMT.read_bytes())).facts}["passport_electrical"]
    assert "cell_resistance" in electrical
    assert "power_capability" not in electrical


def test_label_subjects_distinguish_the_hazard_symbol_from_the_collection_symbol() -> None:
    symbol = {"labelingSymbol": "https://example.org/symbol.svg", "labelingMeaning": {"en": "meaning"}}
    labels = [{**symbol, "labelingSubject": "HazardousMaterial"}]
    parts = {"labels": labels, "warrentyPeriod": "2035-03-31", "batteryCondition": {"negativeEvents": []}}
    passport = read(("part.json", json.dumps(parts).encode()))
    written = {fact.fact: fact.written for fact in passport.facts}
    assert written["passport_conditional"] == "[warranty, hazard_symbol]"
    assert passport.missing["passport_conditional"] == ("usage_history",)
    assert "marking" in passport.missing["passport_documents"]
    labels.append({**symbol, "labelingSubject": "SeparateCollection"})
    both = read(("part.json", json.dumps(parts).encode()))
    assert "marking" not in both.missing["passport_documents"]


def test_the_files_of_the_data_model_are_read_as_one_passport() -> None:
    files = [SAMPLES / "general.json", SAMPLES / "circularity.json"]
    passport = read(*((path.name, path.read_bytes()) for path in files))
    written = {fact.fact: (fact.written, fact.file) for fact in passport.facts}
    assert written["category"] == ("industrial", "general.json")
    assert written["stationary"] == ("yes", "general.json")
    assert written["weight"] == ("1850 kg", "general.json")
    assert written["recycled_lithium"] == ("7.5 %", "circularity.json")
    assert written["recycled_nickel"] == ("9.25 %", "circularity.json")
    assert written["materials"] == ("[lithium, nickel]", "circularity.json")
    assert passport.issuer == "Example Storage"
    assert [file.digest for file in passport.files] == [hashlib.sha256(path.read_bytes()).hexdigest() for path in files]


def test_the_dossier_is_accepted_by_the_scorecard_and_cites_the_file() -> None:
    dossier = dossier_from_passport([LMT], SCORECARD, subject=SUBJECT, issuer="Example Bikes")
    subject = read_dossier(dossier.text.encode(), SCORECARD, as_of="2027-04-01", settings={}).subject
    (weight,) = [item for item in subject.evidence if item.id == "passport-weight"]
    assert weight.digest == hashlib.sha256(LMT.read_bytes()).hexdigest()
    assert weight.locator.cell == "/characteristics/physicalDimension/weight/value"
    assert (weight.kind, weight.issuer, weight.issue_date) == ("battery-passport", "Example Bikes", "2027-03-01")
    named = {id for fact in subject.facts for id in (fact.value.evidence if fact.value else ())}
    assert named == {item.id for item in subject.evidence}


def test_the_command_writes_a_dossier_that_evaluates(tmp_path: Path) -> None:
    out = tmp_path / "dossier.yaml"
    done = touchstone("dossier", "passport", LMT, "--subject", SUBJECT, "--out", out)
    assert done.exit_code == 0, done.stderr
    assert "missing in the passport: passport_documents: marking, eu_declaration" in done.stderr
    assert yaml.safe_load(out.read_text(encoding="utf-8"))["facts"]["passport"]["value"] is True
    answer = touchstone("evaluate", "eu-battery", out, "--as-of", "2027-04-01")
    assert answer.exit_code == 0, answer.stderr
    assert "✗ A77-DOCUMENTS" in answer.stdout
    assert "A77.THRESHOLD" in answer.stdout


def test_another_card_or_subject_is_refused() -> None:
    other = touchstone("dossier", "passport", LMT, "--subject", SUBJECT, "--card", "zero-carbon-factory")
    assert other.exit_code == 2
    assert "does not use battery passports." in other.stderr
    assert touchstone("dossier", "passport", LMT, "--subject", "e-bike").exit_code == 2


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_other_encodings_are_refused_by_name(encoding: str) -> None:
    ((field, description, reason),) = refused(LMT.read_text(encoding="utf-8").encode(encoding))
    assert (field, reason) == ("passport.json:1:1", "NOT_UTF8")
    assert "not UTF-8" in description


def test_a_utf_8_byte_order_mark_is_skipped_and_invalid_bytes_are_located() -> None:
    assert read(("passport.json", b"\xef\xbb\xbf" + LMT.read_bytes())).title.startswith("Catena-X")
    assert refused(b'{"metadata":\n "\xff"}')[0][::2] == ("passport.json:2:1", "NOT_UTF8")


def test_wrong_values_are_reported_in_file_order() -> None:
    document = json.loads(LMT.read_text(encoding="utf-8"))
    document["materials"]["hazardous"] = {name: {"concentration": -1} for name in ("lead", "cadmium", "mercury")}
    lines = [int(found[0].split(":")[1]) for found in refused(json.dumps(document, indent=1).encode())]
    assert len(lines) > 1
    assert lines == sorted(lines)


@pytest.mark.parametrize(
    ("content", "field", "reason"),
    [
        (b'{"metadata": {}, "metadata": {}}', "passport.json:1:18", "REPEATED"),
        (b'{"metadata": {"a": 1,\n "a": 2}}', "passport.json:2:2", "REPEATED"),
        (b"[" * 100_000, "passport.json", "TOO_DEEP"),
        (b'{"metadata":' + b"[" * 30 + b"]" * 30 + b"}", "passport.json:1:32", "TOO_DEEP"),
        (b" " * 5_000_001, "passport.json", "TOO_LARGE"),
        (b'{"metadata": {"NaN": "-Infinity"},\n "a": -Infinity}', "passport.json:2:7", "NOT_JSON"),
        (b'{"metadata": 1,}', "passport.json:1:16", "NOT_JSON"),
        (b"metadata: yes", "passport.json:1:1", "NOT_JSON"),
        (b"", "passport.json:1:1", "NOT_JSON"),
        (b"[1]", "passport.json:1:1", "WRONG_TYPE"),
        (b'{"metadata": ' + b"1" * 5_000 + b"}", "passport.json", "WRONG_VALUE"),
        (b'{"metadat": 1}', "passport.json:1:1: /", "UNKNOWN_FORMAT"),
        (OLD, "passport.json:1:17: /specVersion", "UNKNOWN_FORMAT"),
    ],
    ids=lambda value: value[:20].decode() if isinstance(value, bytes) else None,
)  # fmt: skip
def test_a_file_that_is_no_passport_is_refused_with_the_location(content: bytes, field: str, reason: str) -> None:
    ((named_field, description, why),) = refused(content)
    assert (named_field, why) == (field, reason)
    assert description


@pytest.mark.parametrize(
    "text", ["\\ud83d", "\x7f", "k" * 2_000 + '": 1, "x'], ids=["half a pair", "control", "long name"]
)
def test_json_outside_the_limits_of_the_reader_is_not_reported_as_yaml(text: str) -> None:
    ((_, description, reason),) = refused(f'{{"metadata": {{"{text}": 1}}}}'.encode())
    assert reason == "WRONG_VALUE"
    assert "a control character or an unpaired surrogate" in description


@pytest.mark.parametrize(
    ("written", "outcome"),
    [
        ("2027-02-18", "2027-02-18"),
        (" 2027-02-18 ", "2027-02-18"),
        ("2027-02-18T23:59:00", "2027-02-18"),
        ("2027-02-18T12:00:00Z", "2027-02-18"),
        ("2027-02-18T00:30:00+14:00", "2027-02-17"),
        ("2027-02-17T23:30:00Z", "means two different dates, depending on the time zone."),
        ("2027-02-18T01:00:00+01:00", "means two different dates, depending on the time zone."),
        ("2027-02-18 or later", "is not a date"),
        ("2027-02-29", "is not a date"),
        ("20270218", "is not a date"),
        ("9999-12-31T23:00:00-12:00", "is not a date"),
    ],
)
def test_a_date_is_accepted_only_if_all_time_zones_of_the_union_agree(written: str, outcome: str) -> None:
    content = changed(commercial={"placedOnMarket": written})
    if outcome[0].isdigit():
        assert {fact.fact: fact.written for fact in read(("passport.json", content)).facts}["placed"] == outcome
    else:
        ((_, description, reason),) = refused(content)
        assert reason == "WRONG_VALUE"
        assert outcome in description


@pytest.mark.parametrize(
    ("language", "comment", "note"), [("en", "# Read from", "was not copied"), ("zh", "# 读自", "未作为")]
)
def test_comments_and_notes_are_in_the_requested_language(language: str, comment: str, note: str) -> None:
    result = touchstone("dossier", "passport", LMT, "--subject", SUBJECT, "--language", language)
    assert result.exit_code == 0
    assert result.stdout.startswith(comment)
    assert note in result.stderr
    assert language == "en" or "was not copied" not in result.stderr


@pytest.mark.parametrize(
    ("parts", "pointer", "reason"),
    [
        ({"identification": []}, None, None),
        ({"identification": [1]}, "/identification", "WRONG_TYPE"),
        ({"identification": {"category": 7}}, "/identification/category", "WRONG_TYPE"),
        ({"commercial": {"placedOnMarket": "7172-75-08"}}, "/commercial/placedOnMarket", "WRONG_VALUE"),
        ({"performance": {"rated": {"energy": {"value": "60"}}}}, "/performance/rated/energy/value", "WRONG_TYPE"),
        ({"performance": {"rated": {"energy": {"value": -1}}}}, "/performance/rated/energy/value", "WRONG_VALUE"),
        ({"performance": {"rated": {"energy": {"value": 1.8e308}}}}, None, None),
        ({"performance": {"rated": {"energy": {"value": 1e99}}}}, "/performance/rated/energy/value", "WRONG_VALUE"),
        ({"materials": {"active": {"cobalt": {"recycled": 100.1}}}}, COBALT, "WRONG_VALUE"),
        ({"materials": {"composition": {}}}, None, None),
        ({"materials": {"composition": {"critical": True}}}, "/materials/composition", "WRONG_TYPE"),
    ],
)  # fmt: skip
def test_wrong_types_and_values_are_refused_at_their_pointer(
    parts: dict[str, object], pointer: str | None, reason: str | None
) -> None:
    content = changed(**parts)
    if b"Infinity" in content:
        assert refused(content)[0][2] == "NOT_JSON"
    elif pointer is None:
        assert read(("passport.json", content)).facts
    else:
        violations = refused(content)
        assert (pointer, reason) in {(field.partition(": ")[2], why) for field, _, why in violations}
        assert all(re.match(r"passport\.json:\d+:\d+: /", field) for field, _, _ in violations)


def test_random_payloads_of_the_data_model_are_refused_at_once() -> None:
    content = (
        b'{"batteryCarbonFootprint": -1.7976931348623157E308, "recycledContent": '
        b'[{"recycledMaterial": "Cobalt", "preConsumerShare": 54.4, "postConsumerShare": 56.9}]}'
    )
    violations = {field.partition(": ")[2]: description for field, description, _ in refused(content)}
    assert set(violations) == {"/batteryCarbonFootprint", "/recycledContent/0/preConsumerShare"}
    assert "111.3 %" in violations["/recycledContent/0/preConsumerShare"]


def test_formats_are_not_mixed_and_all_files_are_checked() -> None:
    with pytest.raises(InputError) as caught:
        read((LMT.name, LMT.read_bytes()), ("general.json", (SAMPLES / "general.json").read_bytes()))
    assert caught.value.violations[0].reason == "MIXED_FORMATS"
    with pytest.raises(InputError) as caught:
        read(("one.json", b"{"), ("two.json", b"]"))
    assert [found.field for found in caught.value.violations] == ["one.json:1:2", "two.json:1:1"]


@given(st.decimals(min_value=0, max_value=Decimal("1e6"), places=6))
def test_a_number_is_read_without_loss_or_exponent(number: Decimal) -> None:
    content = f'{{"batteryMass": {number}}}'.encode()
    facts = {fact.fact: fact.written for fact in read(("part.json", content)).facts}
    assert Decimal(facts["weight"].removesuffix(" kg")) == number
    assert "E" not in facts["weight"]


@given(st.text(min_size=1, max_size=8), st.text(max_size=8))
def test_pointers_are_escaped_according_to_the_standard(key: str, value: str) -> None:
    content = json.dumps({"metadata": {key: [value, "x"]}}).encode()
    try:
        document = read_document(content, "passport.json")
    except InputError:
        return
    (entry,) = document.find("/metadata")
    assert entry.pointer == "/metadata"
    if "/" not in key and not key.startswith("*"):
        (inner,) = document.find(f"/metadata/{key}")
        assert inner.pointer == "/metadata/" + key.replace("~", "~0")


@pytest.mark.skipif(not FOREIGN.exists(), reason=f"{FOREIGN.name} does not come with the project")
def test_the_public_catena_x_sample_is_an_sli_battery_with_a_class_unknown_to_the_law() -> None:
    passport = read((FOREIGN.name, FOREIGN.read_bytes()))
    written = {fact.fact: fact.written for fact in passport.facts}
    assert written["category"] == "sli"
    assert written["passport_premature"] == "[footprint_class, diligence_report]"
    assert written["mercury"] == "0.00053 %"
    assert "footprint_declared" not in written
    assert not passport.missing


@pytest.mark.full
def test_a_draft_folder_of_the_card_is_accepted() -> None:
    folder = ROOT / "features" / "eu-battery"
    compiled = compilation_of(folder)
    assert compiled.scorecard is not None
    assert scorecard_of(str(folder), Gazette(ROOT / "scorecards")) == compiled.scorecard
