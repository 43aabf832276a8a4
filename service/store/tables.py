"""Database tables: SQLModel row classes of the whole store."""

from __future__ import annotations

from functools import cache
from typing import Any, Self

from sqlalchemy import BigInteger, Index, Integer, UniqueConstraint, text
from sqlalchemy.orm import class_mapper
from sqlmodel import Field, SQLModel

SQLModel.model_config["defer_build"] = True  # few rows are ever validated

_NUMBER = Integer().with_variant(BigInteger(), "postgresql")
"""A key that SQLite keeps as the number of the row itself."""


class SupportIndexRow(SQLModel, table=True):
    """One thing that evaluations rest on, by its digest, and their numbers (EvaluationUsesRow).

    A row has those of one stretch: number // 256, and a byte for each number. So what many rest on takes a byte each.
    """

    __tablename__ = "support_index"
    __table_args__ = ({"sqlite_with_rowid": False},)

    support: bytes = Field(primary_key=True)
    stretch: int = Field(primary_key=True, sa_type=BigInteger)
    numbers: bytes


class ValueIndexRow(SQLModel, table=True):
    """A number or a day that evaluations rest on: the digest of its fact, its bytes in their order, and likewise."""

    __tablename__ = "value_index"
    __table_args__ = ({"sqlite_with_rowid": False},)

    support: bytes = Field(primary_key=True)
    value: bytes = Field(primary_key=True)
    stretch: int = Field(primary_key=True, sa_type=BigInteger)
    numbers: bytes


class LogLeafRow(SQLModel, table=True):
    """One leaf of the log, written with what it notes; positions follow one another from 0 without a gap.

    `digest` is that of the document, which is canonical JSON (docs/spec/log.md); `subject` is empty in what is noted of
    nobody.
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
    document: bytes


class LogTileRow(SQLModel, table=True):
    """The hashes of one tile of the tree; the newest of a level grows until it is full."""

    __tablename__ = "log_tile"

    level: int = Field(primary_key=True)
    number: int = Field(primary_key=True, sa_type=BigInteger)
    hashes: bytes


class LogCheckpointRow(SQLModel, table=True):
    """A checkpoint of the log as the sequencer wrote it, and when; the newest says how many leaves the tree has."""

    __tablename__ = "log_checkpoint"

    size: int = Field(primary_key=True, sa_type=BigInteger)
    time: str
    note: str


class LogCosignatureRow(SQLModel, table=True):
    """The line by which a witness cosigned a checkpoint."""

    __tablename__ = "log_cosignature"

    size: int = Field(primary_key=True, sa_type=BigInteger)
    witness: str = Field(primary_key=True)
    line: str


class LogTimeStampRow(SQLModel, table=True):
    """The token by which a time stamping authority stamped a checkpoint, and the time that stands in it."""

    __tablename__ = "log_time_stamp"

    size: int = Field(primary_key=True, sa_type=BigInteger)
    authority: str = Field(primary_key=True)
    time: str
    token: bytes


class CampaignRow(SQLModel, table=True):
    """A correction: what turned out wrong, why, by which instant it is known, and how many results rest on it.

    `kind`, `value`, `at_least`, `at_most` and `unit` are those of a question where something is used; `principal` is a
    JSON object. `affected` is -1 while these are being found.
    """

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
    """A result that a correction touches: what it concludes once more, and what was decided of it last.

    `state` is `pending` until it was evaluated again, then `same`, `changed` or `failed`. `before` and `after` are JSON
    objects, `criteria` is a JSON list of ids, `double_uses` is how many the archive found. `disposition` is empty until
    somebody decided.
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


class DispositionRow(SQLModel, table=True):
    """One decision about a result that a correction touches; a later one takes its place and leaves it there."""

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
    """Something that cases name: a person, a client or a scheme profile, at one of its revisions.

    `document` is a JSON object; `label` is what it is found by, in one form of letters, width and spaces.
    """

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
    """What something is found by and nothing else of its kind: a way to sign in, or what a client is or was called."""

    __tablename__ = "case_label"

    organization: str = Field(primary_key=True)
    kind: str = Field(primary_key=True)
    label: str = Field(primary_key=True)
    id: str = Field(primary_key=True)


class CaseRow(SQLModel, table=True):
    """A case and the state that it is in; `revision` counts its steps, `content` is a JSON object."""

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
    """A finding, certificate, statement, complaint or appeal of a case; `content` is a JSON object."""

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
    """What is due in a case; `item` is empty where it is the case itself."""

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
    """That it was told of something that it will soon be due, or is overdue (`stage`); of each day it is told once."""

    __tablename__ = "case_reminder"

    case_name: str = Field(primary_key=True)
    item: str = Field(primary_key=True)
    kind: str = Field(primary_key=True)
    due_date: str = Field(primary_key=True)
    stage: str = Field(primary_key=True)


