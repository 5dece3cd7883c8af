"""gallery.py FOLDER: pictures of every kind of page on a phone, a tablet and a desktop, in the light and the dark theme.

Shows the site in public/ over http. With --docs FOLDER holds only the few pictures of docs/gallery, with fewer colours
(pngquant). Runs in the environment of the browser tests: .venv/bin/python scripts/gallery.py pictures
"""

import argparse
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
import os
from pathlib import Path
import shutil
import subprocess
from threading import Thread

from playwright.sync_api import sync_playwright

SITE = Path(__file__).resolve().parents[1] / "public"
PAGES = {
    "home": "index.html",
    "document": "van-ban/25-nq-tw-2013.html",
    "lesson": "bai-hoc/lam-dong-1-lanh-dao-va-quan-triet.html",
    "model": "mo-hinh/dan-van-kheo-binh-dinh.html",
    "report": "bao-cao/binh-dinh-10-nam-25-nq-tw-218-qd-tw.html",
    "place": "dia-phuong/lam-dong.html",
    "themes": "chu-de-bai-hoc/phoi-hop-trong-he-thong-chinh-tri.html",
    "list": "van-ban/index.html",
    "models": "mo-hinh/index.html",
    "matrix": "bai-hoc/doi-chieu.html",
    "places": "dia-phuong/index.html",
    "type": "van-ban/loai/quyet-dinh.html",
    "missing": "chua-co/25-nq-tw-2003-03-12.html",
    "missing-list": "chua-co/index.html",
    "term": "thuat-ngu/ban-dan-van.html",
    "terms": "thuat-ngu/index.html",
    "topics": "chu-de/index.html",
    "lost": "404.html",
    "search": "tim-kiem.html?q=d%C3%A2n+v%E1%BA%ADn+kh%C3%A9o",
    "offline": "doc-ngoai-tuyen.html",
}
WIDTHS = {"phone": (390, 844), "tablet": (820, 1180), "desktop": (1440, 900)}
THEMES = ["light", "dark"]
DOCS = [
    ("home", "desktop", "light"), ("document", "desktop", "light"), ("document", "phone", "dark"),
    ("themes", "desktop", "light"), ("models", "tablet", "light"), ("search", "phone", "light"),
    ("report", "desktop", "dark"), ("offline", "phone", "light"),
]
# What a picture shows of a page at most, in screens.
SCREENS = 2.2


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *arguments: object) -> None:
        pass


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--docs", action="store_true")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    everything = [(name, width, theme) for name in PAGES for width in WIDTHS for theme in THEMES]
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(SITE)))
    Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=sandbox)
        for name, width, theme in DOCS if arguments.docs else everything:
            wide, high = WIDTHS[width]
            context = browser.new_context(viewport={"width": wide, "height": high}, color_scheme=theme, locale="vi-VN")
            page = context.new_page()
            page.goto(f"http://127.0.0.1:{server.server_port}/{PAGES[name]}", wait_until="networkidle", timeout=20_000)
            whole = page.evaluate("document.documentElement.scrollHeight")
            file = arguments.folder / f"{name}-{width}-{theme}.png"
            page.screenshot(path=file, full_page=True, clip={"x": 0, "y": 0, "width": wide, "height": min(whole, high * SCREENS)})
            context.close()
            if arguments.docs:
                subprocess.run(["pngquant", "--force", "--ext", ".png", "48", file], check=True)
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main()
