"""Times RDKit's MMFF94 on the records of an SDF: mmff94_batch.py FILE.sdf PROCESSES

Prints structures per second and how many converged. Setting up the force field counts, reading the file does not.
"""

import multiprocessing
import sys
import time

from rdkit import Chem
from rdkit.Chem import AllChem


def relax(molecule):
    return AllChem.MMFFOptimizeMolecule(molecule, maxIters=5000) == 0


if __name__ == "__main__":
    molecules = list(Chem.SDMolSupplier(sys.argv[1], removeHs=False))
    processes = int(sys.argv[2])
    with multiprocessing.Pool(processes) as pool:
        pool.map(relax, molecules[: 4 * processes])
        before = time.perf_counter()
        converged = sum(pool.map(relax, molecules, chunksize=4))
        seconds = time.perf_counter() - before
    print(f"{len(molecules) / seconds:.3f} {converged}")
