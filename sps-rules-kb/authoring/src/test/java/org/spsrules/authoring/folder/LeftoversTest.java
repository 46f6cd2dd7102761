package org.spsrules.authoring.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeftoversTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".DS_Store",
                "first-line/.DS_Store",
                "first-line/._start-diazepam.drl",
                "first-line/Icon\r",
                "first-line/.start-diazepam.drl.swp",
                "first-line/.start-diazepam.drl.un~",
                "first-line/4913",
                "first-line/.#start-diazepam.drl",
                "first-line/#start-diazepam.drl#",
                "first-line/start-diazepam.drl~",
                "first-line/start-diazepam.drl.~1~",
                "first-line/start-diazepam.drl___jb_tmp___",
                "first-line/.~lock.start-diazepam.drl#",
                "Thumbs.db",
                "first-line/desktop.ini",
                "first-line/Desktop.ini",
                "first-line/.gitkeep",
                ".idea",
                ".idea/workspace.xml",
                ".vscode/settings.json",
                ".history/first-line/start-diazepam_20260115.drl"
            })
    void leftByAProgram(String path) {
        assertThat(Leftovers.include(Path.of(path))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "first-line",
                "first-line/start-diazepam.drl",
                "first-line/start-diazepam.scenarios.yaml",
                "first-line/.start-diazepam.drl",
                ".old/start-diazepam.drl",
                ".old/therapies.yaml",
                "first-line/start-diazepam.DRL",
                "first-line/start-diazepam.drl.bak",
                "first-line/start-diazepam.drl.orig",
                "first-line/start-diazepam.drl.rej",
                "first-line/start-diazepam.drl.txt",
                "first-line/Copy of start-diazepam.drl",
                "first-line/49130",
                "first-line/notes"
            })
    void putThereByAPerson(String path) {
        assertThat(Leftovers.include(Path.of(path))).isFalse();
    }
}
