package org.minbar.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;
import org.minbar.view.View;

/** Fills a page within a transaction, for doors that hold none while bytes flow. */
@ApplicationScoped
public class Browsing {

    protected Browsing() {}

    @Transactional
    public View page(Supplier<View> page) {
        return page.get();
    }
}
