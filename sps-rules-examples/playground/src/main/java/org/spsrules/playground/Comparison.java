package org.spsrules.playground;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.spsrules.authoring.diff.Difference;
import org.spsrules.authoring.diff.Difference.Changed;
import org.spsrules.authoring.diff.DifferenceSearch;
import org.spsrules.authoring.diff.Sample;
import org.spsrules.authoring.diff.Side;
import org.spsrules.io.Documents;
import org.spsrules.io.Node;
import org.spsrules.workbench.Wording;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What edited rules say otherwise than the saved ones. */
final class Comparison {

    private final DifferenceSearch search;
    private final Map<String, String> examples;

    Comparison(Side saved, Side edited, Map<String, String> examples) {
        this.search = new DifferenceSearch(saved, edited);
        this.examples = examples;
    }

    /** What changes for the patient on the page. */
    ArrayNode ofPatient(String patient) {
        return sample("this patient", patient).map(this::changes).orElseGet(Json::array);
    }

    /** What changes for each of the examples. */
    ArrayNode ofExamples() {
        ArrayNode others = Json.array();
        examples.forEach((name, text) -> others.addObject()
                .put("name", name)
                .set("changes", sample(name, text).map(this::changes).orElseGet(Json::array)));
        return others;
    }

    /** What changes for anybody, with the smallest case that shows it. This takes long. */
    ObjectNode ofAnybody(String patient) {
        List<Sample> samples = new ArrayList<>();
        sample("this patient", patient).ifPresent(samples::add);
        examples.forEach((name, text) -> sample(name, text).ifPresent(samples::add));
        Difference difference = search.run(samples, total -> () -> {});
        ObjectNode answer = Json.object().put("cases", difference.cases());
        ArrayNode changes = answer.putArray("changes");
        difference
                .changes()
                .forEach(changed -> changes.add(change(changed)
                        .put("cases", changed.cases())
                        .put("witness", changed.witness().patientCase())));
        return answer;
    }

    private ArrayNode changes(Sample sample) {
        ArrayNode changes = Json.array();
        search.in(sample).forEach(changed -> changes.add(change(changed)));
        return changes;
    }

    private static ObjectNode change(Changed changed) {
        ObjectNode change = Json.object()
                .put("rule", changed.change().ruleId())
                .put("way", changed.change().way().name().toLowerCase(Locale.ROOT))
                .put("text", Wording.change(changed));
        ArrayNode parts = change.putArray("parts");
        changed.witness()
                .parts()
                .forEach((name, texts) -> parts.addObject()
                        .put("name", name)
                        .put("before", texts.getKey())
                        .put("after", texts.getValue()));
        return change;
    }

    /** A case; none while it cannot be read. */
    private static Optional<Sample> sample(String name, String text) {
        try {
            Node tree = Documents.read(text);
            return Optional.of(new Sample(Sample.Origin.CASE, name, tree));
        } catch (Documents.UnreadableException e) {
            return Optional.empty();
        }
    }
}
