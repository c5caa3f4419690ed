package org.minbar.web;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.minbar.view.Modules;
import org.minbar.view.SiteAddress;

/** What every answer tells the browser not to do. */
public class SecurityHeaders implements Filter {

    private static final String POLICY = "default-src 'none'; script-src 'self'%s; style-src 'self'; font-src 'self';"
            + " img-src 'self'; media-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none';"
            + " frame-ancestors 'none'";

    @Inject
    private SiteAddress site;

    @Inject
    private Modules modules;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletResponse answer = (HttpServletResponse) response;
        boolean desk = ((HttpServletRequest) request).getRequestURI().startsWith("/desk/");
        answer.setHeader("Content-Security-Policy", POLICY.formatted(desk ? " " + modules.policy() : ""));
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        answer.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=(), browsing-topics=()");
        answer.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        if (site.secure()) answer.setHeader("Strict-Transport-Security", "max-age=31536000");
        chain.doFilter(request, response);
    }
}
