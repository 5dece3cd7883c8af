"""Reading without a network: what was seen, what was saved, and never anything old while there is a network."""

import hashlib
from functools import partial
from http.server import ThreadingHTTPServer
import json
from threading import Event, Thread
from urllib.parse import quote

from playwright.sync_api import expect
import pytest

from conftest import PATIENCE, SUBFOLDER, SubfolderHandler
from test_site import DIRECTIVE, HOME, RESOLUTION, SEARCH

OFFLINE = "doc-ngoai-tuyen.html"
READY = "async () => { await navigator.serviceWorker.ready; return !!navigator.serviceWorker.controller; }"
CACHED = """async () => {
  const found = {};
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) found[request.url] = [...new Uint8Array(await (await cache.match(request)).arrayBuffer())];
  }
  return found;
}"""


class HostHandler(SubfolderHandler):
    def __init__(self, host, *arguments):
        self.host = host
        super().__init__(*arguments, directory=str(host.folder))

    def do_GET(self):
        self.directory = str(self.host.folder)
        # Two releases of one second would look like one.
        del self.headers["If-Modified-Since"]
        path = self.path.split("?")[0].removeprefix(SUBFOLDER + "/")
        self.host.asked.append(path)
        if self.host.is_down or path in self.host.cut:
            self.close_connection = True
        elif path in self.host.replaced:
            body = self.host.replaced[path]
            self.send_response(200)
            self.send_header("Content-Type", "text/plain")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        else:
            super().do_GET()


class Host:
    """A static host below SUBFOLDER that can be cut off and given a new release."""

    def __init__(self, folder):
        self.folder = folder
        self.is_down = False
        self.cut: set[str] = set()
        self.asked: list[str] = []
        self.replaced: dict[str, bytes] = {}
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), partial(HostHandler, self))
        Thread(target=self.server.serve_forever, daemon=True).start()
        self.root = f"http://127.0.0.1:{self.server.server_port}{SUBFOLDER}/"


@pytest.fixture
def host(site):
    host = Host(site.folder)
    yield host
    host.server.shutdown()


@pytest.fixture
def reader(browser):
    """A page of a browser that has never been here."""
    with browser.new_context(locale="vi-VN") as context:
        context.set_default_timeout(PATIENCE)
        yield context.new_page()


