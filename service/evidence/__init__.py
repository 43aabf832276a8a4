"""Evidence files: upload, download, listing and checks."""
