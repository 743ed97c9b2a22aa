"""LibreOffice, from a page of HTML: tagged, PDF/UA-1 and PDF/A-3 asked for. It starts anew for each document."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from tempfile import mkdtemp

from bench.rivals.data import FONTS, Content, Maker
from bench.rivals.markup import page

STYLE = """
body { font: 10.5pt "Source Sans Pro"; } table { font-size: 9pt; width: 100%; border-collapse: collapse; }
th, td { border-bottom: 1px solid #d5dae1; padding: 3pt; text-align: left; }
@page { size: A4; margin: 66pt 64pt 62pt; }
"""
WISHES = {
    "PDFUACompliance": {"type": "boolean", "value": "true"},
    "SelectPdfVersion": {"type": "long", "value": "3"},
    "ExportBookmarks": {"type": "boolean", "value": "true"},
}
CONFIG = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{fonts}</dir></fontconfig>"""


def maker() -> Maker:
    """FileNotFoundError where there is none."""
    program = shutil.which("soffice")
    if program is None:
        raise FileNotFoundError("LibreOffice is not installed (apt-get install libreoffice-writer-nogui)")
    home = Path(mkdtemp(prefix="bench-office-"))
    config = home / "fonts.conf"
    config.write_text(CONFIG.format(fonts=FONTS), "utf-8")
    wishes = f"pdf:writer_web_pdf_Export:{json.dumps(WISHES)}"
    options = ["--headless", "--norestore", f"-env:UserInstallation={(home / 'profile').as_uri()}"]
    environment = os.environ | {"FONTCONFIG_FILE": str(config)}

    def made(content: Content) -> bytes:
        source, target = home / "content.html", home / "content.pdf"
        source.write_text(page(content, STYLE), "utf-8")
        target.unlink(missing_ok=True)
        command = [program, *options, "--convert-to", wishes, "--outdir", str(home), str(source)]
        subprocess.run(
            command, env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        return target.read_bytes()

    return made
