"""The ZIP file around an application: read as if a stranger made it, written so that equal content is equal bytes."""
