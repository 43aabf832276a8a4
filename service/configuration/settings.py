"""The settings of the service, and what holds where nothing is set."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from rules.contracts import InputError, Violation, did_you_mean, message_factory
from service.configuration.folders import PUBLISHED
from service.configuration.machine import cores
from service.configuration.products import product_modules

if TYPE_CHECKING:
    from collections.abc import Iterable

_say = message_factory(__name__)

_OF_OTHERS = frozenset(
    {
        "TOUCHSTONE_LANGUAGE",
        "TOUCHSTONE_FORMAT",
        "TOUCHSTONE_SERVER",
        "TOUCHSTONE_PROFILE",
        "TOUCHSTONE_PROFILES",
        "TOUCHSTONE_CACHE",
        "TOUCHSTONE_BUILT_IMAGE",
        "TOUCHSTONE_CBAM_SCHEMA",
        "TOUCHSTONE_KUBERNETES_SCHEMA",
        "TOUCHSTONE_OSCAL_SCHEMA",
        "TOUCHSTONE_TOKEN",
        "TOUCHSTONE_TOKEN_FILE",
        "TOUCHSTONE_CA",
        "TOUCHSTONE_TLS",
        "TOUCHSTONE_CERTIFICATE",
        "TOUCHSTONE_CERTIFICATE_KEY",
        "TOUCHSTONE_SIGNING_KEY",
        "TOUCHSTONE_PERSON",
    }
)
"""Variables that the commands and the tests read."""
_LINKED = re.compile(r"TOUCHSTONE_(?:SERVICE_HOST|SERVICE_PORT|PORT)(?:_|\Z)")
"""What Kubernetes sets in every container beside a service that is called touchstone."""
_SHOWN = 60


class Settings(BaseSettings):
    """The settings of the service, each from the environment variable `TOUCHSTONE_` plus its name in capitals."""

    model_config = SettingsConfigDict(env_prefix="TOUCHSTONE_", frozen=True)

    address: str = Field("127.0.0.1:50051", description="Host and port to listen on; port 0 takes a free one.")
    http_address: str = Field(
        "", description="Host and port to take JSON over HTTP on; port 0 takes a free one. Empty means none."
    )
    database_url: str = Field(
        "sqlite:///var/touchstone.sqlite3",
        description="Where evaluations are stored: a SQLite file, or a PostgreSQL database, which servers may share.",
    )
    gazette: Path = Field(PUBLISHED, description="The folder of published scorecard versions.")
    private_gazettes: Path | None = Field(
        None,
        description="The folder in which an organisation has a gazette of its own, a folder under its id; its cards "
        "come before those of the same id in the gazette for all, and no other organisation learns of them.",
    )
    trust: Path | None = Field(
        None,
        description="The file of those who are trusted to write and approve rules; with it a version that they have "
        "not approved and signed is refused; a file of logs and witnesses alone asks for no signature. Commands "
        "read it too.",
    )
    tls_certificate: Path | None = Field(
        None, description="The certificate of the server with its chain, PEM; calls are then encrypted."
    )
    tls_key: Path | None = Field(None, description="The private key of that certificate, PEM.")
    tls_client_ca: Path | None = Field(
        None, description="The authorities, PEM, of one of which every caller then has to show a certificate."
    )
    tls_client_crl: Path | None = Field(
        None, description="The lists, PEM, of client certificates that these authorities have revoked."
    )
    public_registers: str = Field(
        "", description="The organisations whose certificates everybody may search, by their ids with commas between."
    )
    register_entries_per_hour: int = Field(
        600, ge=0, description="Certificates of these of which one address is told in an hour; 0 bounds nothing."
    )
    certifying: Path | None = Field(
        None,
        description="The folder in which an organisation that certifies has a folder under its id, with `body.toml` "
        "(who certifies) and `issuing.pem` (the key that signs credentials).",
    )
    certificate_fonts: Path | None = Field(
        None, description="A folder of fonts for printed certificates; Chinese needs one that has its characters."
    )
    api_keys: bool = Field(False, description="Whether callers are recognised by API keys (`touchstone server keys`).")
    jwt_keys: str = Field(
        "", description="The JSON Web Key Set, a file or an https URL, by which tokens of callers are recognised."
    )
    jwt_issuer: str = Field("", description="The issuer of these tokens.")
    jwt_audience: str = Field("", description="For whom these tokens are meant.")
    jwt_algorithms: str = Field("RS256 ES256 EdDSA", description="The ways of signing that are accepted.")
    jwt_clock_skew_seconds: int = Field(30, ge=0, le=300, description="How far clocks may be apart.")
    jwt_organization_claim: str = Field("organization", description="The claim that names the organisation.")
    jwt_roles_claim: str = Field("roles", description="The claim that lists the roles.")
    certificate_principals: Path | None = Field(
        None, description="A TOML file by which callers are recognised by the subjects of their certificates."
    )
    workbench_url: str = Field(
        "", description="Where browsers find the workbench, such as https://touchstone.example; no path."
    )
    oidc_issuer: str = Field(
        "", description="The provider of OpenID Connect by which people sign in to the workbench: its issuer, a URL."
    )
    oidc_client_id: str = Field("", description="As whom this provider knows the workbench.")
    oidc_client_secret_file: Path | None = Field(
        None, description="The file with the secret of this client; without one PKCE alone shows who asks."
    )
    oidc_name: str = Field("", description="What the button to sign in calls the provider; its host unless set.")
    oidc_acr: str = Field(
        "",
        description="How strongly people must have signed in there: values of the claim acr, with spaces between; "
        "any unless set.",
    )
    oidc_scopes: str = Field("openid", description="What the provider is asked for, with spaces between.")
    evaluating_processes: int = Field(
        default_factory=cores,
        ge=1,
        description="Processes that evaluate; as many as the server may use cores unless set.",
    )
    evaluation_seconds: int = Field(
        60, ge=1, description="How long one evaluation may take, if its caller sets no earlier deadline."
    )
    maximum_in_flight: int = Field(32, ge=1, description="Calls evaluated at once; more are refused.")
    maximum_streams: int = Field(8, ge=1, description="Streams evaluated at once; more are refused.")
    maximum_trials: int = Field(
        8, ge=1, description="Calls explained, simulated or verified at once; more are refused."
    )
    maximum_reads: int = Field(16, ge=1, description="Calls that read, list or rank at once; more are refused.")
    reminder_days: int = Field(
        14, ge=0, le=365, description="How many days before something is due in a case an event tells of it."
    )
    quota_calls_per_second: int = Field(
        0, ge=0, description="Calls that one organisation may make in a second on average; 0 bounds nothing."
    )
    quota_calls_burst: int = Field(100, ge=1, description="Calls that it may make at once after a while of quiet.")
    quota_items_per_second: int = Field(
        0,
        ge=0,
        description="Subjects that one organisation may have evaluated in a second on average; 0 bounds nothing.",
    )
    quota_items_burst: int = Field(
        1_000, ge=1, description="Subjects that it may have evaluated at once after a while of quiet."
    )
    quotas: Path | None = Field(None, description="A TOML file of organisations that have quotas of their own.")
    database_wait_milliseconds: int = Field(
        5_000, ge=0, le=60_000, description="How long a lock of another process on the database is waited for."
    )
    maximum_message_bytes: int = Field(4 * 1024 * 1024, ge=1024, description="The largest message accepted.")
    maximum_answer_bytes: int = Field(
        4 * 1024 * 1024,
        ge=64 * 1024,
        description="The largest answer to an evaluation; what would need more is refused, and not stored. Clients of "
        "gRPC accept 4 MiB unless they say otherwise.",
    )
    grace_seconds: int = Field(10, ge=0, description="How long calls in flight may take after SIGTERM.")
    reflection: bool = Field(True, description="Whether clients may ask which methods there are.")
    metrics_address: str = Field(
        "",
        description="Host and port where metrics and readiness are told over HTTP; a port alone is one of this "
        "machine; without any nothing is told.",
    )
    traces_url: str = Field(
        "",
        description="Where traces are sent by OTLP over HTTP, such as http://127.0.0.1:4318/v1/traces; nowhere "
        "unless set.",
    )
    events: Path | None = Field(
        None, description="A TOML file of the endpoints to which events are sent; without it none are kept or sent."
    )
    log_key: Path | None = Field(
        None,
        description="The key, Ed25519 in PEM, that signs the checkpoints of the transparency log; without it the log "
        "is kept and its checkpoints are not signed (docs/proof.md).",
    )
    log_origin: str = Field(
        "touchstone",
        pattern=r"^[A-Za-z0-9._/-]{1,200}$",
        description="The name of the transparency log, which its checkpoints begin with; the host and path of its "
        "owner, such as example.org/touchstone. It never changes.",
    )
    evidence_files: str = Field(
        "",
        description="Where the files behind evidence are kept: a folder, or s3://bucket/prefix; none are kept unless "
        "set (docs/evidence.md).",
    )
    evidence_file_bytes: int = Field(64 * 1024 * 1024, ge=1, description="The largest evidence file that is kept.")
    evidence_bytes_each: int = Field(
        0, ge=0, description="How many bytes of evidence files one organisation may keep; 0 bounds nothing."
    )
    evidence_media_types: str = Field(
        "application/pdf image/png image/jpeg image/tiff image/webp application/xml text/plain "
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document "
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet "
        "application/vnd.openxmlformats-officedocument.presentationml.presentation "
        "application/vnd.oasis.opendocument",
        description="The media types of evidence files that are kept, told by their contents.",
    )
    evidence_scan: str = Field(
        "",
        description="Who says whether a file is harmless before it is kept: a command that takes its path, or clamd at "
        "unix:/PATH or tcp:HOST:PORT. Nobody unless set.",
    )
    evidence_scan_seconds: int = Field(60, ge=1, description="How long that may take for one file.")
    time_stamp_url: str = Field(
        "",
        description="The authority (RFC 3161) that stamps checkpoints of the log, http or https; none unless set. The "
        "trust file names it with its certificates.",
    )
    time_stamp_interval_seconds: int = Field(
        3_600, ge=1, le=31_536_000, description="At most one stamp is asked for in so many seconds."
    )
    retention_since: Literal["creation", "followed"] = Field(
        "creation",
        description="From when on the years of retention are counted: from the making of an evaluation, or from when a "
        "later one of the subject under the same card followed it.",
    )
    retention_evidence_years: int = Field(
        0, ge=0, le=100, description="After how many years evidence is due to be erased; 0 keeps it (docs/evidence.md)."
    )
    retention_input_years: int = Field(
        0, ge=0, le=100, description="After how many years all inputs are due to be erased; 0 keeps them."
    )
    retention_evaluation_years: int = Field(
        0, ge=0, le=100, description="After how many years evaluations are due to be erased whole; 0 keeps them."
    )
    retention_file_years: int = Field(
        0, ge=0, le=100, description="After how many years evidence files are due to be removed; 0 keeps them."
    )
    retention_draft_days: int = Field(
        0,
        ge=0,
        le=36_500,
        description="After how many days drafts are due to be erased that were never published and nobody touched; 0 "
        "keeps them.",
    )
    log_file: Path | None = Field(
        None,
        description="The file that the log of the software is added to; SIGHUP opens it anew. Without one it goes to "
        "standard error.",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field("info", description="The least level logged.")

    @property
    def maximum_calls(self) -> int:
        """How many calls of all kinds are worked on at once."""
        return self.maximum_in_flight + self.maximum_streams + self.maximum_trials + self.maximum_reads


def combined_settings_class() -> type[Settings]:
    """Give the settings with those that products add."""
    added = [module.Settings for module in product_modules("settings")]
    return type("Settings", (*added, Settings), {}) if added else Settings


def check_environment(environment: Iterable[str]) -> None:
    """Refuse variables that look like settings and are none, before one of them is missed.

    Raises:
        InputError: there are such; the nearest setting is named for each.
    """
    prefix = str(Settings.model_config["env_prefix"])
    known = [f"{prefix}{name.upper()}" for name in combined_settings_class().model_fields]
    unknown = [
        name
        for name in sorted(environment)
        if name.upper().startswith(prefix) and name.upper() not in (*known, *_OF_OTHERS) and not _LINKED.match(name)
    ]
    if unknown:
        raise InputError(
            tuple(
                Violation(name[:_SHOWN], _say("NO_SETTING", hint=did_you_mean(name.upper(), known)), "UNKNOWN")
                for name in unknown
            )
        )
