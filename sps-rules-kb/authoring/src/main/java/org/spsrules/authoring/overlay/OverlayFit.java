package org.spsrules.authoring.overlay;

import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.folder.DataFile;
import org.spsrules.authoring.folder.KnowledgeFolder;
import org.spsrules.authoring.folder.MergedFiles;
import org.spsrules.authoring.folder.Overlay;

/**
 * Whether an overlay was written for a base. One that has moved on may say something else in the rules that the overlay
 * touches; a person has to look.
 */
final class OverlayFit {

    private static final String HASH = "sha256:";
    private static final int SHORTEST_HASH = 12;

    private final String version;
    private final String hash;
    private final Diagnostics diagnostics;

    OverlayFit(MergedFiles base, Diagnostics diagnostics) {
        this.version = new DataFile(KnowledgeFolder.MAIN, new Diagnostics())
                .read(base.data().getOrDefault(KnowledgeFolder.MAIN, ""))
                .flatMap(content -> content.optional("version"))
                .orElse("");
        this.hash = base.hash();
        this.diagnostics = diagnostics;
    }

    void check(Overlay overlay) {
        String wanted = overlay.base().text();
        boolean fits = wanted.startsWith(HASH)
                ? wanted.length() >= HASH.length() + SHORTEST_HASH && (HASH + hash).startsWith(wanted)
                : wanted.equals(version);
        if (!fits && !wanted.isEmpty()) {
            diagnostics.add(
                    overlay.placeOf(Overlay.MAIN),
                    overlay.base().position(),
                    LintCode.OVERLAY,
                    "this overlay was written for the base " + wanted + ", and the base is " + version + " (" + HASH
                            + hash.substring(0, SHORTEST_HASH)
                            + "); look at the rules that it replaces and disables, then write here what it fits");
        }
    }
}
