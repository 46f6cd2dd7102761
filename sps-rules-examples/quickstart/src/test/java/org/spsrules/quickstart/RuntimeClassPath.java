package org.spsrules.quickstart;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What an application has on its class path that needs nothing but the rules, as the build resolved it. */
final class RuntimeClassPath {

    private static final Path FILE = Path.of("target/runtime.classpath");

    private RuntimeClassPath() {}

    /** The dependencies: jars, or folders of classes where a module has not been packaged yet. */
    static List<Path> dependencies() throws IOException {
        return Arrays.stream(Files.readString(FILE).strip().split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }
}
