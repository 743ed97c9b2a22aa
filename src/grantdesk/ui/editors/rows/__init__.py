"""What is answered in rows: tables, cards, matrices, indicators, partners."""
