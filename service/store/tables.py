"""Database tables: SQLModel row classes of the whole store."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar

from sqlalchemy import BigInteger, Index, Integer, Table, UniqueConstraint, text
from sqlalchemy.orm import class_mapper
from sqlmodel import Field, SQLModel

from service.store.stored_leaves import LeafDocument

SQLModel.model_config["defer_build"] = True  # few rows are validated

RowType = TypeVar("RowType", bound=SQLModel)
_ROW_ID = Integer().with_variant(BigInteger(), "postgresql")


class SupportIndexRow(SQLModel, table=True):
    """Numbers (EvaluationUsesRow) of evaluations by support with many of them, in stretches of 256, one byte each."""

    __tablename__ = "support_index"
    __table_args__ = ({"sqlite_with_rowid": False},)

    support: bytes = Field(primary_key=True)
    stretch: int = Field(primary_key=True, sa_type=BigInteger)
    numbers: bytes


class ValueBlockRow(SQLModel, table=True):
    """Sorted block of the value index: facts, their sortable values, and numbers of evaluations."""

    __tablename__ = "value_block"
    __table_args__ = ({"sqlite_with_rowid": False},)

    first: bytes = Field(primary_key=True)
    entries: bytes


class SupportBlockRow(SQLModel, table=True):
    """Numbers of evaluations by support, of supports with few evaluations."""

    __tablename__ = "support_block"

    block: int = Field(primary_key=True, sa_type=_ROW_ID)
    entries: bytes


class LogLeafRow(SQLModel, table=True):
    """Log leaf; positions have no gaps.

    `digest` is that of the canonical JSON document (docs/spec/log.md).
    """

    __tablename__ = "log_leaf"
    __table_args__ = (
        UniqueConstraint("kind", "name", name="log_leaf_once"),
        Index("log_leaf_by_subject", "subject", "position"),
    )

    position: int = Field(primary_key=True, sa_type=BigInteger)
    kind: str
    name: str
    subject: str
    digest: str
    document: bytes = Field(sa_type=LeafDocument)


class LogTileRow(SQLModel, table=True):
    """Hashes of a tree tile; the newest of a level grows until full."""

    __tablename__ = "log_tile"

    level: int = Field(primary_key=True)
    number: int = Field(primary_key=True, sa_type=BigInteger)
    hashes: bytes


class LogCheckpointRow(SQLModel, table=True):
    """Log checkpoint; the newest has the tree size."""

    __tablename__ = "log_checkpoint"

    size: int = Field(primary_key=True, sa_type=BigInteger)
    time: str
    note: str


class LogCosignatureRow(SQLModel, table=True):
    """A witness's cosignature of a checkpoint."""

    __tablename__ = "log_cosignature"

    size: int = Field(primary_key=True, sa_type=BigInteger)
    witness: str = Field(primary_key=True)
    line: str


class LogTimeStampRow(SQLModel, table=True):
    """Time stamp token of a checkpoint."""

    __tablename__ = "log_time_stamp"

    size: int = Field(primary_key=True, sa_type=BigInteger)
    authority: str = Field(primary_key=True)
    time: str
    token: bytes


class CampaignRow(SQLModel, table=True):
    """Correction campaign and its search criteria; `affected` is -1 while the search runs."""

    __tablename__ = "campaign"
    __table_args__ = (Index("campaign_by_organization", "organization", "name"),)

    name: str = Field(primary_key=True)
    organization: str
    kind: str
    value: str
    at_least: str
    at_most: str
    unit: str
    reason: str
    principal: str
    create_time: str
    affected: int


