"""The files a mirror serves, and the index pages made of them (PEP 503 HTML, PEP 691 JSON with PEP 700 fields)."""

import base64
import hashlib
import html
import json
import re


def normalized(name):
    """PEP 503."""
    return re.sub(r"[-_.]+", "-", name).lower()


def name_and_version(filename):
    """The project and version that a wheel's or source distribution's file name states; (None, None): another file."""
    if filename.endswith(".whl"):
        name, version = filename.split("-")[:2]
    elif filename.endswith(".tar.gz"):
        name, _, version = filename[: -len(".tar.gz")].rpartition("-")
    else:
        return None, None
    return normalized(name), version


class Catalogue:
    """A folder of wheels and source distributions. `files.json` beside them may hold for a file name an object with
    `upload_time` (RFC 3339), `requires_python` and `yanked`."""

    def __init__(self, folder):
        details_file = folder / "files.json"
        details = json.loads(details_file.read_text()) if details_file.exists() else {}
        self.folder = folder
        self.projects = {}
        for path in sorted(folder.iterdir()):
            project, version = name_and_version(path.name)
            if project is None:
                continue
            entry = {"filename": path.name, "version": version, "size": path.stat().st_size}
            with path.open("rb") as stream:
                entry["sha256"] = hashlib.file_digest(stream, "sha256").hexdigest()
            entry.update(details.get(path.name, {}))
            self.projects.setdefault(project, []).append(entry)

    def html_page(self, project):
        links = []
        for file in self.projects[project]:
            attributes = f'href="../../files/{file["filename"]}#sha256={file["sha256"]}"'
            if file.get("requires_python"):
                attributes += f' data-requires-python="{html.escape(file["requires_python"])}"'
            if file.get("yanked"):
                attributes += ' data-yanked="yanked"'
            links.append(f"<a {attributes}>{html.escape(file['filename'])}</a><br/>")
        return "<!DOCTYPE html><html><head><title>Links</title></head><body>\n" + "\n".join(links) + "\n</body></html>\n"

    def json_page(self, project, upload_times, metadata, attested):
        files = []
        for file in self.projects[project]:
            entry = {
                "filename": file["filename"],
                "url": f"../../files/{file['filename']}",
                "hashes": {"sha256": file["sha256"]},
                "size": file["size"],
                "yanked": file.get("yanked", False),
            }
            if file.get("requires_python"):
                entry["requires-python"] = file["requires_python"]
            if metadata and file["filename"].endswith(".whl"):
                entry["core-metadata"] = True
            if attested:
                entry["provenance"] = f"../../integrity/{file['filename']}/provenance"
            if upload_times and file.get("upload_time"):
                entry["upload-time"] = file["upload_time"]
            files.append(entry)
        versions = sorted({file["version"] for file in self.projects[project]})
        meta = {"api-version": "1.1" if upload_times else "1.0"}
        return json.dumps({"meta": meta, "name": project, "versions": versions, "files": files})

    def provenance(self, filename):
        """What PEP 740 says of a file; None: there is no such file. The signature is none."""
        files = [file for project in self.projects.values() for file in project if file["filename"] == filename]
        if not files:
            return None
        statement = {
            "_type": "https://in-toto.io/Statement/v1",
            "subject": [{"name": filename, "digest": {"sha256": files[0]["sha256"]}}],
            "predicateType": "https://slsa.dev/provenance/v1",
            "predicate": None,
        }
        envelope = {"statement": base64.b64encode(json.dumps(statement).encode()).decode(), "signature": ""}
        attestation = {"version": 1, "verification_material": {}, "envelope": envelope}
        publisher = {"kind": "GitHub", "repository": "made/for-tests", "workflow": "release.yml", "environment": None}
        bundle = {"publisher": publisher, "attestations": [attestation]}
        return json.dumps({"version": 1, "attestation_bundles": [bundle]})

    def html_root(self):
        links = "\n".join(f'<a href="{project}/">{project}</a>' for project in self.projects)
        return f"<!DOCTYPE html><html><body>\n{links}\n</body></html>\n"

    def json_root(self):
        projects = [{"name": project} for project in self.projects]
        return json.dumps({"meta": {"api-version": "1.1"}, "projects": projects})
