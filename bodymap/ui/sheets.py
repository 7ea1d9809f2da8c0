"""What the sheet of keys says, made from the action table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bodymap.i18n import _
from bodymap.ui.action_set import all_key_words
from bodymap.ui.action_values import Action
from bodymap.ui.look import TITLE, Look
from bodymap.ui.markup import Markup, escape

if TYPE_CHECKING:
    from bodymap.ui.window import Window


def open_keys(window: Window, table: Sequence[Action]) -> None:
    """Lay the sheet of keys over a window."""
    from bodymap.ui.overlay import Sheet

    look = window.look
    html = keys_html(table, look, window.width() - look.px(112))
    window.open_overlay(Sheet(look, window, _("Keys"), html))


def keys_html(table: Sequence[Action], look: Look, width: int) -> str:
    """All actions that have keys, by group, in as many columns as fit a width in px."""
    write = Markup(look)
    groups = dict.fromkeys(a.group for a in table)
    blocks = [
        _group(name, [a for a in table if a.group == name and (a.keys or a.elsewhere)], write)
        for name in groups
    ]
    columns = max(1, min(3, width // look.grown(300)))
    weights = [block.count("<tr") for block in blocks]
    stacks = _balanced(blocks, weights, columns)
    cells = [
        write.cell(
            "".join(stack),
            f"padding-right:{look.px(32)}px" if n < columns - 1 else "",
            width=f"{100 // columns}%",
        )
        for n, stack in enumerate(stacks)
    ]
    return write.paragraph(_("Keys"), write.style(TITLE, weight=700)) + write.table([write.row(*cells)])


def _group(name: str, actions: Sequence[Action], write: Markup) -> str:
    head = write.row(write.cell(escape(name), write.style(weight=600) + write.under(), span=2))
    rows = [
        write.row(
            write.cell(write.small(action.words), write.over() + write.under()),
            write.cell(
                write.small(all_key_words(action), write.theme.muted, 600),
                write.over() + write.under(),
                align="right",
            ),
        )
        for action in actions
    ]
    return write.table([head, *rows], above=16)


def _balanced(blocks: Sequence[str], weights: Sequence[int], columns: int) -> list[list[str]]:
    """Blocks in order, in columns of about the same length."""
    total, done = sum(weights), 0
    stacks: list[list[str]] = [[] for _column in range(columns)]
    for block, weight in zip(blocks, weights, strict=True):
        at = min(columns - 1, int((done + weight / 2) * columns / max(1, total)))
        stacks[at].append(block)
        done += weight
    return stacks
