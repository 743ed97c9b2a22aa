"""A grid that is filled in like a spreadsheet: what stands in it, how it looks, its keys and its clipboard."""
