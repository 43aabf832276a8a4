"""Monitoring of a server: metrics, readiness and status."""
