"""What changes: one open document, its edits and their undoing, saving, and work in the background."""
