"""Admission of forms: byte-exact files, malformed and oversized bodies, and storage in memory or on disk."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping

import httpx
import pytest
from starlette.requests import Request
from starlette.types import Message

from service.base.refusals import Reason, Refusal
from service.workbench.forms import SPOOLED, Form, FormAdmission
from service.workbench.page import Page

NAME = '证书 "1"; name=other.pdf'
MIB = 1 << 20


async def nothing(_request: object) -> dict[str, object]:
    return {}


FIELDS = Page("/fields", "", "", nothing)
SMALL = Page("/small", "", "", nothing, takes_file=True)
LARGE = Page("/large", "", "", nothing, takes_file=True, max_file_bytes=12 * MIB, max_files=3)


def read(
    page: Page,
    content_type: str,
    body: bytes,
    look: Callable[[Form], object],
    *,
    signed_in: bool = True,
    announced: int = 0,
) -> object:
    """Read a form sent in chunks and return the result of `look`. With `announced`, the body must not be read."""
    taken = 0

    async def receive() -> Message:
        nonlocal taken
        assert not announced
        part = body[taken : taken + 65_536]
        taken += len(part)
        return {"type": "http.request", "body": part, "more_body": taken < len(body)}

    async def go() -> object:
        headers = {"content-type": content_type, "content-length": str(announced or len(body))}
        raw = [(name.encode(), value.encode()) for name, value in headers.items()]
        request = Request({"type": "http", "method": "POST", "headers": raw}, receive)
        async with FormAdmission().read(request, page, signed_in=signed_in) as form:
            return look(form)

    return asyncio.run(go())


def sent(
    files: Mapping[str, tuple[str, bytes]] | list[tuple[str, tuple[str, bytes]]], **data: str
) -> tuple[str, bytes]:
    request = httpx.Request("POST", "http://here/", data=data, files=files)
    return request.headers["content-type"], request.read()


@pytest.mark.parametrize(
    "content",
    [b"", b"\r\n", b"\n\r--\r\n--", bytes(range(256)) * 3, b"--\r\n\r\n", "证书".encode(), b"\x00\r", b"%PDF\r"],
)
def test_a_file_arrives_byte_for_byte(content: bytes) -> None:
    body = sent({"file": (NAME, content)}, step="a", organization="示例")
    seen = read(SMALL, *body, lambda form: (form.values, form.content("file"), form.too_large))
    assert seen == ({"step": ["a"], "organization": ["示例"]}, content, [])


PART = b'--b\r\ncontent-disposition: form-data; name="x"\r\n\r\n1\r\n'


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("multipart/form-data", b""),
        ("multipart/form-data; boundary=", PART + b"--b--"),
        ("multipart/form-data; boundary=b", b""),
        ("multipart/form-data; boundary=b", PART),
        ("multipart/form-data; boundary=b", b"before" + PART + b"--b--"),
        ("multipart/form-data; boundary=b", b"--b\r\n\r\n\r\n1\r\n--b--"),
        ("multipart/form-data; boundary=b", b"--b\r\ncontent-disposition: form-data\r\n\r\n1\r\n--b--"),
        ("multipart/form-data; boundary=b", b"--b\r\n" + b"x" * 5_000 + b"\r\n\r\n1\r\n--b--"),
        ("multipart/form-data; boundary=b", PART * 100 + b"--b--"),
        ("multipart/form-data; boundary=b", b"--b\r\n" * 100_000),
        ("application/x-www-form-urlencoded", b"a=b"),
    ],
)
def test_unsupported_form_bodies_are_refused(content_type: str, body: bytes) -> None:
    with pytest.raises(Refusal) as refused:
        read(SMALL, content_type, body, lambda form: form)
    assert refused.value.reason is Reason.UNSUPPORTED_MEDIA_TYPE


def test_fields_are_read_as_typed_and_their_number_and_size_are_limited() -> None:
    typed = b"a=1&a=%E8%AF%81%E4%B9%A6+%26&empty=&lines=x%0D%0Ay"
    kind = "application/x-www-form-urlencoded; charset=UTF-8"
    seen = read(FIELDS, kind, typed, lambda form: form.values)
    assert seen == {"a": ["1", "证书 &"], "empty": [""], "lines": ["x\ny"]}
    for wrong in (b"a=1&" * 2_001, b"a=" + b"x" * MIB):
        with pytest.raises(Refusal) as refused:
            read(FIELDS, kind, wrong, lambda form: form)
        assert refused.value.reason is Reason.MESSAGE_TOO_LARGE
    with pytest.raises(Refusal) as refused:
        read(FIELDS, *sent({"file": (NAME, b"x")}), lambda form: form)
    assert refused.value.reason is Reason.UNSUPPORTED_MEDIA_TYPE


@pytest.mark.parametrize("page", [FIELDS, SMALL, LARGE])
def test_an_oversized_body_is_refused_before_reading(page: Page) -> None:
    kind = "multipart/form-data; boundary=b" if page.takes_file else "application/x-www-form-urlencoded"
    with pytest.raises(Refusal) as refused:
        read(page, kind, PART, lambda form: form, announced=4 << 30)
    assert refused.value.reason is Reason.MESSAGE_TOO_LARGE


def test_several_large_files_are_spooled_and_gone_afterwards() -> None:
    contents = [b"%PDF" + bytes([number]) * (SPOOLED + number) for number in range(2)]
    files = [("evidence", (f"../folder\\plan-{number}.pdf", content)) for number, content in enumerate(contents)]
    kept: list[Form] = []

    def look(form: Form) -> object:
        kept.append(form)
        return [(file.field, file.name, file.media_type, file.size, file.content.read()) for file in form.files]

    seen = read(LARGE, *sent(files, reason="as sent"), look)
    assert seen == [
        ("evidence", f"plan-{number}.pdf", "application/pdf", len(content), content)
        for number, content in enumerate(contents)
    ]
    assert all(file.content.closed for file in kept[0].files)


def test_an_oversized_file_is_reported_at_its_field_and_the_typed_values_are_retained() -> None:
    for page, size in ((SMALL, SPOOLED + 1), (LARGE, 12 * MIB + 1)):
        body = sent({"plan": ("plan.pdf", bytes(size)), "photo": ("a.jpg", b"seen")}, reason="typed with care")
        form = read(page, *body, lambda form: form)
        assert isinstance(form, Form)
        assert form.values == {"reason": ["typed with care"]}
        ((field, message),) = form.too_large
        assert field == "plan"
        assert f"{size:,}" in message.in_language("zh")


def test_small_files_stay_in_memory_and_anonymous_users_cannot_send_large_files() -> None:
    body = sent({"file": ("a", bytes(SPOOLED))})
    on_disk = read(SMALL, *body, lambda form: [file.content._rolled for file in form.files])  # type: ignore[attr-defined]
    assert on_disk == [False]
    large = sent([("file", ("a", bytes(9 * MIB))), ("file", ("b", bytes(9 * MIB)))])
    assert read(LARGE, *large, lambda form: len(form.files)) == 2
    with pytest.raises(Refusal) as refused:
        read(LARGE, *large, lambda form: form, signed_in=False)
    assert refused.value.reason is Reason.MESSAGE_TOO_LARGE


def test_invisible_characters_of_a_file_name_are_removed() -> None:
    body = sent({"file": ("invoice\u202efdp.exe", b"x")})
    seen = read(SMALL, *body, lambda form: form.files[0].name)
    assert seen == "invoicefdp.exe"


def test_files_beyond_the_limit_of_a_page_are_named() -> None:
    files = [("evidence", (f"plan-{number}.pdf", b"%PDF")) for number in range(5)]

    def look(form: Form) -> object:
        return [file.name for file in form.files], [file.name for file in form.left_out], form.values

    seen = read(LARGE, *sent(files, reason="as sent"), look)
    assert seen == (
        ["plan-0.pdf", "plan-1.pdf", "plan-2.pdf"], ["plan-3.pdf", "plan-4.pdf"], {"reason": ["as sent"]},
    )  # fmt: skip


def test_a_form_with_over_a_thousand_files_is_refused_with_the_allowed_number() -> None:
    part = b'--b\r\ncontent-disposition: form-data; name="x"; filename="f"\r\n\r\n\r\n'
    with pytest.raises(Refusal) as refused:
        read(LARGE, "multipart/form-data; boundary=b", part * 1_001 + b"--b--", lambda form: form)
    assert refused.value.reason is Reason.MESSAGE_TOO_LARGE
    assert "At most 3 files are allowed" in str(refused.value)
