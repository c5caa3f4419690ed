package org.minbar.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.minbar.language.Refusal;
import org.minbar.view.Backstage;

/**
 * Keeps the first answers of {@link OnceOnly} doors for a day, for the token or the person that got them: she may have
 * signed in anew since. The answer is written in the door's own transaction: it
 * is there exactly if what it tells of is there, also after a kill. Of two requests with one key at the same moment one
 * is refused by the key's uniqueness, with nothing done.
 */
@OnceOnly
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class FirstAnswers {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final int LONGEST_KEY = 200;
    private static final List<String> HEADERS = List.of(HttpHeaders.LOCATION, HttpHeaders.ETAG);

    @Inject
    private HttpServletRequest request;

    @Inject
    private Backstage backstage;

    @Inject
    private Clock clock;

    // For its connection, which is that of the door's transaction.
    @PersistenceContext(unitName = "newsroom")
    private EntityManager em;

    @AroundInvoke
    Object once(InvocationContext door) throws Exception {
        @Nullable String key = request.getHeader("Idempotency-Key");
        if (key == null) return door.proceed();
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new Refusal(
                    Refusal.Reason.MALFORMED,
                    "too-long",
                    Map.of("field", "Idempotency-Key", "longest", LONGEST_KEY),
                    "Idempotency-Key");
        }
        String who = Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .orElseGet(backstage::who);
        String caller = digest(who + "\n" + key);
        String asked = digest(request.getMethod() + " " + request.getRequestURI() + "\n" + body(door));
        Optional<Response> first = find(em.unwrap(Connection.class), caller, asked);
        if (first.isPresent()) return first.get();
        Response answer = (Response) door.proceed();
        if (answer.getStatus() >= 300) return answer;
        String told = answer.hasEntity() ? Json.MAPPER.writeValueAsString(answer.getEntity()) : "";
        try {
            em.flush();
            keep(em.unwrap(Connection.class), caller, asked, answer, told);
        } catch (SQLException e) {
            // Unchecked, so that the transaction takes back what the door has done: somebody else's answer was first.
            throw new IllegalStateException("The first answer can't be kept", e);
        }
        return answer;
    }

    private Optional<Response> find(Connection connection, String caller, String asked)
            throws SQLException, JsonProcessingException {
        try (PreparedStatement query = connection.prepareStatement(
                "select request, status, headers, body from first_answer where caller_key = ? and created > ?")) {
            query.setString(1, caller);
            query.setObject(2, oldest());
            try (ResultSet row = query.executeQuery()) {
                if (!row.next()) return Optional.empty();
                if (!row.getString(1).equals(asked)) {
                    throw new Refusal(Refusal.Reason.CONFLICT, "key-used", Map.of(), "Idempotency-Key");
                }
                Response.ResponseBuilder answer = Response.status(row.getInt(2));
                Json.MAPPER
                        .readTree(row.getString(3))
                        .fields()
                        .forEachRemaining(header ->
                                answer.header(header.getKey(), header.getValue().asText()));
                String body = row.getString(4);
                if (!body.isEmpty()) answer.entity(body).type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"));
                return Optional.of(answer.header("Idempotent-Replay", "true").build());
            }
        }
    }

    private void keep(Connection connection, String caller, String asked, Response answer, String told)
            throws SQLException, JsonProcessingException {
        try (PreparedStatement old = connection.prepareStatement("delete from first_answer where created <= ?")) {
            old.setObject(1, oldest());
            old.executeUpdate();
        }
        Map<String, String> headers = new TreeMap<>();
        for (String name : HEADERS) {
            @Nullable String value = answer.getHeaderString(name);
            if (value != null) headers.put(name, value);
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into first_answer (caller_key, request, status, headers, body, created)"
                        + " values (?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, caller);
            insert.setString(2, asked);
            insert.setInt(3, answer.getStatus());
            insert.setString(4, Json.MAPPER.writeValueAsString(headers));
            insert.setString(5, told);
            insert.setObject(6, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    private OffsetDateTime oldest() {
        return OffsetDateTime.ofInstant(clock.instant().minus(KEPT), ZoneOffset.UTC);
    }

    private static String body(InvocationContext door) throws JsonProcessingException {
        StringBuilder body = new StringBuilder();
        for (Object argument : Arrays.asList(door.getParameters())) {
            if (argument instanceof CharSequence || argument instanceof Number)
                body.append(argument).append('\n');
            else if (argument instanceof Record)
                body.append(Json.MAPPER.writeValueAsString(argument)).append('\n');
        }
        return body.toString();
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
