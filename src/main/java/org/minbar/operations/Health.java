package org.minbar.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.minbar.journal.Followers;
import org.minbar.search.Indexing;

/** What a load balancer asks: whether the process lives, and whether this node may be sent readers. */
@ApplicationScoped
public class Health {

    /** The index may trail a busy newsroom by this many entries and still answer well. */
    private static final long BEARABLE = 1_000;

    @Inject
    private Database database;

    @Inject
    private Opening opening;

    @Inject
    private Followers followers;

    protected Health() {}

    @Produces
    @Liveness
    HealthCheck process() {
        return () -> HealthCheckResponse.up("process");
    }

    @Produces
    @Readiness
    HealthCheck store() {
        return () -> HealthCheckResponse.named("database")
                .status(opening.isOpen() && database.answers())
                .build();
    }

    @Produces
    @Readiness
    HealthCheck index() {
        return () -> {
            long behind = opening.isOpen() ? followers.behind(Indexing.NAME).orElse(Long.MAX_VALUE) : Long.MAX_VALUE;
            return HealthCheckResponse.named("index")
                    .withData("behind", behind)
                    .status(behind <= BEARABLE)
                    .build();
        };
    }
}
