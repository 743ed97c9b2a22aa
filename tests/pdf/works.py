"""Work for a process of its own: quick, endless, greedy, and such as falls over."""

import os
import time


def echo(data: bytes) -> bytes:
    return data


def endless(_: bytes) -> bytes:
    time.sleep(600)
    return b""


def greedy(size: int) -> bytes:
    return bytes(bytearray(size)[:3])


def falling(_: bytes) -> bytes:
    os.abort()


def raising(said: str) -> bytes:
    raise ValueError(said)
