package org.minbar.identity;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minbar.journal.Journal;
import org.minbar.language.Refusal;

/**
 * Tokens for the API. A new one is given for an e-mail address and a password, by HTTP Basic; who signs in in two steps
 * adds the code of her telephone in the header {@code Minbar-Code}.
 */
@Path("api/v1/tokens")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Transactional(dontRollbackOn = Refusal.class)
public class TokensResource {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    private SigningIn signingIn;

    @Inject
    private People people;

    @Inject
    private Doorkeeper doorkeeper;

    @Inject
    private Journal journal;

    @Inject
    private Clock clock;

    @Context
    private HttpServletRequest request;

    /** What the caller would like: without a body, everything that the person may do, until it is revoked. */
    record Wish(@Nullable String name, @Nullable Set<String> scopes, @JsonAlias("expires") @Nullable Instant expiry) {}

    /** @param token shown only in the answer that makes it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Issued(
            long id,
            @Nullable String token,
            String name,
            List<String> scopes,
            @Nullable Instant expiry,
            Instant created) {

        static Issued of(Token token, @Nullable Secret secret) {
            return new Issued(
                    token.id(),
                    secret == null ? null : secret.clear(),
                    token.name(),
                    token.scopes().stream().map(Permission::scope).toList(),
                    token.expires().orElse(null),
                    token.created());
        }
    }

    @POST
    @Open
    public Response issue(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @HeaderParam("Minbar-Code") @DefaultValue("") String code,
            @Nullable Wish wish) {
        String[] basic = basic(authorization);
        String address = NetworkAddress.of(request);
        Person person = signingIn.with(basic[0], basic[1], address);
        signingIn.secondStep(person, code, address);
        if (person.mustChange()) throw new Refusal(Refusal.Reason.NOT_ALLOWED, "change-password");
        Wish wanted = wish == null ? new Wish(null, null, null) : wish;
        if (wanted.expiry() != null && !wanted.expiry().isAfter(clock.instant())) {
            throw new Refusal(
                    Refusal.Reason.MALFORMED,
                    "in-the-past",
                    Map.of("value", wanted.expiry().toString()),
                    "expiry");
        }
        Secret secret = Secret.fresh("minbar_", RANDOM);
        Token token = people.issue(new Token(
                person,
                wanted.name() == null ? "API" : wanted.name().strip(),
                secret,
                permissions(wanted.scopes()),
                wanted.expiry(),
                clock));
        journal.record(new TokenIssued(person.id(), token.id(), token.name()));
        return Response.status(Response.Status.CREATED)
                .entity(Issued.of(token, secret))
                .build();
    }

    @GET
    @Needs({})
    public List<Issued> mine() {
        return people.tokensOf(doorkeeper.caller()).stream()
                .map(token -> Issued.of(token, null))
                .toList();
    }

    @DELETE
    @Path("{id}")
    @Needs({})
    public void revoke(@PathParam("id") long id) {
        people.tokenOf(doorkeeper.caller(), id).revoke();
        journal.record(new TokenRevoked(doorkeeper.caller().id(), id));
    }

    /** RFC 7617, UTF-8. */
    private static String[] basic(@Nullable String authorization) {
        if (authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            try {
                byte[] pair =
                        Base64.getDecoder().decode(authorization.substring(6).strip());
                String[] parts = new String(pair, StandardCharsets.UTF_8).split(":", 2);
                if (parts.length == 2) return parts;
            } catch (IllegalArgumentException e) {
                throw new Refusal(Refusal.Reason.UNKNOWN_CALLER, "basic-needed");
            }
        }
        throw new Refusal(Refusal.Reason.UNKNOWN_CALLER, "basic-needed");
    }

    private static Set<Permission> permissions(@Nullable Set<String> scopes) {
        if (scopes == null) return EnumSet.allOf(Permission.class);
        return scopes.stream()
                .map(scope -> Permission.ofScope(scope)
                        .orElseThrow(() -> new Refusal(
                                Refusal.Reason.MALFORMED,
                                "unknown-value",
                                Map.of("value", scope, "allowed", allScopes()),
                                "scopes")))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
    }

    private static String allScopes() {
        return Stream.of(Permission.values()).map(Permission::scope).collect(Collectors.joining(", "));
    }
}
