package org.minbar.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The script libraries that the desk's editor is made of, as the ES modules that their authors publish: no build step
 * stands between. They lie in the archive as webjars; a page names them through an import map (HTML standard, 8.1.6.3),
 * and the security policy names the hash of that map, so that no other inline script runs.
 *
 * <p>An address, {@code vendor/prosemirror-view/1.41.5/dist/index.js}, carries the version and may be kept for ever.
 */
public final class Modules {

    private static final List<String> NAMES = List.of(
            "prosemirror-view",
            "prosemirror-state",
            "prosemirror-model",
            "prosemirror-transform",
            "prosemirror-keymap",
            "prosemirror-commands",
            "prosemirror-inputrules",
            "prosemirror-history",
            "prosemirror-schema-list",
            "prosemirror-gapcursor",
            "prosemirror-dropcursor",
            "prosemirror-tables",
            "orderedmap",
            "rope-sequence",
            "w3c-keyname");

    private static final Pattern ADDRESS =
            Pattern.compile("vendor/([a-z0-9-]+)/([0-9][0-9.]*)/((?:[A-Za-z0-9-]+/)*[A-Za-z0-9-]+\\.(?:js|css))");

    private final Map<String, String> versions = new LinkedHashMap<>();
    private final String map;

    public Modules() {
        for (String name : NAMES) versions.put(name, version(name));
        map = NAMES.stream()
                .map(name -> "\"" + name + "\":\"/assets/vendor/" + name + "/" + versions.get(name) + "/" + entry(name)
                        + "\"")
                .collect(Collectors.joining(",", "{\"imports\":{", "}}"));
    }

    /** The element that a page puts before its first module. */
    public Html importMap() {
        return new Html("<script type=\"importmap\">" + map + "</script>");
    }

    /** What the policy says of the map: {@code 'sha256-…'} (CSP level 3, 8.2). */
    public String policy() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(map.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The file at an address below {@code /assets/}; empty for anything else than a file of these very versions. */
    public Optional<byte[]> at(String address) {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches() || !parts.group(2).equals(versions.get(parts.group(1)))) return Optional.empty();
        return read("META-INF/resources/webjars/" + parts.group(1) + "/" + parts.group(2) + "/" + parts.group(3));
    }

    private static String entry(String name) {
        return name.equals("w3c-keyname") ? "index.js" : "dist/index.js";
    }

    private static String version(String name) {
        Properties told = new Properties();
        byte[] file = read("META-INF/maven/org.webjars.npm/" + name + "/pom.properties")
                .orElseThrow(() -> new IllegalStateException("The webjar " + name + " is not in the archive"));
        try {
            told.load(new java.io.ByteArrayInputStream(file));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return told.getProperty("version");
    }

    private static Optional<byte[]> read(String resource) {
        try (InputStream in = Modules.class.getClassLoader().getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
