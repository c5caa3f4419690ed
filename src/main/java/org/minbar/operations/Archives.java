package org.minbar.operations;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps the archives open that our classes come from. The server closes them all when nobody has read in one for a minute and a
 * half, without asking whether somebody is about to: who is gets {@code zip file closed}, and a reader a page that says 500
 * (payara/Payara#693). So somebody asks for them every half minute.
 */
@ApplicationScoped
class Archives {

    private static final Logger LOG = Logger.getLogger(Archives.class.getName());
    private static final int EVERY_SECONDS = 30;

    @Resource
    private ManagedScheduledExecutorService executor;

    protected Archives() {}

    void keepOpen() {
        ClassLoader loader = Archives.class.getClassLoader();
        try {
            // A method of Payara's WebappClassLoader, which no application can name.
            Method archives = loader.getClass().getMethod("getJarFiles");
            executor.scheduleWithFixedDelay(() -> ask(loader, archives), 0, EVERY_SECONDS, TimeUnit.SECONDS);
        } catch (NoSuchMethodException otherServer) {
            LOG.log(Level.FINE, "{0} has no archives to keep open", loader.getClass());
        }
    }

    private static void ask(ClassLoader loader, Method archives) {
        try {
            archives.invoke(loader);
        } catch (IllegalAccessException | InvocationTargetException e) {
            LOG.log(Level.FINE, "The archives can't be asked for", e);
        }
    }
}
