package org.spsrules.authoring.folder;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spsrules.internal.knowledge.ContraindicationRow.Level;
import org.spsrules.internal.knowledge.KinshipRow;
import org.spsrules.internal.knowledge.ReactionRow;
import org.spsrules.internal.knowledge.Reading;

/** Reads the rows that say what an allergy or a grave reaction reaches. */
final class HypersensitivityRows {

    private static final Map<String, Boolean> YES_OR_NO = Map.of("yes", true, "no", false);

    private HypersensitivityRows() {}

    static Optional<KinshipRow> kinship(DataFile.Entry entry) {
        Optional<Level> level = entry.oneOf("level", Level.values(), Level::word);
        List<Reading> verified = ReadingReader.readings(entry);
        String therapyClass = entry.text("class");
        String reason = entry.text("reason");
        List<String> sources = entry.texts("sources");
        return level.map(grade -> new KinshipRow(therapyClass, grade, verified, reason, sources));
    }

    static Optional<ReactionRow> reaction(DataFile.Entry entry) {
        Optional<Level> level = entry.oneOf("level", Level.values(), Level::word);
        List<Reading> verified = ReadingReader.readings(entry);
        Optional<Boolean> kin = entry.oneOf("reaches-kin", YES_OR_NO);
        String sideEffect = entry.text("side-effect");
        String reason = entry.text("reason");
        List<String> sources = entry.texts("sources");
        return level.flatMap(
                grade -> kin.map(reaches -> new ReactionRow(sideEffect, grade, reaches, verified, reason, sources)));
    }
}
