"""A call as a form on paper: everything that can be asked, with room to answer by hand."""
