package org.minbar.view;

import jakarta.enterprise.context.RequestScoped;

/**
 * What rooms on the ground floor may know of who asks: whether it is somebody of the house, who may see what is not for
 * readers (where a template is broken), and a word by which she is told apart from others. The identity room says so when it
 * has recognised her.
 */
@RequestScoped
public class Backstage {

    private boolean admitted;
    private String who = "";

    protected Backstage() {}

    public void admit() {
        admitted = true;
    }

    /** @param who the same from wherever she asks, and nobody else's */
    public void recognise(String who) {
        this.who = who;
    }

    /** Empty for readers. */
    public String who() {
        return who;
    }

    public boolean isAdmitted() {
        return admitted;
    }
}
