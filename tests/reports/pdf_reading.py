"""Reading PDF files back in tests."""

from __future__ import annotations

import ctypes
import re
import zlib
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


def words(path: Path) -> str:
    """The text of all pages, its white space made single and what only helps line breaking left out."""
    return plain("\n".join(pages(path)))


def pages(path: Path) -> list[str]:
    """The text of each page."""
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_range() for page in document]


def plain(text: str) -> str:
    """Hyphens at line ends come out of pdfium as U+0002 or U+FFFE."""
    return " ".join(re.sub("[\u200b\u2060\u00ad\ufffe\x02]", "", text).split())


def page_count(path: Path) -> int:
    with pypdfium2.PdfDocument(path) as document:
        return len(document)


def outline(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        return [item.get_title() for item in document.get_toc()]


def metadata(path: Path) -> dict[str, str]:
    with pypdfium2.PdfDocument(path) as document:
        return dict(document.get_metadata_dict())


def attachment(path: Path) -> tuple[str, bytes]:
    """Name and content of the one attached file."""
    with pypdfium2.PdfDocument(path) as document:
        assert pdfium.FPDFDoc_GetAttachmentCount(document) == 1
        attached = pdfium.FPDFDoc_GetAttachment(document, 0)
        name = ctypes.create_string_buffer(200)
        length = pdfium.FPDFAttachment_GetName(attached, ctypes.cast(name, ctypes.POINTER(pdfium.FPDF_WCHAR)), 200)
        size = ctypes.c_ulong()
        pdfium.FPDFAttachment_GetFile(attached, None, 0, size)
        content = ctypes.create_string_buffer(size.value)
        pdfium.FPDFAttachment_GetFile(attached, content, size.value, size)
        return name.raw[: length - 2].decode("utf-16-le"), content.raw


def all_bytes(path: Path) -> bytes:
    """The file with all its streams unpacked, so that nothing can hide in compression."""
    raw = path.read_bytes()
    unpacked = [raw]
    for stream in _STREAM.findall(raw):
        try:
            unpacked.append(zlib.decompress(stream))
        except zlib.error:
            unpacked.append(stream)
    return b"\n".join(unpacked)


def strays(path: Path, edge: float = 28.0) -> list[tuple[int, str]]:
    """Words nearer than `edge` points (10 mm) to a page's edge, or outside, with their page, from 1."""
    found = []
    with pypdfium2.PdfDocument(path) as document:
        for number, page in enumerate(document, start=1):
            width, height = page.get_size()
            text = page.get_textpage()
            for index in range(text.count_rects()):
                left, bottom, right, top = text.get_rect(index)
                if left < edge or bottom < edge or right > width - edge or top > height - edge:
                    found.append((number, text.get_text_bounded(left, bottom, right, top)))
    return found
