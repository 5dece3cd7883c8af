#!/usr/bin/env python3
"""The manual page of sohieu, made from the table of commands and flags that the program prints.

    sohieu --experimental-dump-help | scripts/manual-page.py > sohieu.1
"""

import json
import sys


def roff(text: str) -> str:
    """Text that roff takes for text."""
    return text.replace("\\", "\\e").replace("-", "\\-").replace("\n.", "\n\\&.")


def names(argument: dict) -> str:
    written = {"short": "-{}", "long": "--{}", "longWithSingleDash": "-{}"}
    return ", ".join(written[n["kind"]].format(n["name"]) for n in argument.get("names", []))


def entry(argument: dict) -> list[str]:
    value = argument.get("valueName", "")
    if argument["kind"] == "positional":
        title = f"\\fI{roff(value)}\\fR" + ("..." if argument.get("isRepeating") else "")
    else:
        title = f"\\fB{roff(names(argument))}\\fR" + (f" \\fI{roff(value)}\\fR" if argument["kind"] == "option" else "")
    text = argument.get("abstract", "")
    if argument.get("defaultValue"):
        text += f" (mặc định: {argument['defaultValue']})"
    return [".TP", title, roff(text)]


def command(node: dict, path: list[str]) -> list[str]:
    shown = [a for a in node.get("arguments", []) if a.get("shouldDisplay") and a["valueName"] not in ("version", "help")]
    lines = [".SS " + roff(" ".join(path)), roff(node.get("abstract", ""))]
    if node.get("discussion"):
        lines += [".PP", ".nf", roff(node["discussion"]), ".fi"]
    for argument in shown:
        lines += entry(argument)
    for inner in node.get("subcommands", []):
        lines += command(inner, path + [inner["commandName"]])
    return lines


def main() -> None:
    root = json.load(sys.stdin)["command"]
    version = sys.argv[1] if len(sys.argv) > 1 else ""
    lines = [
        f'.TH SOHIEU 1 "" "sohieu {version}"', ".SH TÊN", f"sohieu \\- {roff(root['abstract'])}",
        ".SH CÚ PHÁP", "\\fBsohieu\\fR \\fIlệnh\\fR [\\fItham số\\fR...]", ".SH CÁC LỆNH",
    ]
    for node in root["subcommands"]:
        if node.get("shouldDisplay", True) and node["commandName"] != "help":
            lines += command(node, ["sohieu", node["commandName"]])
    lines += [
        ".SH KẾT THÚC", "0: xong; 1: nội dung có lỗi; 2: dòng lệnh hoặc máy có vấn đề.",
        ".SH TỆP", ".TP", "\\fBcontent/site.yaml\\fR", roff("Trang web: mọi lệnh tìm tệp này từ thư mục hiện tại trở lên."),
        ".TP", "\\fBsite-templates/\\fR", roff("Khuôn mẫu riêng, chỉ những tệp khác với của chương trình."),
    ]
    print("\n".join(lines))


main()
