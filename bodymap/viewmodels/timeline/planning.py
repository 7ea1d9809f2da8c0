"""A day as blocks that are moved, stretched, added and taken away; they never overlap or leave the day."""

from __future__ import annotations

from bodymap.state import Block
from bodymap.viewmodels.timeline.asking import DAY

Blocks = tuple[Block, ...]
STEP = 5
"""Minutes to which a dragged block keeps."""


def moved(blocks: Blocks, index: int, start: int) -> Blocks:
    """The block begins at another minute, as far as its neighbours let it."""
    least, most = _room(blocks, index)
    block = blocks[index]
    at = max(least, min(_stepped(start), most - block.minutes))
    return _with(blocks, index, block._replace(start=at))


def stretched(blocks: Blocks, index: int, minutes: int) -> Blocks:
    """The block lasts so long, at least a step, as far as its neighbour lets it."""
    _least, most = _room(blocks, index)
    block = blocks[index]
    long = max(min(STEP, block.minutes), min(_stepped(minutes), most - block.start))
    return _with(blocks, index, block._replace(minutes=long))


def added(blocks: Blocks, movement: str, minutes: int) -> Blocks | None:
    """One more block, in the last gap that is long enough; None where none is."""
    ends = [0, *(b.start + b.minutes for b in blocks)]
    starts = [*(b.start for b in blocks), DAY]
    gaps = [(end, start) for end, start in zip(ends, starts, strict=True) if start - end >= minutes]
    if not gaps:
        return None
    begin, stop = gaps[-1]
    at = min(begin + 60 if begin else 9 * 60, stop - minutes)
    return tuple(sorted((*blocks, Block(movement, at, minutes)), key=lambda b: b.start))


def without(blocks: Blocks, index: int) -> Blocks:
    """One block less."""
    return (*blocks[:index], *blocks[index + 1 :])


def _room(blocks: Blocks, index: int) -> tuple[int, int]:
    """The minutes between its neighbours."""
    least = blocks[index - 1].start + blocks[index - 1].minutes if index else 0
    most = blocks[index + 1].start if index + 1 < len(blocks) else DAY
    return least, most


def _with(blocks: Blocks, index: int, block: Block) -> Blocks:
    return (*blocks[:index], block, *blocks[index + 1 :])


def _stepped(minute: float) -> int:
    return round(minute / STEP) * STEP
