#!/bin/sh
# Starts the sps command. Builds it first if it is missing or older than its sources.

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

case $0 in
    */*) resolve "$0" ;;
    *) resolve "./$0" ;;
esac
home=$(CDPATH='' cd -- "${resolved%/*}" && pwd -P) || fail "the folder of sps cannot be found."
workbench=sps-rules-examples/workbench
target=$home/$workbench/target
jar=$target/sps.jar

if [ -n "${JAVA_HOME:-}" ]; then
    java=$JAVA_HOME/bin/java
    [ -x "$java" ] || fail "JAVA_HOME is $JAVA_HOME, but there is no bin/java in it."
else
    java=$(command -v java) || fail "Java 17 or newer is needed. Install it, or set JAVA_HOME to where it is."
fi
resolve "$java"
java_home=${resolved%/bin/java}

# Only these commands answer from the knowledge base that is built into sps; the others read it from its folder.
case "$* " in
    *' --rules'*) knowledge= ;;
    'evaluate '* | 'explain '*)
        knowledge='sps-rules-kb/knowledge.yaml sps-rules-kb/rules sps-rules-kb/vocabulary sps-rules-kb/sources'
        ;;
    *) knowledge= ;;
esac

outdated() {
    [ -f "$jar" ] || return 0
    [ -f "$home/pom.xml" ] || return 1
    # shellcheck disable=SC2086
    [ -n "$(cd "$home" && find pom.xml \
        sps-rules-core/pom.xml sps-rules-core/src/main \
        sps-rules-kb/pom.xml sps-rules-kb/files/pom.xml $knowledge \
        sps-rules-kb/authoring/pom.xml sps-rules-kb/authoring/src/main \
        sps-rules-examples/pom.xml "$workbench/pom.xml" "$workbench/src/main" \
        -newer "$jar" 2>/dev/null | head -n 1)" ]
}

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
    arguments=${MAVEN_ARGS:-}
    unset MAVEN_ARGS
    # shellcheck disable=SC2086
    maven $arguments -q -B -DskipTests -Dspotless.check.skip -pl "$workbench" -am package
)

build() {
    if [ -f "$jar" ]; then
        say "Building sps anew, because its sources have changed..."
    else
        say "Building sps (first use; a minute, and some more if Maven has to download; its log: $target/sps-build.log)..."
    fi
    # The jar gets the time at which its build began, so that what changes meanwhile counts as newer.
    : >"$target/sps.began"
    if ! package >"$target/sps-build.log" 2>&1; then
        mistakes=$(sed -n 's/^\[ERROR\] \(sps-rules-kb\/.*: error: .*\)/\1/p' "$target/sps-build.log" | sort -u)
        if [ -n "$mistakes" ]; then
            say "$mistakes"
            say "sps: the knowledge base is not in order; ./sps lint says more."
            exit 2
        fi
        cat "$target/sps-build.log" >&2
        fail "the build failed."
    fi
    touch -r "$target/sps.began" "$jar"
}

lock=$target/sps.lock

unlock() {
    rm -rf "$lock"
}

take_lock() {
    waiting=no
    until mkdir "$lock" 2>/dev/null; do
        holder=$(cat "$lock/process" 2>/dev/null)
        if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; then
            unlock
        else
            [ $waiting = yes ] || say "Waiting for another sps that is building (if there is none, remove $lock)..."
            waiting=yes
            sleep 1
        fi
    done
    trap unlock EXIT
    trap 'exit 3' HUP INT TERM
    echo $$ >"$lock/process"
}

if [ -d "$lock" ] || outdated; then
    mkdir -p "$target" 2>/dev/null
    obstacle=
    if ! [ -x "$java_home/bin/javac" ]; then
        obstacle="$java_home is a Java runtime, and a JDK is needed"
    elif ! [ -w "$target" ]; then
        obstacle="nothing can be written to $target"
    fi
    if [ -z "$obstacle" ]; then
        take_lock
        # Another sps may have built it by now.
        if outdated; then
            build
        fi
        unlock
        trap - EXIT HUP INT TERM
    elif [ -f "$jar" ]; then
        say "sps is older than its sources and cannot be built anew ($obstacle); this is sps as it was before."
    else
        fail "sps has not been built yet and cannot be built: $obstacle."
    fi
fi

version=
if [ -r "$java_home/release" ]; then
    while IFS='=' read -r key value; do
        if [ "$key" = JAVA_RUNTIME_VERSION ]; then
            version=${value#\"}
            version=${version%\"}
        fi
    done <"$java_home/release"
fi
archive=$target/sps-$version.jsa
options="-XX:+UseSerialGC -Xshare:auto -Xlog:disable -Xlog:all=off"
# What soon ends is not worth the work of the second compiler; what watches becomes twice as fast by it.
case " $* " in
    *" --watch "*) ;;
    *) options="$options -XX:TieredStopAtLevel=1" ;;
esac

# Classes in the form in which this Java keeps them in memory halve the time to start. Java ignores an archive that does
# not fit; an empty one says that none could be made.
make_archive() {
    # shellcheck disable=SC2086
    "$java" $options "-XX:ArchiveClassesAtExit=$archive.$$" \
        -jar "$jar" evaluate --json "$home/sps-rules-examples/cases" >/dev/null 2>&1
    [ -s "$archive.$$" ] || : >"$archive.$$"
    mv -f "$archive.$$" "$archive"
}

case $version:$archive in
    :*) ;;
    *:*:*) ;;
    *) [ "$archive" -nt "$jar" ] || ! [ -w "$target" ] || make_archive ;;
esac

set -- -jar "$jar" "$@"
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