class CaseStepRow(SQLModel, table=True):
    """A step that somebody took in a case; none is ever changed. `principal` and `content` are JSON objects.

    `case_digest` is that of the case with all that is in it, as the step left it.
    """

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
    """By what the register finds a certificate or statement: a row for each word of its number and its holder's name.

    What narrows a search stands in each row, so that no search reads more than it tells of. It follows from the item.
    """

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
    """The number of a certificate or statement, which is given once in an organisation and never again."""

    __tablename__ = "certificate_number"

    organization: str = Field(primary_key=True)
    number: str = Field(primary_key=True)
    case_name: str
    item: str


class CertificateSerialRow(SQLModel, table=True):
    """The last serial that was given under a pattern of numbers in an organisation."""

    __tablename__ = "certificate_serial"

    organization: str = Field(primary_key=True)
    pattern: str = Field(primary_key=True)
    serial: int


class DraftRow(SQLModel, table=True):
    """The draft of one version that an organisation keeps here; `newest` is the number of its newest revision."""

    __tablename__ = "draft"
    __table_args__ = (Index("draft_by_organization", "organization", "name"),)

    name: str = Field(primary_key=True)
    organization: str
    create_time: str
    newest: int


class DraftContentRow(SQLModel, table=True):
    """All files of a revision, once for each organisation however often they are saved: compressed canonical JSON."""

    __tablename__ = "draft_content"

    organization: str = Field(primary_key=True)
    digest: str = Field(primary_key=True)
    files: bytes


class RevisionRow(SQLModel, table=True):
    """One revision of a draft, and what its files would be as a version; the digests are empty if they do not compile.

    `problems` is a JSON list of the first errors.
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


class DraftCommentRow(SQLModel, table=True):
    """A remark on a line of a revision; open until it has a `resolve_time`."""

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
    """What somebody signed of a draft, as the envelope that was given, and who handed it in when."""

    __tablename__ = "draft_statement"

    draft: str = Field(primary_key=True)
    position: int = Field(primary_key=True)
    envelope: str
    principal: str
    create_time: str


class TrustedRow(SQLModel):
    """A row that is often made of columns whose types are sure."""

    @classmethod
    def trusted(cls, columns: dict[str, Any]) -> Self:
        """Make one of columns whose types the caller has made sure of; no session knows it, which costs far less."""
        class_mapper(cls)  # else attributes cannot be read before the first row is made otherwise
        made: Self = cls.__new__(cls)
        made.__dict__.update(_defaults(cls))
        made.__dict__.update(columns)
        object.__setattr__(made, "__pydantic_fields_set__", {*columns})
        return made


@cache
def _defaults(row: type[SQLModel]) -> dict[str, Any]:
    return {name: field.default for name, field in row.model_fields.items() if not field.is_required()}


HAS_ARCHIVE_FINDINGS = text("archive_findings <> '[]'")
"""The condition of the index of evaluations with findings. A query uses the index only if it has the same text."""


class EvaluationRow(TrustedRow, table=True):
    """One stored evaluation; the record as compressed canonical bytes, and what stands outside of it.

    `body_digest` is the digest of the request before defaults were filled in; instants and dates are text.
    `archive_findings` is a JSON list, written in the transaction that stores the row. `principal` says as JSON who had
    it made. `erasures` is a JSON list of what was erased since,
    by whom and why; where there is one, the record is what is left of it, and there is no key.
    """

    __tablename__ = "evaluation"
    __table_args__ = (
        UniqueConstraint("organization", "request_id", name="evaluation_request"),
        # The migration gives PostgreSQL the same condition; stated here, it would load that dialect at each start.
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


class ErasedRequestRow(SQLModel, table=True):
    """A request whose evaluation was erased but for its leaf in the log, so that it is not answered anew."""

    __tablename__ = "erased_request"

    organization: str = Field(primary_key=True)
    request_id: str = Field(primary_key=True)
    evaluation: str


class ConclusionRow(SQLModel, table=True):
    """A conclusion that evaluations of one organisation have come to under one version; very many share one.

    A grade, stage or verdict that is not given is empty.
    """

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
    """Where one evaluation stands in listings, written with it and as its record says; may be rebuilt at any time.

    Each index ends with the order in which it is read: what is of one organisation, is about one subject, or has one
    conclusion stands in it by time, and day by day by time.
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
    """Who uses values: a subject of an organisation in one claim period, which is empty if it is unknown."""

    __tablename__ = "use_holder"
    __table_args__ = (UniqueConstraint("organization", "subject", "period", name="use_holder_once"),)

    id: int | None = Field(default=None, primary_key=True)
    organization: str
    subject: str
    period: str


