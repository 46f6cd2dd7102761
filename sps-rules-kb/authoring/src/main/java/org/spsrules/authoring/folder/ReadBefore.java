package org.spsrules.authoring.folder;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.spsrules.authoring.diagnostic.Diagnostic;
import org.spsrules.authoring.diagnostic.Diagnostics;
import org.spsrules.authoring.diagnostic.LintCode;
import org.spsrules.authoring.language.ParsedRule;
import org.spsrules.authoring.language.RuleFile;
import org.spsrules.authoring.language.Tables;

/**
 * What was read of a knowledge base the last time, for whoever reads it again and again while somebody edits it: the data are
 * read anew only when they have changed, and a rule file only when it or the data have. Not thread-safe.
 */
public final class ReadBefore {

    private Map<RuleFile, Read<RulesOfFile>> before = Map.of();
    private Map<RuleFile, Read<RulesOfFile>> now = new HashMap<>();
    private SortedMap<String, String> texts = Collections.emptySortedMap();
    private Optional<Read<DataReader>> data = Optional.empty();

    /**
     * The rules in a file.
     *
     * @param tables those of the knowledge base, with what these rules read of them
     */
    record RulesOfFile(List<ParsedRule> rules, Tables tables) {}

    private record Read<T>(T content, List<Diagnostic> problems) {

        static <T> Read<T> by(Function<Diagnostics, T> reading) {
            Diagnostics own = new Diagnostics();
            T content = reading.apply(own);
            return new Read<>(content, own.sorted());
        }

        T reportingTo(Diagnostics diagnostics) {
            problems.forEach(diagnostics::add);
            return content;
        }
    }

    /** The data in files; the rule files that are asked for next are read with them. */
    DataReader data(SortedMap<String, String> files, Diagnostics diagnostics) {
        boolean same = files.equals(texts) && data.isPresent();
        before = same ? now : Map.of();
        now = new HashMap<>();
        Read<DataReader> read = same ? data.get() : Read.by(own -> read(files, own));
        texts = files;
        data = Optional.of(read);
        return read.reportingTo(diagnostics);
    }

    private static DataReader read(SortedMap<String, String> files, Diagnostics diagnostics) {
        DataReader reader = new DataReader(diagnostics);
        files.forEach(reader::read);
        if (unreadable(diagnostics).isEmpty()) {
            reader.attachCodes();
            new DataCheck(reader, diagnostics).run();
        }
        return reader;
    }

    /** The problems that keep data from being read at all. */
    static List<Diagnostic> unreadable(Diagnostics diagnostics) {
        return diagnostics.sorted().stream()
                .filter(diagnostic -> diagnostic.code().equals(LintCode.DATA_UNREADABLE.code()))
                .toList();
    }

    /**
     * The rules in each of these files, in their order.
     *
     * @param reading reads those of one file and reports what is wrong, for several files at a time
     */
    List<RulesOfFile> rules(
            List<RuleFile> files, BiFunction<RuleFile, Diagnostics, RulesOfFile> reading, Diagnostics diagnostics) {
        List<Read<RulesOfFile>> read = files.parallelStream()
                .map(file ->
                        Optional.ofNullable(before.get(file)).orElseGet(() -> Read.by(own -> reading.apply(file, own))))
                .toList();
        for (int i = 0; i < files.size(); i++) {
            now.put(files.get(i), read.get(i));
        }
        return read.stream().map(known -> known.reportingTo(diagnostics)).toList();
    }
}
