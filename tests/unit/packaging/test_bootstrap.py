from __future__ import annotations

import os
import runpy
import sys
from pathlib import Path

import bootstrap
import commands
import environment
import pytest
import system_packages

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project folder with a lock and no `.venv`, where nothing is really installed."""
    (tmp_path / "packaging").mkdir()
    for name in environment.LOCKS.values():
        (tmp_path / "packaging" / name).write_text("click==1\n", encoding="utf-8")
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "VENV", tmp_path / ".venv")

    def interpreter_appears(command: list[str], complaint: str) -> str:
        python = Path(environment.interpreter())
        python.parent.mkdir(parents=True, exist_ok=True)
        python.write_text("#!/bin/sh\n", encoding="utf-8")
        python.chmod(0o755)
        return str(tmp_path / ".venv")

    monkeypatch.setattr(environment, "called", interpreter_appears)
    monkeypatch.setattr(system_packages, "missing_needed", dict)
    monkeypatch.setattr(system_packages, "missing_tools", list)
    return tmp_path


def test_a_finished_set_up_is_remembered(project: Path) -> None:
    assert not environment.is_ready("run")
    environment.set_up("run")
    assert environment.is_ready("run")
    assert not environment.is_ready("test")


def test_tests_are_added_to_what_run_has_installed(project: Path) -> None:
    environment.set_up("run")
    environment.set_up("test")
    assert environment.is_ready("run")
    assert environment.is_ready("test")


def test_a_changed_lock_is_installed_afresh(project: Path) -> None:
    environment.set_up("run")
    (project / ".venv" / "old.py").touch()
    (project / "packaging" / "requirements.txt").write_text("click==2\n", encoding="utf-8")
    assert not environment.is_ready("run")
    environment.set_up("run")
    assert not (project / ".venv" / "old.py").exists()


def test_an_interrupted_set_up_is_begun_again(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(kind: str) -> None:
        (project / ".venv" / "half").mkdir()
        raise KeyboardInterrupt

    with monkeypatch.context() as interrupted:
        interrupted.setattr(environment, "install", killed)
        with pytest.raises(KeyboardInterrupt):
            environment.set_up("run")
    assert not environment.is_ready("run")
    environment.set_up("run")
    assert environment.is_ready("run")
    assert not (project / ".venv" / "half").exists()


def test_a_virtual_environment_of_someone_else_is_moved_aside(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / ".venv").mkdir()
    (project / ".venv" / "theirs").touch()
    environment.set_up("run")
    assert environment.is_ready("run")
    assert (project / ".venv-old-1" / "theirs").exists()
    assert ".venv-old-1" in capsys.readouterr().err


def test_an_ordinary_user_is_told_the_exact_command(monkeypatch: pytest.MonkeyPatch) -> None:
    missing = {"libEGL.so.1": "libegl1", "libGL.so.1": "libgl1"}
    monkeypatch.setattr(system_packages, "missing_needed", lambda: missing)
    monkeypatch.setattr(system_packages, "can_install", lambda: False)
    monkeypatch.setattr("shutil.which", lambda _: "/usr/bin/apt-get")
    with pytest.raises(commands.SetupError, match=r"sudo apt-get install libegl1 libgl1$"):
        system_packages.provide_system_packages("run")


def test_other_systems_are_told_the_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert "libEGL.so.1" in system_packages.how_to_install({"libEGL.so.1": "libegl1"})
    assert "apt-get" not in system_packages.how_to_install({"libEGL.so.1": "libegl1"})


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="system packages of Linux")
def test_missing_test_tools_do_not_stop_an_ordinary_user(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system_packages, "missing_needed", dict)
    monkeypatch.setattr(system_packages, "missing_tools", lambda: ["xvfb"])
    monkeypatch.setattr(system_packages, "can_install", lambda: False)
    system_packages.provide_system_packages("test")
    assert "sudo apt-get install xvfb" in capsys.readouterr().err


def test_a_complete_machine_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_packages, "missing_needed", dict)
    monkeypatch.setattr(system_packages, "missing_tools", list)
    monkeypatch.setattr(system_packages, "apt_install", lambda _: pytest.fail("called apt-get"))
    system_packages.provide_system_packages("test")


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("OSError: [Errno 28] No space left on device", "The disk is full"),
        ("NewConnectionError('...: Temporary failure in name resolution')", "network"),
        ("E: Unable to locate package", "Unable to locate package"),
    ],
)
def test_a_failed_command_is_explained(output: str, words: str) -> None:
    assert words in commands.reason("It failed.", output)


def test_run_becomes_the_program_with_its_arguments(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    became: list[list[str]] = []
    environment.set_up("run")
    monkeypatch.setattr(os, "execv", lambda _, command: became.append(command))
    bootstrap.main(["run", "check", "a b.hemiplan"])
    assert became[0][1:] == ["-P", "-m", "hemipelvi_gui", "check", "a b.hemiplan"]


def test_a_missing_machine_part_exits_with_2(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system_packages, "missing_needed", lambda: {"libEGL.so.1": "libegl1"})
    monkeypatch.setattr(system_packages, "can_install", lambda: False)
    assert bootstrap.main(["run"]) == 2
    assert "libegl1" in capsys.readouterr().err


def test_without_a_command_it_says_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert bootstrap.main([]) == 2
    assert "bootstrap.py run" in capsys.readouterr().out


def test_an_old_python_is_told_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 4, "final", 0))
    with pytest.raises(SystemExit) as end:
        runpy.run_path(str(ROOT / "packaging" / "bootstrap.py"), run_name="__main__")
    assert end.value.code == 2
    assert "needs Python 3.11 or newer; this one is 3.10.4" in capsys.readouterr().err


def test_what_tests_need_is_enough_to_run(project: Path) -> None:
    environment.set_up("test")
    assert environment.is_ready("run")


def test_ci_runs_the_same_checks() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert "packaging/bootstrap.py test" in script.read_text(encoding="utf-8")
