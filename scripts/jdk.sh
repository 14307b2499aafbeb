# Sourced by ./calque and ./check: sets JAVA_HOME to a JDK 25 or fails. Uses only what a plain POSIX system has.

calque_is_jdk25() {
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] && grep -q '^JAVA_VERSION="25' "$1/release"
}

calque_find_jdk() {
    if [ -n "${JAVA_HOME:-}" ] && calque_is_jdk25 "$JAVA_HOME"; then return 0; fi
    calque_javac=$(command -v javac 2>/dev/null) &&
        calque_javac=$(readlink -f "$calque_javac" 2>/dev/null || printf %s "$calque_javac")
    for calque_home in "${calque_javac%/bin/javac}" \
        /usr/lib/jvm/*25* /opt/*jdk*25* /Library/Java/JavaVirtualMachines/*25*/Contents/Home \
        "$HOME"/.sdkman/candidates/java/25* "$HOME"/.jdks/*25* "${XDG_CACHE_HOME:-$HOME/.cache}"/calque/jdk/*; do
        if calque_is_jdk25 "$calque_home"; then
            JAVA_HOME=$calque_home
            export JAVA_HOME
            return 0
        fi
    done
    return 1
}
