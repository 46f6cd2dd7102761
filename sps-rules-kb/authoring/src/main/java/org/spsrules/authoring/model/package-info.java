/**
 * Rules as formulas over all cases: a third reading of the rules, which shares no code with the two engines that find
 * matches.
 *
 * <p>The cases are an abstraction. Values of a field that no question of the rules tells apart are one value: the days
 * since a drug was ended fall into the spans between the limits that rules name. A case has any number of therapies, but of
 * one therapy at most two treatments, of one test one result, and of one action and therapy at most two plans. Of drugs that belong to the same
 * classes and that no rule can name, two stand for all. Terms that the vocabulary does not know, texts, and what no question
 * reads are left out. So what holds of every case here holds of every case within these bounds.
 *
 * <p>A question about fields of a few values is not defined again: {@link org.spsrules.authoring.model.SymbolicPart}
 * writes down what the fact itself answers for each of the values. A question about lists is a formula of
 * {@link org.spsrules.authoring.model.SymbolicFacts}.
 */
@NullMarked
package org.spsrules.authoring.model;

import org.jspecify.annotations.NullMarked;
