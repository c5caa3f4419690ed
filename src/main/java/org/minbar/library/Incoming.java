package org.minbar.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.minbar.identity.Caller;
import org.minbar.media.Arrival;
import org.minbar.media.Arrivals;

/** What is on its way in, looked up for doors that hold no transaction while bytes flow. */
@ApplicationScoped
public class Incoming {

    @Inject
    private Arrivals arrivals;

    protected Incoming() {}

    @Transactional
    public Arrival get(String id, Caller by) {
        return arrivals.get(id, by);
    }
}