class CampaignItemRow(SQLModel, table=True):
    """Result affected by a campaign.

    `state` is "pending", "same", "changed" or "failed"; `before`, `after` and `criteria` are JSON. `disposition` is
    empty until decided.
    """

    __tablename__ = "campaign_item"
    __table_args__ = (
        Index("campaign_item_by_state", "campaign", "state", "disposition"),
        Index("campaign_item_by_evaluation", "evaluation"),
    )

    campaign: str = Field(primary_key=True)
    evaluation: str = Field(primary_key=True)
    subject: str
    scorecard_version: str
    as_of_date: str
    before: str
    double_uses: int = 0
    state: str = "pending"
    after: str = ""
    after_version: str = ""
    criteria: str = "[]"
    problem: str = ""
    disposition: str = ""
    reason: str = ""
    person: str = ""
    dispose_time: str = ""


class MappingRow(SQLModel, table=True):
    """Revision of a column mapping; `content` is JSON. Deletion removes all revisions."""

    __tablename__ = "column_mapping"
    __table_args__ = (Index("column_mapping_by_organization", "organization", "name", "revision"),)

    name: str = Field(primary_key=True)
    revision: int = Field(primary_key=True)
    organization: str
    scorecard: str
    client: str = ""
    create_time: str
    content: str


class PullStateRow(SQLModel, table=True):
    """State of a scheduled pull after its last attempt; `name` is its resource name.

    `tag` and `digest` identify the last file that was taken with the settings of `selection`. `problem` is a JSON
    object of texts by language, empty after a success.
    """

    __tablename__ = "pull_state"

    name: str = Field(primary_key=True)
    organization: str
    selection: str
    tag: str = ""
    digest: str = ""
    check_time: str = ""
    success_time: str = ""
    take_time: str = ""
    next_time: str = ""
    failures: int = 0
    problem: str = ""


class PullRunRow(SQLModel, table=True):
    """Changed file of a scheduled pull; `content` is the file until it is taken or refused.

    `state` is "pending", "taken" or "refused". `result` is the dossier revision of a case. `problem` is a JSON object
    of texts by language.
    """

    __tablename__ = "pull_run"

    name: str = Field(primary_key=True)
    number: int = Field(primary_key=True)
    state: str
    begin_time: str
    end_time: str = ""
    as_of_date: str
    digest: str
    size: int
    mapping: str = ""
    mapping_revision: int = 0
    result: str = ""
    evaluations: int = 0
    problem: str = ""
    content: bytes = b""


class ShadowResultRow(SQLModel, table=True):
    """Comparison of a real result with the result of a candidate version, without facts.

    `evaluation` is empty for a request that another server forwarded. `outcome` is "same", "different" or "failed".
    `parts` are separated by spaces; `before`, `after`, `criteria` and `results` are JSON.
    """

    __tablename__ = "shadow_result"
    __table_args__ = (
        Index("shadow_result_by_time", "organization", "create_time", "name"),
        Index("shadow_result_by_candidate", "organization", "candidate", "create_time", "name"),
        Index("shadow_result_by_evaluation", "evaluation"),
    )

    name: str = Field(primary_key=True)
    organization: str
    evaluation: str
    subject: str
    sample_digest: str
    scorecard_version: str
    candidate: str
    candidate_digest: str
    as_of_date: str
    create_time: str
    outcome: str
    parts: str = ""
    before: str = ""
    after: str = ""
    criteria: str = "[]"
    results: str = "[]"
    problem: str = ""


class ExpectedChangeRow(SQLModel, table=True):
    """Change of a stored result that is expected on a day; it contains no facts.

    `from_date` is empty if the stored result changes. `before` and `after` are conclusions as JSON, empty if no version
    is in force. `causes` and `criteria` are JSON lists; `cause` is the most important kind. `close_time` is empty while
    the change is expected.
    """

    __tablename__ = "expected_change"
    __table_args__ = (
        Index("expected_change_by_date", "organization", "close_time", "change_date", "name"),
        Index("expected_change_by_client", "organization", "client", "close_time", "change_date", "name"),
        Index("expected_change_by_evaluation", "evaluation"),
    )

    name: str = Field(primary_key=True)
    organization: str
    evaluation: str
    subject: str
    client: str
    case_name: str
    certificate: str
    scorecard: str
    from_version: str
    to_version: str
    from_date: str
    change_date: str
    before: str
    after: str
    cause: str
    causes: str
    criteria: str
    create_time: str
    close_time: str = ""
    close_reason: str = ""


