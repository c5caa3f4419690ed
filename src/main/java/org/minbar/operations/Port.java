package org.minbar.operations;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where this process is knocked at. The server tells applications nothing of its port, so this reads what the server
 * itself has read.
 */
record Port(String address, int number) {

    private static final Pattern OPTION = Pattern.compile("(?i)\\s--port[ =](\\d{1,5})\\b");
    private static final int USUAL = 8_080;
    private static final String OPENS_LAST = "http-listener.enabled=true";
    private static final int PATIENCE_MILLIS = 1_000;

    static Port ofThisProcess() {
        return new Port(Optional.ofNullable(System.getenv("MINBAR_ADDRESS")).orElse("127.0.0.1"), number(command()));
    }

    private static String command() {
        return System.getProperty("sun.java.command", "");
    }

    /** @param command the arguments of this process */
    static int number(String command) {
        Matcher option = OPTION.matcher(command);
        return option.find() ? Integer.parseInt(option.group(1)) : USUAL;
    }

    /** Whether the server opens it when everything is there, as src/main/payara asks it to. */
    static boolean opensLast() {
        if (command().contains("--postdeploycommandfile")) return true;
        // The archive that the server was started from carries such commands in it.
        try (InputStream commands = ClassLoader.getSystemResourceAsStream("MICRO-INF/post-deploy-commands.txt")) {
            return commands != null && new String(commands.readAllBytes(), StandardCharsets.UTF_8).contains(OPENS_LAST);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** @throws IOException if somebody else has it, or nobody may have it */
    void mustBeFree() throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, number));
        }
    }

    boolean isOpen() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(reachable(), number), PATIENCE_MILLIS);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    private InetAddress reachable() throws UnknownHostException {
        InetAddress own = InetAddress.getByName(address);
        return own.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : own;
    }
}
