#!/bin/sh
# Structures per second on many conformers of drug-like molecules: one by one, as a stream on all processors, RDKit's
# MMFF94 on as many processes, GFN2-xTB on a sample with as many processes of one thread; all in one run. With --memory
# also the peak resident memory of the command line on that many structures and on ten times as many, with a heap of
# 256 MB unless LOWLAND_JAVA_OPTIONS says otherwise: without a limit, Java leaves garbage lying as long as memory is free.
set -eu

usage() {
    cat >&2 <<'TEXT'
usage: batches.sh [--structures N] [--molecules N] [--sample N] [--smiles FILE.smi] [--sdf FILE.sdf] [--memory] [BACKEND...]

  --structures N   how many conformers (1000)
  --molecules N    of how many molecules (100)
  --sample N       how many of them xtb relaxes (20)
  --smiles FILE    SMILES and titles (default: the drug-like molecules of Lipophilicity.csv beside the checkout)
  --sdf FILE       takes these structures and builds none
  BACKEND          optimizer@potential (rfo@organic)

needs: a build of Lowland, python3-rdkit and xtb of Debian
TEXT
    exit 2
}

fail() {
    echo "batches.sh: $*" >&2
    exit 2
}

here=$(cd "$(dirname "$0")" && pwd)
structures=1000
molecules=100
sample=20
smiles=
sdf=
memory=false
while [ $# -gt 0 ]; do
    case $1 in
    --structures | --molecules | --sample | --smiles | --sdf)
        [ $# -ge 2 ] || usage
        case $1 in
        --structures) structures=$2 ;;
        --molecules) molecules=$2 ;;
        --sample) sample=$2 ;;
        --smiles) smiles=$2 ;;
        --sdf) sdf=$2 ;;
        esac
        shift 2
        ;;
    --memory)
        memory=true
        shift
        ;;
    -*) usage ;;
    *) break ;;
    esac
done
[ $# -gt 0 ] || set -- rfo@organic
jars=$(ls -d "$here"/../../target/lowland-*/lib) || fail "build first (./lowland backends)"
command -v xtb >/dev/null || fail "xtb is not installed (apt-get install xtb)"
/usr/bin/python3 -c 'import rdkit' || fail "RDKit is not installed (apt-get install python3-rdkit)"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
processors=$(nproc)

if [ -z "$sdf" ]; then
    if [ -z "$smiles" ]; then
        csv=$here/../../../../shared/data/smiles/Lipophilicity.csv
        [ -e "$csv" ] || fail "$csv is not there; give --smiles FILE or --sdf FILE"
        smiles=$work/molecules.smi
        awk -F, 'NR > 1 { print $3 " " $1 }' "$csv" >"$smiles"
    fi
    sdf=$work/structures.sdf
    java -cp "$jars/*" "$here/Conformers.java" "$smiles" "$molecules" "$structures" "$sdf" >"$work/log" 2>&1 ||
        fail "$(tail -n 3 "$work/log")"
fi
structures=$(grep -c '^\$\$\$\$' "$sdf")
awk 'row == 3 { sum += substr($0, 1, 3); n++ } { row++ } /^\$\$\$\$/ { row = 0 }
    END { printf "%d structures, %.1f atoms on average\n\n", n, sum / n }' "$sdf"

# The records of the sample, at equal distances, each a file of its own.
mkdir "$work/sample"
awk -v folder="$work/sample" -v every="$(((structures + sample - 1) / sample))" '
    BEGIN { record = 0 }
    record % every == 0 { print > (folder "/" record ".sdf") }
    /^\$\$\$\$/ { close(folder "/" record ".sdf"); record++ }' "$sdf"

echo "| | structures/s | converged | evaluations each | as alone, to the last bit |"
echo "|---|---:|---:|---:|---|"
for backend in "$@"; do
    java -Dorg.slf4j.simpleLogger.defaultLogLevel=error --add-modules jdk.incubator.vector -cp "$jars/*" \
        "$here/Batches.java" "$sdf" "$backend" 2>"$work/log" >"$work/rates" || fail "$(cat "$work/log")"
    while read -r name rate converged evaluations same; do
        echo "| $backend, $(echo "$name" | tr - ' ') | $rate | $converged | $evaluations | $same |"
    done <"$work/rates"
done
for processes in 1 "$processors"; do
    # Its warnings on parameters are many.
    set -- $(/usr/bin/python3 "$here/mmff94_batch.py" "$sdf" "$processes" 2>"$work/log") "$@"
    echo "| RDKit MMFF94, $processes process(es) | $1 | $2 | | |"
    shift 2
done
before=$(date +%s.%N)
ls "$work"/sample/*.sdf | OMP_NUM_THREADS=1 xargs -P "$processors" -I{} sh -c '
    mkdir "{}.run" && cd "{}.run" && xtb "{}" --gfn 2 --opt >out 2>&1 || true'
after=$(date +%s.%N)
count=$(ls "$work"/sample/*.sdf | wc -l)
done=$(grep -l 'GEOMETRY OPTIMIZATION CONVERGED' "$work"/sample/*.run/out | wc -l)
echo "| xtb GFN2, $count of them, $processors processes of one thread | $(awk -v n="$count" -v a="$before" -v b="$after" \
    'BEGIN { printf "%.3f", n / (b - a) }') | $done | | |"

if $memory; then
    backend=$1
    heap=${LOWLAND_JAVA_OPTIONS:--Xmx256m}
    echo
    for times in 1 10; do
        k=0
        while [ "$k" -lt "$times" ]; do
            cat "$sdf"
            k=$((k + 1))
        done >"$work/many.sdf"
        LOWLAND_JAVA_OPTIONS=$heap /usr/bin/time -f %M -o "$work/peak" "$jars/../bin/lowland" optimize "$work/many.sdf" \
            -o "$work/relaxed.sdf" --optimizer "${backend%%@*}" --potential "${backend#*@}" --json "$work/lines.json" \
            --trajectory "$work/frames.xyz.gz" --report "$work/report.html" --quiet >"$work/log" 2>&1 || true
        lines=$(wc -l <"$work/lines.json")
        echo "peak resident memory on $lines structures with $heap, with trajectory, lines and report:" \
            "$(awk '/^[0-9]+$/ { kb = $1 } END { printf "%.0f MB", kb / 1024 }' "$work/peak")"
    done
fi
