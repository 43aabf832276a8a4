"""Authority for PDF signatures in tests: certificates, CRL and OCSP over HTTP, and time stamps."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509 import ocsp
from cryptography.x509.oid import AuthorityInformationAccessOID, ExtendedKeyUsageOID, NameOID

DAY = timedelta(days=1)
PASSWORD = b"seal password"


def name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


@dataclass
class SigningAuthority:
    """Root, a certificate for signatures that names an OCSP responder, and one for time stamps that names a CRL.

    `failing` names the paths that respond with an error, `wrong` those that respond with other content.
    """

    stamp_days: int = 365
    failing: set[str] = field(default_factory=set)
    wrong: dict[str, bytes] = field(default_factory=dict)
    revoked: set[int] = field(default_factory=set)
    requested: list[str] = field(default_factory=list)
    url: str = ""

    def begin(self, url: str) -> None:
        self.url = url
        self.root_key = ec.generate_private_key(ec.SECP256R1())
        self.root = self.certificate("Test root", self.root_key.public_key(), is_root=True)
        self.key = rsa.generate_private_key(65_537, 2_048)
        self.leaf = self.certificate("Example Certification (seal)", self.key.public_key())
        self.renew_stamps(self.stamp_days)

    def renew_stamps(self, days: int) -> None:
        self.stamp_key = rsa.generate_private_key(65_537, 2_048)
        self.stamp_leaf = self.certificate("Test stamps", self.stamp_key.public_key(), stamps=True, days=days)

    def certificate(
        self, subject: str, public: Any, *, is_root: bool = False, stamps: bool = False, days: int = 3_650
    ) -> x509.Certificate:
        now = datetime.now(UTC)
        usage = dict.fromkeys(
            ["digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement",
             "key_cert_sign", "crl_sign", "encipher_only", "decipher_only"], False,
        )  # fmt: skip
        usage |= {"key_cert_sign": True, "crl_sign": True} if is_root else {"digital_signature": True}
        usage |= {} if is_root or stamps else {"content_commitment": True}
        built = (
            x509.CertificateBuilder().subject_name(name(subject)).issuer_name(name("Test root")).public_key(public)
            .serial_number(x509.random_serial_number()).not_valid_before(now - DAY).not_valid_after(now + days * DAY)
            .add_extension(x509.BasicConstraints(ca=is_root, path_length=None), critical=True)
            .add_extension(x509.KeyUsage(**usage), critical=True)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
            .add_extension(
                x509.AuthorityKeyIdentifier.from_issuer_public_key(self.root_key.public_key()), critical=False
            )
        )  # fmt: skip
        if stamps:
            built = built.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
            point = x509.DistributionPoint([x509.UniformResourceIdentifier(f"{self.url}/root.crl")], None, None, None)
            built = built.add_extension(x509.CRLDistributionPoints([point]), critical=False)
        elif not is_root:
            location = x509.UniformResourceIdentifier(f"{self.url}/ocsp")
            access = x509.AccessDescription(AuthorityInformationAccessOID.OCSP, location)
            built = built.add_extension(x509.AuthorityInformationAccess([access]), critical=False)
        return built.sign(self.root_key, hashes.SHA256())

    def crl(self) -> bytes:
        now = datetime.now(UTC)
        built = x509.CertificateRevocationListBuilder().issuer_name(name("Test root"))
        built = built.last_update(now - timedelta(minutes=5)).next_update(now + DAY)
        built = built.add_extension(x509.CRLNumber(1), critical=False)
        for serial in self.revoked:
            revoked = x509.RevokedCertificateBuilder().serial_number(serial).revocation_date(now - timedelta(minutes=5))
            built = built.add_revoked_certificate(revoked.build())
        return built.sign(self.root_key, hashes.SHA256()).public_bytes(Encoding.DER)

    def ocsp(self, request: bytes) -> bytes:
        asked, now = ocsp.load_der_ocsp_request(request), datetime.now(UTC)
        is_revoked = asked.serial_number in self.revoked
        built = ocsp.OCSPResponseBuilder().add_response(
            self.leaf, self.root, hashes.SHA256(),
            ocsp.OCSPCertStatus.REVOKED if is_revoked else ocsp.OCSPCertStatus.GOOD,
            now - timedelta(minutes=5), now + DAY, now - timedelta(minutes=5) if is_revoked else None, None,
        )  # fmt: skip
        built = built.responder_id(ocsp.OCSPResponderEncoding.HASH, self.root)
        return built.sign(self.root_key, hashes.SHA256()).public_bytes(Encoding.DER)

    def stamp(self, request: bytes) -> bytes:
        import asyncio  # noqa: PLC0415 -- used here only

        from asn1crypto import keys, tsp, x509 as asn1  # noqa: PLC0415 -- only this authority needs them
        from pyhanko.sign.timestamps import DummyTimeStamper  # noqa: PLC0415
        from pyhanko_certvalidator.registry import SimpleCertificateStore  # noqa: PLC0415

        leaf, root = (asn1.Certificate.load(each.public_bytes(Encoding.DER)) for each in (self.stamp_leaf, self.root))
        key = self.stamp_key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
        stamper = DummyTimeStamper(
            leaf, keys.PrivateKeyInfo.load(key), certs_to_embed=SimpleCertificateStore.from_certs([root])
        )
        answer: Any = asyncio.run(stamper.async_request_tsa_response(tsp.TimeStampReq.load(request)))
        return bytes(answer.dump())

    def answer(self, path: str, body: bytes) -> bytes:
        answers: dict[str, Callable[[], bytes]] = {
            "/root.crl": self.crl, "/ocsp": lambda: self.ocsp(body), "/tsa": lambda: self.stamp(body),
        }  # fmt: skip
        return answers[path]()

    def write_files(self, folder: Path, *, form: str = "pkcs12") -> str:
        """Write the files of a certification body; return the section for `body.toml`."""
        folder.mkdir(parents=True, exist_ok=True)
        roots = folder / "authority.pem"
        roots.write_bytes(self.root.public_bytes(Encoding.PEM))
        private = folder / ("seal.p12" if form == "pkcs12" else "seal.pem")
        private.touch(0o600)
        password = folder / "seal.password"
        password.touch(0o600)
        password.write_bytes(PASSWORD + b"\n")
        if form == "pkcs12":
            encryption = BestAvailableEncryption(PASSWORD)
            content = pkcs12.serialize_key_and_certificates(b"seal", self.key, self.leaf, [self.root], encryption)
            private.write_bytes(content)
            lines = ['key = "seal.p12"']
        else:
            private.write_bytes(
                self.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(PASSWORD))
            )
            chain = self.leaf.public_bytes(Encoding.PEM) + self.root.public_bytes(Encoding.PEM)
            (folder / "seal-chain.pem").write_bytes(chain)
            lines = ['key = "seal.pem"', 'chain = "seal-chain.pem"']
        return "\n".join(
            ["[pdf_signature]", *lines, 'password_file = "seal.password"', 'authority_roots = "authority.pem"', ""]
        )


@contextmanager
def signing_authority(**options: Any) -> Iterator[SigningAuthority]:
    """Run an authority over HTTP."""
    authority = SigningAuthority(**options)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self._send(b"")

        def do_POST(self) -> None:
            self._send(self.rfile.read(int(self.headers["content-length"])))

        def _send(self, body: bytes) -> None:
            authority.requested.append(self.path)
            if self.path in authority.failing:
                self.send_error(503)
                return
            wrong = authority.wrong.get(self.path)
            content = authority.answer(self.path, body) if wrong is None else wrong
            self.send_response(200)
            self.send_header("content-length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    authority.begin(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield authority
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
