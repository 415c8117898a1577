"""Answers requests for index pages and files."""

import gzip
import http.server
import json
import mmap
import re
import socket
import ssl
import threading
import time
import urllib.parse
import zipfile

JSON_TYPE = "application/vnd.pypi.simple.v1+json"
BLOCK = 1 << 16


def mapped(path):
    """A file's bytes, read as they are asked for: a range of a large wheel costs no more than the range."""
    with path.open("rb") as stream:
        return memoryview(mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)) if path.stat().st_size else b""


class Mirror(http.server.ThreadingHTTPServer):
    """One catalogue with its faults. `log` is a text stream that gets a JSON line for each request, or None."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, catalogue, faults, options, log):
        super().__init__(("127.0.0.1", options.port), Handler)
        self.catalogue = catalogue
        self.faults = faults
        self.options = options
        self.log = log
        self.log_lock = threading.Lock()
        self.scheme = "http"
        if options.tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(options.tls)
            # The handshake waits for the connection's own thread: one client that refuses stops no other.
            self.socket = context.wrap_socket(self.socket, server_side=True, do_handshake_on_connect=False)
            self.scheme = "https"

    @property
    def url(self):
        return f"{self.scheme}://127.0.0.1:{self.server_address[1]}/simple/"

    def handle_error(self, request, client_address):
        pass  # a client that goes away is nothing to report


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self):
        path = urllib.parse.unquote(urllib.parse.urlsplit(self.path).path)
        self.fault = self.server.faults.take(path)
        self.sent = 0
        self.status = 0
        try:
            self.answer(path)
        finally:
            self.note(path)

    do_HEAD = do_GET

    def answer(self, path):
        if "forbidden" in self.fault:
            return self.send(403, "text/html", b"<html><body><h1>Access denied</h1></body></html>")
        if "login" in self.fault:
            return self.send(200, "text/html", b"<html><body><form>Please sign in</form></body></html>")
        if "unavailable" in self.fault:
            return self.send(503, "text/plain", b"busy\n", {"Retry-After": str(self.fault["unavailable"])})
        if "too-many" in self.fault:
            return self.send(429, "text/plain", b"slow down\n", {"Retry-After": str(self.fault["too-many"])})
        if "missing" in self.fault or ("missing-metadata" in self.fault and path.endswith(".metadata")):
            return self.send(404, "text/plain", b"not found\n")
        if "redirect-loop" in self.fault:
            return self.send(302, "text/plain", b"", {"Location": self.path})
        if "redirect" in self.fault:
            return self.send(302, "text/plain", b"", {"Location": "/moved" + self.path})
        path = path.removeprefix("/moved")
        page = re.fullmatch(r"/simple/(?:([^/]+)/)?", path)
        if page:
            return self.answer_page(page[1])
        file = re.fullmatch(r"/files/([^/]+)", path)
        if file:
            return self.answer_file(file[1])
        attested = re.fullmatch(r"/integrity/([^/]+)/provenance", path)
        provenance = self.server.catalogue.provenance(attested[1]) if attested and self.server.options.attest else None
        if provenance:
            return self.send(200, "application/vnd.pypi.integrity.v1+json", provenance.encode())
        return self.send(404, "text/plain", b"not found\n")

    def answer_page(self, project):
        catalogue, options = self.server.catalogue, self.server.options
        if project is not None and project not in catalogue.projects:
            return self.send(404, "text/plain", b"no such project\n")
        if options.html_only or JSON_TYPE not in self.headers.get("Accept", ""):
            text = catalogue.html_root() if project is None else catalogue.html_page(project)
            return self.send(200, "text/html; charset=utf-8", text.encode())
        if project is None:
            text = catalogue.json_root()
        else:
            text = catalogue.json_page(project, not options.no_upload_times, options.metadata, options.attest)
        return self.send(200, JSON_TYPE, text.encode())

    def answer_file(self, filename):
        folder = self.server.catalogue.folder
        path = folder / filename
        if filename.endswith(".metadata") and self.server.options.metadata:
            wheel = folder / filename[: -len(".metadata")]
            if wheel.is_file():
                with zipfile.ZipFile(wheel) as archive:
                    name = next(n for n in archive.namelist() if n.endswith(".dist-info/METADATA"))
                    return self.send(200, "application/octet-stream", archive.read(name))
        if not path.is_file():
            return self.send(404, "text/plain", b"no such file\n")
        if self.server.options.files_at:
            place = urllib.parse.urljoin(self.server.options.files_at, f"/files/{filename}")
            return self.send(302, "text/plain", b"", {"Location": place})
        body = mapped(path)
        if "corrupt" in self.fault:
            at = min(self.fault["corrupt"], len(body) - 1)
            body = b"".join((body[:at], bytes([body[at] ^ 0xFF]), body[at + 1 :]))
        if "truncate" in self.fault:
            body = body[: self.fault["truncate"]]
        return self.send_ranged(body)

    def send_ranged(self, body):
        asked = re.fullmatch(r"bytes=(\d*)-(\d*)", self.headers.get("Range", ""))
        if not asked or asked[0] == "bytes=-" or self.fault.keys() & {"no-ranges", "http1.0"}:
            return self.send(200, "application/octet-stream", body, {"Accept-Ranges": "bytes"})
        size = len(body)
        if asked[1]:
            first, last = int(asked[1]), min(int(asked[2] or size), size - 1)
        else:
            first, last = max(size - int(asked[2]), 0), size - 1
        if first >= size:
            return self.send(416, "text/plain", b"", {"Content-Range": f"bytes */{size}"})
        if "wrong-range" in self.fault and last < size - 1:
            first, last = first + 1, last + 1
        elif "wrong-range" in self.fault:
            first = min(first + 1, last)
        headers = {"Content-Range": f"bytes {first}-{last}/{size}", "Accept-Ranges": "bytes"}
        return self.send(206, "application/octet-stream", body[first : last + 1], headers)

    def send(self, status, content_type, body, headers=None):
        self.status = status
        if "gzip" in self.fault:
            body = gzip.compress(body)
            headers = {**(headers or {}), "Content-Encoding": "gzip"}
        if "http1.0" in self.fault:
            return self.send_unmeasured(content_type, body)
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.send_body(body)

    def send_unmeasured(self, content_type, body):
        self.close_connection = True
        self.wfile.write(f"HTTP/1.0 {self.status} OK\r\nContent-Type: {content_type}\r\n\r\n".encode())
        self.send_body(body)

    def send_body(self, body):
        end = len(body)
        for kind in ("drop", "stall"):
            if kind in self.fault:
                end = min(end, self.fault[kind])
        step = self.bytes_at_once()
        while self.sent < end:
            block = body[self.sent : min(self.sent + step, end)]
            self.wfile.write(block)
            self.sent += len(block)
            if step != BLOCK:
                time.sleep(0.1)
        if end == len(body):
            return
        self.close_connection = True
        if "stall" in self.fault:
            time.sleep(3600)
        self.connection.shutdown(socket.SHUT_RDWR)

    def bytes_at_once(self):
        if "drip" in self.fault:
            return max(self.fault["drip"], 1)
        return max(self.fault["slow"] // 10, 1) if "slow" in self.fault else BLOCK

    def note(self, path):
        if self.server.log is None:
            return
        line = {
            "method": self.command,
            "path": path,
            "range": self.headers.get("Range"),
            "agent": self.headers.get("User-Agent", ""),
            "status": self.status,
            "sent": self.sent,
            "faults": sorted(self.fault),
        }
        with self.server.log_lock:
            print(json.dumps(line), file=self.server.log, flush=True)

    def log_message(self, *_):
        pass
