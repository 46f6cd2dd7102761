package org.spsrules.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules load as a plugin or a web application would load them: by a class loader that no thread knows of. */
class LoadsAnywhereTest {

    private static URLClassLoader plugin(Path... besides) throws IOException {
        List<URL> places = new ArrayList<>();
        places.add(Path.of("target/classes").toUri().toURL());
        for (Path dependency : RuntimeClassPath.dependencies()) {
            places.add(dependency.toUri().toURL());
        }
        for (Path more : besides) {
            places.add(more.toUri().toURL());
        }
        return new URLClassLoader(places.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private static void run(ClassLoader plugin) throws Exception {
        Method main = plugin.loadClass(QuickStart.class.getName()).getMethod("main", String[].class);
        try {
            main.invoke(null, (Object) new String[0]);
        } catch (InvocationTargetException e) {
            throw new AssertionError(e.getCause());
        }
    }

    /** Runs the quick start in a thread with this context. */
    private static void run(ClassLoader plugin, @Nullable ClassLoader context) throws Exception {
        FutureTask<Void> task = new FutureTask<>(() -> {
            run(plugin);
            assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(context);
            return null;
        });
        Thread thread = new Thread(task);
        thread.setContextClassLoader(context);
        thread.start();
        task.get();
    }

    @Test
    void whateverTheContextClassLoaderOfTheThreadIs() throws Exception {
        try (URLClassLoader first = plugin();
                URLClassLoader second = plugin();
                URLClassLoader third = plugin()) {
            run(first, ClassLoader.getSystemClassLoader());
            run(second, null);
            run(third, third);
            run(third, ClassLoader.getPlatformClassLoader());
        }
    }

    @Test
    void inTheCommonPool() throws Exception {
        try (URLClassLoader plugin = plugin()) {
            assertThatCode(() -> ForkJoinPool.commonPool()
                            .submit(() -> {
                                run(plugin);
                                return true;
                            })
                            .get())
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void twoKnowledgeBasesAreRefusedAndBothAreNamed(@TempDir Path other) throws Exception {
        Path copy = other.resolve("META-INF/sps-rules/knowledge");
        Files.createDirectories(copy.getParent());
        try (URLClassLoader plugin = plugin(other)) {
            Files.copy(plugin.getResourceAsStream("META-INF/sps-rules/knowledge"), copy);

            assertThat(failure(plugin))
                    .hasMessageContaining("the class path holds more than one; keep one of ")
                    .hasMessageContaining(other.getFileName().toString());

            Files.delete(copy);
            assertThatCode(() -> run(plugin)).as("a failed load does no harm").doesNotThrowAnyException();
        }
    }

    private static Throwable failure(ClassLoader plugin) throws Exception {
        Method load = plugin.loadClass("org.spsrules.SpsRules").getMethod("load");
        try {
            load.invoke(null);
        } catch (InvocationTargetException e) {
            return e.getCause();
        }
        throw new AssertionError("it loaded");
    }
}
