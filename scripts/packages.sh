#!/usr/bin/env bash
# Makes packages of target/dist: an archive with its own Java runtime, a .deb and an .rpm of it, an archive without a runtime for
# every system, a bill of materials and checksums. ./check --dist calls it. The same sources and the same JDK give the same bytes:
# names are sorted, times are the build's, owners are root. A format whose tool is missing is left out, with one line that says so.
# usage: packages.sh TO
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd -P)
to=$1
umask 022
export LC_ALL=C

version=$(sed -n 's:^  <version>\(.*\)</version>$:\1:p' "$root/pom.xml" | head -n 1)
moment=$(sed -n 's:.*<project.build.outputTimestamp>\(.*\)</.*:\1:p' "$root/pom.xml")
SOURCE_DATE_EPOCH=$(date -u -d "$moment" +%s)
export SOURCE_DATE_EPOCH
case $(uname -m) in
    x86_64) arch=x64 deb_arch=amd64 ;;
    aarch64) arch=aarch64 deb_arch=arm64 ;;
    *) arch=$(uname -m) deb_arch=$arch ;;
esac
about='Licence-driven policy for Lync and Skype for Business Server'
work=$root/target/packaging
rm -rf "$work" "$to"
mkdir -p "$work" "$to"

has() {
    command -v "$1" >/dev/null && return 0
    echo "packages: no $1 here, so no $2 is made ($3)" >&2
    return 1
}

# An archive whose bytes depend on its files alone.
tarball() { # folder below $work, archive
    find "$work/$1" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
    tar --sort=name --format=gnu --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner -C "$work" -cf - "$1" | gzip -9n >"$2"
}

# --- The program, as it stands in every package ---------------------------------------------------------------------------------
app=$work/calque-$version
cp -R "$root/target/dist" "$app"
rm -rf "$app"/lib/calque.aot*
cp -R "$root/docs" "$app/docs"
cp "$root/LICENSE" "$app/"
mkdir -p "$app/man/man1" "$app/completions"
java=("$JAVA_HOME/bin/java" -Xlog:disable -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -jar "$root/target/dist/lib/calque.jar")
"${java[@]}" help --man "$app/man/man1"
for shell in bash zsh fish; do "${java[@]}" completion $shell >"$app/completions/calque.$shell"; done
chmod -R u=rwX,go=rX "$app"

# --- Without a runtime: every system that has a JDK 25 ---------------------------------------------------------------------------
if has x86_64-w64-mingw32-gcc calque.exe "Debian's gcc-mingw-w64-x86-64"; then
    x86_64-w64-mingw32-gcc -municode -O2 -Wall -Wextra -Werror -s -Wl,--no-insert-timestamp \
        -o "$app/calque.exe" "$root/scripts/windows/calque.c" -lshell32
fi
# The jar tool writes zip archives whose bytes depend on names, contents and this date alone; but it keeps no file modes,
# so that this archive is for Windows first, and for others starts with: sh calque.
"$JAVA_HOME/bin/jar" --create --no-manifest --date="$moment" --file "$to/calque-$version.zip" -C "$work" "calque-$version"
rm -f "$app/calque.exe" "$app/calque.cmd" "$app/scripts/jdk.ps1"

