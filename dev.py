#!/usr/bin/env python3
"""The one door for developers and first users: set up, run, test, measure, check, build.

    python3 dev.py run      open the application; with no display, play the main job offscreen into out/
    python3 dev.py test     lint, types, contracts, translations, then the whole suite
    python3 dev.py bench    every figure of TARGETS beside its baseline   [--json FILE] [NAME ...]
    python3 dev.py lint     only the checks that run no test
    python3 dev.py build    one-folder program through build.spec, then its own --selftest
    python3 dev.py shots    screenshots of every screen into docs/screenshots/
    python3 dev.py slow     the long proofs (hundreds of kills, large histories)
    python3 dev.py lock     write the hash-locked requirements anew from pyproject.toml
    python3 dev.py i18n     collect the texts to translate; lists what is unfinished

It needs nothing but Python 3.11 or newer: it makes .venv beside itself and installs what is missing.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / ".installed"

LIBRARIES = {
    "libegl1": "libEGL.so.1",
    "libgl1": "libGL.so.1",
    "libglib2.0-0": "libglib-2.0.so.0",
    "libdbus-1-3": "libdbus-1.so.3",
    "libfontconfig1": "libfontconfig.so.1",
    "libfreetype6": "libfreetype.so.6",
    "libxkbcommon0": "libxkbcommon.so.0",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-image0": "libxcb-image.so.0",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-render-util0": "libxcb-render-util.so.0",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libxcb-randr0": "libxcb-randr.so.0",
    "libxcb-xkb1": "libxcb-xkb.so.1",
    "libpulse0": "libpulse.so.0",
}
"""Debian package → the library Qt loads from it."""
TEST_TOOLS = {"strace": "strace"}
CHINESE_FONT = "fonts-noto-cjk"


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def call(*command: object, **options: object) -> None:
    """Run a command; its failure is ours, without a traceback."""
    result = subprocess.run([str(part) for part in command], cwd=HERE, check=False, **options)  # type: ignore[call-overload]
    if result.returncode:
        raise SystemExit(result.returncode)


# --- the machine --------------------------------------------------------------------------------------------------


def missing_packages(tools: bool) -> list[str]:
    """Debian packages whose library, tool or font this machine lacks."""
    if sys.platform != "linux":
        return []
    import ctypes

    missing = []
    for package, library in LIBRARIES.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    if not has_chinese_font():
        missing.append(CHINESE_FONT)
    if tools:
        missing += [package for package, tool in TEST_TOOLS.items() if not shutil.which(tool)]
    return missing


def has_chinese_font() -> bool:
    """Whether a Chinese font lies in the usual places."""
    names = ("NotoSansCJK", "NotoSansSC", "SourceHanSans", "wqy-", "msyh", "simhei", "HarmonyOS_Sans_SC")
    for folder in ("/usr/share/fonts", "/usr/local/share/fonts", str(Path.home() / ".local/share/fonts")):
        for _, _, files in os.walk(folder):
            if any(file.startswith(names) for file in files):
                return True
    return False


def install_packages(tools: bool) -> None:
    """Install what is missing through apt when we may; otherwise say what to type, and go on."""
    missing = missing_packages(tools)
    if not missing:
        return
    apt = shutil.which("apt-get")
    prefix = [] if os.name == "posix" and os.geteuid() == 0 else ["sudo", "-n"] if shutil.which("sudo") else None
    typed = f"sudo apt-get install -y {' '.join(missing)}"
    if apt is None or prefix is None:
        say(f"Missing on this machine: {' '.join(missing)}\nInstall them and start again, on Debian:\n    {typed}")
        return
    say(f"Installing {' '.join(missing)} ...")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    quiet = {"env": environment, "stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE, "text": True}
    subprocess.run([*prefix, apt, "update", "-qq"], check=False, **quiet)  # type: ignore[call-overload]
    command = [*prefix, apt, "install", "-y", "-qq", "--no-install-recommends", *missing]
    done = subprocess.run(command, check=False, **quiet)  # type: ignore[call-overload]
    if done.returncode:
        say(f"The package manager refused: {done.stderr.strip().splitlines()[-1:]}\nPlease type:\n    {typed}")


def make_environment(kind: str) -> None:
    """Make .venv and install the locked requirements of ``kind`` (run or dev) into it."""
    lock = HERE / ("requirements.txt" if kind == "run" else "requirements-dev.txt")
    wanted = hashlib.sha256(lock.read_bytes() + (HERE / "pyproject.toml").read_bytes()).hexdigest()
    had = STAMP.read_text("utf-8").split() if STAMP.exists() and PYTHON.exists() else []
    if (had[:1] == [kind] and had[1:] == [wanted]) or (kind == "run" and had[:1] == ["dev"] and _dev_is_current(had)):
        return
    if sys.version_info < (3, 11):  # noqa: UP036 - whoever types this may have an older one
        raise SystemExit("Python 3.11 or newer is needed.")
    if not PYTHON.exists():
        _make_venv()
    say("Installing the program's libraries into .venv ...")
    pip = (PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    call(*pip, "--require-hashes", "-r", lock)
    call(*pip, "--no-deps", "--no-build-isolation", "-e", HERE)
    STAMP.write_text(f"{kind} {wanted}", "utf-8")


def _dev_is_current(had: list[str]) -> bool:
    lock = HERE / "requirements-dev.txt"
    return had[1:] == [hashlib.sha256(lock.read_bytes() + (HERE / "pyproject.toml").read_bytes()).hexdigest()]


def _make_venv() -> None:
    say("Making .venv ...")
    done = subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=False, capture_output=True, text=True)
    if done.returncode == 0:
        return
    shutil.rmtree(VENV, ignore_errors=True)
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    package = f"python{version}-venv"
    prefix = [] if hasattr(os, "geteuid") and os.geteuid() == 0 else ["sudo", "-n"]
    if shutil.which("apt-get") and (not prefix or shutil.which("sudo")):
        say(f"Installing {package} ...")
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        subprocess.run([*prefix, "apt-get", "update", "-qq"], check=False, **quiet)
        subprocess.run([*prefix, "apt-get", "install", "-y", "-qq", package], check=False, **quiet)
        done = subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=False, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"Python cannot make an environment. Please type:\n    sudo apt-get install -y {package}")


def compile_translations() -> None:
    """Compile the .ts files to the .qm the program loads, where they are older."""
    folder = HERE / "resources" / "i18n"
    for source in folder.glob("*.ts"):
        target = source.with_suffix(".qm")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            fresh = target.with_suffix(".new")
            call(BIN / "pyside6-lrelease", "-silent", source, "-qm", fresh)
            os.replace(fresh, target)


def set_up(kind: str = "run", tools: bool = False) -> None:
    """Everything a command needs: system libraries, environment, translations."""
    install_packages(tools)
    make_environment(kind)
    compile_translations()


def offscreen() -> dict[str, str]:
    """The environment for work without a display."""
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "qt.qpa.*=false"}


def has_display() -> bool:
    """Whether a window can be opened."""
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


# --- the commands -------------------------------------------------------------------------------------------------


def run(arguments: list[str]) -> None:
    set_up()
    if has_display():
        call(BIN / "commandcenter", *arguments)
        return
    say("No display: playing the main job offscreen into out/ ...")
    call(BIN / "commandcenter", *arguments, "demo", "--out", HERE / "out", env=offscreen())


def lint(arguments: list[str]) -> None:
    set_up("dev")
    _lint()


def _lint() -> None:
    call(PYTHON, "-m", "ruff", "format", "--check", "--quiet", "commandcenter", "tests", "dev.py")
    call(PYTHON, "-m", "ruff", "check", "--quiet", "commandcenter", "tests", "dev.py")
    call(PYTHON, "-m", "mypy", "--no-error-summary")
    call(BIN / "lint-imports", stdout=subprocess.DEVNULL)
    _unfinished_translations(strict=True)


def test(arguments: list[str]) -> None:
    set_up("dev", tools=True)
    if not arguments:
        _lint()
    alone = any(word.startswith(("-n", "-p")) for word in arguments)
    # each worker takes one stretch of the suite, so what a module sets up is set up once; who is done takes from the other
    workers = [] if alone else ["-n", str(max(2, os.cpu_count() or 2)), "--dist", "worksteal"]
    call(PYTHON, "-m", "pytest", *workers, *arguments, env=offscreen())


def slow(arguments: list[str]) -> None:
    set_up("dev", tools=True)
    call(PYTHON, "-m", "pytest", "-m", "slow", *arguments, env=offscreen())


def bench(arguments: list[str]) -> None:
    set_up("dev")
    call(PYTHON, "-m", "tests.bench", *arguments, env=offscreen())


def build(arguments: list[str]) -> None:
    set_up("dev")
    call(PYTHON, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "build.spec")
    name = "commandcenter.exe" if os.name == "nt" else "commandcenter"
    call(HERE / "dist" / "commandcenter" / name, "--selftest", env=offscreen())


def shots(arguments: list[str]) -> None:
    set_up()
    call(PYTHON, "-m", "commandcenter.demo.shots", HERE / "docs" / "screenshots", *arguments, env=offscreen())


def lock(arguments: list[str]) -> None:
    set_up("dev")
    call(PYTHON, "-m", "pip", "install", "--quiet", "pip-tools")
    options = ("--quiet", "--generate-hashes", "--strip-extras", "--allow-unsafe")
    options += ("--no-emit-options", "--no-header", "--no-annotate")
    call(BIN / "pip-compile", *options, "-o", "requirements.txt", "--extra", "setup", "pyproject.toml")
    call(
        BIN / "pip-compile",
        *options,
        "-o",
        "requirements-dev.txt",
        "--extra",
        "setup",
        "--extra",
        "dev",
        "pyproject.toml",
    )


def i18n(arguments: list[str]) -> None:
    set_up("dev")
    sources = sorted(str(path) for path in (HERE / "commandcenter").rglob("*.py"))
    target = HERE / "resources" / "i18n" / "zh_CN.ts"
    call(BIN / "pyside6-lupdate", "-silent", "-no-obsolete", "-locations", "none", *sources, "-ts", target)
    _unfinished_translations(strict=False)


def _unfinished_translations(strict: bool) -> None:
    import xml.etree.ElementTree as ET

    left = []
    for source in sorted((HERE / "resources" / "i18n").glob("*.ts")):
        for context in ET.parse(source).getroot().iter("context"):
            for message in context.iter("message"):
                translation = message.find("translation")
                if translation is None or translation.get("type") == "unfinished":
                    left.append(f"{source.name}: {context.findtext('name')}: {message.findtext('source')!r}")
    for line in left:
        say(f"not translated: {line}")
    if left and strict:
        raise SystemExit(1)


COMMANDS = {
    "run": run,
    "test": test,
    "bench": bench,
    "lint": lint,
    "build": build,
    "shots": shots,
    "slow": slow,
    "lock": lock,
    "i18n": i18n,
}


def main() -> None:
    words = sys.argv[1:]
    if not words or words[0] not in COMMANDS:
        say(__doc__ or "")
        raise SystemExit(0 if words[:1] in (["-h"], ["--help"]) else 2)
    COMMANDS[words[0]](words[1:])


if __name__ == "__main__":
    main()