class OutlookCheckRow(SQLModel, table=True):
    """Last search for changes of a result: `state` is a digest of its rules and removed inputs."""

    __tablename__ = "outlook_check"
    __table_args__ = (Index("outlook_check_by_organization", "organization", "evaluation"),)

    evaluation: str = Field(primary_key=True)
    organization: str
    state: str
    check_time: str
    next_date: str
    problem: str = ""


class OutlookRunRow(SQLModel, table=True):
    """Last run of an organization; `end_time` is empty while it is not finished."""

    __tablename__ = "outlook_run"

    organization: str = Field(primary_key=True)
    begin_time: str
    end_time: str = ""
    checked: int = 0
    failed: int = 0
    milliseconds: int = 0


class DispositionRow(SQLModel, table=True):
    """Decision on an affected result; later decisions supersede but do not delete it."""

    __tablename__ = "disposition"
    __table_args__ = (Index("disposition_by_evaluation", "evaluation"),)

    campaign: str = Field(primary_key=True)
    number: int = Field(primary_key=True)
    evaluation: str
    disposition: str
    reason: str
    person: str
    principal: str
    time: str


class CaseDocumentRow(SQLModel, table=True):
    """Revision of a person, client or scheme profile; `label` is a normalized search key."""

    __tablename__ = "case_document"
    __table_args__ = (
        Index("case_document_by_kind", "organization", "kind", "id"),
        Index("case_document_by_label", "organization", "kind", "label"),
    )

    organization: str = Field(primary_key=True)
    kind: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    revision: int = Field(primary_key=True)
    newest: bool
    label: str
    document: str
    principal: str
    time: str


class CaseLabelRow(SQLModel, table=True):
    """Search label of a person, client or case, such as a former name."""

    __tablename__ = "case_label"

    organization: str = Field(primary_key=True)
    kind: str = Field(primary_key=True)
    label: str = Field(primary_key=True)
    id: str = Field(primary_key=True)


class CaseRow(SQLModel, table=True):
    """A case; `revision` counts its steps, `content` is JSON."""

    __tablename__ = "certification_case"
    __table_args__ = (
        Index("certification_case_by_organization", "organization", "name"),
        Index("certification_case_by_state", "organization", "state", "name"),
        Index("certification_case_by_profile", "organization", "state", "profile"),
        Index("certification_case_by_client", "organization", "client", "name"),
    )

    name: str = Field(primary_key=True)
    organization: str
    state: str
    revision: int
    client: str
    subject: str
    profile: str
    profile_revision: int
    content: str
    create_time: str


class CaseItemRow(SQLModel, table=True):
    """Part of a case, such as a certificate or appeal; `content` is JSON."""

    __tablename__ = "case_item"
    __table_args__ = (
        Index("case_item_by_kind", "kind", "case_name", "number"),
        Index("case_item_by_state", "kind", "state", "case_name", "number"),
    )

    case_name: str = Field(primary_key=True)
    kind: str = Field(primary_key=True)
    number: int = Field(primary_key=True)
    state: str
    content: str


class CaseDueRow(SQLModel, table=True):
    """Deadline of an item or, if `item` is empty, of the case."""

    __tablename__ = "case_due"
    __table_args__ = (
        Index("case_due_by_day", "organization", "due_date", "case_name", "item", "kind"),
        Index("case_due_by_kind", "organization", "kind", "due_date", "case_name", "item"),
        Index("case_due_by_day_alone", "due_date"),
    )

    case_name: str = Field(primary_key=True)
    item: str = Field(primary_key=True)
    kind: str = Field(primary_key=True)
    organization: str
    due_date: str


class CaseReminderRow(SQLModel, table=True):
    """Reminder sent once per due date and `stage` (due soon or overdue)."""

    __tablename__ = "case_reminder"

    case_name: str = Field(primary_key=True)
    item: str = Field(primary_key=True)
    kind: str = Field(primary_key=True)
    due_date: str = Field(primary_key=True)
    stage: str = Field(primary_key=True)


