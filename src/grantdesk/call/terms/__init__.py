"""The terms in which a call is written: strict models, one module a subject. They are what is packed and published."""

import os

# Pydantic would look for plugins among all that is installed, and load code of others that nobody has asked for.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
