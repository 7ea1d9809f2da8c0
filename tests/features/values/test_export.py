"""A table of thirty organs makes a picture with its legend, the same bytes each time."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.commands import Command, apart, here

ORGANS = re.findall(
    r"\S+",
    "liver heart brain kidneys lungs spleen pancreas stomach colon small-intestine thymus adrenal eye skin "
    "hypothalamus quadriceps hamstrings gluteals calf elbow-flexors triceps shoulder chest abdominals "
    "upper-back urinary-bladder thyroid oesophagus trachea visceral-fat",
)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    rows = [f"{organ};{number / 3:.3f}".replace(".", ",") for number, organ in enumerate(ORGANS)]
    rows[8] = "colon;"
    path = tmp_path / "expression.csv"
    path.write_text("\ufefforgan;TPM\n" + "\n".join(rows) + "\n", encoding="utf-8")
    return path


def run(table: Path, name: str, *words: str, command: Command = here) -> tuple[int, str]:
    """The exit code and the complaints."""
    done = command("export", table.with_name(name), "--values", table, *words)
    return done.returncode, done.stderr


def export(table: Path, name: str, *words: str, command: Command = here) -> bytes:
    assert run(table, name, *words, command=command) == (0, "")
    return table.with_name(name).read_bytes()


@pytest.mark.parametrize("form", ["png", "svg", "pdf"])
def test_it_is_the_same_each_time(table: Path, form: str) -> None:
    first = export(table, f"a.{form}", "--size", "1280x720", command=apart if form == "pdf" else here)
    assert first == export(table, f"b.{form}", "--size", "1280x720", command=apart)
    assert len(first) > 20_000


def test_the_legend_is_complete_and_every_row_is_said(table: Path) -> None:
    svg = export(table, "c.svg").decode()
    assert svg.count(">TPM<") == 4  # the file, the heading, a scale for each view
    for words in ("no value", "0", "4.83", "9.67", "From the front", "From the back", "Quadriceps"):
        assert f">{words}<" in svg, words


def test_mistakes_are_told_and_the_rest_is_drawn(table: Path) -> None:
    table.write_text("organ,value\nlivr,1\nheart,2\n", encoding="utf-8")
    code, said = run(table, "d.png", "--size", "640x480")
    assert (code, said.count("\n")) == (0, 1)
    assert ":2:1: there is no region or organ 'livr'; did you mean 'liver'?" in said
    assert table.with_name("d.png").is_file()


def test_a_table_without_a_value_draws_nothing(table: Path) -> None:
    table.write_text("organ,value\nliver,NA\n", encoding="utf-8")
    code, said = run(table, "e.png")
    assert (code, "holds no value" in said) == (1, True)
    assert not table.with_name("e.png").exists()


def test_a_group_that_is_not_there_is_told(table: Path) -> None:
    table.write_text("organ,value,group\nliver,1,Before\nliver,2,After\n", encoding="utf-8")
    code, said = run(table, "f.png", "--group", "Befor")
    assert (code, "did you mean 'Before'?" in said) == (2, True)


def test_two_groups_stand_side_by_side_on_one_scale(table: Path) -> None:
    rows = ("liver,12,Before", "heart,8,Before", "liver,18,After", "brain,4,After", "liver,13,Later")
    table.write_text("organ,value,group\n" + "\n".join(rows) + "\n", encoding="utf-8")
    svg = export(table, "g.svg").decode()
    for words in ("Liver 12", "Heart 8", "Liver 18", "Brain 4"):
        assert f">{words}<" in svg, words
    assert ">Liver 13<" not in svg
    assert (svg.count(">Before<"), svg.count(">After<")) == (2, 2)  # in the list, and over a body
    assert (svg.count(">11<"), svg.count(">no value<")) == (2, 2)  # the middle of 4 to 18, for each body
    chosen = export(table, "h.svg", "--group", "Later", "--group", "Before").decode()
    assert chosen.index(">Later<") < chosen.index(">Before<")
    assert export(table, "i.svg", command=apart) == svg.encode()
