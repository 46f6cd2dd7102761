package org.spsrules.workbench;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where the code of the command lies. */
final class Program {

    private static final String HOME = "sps.home";

    private Program() {}

    /**
     * The jar or the folder of a class.
     *
     * @throws IOException if it has no path
     */
    static Path placeOf(Class<?> type) throws IOException {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    /** What is found in the nearest of the folders above the command in which there is any. */
    static <T> Optional<T> above(Function<Path, Optional<T>> search) throws IOException {
        for (Path folder = folder(); folder != null; folder = folder.getParent()) {
            Optional<T> found = search.apply(folder);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Where the command belongs: the launcher may start a copy of it that lies elsewhere. */
    private static @Nullable Path folder() throws IOException {
        String home = System.getProperty(HOME);
        return home == null ? placeOf(Sps.class).getParent() : Path.of(home);
    }
}
