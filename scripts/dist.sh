#!/usr/bin/env bash
# Builds a release into dist/: one .tar.xz and one .deb for this processor, with checksums. Swift's libraries are
# linked in and the Markdown library lies beside; what every Debian 12 or 13 and Ubuntu 24.04 has of the rest is named in the package.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/say.sh

say "Dựng bản phát hành (lần đầu mất nhiều phút)…" "Building a release (many minutes the first time)…"
# The Markdown library differs from one release of Debian to the next: the package carries its own, beside the program.
flags=(-c release --product sohieu --scratch-path .build/dist --static-swift-stdlib
    -Xlinker -rpath -Xlinker '$ORIGIN/../lib/sohieu')
swift build "${flags[@]}"
binary=$(swift build "${flags[@]}" --show-bin-path)/sohieu

version=$("$binary" --version)
processor=$(dpkg --print-architecture)
epoch=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
name=sohieu-$version-linux-$processor
rm -rf dist
mkdir -p dist
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The tree as it lies below /usr.
tree=$work/$name
install -D -m 755 "$binary" "$tree/bin/sohieu"
strip --strip-unneeded "$tree/bin/sohieu"
ldd "$binary" | awk '/libcmark-gfm/ {print $3}' | while read -r library; do
    install -D -m 644 "$library" "$tree/lib/sohieu/$(basename "$library")"
done
mkdir -p "$tree/share/sohieu" "$tree/share/doc/sohieu" "$tree/share/man/man1" \
    "$tree/share/bash-completion/completions" "$tree/share/zsh/vendor-completions" "$tree/share/fish/vendor_completions.d"
cp -R site-templates starter content "$tree/share/sohieu/"
cp LICENSE README.md README.vi.md CHANGELOG.md "$tree/share/doc/sohieu/"
mv "$tree/share/doc/sohieu/LICENSE" "$tree/share/doc/sohieu/copyright"
LANG=vi_VN.UTF-8 "$binary" --experimental-dump-help | python3 scripts/manual-page.py "$version" | gzip -9n >"$tree/share/man/man1/sohieu.1.gz"
LANG=vi_VN.UTF-8 "$binary" completion bash >"$tree/share/bash-completion/completions/sohieu"
LANG=vi_VN.UTF-8 "$binary" completion zsh >"$tree/share/zsh/vendor-completions/_sohieu"
LANG=vi_VN.UTF-8 "$binary" completion fish >"$tree/share/fish/vendor_completions.d/sohieu.fish"
find "$tree" -type d -exec chmod 755 {} +
find "$tree" -type f ! -path '*/bin/*' -exec chmod 644 {} +
find "$tree" -exec touch -h -d "@$epoch" {} +

tar --create --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$epoch" --directory "$work" "$name" |
    xz -9e >"dist/$name.tar.xz"

package=$work/package
mkdir -p "$package/DEBIAN"
cp -a "$tree" "$package/usr"
cat >"$package/DEBIAN/control" <<CONTROL
Package: sohieu
Version: $version
Architecture: $processor
Maintainer: Sohieu <noreply@example.invalid>
Section: web
Priority: optional
Depends: libc6 (>= 2.36), libstdc++6, libarchive13 | libarchive13t64, libssl3 | libssl3t64, libxml2, zlib1g
Recommends: pandoc
Installed-Size: $(du -sk "$package/usr" | cut -f1)
Description: knowledge base of Vietnamese official documents
 Turns a folder of Markdown about directives, resolutions, reviews, lessons and
 models into a static site whose pages are linked by document number.
CONTROL
find "$package" -exec touch -h -d "@$epoch" {} +
SOURCE_DATE_EPOCH=$epoch dpkg-deb --build --root-owner-group -Zxz "$package" "dist/sohieu_${version}_$processor.deb" >/dev/null

(cd dist && sha256sum -- *.tar.xz *.deb >SHA256SUMS)
say "Đã dựng vào dist/:" "Built into dist/:"
(cd dist && du -h -- *)
