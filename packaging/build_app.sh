#!/bin/sh
# Builds the program as one folder that needs no Python, dist/qcode, and tries it:
# sh packaging/build_app.sh
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
# shellcheck source=packaging/common.sh
. "$here/common.sh"

make_venv
install_project dev
ensure_libraries || stop 'The program cannot be tried without them.'
if [ "$(uname -s)" = Linux ] && ! command -v objdump >/dev/null 2>&1; then
    apt_install binutils || stop 'PyInstaller needs objdump (the package binutils).'
fi

# Debian and Ubuntu ship Python's own library apart from Python.
has_python_library() {
    "$venv/bin/python" -c 'import ctypes, sysconfig
ctypes.CDLL(sysconfig.get_config_var("INSTSONAME"))' 2>/dev/null
}
if [ "$(uname -s)" = Linux ] && ! has_python_library; then
    library=libpython$("$venv/bin/python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    if ! apt_install "$library|${library}t64" || ! has_python_library; then
        stop "PyInstaller needs Python's shared library (the package $library on Debian)."
    fi
fi

say 'Building dist/qcode'
quietly "$venv/bin/python" -m PyInstaller --noconfirm --clean --log-level WARN \
    --distpath "$root/dist" --workpath "$root/build" "$here/qcode.spec" ||
    stop 'The program could not be built.'
say 'Trying it'
sh "$here/smoke.sh" "$root/dist/qcode/qcode"
say "Built: dist/qcode ($(du -sh "$root/dist/qcode" | cut -f 1))"
