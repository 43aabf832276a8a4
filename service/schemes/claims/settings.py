"""Operator settings of claim screening: concurrent texts and seconds for each, with defaults."""

from __future__ import annotations

from pydantic import Field

from service.configuration import settings


class Settings(settings.Settings):
    """Those of the service with two more."""

    maximum_screenings: int = Field(
        4, ge=1, description="Texts screened or checked at once, each in a process of its own; more are refused."
    )
    screening_seconds: int = Field(
        60, ge=1, description="How long one text may be worked on, if its caller sets no earlier deadline."
    )

    @property
    def maximum_calls(self) -> int:
        """How many calls of all kinds are worked on at once."""
        return super().maximum_calls + self.maximum_screenings
