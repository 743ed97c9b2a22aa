"""What is checked in the answer to each kind of node, from the node's own declaration."""
