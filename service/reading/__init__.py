"""How does what somebody gives become a tree with places, a dossier, a document? The one way in."""
