package org.minbar.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A door that reads the fields of a form refuses what is no form with 415. Jersey would take it for a fault of the house:
 * a request without any type reaches every door, whatever it {@code @Consumes}.
 */
@Provider
public class FormsOnly implements DynamicFeature {

    @Override
    public void configure(ResourceInfo door, FeatureContext doors) {
        boolean readsFields = Arrays.stream(door.getResourceMethod().getParameters())
                .anyMatch((Parameter parameter) -> parameter.isAnnotationPresent(FormParam.class));
        if (readsFields) doors.register(new Guard());
    }

    @Priority(Priorities.USER)
    private static final class Guard implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) {
            @Nullable MediaType type = request.getMediaType();
            boolean form = type != null
                    && (MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type)
                            || MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(type));
            if (!form) throw new NotSupportedException();
        }
    }
}
