"""An outline as a document on the screen: formats, a pen that writes plain text, tables, and all of it together."""
