"""Erasure of stored contents, legal holds, and notices of both."""
