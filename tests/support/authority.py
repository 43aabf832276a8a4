"""Time stamping authority (RFC 3161) for tests: its own certificates, and an HTTP server that can misbehave.

Responses are encoded here byte by byte, so that the code under test is checked against an independent implementation.
"""

from __future__ import annotations

import base64
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from rfc3161_client._rust import parse_timestamp_request

POLICY = "1.3.6.1.4.1.99999.1"
AUTHORITY = "tsa.example"
SHA256, ECDSA_WITH_SHA256 = "2.16.840.1.101.3.4.2.1", "1.2.840.10045.4.3.2"
SIGNED_DATA, TST_INFO = "1.2.840.113549.1.7.2", "1.2.840.113549.1.9.16.1.4"
CONTENT_TYPE, MESSAGE_DIGEST, SIGNING_TIME = (f"1.2.840.113549.1.9.{one}" for one in (3, 4, 5))
SIGNING_CERTIFICATE = "1.2.840.113549.1.9.16.2.47"
INTEGER, OCTETS, OID, SEQUENCE, SET, TIME = 0x02, 0x04, 0x06, 0x30, 0x31, 0x18
TAGGED = 0xA0


def der(tag: int, *parts: bytes) -> bytes:
    """Write a value in DER."""
    content = b"".join(parts)
    size = len(content)
    long = size.to_bytes((size.bit_length() + 7) // 8)
    return bytes([tag]) + (bytes([size]) if size < 0x80 else bytes([0x80 | len(long)]) + long) + content


def number(value: int) -> bytes:
    return der(INTEGER, value.to_bytes(value.bit_length() // 8 + 1))


def oid(dotted: str) -> bytes:
    first, second, *others = map(int, dotted.split("."))
    content = bytearray()
    for part in (40 * first + second, *others):
        groups = [part & 0x7F]
        while part := part >> 7:
            groups.append(0x80 | part & 0x7F)
        content += bytes(reversed(groups))
    return der(OID, bytes(content))


def set_of(*parts: bytes) -> bytes:
    return der(SET, *sorted(parts))


def name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


@dataclass
class Authority:
    """A root certificate and a time stamping certificate issued under it; its fields select deliberate faults.

    `now` returns the stamped time; `valid` is the validity of the certificate from `begin` on.
    """

    stamping: bool = True
    critical: bool = True
    begin: datetime = field(default_factory=lambda: datetime.now(UTC) - timedelta(days=1))
    valid: timedelta = timedelta(days=365)
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    policy: str = POLICY
    certificates: int = 1
    serial: int = 0

    def __post_init__(self) -> None:
        self._root_key, self.key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
        self.root = self._certified(name("root"), self._root_key, timedelta(days=3650)).sign(
            self._root_key, hashes.SHA256()
        )
        leaf = self._certified(name("stamps"), self.key, self.valid)
        if self.stamping:
            usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
            leaf = leaf.add_extension(usage, critical=self.critical)
        self.leaf = leaf.sign(self._root_key, hashes.SHA256())

    def _certified(
        self, subject: x509.Name, key: ec.EllipticCurvePrivateKey, valid: timedelta
    ) -> x509.CertificateBuilder:
        is_root = key is self._root_key
        return (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(name("root"))
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(self.begin - timedelta(days=is_root))
            .not_valid_after(self.begin + valid)
            .add_extension(x509.BasicConstraints(ca=is_root, path_length=None), critical=True)
        )

    @property
    def trusted(self) -> dict[str, Any]:
        """The trust file entry of this authority."""
        return {"certificates": [base64.b64encode(self.root.public_bytes(Encoding.DER)).decode()]}

    def answer(self, request: bytes, *, of: bytes | None = None, nonce: int | None = None) -> bytes:
        """Return a time stamp for a request, or for the digest `of` and the `nonce` instead."""
        asked: Any = parse_timestamp_request(request)
        token = self.token(asked.message_imprint.message if of is None else of, nonce or asked.nonce)
        return der(SEQUENCE, der(SEQUENCE, number(0)), token)

    def token(self, imprint: bytes, nonce: int) -> bytes:
        """Write a token."""
        self.serial += 1
        algorithm = der(SEQUENCE, oid(SHA256))
        content = der(
            SEQUENCE,
            number(1),
            oid(self.policy),
            der(SEQUENCE, algorithm, der(OCTETS, imprint)),
            number(self.serial),
            der(TIME, self.now().strftime("%Y%m%d%H%M%SZ").encode()),
            number(nonce),
        )
        leaf = self.leaf.public_bytes(Encoding.DER)
        certified = der(SEQUENCE, der(SEQUENCE, der(SEQUENCE, der(OCTETS, sha256(leaf).digest()))))
        attributes = (
            der(SEQUENCE, oid(CONTENT_TYPE), set_of(oid(TST_INFO))),
            der(SEQUENCE, oid(MESSAGE_DIGEST), set_of(der(OCTETS, sha256(content).digest()))),
            der(SEQUENCE, oid(SIGNING_CERTIFICATE), set_of(certified)),
        )
        signed = self.key.sign(set_of(*attributes), ec.ECDSA(hashes.SHA256()))
        signer = der(
            SEQUENCE,
            number(1),
            der(SEQUENCE, self.leaf.issuer.public_bytes(), number(self.leaf.serial_number)),
            algorithm,
            der(TAGGED, *sorted(attributes)),
            der(SEQUENCE, oid(ECDSA_WITH_SHA256)),
            der(OCTETS, signed),
        )
        data = der(
            SEQUENCE,
            number(3),
            set_of(algorithm),
            der(SEQUENCE, oid(TST_INFO), der(TAGGED, der(OCTETS, content))),
            *((der(TAGGED, leaf * self.certificates),) if self.certificates else ()),
            set_of(signer),
        )
        return der(SEQUENCE, oid(SIGNED_DATA), der(TAGGED, data))


class Stamping:
    """HTTP server that responds with the result of `answer`, which a test may replace; `status` simulates outages.

    With `endless`, the response never ends.
    """

    def __init__(self, answer: Callable[[bytes], bytes], *, port: int = 0, endless: bool = False) -> None:
        self.answer, self.status, self.asked = answer, 200, 0
        stamping, self._ended = self, threading.Event()

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                stamping.asked += 1
                self.send_response(stamping.status)
                self.send_header("content-type", "application/timestamp-reply")
                self.end_headers()
                try:
                    while endless and not stamping._ended.wait(0.05):
                        self.wfile.write(b"\0")
                    self.wfile.write(stamping.answer(body))
                except OSError:
                    pass

            def log_message(self, *args: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self._server.daemon_threads = True
        self.port = self._server.server_port
        self.url = f"http://127.0.0.1:{self.port}/tsa"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))

    def __enter__(self) -> Stamping:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
