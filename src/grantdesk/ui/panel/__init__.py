"""What stands beside the page: the list of pages, the list of what is to be done, the help of a section."""
