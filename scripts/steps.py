"""The steps of scripts/check, in order: each does one thing, keeps its output in build/check/<name>.log and counts what
passed. A step that fails does not stop those after it. Runs all steps, or those named and what they need."""
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

root = Path(__file__).resolve().parent.parent
logs = root / "build/check"

MINUTES_PER_COMMAND = 20
SECONDS_PER_FUZZER = 6
LONGEST_COMMAND_SHOWN = 200
LINES_SHOWN_ON_FAILURE = 40
LINES_SHOWN_BEFORE_COMPLAINT = 6
COMPLAINT = re.compile(r"FAILED|\b[Ee]rror\b|✘|runtime error")


class Tally:
    """How many checks passed, failed and were skipped."""

    def __init__(self, passed=0, failed=0, skipped=0):
        self.passed, self.failed, self.skipped = passed, failed, skipped

    def __iadd__(self, other):
        self.passed += other.passed
        self.failed += other.failed
        self.skipped += other.skipped
        return self

    def __str__(self):
        return f"{self.passed} passed, {self.failed} failed" + (f", {self.skipped} skipped" if self.skipped else "")


class Step:
    """One step while it runs: its log, and what it has counted so far."""

    def __init__(self, name):
        self.log = logs / f"{name}.log"
        self.log.write_text("")
        self.tally = Tally()

    def run(self, *command, **environment):
        """Runs a command; its exit status, None where it had none, and what it printed, which is in the log as well."""
        with self.log.open("a+", errors="replace") as log:
            print("$", " ".join(command)[:LONGEST_COMMAND_SHOWN], file=log, flush=True)
            start = log.tell()
            try:
                status = self.wait(subprocess.Popen(
                    command, cwd=root, env={**os.environ, **environment}, start_new_session=True,
                    stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT))
            except (OSError, subprocess.TimeoutExpired) as error:
                status = None
                print(error, file=log, flush=True)
            log.seek(start)
            return status, log.read()

    @staticmethod
    def wait(process):
        """The exit status, in the time it has; whatever happens, nothing that the command started stays behind."""
        try:
            return process.wait(60 * MINUTES_PER_COMMAND)
        finally:
            if process.returncode is None:
                os.killpg(process.pid, signal.SIGKILL)

    def require(self, *command):
        """A command that the rest of the step builds on: nothing is counted unless it fails."""
        if self.run(*command)[0] != 0:
            raise StepFailed

    def single(self, *command):
        """A command that is one check by itself."""
        status, _ = self.run(*command)
        self.tally += Tally(passed=1) if status == 0 else Tally(failed=1)

    def catch2(self, *command, **environment):
        """A Catch2 program: each test case counts."""
        status, output = self.run(*command, "--colour-mode", "none", **environment)
        self.count(status, catch2_tally(output))

    def count(self, status, tally):
        """Adds what a test runner reported; one that failed without saying which test did is one failure."""
        if status != 0 and not tally.failed or not tally.passed + tally.failed + tally.skipped:
            tally += Tally(failed=1)
        self.tally += tally


class StepFailed(Exception):
    pass


def catch2_tally(output):
    """Reads the closing lines of Catch2's console reporter."""
    if match := re.search(r"^All tests passed \(.* in (\d+) test cases?\)", output, re.M):
        return Tally(passed=int(match[1]))
    if match := re.search(r"^test cases: +\d+ \|(.*)$", output, re.M):
        counts = {word: int(number) for number, word in re.findall(r"(\d+) (passed|failed|skipped)\b(?! as)", match[1])}
        return Tally(**counts)
    return Tally()


def script_tally(output):
    """Reads the closing line of a script of ours."""
    counts = re.findall(r"^(\d+) passed, (\d+) failed, (\d+) skipped$", output, re.M)
    return Tally(*map(int, counts[-1])) if counts else Tally()


def sources(*endings):
    """The files of the checkout, not only the committed ones, that end so."""
    patterns = [f"*{ending}" for ending in endings]
    listed = subprocess.check_output(["git", "ls-files", "-co", "--exclude-standard", *patterns],
                                     cwd=root, text=True).splitlines()
    return [file for file in listed if (root / file).exists()]


def format(step):
    step.single("clang-format", "--dry-run", "-Werror", *sources(".cc", ".h"))


def layers(step):
    step.single("scripts/layers")


def dev(step):
    step.require("scripts/build", "dev")
    step.catch2("build/dev/unit_tests")
    step.catch2("build/dev/native_tests")


def asan(step):
    step.require("scripts/build", "asan")
    options = {"ASAN_OPTIONS": "strict_string_checks=1:detect_stack_use_after_return=1",
               "UBSAN_OPTIONS": "print_stacktrace=1"}
    step.catch2("build/asan/unit_tests", **options)
    step.catch2("build/asan/native_tests", **options)


