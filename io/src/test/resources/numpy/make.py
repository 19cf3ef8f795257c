#!/usr/bin/env python3
"""Writes the files of this folder: the same two frames of water in every way in which NumPy stores arrays."""
import numpy as np

charges = np.array([8, 1, 1])
coords = np.array([[[0, 0, 0], [0.96, 0.1, 0], [-0.2, 0.95, 0.05]], [[0, 0, 0.1], [0.97, 0, 0], [-0.3, 0.9, 0]]])
energies = np.array([-47900.5, -47899.25])
forces = np.array([[[1.5, -2.25, 3], [-4, 5.5, -6], [2.5, -3.25, 3]], [[10, 20, -30], [-40, 50, 60], [30, -70, -30]]])


def arrays(**other):
    return {"nuclear_charges": charges.astype("u1"), "coords": coords, "energies": energies, "forces": forces, **other}


np.savez("plain.npz", **arrays(old_energies=energies - 1, old_forces=2 * forces, name=np.array("water"), tag=np.array([b"x"])))
np.savez_compressed("compressed.npz", **arrays())
np.savez("fortran.npz", **arrays(coords=np.asfortranarray(coords), forces=np.asfortranarray(forces)))
np.savez_compressed("fortran-compressed.npz", **arrays(coords=np.asfortranarray(coords), forces=np.asfortranarray(forces)))
np.savez("big-endian.npz", **arrays(coords=coords.astype(">f8"), forces=forces.astype(">f4"), nuclear_charges=charges.astype(">i8")))
np.savez("single.npz", **arrays(coords=coords.astype("f4"), forces=forces.astype("f4"), nuclear_charges=charges.astype("i8")))
np.savez("integers.npz", **arrays(energies=energies.astype("i4"), nuclear_charges=charges.astype("i2"), forces=forces.astype("i8")))
np.savez("md17-names.npz", z=charges.astype("i1"), R=coords, E=energies[:, None], F=forces)
np.savez("no-forces.npz", nuclear_charges=charges, coords=coords, energies=energies)
np.savez("other-shape.npz", **arrays(forces=forces.reshape(2, 9)))
np.savez("scalar-energy.npz", **arrays(energies=np.array(-47900.5)))
np.savez("empty.npz", **arrays(coords=coords[:0], energies=energies[:0], forces=forces[:0]))
np.savez("complex.npz", **arrays(forces=forces.astype("c16")))
np.savez("strings.npz", **arrays(nuclear_charges=np.array(["O", "H", "H"])))
np.savez("objects.npz", **arrays(energies=np.array([{}, {}], dtype=object)))
np.savez("half.npz", **arrays(forces=forces.astype("f2")))
np.savez("unsigned.npz", **arrays(nuclear_charges=charges.astype("u4")))
with open("plain.npz", "rb") as whole, open("truncated.npz", "wb") as part:
    part.write(whole.read()[:1500])
