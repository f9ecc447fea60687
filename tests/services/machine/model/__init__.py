"""A project as plain Python data: what the services must do, said a second time and simply.

Written from the rules of the method and not from the services. It knows no positions, row numbers
of passages, or journal; a change that the rules forbid raises ``Refused`` and changes nothing.

One module a subject, each a ``Part``; ``project.PureProject`` is all of them together.
"""
