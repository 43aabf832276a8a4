"""Erasure: deletion of stored contents on request or by age, and legal holds against it."""
