"""Where a hook, a plugin, an extension or a theme of others fails, it is named, and the old site stays."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.support.commands import Answer, twolane, twolane_process

pytestmark = pytest.mark.sites

KEPT = "The site was not built; the old one is as it was."
MEND = "Mend it there, or take out of mkdocs.yml what runs it."
REMOVE = "Mend or remove it in mkdocs.yml."
CONFIG = "site_name: Ours\ndocs_dir: playbook\ntheme: {name: material, font: false}\nplugins: [search, twolane]\n"
MISSING = (
    "needs the library “not_there”, which is not installed beside Twolane. Install the package that brings it for "
    f"{sys.executable}, or take out of mkdocs.yml what needs it."
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small playbook whose configuration is as short as can be."""
    assert twolane("new", ".", folder=tmp_path).code == 0
    (tmp_path / "mkdocs.yml").write_text(CONFIG, "utf-8")
    (tmp_path / "site").mkdir()
    return tmp_path


def build_apart(folder: Path, *before: str, **more: str) -> Answer:
    """Builds in a process of its own, where what others do to libraries would stay."""
    return twolane_process(*before, "build", folder=folder, **more)


def build(folder: Path) -> Answer:
    """Builds in this process."""
    return twolane("build", folder=folder)


def told(done: Answer) -> str:
    """The last line of what the build said."""
    assert "Traceback" not in done.errors
    assert "Install Twolane anew" not in done.errors
    assert done.output == ""
    return done.errors.splitlines()[-1]


HOOKS = {
    "library missing": ("import not_there\n", 4, f"{KEPT} h.py (line 1) {MISSING}"),
    "part of a library missing": ("\nimport not_there.part\n", 4, f"{KEPT} h.py (line 2) {MISSING}"),
    "mistake in writing": (
        "def on_nav(:\n",
        2,
        f"{KEPT} h.py (line 1) failed: SyntaxError: invalid syntax. {MEND}",
    ),
    "fails on a page": (
        "def on_page_markdown(markdown, **more):\n    raise ValueError('No such deal.')\n",
        2,
        f"{KEPT} h.py (line 2) failed: ValueError: No such deal. {MEND}",
    ),
    "file missing": (
        "def on_pre_build(**more):\n    open('deals.csv')\n",
        2,
        f"{KEPT} h.py (line 2) failed: FileNotFoundError: [Errno 2] No such file or directory: 'deals.csv'. {MEND}",
    ),
    "ends the program well": (
        "import sys\ndef on_files(files, **more):\n    sys.exit(0)\n",
        2,
        f"{KEPT} h.py (line 3) ended the program. {MEND}",
    ),
    "ends the program": (
        "raise SystemExit('Not today.')\n",
        2,
        f"{KEPT} h.py (line 1) ended the program, saying: Not today. {MEND}",
    ),
    "stops the build": (
        "from mkdocs.exceptions import PluginError\ndef on_nav(nav, **more):\n    raise PluginError('No deals.')\n",
        2,
        f"{KEPT} h.py (line 3) stopped the build: No deals. {MEND}",
    ),
    "exception of its own": (
        "class Mine(BaseException): pass\ndef on_nav(nav, **more):\n    raise Mine('mine')\n",
        2,
        f"{KEPT} h.py (line 3) failed: Mine: mine. {MEND}",
    ),
    "changes MkDocs": (
        "import mkdocs.commands.build as b\ndef new(*given, **more):\n    return 1 / 0\nb._build_page = new\n",
        2,
        f"{KEPT} h.py (line 3) failed: ZeroDivisionError: division by zero. {MEND}",
    ),
    "changes Twolane": (
        "import twolane.mkdocs.material_output as o\no.repaired = lambda html: html.nothing\n",
        2,
        f"{KEPT} h.py (line 2) failed: AttributeError: 'str' object has no attribute 'nothing'. {MEND}",
    ),
}


