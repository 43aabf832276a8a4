"""Proofs: bundles, log queries, witnesses and audits, for verifiers who trust neither server nor operator."""
