package org.minbar.identity;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.minbar.language.Languages;
import org.minbar.language.Refusal;
import org.minbar.view.Backstage;
import org.minbar.view.Spoken;

/**
 * Stands before every door: recognises the session cookie or the bearer token, and lets in only whom the door's
 * {@link Open} or {@link Needs} admits. A door that has neither admits nobody.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
@ApplicationScoped
public class Doorkeeping implements ContainerRequestFilter {

    static final String COOKIE = "minbar";

    private static final String BEARER = "Bearer ";
    private static final Set<String> OPEN_UNTIL_PASSWORD_IS_CHANGED = Set.of("desk/password", "desk/sign-out");

    @Inject
    private Doorkeeper doorkeeper;

    @Inject
    private SigningIn signingIn;

    @Inject
    private Carrying carrying;

    @Inject
    private Languages languages;

    @Inject
    private Spoken spoken;

    @Inject
    private Backstage backstage;

    @Context
    private ResourceInfo door;

    protected Doorkeeping() {}

    @Override
    public void filter(ContainerRequestContext request) {
        recognise(request);
        Method method = door.getResourceMethod();
        if (doorkeeper.known().isEmpty() && annotation(method, Open.class).isEmpty()) {
            Optional<Response> page = carrying.answer(request);
            if (page.isPresent()) {
                request.abortWith(page.get());
                return;
            }
        }
        admit(method, doorkeeper.known());
    }

    /** @throws Refusal unless the door's own word, or that of its room, admits her */
    static void admit(Method method, Optional<Caller> known) {
        if (annotation(method, Open.class).isPresent()) return;
        Caller caller = known.orElseThrow(() -> new Refusal(Refusal.Reason.UNKNOWN_CALLER, "sign-in-needed"));
        Needs needs = annotation(method, Needs.class)
                .orElseThrow(() -> new Refusal(Refusal.Reason.NOT_ALLOWED, "no-such-door"));
        if (needs.value().length > 0 && Arrays.stream(needs.value()).noneMatch(caller::may)) {
            String permissions =
                    Arrays.stream(needs.value()).map(Permission::scope).collect(Collectors.joining(", "));
            throw new Refusal(Refusal.Reason.NOT_ALLOWED, "not-allowed", Map.of("permission", permissions));
        }
    }

    private void recognise(ContainerRequestContext request) {
        @Nullable String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) return;
            doorkeeper.letIn(signingIn
                    .recognise(
                            new Secret(authorization.substring(BEARER.length()).strip()))
                    .orElseThrow(() -> new Refusal(Refusal.Reason.UNKNOWN_CALLER, "bad-token")));
            return;
        }
        @Nullable Cookie cookie = request.getCookies().get(COOKIE);
        if (cookie == null) return;
        Secret id = new Secret(cookie.getValue());
        Optional<Person> person = signingIn.resume(id);
        if (person.isEmpty()) return;
        doorkeeper.letIn(Caller.signedIn(person.get()), id);
        backstage.admit("person-" + person.get().id());
        if (request.getUriInfo().getPath().startsWith("desk")) {
            person.get().screenLanguage().flatMap(languages::find).ifPresent(spoken::prefer);
        }
        if (person.get().mustChange()
                && annotation(door.getResourceMethod(), Open.class).isEmpty()
                && !OPEN_UNTIL_PASSWORD_IS_CHANGED.contains(request.getUriInfo().getPath())) {
            throw new Refusal(Refusal.Reason.NOT_ALLOWED, "change-password");
        }
    }

    private static <A extends Annotation> Optional<A> annotation(Method method, Class<A> type) {
        @Nullable A onMethod = method.getAnnotation(type);
        if (onMethod != null) return Optional.of(onMethod);
        // The door's own word counts before its room's: @Needs on a method closes it in an @Open class.
        if (method.isAnnotationPresent(Open.class) || method.isAnnotationPresent(Needs.class)) return Optional.empty();
        return Optional.ofNullable(method.getDeclaringClass().getAnnotation(type));
    }
}
