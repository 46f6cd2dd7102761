package org.spsrules.workbench;

import org.spsrules.Report.KnowledgeStamp;

/** Which knowledge base speaks, in one line. */
final class VersionLine {

    private static final int SHORT_HASH = 12;

    private VersionLine() {}

    static String of(KnowledgeStamp stamp) {
        String hash = stamp.contentHash();
        String shortHash = hash.substring(0, Math.min(SHORT_HASH, hash.length()));
        return "Knowledge base " + stamp.version() + " (" + shortHash + "), " + stamp.rules() + " rules";
    }
}
