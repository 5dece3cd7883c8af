#!/usr/bin/env bash
# try-package.sh [SUITE]: installs dist/*.deb in a bare system without Swift, as an office would, and plays a day there:
# init, import, build, serve, bundle, remove. SUITE is a Debian or Ubuntu release that debootstrap knows (bookworm).
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/say.sh

suite=${1:-bookworm}
[ "$(id -u)" -eq 0 ] || refuse "Cần quyền root để dựng hệ thống trống." "Root is needed to make a bare system."
package=$(ls dist/*.deb) || refuse "Chưa có gói: hãy chạy make dist." "There is no package: run make dist."
root=${TRY_PACKAGE_ROOT:-$(mktemp -d)}

step() { printf '%6ss  %s\n' "$SECONDS" "$1"; }
inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 HOME=/root DEBIAN_FRONTEND=noninteractive "$@"; }

if [ ! -e "$root/usr/bin/dpkg" ]; then
    step "hệ thống trống $suite · a bare $suite"
    debootstrap --variant=minbase "$suite" "$root" >/dev/null
fi
cp "$package" "$root/root/sohieu.deb"
cp /etc/resolv.conf "$root/etc/resolv.conf"
mount -t proc proc "$root/proc"
trap 'umount "$root/proc"' EXIT
! inside sh -c 'command -v swift' >/dev/null
inside apt-get update -qq

step "cài gói · install"
inside apt-get install -y -qq --no-install-recommends /root/sohieu.deb >/dev/null 2>&1
inside sohieu --version

step "tạo trang web · init"
inside sh -c 'cd /root && rm -rf kho && sohieu init kho --province khanh-hoa'
step "nhập một trang đã lưu · import"
cat >"$root/root/ke-hoach.html" <<'PAGE'
<html><head><meta charset="utf-8"></head><body><table><tr><td>ỦY BAN NHÂN DÂN<br>TỈNH KHÁNH HÒA<br>Số: 37/KH-UBND</td>
<td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Khánh Hòa, ngày 05 tháng 3 năm 2026</td></tr></table><p><b>KẾ HOẠCH</b></p>
<p><b>Triển khai công tác dân vận</b></p><p>Căn cứ Chỉ thị số 01-CT/TU.</p></body></html>
PAGE
inside sh -c 'cd /root/kho && sohieu import ../ke-hoach.html && sed -i /^draft:/d content/van-ban/37-kh-ubnd-khanh-hoa-2026.md'
step "dựng · build"
inside sh -c 'cd /root/kho/content/van-ban && sohieu check && sohieu build'
inside grep -q "Kế hoạch" /root/kho/public/van-ban/37-kh-ubnd-khanh-hoa-2026.html
step "xem thử · serve"
inside bash -c 'cd /root/kho && { sohieu serve -p 8765 & } 2>/dev/null; server=$!
    for _ in $(seq 50); do exec 3<>/dev/tcp/127.0.0.1/8765 && break || sleep 0.2; done 2>/dev/null
    printf "GET /van-ban/index.html HTTP/1.1\r\nHost: 127.0.0.1:8765\r\nConnection: close\r\n\r\n" >&3
    timeout 20 cat <&3 | grep -q "37/KH-UBND"; found=$?; kill "$server"; exit $found'
step "đóng gói mang đi · bundle"
inside sh -c 'cd /root/kho && rm -f *.zip && sohieu bundle && ls *.zip'
inside test -s /usr/share/man/man1/sohieu.1.gz || step "(minbase bỏ trang hướng dẫn · minbase leaves manual pages out)"
step "gỡ · remove"
inside dpkg --remove sohieu >/dev/null
! inside sh -c 'command -v sohieu || ls -d /usr/share/sohieu' >/dev/null 2>&1
step "xong · done"
umount "$root/proc"
trap - EXIT
[ -n "${TRY_PACKAGE_ROOT:-}" ] || rm -rf "$root"
