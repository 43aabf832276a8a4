"""Initial schema of edition 1.0: tables, triggers and reporting views for SQLite and PostgreSQL.

Published migrations never change, so `service/store/tables.py` is not used here. The first digit is the edition.
Earlier development numbers are never reused. Tables of claims and goods ledgers moved to the migrations of their
products, which skip stores that already have them.
"""

from alembic import op

from service.store.schema_migration import create_tables, refuse_changes

revision = "1001"
down_revision = None
branch_labels = None
depends_on = None

_TABLES = """
CREATE TABLE support_index (
    support BLOB NOT NULL, stretch BIGINT NOT NULL, numbers BLOB NOT NULL, PRIMARY KEY (support, stretch)
) WITHOUT ROWID;
CREATE TABLE value_index (
    support BLOB NOT NULL, value BLOB NOT NULL, stretch BIGINT NOT NULL, numbers BLOB NOT NULL,
    PRIMARY KEY (support, value, stretch)
) WITHOUT ROWID;
CREATE TABLE log_leaf (
    position BIGSERIAL NOT NULL, kind VARCHAR NOT NULL, name VARCHAR NOT NULL, subject VARCHAR NOT NULL,
    digest VARCHAR NOT NULL, document BLOB NOT NULL, PRIMARY KEY (position),
    CONSTRAINT log_leaf_once UNIQUE (kind, name)
);
CREATE INDEX log_leaf_by_subject ON log_leaf (subject, position);
CREATE TABLE log_tile (
    level INTEGER NOT NULL, number BIGINT NOT NULL, hashes BLOB NOT NULL, PRIMARY KEY (level, number)
);
CREATE TABLE log_checkpoint (
    size BIGINT NOT NULL, time VARCHAR NOT NULL, note VARCHAR NOT NULL, PRIMARY KEY (size)
);
CREATE TABLE log_cosignature (
    size BIGINT NOT NULL, witness VARCHAR NOT NULL, line VARCHAR NOT NULL, PRIMARY KEY (size, witness)
);
CREATE TABLE log_time_stamp (
    size BIGINT NOT NULL, authority VARCHAR NOT NULL, time VARCHAR NOT NULL, token BLOB NOT NULL,
    PRIMARY KEY (size, authority)
);
CREATE TABLE campaign (
    name VARCHAR NOT NULL, organization VARCHAR NOT NULL, kind VARCHAR NOT NULL, value VARCHAR NOT NULL,
    at_least VARCHAR NOT NULL, at_most VARCHAR NOT NULL, unit VARCHAR NOT NULL, reason VARCHAR NOT NULL,
    principal VARCHAR NOT NULL, create_time VARCHAR NOT NULL, affected INTEGER NOT NULL, PRIMARY KEY (name)
);
CREATE INDEX campaign_by_organization ON campaign (organization, name);
CREATE TABLE campaign_item (
    campaign VARCHAR NOT NULL, evaluation VARCHAR NOT NULL, subject VARCHAR NOT NULL,
    scorecard_version VARCHAR NOT NULL, as_of_date VARCHAR NOT NULL, "before" VARCHAR NOT NULL,
    double_uses INTEGER NOT NULL, state VARCHAR NOT NULL, "after" VARCHAR NOT NULL,
    after_version VARCHAR NOT NULL, criteria VARCHAR NOT NULL, problem VARCHAR NOT NULL,
    disposition VARCHAR NOT NULL, reason VARCHAR NOT NULL, person VARCHAR NOT NULL,
    dispose_time VARCHAR NOT NULL, PRIMARY KEY (campaign, evaluation)
);
CREATE INDEX campaign_item_by_state ON campaign_item (campaign, state, disposition);
CREATE INDEX campaign_item_by_evaluation ON campaign_item (evaluation);
CREATE TABLE disposition (
    campaign VARCHAR NOT NULL, number INTEGER NOT NULL, evaluation VARCHAR NOT NULL,
    disposition VARCHAR NOT NULL, reason VARCHAR NOT NULL, person VARCHAR NOT NULL, principal VARCHAR NOT NULL,
    time VARCHAR NOT NULL, PRIMARY KEY (campaign, number)
);
CREATE INDEX disposition_by_evaluation ON disposition (evaluation);
CREATE TABLE case_document (
    organization VARCHAR NOT NULL, kind VARCHAR NOT NULL, id VARCHAR NOT NULL, revision INTEGER NOT NULL,
    newest BOOLEAN NOT NULL, label VARCHAR NOT NULL, document VARCHAR NOT NULL, principal VARCHAR NOT NULL,
    time VARCHAR NOT NULL, PRIMARY KEY (organization, kind, id, revision)
);
CREATE INDEX case_document_by_kind ON case_document (organization, kind, id);
CREATE INDEX case_document_by_label ON case_document (organization, kind, label);
CREATE TABLE case_label (
    organization VARCHAR NOT NULL, kind VARCHAR NOT NULL, label VARCHAR NOT NULL, id VARCHAR NOT NULL,
    PRIMARY KEY (organization, kind, label, id)
);
CREATE TABLE certification_case (
    name VARCHAR NOT NULL, organization VARCHAR NOT NULL, state VARCHAR NOT NULL, revision INTEGER NOT NULL,
    client VARCHAR NOT NULL, subject VARCHAR NOT NULL, profile VARCHAR NOT NULL,
    profile_revision INTEGER NOT NULL, content VARCHAR NOT NULL, create_time VARCHAR NOT NULL,
    PRIMARY KEY (name)
);
CREATE INDEX certification_case_by_organization ON certification_case (organization, name);
CREATE INDEX certification_case_by_state ON certification_case (organization, state, name);
CREATE INDEX certification_case_by_client ON certification_case (organization, client, name);
CREATE INDEX certification_case_by_profile ON certification_case (organization, state, profile);
CREATE TABLE case_item (
    case_name VARCHAR NOT NULL, kind VARCHAR NOT NULL, number INTEGER NOT NULL, state VARCHAR NOT NULL,
    content VARCHAR NOT NULL, PRIMARY KEY (case_name, kind, number)
);
CREATE INDEX case_item_by_kind ON case_item (kind, case_name, number);
CREATE INDEX case_item_by_state ON case_item (kind, state, case_name, number);
CREATE TABLE case_due (
    case_name VARCHAR NOT NULL, item VARCHAR NOT NULL, kind VARCHAR NOT NULL, organization VARCHAR NOT NULL,
    due_date VARCHAR NOT NULL, PRIMARY KEY (case_name, item, kind)
);
CREATE INDEX case_due_by_day ON case_due (organization, due_date, case_name, item, kind);
CREATE INDEX case_due_by_day_alone ON case_due (due_date);
CREATE INDEX case_due_by_kind ON case_due (organization, kind, due_date, case_name, item);
CREATE TABLE case_reminder (
    case_name VARCHAR NOT NULL, item VARCHAR NOT NULL, kind VARCHAR NOT NULL, due_date VARCHAR NOT NULL,
    stage VARCHAR NOT NULL, PRIMARY KEY (case_name, item, kind, due_date, stage)
);
CREATE TABLE case_step (
    case_name VARCHAR NOT NULL, number INTEGER NOT NULL, item VARCHAR NOT NULL, step VARCHAR NOT NULL,
    from_state VARCHAR NOT NULL, to_state VARCHAR NOT NULL, function VARCHAR NOT NULL, person VARCHAR NOT NULL,
    account VARCHAR NOT NULL, principal VARCHAR NOT NULL, time VARCHAR NOT NULL, reason VARCHAR NOT NULL,
    content VARCHAR NOT NULL, case_digest VARCHAR NOT NULL, PRIMARY KEY (case_name, number)
);
CREATE TABLE register_entry (
    organization VARCHAR NOT NULL, label VARCHAR NOT NULL, number VARCHAR NOT NULL, case_name VARCHAR NOT NULL,
    item VARCHAR NOT NULL, profile VARCHAR NOT NULL, result VARCHAR NOT NULL, region_code VARCHAR NOT NULL,
    state VARCHAR NOT NULL, first_date VARCHAR NOT NULL, last_date VARCHAR NOT NULL,
    PRIMARY KEY (organization, label, number)
);
CREATE INDEX register_entry_by_profile ON register_entry (organization, profile, label, number);
CREATE INDEX register_entry_by_result ON register_entry (organization, result, label, number);
CREATE INDEX register_entry_by_region_code ON register_entry (organization, region_code, label, number);
CREATE INDEX register_entry_by_state ON register_entry (organization, state, label, number);
CREATE INDEX register_entry_by_case ON register_entry (case_name, item);
CREATE TABLE certificate_number (
    organization VARCHAR NOT NULL, number VARCHAR NOT NULL, case_name VARCHAR NOT NULL, item VARCHAR NOT NULL,
    PRIMARY KEY (organization, number)
);
CREATE TABLE certificate_serial (
    organization VARCHAR NOT NULL, pattern VARCHAR NOT NULL, serial INTEGER NOT NULL,
    PRIMARY KEY (organization, pattern)
);
CREATE TABLE draft (
    name VARCHAR NOT NULL, organization VARCHAR NOT NULL, create_time VARCHAR NOT NULL, newest INTEGER NOT NULL,
    PRIMARY KEY (name)
);
CREATE INDEX draft_by_organization ON draft (organization, name);
CREATE TABLE draft_content (
    organization VARCHAR NOT NULL, digest VARCHAR NOT NULL, files BLOB NOT NULL,
    PRIMARY KEY (organization, digest)
);
CREATE TABLE draft_revision (
    draft VARCHAR NOT NULL, number INTEGER NOT NULL, organization VARCHAR NOT NULL,
    files_digest VARCHAR NOT NULL, create_time VARCHAR NOT NULL, principal VARCHAR NOT NULL,
    note VARCHAR NOT NULL, version VARCHAR NOT NULL, content_digest VARCHAR NOT NULL,
    rule_digest VARCHAR NOT NULL, text_digest VARCHAR NOT NULL, problems VARCHAR NOT NULL,
    PRIMARY KEY (draft, number)
);
CREATE INDEX draft_revision_by_files ON draft_revision (organization, files_digest);
CREATE TABLE draft_comment (
    draft VARCHAR NOT NULL, number INTEGER NOT NULL, revision INTEGER NOT NULL, path VARCHAR NOT NULL,
    line INTEGER NOT NULL, line_text VARCHAR NOT NULL, text VARCHAR NOT NULL, principal VARCHAR NOT NULL,
    create_time VARCHAR NOT NULL, resolve_time VARCHAR, resolve_principal VARCHAR, PRIMARY KEY (draft, number)
);
CREATE TABLE draft_statement (
    draft VARCHAR NOT NULL, position INTEGER NOT NULL, envelope VARCHAR NOT NULL, principal VARCHAR NOT NULL,
    create_time VARCHAR NOT NULL, PRIMARY KEY (draft, position)
);
CREATE TABLE evaluation (
    name VARCHAR NOT NULL, organization VARCHAR NOT NULL, request_id VARCHAR NOT NULL,
    body_digest VARCHAR NOT NULL, create_time VARCHAR NOT NULL, subject VARCHAR NOT NULL,
    scorecard_version VARCHAR NOT NULL, as_of_date VARCHAR NOT NULL, conclusion_kind VARCHAR NOT NULL,
    grade VARCHAR, record_digest VARCHAR NOT NULL, record BLOB NOT NULL, record_key BLOB NOT NULL,
    software_versions VARCHAR NOT NULL, archive_findings VARCHAR DEFAULT '[]' NOT NULL,
    principal VARCHAR DEFAULT '' NOT NULL, erasures VARCHAR DEFAULT '[]' NOT NULL, PRIMARY KEY (name),
    CONSTRAINT evaluation_request UNIQUE (organization, request_id)
);
CREATE INDEX evaluation_with_findings ON evaluation (organization, name) WHERE archive_findings <> '[]';
CREATE TABLE erased_request (
    organization VARCHAR NOT NULL, request_id VARCHAR NOT NULL, evaluation VARCHAR NOT NULL,
    PRIMARY KEY (organization, request_id), CONSTRAINT erased_once UNIQUE (evaluation)
);
CREATE TABLE conclusion (
    id SERIAL NOT NULL, organization VARCHAR NOT NULL, scorecard_version VARCHAR NOT NULL,
    kind VARCHAR NOT NULL, grade VARCHAR NOT NULL, stage VARCHAR NOT NULL, verdict VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT conclusion_once UNIQUE (organization, scorecard_version, kind, grade, stage, verdict)
);
CREATE TABLE listed (
    evaluation VARCHAR NOT NULL, organization VARCHAR NOT NULL, subject VARCHAR NOT NULL,
    create_time VARCHAR NOT NULL, as_of_date VARCHAR NOT NULL, conclusion INTEGER NOT NULL,
    PRIMARY KEY (evaluation)
) WITHOUT ROWID;
CREATE INDEX listed_by_time ON listed (organization, create_time, evaluation);
CREATE INDEX listed_by_date ON listed (organization, as_of_date, create_time, evaluation);
CREATE INDEX listed_by_subject_and_time ON listed (organization, subject, create_time, evaluation);
CREATE INDEX listed_by_subject_and_date ON listed (organization, subject, as_of_date, create_time, evaluation);
CREATE INDEX listed_by_conclusion_and_time ON listed (conclusion, create_time, evaluation);
CREATE INDEX listed_by_conclusion_and_date ON listed (conclusion, as_of_date, create_time, evaluation);
CREATE TABLE use_holder (
    id SERIAL NOT NULL, organization VARCHAR NOT NULL, subject VARCHAR NOT NULL, period VARCHAR NOT NULL,
    PRIMARY KEY (id), CONSTRAINT use_holder_once UNIQUE (organization, subject, period)
);
CREATE TABLE evaluation_uses (
    number BIGINT_ROWID NOT NULL, evaluation VARCHAR NOT NULL, holder INTEGER NOT NULL, digests BLOB NOT NULL,
    places BLOB NOT NULL, PRIMARY KEY (number), UNIQUE (evaluation)
);
CREATE INDEX evaluation_uses_by_holder ON evaluation_uses (holder);
CREATE TABLE use_index (
    value BIGINT NOT NULL, holder INTEGER NOT NULL, number BIGINT NOT NULL, PRIMARY KEY (value, holder, number)
) WITHOUT ROWID;
CREATE TABLE indexed_uses (
    number BIGINT_ROWID NOT NULL, PRIMARY KEY (number)
);
CREATE TABLE record_figures (
    evaluation VARCHAR NOT NULL, list VARCHAR NOT NULL, record VARCHAR NOT NULL, figures VARCHAR NOT NULL,
    PRIMARY KEY (evaluation, list, record)
);
CREATE TABLE standing (
    evaluation VARCHAR NOT NULL, organization VARCHAR NOT NULL, scorecard_version VARCHAR NOT NULL,
    subject VARCHAR NOT NULL, as_of_date VARCHAR NOT NULL, conclusion_kind VARCHAR NOT NULL,
    track VARCHAR NOT NULL, score_low VARCHAR, score_low_open BOOLEAN NOT NULL, score_high VARCHAR,
    score_high_open BOOLEAN NOT NULL, outcomes VARCHAR NOT NULL, findings VARCHAR NOT NULL, PRIMARY KEY (evaluation)
);
CREATE INDEX standing_by_version ON standing (organization, scorecard_version, subject, evaluation);
CREATE TABLE unprojected (
    evaluation VARCHAR NOT NULL, PRIMARY KEY (evaluation)
);
CREATE TABLE unreadable (
    evaluation VARCHAR NOT NULL, PRIMARY KEY (evaluation)
);
CREATE TABLE api_key (
    id VARCHAR NOT NULL, secret_digest VARCHAR NOT NULL, organization VARCHAR NOT NULL, roles VARCHAR NOT NULL,
    note VARCHAR NOT NULL, create_time VARCHAR NOT NULL, expire_time VARCHAR NOT NULL, revoke_time VARCHAR,
    last_use_time VARCHAR, PRIMARY KEY (id)
);
CREATE TABLE account (
    name VARCHAR NOT NULL, password_hash VARCHAR NOT NULL, organization VARCHAR NOT NULL,
    roles VARCHAR NOT NULL, create_time VARCHAR NOT NULL, end_time VARCHAR, first_until VARCHAR,
    PRIMARY KEY (name)
);
CREATE TABLE sign_in_miss (
    "key" VARCHAR NOT NULL, misses INTEGER NOT NULL, time VARCHAR NOT NULL, expire_time VARCHAR NOT NULL,
    PRIMARY KEY ("key")
);
CREATE INDEX ix_sign_in_miss_expire_time ON sign_in_miss (expire_time);
CREATE TABLE known_browser (
    account VARCHAR NOT NULL, digest VARCHAR NOT NULL, time VARCHAR NOT NULL, PRIMARY KEY (account, digest)
);
CREATE TABLE session (
    digest VARCHAR NOT NULL, kind VARCHAR NOT NULL, holder VARCHAR NOT NULL, organization VARCHAR NOT NULL,
    roles VARCHAR NOT NULL, create_time VARCHAR NOT NULL, use_time VARCHAR NOT NULL, PRIMARY KEY (digest)
);
CREATE INDEX session_by_holder ON session (kind, holder);
CREATE TABLE event (
    position BIGSERIAL NOT NULL, id VARCHAR NOT NULL, type VARCHAR NOT NULL, organization VARCHAR NOT NULL,
    time VARCHAR NOT NULL, subject VARCHAR NOT NULL, data VARCHAR NOT NULL, PRIMARY KEY (position),
    CONSTRAINT event_once UNIQUE (id)
);
CREATE INDEX event_by_organization ON event (organization, position);
CREATE TABLE endpoint (
    name VARCHAR NOT NULL, position BIGINT NOT NULL, attempts INTEGER NOT NULL, retry_time BIGINT NOT NULL,
    problem VARCHAR NOT NULL, PRIMARY KEY (name)
);
CREATE TABLE dead_letter (
    endpoint VARCHAR NOT NULL, position BIGINT NOT NULL, time VARCHAR NOT NULL, problem VARCHAR NOT NULL,
    PRIMARY KEY (endpoint, position)
);
CREATE TABLE yearly_result (
    evaluation VARCHAR NOT NULL, organization VARCHAR NOT NULL, scorecard VARCHAR NOT NULL,
    scorecard_version VARCHAR NOT NULL, year VARCHAR NOT NULL, subject VARCHAR NOT NULL,
    counts BOOLEAN NOT NULL, conclusion VARCHAR NOT NULL, "before" VARCHAR NOT NULL, track VARCHAR NOT NULL,
    score_low BIGINT NOT NULL, score_high BIGINT NOT NULL, PRIMARY KEY (evaluation)
);
CREATE INDEX yearly_result_by_subject ON yearly_result (organization, scorecard, year, subject, evaluation);
CREATE INDEX yearly_result_by_score ON yearly_result (organization, scorecard, year, counts, score_low, subject);
CREATE INDEX yearly_result_by_conclusion ON yearly_result (
    organization, scorecard, year, counts, conclusion, score_low, subject
);
CREATE INDEX yearly_result_by_movement ON yearly_result (
    organization, scorecard, year, counts, "before", conclusion, score_low, subject
);
CREATE TABLE open_gate (
    organization VARCHAR NOT NULL, scorecard VARCHAR NOT NULL, year VARCHAR NOT NULL, gate VARCHAR NOT NULL,
    outcome VARCHAR NOT NULL, evaluation VARCHAR NOT NULL,
    PRIMARY KEY (organization, scorecard, year, gate, outcome, evaluation)
);
CREATE TABLE result_tally (
    organization VARCHAR NOT NULL, scorecard VARCHAR NOT NULL, year VARCHAR NOT NULL, measure VARCHAR NOT NULL,
    scorecard_version VARCHAR NOT NULL, track VARCHAR NOT NULL, "key" VARCHAR NOT NULL, number INTEGER NOT NULL,
    least BIGINT NOT NULL, greatest BIGINT NOT NULL, most BIGINT NOT NULL,
    PRIMARY KEY (organization, scorecard, year, measure, scorecard_version, track, "key")
);
CREATE TABLE proof_figures (
    content_digest VARCHAR NOT NULL, software_version VARCHAR NOT NULL, measure_time VARCHAR NOT NULL,
    example_count INTEGER NOT NULL, failed_examples INTEGER NOT NULL, slip_count INTEGER NOT NULL,
    tried_slips INTEGER NOT NULL, told_slips INTEGER NOT NULL, noticed_slips INTEGER NOT NULL,
    unnoticed VARCHAR NOT NULL, PRIMARY KEY (content_digest)
);
"""
_APPEND_ONLY = {
    "case_step": "a step that was taken in a case never changes",
    "certificate_number": "a number that was given is never given again",
    "disposition": "what was decided of a result never changes",
    "erased_request": "what was erased stays noted",
    "log_checkpoint": "what is noted in the log never changes",
    "log_cosignature": "what is noted in the log never changes",
    "log_leaf": "what is noted in the log never changes",
    "log_time_stamp": "a time stamp never changes",
}
_DRAFT_MESSAGE = "what was saved and signed of drafts never changes"
_DRAFT_ERASED = (
    "EXISTS (SELECT 1 FROM log_leaf WHERE kind = 'draft-erasure' AND name > OLD.draft || '/erasures/' "
    "AND name < OLD.draft || '/erasures0') AND NOT EXISTS (SELECT 1 FROM draft WHERE name = OLD.draft)"
)
_FILES_UNUSED = (
    "NOT EXISTS (SELECT 1 FROM draft_revision WHERE organization = OLD.organization AND files_digest = OLD.digest)"
)
_ERASURE_LOGGED = (
    "EXISTS (SELECT 1 FROM log_leaf WHERE kind = 'erasure'"
    " AND name > OLD.evaluation || '/erasures/' AND name < OLD.evaluation || '/erasures0')"
)
_UNERASED_COLUMNS = (
    "name", "organization", "request_id", "body_digest", "create_time", "subject", "scorecard_version", "as_of_date",
    "conclusion_kind", "record_digest", "software_versions", "principal",
)  # fmt: skip
_COMMON_COLUMNS = "l.evaluation, l.organization, l.subject, c.scorecard_version, l.as_of_date, l.create_time"
_CONCLUSION_COLUMNS = (
    "c.kind AS conclusion_kind, NULLIF(c.grade, '') AS grade, NULLIF(c.stage, '') AS stage,"
    " NULLIF(c.verdict, '') AS verdict"
)
_STATUS = (
    "(SELECT COALESCE(CASE MAX(CASE i.disposition WHEN 'stands' THEN 1 WHEN 'to_be_asked' THEN 2 WHEN 'changed' THEN 3"
    " WHEN 'withdrawn' THEN 4 END) WHEN 2 THEN 'in_question' WHEN 3 THEN 'corrected' WHEN 4 THEN 'withdrawn' END,"
    " 'stands'){collation} FROM campaign_item i WHERE i.evaluation = l.evaluation) AS status"
)
_LISTED_JOIN = "listed l JOIN conclusion c ON c.id = l.conclusion"
_CRITERIA = {
    "sqlite": """
SELECT s.evaluation, json_extract(f.value, '$[0]') AS criterion, k.key AS kind,
    json_extract(f.value, '$[1]') AS outcome, json_extract(f.value, '$[2]') AS maximum_points,
    json_extract(f.value, '$[3]') AS points_low,
    json_extract(f.value, CASE json_array_length(f.value) WHEN 5 THEN '$[4]' ELSE '$[3]' END) AS points_high
FROM standing s, json_each(s.outcomes) AS k, json_each(k.value) AS f
""",
    "postgresql": """
SELECT s.evaluation, (f.value ->> 0) COLLATE "C" AS criterion, k.key COLLATE "C" AS kind,
    (f.value ->> 1) COLLATE "C" AS outcome, (f.value ->> 2) COLLATE "C" AS maximum_points,
    (f.value ->> 3) COLLATE "C" AS points_low,
    (f.value ->> CASE json_array_length(f.value) WHEN 5 THEN 4 ELSE 3 END) COLLATE "C" AS points_high
FROM standing s, json_each(s.outcomes::json) AS k, json_array_elements(k.value) AS f(value)
""",
}
_FINDINGS = {
    "sqlite": """
SELECT s.evaluation, f.value AS finding, k.key AS outcome
FROM standing s, json_each(s.findings) AS k, json_each(k.value) AS f
""",
    "postgresql": """
SELECT s.evaluation, f.value COLLATE "C" AS finding, k.key COLLATE "C" AS outcome
FROM standing s, json_each(s.findings::json) AS k, json_array_elements_text(k.value) AS f(value)
""",
}


