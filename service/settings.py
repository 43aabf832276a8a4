"""What can an operator set, and what holds if nothing is set?"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

CHECKOUT = Path(__file__).resolve().parents[1]
"""The folder that holds `service/`, and in a checkout also `scorecards/` and `features/`."""


class Settings(BaseSettings):
    """The settings of the service, each from the environment variable `TOUCHSTONE_` plus its name in capitals."""

    model_config = SettingsConfigDict(env_prefix="TOUCHSTONE_", frozen=True)

    address: str = Field("127.0.0.1:50051", description="Host and port to listen on; port 0 takes a free one.")
    database_url: str = Field(
        "sqlite:///var/touchstone.sqlite3",
        description="Where evaluations are stored: a SQLite file, or a PostgreSQL database, which servers may share.",
    )
    gazette: Path = Field(CHECKOUT / "scorecards", description="The folder of published scorecard versions.")
    maximum_in_flight: int = Field(32, ge=1, description="Calls evaluated at once; more are refused.")
    maximum_streams: int = Field(8, ge=1, description="Streams evaluated at once; more are refused.")
    maximum_trials: int = Field(
        8, ge=1, description="Calls explained, simulated or verified at once; more are refused."
    )
    maximum_reads: int = Field(16, ge=1, description="Calls that read, list or rank at once; more are refused.")
    maximum_screenings: int = Field(
        4, ge=1, description="Texts screened or checked at once, each in a process of its own; more are refused."
    )
    screening_seconds: int = Field(
        60, ge=1, description="How long one text may be worked on, if its caller sets no earlier deadline."
    )
    database_wait_milliseconds: int = Field(
        5_000, ge=0, le=60_000, description="How long a lock of another process on the database is waited for."
    )
    maximum_message_bytes: int = Field(4 * 1024 * 1024, ge=1024, description="The largest message accepted.")
    grace_seconds: int = Field(10, ge=0, description="How long calls in flight may take after SIGTERM.")
    reflection: bool = Field(True, description="Whether clients may ask which methods there are.")
    log_level: Literal["debug", "info", "warning", "error"] = Field("info", description="The least level logged.")
