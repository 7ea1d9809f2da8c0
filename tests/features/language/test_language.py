"""The language of texts: found in packs, chosen in the menu, kept, and taken from the system."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from bodymap import i18n
from bodymap.atlas.packs import Pack
from bodymap.cli import window as window_of_cli
from bodymap.cli.arguments import parse
from bodymap.cli.hearing import hear
from bodymap.features.language.feature import name_of
from bodymap.features.language.model import found_languages
from bodymap.loading.languages import ask_for, asked_language, wanted_languages
from bodymap.options import Options
from bodymap.settings import kept_language
from tests.pilot import Pilot, ref

SPLEEN = (
    "id: spleen\nname: {en: My spleen, de: Meine Milz}\nontology: UBERON:0002106\nregions: [spleen]\n"
    "words: {school: It stores blood., university: It stores red cells.}\n"
)
PLAIN = SPLEEN.replace("{en: My spleen, de: Meine Milz}", "Spleen")
Start = Callable[[], Pilot]


@pytest.fixture(autouse=True)
def no_language(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "BODYMAP_LANGUAGE"):
        monkeypatch.setenv(name, "")  # set, so that what the program puts there is taken back


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    (folder / "organs").mkdir(parents=True)
    (folder / "organs/spleen.yaml").write_text(SPLEEN, "utf-8")
    write_head(folder, "en, de")
    return folder


def write_head(folder: Path, languages: str) -> None:
    words = "id: mine\ntitle: Mine\nversion: 1.0.0\nlicence: CC-BY-4.0\nauthors: [Me]\n"
    (folder / "pack.yaml").write_text(f"{words}languages: [{languages}]\n", "utf-8")


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path, pack: Path) -> Iterator[Start]:
    readers: list[Pilot] = []

    def begin() -> Pilot:
        if readers:
            readers.pop().leave()
        options = Options(settings=tmp_path / "s.json", packs=(pack,), select=ref("organ:spleen"))
        readers.append(Pilot(qtbot, options))
        return readers[-1]

    yield begin
    for reader in readers:
        reader.leave()


def offered(reader: Pilot) -> dict[str, tuple[bool, bool]]:
    """The words of the menu, and of each whether it is checked and can be chosen."""
    actions = reader.opened.wiring.actions
    mine = [actions[a.id] for a in actions.table if a.id.startswith("language-")]
    return {a.text(): (a.isChecked(), a.isEnabled()) for a in mine}


def test_a_language_is_chosen_and_shown_at_once_with_nothing_lost(start: Start, tmp_path: Path) -> None:
    reader = start()
    assert list(offered(reader)) == ["As the system", "English", "Deutsch"]
    assert offered(reader)["As the system"] == (True, True)
    before = reader.state
    reader.opened.wiring.actions["language-de"].trigger()
    reader.wait(lambda: "Meine Milz" in reader.card_text())
    assert reader.state == before
    assert reader.said() == "Your data was read again"
    assert offered(reader)["Deutsch"] == (True, True)
    reader.wait(lambda: kept_language(tmp_path / "s.json") == "de")
    reader.opened.wiring.actions["language-system"].trigger()
    reader.wait(lambda: "My spleen" in reader.card_text())
    reader.wait(lambda: kept_language(tmp_path / "s.json") == "")


def test_a_language_that_a_pack_gains_is_offered(start: Start, pack: Path) -> None:
    reader = start()
    write_head(pack, "en, de, pt-BR")
    reader.wait(lambda: "português (Brasil)" in offered(reader))
    (pack / "organs/spleen.yaml").write_text(PLAIN, "utf-8")
    write_head(pack, "en")
    reader.wait(lambda: not offered(reader)["português (Brasil)"][1])
    assert [enabled for _checked, enabled in offered(reader).values()] == [False] * 4


def test_a_kept_language_comes_back_with_the_next_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = tmp_path / "settings.json"
    monkeypatch.setattr(window_of_cli, "settings_path", lambda: settings)
    monkeypatch.setattr(window_of_cli.screen, "no_screen", lambda _environment: True)
    heard: list[str] = []
    for kept, words in (
        ('{"language": "de"}', []),
        ('{"language": "de"}', ["--language", "fr"]),
        ('{"language": "de"}', ["--reset"]),
        ('{"language": 5}', []),
        ("damaged", []),
    ):
        settings.write_text(kept, "utf-8")
        ask_for("")
        chosen = parse(words)
        hear(chosen.language or "")
        window_of_cli.open_window(chosen)
        heard.append(asked_language())
    assert heard == ["de", "fr", "", "", ""]
    assert settings.read_text("utf-8") == "damaged"  # the window tells it, and puts it aside


def test_words_of_the_window_wait_for_a_start_and_say_so(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(i18n, "spoken", lambda: asked_language() or "en")
    reader = start()
    reader.opened.wiring.actions["language-de"].trigger()
    reader.wait(lambda: reader.said() == "Menus and buttons change their language at the next start")
    assert "Meine Milz" in reader.card_text()


def test_catalogues_say_what_the_interface_speaks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for code in ("pt_BR", "de"):
        (tmp_path / code / "LC_MESSAGES").mkdir(parents=True)
        (tmp_path / code / "LC_MESSAGES" / "bodymap.mo").touch()
    (tmp_path / "fr" / "LC_MESSAGES").mkdir(parents=True)
    assert i18n.languages(tmp_path) == ("en", "de", "pt-BR")
    spoken: list[str] = []
    for system in ("fr_FR:pt_BR", "en_GB:de", "fr", "de_AT.UTF-8"):
        monkeypatch.setenv("LANGUAGE", system)
        spoken.append(i18n.spoken(tmp_path))
    assert spoken == ["pt-BR", "en", "en", "de"]


def test_windows_and_macos_are_asked_where_the_environment_is_silent() -> None:
    def answer() -> tuple[str, ...]:
        return ("de-AT", "de", "en")

    for platform in ("win32", "darwin"):
        silent: dict[str, str] = {"LANG": "C"}
        hear("", silent, platform, answer)
        assert wanted_languages(silent) == ("de-at", "de", "en")
        hear("fr", silent, platform, answer)
        assert wanted_languages(silent) == ("fr", "de-at", "de", "en")
        named = {"LANG": "it_IT.UTF-8"}
        hear("", named, platform, answer)
        assert wanted_languages(named) == ("it-it", "it")
    linux: dict[str, str] = {}
    hear("", linux, "linux", answer)
    assert linux == {}
    asked: dict[str, str] = {}
    hear("", asked, "darwin")
    assert asked == {"LANGUAGE": ":".join(QLocale.system().uiLanguages())}


def test_what_is_asked_for_is_heard_by_what_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "it")
    ask_for("de")
    assert os.environ["BODYMAP_LANGUAGE"] == "de"
    assert wanted_languages() == ("de", "it")
    ask_for("no code")
    assert wanted_languages() == ("it",)


def test_languages_are_named_by_those_who_speak_them() -> None:
    assert [name_of(code) for code in ("en", "de", "pt-BR", "tlh", "en-GB")] == [
        "English",
        "Deutsch",
        "português (Brasil)",
        "tlh",
        "British English (United Kingdom)",
    ]


def test_each_language_is_found_once() -> None:
    def of(*codes: str) -> Pack:
        return Pack("p", "P", "1.0.0", "MIT", ("Me",), codes)

    found = found_languages([of("en"), of("de", "en"), of("pt-br", "no code")], ("en", "pt-BR"))
    assert found == ("en", "pt-BR", "de")


def test_a_session_that_is_kept_again_keeps_its_language(start: Start, tmp_path: Path) -> None:
    settings = tmp_path / "s.json"
    settings.write_text(json.dumps({"language": "de", "mode": "exercise"}), "utf-8")
    reader = start()
    reader.press("2")
    reader.wait(lambda: json.loads(settings.read_text("utf-8")).get("mode") == "sedentary")
    assert kept_language(settings) == "de"
