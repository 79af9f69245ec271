package cn.diming.api.tile;

import cn.diming.api.problem.ProblemType;
import cn.diming.api.problem.Problems;
import cn.diming.tiles.layer.Audience;
import cn.diming.tiles.layer.Viewer;
import cn.diming.tiles.mvt.TileChange;
import cn.diming.tiles.mvt.TileChanges;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Streams of changed tiles (docs/tiles.md). One thread makes each event once for all who see the same and hands it to their
 * connections, which hold no thread.
 */
final class ChangeStreams implements SmartLifecycle {

    static final String PATH = "/tiles/changes";

    private static final Logger LOG = LoggerFactory.getLogger(ChangeStreams.class);
    private static final long HEARTBEAT_NANOS = TimeUnit.SECONDS.toNanos(15);
    private static final long LOOK_MILLIS = 1000;
    /** Staff comes back so soon to be asked for its rights anew; the public so that loads spread over instances. */
    private static final long STAFF_NANOS = TimeUnit.SECONDS.toNanos(60);

    private static final long PUBLIC_NANOS = TimeUnit.HOURS.toNanos(1);
    private static final byte[] HEARTBEAT = bytes(": \n\n");

    private final TileChanges changes;
    private final int mostConnections;
    private final Map<Topic, Channel> channels = new HashMap<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final Semaphore wakeUp = new Semaphore(0);
    private volatile boolean running;

    private record Topic(String layerSet, Viewer viewer) {}

    /** Those who see the same, and how far they were told. */
    private static final class Channel {
        private final Set<ChangeConnection> members = ConcurrentHashMap.newKeySet();
        private long upTo;

        private Channel(long upTo) {
            this.upTo = upTo;
        }
    }

    ChangeStreams(TileChanges changes, int mostConnections) {
        this.changes = changes;
        this.mostConnections = mostConnections;
        changes.onChange(wakeUp::release);
    }

    /** False, and nothing answered, when there is no such set for this viewer. */
    boolean answer(HttpServletRequest request, HttpServletResponse response, Viewer viewer) throws IOException {
        String set = Query.find(request, "set").orElse("map");
        if (!changes.exists(set, viewer)) {
            return false;
        }
        if (request.getMethod().equals("HEAD")) {
            headers(response);
        } else if (connections.incrementAndGet() > mostConnections || !running) {
            connections.decrementAndGet();
            response.setHeader("Retry-After", "5");
            Problems.write(response, ProblemType.UNAVAILABLE, "同时收听瓦片变化的人太多，请稍后再试。");
        } else {
            headers(response);
            open(new Topic(set, viewer), request);
        }
        return true;
    }

    private static void headers(HttpServletResponse response) {
        response.setContentType("text/event-stream");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no"); // else nginx keeps events back
    }

    private void open(Topic topic, HttpServletRequest request) throws IOException {
        String known = request.getHeader("Last-Event-ID");
        OptionalLong resume = known == null ? OptionalLong.empty() : Query.number(known);
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        long from = resume.orElse(changes.position());
        long lives = topic.viewer.audience() == Audience.STAFF ? STAFF_NANOS : PUBLIC_NANOS;
        ChangeConnection connection =
                new ChangeConnection(context, from, System.nanoTime() + lives, connections::decrementAndGet);
        TileChange reload = new TileChange.Reload(from, topic.layerSet);
        connection.send(bytes("retry: 2000\n\n" + frame("ready", from, reload)));
        if (known != null && resume.isEmpty()) {
            connection.send(frame(reload));
        }
        join(topic, connection);
        connection.start();
    }

    /** First what was missed, then what is to come. */
    private void join(Topic topic, ChangeConnection connection) {
        synchronized (channels) {
            Channel channel = channels.computeIfAbsent(topic, fresh -> new Channel(changes.position()));
            synchronized (channel) {
                send(changes.since(topic.layerSet, topic.viewer, connection.sentUpTo()), List.of(connection));
                channel.members.add(connection);
            }
        }
    }

    private void run() {
        long beat = System.nanoTime();
        while (running) {
            try {
                wakeUp.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                wakeUp.drainPermits();
                topics().forEach(this::tell);
                if (System.nanoTime() - beat > HEARTBEAT_NANOS) {
                    beat = System.nanoTime();
                    topics().values().forEach(channel -> channel.members.forEach(each -> each.send(HEARTBEAT)));
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failed) {
                LOG.error("changed tiles cannot be told", failed);
            }
        }
    }

    private Map<Topic, Channel> topics() {
        synchronized (channels) {
            channels.values().forEach(channel -> channel.members.removeIf(ChangeConnection::isClosed));
            channels.values().removeIf(channel -> channel.members.isEmpty());
            return Map.copyOf(channels);
        }
    }

    private void tell(Topic topic, Channel channel) {
        synchronized (channel) {
            TileChanges.Since since = changes.since(topic.layerSet, topic.viewer, channel.upTo);
            channel.upTo = since.upTo();
            send(since, List.copyOf(channel.members));
            long now = System.nanoTime();
            channel.members.stream().filter(each -> each.isOver(now)).toList().forEach(ChangeConnection::close);
        }
    }

    private static void send(TileChanges.Since since, List<ChangeConnection> listeners) {
        for (TileChange change : since.changes()) {
            byte[] frame = frame(change);
            listeners.forEach(listener -> listener.send(change.seq(), frame));
        }
    }

    private static byte[] frame(TileChange change) {
        return bytes(frame(change instanceof TileChange.Reload ? "reload" : "tiles", change.seq(), change));
    }

    private static String frame(String event, long seq, TileChange change) {
        return "id: " + seq + "\nevent: " + event + "\ndata: " + change.json() + "\n\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void start() {
        running = true;
        Thread.ofPlatform().daemon().name("tile-changes").start(this::run);
    }

    /** Before the server waits for open requests: these would never end by themselves. */
    @Override
    public void stop() {
        running = false;
        wakeUp.release();
        topics().values().forEach(channel -> List.copyOf(channel.members).forEach(ChangeConnection::close));
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
