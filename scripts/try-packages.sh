#!/usr/bin/env bash
# Installs the .deb and the .rpm of FOLDER in a bare Debian root without a network, uses them, and takes them away again.
# Ends with 77 and one line of reason where that can't be done here. usage: try-packages.sh FOLDER
set -euo pipefail
cd "$(dirname "$0")/.."
skip() { echo "$1"; exit 77; }
packages=$(cd "$1" 2>/dev/null && pwd -P) && deb=$(ls "$packages"/*.deb 2>/dev/null) || skip "there is no .deb in target/packages: ./check --dist makes it"
[ "$(id -u)" = 0 ] || skip "only root can install a package into a root of its own"
for tool in debootstrap chroot unshare; do command -v $tool >/dev/null || skip "there is no $tool here"; done

bare=${XDG_CACHE_HOME:-$HOME/.cache}/calque/debian-bookworm.tar.gz
work=$(mktemp -d)
trap 'umount "$work"/*/proc 2>/dev/null || true; rm -rf "$work"' EXIT
if [ ! -f "$bare" ]; then
    mkdir -p "${bare%/*}"
    debootstrap --variant=minbase bookworm "$work/new" >"$work/log" 2>&1 || skip "debootstrap can't make a bare root here: $(tail -n 1 "$work/log")"
    tar -C "$work/new" -czf "$bare.new" . && mv "$bare.new" "$bare" && rm -rf "$work/new"
fi

root=''
begin() { root=$work/$1; mkdir "$root"; tar -xzf "$bare" -C "$root"; mount -t proc proc "$root/proc"; }
inside() { unshare -n chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C "$@"; }
fail() { echo "FAILED: $1" >&2; exit 1; }

# What a user does first, as nobody special, in a folder of her own; the PDF takes fonts and the desktop libraries.
use() {
    [ -s "$root/usr/lib/calque/lib/calque.aot" ] || fail "installing prepared no fast starts"
    inside useradd -m ann
    as_ann() { inside setpriv --reuid ann --regid ann --clear-groups /usr/bin/env HOME=/home/ann sh -c "cd /home/ann && $1"; }
    [ "$(as_ann 'calque --version')" = "calque $1" ] || fail "calque --version"
    as_ann 'calque demo --people 50' | grep -q 'steps applied, 0 failed' || fail "calque demo"
    as_ann 'calque audit calque-demo --format pdf -o audit.pdf 2>/dev/null; head -c 5 audit.pdf' | grep -q '%PDF-' || fail "calque audit --format pdf"
    [ -s "$root/usr/share/man/man1/calque-check.1.gz" ] || fail "no manual page"
    inside bash -c '. /usr/share/bash-completion/completions/calque && complete -p calque' >/dev/null || fail "no completion"
}
gone() { [ ! -e "$root/usr/lib/calque" ] && [ ! -e "$root/usr/bin/calque" ] || fail "removing left: $(find "$root/usr/lib/calque" | head -n 5)"; }
version=$(basename "$deb" | cut -d_ -f2)

begin deb
cp "$deb" "$root/tmp/calque.deb"
inside dpkg -i /tmp/calque.deb >/dev/null || fail "dpkg -i"
use "$version"
inside dpkg --purge calque >/dev/null 2>&1 || fail "dpkg --purge"
gone
echo "deb: installed, used and removed"

rpm=$(ls "$packages"/*.rpm 2>/dev/null) || { echo "rpm: there is none in target/packages"; exit 0; }
command -v rpm >/dev/null || { echo "rpm: not tried, there is no rpm here"; exit 0; }
begin rpm
# A Debian root has no list of RPM packages, so that what the package requires is taken for given.
rpm --root "$root" --initdb
cp "$rpm" "$root/tmp/calque.rpm"
unshare -n rpm --root "$root" --nodeps -i "$root/tmp/calque.rpm" || fail "rpm -i"
use "$version"
rpm --root "$root" -e calque || fail "rpm -e"
gone
echo "rpm: installed, used and removed"
