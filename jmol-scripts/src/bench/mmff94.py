"""Relaxes the SDF files of a folder with RDKit's MMFF94: mmff94.py FOLDER OUT.sdf"""

import pathlib
import sys

from rdkit import Chem
from rdkit.Chem import AllChem

folder, out = sys.argv[1:]
with Chem.SDWriter(out) as writer:
    for path in sorted(pathlib.Path(folder).glob("*.sdf")):
        molecule = Chem.MolFromMolFile(str(path), removeHs=False)
        if molecule is None:
            sys.exit(f"{path}: RDKit cannot read it")
        if AllChem.MMFFOptimizeMolecule(molecule, maxIters=5000) != 0:
            print(f"{path}: MMFF94 did not converge or lacks parameters", file=sys.stderr)
        molecule.SetProp("_Name", path.stem)
        writer.write(molecule)
