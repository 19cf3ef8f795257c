"""The operations of all space groups as ASE has them: jobs as JSON on standard input (none are looked at), answers as JSON on
standard output, each with "number", "setting", "symbol" and "operations", twelve numbers each: the rotation row by row and
the translation in twenty-fourths.
"""
import json
import sys

from ase.spacegroup import Spacegroup

json.load(sys.stdin)
answers = []
for number in range(1, 231):
    for setting in (1, 2):
        try:
            group = Spacegroup(number, setting)
        except Exception:
            continue
        operations = []
        for rotation, translation in zip(*group.get_op()):
            row = [int(entry) for entry in rotation.ravel()]
            operations.append(row + [int(round(24 * fraction)) % 24 for fraction in translation])
        answers.append({"number": number, "setting": setting, "symbol": group.symbol, "operations": operations})
json.dump(answers, sys.stdout)
