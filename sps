#!/bin/sh
# Starts the sps command, what stands beside an EHR (sps serve, replay, export), or what evaluates many cases (sps cohort).
# Builds it first if it is not there, or if its sources are not those from which it was built.

say() {
    printf '%s\n' "$1" >&2
}

fail() {
    say "sps: $1"
    exit 3
}

# Follows symbolic links to the end.
resolve() {
    resolved=$1
    while [ -L "$resolved" ]; do
        link=$(readlink "$resolved") || return
        case $link in
            /*) resolved=$link ;;
            *) resolved=${resolved%/*}/$link ;;
        esac
    done
}

find_home() {
    case $1 in
        */*) resolve "$1" ;;
        *) resolve "./$1" ;;
    esac
    home=$(CDPATH='' cd -- "${resolved%/*}" && pwd -P) || fail "the folder of sps cannot be found."
    workbench=sps-rules-examples/workbench
    lock=$home/$workbench/target/sps.lock
}

# The service and the cohort have libraries of their own, which would slow down every other command.
choose_program() {
    further=
    case ${1:-} in
        serve | replay | export) module=sps-rules-examples/playground program=sps-service further=service ;;
        cohort) module=sps-rules-examples/cohort program=sps-cohort further=cohort ;;
        *) module=$workbench program=sps ;;
    esac
    target=$home/$module/target
    jar=$target/$program.jar
    log=$target/sps-build.log
}

find_java() {
    if [ -n "${JAVA_HOME:-}" ]; then
        java=$JAVA_HOME/bin/java
        [ -x "$java" ] || fail "JAVA_HOME is $JAVA_HOME, but there is no bin/java in it."
    else
        java=$(command -v java) || fail "Java 17 or newer is needed. Install it, or set JAVA_HOME to where it is."
    fi
    resolve "$java"
    java_home=${resolved%/bin/java}
}

# ---- Whether sps is as its sources are -------------------------------------------------------------------------------

# The files and folders from which the program is built, of one kind. The other programs are built from those of the command
# and from more.
inputs() {
    sed -n "s/^$1 //p" "$home/$workbench/inputs.txt"
    if [ "$1" = code ] && [ -n "$further" ]; then
        sed -n "s/^$further //p" "$home/$workbench/inputs.txt"
    fi
}

find_sha256() {
    if command -v sha256sum >/dev/null; then
        sha256=sha256sum
    elif command -v shasum >/dev/null; then
        sha256='shasum -a 256'
    else
        sha256=
    fi
}

# The digests of all sources of one kind, as SourceRecord writes them at the end of a build.
digests() (
    cd "$home" || exit
    # shellcheck disable=SC2046,SC2086
    find $(inputs "$1") \( -name '.?*' -o -name '*~' -o -name '#*#' \) -prune -o -type f -exec $sha256 {} + |
        LC_ALL=C sort -k 2
) 2>/dev/null

unchanged() {
    digests "$1" | cmp -s - "$target/sps.$1"
}

# Only these answer from the knowledge base that is built in; all else reads it from its folder.
answers_from_jar() {
    case "$* " in
        'serve '* | 'replay '* | 'export '* | 'cohort '*) return 0 ;;
        *' --rules'*) return 1 ;;
        'evaluate '* | 'explain '*) return 0 ;;
        *) return 1 ;;
    esac
}

is_built() {
    [ -f "$jar" ] && { [ -f "$target/sps.code" ] || ! [ -f "$home/pom.xml" ]; }
}

is_current() {
    is_built || return
    [ -f "$home/pom.xml" ] || return 0
    if [ -n "$sha256" ]; then
        unchanged code && { ! answers_from_jar "$@" || unchanged knowledge; }
    else
        # Nothing in the other jar can tell.
        [ $program = sps ] && "$java" -cp "$jar" org.spsrules.workbench.SourceRecord check "$home" "$@"
    fi
}

# ---- Building --------------------------------------------------------------------------------------------------------

maven() {
    if ./mvnw -v >/dev/null 2>&1; then
        ./mvnw "$@"
    elif command -v mvn >/dev/null; then
        mvn "$@"
    else
        ./mvnw "$@"
    fi
}

# Only Maven from 3.9 on reads MAVEN_ARGS by itself; handed over here, it must not be read twice.
package() (
    cd "$home" || exit
    # Ctrl-C reaches Maven too; only when it has ended is nothing written any more.
    trap 'exit 130' INT
    arguments=${MAVEN_ARGS:-}
    unset MAVEN_ARGS
    # shellcheck disable=SC2086
    maven $arguments -B -Dmaven.test.skip=true -Dspotless.check.skip -pl "$module" -am package
)

# Maven compiles what is newer than its classes; what was copied or unpacked may have changed and be older.
forget_classes() {
    rm -rf "$home/sps-rules-kb/target/classes"
    [ -n "$sha256" ] && unchanged code && return
    for input in $(inputs code); do
        case $input in
            */src/main) rm -rf "$home/${input%/src/main}/target/classes" ;;
        esac
    done
}

