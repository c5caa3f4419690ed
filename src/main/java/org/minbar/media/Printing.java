package org.minbar.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.minbar.darkroom.Darkroom;
import org.minbar.darkroom.Format;
import org.minbar.darkroom.Print;
import org.minbar.darkroom.Shape;

/** Prints of a picture: made when somebody asks for one for the first time, and kept. */
@ApplicationScoped
public class Printing {

    private static final int STRIPES = 64;

    @Inject
    private PictureStore store;

    @Inject
    private Darkroom darkroom;

    @Inject
    private Workbench bench;

    /** Two who ask for the same print at once get one print. */
    private final Lock[] stripes =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(Lock[]::new);

    protected Printing() {}

    /** Whether prints can be made in this format on this machine. */
    public boolean can(Format format) {
        return format != Format.WEBP || darkroom.canWebp();
    }

    /** The key under which the print lies, once it does. */
    public String key(MediaFile picture, Print print) {
        String key = picture.printsKey() + print.shape().address() + "-" + print.width() + "."
                + print.format().type().extension();
        if (store.length(key).isPresent()) return key;
        Lock stripe = stripes[Math.floorMod(key.hashCode(), STRIPES)];
        stripe.lock();
        try {
            if (store.length(key).isEmpty()) make(picture, print, key);
            return key;
        } finally {
            stripe.unlock();
        }
    }

    private void make(MediaFile picture, Print print, String key) {
        try (Workbench.Sheet negative = bench.sheet();
                Workbench.Sheet made = bench.sheet()) {
            darkroom.develop(
                    negative(picture, negative),
                    List.of(print),
                    picture.focus(),
                    picture.crops(),
                    ordered -> Files.newOutputStream(made.path()));
            store.put(key, made.path(), made.sha256());
        } catch (IOException full) {
            throw Workbench.full(full);
        }
    }

    private Path negative(MediaFile picture, Workbench.Sheet copy) throws IOException {
        return store.file(picture.key()).orElseGet(() -> fetched(picture, copy));
    }

    private Path fetched(MediaFile picture, Workbench.Sheet copy) {
        try (PictureStore.Opened opened = store.open(picture.key()).orElseThrow(MediaFiles::noSuchFile)) {
            Files.copy(opened.bytes(), copy.path(), StandardCopyOption.REPLACE_EXISTING);
            return copy.path();
        } catch (IOException full) {
            throw Workbench.full(full);
        }
    }

    /** Throws away the prints of a picture that is framed otherwise now, or gone. */
    public void forget(String printsKey) {
        for (Shape shape : Shape.values()) {
            for (int width : Print.WIDTHS) {
                for (Format format : Format.values()) {
                    store.delete(printsKey + shape.address() + "-" + width + "."
                            + format.type().extension());
                }
            }
        }
    }
}
