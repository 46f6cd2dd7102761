package org.spsrules.workbench;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.spsrules.authoring.folder.Leftovers;

/** Waits for files of a knowledge base to be saved. */
final class FolderWatch implements Closeable {

    /** Editors save in several steps; what follows so soon belongs to the same save. */
    private static final long PAUSE_MILLISECONDS = 120;

    private static final List<String> PARTS = List.of("rules", "vocabulary", "sources");

    private final Path root;
    private final WatchService service;

    FolderWatch(Path root) throws IOException {
        this.root = root;
        this.service = root.getFileSystem().newWatchService();
        register();
    }

    /** Waits until something has been saved, and nothing more for a moment. */
    void await() throws IOException, InterruptedException {
        boolean saved = false;
        WatchKey key = service.take();
        while (key != null) {
            saved |= key.pollEvents().stream().anyMatch(FolderWatch::isSave);
            key.reset();
            key = saved ? service.poll(PAUSE_MILLISECONDS, TimeUnit.MILLISECONDS) : service.take();
        }
        register();
    }

    /** An editor that is only opened writes its swap file already. */
    private static boolean isSave(WatchEvent<?> event) {
        return !(event.context() instanceof Path name) || !Leftovers.include(name);
    }

    /** Folders that are new are watched from now on; to register one again changes nothing. */
    private void register() throws IOException {
        watch(root);
        for (String part : PARTS) {
            if (Files.isDirectory(root.resolve(part))) {
                try (Stream<Path> walk = Files.walk(root.resolve(part))) {
                    for (Path folder : walk.filter(Files::isDirectory)
                            .filter(folder -> !Leftovers.include(root.relativize(folder)))
                            .toList()) {
                        watch(folder);
                    }
                }
            }
        }
    }

    private void watch(Path folder) throws IOException {
        folder.register(
                service,
                StandardWatchEventKinds.ENTRY_CREATE,
                StandardWatchEventKinds.ENTRY_MODIFY,
                StandardWatchEventKinds.ENTRY_DELETE);
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
