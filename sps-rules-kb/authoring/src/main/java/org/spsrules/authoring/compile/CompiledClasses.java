package org.spsrules.authoring.compile;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Loads the classes that rules were compiled into, from memory. They come before those of the same name that a built-in
 * knowledge base has, and go when the engine that uses them goes.
 */
public final class CompiledClasses extends ClassLoader {

    private static final String CLASS = ".class";

    private final Map<String, byte[]> files;

    public CompiledClasses(Map<String, byte[]> files, ClassLoader parent) {
        super(parent);
        this.files = Map.copyOf(files);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        byte[] code = files.get(name.replace('.', '/') + CLASS);
        if (code == null) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? defineClass(name, code, 0, code.length) : loaded;
        }
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        byte[] file = files.get(name);
        return file == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(file);
    }
}
