"""What can go wrong with a mirror, on request.

A fault is written KIND[=VALUE][@GLOB][#COUNT]: it happens to requests whose path matches GLOB (default: files, not
index pages), COUNT times (default: always), or, written #COUNT-, from that one on. Kinds:

    forbidden        403 with an HTML page, as a blocking proxy answers
    login            200 with an HTML page that is no index
    missing          404
    missing-metadata FILE.metadata is advertised and then 404
    unavailable=S    503 with Retry-After: S
    too-many=S       429 with Retry-After: S
    redirect         302 to the same file under another path
    redirect-loop    302 to itself
    drop=N           the connection closes after N bytes of the body
    stall=N          nothing more comes after N bytes of the body
    slow=R           R bytes per second
    drip=N           N bytes at a time, ten times a second
    corrupt=N        the byte at offset N of the file is another one
    truncate=N       the file ends after N bytes, and Content-Length says so
    no-ranges        a range request is answered with 200 and the whole file
    wrong-range      a range request is answered with bytes that start one later
    gzip             the body is sent with Content-Encoding: gzip, asked for or not
    http1.0          HTTP/1.0 without a length, ended by closing the connection

TLS is a property of the whole mirror, not of a request: --tls CERTIFICATE_AND_KEY (a PEM file of both).
"""

import fnmatch
import re
import threading

KINDS = {
    "forbidden": None,
    "login": None,
    "missing": None,
    "missing-metadata": None,
    "unavailable": 1,
    "too-many": 1,
    "redirect": None,
    "redirect-loop": None,
    "drop": 1000,
    "stall": 1000,
    "slow": 100_000,
    "drip": 100,
    "corrupt": 100,
    "truncate": 1000,
    "no-ranges": None,
    "wrong-range": None,
    "gzip": None,
    "http1.0": None,
}
WRITTEN = re.compile(r"(?P<kind>[a-z][a-z0-9.-]*)(=(?P<value>\d+))?(@(?P<glob>[^#]+))?(#(?P<count>\d+)(?P<on>-)?)?")


class Fault:
    def __init__(self, text):
        match = WRITTEN.fullmatch(text)
        if not match or match["kind"] not in KINDS:
            raise ValueError(f"{text!r} is not KIND[=VALUE][@GLOB][#COUNT] with KIND one of {', '.join(KINDS)}")
        self.kind = match["kind"]
        self.value = int(match["value"]) if match["value"] else KINDS[self.kind]
        self.glob = match["glob"] or "/files/*"
        self.spared = int(match["count"]) - 1 if match["on"] else 0
        self.left = int(match["count"]) if match["count"] and not match["on"] else None

    def happens(self, path):
        """Whether this request is one of those it happens to; counts it."""
        if self.left == 0 or not fnmatch.fnmatch(path, self.glob):
            return False
        if self.spared:
            self.spared -= 1
            return False
        if self.left is not None:
            self.left -= 1
        return True


class Faults:
    """The faults of one mirror."""

    def __init__(self, texts):
        self.faults = [Fault(text) for text in texts]
        self.lock = threading.Lock()

    def take(self, path):
        """{kind: value} of what happens to this request."""
        with self.lock:
            return {fault.kind: fault.value for fault in self.faults if fault.happens(path)}