class CaseStepRow(SQLModel, table=True):
    """Immutable step of a case; `case_digest` covers the case with all items after the step."""

    __tablename__ = "case_step"

    case_name: str = Field(primary_key=True)
    number: int = Field(primary_key=True)
    item: str
    step: str
    from_state: str
    to_state: str
    function: str
    person: str
    account: str
    principal: str
    time: str
    reason: str
    content: str
    case_digest: str


class RegisterEntryRow(SQLModel, table=True):
    """Register search entry for a word of a number or holder's name, with the filter columns."""

    __tablename__ = "register_entry"
    __table_args__ = (
        *(
            Index(f"register_entry_by_{name}", "organization", name, "label", "number")
            for name in ("profile", "result", "region_code", "state")
        ),
        Index("register_entry_by_case", "case_name", "item"),
    )

    organization: str = Field(primary_key=True)
    label: str = Field(primary_key=True)
    number: str = Field(primary_key=True)
    case_name: str
    item: str
    profile: str
    result: str
    region_code: str
    state: str
    first_date: str
    last_date: str


class CertificateNumberRow(SQLModel, table=True):
    """Certificate or statement number, never reused within an organization."""

    __tablename__ = "certificate_number"

    organization: str = Field(primary_key=True)
    number: str = Field(primary_key=True)
    case_name: str
    item: str


class CertificateSerialRow(SQLModel, table=True):
    """Last serial of a number pattern."""

    __tablename__ = "certificate_serial"

    organization: str = Field(primary_key=True)
    pattern: str = Field(primary_key=True)
    serial: int


class DraftRow(SQLModel, table=True):
    """Draft of one version; `newest` is a revision number."""

    __tablename__ = "draft"
    __table_args__ = (Index("draft_by_organization", "organization", "name"),)

    name: str = Field(primary_key=True)
    organization: str
    create_time: str
    newest: int


class DraftContentRow(SQLModel, table=True):
    """Draft files as compressed canonical JSON, stored once per organization and content."""

    __tablename__ = "draft_content"

    organization: str = Field(primary_key=True)
    digest: str = Field(primary_key=True)
    files: bytes


class RevisionRow(SQLModel, table=True):
    """Draft revision; its digests are empty if the files do not compile.

    `origin` is the revision of another draft that it was copied from or merged with, or empty.
    """

    __tablename__ = "draft_revision"
    __table_args__ = (Index("draft_revision_by_files", "organization", "files_digest"),)

    draft: str = Field(primary_key=True)
    number: int = Field(primary_key=True)
    organization: str
    files_digest: str
    create_time: str
    principal: str
    note: str
    version: str
    content_digest: str
    rule_digest: str
    text_digest: str
    problems: str
    origin: str = Field(default="", sa_column_kwargs={"server_default": ""})


class DraftCommentRow(SQLModel, table=True):
    """Comment on a line of a revision; open without `resolve_time`."""

    __tablename__ = "draft_comment"

    draft: str = Field(primary_key=True)
    number: int = Field(primary_key=True)
    revision: int
    path: str
    line: int
    line_text: str
    text: str
    principal: str
    create_time: str
    resolve_time: str | None = None
    resolve_principal: str | None = None


class DraftStatementRow(SQLModel, table=True):
    """Signed statement on a draft, as submitted."""

    __tablename__ = "draft_statement"

    draft: str = Field(primary_key=True)
    position: int = Field(primary_key=True)
    envelope: str
    principal: str
    create_time: str


class ProofFiguresRow(SQLModel, table=True):
    """Mutation test figures of one content digest, possibly partial.

    Of `tried_slips` mutants, `told_slips` were publishable, and examples killed `noticed_slips` of these. `unnoticed`
    lists the first survivors.
    """

    __tablename__ = "proof_figures"

    content_digest: str = Field(primary_key=True)
    software_version: str
    measure_time: str
    example_count: int
    failed_examples: int
    slip_count: int
    tried_slips: int
    told_slips: int
    noticed_slips: int
    unnoticed: str


