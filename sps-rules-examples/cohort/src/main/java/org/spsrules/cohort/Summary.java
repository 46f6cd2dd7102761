package org.spsrules.cohort;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.spsrules.Report.KnowledgeStamp;

/**
 * The results of a cohort in numbers of patients; it names none of them.
 *
 * @param format the name of this format
 * @param status how far the knowledge base is to be trusted
 * @param knowledge which knowledge base spoke
 * @param cases how many cases were evaluated
 * @param setAside how many lines could not be
 * @param patientUnknown how many of these are of an export and do not say about whom they are
 * @param suppressedBelow numbers of patients from one to below this one are not told; 0 if all are
 * @param tables the numbers
 */
public record Summary(
        String format,
        String status,
        KnowledgeStamp knowledge,
        long cases,
        long setAside,
        long patientUnknown,
        int suppressedBelow,
        List<Table> tables) {

    static final String FORMAT = "sps-cohort-summary/1";

    /**
     * Numbers of one sort.
     *
     * @param name what programs call it
     * @param title its heading
     * @param meaning what its numbers mean
     * @param rows the numbers
     */
    public record Table(String name, String title, String meaning, List<Row> rows) {}

    /**
     * A number of patients.
     *
     * @param key what programs call it
     * @param label what it is the number of
     * @param note a word beside it; may be empty
     * @param cases how many; null if that is not told
     */
    public record Row(
            String key, String label, String note, @Nullable Long cases) {

        boolean isTold() {
            return cases != null;
        }

        Row untold() {
            return new Row(key, label, note, null);
        }
    }

    /** How many cases there are in all. */
    String head() {
        return String.format(Locale.ROOT, "Cases evaluated: %,d. Lines set aside: %,d", cases, setAside)
                + (setAside == 0 ? "." : ", and why: " + ResultFolder.SET_ASIDE + ".");
    }

    /** What any of the results may lack, if there is such a thing. */
    String caution() {
        return patientUnknown == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "Of the lines set aside, %,d %s not say about whom: any result may lack what they state.",
                        patientUnknown,
                        patientUnknown == 1 ? "does" : "do");
    }

    /** A number as it is shown. */
    String shown(Row row) {
        return row.cases() == null ? "not told" : Long.toString(row.cases());
    }

    /** What the tables do not tell, if they do not tell all. */
    String suppression() {
        return suppressedBelow == 0
                ? ""
                : "Numbers from 1 to " + (suppressedBelow - 1)
                        + " are not told, nor is what would give them away within a table.";
    }
}
