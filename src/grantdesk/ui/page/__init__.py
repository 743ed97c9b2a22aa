"""A page of the form: the questions of one section in one calm column."""
