package org.spsrules.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.spsrules.cohort.CaseFiles;

/**
 * A file of cases.
 *
 * @param path its address
 * @param name what results call it: as it was named, or the folder that was named and the way from there
 */
record CaseFile(String path, String name) {

    /**
     * The files at these places in their order.
     *
     * @throws UnusableInputException if there are none, or one is there twice: its lines could not be told apart
     */
    static List<CaseFile> at(List<String> places, Configuration configuration) throws IOException {
        List<CaseFile> files = new ArrayList<>();
        Set<String> paths = new HashSet<>();
        for (String place : places) {
            for (CaseFile file : at(place, configuration)) {
                if (!paths.add(file.path())) {
                    throw new UnusableInputException(file.name() + " is named twice; name each file once.");
                }
                files.add(file);
            }
        }
        return files;
    }

    /** The files at a place: itself, or all files of cases in a folder in the order of their names. */
    private static List<CaseFile> at(String place, Configuration configuration) throws IOException {
        Path named = new Path(place);
        FileSystem files = named.getFileSystem(configuration);
        if (!files.exists(named)) {
            throw new UnusableInputException(
                    "\"" + place + "\" cannot be read; name a file of cases, one a line, or a folder of such files.");
        }
        String root = files.resolvePath(named).toString();
        if (files.getFileStatus(named).isFile()) {
            return List.of(new CaseFile(root, place));
        }
        List<CaseFile> found = new ArrayList<>();
        RemoteIterator<LocatedFileStatus> all = files.listFiles(named, true);
        while (all.hasNext()) {
            String path = all.next().getPath().toString();
            String within = path.substring(root.length());
            if (CaseFiles.isOne(within)) {
                found.add(new CaseFile(path, place + within));
            }
        }
        if (found.isEmpty()) {
            throw new UnusableInputException("In " + place + " is no file that ends in " + CaseFiles.ENDINGS + ".");
        }
        found.sort(Comparator.comparing(CaseFile::name));
        return found;
    }
}
