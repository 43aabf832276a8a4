"""Independent assessors of one subject: agreement, differences and moderation."""
