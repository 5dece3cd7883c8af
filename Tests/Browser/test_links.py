"""Every internal address of the built site leads somewhere, as files and from a web server."""

from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from urllib.parse import quote, urlsplit


def internal_links(site):
    """Each page with each of its links that stay within the site."""
    for page in site.pages.values():
        for link in page.links:
            if not link.is_external:
                yield page, link


def complaint(page, link, reason: str) -> str:
    return f'{page.path}: <{link.element} {link.attribute}="{link.address}">: {reason}'


def test_every_link_leads_to_a_file_of_the_site(site):
    broken = []
    for page, link in internal_links(site):
        target, _ = page.target(link.address)
        if target not in site.files:
            broken.append(complaint(page, link, f"no file {target!r}"))
    assert not broken, "\n".join(broken)


def test_every_anchor_is_there(site):
    broken = []
    for page, link in internal_links(site):
        target, anchor = page.target(link.address)
        # A text fragment or an SVG's own anchors are not ids of the page.
        if anchor and not anchor.startswith(":~:") and target in site.pages:
            if anchor not in site.pages[target].anchors:
                broken.append(complaint(page, link, f"{target} has no anchor {anchor!r}"))
    assert not broken, "\n".join(broken)


def test_links_are_relative_and_name_their_file(site):
    """An address that starts with "/" breaks in a sub-folder, one that ends in "/" breaks over file://."""
    wrong = [
        complaint(page, link, "not relative to the page, or not a file's name")
        for page, link in internal_links(site)
        if link.address.startswith("/") or urlsplit(link.address).path.endswith("/")
    ]
    assert not wrong, "\n".join(wrong)


def test_links_do_not_climb_out_of_the_site(site):
    wrong = []
    for page, link in internal_links(site):
        climbs = urlsplit(link.address).path.split("/").count("..")
        if climbs > page.path.count("/"):
            wrong.append(complaint(page, link, "leads out of the site"))
    assert not wrong, "\n".join(wrong)


def test_nothing_is_loaded_from_elsewhere(site):
    foreign = [
        complaint(page, link, "loaded from another host")
        for page in site.pages.values()
        for link in page.links
        if link.is_external and not link.is_followed and not link.address.startswith("data:")
    ]
    foreign += [f"{path}: {address}" for path, address in site.style_links if "//" in address]
    assert not foreign, "\n".join(foreign)


def test_stylesheets_load_files_of_the_site(site):
    broken = []
    for path, address in site.style_links:
        if address.startswith(("data:", "#")) or "//" in address:
            continue
        target = (site.folder / path).parent / urlsplit(address).path
        if not target.is_file():
            broken.append(f"{path}: {address}")
    assert not broken, "\n".join(broken)


def test_anchors_are_unique_in_their_page(site):
    repeated = []
    for page in site.pages.values():
        ids = page.tree.xpath("//@id")
        repeated += [f"{page.path}: id {name!r}" for name in sorted(page.anchors) if ids.count(name) > 1]
    assert not repeated, "\n".join(repeated)


def test_every_link_is_served(site, served):
    """The same over http, each target asked for once."""
    address = urlsplit(served)
    targets = sorted({page.target(link.address)[0] for page, link in internal_links(site)} | set(site.pages))

    def ask(part: list[str]) -> list[str]:
        connection = HTTPConnection(address.hostname, address.port)
        refused = []
        for target in part:
            connection.request("HEAD", address.path + quote(target))
            response = connection.getresponse()
            response.read()
            if response.status != 200:
                refused.append(f"{target}: {response.status}")
        connection.close()
        return refused

    with ThreadPoolExecutor(4) as pool:
        refused = [line for part in pool.map(ask, [targets[start::4] for start in range(4)]) for line in part]
    assert not refused, "\n".join(refused)
