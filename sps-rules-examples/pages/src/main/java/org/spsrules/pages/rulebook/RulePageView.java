package org.spsrules.pages.rulebook;

import java.util.List;
import org.spsrules.pages.rulebook.RuleView.Labelled;

/**
 * The page of a rule file.
 *
 * @param file the id of the file
 * @param folder its folder, which leads to the list of all rules
 * @param kind the kind of the folder, in words
 * @param rules its rules: one, or one for each row
 * @param proof what its scenarios prove
 */
public record RulePageView(String file, Ref folder, Labelled kind, List<RuleView> rules, List<Labelled> proof) {}