class EvaluationUsesRow(SQLModel, table=True):
    """All that one evaluation uses, under its number in the order of storing, which is never given again.

    `digests` are those of the values, 32 bytes each, `places` as `pack_uses` writes them. Both are empty, and the
    holder is 0, if the whole evaluation was erased.
    """

    __tablename__ = "evaluation_uses"
    __table_args__ = (Index("evaluation_uses_by_holder", "holder"),)

    number: int = Field(primary_key=True, sa_type=_NUMBER)
    evaluation: str = Field(unique=True)
    holder: int
    digests: bytes
    places: bytes


class UseIndexRow(SQLModel, table=True):
    """That an evaluation used a value, found by the first 64 bits of its digest; written a while after it is stored."""

    __tablename__ = "use_index"
    __table_args__ = ({"sqlite_with_rowid": False},)

    value: int = Field(primary_key=True, sa_type=BigInteger)
    holder: int = Field(primary_key=True)
    number: int = Field(primary_key=True, sa_type=BigInteger)


class IndexedUsesRow(SQLModel, table=True):
    """The number of the last evaluation whose uses are indexed; the table has one row."""

    __tablename__ = "indexed_uses"

    number: int = Field(primary_key=True, sa_type=BigInteger)


class RecordFiguresRow(SQLModel, table=True):
    """What one record of a list came to, projected from the stored evaluation; may be rebuilt at any time.

    `figures` is a JSON object: each figure by its name, with the ends of a number as exact text, or the answer.
    """

    __tablename__ = "record_figures"

    evaluation: str = Field(primary_key=True)
    list: str = Field(primary_key=True)
    record: str = Field(primary_key=True)
    figures: str


class StandingRow(SQLModel, table=True):
    """What lists and rankings need of one evaluation, projected from its record; may be rebuilt at any time.

    `track` is canonical JSON of the parts of the track that are known. Scores are exact numbers as text. `outcomes` are
    the answers of criteria as `pack_outcomes` writes them, `findings` those of findings as `pack_findings` does.
    """

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
    """An evaluation whose outcomes are not projected yet; written with it, and deleted with its projection."""

    __tablename__ = "unprojected"

    evaluation: str = Field(primary_key=True)


class UnreadableRow(SQLModel, table=True):
    """An evaluation whose record could not be read when it was projected, so that lists are made without it."""

    __tablename__ = "unreadable"

    evaluation: str = Field(primary_key=True)


class ApiKeyRow(SQLModel, table=True):
    """One API key: whom it stands for, and how it is recognised; the key itself is nowhere.

    `roles` is a JSON list, instants are text. `last_use_time` is written now and then, not at every call.
    """

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
    """A local account of the workbench: whom it stands for, and the hash of its password."""

    __tablename__ = "account"

    name: str = Field(primary_key=True)
    password_hash: str
    organization: str
    roles: str
    create_time: str
    end_time: str | None = None
    first_until: str | None = None


class SignInMissRow(SQLModel, table=True):
    """How often a password was missed, of one account, from one address, or both; the key is a digest of which."""

    __tablename__ = "sign_in_miss"

    key: str = Field(primary_key=True)
    misses: int
    time: str
    expire_time: str = Field(index=True)


class KnownBrowserRow(SQLModel, table=True):
    """A browser from which an account was signed in to; what it holds is known by its digest alone."""

    __tablename__ = "known_browser"

    account: str = Field(primary_key=True)
    digest: str = Field(primary_key=True)
    time: str


class SessionRow(SQLModel, table=True):
    """Somebody who has signed in to the workbench; what their browser holds is known by its digest alone."""

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
    """Something that happened and is told to endpoints, in the order of positions.

    `organization` is empty in what concerns everybody, `subject` names what it happened to, `data` is a JSON object of
    names, digests and kinds.
    """

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
    """How far one endpoint has the events: up to and with `position`.

    The next was tried `attempts` times, and `problem` says why it failed; it is tried again at `retry_time`, in
    milliseconds since 1970.
    """

    __tablename__ = "endpoint"

    name: str = Field(primary_key=True)
    position: int
    attempts: int = 0
    retry_time: int = 0
    problem: str = ""


class DeadLetterRow(SQLModel, table=True):
    """An event that an endpoint did not take, however often it was tried, and what was the matter the last time."""

    __tablename__ = "dead_letter"

    endpoint: str = Field(primary_key=True)
    position: int = Field(primary_key=True)
    time: str
    problem: str
