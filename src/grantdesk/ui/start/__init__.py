"""Where a person begins: recent applications, calls, files."""
