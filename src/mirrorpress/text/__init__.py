"""Text as it comes from outside: characters, encodings and dates. Pure, on the lowest layer."""
