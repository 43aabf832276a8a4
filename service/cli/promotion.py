"""Handlers of `card import`, `card promote`, `card approvals` and `card approve`."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson
from google.protobuf import json_format

from rules.contracts import InputError, message_factory, wording_loader
from rules.model import PublishedVersion, read_published
from service.approval.statements import Act, Effect
from service.base.refusals import Reason, Refusal
from service.base.resource_names import VERSION, CardName
from service.cli.profiles import profile_variables
from service.configuration.environments import VARIABLE, check_environment
from service.configuration.folders import PUBLISHED
from service.drafts.legal_effect import is_same_effect, legal_effect, today_for
from service.drafts.server_handlers import effect_lines, read_draft_signer
from service.gazette.publication import PAGE, find_entry
from service.gazette.version_files import CHANGES, CONTENT, sort_files, version_file_names
from service.gazette.versions import Gazette
from service.input.given_files import read_text_file
from service.output.mapping.scorecards import write_signed
from service.output.terminal.command_declarations import CommandResult
from service.output.terminal.connection_options import ConnectionOptions, connection, use_connection
from service.output.terminal.streams import print_error
from service.output.terminal.words import requested_language
from service.serving.transport import stubs as open_stubs
from touchstone.v1 import promotion_pb2, scorecard_pb2, scorecard_service_pb2, system_service_pb2

_message, _words = message_factory(__name__), wording_loader(__name__)

Stubs = Callable[[str], Any]
_SCORECARDS, _SYSTEM = "scorecard_service.ScorecardService", "system_service.SystemService"
_TIMEOUT_SECONDS = 600
_MAX_FILE_BYTES = 100_000_000


def import_version(place: Path, check: bool, stubs: Stubs, language: str) -> CommandResult:
    """Add a version from files to a server or folder."""
    request = promotion_pb2.ImportScorecardVersionRequest(source_files=_read_place(place), validate_only=check)
    version = stubs(_SCORECARDS).ImportScorecardVersion(request, timeout=_TIMEOUT_SECONDS)
    text = _words(language)["promotion"]["checked" if check else "imported"]
    return CommandResult(text.format(version=version.name, digest=version.content_digest), document=version)


def show_approvals(card: str, number: str, stubs: Stubs, language: str) -> CommandResult:
    """Show the signatures of a version, and the approvals that each environment requires."""
    request = promotion_pb2.GetVersionApprovalsRequest(name=_version_name(card, number), language_code=language)
    return _approvals_result(stubs(_SCORECARDS).GetVersionApprovals(request, timeout=_TIMEOUT_SECONDS), language)


def approve(  # noqa: PLR0913, PLR0917 -- one parameter for each option
    card: str, number: str, key: Path | None, person: str, reason: str, gazette: Path, stubs: Stubs, language: str
) -> CommandResult:
    """Approve the bytes of a published version, for environments that require more approvals."""
    signer, name = read_draft_signer(key, person), _version_name(card, number)
    service = stubs(_SCORECARDS)
    version = _published_version(_export(service, name), name)
    prepared = service.PrepareVersionApproval(
        promotion_pb2.PrepareVersionApprovalRequest(name=name, person=signer.person, reason=reason.strip()),
        timeout=_TIMEOUT_SECONDS,
    )
    predicate = orjson.loads(prepared.payload)["predicate"]
    effect = Effect.model_validate(predicate["effect"])
    own = legal_effect(version, Gazette(gazette), today_for(version))
    if not is_same_effect(effect, own.model_copy(update={"compared_with": effect.compared_with})):
        raise Refusal(Reason.STEP_NOT_ALLOWED, _message("OTHER_EFFECT", version=name, first=own.first_day))
    print_error("\n".join(effect_lines(effect, requested_language())))
    statement = signer.states(
        Act.APPROVAL,
        version,
        time=predicate["time"],
        submission=predicate["submission"],
        reason=reason.strip(),
        effect=effect,
    )
    request = promotion_pb2.ApproveScorecardVersionRequest(name=name, statement=write_signed(statement))
    return _approvals_result(service.ApproveScorecardVersion(request, timeout=_TIMEOUT_SECONDS), language)


def promote(  # noqa: PLR0913, PLR0917 -- one parameter for each option
    card: str,
    number: str,
    to: str,
    to_server: str | None,
    to_gazette: Path | None,
    check: bool,
    stubs: Stubs,
    language: str,
) -> CommandResult:
    """Copy a version to another environment, if it has the approvals required there."""
    name, target = _version_name(card, number), _find_target(to, to_server, to_gazette)
    export = _export(stubs(_SCORECARDS), name)
    version = _published_version(export, name)
    with target.opened() as there:
        _check_environment_of(target, there)
        files = (*export.source_files, *export.publication_files)
        request = promotion_pb2.ImportScorecardVersionRequest(source_files=files, validate_only=check)
        imported = there(_SCORECARDS).ImportScorecardVersion(request, timeout=_TIMEOUT_SECONDS)
        if imported.content_digest != version.content_digest:
            raise Refusal(
                Reason.STEP_NOT_ALLOWED,
                _message("OTHER_BYTES_THERE", version=name, sent=version.content_digest, found=imported.content_digest),
            )
    text = _words(language)["promotion"]["promotable" if check else "promoted"]
    return CommandResult(text.format(version=name, environment=to, digest=version.content_digest), document=imported)


@dataclass(frozen=True, slots=True)
class Target:
    """Another environment: a server, or the folder of a gazette."""

    environment: str
    server: str
    gazette: Path
    options: ConnectionOptions

    @contextmanager
    def opened(self) -> Iterator[Stubs]:
        with (
            use_connection(self.options),
            _in_environment(self.environment),
            open_stubs(self.server or None, gazette=Gazette(self.gazette)) as there,
        ):
            yield there


def _find_target(environment: str, server: str | None, gazette: Path | None) -> Target:
    if not check_environment(environment, field="--to"):
        raise InputError.of("--to", _message("ENVIRONMENT_NEEDED"), "MALFORMED")
    if server and gazette:
        raise InputError.of("--to-gazette", _message("ONE_TARGET"), "UNEXPECTED")
    if server or gazette:
        return Target(environment, server or "", gazette or PUBLISHED, connection())
    variables = profile_variables(environment, option="--to")
    server, folder = variables.get("TOUCHSTONE_SERVER", ""), variables.get("TOUCHSTONE_GAZETTE", "")
    if not server and not folder:
        raise InputError.of("--to", _message("PROFILE_WITHOUT_TARGET", name=environment), "WRONG_VALUE")
    return Target(environment, server, Path(folder or PUBLISHED), _connection_of(variables))


def _connection_of(variables: Mapping[str, str]) -> ConnectionOptions:
    paths = {
        name: Path(variables[variable]).expanduser()
        for name, variable in {
            "token_file": "TOUCHSTONE_TOKEN_FILE",
            "ca": "TOUCHSTONE_CA",
            "certificate": "TOUCHSTONE_CERTIFICATE",
            "certificate_key": "TOUCHSTONE_CERTIFICATE_KEY",
        }.items()
        if variables.get(variable)
    }
    return ConnectionOptions(**paths, tls=variables.get("TOUCHSTONE_TLS", "") == "true")


@contextmanager
def _in_environment(name: str) -> Iterator[None]:
    """Apply the rules of an environment to the folder that this process writes."""
    before = os.environ.get(VARIABLE)
    os.environ[VARIABLE] = name
    try:
        yield
    finally:
        if before is None:
            os.environ.pop(VARIABLE, None)
        else:
            os.environ[VARIABLE] = before


def _check_environment_of(target: Target, there: Stubs) -> None:
    if not target.server:
        return
    found = there(_SYSTEM).GetSystemStatus(system_service_pb2.GetSystemStatusRequest()).environment
    if found != target.environment:
        code = "OTHER_ENVIRONMENT" if found else "NO_ENVIRONMENT"
        message = _message(code, server=target.server, found=found, wanted=target.environment)
        raise InputError.of("--to", message, "WRONG_VALUE")


def _version_name(card: str, number: str) -> str:
    if not VERSION.match(number):
        raise InputError.of("VERSION", _message("VERSION_FORM", found=number[:40]), "MALFORMED")
    return str(CardName(card, number))


def _export(service: Any, name: str) -> scorecard_service_pb2.ExportScorecardVersionResponse:
    request = scorecard_service_pb2.ExportScorecardVersionRequest(
        name=name, form=scorecard_service_pb2.ExportScorecardVersionRequest.FORM_PUBLISHED
    )
    export: scorecard_service_pb2.ExportScorecardVersionResponse = service.ExportScorecardVersion(
        request, timeout=_TIMEOUT_SECONDS
    )
    return export


def _published_version(export: scorecard_service_pb2.ExportScorecardVersionResponse, name: str) -> PublishedVersion:
    (file,) = export.source_files
    version = read_published(file.content.encode(), "")
    if version.name != name:
        raise Refusal(Reason.STEP_NOT_ALLOWED, _message("OTHER_VERSION_SENT", wanted=name, found=version.name))
    return version


def _read_place(place: Path) -> list[scorecard_pb2.SourceFile]:
    """Return the files of a version in a folder, next to its published form, or in a downloaded file."""
    if place.is_dir():
        named = {name: _text(place / name) for name in version_file_names(each.name for each in place.iterdir())}
        return _source_files(_with_entry(place, named))
    content = read_text_file(place, most=_MAX_FILE_BYTES, allowed="JSON")
    number = place.name.removesuffix(CONTENT)
    if VERSION.match(number) and place.name.endswith(CONTENT):
        siblings = version_file_names(each.name for each in place.parent.iterdir())
        named = {name: _text(place.parent / name) for name in siblings if name.startswith(f"{number}.")}
        return _source_files(_with_entry(place.parent, named))
    export = scorecard_service_pb2.ExportScorecardVersionResponse()
    try:
        json_format.Parse(content, export)
    except json_format.ParseError:
        raise InputError.of(str(place), _message("NO_VERSION_FILE"), "MALFORMED") from None
    return [*export.source_files, *export.publication_files]


def _text(path: Path) -> str:
    try:
        return read_text_file(path, most=_MAX_FILE_BYTES, allowed="JSON, TOML, feature").decode()
    except UnicodeDecodeError:
        raise InputError.of(str(path), _message("NO_UTF_8"), "MALFORMED") from None


def _with_entry(folder: Path, named: dict[str, str]) -> dict[str, str]:
    """Add the changelog entry of a version in the folder of a gazette."""
    files = sort_files((name, text.encode()) for name, text in named.items())
    if not files.get(CHANGES) and (folder.parent / PAGE).exists():
        entry = find_entry(folder.parent, f"{folder.resolve().name} {files.number}")
        return named if entry is None else {**named, f"{files.number}{CHANGES}": f"{entry}\n"}
    return named


def _source_files(named: Mapping[str, str]) -> list[scorecard_pb2.SourceFile]:
    return [scorecard_pb2.SourceFile(path=name, content=text) for name, text in sorted(named.items())]


def _approvals_result(approvals: promotion_pb2.VersionApprovals, language: str) -> CommandResult:
    texts = _words(language)["promotion"]
    lines = [texts["bytes"].format(version=approvals.scorecard_version, digest=approvals.content_digest)]
    if not approvals.environments:
        lines.append(texts["no_trust"])
    for each in approvals.environments:
        name = each.environment or texts["no_environment"]
        state = texts["approved"] if each.approved else texts["lacking"].format(count=each.approvals_lacking)
        lines.append(texts["environment"].format(name=name, needed=each.approvals_needed, state=state))
        signed = ", ".join(approver.person for approver in each.approvers) or texts["nobody"]
        lines.append(texts["signed"].format(people=signed))
        if not each.approved:
            possible = ", ".join(approver.person for approver in each.possible_approvers) or texts["nobody"]
            lines.append(texts["possible"].format(people=possible))
            if not each.approvals_lacking:
                lines.append(f"  {each.problem}")
    is_lacking = any(not each.approved for each in approvals.environments[:1])
    return CommandResult("\n".join(lines), is_lacking, approvals)
