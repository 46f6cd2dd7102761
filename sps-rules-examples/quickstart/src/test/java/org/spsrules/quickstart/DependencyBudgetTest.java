package org.spsrules.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DependencyBudgetTest {

    private static final int MOST_JARS = 16;
    private static final long MOST_BYTES = 6_000_000;

    @Test
    void embeddingTheRulesTakesFewJars() throws IOException {
        assertThat(RuntimeClassPath.dependencies()).hasSizeLessThanOrEqualTo(MOST_JARS);
    }

    @Test
    void embeddingTheRulesTakesFewMegabytes() throws IOException {
        long bytes = 0;
        for (Path dependency : RuntimeClassPath.dependencies()) {
            bytes += bytesIn(dependency);
        }
        assertThat(bytes).isLessThanOrEqualTo(MOST_BYTES);
    }

    private static long bytesIn(Path fileOrFolder) throws IOException {
        try (Stream<Path> files = Files.walk(fileOrFolder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "Drools' parser,       org.drools.drl.parser.DrlParser",
        "Drools' compiler,     org.drools.compiler.kie.builder.impl.KieBuilderImpl",
        "Drools' generator,    org.drools.model.codegen.ExecutableModelProject",
        "Eclipse's compiler,   org.eclipse.jdt.internal.compiler.Compiler",
        "Java parser,          com.github.javaparser.JavaParser",
        "ANTLR 3,              org.antlr.runtime.Parser",
        "ANTLR 4,              org.antlr.v4.runtime.Parser",
        "MVEL,                 org.mvel2.MVEL",
        "Drools' XML reader,   org.drools.xml.support.XmlSupport",
        "XStream,              com.thoughtworks.xstream.XStream",
        "XPP3,                 org.xmlpull.v1.XmlPullParser",
        "Xerces,               org.apache.xerces.parsers.SAXParser",
        "Woodstox,             com.ctc.wstx.stax.WstxInputFactory",
        "protobuf,             com.google.protobuf.Message",
        "SnakeYAML,            org.yaml.snakeyaml.Yaml",
        "SnakeYAML engine,     org.snakeyaml.engine.v2.api.Load",
        "Jackson 2,            com.fasterxml.jackson.core.JsonFactory",
        "Jackson 3,            tools.jackson.core.json.JsonFactory",
        "Gson,                 com.google.gson.Gson",
        "JSON-P,               jakarta.json.Json",
        "authoring,            org.spsrules.authoring.folder.KnowledgeFolder"
    })
    void embeddingTheRulesBringsNoCompilerAndNoParser(String library, String itsClass) throws IOException {
        try (URLClassLoader application = application()) {
            assertThatExceptionOfType(ClassNotFoundException.class)
                    .as(library)
                    .isThrownBy(() -> application.loadClass(itsClass));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.spsrules.SpsRules", "org.kie.api.KieServices", "org.slf4j.Logger"})
    void theClassPathIsTheRealOne(String expected) throws Exception {
        try (URLClassLoader application = application()) {
            assertThat(application.loadClass(expected)).isNotNull();
        }
    }

    private static URLClassLoader application() throws IOException {
        List<URL> locations = new ArrayList<>();
        for (Path dependency : RuntimeClassPath.dependencies()) {
            locations.add(dependency.toUri().toURL());
        }
        return new URLClassLoader(locations.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }
}
