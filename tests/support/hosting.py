"""A web server that shows several sites, each below its own path, as a company's host does."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Hosting:
    """``mounts`` are the folders of sites by the path below which they stand; what is missing gets the site's page.

    It comes with the code ``missing``: 200 where a server answers everything.
    """

    def __init__(self) -> None:
        self.mounts: dict[str, Path] = {}
        self.address = ""
        self.missing = 404

    def file(self, path: str) -> tuple[int, Path | None]:
        """The answer's code and its file."""
        for prefix in sorted(self.mounts, key=len, reverse=True):
            if path.startswith(prefix):
                site, name = self.mounts[prefix], path.removeprefix(prefix)
                file = site / (f"{name}index.html" if name == "" or name.endswith("/") else name)
                return (200, file) if file.is_file() else (self.missing, site / "404.html")
        return self.missing, None


@contextmanager
def hosting() -> Iterator[Hosting]:
    """A running server, without a site so far."""
    host = Hosting()

    class Handler(http.server.SimpleHTTPRequestHandler):
        def do_GET(self) -> None:
            code, file = host.file(self.path.partition("?")[0])
            content = file.read_bytes() if file else b""
            self.send_response(code)
            self.send_header("Content-Type", self.guess_type(str(file or "nothing.html")))
            self.send_header("Content-Length", str(len(content)))
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Keeps the tests' output clean."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    host.address = f"http://127.0.0.1:{server.server_port}"
    yield host
    server.shutdown()
    server.server_close()
    thread.join()
