package org.spsrules.fhir.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hl7.fhir.r4.model.Resource;
import org.spsrules.SpsRules;
import org.spsrules.internal.knowledge.Knowledge;

/**
 * Makes FHIR R4 resources of the knowledge: PlanDefinitions of ladder and rules, Libraries of sources, and the vocabulary. Drafts that
 * are not clinically reviewed, for reading and exchange and not for execution. Immutable.
 */
public final class KnowledgeMapping {

    private final Knowledge knowledge;

    /** The knowledge behind these rules. */
    public KnowledgeMapping(SpsRules rules) {
        this.knowledge = rules.knowledge();
    }

    /** The resources by type and id; the same for the same knowledge. */
    public List<Resource> resources() {
        Published published = new Published(knowledge);
        SourceMapping sources = new SourceMapping(knowledge, published);
        List<Resource> all = new ArrayList<>(sources.libraries());
        all.addAll(new PlanMapping(knowledge, published, sources).plans());
        all.addAll(new VocabularyMapping(knowledge, published).resources());
        all.sort(Comparator.comparing(Resource::fhirType).thenComparing(Resource::getId));
        return all;
    }
}
