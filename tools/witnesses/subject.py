"""A release in the store, ready to run programs without tfharness: its interpreter, and what its prefix holds."""

import json
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent


class Outcome:
    """What a program did: its output, how it ended."""

    def __init__(self, output, status, uncaught):
        self.output = output
        self.signal = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
        self.uncaught = uncaught


class Subject:
    def __init__(self, report, store):
        self.id = report["id"]
        self.store = store
        self.python = self.find_python(report["python"])
        self.packages = self.find_packages(report)
        self.server = None

    def find_python(self, version):
        kept = json.loads((self.store / "interpreters.json").read_text())
        for answer in kept["answers"].values():
            if answer["interpreter"]["version"] == version:
                return answer["interpreter"]["executable"]
        sys.exit(f"{self.id}: the store knows no Python {version}")

    def find_packages(self, report):
        """The site-packages that the report's run used."""
        wanted = {(package["name"], package["version"]) for package in report["packages"]}
        minor = ".".join(report["python"].split(".")[:2])
        for manifest in self.store.glob("prefixes/*/prefix.json"):
            held = {(package["name"], package["version"]) for package in json.loads(manifest.read_text())["packages"]}
            packages = manifest.parent / "lib" / f"python{minor}" / "site-packages"
            if held == wanted and packages.is_dir():
                return packages
        sys.exit(f"{self.id}: its prefix is not in {self.store}")

    def environment(self, scratch):
        """As a person's, but for where it may write, and what differs from run to run."""
        return {"PATH": f"{self.packages.parents[2] / 'bin'}:/usr/bin:/bin", "HOME": str(scratch), "LANG": "C.UTF-8",
                "TMPDIR": str(scratch), "PYTHONPATH": str(self.packages), "PYTHONHASHSEED": "0",
                "PYTHONDONTWRITEBYTECODE": "1", "TF_CPP_MIN_LOG_LEVEL": "3"}

    def start_server(self, scratch):
        self.server = subprocess.Popen(
            [self.python, HERE / "fork_server.py"], env=self.environment(scratch), cwd=scratch, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        if self.server.stdout.readline() != "ready\n":
            sys.exit(f"{self.id}: the framework could not be imported")

    def stop_server(self):
        self.server.stdin.close()
        self.server.wait()

    def run_in_fork(self, program, arguments, seconds):
        output = program.with_suffix(".out")
        request = {"program": str(program), "arguments": arguments, "output": str(output), "seconds": seconds}
        self.server.stdin.write(json.dumps(request) + "\n")
        self.server.stdin.flush()
        answer = json.loads(self.server.stdout.readline())
        return Outcome(output.read_text(errors="replace"), answer["status"], answer["uncaught"])

    def run_plainly(self, program, arguments, seconds):
        """`python3 PROGRAM`, in a new process."""
        try:
            run = subprocess.run([self.python, program, *arguments], env=self.environment(program.parent),
                                 cwd=program.parent, capture_output=True, timeout=seconds, check=False)
        except subprocess.TimeoutExpired as late:
            return Outcome((late.stdout or b"").decode(errors="replace"), 9, "")
        status = -run.returncode if run.returncode < 0 else run.returncode << 8
        lines = run.stderr.decode(errors="replace").rstrip().splitlines()
        return Outcome(run.stdout.decode(errors="replace"), status, lines[-1] if run.returncode > 0 and lines else "")
