package org.spsrules.workbench;

/** Whether words stand out by colour and weight, or not at all. */
public enum Colours {
    PLAIN {
        @Override
        String paint(Tone tone, String text) {
            return text;
        }
    },
    COLOURED {
        @Override
        String paint(Tone tone, String text) {
            return tone == Tone.NORMAL || text.isEmpty() ? text : ESCAPE + tone.code + "m" + text + ESCAPE + "0m";
        }
    };

    private static final String ESCAPE = "\u001B[";

    /** The text in a tone. Paint last: the result is wider than it looks. */
    abstract String paint(Tone tone, String text);

    /** How a piece of text stands out. */
    public enum Tone {
        NORMAL(""),
        STRONG("1"),
        FAINT("2"),
        ALARM("1;31"),
        WARNING("1;33");

        private final String code;

        Tone(String code) {
            this.code = code;
        }
    }
}
