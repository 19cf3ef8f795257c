#!/bin/sh
# Times minimize in a Jmol without a screen beside Jmol's own force field: see JmolMinimize.java. Three rounds.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
file=$here/../../../../shared/peers/start/sildenafil.sdf
runs=10
while [ $# -gt 0 ]; do
    case $1 in
    --file) file=${2:?}; shift 2 ;;
    --runs) runs=${2:?}; shift 2 ;;
    *) echo "usage: jmol.sh [--file STRUCTURE] [--runs N]" >&2; exit 2 ;;
    esac
done
[ -f "$file" ] || { echo "jmol.sh: $file is not there; give --file" >&2; exit 2; }
jars=$(ls -d "$here"/../../target/lowland-*/lib) || { echo "jmol.sh: build first (./lowland backends)" >&2; exit 2; }
for round in 1 2 3; do
    java -Djava.awt.headless=true --add-modules jdk.incubator.vector -Dorg.slf4j.simpleLogger.defaultLogLevel=error \
        -cp "$jars/*${LOWLAND_JMOL_JAR:+:$LOWLAND_JMOL_JAR}" "$here/JmolMinimize.java" "$file" rfo@organic "$runs" 2>/dev/null
done