def upgrade() -> None:
    """Create the schema in an empty database."""
    backend = op.get_bind().dialect.name
    create_tables(_TABLES, _APPEND_ONLY)
    op.execute("INSERT INTO indexed_uses (number) VALUES (0)")
    refuse_changes("draft_content", _DRAFT_MESSAGE, delete=_FILES_UNUSED)
    refuse_changes("draft_revision", _DRAFT_MESSAGE, delete=_DRAFT_ERASED)
    refuse_changes("draft_statement", _DRAFT_MESSAGE, delete=_DRAFT_ERASED)
    refuse_changes(
        "evaluation",
        "a stored evaluation never changes",
        update=_erasure_condition(backend),
        delete="EXISTS (SELECT 1 FROM erased_request WHERE evaluation = OLD.name)",
    )
    refuse_changes(
        "evaluation_uses",
        "stored uses never change",
        update=(
            "NEW.number = OLD.number AND NEW.evaluation = OLD.evaluation AND ("  # noqa: S608 -- constant SQL
            f"NEW.holder = OLD.holder AND NEW.digests = OLD.digests AND {_ERASURE_LOGGED}"
            " OR NEW.holder = 0 AND length(NEW.digests) = 0 AND length(NEW.places) = 0"
            " AND EXISTS (SELECT 1 FROM erased_request WHERE evaluation = OLD.evaluation))"
        ),
    )
    for name, rows in _views(backend).items():
        op.execute(f"CREATE VIEW {name} AS {rows}")


