package org.minbar.view;

import jakarta.enterprise.context.RequestScoped;

/**
 * Whether this request comes from somebody of the house who has signed in: she may see what is not for readers (where a
 * template is broken), and what she asks twice is answered twice alike. The identity room says so when it has recognised her.
 */
@RequestScoped
public class Backstage {

    private String who = "";

    protected Backstage() {}

    /** @param who the same from wherever she asks, and nobody else's */
    public void admit(String who) {
        this.who = who;
    }

    /** Empty for readers and for programs. */
    public String who() {
        return who;
    }

    public boolean isAdmitted() {
        return !who.isEmpty();
    }
}
