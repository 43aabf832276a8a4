"""Multipart form parser: byte-exact file uploads, and malformed or oversized bodies."""

import asyncio

import httpx
import pytest

from service.base.refusals import Reason, Refusal
from service.workbench.uploads import read_multipart

NAME = '证书 "1"; name=other.pdf'


@pytest.mark.parametrize(
    "content",
    [b"", b"\r\n", b"\n\r--\r\n--", bytes(range(256)) * 3, b"--\r\n\r\n", "证书".encode(), b"\x00\r", b"%PDF\r"],
)
def test_a_file_arrives_byte_for_byte(content: bytes) -> None:
    sent = httpx.Request(
        "POST", "http://here/", data={"form_token": "a", "organization": "示例"}, files={"file": (NAME, content)}
    )
    fields, files = asyncio.run(read_multipart(sent.headers["content-type"], sent.read()))
    assert (fields, files) == ({"form_token": ["a"], "organization": ["示例"]}, {"file": content})


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
    ],
)
def test_what_is_no_form_of_ours_is_refused(content_type: str, body: bytes) -> None:
    with pytest.raises(Refusal) as refused:
        asyncio.run(read_multipart(content_type, body))
    assert refused.value.reason is Reason.UNSUPPORTED_MEDIA_TYPE
