package org.minbar.view;

import jakarta.inject.Inject;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** A door answers with a {@link View}; this prints it. A template that fails, fails before the first byte is sent. */
@Provider
@Produces("text/html; charset=UTF-8")
public class ViewWriter implements MessageBodyWriter<View> {

    @Inject
    private Press press;

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return View.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            View view,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        byte[] page = press.print(view).getBytes(StandardCharsets.UTF_8);
        headers.putSingle(HttpHeaders.CONTENT_LANGUAGE, view.language().tag());
        out.write(page);
    }
}
