"""Check a proof bundle as verify_bundle.py in this folder does, and its time stamps (RFC 3161).

    python verify_time_stamps.py BUNDLE TRUST

Requires Python 3.11 and the package `cryptography`, version 45 or later, which builds the path from the certificate of
an authority to those in the trust file. Supported signatures are RSA (PKCS #1 v1.5) and ECDSA with SHA-2. Revocation of
certificates is not checked. The exit codes are those of verify_bundle.py.
"""

import hashlib
import sys
from datetime import UTC, datetime

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.x509.verification import Criticality, ExtensionPolicy, PolicyBuilder, Store, VerificationError
from verify_bundle import Bundle, decoded, main, need, read_note, stands

PKCS_9 = bytes.fromhex("2a864886f70d0109")
CONTENT_TYPE, MESSAGE_DIGEST, TIME_STAMP = PKCS_9 + b"\x03", PKCS_9 + b"\x04", PKCS_9 + b"\x10\x01\x04"
SIGNING_CERTIFICATE, SIGNING_CERTIFICATE_V2 = PKCS_9 + b"\x10\x02\x0c", PKCS_9 + b"\x10\x02\x2f"
SHA_2 = {32: hashes.SHA256(), 48: hashes.SHA384(), 64: hashes.SHA512()}


class Values(list):
    """A sequence of DER values. Each is bytes or a nested sequence, which has its full encoding in `whole`."""

    def __init__(self, content, whole=b""):
        super().__init__()
        self.whole, at = whole, 0
        while at < len(content):
            begin, size = at + 2, content[at + 1]
            if size > 127:
                begin, size = begin + size - 128, int.from_bytes(content[begin : begin + size - 128])
            inside, end = content[begin : begin + size], begin + size
            self.append(Values(inside, content[at:end]) if content[at] & 32 else inside)
            at = end
        need(at == len(content), "a DER value is incomplete")


def stamped(token, text, authority):
    """Return the time at which an authority stamped a text, after all checks (RFC 5652, RFC 3161)."""
    ((_, (data,)),) = Values(token)
    _, _, (kind, (stamp,)), given, *_, ((_, _, _, attributes, _, signature, *_),) = data
    ((_, policy, (_, imprint), _, time, *_),) = Values(stamp)
    said = {name: value for name, (value,) in attributes}
    need(kind == said[CONTENT_TYPE] == TIME_STAMP, "the token is not a time stamp")
    for found, content in ((said[MESSAGE_DIGEST], stamp), (imprint, text.encode())):
        need(hashlib.new(SHA_2[len(found)].name, content).digest() == found, "the time stamp belongs to other content")
    need(len(said) == len(attributes), "the time stamp has an attribute twice")
    certificate, others = signer_of(said, [x509.load_der_x509_certificate(one.whole) for one in given])
    check_signed(certificate.public_key(), signature, b"\x31" + attributes.whole[1:], SHA_2[len(said[MESSAGE_DIGEST])])
    need(
        is_allowed(policy, authority.get("policies", [])),
        "the authority used a policy that the trust file does not allow",
    )
    need(time[14:15] in (b".", b"Z") and time.endswith(b"Z"), "the time is not in UTC")
    moment = datetime.strptime(time[:14].decode(), "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    check_certificate(certificate, others, authority["certificates"], moment)
    return moment.isoformat()


def signer_of(said, certificates):
    """Return the certificate named by digest in the signed attributes (RFC 5035), and all certificates."""
    named = said.get(SIGNING_CERTIFICATE_V2) or said[SIGNING_CERTIFICATE]
    found = next(part for part in named[0][0] if isinstance(part, bytes))
    kind = SHA_2[len(found)] if SIGNING_CERTIFICATE_V2 in said else hashes.SHA1()  # noqa: S303 -- as it is written
    signers = [one for one in certificates if one.fingerprint(kind) == found]
    need(signers, "the time stamp does not contain the certificate of its signer")
    return signers[0], certificates


def check_signed(key, signature, content, kind):
    """Refuse a signature that does not hold."""
    how = (padding.PKCS1v15(), kind) if isinstance(key, rsa.RSAPublicKey) else (ec.ECDSA(kind),)
    try:
        key.verify(signature, content, *how)
    except InvalidSignature:
        raise ValueError("the time stamp is not signed with the key of its certificate") from None


def is_allowed(policy, allowed):
    """Return whether a policy is allowed; any policy is allowed if the list is empty."""
    written = x509.ExtendedKeyUsage(x509.ObjectIdentifier(one) for one in allowed).public_bytes()
    return not allowed or policy in Values(written)[0]


def check_certificate(certificate, others, trusted, moment):
    """Refuse a certificate that is not for time stamps alone, or did not come from a trusted one and hold then."""
    usage = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage)
    alone = usage.critical and [*usage.value] == [x509.ExtendedKeyUsageOID.TIME_STAMPING]
    need(alone, "the certificate is not restricted to time stamps")
    free = ExtensionPolicy.permit_all()
    issuing = free.require_present(x509.BasicConstraints, Criticality.AGNOSTIC, None)
    store = Store([x509.load_der_x509_certificate(decoded(one)) for one in trusted])
    policy = PolicyBuilder().store(store).time(moment).extension_policies(ca_policy=issuing, ee_policy=free)
    try:
        policy.build_client_verifier().verify(certificate, others)
    except VerificationError as error:
        why = str(error).partition(" (")[0]
        raise ValueError(f"no trusted certificate, valid at that time, issued the certificate: {why}") from None


class Stamped(Bundle):
    """The checks, and that of the time stamps."""

    def check_12_time_stamps(self):
        times, known = {}, self.trust.get("time_stamp_authorities", {})
        stamps = self.bundle.get("time_stamps", [])
        for one in stamps:
            if one["authority"] in known:
                checkpoint = read_note(f"{one['checkpoint']}\n")
                holds = stands({**self.evaluation, "beside": one["beside"]}, "evaluation", checkpoint)
                need(holds, "the stamped checkpoint does not include the evaluation")
                need(checkpoint["origin"] == self.note["origin"], "the stamped checkpoint belongs to another log")
                authority = known[one["authority"]]
                times[one["authority"]] = stamped(decoded(one["token"]), one["checkpoint"], authority)
        needed = self.trust.get("time_stamps_needed", 0)
        need(len(times) >= needed, f"{len(times)} trusted authorities stamped it; {needed} are required")
        if not times:
            return f"not checked: no time stamp counts ({len(stamps)} in the bundle), and none is required"
        return ", ".join(f"{name} stamped the checkpoint at {time}" for name, time in sorted(times.items()))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:], Stamped) if len(sys.argv) == 3 else sys.stderr.write(f"{__doc__}") and 2)
