"""HTTP gateway: JSON transcoding of the gRPC API (`google.api.http`), OpenAPI, limits and caching."""
