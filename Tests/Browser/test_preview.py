"""`sohieu serve` under attack: whatever others send, the editor's page comes, and Ctrl-C ends it."""

from contextlib import ExitStack, contextmanager
import os
import re
import resource
import signal
import socket
import subprocess
from threading import Event, Thread
import time

import pytest

# Much longer than anything here may take, for busy machines.
PATIENCE = 20
HOME = "---\ntitle: Trang đầu\n---\n\nChữ của trang.\n"


class Preview:
    """A running `sohieu serve` of a small collection."""

    def __init__(self, sohieu, folder, *options, files=256):
        self.content = folder / "content"
        self.content.mkdir(parents=True, exist_ok=True)
        (self.content / "index.md").write_text(HOME, "utf-8")
        (self.content / "lon.bin").write_bytes(bytes(8_000_000))
        templates = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../site-templates")
        command = [sohieu, "serve", "-p", "0", "-s", self.content, "-t", templates, "--lang", "vi", *options]
        limit = lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (files, files))
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, preexec_fn=limit)
        self.said: list[str] = []
        self.port = int(re.search(r":(\d+)/", self.process.stderr.readline())[1])
        Thread(target=self._listen, daemon=True).start()
        self.root = f"http://127.0.0.1:{self.port}/"

    def _listen(self):
        for line in self.process.stderr:
            self.said.append(line.rstrip("\n"))

    def connect(self) -> socket.socket:
        connection = socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return connection

    def head(self, target: str = "/", method: str = "GET", *fields: str, version: str = "1.1") -> bytes:
        lines = [f"{method} {target} HTTP/{version}", f"Host: 127.0.0.1:{self.port}", *fields]
        return ("\r\n".join(lines) + "\r\n\r\n").encode("utf-8", "surrogateescape")

    def ask(self, request: bytes) -> bytes:
        """All that the server says to the bytes until it ends the connection, or falls silent."""
        with self.connect() as connection:
            try:
                connection.sendall(request)
            except OSError:
                pass
            return read(connection)

    def status(self, request: bytes) -> int:
        with self.connect() as connection:
            try:
                connection.sendall(request)
            except OSError:
                pass
            answer = connection.recv(4096)
        assert answer.startswith(b"HTTP/1.1 "), answer[:80]
        return int(answer.split(b" ")[1])

    def is_answering(self) -> bool:
        answer = self.ask(self.head("/", "GET", "Connection: close"))
        return answer.startswith(b"HTTP/1.1 200 ") and "Chữ của trang.".encode() in answer

    def interrupt(self) -> float:
        """Ctrl-C; gives the seconds until the process has ended well."""
        start = time.monotonic()
        self.process.send_signal(signal.SIGINT)
        assert self.process.wait(PATIENCE) == 0
        return time.monotonic() - start


def read(connection: socket.socket) -> bytes:
    said = b""
    try:
        while more := connection.recv(65_536):
            said += more
    except (ConnectionError, TimeoutError):
        pass
    return said


@contextmanager
def running(sohieu, folder, *options, **more):
    preview = Preview(sohieu, folder, *options, **more)
    try:
        yield preview
    finally:
        preview.process.kill()
        preview.process.wait()
        preview.process.stderr.close()


@pytest.fixture
def preview(sohieu, tmp_path):
    with running(sohieu, tmp_path) as preview:
        assert preview.is_answering()
        yield preview


