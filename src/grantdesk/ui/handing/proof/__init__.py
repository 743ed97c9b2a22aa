"""A paper checked against its data: what is at hand, and what there is to say, in words."""
