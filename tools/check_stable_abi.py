"""Checks that suites.so uses no symbol of CPython that 3.7 to 3.13 do not all promise.

usage: check_stable_abi.py SUITES_SO      tools/stable_abi_3.7.txt lists what the limited API of 3.7 holds
"""

import pathlib
import subprocess
import sys


def main():
    promised = set((pathlib.Path(__file__).parent / "stable_abi_3.7.txt").read_text().split())
    listed = subprocess.run(
        ["nm", "--dynamic", "--undefined-only", "--format=posix", sys.argv[1]],
        capture_output=True,
        text=True,
        check=True,
    )
    used = {line.split()[0].split("@")[0] for line in listed.stdout.splitlines()}
    used = {name for name in used if name.startswith(("Py", "_Py"))}
    if not used:
        print(f"{sys.argv[1]} uses nothing of CPython: not the suites?")
        return 1
    for name in sorted(used - promised):
        print(f"{sys.argv[1]}: {name} is not in the stable ABI of CPython 3.7")
    return 1 if used - promised else 0


if __name__ == "__main__":
    sys.exit(main())
