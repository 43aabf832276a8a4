"""gRPC API: service methods, worker processes, authentication, rate limits and call interception."""
