package org.minbar.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** Where a request comes from, for counting wrong guesses and open lines. */
public final class NetworkAddress {

    private NetworkAddress() {}

    /**
     * The peer's address. A proxy on this very machine is asked for whom it speaks: the last entry of
     * {@code X-Forwarded-For}, which is the one that it has added itself. Nobody else is believed.
     */
    public static String of(HttpServletRequest request) {
        return of(request.getRemoteAddr(), request.getHeader("X-Forwarded-For"));
    }

    static String of(String peer, @Nullable String forwardedFor) {
        if (forwardedFor == null || !isLoopback(peer)) return peer;
        String last = forwardedFor.substring(forwardedFor.lastIndexOf(',') + 1).strip();
        return last.isEmpty() ? peer : last;
    }

    private static boolean isLoopback(String peer) {
        try {
            // A literal address: nothing is looked up.
            return peer.matches("[0-9a-fA-F.:\\[\\]%]+")
                    && InetAddress.getByName(peer).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
