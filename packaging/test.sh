#!/bin/sh
# Sets qcode up in this checkout and runs its tests: sh packaging/test.sh [ARGUMENTS OF PYTEST]
#
# Needs Python 3.11 or newer and nothing else. Paths among the arguments start at the checkout.
# The last line is pytest's own summary. Windows are drawn offscreen; tests marked `window` start a
# screen of their own (Xvfb, openbox) and drive it with a real pointer and keys (xdotool).
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
# shellcheck source=packaging/common.sh
. "$here/common.sh"

make_venv
install_project dev
ensure_libraries || stop 'The tests of the window cannot run without them.'

if [ "$(uname -s)" = Linux ]; then
    tools=
    command -v Xvfb >/dev/null 2>&1 || tools="$tools xvfb"
    command -v xdotool >/dev/null 2>&1 || tools="$tools xdotool"
    # Without a window manager a dialog never gets the keyboard.
    command -v openbox >/dev/null 2>&1 || tools="$tools openbox"
    has_chinese_font || tools="$tools fonts-noto-cjk"
    # shellcheck disable=SC2086  # one word a package
    if [ -n "$tools" ] && ! apt_install $tools; then
        say "Not here, and not to be installed without root:$tools." \
            'Tests that need a screen or a Chinese font are skipped and say so.'
    fi
else
    say 'Tests that need a screen of their own (Xvfb) are skipped on this system and say so.'
fi

cd "$root"
PATH=$venv/bin:$PATH
QT_QPA_PLATFORM=offscreen
export PATH QT_QPA_PLATFORM
# All cores, unless the arguments choose; tests that drive a real screen go one after another.
case " $* " in
    *' -n'* | *' -p no:xdist'* | *--version* | *' -s '*) ;;
    *) set -- -n auto --dist loadgroup "$@" ;;
esac
exec "$venv/bin/python" -m pytest "$@"