# What an attacker sends again and again on each of so many connections, after what it sends at first.
ATTACKS = {
    "nothing": (600, b"", b""),
    "a head that never ends": (300, b"GET / HTTP/1.1\r\n", b"A: b\r\n"),
    "a letter at a time": (300, b"G", b"E"),
    "a line without an end": (4, b"GET /", b"a" * 65_536),
    "fields without an end": (8, b"GET / HTTP/1.1\r\nHost: localhost\r\n", b"A: b\r\n" * 10_000),
    "a body of 1.9 MB": (4, b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1900000\r\n\r\n", b"\n" * 65_536),
    "a body in pieces": (
        8, b"POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\nA\r\n" * 1000,
    ),
    "requests without reading": (300, b"", b"GET /lon.bin HTTP/1.1\r\nHost: localhost\r\n\r\n"),
    "many requests at once": (8, b"", b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n" * 100),
    "events": (300, b"GET /__sohieu/events HTTP/1.1\r\nHost: localhost\r\n\r\n", b""),
    "empty lines": (8, b"", b"\r\n" * 10_000),
    "noise": (8, b"", bytes(range(256)) * 16),
}


@contextmanager
def attack(preview: Preview, count: int, first: bytes, again: bytes):
    """Keeps `count` connections busy while the block runs; one that ends is opened again."""
    over = Event()

    def send(connection, bytes) -> None:
        try:
            connection.send(bytes)
        except BlockingIOError:
            pass

    def run() -> None:
        connections: list[socket.socket | None] = [None] * count
        while not over.is_set():
            for index, connection in enumerate(connections):
                if over.is_set():
                    break
                try:
                    if connection is None:
                        connection = connections[index] = socket.create_connection(("127.0.0.1", preview.port), 1)
                        connection.setblocking(False)
                        send(connection, first)
                    send(connection, again)
                except OSError:
                    if connection:
                        connection.close()
                    connections[index] = None
            over.wait(0.01)
        for connection in filter(None, connections):
            connection.close()

    thread = Thread(target=run)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_keeps_nobody_from_the_page_and_ctrl_c_ends_it(name, preview):
    with attack(preview, *ATTACKS[name]):
        for _ in range(5):
            time.sleep(0.3)
            assert preview.is_answering()
        print(f"{name}: ended {preview.interrupt():.2f} s after Ctrl-C")


def test_running_out_of_files_passes(sohieu, tmp_path):
    with running(sohieu, tmp_path, files=48) as preview:
        assert preview.is_answering()
        with attack(preview, 300, b"GET / HTTP/1.1\r\n", b""):
            for _ in range(5):
                time.sleep(0.2)
                assert preview.is_answering()
        assert preview.is_answering()
        preview.interrupt()


def test_what_is_no_request_is_refused(preview):
    host = f"Host: 127.0.0.1:{preview.port}"
    for expected, request in [
        (400, b"nonsense\r\n\r\n"),
        (400, b"GET / HTTP/1.1\r\n\r\n"),
        (400, preview.head("/", "GET", host)),
        (400, preview.head("/", "GET", "Host : localhost")),
        (400, preview.head("/", "GET", " folded: yes")),
        (400, preview.head("/", "GET", "A: b\nHost: evil.example")),
        (400, preview.head("/", "GET", "A: b\0")),
        (400, preview.head("/", "GET", "Content-Length: 1", "Content-Length: 2")),
        (400, preview.head("/", "GET", "Content-Length: +1")),
        (400, preview.head("/", "GET", "Content-Length: 1", "Transfer-Encoding: chunked")),
        (400, b"GET /\xff HTTP/1.1\r\n" + host.encode() + b"\r\n\r\n"),
        (400, bytes.fromhex("16030100c8010000c40303") + bytes(200) + b"\r\n\r\n"),
        (505, b"PRI * HTTP/2.0\r\n\r\n"),
        (414, preview.head("/" + "a" * 250_000)),
        (431, preview.head("/", "GET", "A: " + "b" * 250_000)),
        (431, preview.head("/", "GET", *["A: b"] * 200)),
        (413, preview.head("/", "GET", "Content-Length: 5") + b"abcde"),
        (405, preview.head("/", "POST", "Content-Length: 1900000") + b"a" * 1_900_000),
        (405, preview.head("/", "POST", "Transfer-Encoding: chunked") + b"5\r\nabcde\r\n0\r\n\r\n"),
        (403, preview.head("/", "GET", "Origin: http://evil.example")),
        (403, preview.head("/", "GET", "Origin: null")),
        (403, preview.head("/", "GET", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors")),
        (403, preview.head("/", "GET", "Sec-Fetch-Site: same-site", "Sec-Fetch-Mode: navigate",
                           "Sec-Fetch-Dest: iframe")),
        (404, preview.head("/..%2f..%2fetc%2fpasswd", "GET", "Connection: close")),
        (404, preview.head("/%ff%fe", "GET", "Connection: close")),
        (404, preview.head("/%c0%ae%c0%ae/", "GET", "Connection: close")),
        (404, preview.head("http://evil.example/", "GET", "Connection: close")),
        (200, preview.head("/", "GET", "Connection: close", f"Origin: http://127.0.0.1:{preview.port}")),
        (200, preview.head("/", "GET", "Connection: close", "Sec-Fetch-Site: none")),
        (200, preview.head("/", "GET", "Connection: close", "Sec-Fetch-Site: cross-site",
                           "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document")),
        (200, preview.head("/", "GET", "Connection: close", "Range: " + "bytes=0-" + ",0-" * 500)),
        (200, preview.head("/", "GET", "Content-Length: 0", "Connection: close")),
        (200, b"\r\n\r\n" + preview.head("/", version="1.0")),
    ]:
        assert preview.status(request) == expected, request[:120]


def test_a_connection_is_kept_and_answers_in_order(preview):
    """As many answers as requests, whether sent one at a time, all at once, or a byte at a time."""
    page = preview.ask(preview.head("/", "GET", "Connection: close")).replace(b"close", b"keep-alive", 1)
    missing = preview.ask(preview.head("/a", "HEAD", "Connection: close")).replace(b"close", b"keep-alive", 1)
    requests = (preview.head("/") + preview.head("/a", "HEAD")) * 20
    last = preview.head("/", "GET", "Connection: close")
    expected = (page + missing) * 20 + page.replace(b"keep-alive", b"close", 1)
    assert preview.ask(requests + last) == expected
    with preview.connect() as connection:
        for byte in requests[: len(requests) // 20] + last:
            connection.send(bytes([byte]))
        assert read(connection) == (page + missing) + page.replace(b"keep-alive", b"close", 1)


def test_an_answer_on_a_kept_connection_is_not_held_back(preview):
    """An answer in two small writes waits 40 ms for the client's acknowledgement, each time."""
    def seconds(count: int) -> float:
        with preview.connect() as connection:
            start = time.perf_counter()
            for _ in range(count):
                connection.sendall(preview.head("/nowhere.css", "HEAD"))
                said = b""
                while b"\r\n\r\n" not in said:
                    said += connection.recv(4096)
            return time.perf_counter() - start

    seconds(5)
    assert min(seconds(50) for _ in range(3)) < 50 * 0.02


def test_pages_of_other_origins_reach_nothing(preview, browser):
    """What a page elsewhere can do in the editor's own browser: ask for anything, and read nothing."""
    with ExitStack() as stack:
        other = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
        body = "<!doctype html><title>elsewhere</title>".encode()

        def serve() -> None:
            while True:
                try:
                    connection, _ = other.accept()
                except OSError:
                    return
                with connection:
                    connection.recv(65_536)
                    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n"
                                       b"Connection: close\r\n\r\n%b" % (len(body), body))

        Thread(target=serve, daemon=True).start()
        page = stack.enter_context(browser.new_context()).new_page()
        page.goto(f"http://127.0.0.1:{other.getsockname()[1]}/")
        outcome = page.evaluate(
            """async root => {
              const large = "x".repeat(1_900_000);
              const tries = [
                ...[1, 2, 3, 4].map(() => fetch(root, { method: "POST", mode: "no-cors", body: large })),
                fetch(root + "?" + large, { mode: "no-cors" }),
                fetch(root), fetch(root, { mode: "no-cors" }),
              ];
              const ends = await Promise.allSettled(tries);
              const stream = new EventSource(root + "__sohieu/events");
              const heard = await new Promise(done => {
                stream.onerror = () => done("refused");
                stream.onmessage = () => done("heard");
              });
              const image = new Image();
              image.src = root + "assets/icon.svg";
              return [heard, ...ends.map(end => end.status === "fulfilled" ? end.value.type : "failed")];
            }""",
            preview.root,
        )
        assert outcome[0] == "refused" and set(outcome[1:]) <= {"failed", "opaque"}
        assert preview.is_answering()
        # A link to the preview is followed all the same.
        page.evaluate("root => { location.href = root; }", preview.root)
        page.wait_for_url(preview.root)
        assert "Chữ của trang." in page.locator("main").inner_text()
    preview.interrupt()
