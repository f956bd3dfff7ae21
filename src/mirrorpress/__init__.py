"""mirrorpress keeps news readable where it is blocked, and keeps it true."""

__version__ = "0.1.0"
