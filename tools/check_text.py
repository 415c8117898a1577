"""What no file of this tree may hold: too many lines, also in a function, paths of one machine, hosts of a registry.

usage: check_text.py        prints each breach; exit status 1 when there is one
"""

import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
LONGEST = 400  # lines
LONGEST_FUNCTION = 60  # as clang-tidy has it, which is not always run
# Where a function's body begins, as clang-format writes it: at the margin, or in a class or a suite of tests.
BODY = re.compile(r"( {0,2})(?! |namespace|if|for|while|switch|TEST_SUITE)[^=[]*\)[^=[]*\{")

# What, why not, and files that may: the table of public mirrors is data, LICENSE is not ours.
FORBIDDEN = [
    (re.compile(r"/(root|work)/"), "a path of one machine", r"^$"),
    (
        re.compile(r"\b(pypi\.org|files\.pythonhosted\.org|anaconda\.(org|com)|conda-forge\.org)\b"),
        "a registry's host",
        r"harness/index/mirror_presets?\.(cc|toml)",
    ),
    (re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X)\b(?!X)"), "an open end", r"^$"),
    (re.compile(r"[ \t]+$", re.MULTILINE), "blanks at the end of a line", r".*\.(md|txt|json)|tests/(fixtures|goldens)/.*"),
    # doctest takes a comma for the end of a name, and the test would belong to no part of tools/test.
    (re.compile(r'TEST_CASE\("[^"\n]*,'), "a comma in the name of a test that ctest runs by itself", r"tests/unit/.*"),
]
SOURCE = re.compile(r".*\.(cc|h|py|sh|cmake|txt|md|toml|json)|tools/[a-z-]+|\.ci/run")
COUNTED = re.compile(r".*\.(cc|h|py|sh)|tools/[a-z-]+|CMakeLists\.txt")


def long_functions(text):
    """The line and the length of each."""
    lines = text.split("\n")
    for start, line in enumerate(lines):
        body = BODY.fullmatch(line)
        end = body and next((at for at in range(start + 1, len(lines)) if lines[at] == body[1] + "}"), None)
        if end and end - start > LONGEST_FUNCTION:
            yield start + 1, end - start + 1


def breaches(path, text):
    lines = text.count("\n")
    if COUNTED.fullmatch(path) and lines > LONGEST:
        yield f"{path}: {lines} lines, more than {LONGEST}"
    for line, length in long_functions(text) if path.endswith(".cc") else []:
        yield f"{path}:{line}: a function of {length} lines, more than {LONGEST_FUNCTION}"
    for pattern, what, allowed in FORBIDDEN:
        match = pattern.search(text)
        if match and not re.fullmatch(allowed, path):
            line = text.count("\n", 0, match.start()) + 1
            yield f"{path}:{line}: {what}: {match[0]!r}"


def main():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    found = []
    for path in listed.stdout.split("\n"):
        if path and SOURCE.fullmatch(path) and (ROOT / path).is_file():
            found += breaches(path, (ROOT / path).read_text())
    print("".join(line + "\n" for line in found), end="")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
