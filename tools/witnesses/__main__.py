"""Runs the witnesses of a report without tfharness, under both releases, and says which do not show their difference.

usage: python3 tools/witnesses REPORT.json [--store DIR] [--plain N] [--checks GLOB] [--seconds 40]

Every witness runs in a fork of an interpreter that has imported the framework; with --plain N, N of them spread over
the suites run as `python3 witness.py`, each in a new process. The releases must be in the store still. Prints the
differences that were not shown, then counts by kind; the exit status is 1 when there is one.
"""
import argparse
import collections
import concurrent.futures
import fnmatch
import itertools
import json
import os
import pathlib
import shutil
import sys
import tempfile

from subject import Subject
from verdict import shows, split_key, told

REPEATS = {"stability": 6}  # runs of a witness, by kind


def default_store():
    cache = os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache"
    return pathlib.Path(os.environ.get("TFHARNESS_HOME") or pathlib.Path(cache) / "tfharness")


def spread(differences, count):
    """`count` of them, or all: from each suite as many as from another that has so many, far apart within it."""
    suites = collections.defaultdict(list)
    for difference in differences:
        suites[difference["suite"]].append(difference)
    turns = ((turn, name) for turn in range(len(differences)) for name in suites if turn < len(suites[name]))
    shares = collections.Counter(name for _, name in itertools.islice(turns, count))
    return [suites[name][place * len(suites[name]) // share] for name, share in shares.items() for place in range(share)]


class Runs:
    """Runs the witnesses of one side; each distinct program once."""

    def __init__(self, subject, plain, seconds, scratch):
        self.subject = subject
        self.run = subject.run_plainly if plain else subject.run_in_fork
        self.seconds = seconds
        self.folder = pathlib.Path(scratch)
        self.done = {}

    def arguments_for(self, producer, runs_of, text):
        """Of a witness that saves, or loads what `producer` saved; others take none."""
        if producer is None and "sys.argv[1:]" not in text:
            return []
        saved = self.folder / "saved"
        shutil.rmtree(saved, ignore_errors=True)
        saved.mkdir()
        if producer is None:
            return ["save", str(saved)]
        program = self.folder / "saving.py"
        program.write_text(text)
        runs_of[producer].run(program, ["save", str(saved)], self.seconds)
        return ["load", str(saved)]

    def outcomes(self, difference, runs_of):
        producer, _ = split_key(difference)
        text = difference["witness"]
        if (text, producer) not in self.done:
            arguments = self.arguments_for(producer, runs_of, text)
            program = self.folder / "witness.py"
            program.write_text(text)
            self.done[text, producer] = [
                self.run(program, arguments, self.seconds) for _ in range(REPEATS.get(difference["kind"], 1))]
        return self.done[text, producer]


def check_pair(report, identity, differences, options):
    """The differences of one subject from the baseline that their witnesses do not show."""
    reports = {subject["id"]: subject for subject in report["subjects"]}
    failed = []
    with tempfile.TemporaryDirectory(prefix="witness-") as folder:
        runs = {}
        for name in (report["baseline"], identity):
            subject = Subject(reports[name], options.store)
            scratch = pathlib.Path(folder) / name
            scratch.mkdir()
            if not options.plain:
                subject.start_server(scratch)
            runs[name] = Runs(subject, bool(options.plain), options.seconds, scratch)
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            for difference in differences:
                loads = split_key(difference)[0] is not None  # these use the other side's server
                pair = [runs[report["baseline"]], runs[identity]]
                before, after = (pool if not loads else InOrder).map(lambda side: side.outcomes(difference, runs), pair)
                key = split_key(difference)[1]
                if not shows(difference, key, before, after):
                    failed.append(difference)
                    print(f"NOT SHOWN {difference['kind']}: {difference['id']}\n  both: {told(after[0], key)[:200]!r}", flush=True)
        if not options.plain:
            for side in runs.values():
                side.subject.stop_server()
    return failed


class InOrder:
    map = staticmethod(map)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("report", type=pathlib.Path)
    parser.add_argument("--store", type=pathlib.Path, default=default_store())
    parser.add_argument("--plain", type=int, default=0, metavar="N")
    parser.add_argument("--checks", default="*", metavar="GLOB")
    parser.add_argument("--seconds", type=float, default=40)
    options = parser.parse_args()
    report = json.loads(options.report.read_text())
    shown, failed = collections.Counter(), collections.Counter()
    for subject in report["subjects"]:
        differences = [difference for difference in report["differences"] if difference["subject"] == subject["id"]
                       and difference["witness"] and fnmatch.fnmatch(difference["id"], options.checks + "*")]
        if options.plain:
            differences = spread(differences, options.plain)
        if not differences:
            continue
        wrong = collections.Counter(d["kind"] for d in check_pair(report, subject["id"], differences, options))
        failed += wrong
        shown += collections.Counter(difference["kind"] for difference in differences) - wrong
    for kind in sorted(shown | failed):
        print(f"{kind:<12} {shown[kind]:>6} shown {failed[kind]:>6} not shown")
    print(f"{sum(shown.values())} passed, {sum(failed.values())} failed")
    sys.exit(1 if failed or not shown else 0)


if __name__ == "__main__":
    main()
