"""How the program ends where something is not as it should be: never in a traceback, always with its exit code."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import jsonschema
import pytest

from tests.support.commands import Answer, plain_environment, twolane, twolane_process, write_playbook
from tests.support.playbooks import base_files
from twolane.changes.all_kinds import ALL_KINDS

PROCESS = "process/new-business/process.yml"
PROGRAM = [sys.executable, "-m", "twolane"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the base playbook in it."""
    return write_playbook(tmp_path / "playbook", base_files())


def first_finding(answer: Answer) -> str:
    """The first two lines of a report: place, rule and message."""
    return "\n".join(answer.output.split("\n")[:2])


def test_empty_folder(tmp_path: Path) -> None:
    """Where there is no playbook that is said, with what to do."""
    assert twolane("check", folder=tmp_path) == Answer(
        3,
        "",
        "There is no playbook here: no process/playbook.yml, and no mkdocs.yml that lists the plugin twolane, neither "
        "in this folder nor in one above it. `twolane new DIR` makes a playbook.\n",
    )


def test_folder_around_playbooks(tmp_path: Path) -> None:
    """Where there are playbooks in folders below, those are named."""
    for name in ("sales", "more/partner sales"):
        write_playbook(tmp_path / name, base_files())
    assert twolane("check", folder=tmp_path) == Answer(
        3,
        "",
        "There is no playbook here, but in “more/partner sales” and “sales”. "
        "Go there first (`cd`), or name the folder.\n",
    )


def test_folder_with_another_site(tmp_path: Path) -> None:
    """A mkdocs.yml without the plugin is no playbook."""
    (tmp_path / "mkdocs.yml").write_text("site_name: twolane, a road\nplugins: [search]\n")
    assert twolane("check", folder=tmp_path).code == 3


def test_folder_in_place_of_a_file(folder: Path) -> None:
    """A folder that is called process.yml is a finding, and not a missing process."""
    (folder / PROCESS).unlink()
    (folder / PROCESS).mkdir()
    answer = twolane("check", folder=folder)
    assert answer.code == 1
    assert f"{PROCESS}:1:1: error D001 unreadable\n    this file cannot be read: is a directory\n" in answer.output
    assert "no process yet" not in answer.output


def test_link_that_leads_nowhere(folder: Path) -> None:
    """A link whose target is gone is a finding."""
    (folder / "process/glossary.yml").unlink()
    (folder / "process/glossary.yml").symlink_to("gone.yml")
    answer = twolane("check", folder=folder)
    assert answer.code == 1
    assert first_finding(answer) == (
        "process/glossary.yml:1:1: error D001 unreadable\n    this is a link that leads nowhere"
    )


def test_links_that_go_in_circles(folder: Path) -> None:
    """Links to folders above are not followed without end, and links to themselves are a finding."""
    (folder / "playbook/again").symlink_to("..")
    (folder / "process/strategy.yml").unlink()
    (folder / "process/strategy.yml").symlink_to("strategy.yml")
    answer = twolane("check", folder=folder)
    assert answer.code == 1
    told = "error D001 unreadable\n    this is a link that leads back to where it stands\n  = help: take the link out\n"
    assert answer.output == (f"playbook/again:1:1: {told}\nprocess/strategy.yml:1:1: {told}\n2 errors in 2 files\n")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes on Windows")
def test_pipe_in_place_of_a_file(folder: Path) -> None:
    """A named pipe is not waited for."""
    os.mkfifo(folder / "process/new-business/actuals.csv")
    answer = twolane("check", folder=folder)
    assert answer.code == 1
    assert "this is no file but a pipe or a device" in answer.output


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """The base playbook in a folder that every user may enter, which pytest's own is not."""
    with TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield write_playbook(Path(name), base_files())
        (Path(name) / "process").chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows forbids reading in another way")
def test_forbidden_file(open_folder: Path) -> None:
    """A file that may not be read is a finding; the others are checked all the same."""
    (open_folder / "process/segments.yml").chmod(0)
    (open_folder / PROCESS).write_text((open_folder / PROCESS).read_text().replace("[rep]", "[rap]"))
    answer = _as_somebody(open_folder)
    assert answer.returncode == 1, answer.stderr
    assert "process/segments.yml:1:1: error D001 unreadable\n    this file cannot be read: permission denied" in (
        answer.stdout
    )
    assert "no role has the id “rap”" in answer.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="Windows forbids reading in another way")
