package org.spsrules.kb;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.drools.model.Model;
import org.drools.model.impl.ModelImpl;
import org.spsrules.internal.engine.CompiledModels;

/** The compiled rules in another order. */
final class ShuffledRules {

    private ShuffledRules() {}

    static List<Model> compiled() {
        return CompiledModels.from(ShuffledRules.class.getClassLoader());
    }

    static List<Model> shuffled(Random random) {
        List<Model> shuffled = new ArrayList<>();
        for (Model model : compiled()) {
            ModelImpl copy = new ModelImpl(model.getName());
            model.getGlobals().forEach(copy::addGlobal);
            model.getTypeMetaDatas().forEach(copy::addTypeMetaData);
            List<org.drools.model.Rule> rules = new ArrayList<>(model.getRules());
            Collections.shuffle(rules, random);
            rules.forEach(copy::addRule);
            shuffled.add(copy);
        }
        return shuffled;
    }
}
