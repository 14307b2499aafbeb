#!/usr/bin/env bash
# Searches, guided by coverage, for bytes that break a reader of foreign bytes (Jazzer), and keeps what reached something new:
#   scripts/fuzz.sh [SECONDS] [NAME]     each @FuzzTest whose class or method holds NAME, one after the other
# What breaks a reader is kept too, as crash-…: mend the reader, give the file a name that says what it holds, and commit both.
# The fast check reads everything that is kept, again and again.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/jdk.sh
calque_need_jdk scripts || exit 1

seconds=${1:-150} name=${2:-}
work=$PWD/target/fuzz
mkdir -p "$work"
if [ -z "${CALQUE_FUZZ_CLASSPATH:-}" ]; then
    ./mvnw -q -B -pl remoting,directory -am test-compile
    ./mvnw -q -B -pl remoting,directory -am test-compile dependency:build-classpath -Dmdep.outputFile="$work/\${project.artifactId}.classpath" \
        -Dmdep.includeScope=test
    CALQUE_FUZZ_CLASSPATH=$(for module in remoting directory; do
        printf '%s:' $module/target/test-classes $module/target/classes "$(cat "$work/calque-$module.classpath")"
    done)
fi
classpath=$(for each in ${CALQUE_FUZZ_CLASSPATH//:/ }; do realpath "$each"; done | paste -sd:)

jazzer() { # CLASS METHOD ARGUMENT…
    local class=$1 method=$2
    shift 2
    (cd "$work" && nice "$JAVA_HOME/bin/java" -Xmx1g -XX:+UseSerialGC -XX:+EnableDynamicAgentLoading --enable-native-access=ALL-UNNAMED \
        --sun-misc-unsafe-memory-access=allow -Djazzer.hooks=true -cp "$classpath" com.code_intelligence.jazzer.Jazzer --hooks=true \
        '--instrumentation_includes=io.calque.**' "--target_class=$class" "--target_method=$method" "$@" >"$method.log" 2>&1)
}

# Of the inputs that were found, those that reach what no kept one and no smaller one reaches.
keep() { # CLASS METHOD KEPT
    local list=$work/merge.txt
    local -a files
    mapfile -t files < <(find "$3" -type f | sort; find "$work/.cifuzz-corpus/$1/$2" -type f -printf '%s %p\n' | sort -n | cut -d' ' -f2-)
    local kept
    kept=$(find "$3" -type f | wc -l)
    { echo "${#files[@]}"; echo "$kept"; printf '%s\n' "${files[@]}"; } >"$list"
    jazzer "$1" "$2" "-merge_control_file=$list" -merge_inner=1 || return 1
    awk -v first="$kept" '$1 == "FT" && NF > 2 && $2 >= first { print $2 }' "$list" | while read -r i; do
        cp "${files[$i]}" "$3/$(basename "${files[$i]}" | cut -c1-12)"
    done
}

status=0
while read -r file method; do
    class=$(sed 's:.*/src/test/java/::; s:\.java$::; s:/:.:g' <<<"$file")
    [[ $class#$method == *"$name"* ]] || continue
    inputs=$PWD/$(sed 's:/src/test/java/:/src/test/resources/:; s:\.java$:Inputs:' <<<"$file")/$method
    mkdir -p "$inputs" "$work/.cifuzz-corpus/$class/$method"
    before=$(find "$inputs" -type f | wc -l)
    result=done
    jazzer "$class" "$method" "-max_total_time=$seconds" "-artifact_prefix=$inputs/" || result=BROKEN status=1
    cov=$(grep -o 'cov: [0-9]* ft: [0-9]*' "$work/$method.log" | tail -n 1) tries=$(grep -o '^#[0-9]*' "$work/$method.log" | tail -n 1)
    cp "$work/$method.log" "$work/$method.run.log"
    [ $result = BROKEN ] || keep "$class" "$method" "$inputs" || { echo "fuzz: nothing kept, see $work/$method.log" >&2; status=1; }
    echo "$result ${class##*.} $method: $tries tries, $cov, kept $(($(find "$inputs" -type f | wc -l) - before)) more"
done < <(grep -rA1 '@FuzzTest' --include='*.java' remoting/src/test/java directory/src/test/java |
    sed -n 's:^\([^ ]*\.java\)-.* void \([a-z_0-9]*\)(.*:\1 \2:p' | sort)
exit $status