# The modules that Maven has come to, one a line.
modules() {
    sed -n -e 's/^\[INFO\] Building SPS Rules: /[INFO] Building /' \
        -e 's/^\[INFO\] Building \(.*\) [0-9][^ ]* *\[\([0-9]*\)\/\([0-9]*\)\]$/\2 of \3: \1/p' "$log"
}

elapsed() {
    seconds=$(($(date +%s) - began))
    printf '%d:%02d' $((seconds / 60)) $((seconds % 60))
}

# A line of a terminal that the next one is written over.
draw() {
    printf '\r%-78.78s' "$1" >&2
}

erase() {
    [ -t 2 ] && printf '\r%78s\r' '' >&2
}

# Shows the module that is being built: on a terminal with the time in a line that is drawn anew, else in a line of its own.
show_progress() {
    shown=0
    while kill -0 $$ 2>/dev/null; do
        if [ -t 2 ]; then
            step=$(modules | tail -n 1)
            case $(tail -n 1 "$log") in
                *Download*) doing=', downloading' ;;
                *) doing= ;;
            esac
            draw "  $(elapsed)  ${step:-Maven is starting}$doing"
        else
            modules | tail -n +$((shown + 1)) | sed 's/^/  /' >&2
            shown=$(modules | wc -l)
        fi
        sleep 1 >/dev/null 2>&1
    done
}

stop_progress() {
    [ -n "$progress" ] || return
    kill "$progress" 2>/dev/null
    wait "$progress" 2>/dev/null
    progress=
    erase
}

build() {
    if is_built; then
        say "Building sps anew, because its sources have changed. This takes about a minute."
    else
        say "Building sps. This takes a minute, and up to three if Maven has to download."
    fi
    say "The log is $log"
    began=$(date +%s)
    # What changes while Maven runs has not been built.
    if [ -n "$sha256" ]; then
        digests code >"$lock/code"
        digests knowledge >"$lock/knowledge"
    fi
    forget_classes
    : >"$log"
    show_progress &
    progress=$!
    package >"$log" 2>&1
    status=$?
    stop_progress
    [ $status = 0 ] || explain_failure
    if [ -n "$sha256" ]; then
        mv -f "$lock/knowledge" "$target/sps.knowledge"
        mv -f "$lock/code" "$target/sps.code"
    fi
    say "Built in $(elapsed)."
}

explain_failure() {
    mistakes=$(sed -n 's/^\[ERROR\] \(sps-rules-kb\/.*: error: .*\)/\1/p' "$log" | sort -u)
    if [ -n "$mistakes" ]; then
        say "$mistakes"
        say "sps: the knowledge base is not in order; ./sps lint says more."
        exit 2
    fi
    grep -v '^\[INFO\]' "$log" >&2
    fail "the build failed."
}

# ---- One build at a time ---------------------------------------------------------------------------------------------

take_lock() {
    waiting=no
    until mkdir "$lock" 2>/dev/null; do
        holder=$(cat "$lock/process" 2>/dev/null)
        if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; then
            rm -rf "$lock"
        else
            [ $waiting = yes ] || say "Waiting for another sps that is building (if there is none, remove $lock)..."
            waiting=yes
            sleep 1
        fi
    done
    locked=yes
    echo $$ >"$lock/process"
}

unlock() {
    rm -rf "$lock"
    locked=
}

# What is half built must not count as built. The build takes the record away before it writes the jar.
clean_up() {
    stop_progress
    [ -z "$unfinished" ] || rm -f "$unfinished" "$unfinished.jsa"
    [ -n "$locked" ] || return
    [ -f "$target/sps.code" ] || rm -f "$jar"
    unlock
}

interrupted() {
    clean_up
    trap - EXIT "$1"
    kill -s "$1" $$
}

clean_up_at_the_end() {
    progress=
    locked=
    unfinished=
    trap clean_up EXIT
    trap 'interrupted HUP' HUP
    trap 'interrupted INT' INT
    trap 'interrupted TERM' TERM
}

build_if_needed() {
    if ! [ -d "$lock" ] && is_current "$@"; then
        return
    fi
    mkdir -p "$target" "${lock%/*}" 2>/dev/null
    obstacle=
    if ! [ -x "$java_home/bin/javac" ]; then
        obstacle="$java_home is a Java runtime, and a JDK is needed"
    elif ! [ -w "$target" ] || ! [ -w "${lock%/*}" ]; then
        obstacle="nothing can be written to $target"
    fi
    if [ -z "$obstacle" ]; then
        take_lock
        # Another sps may have built it by now.
        is_current "$@" || build
        unlock
    elif is_current "$@"; then
        return
    elif is_built; then
        say "The sources of sps have changed, and it cannot be built anew ($obstacle); this is sps as it was before."
    else
        fail "sps has not been built yet and cannot be built: $obstacle."
    fi
}

