"""Compiles the catalogues of resources/words into the package, for wheels and for editable installs alike."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def compile_catalogues(root: Path) -> list[Path]:
    """resources/words/LANG.po -> src/grantdesk/words/catalogues/LANG.mo"""
    target = root / "src/grantdesk/words/catalogues"
    target.mkdir(parents=True, exist_ok=True)
    compiled = []
    for source in sorted((root / "resources/words").glob("*.po")):
        with source.open("rb") as file:
            catalogue = read_po(file, locale=source.stem, abort_invalid=True)
        out = target / f"{source.stem}.mo"
        with out.open("wb") as file:
            write_mo(file, catalogue)
        compiled.append(out)
    return compiled


class CatalogueHook(BuildHookInterface[Any]):
    """Called by hatchling before a wheel or an editable install is made."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        compile_catalogues(Path(self.root))
