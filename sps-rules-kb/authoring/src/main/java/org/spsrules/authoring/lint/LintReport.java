package org.spsrules.authoring.lint;

import java.util.List;
import org.spsrules.authoring.diagnostic.Diagnostic;

/**
 * What was looked at, and what was found.
 *
 * @param findings everything that is wrong, in the order of files and lines
 * @param rules how many rules could be read
 * @param scenarios how many scenarios
 * @param concepts how many words of the vocabulary
 * @param statements how many statements of the sources
 */
public record LintReport(List<Diagnostic> findings, int rules, int scenarios, int concepts, int statements) {}
