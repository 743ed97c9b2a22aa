"""How an application leaves the desk and is known again: papers checked, PDFs signed, forms to fill in by hand."""
