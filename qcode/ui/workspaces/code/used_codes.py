"""The codes used last, and the keys 1 to 9 that apply them.

A code keeps its key as long as it is among the nine: keys that changed with every use could not be
learnt. A code that comes new takes the key of the one that was not used for longest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

KEYS = 9
RECENT = 12  # codes that the palette offers first


class UsedCodes:
    """Codes by how recently they were used; plain ids, whether the codes are still there or not."""

    def __init__(self) -> None:
        self._order: list[int] = []  # the latest first
        self._keys: dict[int, int] = {}  # code id: key

    def use(self, code_ids: Iterable[int], there: Callable[[int], bool] = lambda _: True) -> None:
        """Note that codes were used just now; keys of codes that are not ``there`` go first."""
        for code_id in code_ids:
            self._order = [code_id, *(other for other in self._order if other != code_id)]
            if code_id not in self._keys:
                self._keys[code_id] = self._free_key(there)
        kept = self._order[:RECENT]
        self._order = kept + [one for one in self._order[RECENT:] if one in self._keys]

    def rank(self, code_id: int) -> int | None:
        """0 for the code used last, None when it is not among the recent ones."""
        return self._order.index(code_id) if code_id in self._order[:RECENT] else None

    def ranks(self) -> dict[int, int]:
        """The recent codes and how long ago they were used, 0 for the last."""
        return {code_id: rank for rank, code_id in enumerate(self._order[:RECENT])}

    def digits(self) -> dict[int, int]:
        """Code id → its key, 1 to 9."""
        return dict(self._keys)

    def code_of(self, key: int) -> int | None:
        """The code of a key, None where it has none."""
        return next((code_id for code_id, own in self._keys.items() if own == key), None)

    def _free_key(self, there: Callable[[int], bool]) -> int:
        free = set(range(1, KEYS + 1)) - set(self._keys.values())
        if free:
            return min(free)
        gone = [code_id for code_id in self._keys if not there(code_id)]
        oldest = gone[0] if gone else max(self._keys, key=self._order.index)
        return self._keys.pop(oldest)

    # ------------------------------------------------------------------ between two runs

    def written(self, guid_of: Mapping[int, str]) -> str:
        """Return the codes as the settings keep them: GUIDs with their keys, the latest first."""
        return " ".join(
            f"{guid_of[code_id]}/{self._keys.get(code_id, 0)}"
            for code_id in self._order
            if code_id in guid_of
        )

    def restore(self, written: str, id_of: Mapping[str, int]) -> None:
        """Take over what ``written`` returned; what cannot be read or is gone is left out."""
        self._order, self._keys = [], {}
        for entry in written.split():
            guid, _, key = entry.partition("/")
            code_id = id_of.get(guid)
            if code_id is None or code_id in self._order:
                continue
            self._order.append(code_id)
            if key.isdigit() and 1 <= int(key) <= KEYS and int(key) not in self._keys.values():
                self._keys[code_id] = int(key)
