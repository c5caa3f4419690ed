package org.minbar.view;

import jakarta.enterprise.context.RequestScoped;

/**
 * Whether this request comes from somebody of the house, who may see what is not for readers: where a template is
 * broken. The identity room says so when it has recognised her.
 */
@RequestScoped
public class Backstage {

    private boolean admitted;

    protected Backstage() {}

    public void admit() {
        admitted = true;
    }

    public boolean isAdmitted() {
        return admitted;
    }
}
