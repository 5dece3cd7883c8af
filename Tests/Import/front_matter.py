"""Reads what an imported page says of itself, remarks included."""

import re

import yaml


def split(page: str) -> tuple[dict, str, str]:
    """Front matter as YAML reads it, front matter as written, and the text."""
    _, head, body = page.split("---\n", 2)
    return yaml.load(head, Loader=yaml.BaseLoader), head, body


def marked(head: str) -> set[str]:
    """The keys beside which a remark stands."""
    return set(re.findall(r"^(?:# )?([a-z-]+):.*# xem lại: ", head, re.M))
