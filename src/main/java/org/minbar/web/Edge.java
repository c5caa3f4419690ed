package org.minbar.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The cache that stands in front of the house, where there is one. It is told what to forget: {@code PURGE} with the tags
 * in {@code Surrogate-Key}, or {@code *} for everything. {@code deploy/varnish.vcl} understands it.
 */
public final class Edge {

    private static final Logger LOG = Logger.getLogger(Edge.class.getName());
    private static final String EVERYTHING = "*";

    /** What fits into one header of every server. */
    private static final int MOST_TAGS = 100;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Optional<URI> address;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final AtomicBoolean silent = new AtomicBoolean();

    /** @param address empty where nothing stands in front */
    public Edge(Optional<URI> address) {
        this.address = address;
    }

    /** It forgets whatever shows one of these. */
    public void forget(Set<String> tags) {
        if (!tags.isEmpty()) twice(tags.size() > MOST_TAGS ? EVERYTHING : String.join(" ", tags));
    }

    public void forgetAll() {
        twice(EVERYTHING);
    }

    /** And once more, for the page that was on its way there when it was told the first time. */
    private void twice(String tags) {
        if (address.isEmpty()) return;
        HttpRequest request = HttpRequest.newBuilder(address.get())
                .method("PURGE", HttpRequest.BodyPublishers.noBody())
                .header("Surrogate-Key", tags)
                .timeout(PATIENCE)
                .build();
        tell(request);
        CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(() -> tell(request));
    }

    private void tell(HttpRequest request) {
        client.sendAsync(request, BodyHandlers.discarding()).whenComplete((answer, failure) -> {
            if (failure == null && answer.statusCode() == 200) {
                silent.set(false);
            } else if (!silent.getAndSet(true)) {
                // Said once; pages there go by their time until it answers again.
                LOG.log(
                        Level.WARNING,
                        "The cache at {0} does not do as it is told ({1}); its pages may be up to ten minutes old",
                        new Object[] {request.uri(), failure == null ? answer.statusCode() : failure});
            }
        });
    }
}
