"""Where the measurements work, and what they start: commands with a wall clock, in an environment like a person's."""

import os
import pathlib
import shutil
import subprocess
import sys
import time

# The peers write byte-code and buffer their output as they do for a person.
UNSET = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "PYTHONPATH", "VIRTUAL_ENV", "PIP_FIND_LINKS")
# Without a journal, ext4 passes over the inodes that were freed in the last six minutes, as far as it remembers them: who
# makes files just then pays, inode by inode, for what another one left.
FORGETTING = 361
MEMORY_OF_DISKS = pathlib.Path("/proc/sys/vm/drop_caches")


class Machine:
    def __init__(self, root, folder):
        self.root = root
        self.folder = folder
        self.environment = {name: value for name, value in os.environ.items() if name not in UNSET}
        self.environment["TF_CPP_MIN_LOG_LEVEL"] = "2"
        self.python = self.find_python()
        self.uv = self.find_uv()
        self.index = self.ask([sys.executable, "-m", "pip", "config", "get", "global.index-url"])
        self.environment["PATH"] = f"{self.uv.parent}:{self.environment['PATH']}"

    def find_python(self):
        """Python 3.8: the only one that 2.4.0 and 2.12.0 share."""
        pyenv = pathlib.Path(os.environ.get("PYENV_ROOT", pathlib.Path.home() / ".pyenv"))
        for candidate in [*sorted(pyenv.glob("versions/3.8*/bin/python3.8")), shutil.which("python3.8")]:
            if candidate:
                return pathlib.Path(candidate)
        sys.exit("bench: there is no Python 3.8 on PATH or in pyenv")

    def find_uv(self):
        found = shutil.which("uv")
        if found:
            return pathlib.Path(found)
        tools = self.root / "build" / "bench-tools"
        if not (tools / "bin" / "uv").exists():
            subprocess.run([sys.executable, "-m", "venv", "--clear", tools], check=True)
            subprocess.run([tools / "bin" / "pip", "install", "--quiet", "uv"], check=True)
        return tools / "bin" / "uv"

    def ask(self, command):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        return done.stdout.strip() if done.returncode == 0 else ""

    def fresh(self, *names):
        """Empty folders, on a disk that has forgotten what was in them."""
        folders = [self.folder / name for name in names]
        old = [folder for folder in folders if folder.exists()]
        for folder in old:
            shutil.rmtree(folder)
        if old:
            os.sync()
            self.forget()
        for folder in folders:
            folder.mkdir(parents=True)
        return folders

    def forget(self):
        """Makes the disk forget at once where that is allowed; what every side starts with is read again."""
        try:
            MEMORY_OF_DISKS.write_text("1")
        except PermissionError:
            time.sleep(FORGETTING)
            return
        built = [self.root / "build/release" / name for name in ("tfharness", "tfharness-worker", "suites.so")]
        for file in [self.uv, *built, *self.python.resolve().parent.parent.rglob("*")]:
            if file.is_file():
                file.read_bytes()
        self.run("cc", "-x", "c", "-c", "/dev/null", "-o", "/dev/null")

    def run(self, *command, allowed=(0,), **more):
        """Runs one command to its end; its output goes to a log that is shown when it fails."""
        self.run_together([command], allowed, **more)

    def run_together(self, commands, allowed=(0,), **more):
        """Starts all commands at once and waits for all."""
        environment = {**self.environment, **more}
        running = []
        for number, command in enumerate(commands):
            log = self.folder / f"log-{number}"
            with log.open("w") as output:
                child = subprocess.Popen(
                    [str(word) for word in command],
                    env=environment,
                    cwd=self.folder,
                    stdin=subprocess.DEVNULL,
                    stdout=output,
                    stderr=subprocess.STDOUT,
                )
            running.append((child, command, log))
        for child, command, log in running:
            if child.wait() not in allowed:
                sys.exit(f"bench: {' '.join(map(str, command))} ended with {child.returncode}:\n{log.read_text()[-4000:]}")


def seconds(action):
    os.sync()  # what was written before is not written now
    started = time.monotonic()
    action()
    return time.monotonic() - started
