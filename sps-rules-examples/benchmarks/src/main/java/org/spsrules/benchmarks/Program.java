package org.spsrules.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.spsrules.authoring.compile.CompiledRules;
import org.spsrules.quickstart.QuickStart;

/**
 * A program that can be launched from the folder of this module, once it is packaged.
 *
 * @param name what it is called
 * @param classPath where its classes are
 * @param mainClass the class that is run
 * @param arguments what it is given
 */
record Program(String name, String classPath, Class<?> mainClass, List<String> arguments) {

    private static final Path BENCHMARKS = Path.of("target/benchmarks.jar");
    private static final Path LIBRARIES = Path.of("target/lib");
    private static final Path QUICK_START = Path.of("../quickstart/target/quickstart.jar");
    private static final Path QUICK_START_LIBRARIES = Path.of("../quickstart/target/runtime.classpath");
    private static final String MODULE_FILE = "META-INF/kmodule.xml";

    /** The least that a virtual machine can do. */
    static Program helloWorld() {
        return new Program("hello world", BENCHMARKS.toString(), HelloWorld.class, List.of());
    }

    /** The quick start, with nothing but what it needs on the class path. */
    static Program quickStart() throws IOException {
        String libraries = Files.readString(QUICK_START_LIBRARIES).strip();
        return new Program("quick start", joined(QUICK_START, libraries), QuickStart.class, List.of());
    }

    /** A container from a jar whose rules were compiled when it was built. */
    static Program containerOfCompiledRules(Path folder) throws IOException {
        Path jar = folder.resolve("rules.jar");
        Files.copy(knowledgeBase(), jar);
        try (FileSystem content = FileSystems.newFileSystem(jar)) {
            Files.copy(
                    project(folder.resolve("module"))
                            .resolve("src/main/resources")
                            .resolve(MODULE_FILE),
                    content.getPath(MODULE_FILE));
        }
        return new Program(
                "container, rules compiled", joined(jar, BENCHMARKS.toString()), ContainerStart.class, List.of());
    }

    /** A container that compiles the rules. */
    static Program containerThatCompiles(Path folder) throws IOException {
        String project = project(folder.resolve("rules")).toString();
        return new Program(
                "container, compiling the rules", BENCHMARKS.toString(), ContainerStart.class, List.of(project));
    }

    private static Path project(Path folder) throws IOException {
        CompiledRules.write(EvaluationSteps.load().knowledge().rules(), folder);
        return folder;
    }

    private static Path knowledgeBase() throws IOException {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(LIBRARIES, "sps-rules-kb-*.jar")) {
            return jars.iterator().next();
        }
    }

    private static String joined(Path first, String rest) {
        return first + File.pathSeparator + rest;
    }
}
