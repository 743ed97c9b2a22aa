"""One question on a page: label, help, editor, counter, what is wrong with it."""