# ---- Starting --------------------------------------------------------------------------------------------------------

choose_options() {
    options="-XX:+UseSerialGC -Xshare:auto -Xlog:disable -Xlog:all=off"
    # What soon ends is not worth the work of the second compiler; what watches or mutates becomes twice as fast by it.
    case " $* " in
        *" --watch "* | *" mutate "*) ;;
        *) options="$options -XX:TieredStopAtLevel=1" ;;
    esac
}

java_version() {
    [ -r "$java_home/release" ] && sed -n 's/^JAVA_RUNTIME_VERSION="\(.*\)"$/\1/p' "$java_home/release"
}

# Java finds no class in its archive again if the path to the jar has a blank in it or a letter that has to be written
# otherwise in the address of a file, and nothing is kept in a folder that cannot be written to. A folder of the user's own
# holds the archive then, and a copy of the jar if it is the path that is at fault.
find_place() {
    place=$target
    if is_plain "$target" && { [ -w "$target" ] || [ -s "$target/$1" ]; }; then
        return
    fi
    number=$({ printf '%s' "$home" | cksum | tr -d ' '; } 2>/dev/null)
    place=${XDG_CACHE_HOME:-${HOME:-}/.cache}/sps-rules/$number
    case $number:$place in
        :* | *:[!/]*) return 1 ;;
    esac
    is_plain "$place" && mkdir -p "$place" 2>/dev/null && [ -w "$place" ] || return
    if ! is_plain "$target"; then
        started=$place/sps.jar
        # shellcheck disable=SC3013
        [ "$started" -nt "$jar" ] || copy_jar || { started=$jar && return 1; }
    fi
}

is_plain() {
    case $1 in
        *[!A-Za-z0-9/._+=@,~-]*) return 1 ;;
    esac
}

copy_jar() {
    unfinished=$started.$$
    cp "$jar" "$unfinished" 2>/dev/null && mv -f "$unfinished" "$started"
}

# Java takes an archive for a jar in another place for damaged, and ignores it.
has_archive() {
    # shellcheck disable=SC3013
    [ "$archive" -nt "$started" ] && [ "$(cat "$archive.of" 2>/dev/null)" = "$started" ]
}

# Classes in the form in which this Java keeps them in memory halve the time to start. Those of a list that was made before
# are kept, which holds more of them than an archive made at the end of a program does. An empty archive says that none could
# be made.
make_archive() {
    [ -t 2 ] && draw "Preparing sps to start quickly..."
    unfinished=$archive.$$
    example=$home/sps-rules-examples/cases/p01-untreated.yaml
    # shellcheck disable=SC2086
    "$java" $options "-XX:DumpLoadedClassList=$unfinished" \
        -cp "$started" org.spsrules.workbench.Rehearsal "$example" >/dev/null 2>&1
    # shellcheck disable=SC2086
    "$java" $options -Xshare:dump "-XX:SharedClassListFile=$unfinished" "-XX:SharedArchiveFile=$unfinished.jsa" \
        -cp "$started" >/dev/null 2>&1
    [ -s "$unfinished.jsa" ] || : >"$unfinished.jsa"
    mv -f "$unfinished.jsa" "$archive"
    printf '%s\n' "$started" >"$archive.of"
    rm -f "$unfinished"
    unfinished=
    erase
}

archive_classes() {
    archive=
    started=$jar
    version=$(java_version)
    if [ -n "$version" ] && find_place "sps-$version.jsa"; then
        archive=$place/sps-$version.jsa
        has_archive || ! [ -w "$place" ] || make_archive
    fi
}

start() {
    set -- "-Dsps.home=$home" -jar "$started" "$@"
    if [ -s "$archive" ]; then
        set -- "-XX:SharedArchiveFile=$archive" "$@"
    fi
    if [ -t 1 ]; then
        if [ -z "${COLUMNS:-}" ]; then
            size=$(stty size </dev/tty 2>/dev/null)
            export COLUMNS="${size#* }"
        fi
        if [ -z "${NO_COLOR:-}" ] && [ "${TERM:-dumb}" != dumb ]; then
            set -- -Dpicocli.ansi=true "$@"
        else
            set -- -Dpicocli.ansi=false "$@"
        fi
    elif [ -t 2 ]; then
        set -- -Dsps.progress=true "$@"
    fi
    # shellcheck disable=SC2086
    exec "$java" $options "$@"
}

find_home "$0"
choose_program "$@"
find_java
find_sha256
clean_up_at_the_end
build_if_needed "$@"
if [ $program != sps ]; then
    progress_shown=false
    [ -t 2 ] && progress_shown=true
    exec "$java" -Dsps.progress=$progress_shown -jar "$jar" "$@"
fi
choose_options "$@"
archive_classes
start "$@"
