"""Installs the tools that tests take from npm, and Node itself where the machine's is missing or too old."""

from __future__ import annotations

import json
import shutil

from bootstrap.machine import ROOT, TaskFailed, environment, fingerprint, output, read_json, run, succeeds
from bootstrap.python import NODE, install_locked

NODE_MODULES = ROOT / "node_modules"

# html-validate asks for it; Debian and Ubuntu ship older ones.
OLDEST_NODE = (20, 19)


def install_node_tools() -> None:
    """Install axe and html-validate into node_modules, with a Node from PyPI where it is needed."""
    if not node_is_new_enough():
        print("Installing Node and npm into .venv.", flush=True)
        install_locked(NODE)
    stamp, wanted = NODE_MODULES / "twolane-installed.json", {"inputs": fingerprint("package-lock.json")}
    if read_json(stamp) == wanted:
        return
    npm = shutil.which("npm", path=environment()["PATH"])
    if npm is None:
        raise TaskFailed("npm is not to be found, not even in .venv. Remove .venv and run this again.")
    run(npm, "ci", "--omit=optional")
    stamp.write_text(json.dumps(wanted), encoding="utf-8")


def node_is_new_enough() -> bool:
    """Whether the Node that the tests will find (in .venv, or the machine's) runs and is new enough."""
    path = environment()["PATH"]
    node, npm = shutil.which("node", path=path), shutil.which("npm", path=path)
    if node is None or npm is None or not succeeds(npm, "--version"):
        return False
    version = output(node, "--version").strip().lstrip("v").split(".")
    return len(version) == 3 and (int(version[0]), int(version[1])) >= OLDEST_NODE
