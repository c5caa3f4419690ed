package org.minbar.site;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Hands out the prints of {@link ShownPrints} at the threshold; everything else goes on to its door. */
public class PrintDelivery implements Filter {

    @Inject
    private ShownPrints prints;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        Optional<ShownPrints.Kept> print = prints.find(asked);
        if (print.isEmpty()) chain.doFilter(request, response);
        else deliver(print.get(), asked, (HttpServletResponse) response);
    }

    private static void deliver(ShownPrints.Kept print, HttpServletRequest asked, HttpServletResponse answer)
            throws IOException {
        answer.setHeader("ETag", print.tag());
        answer.setHeader("Cache-Control", FilesResource.FOR_EVER);
        answer.setHeader("Accept-Ranges", "bytes");
        if (print.tag().equals(asked.getHeader("If-None-Match"))) {
            answer.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        answer.setContentType(print.type());
        answer.setContentLength(print.bytes().length);
        answer.getOutputStream().write(print.bytes());
    }
}
