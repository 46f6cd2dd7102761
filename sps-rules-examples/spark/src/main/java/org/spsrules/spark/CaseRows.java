package org.spsrules.spark;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.spsrules.cohort.InputLine;
import tools.jackson.databind.json.JsonMapper;

/** Cases that stand in a column of Parquet files, each as the line that it would be. */
final class CaseRows {

    private static final String CASE = "case";
    private static final String ID = "id";
    private static final JsonMapper JSON = new JsonMapper();

    private final Dataset<Row> rows;

    /**
     * The cases in these rows.
     *
     * @throws UnusableInputException if there is no column of cases
     */
    CaseRows(Dataset<Row> rows) {
        if (!Arrays.asList(rows.columns()).contains(CASE)) {
            throw new UnusableInputException("The Parquet files have no column \"" + CASE
                    + "\"; name files with a case as JSON in each row, and, if you like, its \"" + ID + "\".");
        }
        Column id = Arrays.asList(rows.columns()).contains(ID)
                ? functions.col(ID).cast("string")
                : functions.lit(null).cast("string");
        this.rows = rows.select(
                functions.col("_metadata.file_path"),
                functions.col("_metadata.row_index"),
                id,
                functions.col(CASE).cast("string"));
    }

    /** The outcome of the work for each row. */
    <T> JavaRDD<T> each(NumberedLines.Work<T> work) {
        return rows.javaRDD().mapPartitions(some -> work.of(lines(some)));
    }

    private static Iterator<InputLine> lines(Iterator<Row> rows) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public InputLine next() {
                return line(rows.next());
            }
        };
    }

    private static InputLine line(Row row) {
        String stated = row.isNullAt(3) ? "" : row.getString(3);
        String line = row.isNullAt(2)
                ? stated
                : "{\"id\":" + JSON.writeValueAsString(row.getString(2)) + ",\"case\":" + stated + "}";
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return InputLine.of(row.getString(0), row.getLong(1) + 1, bytes, bytes.length);
    }
}
