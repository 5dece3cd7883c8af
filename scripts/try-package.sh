#!/usr/bin/env bash
# try-package.sh [SUITE]: installs dist/*.deb in a bare system without Swift, as an office would, and plays a day there: init,
# import ten Word files and a saved page, mend, serve (looked at from outside in Chromium), build, publish, bundle, remove; with
# the time of each. SUITE is a Debian or Ubuntu release that debootstrap knows (bookworm).
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/say.sh

suite=${1:-bookworm}
[ "$(id -u)" -eq 0 ] || refuse "Cần quyền root để dựng hệ thống trống." "Root is needed to make a bare system."
package=$(ls dist/*.deb) || refuse "Chưa có gói: hãy chạy make dist." "There is no package: run make dist."
root=${TRY_PACKAGE_ROOT:-$(mktemp -d)}

python=${PYTHON:-.venv/bin/python}
[ -x "$python" ] || refuse "Cần môi trường Python của phép thử: chạy scripts/python-environment.sh." \
    "The Python environment of the tests is needed: run scripts/python-environment.sh."
tools=$(mktemp -d)

# Each step says how long the one before it took.
began=0 name=
step() {
    [ -z "$name" ] || printf '%5ss  %s\n' "$((SECONDS - began))" "$name"
    began=$SECONDS name=${1:-}
}
inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 HOME=/root DEBIAN_FRONTEND=noninteractive "$@"; }

if [ ! -e "$root/usr/bin/dpkg" ]; then
    step "hệ thống trống $suite · a bare $suite"
    debootstrap --variant=minbase "$suite" "$root" >/dev/null
fi
cp "$package" "$root/root/sohieu.deb"
cp /etc/resolv.conf "$root/etc/resolv.conf"
mount -t proc proc "$root/proc"
server=
stop() {
    kill "$server"
    wait || true
    server=
}
trap '[ -z "$server" ] || kill "$server"; umount "$root/proc"; rm -rf "$tools"' EXIT
! inside sh -c 'command -v swift' >/dev/null
step "danh mục gói · lists of packages"
inside apt-get update -qq

step "cài gói · install"
inside apt-get install -y -qq --no-install-recommends /root/sohieu.deb pandoc >/dev/null 2>&1
inside sohieu --version

step "tạo trang web · init"
inside sh -c 'cd /root && rm -rf kho cong-van && sohieu init kho --province khanh-hoa'

step "nhập mười tệp Word và một trang đã lưu · import"
mkdir -p "$root/root/cong-van"
"$python" -B -c 'import pathlib, sys; sys.path.insert(0, "Tests/Import"); import office_files
office_files.write_all(pathlib.Path(sys.argv[1]))' "$root/root/cong-van"
cat >"$root/root/cong-van/trang-da-luu.html" <<'PAGE'
<html><head><meta charset="utf-8"></head><body><table><tr><td>ỦY BAN NHÂN DÂN<br>TỈNH KHÁNH HÒA<br>Số: 41/KH-UBND</td>
<td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Khánh Hòa, ngày 12 tháng 3 năm 2026</td></tr></table><p><b>KẾ HOẠCH</b></p>
<p><b>Triển khai công tác dân vận</b></p><p>Căn cứ Chỉ thị số 01-CT/TU.</p></body></html>
PAGE
inside sh -c 'cd /root/kho && sohieu import ../cong-van/*.docx ../cong-van/trang-da-luu.html >/root/pages.txt'
[ "$(wc -l <"$root/root/pages.txt")" -eq 11 ]
# Two of the files are one document, as the import has said: the second page goes.
inside sh -c 'cd /root/kho && sed -i /^draft:/d $(cat /root/pages.txt) && rm content/van-ban/37-kh-ubnd-khanh-hoa-2026-2.md'

step "sửa những gì chắc chắn · check --fix"
page=$root/root/kho/content/van-ban/41-kh-ubnd-khanh-hoa-2026.md
sed -i 's|^date: .*|ngày: ngày 12 tháng 3 năm 2026|; s|^number: .*|number: 41 / KH - UBND|' "$page"
printf '\nXem [báo cáo](vi-du-so-ket.md).\n' >>"$page"
! inside sh -c 'cd /root/kho && sohieu check --min-severity error' >/dev/null
inside sh -c 'cd /root/kho && sohieu check --fix --min-severity note' >/dev/null 2>&1
grep -q "^date: 2026-03-12" "$page" && grep -q "^number: 41/KH-UBND" "$page" && grep -qF "](../bao-cao/vi-du-so-ket.md)" "$page"
inside sh -c 'cd /root/kho/content/van-ban && sohieu check --min-severity error'

step "xem thử trong Chromium · serve"
inside sh -c 'cd /root/kho && echo $$ >/root/server && exec sohieu serve -p 8765 2>/root/serve.txt' &
for _ in $(seq 100); do (exec 3<>/dev/tcp/127.0.0.1/8765) 2>/dev/null && break || sleep 0.2; done
server=$(cat "$root/root/server")
"$python" -B scripts/look-at.py http://127.0.0.1:8765/van-ban/index.html "41/KH-UBND" "24-CT/TU"
"$python" -B scripts/look-at.py http://127.0.0.1:8765/van-ban/41-kh-ubnd-khanh-hoa-2026.html "12/3/2026" "01-CT/TU"
stop

step "dựng · build"
inside sh -c 'cd /root/kho/content/van-ban && sohieu build'
inside grep -q "Kế hoạch" /root/kho/public/van-ban/41-kh-ubnd-khanh-hoa-2026.html

step "đăng lên một máy chủ tĩnh · publish"
cp -R "$root/root/kho/public" "$tools/dang"
"$python" -B -m http.server --bind 127.0.0.1 --directory "$tools/dang" 8766 >/dev/null 2>&1 &
server=$!
for _ in $(seq 50); do (exec 3<>/dev/tcp/127.0.0.1/8766) 2>/dev/null && break || sleep 0.2; done
"$python" -B scripts/look-at.py "http://127.0.0.1:8766/tim-kiem.html?q=41%2FKH-UBND" "41/KH-UBND"
stop

step "đóng gói mang đi · bundle"
inside sh -c 'cd /root/kho && rm -f *.zip && sohieu bundle && ls *.zip'
inside test -s /usr/share/man/man1/sohieu.1.gz || echo "(minbase bỏ trang hướng dẫn · minbase leaves manual pages out)"
step "gỡ · remove"
inside dpkg --remove sohieu >/dev/null
! inside sh -c 'command -v sohieu || ls -d /usr/share/sohieu' >/dev/null 2>&1
step
printf '%5ss  %s\n' "$SECONDS" "tất cả · everything"
umount "$root/proc"
trap - EXIT
rm -rf "$tools"
[ -n "${TRY_PACKAGE_ROOT:-}" ] || rm -rf "$root"
