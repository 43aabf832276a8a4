"""Monitoring of a server: metrics, health and readiness, system status, and clock checks."""
