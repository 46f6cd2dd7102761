package org.spsrules.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/**
 * The templates of all pages, which the build has turned into classes. Whatever is put into a template is escaped for the
 * place where it stands. Safe for use by several threads.
 */
public final class Templates {

    private static final TemplateEngine ENGINE = engine();

    private Templates() {}

    /** jte looks for its classes by the loader of whichever thread asks first, and not by the one that it is given. */
    private static TemplateEngine engine() {
        Thread thread = Thread.currentThread();
        ClassLoader ofThread = thread.getContextClassLoader();
        ClassLoader own = Templates.class.getClassLoader();
        thread.setContextClassLoader(own);
        try {
            return TemplateEngine.createPrecompiled(null, ContentType.Html, own, "org.spsrules.pages.template");
        } finally {
            thread.setContextClassLoader(ofThread);
        }
    }

    /** What a template makes of a model, which is its only parameter. */
    public static String render(String template, Object model) {
        StringOutput output = new StringOutput();
        ENGINE.render(template + ".jte", model, output);
        return output.toString();
    }
}
