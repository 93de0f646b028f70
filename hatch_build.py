"""Completes the package when it is built: files from npm at pinned hashes, our scripts as bundles, page templates."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# Whoever builds looks for modules in the environment of the build alone, and that has none of ours.
sys.path.insert(0, str(Path(__file__).resolve().parent))

from bootstrap.npm_files import NPM_FROM_PYPI, FilesUnavailable, Package, is_ready, prepare, system_npm
from bootstrap.script_bundles import BundlingFailed, bundle, esbuild_to_fetch

# The same folder in a checkout, in an editable install and, without "generator", in the wheel.
FOLDER = Path("generator/twolane/third_party_files")
FONT_FILES = tuple(f"public-sans-{subset}-wght-normal.woff2" for subset in ("latin", "latin-ext", "vietnamese"))
PACKAGES = (
    Package("mermaid", {"mermaid.min.js": "dist/mermaid.min.js"}, "TWOLANE_MERMAID_JS", FOLDER, "mermaid.LICENSE.txt"),
    Package(
        "iframe-worker",
        {"iframe-worker.js": "shim/index.js"},
        "TWOLANE_IFRAME_WORKER_JS",
        FOLDER,
        "iframe-worker.LICENSE.txt",
    ),
    Package(
        "@fontsource-variable/public-sans",
        {file: f"files/{file}" for file in FONT_FILES},
        "TWOLANE_PUBLIC_SANS",
        FOLDER,
        "public-sans.LICENSE.txt",
    ),
)


class TwolaneBuildHook(BuildHookInterface[Any]):
    """Runs before a wheel, an editable wheel or an sdist is written."""

    def dependencies(self) -> list[str]:
        """npm as a build requirement, only where something must be fetched and the machine has no npm."""
        root = Path(self.root)
        lacking = any(each.replacement is None and not is_ready(root, each) for each in PACKAGES)
        return [NPM_FROM_PYPI] if (lacking or esbuild_to_fetch(root)) and system_npm() is None else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        try:
            for package in PACKAGES:
                prepare(root, package)
            bundle(root)
        except (FilesUnavailable, BundlingFailed) as error:
            self.app.abort(str(error))
        # An editable install reads the templates from the checkout: a copy would only grow stale.
        if self.target_name == "wheel" and version != "editable":
            build_data["force_include"]["site_templates"] = "twolane/site_templates"
