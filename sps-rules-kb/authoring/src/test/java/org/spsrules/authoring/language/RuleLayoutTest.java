package org.spsrules.authoring.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spsrules.authoring.diagnostic.Diagnostics;

/** A rule has one layout, and keeps its comments in it. */
class RuleLayoutTest {

    private static final String LAID_OUT = """
            rule "Start diazepam in confirmed SPS"
                @source( "DO-01, LW-36" )
                @evidence( "label" )
            when
                Diagnosis( confirmed )
                exists Treatment( isA( "clonazepam" ), current, doseAtLeast( "4 mg/day" ) )
                not Finding( name == "low-dose-needed" )
                ( Patient( age >= 65 ) or Patient( has( "frailty" ) ) )
            then
                start( "diazepam" ).because( "It relaxes muscles." );
            end
            """;

    private static String laidOut(String text) {
        Diagnostics diagnostics = new Diagnostics();
        String layout =
                RuleLayout.of("rules/first-line/some.drl", text, diagnostics).orElse("");
        assertThat(diagnostics.sorted()).isEmpty();
        return layout;
    }

    private static String laidOut(String conditions, String sentence) {
        return laidOut("rule \"Some rule\" when\n" + conditions + "\nthen\n" + sentence + "\nend");
    }

    @ParameterizedTest
    @ValueSource(strings = {LAID_OUT, """
                rule"Start diazepam in confirmed SPS"@source("DO-01,LW-36")@evidence(" label ")when Diagnosis(confirmed)exists
                Treatment(isA("clonazepam"),current,doseAtLeast("4 mg/day"))not Finding(name=="low-dose-needed")
                (Patient(age>=65)or Patient(has("frailty")))
                then start("diazepam").because("It relaxes muscles.");end""", """


                \trule "Start diazepam in confirmed SPS"
                @source  (
                    "DO-01  ,  LW-36"
                )   @evidence( "label" )

                when

                Diagnosis
                (
                    confirmed
                )
                    exists Treatment( isA( "clonazepam" )
                        , current
                        , doseAtLeast( "4 mg/day" ) )   not Finding( name
                        == "low-dose-needed" ) (
                      Patient( age >= 65 )
                      or
                      Patient( has( "frailty" ) )
                    )
                \t\tthen
                start( "diazepam" )

                    .because( "It relaxes"
                            , "muscles." )
                ;
                end


                """})
    void onlyTheWordsOfARuleDecideOnItsLayout(String text) {
        assertThat(laidOut(text)).isEqualTo(LAID_OUT);
    }

    @Test
    void theAlternativesOfAGroupThatIsTooWideStandBelowEachOther() {
        assertThat(laidOut("""
                        ( ( Finding( name == "step-reached", of == "adjunct" ) and Finding( name == "step-closed", of == "adjunct" ) )
                        or ( exists Treatment( therapy == "oral-baclofen", isA( "muscle-relaxant" ) ) and Finding( name == "step-open" ) )
                        or exists Plan( action == "reduce", gradual, requestedBy == "emergency-staff", concerns( "gabaergic" ), concerns( "any" ) ) )
                        """, "conclude( \"step-open\" );")).contains("""
                        when
                            ( ( Finding( name == "step-reached", of == "adjunct" ) and Finding( name == "step-closed", of == "adjunct" ) )
                                or ( exists Treatment( therapy == "oral-baclofen", isA( "muscle-relaxant" ) )
                                    and Finding( name == "step-open" ) )
                                or exists Plan( action == "reduce", gradual, requestedBy == "emergency-staff", concerns( "gabaergic" ),
                                    concerns( "any" ) ) )
                        then
                        """);
    }

