"""File storage for evidence: folder or S3 bucket, with size, media type and malware checks."""
