"""How the window looks: colours, sizes, icons, and what Qt is told of them."""
