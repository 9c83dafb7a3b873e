vcl 4.1;
# Varnish 7 before the newspaper, with vmod_xkey (Debian: varnish-modules). See caches.md; the tests load this file.
# Yours to change: the backend, the ACL, and the languages in normalise_language and normalise_cookies.

import cookie;
import std;
import xkey;

backend newspaper {
    .host = "127.0.0.1";
    .port = "8000";
}

# The machines on which the newspaper runs.
acl newsroom {
    "localhost";
}

sub vcl_recv {
    if (req.method == "PURGE") {
        call purge_by_name;
    }
    if (req.method != "GET" && req.method != "HEAD") {
        return (pass);
    }
    # What is one person's: the desk, the choices of a reader, the way from / to a language.
    if (req.url ~ "^/(admin/|([a-z-]+/)?privacy/|\?|$)") {
        return (pass);
    }
    # An editor's browser reads past what is kept.
    if (req.http.Cookie ~ "(^|; ?)(__Host-)?desk=") {
        return (pass);
    }
    call normalise_address;
    call normalise_cookies;
    call normalise_language;
    if (req.http.Sec-GPC != "1") {
        unset req.http.Sec-GPC;
    }
    return (hash);
}

sub purge_by_name {
    # Whoever came through the proxy that ends TLS has its address, which may be in the ACL, and this header.
    if (client.ip !~ newsroom || req.http.X-Forwarded-Proto) {
        return (synth(405, "Purging is for the newsroom"));
    }
    if (!req.http.xkey) {
        return (synth(400, "Say in xkey what to drop"));
    }
    return (synth(200, "Dropped " + xkey.purge(req.http.xkey)));
}

sub normalise_address {
    # What campaigns add for themselves.
    set req.url = regsuball(req.url, "([?&])(utm_[a-z]+|fbclid|gclid|gbraid|wbraid|dclid|msclkid|yclid|twclid|mc_[ce]id|igshid|_ga|_gl)=[^&]*", "\1");
    set req.url = regsuball(req.url, "&&+", "&");
    set req.url = regsub(req.url, "\?&", "?");
    set req.url = regsub(req.url, "[?&]+$", "");
}

# Of a reader's cookies four tell pages apart, and of these only a part: to which policy they answered, not what or when;
# that they saw the notice; that they want no other language offered.
sub normalise_cookies {
    cookie.parse(req.http.Cookie);
    set req.http.X-Prefix = "";
    if (req.http.Cookie ~ "(^|; ?)__Host-(consent|notice|lang|lang-prompt)=") {
        set req.http.X-Prefix = "__Host-";
    }
    set req.http.X-Consent = cookie.get(req.http.X-Prefix + "consent");
    set req.http.X-Kept = "";
    if (req.http.X-Consent ~ "^1\.[0-9]{1,4}\.a?e?f?m?\.[0-9]{10}$") {
        # An answer lasts 180 days. Its last ten days are told apart, so that nobody is asked too early or too late.
        set req.http.X-Time = regsub(req.http.X-Consent, "^.*\.", "");
        if (std.time(req.http.X-Time, now) <= now && std.time(req.http.X-Time, now) > now - 170d) {
            set req.http.X-Time = regsub(std.integer(time=now - 1d), "[0-9]{5}$", "00000");
            set req.http.X-Consent = regsub(req.http.X-Consent, "^(1\.[0-9]+\.).*$", "\1") + "." + req.http.X-Time;
        }
        set req.http.X-Kept = req.http.X-Kept + "; " + req.http.X-Prefix + "consent=" + req.http.X-Consent;
    }
    if (cookie.get(req.http.X-Prefix + "notice") == "seen") {
        set req.http.X-Kept = req.http.X-Kept + "; " + req.http.X-Prefix + "notice=seen";
    }
    if (cookie.get(req.http.X-Prefix + "lang") ~ "^(uk|en|pl)$" || cookie.get(req.http.X-Prefix + "lang-prompt") == "0") {
        set req.http.X-Kept = req.http.X-Kept + "; " + req.http.X-Prefix + "lang-prompt=0";
        unset req.http.Accept-Language;
    }
    set req.http.Cookie = regsub(req.http.X-Kept, "^; ", "");
    unset req.http.X-Prefix;
    unset req.http.X-Consent;
    unset req.http.X-Time;
    unset req.http.X-Kept;
    if (req.http.Cookie == "") {
        unset req.http.Cookie;
    }
}

# Which of our languages a reader wants, the dearest first, as browsers write it; how dear is said by the place alone.
sub normalise_language {
    if (!req.http.Accept-Language) {
        return;
    }
    set req.http.X-Wanted = "," + std.tolower(regsuball(req.http.Accept-Language, "\s", ""));
    # What is refused, what is not ours, what else is said of a language; then what was said twice.
    set req.http.X-Wanted = regsuball(req.http.X-Wanted, ",[^,]*;q=0(\.0*)?(?=,|$)", "");
    set req.http.X-Wanted = regsuball(req.http.X-Wanted, ",(?!(uk|en|pl)[-;,]|(uk|en|pl)$)[^,]*", "");
    set req.http.X-Wanted = regsuball(req.http.X-Wanted, ",([a-z]+)[^,]*", ",\1");
    set req.http.X-Wanted = regsuball(req.http.X-Wanted, ",([a-z]+)(,\1)+(?=,|$)", ",\1");
    # What comes after the page's own language is not offered; if that comes first, nothing is.
    set req.http.X-Wanted = regsub(req.url, "^/([a-z]+)/.*$", "\1") + ":" + req.http.X-Wanted;
    set req.http.X-Wanted = regsub(req.http.X-Wanted, "^([a-z]+):(.*?),\1(,.*)?$", "\1:\2,\1");
    set req.http.X-Wanted = regsub(req.http.X-Wanted, "^([a-z]+):,\1$", "");
    set req.http.X-Wanted = regsub(req.http.X-Wanted, "^[^:]*:", "");
    set req.http.X-Wanted = regsub(req.http.X-Wanted, "^,([a-z]+),([a-z]+)$", "\1,\2;q=0.7");
    set req.http.X-Wanted = regsub(req.http.X-Wanted, "^,([a-z]+),([a-z]+),([a-z]+).*$", "\1,\2;q=0.7,\3;q=0.4");
    set req.http.Accept-Language = regsub(req.http.X-Wanted, "^,", "");
    unset req.http.X-Wanted;
    if (req.http.Accept-Language == "") {
        unset req.http.Accept-Language;
    }
}

sub vcl_hash {
    # A page asked for by http is a redirect to https.
    hash_data(req.http.X-Forwarded-Proto);
}

sub vcl_backend_response {
    # Only what says that it may be kept, for as long as it says, and not a moment longer: an old copy while a new one
    # is fetched would be an edit that readers don't see.
    if (beresp.http.Cache-Control !~ "(?i)public") {
        set beresp.uncacheable = true;
        set beresp.ttl = 120s;  # that it is not, so that nobody waits for somebody else's; until it may be
    }
    set beresp.grace = 0s;
    set beresp.keep = 0s;
}

sub vcl_deliver {
    unset resp.http.xkey;
}

sub vcl_synth {
    if (req.method == "PURGE") {
        set resp.http.Content-Type = "text/plain; charset=utf-8";
        set resp.body = resp.reason;
        return (deliver);
    }
}
