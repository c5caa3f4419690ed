package org.minbar.media;

import java.net.URI;
import java.util.Optional;

/**
 * A bucket of any store that speaks S3, and the name and word that open it.
 *
 * @param endpoint where the store listens; empty for Amazon's own
 */
public record Bucket(String name, Optional<URI> endpoint, String region, String key, String secret) {

    /** As it may stand in a log. */
    @Override
    public String toString() {
        return "s3://" + name + endpoint.map(at -> " at " + at).orElse(" in " + region);
    }
}
