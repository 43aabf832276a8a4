"""Base: resource names, errors, paging, worker processes, metrics and logs shared by the service."""
