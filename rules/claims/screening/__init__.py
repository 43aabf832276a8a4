"""Claim screening: candidates for environmental claims in a text, with their spans and proposed facts."""