def test_forbidden_folder(open_folder: Path) -> None:
    """Definitions that may not be listed are nothing readable."""
    (open_folder / "mkdocs.yml").write_text("docs_dir: playbook\nplugins: [twolane]\n")
    (open_folder / "process").chmod(0)
    answer = _as_somebody(open_folder)
    assert answer.returncode == 3, answer.stderr
    assert answer.stderr == f"{open_folder}/process: permission denied.\n"


def _as_somebody(folder: Path) -> subprocess.CompletedProcess[str]:
    """What the check answers to a user without an administrator's rights, to whom nothing is forbidden."""
    # Everything is loaded before, since this Python may be of somebody's own home.
    load = (
        "import os, encodings.utf_8_sig, twolane.cli.app, twolane.cli.check_command; from twolane.cli.main import run; "
    )
    drop = "os.setgid(65534); os.setuid(65534); " if os.geteuid() == 0 else ""
    return subprocess.run(
        [sys.executable, "-c", f"{load}{drop}run()", "check"],
        cwd=folder,
        env=plain_environment() | {"PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_closed_output(folder: Path) -> None:
    """A program whose output was closed before it began ends with the code of what it found."""
    if sys.platform == "win32":
        pytest.skip("a shell of Windows cannot close an output")
    (folder / PROCESS).write_text((folder / PROCESS).read_text().replace("[rep]", "[rap]"))
    for closed in (">&-", "2>&-", ">&- 2>&-"):
        done = _shell(f'"{sys.executable}" -m twolane check {closed}', folder)
        assert done.returncode == 1
        assert done.stderr == ""


def test_reader_gone(folder: Path) -> None:
    """Whoever reads may stop reading: nothing is said about that."""
    if sys.platform == "win32":
        pytest.skip("Windows has no such signal")
    done = _shell(f'"{sys.executable}" -m twolane explain | true; echo "${{PIPESTATUS[0]}}"', folder)
    assert (done.stdout, done.stderr) == ("141\n", "")


def _shell(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-c", line], cwd=folder, env=plain_environment(), capture_output=True, text=True, check=False
    )


def test_full_disk(folder: Path) -> None:
    """Output that finds no room is told in a line."""
    if not Path("/dev/full").exists():
        pytest.skip("only Linux has a full disk to write to")
    done = _shell(f'"{sys.executable}" -m twolane explain >/dev/full', folder)
    assert (done.returncode, done.stderr) == (3, "Reading or writing: no space left on device.\n")


def test_report_that_cannot_be_written(folder: Path) -> None:
    """A report that cannot be written is told with the reason."""
    answer = twolane("check", "--output", "gone/report.json", folder=folder)
    said = "gone/report.json could not be written: no such file or directory. What was there is as it was.\n"
    assert answer == Answer(2, "", said)


def test_report_to_a_file(folder: Path) -> None:
    """A report goes to the file that is named, and what it sums up to goes to the terminal."""
    (folder / PROCESS).write_text((folder / PROCESS).read_text().replace("[rep]", "[rap]"))
    answer = twolane("check", "--format", "json", "--output", "report.json", folder=folder)
    assert answer == Answer(1, "", "1 error in 1 file\n")
    assert json.loads((folder / "report.json").read_text("utf-8"))["summary"]["error"] == 1


def test_stopped_from_the_keyboard(folder: Path) -> None:
    """Ctrl-C ends the program with 130 and without a traceback."""
    if sys.platform == "win32":
        pytest.skip("Windows sends no such signal to one process")
    (folder / "process/glossary.yml").write_text("name: x\n" * 900)
    program = subprocess.Popen(
        [*PROGRAM, "check"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=plain_environment(),
        # A test run in the background ignores Ctrl-C, and what it starts would inherit that.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert program.stdout is not None
    # The report is longer than what a pipe holds, so that whoever has read its first letter knows that it is at work.
    program.stdout.read(1)
    program.send_signal(signal.SIGINT)
    _, errors = program.communicate()
    assert (program.returncode, errors) == (130, "Stopped.\n")


@pytest.mark.parametrize(
    ("module", "text", "said"),
    [
        ("yaml", "raise ImportError('no yaml here', name='yaml')", "a library that it needs is missing or too old"),
        ("rich", "", "a library that it needs is missing or too old"),
    ],
)
def test_missing_library(folder: Path, module: str, text: str, said: str) -> None:
    """A library that is not there, or too old, is said in a sentence with the way to mend it."""
    (folder / "elsewhere" / module).mkdir(parents=True)
    (folder / "elsewhere" / module / "__init__.py").write_text(text)
    answer = _with_path(folder)
    assert (answer.code, answer.output) == (4, "")
    assert said in answer.errors
    assert "pip install" in answer.errors
    assert "Traceback" not in answer.errors


def test_missing_parser(folder: Path) -> None:
    """PyYAML without its C parser is said, with the way to mend it."""
    (folder / "elsewhere").mkdir()
    # Python loads this module by itself when it starts, before the program asks for PyYAML.
    (folder / "elsewhere" / "sitecustomize.py").write_text("import yaml\ndel yaml.CLoader\n")
    answer = _with_path(folder)
    assert (answer.code, answer.output) == (4, "")
    assert answer.errors.startswith("Twolane needs PyYAML with its C parser")


def test_mistake_of_the_program(folder: Path) -> None:
    """A mistake of the program's own is said as one, with the way to report it; details only when asked for."""
    (folder / "elsewhere").mkdir()
    broken = "import twolane.build as build\ndef check(*given):\n    raise KeyError('stage')\nbuild.check = check\n"
    (folder / "elsewhere" / "sitecustomize.py").write_text(broken)
    answer = _with_path(folder)
    assert (answer.code, answer.output) == (70, "")
    assert answer.errors.startswith("Twolane ")
    assert "has failed through a mistake of its own, not of yours: KeyError: 'stage'" in answer.errors
    assert "https://github.com/twolane/twolane/issues" in answer.errors
    assert answer.errors.count("\n") == 1
    assert "Traceback" in _with_path(folder, TWOLANE_TRACEBACK="1").errors


def _with_path(folder: Path, **environment: str) -> Answer:
    path = os.pathsep.join(filter(None, (str(folder / "elsewhere"), os.environ.get("PYTHONPATH"))))
    return twolane_process("check", folder=folder, PYTHONPATH=path, **environment)


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False)],
)
def test_colour_follows_the_environment(folder: Path, environment: dict[str, str], coloured: bool) -> None:
    """A pipe gets no colours unless FORCE_COLOR is set, and nobody gets any where NO_COLOR is."""
    (folder / PROCESS).write_text((folder / PROCESS).read_text().replace("[rep]", "[rap]"))
    answer = twolane("check", folder=folder, TERM="xterm-256color", **environment)
    assert ("\x1b[" in answer.output) == coloured


def test_schemas_are_written_once(folder: Path) -> None:
    """`twolane schema` writes the schemas next to the definitions; a second time there is nothing to do."""
    first = twolane("schema", folder=folder)
    assert (first.code, first.errors) == (0, "")
    assert first.output.startswith("10 schemas written to DIR/process/.schema; 0 were up to date.")
    assert twolane("schema", "--check", folder=folder) == Answer(0, "", "")
    assert twolane("schema", folder=folder).output.startswith("0 schemas written")
    (folder / "process/.schema/roles.json").write_text("{}")
    assert twolane("schema", "--check", folder=folder).errors == (
        "process/.schema/roles.json is out of date; `twolane schema` writes it anew.\n"
    )
    assert twolane("check", folder=folder) == Answer(0, "", "Nothing found in 9 files.\n")


def test_version(folder: Path) -> None:
    """The program tells its version."""
    assert twolane_process("--version", folder=folder).output.startswith("twolane ")


def test_explain_lists_every_rule(folder: Path) -> None:
    """Without a code every rule is listed with its slug, once."""
    lines = twolane("explain", folder=folder).output.splitlines()
    codes = [line.split(" ")[0] for line in lines]
    assert codes == sorted(set(codes))
    assert {"D001", "D008", "D009", "B203", "S607"} <= set(codes)
    for line in lines:
        assert len(line.split()) > 4


def test_explain_lists_every_kind_of_change(folder: Path) -> None:
    """With --changes every kind of change is listed with its slug and level, once."""
    lines = [line.split() for line in twolane("explain", "--changes", folder=folder).output.splitlines()]
    assert [(code, slug, level) for code, slug, level, *_ in lines] == [
        (kind.code, kind.slug, kind.level.word) for kind in ALL_KINDS
    ]


def test_schema_of_the_report(folder: Path) -> None:
    """The schema of the JSON report can be had from the program itself, and its report fits it."""
    schema = json.loads(twolane("schema", "--findings", folder=folder).output)
    report = json.loads(twolane("check", "--format", "json", folder=folder).output)
    jsonschema.validate(report, schema)
    assert report["findings"] == []
