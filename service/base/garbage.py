"""How is what a process keeps for good left out of its searches for garbage? One through all of it stops everything."""

import gc


def load_undisturbed() -> None:
    """Search for no garbage until `spare_what_is_loaded`; nearly all that a server makes as it starts is to stay."""
    gc.disable()


def spare_what_is_loaded() -> None:
    """Search once more, and leave what remains out of every later search, which would take a tenth of a second."""
    gc.collect()
    gc.freeze()
    gc.enable()
