"""How does what was found reach a program or a person? The one way out."""
