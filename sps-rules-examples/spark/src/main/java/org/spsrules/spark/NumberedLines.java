package org.spsrules.spark;

import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.InputSplit;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.apache.hadoop.mapreduce.lib.input.FileSplit;
import org.apache.hadoop.mapreduce.lib.input.TextInputFormat;
import org.apache.spark.api.java.JavaNewHadoopRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.spsrules.cohort.InputLine;
import scala.Tuple2;

/**
 * Lines of files with their numbers. No machine that reads a part of a file knows how many lines stand before it, so the lines of
 * all parts are counted first; nothing is moved between machines for that.
 */
final class NumberedLines {

    /** A carriage return ends no line of a case. */
    private static final String ONLY_LINE_FEEDS = "\n";

    private final JavaNewHadoopRDD<LongWritable, Text> lines;
    private final Map<String, String> names;

    private NumberedLines(JavaNewHadoopRDD<LongWritable, Text> lines, Map<String, String> names) {
        this.lines = lines;
        this.names = names;
    }

    /** What becomes of lines, one after the other, on the machine that has read them. */
    @FunctionalInterface
    interface Work<T> extends Serializable {

        Iterator<T> of(Iterator<InputLine> lines);
    }

    /** The lines of these files in their order. */
    static NumberedLines of(List<CaseFile> files, JavaSparkContext spark) throws IOException {
        Job job = Job.getInstance(new Configuration(spark.hadoopConfiguration()));
        job.getConfiguration().set("textinputformat.record.delimiter", ONLY_LINE_FEEDS);
        Map<String, String> names = new HashMap<>();
        for (CaseFile file : files) {
            FileInputFormat.addInputPath(job, new Path(file.path()));
            names.put(file.path(), file.name());
        }
        // What Spark makes of a format for Hadoop is of this class, and only it tells where a part begins.
        JavaNewHadoopRDD<LongWritable, Text> lines = (JavaNewHadoopRDD<LongWritable, Text>)
                spark.newAPIHadoopRDD(job.getConfiguration(), TextInputFormat.class, LongWritable.class, Text.class);
        return new NumberedLines(lines, names);
    }

    /** The outcome of the work in the order of the lines. */
    <T> JavaRDD<T> each(Work<T> work) {
        Map<String, Long> before = linesBefore();
        Map<String, String> known = names;
        return lines.mapPartitionsWithInputSplit(
                (split, read) -> work.of(new Numbering(
                        read, known.getOrDefault(file(split), file(split)), before.getOrDefault(place(split), 0L))),
                true);
    }

    /** For each part of a file, how many lines of the file stand before it. */
    private Map<String, Long> linesBefore() {
        List<Part> parts = lines.mapPartitionsWithInputSplit(
                        (split, read) -> List.of(Part.of(split, read)).iterator(), true)
                .collect();
        Map<String, Long> before = new HashMap<>();
        Map<String, Long> soFar = new HashMap<>();
        for (Part part : parts) {
            before.put(part.place(), soFar.getOrDefault(part.file(), 0L));
            soFar.merge(part.file(), part.lines(), Long::sum);
        }
        return before;
    }

    private static String file(InputSplit split) {
        return ((FileSplit) split).getPath().toString();
    }

    private static String place(InputSplit split) {
        return file(split) + ":" + ((FileSplit) split).getStart();
    }

    /** A part of a file that one task reads. */
    private record Part(String file, String place, long lines) implements Serializable {

        private static Part of(InputSplit split, Iterator<Tuple2<LongWritable, Text>> read) {
            long count = 0;
            while (read.hasNext()) {
                read.next();
                count++;
            }
            return new Part(NumberedLines.file(split), NumberedLines.place(split), count);
        }
    }

    /** The lines of a part, as it is read. */
    private static final class Numbering implements Iterator<InputLine> {

        private final Iterator<Tuple2<LongWritable, Text>> read;
        private final String file;
        private long number;

        private Numbering(Iterator<Tuple2<LongWritable, Text>> read, String file, long before) {
            this.read = read;
            this.file = file;
            this.number = before;
        }

        @Override
        public boolean hasNext() {
            return read.hasNext();
        }

        @Override
        public InputLine next() {
            Text text = read.next()._2();
            return InputLine.of(file, ++number, text.getBytes(), text.getLength());
        }
    }
}
