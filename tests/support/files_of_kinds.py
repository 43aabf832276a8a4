"""Small files of every recognised kind, with words that name the kind."""

import gzip
import io
import tarfile
import zipfile

from openpyxl import Workbook


def zipped(**parts: bytes) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as package:
        for name, part in parts.items():
            package.writestr(name.replace("__", "/"), part)
    return content.getvalue()


def workbook() -> bytes:
    content = io.BytesIO()
    Workbook().save(content)
    return content.getvalue()


def _tar() -> bytes:
    content = io.BytesIO()
    with tarfile.open(fileobj=content, mode="w") as archive:
        member = tarfile.TarInfo("a.txt")
        member.size = 5
        archive.addfile(member, io.BytesIO(b"hello"))
    return content.getvalue()


def files_of_kinds() -> dict[str, tuple[bytes, str]]:
    """Return the content and the named kind of each file."""
    return {
        "pdf": (b"%PDF-1.4\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n", "a PDF document"),
        "png": (b"\x89PNG\r\n\x1a\n" + bytes(40), "a picture (PNG)"),
        "jpeg": (b"\xff\xd8\xff\xe0" + bytes(40), "a picture (JPEG)"),
        "tiff": (b"II*\x00" + bytes(40), "a picture (TIFF)"),
        "webp": (b"RIFF\x00\x00\x00\x00WEBPVP8 " + bytes(20), "a picture (WebP)"),
        "gif": (b"GIF89a" + bytes(20), "a picture (GIF)"),
        "mp4": (b"\x00\x00\x00\x18ftypisom" + bytes(20), "a video or picture (MP4, HEIC)"),
        "docx": (zipped(word__document=b"<w/>"), "a Word document (.docx)"),
        "pptx": (zipped(ppt__presentation=b"<p/>"), "a PowerPoint presentation (.pptx)"),
        "xlsx": (workbook(), "an Excel workbook (.xlsx or .xlsb)"),
        "ods": (zipped(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "an OpenDocument file (.ods"),
        "zip": (zipped(readme=b"hello"), "a ZIP archive"),
        "xls": (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "a document of Office 97-2003 (.xls"),
        "rtf": (b"{\\rtf1\\ansi subject}", "a formatted text (RTF)"),
        "gz": (gzip.compress(b"hello"), "a compressed file (gzip)"),
        "bz2": (b"BZh9" + bytes.fromhex("314159265359") + bytes(20), "a compressed file (bzip2)"),
        "7z": (bytes.fromhex("377abcaf271c") + bytes(20), "a 7z archive"),
        "rar": (bytes.fromhex("526172211a07") + bytes(20), "a RAR archive"),
        "xz": (bytes.fromhex("fd377a585a00") + bytes(20), "a compressed file (xz)"),
        "zst": (bytes.fromhex("28b52ffd") + bytes(20), "a compressed file (zstd)"),
        "tar": (_tar(), "a TAR archive"),
        "elf": (b"\x7fELF" + bytes(60), "a program (ELF)"),
        "sqlite": (b"SQLite format 3\0" + bytes(84), "a SQLite database"),
        "parquet": (bytes.fromhex("5041523115") + bytes(20) + b"PAR1", "a Parquet file"),
        "arrow": (b"ARROW1\x00\x00" + bytes(20) + b"ARROW1", "an Arrow file"),
    }