@pytest.mark.parametrize(("text", "code", "message"), HOOKS.values(), ids=HOOKS)
def test_hook_fails(folder: Path, text: str, code: int, message: str) -> None:
    """The hook's file and line are named, what it lacks or what it said, and what to do; no advice about Twolane."""
    (folder / "mkdocs.yml").write_text(f"{CONFIG}hooks: [h.py]\n", "utf-8")
    (folder / "h.py").write_text(text, "utf-8")
    done = build_apart(folder) if "import" in text and " as " in text else build(folder)
    assert (told(done), done.code) == (message, code)
    assert list((folder / "site").iterdir()) == []


def test_hook_of_another_folder_fails(folder: Path) -> None:
    """A hook outside of the playbook's folder is named from there."""
    inner = folder / "inner"
    folder.joinpath("h.py").write_text("1 / 0\n", "utf-8")
    assert twolane("new", "inner", folder=folder).code == 0
    (inner / "mkdocs.yml").write_text(f"{CONFIG}hooks: [../h.py]\n", "utf-8")
    assert f"{KEPT} ../h.py (line 1) failed: ZeroDivisionError" in told(build(inner))


def test_where_it_happened_is_shown_on_request(folder: Path) -> None:
    """With --traceback whoever wrote the hook sees the way to it."""
    (folder / "mkdocs.yml").write_text(f"{CONFIG}hooks: [h.py]\n", "utf-8")
    (folder / "h.py").write_text("1 / 0\n", "utf-8")
    done = build_apart(folder, "--traceback")
    assert (done.code, "Traceback" in done.errors, 'h.py", line 1' in done.errors) == (2, True, True)


def test_what_others_print_is_no_answer(folder: Path) -> None:
    """What a hook prints goes where messages go, so that the answer stays what Twolane says."""
    (folder / "mkdocs.yml").write_text(f"{CONFIG}hooks: [h.py]\n", "utf-8")
    (folder / "h.py").write_text("print('here')\ndef on_post_build(**more):\n    print('done')\n", "utf-8")
    done = build(folder)
    assert (done.code, done.output.startswith("Built “Our sales playbook”")) == (0, True)
    assert {"here", "done"} <= set(done.errors.splitlines())


def test_where_it_does_not_show_others_are_named(folder: Path) -> None:
    """A hook that gives back what nobody can use leaves no trace; the message says that it may be that."""
    (folder / "mkdocs.yml").write_text(f"{CONFIG}hooks: [h.py]\n", "utf-8")
    (folder / "h.py").write_text("def on_files(files, **more):\n    return 3\n", "utf-8")
    done = build(folder)
    end = "It may also come from “h.py”, which mkdocs.yml names: see whether it happens without."
    assert (done.code, told(done).endswith(end)) == (70, True)


PLUGIN = """
from mkdocs.plugins import BasePlugin
class Deals(BasePlugin):
    config_scheme = ()
"""
PLUGINS = {
    "library missing": ({"deals/plugin.py": "import not_there\n"}, 4, f"{KEPT} The plugin “deals” {MISSING}"),
    "fails": (
        {"deals/plugin.py": f"{PLUGIN}    def on_env(self, env, **more):\n        return {{}}['crm']\n"},
        2,
        f"{KEPT} The plugin “deals” failed: KeyError: 'crm'. {REMOVE}",
    ),
    "fails below": (
        {
            "deals/plugin.py": f"{PLUGIN}    def on_env(self, env, **k):\n        from deals import crm; crm.read()\n",
            "deals/crm.py": "import json\ndef read():\n    json.loads('{')\n",
        },
        2,
        f"{KEPT} The plugin “deals” failed: JSONDecodeError: Expecting property name enclosed in double "
        f"quotes: line 1 column 2 (char 1). {REMOVE}",
    ),
    "stops the build": (
        {
            "deals/plugin.py": f"from mkdocs.exceptions import PluginError\n{PLUGIN}"
            "    def on_env(self, env, **more):\n        raise PluginError('Give me a token.')\n"
        },
        2,
        f"{KEPT} The plugin “deals” stopped the build: Give me a token. {REMOVE}",
    ),
    "ends the program": (
        {"deals/plugin.py": f"{PLUGIN}    def on_env(self, env, **more):\n        raise SystemExit(1)\n"},
        2,
        f"{KEPT} The plugin “deals” ended the program. {REMOVE}",
    ),
    "not there itself": (
        {},
        4,
        f"{KEPT} The plugin “deals” {MISSING.replace('not_there', 'deals')}",
    ),
}