    @Test
    void aPatternThatIsTooWideIsBrokenBetweenWhatItAsks() {
        assertThat(laidOut("""
                        Patient( hasAny( "drug-sensitivity", "frailty", "sleep-apnoea", "respiratory-disease" ), has( "myasthenia-gravis" ) )
                        Patient( hasAny( "drug-sensitivity", "frailty", "sleep-apnoea", "respiratory-disease", "myasthenia-gravis", "fever" ) )
                        """, "conclude( \"step-open\" );")).contains("""
                        when
                            Patient( hasAny( "drug-sensitivity", "frailty", "sleep-apnoea", "respiratory-disease" ),
                                has( "myasthenia-gravis" ) )
                            Patient( hasAny( "drug-sensitivity", "frailty", "sleep-apnoea", "respiratory-disease", "myasthenia-gravis",
                                    "fever" ) )
                        then
                        """);
    }

    @Test
    void thePartsOfASentenceThatIsTooLongStandBelowEachOtherAndALongTextIsBroken() {
        assertThat(laidOut("Diagnosis( confirmed )", """
                        start( "valproate" ).because( "It was used with success in one reported patient with SPS and bipolar disorder; that"
                            , "one case is all the evidence there is." ).how( "Psychiatry decides together", "with neurology." )
                          .after( "psychiatry", "platelets" );
                        """)).contains("""
                        then
                            start( "valproate" )
                                .because( "It was used with success in one reported patient with SPS and bipolar disorder; that one case is all"
                                    , "the evidence there is." )
                                .how( "Psychiatry decides together with neurology." )
                                .after( "psychiatry", "platelets" );
                        end
                        """);
    }

    @Test
    void aTextFillsTheLineAndNotMore() {
        String reason = "x".repeat(54) + " " + "y".repeat(43);

        assertThat(laidOut("Diagnosis( confirmed )", "note().because( \"" + reason + "\" ).how( \"h\" );"))
                .contains("        .because( \"" + reason + "\" )\n");
        assertThat(laidOut("Diagnosis( confirmed )", "note().because( \"" + reason + "y\" ).how( \"h\" );"))
                .contains("        .because( \"" + "x".repeat(54) + "\"\n            , \"" + "y".repeat(44) + "\" )\n");
    }

    @Test
    void blanksWithinATextAreTheAuthors() {
        String reason = " It  relaxes muscles" + "  and more".repeat(12);

        assertThat(laidOut("Diagnosis( confirmed )", "note().because( \"" + reason + "\" );"))
                .contains("        .because( \" It  relaxes muscles" + "  and more".repeat(7) + "  and\"\n")
                .contains("            , \"more" + "  and more".repeat(4) + "\" );\n");
    }

    @Test
    void commentsKeepTheirPlaces() {
        String text = """
                // Agreed with the clinic
                // in May
                rule "Start diazepam in confirmed SPS" // the first
                    // as the guide has it
                    @source( "DO-01" ) // and no other
                when // the patient
                    // is one of ours
                    Diagnosis( confirmed ) // "SPS"
                    Patient( adult, // of age
                        // and not
                        male ) // :-)
                    ( Patient( child ) // small
                        or Patient( adult ) )
                    // Patient( child )
                then // follows
                    // what follows
                    start( "diazepam" )
                        // because
                        .because( "It relaxes" // yes,
                            , "muscles, and lets the patient sleep." ) // so we hope
                        .how( "By mouth." ); // only
                    // the
                end // of it
                // and more
                """;

        assertThat(laidOut(text)).isEqualTo(text);
        assertThat(laidOut(text.replaceAll("(?m)^ +", "\t").replaceAll(" *//", "   //")))
                .isEqualTo(text);
    }

    @Test
    void aCommentBesideACommaStaysWithWhatItFollows() {
        assertThat(laidOut("Patient( adult // of age\n, male )", "note().because( \"It\", // is\n\"so.\" );"))
                .contains("""
                            Patient( adult, // of age
                                male )
                        """, """
                            note()
                                .because( "It" // is
                                    , "so." );
                        """);
    }

    @Test
    void whatCannotBeReadHasNoLayout() {
        Diagnostics diagnostics = new Diagnostics();

        assertThat(RuleLayout.of("some.drl", LAID_OUT.replace("confirmed )", "confirmed"), diagnostics))
                .isEmpty();
        assertThat(diagnostics.sorted())
                .singleElement()
                .asString()
                .isEqualTo("some.drl:5:14: error: this ( is never closed [syntax]");
    }
}
