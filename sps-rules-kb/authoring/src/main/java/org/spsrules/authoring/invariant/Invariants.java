package org.spsrules.authoring.invariant;

import java.util.List;
import java.util.stream.Stream;

/** The invariants: the one list of them. The build holds the rules to it, and so does every activation. */
public final class Invariants {

    private static final List<Invariant> ALL = Stream.of(
                    OfferInvariants.all(),
                    DirectionInvariants.all(),
                    TestInvariants.all(),
                    SafetyInvariants.all(),
                    ReportInvariants.all())
            .flatMap(List::stream)
            .toList();

    private Invariants() {}

    /** All invariants. */
    public static List<Invariant> all() {
        return ALL;
    }
}
