package org.spsrules.authoring.generate;

import java.util.List;

/** Diseases that come together, and the drugs that are taken for them, as on a medication list of a ward. */
enum Background {
    AUTOIMMUNE(
            List.of("type-1-diabetes", "autoimmune-thyroid-disease", "hypothyroidism", "myasthenia-gravis", "diabetes"),
            List.of("insulin", "levothyroxine", "prednisone", "azathioprine")),
    METABOLIC(
            List.of("type-2-diabetes", "hypertension", "kidney-impairment", "ischaemic-heart-disease"),
            List.of("metformin", "glipizide", "pioglitazone", "lisinopril", "ramipril")),
    HEART(
            List.of("heart-failure", "arrhythmia", "ischaemic-heart-disease", "qt-prolongation", "hypertension"),
            List.of("lisinopril", "propranolol", "clonidine", "citalopram")),
    PSYCHIATRIC(
            List.of("depression", "panic-disorder", "generalised-anxiety-disorder", "bipolar-1-disorder", "psychosis"),
            List.of("sertraline", "venlafaxine", "quetiapine", "lithium", "hydroxyzine", "clomipramine", "alprazolam")),
    PAIN(
            List.of("osteoporosis", "peptic-ulcer", "substance-use-disorder", "alcohol-use"),
            List.of("oxycodone", "tramadol", "morphine", "gabapentin", "cyclobenzaprine", "tizanidine", "duloxetine")),
    LUNGS(
            List.of("sleep-apnoea", "respiratory-disease", "severe-respiratory-insufficiency", "narrow-angle-glaucoma"),
            List.of("prednisone", "clarithromycin")),
    LIVER(
            List.of("liver-disease", "severe-liver-disease", "hepatitis-b-infection", "bleeding-risk", "alcohol-use"),
            List.of("omeprazole", "propranolol")),
    KIDNEYS(
            List.of("kidney-impairment", "end-stage-kidney-disease", "hypertension", "volume-depletion"),
            List.of("allopurinol", "ramipril")),
    TUMOUR(
            List.of("breast-cancer", "lung-cancer", "thymoma", "cancer", "thrombosis-risk"),
            List.of("tumour-treatment", "oxycodone", "prednisone")),
    EPILEPSY(
            List.of("epilepsy", "absence-epilepsy", "depression"),
            List.of("valproate", "carbamazepine", "lamotrigine", "phenytoin", "levetiracetam")),
    INFECTION(
            List.of("active-infection", "sepsis", "tuberculosis-risk", "hypogammaglobulinaemia", "cytopenia"),
            List.of("ciprofloxacin", "meropenem", "fluconazole", "rifampicin")),
    NONE(List.of(), List.of());

    private final List<String> conditions;
    private final List<String> drugs;

    Background(List<String> conditions, List<String> drugs) {
        this.conditions = conditions;
        this.drugs = drugs;
    }

    /** Codes of the diseases. */
    List<String> conditions() {
        return conditions;
    }

    /** Codes of the drugs. */
    List<String> drugs() {
        return drugs;
    }
}
