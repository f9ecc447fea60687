"""The state machine of the services, a module a subject.

A subject is a class of rules (``Machine`` in ``base`` is what all share) and a part of the simple
model (``model``), and it says in an invariant of its own how the two compare. A new subject is a
module in each of the two folders, and its class among the bases of ``Services`` in
``tests/services/test_state_machine.py`` and of ``PureProject`` in ``model/project.py``.
"""
