"""Server, in-process transport, and the registry of gRPC services."""