def wait_for(reader, question: str, argument=None) -> None:
    """Asks until the promise that the script gives is kept with a yes: Playwright's own waiting takes a promise for one."""
    for _ in range(PATIENCE // 100):
        if reader.evaluate(question, argument):
            return
        reader.wait_for_timeout(100)
    raise AssertionError(question)


def visit(reader, address: str) -> None:
    reader.goto(address, wait_until="networkidle")
    wait_for(reader, READY)
    reader.wait_for_load_state("networkidle")


def part(reader, name: str):
    return reader.locator(f'[data-piece="{name}"]')


def save_whole_site(reader, host) -> None:
    visit(reader, host.root + OFFLINE)
    part(reader, "save").click()
    expect(part(reader, "state")).to_contain_text("đã lưu toàn bộ trang web", timeout=60_000)


def test_a_page_that_was_seen_is_there_without_a_network(reader, host):
    visit(reader, host.root + DIRECTIVE)
    reader.wait_for_timeout(500)
    host.is_down = True
    reader.reload()
    assert "24-CT/TU" in reader.locator("main").inner_text()
    sheets = reader.evaluate("[...document.styleSheets].map(sheet => sheet.cssRules.length)")
    assert sheets and all(sheets), "with its styles"


def test_a_page_that_was_not_seen_leads_to_what_there_is(reader, host):
    visit(reader, host.root + HOME)
    visit(reader, host.root + DIRECTIVE)
    host.is_down = True
    reader.goto(host.root + RESOLUTION)
    reader.wait_for_url(host.root + OFFLINE + "?trang=*")
    expect(part(reader, "unsaved")).to_be_visible()
    links = part(reader, "list").locator("a:visible")
    expect(links).to_have_count(2)
    part(reader, "filter").fill("dan van co quan hanh chinh")
    expect(links).to_have_count(1)
    links.click()
    reader.wait_for_url(host.root + DIRECTIVE)
    reader.go_back()
    host.is_down = False
    part(reader, "unsaved").get_by_role("link").click()
    reader.wait_for_url(host.root + RESOLUTION)


def test_the_whole_site_and_its_search(reader, host):
    visit(reader, host.root + OFFLINE)
    expect(part(reader, "save")).to_contain_text("MB")
    save_whole_site(reader, host)
    expect(part(reader, "state")).to_contain_text("bản dữ liệu đến ngày")
    host.is_down = True
    for path in [RESOLUTION, "mo-hinh/index.html", "thuat-ngu/dan-van-kheo.html", ""]:
        reader.goto(host.root + path)
        assert reader.url == host.root + path and reader.locator("h1").is_visible()
    reader.goto(host.root + SEARCH + "?q=24-CT%2FTU")
    expect(reader.locator(f'ol.search-results a[href*="{DIRECTIVE}"]').first).to_be_visible()


def test_saving_stops_and_goes_on(reader, host):
    visit(reader, host.root + OFFLINE)
    part(reader, "save").click()
    expect(part(reader, "stop")).to_be_focused()
    reader.wait_for_function("() => document.querySelector('[data-piece=bar]').value > 20")
    part(reader, "stop").click()
    expect(part(reader, "state")).to_contain_text("Đã dừng")
    kept = len(reader.evaluate(CACHED))
    assert kept > 20
    visit(reader, host.root + OFFLINE)
    expect(part(reader, "save")).to_have_text("Tải tiếp")
    part(reader, "save").click()
    expect(part(reader, "state")).to_contain_text("đã lưu toàn bộ trang web", timeout=60_000)


def test_a_network_that_is_lost_is_told(reader, host):
    visit(reader, host.root + OFFLINE)
    host.cut = {RESOLUTION}
    part(reader, "save").click()
    expect(part(reader, "state")).to_contain_text("Mất mạng giữa chừng", timeout=60_000)
    host.cut = set()
    part(reader, "save").click()
    expect(part(reader, "state")).to_contain_text("đã lưu toàn bộ trang web", timeout=60_000)


def test_a_device_without_room_is_told(reader, host):
    visit(reader, host.root + OFFLINE)
    reader.evaluate("""() => {
      const put = Cache.prototype.put;
      let count = 0;
      Cache.prototype.put = function (...all) {
        count += 1;
        return count > 30 ? Promise.reject(new DOMException('full', 'QuotaExceededError')) : put.apply(this, all);
      };
    }""")
    part(reader, "save").click()
    expect(part(reader, "state")).to_contain_text("không còn đủ chỗ")
    expect(part(reader, "save")).to_be_visible()


def test_what_was_saved_can_be_removed(reader, host):
    visit(reader, host.root + HOME)
    save_whole_site(reader, host)
    part(reader, "remove").click()
    expect(part(reader, "state")).to_contain_text("Đã xóa")
    host.is_down = True
    reader.goto(host.root + HOME)
    reader.wait_for_url(host.root + OFFLINE + "?trang=*")


# ---- Releases ----


def collection(text: str, *, has_second: bool = True) -> dict[str, str]:
    files = {
        "site.yaml": "title: Kho thử\n",
        "index.md": "---\ntitle: Kho thử\n---\n",
        "bai-hoc/mot.md": f"---\ntitle: Bài một\n---\n\n{text}\n",
        "bai-hoc/hai.md": "---\ntitle: Bài hai\n---\n\nKhông đổi.\n",
    }
    if has_second:
        files["bai-hoc/ba.md"] = "---\ntitle: Bài ba\n---\n\nSẽ bị bỏ.\n"
    return files


def test_a_new_release_replaces_what_changed_and_nothing_old_stays(reader, build_site):
    old, new = build_site(collection("Bản cũ.")), build_site(collection("Bản mới.", has_second=False))
    host = Host(old.folder)
    save_whole_site(reader, host)
    unchanged = next(file for file in old.files if file.startswith("assets/site.") and file.endswith(".css"))
    reader.goto(host.root + "bai-hoc/mot.html")
    assert "Bản cũ." in reader.locator("main").inner_text()

    host.folder = new.folder
    visit(reader, host.root + "bai-hoc/mot.html")
    assert "Bản mới." in reader.locator("main").inner_text(), "at once, before the worker knows of the release"
    release = (new.folder / "sw.js").read_text("utf-8").split('"release":"')[1][:16]
    reader.evaluate("navigator.serviceWorker.ready.then(registration => registration.update())")
    visit(reader, host.root + HOME)
    wait_for(reader, """async release => {
      const cache = await caches.open((await caches.keys())[0]);
      const note = await cache.match(new URL('doc-ngoai-tuyen.html?da-luu', location.href).href);
      return note && (await note.json()).release === release;
    }""", release)

    kept = {address.removeprefix(host.root): bytes(body) for address, body in reader.evaluate(CACHED).items() if "?" not in address}
    for path, body in kept.items():
        assert path in new.files, f"{path} is of the old release"
        assert body == (new.folder / path).read_bytes(), path
    assert unchanged in kept
    assert set(kept) == {file for file in new.files if file != "sw.js"}
    host.is_down = True
    reader.goto(host.root + "bai-hoc/mot.html")
    assert "Bản mới." in reader.locator("main").inner_text()
    host.server.shutdown()


def test_what_did_not_change_is_not_fetched_again(reader, build_site):
    old, new = build_site(collection("Bản cũ.")), build_site(collection("Bản mới."))
    host = Host(old.folder)
    save_whole_site(reader, host)
    host.folder = new.folder
    host.asked.clear()
    reader.evaluate("navigator.serviceWorker.ready.then(registration => registration.update())")
    wait_for(reader, """async () => {
      const page = await caches.match(new URL('bai-hoc/mot.html', location.href).href);
      return page && (await page.text()).includes('Bản mới.');
    }""")
    assert "bai-hoc/mot.html" in host.asked and "bai-hoc/hai.html" not in host.asked
    host.server.shutdown()


def test_files_that_a_host_keeps_to_itself_are_not_missed(reader, build_site):
    """A host does not serve `.htaccess`, though the list names it: the site is whole without it, and stays so."""
    old, new = (build_site(collection(text) | {"_goc/.htaccess": "x"}) for text in ("Bản cũ.", "Bản mới."))
    assert ".htaccess" in old.files
    host = Host(old.folder)
    host.cut.add(".htaccess")
    save_whole_site(reader, host)
    host.folder = new.folder
    reader.evaluate("navigator.serviceWorker.ready.then(registration => registration.update())")
    release = (new.folder / "sw.js").read_text("utf-8").split('"release":"')[1][:16]
    wait_for(reader, """async release => {
      const note = await caches.match(new URL('doc-ngoai-tuyen.html?da-luu', location.href).href);
      return note && (await note.json()).release === release;
    }""", release)
    assert ".htaccess" not in host.asked
    host.server.shutdown()


def test_digests_that_do_not_fit_do_no_harm(reader, build_site):
    """A host that rewrites pages, a list with lines of another form, a list that is not served at all."""
    site = build_site(collection("Bản cũ."))
    sums = (site.folder / "SHA256SUMS").read_text("utf-8")
    wrong = sums.replace(hashlib.sha256((site.folder / "bai-hoc/mot.html").read_bytes()).hexdigest(), "0" * 64)
    host = Host(site.folder)
    host.replaced["SHA256SUMS"] = ("# not a digest\n\\" + sums.splitlines()[0] + "\n" + wrong).encode()
    save_whole_site(reader, host)
    host.is_down = True
    reader.goto(host.root + "bai-hoc/mot.html")
    assert "Bản cũ." in reader.locator("main").inner_text()
    host.server.shutdown()


def test_a_slow_network_shows_what_is_kept(reader, host):
    visit(reader, host.root + DIRECTIVE)
    reader.wait_for_timeout(500)
    release = Event()
    original = HostHandler.do_GET
    try:
        HostHandler.do_GET = lambda self: (release.wait(20), original(self))
        reader.goto(host.root + DIRECTIVE, wait_until="domcontentloaded")
        assert "24-CT/TU" in reader.locator("main").inner_text()
    finally:
        HostHandler.do_GET = original
        release.set()


# ---- What is offered where ----


def test_nothing_of_it_from_a_folder(page, site):
    page.goto(site.folder.resolve().as_uri() + "/" + OFFLINE, wait_until="networkidle")
    expect(part(page, "state")).to_contain_text("từ một thư mục")
    expect(part(page, "save")).to_be_hidden()
    assert page.locator("link[rel=manifest]").count() == 0


def test_the_manifest_says_how_to_install_the_site(page, host, site):
    visit(page, host.root + RESOLUTION)
    address = page.evaluate("document.querySelector('link[rel=manifest]').href")
    assert address == host.root + "manifest.webmanifest"
    manifest = json.loads((site.folder / "manifest.webmanifest").read_text("utf-8"))
    assert manifest["name"] and manifest["short_name"] and manifest["lang"] == "vi" and manifest["dir"] == "ltr"
    assert manifest["start_url"] in site.files and manifest["icons"][0]["src"] in site.files
    parsed = page.context.new_cdp_session(page).send("Page.getAppManifest")
    assert parsed["url"] == address and not parsed["errors"]


def test_a_site_can_leave_it_out(build_site):
    site = build_site(collection("Bản cũ.") | {"site.yaml": "title: Kho thử\noffline: false\n"})
    assert not site.files & {"sw.js", "manifest.webmanifest", OFFLINE}
    for page in site.pages.values():
        assert b"register." not in page.source and OFFLINE.encode() not in page.source


@pytest.mark.parametrize(
    "asked",
    [
        " javascript:alert(1)", "java\nscript:alert(1)", "\tjavascript:alert(1)", "javascript:alert(1)",
        " //evil.example/", "/\n/evil.example/", "\\\\evil.example\\", "https://evil.example/", " https:evil.example",
        "/", "../", "..%2F..", "%2e%2e/", "/etc/passwd", "file:///etc/passwd", "data:text/html,x", "http://[",
        "blob:x", "van-ban/../../x.html",
    ],
)
def test_the_page_that_was_asked_for_is_one_of_this_site(asked, root, page):
    page.goto(f"{root}{OFFLINE}?trang={quote(asked, safe='')}", wait_until="networkidle")
    link = page.locator('[data-piece="unsaved"] a')
    address = link.evaluate("link => link.href")
    # A name that merely looks odd stays within the site; all else is not offered at all.
    assert address.startswith(root)
    assert link.is_hidden() or address != root + HOME


def test_the_page_that_was_asked_for_is_offered(root, page):
    page.goto(f"{root}{OFFLINE}?trang={quote(RESOLUTION, safe='')}", wait_until="networkidle")
    assert part(page, "unsaved").get_by_role("link").evaluate("link => link.href") == root + RESOLUTION
    page.goto(f"{root}{OFFLINE}?trang=", wait_until="networkidle")
    assert part(page, "unsaved").get_by_role("link").evaluate("link => link.href") == root + "index.html"
