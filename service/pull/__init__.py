"""Scheduled pull of files by HTTPS, SFTP and S3 into cases and batches of evaluations."""
