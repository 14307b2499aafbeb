# Sourced by ./check: prepares what the integration tests need and can be had. A test that misses its tool skips itself and says why.

# The lab: a real PowerShell engine with the Lync cmdlets simulated. CALQUE_LAB names its program.
if [ -z "${CALQUE_LAB:-}" ] && [ -r ../shared/lab/ps-lab.tar.xz ] && [ "$(uname -sm)" = "Linux x86_64" ]; then
    lab=${XDG_CACHE_HOME:-$HOME/.cache}/calque/lab-$(cksum <../shared/lab/ps-lab.tar.xz | cut -d' ' -f1)
    if [ ! -x "$lab/ps-lab" ]; then
        echo "check: unpacking the PowerShell lab" >&2
        mkdir -p "$lab.new" && tar -xJf ../shared/lab/ps-lab.tar.xz -C "$lab.new" && rm -rf "$lab" && mv "$lab.new" "$lab"
    fi
    CALQUE_LAB=$lab/ps-lab
fi
export CALQUE_LAB=${CALQUE_LAB:-}

# The product's cmdlets with their parameters, from its reference.
if [ -z "${CALQUE_CMDLETS:-}" ] && [ -r ../shared/lab/cmdlets.json ]; then
    CALQUE_CMDLETS=$(cd ../shared/lab && pwd)/cmdlets.json
fi
export CALQUE_CMDLETS=${CALQUE_CMDLETS:-}

# Recorded exchanges with real PowerShell endpoints.
if [ -z "${CALQUE_RECORDINGS:-}" ] && [ -d ../shared/psrp/recordings ]; then
    CALQUE_RECORDINGS=$(cd ../shared/psrp/recordings && pwd)
fi
export CALQUE_RECORDINGS=${CALQUE_RECORDINGS:-}

# The tables that the catalogue was made from.
if [ -z "${CALQUE_FACTS:-}" ] && [ -d ../shared/facts ]; then
    CALQUE_FACTS=$(cd ../shared/facts && pwd)
fi
export CALQUE_FACTS=${CALQUE_FACTS:-}

# Debian packages of the servers that tests start on loopback. Asked for at once, because apt is slow to start.
calque_packages=$(sed 's/#.*//' scripts/integration-packages.txt)
calque_missing=$(for p in $calque_packages; do dpkg -s "$p" >/dev/null 2>&1 || echo "$p"; done)
if [ -n "$calque_missing" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "check: installing" $calque_missing >&2
    { apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=500 install -y --no-install-recommends $calque_missing; } \
        >/tmp/calque-apt.log 2>&1 || echo "check: apt could not install them; see /tmp/calque-apt.log. The tests that need them will be skipped." >&2
fi
