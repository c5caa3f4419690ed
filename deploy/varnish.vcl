# Varnish before Minbar: readers are answered from its memory, and Minbar tells it what to forget.
#   varnishd -a 127.0.0.1:6081 -f /etc/varnish/minbar.vcl -s malloc,256m
# Needs the module xkey (Debian and Ubuntu: package varnish-modules). Minbar is started with
# MINBAR_EDGE_URL=http://127.0.0.1:6081; TLS ends before Varnish, at nginx or hitch.
vcl 4.1;

import std;
import xkey;

backend minbar {
    .host = "127.0.0.1";
    .port = "8080";
    .first_byte_timeout = 60s;
}

# Who may say what is to be forgotten: the nodes of Minbar.
acl house {
    "127.0.0.1";
    "::1";
}

sub vcl_recv {
    if (req.method == "PURGE") {
        if (client.ip !~ house) {
            return (synth(405));
        }
        if (req.http.Surrogate-Key == "*") {
            ban("obj.http.Surrogate-Key ~ .");
        } else {
            set req.http.Forgotten = xkey.purge(req.http.Surrogate-Key);
        }
        return (synth(200, "Forgotten"));
    }
    # Server-sent events go through as they come.
    if (req.url ~ "/stream(\?|$)") {
        return (pipe);
    }
    if (req.method != "GET" && req.method != "HEAD") {
        return (pass);
    }
    # What is for one person, and what is about the house, is asked of the house.
    if (req.http.Authorization || req.url ~ "^/(desk|api|health|metrics|openapi)(/|\?|$)") {
        return (pass);
    }
    # Readers have no cookie of ours; whatever else they carry must not divide the cache.
    unset req.http.Cookie;
    return (hash);
}

sub vcl_pipe {
    set bereq.http.Connection = "close";
}

sub vcl_backend_response {
    set beresp.grace = 0s;
    # The module reads the keys of a page from a header of this name.
    set beresp.http.xkey = beresp.http.Surrogate-Key;
    if (beresp.http.Surrogate-Control ~ "max-age=[0-9]+") {
        # Kept as long as Minbar says, and until it says otherwise; browsers ask each time, and get 304.
        set beresp.ttl = std.duration(regsub(beresp.http.Surrogate-Control, ".*max-age=([0-9]+).*", "\1s"), 0s);
        unset beresp.http.Surrogate-Control;
    } elsif (beresp.http.Cache-Control !~ "immutable") {
        set beresp.uncacheable = true;
        set beresp.ttl = 0s;
    }
    return (deliver);
}

sub vcl_deliver {
    unset resp.http.X-Varnish;
    unset resp.http.Via;
    unset resp.http.xkey;
    unset resp.http.Surrogate-Key;
    unset resp.http.Cache-Tag;
}
