"""The text of a file's bytes, or what is wrong with them."""

from __future__ import annotations

import re
from pathlib import Path

from bodymap.loading.problems import Problem

_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def text_of(path: Path, data: bytes) -> tuple[str, Problem | None]:
    """The text of a UTF-8 file, or "" and what is wrong with its bytes; a byte order mark is dropped."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        cure = "save this file as UTF-8 (Save as …, Encoding: UTF-8)"
        what = f"byte 0x{data[error.start]:02x} is not UTF-8; {cure}"
        return "", _problem_after(path, before, what)
    bad = _UNPRINTABLE.search(text)
    if bad is None:
        return text, None
    what = f"the control character U+{ord(bad.group()):04X} does not belong in text; delete it"
    return "", _problem_after(path, text[: bad.start()], what)


def _problem_after(path: Path, before: str, what: str) -> Problem:
    before = before.replace("\r\n", "\n").replace("\r", "\n")
    line = before.count("\n") + 1
    return Problem(path, line, len(before) - (before.rfind("\n") + 1) + 1, what, rule="encoding")
