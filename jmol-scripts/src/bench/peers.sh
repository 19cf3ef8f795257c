#!/bin/sh
# Judges relaxed structures by GFN2-xTB (Bannwarth, Ehlert, Grimme, J. Chem. Theory Comput. 2019, 15, 1652).
# Prints, for each molecule and each set of structures, in kcal/mol:
#   above   the GFN2 energy above that of the GFN2 minimum in the peers folder
#   strain  the GFN2 energy above what a GFN2 relaxation started from the structure reaches,
#           which does not depend on the basin that a relaxation fell into
set -eu

usage() {
    cat >&2 <<'TEXT'
usage: peers.sh [--peers FOLDER] [--mmff94] [LABEL=FILE.sdf | LABEL=FOLDER]...

  LABEL=FILE.sdf  relaxed structures, one record a molecule, the title its name
  LABEL=FOLDER    relaxed structures, one file NAME.xyz or NAME.sdf a molecule
  --mmff94        adds RDKit's MMFF94, relaxed from the start structures of the peers folder
  --peers FOLDER  holds gfn2_minimum/NAME.sdf and start/NAME.sdf (default: ../shared/peers beside the checkout)

needs: xtb (Debian package xtb); for --mmff94 python3-rdkit
TEXT
    exit 2
}

fail() {
    echo "peers.sh: $*" >&2
    exit 2
}

here=$(cd "$(dirname "$0")" && pwd)
peers=$here/../../../../shared/peers
mmff94=false
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/sets"
: >"$work/labels"

add_set() {
    case $1 in */* | *' '*) fail "the label '$1' must be one word without a slash" ;; esac
    if [ -e "$work/sets/$1" ]; then fail "the label '$1' is given twice"; fi
    mkdir "$work/sets/$1"
    echo "$1" >>"$work/labels"
}

# Turns the records of an SDF file (V2000) into NAME.xyz, the net charge in the comment line.
sdf_to_xyz() {
    awk -v folder="$2" -v file="$1" -v fixed="${3:-}" '
        function flush_record(    path, i) {
            path = folder "/" name ".xyz"
            print atoms > path
            print "charge=" charge > path
            for (i = 1; i <= atoms; i++) print line[i] > path
            close(path)
        }
        { sub(/\r$/, "") }
        { row++ }
        row == 1 { name = fixed != "" ? fixed : $1; charge = 0; atoms = 0 }
        row == 4 {
            if ($0 !~ /V2000/) { print file ": record " name " is not V2000" > "/dev/stderr"; exit 3 }
            atoms = substr($0, 1, 3) + 0
        }
        row > 4 && row <= 4 + atoms {
            split(substr($0, 31), rest, " ")
            line[row - 4] = rest[1] " " substr($0, 1, 10) " " substr($0, 11, 10) " " substr($0, 21, 10)
        }
        /^M  CHG/ { for (i = 5; i <= NF; i += 2) charge += $i }
        /^\$\$\$\$/ { flush_record(); row = 0; atoms = 0 }
        END { if (atoms > 0) flush_record() }' "$1" || fail "cannot read $1"
}

collect() {
    add_set "$1"
    if [ -d "$2" ]; then
        for file in "$2"/*.xyz; do
            if [ -e "$file" ]; then cp "$file" "$work/sets/$1/"; fi
        done
        for file in "$2"/*.sdf; do
            if [ -e "$file" ]; then sdf_to_xyz "$file" "$work/sets/$1" "$(basename "$file" .sdf)"; fi
        done
    elif [ -f "$2" ]; then
        sdf_to_xyz "$2" "$work/sets/$1"
    else
        fail "$2 is not there"
    fi
}

# The GFN2 energy in Hartree of an xyz file, after --sp or --opt; nothing when xtb fails.
gfn2() {
    run=$(mktemp -d "$work/xtb.XXXXXX")
    cp "$1" "$run/molecule.xyz"
    charge=$(sed -n '2s/.*charge=\(-\{0,1\}[0-9][0-9]*\).*/\1/p' "$1")
    (cd "$run" && OMP_NUM_THREADS=1 xtb molecule.xyz --gfn 2 --chrg "${charge:-0}" "$2" >out 2>err) || true
    if grep -q 'normal termination' "$run/err" "$run/out"; then
        awk '/TOTAL ENERGY/ { energy = $4 } END { print energy }' "$run/out"
    fi
    rm -rf "$run"
}

while [ $# -gt 0 ]; do
    case $1 in
    --peers)
        [ $# -ge 2 ] || usage
        peers=$2
        shift
        ;;
    --mmff94) mmff94=true ;;
    -*) usage ;;
    *=*) collect "${1%%=*}" "${1#*=}" ;;
    *) usage ;;
    esac
    shift
done
command -v xtb >/dev/null || fail "xtb is not installed (apt-get install xtb)"
[ -d "$peers/gfn2_minimum" ] || fail "$peers/gfn2_minimum is not there; give --peers FOLDER"
if $mmff94; then
    # RDKit belongs to the distribution's Python, which need not be the first on the path.
    python=
    for candidate in python3 /usr/bin/python3; do
        if "$candidate" -c 'import rdkit' 2>/dev/null; then python=$candidate; fi
    done
    [ -n "$python" ] || fail "--mmff94 needs RDKit (apt-get install python3-rdkit)"
    "$python" "$here/mmff94.py" "$peers/start" "$work/mmff94.sdf"
    collect RDKit-MMFF94 "$work/mmff94.sdf"
fi
[ -s "$work/labels" ] || usage

header="| molecule |"
rule="|---|"
while read -r label; do
    header="$header $label above | strain |"
    rule="$rule---:|---:|"
done <"$work/labels"
echo "$header"
echo "$rule"
for reference in "$peers"/gfn2_minimum/*.sdf; do
    name=$(basename "$reference" .sdf)
    sdf_to_xyz "$reference" "$work" "$name"
    minimum=$(gfn2 "$work/$name.xyz" --sp)
    [ -n "$minimum" ] || fail "xtb failed on $reference"
    row="| $name |"
    while read -r label; do
        file=$work/sets/$label/$name.xyz
        if [ ! -e "$file" ]; then
            row="$row missing | |"
            continue
        fi
        single=$(gfn2 "$file" --sp)
        relaxed=$(gfn2 "$file" --opt)
        if [ -z "$single" ] || [ -z "$relaxed" ]; then
            row="$row xtb failed | |"
            continue
        fi
        cells=$(awk -v e="$single" -v m="$minimum" -v r="$relaxed" \
            'BEGIN { k = 627.5094740631; printf "%.2f %.2f", (e - m) * k, (e - r) * k }')
        echo "$cells" >>"$work/sets/$label/differences"
        row="$row ${cells% *} | ${cells#* } |"
    done <"$work/labels"
    echo "$row"
done
row="| mean (of n) |"
while read -r label; do
    touch "$work/sets/$label/differences"
    row="$row $(awk '{ above += $1; strain += $2 } END {
        if (NR == 0) printf "none | |"; else printf "%.2f (%d) | %.2f |", above / NR, NR, strain / NR }' \
        "$work/sets/$label/differences")"
done <"$work/labels"
echo "$row"
