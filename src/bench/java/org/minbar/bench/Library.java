package org.minbar.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * A library of many files: how long its list and its searches take. The rows are written straight into the embedded
 * database, since bringing tens of thousands of pictures in by the door would measure the darkroom.
 *
 * <pre>src/bench/library [FILES]</pre>
 */
public final class Library {

    private static final int TRIES = 60;
    private static final long SEED = 1421;
    private static final String[] ARABIC = {
        "ميناء", "الصويرة", "مهرجان", "نوارس", "أسوار", "قطار", "مدرسة", "سوق", "جبال", "الأطلس", "واحة", "ملعب",
        "وزير", "افتتاح"
    };
    private static final String[] FRENCH = {
        "port",
        "Essaouira",
        "festival",
        "mouettes",
        "remparts",
        "train",
        "école",
        "souk",
        "montagnes",
        "Atlas",
        "oasis",
        "stade"
    };

    private Library() {}

    public static void main(String[] arguments) throws Exception {
        int files = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50_000;
        Path folder = Files.createTempDirectory("minbar-library-");
        Running.Setup setup = new Running.Setup(
                Path.of("target/minbar.jar"), folder, 18_184, Map.of("MINBAR_SAMPLE", "false"), "512m");
        try {
            try (Running first = Running.start(setup)) {
                first.awaitReady();
            }
            fill(folder, files);
            try (Running minbar = Running.start(setup)) {
                minbar.awaitReady();
                minbar.signIn();
                System.out.println("| what, " + String.format(Locale.ROOT, "%,d", files) + " files | measured |");
                System.out.println("|---|---|");
                for (String path : List.of(
                        "/desk/media",
                        "/desk/media?q=" + Running.encoded("اسوار الصويره"),
                        "/desk/media?q=" + Running.encoded("ecole zz17"),
                        "/desk/media?q=" + Running.encoded("nothing has this"),
                        "/desk/media?show=unused",
                        "/desk/media?show=lacking",
                        "/desk/media?form=document",
                        "/desk/media?before=" + files / 2,
                        "/desk/media/find?lang=ar&q=" + Running.encoded("نوارس"))) {
                    System.out.println("| `" + path.replaceAll("%[0-9A-F]{2}(%[0-9A-F]{2}|[+])*", "…") + "` | "
                            + measured(minbar, path) + " |");
                }
            }
        } finally {
            Running.deleteTree(folder);
        }
    }

    private static String measured(Running minbar, String path) throws Exception {
        for (int i = 0; i < 15; i++) minbar.getSignedIn(path).expect(200);
        double[] times = new double[TRIES];
        for (int i = 0; i < TRIES; i++) {
            long before = System.nanoTime();
            minbar.getSignedIn(path).expect(200);
            times[i] = (System.nanoTime() - before) / 1e6;
        }
        Arrays.sort(times);
        return String.format(Locale.ROOT, "p50 %.1f ms, p99 %.1f ms", times[TRIES / 2], times[TRIES - 1]);
    }

    private static void fill(Path folder, int files) throws Exception {
        Random random = new Random(SEED);
        Timestamp now = new Timestamp(Clock.systemUTC().millis());
        String url = "jdbc:h2:file:" + folder.toAbsolutePath().resolve("minbar")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;TIME ZONE=UTC";
        try (Connection database = DriverManager.getConnection(url, "minbar", "minbar");
                PreparedStatement file =
                        database.prepareStatement("insert into media_file (id, form, type, name, handed_in,"
                                + " kept, bytes, width, height, transparent, animated, stamp, focus_x, focus_y, decorative, lacking,"
                                + " terms, expiry_told, partners, added_at, added_by, changed_at, version)"
                                + " values (?, ?, ?, ?, ?, ?, 100000, 3000, 2000, false, false, '0123456789ab', 0.5, 0.5, false, ?, '',"
                                + " 'NOTHING', true, ?, 1, ?, 1)");
                PreparedStatement words = database.prepareStatement(
                        "insert into media_words (file_id, lang, alt, caption, credit, place, transcript) values (?, ?, ?, ?, ?, '', '')");
                PreparedStatement catchwords =
                        database.prepareStatement("insert into media_catchwords (file_id, words) values (?, ?)")) {
            database.setAutoCommit(false);
            for (int id = 1; id <= files; id++) {
                boolean document = id % 20 == 0;
                String hash = String.format(Locale.ROOT, "%064x", id);
                file.setLong(1, id);
                file.setString(2, document ? "DOCUMENT" : "PICTURE");
                file.setString(3, document ? "PDF" : "JPEG");
                file.setString(4, "IMG_" + id + ".jpg");
                file.setString(5, hash);
                file.setString(6, hash);
                file.setBoolean(7, id % 10 == 0);
                file.setTimestamp(8, now);
                file.setTimestamp(9, now);
                file.addBatch();
                StringBuilder folded = new StringBuilder("img_" + id + ".jpg");
                for (String lang : List.of("ar", "fr", "en")) {
                    String said =
                            sentence(lang.equals("ar") ? ARABIC : FRENCH, random) + (id % 1_000 == 17 ? " zz17" : "");
                    words.setLong(1, id);
                    words.setString(2, lang);
                    words.setString(3, said);
                    words.setString(4, said);
                    words.setString(5, "Salma Idrissi");
                    words.addBatch();
                    folded.append(' ')
                            .append(folded(said))
                            .append(' ')
                            .append(folded(said))
                            .append(" salma idrissi");
                }
                catchwords.setLong(1, id);
                catchwords.setString(2, folded.toString());
                catchwords.addBatch();
                if (id % 1_000 == 0 || id == files) {
                    file.executeBatch();
                    words.executeBatch();
                    catchwords.executeBatch();
                    database.commit();
                }
            }
        }
    }

    private static String sentence(String[] words, Random random) {
        StringBuilder sentence = new StringBuilder();
        for (int i = 0; i < 9; i++) sentence.append(i == 0 ? "" : " ").append(words[random.nextInt(words.length)]);
        return sentence.toString();
    }

    private static String folded(String said) {
        return said.replace('أ', 'ا').replace('ة', 'ه').replace('é', 'e').toLowerCase(Locale.ROOT);
    }
}
