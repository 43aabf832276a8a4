"""Credentials of certificates: signatures, status lists, offline verification."""
