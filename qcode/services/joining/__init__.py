"""Merging the work of others into a project: three-way, by value, with the journals as witnesses.

``merging`` is the door: ``plan`` looks everything over without writing, ``decide`` applies choices
in memory, ``carry_out`` writes one step. ``rules`` says of every table how its rows are known and
what never conflicts. The stages, in turn: ``reading`` a file; the ``ground`` that both stand on,
from ``history`` (``former`` asks it for rows); ``one_file`` takes a file through ``matching`` (into
my ``numbers``), ``settling`` values, ``leaving`` what was deleted and ``mending`` the ``state``;
``choices`` and ``words`` lay out conflicts; ``reporting`` and ``writing``. ``apart`` pairs projects
that did not begin as one.
"""
