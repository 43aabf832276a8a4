"""Certificates as credentials: contents, and verification by strangers."""
