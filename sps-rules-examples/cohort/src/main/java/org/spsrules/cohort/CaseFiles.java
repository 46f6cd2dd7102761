package org.spsrules.cohort;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which files of a folder hold cases, by their names. */
public final class CaseFiles {

    /** How they end, in words. */
    public static final String ENDINGS = "ndjson, jsonl, ndjson.gz or jsonl.gz";

    private static final Pattern ENDING = Pattern.compile("(?i).*\\.(ndjson|jsonl)(\\.gz)?");

    private CaseFiles() {}

    /** Whether a file is one, by the way that leads to it from the folder that was named; hidden ones are none. */
    public static boolean isOne(String path) {
        return ENDING.matcher(path).matches() && Stream.of(path.split("/")).noneMatch(part -> part.startsWith("."));
    }
}
