"""Runs programs in forks of a process that has imported the framework. Started by the interpreter of a subject.

usage: fork_server.py

Reads a line for each program, {"program": FILE, "arguments": [...], "output": FILE, "seconds": N}, runs it as __main__
in a fork, and answers with a line {"status": wait status, "uncaught": "Type: message" or ""}. Runs under 3.7 and later.
"""
import gc
import json
import os
import resource
import runpy
import signal
import sys
import time

MEMORY = 14 << 30  # bytes: some calls ask for 100 GB


def run_program(request, uncaught):
    """In the fork. Does not return."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    output = os.open(request["output"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    for number in (1, 2):
        os.dup2(output, number)
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.argv = [request["program"]] + request["arguments"]
    status = 0
    try:
        runpy.run_path(request["program"], run_name="__main__")
    except BaseException as error:  # SystemExit too: the fork ends here whatever the program did
        os.write(uncaught, ("%s: %s" % (type(error).__name__, error)).encode("utf-8", "replace")[:2000])
        status = 1
    sys.stdout.flush()
    os._exit(status)


def serve(request):
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        run_program(request, writer)
    os.close(writer)
    deadline = time.monotonic() + request["seconds"]
    pid, status = 0, 0
    while pid == 0:
        pid, status = os.waitpid(child, os.WNOHANG)
        if pid == 0:
            if time.monotonic() > deadline:
                os.kill(child, signal.SIGKILL)
            time.sleep(0.002)
    with os.fdopen(reader, "rb") as stream:
        uncaught = stream.read().decode("utf-8", "replace")
    return {"status": status, "uncaught": uncaught}


def main():
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    import numpy  # noqa: F401  the forks find both imported
    import tensorflow  # noqa: F401
    gc.freeze()  # a collection would copy what was imported into every fork

    answers.write("ready\n")
    answers.flush()
    for line in sys.stdin:
        answers.write(json.dumps(serve(json.loads(line))) + "\n")
        answers.flush()


main()
