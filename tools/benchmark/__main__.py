"""See tools/bench. usage: python3 tools/benchmark ROOT [--runs N] [--only NAMES] [--json FILE]"""

import argparse
import json
import pathlib
import statistics

import measurements
from machine import Machine

# Name: what must hold before it, the measurement, its ratios: (title, of the median times, bound, "most" or "least").
TABLE = {
    "cold": (
        measurements.prepare_wheels,
        measurements.cold,
        [
            ("tfharness / uv", lambda t: t["tfharness"] / t["uv"], 0.5, "most"),
            ("tfharness / pip", lambda t: t["tfharness"] / t["pip"], 0.15, "most"),
        ],
    ),
    "provision": (
        measurements.prepare_wheels,
        measurements.provision,
        [
            ("tfharness / uv", lambda t: t["tfharness"] / t["uv"], 0.5, "most"),
            ("tfharness / uv, byte-code too", lambda t: t["tfharness"] / t["uv, byte-code too"], 0.5, "most"),
            ("tfharness / bytes alone", lambda t: t["tfharness"] / t["bytes alone"], 1.3, "most"),
        ],
    ),
    "warm": (
        measurements.prepare_warm,
        measurements.warm,
        [("(tfharness - checks) / imports", lambda t: (t["tfharness"] - t["checks"]) / t["imports"], 1.3, "most")],
    ),
    "sweep": (
        measurements.prepare_store,
        measurements.sweep,
        [
            ("tfharness / a minute", lambda t: t["tfharness"] / t["a minute"], 1, "most"),
            ("observations / 20,000", lambda t: t["observations"] / 20_000, 1, "least"),
        ],
    ),
    "unpack": (
        measurements.prepare_unpack,
        measurements.unpack,
        [("uv / tfharness", lambda t: t["uv"] / t["tfharness"], 2.5, "least")],
    ),
}


def medians(rounds):
    return {side: statistics.median(times[side] for times in rounds) for side in rounds[0]}


def measure(name, machine, runs):
    prepare, measurement, ratios = TABLE[name]
    if prepare:
        prepare(machine)
    rounds = []
    for number in range(runs):
        rounds.append(measurement(machine))
        print(f"{name} {number + 1}/{runs}: " + "  ".join(f"{k} {v:.2f}" for k, v in rounds[-1].items()), flush=True)
    median = medians(rounds)
    judged = []
    for title, ratio, bound, kind in ratios:
        value = ratio(median)
        met = value <= bound if kind == "most" else value >= bound
        judged.append({"ratio": title, "value": value, "bound": bound, "kind": kind, "met": met})
    return {"rounds": rounds, "median": median, "ratios": judged}


def main():
    parser = argparse.ArgumentParser(prog="tools/bench")
    parser.add_argument("root", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=3, help="rounds; medians are judged")
    parser.add_argument("--only", default=",".join(TABLE), help="some of " + ",".join(TABLE))
    parser.add_argument("--json", type=pathlib.Path, help="write everything measured to this file")
    options = parser.parse_args()
    folder = options.root / "build" / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    machine = Machine(options.root, folder)
    results = {name: measure(name, machine, options.runs) for name in options.only.split(",")}
    print(f"\n{'':8} {'ratio of medians':32} {'value':>6}  target")
    for name, result in results.items():
        for judged in result["ratios"]:
            sign = "<=" if judged["kind"] == "most" else ">="
            verdict = "met" if judged["met"] else "missed"
            print(f"{name:8} {judged['ratio']:32} {judged['value']:6.2f}  {sign} {judged['bound']}  {verdict}")
    if options.json:
        options.json.write_text(json.dumps(results, indent=1) + "\n")


if __name__ == "__main__":
    main()
