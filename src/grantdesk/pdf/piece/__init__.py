"""What stands on a page: text, tables, notes, each knowing its height, where it splits, and how it is drawn."""
