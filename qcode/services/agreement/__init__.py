"""How far coders agree: what is compared, the coefficients, and tables of ratings from anywhere.

Reading only. ``gathering`` takes what is compared out of a project, ``comparing`` turns it into
figures, ``ratings`` does the same for a table that comes from elsewhere.
"""
