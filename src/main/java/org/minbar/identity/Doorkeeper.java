package org.minbar.identity;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minbar.language.Refusal;

/** Knows, for the length of one request, who stands at the door. */
@RequestScoped
public class Doorkeeper {

    private @Nullable Caller caller;
    private @Nullable Secret session;

    void letIn(Caller known) {
        caller = known;
    }

    void letIn(Caller known, Secret sessionId) {
        caller = known;
        session = sessionId;
    }

    /** Who is there, if she has said so. */
    public Optional<Caller> known() {
        return Optional.ofNullable(caller);
    }

    /** @throws Refusal when nobody has signed in */
    public Caller caller() {
        return known().orElseThrow(() -> new Refusal(Refusal.Reason.UNKNOWN_CALLER, "sign-in-needed"));
    }

    /** Tells two browsers of one person apart; says nothing that could be used to sign in. */
    public String browser() {
        return session().map(Secret::hash).orElseGet(() -> "person-" + caller().id());
    }

    Optional<Secret> session() {
        return Optional.ofNullable(session);
    }
}
