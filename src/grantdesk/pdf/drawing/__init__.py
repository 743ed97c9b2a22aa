"""Charts as figures: bars over months, stacked bars, and the patterns that tell their parts apart."""
