# Sourced by ./calque and ./check: sets JAVA_HOME to a JDK 25 or fails. Uses only what a plain POSIX system has.

calque_is_jdk25() {
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] && grep -q '^JAVA_VERSION="25' "$1/release"
}

calque_jdk_cache=${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/calque/jdk

calque_find_jdk() {
    if [ -n "${JAVA_HOME:-}" ] && calque_is_jdk25 "$JAVA_HOME"; then return 0; fi
    calque_javac=$(command -v javac 2>/dev/null) &&
        calque_javac=$(readlink -f "$calque_javac" 2>/dev/null || printf %s "$calque_javac")
    for calque_home in "${calque_javac%/bin/javac}" \
        /usr/lib/jvm/*25* /opt/*jdk*25* /opt/java/openjdk /Library/Java/JavaVirtualMachines/*25*/Contents/Home \
        "${HOME:-}"/.sdkman/candidates/java/25* "${HOME:-}"/.jdks/*25* "$calque_jdk_cache"/*; do
        if calque_is_jdk25 "$calque_home"; then
            JAVA_HOME=$calque_home
            export JAVA_HOME
            return 0
        fi
    done
    return 1
}

# Finds a JDK 25, or offers to fetch one. The argument is the folder of this file.
calque_need_jdk() {
    calque_find_jdk && return 0
    calque_os=$(uname -s | tr '[:upper:]' '[:lower:]')
    ls /lib/ld-musl-* >/dev/null 2>&1 && calque_os=$calque_os-musl
    case $(uname -m) in
        x86_64 | amd64) calque_arch=x64 ;;
        arm64) calque_arch=aarch64 ;;
        *) calque_arch=$(uname -m) ;;
    esac
    calque_row=$(awk -F'\t' -v os="$calque_os" -v arch="$calque_arch" '$1 == os && $2 == arch { print $3, $4 }' "${CALQUE_JDK_TABLE:-$1/jdk.tsv}")
    if [ -z "$calque_row" ]; then
        echo "calque: no JDK 25 found, and none is listed for $calque_os $calque_arch in scripts/jdk.tsv." >&2
        echo "        Install one (adoptium.net has them) and set JAVA_HOME to it." >&2
        return 1
    fi
    calque_url=${calque_row% *} calque_sha=${calque_row##* }
    if [ "${CALQUE_FETCH_JDK:-}" != 1 ]; then
        echo "calque: no JDK 25 found: not in JAVA_HOME, on PATH or in the usual places." >&2
        if [ ! -t 0 ] || [ ! -t 2 ]; then
            echo "        Set JAVA_HOME to one, or set CALQUE_FETCH_JDK=1 to have Eclipse Temurin fetched (about 140 MB)." >&2
            return 1
        fi
        printf 'Fetch Eclipse Temurin (about 140 MB)\n  from %s\n  into %s? [y/N] ' "$calque_url" "$calque_jdk_cache" >&2
        read -r calque_answer || calque_answer=n
        case $calque_answer in
            [yY] | [yY][eE][sS]) ;;
            *) echo "calque: nothing fetched. Set JAVA_HOME to a JDK 25." >&2; return 1 ;;
        esac
    fi
    calque_fetch_jdk "$calque_url" "$calque_sha" && calque_find_jdk
}

# Fetches, checks, unpacks, renames: in this order, so that what is in the cache is always whole and always the right thing.
calque_fetch_jdk() (
    set -eu
    name=${1##*/} name=${name%.tar.gz}
    mkdir -p "$calque_jdk_cache" || exit 1
    work=$(mktemp -d "$calque_jdk_cache/.fetch.XXXXXX") || exit 1
    trap 'rm -rf "$work"' EXIT
    trap 'exit 130' INT TERM HUP
    echo "calque: fetching $1" >&2
    if command -v curl >/dev/null; then
        meter=-sS
        [ ! -t 2 ] || meter=--progress-bar
        curl -fL "$meter" --retry 2 -o "$work/jdk.tar.gz" "$1" || { echo "calque: could not fetch it." >&2; exit 1; }
    elif command -v wget >/dev/null; then
        wget -nv -O "$work/jdk.tar.gz" "$1" || { echo "calque: could not fetch it." >&2; exit 1; }
    else
        echo "calque: neither curl nor wget is here to fetch it with." >&2
        exit 1
    fi
    if command -v sha256sum >/dev/null; then sum=$(sha256sum <"$work/jdk.tar.gz")
    elif command -v shasum >/dev/null; then sum=$(shasum -a 256 <"$work/jdk.tar.gz")
    else sum=$(openssl dgst -sha256 -r <"$work/jdk.tar.gz"); fi
    sum=${sum%% *}
    if [ "$sum" != "$2" ]; then
        printf 'calque: refused: what came is not what scripts/jdk.tsv promises.\n  expected SHA-256 %s\n  got              %s\n' "$2" "$sum" >&2
        exit 1
    fi
    mkdir "$work/jdk"
    tar -xzf "$work/jdk.tar.gz" -C "$work/jdk" || exit 1
    set -- "$work"/jdk/*
    [ ! -d "$1/Contents/Home" ] || set -- "$1/Contents/Home"
    calque_is_jdk25 "$1" || { echo "calque: refused: the archive holds no JDK 25." >&2; exit 1; }
    # Another start may have been faster; then its copy is as good.
    mv "$1" "$calque_jdk_cache/$name" 2>/dev/null || [ -d "$calque_jdk_cache/$name" ]
)
