"""Server, in-process transport and service registry."""
