"""What a test needs from the machine it runs on: without it the test is skipped, but in CI it fails."""

import os
import shutil
import sys
from pathlib import Path
from typing import NoReturn

import pytest


def lacking(what: str) -> NoReturn:
    """Ends the test that needs something that is not there."""
    if os.environ.get("CI"):
        pytest.fail(f"{what} is not on this machine; scripts/test --all installs it")
    pytest.skip(f"{what} is not on this machine; as root, scripts/test --all installs it")


def tool(name: str) -> str:
    """The path of a program of the system."""
    return shutil.which(name) or lacking(name)


def there(path: str) -> Path:
    """A file or folder of the system."""
    return Path(path) if Path(path).exists() else lacking(path)


def linux() -> None:
    """Skips a test that is about Linux alone."""
    if sys.platform != "linux":
        pytest.skip("this is about Linux")
