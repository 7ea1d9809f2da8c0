"""A figure from elsewhere on an exported sheet."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands import Command, apart, here


def export(command: Command, out: Path, *words: str) -> tuple[int, str]:
    done = command("export", out, "--size", "1280x720", *words)
    return done.returncode, done.stderr


@pytest.mark.parametrize("form", ["png", "svg", "pdf"])
def test_values_on_another_figure_are_the_same_each_time(standing: Path, tmp_path: Path, form: str) -> None:
    table = tmp_path / "my.csv"
    table.write_text("organ,value\nliver,1\nheart,3\nlungs,\n", encoding="utf-8")
    words = ("--figure-file", str(standing), "--values", str(table))
    first, second = tmp_path / f"a.{form}", tmp_path / f"b.{form}"
    code, said = export(apart, first, *words)
    assert code == 0
    assert "UBERON_9999999" in said
    assert export(apart if form == "pdf" else here, second, *words)[0] == 0
    assert first.read_bytes() == second.read_bytes()


def test_a_figure_that_is_refused_draws_nothing(tmp_path: Path) -> None:
    bad = tmp_path / "bad.svg"
    bad.write_text('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', encoding="utf-8")
    code, said = export(here, tmp_path / "a.png", "--figure-file", str(bad))
    assert (code, "bad.svg:1:41: <script> is refused" in said) == (1, True)
    assert not (tmp_path / "a.png").exists()
