"""Command handlers of cases: signing and verifying decisions, certificate and issuer files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson

from rules.api import CheckResult, VerificationCheck
from rules.contracts import (
    InputError,
    TrailError,
    error_message,
    in_language,
    message_factory,
    wording_loader,
)
from service.approval.approval_trust import read_trust
from service.approval.signing_keys import read_signing_key
from service.audit_planning.recorded_samples import read_recorded_samples, recorded_differences
from service.base import instants
from service.cases.credentials.decisions import (
    CertificateDecision,
    assemble_signed_decision,
    check_decision,
    read_decision_statement,
    read_signed_decision,
    sign_with_key,
)
from service.cases.credentials.jose import parse_instant, read_credential
from service.cases.credentials.verification import CredentialContext, verify_certificate_credential
from service.input.given_files import MOST_EXPORTED, read_file, read_text_file
from service.input.tree.strict_json import read_json_file
from service.output.bundles import read_bundle
from service.output.terminal.columns import columns_text, one_line
from service.output.terminal.command_declarations import CommandResult
from touchstone.v1 import case_service_pb2

if TYPE_CHECKING:
    from collections.abc import Callable

words = wording_loader(__name__)
_message = message_factory(__name__)

_MAX_FILE_BYTES = 4 * 1024 * 1024


def decide(  # noqa: PLR0913, PLR0917 -- one parameter per option
    case: str, step: str, item: str, revision: int, reason: str, step_fields: Sequence[str], key: Path, person: str,
    stubs: Callable[[str], Any],
) -> case_service_pb2.Case:  # fmt: skip
    """Request a decision statement, sign it and take the step."""
    signing = read_signing_key(key)
    taking = case_service_pb2.TakeCaseStepRequest(
        name=case, item=item, step=step, revision=revision, reason=reason, person=person
    )
    _add_step_fields(taking, step_fields)
    cases = stubs("case_service.CaseService")
    prepared = cases.PrepareCaseDecision(
        case_service_pb2.PrepareCaseDecisionRequest(
            name=case, item=item, step=step, revision=revision, reason=reason, person=person, content=taking.content
        ),
        timeout=60,
    )
    try:
        statement = read_decision_statement(prepared.statement)
        (decider,) = statement.decision.deciders
        signature = sign_with_key(statement, decider, signing)
    except (TrailError, ValueError) as error:
        raise InputError.of("key", error_message(error), "WRONG_VALUE") from None
    taking.signed_decision = assemble_signed_decision(statement, (signature,)).written()
    updated_case: case_service_pb2.Case = cases.TakeCaseStep(taking, timeout=60)
    return updated_case


def _add_step_fields(request: case_service_pb2.TakeCaseStepRequest, step_fields: Sequence[str]) -> None:
    fields = case_service_pb2.CaseContent.DESCRIPTOR.fields_by_name
    for argument in step_fields:
        name, _, value = argument.partition("=")
        if not name or not value:
            raise InputError.of("--content", _message("NO_PAIR", found=argument[:80]), "MALFORMED")
        if name not in fields:
            raise InputError.of("--content", _message("NO_FIELD", found=name[:80], known=list(fields)), "WRONG_VALUE")
        if fields[name].is_repeated:
            getattr(request.content, name).append(value)
        else:
            setattr(request.content, name, value)


def is_not_issued(answer: case_service_pb2.CheckRegisterFileResponse) -> bool:
    """Return whether a checked file was not issued."""
    return answer.result != case_service_pb2.CheckRegisterFileResponse.RESULT_ISSUED


def verify(file: Path, trust: Path, bundle: Path | None, report: Path | None, language: str) -> CommandResult:
    """Verify a signed decision offline, with a trust file."""
    try:
        signed = read_signed_decision(read_text_file(file, most=_MAX_FILE_BYTES, allowed="JSON"))
        proved = None if bundle is None else read_bundle(read_text_file(bundle, most=MOST_EXPORTED, allowed="JSON"))
    except TrailError as error:
        raise InputError.of("FILE", error_message(error), "MALFORMED") from None
    record = signed.decision_statement.record_digest
    if proved is not None:
        record = orjson.loads(proved.evaluation.leaf)["record_digest"]
    attached = {} if report is None else {"report": read_file(report, most=MOST_EXPORTED)}
    checks = check_decision(signed, read_trust(trust), record_digest=record, attachments=attached)
    relevant = [
        check for check in checks if (check.name != "record" or bundle) and (check.name != "attachments" or report)
    ]
    decision = signed.decision_statement.decision
    return _checks_result(
        relevant,
        [*_findings_lines(decision, language), *_condition_lines(decision, language)],
        decision.model_dump(mode="json", include={"findings", "conditions"}, exclude_none=True),
        language,
    )


def check_sample(file: Path, language: str) -> CommandResult:
    """Compute the recorded samples of a file again, without a server."""
    samples = read_recorded_samples(read_json_file(file, most=_MAX_FILE_BYTES), "FILE")
    checked = [(sample, recorded_differences(sample)) for sample in samples]
    wording = words(language)
    lines = [
        wording["sample_differs" if differences else "sample_confirmed"].format(
            audit=sample.audit, sites=wording["between"].join(sample.sites), fields=wording["between"].join(differences)
        )
        for sample, differences in checked
    ]
    document = {"samples": [{"audit": sample.audit, "differences": differences} for sample, differences in checked]}
    return CommandResult("\n".join(lines), no=any(differences for _, differences in checked), document=document)


def verify_credential_file(
    file: Path, did: Path, lists: Sequence[Path], files: Sequence[Path], language: str
) -> CommandResult:
    """Verify a credential offline, with the DID document and status lists of its issuer."""
    (token, _), *listed = (_read_token(path) for path in (file, *lists))
    document = read_json_file(did, most=_MAX_FILE_BYTES)
    if not isinstance(document, dict):
        raise InputError.of("--did", _message("NO_DID_DOCUMENT", path=did), "MALFORMED")
    context = CredentialContext(
        document,
        {str(content.get("id")): signed for signed, content in listed},
        {str(path): read_file(path, most=MOST_EXPORTED) for path in files},
    )
    checks = verify_certificate_credential(token, context, parse_instant(instants.now()))
    relevant = [check for check in checks if check.name != "files" or files]
    return _checks_result(relevant, [], {}, language)


def _read_token(path: Path) -> tuple[str, dict[str, Any]]:
    token = read_text_file(path, most=_MAX_FILE_BYTES, allowed="JWT").decode("ascii", errors="replace").strip()
    try:
        return token, read_credential(token)[1]
    except TrailError as error:
        raise InputError.of(str(path), error_message(error), "MALFORMED") from None


def _checks_result(
    checks: Sequence[VerificationCheck], lines: Sequence[str], document: dict[str, Any], language: str
) -> CommandResult:
    is_valid = all(check.result is CheckResult.PASSED for check in checks)
    wording = words(language)
    check_lines = (
        f"{check.number}. {wording[check.result.value]}  {one_line(in_language(check.message, language))}"
        for check in checks
    )
    listed = [
        {
            "number": check.number,
            "name": check.name,
            "result": check.result.value,
            "message": in_language(check.message, language),
        }
        for check in checks
    ]
    return CommandResult(
        "\n".join((*check_lines, *lines)), no=not is_valid, document={"holds": is_valid, "checks": listed, **document}
    )


def _findings_lines(decision: CertificateDecision, language: str) -> list[str]:
    wording = words(language)
    rows = [
        (
            finding.name,
            finding.severity,
            finding.requirement or "-",
            finding.raised_date,
            finding.state,
            finding.state_date,
            finding.due_date or "-",
            one_line(finding.statement),
        )
        for finding in decision.findings
    ]
    return ["", columns_text(tuple(wording["finding_heads"]), rows) if rows else wording["no_findings"]]


def _condition_lines(decision: CertificateDecision, language: str) -> list[str]:
    wording = words(language)
    texts = [" / ".join(filter(None, (condition.en, condition.zh))) for condition in decision.conditions]
    return ["", *(wording["condition"].format(text=text) for text in texts or [wording["none"]])]
