"""A PDF signed electronically: which place, with which key, and where the signed one goes."""
