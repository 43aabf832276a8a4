"""Credentials of certificates: contents, signatures, status lists, and verification without the issuer's server."""
