"""Who may include whom, and which file may use which library. Prints each breach; exit status 1 when there is one.

usage: check_layers.py
"""

import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]', re.MULTILINE)

# A folder of harness/ includes from itself and from those before it.
LAYERS = ["base", "plan", "index", "fetch", "store", "record", "run", "diff", "report", "cli"]

# A header outside this tree, and the files that may include it.
LIBRARIES = {
    r"curl/": r"harness/fetch/curl[a-z_]*\.(cc|h)",
    r"zip\.h": r"harness/store/zip_archive\.cc",
    r"isa-l(/|\.h)": r"harness/store/[a-z_]+\.cc|tests/fakes/zip_maker\.cc",
    r"boost/process|boost/asio": r"harness/base/process\.cc",
    r"libxml/": r"harness/index/[a-z_]+\.cc",
    r"openssl/": r"harness/base/sha256\.cc",
    r"toml\+\+": r"harness/(index|cli)/[a-z_]+\.cc",
    r"CLI/": r"harness/cli/[a-z_]+\.cc",
    r"Python\.h": r"embed/python/[a-z_]+\.(cc|h)|embed/worker/[a-z_]+\.(cc|h)",
    r"seccomp\.h|linux/landlock\.h": r"embed/host/[a-z_]+\.cc",
    r"doctest/": r"tests/.*",
}


def may_include(path, header):
    """Whether the file `path` may include `header`, both relative to the tree."""
    if header.startswith("tests/"):
        return path.startswith("tests/")
    if path.startswith("testsuites/"):
        return header.startswith("testsuites/")
    if path.startswith("embed/"):
        allowed = ("embed/", "testsuites/", "harness/base/")
        return header.startswith(allowed) or header == "harness/run/frame.h"
    if path.startswith("harness/"):
        if header.startswith("embed/"):
            return False
        if header.startswith("testsuites/"):
            return path.startswith("harness/cli/")
        mine, other = path.split("/")[1], header.split("/")[1]
        if mine == "main.cc":
            return other == "cli"
        return other in LAYERS and mine in LAYERS and LAYERS.index(other) <= LAYERS.index(mine)
    return True


def breaches(path, text):
    for mark, header in INCLUDE.findall(text):
        if (ROOT / header).is_file():
            if not may_include(path, header):
                yield f"{path}: may not include {header}"
            continue
        if mark == '"':
            yield f'{path}: includes "{header}", which is not in this tree'
        for library, owners in LIBRARIES.items():
            if re.match(library, header) and not re.fullmatch(owners, path):
                yield f"{path}: <{header}> belongs to {owners}"


def main():
    listed = subprocess.run(["git", "ls-files", "*.cc", "*.h"], cwd=ROOT, capture_output=True, text=True, check=True)
    found = [line for path in listed.stdout.split() for line in breaches(path, (ROOT / path).read_text())]
    print("".join(line + "\n" for line in found), end="")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
