"""Times MMFF94 relaxations of the SDF files of a folder, one thread: forcefields.py rdkit|openbabel FOLDER RUNS

Prints a line for each molecule: its name, the shortest and the median time in ms. Setting up the force field counts.
RDKit runs its BFGS to its own convergence, Open Babel conjugate gradients with the settings of its program obminimize.
"""

import pathlib
import statistics
import sys
import time


def rdkit(path):
    from rdkit import Chem
    from rdkit.Chem import AllChem

    start = Chem.MolFromMolFile(str(path), removeHs=False)

    def relax(molecule):
        AllChem.MMFFOptimizeMolecule(molecule, maxIters=5000)

    return lambda: Chem.Mol(start), relax


def openbabel(path):
    from openbabel import openbabel as ob

    conversion = ob.OBConversion()
    conversion.SetInFormat("sdf")
    start = ob.OBMol()
    conversion.ReadFile(start, str(path))
    field = ob.OBForceField.FindForceField("MMFF94")

    def relax(molecule):
        if not field.Setup(molecule):
            sys.exit(f"{path}: Open Babel has no parameters")
        field.ConjugateGradients(2500, 1e-6)

    return lambda: ob.OBMol(start), relax


program, folder, runs = sys.argv[1:]
for path in sorted(pathlib.Path(folder).glob("*.sdf")):
    copy, relax = {"rdkit": rdkit, "openbabel": openbabel}[program](path)
    times = []
    for _ in range(int(runs) + 1):
        molecule = copy()
        before = time.perf_counter()
        relax(molecule)
        times.append((time.perf_counter() - before) * 1e3)
    print(f"{path.stem} {min(times[1:]):.3f} {statistics.median(times[1:]):.3f}", flush=True)
