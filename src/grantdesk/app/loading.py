"""When the program is loaded: from then on garbage is looked for, but not among what was loaded."""

import gc


def loaded() -> None:
    """Looks for garbage again, if the program began without: what is there now stays to the end."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
