package org.spsrules.workbench;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** Where the code of the command lies. */
final class Program {

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
        for (Path folder = placeOf(Sps.class).getParent(); folder != null; folder = folder.getParent()) {
            Optional<T> found = search.apply(folder);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
