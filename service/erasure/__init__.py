"""Erasure of stored contents on request or by age, and legal holds."""
