"""Evidence file storage: folder or S3 bucket, with size, type and malware checks."""
