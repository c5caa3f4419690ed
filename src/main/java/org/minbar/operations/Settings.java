package org.minbar.operations;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.minbar.media.Bucket;
import org.minbar.view.SiteAddress;

/**
 * What whoever runs Minbar may set. A setting is an environment variable ({@code MINBAR_SITE_URL}) or a system property
 * in dotted lower case ({@code minbar.site.url}); the property wins.
 *
 * @param data folder for the embedded database, the index, and the files where they lie in no bucket; absolute
 * @param databaseUrl JDBC address of PostgreSQL; empty for the embedded database
 * @param edge where the cache in front of the house is told what to forget; empty without one
 * @param themes folder that overrides the packaged themes
 * @param i18n folder that overrides the packaged languages
 * @param mediaBucket where files lie; empty for the data folder
 * @param mediaQuota how many bytes all originals together may have; empty for no limit
 * @param sample whether an empty newsroom is filled with the sample
 */
record Settings(
        Path data,
        Optional<String> databaseUrl,
        String databaseUser,
        String databasePassword,
        SiteAddress site,
        Optional<URI> edge,
        ZoneId zone,
        String theme,
        Optional<Path> themes,
        Optional<Path> i18n,
        String adminEmail,
        Optional<String> adminPassword,
        Optional<Bucket> mediaBucket,
        OptionalLong mediaQuota,
        boolean sample) {

    private static final Pattern QUOTA = Pattern.compile("([1-9][0-9]{0,5})\\s?(MB|GB|TB)");

    /** A setting that can't be: its name, its value, and the mend, on one line. */
    static final class WrongSetting extends RuntimeException {
        private static final long serialVersionUID = 1L;

        WrongSetting(String variable, String value, String mend) {
            super(variable + "=" + withoutSecrets(value) + " can't be: " + mend);
        }
    }

    /** @param given the value of a setting by its dotted name, empty or blank where it is not set */
    static Settings read(Function<String, Optional<String>> given) {
        Source source = new Source(given);
        return new Settings(
                dataFolder(source),
                databaseUrl(source),
                source.get("minbar.database.user").orElse(""),
                source.get("minbar.database.password").orElse(""),
                siteUrl(source),
                edge(source),
                zone(source),
                source.get("minbar.theme").orElse("default"),
                folder(source, "minbar.themes"),
                folder(source, "minbar.i18n"),
                adminEmail(source),
                adminPassword(source),
                mediaBucket(source),
                mediaQuota(source),
                sample(source));
    }

    /** The settings of this process: system properties before environment variables. */
    static Settings ofThisProcess() {
        return read(name -> Optional.ofNullable(System.getProperty(name))
                .or(() -> Optional.ofNullable(System.getenv(variable(name)))));
    }

    /** An address as it may stand in a log: a password in it is left out. */
    static String withoutSecrets(String address) {
        return address.replaceAll("//([^/@:]*):[^/]*@", "//$1:…@").replaceAll("(?i)(password=)[^&;]*", "$1…");
    }

    static String variable(String name) {
        return name.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    String jdbcUrl() {
        return databaseUrl.orElseGet(() -> "jdbc:h2:file:" + data.resolve("minbar")
                // Compatible with what the migrations and queries expect of PostgreSQL.
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                // H2 takes times in as local ones: in the server's own zone it would mistake the hour that clocks
                // repeat.
                + ";TIME ZONE=UTC"
                // Every commit is on disk before it is acknowledged; without this a kill loses thousands.
                + ";WRITE_DELAY=0;LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE");
    }

    String dataSourceClass() {
        return databaseUrl.isPresent() ? "org.postgresql.ds.PGSimpleDataSource" : "org.h2.jdbcx.JdbcDataSource";
    }

    String dataSourceUser() {
        return databaseUrl.isPresent() ? databaseUser : "minbar";
    }

    /** The embedded database is guarded by its folder, not by this word; the server wants one that isn't empty. */
    String dataSourcePassword() {
        return databaseUrl.isPresent() ? databasePassword : "minbar";
    }

    Path index() {
        return data.resolve("index");
    }

    Path media() {
        return data.resolve("media");
    }

    private record Source(Function<String, Optional<String>> given) {
        Optional<String> get(String name) {
            return given.apply(name).map(String::strip).filter(value -> !value.isEmpty());
        }
    }

    private static Path dataFolder(Source source) {
        String value = source.get("minbar.data").orElse("data");
        Path folder = path("minbar.data", value);
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new WrongSetting("MINBAR_DATA", value, "it is a file; name a folder, or one that can be made.");
        }
        if (Files.isDirectory(folder) && !Files.isWritable(folder)) {
            throw new WrongSetting(
                    "MINBAR_DATA", value, "the folder can't be written to; give it to the user who runs Minbar.");
        }
        return folder.toAbsolutePath().normalize();
    }

    private static Optional<String> databaseUrl(Source source) {
        Optional<String> url = source.get("minbar.database.url");
        url.filter(value -> !value.startsWith("jdbc:postgresql:")).ifPresent(value -> {
            throw new WrongSetting(
                    "MINBAR_DATABASE_URL",
                    value,
                    "it must begin with jdbc:postgresql:// as in jdbc:postgresql://localhost:5432/minbar,"
                            + " or be left out for the embedded database.");
        });
        return url;
    }

    private static SiteAddress siteUrl(Source source) {
        String value = source.get("minbar.site.url").orElse("http://localhost:8080");
        return webAddress(value)
                .map(SiteAddress::new)
                .orElseThrow(() -> new WrongSetting(
                        "MINBAR_SITE_URL",
                        value,
                        "it must be scheme and host, without a path, as in https://news.example.org."));
    }

    private static Optional<URI> edge(Source source) {
        return source.get("minbar.edge.url").map(value -> webAddress(value)
                .map(uri -> uri.resolve("/"))
                .orElseThrow(() -> new WrongSetting(
                        "MINBAR_EDGE_URL",
                        value,
                        "it must be scheme, host and port of the cache in front, as in http://127.0.0.1:6081,"
                                + " or be left out without one.")));
    }

    /** Scheme and host and nothing else, perhaps with a stroke at the end. */
    private static Optional<URI> webAddress(String value) {
        try {
            URI uri = URI.create(value.endsWith("/") ? value.substring(0, value.length() - 1) : value);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            // Opaque is what has a scheme and no slashes: localhost:8080.
            boolean bare = !uri.isOpaque()
                    && uri.getRawUserInfo() == null
                    && uri.getRawPath().isEmpty()
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
            return web && uri.getHost() != null && bare ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ZoneId zone(Source source) {
        String value = source.get("minbar.zone").orElse("Africa/Casablanca");
        try {
            return ZoneId.of(value);
        } catch (DateTimeException e) {
            throw new WrongSetting(
                    "MINBAR_ZONE", value, "it must be a zone of the tz database, as in Africa/Casablanca.");
        }
    }

    private static Optional<Path> folder(Source source, String name) {
        return source.get(name).map(value -> {
            Path folder = path(name, value);
            if (!Files.isDirectory(folder)) {
                throw new WrongSetting(
                        variable(name), value, "there is no such folder; make it, or leave the setting out.");
            }
            return folder.toAbsolutePath().normalize();
        });
    }

    private static String adminEmail(Source source) {
        String value = source.get("minbar.admin.email").orElse("admin@localhost");
        if (!value.matches("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+") || value.length() > 254) {
            throw new WrongSetting(
                    "MINBAR_ADMIN_EMAIL", value, "it must be an e-mail address, as in editor@example.org.");
        }
        return value;
    }

    private static Optional<String> adminPassword(Source source) {
        Optional<String> password = source.get("minbar.admin.password");
        password.filter(value -> value.length() < 10 || value.length() > 200).ifPresent(value -> {
            throw new WrongSetting("MINBAR_ADMIN_PASSWORD", "…", "it must have 10 to 200 characters; choose another.");
        });
        return password;
    }

    private static Optional<Bucket> mediaBucket(Source source) {
        Optional<String> address = source.get("minbar.media.bucket");
        if (address.isEmpty()) {
            withoutBucket(source);
            return Optional.empty();
        }
        return Optional.of(new Bucket(
                bucketName(address.get()),
                source.get("minbar.media.endpoint").map(Settings::endpoint),
                region(source.get("minbar.media.region").orElse("us-east-1")),
                opener(source, "minbar.media.key", address.get()),
                opener(source, "minbar.media.secret", address.get())));
    }

    /** Whoever names an endpoint and forgets the bucket would find her pictures in the folder, and too late. */
    private static void withoutBucket(Source source) {
        Stream.of("minbar.media.endpoint", "minbar.media.key", "minbar.media.secret")
                .filter(name -> source.get(name).isPresent())
                .findFirst()
                .ifPresent(name -> {
                    String shown = name.endsWith("endpoint") ? source.get(name).orElse("") : "…";
                    throw new WrongSetting(
                            variable(name),
                            shown,
                            "there is no MINBAR_MEDIA_BUCKET; name the bucket, or leave this out too.");
                });
    }

    private static String bucketName(String address) {
        if (!address.matches("s3://[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/?")) {
            throw new WrongSetting(
                    "MINBAR_MEDIA_BUCKET",
                    address,
                    "it must be s3:// and the name of a bucket, as in s3://newsroom, or be left out for the data folder.");
        }
        return address.substring("s3://".length()).replace("/", "");
    }

    private static URI endpoint(String value) {
        return webAddress(value)
                .orElseThrow(() -> new WrongSetting(
                        "MINBAR_MEDIA_ENDPOINT",
                        value,
                        "it must be scheme and host, without a path, as in https://s3.example.org,"
                                + " or be left out for Amazon's."));
    }

    private static String region(String value) {
        if (!value.matches("[a-z0-9-]{1,40}")) {
            throw new WrongSetting("MINBAR_MEDIA_REGION", value, "it must be the name of a region, as in eu-west-3.");
        }
        return value;
    }

    private static String opener(Source source, String name, String bucket) {
        return source.get(name)
                .orElseThrow(() -> new WrongSetting(
                        variable(name),
                        "",
                        bucket + " opens with MINBAR_MEDIA_KEY and MINBAR_MEDIA_SECRET; set both."));
    }

    private static OptionalLong mediaQuota(Source source) {
        String value = source.get("minbar.media.quota").orElse("50GB").toUpperCase(Locale.ROOT);
        if (value.equals("0")) return OptionalLong.empty();
        Matcher quota = QUOTA.matcher(value);
        if (!quota.matches()) {
            throw new WrongSetting(
                    "MINBAR_MEDIA_QUOTA", value, "it must be a size, as in 500MB or 20GB, or 0 for no limit.");
        }
        long unit =
                switch (quota.group(2)) {
                    case "MB" -> 1_000_000L;
                    case "GB" -> 1_000_000_000L;
                    default -> 1_000_000_000_000L;
                };
        return OptionalLong.of(Long.parseLong(quota.group(1)) * unit);
    }

    private static boolean sample(Source source) {
        String value = source.get("minbar.sample").orElse("false").toLowerCase(Locale.ROOT);
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new WrongSetting("MINBAR_SAMPLE", value, "it must be true or false.");
        };
    }

    private static Path path(String name, String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new WrongSetting(variable(name), value, "it is not the name of a folder on this system.");
        }
    }
}
