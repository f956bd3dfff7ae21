"""Image files from outside, decoded and encoded again; independent of pages and articles."""
