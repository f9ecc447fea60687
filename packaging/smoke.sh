#!/bin/sh
# Tries an installed or bundled qcode from outside the checkout: sh packaging/smoke.sh COMMAND
#
# COMMAND is the absolute path of the program. It must know its version, build the sample with its
# Word files, find nothing wrong with it, and keep a window open. Says nothing when all is well.
set -eu

command=$1
folder=$(mktemp -d)
window=
finish() {
    [ -z "$window" ] || kill "$window" 2>/dev/null || true
    rm -rf "$folder"
}
trap finish EXIT
fail() {
    printf 'smoke test: %s\n' "$*" >&2
    exit 1
}

# Shows what a command printed only if it failed.
quietly() {
    "$@" >command.log 2>&1 || {
        cat command.log >&2
        return 1
    }
}

# Neither the checkout nor its virtual environment nor the user's own files may help.
unset PYTHONPATH VIRTUAL_ENV DISPLAY WAYLAND_DISPLAY 2>/dev/null || true
QCODE_HOME=$folder/home
export QCODE_HOME
cd "$folder"

"$command" --version | grep -q '[0-9]\.[0-9]' || fail 'no version'
quietly "$command" demo "$folder/sample" --no-window || fail 'the sample cannot be built'
set -- sample/*.qcode
if [ $# != 1 ] || [ ! -s "$1" ]; then
    fail 'the sample is not one project file'
fi
project=$folder/$1
quietly "$command" check "$project" || fail 'the sample does not pass the check'
"$command" info "$project" --json | grep -q '"codings": *[1-9]' || fail 'the sample has no codings'
[ ! -e "$project-wal" ] || fail 'the project was not returned to one file'
for word in sample/*.docx; do
    # A Word file is a zip archive: it starts with PK and is not nearly empty.
    if [ "$(head -c 2 "$word")" != PK ] || [ "$(wc -c <"$word")" -lt 10000 ]; then
        fail "$word is not a Word file"
    fi
done

# Long enough to be painted on a slow machine. Ended from outside, since nobody is there to close it.
QT_QPA_PLATFORM=offscreen "$command" "$project" >window.log 2>&1 &
window=$!
sleep 8
kill -0 "$window" 2>/dev/null || {
    cat window.log >&2
    window=
    fail 'the window closed by itself'
}
kill "$window"
wait "$window" 2>/dev/null || true
window=
if grep -qiE 'traceback|error|no such file' window.log; then
    cat window.log >&2
    fail 'the window complained'
fi
