"""From figures to agreement: what coders differ in, what is decided, the consensus, rounds.

``disagreements`` finds and sieves, ``decisions`` settles one at a time, ``consensus`` takes over
what all agree on, ``rounds`` keeps figures before they are talked over, ``amending`` leads from a
disagreement to the codebook. ``quoting``, ``confusion``, ``heat`` and ``explaining`` only read.
"""
