"""What is seen: the window, its pages, editors (one a kind), panels and dialogs."""
