"""Addresses of files and folders in object stores, such as ``s3://bucket/folder``."""

import re

from pyarrow.fs import FileSystem

_KEYS = re.compile(r"(?<=://)[^/@]*@")
_OPTIONS = re.compile(r"\?.*", re.DOTALL)


def is_address(name: str) -> bool:
    """Whether a name is no path of this machine."""
    return "://" in name


def plain(address: str) -> str:
    """An address for messages: without the keys and options that it may carry."""
    return _OPTIONS.sub("", _KEYS.sub("", address))


def resolved(address: str) -> tuple[FileSystem, str]:
    """The file system of an address, and the path there.

    Raises:
        OSError: It cannot be reached.
        ValueError: Nothing is known about such addresses.
    """
    try:
        files, path = FileSystem.from_uri(address)
    except (OSError, ValueError) as error:
        raise type(error)(str(error).replace(address, plain(address))) from None
    return files, path
