#!/usr/bin/env python3
"""Validate a report of tfharness against its JSON Schema and what the schema cannot say.

usage: validate_report.py FILE        (- reads standard input; exit status 1 and the reasons when it is not valid)
"""
import collections
import json
import pathlib
import sys

import jsonschema

SCHEMA = pathlib.Path(__file__).resolve().parent.parent / "harness" / "report" / "report.schema.json"


def schema_errors(report):
    validator = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text()))
    for error in validator.iter_errors(report):
        yield f"{error.json_path}: {error.message[:300]}"


def counting_errors(report):
    """The summary, the groups and the differences tell the same numbers."""
    differences, summary = report["differences"], report["summary"]
    if summary["different"] != len(differences):
        yield f"summary.different is {summary['different']}, there are {len(differences)} differences"
    for member in ("kind", "severity"):
        counted = collections.Counter(d[member] for d in differences)
        told = {name: count for name, count in summary["by_" + member].items() if count}
        if told != counted:
            yield f"summary.by_{member} is {told}, counted {dict(counted)}"
    in_groups = collections.Counter(d["group"] for d in differences)
    told = {group["id"]: group["count"] for group in report["groups"]}
    if told != in_groups:
        yield "the counts of groups are not those of the differences"
    for pattern in report.get("patterns", []):
        if pattern["count"] != sum(in_groups.get(group, 0) for group in pattern["groups"]):
            yield f"pattern {pattern['id']} does not count what its groups hold"
    subjects = {subject["id"] for subject in report["subjects"]}
    compared_with = set() if report.get("baseline_file") else {report["baseline"]}
    for name in ({d["subject"] for d in differences} | compared_with) - subjects:
        yield f"{name} is not among the subjects"
    for difference in differences:
        check = f"{difference['suite']}.{difference['check']}"
        if not difference["id"].startswith(check + "/"):
            yield f"{difference['id']} is not an observation of {check}"


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    text = sys.stdin.read() if sys.argv[1] == "-" else pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")
    report = json.loads(text)
    errors = list(schema_errors(report)) or list(counting_errors(report))
    for error in errors:
        print(f"{sys.argv[1]}: {error}", file=sys.stderr)
    sys.exit(bool(errors))


if __name__ == "__main__":
    main()
