"""What every part of a window works with: the application, what is shown of its findings, questions, pages."""
