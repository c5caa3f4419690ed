package org.minbar.media;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A server that speaks S3, compares signatures, and keeps everything in its memory; a process of its own. */
final class BucketServer implements AutoCloseable {

    static final Path JAR = Path.of("target/s3proxy/s3proxy.jar");

    private final Process process;
    private final int port;

    private BucketServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static BucketServer start(Path folder) throws IOException, InterruptedException {
        int port = freePort();
        Path settings = Files.writeString(
                folder.resolve("s3proxy.properties"),
                """
                s3proxy.endpoint=http://127.0.0.1:%d
                s3proxy.authorization=aws-v4
                s3proxy.identity=amina
                s3proxy.credential=couscous
                jclouds.provider=transient-nio2
                """
                        .formatted(port));
        Path log = folder.resolve("s3proxy.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-jar",
                        JAR.toString(),
                        "--properties",
                        settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        while (!listens(port)) {
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) throw new IOException(Files.readString(log));
        }
        return new BucketServer(process, port);
    }

    Bucket bucket(String name) {
        return bucket(name, "couscous");
    }

    Bucket bucket(String name, String secret) {
        return new Bucket(name, Optional.of(URI.create("http://127.0.0.1:" + port)), "us-east-1", "amina", secret);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    private static boolean listens(int port) {
        try (Socket knock = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return knock.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
