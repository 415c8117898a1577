"""Runs clang-tidy over the whole tree, at a bearable price.

usage: tidy.py BUILD_FOLDER        a configured build, with compile_commands.json

Most of clang-tidy's time goes into the headers of the libraries, so files with the same flags are read together, as one
translation unit; a batch with any finding is split until single files remain, so what is printed was found in a file
read alone. Files that passed are remembered by the content of everything they include from this tree.
"""

import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
TIDY = "clang-tidy-19"
BATCH = 12
INCLUDE = re.compile(rb'^\s*#\s*include\s+"([^"]+)"', re.MULTILINE)
# Meant for the compiler alone; clang does not know them.
FOREIGN_FLAGS = {"-fno-gnu-unique", "-Winvalid-pch"}


def included(path, seen):
    """Adds to `seen` every file of this tree that `path` includes, itself too: {path: content}."""
    if path in seen or not path.is_file():
        return
    seen[path] = path.read_bytes()
    for name in INCLUDE.findall(seen[path]):
        included(ROOT / name.decode(), seen)


class File:
    """One source file with the flags it is compiled with."""

    def __init__(self, entry):
        self.path = pathlib.Path(entry["file"])
        self.flags = []
        words = shlex.split(entry["command"])
        compiler = next(i for i, word in enumerate(words) if word.endswith("c++"))
        arguments = iter(words[compiler + 1:])
        for argument in arguments:
            if argument in ("-o", "-MT", "-MF", "-include"):  # -include: the precompiled headers of GCC
                next(arguments)
            elif argument not in ("-c", "-MD", entry["file"]) and not argument.endswith("c++"):
                self.flags.append(argument)
        self.flags = [flag for flag in self.flags if flag not in FOREIGN_FLAGS] + ["-Wno-unknown-warning-option", "-Wno-deprecated-declarations"]

    def digest(self, common):
        contents = {}
        included(self.path, contents)
        digest = hashlib.sha256(common)
        for argument in self.flags:
            digest.update(argument.encode())
        for path in sorted(contents):
            digest.update(str(path.relative_to(ROOT)).encode() + contents[path])
        return digest.hexdigest()


def find(paths, flags, batch_folder):
    """What clang-tidy says about these files read together; empty: nothing."""
    unit = paths[0]
    if len(paths) > 1:
        text = "".join(f'#include "{path}"\n' for path in paths)
        unit = batch_folder / (hashlib.sha256(text.encode()).hexdigest()[:16] + ".cc")
        unit.write_text(text)
    command = [TIDY, "--quiet", f"--config-file={ROOT / '.clang-tidy'}"]
    if len(paths) > 1:
        command.append("--checks=-bugprone-suspicious-include")
    done = subprocess.run([*command, str(unit), "--", *flags], capture_output=True, text=True, cwd=ROOT, check=False)
    return done.stdout + done.stderr if done.returncode != 0 else ""


def inspect(files, batch_folder):
    """(files that passed, findings in the others)"""
    said = find([file.path for file in files], files[0].flags, batch_folder)
    if not said:
        return files, []
    if len(files) == 1:
        return [], [said]
    half = len(files) // 2
    passed, findings = inspect(files[:half], batch_folder)
    more_passed, more_findings = inspect(files[half:], batch_folder)
    return passed + more_passed, findings + more_findings


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    cache = build.parent / "tidy"
    (cache / "passed").mkdir(parents=True, exist_ok=True)
    (cache / "batches").mkdir(exist_ok=True)
    version = subprocess.run([TIDY, "--version"], capture_output=True, check=True).stdout
    common = version + (ROOT / ".clang-tidy").read_bytes()

    digests = {}
    groups = {}
    for entry in json.loads((build / "compile_commands.json").read_text()):
        file = File(entry)
        digests[file] = file.digest(common)
        if not (cache / "passed" / digests[file]).exists():
            groups.setdefault((tuple(file.flags), file.path.parent), []).append(file)
    batches = []
    for files in groups.values():
        batches += [files[i : i + BATCH] for i in range(0, len(files), BATCH)]
    batches.sort(key=len, reverse=True)

    def settle(batch):
        """Whether nothing was found."""
        passed, findings = inspect(batch, cache / "batches")
        for file in passed:
            (cache / "passed" / digests[file]).touch()
        print("".join(findings), end="", flush=True)
        return not findings

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        return 0 if all(list(pool.map(settle, batches))) else 1


if __name__ == "__main__":
    sys.exit(main())
