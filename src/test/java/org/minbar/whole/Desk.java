package org.minbar.whole;

import static org.minbar.whole.RunningMinbar.encoded;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A browser at the desk: it sends forms from our own pages, and keeps one cookie. */
final class Desk {

    private final RunningMinbar minbar;
    String cookie = "";

    Desk(RunningMinbar minbar) {
        this.minbar = minbar;
    }

    static Desk signedIn(RunningMinbar minbar, String email, String password) {
        Desk desk = new Desk(minbar);
        desk.post("/desk/sign-in", "email", email, "password", password, "next", "/desk/me")
                .expect(303);
        desk.get("/desk/me").expect(200);
        return desk;
    }

    Answer post(String path, String... form) {
        return sent("POST", path, fields(form), "application/x-www-form-urlencoded", "text/html");
    }

    Answer json(String path, Map<String, ?> body) {
        return json("POST", path, body);
    }

    /** @param more headers: name, value, name, value */
    Answer json(String method, String path, Map<String, ?> body, String... more) {
        try {
            return sent(
                    method,
                    path,
                    Answer.MAPPER.writeValueAsString(body),
                    "application/json",
                    "application/json, application/problem+json, */*",
                    more);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A form with files. */
    Answer multipart(String path, Multipart form) {
        return sent("POST", path, form.whole(), Multipart.TYPE, "text/html");
    }

    /** A step of an upload. @param headers name, value, name, value */
    Answer tus(String method, String path, byte[] body, String... more) {
        List<String> headers = new ArrayList<>(Arrays.asList(headers("application/json, */*")));
        headers.addAll(List.of("Tus-Resumable", "1.0.0"));
        headers.addAll(Arrays.asList(more));
        if (method.equals("PATCH")) headers.addAll(List.of("Content-Type", "application/offset+octet-stream"));
        return minbar.send(
                method,
                path,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body),
                headers.toArray(String[]::new));
    }

    Answer get(String path) {
        return minbar.get(path, headers("text/html"));
    }

    private Answer sent(String method, String path, String body, String type, String accept, String... more) {
        return sent(method, path, body.getBytes(StandardCharsets.UTF_8), type, accept, more);
    }

    private Answer sent(String method, String path, byte[] body, String type, String accept, String... more) {
        List<String> headers = new ArrayList<>(Arrays.asList(headers(accept)));
        headers.addAll(List.of("Content-Type", type));
        headers.addAll(List.of(more));
        Answer answer = minbar.send(method, path, BodyPublishers.ofByteArray(body), headers.toArray(String[]::new));
        answer.headers().allValues("Set-Cookie").stream()
                .filter(each -> each.startsWith("minbar="))
                .forEach(each -> cookie = each.substring(0, each.indexOf(';')));
        return answer;
    }

    private String[] headers(String accept) {
        List<String> headers =
                new ArrayList<>(List.of("Accept", accept, "Accept-Language", "fr", "Sec-Fetch-Site", "same-origin"));
        if (!cookie.isEmpty()) headers.addAll(List.of("Cookie", cookie));
        return headers.toArray(String[]::new);
    }

    /** Names and values by turns, as a form sends them. */
    static String fields(String... form) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < form.length; i += 2) pairs.add(encoded(form[i]) + "=" + encoded(form[i + 1]));
        return String.join("&", pairs);
    }
}
