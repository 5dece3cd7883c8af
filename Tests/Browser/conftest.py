"""What the browser tests stand on: the built site, the two ways to open it, and a page that forgives nothing."""

from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
import os
from pathlib import Path
import shutil
import subprocess
from threading import Thread
from urllib.parse import urlsplit
import zipfile

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
import pytest

from built_site import BuiltSite

REPOSITORY = Path(__file__).resolve().parents[2]
# What is built and opened: content of the tests' own, so that no editor of content/ can break them.
COLLECTION = REPOSITORY / "Tests/Fixtures/collection"
# The site is served below a folder, as many hosts do: an address that starts with "/" fails here.
SUBFOLDER = "/cong-thong-tin/dan-van"
# Where `published` believes it will be.
PUBLISHED_AT = "https://vi-du.example/kho/"
# How long a page may take over anything, in milliseconds: much longer than it should, for busy machines.
PATIENCE = 10_000


class SubfolderHandler(SimpleHTTPRequestHandler):
    """Serves the site below SUBFOLDER and nothing at the root."""

    protocol_version = "HTTP/1.1"

    def translate_path(self, path: str) -> str:
        if not path.startswith(SUBFOLDER + "/"):
            return "/nonexistent"
        return super().translate_path(path.removeprefix(SUBFOLDER))

    def log_message(self, format: str, *arguments: object) -> None:
        pass


@pytest.fixture(scope="session")
def sohieu() -> Path:
    """The program under test: the release binary, or the one that SOHIEU names."""
    program = Path(os.environ.get("SOHIEU", REPOSITORY / ".build/release/sohieu"))
    assert program.exists(), f"{program} is missing: run `make site` first"
    return program


@pytest.fixture(scope="session")
def build(sohieu):
    """build(output, *options, content=…, templates=…): runs `sohieu build` and returns the finished process."""

    def run(
        output: Path,
        *options: str,
        content: Path = COLLECTION,
        templates: Path = REPOSITORY / "site-templates",
    ) -> subprocess.CompletedProcess:
        command = [sohieu, "build", "-s", content, "-o", output, "-t", templates, *options]
        return subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True)

    return run


@pytest.fixture(scope="session")
def site(build, tmp_path_factory) -> BuiltSite:
    """The built site of the collection, or the one in the folder that SOHIEU_SITE names."""
    if named := os.environ.get("SOHIEU_SITE"):
        return BuiltSite(Path(named))
    folder = tmp_path_factory.mktemp("collection") / "site"
    finished = build(folder)
    assert finished.returncode == 0, finished.stderr
    return BuiltSite(folder)


@pytest.fixture(scope="session")
def published(build, tmp_path_factory) -> BuiltSite:
    """The same site as one that knows where it will be published: its feeds and pages name absolute addresses."""
    folder = tmp_path_factory.mktemp("published") / "site"
    finished = build(folder, "--base-url", PUBLISHED_AT)
    assert finished.returncode == 0, finished.stderr
    return BuiltSite(folder)


@pytest.fixture(scope="session")
def build_site(build, tmp_path_factory):
    """build_site(files, **options): the built site of a collection given as path → text."""

    def make(files: dict[str, str], **options) -> BuiltSite:
        folder = tmp_path_factory.mktemp("collection")
        for path, text in files.items():
            file = folder / "content" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        finished = build(folder / "site", content=folder / "content", **options)
        assert finished.returncode == 0, finished.stderr
        return BuiltSite(folder / "site")

    return make


@pytest.fixture(scope="session")
def unpacked(sohieu, tmp_path_factory) -> Path:
    """The folder that a bundle of the collection unpacks to."""
    folder = tmp_path_factory.mktemp("stick")
    archive = folder / "site.zip"
    command = [sohieu, "bundle", "-s", COLLECTION, "-t", "site-templates", "-o", archive]
    subprocess.run(command, cwd=REPOSITORY, check=True, capture_output=True)
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(folder)
    return next(path for path in folder.iterdir() if path.is_dir())


@contextmanager
def serving(folder: Path, port: int = 0):
    """Serves `folder` below SUBFOLDER while the block runs; gives its address, ending in "/"."""
    handler = partial(SubfolderHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{SUBFOLDER}/"
        finally:
            server.shutdown()


@pytest.fixture(scope="session")
def served(site) -> str:
    """The address of the site over http, ending in "/"."""
    with serving(site.folder) as address:
        yield address


@pytest.fixture(params=["http", "file"])
def root(request, site) -> str:
    """The address of the site, ending in "/": a test that takes this runs over http and over file."""
    if request.param == "http":
        return request.getfixturevalue("served")
    return site.folder.resolve().as_uri() + "/"


@pytest.fixture(scope="session")
def browser() -> Browser:
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    assert program, "chromium is missing: run `make test`, which installs it"
    with sync_playwright() as playwright:
        # Chromium refuses its sandbox to root, which is who runs tests in a container.
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=program, args=arguments)
        yield browser
        browser.close()


def watch(page: Page, complaints: list[str]) -> None:
    """Adds to `complaints` whatever a reader's browser would object to, and each request that leaves the site."""

    def requested(request) -> None:
        address = urlsplit(request.url)
        local = address.scheme in {"file", "data", "blob"} or address.hostname == "127.0.0.1"
        if not local:
            complaints.append(f"request to another origin: {request.url}")

    def spoke(message) -> None:
        if message.type in {"error", "warning"}:
            complaints.append(f"console {message.type}: {message.text} ({message.location.get('url', '')})")

    page.on("request", requested)
    page.on("console", spoke)
    page.on("pageerror", lambda error: complaints.append(f"script error: {error}"))
    page.on("requestfailed", lambda request: complaints.append(f"failed: {request.url} ({request.failure})"))
    page.on(
        "response",
        lambda response: response.status >= 400 and complaints.append(f"status {response.status}: {response.url}"),
    )


@pytest.fixture
def open_page(browser):
    """open_page(address, **context options): a page that is watched; the test fails if there were complaints."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open_watched(address: str, **options) -> Page:
        context = browser.new_context(**{"locale": "vi-VN", **options})
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        watch(page, complaints)
        page.goto(address, wait_until="networkidle")
        return page

    yield open_watched
    for context in contexts:
        context.close()
    assert not complaints, "\n".join(complaints)


@pytest.fixture
def page(browser):
    """A watched page with nothing in it yet, for tests that go where they like."""
    complaints: list[str] = []
    with browser.new_context(locale="vi-VN") as context:
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        watch(page, complaints)
        yield page
    assert not complaints, "\n".join(complaints)