def installed(folder: Path, files: Mapping[str, str]) -> dict[str, str]:
    """Installs a package that offers the plugin “deals”, for a process with this environment."""
    packages = folder / "installed" / "site-packages"
    record = packages / "deals-1.0.dist-info"
    record.mkdir(parents=True)
    (record / "METADATA").write_text("Metadata-Version: 2.1\nName: deals\nVersion: 1.0\n", "utf-8")
    (record / "entry_points.txt").write_text("[mkdocs.plugins]\ndeals = deals.plugin:Deals\n", "utf-8")
    for name, text in files.items():
        (packages / name).parent.mkdir(exist_ok=True)
        (packages / name).write_text(text, "utf-8")
    return {"PYTHONPATH": str(packages)}


@pytest.mark.parametrize(("files", "code", "message"), PLUGINS.values(), ids=PLUGINS)
def test_plugin_fails(folder: Path, files: dict[str, str], code: int, message: str) -> None:
    """The plugin is named, what it lacks or what it said, and what to do."""
    (folder / "mkdocs.yml").write_text(CONFIG.replace("twolane]", "twolane, deals]"), "utf-8")
    done = build_apart(folder, **installed(folder, files))
    assert (told(done), done.code) == (message, code)


def test_options_that_a_plugin_does_not_take(folder: Path) -> None:
    """What is wrong in mkdocs.yml is told with the plugin and the option."""
    (folder / "mkdocs.yml").write_text(
        CONFIG.replace("search,", "search: {lang: 7},").replace("[", "{").replace(" twolane]", " twolane: {}}"), "utf-8"
    )
    done = build(folder)
    assert done.code == 2
    assert "option 'lang'" in done.errors


EXTENSIONS = {
    "missing": ("[not_there.markdown]", "", "", "Failed to load extension 'not_there.markdown'"),
    "fails on a page": (
        "[{pymdownx.snippets: {check_paths: true}}]",
        '--8<-- "deals.md"\n',
        f"{KEPT} The Markdown extension “pymdownx.snippets” failed: "
        f"SnippetMissingError: Snippet at path 'deals.md' could not be found. {REMOVE}",
        "",
    ),
}


@pytest.mark.parametrize(("value", "page", "message", "part"), EXTENSIONS.values(), ids=EXTENSIONS)
def test_markdown_extension_fails(folder: Path, value: str, page: str, message: str, part: str) -> None:
    """An extension that is missing, or finds a page wrong, is named."""
    (folder / "mkdocs.yml").write_text(f"{CONFIG}markdown_extensions: {value}\n", "utf-8")
    with (folder / "playbook" / "index.md").open("a", encoding="utf-8") as file:
        file.write(f"\n{page}")
    done = build(folder)
    assert (done.code, part in done.errors) == (2, True)
    assert told(done) == (message or f"{KEPT} Aborted with a configuration error!")


def test_theme_is_missing(folder: Path) -> None:
    """A theme that nobody has installed is named."""
    (folder / "mkdocs.yml").write_text(CONFIG.replace("material", "not-there"), "utf-8")
    done = build(folder)
    assert (done.code, "Unrecognised theme name: 'not-there'" in done.errors) == (2, True)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ deals.all }}", "UndefinedError: 'deals' is undefined"),
        ("\n{% if %}", "TemplateSyntaxError: Expected an expression, got 'end of statement block'"),
    ],
    ids=["unknown word", "mistake in writing"],
)
def test_template_of_the_theme_fails(folder: Path, text: str, said: str) -> None:
    """A template that the playbook puts in the place of the theme's is named, with its line."""
    (folder / "mkdocs.yml").write_text(CONFIG.replace("font:", "custom_dir: overrides, font:"), "utf-8")
    (folder / "overrides").mkdir()
    (folder / "overrides" / "main.html").write_text(text, "utf-8")
    line = text.count("\n") + 1
    done = build(folder)
    assert (told(done), done.code) == (f"{KEPT} overrides/main.html (line {line}) failed: {said}. {MEND}", 2)
