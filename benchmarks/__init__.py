"""Measurements of mirrorpress beside its peers; `python -m benchmarks`, see docs/benchmarks.md."""
