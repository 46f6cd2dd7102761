package org.spsrules.workbench;

import org.spsrules.Report.KnowledgeStamp;

/** Which knowledge base speaks, in one line. */
final class Imprint {

    private static final int SHORT_HASH = 12;

    private Imprint() {}

    static String of(KnowledgeStamp stamp) {
        String hash = stamp.contentHash();
        String shortHash = hash.substring(0, Math.min(SHORT_HASH, hash.length()));
        return "Knowledge base " + stamp.version() + " (" + shortHash + "), " + stamp.rules() + " rules";
    }
}
