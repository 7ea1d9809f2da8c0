"""A pack's texts in several languages: the reader's is shown, and what is missing is told."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bodymap.atlas.reading import Library, read_library
from bodymap.loading.languages import wanted_languages
from tests.broken import PACKS, change


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """The sound pack, half of it in German too."""
    made = Path(shutil.copytree(PACKS / "sound", tmp_path / "pack"))
    change(made / "pack.yaml", "[en]", "[en, de, pt-BR]")
    change(made / "organs/liver.yaml", "name: Liver", "name: {en: Liver, de: Leber, pt-BR: Fígado}")
    change(made / "organs/liver.yaml", "regions:", "synonyms: {en: [hepar], de: [Hepar, Leber]}\nregions:")
    what = "what: The liver releases more sugar."
    change(made / "signals/il6.yaml", what, "what: {de: Die Leber gibt mehr Zucker ab.}")
    return made


def read(pack: Path, language: str, monkeypatch: pytest.MonkeyPatch, cache: Path | None = None) -> Library:
    monkeypatch.setenv("LANGUAGE", language)
    return read_library([pack], PACKS / "figures", cache)


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("", "Liver"),
        ("de", "Leber"),
        ("de_AT:en", "Leber"),
        ("fr:de", "Leber"),
        ("fr", "Liver"),
        ("pt_BR", "Fígado"),
    ],
)
def test_the_first_language_that_the_reader_and_the_pack_share(
    pack: Path, language: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for other in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(other, raising=False)
    assert read(pack, language, monkeypatch).atlas.organs["liver"].name == name


def test_lists_are_translated_and_plain_texts_stay(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    liver = read(pack, "de", monkeypatch).atlas.organs["liver"]
    assert liver.synonyms == ("Hepar", "Leber")
    assert liver.words.school == "It stores sugar."


def test_what_is_missing_is_told_and_another_language_stands_there(
    pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = read(pack, "en", monkeypatch)
    assert next(e for e in library.atlas.effects if e.id == "e001").what == "Die Leber gibt mehr Zucker ab."
    assert [str(p.seen_from(pack)) for p in library.problems] == [
        "organs/liver.yaml:4:11: warning: the translation into 'pt-BR' is missing",
        "signals/il6.yaml:18:11: warning: the translation into 'en' is missing",
        "signals/il6.yaml:18:11: warning: the translation into 'pt-BR' is missing",
    ]


def test_another_language_is_another_cache(
    pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [
        read(pack, language, monkeypatch, tmp_path / "cache").atlas.organs["liver"].name
        for language in ("en", "de", "de", "en")
    ]
    assert names == ["Liver", "Leber", "Leber", "Liver"]


def test_the_words_of_gettext_say_what_a_reader_reads() -> None:
    assert wanted_languages({"LANG": "de_AT.UTF-8@euro"}) == ("de-at", "de")
    assert wanted_languages({"LANG": "de", "LC_ALL": "fr_FR", "LANGUAGE": ""}) == ("fr-fr", "fr")
    assert wanted_languages({"LANG": "C"}) == wanted_languages({}) == ()


def test_the_command_line_asks_for_a_language(tmp_path: Path) -> None:
    pack = tmp_path / "p"
    (pack / "organs").mkdir(parents=True)
    shutil.copy(PACKS / "sound" / "pack.yaml", pack)
    change(pack / "pack.yaml", "[en]", "[en, de]")
    (pack / "organs/spleen.yaml").write_text(
        "id: my-spleen\nname: {en: My spleen, de: Meine Milz}\nontology: UBERON:0002106\n"
        "words: {school: It stores blood., university: It stores red cells.}\n",
        "utf-8",
    )
    command = [sys.executable, "-m", "bodymap", "list", "organs", "--json", "--data", str(pack), "--language"]
    names: list[str] = []
    for language in ("de", "en"):
        done = subprocess.run(
            [*command, language], capture_output=True, text=True, check=True, env={**os.environ}
        )
        names += [row["name"] for row in json.loads(done.stdout) if row["id"] == "my-spleen"]
    assert names == ["Meine Milz", "My spleen"]
