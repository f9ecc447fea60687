"""A text with its codings: lines, paint, caret, mouse, keys, and the map between the two countings.

Qt counts UTF-16 units, a project counts code points; ``position_map`` is the only border.
"""
