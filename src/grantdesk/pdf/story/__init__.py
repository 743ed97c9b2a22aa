"""From blocks to elements of the structure tree and pieces of the page."""
