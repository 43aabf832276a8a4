"""Proofs for verifiers who trust neither the server nor its operator."""
