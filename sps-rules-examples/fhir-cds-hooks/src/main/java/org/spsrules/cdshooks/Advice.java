package org.spsrules.cdshooks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Resource;
import org.spsrules.Report;
import org.spsrules.SpsRules;
import org.spsrules.fhir.record.MappedCase;
import org.spsrules.fhir.record.PatientRecord;
import org.spsrules.fhir.record.RecordMapping;
import org.spsrules.fhir.record.Unused;

/** Asks the rules about a record, and writes down that it did. Safe for use by several threads. */
final class Advice {

    private final SpsRules rules;
    private final RecordMapping mapping;
    private final DecisionRecord decisions;

    Advice(SpsRules rules, DecisionRecord decisions) {
        this.rules = rules;
        this.mapping = new RecordMapping(rules.vocabulary());
        this.decisions = decisions;
    }

    /**
     * An answer.
     *
     * @param mapped the case that was made of the record
     * @param report what the rules say
     * @param unused everything that was not used, also what was not sent
     */
    record Answer(MappedCase mapped, Report report, List<Unused> unused) {}

    /** The answer to a call of a hook. */
    Answer about(
            HookRequest request,
            Prefetch prefetch,
            Prefetch.Gathered gathered,
            Set<String> acknowledged,
            LocalDate today) {
        boolean discontinuing = request.hook() == Hook.ORDER_DISCONTINUE;
        List<Resource> proposed = prefetch.orders(request, "draftOrders");
        List<Resource> ended = discontinuing ? prefetch.orders(request, "discontinuedOrders") : List.of();
        PatientRecord stated = new PatientRecord(
                today, gathered.resources(), proposed, ended, request.hook() == Hook.ENCOUNTER_DISCHARGE, acknowledged);
        return about(stated, gathered.lacking(), request.hook().hookName());
    }

    /** The answer to a record. */
    Answer about(PatientRecord stated, List<Unused> lacking, String occasion) {
        long began = System.nanoTime();
        MappedCase mapped = mapping.map(stated);
        Report report = rules.evaluate(mapped.patientCase());
        List<Unused> unused = new ArrayList<>(mapped.unused());
        unused.addAll(lacking);
        decisions.write(occasion, mapped, report, unused.size(), System.nanoTime() - began);
        return new Answer(mapped, report, unused);
    }

    SpsRules rules() {
        return rules;
    }
}
