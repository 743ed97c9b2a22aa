"""python -m bench.pdf.verdict [--vera] PDF...: how many pages each has, and whether it conforms; JSON by its path."""

import json
import sys
from pathlib import Path

import page
from pypdfium2 import PdfDocument

PROFILES = ("3a", "ua1")


def main(arguments: list[str]) -> None:
    """Prints what was found."""
    files = [Path(name) for name in arguments if name != "--vera"]
    found = {
        str(file): {"pages": _pages(file), "bytes": file.stat().st_size, "page-validation": _conforming(file)}
        for file in files
    }
    if "--vera" in arguments:
        for file, names in _by_vera(files).items():
            found[str(file)]["veraPDF"] = names
    print(json.dumps(found))


def _pages(file: Path) -> int:
    with PdfDocument(file) as document:
        return len(document)


def _conforming(file: Path) -> list[str] | None:
    """None where it has more bookmarks beside each other than the validator follows."""
    try:
        return [name for name in PROFILES if page.validate_pdf(str(file), profile=name).is_compliant]
    except page.SafetyLimitError:
        return None


def _by_vera(files: list[Path]) -> dict[Path, list[str]]:
    """RuntimeError without a JDK."""
    from pdf.vera.verdicts import java, judged  # only when asked for: it starts Java

    if java() is None:
        raise RuntimeError("veraPDF needs a JDK: apt-get install openjdk-17-jdk-headless")
    return {
        file: [name for name in PROFILES if not any(told.startswith(f"{name} ") for told in verdict.broken)]
        for file, verdict in judged(files).items()
    }


if __name__ == "__main__":
    main(sys.argv[1:])
