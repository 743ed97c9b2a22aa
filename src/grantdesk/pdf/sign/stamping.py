"""Asks a service for a time stamp (RFC 3161): all that ever needs a network, and only if a person names one."""

from collections.abc import Callable
from typing import Any, TypeAlias

from grantdesk.pdf.sign.trouble import NoStamp

Stamper: TypeAlias = Callable[[bytes], bytes]
"""A request in, its reply out, both as they travel (DER). NoStamp if there is none."""
QUERY = {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"}
PATIENCE = 20  # seconds
LARGEST = 2**20  # bytes of a reply; it has some thousands


def service(address: str) -> Stamper:
    """The service at an address of the web. NoStamp if it is none."""
    from http.client import HTTPException  # for start-up
    from urllib.request import Request, urlopen

    if not address.lower().startswith(("http://", "https://")):
        raise NoStamp

    def asked(request: bytes) -> bytes:
        query = Request(address, request, QUERY)  # noqa: S310 - it is of the web, see above
        try:
            with urlopen(query, timeout=PATIENCE) as reply:  # noqa: S310
                data: bytes = reply.read(LARGEST)
        except (OSError, ValueError, HTTPException) as error:
            raise NoStamp from error
        return data

    return asked


def stamps(stamper: Stamper) -> Any:
    """The same as pyHanko wants it."""
    from asn1crypto.cms import ContentInfo
    from asn1crypto.tsp import TimeStampReq, TimeStampResp
    from pyhanko.sign.timestamps import TimeStamper

    class Asking(TimeStamper):  # type: ignore[misc,unused-ignore]  # where pyHanko is not installed, its class is Any
        """Asks the stamper."""

        async def async_request_tsa_response(self, req: TimeStampReq) -> TimeStampResp:
            return TimeStampResp.load(stamper(req.dump()))

        async def async_timestamp(self, message_digest: bytes, md_algorithm: str) -> ContentInfo:
            try:
                return await super().async_timestamp(message_digest, md_algorithm)
            except (
                Exception
            ) as error:  # a reply that is none, refuses, or is to another request, whatever it raises
                raise NoStamp from error

    made: Any = Asking
    return made()
