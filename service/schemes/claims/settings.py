"""Operator settings of claims, with defaults."""

from __future__ import annotations

from pydantic import Field

from service.configuration import settings


class Settings(settings.Settings):
    """Service settings with three more for claims."""

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

    judge_claims_again: bool = Field(
        default=True,
        description="Judge claims in use again by itself when a day, a rule or a document changes: one at a time, "
        "behind all other work, in a process of up to 350 MB while any wait. "
        "Of several servers on one database each may.",
        json_schema_extra={
            "zh": "日期到来、规则或文件变更时自动重新判断使用中的声明：逐条进行，让位于其他一切工作，"
            "有待判断时占用一个不超过约 350 MB 的进程。同一数据库的多台服务器均可开启。"
        },
    )

    @property
    def maximum_calls(self) -> int:
        return super().maximum_calls + self.maximum_screenings
