"""What if: other choices tried on a copy of the answers, compared with today, taken over or thrown away."""
