"""What ASE finds in files, and the same written by ASE: jobs as JSON on standard input, answers as JSON on standard output.

A job has "format" (ASE's name), "text" and "back", the formats in which ASE is to write what it has read; an answer has a
list "frames" of what it found and "written", the texts by format, or "error".
"""
import io
import json
import sys

import ase.io
import numpy


def numbers(value):
    return numpy.asarray(value, dtype=float).ravel().tolist()


def found(atoms):
    frame = {
        "numbers": [int(number) for number in atoms.numbers],
        "positions": numbers(atoms.positions),
        "cell": numbers(atoms.cell.array),
        "pbc": [bool(flag) for flag in atoms.pbc],
        "info": {key: str(value) for key, value in atoms.info.items()},
        "arrays": {key: value.tolist() for key, value in atoms.arrays.items() if key not in ("numbers", "positions")},
        "fixed": sorted(int(index) for constraint in atoms.constraints for index in constraint.get_indices()),
    }
    results = atoms.calc.results if atoms.calc is not None else {}
    if "energy" in results:
        frame["energy"] = float(results["energy"])
    if "forces" in results:
        frame["forces"] = numbers(results["forces"])
    if "stress" in results:
        frame["stress"] = numbers(atoms.get_stress(voigt=False))
    return frame


answers = []
for job in json.load(sys.stdin):
    try:
        frames = ase.io.read(io.StringIO(job["text"]), index=":", format=job["format"])
        written = {}
        for form in job["back"]:
            out = io.BytesIO() if form == "cif" else io.StringIO()
            ase.io.write(out, frames if form in ("extxyz", "xsf", "cif", "proteindatabank") else frames[-1], format=form)
            text = out.getvalue()
            written[form] = text.decode() if isinstance(text, bytes) else text
        answers.append({"frames": [found(atoms) for atoms in frames], "written": written})
    except Exception as problem:
        answers.append({"error": repr(problem)})
json.dump(answers, sys.stdout)
