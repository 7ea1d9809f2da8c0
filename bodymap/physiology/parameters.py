"""Single numbers of the model by their path, `il6.gain` or `body.use`: read, and replaced."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bodymap.atlas.kinetic_records import Parameter
from bodymap.physiology.knowledge import Physiology

BODY = "body"
"""The owner of the parameters that all curves share."""


def parameter_at(physiology: Physiology, path: str) -> Parameter:
    """The parameter of a path; KeyError where there is none."""
    owner, _, name = path.partition(".")
    found: Any = physiology.body if owner == BODY else physiology.curves[owner]
    value = getattr(found, name, None)
    if not isinstance(value, Parameter):
        raise KeyError(path)
    return value


def with_values(physiology: Physiology, values: Mapping[str, float]) -> Physiology:
    """The same physiology with other numbers at these paths."""
    owners: dict[str, dict[str, Parameter]] = {}
    for path, value in values.items():
        owner, _, name = path.partition(".")
        owners.setdefault(owner, {})[name] = replace(parameter_at(physiology, path), value=value)
    body = physiology.body
    curves = {i: _replaced(c, owners.get(i, {})) for i, c in physiology.curves.items()}
    return replace(physiology, body=_replaced(body, owners.get(BODY, {})), curves=curves)


def _replaced(record: Any, parts: Mapping[str, Parameter]) -> Any:
    return replace(record, **parts) if parts else record
