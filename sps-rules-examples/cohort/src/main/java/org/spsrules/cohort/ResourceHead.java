package org.spsrules.cohort;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.spsrules.fhir.record.RecordMapping;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What the JSON of a resource says of where it belongs, found without making a resource of it.
 *
 * @param type its type; empty if this is no resource
 * @param belongsTo whom it is about, as {@code Patient/1}; a patient, and what several can share, belong to themselves; empty
 *     if it names nobody
 * @param shared the resources that it refers to and that can belong to several patients, as {@code Medication/1}
 */
record ResourceHead(String type, Optional<String> belongsTo, Set<String> shared) {

    /** What orders of many patients refer to, and what says where a stay takes place. */
    private static final Set<String> SHARED = Set.of("Medication", "Location");

    private static final String PATIENT = "Patient";
    private static final Set<String> SUBJECTS = Set.of("subject", "patient");
    private static final ResourceHead NONE = new ResourceHead("", Optional.empty(), Set.of());

    private static final JsonFactory JSON = new JsonFactory();

    /** The head of a resource; of one of which nothing is read, no more than its type. */
    static ResourceHead of(byte[] json) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            return parser.nextToken() == JsonToken.START_OBJECT ? new Scan(parser).head() : NONE;
        } catch (JacksonException e) {
            return NONE;
        }
    }

    /** Whether several patients can have to do with it. */
    boolean isShared() {
        return SHARED.contains(type);
    }

    /** Whether a case states something of it. */
    boolean isRead() {
        return RecordMapping.reads(type);
    }

    /** One walk through the JSON of a resource. */
    private static final class Scan {

        private final JsonParser parser;
        private final List<String> path = new ArrayList<>();
        private final Set<String> shared = new TreeSet<>();
        private String type = "";
        private @Nullable String id;
        private @Nullable String subject;

        private Scan(JsonParser parser) {
            this.parser = parser;
        }

        private ResourceHead head() {
            String field = "";
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                switch (token) {
                    case PROPERTY_NAME -> field = parser.currentName();
                    case START_OBJECT, START_ARRAY -> path.add(field);
                    case END_OBJECT, END_ARRAY -> {
                        if (path.isEmpty()) {
                            return found();
                        }
                        field = path.remove(path.size() - 1);
                    }
                    case VALUE_STRING -> {
                        text(field, parser.getString());
                        if (!type.isEmpty() && !RecordMapping.reads(type)) {
                            return found();
                        }
                    }
                    default -> {
                        // Numbers and the like name nothing.
                    }
                }
            }
            return NONE;
        }

        private void text(String field, String value) {
            if (path.isEmpty() && field.equals("resourceType")) {
                type = value;
            } else if (path.isEmpty() && field.equals("id")) {
                id = value;
            } else if (field.equals("reference")) {
                reference(RecordMapping.relative(value));
            }
        }

        private void reference(String target) {
            String named = target.split("/", 2)[0];
            if (path.size() == 1 && SUBJECTS.contains(path.get(0)) && named.equals(PATIENT)) {
                subject = target;
            } else if (SHARED.contains(named)) {
                shared.add(target);
            }
        }

        private ResourceHead found() {
            boolean named = type.equals(PATIENT) || SHARED.contains(type);
            Optional<String> self = Optional.ofNullable(id).map(known -> type + "/" + known);
            return new ResourceHead(type, named ? self : Optional.ofNullable(subject), shared);
        }
    }
}
