# shellcheck shell=sh disable=SC2154
# Parts of demo.sh and test.sh, which set `here`. Sourced by them, never run alone; POSIX sh, safe to repeat.
#
# Needs only Python. Everything else comes from the package index (into .venv of this checkout)
# and, on Debian and Ubuntu, from apt, where root or sudo allows it. One line a stage; the output
# of a stage is shown only when it fails.

root=$(CDPATH='' cd -- "$here/.." && pwd -P)
venv=$root/.venv
apt_is_fresh=no

say() {
    printf 'qcode: %s\n' "$*"
}

stop() {
    printf 'qcode: %s\n' "$*" >&2
    exit 1
}

# Runs a command without standard input and shows what it printed only if it failed.
quietly() {
    log=$(mktemp)
    if "$@" >"$log" 2>&1 </dev/null; then
        rm -f "$log"
        return 0
    fi
    printf 'qcode: this failed: %s\n' "$*" >&2
    tail -n 40 "$log" >&2
    rm -f "$log"
    return 1
}

is_debian() {
    command -v apt-get >/dev/null 2>&1
}

# Sets `become` to the words that make a command run as root; fails where nothing does.
# A password is asked for only where somebody sits at a terminal.
find_root() {
    if [ "$(id -u)" = 0 ]; then
        become=
    elif ! command -v sudo >/dev/null 2>&1; then
        return 1
    elif sudo -n true >/dev/null 2>&1; then
        become='sudo -n'
    elif [ -t 0 ] && [ -z "${CI:-}" ]; then
        say 'sudo may ask for your password.'
        sudo -v || return 1
        become='sudo -n'
    else
        return 1
    fi
}

# Prints the first of the given package names that apt knows.
known_package() {
    for candidate in "$@"; do
        if LC_ALL=C apt-cache policy "$candidate" 2>/dev/null | grep -q 'Candidate: [^(]'; then
            printf '%s\n' "$candidate"
            return 0
        fi
    done
    return 1
}

# A list that cannot be refreshed (one broken source of many) is no reason to give up yet.
refresh_apt() {
    [ "$apt_is_fresh" = no ] || return 0
    # shellcheck disable=SC2086  # `become` is empty or two words
    $become apt-get -qq update >/dev/null 2>&1 </dev/null || true
    apt_is_fresh=yes
}

# Installs packages by apt. Each argument is one package, or alternatives joined by `|`; what apt
# has never heard of is left out. Fails without a word where apt or root is missing, or nothing is
# left to install: the caller knows what that means.
apt_install() {
    is_debian || return 1
    find_root || return 1
    refresh_apt
    packages=
    for choice in "$@"; do
        # shellcheck disable=SC2046  # alternatives are separate words
        packages="$packages $(known_package $(printf '%s' "$choice" | tr '|' ' '))" || true
    done
    [ -n "$(printf '%s' "$packages" | tr -d ' ')" ] || return 1
    # shellcheck disable=SC2086,SC2116  # echo takes the spare blanks out
    say "Installing by apt: $(echo $packages)"
    # shellcheck disable=SC2086
    quietly $become env DEBIAN_FRONTEND=noninteractive apt-get -y -q \
        -o DPkg::Lock::Timeout=300 install --no-install-recommends $packages
}

# PySide6 is built for these versions.
python_fits() {
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))' \
        >/dev/null 2>&1
}

python_makes_venvs() {
    "$1" -c 'import ensurepip, venv' >/dev/null 2>&1
}

# Sets `python`: one that can make virtual environments if there is one, else any that fits.
# Each is run, because a version manager leaves names on the path that do not start.
find_python() {
    python=
    for candidate in ${PYTHON:+"$PYTHON"} python3.13 python3.12 python3.11 python3 python3.14; do
        python_fits "$candidate" || continue
        if python_makes_venvs "$candidate"; then
            python=$candidate
            return 0
        fi
        [ -n "$python" ] || python=$candidate
    done
    [ -n "$python" ] || stop 'Python 3.11, 3.12, 3.13 or 3.14 is needed, and none was found.' \
        'Install one, or name it: PYTHON=/path/to/python3 sh packaging/demo.sh'
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    # Debian and Ubuntu cut this piece out of Python.
    say "Python $version cannot make virtual environments yet."
    if ! apt_install "python$version-venv|python3-venv" || ! python_makes_venvs "$python"; then
        stop "Install the package python$version-venv (or a complete Python), then try again."
    fi
}

