"""Crystals of every lattice system: CIF with symmetry operations, and what ASE makes of them.

Python 3 with ASE 3.22.1:  python3 make.py  writes *.cif and references.csv beside this file.
"""

import pathlib

from ase.build.tools import niggli_reduce_cell
from ase.geometry import cell_to_cellpar
from ase.neighborlist import neighbor_list
from ase.spacegroup import Spacegroup, crystal

HERE = pathlib.Path(__file__).parent

# name, number, setting, cell, sites
CRYSTALS = [
    ("triclinic-P-1", 2, 1, (5.1, 6.2, 7.3, 81, 95, 103), [("Si", 0.11, 0.23, 0.37), ("O", 0.31, 0.62, 0.81), ("Na", 0.5, 0.5, 0)]),
    ("monoclinic-P21c", 14, 1, (6.1, 7.2, 8.3, 90, 107, 90), [("C", 0.13, 0.21, 0.34), ("N", 0.41, 0.6, 0.12), ("Zn", 0, 0, 0)]),
    ("monoclinic-C2c", 15, 1, (9.7, 8.9, 5.3, 90, 106, 90), [("Ca", 0, 0.3, 0.25), ("Mg", 0, 0.91, 0.25), ("Si", 0.29, 0.09, 0.23), ("O", 0.12, 0.09, 0.14)]),
    ("orthorhombic-Pnma", 62, 1, (10.2, 6.0, 4.7, 90, 90, 90), [("Fe", 0.28, 0.25, 0.97), ("Li", 0, 0, 0), ("P", 0.09, 0.25, 0.42), ("O", 0.16, 0.05, 0.28)]),
    ("orthorhombic-Cmcm", 63, 1, (3.6, 9.9, 6.8, 90, 90, 90), [("Ti", 0, 0.19, 0.25), ("O", 0, 0.77, 0.07)]),
    ("orthorhombic-Fddd", 70, 1, (10.5, 12.9, 24.5, 90, 90, 90), [("S", 0.86, 0.95, 0.95)]),
    ("orthorhombic-Immm", 71, 1, (2.9, 4.1, 8.6, 90, 90, 90), [("Pt", 0, 0, 0), ("W", 0, 0, 0.33)]),
    ("tetragonal-P42mnm", 136, 1, (4.594, 4.594, 2.959, 90, 90, 90), [("Ti", 0, 0, 0), ("O", 0.3053, 0.3053, 0)]),
    ("tetragonal-I41amd", 141, 1, (3.785, 3.785, 9.514, 90, 90, 90), [("Ti", 0, 0, 0), ("O", 0, 0, 0.2081)]),
    ("trigonal-P3221", 154, 1, (4.9134, 4.9134, 5.4052, 90, 90, 120), [("Si", 0.4697, 0, 0.66667), ("O", 0.4135, 0.2669, 0.7858)]),
    ("rhombohedral-R-3c", 167, 1, (4.99, 4.99, 17.06, 90, 90, 120), [("Ca", 0, 0, 0), ("C", 0, 0, 0.25), ("O", 0.257, 0, 0.25)]),
    ("hexagonal-P63mc", 186, 1, (3.25, 3.25, 5.207, 90, 90, 120), [("Zn", 0.33333, 0.66667, 0), ("O", 0.33333, 0.66667, 0.382)]),
    ("hexagonal-P63mmc", 194, 1, (2.46, 2.46, 6.7, 90, 90, 120), [("C", 0, 0, 0.25), ("C", 0.33333, 0.66667, 0.25)]),
    ("cubic-Fm-3m", 225, 1, (5.64, 5.64, 5.64, 90, 90, 90), [("Na", 0, 0, 0), ("Cl", 0.5, 0.5, 0.5)]),
    ("cubic-Fd-3m", 227, 1, (8.08, 8.08, 8.08, 90, 90, 90), [("Mg", 0, 0, 0), ("Al", 0.625, 0.625, 0.625), ("O", 0.387, 0.387, 0.387)]),
    ("cubic-Im-3m", 229, 1, (2.87, 2.87, 2.87, 90, 90, 90), [("Fe", 0, 0, 0)]),
    ("cubic-Ia-3d", 230, 1, (12.0, 12.0, 12.0, 90, 90, 90), [("Y", 0.125, 0, 0.25), ("Al", 0, 0, 0), ("Al", 0.375, 0, 0.25), ("O", 0.9704, 0.0512, 0.1493)]),
]


def operation(rotation, translation):
    parts = []
    for row, shift in zip(rotation, translation):
        text = "".join(("-" if value < 0 else "+") + axis for value, axis in zip(row, "xyz") if value)
        twelfths = round(shift * 12) % 12
        parts.append(text.lstrip("+") + (f"+{twelfths}/12" if twelfths else ""))
    return ",".join(parts)


def main():
    rows = []
    for name, number, setting, cell, sites in CRYSTALS:
        group = Spacegroup(number, setting)
        lines = [f"data_{name}"]
        for item, value in zip("length_a length_b length_c angle_alpha angle_beta angle_gamma".split(), cell):
            lines.append(f"_cell_{item} {value}")
        lines += [f"_space_group_IT_number {number}", "loop_", "_space_group_symop_operation_xyz"]
        lines += [f"'{operation(*op)}'" for op in group.get_symop()]
        lines += ["loop_", "_atom_site_label", "_atom_site_type_symbol"]
        lines += [f"_atom_site_fract_{axis}" for axis in "xyz"]
        lines += [f"{s[0]}{k + 1} {s[0]} {s[1]} {s[2]} {s[3]}" for k, s in enumerate(sites)]
        (HERE / f"{name}.cif").write_text("\n".join(lines) + "\n")

        arguments = dict(
            symbols=[s[0] for s in sites], basis=[s[1:] for s in sites], spacegroup=number, setting=setting, cellpar=cell
        )
        full = crystal(**arguments, symprec=1e-3)
        primitive = crystal(**arguments, symprec=1e-3, primitive_cell=True)
        shortest = neighbor_list("d", full, 5.0).min()
        squares = (full.get_all_distances(mic=True) ** 2).sum()
        reduced = cell_to_cellpar(niggli_reduce_cell(primitive.cell)[0])
        rows.append(
            [name, full.get_chemical_formula("hill"), f"{full.get_volume():.8f}", f"{shortest:.6f}", f"{squares:.4f}"]
            + [str(len(primitive))] + [f"{value:.6f}" for value in reduced]
        )
    header = "name,formula,volume,shortest,squares,primitive,a,b,c,alpha,beta,gamma"
    (HERE / "references.csv").write_text("\n".join([header] + [",".join(row) for row in rows]) + "\n")


if __name__ == "__main__":
    main()
