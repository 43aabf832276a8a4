"""Evidence files over the API: upload, download, listing and integrity checks."""
