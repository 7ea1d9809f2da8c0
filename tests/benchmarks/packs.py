"""Folders of data of any size, made of effects that are like the shipped ones."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PER_FILE = 100
PACK = """id: many
title: Many effects
version: 1.0.0
licence: CC-BY-4.0
authors: [The benchmark]
languages: [en]
"""
EFFECT = """
  - id: many-{number}
    organ: {organ}
    what: Two-minute walks each half hour kept blood flow up during four hours of sitting ({number}).
    how: "Doppler: −3.2 cm/s sitting, +0.6 with walks; n = 15 desk workers."
    direction: increases
    of: blood flow speed, measured {number} times
    evidence: human-trial
    confidence: moderate
    n: 15
    references: [carter2018]
"""
AGENTS = ("il6", "irisin", "lactate", "bdnf", "fgf21")
ORGANS = ("liver", "brain", "heart", "bone", "skin", "pancreas", "kidneys")


@contextmanager
def data_of_many(effects: int, folder: Path) -> Iterator[Path]:
    """A pack with so many effects, in files of a hundred; gone afterwards."""
    pack = folder / f"many-{effects}"
    (pack / "effects").mkdir(parents=True)
    (pack / "pack.yaml").write_text(PACK, encoding="utf-8")
    for start in range(0, effects, PER_FILE):
        agent = AGENTS[start // PER_FILE % len(AGENTS)]
        numbers = range(start, min(start + PER_FILE, effects))
        rows = (EFFECT.format(number=n, organ=ORGANS[n % len(ORGANS)]) for n in numbers)
        text = f"agent: {agent}\n\neffects:{''.join(rows)}"
        (pack / "effects" / f"many-{start:06}.yaml").write_text(text, encoding="utf-8")
    try:
        yield pack
    finally:
        shutil.rmtree(pack)
