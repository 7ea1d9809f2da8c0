"""Plain YAML words as values, by the core schema of YAML 1.2.

`no`, `on` and `2024-05-01` are text here. YAML 1.1 reads them as False, True and a date, which
no author of `signals/no.yaml` expects.
"""

from __future__ import annotations

import math
import re

_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_TRUE = frozenset(("true", "True", "TRUE"))
_FALSE = frozenset(("false", "False", "FALSE"))
_NUMBER_STARTS = frozenset("0123456789+-.")
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})\Z")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|(0|[1-9][0-9]*)(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z")


def plain_value(text: str) -> str | int | float | bool | None:
    """What an unquoted word stands for; an infinite or very long number stays text.

    So do digits after a zero (`09040`): they are a code, not a number.
    """
    if text[:1] in _NUMBER_STARTS:
        return _number(text)
    if text in _NULLS:
        return None
    if text in _TRUE:
        return True
    return False if text in _FALSE else text


def _number(text: str) -> str | int | float:
    if _INTEGER.match(text):
        return int(text)
    if _FLOAT.match(text) and math.isfinite(value := float(text)):
        return value
    return text
