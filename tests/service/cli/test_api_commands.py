"""Commands generated from the API: declarations, requests, answers in both languages, and a new method without code."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from google.protobuf import descriptor_pb2, descriptor_pool
from google.protobuf.timestamp_pb2 import Timestamp

from rules.contracts import InputError
from service.base.declarations import calls, proto_options
from service.cli.api_commands import api_command, generated_commands
from service.cli.api_requests import call_method, fill_request
from service.cli.command_execution import method_of, request_class
from service.cli.main import app
from service.input.tree.placed_errors import PlacedError
from service.output.terminal.answer_text import answer_text
from tests.support.chinese import HAN
from tests.support.commands import touchstone
from touchstone.v1 import case_service_pb2 as cases, erasure_service_pb2, evidence_service_pb2, options_pb2

CASE = "organizations/example/cases/works-1"


def test_every_method_with_a_command_line_is_a_command() -> None:
    lines = {str(proto_options(method)[options_pb2.command]) for method in calls().values()} - {""}
    names = {" ".join(line.split()[:2]) for line in lines}
    assert len(names) == len(lines) > 40
    assert names <= {name for name, _ in app.leaves()}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_help_of_call_names_the_methods_that_it_cannot_call(language: str) -> None:
    listed = {command.name.rpartition("/")[2] for command in generated_commands("call")}
    (missing,) = {method.name for method in calls().values()} - listed
    shown = touchstone("call", "--help", "--language", language)
    assert f"{missing}" in shown.stdout.partition("AccountService")[0]
    refused = touchstone("call", f"EvaluationService/{missing}", "--language", language)
    assert (refused.exit_code, "`touchstone batch evaluate`" in refused.stderr) == (2, True)


def test_a_new_method_becomes_a_command_without_code() -> None:
    """The proto file alone declares a command: here a file that no code knows."""
    file = descriptor_pb2.FileDescriptorProto(
        name="touchstone/v1/thing_service.proto", package="touchstone.v1", syntax="proto3",
        dependency=["touchstone/v1/options.proto"],
    )  # fmt: skip
    for message, field in (("FindThingRequest", "name"), ("Thing", "title")):
        file.message_type.add(name=message).field.add(name=field, number=1, type="TYPE_STRING", label="LABEL_OPTIONAL")
    method = file.service.add(name="ThingService").method.add(
        name="FindThing", input_type=".touchstone.v1.FindThingRequest", output_type=".touchstone.v1.Thing"
    )
    options: Any = method.options.Extensions
    options[options_pb2.command], options[options_pb2.zh] = "thing find NAME", "查找事物"
    pool = descriptor_pool.DescriptorPool()
    for known in ("google/protobuf/descriptor.proto", "touchstone/v1/options.proto"):
        copied = descriptor_pb2.FileDescriptorProto()
        descriptor_pool.Default().FindFileByName(known).CopyToProto(copied)
        pool.Add(copied)
    pool.Add(file)
    found = pool.FindServiceByName("touchstone.v1.ThingService").methods_by_name["FindThing"]
    command = api_command(found, "thing find NAME")
    assert (command.name, command.call) == ("thing find", "thing_service.ThingService/FindThing")
    assert [(field.word, field.to) for field in command.fields] == [("NAME", "name")]
    assert command.help("zh") == "查找事物。"


def filled(command_name: str, **values: object) -> Any:
    command = next(
        command for command in generated_commands(command_name.partition(" ")[0]) if command.name == command_name
    )
    names: dict[str, Any] = {field.name: () if field.is_repeated else None for field in command.fields}
    request = request_class(command.call)()
    fill_request(command, request, method_of(command.call), {**names, "language": "zh", **values})
    return request


def test_values_become_fields_of_every_kind(tmp_path: Path) -> None:
    step = filled("case step", name=CASE, step="plan", revision=4, content=("team=ada", "team=ben", "scope=a=b"))
    assert (step.name, step.revision, list(step.content.team), step.content.scope) == (CASE, 4, ["ada", "ben"], "a=b")
    client = filled("case client", parent="o", client="works", sites=('{"site": "hall-1", "address": "1 Mill Road"}',))
    assert client.case_client.sites[0].address == "1 Mill Road"
    assert filled("case open", parent="o", request_profile="factories").profile == "factories"
    kind = cases.GetIssuerFileRequest.KIND_DID_DOCUMENT
    assert filled("case issuer", parent="o", kind="did-document").kind == kind
    (tmp_path / "profile.toml").write_text("extensions = 1")
    assert filled("case propose-profile", content=tmp_path / "profile.toml").content == "extensions = 1"
    assert filled("case dossier", name=CASE).language_code == "zh"


def test_fields_and_a_request_file_fill_any_request(tmp_path: Path) -> None:
    (tmp_path / "request.json").write_text('{"subject": "organizations/a/subjects/b", "date": "2026-01-01"}')
    values = {"request_file": tmp_path / "request.json", "field_pairs": ("date=2026-02-01",)}
    applied = filled("call CalendarService/GetApplied", known_time="2026-03-01T00:00:00Z", **values)
    assert (applied.subject, applied.date) == ("organizations/a/subjects/b", "2026-02-01")
    assert applied.known_time == Timestamp(seconds=1_772_323_200)
    generic = filled("call CorrectionService/ListUses", field_pairs=("kind=issuer", "with_totals=true"))
    assert (generic.kind, generic.with_totals) == (2, True)


def test_options_replace_the_fields_of_a_request_file(tmp_path: Path) -> None:
    path = tmp_path / "request.json"
    path.write_text(
        '{"name": "x", "revision": "4", "content": {"team": ["ada"], "scope": "s", "firstDate": "2026-01-01"}}'
    )
    options = {"content": ("team=ben", "first_date=2026-02-01"), "field_pairs": ("revision=0",)}
    step = filled("call CaseService/TakeCaseStep", request_file=path, **options)
    assert (step.name, step.revision, step.content.scope) == ("x", 0, "s")
    assert ([*step.content.team], step.content.first_date) == (["ben"], "2026-02-01")


def test_options_accept_json_names_and_zero(tmp_path: Path) -> None:
    path = tmp_path / "request.json"
    path.write_text('{"pageSize": 5, "parent": "organizations/x"}')
    listed = filled("call EvaluationService/ListEvaluations", request_file=path, field_pairs=("pageSize=7",))
    assert (listed.page_size, listed.parent) == (7, "organizations/x")
    assert filled("call EvaluationService/ListEvaluations", request_file=path, page_size=0).page_size == 0


def test_no_generated_command_has_two_fields_of_one_name() -> None:
    for noun in ("call", *{name.partition(" ")[0] for name, _ in app.leaves() if " " in name}):
        for command in generated_commands(noun):
            names = [field.name for field in command.fields]
            assert len(names) == len({*names}), command.name


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        (b'{"name": "\xff"}', "UTF-8"),
        (b'{"name": "x", "name": "y"}', "twice"),
        (b'{"name": NaN}', "NaN"),
        (b"[" * 100_000, "deep"),
        (b'["x"]', "--request"),
        (b'{"content": "x"}', "content"),
    ],
)
def test_an_invalid_request_file_is_refused_before_options_are_read(tmp_path: Path, content: bytes, wrong: str) -> None:
    path = tmp_path / "request.json"
    path.write_bytes(content)
    with pytest.raises((InputError, PlacedError), match=wrong):
        filled("call CaseService/TakeCaseStep", request_file=path, field_pairs=("content.team=ada",))


def test_an_invalid_field_is_named_by_its_option() -> None:
    with pytest.raises(InputError) as caught:
        filled("case step", content=("teamm=ada",), revision="x")
    assert {violation.field for violation in caught.value.violations} == {"content.teamm", "--revision"}
    for wrong in ({"sites": ("hall-1",)}, {"field_pairs": ("site",)}):
        with pytest.raises(InputError):
            filled("call CaseService/SaveClient", **wrong)


def test_calls_are_repeated_and_pages_joined_until_nothing_is_left() -> None:
    progress = iter([2, 1, 0])
    run = method_of("correction_service.CorrectionService/ReevaluateCampaign")
    answer: Any = call_method(run, run, lambda _: _Counted(next(progress)), {})
    assert answer.pending_count == 0
    pages = {"": ("a", "2"), "2": ("b", "")}

    def page(request: erasure_service_pb2.ListErasuresRequest) -> cases.ListClientsResponse:
        client, token = pages[request.page_token]
        return cases.ListClientsResponse(case_clients=[cases.CaseClient(client=client)], next_page_token=token)

    clients = method_of("case_service.CaseService/ListClients")
    whole: Any = call_method(clients, cases.ListClientsRequest(), page, {"all_pages": True})
    assert [client.client for client in whole.case_clients] == ["a", "b"]


class _Counted:
    def __init__(self, pending_count: int) -> None:
        self.pending_count = pending_count


def test_content_is_written_to_a_file_and_left_out_of_the_answer(tmp_path: Path) -> None:
    out = tmp_path / "certificate.pdf"
    file = cases.CertificateFile(number="ZCF-1", content=b"%PDF")
    paper = method_of("case_service.CaseService/GetCertificateFile")
    written: Any = call_method(paper, cases.GetCertificateFileRequest(), lambda _: file, {"out": out})
    assert (out.read_bytes(), written.content, written.number) == (b"%PDF", b"", "ZCF-1")
    answer_type = evidence_service_pb2.GetEvidenceFileResponse
    pieces = [answer_type(evidence_file={"size_bytes": 4}, content=b"%P"), answer_type(content=b"DF")]
    get = method_of("evidence_service.EvidenceService/GetEvidenceFile")
    request = evidence_service_pb2.GetEvidenceFileRequest(name=f"organizations/a/evidenceFiles/{'0' * 64}")
    with pytest.raises(InputError):  # another digest
        call_method(get, request, lambda _: iter(pieces), {"out": out})
    request.name = "organizations/a/evidenceFiles/x"
    streamed: Any = call_method(get, request, lambda _: iter(pieces), {"out": out})
    assert (out.read_bytes(), streamed.evidence_file.size_bytes) == (b"%PDF", 4)


def test_an_answer_is_a_record_with_labels_and_tables_in_both_languages() -> None:
    case = cases.Case(name=CASE, state="certified", revision=3, content=cases.CaseContent(sites=["hall-1"]))
    case.steps.add(number=1, step="apply", person="office")
    case.steps.add(number=2, step="accept", person="rui", item="findings/1")
    assert answer_text(case, "en") == (
        f"name:             {CASE}\nstate:            certified\nrevision:         3\nprofile revision: 0\n"
        "content:          hall-1\n\nsteps:\n"
        "  number  item        step    person\n  1       -           apply   office\n  2       findings/1  accept  rui"
    )
    assert str(answer_text(case, "zh")).startswith(f"名称:         {CASE}\n状态:         certified\n")
    listed = cases.ListCasesResponse(cases=[case], next_page_token="p")  # noqa: S106 -- no password
    assert str(answer_text(listed, "en")).splitlines()[1].startswith(CASE)
    assert str(answer_text(listed, "en")).endswith("For the next page, use --page-token p")
    assert answer_text(cases.ListCasesResponse(), "zh") == "无。"
    assert str(answer_text(listed, "en", "csv")).splitlines()[0].startswith("name,state,revision")


def test_a_table_that_is_too_wide_becomes_records() -> None:
    comment = cases.ListCasesResponse(cases=[cases.Case(name=CASE, state="s" * 300)])
    assert re.search(r"\Aname: +organizations/example/cases/works-1\nstate: +s+\n", str(answer_text(comment, "en")))


def test_the_texts_of_case_items_are_printed_in_full() -> None:
    statement = "The gas line from the tank farm to the canteen has no meter, and no person reads it."
    content = cases.CaseContent(severity="minor", requirement="G1", statement=statement, due_date="2027-02-28")
    item = cases.CaseItem(item="findings/1", state="open", content=content)
    listed = cases.ListCaseItemsResponse(case_items=[cases.ListedCaseItem(case_name=CASE, item=item)])
    for answer in (cases.Case(name=CASE, items=[item]), listed):
        assert f"statement:   {statement}" in str(answer_text(answer, "en"))


def test_any_method_can_be_called_and_explains_its_fields() -> None:
    listed = touchstone("call", "--help").stdout
    assert "EvaluationService/EvaluateSubject" in listed
    help_text = touchstone("call", "CaseService/GetCase", "--help").stdout
    assert "--name TEXT" in help_text
    assert "--request FILE" in help_text
    assert re.search(HAN, touchstone("call", "CaseService/GetCase", "--help", "--language", "zh").stdout)
    answered = touchstone("call", "ScorecardService/GetScorecard", "--name", "scorecards/zero-carbon-factory")
    assert answered.stdout.startswith("name:")
    document = touchstone(
        "call", "ScorecardService/GetScorecard", "--name", "scorecards/zero-carbon-factory", "--format", "json"
    ).stdout
    assert json.loads(document)["name"] == "scorecards/zero-carbon-factory"
    unknown = touchstone("call", "CaseService/GetCaseX")
    assert (unknown.exit_code, "Did you mean 'CaseService/GetCase'" in unknown.stderr) == (2, True)
    assert "AccountService" not in unknown.stderr, "the help lists the methods"
