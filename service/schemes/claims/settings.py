"""Operator settings of claims, with defaults."""

from __future__ import annotations

from pydantic import Field

from service.configuration import settings


class Settings(settings.Settings):
    """Service settings with three more for claims, explained in `settings.toml`."""

    maximum_screenings: int = Field(4, ge=1)
    screening_seconds: int = Field(60, ge=1)
    judge_claims_again: bool = True

    @property
    def maximum_calls(self) -> int:
        return super().maximum_calls + self.maximum_screenings
