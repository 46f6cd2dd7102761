package org.spsrules.internal.knowledge;

/**
 * A body of statements that rules cite.
 *
 * @param code the prefix of its statement ids, for example {@code DO}
 * @param title what it is called
 * @param kind what it is, for example a web article
 * @param reviewStatus whether it has been reviewed
 * @param date when it was last changed, as far as it says
 * @param traced whether each of its statements has to be carried by something in the knowledge base
 * @param compiled whether its statements tell what others say, so that each has to be verified there
 */
public record Source(
        String code, String title, String kind, String reviewStatus, String date, boolean traced, boolean compiled) {}
