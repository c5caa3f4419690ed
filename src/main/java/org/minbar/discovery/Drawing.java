package org.minbar.discovery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;
import org.minbar.darkroom.Darkroom;
import org.minbar.darkroom.Format;
import org.minbar.darkroom.Print;
import org.minbar.darkroom.Shape;
import org.minbar.language.Refusal;
import org.minbar.media.Copies;
import org.minbar.media.Shown;

/**
 * Draws cards when somebody asks for one, two at once, and keeps the last hundred or so in memory. A card is asked for when a
 * link is new, by a handful of networks that keep it themselves; drawing it again later costs less than looking after a
 * store of what no address leads to any more.
 */
@ApplicationScoped
public class Drawing {

    /** WhatsApp shows no larger one. */
    static final int MOST_BYTES = 290 * 1000;

    private static final int BYTES_IN_ALL = 12 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    @Inject
    private Copies copies;

    private final Semaphore easels = new Semaphore(2, true);

    private final Cache<String, byte[]> drawn = Caffeine.newBuilder()
            .maximumWeight(BYTES_IN_ALL)
            .weigher((String path, byte[] jpeg) -> jpeg.length)
            .build();

    protected Drawing() {}

    /** The card as a JPEG. Whether the public may see it has been asked before. */
    byte[] jpeg(Card card) {
        // Of those who ask for the same card at once, one draws and the others wait for it.
        return drawn.get(card.path(), path -> draw(card));
    }

    private byte[] draw(Card card) {
        sitDown();
        try {
            return Darkroom.jpeg(Easel.draw(card, card.picture().map(this::print)), MOST_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            easels.release();
        }
    }

    private BufferedImage print(Shown picture) {
        Print wide = new Print(Shape.WIDE, Card.PRINT, Format.JPEG);
        byte[] bytes = copies.parcel(picture.file(), Optional.of(wide)).whole();
        try {
            // Which closes it.
            @Nullable
            BufferedImage print = ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes)));
            if (print == null)
                throw new IOException("The print of file " + picture.file().id() + " can't be read");
            return print;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void sitDown() {
        try {
            if (easels.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) return;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw new Refusal(Refusal.Reason.NOT_NOW, "darkroom-busy", Map.of("seconds", 10L));
    }
}
