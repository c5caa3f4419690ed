package org.minbar.whole;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What comes over one connection, event by event: {@code id name}. */
final class Wire implements AutoCloseable {
    final List<String> heard = new CopyOnWriteArrayList<>();
    private final InputStream stream;
    final int status;

    Wire(RunningMinbar node, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(node.base() + path));
        if (headers.length > 0) request.headers(headers);
        try {
            HttpResponse<InputStream> answer = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .build()
                    .send(request.build(), BodyHandlers.ofInputStream());
            status = answer.statusCode();
            stream = answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        Thread ear = new Thread(this::listen, "ear");
        ear.setDaemon(true);
        ear.start();
    }

    private void listen() {
        String id = "";
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) id = line.substring(4);
                if (line.startsWith("event: ")) heard.add(id + " " + line.substring(7));
            }
            heard.add("closed");
        } catch (IOException gone) {
            heard.add("closed");
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
