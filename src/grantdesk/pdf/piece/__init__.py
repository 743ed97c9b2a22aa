"""What stands on a page: text, tables, notes, charts, each knowing its height, where it splits, and how it is drawn."""
