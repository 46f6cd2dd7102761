package org.spsrules.authoring.row;

import java.util.List;

/** A row of the knowledge base that a rule can be about. Rules ask it as they ask facts, but the build answers. */
public sealed interface Row permits Step, Failing, Skipping, Reminder {

    /** The code that tells the row from the others of its type, and the rule about it from the rules about the others. */
    String key();

    /** The ids of the statements that the row rests on. */
    List<String> sources();

    /** The codes of the evidence grades behind the row. */
    default List<String> grades() {
        return List.of();
    }
}
