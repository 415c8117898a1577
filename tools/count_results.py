"""Sums up what tools/test ran: `N passed, N failed, N skipped`, exit status 1 when anything failed or nothing ran.

usage: count_results.py FOLDER, which holds ctest's JUnit files (NAME.xml) and NAME.status files: `passed`, or `failed`
and then lines that say why.
A ctest test that is a whole doctest program counts as its test cases.
"""

import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

CASES = re.compile(r"test cases:\s+\d+ \|\s+(\d+) passed \|\s+(\d+) failed \|")


def count_test(case):
    """(passed, failed, skipped) of one <testcase> of ctest."""
    status = case.get("status")
    if status in ("notrun", "disabled"):
        return (0, 0, 1) if case.find("skipped") is not None else (0, 1, 0)
    cases = CASES.findall(case.findtext("system-out") or "")
    passed, failed = (int(number) for number in cases[-1]) if cases else (0, 0)
    if status == "fail":
        return passed, max(failed, 1), 0
    return max(passed, 1), 0, 0


def main():
    folder = pathlib.Path(sys.argv[1])
    total = [0, 0, 0]
    failures = []
    skips = []
    for file in sorted(folder.glob("*.xml")):
        for case in ElementTree.parse(file).getroot().iter("testcase"):
            counts = count_test(case)
            total = [a + b for a, b in zip(total, counts)]
            if counts[1]:
                failures.append(f"{file.stem}: {case.get('name')}")
            if counts[2]:
                reason = re.search(r"SKIPPED: (.*)", case.findtext("system-out") or "")
                skips.append(f"{file.stem}: {case.get('name')}" + (f" ({reason[1]})" if reason else ""))
    for file in sorted(folder.glob("*.status")):
        status, *reasons = file.read_text().splitlines() or ["failed"]
        failed = status != "passed"
        total[1 if failed else 0] += 1
        if failed:
            failures += [f"{file.stem}: {reason}" for reason in reasons] or [file.stem]
    for title, names in (("skipped", skips), ("failed", failures)):
        for name in names:
            print(f"{title}: {name}")
    print(f"{total[0]} passed, {total[1]} failed, {total[2]} skipped")
    return 1 if total[1] or not total[0] else 0


if __name__ == "__main__":
    sys.exit(main())
