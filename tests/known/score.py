#!/usr/bin/env python3
"""Score how many known differences tfharness finds.

usage: score.py KNOWN.tsv --tfharness PATH [--work DIR] [--pair FROM,TO] [-v]
       score.py KNOWN.tsv --tfharness PATH --records DIR  (each release runs once: its record is kept there and
                                                           held against the other's; differences are not confirmed)
       score.py KNOWN.tsv --reports DIR            (reports named FROM_TO_PYTHON.json)

KNOWN.tsv: tab-separated, a header line, columns  from to python case api kind before after note.
`api` and `kind` may hold several values separated by '|'. The report of `compare FROM TO` finds a row when it
holds a difference whose kind is one of the row's and whose `api` names one of the row's symbols, an alias of
it (aliases.txt: tf.argmax and tf.math.argmax), or its direct parent or member (tf.keras.layers.Layer and
tf.keras.layers.Layer.__call__). Each difference finds at most one row, so twelve rows about tf.function need
twelve findings. Differences of the suite api_surface count only for the
kinds missing, added and signature. Prints the rows that were not found, then recall; exit status 1 if any.
"""
import argparse
import collections
import csv
import json
import pathlib
import subprocess
import sys

SURFACE_KINDS = {"missing", "added", "signature"}


def read_aliases():
    path = pathlib.Path(__file__).resolve().parent / "aliases.txt"
    return {name: group[0] for group in (line.split("|") for line in path.read_text().split()) for name in group}


ALIASES = read_aliases()


def neighbourhood(symbol):
    """The symbol and its direct parent, each under its canonical name."""
    parent = symbol.rpartition(".")[0]
    return {ALIASES.get(s, s) for s in (symbol, parent) if s.count(".") >= 1}


def related(a, b):
    """Same symbol under any alias, or one the direct parent of the other."""
    return ALIASES.get(a, a) in neighbourhood(b) or ALIASES.get(b, b) in neighbourhood(a)


def fits(row, difference):
    kind = difference["kind"]
    if difference["suite"] == "api_surface" and kind not in SURFACE_KINDS:
        return False
    return kind in row["kind"].split("|") and any(
        related(a, s) for a in row["api"].split("|") for s in difference["api"])


def match(rows, differences):
    """Largest one-to-one assignment of rows to differences (augmenting paths): {row index: difference}."""
    options = [[j for j, d in enumerate(differences) if fits(r, d)] for r in rows]
    holder = {}

    def place(i, seen):
        for j in options[i]:
            if j not in seen:
                seen.add(j)
                if j not in holder or place(holder[j], seen):
                    holder[j] = i
                    return True
        return False

    for i in sorted(range(len(rows)), key=lambda i: len(options[i])):
        place(i, set())
    return {i: differences[j] for j, i in holder.items()}


def made(args, path, *command):
    """`tfharness COMMAND`, unless the file that it writes is there from an earlier run."""
    if not path.exists():
        status = subprocess.run([args.tfharness, *command]).returncode
        if status not in (0, 1) or not path.exists():
            sys.exit(f"recall: tfharness {' '.join(command)} ended with status {status}")
    return str(path)


def record(args, version, python):
    path = pathlib.Path(args.records) / f"{version}_{python}.json"
    return made(args, path, "baseline", "record", f"{version}@py{python}", "--output", str(path), "--quiet")


def load_report(args, frm, to, python):
    path = pathlib.Path(args.reports or args.work) / f"{frm}_{to}_{python}.json"
    report = ("--json", str(path), "--quiet")
    if args.records:
        made(args, path, "baseline", "diff", record(args, frm, python), record(args, to, python), *report)
    elif not args.reports:
        made(args, path, "compare", f"{frm}@py{python}", f"{to}@py{python}", *report)
    return json.loads(path.read_text())


def main():
    sys.setrecursionlimit(100000)
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("known")
    p.add_argument("--tfharness")
    p.add_argument("--reports")
    p.add_argument("--records")
    p.add_argument("--work", default="recall-reports")
    p.add_argument("--pair", help="only this pair: FROM,TO")
    p.add_argument("-v", "--verbose", action="store_true")
    args = p.parse_args()
    if not (args.tfharness or args.reports):
        p.error("give --tfharness or --reports")
    if not args.reports:
        for folder in filter(None, (args.work, args.records)):
            pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
    with open(args.known, newline="", encoding="utf-8") as f:
        rows = list(csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE))
    by_pair = collections.defaultdict(list)
    for r in rows:
        if not args.pair or args.pair == f"{r['from']},{r['to']}":
            by_pair[r["from"], r["to"], r["python"]].append(r)
    total = sum(map(len, by_pair.values()))
    if not total:
        sys.exit("recall: no rows to score")
    hits = 0
    for pair, rows in by_pair.items():
        found = match(rows, load_report(args, *pair)["differences"])
        hits += len(found)
        print(f"{pair[0]} -> {pair[1]} on Python {pair[2]}: {len(found)}/{len(rows)}")
        for i, r in enumerate(rows):
            if i not in found:
                print(f"  missed  {r['case']}  {r['api']}  {r['kind']}: {r['before']} => {r['after']}")
            elif args.verbose:
                print(f"  found   {r['case']}  as {found[i]['id']}")
    print(f"recall {hits}/{total} = {hits / total:.3f}")
    sys.exit(hits != total)


if __name__ == "__main__":
    main()
