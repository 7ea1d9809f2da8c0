"""What is said where Qt cannot open a window."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable

import pytest

from bodymap.cli.screen import missing_libraries, no_screen, why_not, words

linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays are named so on Linux")


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_a_named_display_is_tried(name: str) -> None:
    assert not no_screen({name: ":0"}, "linux")
    assert no_screen({}, "linux")
    assert no_screen({name: ""}, "linux")


def test_other_systems_always_have_a_screen() -> None:
    assert not no_screen({}, "darwin")
    assert not no_screen({}, "win32")


def lacks(*files: str) -> Callable[[str], None]:
    def load(file: str) -> None:
        if file in files:
            raise OSError(file)

    return load


@pytest.mark.parametrize(
    ("installer", "command"),
    [
        ("apt-get", "sudo apt-get install libegl1 libxcb-cursor0"),
        ("dnf", "sudo dnf install libglvnd-egl xcb-util-cursor"),
        ("pacman", "sudo pacman -S libglvnd xcb-util-cursor"),
        ("zypper", "sudo zypper install libglvnd libxcb-cursor0"),
    ],
)
def test_missing_libraries_are_named_with_the_command_that_installs_them(
    installer: str, command: str
) -> None:
    missing = missing_libraries(True, lacks("libEGL.so.1", "libxcb-cursor.so.0"), "linux")
    said = words(missing, lambda name: name == installer)
    assert "libEGL.so.1, libxcb-cursor.so.0" in said
    assert said.endswith(command)


def test_a_package_is_installed_once() -> None:
    missing = missing_libraries(True, lacks("libxcb-randr.so.0", "libxcb-shape.so.0"), "linux")
    assert words(missing, lambda name: name == "dnf").endswith("dnf install libxcb")


def test_an_unknown_installer_still_gets_the_names() -> None:
    missing = missing_libraries(False, lacks("libGL.so.1"), "linux")
    assert words(missing, lambda _: None) == "Qt needs libraries that this system lacks: libGL.so.1."


def test_drawing_without_a_window_needs_no_window_libraries() -> None:
    assert missing_libraries(False, lacks("libxcb-cursor.so.0"), "linux") == ()
    assert missing_libraries(True, lacks("libxcb-cursor.so.0"), "darwin") == ()


def test_an_import_error_of_another_kind_is_not_explained_away() -> None:
    assert why_not(ImportError("No module named 'bodymap.nothing'")) is None


def opened(**environment: str) -> subprocess.CompletedProcess[str]:
    kept = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    command = [sys.executable, "-m", "bodymap", "--quit-when", "first-picture"]
    return subprocess.run(
        command, env=kept | environment, capture_output=True, text=True, check=False, timeout=60
    )


@linux_only
def test_without_a_screen_one_sentence_says_how_to_do_without() -> None:
    run = opened()
    assert run.returncode == 1
    assert run.stderr.count("\n") == 1
    assert "bodymap export" in run.stderr


@linux_only
def test_a_screen_that_does_not_answer_is_no_crash() -> None:
    run = opened(DISPLAY=":4711")
    assert run.returncode == 1
    assert "bodymap export" in run.stderr or "libraries" in run.stderr
    assert "Traceback" not in run.stderr


@linux_only
def test_a_platform_that_qt_does_not_have_is_named() -> None:
    run = opened(QT_QPA_PLATFORM="papyrus")
    assert run.returncode == 1
    assert "papyrus" in run.stderr or "libraries" in run.stderr
