"""The speed of our PDF beside its rivals: `python -m bench.pdf`."""
