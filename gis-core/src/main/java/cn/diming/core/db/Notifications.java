package cn.diming.core.db;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens to a channel of a PostgreSQL server on a connection and a thread of its own. A notification may be lost when the
 * connection breaks, so the listener is called once more whenever it is there again.
 */
final class Notifications implements Db.Listening {

    private static final Logger LOG = LoggerFactory.getLogger(Notifications.class);
    private static final int WAIT_MILLIS = 500;
    private static final long RETRY_MILLIS = 2000;

    private final HikariDataSource source;
    private final String channel;
    private final Runnable listener;
    private final Thread thread;
    private volatile boolean closed;

    Notifications(HikariDataSource source, String channel, Runnable listener) {
        this.source = source;
        this.channel = channel;
        this.listener = listener;
        this.thread = Thread.ofPlatform().daemon().name("listen-" + channel).start(this::run);
    }

    private void run() {
        while (!closed) {
            try (Connection connection = source.getDataSource().getConnection();
                    Statement sql = connection.createStatement()) {
                sql.execute("LISTEN " + channel);
                listener.run();
                hear(connection.unwrap(PGConnection.class));
            } catch (SQLException broken) {
                if (!closed) {
                    LOG.warn("cannot hear {} for now: {}", channel, broken.getMessage());
                    pause();
                }
            }
        }
    }

    private void hear(PGConnection connection) throws SQLException {
        while (!closed) {
            if (connection.getNotifications(WAIT_MILLIS).length > 0) {
                listener.run();
            }
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
        } catch (InterruptedException stopped) {
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
