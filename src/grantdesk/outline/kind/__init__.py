"""From a question and its answer to blocks, by the kind of the node."""
