package org.spsrules.workbench;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.spsrules.authoring.folder.KnowledgeFolder;
import org.spsrules.internal.rule.Rule;

/** Which rules an author has edited since a folder was read last. Not safe for use by several threads. */
final class Edits {

    private Map<String, Set<Object>> before = Map.of();

    /** The ids of the rules that were not there before, or not so, or not with these scenarios. */
    Set<String> in(KnowledgeFolder.Content content) {
        Map<String, Set<Object>> now = new HashMap<>();
        for (Rule rule : content.knowledge().rules()) {
            now.put(rule.id(), Set.of(rule, content.scenariosOf(rule.id())));
        }
        Set<String> edited = now.entrySet().stream()
                .filter(rule -> !rule.getValue().equals(before.get(rule.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
        before = now;
        return edited;
    }
}