def trusted_row(model: type[RowType], columns: dict[str, Any]) -> RowType:
    """Return a row without checks of its columns; missing columns have their defaults."""
    class_mapper(model)  # needed before attribute access
    row: RowType = model.__new__(model)
    row.__dict__.update(_defaults(model))
    row.__dict__.update(columns)
    object.__setattr__(row, "__pydantic_fields_set__", {*columns})
    return row


@cache
def _defaults(row: type[SQLModel]) -> dict[str, Any]:
    return {name: field.default for name, field in row.model_fields.items() if not field.is_required()}


HAS_ARCHIVE_FINDINGS = text("archive_findings <> '[]'")
"""Queries use this index only with the same text."""


class EvaluationRow(SQLModel, table=True):
    """Stored evaluation; `record` is compressed canonical bytes (stored_records.py).

    `body_digest` covers the request before defaults. After an erasure, `record` is the remains and `record_key` is
    empty.
    """

    __tablename__ = "evaluation"
    __table_args__ = (
        UniqueConstraint("organization", "request_id", name="evaluation_request"),
        # The PostgreSQL condition is in the migration; here it would load that dialect at every start.
        Index("evaluation_with_findings", "organization", "name", sqlite_where=HAS_ARCHIVE_FINDINGS),
    )

    name: str = Field(primary_key=True)
    organization: str
    request_id: str
    body_digest: str
    create_time: str
    subject: str
    scorecard_version: str
    as_of_date: str
    conclusion_kind: str
    grade: str | None
    record_digest: str
    record: bytes
    record_key: bytes
    software_versions: str
    archive_findings: str = "[]"
    principal: str = ""
    erasures: str = "[]"


class RecordDictionaryRow(SQLModel, table=True):
    """Compressed dictionary of records; `name` is the beginning of its digest."""

    __tablename__ = "record_dictionary"

    name: bytes = Field(primary_key=True)
    content: bytes


class ErasedRequestRow(SQLModel, table=True):
    """Request of an erased evaluation, never evaluated again."""

    __tablename__ = "erased_request"

    organization: str = Field(primary_key=True)
    request_id: str = Field(primary_key=True)
    evaluation: str


class ArchivedMonthRow(SQLModel, table=True):
    """Month with evaluations in an archive file, or in that file itself, its month with an empty `file_digest`.

    The names of the month end with UUIDs from `begins` up to but not including `ends`. `records` is the digest of names
    and record digests.
    """

    __tablename__ = "archived_month"

    month: str = Field(primary_key=True)
    begins: str
    ends: str
    archive: str
    evaluations: int = Field(sa_type=BigInteger)
    records: str
    file_digest: str


class ArchivedFindingRow(SQLModel, table=True):
    """Archive findings of an archived evaluation that has any."""

    __tablename__ = "archived_finding"

    evaluation: str = Field(primary_key=True)
    organization: str
    archive_findings: str


