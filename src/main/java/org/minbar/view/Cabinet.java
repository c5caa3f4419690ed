package org.minbar.view;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the files of {@code themes} and {@code i18n} lie: in the archive, in a folder on disk, or both, the folder
 * before the archive. A designer keeps only the files that differ.
 *
 * <p>Names are relative, with slashes: {@code default/assets/css/site.css}. A name that could lead out of the cabinet
 * (an empty, dotted, absolute or backslashed one) names nothing, and neither does a symbolic link that leaves it.
 */
public final class Cabinet {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");

    private final List<Drawer> drawers;
    private final boolean still;

    private Cabinet(List<Drawer> drawers) {
        this.drawers = List.copyOf(drawers);
        this.still = drawers.stream().allMatch(Packaged.class::isInstance);
    }

    /** The files under this folder of the class path: {@code themes}. */
    public static Cabinet packaged(String folder) {
        return new Cabinet(List.of(new Packaged(folder)));
    }

    /** The files under this folder on disk; what changes there shows at once. */
    public static Cabinet folder(Path folder) {
        return new Cabinet(List.of(new Folder(folder.toAbsolutePath().normalize())));
    }

    /** This cabinet, and behind it another one for whatever this one lacks. */
    public Cabinet before(Cabinet other) {
        List<Drawer> both = new ArrayList<>(drawers);
        both.addAll(other.drawers);
        return new Cabinet(both);
    }

    public Optional<byte[]> read(String name) {
        return readAll(name).stream().findFirst();
    }

    /** Every file of this name, the nearest first. */
    public List<byte[]> readAll(String name) {
        if (!NAME.matcher(name).matches()) {
            return List.of();
        }
        return drawers.stream().flatMap(drawer -> drawer.read(name).stream()).toList();
    }

    /** The shape that {@code Languages.read} asks for. */
    public Optional<InputStream> open(String name) {
        return read(name).map(ByteArrayInputStream::new);
    }

    /** A mark that moves when the file of this name changes, appears or goes; packaged files never move. */
    String mark(String name) {
        // Every part of every page asks; where nothing can move there is nothing to look at.
        if (still || !NAME.matcher(name).matches()) {
            return "";
        }
        StringBuilder marks = new StringBuilder();
        drawers.forEach(drawer -> marks.append(drawer.mark(name)).append(' '));
        return marks.toString();
    }

    /** A mark that moves when any file on disk changes. */
    String mark() {
        return drawers.stream().map(Drawer::mark).collect(Collectors.joining(" "));
    }

    private interface Drawer {
        Optional<byte[]> read(String name);

        String mark(String name);

        String mark();
    }

    private record Packaged(String folder) implements Drawer {
        @Override
        public Optional<byte[]> read(String name) {
            try (InputStream in = Cabinet.class.getClassLoader().getResourceAsStream(folder + "/" + name)) {
                return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Override
        public String mark(String name) {
            return "";
        }

        @Override
        public String mark() {
            return "";
        }
    }

    private record Folder(Path folder) implements Drawer {
        @Override
        public Optional<byte[]> read(String name) {
            try {
                Path file = folder.resolve(name);
                if (!Files.isRegularFile(file) || !file.toRealPath().startsWith(folder.toRealPath())) {
                    return Optional.empty();
                }
                return Optional.of(Files.readAllBytes(file));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Override
        public String mark(String name) {
            try {
                Path file = folder.resolve(name);
                return Files.isRegularFile(file) ? Files.getLastModifiedTime(file) + "/" + Files.size(file) : "-";
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Override
        public String mark() {
            StringBuilder marks = new StringBuilder();
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted().forEach(file -> marks.append(folder.relativize(file))
                        .append('=')
                        .append(file.toFile().lastModified())
                        .append('/')
                        .append(file.toFile().length())
                        .append('\n'));
            } catch (IOException | UncheckedIOException broken) {
                // Somebody is changing it this very moment; the next look tells.
                return "";
            }
            return marks.toString();
        }
    }
}
