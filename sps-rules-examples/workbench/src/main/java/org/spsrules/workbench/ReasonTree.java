package org.spsrules.workbench;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.spsrules.Reason;
import org.spsrules.Reason.Kind;
import org.spsrules.Reason.Verdict;
import org.spsrules.workbench.Colours.Tone;
import org.spsrules.workbench.ReportText.Detail;

/** Draws reasons as trees: under each condition what it rests on. */
final class ReasonTree {

    /** What the marks mean. */
    static final String LEGEND = "+ holds, ~ assumed (not known), ? not known, - does not hold";

    private static final String AGAIN = ", as above";

    private final Page page;
    private final Detail detail;
    private final Set<Reason> told = new HashSet<>();

    ReasonTree(Page page, Detail detail) {
        this.page = page;
        this.detail = detail;
    }

    /**
     * Draws the conditions of a rule that applies. Unless all was asked for, what had to be silent shares a line, and what
     * was told under an earlier rule is not told again.
     */
    void met(Reason rule) {
        conditions(rule, 0);
    }

    private void conditions(Reason rule, int depth) {
        if (detail == Detail.FULL) {
            rule.parts().forEach(part -> node(part, depth));
            return;
        }
        rule.parts().stream().filter(part -> !isSilence(part)).forEach(part -> node(part, depth));
        silences(rule, Verdict.HOLDS, depth);
        silences(rule, Verdict.ASSUMED, depth);
    }

    private static boolean isSilence(Reason part) {
        return part.kind() == Kind.NO_FINDING && part.verdict().met();
    }

    private void silences(Reason rule, Verdict verdict, int depth) {
        String findings = rule.parts().stream()
                .filter(part -> isSilence(part) && part.verdict() == verdict && told.add(part))
                .map(part -> text(part).replaceFirst("^not: ", ""))
                .collect(Collectors.joining("; "));
        if (!findings.isEmpty()) {
            page.node(depth, mark(verdict), "not: " + findings);
        }
    }

    /** Draws what keeps a rule from applying. */
    void missing(Reason rule) {
        rule.parts().stream()
                .filter(part -> detail == Detail.FULL || !part.verdict().met())
                .forEach(part -> missing(part, 0));
    }

    /** Draws every condition of a rule, and what is behind those that do not hold. */
    void conditions(Reason rule) {
        for (Reason part : rule.parts()) {
            if (part.verdict().met()) {
                page.node(0, mark(part.verdict()), text(part));
            } else {
                missing(part, 0);
            }
        }
    }

    private void node(Reason reason, int depth) {
        if (detail == Detail.SHORT
                && reason.kind() == Kind.ANY_OF
                && reason.parts().size() == 1) {
            node(reason.parts().get(0), depth);
            return;
        }
        boolean again = isToldAgain(reason);
        page.node(depth, mark(reason.verdict()), text(reason) + (again ? AGAIN : ""));
        if (!again && !(isSilence(reason) && detail == Detail.SHORT)) {
            reason.parts().forEach(part -> told(part, depth + 1));
        }
    }

    private boolean isToldAgain(Reason reason) {
        return detail == Detail.SHORT && reason.kind() == Kind.FINDING && !told.add(reason);
    }

    /** Draws what does not hold. Of a group, the nearest alternative, unless all was asked for. */
    private void missing(Reason reason, int depth) {
        if (detail == Detail.SHORT && reason.kind() == Kind.ANY_OF) {
            nearest(reason, depth);
            return;
        }
        boolean again = isToldAgain(reason);
        page.node(depth, mark(reason.verdict()), text(reason) + (again ? AGAIN : ""));
        if (again) {
            return;
        }
        if (reason.verdict().met() || reason.kind() == Kind.NO_FINDING) {
            reason.parts().forEach(part -> told(part, depth + 1));
            return;
        }
        reason.parts().stream().filter(this::isShown).forEach(part -> behind(part, depth + 1));
    }

    private boolean isShown(Reason part) {
        return detail == Detail.FULL || !part.verdict().met();
    }

    private void nearest(Reason group, int depth) {
        Reason first = group.parts().get(0);
        if (first.kind() == Kind.ALL_OF) {
            first.parts().stream().filter(this::isShown).forEach(part -> missing(part, depth));
        } else {
            missing(first, depth);
        }
        int others = group.parts().size() - 1;
        if (others > 0) {
            page.node(depth, " ", "(or " + (others == 1 ? "another way" : others + " other ways") + ")");
        }
    }

    /** A rule behind a finding needs no level of its own. */
    private void behind(Reason part, int depth) {
        if (part.kind() == Kind.RULE) {
            page.node(depth, " ", text(part));
            part.parts().stream().filter(this::isShown).forEach(condition -> missing(condition, depth));
        } else {
            missing(part, depth);
        }
    }

    private void told(Reason part, int depth) {
        if (part.kind() == Kind.RULE) {
            page.node(depth, " ", text(part));
            conditions(part, depth);
        } else {
            node(part, depth);
        }
    }

    private static String mark(Verdict verdict) {
        return switch (verdict) {
            case HOLDS -> "+";
            case ASSUMED -> "~";
            case UNKNOWN -> "?";
            case FAILS -> "-";
        };
    }

    private static String text(Reason reason) {
        String known = reason.known().map(words -> " (" + words + ")").orElse("");
        return reason.kind() == Kind.RULE
                ? reason.text() + reason.rule().map(id -> " [" + id + "]").orElse("")
                : reason.text() + known;
    }

    /** A heading of a rule. */
    void rule(String number, Reason rule) {
        page.item(number, Tone.STRONG, text(rule));
    }
}