def fuzz(step):
    """Each fuzzer over the inputs that are kept, and on from there for a few seconds."""
    step.require("scripts/build", "asan", "fuzzers")
    for source in sorted((root / "tests/fuzz").glob("*.cc")):
        name = source.stem
        program = root / "build/asan" / f"fuzz_{name}"
        found = logs / "fuzz" / name
        found.mkdir(parents=True, exist_ok=True)
        kept = root / "tests/fuzz/corpus" / name
        step.single(str(program), f"-max_total_time={SECONDS_PER_FUZZER}", "-timeout=20",
                    f"-artifact_prefix={found}-", str(found), *([str(kept)] if kept.exists() else []))


def wasm(step):
    step.require("scripts/build", "wasm")
    # Single-threaded, since Node 20's V8 was seen to crash at its exit, all tests passed, while other threads compiled.
    step.catch2("node", "--no-warnings", "--single-threaded", "tests/wasi_run.mjs", "build/wasm/unit_tests.wasm")


def tidy(step):
    step.require("cmake", "--preset", "dev")
    step.single("scripts/tidy")


def types(step):
    for project in sources("/tsconfig.json"):
        step.single("node_modules/.bin/tsc", "--noEmit", "-p", project)


def lint(step):
    step.single("node_modules/.bin/eslint", "--max-warnings=0", ".")


def engine(step):
    step.require("scripts/build", "wasm", "core", "search")
    step.single("scripts/engine")


def content(step):
    step.require("scripts/build", "release", "daybook")
    step.single("build/release/daybook", "build", "--source", "content", "--destination", "build/site")


def parity(step):
    """The pages of the blog and of every corpus that lies in the folder DAYBOOK_CORPORA; what 500 queries find."""
    corpora = Path(os.environ.get("DAYBOOK_CORPORA", "build/corpora"))
    contents = ["content"] + [str(corpora / name) for name in ("rust-blog", "18f", "jekyll-posts/docs",
                                                               "nodejs-i18n/apps/site")]
    status, output = step.run("node", "tests/parity.mjs", "build/release/daybook", "build/wasm/core.wasm",
                              "build/engine", *contents)
    step.count(status, script_tally(output))
    status, output = step.run("node", "tests/search_parity.mjs", "build/release/daybook", "build/wasm/search.wasm",
                              "build/engine", "500", *contents[:2])
    step.count(status, script_tally(output))


def html(step):
    step.single("node_modules/.bin/html-validate", "build/site")


def links(step):
    step.single("scripts/links", "build/site")


def budgets(step):
    step.single("node", "scripts/budgets.mjs", "build/engine", "build/site")


def browser(step):
    report = logs / "browser.json"
    report.unlink(missing_ok=True)
    status, _ = step.run("node_modules/.bin/playwright", "test", "--config", "tests/browser", "--reporter=line,json",
                         PLAYWRIGHT_JSON_OUTPUT_NAME=str(report))
    stats = json.loads(report.read_text())["stats"] if report.exists() else {}
    step.count(status, Tally(passed=stats.get("expected", 0) + stats.get("flaky", 0),
                             failed=stats.get("unexpected", 0), skipped=stats.get("skipped", 0)))


STEPS = [format, layers, dev, asan, fuzz, wasm, tidy, types, lint, engine, content, parity, html, links, budgets, browser]

# What has to run before a step that is asked for by name.
NEEDS = {content: [engine], parity: [engine, content], html: [engine, content], links: [engine, content],
         budgets: [engine, content], browser: [engine, content]}


def excerpt(lines):
    """The part of a log that most likely tells what is wrong: from the first complaint, else the end."""
    last_start = max(0, len(lines) - LINES_SHOWN_ON_FAILURE)
    first = next((number for number, line in enumerate(lines) if COMPLAINT.search(line)), len(lines))
    start = min(last_start, max(0, first - LINES_SHOWN_BEFORE_COMPLAINT))
    return lines[start:start + LINES_SHOWN_ON_FAILURE]


def run(function):
    """Runs one step and tells how it went; what it counted."""
    step, start = Step(function.__name__), time.monotonic()
    try:
        function(step)
    except StepFailed:
        step.tally += Tally(failed=1)
    seconds = time.monotonic() - start
    verdict = "FAIL" if step.tally.failed else "ok"
    print(f"{verdict:<5}{function.__name__:<9}{seconds:7.1f} s   {step.tally}", flush=True)
    if step.tally.failed:
        print("\n".join(f"     | {line}" for line in excerpt(step.log.read_text(errors="replace").splitlines())))
        print(f"     (all of it: {step.log.relative_to(root)})", flush=True)
    return step.tally


def main(names):
    known = {step.__name__: step for step in STEPS}
    if not known.keys() >= set(names):
        print(f"name steps among: {' '.join(known)}", file=sys.stderr)
        return 2
    wanted = {step for name in names or known for step in [known[name], *NEEDS.get(known[name], [])]}
    logs.mkdir(parents=True, exist_ok=True)
    total = Tally()
    for step in STEPS:
        if step in wanted:
            total += run(step)
    print(total)
    return 1 if total.failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