class ConclusionRow(SQLModel, table=True):
    """Conclusion shared by evaluations; missing parts are empty."""

    __tablename__ = "conclusion"
    __table_args__ = (
        UniqueConstraint(
            "organization", "scorecard_version", "kind", "grade", "stage", "verdict", name="conclusion_once"
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    organization: str
    scorecard_version: str
    kind: str
    grade: str
    stage: str
    verdict: str


class ListedRow(SQLModel, table=True):
    """Listing entry of an evaluation, which can be rebuilt.

    Each index ends with a sort order: by time, or by date and time.
    """

    __tablename__ = "listed"
    __table_args__ = (
        Index("listed_by_time", "organization", "create_time", "evaluation"),
        Index("listed_by_date", "organization", "as_of_date", "create_time", "evaluation"),
        Index("listed_by_subject_and_time", "organization", "subject", "create_time", "evaluation"),
        Index("listed_by_subject_and_date", "organization", "subject", "as_of_date", "create_time", "evaluation"),
        Index("listed_by_conclusion_and_time", "conclusion", "create_time", "evaluation"),
        Index("listed_by_conclusion_and_date", "conclusion", "as_of_date", "create_time", "evaluation"),
        {"sqlite_with_rowid": False},
    )

    evaluation: str = Field(primary_key=True)
    organization: str
    subject: str
    create_time: str
    as_of_date: str
    conclusion: int


class UseHolderRow(SQLModel, table=True):
    """Subject with uses in a claim period, which is empty if unknown."""

    __tablename__ = "use_holder"
    __table_args__ = (UniqueConstraint("organization", "subject", "period", name="use_holder_once"),)

    id: int | None = Field(default=None, primary_key=True)
    organization: str
    subject: str
    period: str


class EvaluationUsesRow(SQLModel, table=True):
    """Values used by an evaluation, under a number that is never reused.

    After a complete erasure, `digests` is empty and `holder` is 0.
    """

    __tablename__ = "evaluation_uses"
    __table_args__ = (Index("evaluation_uses_by_holder", "holder"),)

    number: int = Field(primary_key=True, sa_type=_ROW_ID)
    evaluation: str = Field(unique=True)
    holder: int
    digests: bytes
    places: bytes


class UseIndexRow(SQLModel, table=True):
    """Use of a value with many uses, by the first 64 bits of its digest."""

    __tablename__ = "use_index"
    __table_args__ = ({"sqlite_with_rowid": False},)

    value: int = Field(primary_key=True, sa_type=BigInteger)
    holder: int = Field(primary_key=True)
    number: int = Field(primary_key=True, sa_type=BigInteger)


class UseBlockRow(SQLModel, table=True):
    """Numbers of evaluations by value, of values with few uses."""

    __tablename__ = "use_block"

    block: int = Field(primary_key=True, sa_type=_ROW_ID)
    entries: bytes


class IndexedUsesRow(SQLModel, table=True):
    """Number of the last indexed evaluation, in a single row."""

    __tablename__ = "indexed_uses"

    number: int = Field(primary_key=True, sa_type=BigInteger)


class RecordFiguresRow(SQLModel, table=True):
    """Figures of a list record as JSON, with exact bounds or an answer."""

    __tablename__ = "record_figures"

    evaluation: str = Field(primary_key=True)
    list: str = Field(primary_key=True)
    record: str = Field(primary_key=True)
    figures: str


class StandingRow(SQLModel, table=True):
    """Result of an evaluation for lists, which can be rebuilt; scores are exact text."""

    __tablename__ = "standing"
    __table_args__ = (Index("standing_by_version", "organization", "scorecard_version", "subject", "evaluation"),)

    evaluation: str = Field(primary_key=True)
    organization: str
    scorecard_version: str
    subject: str
    as_of_date: str
    conclusion_kind: str
    track: str
    score_low: str | None
    score_low_open: bool
    score_high: str | None
    score_high_open: bool
    outcomes: str
    findings: str


class UnprojectedRow(SQLModel, table=True):
    """Evaluation that awaits projection."""

    __tablename__ = "unprojected"

    evaluation: str = Field(primary_key=True)


class UnreadableRow(SQLModel, table=True):
    """Evaluation with an unreadable record, omitted from lists."""

    __tablename__ = "unreadable"

    evaluation: str = Field(primary_key=True)


class ApiKeyRow(SQLModel, table=True):
    """API key, stored only as a digest; `last_use_time` is not always current."""

    __tablename__ = "api_key"

    id: str = Field(primary_key=True)
    secret_digest: str
    organization: str
    roles: str
    note: str
    create_time: str
    expire_time: str
    revoke_time: str | None = None
    last_use_time: str | None = None


class AccountRow(SQLModel, table=True):
    """Local workbench account."""

    __tablename__ = "account"

    name: str = Field(primary_key=True)
    password_hash: str
    organization: str
    roles: str
    create_time: str
    end_time: str | None = None
    first_until: str | None = None


class SignInMissRow(SQLModel, table=True):
    """Failed sign-ins by account, address or both; `key` is their digest."""

    __tablename__ = "sign_in_miss"

    key: str = Field(primary_key=True)
    misses: int
    time: str
    expire_time: str = Field(index=True)


class KnownBrowserRow(SQLModel, table=True):
    """Browser known from a sign-in, with a digest of its token."""

    __tablename__ = "known_browser"

    account: str = Field(primary_key=True)
    digest: str = Field(primary_key=True)
    time: str


class SessionRow(SQLModel, table=True):
    """Workbench session, with a digest of the browser's token."""

    __tablename__ = "session"
    __table_args__ = (Index("session_by_holder", "kind", "holder"),)

    digest: str = Field(primary_key=True)
    kind: str
    holder: str
    organization: str
    roles: str
    create_time: str
    use_time: str


class EventRow(SQLModel, table=True):
    """Event for endpoints; `organization` is empty if it concerns all, `data` is JSON."""

    __tablename__ = "event"
    __table_args__ = (
        UniqueConstraint("id", name="event_once"),
        Index("event_by_organization", "organization", "position"),
    )

    position: int | None = Field(default=None, primary_key=True)
    id: str
    type: str
    organization: str
    time: str
    subject: str
    data: str


class EndpointRow(SQLModel, table=True):
    """Progress of an endpoint, which received all events up to `position`.

    `attempts`, `problem` and `retry_time` (milliseconds since 1970) concern the next event.
    """

    __tablename__ = "endpoint"

    name: str = Field(primary_key=True)
    position: int
    attempts: int = 0
    retry_time: int = 0
    problem: str = ""


class DeadLetterRow(SQLModel, table=True):
    """Event that an endpoint never accepted."""

    __tablename__ = "dead_letter"

    endpoint: str = Field(primary_key=True)
    position: int = Field(primary_key=True)
    time: str
    problem: str


class MailAddressRow(SQLModel, table=True):
    """Mail address of an account, with its language, time zone and hour of digests.

    `state` is "unconfirmed", "confirmed" or "failing", `modes` is JSON by kind of notice. `roles` are those at the last
    change, for accounts with roles that are managed elsewhere.
    """

    __tablename__ = "mail_address"
    __table_args__ = (Index("mail_address_by_state", "state", "organization", "account"),)

    organization: str = Field(primary_key=True)
    account: str = Field(primary_key=True)
    address: str
    state: str
    language: str
    zone: str
    digest_hour: int
    modes: str
    roles: str
    problem: str = ""
    change_time: str


class MailMessageRow(SQLModel, table=True):
    """Mail message, sent from `due_time` on; `number` is the order.

    `id` is the first part of its Message-ID. `state` is "waiting", "sent", "failed", "bounced" or "stopped". `address`
    is the recipient of the last attempt.
    """

    __tablename__ = "mail_message"
    __table_args__ = (
        UniqueConstraint("id", name="mail_message_once"),
        Index("mail_message_by_state", "state", "organization", "account", "number"),
        Index("mail_message_by_organization", "organization", "number"),
    )

    number: int | None = Field(default=None, primary_key=True, sa_type=_ROW_ID)
    id: str
    organization: str
    account: str
    kind: str
    state: str = "waiting"
    create_time: str
    due_time: str
    attempts: int = 0
    retry_time: str = ""
    send_time: str = ""
    address: str = ""
    problem: str = ""


class MailNoticeRow(SQLModel, table=True):
    """Notice of an event to a recipient, in one message; `content` is JSON."""

    __tablename__ = "mail_notice"
    __table_args__ = (Index("mail_notice_by_message", "message", "position", "event", "kind"),)

    organization: str = Field(primary_key=True)
    recipient: str = Field(primary_key=True)
    event: str = Field(primary_key=True)
    kind: str = Field(primary_key=True)
    message: str
    position: int = Field(sa_type=BigInteger)
    content: str


class MailKeyRow(SQLModel, table=True):
    """Secret that signs the links in messages."""

    __tablename__ = "mail_key"

    name: str = Field(primary_key=True)
    secret: str


def table_of(model: type[SQLModel]) -> Table:
    """Return the table of a row class."""
    return SQLModel.metadata.tables[str(model.__tablename__)]


LOG_LEAVES = table_of(LogLeafRow)
LOG_TILES = table_of(LogTileRow)
LOG_CHECKPOINTS = table_of(LogCheckpointRow)
LOG_COSIGNATURES = table_of(LogCosignatureRow)
LOG_TIME_STAMPS = table_of(LogTimeStampRow)
CAMPAIGNS = table_of(CampaignRow)
CAMPAIGN_ITEMS = table_of(CampaignItemRow)
DISPOSITIONS = table_of(DispositionRow)
SHADOW_RESULTS = table_of(ShadowResultRow)
EXPECTED_CHANGES = table_of(ExpectedChangeRow)
OUTLOOK_CHECKS = table_of(OutlookCheckRow)
OUTLOOK_RUNS = table_of(OutlookRunRow)
PULL_STATES = table_of(PullStateRow)
PULL_RUNS = table_of(PullRunRow)
CASE_DOCUMENTS = table_of(CaseDocumentRow)
CASE_LABELS = table_of(CaseLabelRow)
CASES = table_of(CaseRow)
CASE_ITEMS = table_of(CaseItemRow)
CASE_DUE_ITEMS = table_of(CaseDueRow)
CASE_REMINDERS = table_of(CaseReminderRow)
CASE_STEPS = table_of(CaseStepRow)
REGISTER_ENTRIES = table_of(RegisterEntryRow)
CERTIFICATE_NUMBERS = table_of(CertificateNumberRow)
CERTIFICATE_SERIALS = table_of(CertificateSerialRow)
DRAFTS = table_of(DraftRow)
DRAFT_CONTENTS = table_of(DraftContentRow)
DRAFT_REVISIONS = table_of(RevisionRow)
DRAFT_STATEMENTS = table_of(DraftStatementRow)
EVALUATIONS = table_of(EvaluationRow)
RECORD_DICTIONARIES = table_of(RecordDictionaryRow)
ERASED_REQUESTS = table_of(ErasedRequestRow)
ARCHIVED_MONTHS = table_of(ArchivedMonthRow)
ARCHIVED_FINDINGS = table_of(ArchivedFindingRow)
CONCLUSIONS = table_of(ConclusionRow)
LISTED_ROWS = table_of(ListedRow)
USE_HOLDERS = table_of(UseHolderRow)
EVALUATION_USES = table_of(EvaluationUsesRow)
USE_ENTRIES = table_of(UseIndexRow)
INDEXED_USES = table_of(IndexedUsesRow)
RECORD_FIGURES = table_of(RecordFiguresRow)
STANDINGS = table_of(StandingRow)
UNPROJECTED_ROWS = table_of(UnprojectedRow)
UNREADABLE_ROWS = table_of(UnreadableRow)
API_KEYS = table_of(ApiKeyRow)
ACCOUNT_ROWS = table_of(AccountRow)
SIGN_IN_MISSES = table_of(SignInMissRow)
KNOWN_BROWSERS = table_of(KnownBrowserRow)
SESSIONS = table_of(SessionRow)
EVENTS = table_of(EventRow)
ENDPOINTS = table_of(EndpointRow)
DEAD_LETTERS = table_of(DeadLetterRow)
MAIL_ADDRESSES = table_of(MailAddressRow)
MAIL_MESSAGES = table_of(MailMessageRow)
MAIL_NOTICES = table_of(MailNoticeRow)
MAIL_KEYS = table_of(MailKeyRow)
SUPPORT_ENTRIES = table_of(SupportIndexRow)
SUPPORT_BLOCKS = table_of(SupportBlockRow)
USE_BLOCKS = table_of(UseBlockRow)
VALUE_BLOCKS = table_of(ValueBlockRow)
