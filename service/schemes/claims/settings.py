"""Operator settings of claim screening: concurrent texts and seconds for each, with defaults."""

from __future__ import annotations

from pydantic import Field

from service.configuration import settings


class Settings(settings.Settings):
    """Those of the service with two more."""

    maximum_screenings: int = Field(
        4,
        ge=1,
        description="Texts screened or checked at once, each in a process of its own of up to 350 MB; more are "
        "refused.",
        json_schema_extra={"zh": "同时筛查或检查的文字数，各在一个不超过约 350 MB 的进程中；超出者被拒绝。"},
    )
    screening_seconds: int = Field(
        60,
        ge=1,
        description="How long one text may be worked on, if its caller sets no earlier deadline.",
        json_schema_extra={"zh": "调用者没有给出更早的期限时，一段文字最长可处理多久（秒）。"},
    )

    @property
    def maximum_calls(self) -> int:
        """How many calls of all kinds are worked on at once."""
        return super().maximum_calls + self.maximum_screenings
