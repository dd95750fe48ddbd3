"""The figures of the program, each beside its baseline in the same run. ``python -m tests.bench [--json FILE] [NAME ...]``.

Times on one machine move by a factor of two, so value and baseline take turns and their ratio decides. What a figure and
its baseline are stands at the head of its module. A baseline is the best plain way to the same end: it writes the same
rows with the same pragmas, and it never has to do more than ours.
"""
