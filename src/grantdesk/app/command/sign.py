"""grantdesk sign: a printed application signed electronically, by a key in a file or on a card."""

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from grantdesk.app.command.option import LANG
from grantdesk.app.exit import DONE, spare, usage
from grantdesk.app.speech import language, tell
from grantdesk.files.result import got, put
from grantdesk.session.paper.signing import FileKey, Key, TokenKey, seen, sign
from grantdesk.words.phrase import phrase


@click.command("sign")
@click.argument("pdf", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="The signed PDF.")
@click.option("--place", default="", help="Which place to sign; without it the first that is free.")
@click.option("--p12", type=click.Path(path_type=Path), help="A key in a PKCS#12 file.")
@click.option("--module", type=click.Path(path_type=Path), help="The PKCS#11 module of a card: its maker's.")
@click.option("--token", default="", help="The card's label, where there are several.")
@click.option("--key", "label", default="", help="The label of the key on the card.")
@click.option("--time-stamp", default="", help="The address of a time-stamping service, which is then asked.")
@LANG
def sign_(pdf: Path, output: Path, place: str, lang: str | None, **key: Any) -> int:
    """Sign a printed application; the PIN or passphrase is asked for and kept nowhere."""
    speaker, stamper = language(lang), key.pop("time_stamp")
    spare(output)
    data = got(pdf)
    put(output, sign(data, place, _key(**key), seen(speaker, datetime.now().astimezone()), stamper))
    tell(speaker, phrase("Signed: {file}", file=str(output)))
    return DONE


def _key(p12: Path | None, module: Path | None, token: str, label: str) -> Key:
    """The key that was named. Usage unless it is one."""
    if p12 is not None and module is None:
        return FileKey(
            p12, click.prompt("Passphrase", hide_input=True, err=True, default="", show_default=False)
        )
    if module is not None and p12 is None:
        return TokenKey(module, token, label, click.prompt("PIN", hide_input=True, err=True))
    raise usage(phrase("Name the key: either “--p12 FILE”, or “--module FILE --key LABEL” for a card."))
