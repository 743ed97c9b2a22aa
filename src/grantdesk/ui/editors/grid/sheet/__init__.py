"""What stands in a grid, apart from how it is drawn: cells, their texts, and blocks of them."""
