import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.spsrules.PatientCase;
import org.spsrules.PatientCase.Diagnosis.Status;
import org.spsrules.Report;
import org.spsrules.SpsRules;
import org.spsrules.io.PatientCaseReader;
import org.spsrules.io.ReportWriter;

/** What an embedding program does, in the threads in which it may do it. Needs nothing of the build of the library. */
public final class Embedded {

    /** Says the module of the library, and that every thread had the same answer. */
    public static void main(String[] arguments) throws Exception {
        String inPool = ForkJoinPool.commonPool().submit(Embedded::answer).get();
        String[] alone = new String[1];
        Thread thread = new Thread(() -> alone[0] = answer());
        thread.setContextClassLoader(null);
        thread.start();
        thread.join();
        List<String> answers = Arrays.asList(answer(), inPool, alone[0]);
        if (answers.contains(null) || answers.stream().distinct().count() != 1) {
            throw new IllegalStateException("the threads had different answers: " + answers);
        }
        System.out.println("embedded: " + answers.get(0).length() + " characters of JSON, "
                + SpsRules.class.getModule());
    }

    private static String answer() {
        try (SpsRules rules = SpsRules.load()) {
            Report report = rules.evaluate(PatientCase.asOf(LocalDate.of(2026, 1, 15))
                    .diagnosis(Status.CONFIRMED)
                    .symptoms("rigidity")
                    .build());
            PatientCaseReader reader = new PatientCaseReader(rules.vocabulary());
            String json = "{\"format\":\"sps-patient-case/1\",\"asOf\":\"2026-01-15\","
                    + "\"diagnosis\":{\"status\":\"confirmed\"},\"symptoms\":{\"present\":[\"rigidity\"]}}";
            String yaml = """
                    format: sps-patient-case/1
                    asOf: 2026-01-15
                    diagnosis: {status: confirmed}
                    symptoms: {present: [rigidity]}
                    """;
            if (!rules.evaluate(reader.read(json)).equals(report) || !rules.evaluate(reader.read(yaml)).equals(report)) {
                throw new IllegalStateException("builder, JSON and YAML gave different reports");
            }
            return new ReportWriter().json(report);
        }
    }

    private Embedded() {}
}
