package org.spsrules.workbench;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.spsrules.authoring.folder.Leftovers;

/** Collects the cases of a folder and of the folders below it. */
final class CaseFolder extends SimpleFileVisitor<Path> {

    private final Path folder;
    private final List<CaseInput> found = new ArrayList<>();

    private CaseFolder(Path folder) {
        this.folder = folder;
    }

    /** The cases, sorted by name; at least one, which may be one that cannot be read. */
    static List<CaseInput> cases(Path folder) {
        CaseFolder walk = new CaseFolder(folder);
        try {
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
        } catch (IOException e) {
            walk.visitFileFailed(folder, e);
        }
        if (walk.found.isEmpty()) {
            return List.of(new UnreadableInput(
                    folder.toString(), "this folder holds no case, that is, no file that ends in yaml, yml or json"));
        }
        walk.found.sort(Comparator.comparing(CaseInput::name));
        return walk.found;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        boolean isNamedAsCase = name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
        if (isNamedAsCase && !Leftovers.include(folder.relativize(file))) {
            // A pipe that a user names is read; one that lies in a folder may never end.
            found.add(
                    attributes.isOther()
                            ? new UnreadableInput(file.toString(), "this is a pipe or a device, not a file")
                            : new CaseFile(file));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException reason) {
        if (Leftovers.include(folder.relativize(file))) {
            return FileVisitResult.CONTINUE;
        }
        found.add(new UnreadableInput(file.toString(), CaseFile.why(reason)));
        return FileVisitResult.CONTINUE;
    }
}
