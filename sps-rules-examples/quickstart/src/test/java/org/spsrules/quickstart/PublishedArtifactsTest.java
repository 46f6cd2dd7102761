package org.spsrules.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What is published fits together, and holds what whoever uses it may ask for. */
class PublishedArtifactsTest {

    private static final Path ROOT = Path.of("../..");

    /** A module of this build. */
    private record Module(Element pom) {

        String artifactId() {
            return text("artifactId");
        }

        boolean isJar() {
            return text("packaging").isEmpty();
        }

        boolean isPublished() {
            return !text("properties", "maven.deploy.skip").equals("true");
        }

        boolean hasSources() {
            NodeList plugins = child(pom, "build").getElementsByTagName("artifactId");
            for (int i = 0; i < plugins.getLength(); i++) {
                if (plugins.item(i).getTextContent().equals("maven-source-plugin")) {
                    return true;
                }
            }
            return false;
        }

        /** Its own, or that of the parent. */
        String version() {
            return text("version").isEmpty() ? text("parent", "version") : text("version");
        }

        String text(String... path) {
            Node found = pom;
            for (String name : path) {
                found = found == null ? null : child(found, name);
            }
            return found == null ? "" : found.getTextContent().strip();
        }

        private static Element child(Node parent, String name) {
            for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node instanceof Element element && element.getTagName().equals(name)) {
                    return element;
                }
            }
            return null;
        }
    }

    private static Module module(Path pom) throws Exception {
        return new Module(DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(pom.toFile())
                .getDocumentElement());
    }

    private static List<Module> modules() throws Exception {
        List<Module> modules = new ArrayList<>();
        add(ROOT, modules);
        return modules;
    }

    /** A project and the modules that it names. */
    private static void add(Path folder, List<Module> modules) throws Exception {
        Module module = module(folder.resolve("pom.xml"));
        modules.add(module);
        NodeList names = module.pom().getElementsByTagName("module");
        for (int i = 0; i < names.getLength(); i++) {
            add(folder.resolve(names.item(i).getTextContent()), modules);
        }
    }

    @Test
    void theBillOfMaterialsNamesWhatIsPublishedAndNothingElse() throws Exception {
        NodeList named = module(ROOT.resolve("sps-rules-kb/bom/pom.xml")).pom().getElementsByTagName("dependency");
        List<String> artifacts = new ArrayList<>();
        for (int i = 0; i < named.getLength(); i++) {
            artifacts.add(new Module((Element) named.item(i)).artifactId());
        }

        assertThat(artifacts)
                .containsExactlyInAnyOrderElementsOf(modules().stream()
                        .filter(module -> module.isJar() && module.isPublished())
                        .map(Module::artifactId)
                        .toList());
    }

    @Test
    void whatIsPublishedHasOneVersionAndItsSources() throws Exception {
        assertThat(modules())
                .extracting(Module::version)
                .containsOnly(modules().get(0).version());
        assertThat(modules())
                .filteredOn(Module::isJar)
                .filteredOn(Module::isPublished)
                .isNotEmpty()
                .allMatch(Module::hasSources);
    }

    @Test
    void theJarsHoldLicenceNoticeAndTheRulesAsTheyWereWritten() throws IOException {
        List<Path> ours = RuntimeClassPath.dependencies().stream()
                .filter(path -> path.toString().contains("sps-rules-"))
                .toList();

        assertThat(ours).hasSize(2);
        for (Path jar : ours) {
            assertThat(holds(jar, "META-INF/LICENSE")).as("licence of %s", jar).isTrue();
            assertThat(holds(jar, "META-INF/NOTICE")).as("notice of %s", jar).isTrue();
        }
        assertThat(ours).anyMatch(jar -> holds(jar, "META-INF/sps-rules/rules.drl"));
    }

    private static boolean holds(Path jarOrFolder, String resource) {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {jarOrFolder.toUri().toURL()}, null)) {
            return loader.getResource(resource) != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
