"""docs/file-format.md says how to make a file by hand; this does so, with zip and unzip."""

import hashlib
import json
import shutil
import subprocess
from pathlib import Path

import pytest

from grantdesk.files import reading


@pytest.mark.skipif(
    not (shutil.which("zip") and shutil.which("unzip")), reason="there is no zip or unzip here"
)
def test_a_file_that_was_made_by_hand_opens(path: Path, tmp_path: Path) -> None:
    folder, new = tmp_path / "new", tmp_path / "New.grant"
    folder.mkdir()

    def run(*command: str | Path) -> None:
        subprocess.run(command, cwd=folder, check=True, capture_output=True)

    run("unzip", path)
    answers, manifest = folder / "application.json", folder / "manifest.json"
    data = answers.read_text("utf-8").replace("Älykäs valo", "Käsin tehty").encode()
    answers.write_bytes(data)
    told = json.loads(manifest.read_bytes())
    told["entries"]["application.json"] = {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}
    manifest.write_text(json.dumps(told, indent=2), "utf-8")
    run("zip", "-X", "-0", new, "mimetype")
    run("zip", "-X", "-D", "-r", new, ".", "-x", "mimetype")
    opened = reading.read(new)
    reading.verify(opened)
    assert opened.grant.answers["title"] == "Käsin tehty"
    assert len(opened.grant.attachments) == 1
