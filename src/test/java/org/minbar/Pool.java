package org.minbar;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Connections as the server's pool gives them: inside a transaction the thread's own one, which nobody but the
 * transaction closes; outside one that is lent until it is closed.
 */
final class Pool implements DataSource, AutoCloseable {

    private final DataSource source;
    private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<@Nullable Connection> ofTransaction = new ThreadLocal<>();

    Pool(DataSource source) {
        this.source = source;
    }

    /** From now on this thread's connection is this one, until {@link #unbind}. */
    void bind(Connection connection) {
        ofTransaction.set(connection);
    }

    void unbind() {
        ofTransaction.remove();
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection own = ofTransaction.get();
        if (own != null) return closing(own, () -> {});
        Connection lent = idle.poll();
        return lent(lent == null ? source.getConnection() : lent);
    }

    private Connection lent(Connection connection) {
        return closing(connection, () -> {
            if (connection.isClosed()) return;
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            idle.add(connection);
        });
    }

    private interface Closing {
        void close() throws SQLException;
    }

    private static Connection closing(Connection connection, Closing closing) {
        AtomicBoolean closed = new AtomicBoolean();
        return (Connection) Proxy.newProxyInstance(
                Pool.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        if (closed.compareAndSet(false, true)) closing.close();
                        return null;
                    }
                    if (method.getName().equals("isClosed")) return closed.get() || connection.isClosed();
                    if (closed.get()) throw new SQLException("This connection has been given back");
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) connection.close();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        // Says nothing.
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // Waits as long as it takes.
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("Wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
