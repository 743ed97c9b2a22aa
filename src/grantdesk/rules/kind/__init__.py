"""How each kind of rule judges: from the values of its expressions to a verdict."""
