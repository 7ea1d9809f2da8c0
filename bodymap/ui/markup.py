"""Pieces of the HTML that Qt's text browser understands, in the type sizes and colours of a look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bodymap.ui.look import BODY, META, Look

_SIGNS: Mapping[int, str] = {ord(c): f"&#{ord(c)};" for c in "&<>'\""}


def escape(words: str) -> str:
    """Words as HTML; the standard library's `html` brings a table of names that costs a start 2 ms."""
    return words.translate(_SIGNS)


def bound(words: str) -> str:
    """Words for HTML in which no line ends between a number and its per cent."""
    return escape(words).replace(" %", "\N{NO-BREAK SPACE}%")


class Markup:
    """Writes pieces for a look; `words` are escaped, `html` is not. `width` is that of tables."""

    def __init__(self, look: Look, width: str = "100%") -> None:
        self.look, self.theme, self._width = look, look.theme, width

    def style(self, size: int = BODY, color: str = "", weight: int = 400) -> str:
        """The CSS of a type size, colour and weight."""
        color = color or self.theme.text
        return f"font-size:{self.look.grown(size)}px; font-weight:{weight}; color:{color};"

    def small(self, words: str, color: str = "", weight: int = 400) -> str:
        """Words at the smallest size."""
        return f"<span style='{self.style(META, color, weight)}'>{bound(words)}</span>"

    def paragraph(self, words: str, style: str, above: float = 0, *, tall: int = 100) -> str:
        """A paragraph with room above (px at scale 1) and a line height in per cent."""
        box = f"margin-top:{self.look.px(above)}px; margin-bottom:0; line-height:{tall}%;"
        return f"<p style='{style} {box}'>{bound(words)}</p>"

    def link(self, address: str, words: str, style: str = "") -> str:
        """A link in the colour of its style, else in that of links."""
        style = style or self.style(META, self.theme.link)
        return f"<a href='{escape(address)}' style='{style} text-decoration:none'>{escape(words)}</a>"

    def picture(self, name: str, width: int, height: int) -> str:
        """A picture of `card_images`; its name ends with its size."""
        size = f"width='{width}' height='{height}'"
        return f"<img src='{name}:{width}:{height}' {size} style='vertical-align:middle'>"

    def cell(self, html: str, style: str = "", **attributes: str | int) -> str:
        """A cell; `span` is its columns."""
        words = {"colspan" if key == "span" else key: value for key, value in attributes.items()}
        extra = "".join(f" {key}='{value}'" for key, value in words.items())
        return f"<td{extra} style='{style}'>{html}</td>"

    def row(self, *cells: str, valign: str = "top") -> str:
        """A row of cells."""
        return f"<tr valign='{valign}'>{''.join(cells)}</tr>"

    def table(self, rows: Sequence[str], *, above: float = 0, padding: float = 0) -> str:
        """Rows over the whole width, with room above and inside the cells (px at scale 1)."""
        inside, over = self.look.px(padding), self.look.px(above)
        head = f"width='{self._width}' cellspacing='0' cellpadding='{inside}' style='margin-top:{over}px'"
        return f"<table {head}>{''.join(rows)}</table>"

    def over(self) -> str:
        """The CSS of a cell under a hairline."""
        return f"border-top:1px solid {self.theme.hairline}; padding-top:{self.look.px(9)}px;"

    def under(self) -> str:
        """The CSS of a cell at the end of a row."""
        return f"padding-bottom:{self.look.px(9)}px;"
