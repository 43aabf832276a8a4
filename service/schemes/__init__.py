"""What does each scheme add to the house? Every package here is one, found by `service.products`."""
