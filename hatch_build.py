"""Compiles the catalogues of resources/words into the package, and packs the resources into a wheel.

Run by itself, `python hatch_build.py` compiles the catalogues of this tree; that needs nothing but Babel.
"""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent


def compile_catalogues(root: Path) -> list[Path]:
    """resources/words/LANG.po -> src/grantdesk/words/catalogues/LANG.mo; gives the paths written."""
    target = root / "src/grantdesk/words/catalogues"
    target.mkdir(parents=True, exist_ok=True)
    compiled = []
    for source in sorted((root / "resources/words").glob("*.po")):
        with source.open("rb") as file:
            catalogue = read_po(file, locale=source.stem, abort_invalid=True)
        out = target / f"{source.stem}.mo"
        fresh = out.with_suffix(".fresh")  # put in place whole: a test may be reading the old one
        with fresh.open("wb") as file:
            write_mo(file, catalogue)
        fresh.replace(out)
        compiled.append(out)
    return compiled


def get_build_hook() -> type[Any]:
    """The hook, made when hatchling asks: hatchling is there only while something is built."""
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface

    class Packing(BuildHookInterface[Any]):
        def initialize(self, version: str, build_data: dict[str, Any]) -> None:
            compile_catalogues(Path(self.root))
            # An editable install reads the resources from the tree.
            if self.target_name == "wheel" and version == "standard":
                build_data["force_include"]["resources"] = "grantdesk/resources"

    return Packing


if __name__ == "__main__":
    compile_catalogues(ROOT)
