"""What is measured. Each measurement runs its sides one after the other in every round, so that all see the same
machine, and gives {side: seconds} a round."""

import json

from machine import seconds

RELEASES = ("2.4.0", "2.12.0")
# The era of each release, as tfharness computes it: upload time plus a day.
ERAS = {"2.4.0": "2020-12-15T18:00:00Z", "2.12.0": "2023-03-24T00:00:00Z"}
# What a person adds after pip's first answer has failed to import: later protobuf releases break 2.4.0.
PIP_EXTRAS = {"2.4.0": ["protobuf<3.21"], "2.12.0": []}

IMPORT = "import tensorflow as tf\n"
# The same three checks as the suite `smoke`.
CHECKS = """
import shutil, tempfile
import numpy as np
print(tf.math.add(np.array([1, 2.5, -0.0], 'float32'), np.array([0.1, 1e-8, 0.0], 'float32')))
print(tf.math.add(np.array([1, 2147483647], 'int32'), np.array([2, 1], 'int32')))
@tf.function
def f(x):
    if tf.reduce_sum(x) > 0:
        return x * 2
    return x - 1
print(f(tf.constant([1.0, 2.0])), f(tf.constant([-1.0, -2.0])))
folder = tempfile.mkdtemp()
try:
    tf.saved_model.save(f, folder + '/model')
    print('saved')
except Exception as error:
    print(repr(error))
shutil.rmtree(folder)
"""


def compare(machine, suite, store, report):
    machine.run(
        machine.root / "build/release/tfharness",
        "compare",
        *RELEASES,
        "--python",
        "3.8",
        "--suites",
        suite,
        "--json",
        report,
        allowed=(1,),
        TFHARNESS_HOME=str(store),
    )


def script(machine, name, text):
    path = machine.folder / name
    path.write_text(text)
    return path


def uv_environments(machine, folder, run, *options):
    """What (b) does: with uv, an environment for each release, and `run` in it."""
    for release in RELEASES:
        place = folder / release
        machine.run(machine.uv, "venv", "--quiet", "--no-config", "-p", machine.python, place)
        index = ["--default-index", machine.index] if machine.index else []
        machine.run(
            machine.uv, "pip", "install", "--quiet", "--no-config", *index, "-p", place, "--cache-dir", folder / "cache",
            "--exclude-newer", ERAS[release], *options, f"tensorflow=={release}",
        )
        if run:
            machine.run(place / "bin/python", run)


def pip_environments(machine, folder, run):
    """What (a) does: the manual loop."""
    for release in RELEASES:
        place = folder / release
        machine.run(machine.python, "-m", "venv", place)
        machine.run(
            place / "bin/pip", "install", "--quiet", "--no-cache-dir", f"tensorflow=={release}", *PIP_EXTRAS[release]
        )
        machine.run(place / "bin/python", run)


def prepare_wheels(machine):
    """The addresses of the two wheels, from a download into a store of its own: only what is fetched has one."""
    report = machine.folder / "wheels.json"
    if report.exists():
        return
    (store,) = machine.fresh("store-of-wheels")
    machine.run(
        machine.root / "build/release/tfharness", "download", *RELEASES, "--python", "3.8", "--json", report,
        TFHARNESS_HOME=str(store),
    )


def fetch_wheels(machine):
    """The two wheels into nowhere; gives their bytes."""
    wheels = json.loads((machine.folder / "wheels.json").read_text())["files"]
    machine.run("curl", "-sSfLZ", *[word for file in wheels for word in ("-o", "/dev/null", file["url"])])
    return sum(file["bytes"] for file in wheels)


def after_fetching(machine, action):
    """Seconds of an action that finds the index as every other side does: it keeps at hand what was asked for lately, and
    the first to ask would wait for it."""
    fetch_wheels(machine)
    return seconds(action)


def cold(machine):
    """From nothing to the answer."""
    checks = script(machine, "checks.py", IMPORT + CHECKS)
    store, uv, pip = machine.fresh("store", "uv", "pip")
    return {
        "tfharness": after_fetching(machine, lambda: compare(machine, "smoke", store, machine.folder / "cold.json")),
        "uv": after_fetching(machine, lambda: uv_environments(machine, uv, checks)),
        "pip": after_fetching(machine, lambda: pip_environments(machine, pip, checks)),
    }


