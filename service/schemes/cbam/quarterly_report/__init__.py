"""CBAM quarterly reports of the transitional period."""
