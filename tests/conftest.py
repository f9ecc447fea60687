"""Every test has a user of its own: no test reads or writes a real user's files."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# The same examples everywhere, so that a red run means a change and not luck; the night profile
# searches on.
settings.register_profile(
    "ci",
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.register_profile("night", parent=settings.get_profile("ci"), derandomize=False)
settings.load_profile("night" if os.environ.get("QCODE_TEST_PROFILE") == "night" else "ci")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folder of the settings, backups and logs of the one who runs the test."""
    folder = tmp_path / "home of qcode"
    monkeypatch.setenv("QCODE_HOME", str(folder))
    monkeypatch.delenv("PYTHONIOENCODING", raising=False)
    return folder


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let tests with a screen of their own run one after another where others run beside them."""
    for item in items:
        if item.get_closest_marker("window"):
            item.add_marker(pytest.mark.xdist_group("window"))