# --- With a runtime: the modules that the program uses, and what no class names ---------------------------------------------------
# Kerberos logins and code pages are found by name at run time.
modules=$(cd "$app/lib" && "$JAVA_HOME/bin/jdeps" --multi-release 25 --print-module-deps --ignore-missing-deps --module-path . --class-path '*' calque.jar ./*.jar 2>/dev/null | tail -n 1)
"$JAVA_HOME/bin/jlink" --add-modules "$modules,jdk.security.jgss,jdk.charsets" --no-header-files --no-man-pages --strip-debug --output "$app/runtime"
chmod -R u=rwX,go=rX "$app"
tarball "calque-$version" "$to/calque-$version-linux-$arch.tar.gz"

# --- As a system's package: the program in /usr/lib/calque, its pages where man and shells look ------------------------------------
tree=$work/tree
mkdir -p "$tree/usr/lib" "$tree/usr/bin" "$tree/usr/share/doc/calque" "$tree/usr/share/man" \
    "$tree/usr/share/bash-completion/completions" "$tree/usr/share/zsh/vendor-completions" "$tree/usr/share/fish/vendor_completions.d"
cp -R "$app" "$tree/usr/lib/calque"
ln -s ../lib/calque/calque "$tree/usr/bin/calque"
mv "$tree/usr/lib/calque/man/man1" "$tree/usr/share/man/man1"
gzip -9n "$tree"/usr/share/man/man1/*.1
mv "$tree/usr/lib/calque/completions/calque.bash" "$tree/usr/share/bash-completion/completions/calque"
mv "$tree/usr/lib/calque/completions/calque.zsh" "$tree/usr/share/zsh/vendor-completions/_calque"
mv "$tree/usr/lib/calque/completions/calque.fish" "$tree/usr/share/fish/vendor_completions.d/calque.fish"
rmdir "$tree/usr/lib/calque/man" "$tree/usr/lib/calque/completions"
mv "$tree/usr/lib/calque/docs" "$tree/usr/lib/calque/README.md" "$tree/usr/share/doc/calque/"
cat "$root/LICENSE" "$root/NOTICE.md" >"$tree/usr/share/doc/calque/copyright"
gzip -9nc "$root/CHANGELOG.md" >"$tree/usr/share/doc/calque/changelog.gz"
find "$tree" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +

# Fast starts are prepared on the machine that they are for; without them all works, only slower.
prepare='/usr/lib/calque/calque --version >/dev/null 2>&1 || true'
clean='rm -f /usr/lib/calque/lib/calque.aot /usr/lib/calque/lib/calque.aot.jdk'

if has dpkg-deb 'a .deb' "Debian's dpkg"; then
    cp -R --preserve=all "$tree" "$work/deb"
    mkdir "$work/deb/DEBIAN"
    cat >"$work/deb/DEBIAN/control" <<TEXT
Package: calque
Version: $version
Architecture: $deb_arch
Maintainer: The Calque project <calque@localhost>
Installed-Size: $(du -k --apparent-size -s "$tree" | cut -f1)
Depends: libc6 (>= 2.17)
Section: admin
Priority: optional
Description: $about
 Calque keeps policies, personas and rules as text, proves that the rights
 given are the rights licensed, plans what has to change on the server, does
 it with a journal and a way back, and counts the licences that are needed.
 It brings its own Java runtime.
TEXT
    printf '#!/bin/sh\nset -e\n%s\n' "if [ \"\$1\" = configure ]; then $prepare; fi" >"$work/deb/DEBIAN/postinst"
    printf '#!/bin/sh\nset -e\n%s\n' "$clean" >"$work/deb/DEBIAN/prerm"
    chmod 755 "$work/deb/DEBIAN/postinst" "$work/deb/DEBIAN/prerm"
    touch -d "@$SOURCE_DATE_EPOCH" "$work/deb/DEBIAN"/* "$work/deb/DEBIAN" "$work/deb"
    dpkg-deb --root-owner-group -Zgzip --build "$work/deb" "$to/calque_${version}_$deb_arch.deb" >/dev/null
fi

if has rpmbuild 'an .rpm' "Debian's rpm"; then
    # The runtime's libraries find each other, so that nothing is required but what its launcher needs.
    cat >"$work/calque.spec" <<TEXT
Name: calque
Version: $version
Release: 1
Summary: $about
License: Apache-2.0
AutoReqProv: no
Requires: glibc >= 2.17
%description
Calque keeps policies, personas and rules as text, proves that the rights given are the rights licensed, plans what has to
change on the server, does it with a journal and a way back, and counts the licences that are needed. It brings its own Java runtime.
%install
cp -a $tree/. %{buildroot}/
%files
/usr/bin/calque
/usr/lib/calque
%doc /usr/share/doc/calque
/usr/share/man/man1/*
/usr/share/bash-completion/completions/calque
/usr/share/zsh/vendor-completions/_calque
/usr/share/fish/vendor_completions.d/calque.fish
%post
$prepare
%preun
$clean
TEXT
    rpmbuild -bb --quiet --buildroot "$work/rpm-root" \
        --define "_topdir $work/rpm" --define "_rpmdir $work/rpm" --define '_buildhost localhost' \
        --define 'use_source_date_epoch_as_buildtime 1' --define 'clamp_mtime_to_source_date_epoch 1' \
        --define '__os_install_post %{nil}' --define '_build_id_links none' --define 'debug_package %{nil}' \
        --define '_binary_payload w9.gzdio' "$work/calque.spec" >"$work/rpm.log" 2>&1 || { cat "$work/rpm.log" >&2; exit 1; }
    cp "$work"/rpm/*/calque-*.rpm "$to/"
fi

# --- What is inside, and checksums -------------------------------------------------------------------------------------------------
(cd "$root" && ./mvnw -q -B --no-transfer-progress -Dstyle.color=never -Psbom -Dmaven.test.skip=true -pl cli -am package)
cp "$root/target/bom.json" "$to/calque-$version-sbom.json"
(cd "$to" && sha256sum -- * >SHA256SUMS)
rm -rf "$work"
