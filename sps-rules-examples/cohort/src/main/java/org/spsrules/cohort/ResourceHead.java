package org.spsrules.cohort;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.spsrules.fhir.record.RecordMapping;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/**
 * What the JSON of a resource says of where it belongs, found without making a resource of it.
 *
 * @param type its type; empty if this is no resource
 * @param belongsTo whom it is about, as {@code Patient/1}; a patient, and what several can share, belong to themselves; empty
 *     if it names nobody
 * @param shared the resources that it refers to and that can belong to several patients, as {@code Medication/1}
 * @param breaksAt the column at which this stops being the JSON of one resource; empty if all of it is, or nothing of it is read
 */
record ResourceHead(String type, Optional<String> belongsTo, Set<String> shared, OptionalInt breaksAt) {

    /** What orders of many patients refer to, and what says where a stay takes place. */
    private static final Set<String> SHARED = Set.of("Medication", "Location");

    private static final String PATIENT = "Patient";
    private static final Set<String> SUBJECTS = Set.of("subject", "patient");
    /** A whole reference: the id at which a line was cut off may be that of another patient. */
    private static final Pattern NAMED = Pattern.compile("Patient\\\\?/([A-Za-z0-9.-]{1,64})(?=\"|\\\\?/_history)");

    private static final JsonFactory JSON = new JsonFactory();

    /** The head of a resource; of one of which nothing is read, no more than its type. */
    static ResourceHead of(byte[] json) {
        Scan scan = new Scan();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            return scan.head(parser);
        } catch (JacksonException e) {
            long offset = e.getLocation() == null ? 0 : e.getLocation().getByteOffset();
            return scan.broken(json, (int) Math.max(0, Math.min(offset, json.length)));
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

        private final List<String> path = new ArrayList<>();
        private final Set<String> shared = new TreeSet<>();
        private String type = "";
        private @Nullable String id;
        private @Nullable String subject;

        private ResourceHead head(JsonParser parser) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return found();
            }
            String field = "";
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                switch (token) {
                    case PROPERTY_NAME -> field = parser.currentName();
                    case START_OBJECT, START_ARRAY -> path.add(field);
                    case END_OBJECT, END_ARRAY -> {
                        if (path.isEmpty()) {
                            checkNothingFollows(parser);
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
            return found();
        }

        /** A line end that was lost makes two resources into one line, and the second would go unread. */
        private static void checkNothingFollows(JsonParser parser) {
            if (parser.nextToken() != null) {
                throw new StreamReadException(parser, "more than one resource", parser.currentTokenLocation());
            }
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
            return new ResourceHead(type, stated(), shared, OptionalInt.empty());
        }

        private Optional<String> stated() {
            boolean named = type.equals(PATIENT) || SHARED.contains(type);
            Optional<String> self = Optional.ofNullable(id).map(known -> type + "/" + known);
            return named ? self : Optional.ofNullable(subject);
        }

        /** Whom the text names, if that is only one: where a line end was lost, a second resource may be of another patient. */
        private ResourceHead broken(byte[] json, int offset) {
            int column = new String(json, 0, offset, StandardCharsets.UTF_8).length() + 1;
            Stream<String> inText = NAMED.matcher(new String(json, StandardCharsets.UTF_8))
                    .results()
                    .map(found -> PATIENT + "/" + found.group(1));
            Set<String> named = Stream.concat(stated().stream(), inText).collect(Collectors.toSet());
            Optional<String> belongsTo =
                    named.stream().filter(any -> named.size() == 1).findFirst();
            return new ResourceHead(type, belongsTo, shared, OptionalInt.of(column));
        }
    }
}
