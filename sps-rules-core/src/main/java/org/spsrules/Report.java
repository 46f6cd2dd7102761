package org.spsrules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the knowledge base says about a case. Immutable; the same case and knowledge base give equal reports.
 *
 * <p>It quotes facts of the case, so treat it as patient data.
 *
 * @param asOf the day to which the case refers
 * @param title the case's heading, if it has one
 * @param citation where a published case was described
 * @param standing where the patient stands on the ladder
 * @param alerts what threatens, most urgent first
 * @param recommendations what to do, most urgent first
 * @param withheld what the ladder would offer next but must not
 * @param questions what is not known and would make the report firmer
 * @param unread what the case states and nothing here reads
 * @param appliedRules ids of all rules that applied, also of those that only feed others, in alphabetical order
 * @param notes what holds for every report, among it how far the knowledge base has been reviewed
 * @param unlisted terms of the case that the vocabulary does not list, and those that name combinations
 * @param knowledge which knowledge base spoke
 */
public record Report(
        LocalDate asOf,
        Optional<String> title,
        Optional<String> citation,
        Standing standing,
        List<Alert> alerts,
        List<Recommendation> recommendations,
        List<Withheld> withheld,
        List<Question> questions,
        List<Unread> unread,
        List<String> appliedRules,
        List<Note> notes,
        List<Unlisted> unlisted,
        KnowledgeStamp knowledge) {

    /** Copies the lists. */
    public Report {
        alerts = List.copyOf(alerts);
        recommendations = List.copyOf(recommendations);
        withheld = List.copyOf(withheld);
        questions = List.copyOf(questions);
        unread = List.copyOf(unread);
        appliedRules = List.copyOf(appliedRules);
        notes = List.copyOf(notes);
        unlisted = List.copyOf(unlisted);
    }

    /**
     * Whether something cannot wait: a critical alert stands that nobody has acknowledged, and that holding an order would
     * not answer.
     */
    public boolean isUrgent() {
        return everyAlert()
                .anyMatch(alert ->
                        alert.level() == Alert.Level.CRITICAL && !alert.acknowledged() && !alert.aboutAnOrder());
    }

    /** Every alert, most urgent first, each followed by those that are shown with it. */
    public Stream<Alert> everyAlert() {
        return alerts.stream().flatMap(alert -> Stream.concat(Stream.of(alert), alert.likewise().stream()));
    }

    /**
     * Where the patient stands on the ladder (decision D-11).
     *
     * @param line the reported line; NONE if something comes before any line
     * @param step the step of that line; empty if the line is NONE
     * @param lineInForce the highest line that the patient's treatments have entered
     * @param nextLine the highest line among the ladder therapies recommended now
     * @param numbered how each source numbers the reported step, by source code
     * @param reason why the line is NONE or escalation is suspended; empty otherwise
     */
    public record Standing(
            Line line,
            Optional<String> step,
            Line lineInForce,
            Line nextLine,
            Map<String, String> numbered,
            List<String> reason) {}

    /**
     * A concept, with its codes in public code systems.
     *
     * @param code its code in the vocabulary
     * @param name what people call it
     * @param codes for each system the first code that means it, or else the first one that says less
     */
    public record Subject(String code, String name, List<Code> codes) {

        /** Copies the codes. */
        public Subject {
            codes = List.copyOf(codes);
        }
    }

    /**
     * A code of a public code system, as FHIR has it.
     *
     * @param system the URI of the system, for example {@code http://loinc.org}
     * @param code the code
     * @param display what the system calls it, if that is known
     */
    public record Code(String system, String code, Optional<String> display) {}

    /**
     * A place on the ladder.
     *
     * @param line the line
     * @param step the step within the line
     * @param numbered how each source numbers it, by source code
     * @param differ where the sources differ
     */
    public record Position(Line line, String step, Map<String, String> numbered, Optional<String> differ) {}

    /**
     * A statement that an item rests on.
     *
     * @param id for example {@code DO-02}
     * @param text what it says
     * @param verified whether it was read in its source
     * @param readings where it was read, if its source tells what others say
     * @param reviewStatus whether the source has been reviewed
     */
    public record Citation(String id, String text, boolean verified, List<Reading> readings, String reviewStatus) {

        /** Copies the list. */
        public Citation {
            readings = List.copyOf(readings);
        }
    }

    /**
     * A place of a publication where somebody has read something and found it so.
     *
     * @param reference id of the publication in the bibliography
     * @param publication its citation
     * @param kind what was read, for example {@code label-copy}
     * @param published when it was published or last revised, {@code 2025-05} for example, if it says so
     * @param section where in it
     * @param read the day on which it was read
     * @param address where it was found
     */
    public record Reading(
            String reference,
            String publication,
            String kind,
            Optional<String> published,
            String section,
            LocalDate read,
            String address) {}

    /**
     * Something to say that does not depend on the patient.
     *
     * @param text a sentence or two
     * @param citations the statements behind it
     */
    public record Note(String text, List<Citation> citations) {}

    /**
     * What sources say about a dose. Nothing in it says that a dose is safe.
     *
     * @param figures what they say; empty if nothing does, or if no figure may be shown
     * @param withheld why no figure is shown, or only those of a lower regimen
     */
    public record Dosing(List<Figure> figures, Optional<String> withheld) {

        /** The meaning of a figure. */
        public enum Role {
            /** The dose to begin with. */
            START,
            /** By how much, and how fast, it is raised. */
            STEP,
            /** The dose that a source aims at; not one to begin with. */
            TARGET,
            /** What has been used in SPS. */
            RANGE,
            /** The highest dose of the label, which is for other diseases. */
            LABELLED_MAXIMUM,
            /** How it is brought to an end. */
            TAPER;

            /** How files spell it. */
            public String word() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }

        /**
         * A figure.
         *
         * @param role what the figure is
         * @param from the lowest figure, in {@code unit}
         * @param to the highest figure; equal to {@code from} for a single figure
         * @param unit for example {@code mg/day}
         * @param text the dose in words, with how it is divided
         * @param verified whether it was read in a source
         * @param readings where it was read
         * @param citations the statements behind it
         */
        public record Figure(
                Role role,
                BigDecimal from,
                BigDecimal to,
                String unit,
                String text,
                boolean verified,
                List<Reading> readings,
                List<Citation> citations) {

            /** Copies the lists. */
            public Figure {
                readings = List.copyOf(readings);
                citations = List.copyOf(citations);
            }
        }
    }

    /**
     * Another rule that recommends the same.
     *
     * @param title the rule's title
     * @param reason why
     * @param how how
     * @param basis where it comes from
     */
    public record Likewise(String title, Optional<String> reason, Optional<String> how, Basis basis) {}

    /** The parts of a report, in the order in which a reader needs them (decision D-66). */
    public enum Section {
        /** What cannot wait. */
        EMERGENCY,
        /** Other dangers. */
        SAFETY,
        /** Treatment: the step of the ladder, and other changes. */
        TREATMENT,
        /** Corrections and pitfalls. */
        CORRECTION,
        /** The psychiatric branch. */
        PSYCHIATRIC,
        /** Routine care. */
        ROUTINE
    }

    /**
     * Where an item comes from.
     *
     * @param section the part of the report to which it belongs
     * @param ruleId the rule that spoke
     * @param reviewed who reviewed the rule clinically, or {@code none}
     * @param citations the statements that the rule rests on
     * @param evidence the grades of evidence, in words
     * @param because the facts that matched
     * @param assumed what was taken for granted although it is not known
     * @param absent what had to be absent, and is: findings that no rule concluded
     * @param therapies what the facts that matched are about, as far as it is a drug or another therapy
     */
    public record Basis(
            Section section,
            String ruleId,
            String reviewed,
            List<Citation> citations,
            List<String> evidence,
            List<String> because,
            List<String> assumed,
            List<String> absent,
            List<Subject> therapies) {}

    /**
     * Something to do.
     *
     * @param title the rule's title
     * @param action a verb, for example {@code start}
     * @param subject what it is done to
     * @param position where on the ladder it stands, if it does
     * @param reason why
     * @param how how
     * @param forPatient the same in words for the patient
     * @param first what must be done before
     * @param cautions what calls for care in this patient
     * @param dosing what sources say about its dose
     * @param notes what is to be known about the therapy
     * @param basis where it comes from
     * @param likewise other rules that recommend the same
     */
    public record Recommendation(
            String title,
            String action,
            Optional<Subject> subject,
            Optional<Position> position,
            Optional<String> reason,
            Optional<String> how,
            Optional<String> forPatient,
            List<Subject> first,
            List<Obstacle> cautions,
            Dosing dosing,
            List<Note> notes,
            Basis basis,
            List<Likewise> likewise) {

        /** Where it comes from, and where what is said likewise does. */
        public Stream<Basis> bases() {
            return Stream.concat(Stream.of(basis), likewise.stream().map(Likewise::basis));
        }
    }

    /**
     * A warning.
     *
     * @param level how urgent
     * @param title the rule's title
     * @param subject what it is about, if it is about one thing
     * @param reason why
     * @param how what to do about it
     * @param forPatient the same in words for the patient
     * @param obstacles what stands against the therapy that the alert is about, if that is why it is raised
     * @param acknowledged whether a clinician has acknowledged it
     * @param aboutAnOrder whether it warns of beginning something that is planned; its rule would be silent without the
     *     plan, so holding the order answers it
     * @param basis where it comes from; its rule id is the key under which all alerts of the rule are acknowledged
     * @param likewise other alerts that interrupt too and are about the same, or say the same about another drug, most
     *     urgent first; none of them is acknowledged
     */
    public record Alert(
            Level level,
            String title,
            Optional<Subject> subject,
            Optional<String> reason,
            Optional<String> how,
            Optional<String> forPatient,
            List<Obstacle> obstacles,
            boolean acknowledged,
            boolean aboutAnOrder,
            Basis basis,
            List<Alert> likewise) {

        /** How urgent an alert is. */
        public enum Level {
            CRITICAL,
            WARNING,
            INFORMATION
        }

        /** Copies the lists. */
        public Alert {
            obstacles = List.copyOf(obstacles);
            likewise = List.copyOf(likewise);
        }

        /** The same alert, shown together with these. */
        public Alert with(List<Alert> others) {
            return new Alert(
                    level,
                    title,
                    subject,
                    reason,
                    how,
                    forPatient,
                    obstacles,
                    acknowledged,
                    aboutAnOrder,
                    basis,
                    others);
        }

        /** The key under which it is acknowledged, and no alert of its rule about anything else. */
        public String key() {
            return subject.map(about -> basis.ruleId() + " " + about.code()).orElse(basis.ruleId());
        }

        /** Whether it may interrupt the reader, because something can harm now or soon. */
        public boolean interrupts() {
            return level != Level.INFORMATION;
        }
    }

    /**
     * Something that the ladder would offer, but that must not be begun or increased.
     *
     * @param title the rule's title
     * @param action a verb, for example {@code start}
     * @param subject what would be begun
     * @param position where on the ladder it stands, if it does
     * @param obstacles everything that stands against it
     * @param basis where the offer came from
     */
    public record Withheld(
            String title,
            String action,
            Optional<Subject> subject,
            Optional<Position> position,
            List<Obstacle> obstacles,
            Basis basis) {}

    /**
     * Something that stands against a therapy, or calls for care.
     *
     * @param kind of what sort it is
     * @param about the condition, allergy or finding
     * @param reason a sentence
     * @param verified whether it was read in a source, or needs none because the case says so
     * @param readings where it was read
     * @param citations the statements behind it
     */
    public record Obstacle(
            Kind kind,
            String about,
            String reason,
            boolean verified,
            List<Reading> readings,
            List<Citation> citations) {

        /** The sorts of obstacle. */
        public enum Kind {
            /** Must not be given. */
            CONTRAINDICATED,
            /** Must not be given unless a specialist decides so. */
            SPECIALIST_DECISION,
            /** Was not tolerated before. */
            NOT_TOLERATED,
            /** Did no good in an adequate trial. */
            FAILED,
            /** Cannot be had. */
            UNAVAILABLE,
            /** Was declined by the patient. */
            DECLINED,
            /** Something more urgent comes first. */
            SUSPENDED,
            /** Something else comes first for the same drug, or one change waits for another. */
            OUTRANKED,
            /** May be given, with care. */
            CAUTION
        }
    }

    /**
     * Something that is not known.
     *
     * @param text the question
     * @param rules ids of the rules that took an answer for granted
     */
    public record Question(String text, List<String> rules) {}

    /**
     * A term of the case that the vocabulary does not list, or that names a combination of several drugs.
     *
     * @param field the path of the field in which it stands, for example {@code treatments.given.therapy}
     * @param name as it stands in the case
     * @param readAs the classes of therapies as which rules read it, or the drugs of a combination; empty if it was not
     *     understood
     * @param combined only of a combination
     */
    public record Unlisted(String field, String name, List<Subject> readAs, Optional<Combined> combined) {

        /** Copies what it is read as. */
        public Unlisted {
            readAs = List.copyOf(readAs);
        }

        /** A term that names no combination. */
        public Unlisted(String field, String name, List<Subject> readAs) {
            this(field, name, readAs, Optional.empty());
        }
    }

    /**
     * What was not read of a combination of several drugs.
     *
     * @param others the drugs in it that the vocabulary does not list; kept like any other
     * @param doseLeftOut whether a dose is stated, which does not say of which drug it is
     */
    public record Combined(List<String> others, boolean doseLeftOut) {

        /** Copies the names. */
        public Combined {
            others = List.copyOf(others);
        }
    }

    /**
     * Something that the case states, and that no rule, no row and nothing else that makes a report refers to (decision
     * D-54).
     *
     * @param field the path of the field that states it, for example {@code conditions.present}
     * @param text says it in a phrase
     * @param note why it goes unread, or what to ask or to state instead, where the vocabulary says so
     * @param background whether nobody misses an answer to it, because it is part of the picture of SPS or a detail of
     *     something else, such as a dose; a short report leaves it out
     */
    public record Unread(String field, String text, Optional<String> note, boolean background) {

        /** Something of which nothing more is known. */
        public Unread(String field, String text) {
            this(field, text, Optional.empty(), false);
        }
    }

    /**
     * Which knowledge base spoke.
     *
     * @param version its version
     * @param contentHash SHA-256 of its sources
     * @param rules how many rules it holds
     */
    public record KnowledgeStamp(String version, String contentHash, int rules) {}
}
