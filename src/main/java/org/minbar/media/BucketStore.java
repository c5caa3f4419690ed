package org.minbar.media;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.minbar.language.Refusal;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A bucket. Its server sees to wholeness, and to order among nodes; this side sends checksums along and compares them
 * when whole files are read. A file has at most 5 GB, which is what S3 takes in one piece.
 */
public final class BucketStore implements PictureStore {

    private static final Logger LOG = Logger.getLogger(BucketStore.class.getName());

    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration OF_SILENCE = Duration.ofSeconds(30);
    private static final Duration TO_ANSWER = Duration.ofMinutes(1);
    /** The slowest line that is waited for, in bytes a second. */
    private static final long SLOWEST = 100_000;

    /** The most keys that S3 lists at once. */
    private static final int PAGE = 1000;

    private static final String SHA256 = "sha256";
    private static final Set<String> FULL = Set.of("XMinioStorageFull", "QuotaExceeded", "InsufficientStorage");
    private static final int INSUFFICIENT_STORAGE = 507;
    private static final int SERVER_ERROR = 500;
    private static final int NOT_FOUND = 404;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final Bucket bucket;
    private final S3Client s3;
    private final int page;

    BucketStore(Bucket bucket, int page) {
        this.bucket = bucket;
        this.s3 = client(bucket);
        this.page = page;
    }

    /**
     * Knocks at the bucket.
     *
     * @throws IllegalStateException if it does not answer, is not there, or does not let us in; the message says which
     */
    public static BucketStore at(Bucket bucket) {
        BucketStore store = new BucketStore(bucket, PAGE);
        try {
            store.s3.headBucket(head -> head.bucket(bucket.name()));
            return store;
        } catch (S3Exception e) {
            store.close();
            throw new IllegalStateException(bucket + whyNot(e.statusCode()), e);
        } catch (SdkClientException e) {
            store.close();
            throw new IllegalStateException(bucket + " does not answer (" + oneLine(e) + ")", e);
        }
    }

    private static String whyNot(int status) {
        return switch (status) {
            case 403 -> " does not let this key and secret in (403)";
            case 404 -> " is not there (404)";
            case 301, 400 -> " is in another region (" + status + ")";
            default -> " answers with " + status;
        };
    }

