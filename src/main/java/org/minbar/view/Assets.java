package org.minbar.view;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stylesheets, fonts and pictures of themes, by addresses that change with their content:
 * {@code /assets/default/3f9c0a…/css/site.css}. What such an address gives never changes, so it may be kept for ever.
 *
 * <p>A stylesheet names its fonts and pictures by relative addresses; those are turned into fingerprinted ones as it is
 * read, and the fingerprint of the stylesheet covers them. A stylesheet may also {@code @import "parent:css/site.css"}:
 * the parent theme's stylesheet stands there in its stead, one request for both.
 * Comments of stylesheets and scripts stay at home.
 */
public final class Assets {

    private static final Pattern ADDRESS = Pattern.compile("/?(?:assets/)?([a-z0-9-]+)/([0-9a-f]{16})/(.+)");
    private static final Pattern IMPORT = Pattern.compile("@import\\s+[\"']parent:([^\"']+)[\"']\\s*;");
    private static final Pattern URL = Pattern.compile("url\\(\\s*[\"']?([^\"')#:?]+)[\"']?\\s*\\)");
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("css", "text/css; charset=UTF-8"),
            Map.entry("js", "text/javascript; charset=UTF-8"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("webp", "image/webp"),
            Map.entry("avif", "image/avif"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("txt", "text/plain; charset=UTF-8"),
            Map.entry("webmanifest", "application/manifest+json"));

    private final Themes themes;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    public Assets(Themes themes) {
        this.themes = themes;
    }

    /**
     * What an address gives.
     *
     * @param fresh whether the address carries the fingerprint of these very bytes; only then may they be kept for ever
     */
    public record Asset(byte[] bytes, String type, String fingerprint, boolean fresh) {}

    /** A read asset and the mark it was read at. */
    private record Kept(String mark, byte[] bytes, String fingerprint) {}

    /**
     * The address of this asset as a page in this theme names it.
     *
     * @param path below the folder {@code assets}: {@code css/site.css}
     * @throws IllegalArgumentException if neither the theme nor an ancestor has it
     */
    public String address(String theme, String path) {
        Kept asset = read(theme, path)
                .orElseThrow(() -> new IllegalArgumentException("Theme " + theme + " has no asset " + path));
        return "/assets/" + theme + "/" + asset.fingerprint + "/" + path;
    }

    /**
     * The asset at {@code {theme}/{fingerprint}/{path}}, with or without {@code /assets/} in front. A page that somebody
     * still reads may name a fingerprint of yesterday: it gets today's bytes, not {@code fresh}. Empty for anything that
     * is not an asset of a theme, or of a type that the house does not serve.
     */
    public Optional<Asset> at(String address) {
        Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String path = parts.group(3);
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        if (type == null) {
            return Optional.empty();
        }
        return readIfThemed(parts.group(1), path)
                .map(asset ->
                        new Asset(asset.bytes, type, asset.fingerprint, asset.fingerprint.equals(parts.group(2))));
    }

    private Optional<Kept> readIfThemed(String theme, String path) {
        return themes.in(theme, "theme.properties").isPresent() ? read(theme, path) : Optional.empty();
    }

    private Optional<Kept> read(String theme, String path) {
        String key = theme + "/" + path;
        String mark = themes.mark(theme, "assets/" + path);
        Kept before = kept.get(key);
        // A stylesheet's bytes depend on other files too, so on a folder it is set anew each time one asks.
        boolean settled = mark.isBlank() || !path.endsWith(".css");
        if (before != null && before.mark.equals(mark) && settled) {
            return Optional.of(before);
        }
        Optional<Kept> now = themes.find(theme, "assets/" + path).map(leaf -> {
            byte[] bytes = shown(theme, leaf);
            return new Kept(mark, bytes, fingerprint(bytes));
        });
        now.ifPresent(asset -> kept.put(key, asset));
        return now;
    }

    private byte[] shown(String theme, Themes.Leaf leaf) {
        if (leaf.path().endsWith(".css")) return set(theme, leaf);
        if (!leaf.path().endsWith(".js")) return leaf.bytes();
        return Slimming.script(new String(leaf.bytes(), StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] set(String theme, Themes.Leaf sheet) {
        String folder = sheet.path().substring("assets/".length(), sheet.path().lastIndexOf('/') + 1);
        String whole = IMPORT.matcher(new String(sheet.bytes(), StandardCharsets.UTF_8))
                .replaceAll(found -> Matcher.quoteReplacement(parents(sheet.theme(), found.group(1))));
        return URL.matcher(Slimming.sheet(whole))
                .replaceAll(found ->
                        Matcher.quoteReplacement("url(\"" + address(theme, resolve(folder, found.group(1))) + "\")"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private String parents(String theme, String path) {
        String parent = themes.line(theme).stream()
                .skip(1)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Theme " + theme + " has no parent to import from"));
        Themes.Leaf sheet = themes.find(parent, "assets/" + path)
                .orElseThrow(() -> new IllegalArgumentException("Theme " + parent + " has no asset " + path));
        return IMPORT.matcher(new String(sheet.bytes(), StandardCharsets.UTF_8))
                .replaceAll(found -> Matcher.quoteReplacement(parents(sheet.theme(), found.group(1))));
    }

    /** {@code css/} and {@code ../fonts/a.woff2} make {@code fonts/a.woff2}; a cabinet opens no name with dots left in it. */
    private static String resolve(String folder, String relative) {
        String at = folder;
        String rest = relative;
        while (rest.startsWith("../") && !at.isEmpty()) {
            at = at.substring(0, at.lastIndexOf('/', at.length() - 2) + 1);
            rest = rest.substring(3);
        }
        return at + rest;
    }

    private static String fingerprint(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
