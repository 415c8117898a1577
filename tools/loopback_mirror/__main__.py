"""Serves a folder of wheels and source distributions as a package index on the loopback interface.

    python3 tools/loopback_mirror FOLDER [--fault FAULT]... [--html-only] [--no-upload-times] [--metadata]
        [--files-at URL] [--log FILE]

The first line on stdout is the index's URL. It ends with the process that started it. Standard library only.
"""

import argparse
import os
import pathlib
import sys
import threading
import time

import faults
from catalogue import Catalogue
from server import Mirror


def end_with_parent(parent):
    while os.getppid() == parent:
        time.sleep(0.2)
    os._exit(0)


def arguments():
    parser = argparse.ArgumentParser(
        prog="loopback_mirror",
        description=__doc__,
        epilog=faults.__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--port", type=int, default=0, help="0: any free one")
    parser.add_argument("--fault", action="append", default=[], metavar="FAULT", help="see below; may be repeated")
    parser.add_argument("--html-only", action="store_true", help="serve no JSON, and so no upload times")
    parser.add_argument("--no-upload-times", action="store_true", help="serve JSON of API version 1.0")
    parser.add_argument("--metadata", action="store_true", help="serve FILE.metadata of wheels")
    parser.add_argument("--files-at", metavar="URL", help="redirect files to another mirror, as those on demand do")
    parser.add_argument("--tls", type=pathlib.Path, metavar="PEM", help="serve https with this certificate and key")
    parser.add_argument("--attest", action="store_true", help="state who published each file (PEP 740), unsigned")
    parser.add_argument("--log", type=pathlib.Path, help="append a JSON line for each request")
    return parser.parse_args()


def main():
    options = arguments()
    threading.Thread(target=end_with_parent, args=(os.getppid(),), daemon=True).start()
    log = options.log.open("a") if options.log else None
    try:
        mirror = Mirror(Catalogue(options.folder), faults.Faults(options.fault), options, log)
    except ValueError as error:
        sys.exit(f"loopback_mirror: {error}")
    print(mirror.url, flush=True)
    mirror.serve_forever()


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        pass
