#!/usr/bin/env python3
"""look-at.py URL TEXT...: opens a page in Chromium and ends with 1 unless it shows every text, without a complaint of the browser.

    look-at.py --picture FILE URL TEXT...    keeps a picture of it
"""

import argparse
import os
import sys

from playwright.sync_api import TimeoutError, sync_playwright


def comes(page, text: str) -> bool:
    """Whether the page shows the text; results of a search come after the page."""
    try:
        page.wait_for_function("text => document.body.innerText.includes(text)", arg=text, timeout=15_000)
        return True
    except TimeoutError:
        return False


def main() -> int:
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--picture")
    parser.add_argument("url")
    parser.add_argument("texts", nargs="*")
    asked = parser.parse_args()
    url, texts, picture = asked.url, asked.texts, asked.picture
    complaints = []
    with sync_playwright() as playwright:
        program = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1100, "height": 800}, locale="vi-VN")
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(url, wait_until="load")
        missing = [text for text in texts if not comes(page, text)]
        if picture:
            page.screenshot(path=picture)
        browser.close()
    for text in missing + complaints:
        print(f"{url}: {text}", file=sys.stderr)
    return 1 if missing or complaints else 0


sys.exit(main())
