"""Settings of the service and their defaults."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

from rules.contracts import InputError, Violation, did_you_mean, message_factory
from service.configuration.available_cores import cores
from service.configuration.environments import ENVIRONMENT_PATTERN
from service.configuration.folders import PUBLISHED
from service.configuration.products import product_modules, refuse_duplicates

if TYPE_CHECKING:
    from collections.abc import Iterable

_message = message_factory(__name__)

_NON_SETTING_VARIABLES = frozenset(
    {
        "TOUCHSTONE_LANGUAGE",
        "TOUCHSTONE_FORMAT",
        "TOUCHSTONE_SERVER",
        "TOUCHSTONE_PROFILE",
        "TOUCHSTONE_PROFILES",
        "TOUCHSTONE_CACHE",
        "TOUCHSTONE_BUILT_IMAGE",
        "TOUCHSTONE_CBAM_SCHEMA",
        "TOUCHSTONE_DMN_TCK",
        "TOUCHSTONE_KUBERNETES_SCHEMA",
        "TOUCHSTONE_OPENAPI_GENERATOR",
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
_KUBERNETES_VARIABLE = re.compile(r"TOUCHSTONE_(?:SERVICE_HOST|SERVICE_PORT|PORT)(?:_|\Z)")
_MAX_NAME_CHARS = 60


class Settings(BaseSettings):
    """Settings of the service, read from `TOUCHSTONE_` environment variables.

    `settings.toml` states the meaning of each.
    """

    model_config = SettingsConfigDict(env_prefix="TOUCHSTONE_", frozen=True)

    address: str = "127.0.0.1:50051"
    http_address: str = ""
    api_contact: str = ""
    database_url: str = "sqlite:///var/touchstone.sqlite3"
    gazette: Path = PUBLISHED
    private_gazettes: Path | None = None
    trust: Path | None = None
    environment: str = Field("", pattern=rf"^(?:{ENVIRONMENT_PATTERN})?$")
    tls_certificate: Path | None = None
    tls_key: Path | None = None
    tls_client_ca: Path | None = None
    tls_client_crl: Path | None = None
    public_registers: str = ""
    public_rules: bool = False
    register_entries_per_hour: int = Field(600, ge=0)
    self_check: str = ""
    self_check_answers_per_hour: int = Field(2_000, ge=0)
    supplier_answers_per_hour: int = Field(600, ge=0)
    certifying: Path | None = None
    certificate_fonts: Path | None = None
    trial: bool = False
    api_keys: bool = False
    jwt_keys: str = ""
    jwt_issuer: str = ""
    jwt_audience: str = ""
    jwt_algorithms: str = "RS256 ES256 EdDSA"
    jwt_clock_skew_seconds: int = Field(30, ge=0, le=300)
    jwt_organization_claim: str = "organization"
    jwt_roles_claim: str = "roles"
    certificate_principals: Path | None = None
    workbench_url: str = ""
    oidc_issuer: str = ""
    oidc_client_id: str = ""
    oidc_client_secret_file: Path | None = None
    oidc_name: str = ""
    oidc_acr: str = ""
    oidc_scopes: str = "openid"
    evaluating_processes: int = Field(default_factory=cores, ge=1)
    evaluation_seconds: int = Field(60, ge=1)
    maximum_in_flight: int = Field(32, ge=1)
    maximum_streams: int = Field(8, ge=1)
    maximum_trials: int = Field(8, ge=1)
    maximum_reads: int = Field(16, ge=1)
    reminder_days: int = Field(14, ge=0, le=365)
    quota_calls_per_second: int = Field(0, ge=0)
    quota_calls_burst: int = Field(100, ge=1)
    quota_items_per_second: int = Field(0, ge=0)
    quota_items_burst: int = Field(1_000, ge=1)
    quotas: Path | None = None
    database_wait_milliseconds: int = Field(5_000, ge=0, le=60_000)
    maximum_message_bytes: int = Field(4 * 1024 * 1024, ge=1024)
    maximum_answer_bytes: int = Field(4 * 1024 * 1024, ge=64 * 1024)
    grace_seconds: int = Field(10, ge=0)
    reflection: bool = True
    metrics_address: str = ""
    traces_url: str = ""
    events: Path | None = None
    mail_host: str = Field("", pattern=r"^(?:[A-Za-z0-9.:_-]{1,255})?$")
    mail_port: int = Field(587, ge=1, le=65_535)
    mail_security: Literal["starttls", "tls", "none"] = "starttls"
    mail_user: str = ""
    mail_password_file: Path | None = None
    mail_sender: str = ""
    mail_ca: Path | None = None
    feeds: Path | None = None
    pulls: Path | None = None
    log_key: Path | None = None
    feed: Path | None = None
    feed_key: Path | None = None
    feed_channel: str = Field("production", pattern=r"^[a-z][a-z0-9-]{0,31}$")
    log_origin: str = Field("touchstone", pattern=r"^[A-Za-z0-9._/-]{1,200}$")
    evidence_files: str = ""
    evidence_file_bytes: int = Field(64 * 1024 * 1024, ge=1)
    evidence_bytes_each: int = Field(0, ge=0)
    evidence_media_types: str = (
        "application/pdf image/png image/jpeg image/tiff image/webp application/xml text/plain "
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document "
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet "
        "application/vnd.openxmlformats-officedocument.presentationml.presentation "
        "application/vnd.oasis.opendocument"
    )
    evidence_scan: str = ""
    evidence_scan_seconds: int = Field(60, ge=1)
    time_stamp_url: str = ""
    time_stamp_interval_seconds: int = Field(3_600, ge=1, le=31_536_000)
    retention_since: Literal["creation", "followed"] = "creation"
    retention_evidence_years: int = Field(0, ge=0, le=100)
    retention_input_years: int = Field(0, ge=0, le=100)
    retention_evaluation_years: int = Field(0, ge=0, le=100)
    retention_file_years: int = Field(0, ge=0, le=100)
    retention_draft_days: int = Field(0, ge=0, le=36_500)
    retention_mail_days: int = Field(365, ge=1, le=3_650)
    shadow: Path | None = None
    retention_shadow_days: int = Field(90, ge=1, le=3_650)
    outlook_days: int = Field(400, ge=0, le=1_830)
    outlook_interval_minutes: int = Field(60, ge=1, le=1_440)
    log_file: Path | None = None
    log_level: Literal["debug", "info", "warning", "error"] = "info"

    @property
    def maximum_calls(self) -> int:
        return self.maximum_in_flight + self.maximum_streams + self.maximum_trials + self.maximum_reads


def combined_settings_class() -> type[Settings]:
    """Return the settings class extended by products."""
    modules = [*product_modules("settings")]
    added = [module.Settings for module in modules]
    fields = ((name, module.__name__) for module in modules for name in module.Settings.model_fields)
    refuse_duplicates((name, module) for name, module in fields if name not in Settings.model_fields)
    return type("Settings", (*added, Settings), {}) if added else Settings


def check_environment(environment: Iterable[str]) -> None:
    """Raise InputError for unknown variables with the settings prefix."""
    prefix = str(Settings.model_config["env_prefix"])
    known = [f"{prefix}{name.upper()}" for name in combined_settings_class().model_fields]
    unknown = [
        name
        for name in sorted(environment)
        if name.upper().startswith(prefix)
        and name.upper() not in (*known, *_NON_SETTING_VARIABLES)
        and not _KUBERNETES_VARIABLE.match(name)
    ]
    if unknown:
        raise InputError(
            tuple(
                Violation(
                    name[:_MAX_NAME_CHARS], _message("NO_SETTING", hint=did_you_mean(name.upper(), known)), "UNKNOWN"
                )
                for name in unknown
            )
        )
