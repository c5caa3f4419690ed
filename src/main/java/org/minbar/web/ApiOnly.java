package org.minbar.web;

import java.util.ArrayList;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Leaves in {@code /openapi} what programs call: pages and their forms are for people. */
public class ApiOnly implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI description) {
        for (String path : new ArrayList<>(description.getPaths().getPathItems().keySet())) {
            if (!path.startsWith("/api/")) description.getPaths().removePathItem(path);
        }
    }
}