venv_works() {
    [ -x "$venv/bin/python" ] && python_fits "$venv/bin/python" &&
        "$venv/bin/python" -c 'import pip' >/dev/null 2>&1
}

make_venv() {
    venv_works && return 0
    find_python
    say "Making the virtual environment .venv with $("$python" --version)"
    rm -rf "$venv"
    quietly "$python" -m venv "$venv" || stop "The virtual environment could not be made."
}

# Installs the checkout, editable, when pyproject.toml or the place of the checkout has changed.
# install_project run: what the program needs; install_project dev: that and the developers' tools.
install_project() {
    state="$(cksum <"$root/pyproject.toml") $root"
    stamp=$venv/qcode-installed
    was=$(cat "$stamp" 2>/dev/null) || was=
    case $was in
        "dev $state") return 0 ;;
        "run $state") [ "$1" = dev ] || return 0 ;;
    esac
    target=$root
    [ "$1" = run ] || target=$root'[dev]'
    say 'Installing qcode and what it needs into .venv (the first time up to 130 MB come in)'
    rm -f "$stamp"
    quietly "$venv/bin/python" -m pip install --quiet --no-input --disable-pip-version-check \
        --editable "$target" ||
        stop 'The installation failed. It needs the Python package index: is there a connection?'
    printf '%s %s\n' "$1" "$state" >"$stamp"
}

# Prints the file names of shared libraries that Qt's window needs and the system lacks.
missing_libraries() {
    qt=$("$venv/bin/python" -c \
        'from importlib.util import find_spec as f; print(*f("PySide6").submodule_search_locations)')
    for library in "$qt"/QtWidgets.*.so "$qt"/QtSvg.*.so "$qt"/QtPrintSupport.*.so \
        "$qt"/QtNetwork.*.so "$qt"/QtTest.*.so "$qt"/Qt/plugins/platforms/libqxcb.so \
        "$qt"/Qt/plugins/platforms/libqoffscreen.so \
        ${WAYLAND_DISPLAY:+"$qt"/Qt/plugins/platforms/libqwayland.so}; do
        [ ! -e "$library" ] || ldd "$library" 2>/dev/null
    done | awk '/=> not found/ { print $1 }' | sort -u
}

# Debian names a library's package after its file: libX11.so.6 is in libx11-6. A `t64` follows
# where the package was rebuilt for 64-bit times (Debian 13, Ubuntu 24.04).
package_of() {
    case $1 in
        libglib-2.0.so.0 | libgthread-2.0.so.0) name=libglib2.0-0 ;;
        libbrotlicommon.so.1 | libbrotlidec.so.1) name=libbrotli1 ;;
        libz.so.1) name=zlib1g ;;
        *)
            name=$(printf '%s' "$1" | tr 'A-Z_' 'a-z-' |
                sed -e 's/\([0-9]\)\.so\.\([0-9]*\).*/\1-\2/' -e 's/\.so\.\([0-9]*\).*/\1/')
            ;;
    esac
    printf '%s|%st64\n' "$name" "$name"
}

# Fails, with a sentence, where libraries of the window are missing and stay missing.
ensure_libraries() {
    [ "$(uname -s)" = Linux ] || return 0
    missing=$(missing_libraries)
    [ -n "$missing" ] || return 0
    wanted=$(for library in $missing; do package_of "$library"; done | sort -u)
    # shellcheck disable=SC2086  # one word a package
    if apt_install $wanted; then
        missing=$(missing_libraries)
        [ -n "$missing" ] || return 0
    fi
    if is_debian; then
        say "The window needs these packages; install them as root:" \
            "apt-get install$(for name in $wanted; do printf ' %s' "${name%%|*}"; done)"
    else
        say 'The window needs these shared libraries; install them with the package manager of' \
            "this system: $(printf '%s' "$missing" | tr '\n' ' ')"
    fi
    return 1
}

# Asks Qt itself, so that fonts of every kind and place count.
has_chinese_font() {
    QT_QPA_PLATFORM=offscreen "$venv/bin/python" -c '
import sys
from PySide6.QtGui import QFontDatabase, QGuiApplication
app = QGuiApplication([])
sys.exit(not QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))
' >/dev/null 2>&1
}