def provision(machine):
    """From nothing to two environments that could run, and to such with byte-code, which tfharness always makes; and how
    long the bytes alone take, at the rate that curl gets."""
    store, uv, compiled = machine.fresh("store", "uv", "uv-compiled")
    report = machine.folder / "provision.json"
    prepare = (machine.root / "build/release/tfharness", "prepare", *RELEASES, "--python", "3.8", "--json", report)
    times = {
        "tfharness": after_fetching(machine, lambda: machine.run(*prepare, TFHARNESS_HOME=str(store))),
        "uv": after_fetching(machine, lambda: uv_environments(machine, uv, None)),
        "uv, byte-code too": after_fetching(
            machine, lambda: uv_environments(machine, compiled, None, "--compile-bytecode")
        ),
    }
    fetched = sum(release["fetched_bytes"] for release in json.loads(report.read_text())["releases"])
    rate = fetch_wheels(machine) / seconds(lambda: fetch_wheels(machine))
    times["bytes alone"] = fetched / rate
    return times


def prepare_store(machine):
    """A store with everything in it, byte-code too."""
    compare(machine, "smoke", machine.folder / "store", machine.folder / "warm.json")


def prepare_warm(machine):
    """Such a store, and two environments like it."""
    checks = script(machine, "checks.py", IMPORT + CHECKS)
    uv = machine.folder / "uv"
    if not (uv / RELEASES[-1] / "bin/python").exists():
        uv_environments(machine, *machine.fresh("uv"), checks)
    for release in RELEASES:
        machine.run(uv / release / "bin/python", checks)
    prepare_store(machine)


def warm(machine):
    """Everything is there: against the imports that the run makes, side by side: one a subject, and one more since the
    run confirms what differs."""
    checks, bare = script(machine, "checks.py", IMPORT + CHECKS), script(machine, "import.py", IMPORT)
    pythons = [machine.folder / "uv" / release / "bin/python" for release in RELEASES]
    report = machine.folder / "warm.json"
    times = {"tfharness": seconds(lambda: compare(machine, "smoke", machine.folder / "store", report))}
    times["imports"] = seconds(lambda: machine.run_together([(python, bare) for python in pythons]))
    times["imports"] += seconds(lambda: machine.run_together([(python, bare) for python in pythons]))
    with_checks = seconds(lambda: machine.run_together([(python, checks) for python in pythons]))
    times["checks"] = max(with_checks - times["imports"] / 2, 0)
    times["fetched bytes"] = sum(s["phases"]["fetched_bytes"] for s in json.loads(report.read_text())["subjects"])
    return times


def sweep(machine):
    """Every plain operation over its dtypes, values, shapes and arguments, with everything in the store."""
    report = machine.folder / "sweep.json"
    times = {"tfharness": seconds(lambda: compare(machine, "op_sweep", machine.folder / "store", report))}
    times["a minute"] = 60.0
    times["observations"] = json.loads(report.read_text())["summary"]["observations"]
    return times


def prepare_unpack(machine):
    """The wheel of 2.12.0 in a folder."""
    wheels = machine.folder / "wheels"
    if not list(wheels.glob("*.whl")):
        machine.run(
            machine.root / "build/release/tfharness", "download", "--versions", "2.12.0", "--python", "3.8", "-d", wheels,
            TFHARNESS_HOME=str(machine.folder / "store"),
        )


def unpack(machine):
    """The local wheel of 2.12.0, from the file to the folder that Python imports from."""
    wheel = next((machine.folder / "wheels").glob("tensorflow-2.12.0-*.whl"))
    ours, theirs = machine.fresh("unpacked-tfharness", "unpacked-uv")
    machine.run(machine.uv, "venv", "--quiet", "--no-config", "-p", machine.python, theirs / "venv")
    program = machine.root / "build/release/unpack_wheel"
    times = {"tfharness": seconds(lambda: machine.run(program, wheel, ours / "store"))}
    times["uv"] = seconds(
        lambda: machine.run(
            machine.uv, "pip", "install", "--quiet", "--no-config", "--offline", "--no-deps", "-p", theirs / "venv",
            "--cache-dir", theirs / "cache", wheel,
        )
    )
    return times
