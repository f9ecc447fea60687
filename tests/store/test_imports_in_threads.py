"""Two workers that need the tables at the same time, before anybody has loaded them."""

import subprocess
import sys

RACE = """
import importlib._bootstrap as bootstrap
import sys
import threading
import time

from qcode.store import schema

class Slow:
    "Holds the one that loads the library in the midst of it, until the other waits for it."
    def find_spec(self, name, path=None, target=None):
        if name == "sqlalchemy.engine":
            middle.set()
            end = time.monotonic() + 5
            while other.ident not in bootstrap._blocking_on and not schema._LOADING.locked() \
                    and time.monotonic() < end:
                other.join(0.001)
        return None

middle, failed = threading.Event(), []

def load():
    from qcode.services.project import prepare_for_changes
    prepare_for_changes()

def state():
    middle.wait(10)
    schema.statements()

def tried(work):
    try:
        work()
    except BaseException as error:
        failed.append(repr(error))

first = threading.Thread(target=tried, args=(load,))
other = threading.Thread(target=tried, args=(state,))
sys.meta_path.insert(0, Slow())
other.start()
first.start()
first.join()
other.join()
sys.exit("; ".join(failed) or 0)
"""


def test_two_workers_may_load_the_tables_at_the_same_time() -> None:
    done = subprocess.run(
        [sys.executable, "-c", RACE], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
