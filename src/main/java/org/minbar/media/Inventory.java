package org.minbar.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;

/** What the library says must lie in the store, read a little at a time. */
@ApplicationScoped
public class Inventory {

    private static final int AT_ONCE = 1_000;

    @Inject
    private MediaFiles files;

    protected Inventory() {}

    /** The originals beyond this checksum, in the order of their keys. */
    @Transactional
    public List<Scrubbing.Expected> after(String kept) {
        return files.keptAfter(kept, AT_ONCE).stream()
                .map(file -> new Scrubbing.Expected(file.key(), file.bytes(), file.kept()))
                .toList();
    }

    /** The beginnings of the keys of all prints that may be asked for today. */
    @Transactional
    public Set<String> currentPrints() {
        return files.printsKeys();
    }
}
