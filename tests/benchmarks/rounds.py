"""Comparing A with B on a noisy machine: interleaved, in random order, as a ratio within each round."""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

Variants = Mapping[str, Callable[[], float]]
"""What to measure, by name: each call returns seconds."""


@dataclass(frozen=True)
class Run:
    """A process that has ended: seconds from the parent's call to its end, and its largest memory in MB."""

    seconds: float
    megabytes: float


@dataclass(frozen=True)
class Compared:
    """Seconds of every round, by variant; all lists have the same length."""

    seconds: Mapping[str, Sequence[float]]

    def ratio(self, variant: str, limit: str) -> float:
        """The median, over rounds, of variant / limit: load that slows a whole round cancels out."""
        pairs = zip(self.seconds[variant], self.seconds[limit], strict=True)
        return statistics.median(a / b for a, b in pairs)

    def middle(self, variant: str) -> float:
        """The median seconds of a variant: for orientation, they move with the load."""
        return statistics.median(self.seconds[variant])


def interleaved(variants: Variants, rounds: int, seed: int = 1) -> Compared:
    """Every variant once a round, in an order that is shuffled anew each round."""
    order = random.Random(seed)
    seconds: dict[str, list[float]] = {name: [] for name in variants}
    for _ in range(rounds):
        names = list(variants)
        order.shuffle(names)
        for name in names:
            seconds[name].append(variants[name]())
    return Compared(seconds)


def tenth_percentiles(variants: Variants, frames: int) -> Mapping[str, float]:
    """Seconds of each variant, alternated frame by frame: the tenth percentile survives a loaded machine."""
    seconds: dict[str, list[float]] = {name: [] for name in variants}
    for _ in range(frames):
        for name, measure in variants.items():
            seconds[name].append(measure())
    return {name: statistics.quantiles(times, n=10)[0] for name, times in seconds.items()}


def run(command: Sequence[str], environment: Mapping[str, str]) -> Run:
    """Run a command to its end; RuntimeError with what it said where it fails."""
    started = time.perf_counter()
    process = subprocess.Popen(
        command, env=dict(environment), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.stderr is not None
    with process.stderr:
        said = process.stderr.read()
    if process.returncode != 0:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}: {said.strip()[-500:]}")
    return Run(seconds, usage.ru_maxrss / 1024)


def output(command: Sequence[str], environment: Mapping[str, str]) -> str:
    """What a command printed; CalledProcessError where it fails."""
    return subprocess.run(
        command, env=dict(environment), capture_output=True, text=True, check=True
    ).stdout.strip()
