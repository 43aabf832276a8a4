"""JSON over HTTP: transcoding of the API."""
