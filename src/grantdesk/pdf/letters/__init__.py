"""What the page is set in: font files, faces with a fallback, and the letters that one document uses."""
