package org.spsrules.cohort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.spsrules.PatientCase;
import org.spsrules.SpsRules;
import org.spsrules.authoring.generate.BlindGenerator;
import org.spsrules.authoring.generate.CaseGenerator;
import org.spsrules.io.PatientCaseReader;
import org.spsrules.io.PatientCaseWriter;
import tools.jackson.databind.json.JsonMapper;

/** Cases as lines. */
final class CaseLines {

    private static final Path CASES = Path.of("../cases");

    private final SpsRules rules;

    CaseLines(SpsRules rules) {
        this.rules = rules;
    }

    /** A case on one line. */
    static String of(PatientCase patientCase) {
        return new JsonMapper()
                .readTree(new PatientCaseWriter().json(patientCase))
                .toString();
    }

    /** A case under an id. */
    static String named(String id, String line) {
        return "{\"id\":\"" + id + "\",\"case\":" + line + "}";
    }

    /** A published case. */
    String published(String name) {
        try {
            return of(new PatientCaseReader(rules.vocabulary()).read(Files.readString(CASES.resolve(name + ".yaml"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cases of both generators, always the same ones. */
    Stream<String> generated() {
        CaseGenerator aimed = new CaseGenerator(rules.knowledge(), 18);
        BlindGenerator blind = new BlindGenerator(rules.knowledge(), 18);
        return Stream.generate(() -> List.of(of(aimed.next()), of(blind.next())))
                .flatMap(List::stream);
    }
}
