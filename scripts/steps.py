"""The steps of scripts/check, in order: each does one thing, keeps its output in build/check/<name>.log and counts what
passed. A step that fails does not stop those after it. `python3 scripts/steps.py [NAME…]` runs all, or those named."""
import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

root = Path(__file__).resolve().parent.parent
logs = root / "build/check"

MINUTES_PER_COMMAND = 20
LINES_SHOWN_ON_FAILURE = 40


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
        """Runs a command; its exit status and what it printed, which is in the log as well."""
        with self.log.open("a") as log:
            log.write(f"$ {' '.join(map(str, command))}\n")
            try:
                done = subprocess.run(list(map(str, command)), cwd=root, stdin=subprocess.DEVNULL, text=True, errors="replace",
                                      stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                      env={**os.environ, **environment}, timeout=60 * MINUTES_PER_COMMAND)
                status, output = done.returncode, done.stdout
            except subprocess.TimeoutExpired as expired:
                status, output = 124, f"{(expired.stdout or b'').decode(errors='replace')}\nno end after {MINUTES_PER_COMMAND} minutes\n"
            except OSError as error:
                status, output = 127, f"{error}\n"
            log.write(output)
        return status, output

    def require(self, *command, **environment):
        """A command that the rest of the step builds on: nothing is counted unless it fails."""
        if self.run(*command, **environment)[0] != 0:
            raise StepFailed
        return True

    def single(self, *command, **environment):
        """A command that is one check by itself."""
        status, _ = self.run(*command, **environment)
        self.tally += Tally(failed=1) if status else Tally(passed=1)

    def catch2(self, *command, **environment):
        """A Catch2 program: each test case counts."""
        status, output = self.run(*command, "--colour-mode", "none", **environment)
        self.count(status, catch2_tally(output))

    def count(self, status, tally):
        """Adds what a test runner reported; one that failed without saying which test did is one failure."""
        if status and not tally.failed or not tally.passed + tally.failed + tally.skipped:
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


def sources(*endings):
    """The files of the checkout, not only the committed ones, that end so."""
    listed = subprocess.check_output(["git", "ls-files", "-co", "--exclude-standard", *(f"*{ending}" for ending in endings)],
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


def wasm(step):
    step.require("scripts/build", "wasm")
    step.catch2("node", "--no-warnings", "tests/wasi_run.mjs", "build/wasm/unit_tests.wasm")


def tidy(step):
    step.require("cmake", "--preset", "dev")
    step.single("scripts/tidy")


def types(step):
    for project in sources("/tsconfig.json"):
        step.single("node_modules/.bin/tsc", "--noEmit", "-p", project)


def lint(step):
    step.single("node_modules/.bin/eslint", "--max-warnings=0", ".")


def engine(step):
    step.require("scripts/build", "wasm", "core")
    step.single("scripts/engine")


def content(step):
    step.require("scripts/build", "release", "daybook")
    step.single("build/release/daybook", "build", "--destination", "build/site")


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
    step.count(status, Tally(stats.get("expected", 0) + stats.get("flaky", 0), stats.get("unexpected", 0), stats.get("skipped", 0)))


STEPS = [format, layers, dev, asan, wasm, tidy, types, lint, engine, content, html, links, budgets, browser]


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
        tail = step.log.read_text().splitlines()[-LINES_SHOWN_ON_FAILURE:]
        print("\n".join(f"     | {line}" for line in tail) + f"\n     (all of it: {step.log.relative_to(root)})", flush=True)
    return step.tally


def main(names):
    unknown = set(names) - {step.__name__ for step in STEPS}
    if unknown:
        print(f"name steps among: {' '.join(step.__name__ for step in STEPS)}", file=sys.stderr)
        return 2
    logs.mkdir(parents=True, exist_ok=True)
    total = Tally()
    for step in STEPS:
        if not names or step.__name__ in names:
            total += run(step)
    print(total)
    return 1 if total.failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
