"""How does a program in Python call a server with plain dictionaries and dates?"""

from service.client.calling import Client, ServerError

__all__ = ["Client", "ServerError"]
