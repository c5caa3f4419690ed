package org.minbar.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Function;
import java.util.function.Supplier;
import org.minbar.language.Refusal;
import org.minbar.view.Messages;
import org.minbar.view.Spoken;
import org.minbar.view.View;

/** Answers a form: with the screen that shows what was done, or with the form as it was typed and why it was refused. */
@ApplicationScoped
public class Answers {

    @Inject
    private Messages messages;

    @Inject
    private Spoken spoken;

    protected Answers() {}

    /**
     * @param act says what it did
     * @param next where that can be seen
     * @param again the screen with the form, given the sentence of the refusal
     */
    Response to(Supplier<String> act, Function<String, String> next, Function<String, View> again) {
        try {
            return Response.seeOther(URI.create(next.apply(act.get()))).build();
        } catch (Refusal refusal) {
            return Response.status(status(refusal.reason()))
                    .entity(again.apply(messages.say(spoken.language(), refusal)))
                    .build();
        }
    }

    private static Response.Status status(Refusal.Reason reason) {
        return switch (reason) {
            case CONFLICT -> Response.Status.CONFLICT;
            case NOT_ALLOWED -> Response.Status.FORBIDDEN;
            default -> Response.Status.BAD_REQUEST;
        };
    }
}
