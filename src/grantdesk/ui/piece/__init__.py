"""Small things that many parts of the window are put together from."""
