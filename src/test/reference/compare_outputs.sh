#!/usr/bin/env bash
# Says whether every file that the macros write is the same, to the byte, before and after a change.
# Usage: compare_outputs.sh BEFORE AFTER: two checkouts that were built by `mvn -DskipTests package`.
# Of run.json and model.json the times, the versions and the folders of the two runs are left out of account. So are the
# steps that a log shows now and then, as time goes by.
set -euo pipefail

before=$(realpath "$1") after=$(realpath "$2")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

run() {
    local checkout=$1 out=$2
    mkdir -p "$out"
    for macro in "$checkout"/macros/*.ijm; do
        local name
        name=$(basename "$macro" .ijm)
        [[ $name == Localizer_* ]] && continue # needs the network
        (cd "$checkout" && mvn -o -q -ntp exec:exec -Dmacro="macros/$name.ijm" \
            -Darg="permutations=200 output=$work/run" </dev/null) >"$out/$name.log" 2>&1 || echo "$name failed" >>"$out/failures"
        rm -rf "$out/$name"
        if [ -d "$work/run" ]; then mv "$work/run" "$out/$name"; fi
    done
    find "$out" -name '*.json' -o -name '*.html' -o -name '*.log' | while read -r file; do
        sed -i -E -e "s#$checkout#.#g" -e 's/"(read|mask|smooth|fit|permute|write)": [0-9.eE-]+//' \
            -e 's/[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:.]+(Z|[+-][0-9:]+)?//g' -e 's/[0-9.]+ s\b//g' "$file"
    done
    find "$out" -name '*.log' -exec sed -i -E '/: .* [0-9]+ of [0-9]+,.*$/d' {} +
}

run "$before" "$work/before"
run "$after" "$work/after"
diff -rq "$work/before" "$work/after" && echo "All $(find "$work/after" -type f | wc -l) files are the same."
