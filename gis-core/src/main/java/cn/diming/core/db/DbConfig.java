package cn.diming.core.db;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Which database: a GeoPackage file of our own, or a PostgreSQL with PostGIS. */
public sealed interface DbConfig {

    /** An SQLite file; made when it is not there. */
    record Embedded(Path file) implements DbConfig {}

    /** A server; the password is never part of {@link #toString()}. */
    record Server(String host, int port, String database, Optional<String> user, Optional<String> password)
            implements DbConfig {
        @Override
        public String toString() {
            return "postgresql://" + host + ":" + port + "/" + database;
        }
    }

    /** The embedded database of a data directory. */
    static DbConfig embedded(Path dataDirectory) {
        return new Embedded(dataDirectory.resolve("diming.gpkg"));
    }

    /**
     * Reads {@code postgresql://user:password@host:port/database} (also with {@code jdbc:} in front).
     *
     * @throws IllegalArgumentException with a Chinese sentence when the address is not of that form
     */
    static DbConfig parse(String url) {
        String text = url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url;
        URI uri = toUri(text);
        boolean postgres = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
        String path = uri.getPath() == null ? "" : uri.getPath();
        if (!postgres || uri.getHost() == null || path.length() < 2) {
            throw new IllegalArgumentException("数据库地址应写作 postgresql://用户:密码@主机:端口/库名");
        }
        String[] login = uri.getRawUserInfo() == null
                ? new String[0]
                : uri.getRawUserInfo().split(":", 2);
        return new Server(
                uri.getHost(),
                uri.getPort() < 0 ? 5432 : uri.getPort(),
                path.substring(1),
                login.length > 0 ? Optional.of(decode(login[0])) : Optional.empty(),
                login.length > 1 ? Optional.of(decode(login[1])) : Optional.empty());
    }

    private static URI toUri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException broken) {
            throw new IllegalArgumentException("数据库地址无法识别，应写作 postgresql://用户:密码@主机:端口/库名", broken);
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
