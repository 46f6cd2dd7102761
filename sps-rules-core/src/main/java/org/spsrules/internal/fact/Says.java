package org.spsrules.internal.fact;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.spsrules.vocabulary.Concept;

/**
 * Marks what rules may ask of a fact, and says in words what it means when it holds. Everything else about a fact is
 * out of reach of rules.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface Says {

    /** The words. {@code {0}} stands for the arguments, {@code {value}} for the value of a field. */
    String value();

    /** For a method that takes codes of concepts, or a field that holds one: the kinds of concept that make sense. */
    Concept.Kind[] of() default {};

    /** For a method that takes a dose: true. */
    boolean dose() default false;

    /** For a field that holds one of a few words: the words. */
    String[] words() default {};

    /**
     * For a lenient question, which also holds when the answer is not known: the name of the strict one. A report tells
     * which of the two it was, and lists what was only assumed.
     */
    String strictly() default "";

    /** For a lenient question: what to ask when the answer is not known. */
    String asks() default "";
}
