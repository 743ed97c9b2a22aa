"""What if: other choices on a copy, beside today's figures."""
