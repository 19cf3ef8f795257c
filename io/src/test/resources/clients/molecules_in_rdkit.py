"""What RDKit finds in molecules: jobs as JSON on standard input, the answers as JSON on standard output.

A job has "format" (sdf, mol2, pdb, smiles, inchi) and "text"; an answer has, of the molecule as RDKit reads it, "smiles"
(canonical, isomeric, without hydrogens), "positions", "charge", "radicals", "isotopes", "sdf" (what RDKit writes of it)
and "properties"; or "error".
"""
import json
import sys

from rdkit import Chem, RDLogger

RDLogger.DisableLog("rdApp.*")


def read(form, text):
    if form == "sdf":
        supplier = Chem.SDMolSupplier()
        supplier.SetData(text, removeHs=False)
        return supplier[0]
    if form == "mol2":
        return Chem.MolFromMol2Block(text, removeHs=False)
    if form == "pdb":
        return Chem.MolFromPDBBlock(text, removeHs=False, proximityBonding=False)
    if form == "smiles":
        return Chem.MolFromSmiles(text.split("\t")[0])
    return Chem.MolFromInchi(text.split("\t")[0])


answers = []
for job in json.load(sys.stdin):
    try:
        molecule = read(job["format"], job["text"])
        if molecule is None:
            raise ValueError("not read")
        if molecule.GetNumConformers():
            Chem.AssignStereochemistryFrom3D(molecule)
        atoms = molecule.GetAtoms()
        answer = {
            "smiles": Chem.MolToSmiles(Chem.RemoveAllHs(molecule)),
            "charge": Chem.GetFormalCharge(molecule),
            "radicals": sum(atom.GetNumRadicalElectrons() for atom in atoms),
            "isotopes": [atom.GetIsotope() for atom in atoms],
            "properties": molecule.GetPropsAsDict() if molecule.GetNumConformers() else {},
            "sdf": Chem.MolToMolBlock(molecule, kekulize=True),
        }
        if molecule.GetNumConformers():
            answer["positions"] = molecule.GetConformer().GetPositions().ravel().tolist()
    except Exception as problem:
        answer = {"error": repr(problem)}
    answers.append(answer)
json.dump(answers, sys.stdout, default=str)
