#!/bin/sh
# Sets qcode up in this checkout and shows it: sh packaging/demo.sh [FOLDER] [--no-window]
#
# Needs Python 3.11 or newer and nothing else. Builds the sample project in FOLDER (qcode-demo,
# where you are), writes its Word files beside it, and opens the window where there is a display.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
# shellcheck source=packaging/common.sh
. "$here/common.sh"

make_venv
install_project run
window=yes
if ensure_libraries; then
    if [ "$(uname -s)" = Linux ] && ! has_chinese_font; then
        say 'No font on this system has Chinese characters; the sample has some.' \
            'The package fonts-noto-cjk brings one.'
    fi
else
    window=no
    say 'The sample is built all the same, without the window.'
fi
[ "$window" = yes ] || set -- "$@" --no-window
exec "$venv/bin/python" -m qcode demo "$@"
