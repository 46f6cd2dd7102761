package org.spsrules.authoring.invariant;

import java.util.List;
import java.util.stream.Stream;

/**
 * The invariants: the one list of them. The build holds the rules to it, and so does every activation. Scenarios are held to
 * those of any knowledge base.
 */
public final class Invariants {

    private static final List<Invariant> OF_ANY_BASE = Stream.of(
                    OfferInvariants.all(),
                    DirectionInvariants.all(),
                    TestInvariants.all(),
                    SafetyInvariants.all(),
                    ReportInvariants.ofAnyBase())
            .flatMap(List::stream)
            .toList();

    private static final List<Invariant> ALL = Stream.concat(
                    OF_ANY_BASE.stream(), Stream.of(ReportInvariants.NEVER_EMPTY))
            .toList();

    private Invariants() {}

    /** All invariants. */
    public static List<Invariant> all() {
        return ALL;
    }

    /** Those that hold also of a knowledge base that has just begun, which has nothing to say of most patients yet. */
    static List<Invariant> ofAnyBase() {
        return OF_ANY_BASE;
    }
}
