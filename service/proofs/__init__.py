"""Proofs for verifiers who trust neither server nor operator."""
