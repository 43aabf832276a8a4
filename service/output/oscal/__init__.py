"""OSCAL (NIST) export of evaluations."""
