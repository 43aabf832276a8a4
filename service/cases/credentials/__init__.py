"""What does a certificate carry, and how does a stranger check it?"""
