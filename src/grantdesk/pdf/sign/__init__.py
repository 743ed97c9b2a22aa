"""Signs a printed file so that it stays what it was, and tells who has signed one."""
