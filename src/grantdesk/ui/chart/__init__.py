"""What shows charts: work packages over the months, amounts as stacked bars, and the same as a table."""