def downgrade() -> None:
    """Raise NotImplementedError, because a downgrade would delete evaluations."""
    raise NotImplementedError("evaluations are kept; restore a backup instead")


def _erasure_condition(backend: str) -> str:
    cast = "::json" if backend == "postgresql" else ""
    before, after = (f"json_array_length({row}.erasures{cast})" for row in ("OLD", "NEW"))
    same = " AND ".join(f"NEW.{name} = OLD.{name}" for name in _UNERASED_COLUMNS)
    return (
        f"{same} AND (NEW.grade = OLD.grade OR (NEW.grade IS NULL AND OLD.grade IS NULL))"  # noqa: S608 -- constant SQL
        f" AND length(NEW.record_key) = 0 AND {after} = {before} + 1 AND EXISTS (SELECT 1 FROM log_leaf"
        f" WHERE kind = 'erasure' AND name = OLD.name || '/erasures/' || CAST({after} AS TEXT))"
    )


def _views(backend: str) -> dict[str, str]:
    is_sqlite = backend == "sqlite"
    if is_sqlite:
        archive_join, other_count = (
            "json_each(e.archive_findings) AS f",
            "json_array_length(f.value, '$.evaluations')",
        )
        figures, figure, collation = "json_each(r.figures) AS f", "f.key", ""
    else:
        archive_join = "json_array_elements(e.archive_findings::json) AS f(value)"
        other_count = "json_array_length(f.value -> 'evaluations')"
        figures, figure, collation = "json_each(r.figures::json) AS f(key, value)", 'f.key COLLATE "C"', ' COLLATE "C"'

    def member(name: str) -> str:
        return f"json_extract(f.value, '$.{name}')" if is_sqlite else f"(f.value ->> '{name}') COLLATE \"C\""

    def flag(name: str) -> str:
        return member(name) if is_sqlite else f"(f.value ->> '{name}')::boolean"

    def exact(number: str, name: str) -> str:
        return f"{number} AS {name}, {_decimal(number, is_sqlite=is_sqlite)} AS {name}_decimal"

    points = ", ".join(exact(f"o.{name}", name) for name in ("points_low", "points_high", "maximum_points"))
    score = ", ".join(f"{exact(f's.{name}', name)}, s.{name}_open" for name in ("score_low", "score_high"))
    ends = ", ".join(
        f"{exact(member(end), f'figure_{end}')}, {flag(f'{end}_open')} AS figure_{end}_open" for end in ("low", "high")
    )
    double_uses = (
        f"(SELECT COUNT(*) FROM evaluation e, {archive_join}"  # noqa: S608 -- constant SQL
        f" WHERE e.name = l.evaluation AND {member('severity')} = 'major') AS double_uses"
    )
    others = ", ".join(
        f"CASE WHEN {member('id')} = 'ARCHIVE.OTHER_ORGANIZATION' THEN NULL ELSE {member(name)} END AS other_{name}"
        for name in ("evaluations", "subjects")
    )
    status = _STATUS.format(collation=collation)
    evaluated = f"{_LISTED_JOIN} JOIN evaluation e ON e.name = l.evaluation"
    criteria = f"{_LISTED_JOIN} JOIN ({_CRITERIA[backend]}) o ON o.evaluation = l.evaluation"
    newest = "SELECT MAX(evaluation) FROM standing GROUP BY organization, scorecard_version, subject"  # sorts by time
    views = {
        "bi_evaluations": (
            f"{_CONCLUSION_COLUMNS}, {score}, {double_uses}, e.record_digest, {status}"
            f" FROM {evaluated} LEFT JOIN standing s ON s.evaluation = l.evaluation"
        ),
        "bi_standings": (
            f"{_CONCLUSION_COLUMNS}, s.track, {score}, {double_uses}, {status} FROM {_LISTED_JOIN}"
            f" JOIN standing s ON s.evaluation = l.evaluation WHERE s.evaluation IN ({newest})"
        ),
        "bi_criteria": f"o.criterion, o.kind, o.outcome, {points} FROM {criteria}",
        "bi_gates": f"o.criterion AS gate, o.outcome FROM {criteria} WHERE o.kind = 'gate'",
        "bi_findings": (
            f"f.finding, f.outcome FROM {_LISTED_JOIN} JOIN ({_FINDINGS[backend]}) f ON f.evaluation = l.evaluation"
        ),
        "bi_archive_findings": (
            f"{member('id')} AS finding, {member('severity')} AS severity, {member('place')} AS place,"
            f" {other_count} AS other_count, {others}, {member('periods')} AS periods FROM {evaluated}, {archive_join}"
        ),
        "bi_records": (
            f"r.list, r.record, {figure} AS figure, {member('answer')} AS answer, {ends}"
            f" FROM {_LISTED_JOIN} JOIN record_figures r ON r.evaluation = l.evaluation, {figures}"
        ),
    }
    return {name: f"SELECT {_COMMON_COLUMNS}, {rest}" for name, rest in views.items()}


def _decimal(exact: str, *, is_sqlite: bool) -> str:
    if is_sqlite:
        slash = f"instr({exact}, '/')"
        return (
            f"ROUND(CASE {slash} WHEN 0 THEN CAST({exact} AS REAL) ELSE CAST(substr({exact}, 1, {slash} - 1) AS REAL)"
            f" / CAST(substr({exact}, {slash} + 1) AS REAL) END, 6)"
        )
    denominator = f"COALESCE(NULLIF(split_part({exact}, '/', 2), ''), '1')::numeric"
    return f"ROUND(split_part({exact}, '/', 1)::numeric / {denominator}, 6)"
