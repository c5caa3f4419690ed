package org.minbar.web;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.minbar.language.Language;
import org.minbar.language.Languages;
import org.minbar.language.Refusal;
import org.minbar.view.BrokenTemplate;
import org.minbar.view.Press;
import org.minbar.view.RefusalPage;
import org.minbar.view.View;

/**
 * What the server turns away before any door is asked: an address or a header that it cannot read, a method that it does
 * not know. It would answer with a page about itself; here the house answers, as it does everywhere else.
 */
public class Doorstep extends HttpServlet {

    private static final Logger LOG = Logger.getLogger(Doorstep.class.getName());

    @Inject
    private transient Notices notices;

    @Inject
    private transient Languages languages;

    @Inject
    private transient Press press;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse answer) throws IOException {
        int status = status(request);
        String path = path(request);
        boolean api = path.startsWith("/api/");
        Refusal refusal = Notices.ofStatus(status, api);
        Language language = language(request, path);
        byte[] told = api
                ? Json.MAPPER.writeValueAsBytes(notices.problem(status, refusal, language))
                : page(notices.page(status, refusal, language), language).getBytes(StandardCharsets.UTF_8);
        answer.setStatus(status);
        answer.setContentType(api ? Problem.MEDIA_TYPE : "text/html;charset=UTF-8");
        answer.setHeader("Content-Language", language.tag());
        answer.setHeader("Cache-Control", "no-store");
        answer.setContentLength(told.length);
        answer.getOutputStream().write(told);
    }

    private String page(RefusalPage refusal, Language language) {
        try {
            return press.print(View.of("refusal", refusal, language));
        } catch (BrokenTemplate broken) {
            // The theme can't even say so; the words can.
            LOG.log(Level.SEVERE, "No refusal can be printed", broken);
            return Press.bare(refusal, language);
        }
    }

    /** Whoever asks for the doorstep itself finds nothing there. */
    private static int status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                ? status
                : HttpServletResponse.SC_NOT_FOUND;
    }

    private static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked ? asked : "/";
    }

    private Language language(HttpServletRequest request, String path) {
        @Nullable String wished = request.getHeader("Accept-Language");
        return languages
                .find(path.split("/", 3).length > 1 ? path.split("/", 3)[1] : "")
                .orElseGet(() -> languages.best(wished));
    }
}