    static S3Client client(Bucket bucket) {
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(bucket.region()))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(bucket.key(), bucket.secret())))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(TO_CONNECT)
                        .socketTimeout(OF_SILENCE))
                // Checksums in trailers are not understood everywhere; those that are go along by hand.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                // Some servers never say "continue", and Java would wait for it five seconds each time.
                .serviceConfiguration(s3 -> s3.expectContinueEnabled(false).chunkedEncodingEnabled(false))
                .overrideConfiguration(calls -> calls.retryStrategy(RetryMode.STANDARD)
                        .apiCallTimeout(TO_ANSWER)
                        // Settings come from one place, not from whatever lies in the home folder.
                        .defaultProfileFile(ProfileFile.aggregator().build()));
        bucket.endpoint().ifPresent(at -> builder.endpointOverride(at).forcePathStyle(true));
        return builder.build();
    }

    @Override
    public void put(String key, Path file, String sha256) {
        Keys.checked(key);
        try {
            String md5 = md5(file, sha256);
            long length = Files.size(file);
            Duration patience = TO_ANSWER.plusSeconds(length / SLOWEST);
            ask(
                    () -> s3.putObject(
                            put -> put.bucket(bucket.name())
                                    .key(key)
                                    // Every server compares this one, not every server the next.
                                    .contentMD5(md5)
                                    .checksumSHA256(base64(HexFormat.of().parseHex(sha256)))
                                    .metadata(Map.of(SHA256, sha256))
                                    .overrideConfiguration(call -> call.apiCallTimeout(patience)),
                            RequestBody.fromFile(file)),
                    length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String md5(Path file, String sha256) throws IOException {
        MessageDigest md5 = Checksum.md5();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), md5)) {
            String found = Checksum.sha256(in);
            if (!found.equals(sha256)) throw new DamagedFile(file.toString(), sha256, found);
            return base64(md5.digest());
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public Optional<Opened> open(String key, long from, long length) {
        if (from < 0 || length < 0) throw new IllegalArgumentException("no range: " + length + " from " + from);
        Keys.checked(key);
        // HTTP has no words for a range of nothing.
        if (length == 0) return nothingOf(key);
        GetObjectRequest.Builder get =
                GetObjectRequest.builder().bucket(bucket.name()).key(key);
        if (from == 0 && length == Long.MAX_VALUE) {
            return sought(() -> s3.getObject(get.build())).map(answer -> whole(key, answer));
        }
        get.range("bytes=" + from + "-" + (length > Long.MAX_VALUE - from ? "" : from + length - 1));
        return sought(() -> s3.getObject(get.build())).map(BucketStore::part).or(() -> nothingOf(key));
    }

    private static Opened whole(String key, ResponseInputStream<GetObjectResponse> answer) {
        long length = answer.response().contentLength();
        return new Opened(new Delivery(key, answer, answer.response().metadata().get(SHA256)), length, length);
    }

    private static Opened part(ResponseInputStream<GetObjectResponse> answer) {
        String range = answer.response().contentRange();
        long total = Long.parseLong(range.substring(range.indexOf('/') + 1));
        return new Opened(new Delivery("", answer, null), answer.response().contentLength(), total);
    }

    private Optional<Opened> nothingOf(String key) {
        return find(key).map(kept -> new Opened(InputStream.nullInputStream(), 0, kept.length()));
    }

    @Override
    public Optional<Kept> find(String key) {
        Keys.checked(key);
        return sought(() -> s3.headObject(head -> head.bucket(bucket.name()).key(key)))
                .map(is -> new Kept(key, is.contentLength(), is.lastModified()));
    }

    @Override
    public void delete(String key) {
        Keys.checked(key);
        sought(() -> s3.deleteObject(delete -> delete.bucket(bucket.name()).key(key)));
    }

    @Override
    public void each(String prefix, Consumer<Kept> what) {
        Keys.checkedPrefix(prefix);
        Iterator<ListObjectsV2Response> pages = s3.listObjectsV2Paginator(
                        list -> list.bucket(bucket.name()).prefix(prefix).maxKeys(page))
                .iterator();
        while (ask(pages::hasNext, 0)) {
            for (S3Object is : ask(pages::next, 0).contents()) {
                if (Keys.isKey(is.key())) what.accept(new Kept(is.key(), is.size(), is.lastModified()));
            }
        }
    }

    @Override
    public String where() {
        return bucket.toString();
    }

    @Override
    public void close() {
        s3.close();
    }

    /** Empty where the thing is not there, or has no bytes where they were looked for. */
    private <T> Optional<T> sought(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (NoSuchBucketException e) {
            throw told(e, 0);
        } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND || e.statusCode() == RANGE_NOT_SATISFIABLE) return Optional.empty();
            throw told(e, 0);
        } catch (SdkClientException e) {
            throw silent(e);
        }
    }

    private <T> T ask(Supplier<T> call, long length) {
        try {
            return call.get();
        } catch (S3Exception e) {
            throw told(e, length);
        } catch (SdkClientException e) {
            throw silent(e);
        }
    }

    private RuntimeException told(S3Exception e, long length) {
        String code = e.awsErrorDetails() == null
                ? ""
                : String.valueOf(e.awsErrorDetails().errorCode());
        if (e.statusCode() == INSUFFICIENT_STORAGE || FULL.contains(code)) return NotNow.full(length);
        if (e.statusCode() >= SERVER_ERROR || e.isThrottlingException()) return silent(e);
        return new UncheckedIOException(new IOException(bucket + " answers " + e.statusCode() + " " + code, e));
    }

    private Refusal silent(SdkException e) {
        LOG.warning(() -> bucket + " does not answer: " + oneLine(e));
        return NotNow.silent();
    }

    private static String oneLine(SdkException e) {
        return String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip();
    }

    /** Compares the checksum when the end is reached, where there is one, and hangs up when it is not reached. */
    private static final class Delivery extends FilterInputStream {
        private final String key;
        private final ResponseInputStream<GetObjectResponse> answer;
        private final @Nullable String expected;
        private final MessageDigest digest = Checksum.sha256();
        private boolean ended;

        Delivery(String key, ResponseInputStream<GetObjectResponse> answer, @Nullable String expected) {
            super(answer);
            this.key = key;
            this.answer = answer;
            this.expected = expected;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int at, int most) throws IOException {
            int count = in.read(into, at, most);
            if (count > 0 && expected != null) digest.update(into, at, count);
            if (count < 0) end();
            return count;
        }

        /** By reading: what is skipped would be missing from the sum. */
        @Override
        public long skip(long most) throws IOException {
            byte[] skipped = new byte[(int) Math.max(0, Math.min(most, 8192))];
            return Math.max(0, read(skipped, 0, skipped.length));
        }

        private void end() throws IOException {
            if (ended) return;
            ended = true;
            if (expected == null) return;
            String found = Checksum.hex(digest);
            if (!found.equals(expected)) throw new DamagedFile(key, expected, found);
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        @Override
        public void close() throws IOException {
            // Closing would read on to the end, to use the line again.
            if (!ended) answer.abort();
            super.close();
        }
    }
}
