#!/bin/sh
# Times the relaxation of the ten peers, one thread, beside the MMFF94 of Open Babel and RDKit: in turns, in one run,
# each in one warm process. Prints the median of each round's median in ms, and the ratios of the sums.
set -eu

usage() {
    echo "usage: speed.sh [--folder SDF-FOLDER] [--rounds N] [BACKEND...]   (default: rfo@organic)" >&2
    echo "needs: python3-rdkit and python3-openbabel of Debian, and a build of Lowland" >&2
    exit 2
}

here=$(cd "$(dirname "$0")" && pwd)
folder=$here/../../../../shared/peers/start
rounds=3
while [ $# -gt 0 ]; do
    case $1 in
    --folder | --rounds)
        [ $# -ge 2 ] || usage
        if [ "$1" = --folder ]; then folder=$2; else rounds=$2; fi
        shift 2
        ;;
    -*) usage ;;
    *) break ;;
    esac
done
[ $# -gt 0 ] || set -- rfo@organic
[ -d "$folder" ] || { echo "speed.sh: $folder is not there; give --folder" >&2; exit 2; }
jars=$(ls -d "$here"/../../target/lowland-*/lib) || { echo "speed.sh: build first (./lowland backends)" >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export OMP_NUM_THREADS=1

round=0
while [ "$round" -lt "$rounds" ]; do
    for backend in "$@"; do
        java --add-modules jdk.incubator.vector -cp "$jars/*" "$here/Relaxations.java" "$folder" "$backend" 15 \
            2>"$work/log" >>"$work/$backend" || { cat "$work/log" >&2; exit 1; }
    done
    for program in openbabel rdkit; do
        /usr/bin/python3 "$here/forcefields.py" "$program" "$folder" 5 2>>"$work/log" >>"$work/$program"
    done
    round=$((round + 1))
done

awk -v work="$work" -v programs="$* openbabel rdkit" '
    function median(list,   values, n, i, j, t) {
        n = split(list, values, " ")
        for (i = 2; i <= n; i++) for (j = i; j > 1 && values[j - 1] + 0 > values[j] + 0; j--) {
            t = values[j]; values[j] = values[j - 1]; values[j - 1] = t
        }
        return values[int((n + 1) / 2)]
    }
    BEGIN {
        count = split(programs, program, " ")
        head = "| molecule |"; rule = "|---|"
        for (p = 1; p <= count; p++) {
            file = work "/" program[p]
            while ((getline < file) > 0) {
                if (!($1 in seen)) { seen[$1] = 1; names[++molecules] = $1 }
                times[program[p], $1] = times[program[p], $1] " " $3
                if (NF > 3) { evaluations[program[p], $1] = $4; share[program[p], $1] = $5; converged[program[p], $1] = $6 }
            }
            if (program[p] ~ /@/) { head = head " " program[p] ", ms | evaluations | in the potential |"; rule = rule "---:|---:|---:|" }
            else { head = head " " program[p] ", ms |"; rule = rule "---:|" }
        }
        print head; print rule
        for (m = 1; m <= molecules; m++) {
            row = "| " names[m] " |"
            for (p = 1; p <= count; p++) {
                t = median(times[program[p], names[m]]); sum[p] += t
                row = row sprintf(" %.1f |", t)
                if (program[p] ~ /@/) {
                    e = evaluations[program[p], names[m]]; total[p] += e
                    row = row " " e (converged[program[p], names[m]] == "yes" ? "" : " (not converged)") \
                        sprintf(" | %d %% |", 100 * share[program[p], names[m]])
                }
            }
            print row
        }
        row = "| sum |"
        for (p = 1; p <= count; p++) {
            row = row sprintf(" %.1f |", sum[p])
            if (program[p] ~ /@/) row = row sprintf(" %d | |", total[p])
        }
        print row
        for (p = 1; p <= count; p++) if (program[p] ~ /@/)
            for (q = p + 1; q <= count; q++) if (program[q] !~ /@/)
                printf "%s: %.2f of the time of %s\n", program[p], sum[p] / sum[q], program[q]
    }'
