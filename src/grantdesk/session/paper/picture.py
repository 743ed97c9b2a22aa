"""The pictures that applicants attach, drawn anew once for all prints and for the screen."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from grantdesk.files.container.content import Content
from grantdesk.files.grant import Grant
from grantdesk.outline.block import Image, Outline
from grantdesk.outline.kind.image import MEDIA
from grantdesk.pdf import Picture
from grantdesk.session.named import DIGEST, named

if TYPE_CHECKING:  # for start-up: most applications have no pictures
    from grantdesk.pdf.image.album import Album

__all__ = ["Picture", "known", "pictured", "pictures", "remember", "undrawn"]


def pictures(grant: Grant, outline: Outline) -> Mapping[str, Picture]:
    """Those of the outline's images by their digests."""
    digests = dict.fromkeys(block.digest for block in outline.blocks if isinstance(block, Image))
    return _album().pictures(grant.attachments[digest] for digest in digests) if digests else {}


def remember(grant: Grant, drawn: Mapping[str, Picture]) -> None:
    """Has all pictures of an application at hand: those that were drawn in another process, or else as its files have
    them."""
    if drawn:
        _album().keep(drawn)
    elif found := list(pictured(grant)):
        _album().pictures(found)


def known(grant: Grant) -> dict[str, Picture]:
    """The pictures of an application that are at hand."""
    found = ((file.sha256, _album().known(file.sha256)) for file in pictured(grant))
    return {digest: picture for digest, picture in found if picture is not None}


def undrawn(grant: Grant) -> bool:
    """Is there a picture that is not at hand?"""
    return any(_album().known(file.sha256) is None for file in pictured(grant))


def pictured(grant: Grant) -> Iterator[Content]:
    """The files of all pictures that answers name, whether they are shown or not."""
    if grant.attachments:
        files = (file for _, file in named(grant.answers) if str(file.get("type")) in MEDIA)
        digests = dict.fromkeys(file[DIGEST] for file in files)
        yield from (grant.attachments[digest] for digest in digests if digest in grant.attachments)


def _album() -> "Album":
    from grantdesk.pdf.image.album import ALBUM  # for start-up: as above

    return ALBUM
