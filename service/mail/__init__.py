"""Mail to people about events and due items: recipients, messages, delivery by SMTP, and bounces."""
