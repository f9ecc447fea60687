"""How far coders agree: spans → one sweep → arithmetic on what each pair of coders has in common.

Plain data in, plain data out: numpy arrays, no project, no words. ``spans`` says who coded how much
of what together with whom, ``units`` turns characters into sentences or paragraphs, ``binary`` has
the coefficients of a code that is there or not, ``nominal`` those of a table of ratings, ``sets``
alpha for several codes at once, ``segments`` matched passages, ``unitizing`` the alphas of a
continuum, ``bootstrap`` the intervals, ``tally`` adds up. ``disagreements`` and ``confusion`` say
where two coders differ and in what.
"""
