"""The parts of a document that is a ZIP archive of XML, taken out with limits: nothing is written or fetched."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO
from zlib import error as ZlibError  # noqa: N812

from lxml import etree

from workbench.errors import ArticleError

_LARGEST_PART = 64 * 1024 * 1024
"""Bytes of one part when unpacked. The text of a whole book takes a tenth."""
_ENCRYPTED = 0x1


def unpack(original: bytes, name: str, wanted: Sequence[str]) -> dict[str, bytes]:
    """The wanted parts that are there, by name. Raises ArticleError for what is broken, encrypted or a bomb."""
    try:
        with zipfile.ZipFile(BytesIO(original)) as archive:
            present = {info.filename: info for info in archive.infolist()}
            return {part: _read(archive, present[part], name) for part in wanted if part in present}
    except (zipfile.BadZipFile, ZlibError, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise broken(name) from error


def parse(part: bytes, name: str) -> etree._Element:
    """The root of a part's XML, without expanding entities or reading anything outside. Raises ArticleError."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(part, parser)
    except etree.XMLSyntaxError as error:
        raise broken(name) from error


def named(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Elements of that name in this one and below, whatever their namespace."""
    return (found for found in element.iter(tag=etree.Element) if local_name(found) == tag)


def local_name(element: etree._Element) -> str:
    return etree.QName(element).localname


def attribute(element: etree._Element, name: str) -> str:
    """By its name without namespace: the strict and the transitional form of the format have different ones."""
    return next((str(value) for key, value in element.attrib.items() if etree.QName(key).localname == name), "")


def broken(name: str) -> ArticleError:
    return ArticleError("“{name}” is damaged; open it in the program it comes from and save it again.", name=name)


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> bytes:
    if info.flag_bits & _ENCRYPTED:
        raise ArticleError("“{name}” is protected by a password; save a copy without one and open that.", name=name)
    with archive.open(info) as file:
        # What the archive says of its size is not believed.
        data = file.read(_LARGEST_PART + 1)
    if len(data) > _LARGEST_PART:
        raise ArticleError(
            "“{name}” unpacks to over {megabytes} MB; save the article's text alone and open that.",
            name=name,
            megabytes=_LARGEST_PART // 1024 // 1024,
        )
    return data
